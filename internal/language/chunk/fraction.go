package chunk

// A Fraction is N of D equal parts; D is at most 100.
type Fraction struct{ N, D int64 }

// Share is n of d as a Decimal: exactly where four decimals can say it, else to
// two decimals, or two digits where that is more.
func Share(n, d int64) Decimal {
	value, _ := quotient{Whole(n), d}.decimal()
	return value
}

// A quotient is a number before it is divided, since a Decimal cannot write what
// a third is.
type quotient struct {
	n Decimal
	d int64 // zero: there is none
}

// decimal returns the value, rounded to a whole number from a thousand on and as
// Share is below; whole is false where rounding lost something.
func (q quotient) decimal() (value Decimal, whole bool) {
	const finest = -4 // four decimals
	n, exp := q.n.N, q.n.Exp
	for n%q.d != 0 && exp > finest && n < 1<<58 {
		n, exp = n*10, exp-1
	}
	if n%q.d == 0 {
		return Decimal{n / q.d, exp}, true
	}
	d, last := q.d, -2
	switch f := (Decimal{n / q.d, exp}); {
	case f.Less(Decimal{1, -1}):
		last = -3
	case !f.Less(Whole(1000)):
		last = 0
	}
	for ; exp < last; exp++ {
		d *= 10
	}
	return Decimal{(n + d/2) / d, exp}, false
}

// plus adds a fraction.
func (n Number) plus(f Fraction) Number {
	all, _ := n.Value.Times(Whole(f.D)) // few digits, see maxDigits
	n.exact = quotient{all.Plus(Whole(f.N)), f.D}
	n.Value, _ = n.exact.decimal()
	return n
}

// Times multiplies the number as it was before its fraction was rounded; too
// large a product is false.
func (n Number) Times(by Decimal) (Number, bool) {
	fits := false
	if n.exact.d == 0 {
		n.Value, fits = n.Value.Times(by)
		return n, fits
	}
	if n.exact.n, fits = n.exact.n.Times(by); !fits {
		return n, false
	}
	value, whole := n.exact.decimal()
	n.Value, n.Rounded = value, !whole
	return n, true
}
