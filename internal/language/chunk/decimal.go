package chunk

import (
	"strconv"
	"strings"
)

// A Decimal is N times ten to the power of Exp, exactly.
type Decimal struct {
	N   int64
	Exp int
}

// maxDigits bounds the digits of a number in a text: products with the small
// factors of this package then fit 64 bits.
const maxDigits = 15

// ParseDecimal reads digits with commas and one stop.
func ParseDecimal(s string) (Decimal, bool) {
	var d Decimal
	read, after := 0, false
	for i := range len(s) {
		switch {
		case s[i] == '.':
			after = true
		case isDigit(s[i]):
			d.N = d.N*10 + int64(s[i]-'0')
			if after {
				d.Exp--
			}
			read++
		}
		if read > maxDigits {
			return Decimal{}, false
		}
	}
	return d, read > 0
}

// Whole returns a decimal without a fraction.
func Whole(n int64) Decimal { return Decimal{N: n} }

// Times multiplies by another Decimal; too large a product is false.
func (d Decimal) Times(o Decimal) (Decimal, bool) {
	const limit = 1 << 62
	if o.N != 0 && d.N > limit/o.N || d.Exp+o.Exp > 30 {
		return Decimal{}, false
	}
	return Decimal{d.N * o.N, d.Exp + o.Exp}, true
}

// Plus adds two decimals of few digits.
func (d Decimal) Plus(o Decimal) Decimal {
	for d.Exp > o.Exp && d.N < 1<<58 {
		d = Decimal{d.N * 10, d.Exp - 1}
	}
	for o.Exp > d.Exp && o.N < 1<<58 {
		o = Decimal{o.N * 10, o.Exp - 1}
	}
	return Decimal{d.N + o.N, min(d.Exp, o.Exp)}
}

// Less compares by size; equal decimals written apart may compare either way.
func (d Decimal) Less(o Decimal) bool { return d.Float() < o.Float() }

// Float returns the nearest 64-bit number.
func (d Decimal) Float() float64 {
	f, err := strconv.ParseFloat(d.String(), 64)
	if err != nil {
		panic("unreachable: Decimal " + d.String())
	}
	return f
}

// String writes a plain Decimal without zeros that say nothing.
func (d Decimal) String() string {
	s := strconv.FormatInt(d.N, 10)
	switch {
	case d.N == 0:
		return "0"
	case d.Exp >= 0:
		return s + strings.Repeat("0", d.Exp)
	}
	if short := 1 - d.Exp - len(s); short > 0 {
		s = strings.Repeat("0", short) + s
	}
	at := len(s) + d.Exp
	return strings.TrimSuffix(strings.TrimRight(s[:at]+"."+s[at:], "0"), ".")
}

// IsPartOf reports whether "d in whole" can be a share: "four in 10", not "four
// in 2020". Zero is none.
func (d Decimal) IsPartOf(whole Decimal) bool {
	const most = 100 // nobody asks more; it is a year or a count
	return d.Exp == 0 && whole.Exp == 0 && d.N != 0 && whole.N <= most && d.Less(whole)
}
