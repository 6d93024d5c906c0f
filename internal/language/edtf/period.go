package edtf

import "fmt"

// A Unit is a division of the calendar.
type Unit uint8

// The units; the zero value is none.
const (
	None Unit = iota
	Days
	Weeks
	Weekends
	Months
	Quarters
	Seasons      // northern: spring begins in March
	SouthSeasons // southern: autumn begins in March
	Halves
	Years
	USFiscalYears    // named by the year they end in, from October
	JapanFiscalYears // named by the year they begin in, from April
	Decades
	Centuries
)

// inMonths says of how many months a unit is made, and with which month its
// count begins; units of days have none.
var inMonths = [...]struct{ length, offset int }{
	Months:           {1, 0},
	Quarters:         {3, 0},
	Seasons:          {3, 2},
	SouthSeasons:     {3, 2},
	Halves:           {6, 0},
	Years:            {12, 0},
	USFiscalYears:    {12, -3},
	JapanFiscalYears: {12, 3},
	Decades:          {120, 0},
	Centuries:        {1200, 0},
}

// A Period is one unit of the calendar: this month, that decade.
type Period struct {
	Unit  Unit
	Index int // counts the units of this kind; a year's is the year
}

// Of returns the period of unit u that holds d. A weekend is that of d's week.
func Of(u Unit, d Day) Period {
	switch u {
	case None:
		return Period{}
	case Days:
		return Period{u, int(d)}
	case Weeks, Weekends:
		return Period{u, floorDiv(int(d)+3, 7)}
	case Months, Quarters, Seasons, SouthSeasons, Halves, Years,
		USFiscalYears, JapanFiscalYears, Decades, Centuries:
		y, m, _ := d.Date()
		in := inMonths[u]
		return Period{u, floorDiv(y*12+m-1-in.offset, in.length)}
	}
	panic("unreachable: unit")
}

// Known reports whether p is a period at all.
func (p Period) Known() bool { return p.Unit != None }

// Shift returns the period n units later.
func (p Period) Shift(n int) Period { return Period{p.Unit, p.Index + n} }

// In returns the period of unit u that holds the first day of p.
func (p Period) In(u Unit) Period { return Of(u, p.First()) }

// First returns the first day.
func (p Period) First() Day {
	switch p.Unit {
	case None, Days:
		return Day(p.Index)
	case Weeks:
		return Day(p.Index*7 - 3)
	case Weekends:
		return Day(p.Index*7 + 2)
	case Months, Quarters, Seasons, SouthSeasons, Halves, Years,
		USFiscalYears, JapanFiscalYears, Decades, Centuries:
		in := inMonths[p.Unit]
		month := p.Index*in.length + in.offset
		return DayOf(floorDiv(month, 12), mod(month, 12)+1, 1)
	}
	panic("unreachable: unit")
}

// Last returns the last day.
func (p Period) Last() Day {
	if p.Unit == Weekends {
		return p.First() + 1
	}
	return p.Shift(1).First() - 1
}

// Range returns the first to the last day.
func (p Period) Range() Range { return Range{First: p.First(), Last: p.Last()} }

var (
	seasons      = [...]string{"SP", "SU", "FA", "WI"}
	southSeasons = [...]string{"FA", "WI", "SP", "SU"}
)

// Timex returns the TIMEX3 value: 2021-W09, 2020-Q4, 199, FY2020.
func (p Period) Timex() string {
	y, m, _ := p.First().Date()
	switch p.Unit {
	case None:
		return ""
	case Days:
		return p.First().String()
	case Weeks, Weekends:
		return p.week()
	case Months:
		return fmt.Sprintf("%s-%02d", year(y), m)
	case Quarters:
		return fmt.Sprintf("%s-Q%d", year(y), mod(p.Index, 4)+1)
	case Seasons:
		return year(y) + "-" + seasons[mod(p.Index, 4)]
	case SouthSeasons:
		return year(y) + "-" + southSeasons[mod(p.Index, 4)]
	case Halves:
		return fmt.Sprintf("%s-H%d", year(y), mod(p.Index, 2)+1)
	case Years:
		return year(p.Index)
	case USFiscalYears, JapanFiscalYears:
		return "FY" + year(p.Index)
	case Decades:
		return fmt.Sprintf("%03d", p.Index)
	case Centuries:
		return fmt.Sprintf("%02d", p.Index)
	}
	panic("unreachable: unit")
}

// week returns the ISO week: its year is that of its Thursday.
func (p Period) week() string {
	thursday := Period{Weeks, p.Index}.First() + 3
	y, _, _ := thursday.Date()
	value := fmt.Sprintf("%s-W%02d", year(y), int(thursday-DayOf(y, 1, 1))/7+1)
	if p.Unit == Weekends {
		return value + "-WE"
	}
	return value
}

// EDTF returns the EDTF string: a date where there is one for the unit, else
// an interval of days.
func (p Period) EDTF() string {
	switch p.Unit {
	case Days, Months, Years:
		return p.Timex()
	case Decades:
		return p.Timex() + "X"
	case Centuries:
		return p.Timex() + "XX"
	case None, Weeks, Weekends, Quarters, Seasons, SouthSeasons, Halves,
		USFiscalYears, JapanFiscalYears:
		return p.Range().String()
	}
	panic("unreachable: unit")
}

// Approx returns the EDTF string with "~" and the days widened by one unit on
// each side. Decades and centuries have no such string: theirs is the interval.
func (p Period) Approx() (string, Range) {
	wide := Range{First: p.Shift(-1).First(), Last: p.Shift(1).Last()}
	switch p.Unit {
	case Days, Months, Years:
		return p.Timex() + "~", wide
	case Decades, Centuries:
		return wide.String(), wide
	case None, Weeks, Weekends, Quarters, Seasons, SouthSeasons, Halves,
		USFiscalYears, JapanFiscalYears:
		return p.First().String() + "~/" + p.Last().String() + "~", wide
	}
	panic("unreachable: unit")
}

// Third returns the days of the first (0), middle (1) or last (2) third: of a
// month its days 1 to 10, 11 to 20 and the rest; 2, 3 and 2 days of a week; 3, 4
// and 3 years of a decade; 33, 34 and 33 of a century. A day is not divided.
func (p Period) Third(n int) Range {
	whole := p.Range()
	one, two := whole.First, whole.Last
	switch p.Unit {
	case None, Days, Weekends:
		return whole
	case Weeks:
		one, two = one+2, one+5
	case Months:
		one, two = one+10, one+20
	case Quarters, Seasons, SouthSeasons, Halves, Years, USFiscalYears, JapanFiscalYears:
		third := inMonths[p.Unit].length / 3
		one, two = one.AddMonths(third), one.AddMonths(2*third)
	case Decades:
		one, two = one.AddMonths(36), one.AddMonths(84)
	case Centuries:
		one, two = one.AddMonths(33*12), one.AddMonths(67*12)
	}
	return [...]Range{
		{First: whole.First, Last: one - 1},
		{First: one, Last: two - 1},
		{First: two, Last: whole.Last},
	}[n]
}
