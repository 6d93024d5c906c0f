package rule

import (
	"fmt"

	"readout/internal/language/edtf"
	"readout/internal/reading/timex/pattern"
	"readout/internal/reading/timex/value"
)

func two(format string, args ...any) string { return fmt.Sprintf(format, args...) }

// steps says how many units from the anchor a word leads.
var steps = map[string]int{
	"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "previous": -1,
	"preceding": -1, "following": 1, "ensuing": 1, "same": 0, "that": 0,
}

// relatives hang on the publication date or on a date of the text.
var relatives = []Rule{
	{"date", "yesterday|today|tomorrow", nearDay, Sure, "yesterday => 2021-03-11"},
	{"date", "the day before yesterday", nearDay, Sure, "the day before yesterday => 2021-03-10"},
	{"date", "the day after tomorrow", nearDay, Sure, "the day after tomorrow => 2021-03-14"},
	{"date", "<weekday>", weekdayAlone, Sure, "Monday => 2021-03-08"},
	{"date", "last|next|this|past|coming <weekday>", weekdayMarked, Sure, "last Friday => 2021-03-05"},
	{"date", "this past|coming <weekday>", weekdayMarked, Sure, "this coming Sunday => 2021-03-14"},
	{"date", "the following|next|previous|preceding <weekday>", weekdayNarrated, Sure, "the following Saturday => 2021-03-13"},
	{"this", "this|last|next <cal>", unitMarked, Sure, "last week => 2021-W09"},
	{"this", "the? current|coming <cal>", unitMarked, Sure, "the current year => 2021"},
	{"this", "the last century|quarter|decade", unitMarked, Sure, "the last century => 19"},
	{"this", "this past|coming|current <cal>", unitMarked, Sure, "this past week => 2021-W09"},
	{"date", "<this>", pass, Inside, ""},
	{"that", "that|same <cal>", unitNarrated, Sure, "that year => 2021"},
	{"that", "the same|following|previous|preceding|ensuing <cal>", unitNarrated, Sure, "the previous year => 2020"},
	{"that", "the full? week|month|quarter|year|weekend|decade|century", unitAlone, Likely, "the year => 2021"},
	{"that", "the next <cal>", unitNext, Sure, "the next month => 2021-04"},
	{"date", "<that>", pass, Inside, ""},
	{"date", "the <cal> before|after", unitBeside, Weak, "the year before => 2020"},
	{"date", "last|next|this <season>", seasonMarked, Sure, "last summer => 2020-SU"},
	{"date", "this past|coming <season>", seasonMarked, Sure, "this past spring => 2020-SP"},
	{"date", "the <season>", seasonAlone, Weak, "the fall => 2020-FA"},
	{"date", "<season>", seasonAlone, Weak, "summer => 2020-SU"},
	{"date", "year -? end", yearEnd, Sure, "year-end => 2021"},
	{"date", "year ' s end", yearEnd, Sure, "year's end => 2021"},
	{"phase", "earlier|later <this>", restOfUnit, Sure, "earlier this month => 2021-03"},
	{"phase", "earlier|later <that>", restOfUnit, Sure, "later that year => 2021"},
	{"phase", "earlier|later in <that>", restOfUnit, Sure, "earlier in the year => 2021"},
}

func pass(r *Reader, m *match) (reading, bool) {
	c := m.Captures[0]
	return r.mean(c.Sub)
}

func nearDay(r *Reader, m *match) (reading, bool) {
	n := map[string]int{"yesterday": -1, "tomorrow": 1}[m.Captures[len(m.Captures)-1].S]
	if len(m.Captures) > 1 {
		n *= 2
	}
	return r.Relative(edtf.Days, n), true
}

// onWeekday returns the day n of the week that is last before a day, or first
// after it; the day itself counts when it may.
func onWeekday(n int, from edtf.Day, ahead, itself bool) reading {
	days := edtf.Day((n - from.Weekday() + 7) % 7)
	if !ahead && days > 0 || days == 0 && !itself && !ahead {
		days -= 7
	}
	if days == 0 && !itself {
		days = 7
	}
	return value.Calendar(edtf.Of(edtf.Days, from+days))
}

func (r *Reader) onWeekday(n int, ahead, itself bool) (reading, bool) {
	if !r.Dated {
		return value.Word(two("XXXX-WXX-%d", n)), true
	}
	said := onWeekday(n, r.Published, ahead, itself)
	said.Anchor = value.Published
	return said, true
}

// weekdayAlone reads "Monday": on a Monday it is that day, also of what is planned. So
// it is in all but one of 113 cases in TimeBank and AQUAINT.
func weekdayAlone(r *Reader, m *match) (reading, bool) {
	ahead := r.Tense() == pattern.Future
	return r.onWeekday(m.N("weekday"), ahead, true)
}

func weekdayMarked(r *Reader, m *match) (reading, bool) {
	words := m.All("word")
	which := words[len(words)-1].S
	back := which == "last" || which == "past"
	return r.onWeekday(m.N("weekday"), !back, false)
}

func weekdayNarrated(r *Reader, m *match) (reading, bool) {
	words := m.All("word")
	ahead := steps[words[len(words)-1].S] > 0
	from, i, ok := r.Reference(value.Fine(edtf.Days))
	if !ok {
		return r.onWeekday(m.N("weekday"), ahead, false)
	}
	said := onWeekday(m.N("weekday"), from.Period.First(), ahead, false)
	said.Anchor = i
	return said, true
}

// step returns how far the words of a match lead: those of "this past week" as
// far as the last of them.
func step(m *match) int {
	n := 0
	for _, w := range m.All("word") {
		if s, ok := steps[w.S]; ok {
			n = s
		}
	}
	return n
}

func calendarUnit(m *match) edtf.Unit {
	if c, ok := m.Get("cal"); ok {
		return pattern.CalendarUnit(c.S)
	}
	words := m.All("word")
	return pattern.CalendarUnit(words[len(words)-1].S)
}

// unitMarked reads "last week". A weekend is the one before, of or after the
// week of publication.
func unitMarked(r *Reader, m *match) (reading, bool) {
	return r.Relative(calendarUnit(m), step(m)), true
}

func unitNarrated(r *Reader, m *match) (reading, bool) {
	return r.Narrated(calendarUnit(m), step(m)), true
}

// unitNext reads "the next month": after the date told of, in a tale; after
// publication, in a forecast.
func unitNext(r *Reader, m *match) (reading, bool) {
	if r.Tense() == pattern.Future {
		return r.Relative(calendarUnit(m), 1), true
	}
	return r.Narrated(calendarUnit(m), 1), true
}

func unitBeside(r *Reader, m *match) (reading, bool) {
	words := m.All("word")
	n := 1
	if words[len(words)-1].S == "before" {
		n = -1
	}
	return r.Narrated(calendarUnit(m), n), true
}

// unitAlone reads "the quarter", "the year": the one the text speaks of.
func unitAlone(r *Reader, m *match) (reading, bool) {
	u := calendarUnit(m)
	if r.Words.Low(m.End) == "-" {
		return reading{}, false
	}
	if u == edtf.Quarters {
		return r.thatQuarter(0), true
	}
	if u == edtf.Weekends && r.Published.Weekday() < 6 && r.Tense() != pattern.Future {
		return r.Relative(u, -1), true
	}
	return r.Relative(u, 0), true
}

func seasonMarked(r *Reader, m *match) (reading, bool) {
	words := m.All("word")
	in := func(year int) (reading, bool) { return value.Calendar(r.season(m.N("season"), year)), true }
	if !r.Dated {
		return value.Word("XXXX-" + seasonName(m.N("season"))), true
	}
	return r.marked(words[len(words)-1].S, in)
}

func seasonAlone(r *Reader, m *match) (reading, bool) {
	n := m.N("season")
	return r.Partial("XXXX-"+seasonName(n), func(year int) (reading, bool) {
		return value.Calendar(r.season(n, year)), true
	})
}

func seasonName(n int) string { return [...]string{"", "SP", "SU", "FA", "WI"}[n] }

// restOfUnit reads "earlier this month" and "later that year": from the
// beginning of the unit to the anchor, or from the anchor to the end.
func restOfUnit(r *Reader, m *match) (reading, bool) {
	group := "this"
	if _, ok := m.Get(group); !ok {
		group = "that"
	}
	said, ok := r.nested(m, group)
	if !ok || !said.Period.Known() {
		return said, ok
	}
	from := edtf.Of(edtf.Days, r.Published)
	if said.Anchor >= 0 {
		from = r.Said[said.Anchor].Period
	}
	days := said.Period.Range()
	if m.Captures[0].S == "earlier" && days.Contains(from.Last()) {
		days.Last = from.Last()
	}
	if m.Captures[0].S == "later" && days.Contains(from.First()) {
		days.First = from.First()
	}
	said.Within = &days
	return said, true
}

func yearEnd(r *Reader, _ *match) (reading, bool) {
	said := r.Relative(edtf.Years, 0)
	return said.Third("end"), true
}

// southern reports whether the sentence names a place south of the equator.
func (r *Reader) southern() bool {
	for i := range r.Words.Len() {
		if r.Words.Upper(i) && southernPlaces[r.Words.Low(i)] {
			return true
		}
	}
	return false
}

var southernPlaces = pattern.Words("australia australian sydney melbourne zealand wellington " +
	"argentina argentine chile chilean santiago brazil brazilian uruguay paraguay bolivia " +
	"africa johannesburg zimbabwe mozambique madagascar lesotho antarctica")
