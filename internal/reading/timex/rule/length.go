package rule

import (
	"math"
	"strconv"
	"unicode"

	"readout/internal/language/edtf"
	"readout/internal/reading/timex/pattern"
	"readout/internal/reading/timex/value"
)

// lengths are durations, and the dates that are a duration away.
var lengths = []Rule{
	{"length", "<num> <unit>", lengthOf, Likely, "three days => P3D"},
	{"adjective", "<num> - <unit>", lengthOf, Sure, "two-week => P2W"},
	{"length", "<num> - <unit> - long", lengthOf, Sure, "two-week-long => P2W"},
	{"length", "<num> additional|more|full|straight|consecutive|trading|long|whole|solid <unit>", lengthOf, Sure, "eight trading days => P8D"},
	{"length", "<num> and a half <unit>", lengthAndHalf, Sure, "two and a half years => P2.5Y"},
	{"length", "<num> <unit> and a half", lengthAndHalf, Sure, "a year and a half => P1.5Y"},
	{"length", "half a|an <unit1>", halfLength, Sure, "half an hour => PT30M"},
	{"length", "<num> <unit> and|, <num> <unit>", twoLengths, Sure, "two years and three months => P2Y3M"},
	{"length", "<num> to|or|- <num> <unit>", lengthRange, Sure, "two to three weeks => P2W"},
	{"length", "an additional|extra|entire|other <unit1>", oneLength, Sure, "an additional year => P1Y"},
	{"bare", "<units>", vagueLength, Weak, "years => PXY"},
	{"bare", "<units> or|and <units>", vagueLength, Weak, "weeks or months => PXW"},
	{"length", "<units> - long", vagueLength, Sure, "decades-long => PXDE"},
	{"rough", "<more> <length>", roughLength, Sure, "more than a week => P1W"},
	{"rough", "<length>", pass, Inside, ""},
	{"span", "the <length>", plainSpan, Likely, "the nine months => P9M"},
	{"span", "the? past|last|recent <length>", spanBefore, Sure, "the past three years => P3Y"},
	{"span", "the? past|last|recent <units>", spanBefore, Sure, "recent months => PXM"},
	{"span", "the past <unit1>", spanBefore, Sure, "the past decade => P1DE"},
	{"span", "the? next|coming|upcoming <length>", spanAfter, Sure, "the next six months => P6M"},
	{"span", "the? next|coming|upcoming|future <units>", spanAfter, Sure, "the coming weeks => PXW"},
	{"span", "the? first|final|previous|preceding|following|latest|initial|opening <length>", plainSpan, Sure, "the first nine months => P9M"},
	{"span", "the? first|final|previous|preceding|following|latest|early <units>", plainSpan, Sure, "the early years => PXY"},
	{"span", "the? <units> ahead", plainSpan, Sure, "the weeks ahead => PXW"},
	{"ago", "<more>? <length> ago", ago, Sure, "two weeks ago => 2021-W08"},
	{"ago", "<more>? <length> from now|today", fromNow, Sure, "three weeks from now => 2021-W13"},
	{"ago", "<more>? <length> earlier|later", aside, Sure, "a year earlier => 2020"},
	{"ago", "<length> before|after", asideAtEnd, Likely, "a year before => 2020"},
	{"ago", "<units> ago", unitsAgo, Sure, "years ago => PAST_REF"},
	{"ago", "long ago", longAgo, Sure, "long ago => PAST_REF"},
}

func duration(l value.Length) (reading, bool) {
	return reading{Kind: value.Duration, Length: l, Value: l.Value(), Anchor: value.NoAnchor}, true
}

func lengthIn(m *match) value.Length {
	count, _ := m.Get("num")
	return value.Length{Count: count.F, Unit: unitIn(m, "unit")}
}

// unitIn returns the unit that a class of words took.
func unitIn(m *match, class string) pattern.Unit {
	c, _ := m.Get(class)
	u, _ := pattern.UnitOf(c.S)
	return u
}

// lengthOf leaves ages ("6-year-old") and three quarters of a thing alone.
func lengthOf(r *Reader, m *match) (reading, bool) {
	l, next := lengthIn(m), r.Words.Low(m.End)
	if next == "-" && r.Words.Glued(m.End) && (r.Words.Glued(m.End+1) || r.Words.Low(m.End+1) == "old") {
		return reading{}, false
	}
	if next == "old" || l.Unit.Letter == "Q" && (next == "of" || l.Count == 3 && hyphened(r.Words, m)) {
		return reading{}, false
	}
	return duration(l)
}

// hyphened reports whether the words are joined as an adjective is.
func hyphened(p *pattern.Parser, m *match) bool { return p.Low(m.End-2) == "-" }

func lengthAndHalf(_ *Reader, m *match) (reading, bool) {
	l := lengthIn(m)
	l.Count += 0.5
	return duration(l)
}

func halfLength(_ *Reader, m *match) (reading, bool) {
	u := unitIn(m, "unit1")
	if u.Letter == "H" {
		minutes, _ := pattern.UnitOf("minutes")
		return duration(value.Length{Count: 30, Unit: minutes})
	}
	if u.Letter == "Y" {
		months, _ := pattern.UnitOf("months")
		return duration(value.Length{Count: 6, Unit: months})
	}
	return duration(value.Length{Count: 0.5, Unit: u})
}

func twoLengths(_ *Reader, m *match) (reading, bool) {
	l := lengthIn(m)
	count := m.All("num")[1]
	u, _ := pattern.UnitOf(m.All("unit")[1].S)
	if count.F < 0 || l.Count < 0 || u.Clock && !l.Unit.Clock || u.Letter == l.Unit.Letter {
		return reading{}, false
	}
	l.Extra = strconv.FormatFloat(count.F, 'f', -1, 64) + u.Letter
	return duration(l)
}

func lengthRange(_ *Reader, m *match) (reading, bool) { return duration(lengthIn(m)) }

func oneLength(_ *Reader, m *match) (reading, bool) {
	return duration(value.Length{Count: 1, Unit: unitIn(m, "unit1")})
}

func vagueLength(_ *Reader, m *match) (reading, bool) {
	return duration(value.Length{Count: -1, Unit: unitIn(m, "units")})
}

func roughLength(r *Reader, m *match) (reading, bool) {
	said, ok := r.nested(m, "length")
	c, _ := m.Get("more")
	said.Mod = c.S
	return said, ok
}

// spanLength reads the length inside a span.
func (r *Reader) spanLength(m *match) (reading, bool) {
	if said, ok := r.nested(m, "length"); ok {
		return said, true
	}
	if _, ok := m.Get("units"); ok {
		return duration(value.Length{Count: -1, Unit: unitIn(m, "units")})
	}
	return oneLength(r, m)
}

func plainSpan(r *Reader, m *match) (reading, bool) { return r.spanLength(m) }

func spanBefore(r *Reader, m *match) (reading, bool) {
	said, ok := r.spanLength(m)
	if !ok || !r.Dated {
		return said, ok
	}
	said.Anchor = value.Published
	if first, ok := said.Length.From(r.Published, -1); ok {
		said.Within = &edtf.Range{First: first, Last: r.Published}
	}
	return said, true
}

// spanAfter reads "the next two days": after the date told of in the past
// tense, else after publication.
func spanAfter(r *Reader, m *match) (reading, bool) {
	said, ok := r.spanLength(m)
	if !ok {
		return said, ok
	}
	from, anchor := r.Published, value.Published
	if told, i, ok := r.Reference(value.Fine(edtf.Days)); ok && r.Tense() == pattern.Past {
		from, anchor = told.Period.First(), i
	}
	if anchor == value.Published && !r.Dated {
		return said, true
	}
	said.Anchor = anchor
	if last, ok := said.Length.From(from, 1); ok {
		said.Within = &edtf.Range{First: from, Last: last}
	}
	return said, true
}

// ago reads "two weeks ago" and "more than a year ago".
func ago(r *Reader, m *match) (reading, bool) { return r.fromPublished(m, -1) }

func fromNow(r *Reader, m *match) (reading, bool) { return r.fromPublished(m, 1) }

func (r *Reader) fromPublished(m *match, sign int) (reading, bool) {
	said, ok := r.nested(m, "length")
	if !ok {
		return said, false
	}
	if !r.Dated {
		return r.vagueAside(said, sign), true
	}
	p, ok := said.Length.Away(r.Now(edtf.Days), sign)
	if !ok {
		return r.vagueAside(said, sign), true
	}
	if said.Length.Unit.Letter == "Y" && said.Length.Count == 1 && sign < 0 {
		if q := r.thatQuarter(-4); q.Anchor >= 0 && r.compares() {
			q.Backward = true
			return q, true
		}
	}
	found := value.Calendar(p)
	found.Anchor = value.Published
	return withDegree(found, m, sign), true
}

// compares reports whether the expression stands in the paragraph of the
// quarter last spoken of, or the one after.
func (r *Reader) compares() bool { return len(r.Said) > 0 }

// withDegree applies "more than", "about" and the like to a date.
func withDegree(r reading, m *match, sign int) reading {
	c, ok := m.Get("more")
	if !ok {
		return r
	}
	beyond := c.S == "more_than" || c.S == "equal_or_more"
	switch {
	case c.S == "approx":
		r.Mod = "approx"
		return r
	case beyond == (sign < 0):
		r.Mod = "before"
	default:
		r.Mod = "after"
	}
	days := r.Period.Range()
	days.OpenFirst, days.OpenLast = r.Mod == "before", r.Mod == "after"
	r.Within = &days
	return r
}

// vagueAside is what is left of "a few years ago" without a place.
func (r *Reader) vagueAside(said reading, sign int) reading {
	if said.Length.Unit.Clock && said.Length.Count >= 0 {
		return said
	}
	if sign < 0 || r.Tense() == pattern.Past {
		return value.Word("PAST_REF")
	}
	return value.Word("FUTURE_REF")
}

// aside reads "two days earlier", "three hours later" from the date told of.
func aside(r *Reader, m *match) (reading, bool) {
	words := m.All("word")
	sign := 1
	if w := words[len(words)-1].S; w == "earlier" || w == "before" {
		sign = -1
	}
	said, ok := r.nested(m, "length")
	if !ok {
		return said, false
	}
	if said.Length.Unit.Clock {
		return r.clockAside(said, sign)
	}
	from, i, ok := r.Reference(anyPeriod)
	if !ok {
		return r.asidePublished(said, m, sign)
	}
	if p := from.Period; p.Unit == edtf.Quarters && said.Length.Unit.Letter == "Y" && said.Length.Count > 0 {
		found := value.Calendar(p.Shift(4 * sign * int(said.Length.Count)))
		found.Anchor, found.Backward = i, true
		return found, true
	}
	p, ok := said.Length.Away(from.Period, sign)
	if !ok {
		return r.asidePublished(said, m, sign)
	}
	found := value.Calendar(p)
	found.Anchor, found.Backward = i, true
	return withDegree(found, m, sign), true
}

func anyPeriod(*reading) bool { return true }

// asidePublished reads "a year earlier" where the text tells of no date.
func (r *Reader) asidePublished(said reading, m *match, sign int) (reading, bool) {
	if sign > 0 || said.Length.Count < 0 {
		return r.vagueAside(said, sign), true
	}
	return r.fromPublished(m, sign)
}

// clockAside adds hours or minutes to a time of day.
func (r *Reader) clockAside(said reading, sign int) (reading, bool) {
	from, i, ok := r.Reference(func(s *reading) bool {
		return len(s.Tail) >= 6 && unicode.IsDigit(rune(s.Tail[1]))
	})
	minutes := map[string]float64{"H": 60, "M": 1}[said.Length.Unit.Letter] * said.Length.Count
	if !ok || minutes <= 0 || minutes > 100*24*60 {
		return said, true
	}
	hour, _ := strconv.Atoi(from.Tail[1:3])
	minute, _ := strconv.Atoi(from.Tail[4:6])
	at := hour*60 + minute + sign*int(minutes)
	days := int(math.Floor(float64(at) / (24 * 60)))
	found := value.Calendar(from.Period.Shift(days))
	found.Kind, found.Anchor = value.Clock, i
	found.Tail = clockTail(at-days*24*60) + from.Tail[6:]
	return found, true
}

// asideAtEnd reads "a year before" at the end of a clause; "a week after May
// 3" is a duration.
func asideAtEnd(r *Reader, m *match) (reading, bool) {
	switch r.Words.Low(r.End) {
	case "", ".", ",", ";", ")", "\"", "”":
		return aside(r, m)
	}
	return reading{}, false
}

func unitsAgo(r *Reader, _ *match) (reading, bool) {
	return r.vagueAside(reading{}, -1), true
}

func longAgo(*Reader, *match) (reading, bool) { return value.Word("PAST_REF"), true }
