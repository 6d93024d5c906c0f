package timex

import (
	"readout/internal/language/edtf"
)

// quarters are the parts of years and the years of budgets.
var quarters = []rule{
	{"date", "the? <ord> -? quarter of? <year>", quarterOfYear, sure, "the third quarter of 2020 => 2020-Q3"},
	{"date", "the? <year> <ord> quarter", quarterOfYear, sure, "the 2020 third quarter => 2020-Q3"},
	{"date", "the? <year> ' s <ord> quarter", quarterOfYear, sure, "2020's third quarter => 2020-Q3"},
	{"date", "this|last|next year ' s <ord> quarter", quarterMarked, sure, "last year's third quarter => 2020-Q3"},
	{"date", "the? <ord> quarter of this|last|next year", quarterMarked, sure, "the first quarter of next year => 2022-Q1"},
	{"date", "last year ' s quarter", yearAgoQuarter, sure, "last year's quarter => 2019-Q4"},
	{"date", "the? <ord> quarter", quarterAlone, sure, "the fourth quarter => 2020-Q4"},
	{"date", "<ord> - quarter", quarterAlone, sure, "fourth-quarter => 2020-Q4"},
	{"date", "the? fiscal <ord> -? quarter", quarterAlone, sure, "the fiscal first quarter => 2021-Q1"},
	{"date", "<Q> <,year>?", quarterLabel, sure, "Q4 2020 => 2020-Q4"},
	{"date", "the latest quarter|period", latestQuarter, sure, "the latest quarter => 2020-Q4"},
	{"date", "the? year -? ago|earlier <ord>? quarter|period", yearAgoQuarter, sure, "the year-ago quarter => 2019-Q4"},
	{"date", "the comparable|corresponding year -? ago|earlier quarter|period", yearAgoQuarter, sure, "the comparable year-ago quarter => 2019-Q4"},
	{"date", "the comparable|corresponding|same quarter|period last year", yearAgoQuarter, sure, "the same period last year => 2019-Q4"},
	{"date", "the quarter a year ago|earlier", yearAgoQuarter, sure, "the quarter a year earlier => 2019-Q4"},
	{"date", "year - ago|earlier", yearAgo, sure, "year-earlier => 2020"},
	{"date", "the <year> quarter|period", periodOfYear, sure, "the 2019 quarter => 2019-Q4"},
	{"date", "the? <ord> half of <year>", halfOfYear, sure, "the first half of 2020 => 2020-H1"},
	{"date", "<H> <,year>?", halfOfYear, sure, "H2 2021 => 2021-H2"},
	{"date", "the <ord> half of the|this|last|next year", halfMarked, sure, "the second half of the year => 2021-H2"},
	{"date", "the last half of <year>", lastHalf, sure, "the last half of 2020 => 2020-H2"},
	{"date", "the? fiscal year? <year>", fiscalYear, sure, "fiscal 2020 => FY2020"},
	{"date", "the <year> fiscal year", fiscalYear, sure, "the 2009 fiscal year => FY2009"},
	{"date", "<FY>", fiscalYear, sure, "FY2018 => FY2018"},
	{"date", "the? this|current|last|next|coming|previous fiscal|financial year", fiscalMarked, sure, "the next fiscal year => FY2022"},
	{"date", "the fiscal|financial year", fiscalMarked, likely, "the fiscal year => FY2021"},
}

// phases are parts of a date and dates that are not exact.
var phases = []rule{
	{"phase", "the? early|late|mid|middle <date>", phaseOf, sure, "early September => 2020-09"},
	{"phase", "early|late|mid - <date>", phaseOf, sure, "mid-May => 2020-05"},
	{"phase", "the mid - <date>", phaseOf, sure, "the mid-1990s => 199"},
	{"phase", "the beginning|start|outset|end|close|middle of <date>", phaseOf, sure, "the end of the year => 2021"},
	{"phase", "<more> <date>", roughDate, sure, "around 1990 => 1990"},
	{"phase", "no later|earlier than <date>", boundDate, sure, "no later than June 30, 2021 => 2021-06-30"},
	{"phase", "on or before|after <date>", boundDate, sure, "on or before June 30, 2021 => 2021-06-30"},
}

// quarter is the n-th quarter of a year.
func quarter(year, n int) edtf.Period {
	return edtf.Of(edtf.Quarters, edtf.DayOf(year, 3*n-2, 1))
}

func quarterOfYear(_ *reader, m *match) (reading, bool) {
	n := m.n("ord")
	return calendar(quarter(m.n("year"), min(n, 4))), n >= 1 && n <= 4
}

func quarterMarked(r *reader, m *match) (reading, bool) {
	n := m.n("ord")
	if !r.dated || n < 1 || n > 4 {
		return word(two("XXXX-Q%d", n)), n >= 1 && n <= 4
	}
	said := calendar(quarter(r.now(edtf.Years).Index+step(m), n))
	said.anchor = Published
	return said, true
}

// quarterAlone reads "the third quarter": companies report the last one, and
// forecast the next.
func quarterAlone(r *reader, m *match) (reading, bool) {
	n := m.n("ord")
	if n < 1 || n > 4 {
		return reading{}, false
	}
	return r.partial(two("XXXX-Q%d", n), func(year int) (reading, bool) {
		return calendar(quarter(year, n)), true
	})
}

func quarterLabel(r *reader, m *match) (reading, bool) {
	if y, ok := yearOf(m); ok {
		return calendar(quarter(y, m.n("Q"))), true
	}
	return r.partial(two("XXXX-Q%d", m.n("Q")), func(year int) (reading, bool) {
		return calendar(quarter(year, m.n("Q"))), true
	})
}

// thatQuarter is the quarter last spoken of, else the one before publication;
// n quarters later.
func (r *reader) thatQuarter(n int) reading {
	for i := len(r.said) - 1; i >= max(0, len(r.said)-lookBack); i-- {
		if s := &r.said[i]; s.period.Unit == edtf.Quarters && s.kind == Date && !s.backward {
			said := calendar(s.period.Shift(n))
			said.anchor = i
			return said
		}
	}
	return r.relative(edtf.Quarters, n-1)
}

func latestQuarter(r *reader, _ *match) (reading, bool) { return r.thatQuarter(0), true }

func yearAgoQuarter(r *reader, m *match) (reading, bool) {
	if n := m.n("ord"); n >= 1 && n <= 4 && r.dated {
		last := r.thatQuarter(0).period
		said := calendar(quarter(last.Shift(-4).In(edtf.Years).Index, n))
		said.anchor, said.backward = Published, true
		return said, true
	}
	said := r.thatQuarter(-4)
	said.backward = true
	return said, true
}

// yearAgo reads "year-earlier": before the quarter last spoken of, if any.
func yearAgo(r *reader, _ *match) (reading, bool) {
	if said := r.thatQuarter(-4); said.anchor >= 0 {
		said.backward = true
		return said, true
	}
	return r.relative(edtf.Years, -1), true
}

func periodOfYear(r *reader, m *match) (reading, bool) {
	year := m.n("year")
	last := r.thatQuarter(0)
	if !last.period.Known() {
		return calendar(edtf.Period{Unit: edtf.Years, Index: year}), true
	}
	_, month, _ := last.period.First().Date()
	said := calendar(quarter(year, (month+2)/3))
	said.backward = true
	return said, true
}

func half(year, n int) edtf.Period { return edtf.Of(edtf.Halves, edtf.DayOf(year, 6*n-5, 1)) }

func halfOfYear(r *reader, m *match) (reading, bool) {
	n := m.n("ord") + m.n("H")
	if n < 1 || n > 2 {
		return reading{}, false
	}
	if y, ok := yearOf(m); ok {
		return calendar(half(y, n)), true
	}
	return r.partial("XXXX", func(year int) (reading, bool) { return calendar(half(year, n)), true })
}

func halfMarked(r *reader, m *match) (reading, bool) {
	n := m.n("ord")
	if n < 1 || n > 2 || !r.dated {
		return word(two("XXXX-H%d", n)), n == 1 || n == 2
	}
	said := calendar(half(r.now(edtf.Years).Index+step(m), n))
	said.anchor = Published
	return said, true
}

func lastHalf(_ *reader, m *match) (reading, bool) { return calendar(half(m.n("year"), 2)), true }

// fiscalUnit is that of the country the sentence names; of an unknown country
// it is the calendar year, about.
func (r *reader) fiscalUnit() edtf.Unit {
	for i := range r.p.toks {
		switch low := r.p.low(i); {
		case low == "u" && r.p.low(i+1) == "." && r.p.low(i+2) == "s",
			low == "united" && r.p.low(i+1) == "states", low == "congress" && r.p.upper(i),
			low == "pentagon", low == "us" && r.p.upper(i) && r.p.toks[i].Len() == 2 && i > 0 && r.p.low(i-1) == "the":
			return edtf.USFiscalYears
		case low == "japan", low == "japanese", low == "tokyo":
			return edtf.JapanFiscalYears
		}
	}
	return edtf.Years
}

func (r *reader) fiscal(year int) reading {
	u := r.fiscalUnit()
	said := calendar(edtf.Period{Unit: u, Index: year})
	if u == edtf.Years {
		said.value, said.mod = "FY"+said.period.Timex(), "approx"
	}
	return said
}

func fiscalYear(r *reader, m *match) (reading, bool) { return r.fiscal(m.n("year") + m.n("FY")), true }

func fiscalMarked(r *reader, m *match) (reading, bool) {
	if !r.dated {
		return word("XXXX"), true
	}
	said := r.fiscal(r.now(r.fiscalUnit()).Index + step(m))
	said.anchor = Published
	return said, true
}

// third narrows a reading to the start, mid or end of its unit. A length of
// the day is not divided.
func (r reading) third(mod string) reading {
	r.mod = mod
	if r.period.Known() && r.within == nil && !r.until.Known() {
		n := map[string]int{"start": 0, "mid": 1, "end": 2}[mod]
		if r.period.Unit != edtf.Days {
			days := r.period.Third(n)
			r.within = &days
		}
	}
	return r
}

var phaseMods = map[string]string{
	"early": "start", "beginning": "start", "start": "start", "outset": "start",
	"mid": "mid", "middle": "mid", "late": "end", "end": "end", "close": "end",
}

func phaseOf(r *reader, m *match) (reading, bool) {
	said, ok := r.nested(m, "date")
	for _, w := range m.all("word") {
		if mod := phaseMods[w.s]; mod != "" {
			return said.third(mod), ok
		}
	}
	return said, ok
}

func roughDate(r *reader, m *match) (reading, bool) {
	said, ok := r.nested(m, "date")
	c, _ := m.get("more")
	said.mod = c.s
	weekday := len(m.captures) > 1 && m.captures[1].sub.rule.pattern == "<weekday>"
	return said, ok && c.s == "approx" && !weekday
}

func boundDate(r *reader, m *match) (reading, bool) {
	said, ok := r.nested(m, "date")
	before := false
	for _, w := range m.all("word") {
		before = before || w.s == "later" || w.s == "before"
	}
	said.mod = "on_or_after"
	if before {
		said.mod = "on_or_before"
	}
	if said.period.Known() {
		days := said.period.Range()
		days.OpenFirst, days.OpenLast = before, !before
		said.within = &days
	}
	return said, ok
}
