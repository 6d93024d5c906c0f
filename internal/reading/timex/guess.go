package timex

import (
	"readout/internal/reading/timex/pattern"
	"readout/internal/reading/timex/rule"
)

// guess reads a proposal that begins at token i: with the value of the longest
// expression inside, else as vaguely as its words allow.
func (f *finder) guess(i int, e Extent) (*pattern.Match, bool) {
	end := i
	for end < f.parser.Len() && f.parser.Span(end, end+1).End <= e.End {
		end++
	}
	var best *pattern.Match
	for k := i; k < end; k++ {
		f.parser.Each(k, func(m *pattern.Match) {
			longer := best == nil || m.End-m.Start > best.End-best.Start
			trusted := f.reader.Rule(m).Trust >= rule.Likely
			if m.End <= end && longer && trusted && f.reader.Reads(m) {
				best = pattern.Keep(m)
			}
		})
	}
	if best == nil {
		kind := pattern.Capture{Name: "type", S: string(e.Type)}
		best = &pattern.Match{Rule: rule.Guess, Captures: []pattern.Capture{kind}}
	}
	best.Start, best.End = i, end
	return best, end > i && f.reader.Reads(best)
}
