package tally

import (
	"fmt"
	"maps"
	"slices"

	"readout/internal/language/edtf"
)

// A Bin is a stretch of time and the rows that begin in it.
type Bin struct {
	Label       string // 2024-03-01, 2024-03, 2024, 2020s
	First, Last edtf.Day
	Rows        int
}

// mostBins is how many bars are still told apart on a narrow screen.
const mostBins = 62

// A step is a length of bins, from the day that the bin of a day begins with to
// the day that the next one begins with.
type step struct {
	begin func(edtf.Day) edtf.Day
	next  func(edtf.Day) edtf.Day
	label func(edtf.Day) string
}

var steps = []step{
	{
		func(d edtf.Day) edtf.Day { return d },
		func(d edtf.Day) edtf.Day { return d + 1 },
		edtf.Day.String,
	},
	{beginMonths(1), months(1), func(d edtf.Day) string { return d.String()[:len("2024-03")] }},
	{beginMonths(12), months(12), func(d edtf.Day) string { return d.String()[:len("2024")] }},
	{beginMonths(120), months(120), func(d edtf.Day) string {
		year, _, _ := d.Date()
		return fmt.Sprintf("%ds", year)
	}},
	{beginMonths(1200), months(1200), func(d edtf.Day) string {
		year, _, _ := d.Date()
		return fmt.Sprintf("%d–%d", year, year+99)
	}},
}

func months(n int) func(edtf.Day) edtf.Day {
	return func(d edtf.Day) edtf.Day { return d.AddMonths(n) }
}

// beginMonths returns what finds the first day of the n months around a day; n
// is one or whole years.
func beginMonths(n int) func(edtf.Day) edtf.Day {
	return func(d edtf.Day) edtf.Day {
		year, month, _ := d.Date()
		if years := n / 12; years > 0 {
			year, month = year-year%years, 1
		}
		return edtf.DayOf(year, month, 1)
	}
}

// Bins returns stretches of equal kind from the first to the last day that was
// counted, empty ones among them: days where few are enough, else months, years,
// decades or centuries. It returns none when no row has a day.
//
// Where a few rows far off would make the bins of all others coarse, those few,
// at most one in fifty at either end, are left out and counted.
func (t *Tally) Bins() (bins []Bin, outside int) {
	days := slices.Sorted(maps.Keys(t.days))
	if len(days) == 0 {
		return nil, 0
	}
	inner := t.inner(days)
	for _, s := range steps[:len(steps)-1] {
		if bins := t.in(s, days, mostBins); bins != nil {
			return bins, 0
		}
		if bins := t.in(s, inner, mostBins); bins != nil {
			for _, b := range bins {
				outside -= b.Rows
			}
			return bins, outside + t.Rows - t.Undated
		}
	}
	return t.in(steps[len(steps)-1], days, 1<<10), 0
}

// inner returns the days without those few at either end.
func (t *Tally) inner(days []edtf.Day) []edtf.Day {
	few := (t.Rows - t.Undated) / 50
	for left := few - t.days[days[0]]; left >= 0 && len(days) > 1; left -= t.days[days[0]] {
		days = days[1:]
	}
	for left := few - t.days[days[len(days)-1]]; left >= 0 && len(days) > 1; left -= t.days[days[len(days)-1]] {
		days = days[:len(days)-1]
	}
	return days
}

// in returns the bins of one step, nil when there are more than most.
func (t *Tally) in(s step, days []edtf.Day, most int) []Bin {
	var out []Bin
	last := days[len(days)-1]
	for first := s.begin(days[0]); first <= last; {
		if len(out) == most {
			return nil
		}
		next := s.next(first)
		bin := Bin{Label: s.label(first), First: first, Last: next - 1}
		for len(days) > 0 && days[0] < next {
			bin.Rows += t.days[days[0]]
			days = days[1:]
		}
		out = append(out, bin)
		first = next
	}
	return out
}
