// Package value holds what a time expression means, and what its meaning hangs
// on: readings, lengths and the context in which they are said.
//
// In go places in the calendar, numbers of units, the date of publication and
// the readings before; out come the readings of what is relative to them, and
// for each its TIMEX3, its EDTF and its days, inclusive.
//
// Guarantees: equal input gives equal output. A Reading is a value and is never
// changed once it is said. A Context belongs to one document and one goroutine.
//
// Limits: a reading hangs on the publication or on a date of its paragraph, never
// on an event. A length of hours is counted in days where a date is asked for.
//
// Sources: TimeML 1.2.1 and its TIMEX3 guidelines (2.3), EDTF levels 0 and 1.
package value

import "readout/internal/language/edtf"

// A Type is the TIMEX3 type of an expression.
type Type string

// The types. Clock is TIMEX3's TIME.
const (
	Date     Type = "date"
	Clock    Type = "time"
	Duration Type = "duration"
	Set      Type = "set"
)

// Anchors of a [Reading] that are no other time.
const (
	NoAnchor  = -1
	Published = -2
)

// A Reading is what the words of an expression mean.
type Reading struct {
	Kind     Type
	Period   edtf.Period // its place in the calendar, if it has one
	Until    edtf.Period // the other end of an interval
	Tail     string      // behind the day in TIMEX3: TMO, T14:30Z
	LastTail string      // behind the interval's other end
	Value    string      // the TIMEX3 value where there is no period
	Mod      string      // of TIMEX3, in small letters; may be empty
	Within   *edtf.Range // the days meant, where they are not the whole period
	Anchor   int         // index of another reading, NoAnchor or Published
	Inferred []string    // year, month, century: what the words leave out
	Length   Length      // of a duration
	Backward bool        // compared with: a year before what is spoken of
}

// Calendar returns the reading of a place in the calendar.
func Calendar(p edtf.Period) Reading {
	return Reading{Kind: Date, Period: p, Anchor: NoAnchor}
}

// Word returns a reading that is a TIMEX3 value alone.
func Word(value string) Reading {
	return Reading{Kind: Date, Value: value, Anchor: NoAnchor}
}

// TIMEX returns the TIMEX3 value.
func (r *Reading) TIMEX() string {
	if r.Value != "" {
		return r.Value
	}
	value := r.Period.Timex() + r.Tail
	if r.Until.Known() {
		value += "/" + r.Until.Timex() + r.LastTail
	}
	return value
}

// Bounds returns the EDTF string and the days it stands for; it is empty where
// the calendar gives no place.
func (r *Reading) Bounds() (string, edtf.Range) {
	switch {
	case r.Within != nil:
		return r.openUnit(), *r.Within
	case !r.Period.Known() || r.Kind == Set:
		return "", edtf.Range{}
	case r.Until.Known() && r.Until != r.Period:
		days := edtf.Range{First: r.Period.First(), Last: r.Until.Last()}
		return r.Period.EDTF() + "/" + r.Until.EDTF(), days
	case r.Mod == "approx" && r.Tail == "":
		return r.Period.Approx()
	}
	return r.Period.EDTF(), r.Period.Range()
}

// openUnit prints an interval that is open on one side with the precision of
// the period: ../2020, not ../2020-12-31.
func (r *Reading) openUnit() string {
	date := r.Period.EDTF()
	if len(date) > len("2021-03-03") {
		return r.Within.String()
	}
	switch {
	case r.Within.OpenFirst:
		return "../" + date
	case r.Within.OpenLast:
		return date + "/.."
	}
	return r.Within.String()
}

// Third narrows a reading to the start, mid or end of its unit. A length of
// the day is not divided.
func (r Reading) Third(mod string) Reading {
	r.Mod = mod
	if r.Period.Known() && r.Within == nil && !r.Until.Known() {
		n := map[string]int{"start": 0, "mid": 1, "end": 2}[mod]
		if r.Period.Unit != edtf.Days {
			days := r.Period.Third(n)
			r.Within = &days
		}
	}
	return r
}
