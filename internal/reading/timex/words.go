package timex

import (
	"maps"
	"slices"
	"strings"

	"readout/internal/language/edtf"
)

// A class is a set of words that patterns name.
type class struct {
	name  string
	begin func() []string // keys with which it may begin
	take  func(p *parser, i int) (capture, int, bool)
}

// list maps each word to its place: "jan january;feb february" to 1 and 2.
func list(s string) map[string]int {
	m := map[string]int{}
	for n, words := range strings.Split(s, ";") {
		for _, w := range strings.Fields(words) {
			m[w] = n + 1
		}
	}
	return m
}

var (
	months = list("january jan;february feb;march mar;april apr;may;june jun;july jul;" +
		"august aug;september sept sep;october oct;november nov;december dec")
	weekdays = list("monday mon;tuesday tues tue;wednesday wed;thursday thurs thur thu;" +
		"friday fri;saturday sat;sunday sun")
	weekdayPlurals = list("mondays;tuesdays;wednesdays;thursdays;fridays;saturdays;sundays")
	ones           = list("one a an;two;three;four;five;six;seven;eight;nine;ten;eleven;" +
		"twelve;thirteen;fourteen;fifteen;sixteen;seventeen;eighteen;nineteen")
	tens     = list(";twenty;thirty;forty;fifty;sixty;seventy;eighty;ninety")
	ordinals = list("first;second;third;fourth;fifth;sixth;seventh;eighth;ninth;tenth;" +
		"eleventh;twelfth;thirteenth;fourteenth;fifteenth;sixteenth;seventeenth;" +
		"eighteenth;nineteenth;twentieth")
	tenOrdinals = list(";twentieth;thirtieth")
	decadeWords = list("tens;twenties;thirties;forties;fifties;sixties;seventies;" +
		"eighties;nineties")
	vague     = list("several few many some;dozens scores hundreds thousands")
	parts     = list("morning;afternoon;evening;night")
	partPlurs = list("mornings;afternoons;evenings;nights")
	seasonOf  = list("spring;summer;autumn fall;winter")
	tails     = []string{"", "TMO", "TAF", "TEV", "TNI"}
)

// A unit is a unit of length.
type unit struct {
	letter string    // in TIMEX3
	clock  bool      // shorter than a day
	place  edtf.Unit // the part of the calendar it measures
	times  int       // counted in place
}

var units = []unit{
	{}, {"S", true, edtf.None, 1}, {"M", true, edtf.None, 1}, {"H", true, edtf.None, 1},
	{"D", false, edtf.Days, 1}, {"W", false, edtf.Weeks, 1}, {"WE", false, edtf.Weekends, 1},
	{"M", false, edtf.Months, 1}, {"Q", false, edtf.Quarters, 1}, {"Y", false, edtf.Years, 1},
	{"DE", false, edtf.Decades, 1}, {"CE", false, edtf.Centuries, 1}, {"W", false, edtf.Weeks, 2},
}

const unitWords = "seconds;minute minutes;hour hours;day days;week weeks;" +
	"weekend weekends;month months;quarter quarters;year years;decade decades;" +
	"century centuries;fortnight fortnights"

var (
	unitOf     = list(unitWords)
	unitPlural = list("seconds;minutes;hours;days;weeks;weekends;months;quarters;years;" +
		"decades;centuries;fortnights")
	unitSingle = list(";minute;hour;day;week;weekend;month;quarter;year;decade;century;fortnight")
	calendarOf = list("day;week;weekend;month;quarter;year;decade;century")
)

// calendarUnits are the units of calendarOf.
var calendarUnits = []edtf.Unit{
	edtf.None, edtf.Days, edtf.Weeks, edtf.Weekends, edtf.Months, edtf.Quarters,
	edtf.Years, edtf.Decades, edtf.Centuries,
}

func keys(lists ...map[string]int) func() []string {
	return func() []string {
		var all []string
		for _, l := range lists {
			all = append(all, slices.Sorted(maps.Keys(l))...)
		}
		return all
	}
}

func only(words ...string) func() []string { return func() []string { return words } }

func both(a, b func() []string) func() []string {
	return func() []string { return append(a(), b()...) }
}

var classes = map[string]class{
	"month":    {"", keys(months), takeMonth},
	"weekday":  {"", keys(weekdays), takeWeekday},
	"weekday,": {"", keys(weekdays), takeWeekdayComma},
	"weekdays": {"", keys(weekdayPlurals), takeWord(weekdayPlurals)},
	"year":     {"", both(only(digitKey, "two", "nineteen"), keys()), takeYear},
	",year":    {"", only(digitKey, ","), takeCommaYear},
	"yy":       {"", only(digitKey), takeShortYear},
	"nn":       {"", only(digitKey), takeTwoDigits},
	"day":      {"", both(only(digitKey), keys(ordinals, tens)), takeDay},
	"dayth":    {"", both(only(digitKey), keys(ordinals, tens)), takeOrdinal},
	"ord":      {"", both(only(digitKey), keys(ordinals, tens)), takeOrdinal},
	"num":      {"", both(only(digitKey, "half", "couple"), keys(ones, tens, vague)), takeCount},
	"unit":     {"", keys(unitOf), takeWord(unitOf)},
	"units":    {"", keys(unitPlural), takeWord(unitPlural)},
	"unit1":    {"", keys(unitSingle), takeWord(unitSingle)},
	"cal":      {"", keys(calendarOf), takeWord(calendarOf)},
	"part":     {"", keys(parts), takeWord(parts)},
	"parts":    {"", keys(partPlurs), takeWord(partPlurs)},
	"season":   {"", keys(seasonOf), takeWord(seasonOf)},
	"tens":     {"", keys(decadeWords), takeWord(decadeWords)},
	"holiday":  {"", holidayKeys, takeHoliday},
	"numeric":  {"", only(digitKey), takeNumeric},
	"clock":    {"", only(digitKey, "noon", "midnight", "midday", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), takeClock},
	"zone":     {"", keys(zones), takeZone},
	"more":     {"", keys(degreeHeads), takeDegree},
	"Q":        {"", only("q"), takeLabel("q")},
	"H":        {"", only("h"), takeLabel("h")},
	"FY":       {"", only("fy"), takeFiscalLabel},
}

func takeWord(words map[string]int) func(*parser, int) (capture, int, bool) {
	return func(p *parser, i int) (capture, int, bool) {
		n, ok := words[p.low(i)]
		return capture{n: n, s: p.low(i)}, i + 1, ok
	}
}

// takeMonth takes a month with a capital; the stop of an abbreviation is its.
func takeMonth(p *parser, i int) (capture, int, bool) {
	n, ok := months[p.low(i)]
	if !ok || !p.upper(i) {
		return capture{}, 0, false
	}
	return capture{n: n}, p.pastStop(i, 3), true
}

// pastStop returns the token after the word at i and, when the word is short
// for another, its stop.
func (p *parser) pastStop(i, short int) int {
	if n := len(p.low(i)); (n == short || p.low(i) == "sept" || p.low(i) == "tues" ||
		p.low(i) == "thurs") && p.low(i+1) == "." && p.glued(i+1) && p.low(i) != "may" {
		return i + 2
	}
	return i + 1
}

func takeWeekday(p *parser, i int) (capture, int, bool) {
	n, ok := weekdays[p.low(i)]
	end := p.pastStop(i, 3)
	if !ok || !p.upper(i) || end == i+1 && !strings.HasSuffix(p.low(i), "day") {
		return capture{}, 0, false
	}
	return capture{n: n}, end, true
}

func takeWeekdayComma(p *parser, i int) (capture, int, bool) {
	c, end, ok := takeWeekday(p, i)
	if ok && p.low(end) == "," {
		end++
	}
	return c, end, ok
}

// takeYear takes four digits that stand alone, or a year in words.
func takeYear(p *parser, i int) (capture, int, bool) {
	if p.low(i) == "two" && p.low(i+1) == "thousand" {
		return capture{n: 2000}, i + 2, true
	}
	if p.low(i) == "nineteen" {
		n, end, ok := takeTens(p, i+1)
		return capture{n: 1900 + n}, end, ok && n >= 10
	}
	n := p.number(i)
	ok := len(p.low(i)) == 4 && n >= 1000 && n < 3000 && p.apart(i)
	return capture{n: n}, i + 1, ok
}

// apart reports whether the digits at i are no part of a longer number.
func (p *parser) apart(i int) bool {
	if p.glued(i) && strings.Contains("$€£#.", p.low(i-1)) {
		return false
	}
	if p.glued(i) && p.low(i-1) == "," && p.number(i-2) >= 0 && p.glued(i-1) {
		return false
	}
	next := p.low(i + 1)
	inNumber := next == "," || next == "." || next == ":"
	return !(inNumber && p.glued(i+1) && p.glued(i+2) && p.number(i+2) >= 0)
}

func takeCommaYear(p *parser, i int) (capture, int, bool) {
	if p.low(i) == "," {
		i++
	}
	return takeYear(p, i)
}

func takeShortYear(p *parser, i int) (capture, int, bool) {
	return capture{n: p.number(i)}, i + 1, len(p.low(i)) == 2 && p.number(i) >= 0
}

func takeTwoDigits(p *parser, i int) (capture, int, bool) {
	n := p.number(i)
	return capture{n: n}, i + 1, n >= 0 && len(p.low(i)) <= 2
}

// takeDay takes the day of a month in digits or as an ordinal.
func takeDay(p *parser, i int) (capture, int, bool) {
	if c, end, ok := takeOrdinal(p, i); ok {
		return c, end, c.n <= 31
	}
	n := p.number(i)
	next := p.low(i + 1)
	if n < 1 || n > 31 || len(p.low(i)) > 2 || !p.apart(i) || next == "%" {
		return capture{}, 0, false
	}
	return capture{n: n}, i + 1, true
}

// takeOrdinal takes "third", "twenty-first" or "3rd".
func takeOrdinal(p *parser, i int) (capture, int, bool) {
	if n := p.number(i); n > 0 {
		switch p.low(i + 1) {
		case "st", "nd", "rd", "th":
			return capture{n: n}, i + 2, p.glued(i + 1)
		}
		return capture{}, 0, false
	}
	if n, ok := ordinals[p.low(i)]; ok {
		return capture{n: n}, i + 1, true
	}
	if n, ok := tenOrdinals[p.low(i)]; ok {
		return capture{n: n * 10}, i + 1, true
	}
	n, ok := tens[p.low(i)]
	if !ok {
		return capture{}, 0, false
	}
	end := i + 1
	if p.low(end) == "-" {
		end++
	}
	one, ok := ordinals[p.low(end)]
	return capture{n: n*10 + one}, end + 1, ok && one < 10
}

func takeLabel(letter string) func(*parser, int) (capture, int, bool) {
	return func(p *parser, i int) (capture, int, bool) {
		n := p.number(i + 1)
		return capture{n: n}, i + 2, p.low(i) == letter && p.upper(i) && p.glued(i+1) &&
			n >= 1 && n <= 4
	}
}

func takeFiscalLabel(p *parser, i int) (capture, int, bool) {
	n := p.number(i + 1)
	if n >= 0 && len(p.low(i+1)) == 2 {
		n += 2000
	}
	return capture{n: n}, i + 2, n >= 1900 && n < 2100
}
