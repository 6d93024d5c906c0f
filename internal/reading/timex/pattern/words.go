package pattern

import (
	"maps"
	"slices"
	"strings"
)

// A class is a set of words that patterns name.
type class struct {
	name  string
	begin func() []string // keys with which it may begin
	take  func(p *Parser, i int) (Capture, int, bool)
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

// Words is the set of the words of s.
func Words(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
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
)

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
	"day":      {"", both(only(digitKey), keys(ordinals, tens, tenOrdinals)), takeDay},
	"dayth":    {"", both(only(digitKey), keys(ordinals, tens, tenOrdinals)), takeOrdinal},
	"ord":      {"", both(only(digitKey), keys(ordinals, tens, tenOrdinals)), takeOrdinal},
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

func takeWord(words map[string]int) func(*Parser, int) (Capture, int, bool) {
	return func(p *Parser, i int) (Capture, int, bool) {
		n, ok := words[p.Low(i)]
		return Capture{N: n, S: p.Low(i)}, i + 1, ok
	}
}

// takeMonth takes a month with a capital; the stop of an abbreviation is its.
func takeMonth(p *Parser, i int) (Capture, int, bool) {
	n, ok := months[p.Low(i)]
	if !ok || !p.Upper(i) {
		return Capture{}, 0, false
	}
	return Capture{N: n}, p.pastStop(i, 3), true
}

// EndsInMonth reports whether the last of the words of s is a month cut short,
// and its stop: "Dec."
func EndsInMonth(s string) bool {
	stem, stopped := strings.CutSuffix(s, ".")
	if !stopped || len(stem) < 4 {
		return false
	}
	_, month := months[strings.ToLower(stem[len(stem)-3:])]
	return month
}

// pastStop returns the token after the word at i and, when the word is short
// for another, its stop.
func (p *Parser) pastStop(i, short int) int {
	if n := len(p.Low(i)); (n == short || p.Low(i) == "sept" || p.Low(i) == "tues" ||
		p.Low(i) == "thurs") && p.Low(i+1) == "." && p.Glued(i+1) && p.Low(i) != "may" {
		return i + 2
	}
	return i + 1
}

func takeWeekday(p *Parser, i int) (Capture, int, bool) {
	n, ok := weekdays[p.Low(i)]
	end := p.pastStop(i, 3)
	if !ok || !p.Upper(i) || end == i+1 && !strings.HasSuffix(p.Low(i), "day") {
		return Capture{}, 0, false
	}
	return Capture{N: n}, end, true
}

func takeWeekdayComma(p *Parser, i int) (Capture, int, bool) {
	c, end, ok := takeWeekday(p, i)
	if ok && p.Low(end) == "," {
		end++
	}
	return c, end, ok
}

// takeYear takes four digits that stand alone, or a year in words.
// lastYear is the last one that news speaks of; four digits beyond it count
// something: "in front of 2500 of these guys".
const lastYear = 2199

func takeYear(p *Parser, i int) (Capture, int, bool) {
	if p.Low(i) == "two" && p.Low(i+1) == "thousand" {
		return Capture{N: 2000}, i + 2, true
	}
	if p.Low(i) == "nineteen" {
		n, end, ok := takeTens(p, i+1)
		return Capture{N: 1900 + n}, end, ok && n >= 10
	}
	n := p.Number(i)
	ok := len(p.Low(i)) == 4 && n >= 1000 && n <= lastYear && p.Apart(i)
	return Capture{N: n}, i + 1, ok
}

// Apart reports whether the digits at i are no part of a longer number.
func (p *Parser) Apart(i int) bool {
	before := p.Low(i - 1)
	if p.Glued(i) && (strings.Contains("$€£#.", before) ||
		before == "," && p.Number(i-2) >= 0 && p.Glued(i-1)) {
		return false
	}
	next := p.Low(i + 1)
	inNumber := next == "," || next == "." || next == ":"
	return !(inNumber && p.Glued(i+1) && p.Glued(i+2) && p.Number(i+2) >= 0)
}

func takeCommaYear(p *Parser, i int) (Capture, int, bool) {
	if p.Low(i) == "," {
		i++
	}
	return takeYear(p, i)
}

func takeShortYear(p *Parser, i int) (Capture, int, bool) {
	return Capture{N: p.Number(i)}, i + 1, len(p.Low(i)) == 2 && p.Number(i) >= 0
}

func takeTwoDigits(p *Parser, i int) (Capture, int, bool) {
	n := p.Number(i)
	return Capture{N: n}, i + 1, n >= 0 && len(p.Low(i)) <= 2
}

// takeDay takes the day of a month in digits or as an ordinal.
func takeDay(p *Parser, i int) (Capture, int, bool) {
	if c, end, ok := takeOrdinal(p, i); ok {
		return c, end, c.N <= 31
	}
	n := p.Number(i)
	next := p.Low(i + 1)
	if n < 1 || n > 31 || len(p.Low(i)) > 2 || !p.Apart(i) || next == "%" {
		return Capture{}, 0, false
	}
	return Capture{N: n}, i + 1, true
}

// takeOrdinal takes "third", "twenty-first" or "3rd".
func takeOrdinal(p *Parser, i int) (Capture, int, bool) {
	if n := p.Number(i); n > 0 {
		switch p.Low(i + 1) {
		case "st", "nd", "rd", "th":
			return Capture{N: n}, i + 2, p.Glued(i + 1)
		}
		return Capture{}, 0, false
	}
	if n, ok := ordinals[p.Low(i)]; ok {
		return Capture{N: n}, i + 1, true
	}
	if n, ok := tenOrdinals[p.Low(i)]; ok {
		return Capture{N: n * 10}, i + 1, true
	}
	n, ok := tens[p.Low(i)]
	if !ok {
		return Capture{}, 0, false
	}
	end := i + 1
	if p.Low(end) == "-" {
		end++
	}
	one, ok := ordinals[p.Low(end)]
	return Capture{N: n*10 + one}, end + 1, ok && one < 10
}

func takeLabel(letter string) func(*Parser, int) (Capture, int, bool) {
	return func(p *Parser, i int) (Capture, int, bool) {
		n := p.Number(i + 1)
		return Capture{N: n}, i + 2, p.Low(i) == letter && p.Upper(i) && p.Glued(i+1) &&
			n >= 1 && n <= 4
	}
}

func takeFiscalLabel(p *Parser, i int) (Capture, int, bool) {
	n := p.Number(i + 1)
	if n >= 0 && len(p.Low(i+1)) == 2 {
		n += 2000
	}
	return Capture{N: n}, i + 2, n >= 1900 && n < 2100
}
