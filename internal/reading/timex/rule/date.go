package rule

import (
	"readout/internal/language/edtf"
	"readout/internal/reading/timex/pattern"
	"readout/internal/reading/timex/value"
)

// dates are the expressions that name a place in the calendar by its fields.
var dates = []Rule{
	{"date", "<weekday,>? <month> <day> <,year>", fullDate, Sure, "March 3, 2021 => 2021-03-03"},
	{"date", "<weekday,>? the? <day> of? <month> <,year>", fullDate, Sure, "3 March 2021 => 2021-03-03"},
	{"date", "<day> ~- <month> ~- <year>", fullDate, Sure, "3-Mar-2021 => 2021-03-03"},
	{"date", "<numeric>", numericDate, Sure, "2021/10/08 => 2021-10-08"},
	{"date", "<weekday,>? <month> <day>", monthDay, Sure, "March 3 => 2021-03-03"},
	{"date", "<weekday,>? the? <day> of <month>", monthDay, Sure, "the 3rd of March => 2021-03-03"},
	{"date", "<weekday,>? <day> <month>", monthDay, Sure, "3 March => 2021-03-03"},
	{"date", "<weekday,> the <dayth>", dayOfMonth, Weak, "Tuesday the 2nd => 2021-03-02"},
	{"date", "the <dayth>", dayOfMonth, Weak, "the 5th => 2021-03-05"},
	{"date", "<month> of? <,year>", monthYear, Sure, "September 2020 => 2020-09"},
	{"date", "<month>", monthAlone, Likely, "January => 2021-01"},
	{"date", "last|next|this|past|coming <month>", monthAlone, Sure, "last April => 2020-04"},
	{"date", "<month> this|last|next year", monthOfYear, Sure, "June last year => 2020-06"},
	{"date", "the year <year>", yearAlone, Sure, "the year 1968 => 1968"},
	{"date", "<year>", yearAlone, Likely, "2004 => 2004"},
	{"date", "' ~<yy>", shortYear, Likely, "'98 => 1998"},
	{"date", "the? <year> ~s", decadeOf, Sure, "the 1990s => 199"},
	{"date", "the? ' ~<yy> ~s", shortDecade, Sure, "the '60s => 196"},
	{"date", "the <tens>", tensDecade, Sure, "the eighties => 198"},
	{"date", "the? <ord> -? century|centuries", centuryOf, Sure, "the 19th century => 18"},
	{"date", "the? <season> of|, <year>", seasonOfYear, Sure, "the summer of 2020 => 2020-SU"},
	{"date", "<season> <year>", seasonOfYear, Sure, "winter 2020 => 2020-WI"},
	{"date", "<holiday> <,year>", holidayOfYear, Sure, "Christmas Day 2019 => 2019-12-25"},
	{"date", "<holiday>", holidayAlone, Sure, "Good Friday => 2020-04-10"},
	{"date", "last|next|this <holiday>", holidayAlone, Sure, "last Thanksgiving => 2020-11-26"},
	{"date", "9 ~/ ~11", attacks, Sure, "9/11 => 2001-09-11"},
	{"interval", "<month> <day> - <day> <,year>?", dayInterval, Sure, "March 3-5, 2020 => 2020-03-03/2020-03-05"},
	{"interval", "<day> - <day> <month> <year>?", dayInterval, Sure, "2-4 May 2019 => 2019-05-02/2019-05-04"},
	{"interval", "<month> <day> - <month> <day> <,year>?", dayInterval, Sure, "January 30-February 2 => 2021-01-30/2021-02-02"},
	{"interval", "<month> <day> , <year> - <month> <day> , <year>", dayInterval, Sure, "Dec. 31, 2019-Jan. 1, 2020 => 2019-12-31/2020-01-01"},
	{"interval", "<month> - <month> <year>", monthInterval, Sure, "March-May 2020 => 2020-03/2020-05"},
	{"interval", "<year> ~-|/ ~<yy>", yearInterval, Sure, "2014-19 => 2014/2019"},
	{"interval", "<year> - <year>", yearInterval, Sure, "1914-1918 => 1914/1918"},
}

// dateOf returns the day if there is such a one.
func dateOf(year, month, day int) (reading, bool) {
	d := edtf.DayOf(year, month, day)
	_, m, _ := d.Date()
	return value.Calendar(edtf.Of(edtf.Days, d)), m == month
}

func fullDate(_ *Reader, m *match) (reading, bool) {
	y, _ := m.Year()
	return dateOf(y, m.N("month"), m.N("day"))
}

func numericDate(r *Reader, m *match) (reading, bool) {
	c, _ := m.Get("numeric")
	year := c.N / 10000
	if c.S != "short" {
		return dateOf(year, c.N/100%100, c.N%100)
	}
	said, ok := dateOf(r.Century(year), c.N/100%100, c.N%100)
	said.Anchor, said.Inferred = value.Published, []string{"century"}
	return said, ok && r.Dated
}

func monthDay(r *Reader, m *match) (reading, bool) {
	month, day := m.N("month"), m.N("day")
	if month == 9 && day == 11 && r.isAttack() {
		return attacks(r, m)
	}
	weekday := m.N("weekday,")
	in := func(year int) (reading, bool) {
		said, ok := dateOf(year, month, day)
		return said, ok && (weekday == 0 || said.Period.First().Weekday() == weekday)
	}
	return r.Partial(two("XXXX-%02d-%02d", month, day), in)
}

// isAttack tells the day of 2001 from others by the word after it.
func (r *Reader) isAttack() bool {
	if r.Dated && r.Published < edtf.DayOf(2001, 9, 11) {
		return false
	}
	switch r.Words.Low(r.End) {
	case "attack", "attacks", "terrorist", "terror", "hijackers", "hijackings", "commission":
		return true
	}
	return false
}

func attacks(*Reader, *match) (reading, bool) {
	said, _ := dateOf(2001, 9, 11)
	said.Inferred = []string{"year"}
	return said, true
}

// dayOfMonth reads "the 15th": of the month before or after publication.
func dayOfMonth(r *Reader, m *match) (reading, bool) {
	day := m.N("dayth")
	if !r.Dated {
		return value.Word(two("XXXX-XX-%02d", day)), day <= 31
	}
	y, month, today := r.Published.Date()
	ahead := r.Tense() == pattern.Future
	switch {
	case ahead && day <= today:
		month++
	case !ahead && day > today:
		month--
	}
	said := value.Calendar(edtf.Of(edtf.Days, edtf.DayOf(y, month, day)))
	said.Anchor, said.Inferred = value.Published, []string{"year", "month"}
	return said, day <= 28 || said.Period.Timex()[8:] == two("%02d", day)
}

func monthYear(_ *Reader, m *match) (reading, bool) {
	y, _ := m.Year()
	return value.Calendar(edtf.Of(edtf.Months, edtf.DayOf(y, m.N("month"), 1))), true
}

// monthAlone reads "November", "last November", "this September".
func monthAlone(r *Reader, m *match) (reading, bool) {
	month := m.N("month")
	if last := r.Words.Low(m.End - 1); len(last) == 3 && last != "may" && last != "." {
		return reading{}, false // Jan is a name, Jan. a month
	}
	if n := r.Words.Number(m.End); n >= 1 && n <= 31 {
		return reading{}, false
	}
	in := func(year int) (reading, bool) {
		return value.Calendar(edtf.Of(edtf.Months, edtf.DayOf(year, month, 1))), true
	}
	which, marked := m.Get("word")
	if !marked || !r.Dated {
		return r.Partial(two("XXXX-%02d", month), in)
	}
	return r.marked(which.S, in)
}

// marked returns the "last", "this" or "next" date of a kind.
func (r *Reader) marked(which string, in func(int) (reading, bool)) (reading, bool) {
	year := r.Now(edtf.Years).Index
	said, ok := in(year)
	months := 0 // "last April" is not said in May
	if said.Period.Unit == edtf.Months {
		months = 1
	}
	switch which {
	case "last", "past":
		if said.Period.Last() >= r.Published-31*edtf.Day(months) {
			said, ok = in(year - 1)
		}
	case "next", "coming":
		if said.Period.First() <= r.Published {
			said, ok = in(year + 1)
		}
	}
	said.Anchor = value.Published
	return said, ok
}

func monthOfYear(r *Reader, m *match) (reading, bool) {
	c, _ := m.Get("word")
	year := r.Relative(edtf.Years, steps[c.S])
	if !r.Dated {
		return value.Word(two("XXXX-%02d", m.N("month"))), true
	}
	said := value.Calendar(edtf.Of(edtf.Months, edtf.DayOf(year.Period.Index, m.N("month"), 1)))
	said.Anchor = value.Published
	return said, true
}

func yearAlone(_ *Reader, m *match) (reading, bool) {
	return value.Calendar(edtf.Period{Unit: edtf.Years, Index: m.N("year")}), true
}

func shortYear(r *Reader, m *match) (reading, bool) {
	said := value.Calendar(edtf.Period{Unit: edtf.Years, Index: r.Century(m.N("yy"))})
	said.Anchor, said.Inferred = value.Published, []string{"century"}
	return said, r.Dated && r.Words.Low(m.Start-1) != "'"
}

func decadeOf(_ *Reader, m *match) (reading, bool) {
	year := m.N("year")
	return value.Calendar(edtf.Period{Unit: edtf.Decades, Index: year / 10}), year%10 == 0
}

func shortDecade(r *Reader, m *match) (reading, bool) {
	if m.N("yy")%10 != 0 {
		return reading{}, false
	}
	return r.decade(m.N("yy"))
}

func tensDecade(r *Reader, m *match) (reading, bool) { return r.decade(m.N("tens") * 10) }

// decade reads "the '60s"; without a publication date they are of the 1900s.
func (r *Reader) decade(yy int) (reading, bool) {
	year := 1900 + yy
	if r.Dated {
		year = r.Century(yy)
	}
	said := value.Calendar(edtf.Period{Unit: edtf.Decades, Index: year / 10})
	said.Inferred = []string{"century"}
	if r.Dated {
		said.Anchor = value.Published
	}
	return said, true
}

func centuryOf(_ *Reader, m *match) (reading, bool) {
	n := m.N("ord")
	return value.Calendar(edtf.Period{Unit: edtf.Centuries, Index: n - 1}), n >= 1 && n <= 30
}

func seasonOfYear(r *Reader, m *match) (reading, bool) {
	return value.Calendar(r.season(m.N("season"), m.N("year"))), true
}

// season returns the n-th season (spring is 1) that begins in a year.
func (r *Reader) season(n, year int) edtf.Period {
	month := n * 3
	if !r.southern() {
		return edtf.Of(edtf.Seasons, edtf.DayOf(year, month, 1))
	}
	return edtf.Of(edtf.SouthSeasons, edtf.DayOf(year, (month+5)%12+1, 1))
}

func holidayOfYear(_ *Reader, m *match) (reading, bool) {
	y, _ := m.Year()
	day, _ := pattern.HolidayOn(m.N("holiday"), y)
	return value.Calendar(edtf.Of(edtf.Days, day)), true
}

func holidayAlone(r *Reader, m *match) (reading, bool) {
	in := func(year int) (reading, bool) {
		day, held := pattern.HolidayOn(m.N("holiday"), year)
		return value.Calendar(edtf.Of(edtf.Days, day)), held
	}
	which, marked := m.Get("word")
	if !r.Dated {
		return value.Word("XXXX-XX-XX"), true
	}
	if !marked {
		return r.Partial("", in)
	}
	return r.marked(which.S, in)
}

func dayInterval(r *Reader, m *match) (reading, bool) {
	monthsOf, days, years := m.All("month"), m.All("day"), m.All("year")
	first, last := monthsOf[0].N, monthsOf[len(monthsOf)-1].N
	in := func(year int) (reading, bool) {
		before := year
		if last < first {
			before--
		}
		if len(years) == 2 {
			before = years[0].N
		}
		from, ok := dateOf(before, first, days[0].N)
		to, also := dateOf(year, last, days[1].N)
		from.Until = to.Period
		return from, ok && also && from.Period.Index < to.Period.Index
	}
	if y, ok := m.Year(); ok {
		if len(years) == 2 {
			y = years[1].N
		}
		return in(y)
	}
	return r.Partial("XXXX-XX-XX", in)
}

func monthInterval(_ *Reader, m *match) (reading, bool) {
	ends, year := m.All("month"), m.N("year")
	from := value.Calendar(edtf.Of(edtf.Months, edtf.DayOf(year, ends[0].N, 1)))
	from.Until = edtf.Of(edtf.Months, edtf.DayOf(year, ends[1].N, 1))
	return from, ends[0].N < ends[1].N
}

func yearInterval(_ *Reader, m *match) (reading, bool) {
	ends := m.All("year")
	from := ends[0].N
	to := from - from%100 + m.N("yy")
	if len(ends) == 2 {
		to = ends[1].N
	}
	said := value.Calendar(edtf.Period{Unit: edtf.Years, Index: from})
	said.Until = edtf.Period{Unit: edtf.Years, Index: to}
	return said, to > from
}
