package amount

import (
	"readout/internal/language/chunk"
	"readout/internal/reading/amount/cue"
)

// wholeAfter returns the token after the "in" or "out of" of a ratio.
func (p *parser) wholeAfter(i int) (int, bool) {
	switch w := p.Word(i); {
	case w == "in":
		return p.Past(i+1, "every"), true
	case w == "of" && p.Word(i+1) == "every":
		return i + 2, p.OpensNumber(i + 2)
	case w == "of" && p.setting.poll && p.Word(i+1) == "10":
		return i + 1, true
	}
	at, ok := p.Matches(i, []string{"out", "of"})
	return p.Past(at, "every"), ok
}

// fractionCount reads "half of the seats", "half the seats". Without a whole
// a fraction counts only after "nearly" and its like.
func (p *parser) fractionCount(q quantity) (Amount, int, bool) {
	if p.isSingle(q) && cue.Ordinals[p.Word(q.from-1)] || p.Word(q.To) == "as" || p.isOrdinal(q) {
		return Amount{}, q.To, false
	}
	at := p.Past(q.To, "of")
	start := p.Determiners(at)
	end, named := p.Group(start, chunk.AnyHead)
	if named && start > q.To && at == q.To && (cue.Multiplied[p.Word(end-1)] || p.Word(end) == "as") {
		return Amount{}, end, false
	}
	if named && start > q.To {
		return p.fractionOf(q, at, end)
	}
	if at > q.To || p.isShareAlone(q, named) {
		return p.make(q, Count, "", q.To), q.To, true
	}
	return Amount{}, q.To, false
}

// isOrdinal reports whether "a third" is one more: "a third would be smaller".
func (p *parser) isOrdinal(q quantity) bool {
	return p.Word(q.from) == "a" && p.boundOf(q, q.To) == cue.Exactly && cue.OrdinalVerbs[p.Word(q.To)]
}

// isSingle reports whether a fraction is one part: "half", "a third".
func (p *parser) isSingle(q quantity) bool {
	return p.Word(q.from) == "half" || p.Word(q.from) == "a"
}

// fractionOf makes a share of the noun group in the tokens [whole, end).
func (p *parser) fractionOf(q quantity, whole, end int) (Amount, int, bool) {
	if chunk.TimeNouns[p.Word(end-1)] || p.Word(end-1) == "time" {
		return Amount{}, end, false
	}
	a := p.make(q, Count, "", end)
	a.Of = p.Text[p.Tokens[whole].Start:p.Tokens[end-1].End]
	return a, end, true
}

// isShareAlone reports whether a fraction counts without its whole; named says
// that a noun follows all the same.
func (p *parser) isShareAlone(q quantity, named bool) bool {
	several := !p.isSingle(q) && (p.Closes(q.To) || chunk.IsPast(p.Word(q.To)))
	if by := p.Word(q.from - 1); by == "by" && cue.Changing[p.Word(q.from-2)] && p.Closes(q.To) {
		return true
	}
	return several || cue.AloneVerbs[p.Word(q.To)] || !named && p.boundOf(q, q.To) != cue.Exactly
}

// ratio reads "four in 10 voters": a fraction whose whole follows.
func (p *parser) ratio(q quantity, at int) (Amount, int, bool) {
	if chunk.Determiners[p.Word(at)] && p.OpensNumber(p.Determiners(at)) {
		return p.make(q, Count, "", q.To), q.To, true
	}
	whole, ok := p.Number(at)
	if !ok || !q.low.IsPartOf(whole.Value) || p.isNamedTime(whole.To) {
		if isOne(q) {
			return p.oneThing(q)
		}
		return p.alone(q)
	}
	q.low = chunk.Share(q.low.N, whole.Value.N)
	end, ok := p.Group(whole.To, chunk.PluralHead)
	if !ok {
		return p.make(q, Count, "", whole.To), whole.To, true
	}
	a := p.make(q, Count, "", end)
	a.Of = p.Text[p.Tokens[whole.To].Start:p.Tokens[end-1].End]
	return a, end, true
}

func (p *parser) isNamedTime(i int) bool {
	return chunk.TimeNouns[p.Word(i)] || chunk.MonthOrDay[p.Word(i)] || p.Glued(i) && p.Is(i, chunk.WordForm) ||
		p.Hyphen(i)
}
