package edtf

import "testing"

func day(t *testing.T, s string) Day {
	t.Helper()
	d, ok := ParseDay(s)
	if !ok {
		t.Fatalf("%q is no day", s)
	}
	return d
}

func TestFebruaryHasALeapDayByTheGregorianRule(t *testing.T) {
	for y, last := range map[int]int{
		-4: 29, 0: 29, 4: 29, 1600: 29, 1700: 28, 1800: 28, 1900: 28, 2000: 29,
		2023: 28, 2024: 29, 2100: 28, 2400: 29, 9999: 28,
	} {
		feb := Of(Months, DayOf(y, 2, 1))
		if _, _, got := feb.Last().Date(); got != last {
			t.Errorf("February %d ends on the %d, want %d", y, got, last)
		}
		_, err := Parse(year(y) + "-02-29")
		if (err == nil) != (last == 29) {
			t.Errorf("29 February %d: %v", y, err)
		}
	}
}

func TestMonthsAddedKeepTheDayOrTakeTheLast(t *testing.T) {
	for _, c := range []struct {
		from string
		n    int
		want string
	}{
		{"2023-01-31", 1, "2023-02-28"},
		{"2024-03-31", -1, "2024-02-29"},
		{"2023-10-31", 1, "2023-11-30"},
		{"2023-12-31", 2, "2024-02-29"},
		{"2024-02-29", 12, "2025-02-28"},
		{"2024-02-29", 48, "2028-02-29"},
		{"2096-02-29", 48, "2100-02-28"},
		{"2024-01-15", -13, "2022-12-15"},
		{"2024-05-31", 0, "2024-05-31"},
	} {
		if got := day(t, c.from).AddMonths(c.n).String(); got != c.want {
			t.Errorf("%s and %d months: %s, want %s", c.from, c.n, got, c.want)
		}
	}
}

func TestWeekAtTheEdgeOfAYearIsOfTheYearOfItsThursday(t *testing.T) {
	for date, want := range map[string]string{
		"2012-01-01": "2011-W52",
		"2016-01-01": "2015-W53",
		"2018-12-31": "2019-W01",
		"2020-12-31": "2020-W53",
		"2021-01-04": "2021-W01",
		"2023-01-01": "2022-W52",
		"2024-12-29": "2024-W52",
		"2024-12-30": "2025-W01",
		"1969-12-31": "1970-W01",
	} {
		week := Of(Weeks, day(t, date))
		if got := week.Timex(); got != want {
			t.Errorf("%s lies in %s, want %s", date, got, want)
		}
		if a, b := week.First().Weekday(), week.Last().Weekday(); a != 1 || b != 7 {
			t.Errorf("%s runs from weekday %d to %d", want, a, b)
		}
	}
}

func TestPeriodsShiftedCountUnitsOverTheEdge(t *testing.T) {
	for _, c := range []struct {
		unit Unit
		from string
		n    int
		want string
	}{
		{Days, "2024-02-28", 2, "2024-03-01"},
		{Days, "2023-03-01", -1, "2023-02-28"},
		{Weeks, "2020-12-30", 1, "2021-01-04/2021-01-10"},
		{Weekends, "2024-01-03", -1, "2023-12-30/2023-12-31"},
		{Months, "2024-01-31", 1, "2024-02"},
		{Months, "2024-01-31", -1, "2023-12"},
		{Quarters, "2024-02-29", -1, "2023-10-01/2023-12-31"},
		{Seasons, "2023-09-01", 1, "2023-12-01/2024-02-29"},
		{SouthSeasons, "2024-12-01", -1, "2024-09-01/2024-11-30"},
		{Halves, "2024-06-30", 1, "2024-07-01/2024-12-31"},
		{Years, "0000-06-01", -1, "-0001"},
		{USFiscalYears, "2024-09-30", 1, "2024-10-01/2025-09-30"},
		{JapanFiscalYears, "2024-03-31", 1, "2024-04-01/2025-03-31"},
		{Decades, "2000-01-01", -1, "199X"},
		{Centuries, "1999-12-31", 1, "20XX"},
	} {
		p := Of(c.unit, day(t, c.from))
		if got := p.Shift(c.n).EDTF(); got != c.want {
			t.Errorf("unit %d of %s shifted by %d: %s, want %s", c.unit, c.from, c.n, got, c.want)
		}
	}
}

func TestBoundsOfWhatIsReadAndHowItPrints(t *testing.T) {
	for s, want := range map[string]string{
		"2024-02":               "2024-02-01/2024-02-29",
		"1900-02":               "1900-02-01/1900-02-28",
		"199X":                  "1990-01-01/1999-12-31",
		"19XX":                  "1900-01-01/1999-12-31",
		"-0044":                 "-0044-01-01/-0044-12-31",
		"2024-02-29~":           "2024-02-29",
		"2024-04?":              "2024-04-01/2024-04-30",
		"2023/2024-02":          "2023-01-01/2024-02-29",
		"2024-02-29/2024-02-29": "2024-02-29",
		"198X/19XX":             "1980-01-01/1999-12-31",
		"2023~/2024%":           "2023-01-01/2024-12-31",
		"../2024-02":            "../2024-02-29",
		"/2024":                 "../2024-12-31",
		"2024-02/..":            "2024-02-01/..",
		"199X/":                 "1990-01-01/..",
	} {
		r, err := Parse(s)
		if err != nil {
			t.Error(err)
			continue
		}
		if got := r.String(); got != want {
			t.Errorf("%s is %s, want %s", s, got, want)
		}
		if again, err := Parse(r.String()); err != nil || again != r {
			t.Errorf("%s printed and read: %v, want %v (%v)", s, again, r, err)
		}
	}
}

func TestOpenEndHoldsEveryDayOnItsSide(t *testing.T) {
	for _, c := range []struct {
		interval, day string
		want          bool
	}{
		{"../2024-02", "0000-01-01", true},
		{"../2024-02", "2024-02-29", true},
		{"../2024-02", "2024-03-01", false},
		{"2024-02/..", "2024-01-31", false},
		{"2024-02/..", "2024-02-01", true},
		{"2024-02/..", "9999-12-31", true},
		{"2024-02/2024-03", "2024-03-31", true},
		{"2024-02/2024-03", "2024-04-01", false},
	} {
		r, err := Parse(c.interval)
		if err != nil {
			t.Fatal(err)
		}
		if got := r.Contains(day(t, c.day)); got != c.want {
			t.Errorf("%s holds %s: %v", c.interval, c.day, got)
		}
	}
}

func TestApproximatePeriodIsWidenedByItsNeighbours(t *testing.T) {
	for _, c := range []struct {
		unit       Unit
		date       string
		edtf, wide string
	}{
		{Days, "2024-03-01", "2024-03-01~", "2024-02-29/2024-03-02"},
		{Weeks, "2024-12-31", "2024-12-30~/2025-01-05~", "2024-12-23/2025-01-12"},
		{Months, "2024-01-15", "2024-01~", "2023-12-01/2024-02-29"},
		{Quarters, "2024-01-15", "2024-01-01~/2024-03-31~", "2023-10-01/2024-06-30"},
		{Years, "2024-01-15", "2024~", "2023-01-01/2025-12-31"},
		{Decades, "1995-05-05", "1980-01-01/2009-12-31", "1980-01-01/2009-12-31"},
	} {
		edtf, wide := Of(c.unit, day(t, c.date)).Approx()
		if edtf != c.edtf || wide.String() != c.wide {
			t.Errorf("unit %d of %s: %s in %v, want %s in %s", c.unit, c.date, edtf, wide, c.edtf, c.wide)
		}
	}
}

func TestDatesOutsideTheCalendarOrTheFormAreRefused(t *testing.T) {
	for _, s := range []string{
		"2024-00", "2024-01-00", "2024-04-31", "1900-02-29", "2024-02-30/..",
		"../2024-13", "2024-03/2024-02", "2024/2024/2024", "2024-", "2024-02-",
		"--2024", "+2024", "19X9", "XXXX", "19XX-02", "2024?~", "~2024", " 2024",
		"20240229", "2024-21", "Y17000", "２０２４",
	} {
		if r, err := Parse(s); err == nil {
			t.Errorf("%q is read as %v", s, r)
		}
	}
}
