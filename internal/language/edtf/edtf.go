// Package edtf holds dates and intervals with their precision: days, the units
// of the calendar, EDTF strings and TIMEX3 values.
//
// A [Period] is one unit of the calendar (a week, a quarter, a decade); it is
// shifted by counting units. A [Range] is a run of days, both ends inclusive.
// [Parse] reads the EDTF strings of level 0 and 1 that are dates or intervals of
// dates and gives their days.
//
// All values are small and immutable; all functions may be called from many
// goroutines at once.
//
// Limits: years 0 to 9999 in four digits, and negative ones; no times of day, no
// EDTF seasons (2021-21), no long years (Y17000). "?", "~" and "%" do not change
// the days that Parse gives.
//
// Sources: Extended Date/Time Format (Library of Congress, 2019); ISO 8601-1 for
// weeks; TimeML 1.2.1 for TIMEX3 values.
package edtf

import (
	"fmt"
	"strconv"
	"strings"
)

// A Range is a run of days; an open end is unknown or goes on.
type Range struct {
	First, Last         Day
	OpenFirst, OpenLast bool // then First (Last) means nothing
}

// Contains reports whether d lies in r.
func (r Range) Contains(d Day) bool {
	return (r.OpenFirst || r.First <= d) && (r.OpenLast || d <= r.Last)
}

// String returns the EDTF string: one day, or an interval of days.
func (r Range) String() string {
	first, last := "..", ".."
	if !r.OpenFirst {
		first = r.First.String()
	}
	if !r.OpenLast {
		last = r.Last.String()
	}
	if first == last && !r.OpenFirst {
		return first
	}
	return first + "/" + last
}

// Parse returns the days of an EDTF date or interval. The error says what of s
// could not be read.
func Parse(s string) (Range, error) {
	from, to, interval := strings.Cut(s, "/")
	if !interval {
		return parseDate(s)
	}
	r := Range{OpenFirst: true, OpenLast: true}
	if from != ".." && from != "" {
		first, err := parseDate(from)
		if err != nil {
			return Range{}, err
		}
		r.First, r.OpenFirst = first.First, false
	}
	if to != ".." && to != "" {
		last, err := parseDate(to)
		if err != nil {
			return Range{}, err
		}
		r.Last, r.OpenLast = last.Last, false
	}
	if r.OpenFirst && r.OpenLast {
		return Range{}, fmt.Errorf("edtf: interval %q: both ends are open", s)
	}
	if !r.OpenFirst && !r.OpenLast && r.Last < r.First {
		return Range{}, fmt.Errorf("edtf: interval %q: ends before it begins", s)
	}
	return r, nil
}

// parseDate reads YYYY, YYYX, YYXX, YYYY-MM or YYYY-MM-DD.
func parseDate(s string) (Range, error) {
	bad := fmt.Errorf("edtf: date %q: want YYYY, YYYX, YYXX, YYYY-MM or YYYY-MM-DD", s)
	plain := strings.TrimRight(s, "?~%")
	if len(s)-len(plain) > 1 {
		return Range{}, bad
	}
	unsigned, negative := strings.CutPrefix(plain, "-")
	parts := strings.Split(unsigned, "-")
	unit, y, ok := parseYear(parts[0])
	if !ok || len(parts) > 3 || unit != Years && (len(parts) > 1 || negative) {
		return Range{}, bad
	}
	if negative {
		y = -y
	}
	m, d := 1, 1
	if len(parts) > 1 {
		unit = Months
		if m, ok = digits(parts[1], 2); !ok || m < 1 || m > 12 {
			return Range{}, bad
		}
	}
	if len(parts) > 2 {
		unit = Days
		last := int(DayOf(y, m+1, 1) - DayOf(y, m, 1))
		if d, ok = digits(parts[2], 2); !ok || d < 1 || d > last {
			return Range{}, bad
		}
	}
	return Of(unit, DayOf(y, m, d)).Range(), nil
}

func parseYear(s string) (Unit, int, bool) {
	if len(s) != 4 {
		return None, 0, false
	}
	known := strings.TrimRight(s, "X")
	y, ok := digits(known, len(known))
	switch len(known) {
	case 4:
		return Years, y, ok
	case 3:
		return Decades, y * 10, ok
	case 2:
		return Centuries, y * 100, ok
	}
	return None, 0, false
}

// digits reads exactly n digits.
func digits(s string, n int) (int, bool) {
	if len(s) != n || strings.Trim(s, "0123456789") != "" {
		return 0, false
	}
	v, err := strconv.Atoi(s)
	return v, err == nil
}
