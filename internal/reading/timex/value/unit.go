package value

import "readout/internal/language/edtf"

// rank orders units by length.
func rank(u edtf.Unit) int {
	switch u {
	case edtf.None, edtf.Days:
		return 0
	case edtf.Weekends:
		return 1
	case edtf.Weeks:
		return 2
	case edtf.Months:
		return 3
	case edtf.Quarters, edtf.Seasons, edtf.SouthSeasons:
		return 4
	case edtf.Halves:
		return 5
	case edtf.Years, edtf.USFiscalYears, edtf.JapanFiscalYears:
		return 6
	case edtf.Decades:
		return 7
	case edtf.Centuries:
		return 8
	}
	panic("unreachable: unit")
}

// open is the value of a unit whose date nobody knows.
func open(u edtf.Unit) string {
	switch u {
	case edtf.None, edtf.Days:
		return "XXXX-XX-XX"
	case edtf.Weeks:
		return "XXXX-WXX"
	case edtf.Weekends:
		return "XXXX-WXX-WE"
	case edtf.Months:
		return "XXXX-XX"
	case edtf.Quarters:
		return "XXXX-QX"
	case edtf.Seasons, edtf.SouthSeasons, edtf.Halves, edtf.Years,
		edtf.USFiscalYears, edtf.JapanFiscalYears:
		return "XXXX"
	case edtf.Decades:
		return "XXX"
	case edtf.Centuries:
		return "XX"
	}
	panic("unreachable: unit")
}
