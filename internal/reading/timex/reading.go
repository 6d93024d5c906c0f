package timex

import (
	"readout/internal/language/edtf"
)

// A reading is what the words of an expression mean.
type reading struct {
	kind     Type
	period   edtf.Period // its place in the calendar, if it has one
	until    edtf.Period // the other end of an interval
	tail     string      // behind the day in TIMEX3: TMO, T14:30Z
	lastTail string      // behind the interval's other end
	value    string      // the TIMEX3 value where there is no period
	mod      string
	within   *edtf.Range // the days meant, where they are not the whole period
	anchor   int
	inferred []string
	length   length // of a duration
	backward bool   // compared with: a year before what is spoken of
}

// A length is a number of units; a count below 0 is not known.
type length struct {
	count float64
	unit  unit
	extra string // a second part: 3M of P2Y3M
}

func calendar(p edtf.Period) reading {
	return reading{kind: Date, period: p, anchor: NoAnchor}
}

func word(value string) reading {
	return reading{kind: Date, value: value, anchor: NoAnchor}
}

// timex returns the TIMEX3 value.
func (r *reading) timex() string {
	if r.value != "" {
		return r.value
	}
	value := r.period.Timex() + r.tail
	if r.until.Known() {
		value += "/" + r.until.Timex() + r.lastTail
	}
	return value
}

// bounds returns the EDTF string and the days it stands for; it is empty where
// the calendar gives no place.
func (r *reading) bounds() (string, edtf.Range) {
	switch {
	case r.within != nil:
		return r.openUnit(), *r.within
	case !r.period.Known() || r.kind == Set:
		return "", edtf.Range{}
	case r.until.Known() && r.until != r.period:
		days := edtf.Range{First: r.period.First(), Last: r.until.Last()}
		return r.period.EDTF() + "/" + r.until.EDTF(), days
	case r.mod == "approx" && r.tail == "":
		return r.period.Approx()
	}
	return r.period.EDTF(), r.period.Range()
}

// openUnit prints an interval that is open on one side with the precision of
// the period: ../2020, not ../2020-12-31.
func (r *reading) openUnit() string {
	date := r.period.EDTF()
	if len(date) > len("2021-03-03") {
		return r.within.String()
	}
	switch {
	case r.within.OpenFirst:
		return "../" + date
	case r.within.OpenLast:
		return date + "/.."
	}
	return r.within.String()
}

// time returns r as the time found at a place.
func (r *reading) time() Time {
	t := Time{Type: r.kind, Value: r.timex(), Mod: r.mod, Anchor: r.anchor, Inferred: r.inferred}
	printed, days := r.bounds()
	if printed == "" {
		return t
	}
	t.EDTF = printed
	if !days.OpenFirst {
		t.Start = days.First.String()
	}
	if !days.OpenLast {
		t.End = days.Last.String()
	}
	return t
}

// A reader gives the expressions of a document their values, in order.
type reader struct {
	p         *parser
	published edtf.Day
	dated     bool
	said      []reading // of the times so far
	paragraph int       // its first time in said
	at, end   int       // the tokens of the expression
	next      *match    // the expression after it in the sentence
}

// whole reads the match of the nested group.
func (r *reader) nested(m *match, group string) (reading, bool) {
	c, ok := m.get(group)
	if !ok {
		return reading{}, false
	}
	return c.sub.rule.read(r, c.sub)
}

// reference returns the last time of the paragraph that has a place in the
// calendar no coarser than a year, and its index.
func (r *reader) reference(ok func(*reading) bool) (*reading, int, bool) {
	for i := len(r.said) - 1; i >= max(r.paragraph, len(r.said)-lookBack); i-- {
		s := &r.said[i]
		if s.period.Known() && s.kind != Set && s.kind != Duration && ok(s) {
			return s, i, true
		}
	}
	return nil, 0, false
}

// lookBack bounds how many times a reference may be away.
const lookBack = 64

func anyPeriod(*reading) bool { return true }

// fine accepts readings of unit u or finer ones.
func fine(u edtf.Unit) func(*reading) bool {
	return func(s *reading) bool { return rank(s.period.Unit) <= rank(u) }
}

// rank orders units by length.
func rank(u edtf.Unit) int {
	switch u {
	case edtf.None, edtf.Days:
		return 0
	case edtf.Weekends:
		return 1
	case edtf.Weeks:
		return 2
	case edtf.Months:
		return 3
	case edtf.Quarters, edtf.Seasons, edtf.SouthSeasons:
		return 4
	case edtf.Halves:
		return 5
	case edtf.Years, edtf.USFiscalYears, edtf.JapanFiscalYears:
		return 6
	case edtf.Decades:
		return 7
	case edtf.Centuries:
		return 8
	}
	panic("unreachable: unit")
}

// now returns the unit that holds the publication date.
func (r *reader) now(u edtf.Unit) edtf.Period { return edtf.Of(u, r.published) }

// open is the value of a unit whose date nobody knows.
func open(u edtf.Unit) string {
	switch u {
	case edtf.None, edtf.Days:
		return "XXXX-XX-XX"
	case edtf.Weeks:
		return "XXXX-WXX"
	case edtf.Weekends:
		return "XXXX-WXX-WE"
	case edtf.Months:
		return "XXXX-XX"
	case edtf.Quarters:
		return "XXXX-QX"
	case edtf.Seasons, edtf.SouthSeasons, edtf.Halves, edtf.Years,
		edtf.USFiscalYears, edtf.JapanFiscalYears:
		return "XXXX"
	case edtf.Decades:
		return "XXX"
	case edtf.Centuries:
		return "XX"
	}
	panic("unreachable: unit")
}

// relative returns the unit n after that of publication.
func (r *reader) relative(u edtf.Unit, n int) reading {
	if !r.dated {
		return word(open(u))
	}
	said := calendar(r.now(u).Shift(n))
	said.anchor = Published
	return said
}

// narrated returns the unit n after that of the last date of the paragraph, or
// of publication when there is none.
func (r *reader) narrated(u edtf.Unit, n int) reading {
	if from, i, ok := r.reference(fine(u)); ok {
		said := calendar(from.period.In(u).Shift(n))
		said.anchor = i
		return said
	}
	return r.relative(u, n)
}
