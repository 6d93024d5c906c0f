package timex

import (
	"slices"

	"readout/internal/language/text"
	"readout/internal/reading/timex/pattern"
	"readout/internal/reading/timex/rule"
)

// The scores of what only rules have found.
const (
	sureScore   = 0.95
	likelyScore = 0.7
)

// at returns the expression that begins at token i, if one does: the one that
// is proposed if the grammar can read it, else the longest that the words make
// plain.
func (f *finder) at(i int) (*pattern.Match, Extent, bool) {
	start := f.parser.Span(i, i+1).Start
	proposal, proposes := f.proposal(start)
	if m, ok := f.listed(i); ok {
		return m, f.extent(m), true
	}
	var best, exact *pattern.Match
	f.parser.Each(i, func(m *pattern.Match) {
		end := f.parser.Span(i, m.End).End
		trust := f.reader.Rule(m).Trust
		if proposes && end == proposal.End && trust != rule.Inside && f.reader.Reads(m) {
			if exact == nil || trust > f.reader.Rule(exact).Trust {
				exact = pattern.Keep(m)
			}
		}
		if f.allowed(m) && (best == nil || m.End > best.End) && f.reader.Reads(m) {
			best = pattern.Keep(m)
		}
	})
	if exact != nil {
		return exact, proposal, true
	}
	if proposes && (best == nil || f.parser.Span(i, best.End).End < proposal.End) {
		if m, ok := f.guess(i, proposal); ok {
			return m, proposal, true
		}
	}
	if best == nil {
		return nil, Extent{}, false
	}
	return best, f.extent(best), true
}

// extent returns the words of a match, with the score of the proposal that they
// share.
func (f *finder) extent(m *pattern.Match) Extent {
	e := Extent{Span: f.parser.Span(m.Start, m.End), Score: likelyScore}
	if f.reader.Rule(m).Trust == rule.Sure {
		e.Score = sureScore
	}
	if p, ok := f.overlapping(e.Span); ok {
		e.Score = p.Score
	}
	return e
}

// proposal returns the proposed extent that begins at a byte.
func (f *finder) proposal(start int) (Extent, bool) {
	n, ok := slices.BinarySearchFunc(f.proposed, start, byStart)
	if !ok {
		return Extent{}, false
	}
	return f.proposed[n], true
}

func byStart(e Extent, start int) int { return e.Start - start }

// overlapping returns the first proposal that shares a byte with s. Proposals
// are disjoint.
func (f *finder) overlapping(s text.Span) (Extent, bool) {
	n, _ := slices.BinarySearchFunc(f.proposed, s.Start, byStart)
	if n > 0 && f.proposed[n-1].Overlaps(s) {
		return f.proposed[n-1], true
	}
	if n < len(f.proposed) && f.proposed[n].Overlaps(s) {
		return f.proposed[n], true
	}
	return Extent{}, false
}

// prepositions make a time of what could be one.
var prepositions = pattern.Words("in since until by during")

// contexts are the words before a weak expression that make it plain.
var contexts = map[string]map[string]bool{
	"<units>":                           pattern.Words("for within in"),
	"the <season>":                      pattern.Words("in over during since until into by"),
	"<season>":                          pattern.Words("in over during since until into by"),
	"the? time":                         pattern.Words("at"),
	"the present|moment":                pattern.Words("at"),
	"previously":                        pattern.Words("had has have"),
	"formerly|once|then|earlier|before": pattern.Words("had was were"),
}

// plain reports whether the words around a weak match make a time of it.
func (f *finder) plain(m *pattern.Match) bool {
	before := contexts[f.reader.Rule(m).Pattern]
	return before[f.parser.Low(m.Start-1)] && f.parser.Low(m.End) != "of" &&
		!f.parser.Glued(m.End+1)
}

// isRate reports whether "a year" says how often or how much: "$5 a year".
func (f *finder) isRate(m *pattern.Match) bool {
	low := f.parser.Low(m.Start)
	if low != "a" && low != "an" || m.Start == 0 || f.reader.Rule(m).Pattern != "<num> <unit>" {
		return false
	}
	next := f.parser.Low(m.End)
	return !beforeLength[f.parser.Low(m.Start-1)] && next != "after" && next != "before" &&
		next != "later"
}

var beforeLength = pattern.Words("for in within after during over of by until than take " +
	"takes took spent spend lasted barely only just once was is as nearly about")

// allowed reports whether a match may stand by itself.
func (f *finder) allowed(m *pattern.Match) bool {
	_, proposed := f.overlapping(f.parser.Span(m.Start, m.End))
	switch f.reader.Rule(m).Trust {
	case rule.Inside:
		return false
	case rule.Sure:
		return true
	case rule.Likely:
		return proposed || prepositions[f.parser.Low(m.Start-1)] || !f.isRate(m)
	case rule.Weak:
		return proposed || f.plain(m)
	}
	panic("unreachable: trust")
}
