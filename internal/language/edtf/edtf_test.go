package edtf

import (
	"bufio"
	"os"
	"strings"
	"testing"
	"time"
)

// testdata/bounds.tsv was written by testdata/bounds.py with the PyPI package
// edtf 5.0.2.
func TestBoundsAreThoseOfTheReferencePackage(t *testing.T) {
	f, err := os.Open("testdata/bounds.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	n := 0
	for lines.Scan() {
		row := strings.Split(lines.Text(), "\t")
		if row[0] == "edtf" {
			continue
		}
		n++
		r, err := Parse(row[0])
		if err != nil {
			t.Error(err)
			continue
		}
		first, last := bounds(r)
		if first != row[1] || last != row[2] {
			t.Errorf("%s: %s to %s, want %s to %s", row[0], first, last, row[1], row[2])
		}
	}
	if n < 300 {
		t.Errorf("%d rows, want at least 300", n)
	}
}

func bounds(r Range) (first, last string) {
	if !r.OpenFirst {
		first = r.First.String()
	}
	if !r.OpenLast {
		last = r.Last.String()
	}
	return first, last
}

func TestDaysAreThoseOfTheStandardLibrary(t *testing.T) {
	start := time.Date(1582, 10, 15, 0, 0, 0, 0, time.UTC)
	for d := DayOf(1582, 10, 15); d < DayOf(2500, 1, 1); d += 29 {
		at := start.AddDate(0, 0, int(d-DayOf(1582, 10, 15)))
		y, m, n := d.Date()
		if y != at.Year() || m != int(at.Month()) || n != at.Day() {
			t.Fatalf("day %d: %d-%d-%d, want %v", d, y, m, n, at)
		}
		if DayOf(y, m, n) != d || d.Weekday()%7 != int(at.Weekday()) {
			t.Fatalf("day %d: %d, weekday %d", d, DayOf(y, m, n), d.Weekday())
		}
		iy, iw := at.ISOWeek()
		want := time.Date(iy, 1, 4, 0, 0, 0, 0, time.UTC)
		if got := Of(Weeks, d).Timex(); got != year(want.Year())+"-W"+two(iw) {
			t.Fatalf("%v: week %s, want %d-W%02d", at, got, iy, iw)
		}
	}
}

func two(n int) string { return string([]byte{'0' + byte(n/10), '0' + byte(n%10)}) }

func TestPeriodsHoldTheirDays(t *testing.T) {
	for u := Days; u <= Centuries; u++ {
		for d := DayOf(1899, 12, 1); d < DayOf(2101, 2, 1); d += 61 {
			p := Of(u, d)
			if u != Weekends && !p.Range().Contains(d) {
				t.Fatalf("unit %d: %v not in %v", u, d, p.Range())
			}
			if Of(u, p.First()) != p || Of(u, p.Last()) != p {
				t.Fatalf("unit %d: ends of %v are not in it", u, p.Range())
			}
			if p.Shift(1).First() <= p.Last() || p.Shift(5).Shift(-5) != p {
				t.Fatalf("unit %d: %v overlaps the next", u, p.Range())
			}
			r, err := Parse(p.EDTF())
			if err != nil || r != p.Range() {
				t.Fatalf("unit %d: %s is %v, want %v (%v)", u, p.EDTF(), r, p.Range(), err)
			}
			approx, wide := p.Approx()
			if narrow, err := Parse(approx); err != nil || !wide.Contains(narrow.First) {
				t.Fatalf("unit %d: %s is %v in %v (%v)", u, approx, narrow, wide, err)
			}
			checkThirds(t, p)
		}
	}
}

func checkThirds(t *testing.T, p Period) {
	t.Helper()
	a, b, c := p.Third(0), p.Third(1), p.Third(2)
	if p.Unit == Days || p.Unit == Weekends {
		return
	}
	if a.First != p.First() || a.Last+1 != b.First || b.Last+1 != c.First || c.Last != p.Last() {
		t.Fatalf("%s: thirds %v %v %v", p.Timex(), a, b, c)
	}
}

func TestPeriodsPrint(t *testing.T) {
	d := DayOf(2021, 1, 2)
	for u, want := range map[Unit][2]string{
		Days:             {"2021-01-02", "2021-01-02"},
		Weeks:            {"2020-W53", "2020-12-28/2021-01-03"},
		Weekends:         {"2020-W53-WE", "2021-01-02/2021-01-03"},
		Months:           {"2021-01", "2021-01"},
		Quarters:         {"2021-Q1", "2021-01-01/2021-03-31"},
		Seasons:          {"2020-WI", "2020-12-01/2021-02-28"},
		SouthSeasons:     {"2020-SU", "2020-12-01/2021-02-28"},
		Halves:           {"2021-H1", "2021-01-01/2021-06-30"},
		Years:            {"2021", "2021"},
		USFiscalYears:    {"FY2021", "2020-10-01/2021-09-30"},
		JapanFiscalYears: {"FY2020", "2020-04-01/2021-03-31"},
		Decades:          {"202", "202X"},
		Centuries:        {"20", "20XX"},
	} {
		p := Of(u, d)
		if got := [2]string{p.Timex(), p.EDTF()}; got != want {
			t.Errorf("unit %d: %v, want %v", u, got, want)
		}
	}
}

func TestBadStringsAreRefused(t *testing.T) {
	for _, s := range []string{
		"", "../..", "/", "2021-13", "2021-02-30", "2021-2-3", "21", "2021-W03", "199X-03",
		"1XXX", "2021~~", "2021/2020", "abcd", "2021-03-03T10:00", "-199X", "2021-03-03-03",
	} {
		if r, err := Parse(s); err == nil {
			t.Errorf("%q is read as %v", s, r)
		}
	}
	for _, s := range []string{"2021", "2021/03/03", "", "2021-03-3x"} {
		if d, ok := ParseDay(s); ok {
			t.Errorf("%q is read as the day %v", s, d)
		}
	}
	if d, ok := ParseDay("2021-03-03T10:00:00Z"); !ok || d != DayOf(2021, 3, 3) {
		t.Errorf("a day with a time is %v, %v", d, ok)
	}
}

func TestSameDayOfAMonthWithoutItIsItsLast(t *testing.T) {
	if got := DayOf(2012, 2, 29).AddMonths(-120); got != DayOf(2002, 2, 28) {
		t.Errorf("ten years before 2012-02-29: %v", got)
	}
	if got := DayOf(2020, 1, 31).AddMonths(1); got != DayOf(2020, 2, 29) {
		t.Errorf("a month after 2020-01-31: %v", got)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"2021-03-03", "199X", "../2021", "2021~", "-0044", "2021/2022"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r, err := Parse(s)
		if err != nil {
			return
		}
		again, err := Parse(r.String())
		if err != nil || again != r {
			t.Fatalf("%q is %v, printed and read %v (%v)", s, r, again, err)
		}
	})
}
