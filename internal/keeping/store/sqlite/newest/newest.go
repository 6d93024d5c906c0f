// Package newest numbers rows so that those of the newest day come first: by its
// number a row is listed under names and words, and the first rows of a list are the
// newest ones.
//
// A number is (late << [Bits]) + n, where late is the less the newer a day is, and n
// parts the rows of one day in no order that means anything.
package newest

// Bits is how many bits part the rows of one day: those of a million documents.
const Bits = 24

// What has no day comes behind all that has; there may be more of it than of a day.
const (
	origin  = 4_000_000 // more than any day
	None    = 9_999_999 // in the place of a day turned round
	undated = origin + None
)

// End is behind every number.
const End = int64(1) << 62

// A Day is what the numbers of one day have in common.
type Day int64

// Turned returns the day that is written as its number turned round, [None] for what
// has no day: what rows are sorted by.
func Turned(day int64) Day { return Day(origin + day) }

// OfNumber returns the day of a numbered row.
func OfNumber(number int64) Day { return Day(min(number>>Bits, undated)) }

// Numbers returns the first number of a day and the one behind its last.
func (d Day) Numbers() (first, end int64) {
	if d >= undated {
		return undated << Bits, End
	}
	return int64(d) << Bits, int64(d+1) << Bits
}

// Has reports whether a number is one of the day.
func (d Day) Has(number int64) bool {
	first, end := d.Numbers()
	return first <= number && number < end
}
