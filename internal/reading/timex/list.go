package timex

import "readout/internal/language/edtf"

// listDay reads the days of a list after its first: 4 and 7 of "March 3, 4 and
// 7". It stands in no table, since digits alone are no time anywhere else.
var listDay = &compiled{rule: rule{
	group: "list", pattern: "<nn>", read: readListDay, trust: sure,
	example: "4 => 2021-03-04",
}}

func readListDay(r *reader, m *match) (reading, bool) {
	if len(r.said) == 0 {
		return reading{}, false
	}
	before := r.said[len(r.said)-1].period
	if before.Unit != edtf.Days {
		return reading{}, false
	}
	y, month, _ := before.First().Date()
	said, ok := dateOf(y, month, m.n("nn"))
	said.anchor, said.inferred = len(r.said)-1, []string{"year", "month"}
	return said, ok
}

// listed returns the day of a list at token i.
func (f *finder) listed(i int) (*match, bool) {
	p, n := &f.parser, f.parser.number(i)
	if len(f.found) == 0 || n < 1 || n > 31 || len(p.low(i)) > 2 || !p.apart(i) {
		return nil, false
	}
	before := f.found[len(f.found)-1]
	if before.end != i-1 || !isSeparator(p.low(i-1)) || before.rule != listDay && !before.endsInDay() {
		return nil, false
	}
	if next := p.low(i + 1); !isSeparator(next) && next != "" && next != "." && next != ")" &&
		next != ";" {
		return nil, false
	}
	return &match{rule: listDay, start: i, end: i + 1, captures: []capture{{name: "nn", n: n}}}, true
}

// endsInDay reports whether the last that a match took is the day of a month.
func (m *match) endsInDay() bool {
	if len(m.captures) == 0 {
		return false
	}
	last := m.captures[len(m.captures)-1]
	return last.name == "day" && m.n("month") > 0 || last.sub != nil && last.sub.endsInDay()
}

func isSeparator(low string) bool {
	return low == "," || low == "and" || low == "or" || low == "&"
}
