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
	if best == nil {
		return nil, Extent{}, false
	}
	e := Extent{Span: f.span(best.start, best.end), Score: likelyScore}
	if best.rule.trust == sure {
		e.Score = sureScore
	}
	if p, ok := f.overlapping(e.Span); ok {
		e.Score = p.Score
	}
	return best, e, true
}

func keep(m *match) *match {
	kept := *m
	kept.captures = append([]capture(nil), m.captures...)
	return &kept
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

// allowed reports whether a match may stand by itself.
func (f *finder) allowed(m *match) bool {
	_, proposed := f.overlapping(f.span(m.start, m.end))
	switch m.rule.trust {
	case inside:
		return false
	case sure:
		return true
	case likely:
		return proposed || f.blind || prepositions[f.parser.low(m.start-1)]
	case weak:
		return proposed
	}
	panic("unreachable: trust")
}
