package pattern

import (
	"fmt"
	"testing"

	"readout/internal/language/text"
)

// parse loads src as the one sentence of a parser with one spelling.
func parse(t *testing.T, spelling, src string) *Parser {
	t.Helper()
	doc, err := text.New(src)
	if err != nil {
		t.Fatal(err)
	}
	p := NewParser(Compile([]Spelling{{Group: "g", Pattern: spelling}}))
	p.Load(doc, text.Span{End: len(src)})
	return p
}

// taken prints what a class takes at the beginning of src: its words and what
// they stand for.
func taken(t *testing.T, class, src string) string {
	t.Helper()
	p := parse(t, "<"+class+">", src)
	said := "nothing"
	p.Each(0, func(m *Match) {
		c, at := m.Captures[0], p.Span(m.Start, m.End)
		said = src[at.Start:at.End]
		switch class {
		case "num":
			said += fmt.Sprintf(" = %.4g", c.F)
		case "zone":
			said += " = " + c.S
		case "clock":
			said += fmt.Sprintf(" = %02d:%02d", c.N/60, c.N%60)
		default:
			said += fmt.Sprintf(" = %d", c.N)
		}
	})
	return said
}

// A row is a class, a beginning of a sentence, and what the class takes of it.
type row struct{ class, src, want string }

func checkTaken(t *testing.T, rows []row) {
	t.Helper()
	for _, r := range rows {
		if got := taken(t, r.class, r.src); got != r.want {
			t.Errorf("%s of %q: %s, want %s", r.class, r.src, got, r.want)
		}
	}
}

func TestNumbersAreCountedInWordsAndDigits(t *testing.T) {
	checkTaken(t, []row{
		{"num", "seven ferries sailed", "seven = 7"},
		{"num", "an orchard", "an = 1"},
		{"num", "forty-two goats", "forty-two = 42"},
		{"num", "sixty three goats", "sixty three = 63"},
		{"num", "thirty a head", "thirty = 30"},
		{"num", "two hundred six mills", "two hundred six = 206"},
		{"num", "three dozen eggs", "three dozen = 36"},
		{"num", "five thousand sheep", "five thousand = 5000"},
		{"num", "1,500 years", "1,500 = 1500"},
		{"num", "1, 500 years", "1 = 1"},
		{"num", "4.25 hours", "4.25 = 4.25"},
		{"num", "2 1/2 years", "2 1/2 = 2.5"},
		{"num", "3½ weeks", "3½ = 3.5"},
		{"num", "a couple of nights", "a couple of = 2"},
		{"num", "a few barges", "a few = -1"},
		{"num", "several barges", "several = -1"},
		{"num", "barges", "nothing"},
	})
}

func TestOrdinalsAndDaysEndWhereAMonthDoes(t *testing.T) {
	checkTaken(t, []row{
		{"ord", "third bell", "third = 3"},
		{"ord", "22nd bell", "22nd = 22"},
		{"ord", "22 nd bell", "nothing"},
		{"ord", "twenty-first bell", "twenty-first = 21"},
		{"ord", "ninety-ninth bell", "ninety-ninth = 99"},
		{"ord", "twenty-twelfth bell", "nothing"},
		{"ord", "thirtieth bell", "thirtieth = 30"},
		{"ord", "22 bells", "nothing"},
		{"day", "31 dawned", "31 = 31"},
		{"day", "32 dawned", "nothing"},
		{"day", "0 dawned", "nothing"},
		{"day", "007 dawned", "nothing"},
		{"day", "32nd dawned", "nothing"},
		{"day", "12% of it", "nothing"},
		{"day", "12.5 metres", "nothing"},
		{"day", "12, a Sunday", "12 = 12"},
	})
}

func TestMonthsAndWeekdaysHaveCapitals(t *testing.T) {
	checkTaken(t, []row{
		{"month", "November fog", "November = 11"},
		{"month", "Nov. fog", "Nov. = 11"},
		{"month", "Nov fog", "Nov = 11"},
		{"month", "SEPT. fog", "SEPT. = 9"},
		{"month", "May. fog", "May = 5"},
		{"month", "June. fog", "June = 6"},
		{"month", "may fog", "nothing"},
		{"month", "Novem fog", "nothing"},
		{"weekday", "Sunday market", "Sunday = 7"},
		{"weekday", "Thurs. market", "Thurs. = 4"},
		{"weekday", "Tue. market", "Tue. = 2"},
		{"weekday", "Sun shone", "nothing"},
		{"weekday", "Wed in June", "nothing"},
		{"weekday", "friday market", "nothing"},
		{"weekday,", "Monday, the ferry", "Monday, = 1"},
		{"weekdays", "Saturdays only", "Saturdays = 6"},
	})
	for src, want := range map[string]bool{
		"on Dec.": true, "in Sept.": false, "on Dec": false, "at sea.": false,
	} {
		if got := EndsInMonth(src); got != want {
			t.Errorf("%q ends in a month cut short: %v, want %v", src, got, want)
		}
	}
}

func TestClocksNeedMoreThanAnHour(t *testing.T) {
	checkTaken(t, []row{
		{"clock", "noon", "noon = 12:00"},
		{"clock", "midnight", "midnight = 24:00"},
		{"clock", "9:30 sharp", "9:30 = 09:30"},
		{"clock", "9.30 sharp", "nothing"},
		{"clock", "9.30 p.m. sharp", "9.30 p.m. = 21:30"},
		{"clock", "12 am", "12 am = 00:00"},
		{"clock", "12 pm", "12 pm = 12:00"},
		{"clock", "13 pm", "nothing"},
		{"clock", "seven o'clock", "seven o'clock = 07:00"},
		{"clock", "eight in the evening", "eight in the evening = 20:00"},
		{"clock", "6 in the morning", "6 in the morning = 06:00"},
		{"clock", "1420 GMT", "1420 = 14:20"},
		{"clock", "1420 boats", "nothing"},
		{"clock", "9:75", "nothing"},
		{"clock", "25:10", "nothing"},
		{"clock", "2 boats", "nothing"},
		{"zone", "EST", "EST = -05:00"},
		{"zone", "CEST", "CEST = +02:00"},
		{"zone", "UTC", "UTC = Z"},
		{"zone", "est", "nothing"},
		{"zone", "local time", "local time = "},
		{"zone", "local boats", "nothing"},
	})
}

func TestNumericDatesHaveTheOrderOfTheirMark(t *testing.T) {
	checkTaken(t, []row{
		{"numeric", "2019-07-08", "2019-07-08 = 20190708"},
		{"numeric", "2019/07/08", "2019/07/08 = 20190708"},
		{"numeric", "07/08/2019", "07/08/2019 = 20190708"},
		{"numeric", "27/08/2019", "27/08/2019 = 20190827"},
		{"numeric", "07.08.2019", "07.08.2019 = 20190807"},
		{"numeric", "7/8/19", "7/8/19 = 190708"},
		{"numeric", "2019-13-08", "nothing"},
		{"numeric", "2019-07-32", "nothing"},
		{"numeric", "2019-00-10", "nothing"},
		{"numeric", "27/28/2019", "nothing"},
		{"numeric", "07-08-2019", "nothing"},
		{"numeric", "2019-07/08", "nothing"},
		{"numeric", "2019 - 07 - 08", "nothing"},
		{"numeric", "07.08.2019.4", "nothing"},
	})
}

func TestUnitsKnowTheirPartOfTheCalendar(t *testing.T) {
	for word, want := range map[string]string{
		"seconds": "S true 1", "minutes": "M true 1", "month": "M false 1", "weekends": "WE false 1",
		"fortnight": "W false 2", "quarters": "Q false 1", "decade": "DE false 1",
	} {
		u, ok := UnitOf(word)
		if got := fmt.Sprint(u.Letter, " ", u.Clock, " ", u.Times); !ok || got != want {
			t.Errorf("%s: %s, want %s", word, got, want)
		}
	}
	if _, ok := UnitOf("furlong"); ok {
		t.Error("a furlong is a unit of time")
	}
}

func TestHolidaysMoveWithTheYear(t *testing.T) {
	for _, c := range []struct {
		name  string
		years map[int]string
	}{
		{"Thanksgiving", map[int]string{2018: "11-22", 2019: "11-28", 2023: "11-23", 2024: "11-28"}},
		{"Black Friday", map[int]string{2019: "11-29", 2023: "11-24"}},
		{"Easter", map[int]string{2000: "04-23", 2008: "03-23", 2011: "04-24", 2024: "03-31"}},
		{"Good Friday", map[int]string{2018: "03-30", 2024: "03-29"}},
		{"Ash Wednesday", map[int]string{2023: "02-22", 2024: "02-14"}},
		{"Election Day", map[int]string{2016: "11-08", 2020: "11-03", 2022: "11-08", 2021: ""}},
		{"Labor Day", map[int]string{2014: "09-01", 2020: "09-07", 2023: "09-04"}},
		{"Memorial Day", map[int]string{2010: "05-31", 2020: "05-25", 2023: "05-29"}},
		{"Martin Luther King Jr. Day", map[int]string{2018: "01-15", 2019: "01-21", 2024: "01-15"}},
		{"Mother's Day", map[int]string{2021: "05-09", 2022: "05-08"}},
		{"New Year's Eve", map[int]string{1999: "12-31"}},
	} {
		p := parse(t, "<holiday>", c.name)
		h, end, ok := takeHoliday(p, 0)
		if !ok || end != p.Len() {
			t.Errorf("%s: %d of %d words taken", c.name, end, p.Len())
			continue
		}
		for year, want := range c.years {
			day, held := HolidayOn(h.N, year)
			full := fmt.Sprintf("%d-%s", year, want)
			if held != (want != "") || held && day.String() != full {
				t.Errorf("%s %d: %s, held %v, want %q", c.name, year, day, held, want)
			}
		}
	}
}

func TestTheVerbBeforeTheDateGoesFirst(t *testing.T) {
	for _, c := range []struct {
		before, date, after string
		want                Tense
	}{
		{"The ferry sank on", "Monday", "", Past},
		{"The ferry sank but will sail on", "Monday", "", Future},
		{"On", "Monday", "the bridge collapsed", Past},
		{"The vote is set for", "Monday", "", Future},
		{"She set a record on", "Monday", "", Past},
		{"Will Hart on", "Monday", "", Untold},
		{"The fee had been due on", "Monday", "", Past},
		{"The coupons expire on", "Monday", "", Future},
		{"The rain stopped ;", "Monday", "", Untold},
		{"A hundred red boats on", "Monday", "", Untold},
		{"Holders of record on", "Monday", "", Future},
		{"The firm promised to pay on", "Monday", "", Future},
		{"The court ordered the firm to pay on", "Monday", "", Future},
		{"The firm managed to pay on", "Monday", "", Past},
		{"The firm promised that, to pay, it sold ships on", "Monday", "", Past},
	} {
		src := c.before + " " + c.date + " " + c.after
		at := parse(t, "", c.before).Len()
		if got := parse(t, "", src).Tense(at, at+1); got != c.want {
			t.Errorf("%q: %d, want %d", src, got, c.want)
		}
	}
}
