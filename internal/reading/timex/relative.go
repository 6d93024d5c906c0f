package timex

import (
	"fmt"
	"strings"

	"readout/internal/language/edtf"
)

func two(format string, args ...any) string { return fmt.Sprintf(format, args...) }

func splitWords(s string) [][]string {
	var all [][]string
	for _, words := range strings.Split(s, ";") {
		all = append(all, strings.Fields(words))
	}
	return all
}

// steps says how many units from the anchor a word leads.
var steps = map[string]int{
	"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "previous": -1,
	"preceding": -1, "following": 1, "ensuing": 1, "same": 0, "that": 0,
}

// relatives hang on the publication date or on a date of the text.
var relatives = []rule{
	{"date", "yesterday|today|tomorrow", nearDay, sure, "yesterday => 2021-03-11"},
	{"date", "the day before yesterday", nearDay, sure, "the day before yesterday => 2021-03-10"},
	{"date", "the day after tomorrow", nearDay, sure, "the day after tomorrow => 2021-03-14"},
	{"date", "<weekday>", weekdayAlone, sure, "Monday => 2021-03-08"},
	{"date", "last|next|this|past|coming <weekday>", weekdayMarked, sure, "last Friday => 2021-03-05"},
	{"date", "this past|coming <weekday>", weekdayMarked, sure, "this coming Sunday => 2021-03-14"},
	{"date", "the following|next|previous|preceding <weekday>", weekdayNarrated, sure, "the following Saturday => 2021-03-13"},
	{"this", "this|last|next <cal>", unitMarked, sure, "last week => 2021-W09"},
	{"this", "the? current|coming <cal>", unitMarked, sure, "the current year => 2021"},
	{"this", "the last century|quarter|decade", unitMarked, sure, "the last century => 19"},
	{"this", "this past|coming|current <cal>", unitMarked, sure, "this past week => 2021-W09"},
	{"date", "<this>", pass, inside, ""},
	{"that", "that|same <cal>", unitNarrated, sure, "that year => 2021"},
	{"that", "the same|following|previous|preceding|ensuing <cal>", unitNarrated, sure, "the previous year => 2020"},
	{"that", "the full? week|month|quarter|year|weekend|decade|century", unitAlone, likely, "the year => 2021"},
	{"that", "the next <cal>", unitNext, sure, "the next month => 2021-04"},
	{"date", "<that>", pass, inside, ""},
	{"date", "the <cal> before|after", unitBeside, weak, "the year before => 2020"},
	{"date", "last|next|this <season>", seasonMarked, sure, "last summer => 2020-SU"},
	{"date", "this past|coming <season>", seasonMarked, sure, "this past spring => 2020-SP"},
	{"date", "the <season>", seasonAlone, weak, "the fall => 2020-FA"},
	{"date", "<season>", seasonAlone, weak, "summer => 2020-SU"},
	{"date", "year -? end", yearEnd, sure, "year-end => 2021"},
	{"date", "year ' s end", yearEnd, sure, "year's end => 2021"},
	{"phase", "earlier|later <this>", restOfUnit, sure, "earlier this month => 2021-03"},
	{"phase", "earlier|later <that>", restOfUnit, sure, "later that year => 2021"},
	{"phase", "earlier|later in <that>", restOfUnit, sure, "earlier in the year => 2021"},
}

func pass(r *reader, m *match) (reading, bool) {
	c := m.captures[0]
	return c.sub.rule.read(r, c.sub)
}

func nearDay(r *reader, m *match) (reading, bool) {
	n := map[string]int{"yesterday": -1, "tomorrow": 1}[m.captures[len(m.captures)-1].s]
	if len(m.captures) > 1 {
		n *= 2
	}
	return r.relative(edtf.Days, n), true
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
	return calendar(edtf.Of(edtf.Days, from+days))
}

func (r *reader) onWeekday(n int, ahead, itself bool) (reading, bool) {
	if !r.dated {
		return word(two("XXXX-WXX-%d", n)), true
	}
	said := onWeekday(n, r.published, ahead, itself)
	said.anchor = Published
	return said, true
}

func weekdayAlone(r *reader, m *match) (reading, bool) {
	ahead := r.tense() == future
	return r.onWeekday(m.n("weekday"), ahead, !ahead)
}

func weekdayMarked(r *reader, m *match) (reading, bool) {
	words := m.all("word")
	which := words[len(words)-1].s
	back := which == "last" || which == "past"
	return r.onWeekday(m.n("weekday"), !back, false)
}

func weekdayNarrated(r *reader, m *match) (reading, bool) {
	words := m.all("word")
	ahead := steps[words[len(words)-1].s] > 0
	from, i, ok := r.reference(fine(edtf.Days))
	if !ok {
		return r.onWeekday(m.n("weekday"), ahead, false)
	}
	said := onWeekday(m.n("weekday"), from.period.First(), ahead, false)
	said.anchor = i
	return said, true
}

// step returns how far the words of a match lead: those of "this past week" as
// far as the last of them.
func step(m *match) int {
	n := 0
	for _, w := range m.all("word") {
		if s, ok := steps[w.s]; ok {
			n = s
		}
	}
	return n
}

func (m *match) unit() edtf.Unit {
	if c, ok := m.get("cal"); ok {
		return calendarUnits[c.n]
	}
	words := m.all("word")
	return calendarUnits[calendarOf[words[len(words)-1].s]]
}

// unitMarked reads "last week". A weekend is the one before, of or after the
// week of publication.
func unitMarked(r *reader, m *match) (reading, bool) {
	return r.relative(m.unit(), step(m)), true
}

func unitNarrated(r *reader, m *match) (reading, bool) {
	return r.narrated(m.unit(), step(m)), true
}

// unitNext reads "the next month": after the date told of, in a tale; after
// publication, in a forecast.
func unitNext(r *reader, m *match) (reading, bool) {
	if r.tense() == future {
		return r.relative(m.unit(), 1), true
	}
	return r.narrated(m.unit(), 1), true
}

func unitBeside(r *reader, m *match) (reading, bool) {
	words := m.all("word")
	n := 1
	if words[len(words)-1].s == "before" {
		n = -1
	}
	return r.narrated(m.unit(), n), true
}

// unitAlone reads "the quarter", "the year": the one the text speaks of.
func unitAlone(r *reader, m *match) (reading, bool) {
	u := m.unit()
	if r.p.low(m.end) == "-" {
		return reading{}, false
	}
	if u == edtf.Quarters {
		return r.thatQuarter(0), true
	}
	if u == edtf.Weekends && r.published.Weekday() < 6 && r.tense() != future {
		return r.relative(u, -1), true
	}
	return r.relative(u, 0), true
}

func seasonMarked(r *reader, m *match) (reading, bool) {
	words := m.all("word")
	in := func(year int) (reading, bool) { return calendar(r.season(m.n("season"), year)), true }
	if !r.dated {
		return word("XXXX-" + seasonName(m.n("season"))), true
	}
	return r.marked(words[len(words)-1].s, in)
}

func seasonAlone(r *reader, m *match) (reading, bool) {
	n := m.n("season")
	return r.partial("XXXX-"+seasonName(n), func(year int) (reading, bool) {
		return calendar(r.season(n, year)), true
	})
}

func seasonName(n int) string { return [...]string{"", "SP", "SU", "FA", "WI"}[n] }

// restOfUnit reads "earlier this month" and "later that year": from the
// beginning of the unit to the anchor, or from the anchor to the end.
func restOfUnit(r *reader, m *match) (reading, bool) {
	group := "this"
	if _, ok := m.get(group); !ok {
		group = "that"
	}
	said, ok := r.nested(m, group)
	if !ok || !said.period.Known() {
		return said, ok
	}
	from := edtf.Of(edtf.Days, r.published)
	if said.anchor >= 0 {
		from = r.said[said.anchor].period
	}
	days := said.period.Range()
	if m.captures[0].s == "earlier" && days.Contains(from.Last()) {
		days.Last = from.Last()
	}
	if m.captures[0].s == "later" && days.Contains(from.First()) {
		days.First = from.First()
	}
	said.within = &days
	return said, true
}

func yearEnd(r *reader, _ *match) (reading, bool) {
	said := r.relative(edtf.Years, 0)
	return said.third("end"), true
}

// southern reports whether the sentence names a place south of the equator.
func (r *reader) southern() bool {
	for i := range r.p.toks {
		if r.p.toks[i].upper && southernPlaces[r.p.toks[i].low] {
			return true
		}
	}
	return false
}

var southernPlaces = words("australia australian sydney melbourne zealand wellington " +
	"argentina argentine chile chilean santiago brazil brazilian uruguay paraguay bolivia " +
	"africa johannesburg zimbabwe mozambique madagascar lesotho antarctica")
