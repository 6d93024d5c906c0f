package resolve

import (
	"readout/internal/language/edtf"
	"readout/record"
)

// SaidOn returns when a statement was made, with the days that covers; a zero
// Moment when that is not known.
func (x *Index) SaidOn(s *record.Statement) Moment {
	switch {
	case s.Said == nil:
		return Moment{}
	case s.Said.Time == record.Published:
		return On(x.published)
	}
	return x.MomentOn(s.Said.Time)
}

// MomentOn returns the time with an id as Moment does, with the days that its
// value covers also where the record does not write them.
func (x *Index) MomentOn(id string) Moment {
	m := x.Moment(id)
	if m.Start == "" && m.End == "" {
		m.Start, m.End = days(m.EDTF)
	}
	return m
}

// On returns the moment that an EDTF value is.
func On(value string) Moment {
	m := Moment{Text: value, EDTF: value}
	m.Start, m.End = days(value)
	return m
}

// days returns the first and the last day of an EDTF value, "" where it is open
// and where the calendar does not know it.
func days(value string) (first, last string) {
	r, err := edtf.Parse(value)
	if err != nil {
		return "", ""
	}
	if !r.OpenFirst {
		first = r.First.String()
	}
	if !r.OpenLast {
		last = r.Last.String()
	}
	return first, last
}

// CodePoints returns r with its spans counted in code points. Without its text a
// record cannot be converted, and r itself is returned, as its Offsets say.
func CodePoints(r *record.Record) (*record.Record, error) {
	if r.Document.Text == nil || r.Offsets == record.OffsetsCodepoint {
		return r, nil
	}
	return r.In(record.OffsetsCodepoint)
}
