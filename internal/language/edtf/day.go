package edtf

import "fmt"

// A Day counts the days since 1970-01-01 in the Gregorian calendar, which is
// carried back before its beginning.
type Day int

// DayOf returns the day of a date. A month or day beyond its end runs on into
// the next one.
func DayOf(year, month, day int) Day {
	year += floorDiv(month-1, 12)
	month = mod(month-1, 12) + 1
	if month <= 2 {
		year--
		month += 12
	}
	era := floorDiv(year, 400)
	ofEra := year - era*400
	ofYear := (153*(month-3)+2)/5 + day - 1
	return Day(era*146097 + ofEra*365 + ofEra/4 - ofEra/100 + ofYear - 719468)
}

// Date returns year, month and day.
func (d Day) Date() (year, month, day int) {
	n := int(d) + 719468
	era := floorDiv(n, 146097)
	n -= era * 146097
	ofEra := (n - n/1460 + n/36524 - n/146096) / 365
	ofYear := n - (365*ofEra + ofEra/4 - ofEra/100)
	m := (5*ofYear + 2) / 153
	year, month, day = ofEra+era*400, m+3, ofYear-(153*m+2)/5+1
	if month > 12 {
		return year + 1, month - 12, day
	}
	return year, month, day
}

// Weekday returns 1 for Monday to 7 for Sunday.
func (d Day) Weekday() int { return mod(int(d)+3, 7) + 1 }

// String returns the day as YYYY-MM-DD.
func (d Day) String() string {
	y, m, n := d.Date()
	return fmt.Sprintf("%s-%02d-%02d", year(y), m, n)
}

// AddMonths returns the same day n months later, or that month's last day.
func (d Day) AddMonths(n int) Day {
	y, m, day := d.Date()
	last := int(DayOf(y, m+n+1, 1) - DayOf(y, m+n, 1))
	return DayOf(y, m+n, min(day, last))
}

// ParseDay reads YYYY-MM-DD; what follows it is not read.
func ParseDay(s string) (Day, bool) {
	if len(s) < 10 {
		return 0, false
	}
	r, err := Parse(s[:10])
	return r.First, err == nil && r.First == r.Last && s[4] == '-' && s[7] == '-'
}

func year(y int) string {
	if y < 0 {
		return fmt.Sprintf("-%04d", -y)
	}
	return fmt.Sprintf("%04d", y)
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

func mod(a, b int) int { return a - b*floorDiv(a, b) }
