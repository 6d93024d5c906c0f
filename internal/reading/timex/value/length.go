package value

import (
	"math"
	"strconv"

	"readout/internal/language/edtf"
	"readout/internal/reading/timex/pattern"
)

// A Length is a number of units; a count below 0 is not known.
type Length struct {
	Count float64
	Unit  pattern.Unit
	Extra string // a second part: 3M of P2Y3M
}

// Value prints a length: P3D, PT90M, PXY, P2.5Y. Quarters are months.
func (l Length) Value() string {
	count, letter := l.Count, l.Unit.Letter
	if letter == "Q" {
		letter = "M"
		count *= 3
	}
	number := "X"
	if l.Count >= 0 {
		number = strconv.FormatFloat(count*float64(l.Unit.Times), 'f', -1, 64)
	}
	head := "P"
	if l.Unit.Clock {
		head = "PT"
	}
	return head + number + letter + l.Extra
}

// From returns the day that is the length away from a day, in the direction of
// sign. Hours are rounded up to days.
func (l Length) From(day edtf.Day, sign int) (edtf.Day, bool) {
	if l.Count < 0 || l.Extra != "" || l.Count > 10000 {
		return 0, false
	}
	n := sign * int(math.Ceil(l.Count)) * l.Unit.Times
	switch l.Unit.Letter {
	case "H":
		return day + edtf.Day(sign*((sign*n+23)/24)), true
	case "S":
		return 0, false
	case "D":
		return day + edtf.Day(n), true
	case "W":
		return day + edtf.Day(7*n), true
	case "Q":
		n *= 3
	case "Y":
		n = int(float64(sign) * math.Round(l.Count*12))
	case "DE":
		n *= 120
	case "CE":
		n *= 1200
	case "M":
		if l.Unit.Clock {
			return 0, false
		}
	}
	return day.AddMonths(n), l.Unit.Letter != "WE"
}

// Away returns the unit that is the length away from a period, as fine as the
// unit is: two weeks from a day is a week.
func (l Length) Away(from edtf.Period, sign int) (edtf.Period, bool) {
	if l.Count < 0 || l.Unit.Clock || l.Extra != "" || l.Count > 10000 {
		return edtf.Period{}, false
	}
	if whole := math.Trunc(l.Count); whole != l.Count {
		day, ok := l.From(from.First(), sign)
		return edtf.Of(edtf.Months, day), ok
	}
	n := sign * int(l.Count) * l.Unit.Times
	if l.Unit.Place == edtf.Decades || l.Unit.Place == edtf.Centuries {
		return from.In(l.Unit.Place).Shift(n), true
	}
	return from.In(l.Unit.Place).Shift(n), rank(from.Unit) <= rank(l.Unit.Place)
}
