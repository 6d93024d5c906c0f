package amount

import (
	"strconv"
	"strings"
)

// A decimal is n times ten to the power of exp, exactly.
type decimal struct {
	n   int64
	exp int
}

// maxDigits bounds the digits of a number in a text: products with the small
// factors of this package then fit 64 bits.
const maxDigits = 15

// parseDecimal reads digits with commas and one stop.
func parseDecimal(s string) (decimal, bool) {
	var d decimal
	read, after := 0, false
	for i := range len(s) {
		switch {
		case s[i] == '.':
			after = true
		case isDigit(s[i]):
			d.n = d.n*10 + int64(s[i]-'0')
			if after {
				d.exp--
			}
			read++
		}
		if read > maxDigits {
			return decimal{}, false
		}
	}
	return d, read > 0
}

func whole(n int64) decimal { return decimal{n: n} }

// times multiplies by another decimal; too large a product is false.
func (d decimal) times(o decimal) (decimal, bool) {
	const limit = 1 << 62
	if o.n != 0 && d.n > limit/o.n || d.exp+o.exp > 30 {
		return decimal{}, false
	}
	return decimal{d.n * o.n, d.exp + o.exp}, true
}

// plus adds two decimals of few digits.
func (d decimal) plus(o decimal) decimal {
	for d.exp > o.exp && d.n < 1<<58 {
		d = decimal{d.n * 10, d.exp - 1}
	}
	for o.exp > d.exp && o.n < 1<<58 {
		o = decimal{o.n * 10, o.exp - 1}
	}
	return decimal{d.n + o.n, min(d.exp, o.exp)}
}

// less compares by size; equal decimals written apart may compare either way.
func (d decimal) less(o decimal) bool { return d.float() < o.float() }

func (d decimal) float() float64 {
	f, err := strconv.ParseFloat(d.String(), 64)
	if err != nil {
		panic("unreachable: decimal " + d.String())
	}
	return f
}

// String writes a plain decimal without zeros that say nothing.
func (d decimal) String() string {
	s := strconv.FormatInt(d.n, 10)
	switch {
	case d.n == 0:
		return "0"
	case d.exp >= 0:
		return s + strings.Repeat("0", d.exp)
	}
	if short := 1 - d.exp - len(s); short > 0 {
		s = strings.Repeat("0", short) + s
	}
	at := len(s) + d.exp
	return strings.TrimSuffix(strings.TrimRight(s[:at]+"."+s[at:], "0"), ".")
}

// share is n of d, to two decimals.
func share(n, d int64) decimal {
	return decimal{n: (n*100 + d/2) / d, exp: -2}
}
