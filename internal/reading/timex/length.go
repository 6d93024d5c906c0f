package timex

import (
	"math"
	"strconv"

	"readout/internal/language/edtf"
)

// lengths are durations, and the dates that are a duration away.
var lengths = []rule{
	{"length", "<num> <unit>", lengthOf, likely, "three days => P3D"},
	{"adjective", "<num> - <unit>", lengthOf, sure, "two-week => P2W"},
	{"length", "<num> - <unit> - long", lengthOf, sure, "two-week-long => P2W"},
	{"length", "<num> additional|more|full|straight|consecutive|trading|long|whole|solid <unit>", lengthOf, sure, "eight trading days => P8D"},
	{"length", "<num> and a half <unit>", lengthAndHalf, sure, "two and a half years => P2.5Y"},
	{"length", "<num> <unit> and a half", lengthAndHalf, sure, "a year and a half => P1.5Y"},
	{"length", "half a|an <unit1>", halfLength, sure, "half an hour => PT30M"},
	{"length", "<num> <unit> and|, <num> <unit>", twoLengths, sure, "two years and three months => P2Y3M"},
	{"length", "<num> to|or|- <num> <unit>", lengthRange, sure, "two to three weeks => P2W"},
	{"length", "an additional|extra|entire|other <unit1>", oneLength, sure, "an additional year => P1Y"},
	{"bare", "<units>", vagueLength, weak, "years => PXY"},
	{"bare", "<units> or|and <units>", vagueLength, weak, "weeks or months => PXW"},
	{"length", "<units> - long", vagueLength, sure, "decades-long => PXDE"},
	{"rough", "<more> <length>", roughLength, sure, "more than a week => P1W"},
	{"rough", "<length>", pass, inside, ""},
	{"span", "the <length>", plainSpan, likely, "the nine months => P9M"},
	{"span", "the? past|last|recent <length>", spanBefore, sure, "the past three years => P3Y"},
	{"span", "the? past|last|recent <units>", spanBefore, sure, "recent months => PXM"},
	{"span", "the past <unit1>", spanBefore, sure, "the past decade => P1DE"},
	{"span", "the? next|coming|upcoming <length>", spanAfter, sure, "the next six months => P6M"},
	{"span", "the? next|coming|upcoming|future <units>", spanAfter, sure, "the coming weeks => PXW"},
	{"span", "the? first|final|previous|preceding|following|latest|initial|opening <length>", plainSpan, sure, "the first nine months => P9M"},
	{"span", "the? first|final|previous|preceding|following|latest|early <units>", plainSpan, sure, "the early years => PXY"},
	{"span", "the? <units> ahead", plainSpan, sure, "the weeks ahead => PXW"},
	{"ago", "<more>? <length> ago", ago, sure, "two weeks ago => 2021-W08"},
	{"ago", "<more>? <length> from now|today", fromNow, sure, "three weeks from now => 2021-W13"},
	{"ago", "<more>? <length> earlier|later", aside, sure, "a year earlier => 2020"},
	{"ago", "<length> before|after", asideAtEnd, likely, "a year before => 2020"},
	{"ago", "<units> ago", unitsAgo, sure, "years ago => PAST_REF"},
	{"ago", "long ago", longAgo, sure, "long ago => PAST_REF"},
}

// value prints a length: P3D, PT90M, PXY, P2.5Y. Quarters are months.
func (l length) value() string {
	count, letter := l.count, l.unit.letter
	if letter == "Q" {
		letter = "M"
		count *= 3
	}
	number := "X"
	if l.count >= 0 {
		number = strconv.FormatFloat(count*float64(l.unit.times), 'f', -1, 64)
	}
	head := "P"
	if l.unit.clock {
		head = "PT"
	}
	return head + number + letter + l.extra
}

func duration(l length) (reading, bool) {
	return reading{kind: Duration, length: l, value: l.value(), anchor: NoAnchor}, true
}

func (m *match) length() length {
	count, _ := m.get("num")
	u, _ := m.get("unit")
	return length{count: count.f, unit: units[u.n]}
}

// lengthOf leaves ages ("6-year-old") and three quarters of a thing alone.
func lengthOf(r *reader, m *match) (reading, bool) {
	l, next := m.length(), r.p.low(m.end)
	if next == "-" && r.p.glued(m.end) && (r.p.glued(m.end+1) || r.p.low(m.end+1) == "old") {
		return reading{}, false
	}
	if next == "old" || l.unit.letter == "Q" && (next == "of" || l.count == 3 && m.hyphen(r.p)) {
		return reading{}, false
	}
	return duration(l)
}

// hyphen reports whether the words are joined as an adjective is.
func (m *match) hyphen(p *parser) bool { return p.low(m.end-2) == "-" }

func lengthAndHalf(_ *reader, m *match) (reading, bool) {
	l := m.length()
	l.count += 0.5
	return duration(l)
}

func halfLength(_ *reader, m *match) (reading, bool) {
	u := units[m.n("unit1")]
	if u.letter == "H" {
		return duration(length{count: 30, unit: units[2]})
	}
	if u.letter == "Y" {
		return duration(length{count: 6, unit: units[7]})
	}
	return duration(length{count: 0.5, unit: u})
}

func twoLengths(_ *reader, m *match) (reading, bool) {
	l := m.length()
	count, u := m.all("num")[1], units[m.all("unit")[1].n]
	if count.f < 0 || l.count < 0 || u.clock && !l.unit.clock || u.letter == l.unit.letter {
		return reading{}, false
	}
	l.extra = strconv.FormatFloat(count.f, 'f', -1, 64) + u.letter
	return duration(l)
}

func lengthRange(_ *reader, m *match) (reading, bool) { return duration(m.length()) }

func oneLength(_ *reader, m *match) (reading, bool) {
	return duration(length{count: 1, unit: units[m.n("unit1")]})
}

func vagueLength(_ *reader, m *match) (reading, bool) {
	return duration(length{count: -1, unit: units[unitOf[m.captures[0].s]]})
}

func roughLength(r *reader, m *match) (reading, bool) {
	said, ok := r.nested(m, "length")
	c, _ := m.get("more")
	said.mod = c.s
	return said, ok
}

// spanLength reads the length inside a span.
func (r *reader) spanLength(m *match) (reading, bool) {
	if said, ok := r.nested(m, "length"); ok {
		return said, true
	}
	if c, ok := m.get("units"); ok {
		return duration(length{count: -1, unit: units[unitOf[c.s]]})
	}
	return oneLength(r, m)
}

func plainSpan(r *reader, m *match) (reading, bool) { return r.spanLength(m) }

func spanBefore(r *reader, m *match) (reading, bool) {
	said, ok := r.spanLength(m)
	if !ok || !r.dated {
		return said, ok
	}
	said.anchor = Published
	if first, ok := said.length.from(r.published, -1); ok {
		said.within = &edtf.Range{First: first, Last: r.published}
	}
	return said, true
}

// spanAfter reads "the next two days": after the date told of in the past
// tense, else after publication.
func spanAfter(r *reader, m *match) (reading, bool) {
	said, ok := r.spanLength(m)
	if !ok {
		return said, ok
	}
	from, anchor := r.published, Published
	if told, i, ok := r.reference(fine(edtf.Days)); ok && r.tense() == past {
		from, anchor = told.period.First(), i
	}
	if anchor == Published && !r.dated {
		return said, true
	}
	said.anchor = anchor
	if last, ok := said.length.from(from, 1); ok {
		said.within = &edtf.Range{First: from, Last: last}
	}
	return said, true
}

// from returns the day that is the length away from a day, in the direction of
// sign. Hours are rounded up to days.
func (l length) from(day edtf.Day, sign int) (edtf.Day, bool) {
	if l.count < 0 || l.extra != "" || l.count > 10000 {
		return 0, false
	}
	n := sign * int(math.Ceil(l.count)) * l.unit.times
	switch l.unit.letter {
	case "H":
		return day + edtf.Day(sign*((sign*n+23)/24)), true
	case "S":
		return 0, false
	case "D":
		return day + edtf.Day(n), true
	case "W":
		return day + edtf.Day(7*n), true
	case "Q":
		n *= 3
	case "Y":
		n = int(float64(sign) * math.Round(l.count*12))
	case "DE":
		n *= 120
	case "CE":
		n *= 1200
	case "M":
		if l.unit.clock {
			return 0, false
		}
	}
	return day.AddMonths(n), l.unit.letter != "WE"
}

// away returns the unit that is the length away from a period, as fine as the
// unit is: two weeks from a day is a week.
func (l length) away(from edtf.Period, sign int) (edtf.Period, bool) {
	if l.count < 0 || l.unit.clock || l.extra != "" || l.count > 10000 {
		return edtf.Period{}, false
	}
	if whole := math.Trunc(l.count); whole != l.count {
		day, ok := l.from(from.First(), sign)
		return edtf.Of(edtf.Months, day), ok
	}
	n := sign * int(l.count) * l.unit.times
	if l.unit.place == edtf.Decades || l.unit.place == edtf.Centuries {
		return from.In(l.unit.place).Shift(n), true
	}
	return from.In(l.unit.place).Shift(n), rank(from.Unit) <= rank(l.unit.place)
}

// ago reads "two weeks ago" and "more than a year ago".
func ago(r *reader, m *match) (reading, bool) { return r.fromPublished(m, -1) }

func fromNow(r *reader, m *match) (reading, bool) { return r.fromPublished(m, 1) }

func (r *reader) fromPublished(m *match, sign int) (reading, bool) {
	said, ok := r.nested(m, "length")
	if !ok {
		return said, false
	}
	if !r.dated {
		return r.vagueAside(said, sign), true
	}
	p, ok := said.length.away(r.now(edtf.Days), sign)
	if !ok {
		return r.vagueAside(said, sign), true
	}
	if said.length.unit.letter == "Y" && said.length.count == 1 && sign < 0 {
		if q := r.thatQuarter(-4); q.anchor >= 0 && r.compares() {
			q.backward = true
			return q, true
		}
	}
	found := calendar(p)
	found.anchor = Published
	return found.degree(m, sign), true
}

// compares reports whether the expression stands in the paragraph of the
// quarter last spoken of, or the one after.
func (r *reader) compares() bool { return len(r.said) > 0 }

// degree applies "more than", "about" and the like to a date.
func (r reading) degree(m *match, sign int) reading {
	c, ok := m.get("more")
	if !ok {
		return r
	}
	beyond := c.s == "more_than" || c.s == "equal_or_more"
	switch {
	case c.s == "approx":
		r.mod = "approx"
		return r
	case beyond == (sign < 0):
		r.mod = "before"
	default:
		r.mod = "after"
	}
	days := r.period.Range()
	days.OpenFirst, days.OpenLast = r.mod == "before", r.mod == "after"
	r.within = &days
	return r
}

// vagueAside is what is left of "a few years ago" without a place.
func (r *reader) vagueAside(said reading, sign int) reading {
	if said.length.unit.clock && said.length.count >= 0 {
		return said
	}
	if sign < 0 || r.tense() == past {
		return word("PAST_REF")
	}
	return word("FUTURE_REF")
}

// aside reads "two days earlier", "three hours later" from the date told of.
func aside(r *reader, m *match) (reading, bool) {
	words := m.all("word")
	sign := 1
	if w := words[len(words)-1].s; w == "earlier" || w == "before" {
		sign = -1
	}
	said, ok := r.nested(m, "length")
	if !ok {
		return said, false
	}
	if said.length.unit.clock {
		return r.clockAside(said, sign)
	}
	from, i, ok := r.reference(anyPeriod)
	if !ok {
		return r.asidePublished(said, m, sign)
	}
	if p := from.period; p.Unit == edtf.Quarters && said.length.unit.letter == "Y" && said.length.count > 0 {
		found := calendar(p.Shift(4 * sign * int(said.length.count)))
		found.anchor, found.backward = i, true
		return found, true
	}
	p, ok := said.length.away(from.period, sign)
	if !ok {
		return r.asidePublished(said, m, sign)
	}
	found := calendar(p)
	found.anchor, found.backward = i, true
	return found.degree(m, sign), true
}

// asidePublished reads "a year earlier" where the text tells of no date.
func (r *reader) asidePublished(said reading, m *match, sign int) (reading, bool) {
	if sign > 0 || said.length.count < 0 {
		return r.vagueAside(said, sign), true
	}
	return r.fromPublished(m, sign)
}

// clockAside adds hours or minutes to a time of day.
func (r *reader) clockAside(said reading, sign int) (reading, bool) {
	from, i, ok := r.reference(func(s *reading) bool { return len(s.tail) >= 6 && isDigit(s.tail[1]) })
	minutes := map[string]float64{"H": 60, "M": 1}[said.length.unit.letter] * said.length.count
	if !ok || minutes <= 0 || minutes > 100*24*60 {
		return said, true
	}
	at := atoi(from.tail[1:3])*60 + atoi(from.tail[4:6]) + sign*int(minutes)
	days := int(math.Floor(float64(at) / (24 * 60)))
	found := calendar(from.period.Shift(days))
	found.kind, found.anchor = Clock, i
	found.tail = clockTail(at-days*24*60) + from.tail[6:]
	return found, true
}

// asideAtEnd reads "a year before" at the end of a clause; "a week after May
// 3" is a duration.
func asideAtEnd(r *reader, m *match) (reading, bool) {
	switch r.p.low(r.end) {
	case "", ".", ",", ";", ")", "\"", "”":
		return aside(r, m)
	}
	return reading{}, false
}

func unitsAgo(r *reader, _ *match) (reading, bool) {
	return r.vagueAside(reading{}, -1), true
}

func longAgo(*reader, *match) (reading, bool) { return word("PAST_REF"), true }
