package newest

import (
	"testing"

	"readout/internal/language/edtf"
)

func on(day edtf.Day) Day { return Turned(-int64(day)) }

func TestTheNewestComesFirst(t *testing.T) {
	var before int64
	for _, day := range []edtf.Day{
		edtf.DayOf(9999, 12, 31), edtf.DayOf(2024, 3, 2), edtf.DayOf(2024, 3, 1), edtf.DayOf(1970, 1, 1),
		edtf.DayOf(1969, 12, 31), edtf.DayOf(0, 1, 1),
	} {
		first, end := on(day).Numbers()
		if first < before || end <= first {
			t.Errorf("%s: from %d to %d, behind %d", day, first, end, before)
		}
		before = end
	}
	first, end := Turned(None).Numbers()
	if first < before || end != End {
		t.Errorf("what has no day: from %d to %d, behind %d", first, end, before)
	}
}

func TestANumberKnowsItsDay(t *testing.T) {
	for _, d := range []Day{on(edtf.DayOf(2024, 3, 1)), on(-1_000_000), Turned(None)} {
		first, end := d.Numbers()
		for _, n := range []int64{first, first + 1, end - 1} {
			if OfNumber(n) != d || !d.Has(n) {
				t.Errorf("day %d: number %d is of day %d", d, n, OfNumber(n))
			}
		}
		if d.Has(first-1) || d.Has(end) {
			t.Errorf("day %d has a number of another", d)
		}
	}
	// The rows without a day overflow into nothing.
	if n := int64(undated+5) << Bits; OfNumber(n) != undated {
		t.Errorf("number %d is of day %d", n, OfNumber(n))
	}
}
