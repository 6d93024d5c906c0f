package resolve

import (
	"cmp"
	"slices"

	"readout/record"
)

// A Moment is a time as something points at it: its value and its words.
type Moment struct {
	Text       string // EDTF, else TIMEX3; "" when no time is known
	EDTF       string // "" when the calendar has no place for it
	Words      string // of the text
	Start, End string // first and last day, "" where open
}

// Moment returns the time with an id, a zero Moment when there is none.
func (x *Index) Moment(id string) Moment {
	t := x.times[id]
	if t == nil {
		return Moment{}
	}
	return Moment{timeText(t), calendar(t), t.Exact, t.Start, t.End}
}

// A Due is when, and on which condition, what was put forward is to happen.
type Due struct {
	Moment
	Condition string // in the words of the text
}

// Due returns when a statement says that something is due; false when it says
// neither a time nor a condition.
func (x *Index) Due(s *record.Statement) (Due, bool) {
	if s.Due == nil {
		return Due{}, false
	}
	d := Due{Moment: x.Moment(s.Due.Time)}
	if s.Due.Condition != nil {
		d.Condition = s.Due.Condition.Exact
	}
	return d, d.Text != "" || d.Condition != ""
}

// Compare orders by day: first what has a last day, by its first day and then
// its last; then what is open-ended, by its first day; then what has no place
// on the calendar. A deadline ("by May") counts by its last day.
func (d Due) Compare(other Due) int {
	return cmp.Or(
		cmp.Compare(d.rank(), other.rank()),
		cmp.Compare(cmp.Or(d.Start, d.End, d.EDTF), cmp.Or(other.Start, other.End, other.EDTF)),
		cmp.Compare(d.End, other.End),
	)
}

// rank says in which of the three groups a due stands.
func (d Due) rank() int {
	switch {
	case d.End != "" || d.EDTF != "" && d.Start == "":
		return 0
	case d.Start != "":
		return 1
	}
	return 2
}

// A Promise is a statement that says when, or on which condition, something is
// to happen: a commitment, a forecast or a request.
type Promise struct {
	Record    *record.Record
	Statement *record.Statement
	Index     *Index
	At        int // Statement is Record.Statements[At]
	Due
}

// Promises returns those of a record, in the order of its statements.
func Promises(r *record.Record) []Promise {
	x := New(r)
	var out []Promise
	for i := range r.Statements {
		s := &r.Statements[i]
		if due, ok := x.Due(s); ok {
			out = append(out, Promise{r, s, x, i, due})
		}
	}
	return out
}

// ByDay sorts promises by when they are due. Those of one day keep their
// order.
func ByDay(promises []Promise) {
	slices.SortStableFunc(promises, func(a, b Promise) int { return a.Compare(b.Due) })
}
