package rule

import (
	"readout/internal/language/edtf"
	"readout/internal/reading/timex/value"
)

// quarters are the parts of years and the years of budgets.
var quarters = []Rule{
	{"date", "the? <ord> -? quarter of? <year>", quarterOfYear, Sure, "the third quarter of 2020 => 2020-Q3"},
	{"date", "the? <year> <ord> quarter", quarterOfYear, Sure, "the 2020 third quarter => 2020-Q3"},
	{"date", "the? <year> ' s <ord> quarter", quarterOfYear, Sure, "2020's third quarter => 2020-Q3"},
	{"date", "this|last|next year ' s <ord> quarter", quarterMarked, Sure, "last year's third quarter => 2020-Q3"},
	{"date", "the? <ord> quarter of this|last|next year", quarterMarked, Sure, "the first quarter of next year => 2022-Q1"},
	{"date", "last year ' s quarter", yearAgoQuarter, Sure, "last year's quarter => 2019-Q4"},
	{"date", "the? <ord> quarter", quarterAlone, Sure, "the fourth quarter => 2020-Q4"},
	{"date", "<ord> - quarter", quarterAlone, Sure, "fourth-quarter => 2020-Q4"},
	{"date", "the? fiscal <ord> -? quarter", quarterAlone, Sure, "the fiscal first quarter => 2021-Q1"},
	{"date", "<Q> <,year>?", quarterLabel, Sure, "Q4 2020 => 2020-Q4"},
	{"date", "the latest quarter|period", latestQuarter, Sure, "the latest quarter => 2020-Q4"},
	{"date", "the? year -? ago|earlier <ord>? quarter|period", yearAgoQuarter, Sure, "the year-ago quarter => 2019-Q4"},
	{"date", "the comparable|corresponding year -? ago|earlier quarter|period", yearAgoQuarter, Sure, "the comparable year-ago quarter => 2019-Q4"},
	{"date", "the comparable|corresponding|same quarter|period last year", yearAgoQuarter, Sure, "the same period last year => 2019-Q4"},
	{"date", "the quarter a year ago|earlier", yearAgoQuarter, Sure, "the quarter a year earlier => 2019-Q4"},
	{"date", "year - ago|earlier", yearAgo, Sure, "year-earlier => 2020"},
	{"date", "the <year> quarter|period", periodOfYear, Sure, "the 2019 quarter => 2019-Q4"},
	{"date", "the? <ord> half of <year>", halfOfYear, Sure, "the first half of 2020 => 2020-H1"},
	{"date", "<H> <,year>?", halfOfYear, Sure, "H2 2021 => 2021-H2"},
	{"date", "the <ord> half of the|this|last|next year", halfMarked, Sure, "the second half of the year => 2021-H2"},
	{"date", "the last half of <year>", lastHalf, Sure, "the last half of 2020 => 2020-H2"},
	{"date", "the? fiscal year? <year>", fiscalYear, Sure, "fiscal 2020 => FY2020"},
	{"date", "the <year> fiscal year", fiscalYear, Sure, "the 2009 fiscal year => FY2009"},
	{"date", "<FY>", fiscalYear, Sure, "FY2018 => FY2018"},
	{"date", "the? this|current|last|next|coming|previous fiscal|financial year", fiscalMarked, Sure, "the next fiscal year => FY2022"},
	{"date", "the? current|coming fiscal|financial quarter", fiscalQuarter, Sure, "the current financial quarter => 2021-Q1"},
	{"date", "the fiscal|financial year", fiscalMarked, Likely, "the fiscal year => FY2021"},
}

// phases are parts of a date and dates that are not exact.
var phases = []Rule{
	{"phase", "the? early|late|mid|middle <date>", phaseOf, Sure, "early September => 2020-09"},
	{"phase", "early|late|mid - <date>", phaseOf, Sure, "mid-May => 2020-05"},
	{"phase", "the mid - <date>", phaseOf, Sure, "the mid-1990s => 199"},
	{"phase", "the beginning|start|outset|end|close|middle of <date>", phaseOf, Sure, "the end of the year => 2021"},
	{"phase", "<more> <date>", roughDate, Sure, "around 1990 => 1990"},
	{"phase", "no later|earlier than <date>", boundDate, Sure, "no later than June 30, 2021 => 2021-06-30"},
	{"phase", "on or before|after <date>", boundDate, Sure, "on or before June 30, 2021 => 2021-06-30"},
}

// quarter is the n-th quarter of a year.
func quarter(year, n int) edtf.Period {
	return edtf.Of(edtf.Quarters, edtf.DayOf(year, 3*n-2, 1))
}

func quarterOfYear(_ *Reader, m *match) (reading, bool) {
	n := m.N("ord")
	return value.Calendar(quarter(m.N("year"), min(n, 4))), n >= 1 && n <= 4
}

func quarterMarked(r *Reader, m *match) (reading, bool) {
	n := m.N("ord")
	if !r.Dated || n < 1 || n > 4 {
		return value.Word(two("XXXX-Q%d", n)), n >= 1 && n <= 4
	}
	said := value.Calendar(quarter(r.Now(edtf.Years).Index+step(m), n))
	said.Anchor = value.Published
	return said, true
}

// quarterAlone reads "the third quarter": companies report the last one, and
// forecast the next.
func quarterAlone(r *Reader, m *match) (reading, bool) {
	n := m.N("ord")
	if n < 1 || n > 4 {
		return reading{}, false
	}
	return r.Partial(two("XXXX-Q%d", n), func(year int) (reading, bool) {
		return value.Calendar(quarter(year, n)), true
	})
}

func quarterLabel(r *Reader, m *match) (reading, bool) {
	if y, ok := m.Year(); ok {
		return value.Calendar(quarter(y, m.N("Q"))), true
	}
	return r.Partial(two("XXXX-Q%d", m.N("Q")), func(year int) (reading, bool) {
		return value.Calendar(quarter(year, m.N("Q"))), true
	})
}

// thatQuarter is the quarter last spoken of, else the one before publication;
// n quarters later.
func (r *Reader) thatQuarter(n int) reading {
	for i := len(r.Said) - 1; i >= max(0, len(r.Said)-value.LookBack); i-- {
		if s := &r.Said[i]; s.Period.Unit == edtf.Quarters && s.Kind == value.Date && !s.Backward {
			said := value.Calendar(s.Period.Shift(n))
			said.Anchor = i
			return said
		}
	}
	return r.Relative(edtf.Quarters, n-1)
}

func latestQuarter(r *Reader, _ *match) (reading, bool) { return r.thatQuarter(0), true }

func yearAgoQuarter(r *Reader, m *match) (reading, bool) {
	if n := m.N("ord"); n >= 1 && n <= 4 && r.Dated {
		last := r.thatQuarter(0).Period
		said := value.Calendar(quarter(last.Shift(-4).In(edtf.Years).Index, n))
		said.Anchor, said.Backward = value.Published, true
		return said, true
	}
	said := r.thatQuarter(-4)
	said.Backward = true
	return said, true
}

// yearAgo reads "year-earlier": before the quarter last spoken of, if any.
func yearAgo(r *Reader, _ *match) (reading, bool) {
	if said := r.thatQuarter(-4); said.Anchor >= 0 {
		said.Backward = true
		return said, true
	}
	return r.Relative(edtf.Years, -1), true
}

func periodOfYear(r *Reader, m *match) (reading, bool) {
	year := m.N("year")
	last := r.thatQuarter(0)
	if !last.Period.Known() {
		return value.Calendar(edtf.Period{Unit: edtf.Years, Index: year}), true
	}
	_, month, _ := last.Period.First().Date()
	said := value.Calendar(quarter(year, (month+2)/3))
	said.Backward = true
	return said, true
}

func half(year, n int) edtf.Period { return edtf.Of(edtf.Halves, edtf.DayOf(year, 6*n-5, 1)) }

func halfOfYear(r *Reader, m *match) (reading, bool) {
	n := m.N("ord") + m.N("H")
	if n < 1 || n > 2 {
		return reading{}, false
	}
	if y, ok := m.Year(); ok {
		return value.Calendar(half(y, n)), true
	}
	return r.Partial("XXXX", func(year int) (reading, bool) { return value.Calendar(half(year, n)), true })
}

func halfMarked(r *Reader, m *match) (reading, bool) {
	n := m.N("ord")
	if n < 1 || n > 2 || !r.Dated {
		return value.Word(two("XXXX-H%d", n)), n == 1 || n == 2
	}
	said := value.Calendar(half(r.Now(edtf.Years).Index+step(m), n))
	said.Anchor = value.Published
	return said, true
}

func lastHalf(_ *Reader, m *match) (reading, bool) { return value.Calendar(half(m.N("year"), 2)), true }

// fiscalUnit is that of the country the sentence names; of an unknown country
// it is the calendar year, about.
func (r *Reader) fiscalUnit() edtf.Unit {
	for i := range r.Words.Len() {
		switch low := r.Words.Low(i); {
		case r.isAmerican(i):
			return edtf.USFiscalYears
		case low == "japan", low == "japanese", low == "tokyo":
			return edtf.JapanFiscalYears
		}
	}
	return edtf.Years
}

// isAmerican reports whether the country is the United States because of the
// word at i; "us" is a pronoun but for "the US".
func (r *Reader) isAmerican(i int) bool {
	switch r.Words.Low(i) {
	case "u":
		return r.Words.Low(i+1) == "." && r.Words.Low(i+2) == "s"
	case "united":
		return r.Words.Low(i+1) == "states"
	case "congress":
		return r.Words.Upper(i)
	case "us":
		return r.Words.Upper(i) && r.Words.Span(i, i+1).Len() == 2 && r.Words.Low(i-1) == "the"
	}
	return r.Words.Low(i) == "pentagon"
}

func (r *Reader) fiscal(year int) reading {
	u := r.fiscalUnit()
	said := value.Calendar(edtf.Period{Unit: u, Index: year})
	if u == edtf.Years {
		said.Value, said.Mod = "FY"+said.Period.Timex(), "approx"
	}
	return said
}

func fiscalYear(r *Reader, m *match) (reading, bool) { return r.fiscal(m.N("year") + m.N("FY")), true }

// fiscalQuarter takes the quarter of a budget for that of the calendar.
func fiscalQuarter(r *Reader, m *match) (reading, bool) {
	return r.Relative(edtf.Quarters, step(m)), true
}

func fiscalMarked(r *Reader, m *match) (reading, bool) {
	if !r.Dated {
		return value.Word("XXXX"), true
	}
	said := r.fiscal(r.Now(r.fiscalUnit()).Index + step(m))
	said.Anchor = value.Published
	return said, true
}

var phaseMods = map[string]string{
	"early": "start", "beginning": "start", "start": "start", "outset": "start",
	"mid": "mid", "middle": "mid", "late": "end", "end": "end", "close": "end",
}

func phaseOf(r *Reader, m *match) (reading, bool) {
	said, ok := r.nested(m, "date")
	for _, w := range m.All("word") {
		if mod := phaseMods[w.S]; mod != "" {
			return said.Third(mod), ok
		}
	}
	return said, ok
}

func roughDate(r *Reader, m *match) (reading, bool) {
	said, ok := r.nested(m, "date")
	c, _ := m.Get("more")
	said.Mod = c.S
	weekday := len(m.Captures) > 1 && r.Rule(m.Captures[1].Sub).Pattern == "<weekday>"
	return said, ok && c.S == "approx" && !weekday
}

func boundDate(r *Reader, m *match) (reading, bool) {
	said, ok := r.nested(m, "date")
	before := false
	for _, w := range m.All("word") {
		before = before || w.S == "later" || w.S == "before"
	}
	said.Mod = "on_or_after"
	if before {
		said.Mod = "on_or_before"
	}
	if said.Period.Known() {
		days := said.Period.Range()
		days.OpenFirst, days.OpenLast = before, !before
		said.Within = &days
	}
	return said, ok
}
