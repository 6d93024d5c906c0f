package wording

import (
	"strconv"

	"readout/record"
)

// Parties returns who did it to whom: "Ann Lee → two officials". An event
// without actors says so; one that is done to nobody has no arrow.
func Parties(e *record.Event, names map[string]string) string {
	actors, recipients := All(e.Actors, names), All(e.Recipients, names)
	switch {
	case actors == "" && recipients == "":
		return ""
	case recipients == "":
		return actors
	case actors == "":
		return "(no actor) → " + recipients
	}
	return actors + " → " + recipients
}

// Status returns whether an event took place; what did not has a sign before
// the word.
func Status(s record.Status) string {
	if s == record.StatusNegated {
		return "✗ " + s.String()
	}
	return s.String()
}

// Outcome returns the same and, when it is not certain, how sure it is:
// "planned, possible".
func Outcome(e *record.Event) string {
	if e.Certainty == 0 || e.Certainty == record.CertaintyCertain {
		return Status(e.Status) // as most are
	}
	return Status(e.Status) + ", " + Certainty(e.Certainty)
}

// A Teller says which statement an event belongs to.
type Teller struct {
	numbers map[string]int // of the statements, from one, by id
	record  *record.Record
	names   map[string]string
}

// NewTeller reads the statements of a record once.
func NewTeller(r *record.Record, names map[string]string) Teller {
	t := Teller{make(map[string]int, len(r.Statements)), r, names}
	for i, s := range r.Statements {
		t.numbers[s.ID] = i + 1
	}
	return t
}

// Number returns the number of a statement, counted from one; false when the
// record has none with that id.
func (t Teller) Number(id string) (int, bool) {
	n, ok := t.numbers[id]
	return n, ok
}

// By returns how an event belongs to a statement, and to whose: "described by
// Ann Lee (s12)"; "" when the document itself tells it.
func (t Teller) By(e *record.Event) string {
	n, ok := t.numbers[e.Statement]
	if !ok {
		return ""
	}
	s := &t.record.Statements[n-1]
	return e.As.String() + " by " + Who(s.Speaker, t.names) + " (" + s.ID + ")"
}

// ByNumber returns the same with the number of the statement, where those are
// numbered: "described in 3".
func (t Teller) ByNumber(e *record.Event) string {
	n, ok := t.numbers[e.Statement]
	if !ok {
		return ""
	}
	return e.As.String() + " in " + strconv.Itoa(n)
}
