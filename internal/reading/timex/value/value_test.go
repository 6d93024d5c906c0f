package value

import (
	"testing"

	"readout/internal/language/edtf"
	"readout/internal/reading/timex/pattern"
)

func TestLengthsLeadToDays(t *testing.T) {
	for _, c := range []struct {
		count float64
		unit  string
		value string
		back  string // from 2021-03-12; empty where there is no such day
	}{
		{3, "days", "P3D", "2021-03-09"},
		{2, "fortnights", "P4W", "2021-02-12"},
		{1, "quarter", "P3M", "2020-12-12"},
		{2.5, "years", "P2.5Y", "2018-09-12"},
		{36, "hours", "PT36H", "2021-03-10"},
		{90, "minutes", "PT90M", ""},
		{-1, "months", "PXM", ""},
	} {
		unit, known := pattern.UnitOf(c.unit)
		l := Length{Count: c.count, Unit: unit}
		back := ""
		if day, ok := l.From(edtf.DayOf(2021, 3, 12), -1); ok {
			back = day.String()
		}
		if got := l.Value(); !known || got != c.value || back != c.back {
			t.Errorf("%v %s: %s and %q, want %s and %q", c.count, c.unit, got, back, c.value, c.back)
		}
	}
}
