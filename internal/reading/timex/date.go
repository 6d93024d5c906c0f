package timex

import (
	"readout/internal/language/edtf"
)

// dates are the expressions that name a place in the calendar by its fields.
var dates = []rule{
	{"date", "<weekday,>? <month> <day> <,year>", fullDate, sure, "March 3, 2021 => 2021-03-03"},
	{"date", "<weekday,>? the? <day> of? <month> <,year>", fullDate, sure, "3 March 2021 => 2021-03-03"},
	{"date", "<day> ~- <month> ~- <year>", fullDate, sure, "3-Mar-2021 => 2021-03-03"},
	{"date", "<numeric>", numericDate, sure, "2021/10/08 => 2021-10-08"},
	{"date", "<weekday,>? <month> <day>", monthDay, sure, "March 3 => 2021-03-03"},
	{"date", "<weekday,>? the? <day> of <month>", monthDay, sure, "the 3rd of March => 2021-03-03"},
	{"date", "<weekday,>? <day> <month>", monthDay, sure, "3 March => 2021-03-03"},
	{"date", "<weekday,> the <dayth>", dayOfMonth, weak, "Tuesday the 2nd => 2021-03-02"},
	{"date", "the <dayth>", dayOfMonth, weak, "the 5th => 2021-03-05"},
	{"date", "<month> of? <,year>", monthYear, sure, "September 2020 => 2020-09"},
	{"date", "<month>", monthAlone, likely, "January => 2021-01"},
	{"date", "last|next|this|past|coming <month>", monthAlone, sure, "last April => 2020-04"},
	{"date", "<month> this|last|next year", monthOfYear, sure, "June last year => 2020-06"},
	{"date", "the year <year>", yearAlone, sure, "the year 1968 => 1968"},
	{"date", "<year>", yearAlone, likely, "2004 => 2004"},
	{"date", "' ~<yy>", shortYear, likely, "'98 => 1998"},
	{"date", "the? <year> ~s", decadeOf, sure, "the 1990s => 199"},
	{"date", "the? ' ~<yy> ~s", shortDecade, sure, "the '60s => 196"},
	{"date", "the <tens>", tensDecade, sure, "the eighties => 198"},
	{"date", "the? <ord> -? century|centuries", centuryOf, sure, "the 19th century => 18"},
	{"date", "the? <season> of|, <year>", seasonOfYear, sure, "the summer of 2020 => 2020-SU"},
	{"date", "<season> <year>", seasonOfYear, sure, "winter 2020 => 2020-WI"},
	{"date", "<holiday> <,year>", holidayOfYear, sure, "Christmas Day 2019 => 2019-12-25"},
	{"date", "<holiday>", holidayAlone, sure, "Good Friday => 2020-04-10"},
	{"date", "last|next|this <holiday>", holidayAlone, sure, "last Thanksgiving => 2020-11-26"},
	{"date", "9 ~/ ~11", attacks, sure, "9/11 => 2001-09-11"},
	{"interval", "<month> <day> - <day> <,year>?", dayInterval, sure, "March 3-5, 2020 => 2020-03-03/2020-03-05"},
	{"interval", "<day> - <day> <month> <year>?", dayInterval, sure, "2-4 May 2019 => 2019-05-02/2019-05-04"},
	{"interval", "<month> <day> - <month> <day> <,year>?", dayInterval, sure, "January 30-February 2 => 2021-01-30/2021-02-02"},
	{"interval", "<month> <day> , <year> - <month> <day> , <year>", dayInterval, sure, "Dec. 31, 2019-Jan. 1, 2020 => 2019-12-31/2020-01-01"},
	{"interval", "<month> - <month> <year>", monthInterval, sure, "March-May 2020 => 2020-03/2020-05"},
	{"interval", "<year> ~-|/ ~<yy>", yearInterval, sure, "2014-19 => 2014/2019"},
	{"interval", "<year> - <year>", yearInterval, sure, "1914-1918 => 1914/1918"},
}

// dateOf returns the day if there is such a one.
func dateOf(year, month, day int) (reading, bool) {
	d := edtf.DayOf(year, month, day)
	_, m, _ := d.Date()
	return calendar(edtf.Of(edtf.Days, d)), m == month
}

func yearOf(m *match) (int, bool) {
	if c, ok := m.get("year"); ok {
		return c.n, true
	}
	c, ok := m.get(",year")
	return c.n, ok
}

func fullDate(_ *reader, m *match) (reading, bool) {
	y, _ := yearOf(m)
	return dateOf(y, m.n("month"), m.n("day"))
}

// takeNumeric takes the dates that are digits: 2021-03-03, 2021/03/03,
// 03/04/2021, 24.02.2022 and 3/3/21; n is yyyymmdd.
func takeNumeric(p *parser, i int) (capture, int, bool) {
	x, y, z := p.number(i), p.number(i+2), p.number(i+4)
	mark := p.low(i + 1)
	if x < 0 || y < 0 || z < 0 || mark != p.low(i+3) || p.glued(i) && p.low(i-1) != "(" {
		return capture{}, 0, false
	}
	for k := i + 1; k <= i+4; k++ {
		if !p.glued(k) {
			return capture{}, 0, false
		}
	}
	if p.glued(i+5) && (p.low(i+5) == mark || p.number(i+5) >= 0) && p.glued(i+6) {
		return capture{}, 0, false
	}
	var c capture
	year, month, day, ok := p.order(i)
	c.n = year*10000 + month*100 + day
	if year < 100 {
		c.s = "short"
	}
	return c, i + 5, ok && month >= 1 && month <= 12 && day >= 1 && day <= 31
}

// order tells year, month and day apart: the American order with strokes,
// unless it cannot be; the European one with stops.
func (p *parser) order(i int) (year, month, day int, ok bool) {
	a, b, c, mark := p.number(i), p.number(i+2), p.number(i+4), p.low(i+1)
	first, last := len(p.low(i)), len(p.low(i+4))
	switch {
	case first == 4 && (mark == "-" || mark == "/"):
		return a, b, c, true
	case mark == "." && last == 4:
		return c, b, a, true
	case mark == "/" && (last == 4 || last == 2) && first <= 2:
		if a > 12 {
			a, b = b, a
		}
		return c, a, b, true
	}
	return 0, 0, 0, false
}

func numericDate(r *reader, m *match) (reading, bool) {
	c, _ := m.get("numeric")
	year := c.n / 10000
	if c.s != "short" {
		return dateOf(year, c.n/100%100, c.n%100)
	}
	said, ok := dateOf(r.century(year), c.n/100%100, c.n%100)
	said.anchor, said.inferred = Published, []string{"century"}
	return said, ok && r.dated
}

// century returns the year that ends in yy and is next to publication: at most
// nineteen years after it.
func (r *reader) century(yy int) int {
	now := r.now(edtf.Years).Index
	year := now - now%100 + yy
	if year > now+19 {
		year -= 100
	}
	return year
}

// partial finds the year of a date that names none: the neighbour's, else the
// one that puts the date next to publication on the side that the tense says.
func (r *reader) partial(blank string, in func(year int) (reading, bool)) (reading, bool) {
	if r.next != nil && r.joined() {
		if y, ok := yearOf(r.next); ok {
			said, ok := in(y)
			said.anchor, said.inferred = len(r.said)+1, []string{"year"}
			return said, ok
		}
	}
	if !r.dated {
		return word(blank), true
	}
	said, ok := r.likeliest(in)
	said.anchor, said.inferred = Published, []string{"year"}
	return said, ok
}

// likeliest returns the date that the tense asks for; without a tense, the
// nearest one.
func (r *reader) likeliest(in func(int) (reading, bool)) (reading, bool) {
	back, ok := r.nearest(in, false)
	ahead, also := r.nearest(in, true)
	if !ok || !also {
		return r.nearest(in, !ok)
	}
	since, till := r.published-back.period.Last(), ahead.period.First()-r.published
	switch tense := r.tense(); {
	case r.bracketed():
		return back, true
	case r.isGoal() && tense == past, r.isName(), tense == untold,
		tense == future && since < 60 && till > 300,
		back.period.Unit == edtf.Quarters && since < 100:
		if since <= till {
			return back, true
		}
		return ahead, true
	case tense == past:
		return back, true
	}
	return ahead, true
}

// isGoal reports whether the date is one by which or to which something is to
// happen.
func (r *reader) isGoal() bool {
	switch r.p.low(r.at - 1) {
	case "by", "until", "through", "to":
		return true
	}
	return false
}

// isName reports whether the date names a thing: "the Aug. 7 attack". The verb
// next to it is not about it.
func (r *reader) isName() bool {
	return r.p.low(r.at-1) == "the" && r.end < len(r.p.toks) && r.p.low(r.end) >= "a"
}

// bracketed reports whether the date stands in brackets, as those of cited
// sources do.
func (r *reader) bracketed() bool {
	for i := r.end; i < len(r.p.toks) && i < r.end+8; i++ {
		if low := r.p.low(i); low == ")" {
			return true
		} else if low == "(" {
			return false
		}
	}
	return false
}

// nearest returns the last such date up to publication, or the first one that
// ends after it. A 29th of February may be eight years away.
func (r *reader) nearest(in func(int) (reading, bool), ahead bool) (reading, bool) {
	year, step := r.now(edtf.Years).Index, -1
	if ahead {
		year, step = year-1, 1
	}
	for range 10 {
		said, ok := in(year)
		if ok && (ahead && said.period.Last() > r.published ||
			!ahead && said.period.First() <= r.published) {
			return said, true
		}
		year += step
	}
	return reading{}, false
}

// joined reports whether the next expression is the other end of a list or of
// "between A and B", "from A to B".
func (r *reader) joined() bool {
	if r.next.start != r.end+1 {
		return false
	}
	switch r.p.low(r.end) {
	case "and", "or", "to", "through", "until", "-", ",":
		return true
	}
	return false
}

func monthDay(r *reader, m *match) (reading, bool) {
	month, day := m.n("month"), m.n("day")
	if month == 9 && day == 11 && r.isAttack() {
		return attacks(r, m)
	}
	weekday := m.n("weekday,")
	in := func(year int) (reading, bool) {
		said, ok := dateOf(year, month, day)
		return said, ok && (weekday == 0 || said.period.First().Weekday() == weekday)
	}
	return r.partial(two("XXXX-%02d-%02d", month, day), in)
}

// isAttack tells the day of 2001 from others by the word after it.
func (r *reader) isAttack() bool {
	if r.dated && r.published < edtf.DayOf(2001, 9, 11) {
		return false
	}
	switch r.p.low(r.end) {
	case "attack", "attacks", "terrorist", "terror", "hijackers", "hijackings", "commission":
		return true
	}
	return false
}

func attacks(*reader, *match) (reading, bool) {
	said, _ := dateOf(2001, 9, 11)
	said.inferred = []string{"year"}
	return said, true
}

// dayOfMonth reads "the 15th": of the month before or after publication.
func dayOfMonth(r *reader, m *match) (reading, bool) {
	day := m.n("dayth")
	if !r.dated {
		return word(two("XXXX-XX-%02d", day)), day <= 31
	}
	y, month, today := r.published.Date()
	ahead := r.tense() == future
	switch {
	case ahead && day <= today:
		month++
	case !ahead && day > today:
		month--
	}
	said := calendar(edtf.Of(edtf.Days, edtf.DayOf(y, month, day)))
	said.anchor, said.inferred = Published, []string{"year", "month"}
	return said, day <= 28 || said.period.Timex()[8:] == two("%02d", day)
}

func monthYear(_ *reader, m *match) (reading, bool) {
	y, _ := yearOf(m)
	return calendar(edtf.Of(edtf.Months, edtf.DayOf(y, m.n("month"), 1))), true
}

// monthAlone reads "November", "last November", "this September".
func monthAlone(r *reader, m *match) (reading, bool) {
	month := m.n("month")
	if last := r.p.low(m.end - 1); len(last) == 3 && last != "may" && last != "." {
		return reading{}, false // Jan is a name, Jan. a month
	}
	if n := r.p.number(m.end); n >= 1 && n <= 31 {
		return reading{}, false
	}
	in := func(year int) (reading, bool) {
		return calendar(edtf.Of(edtf.Months, edtf.DayOf(year, month, 1))), true
	}
	which, marked := m.get("word")
	if !marked || !r.dated {
		return r.partial(two("XXXX-%02d", month), in)
	}
	return r.marked(which.s, in)
}

// marked returns the "last", "this" or "next" date of a kind.
func (r *reader) marked(which string, in func(int) (reading, bool)) (reading, bool) {
	year := r.now(edtf.Years).Index
	said, ok := in(year)
	months := 0 // "last April" is not said in May
	if said.period.Unit == edtf.Months {
		months = 1
	}
	switch which {
	case "last", "past":
		if said.period.Last() >= r.published-31*edtf.Day(months) {
			said, ok = in(year - 1)
		}
	case "next", "coming":
		if said.period.First() <= r.published {
			said, ok = in(year + 1)
		}
	}
	said.anchor = Published
	return said, ok
}

func monthOfYear(r *reader, m *match) (reading, bool) {
	c, _ := m.get("word")
	year := r.relative(edtf.Years, steps[c.s])
	if !r.dated {
		return word(two("XXXX-%02d", m.n("month"))), true
	}
	said := calendar(edtf.Of(edtf.Months, edtf.DayOf(year.period.Index, m.n("month"), 1)))
	said.anchor = Published
	return said, true
}

func yearAlone(_ *reader, m *match) (reading, bool) {
	return calendar(edtf.Period{Unit: edtf.Years, Index: m.n("year")}), true
}

func shortYear(r *reader, m *match) (reading, bool) {
	said := calendar(edtf.Period{Unit: edtf.Years, Index: r.century(m.n("yy"))})
	said.anchor, said.inferred = Published, []string{"century"}
	return said, r.dated && r.p.low(m.start-1) != "'"
}

func decadeOf(_ *reader, m *match) (reading, bool) {
	year := m.n("year")
	return calendar(edtf.Period{Unit: edtf.Decades, Index: year / 10}), year%10 == 0
}

func shortDecade(r *reader, m *match) (reading, bool) {
	if m.n("yy")%10 != 0 {
		return reading{}, false
	}
	return r.decade(m.n("yy"))
}

func tensDecade(r *reader, m *match) (reading, bool) { return r.decade(m.n("tens") * 10) }

// decade reads "the '60s"; without a publication date they are of the 1900s.
func (r *reader) decade(yy int) (reading, bool) {
	year := 1900 + yy
	if r.dated {
		year = r.century(yy)
	}
	said := calendar(edtf.Period{Unit: edtf.Decades, Index: year / 10})
	said.inferred = []string{"century"}
	if r.dated {
		said.anchor = Published
	}
	return said, true
}

func centuryOf(_ *reader, m *match) (reading, bool) {
	n := m.n("ord")
	return calendar(edtf.Period{Unit: edtf.Centuries, Index: n - 1}), n >= 1 && n <= 30
}

func seasonOfYear(r *reader, m *match) (reading, bool) {
	return calendar(r.season(m.n("season"), m.n("year"))), true
}

// season returns the n-th season (spring is 1) that begins in a year.
func (r *reader) season(n, year int) edtf.Period {
	month := n * 3
	if !r.southern() {
		return edtf.Of(edtf.Seasons, edtf.DayOf(year, month, 1))
	}
	return edtf.Of(edtf.SouthSeasons, edtf.DayOf(year, (month+5)%12+1, 1))
}

func holidayOfYear(_ *reader, m *match) (reading, bool) {
	y, _ := yearOf(m)
	return calendar(edtf.Of(edtf.Days, holidays[m.n("holiday")].on(y))), true
}

func holidayAlone(r *reader, m *match) (reading, bool) {
	h := holidays[m.n("holiday")]
	in := func(year int) (reading, bool) {
		return calendar(edtf.Of(edtf.Days, h.on(year))), year%h.every == 0
	}
	which, marked := m.get("word")
	if !r.dated {
		return word("XXXX-XX-XX"), true
	}
	if !marked {
		return r.partial("", in)
	}
	return r.marked(which.s, in)
}

func dayInterval(r *reader, m *match) (reading, bool) {
	monthsOf, days, years := m.all("month"), m.all("day"), m.all("year")
	first, last := monthsOf[0].n, monthsOf[len(monthsOf)-1].n
	in := func(year int) (reading, bool) {
		before := year
		if last < first {
			before--
		}
		if len(years) == 2 {
			before = years[0].n
		}
		from, ok := dateOf(before, first, days[0].n)
		to, also := dateOf(year, last, days[1].n)
		from.until = to.period
		return from, ok && also && from.period.Index < to.period.Index
	}
	if y, ok := yearOf(m); ok {
		if len(years) == 2 {
			y = years[1].n
		}
		return in(y)
	}
	return r.partial("XXXX-XX-XX", in)
}

func monthInterval(_ *reader, m *match) (reading, bool) {
	ends, year := m.all("month"), m.n("year")
	from := calendar(edtf.Of(edtf.Months, edtf.DayOf(year, ends[0].n, 1)))
	from.until = edtf.Of(edtf.Months, edtf.DayOf(year, ends[1].n, 1))
	return from, ends[0].n < ends[1].n
}

func yearInterval(_ *reader, m *match) (reading, bool) {
	ends := m.all("year")
	from := ends[0].n
	to := from - from%100 + m.n("yy")
	if len(ends) == 2 {
		to = ends[1].n
	}
	said := calendar(edtf.Period{Unit: edtf.Years, Index: from})
	said.until = edtf.Period{Unit: edtf.Years, Index: to}
	return said, to > from
}
