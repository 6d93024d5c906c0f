package pattern

import "readout/internal/language/edtf"

// A Unit is a unit of length.
type Unit struct {
	Letter string    // in TIMEX3
	Clock  bool      // shorter than a day
	Place  edtf.Unit // the part of the calendar it measures
	Times  int       // counted in place
}

var units = []Unit{
	{},
	{"S", true, edtf.None, 1},
	{"M", true, edtf.None, 1},
	{"H", true, edtf.None, 1},
	{"D", false, edtf.Days, 1},
	{"W", false, edtf.Weeks, 1},
	{"WE", false, edtf.Weekends, 1},
	{"M", false, edtf.Months, 1},
	{"Q", false, edtf.Quarters, 1},
	{"Y", false, edtf.Years, 1},
	{"DE", false, edtf.Decades, 1},
	{"CE", false, edtf.Centuries, 1},
	{"W", false, edtf.Weeks, 2},
}

const unitWords = "seconds;minute minutes;hour hours;day days;week weeks;" +
	"weekend weekends;month months;quarter quarters;year years;decade decades;" +
	"century centuries;fortnight fortnights"

var (
	unitOf     = list(unitWords)
	unitPlural = list("seconds;minutes;hours;days;weeks;weekends;months;quarters;years;" +
		"decades;centuries;fortnights")
	unitSingle = list(";minute;hour;day;week;weekend;month;quarter;year;decade;century;fortnight")
	calendarOf = list("day;week;weekend;month;quarter;year;decade;century")
)

// calendarUnits are the units of calendarOf.
var calendarUnits = []edtf.Unit{
	edtf.None, edtf.Days, edtf.Weeks, edtf.Weekends, edtf.Months, edtf.Quarters,
	edtf.Years, edtf.Decades, edtf.Centuries,
}

// UnitOf returns the unit that a word names.
func UnitOf(word string) (Unit, bool) {
	n, ok := unitOf[word]
	return units[n], ok
}

// CalendarUnit returns the part of the calendar that a word names.
func CalendarUnit(word string) edtf.Unit { return calendarUnits[calendarOf[word]] }
