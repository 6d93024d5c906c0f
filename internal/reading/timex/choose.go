package timex

import (
	"slices"

	"readout/internal/language/text"
)

// The scores of what only rules have found.
const (
	sureScore   = 0.95
	likelyScore = 0.7
)

// at returns the expression that begins at token i, if one does: the one that
// is proposed if the grammar can read it, else the longest that the words make
// plain.
func (f *finder) at(i int) (*match, Extent, bool) {
	start := f.parser.toks[i].Start
	proposal, proposes := f.proposal(start)
	if m, ok := f.listed(i); ok {
		return m, f.extent(m), true
	}
	var best, exact *match
	f.parser.each(f.parser.begin, i, func(m *match) {
		end := f.parser.toks[m.end-1].End
		if proposes && end == proposal.End && m.rule.trust != inside && f.readable(m) {
			if exact == nil || m.rule.trust > exact.rule.trust {
				exact = keep(m)
			}
		}
		if f.allowed(m) && (best == nil || m.end > best.end) && f.readable(m) {
			best = keep(m)
		}
	})
	if exact != nil {
		return exact, proposal, true
	}
	if proposes && (best == nil || f.parser.toks[best.end-1].End < proposal.End) {
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
func (f *finder) extent(m *match) Extent {
	e := Extent{Span: f.span(m.start, m.end), Score: likelyScore}
	if m.rule.trust == sure {
		e.Score = sureScore
	}
	if p, ok := f.overlapping(e.Span); ok {
		e.Score = p.Score
	}
	return e
}

// readable reports whether the words of a match mean anything: there is no
// 31st of June.
func (f *finder) readable(m *match) bool {
	r := f.reader
	r.at, r.end, r.next = m.start, m.end, nil
	_, ok := m.rule.read(&r, m)
	return ok
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
var prepositions = words("in since until by during")

// contexts are the words before a weak expression that make it plain.
var contexts = map[string]map[string]bool{
	"<units>":                           words("for within in"),
	"the <season>":                      words("in over during since until into by"),
	"<season>":                          words("in over during since until into by"),
	"the? time":                         words("at"),
	"the present|moment":                words("at"),
	"previously":                        words("had has have"),
	"formerly|once|then|earlier|before": words("had was were"),
}

// plain reports whether the words around a weak match make a time of it.
func (f *finder) plain(m *match) bool {
	return contexts[m.rule.pattern][f.parser.low(m.start-1)] && f.parser.low(m.end) != "of" &&
		!f.parser.glued(m.end+1)
}

// isRate reports whether "a year" says how often or how much: "$5 a year".
func (f *finder) isRate(m *match) bool {
	low := f.parser.low(m.start)
	if low != "a" && low != "an" || m.start == 0 || m.rule.pattern != "<num> <unit>" {
		return false
	}
	next := f.parser.low(m.end)
	return !beforeLength[f.parser.low(m.start-1)] && next != "after" && next != "before" &&
		next != "later"
}

var beforeLength = words("for in within after during over of by until than take takes took " +
	"spent spend lasted barely only just once was is as nearly about")

// allowed reports whether a match may stand by itself.
func (f *finder) allowed(m *match) bool {
	_, proposed := f.overlapping(f.span(m.start, m.end))
	switch m.rule.trust {
	case inside:
		return false
	case sure:
		return true
	case likely:
		return proposed || prepositions[f.parser.low(m.start-1)] || f.blind && !f.isRate(m)
	case weak:
		return proposed || f.plain(m)
	}
	panic("unreachable: trust")
}
