package timex

import (
	"readout/internal/reading/timex/pattern"
	"readout/internal/reading/timex/rule"
)

// listed returns the day of a list at token i.
func (f *finder) listed(i int) (*pattern.Match, bool) {
	p, n := f.parser, f.parser.Number(i)
	if len(f.found) == 0 || n < 1 || n > 31 || len(p.Low(i)) > 2 || !p.Apart(i) {
		return nil, false
	}
	before := f.found[len(f.found)-1]
	if before.End != i-1 || !isSeparator(p.Low(i-1)) ||
		before.Rule != rule.List && !endsInDay(before) {
		return nil, false
	}
	if next := p.Low(i + 1); !isSeparator(next) && next != "" && next != "." && next != ")" &&
		next != ";" {
		return nil, false
	}
	day := []pattern.Capture{{Name: "nn", N: n}}
	return &pattern.Match{Rule: rule.List, Start: i, End: i + 1, Captures: day}, true
}

// endsInDay reports whether the last that a match took is the day of a month.
func endsInDay(m *pattern.Match) bool {
	if len(m.Captures) == 0 {
		return false
	}
	last := m.Captures[len(m.Captures)-1]
	return last.Name == "day" && m.N("month") > 0 || last.Sub != nil && endsInDay(last.Sub)
}

func isSeparator(low string) bool {
	return low == "," || low == "and" || low == "or" || low == "&"
}
