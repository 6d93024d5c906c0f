package pattern

import (
	"strings"

	"readout/internal/language/edtf"
)

// A holiday is a named day of the year.
type holiday struct {
	names string                  // separated by ";"
	on    func(year int) edtf.Day // its day in a year
	every int                     // years between two; 0 means 1
}

// holidays holds the named days that English news uses. United States
// holidays follow 5 U.S.C. 6103, Easter the western reckoning.
var holidays = []holiday{
	{"Christmas Day;Christmas", fixed(12, 25), 1},
	{"Christmas Eve", fixed(12, 24), 1},
	{"Boxing Day", fixed(12, 26), 1},
	{"New Year's Eve", fixed(12, 31), 1},
	{"New Year's Day;New Year's", fixed(1, 1), 1},
	{"Valentine's Day", fixed(2, 14), 1},
	{"St. Patrick's Day", fixed(3, 17), 1},
	{"April Fools' Day;April Fool's Day", fixed(4, 1), 1},
	{"May Day", fixed(5, 1), 1},
	{"International Women's Day", fixed(3, 8), 1},
	{"Juneteenth", fixed(6, 19), 1},
	{"Independence Day;Fourth of July;July Fourth", fixed(7, 4), 1},
	{"Bastille Day", fixed(7, 14), 1},
	{"Halloween", fixed(10, 31), 1},
	{"Veterans Day;Armistice Day;Remembrance Day", fixed(11, 11), 1},
	{"Martin Luther King Jr. Day;Martin Luther King Day", nth(1, 1, 3), 1},
	{"Presidents Day;Presidents' Day;Washington's Birthday", nth(2, 1, 3), 1},
	{"Mother's Day", nth(5, 7, 2), 1},
	{"Father's Day", nth(6, 7, 3), 1},
	{"Memorial Day", lastMonday(5), 1},
	{"Labor Day", nth(9, 1, 1), 1},
	{"Columbus Day;Indigenous Peoples' Day", nth(10, 1, 2), 1},
	{"Thanksgiving Day;Thanksgiving", nth(11, 4, 4), 1},
	{"Black Friday", after(nth(11, 4, 4), 1), 1},
	{"Election Day", after(nth(11, 1, 1), 1), 2},
	{"Ash Wednesday", after(easter, -46), 1},
	{"Palm Sunday", after(easter, -7), 1},
	{"Maundy Thursday", after(easter, -3), 1},
	{"Good Friday", after(easter, -2), 1},
	{"Easter Sunday;Easter", easter, 1},
	{"Easter Monday", after(easter, 1), 1},
	{"Pentecost;Whit Sunday", after(easter, 49), 1},
}

func fixed(month, day int) func(int) edtf.Day {
	return func(year int) edtf.Day { return edtf.DayOf(year, month, day) }
}

// nth is the n-th such weekday of a month.
func nth(month, weekday, n int) func(int) edtf.Day {
	return func(year int) edtf.Day {
		first := edtf.DayOf(year, month, 1)
		return first + edtf.Day((weekday-first.Weekday()+7)%7+7*(n-1))
	}
}

func lastMonday(month int) func(int) edtf.Day {
	return func(year int) edtf.Day {
		last := edtf.DayOf(year, month+1, 1) - 1
		return last - edtf.Day(last.Weekday()-1)
	}
}

func after(on func(int) edtf.Day, days int) func(int) edtf.Day {
	return func(year int) edtf.Day { return on(year) + edtf.Day(days) }
}

// easter is the western Easter Sunday (the anonymous Gregorian algorithm).
func easter(year int) edtf.Day {
	a, b, c := year%19, year/100, year%100
	d := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	e := (32 + 2*(b%4) + 2*(c/4) - d - c%4) % 7
	f := d + e - 7*((a+11*d+22*e)/451) + 114
	return edtf.DayOf(year, f/31, f%31+1)
}

// A holidayName is one name in the words that the tokens of a text would be.
type holidayName struct {
	words []string
	which int // in holidays
}

var holidaysByHead = readHolidays()

func readHolidays() map[string][]holidayName {
	by := map[string][]holidayName{}
	for n, h := range holidays {
		for _, name := range strings.Split(h.names, ";") {
			name = strings.NewReplacer("'", " ' ", ".", " . ").Replace(strings.ToLower(name))
			words := strings.Fields(name)
			by[words[0]] = append(by[words[0]], holidayName{words, n})
		}
	}
	return by
}

// HolidayOn returns the day of the n-th holiday in a year, and whether it is
// held in it.
func HolidayOn(n, year int) (edtf.Day, bool) {
	h := holidays[n]
	return h.on(year), year%h.every == 0
}

func holidayKeys() []string {
	var keys []string
	for k := range holidaysByHead {
		keys = append(keys, k)
	}
	return keys
}

// takeHoliday takes the longest name that stands at i, with capitals.
func takeHoliday(p *Parser, i int) (Capture, int, bool) {
	best, which := 0, 0
	for _, name := range holidaysByHead[p.Low(i)] {
		if len(name.words) > best && p.Upper(i) && p.has(i, name.words) {
			best, which = len(name.words), name.which
		}
	}
	return Capture{N: which}, i + best, best > 0
}
