package amount

import (
	"readout/internal/language/chunk"
)

// count reads a number with what is counted: "3,000 refugees", "dozens of
// people", "two of the men", "two-thirds of members", or the number alone where
// its noun is plain.
func (p *parser) count(q quantity) (Amount, int, bool) {
	q = p.suffixed(q)
	switch whole, isRatio := p.wholeAfter(q.To); {
	case p.isNumbered(q) || p.isName(q):
		return Amount{}, q.To, false
	case q.Part:
		return p.fractionCount(q)
	case isRatio:
		return p.ratio(q, whole)
	case p.Word(q.To) == "of":
		return p.partitive(q)
	case isOne(q):
		return p.oneThing(q)
	}
	if noun, ok := p.compoundNoun(q); ok {
		return p.compound(q, noun)
	}
	return p.things(q)
}

// compoundNoun returns the noun of "six-member" or "290+ seat".
func (p *parser) compoundNoun(q quantity) (int, bool) {
	if p.Hyphen(q.To) {
		return q.To + 1, true
	}
	return q.To, q.suffix != exactly && compounds[p.Word(q.To)]
}

// things reads the noun group right after a number, or the number alone.
func (p *parser) things(q quantity) (Amount, int, bool) {
	if chunk.TimeNouns[p.Word(q.To)] {
		return Amount{}, q.To + 1, false
	}
	end, ok := p.Group(q.To, chunk.PluralHead)
	if !ok || p.isYear(q) && !people[p.Word(end-1)] && !p.isCounting(q) {
		return p.alone(q)
	}
	return p.counted(q, end)
}

// isCounting reports whether the word before digits like a year makes them a
// number of things: "more than 2000 trees", "sold 1800 copies".
func (p *parser) isCounting(q quantity) bool {
	return p.boundOf(q, q.To) == atLeast || p.boundOf(q, q.To) == atMost ||
		owning[p.Word(q.from-1)]
}

// counted makes a count whose noun ends the tokens before end.
func (p *parser) counted(q quantity, end int) (Amount, int, bool) {
	if chunk.TimeNouns[p.Word(end-1)] || p.isLevel(q, end) {
		return Amount{}, end, false
	}
	unit := p.Text[p.HeadStart(end-1):p.Tokens[end-1].End]
	return p.make(q, Count, unit, end), end, true
}

// isLevel reports whether points tell where an index stands: "closed at 11,205
// points"; "fell 508 points" is an amount.
func (p *parser) isLevel(q quantity, end int) bool {
	return p.about(indexTheme) && p.Word(end-1) == "points" && levels[p.Word(q.from-1)]
}

func isOne(q quantity) bool {
	return !q.ranged && !q.Vague && q.low == chunk.Whole(1) && q.Scale == chunk.Whole(1)
}

// partitive reads "dozens of protesters", "two of the men", "12 of them".
func (p *parser) partitive(q quantity) (Amount, int, bool) {
	if isOne(q) || p.isYear(q) || chunk.MonthOrDay[p.Word(q.To+1)] {
		return Amount{}, q.To + 1, false
	}
	at := p.Determiners(q.To + 1)
	if pronouns[p.Word(at)] || p.OpensNumber(at) {
		return p.make(q, Count, "", q.To), q.To, true
	}
	end, ok := p.Group(at, chunk.PluralHead)
	if ok {
		return p.counted(q, end)
	}
	if end, ok = p.Group(at, chunk.AnyHead); ok && q.Vague {
		return p.counted(q, end)
	}
	return p.alone(q)
}

// compound reads "six-member", "290+ seat": the noun at a token.
func (p *parser) compound(q quantity, noun int) (Amount, int, bool) {
	w, end := p.Word(noun), noun+1
	known := compounds[w]
	guessed := p.Is(noun, chunk.WordForm) && p.Glued(noun) && len(w) > 2 && !p.Upper(noun) &&
		!chunk.Stops[w] && !noCompounds[w] && !chunk.IsParticiple(w) && !p.IsPlural(noun)
	if !known && !guessed || p.IsHyphenated(noun) {
		return Amount{}, end, false
	}
	return p.counted(q, end)
}

// isAge reports whether the number says how old someone is.
func (p *parser) isAge(q quantity) bool {
	for at := max(0, q.from-4); at < q.from; at++ {
		if ageWords[p.Word(at)] {
			return true
		}
	}
	if w := p.Word(q.from - 1); w == "over" || w == "under" {
		return q.low.Less(chunk.Whole(100)) && chunk.Whole(13).Less(q.low)
	}
	return p.Word(q.from-1) == "," && p.Word(q.To) == ","
}

// isYear reports whether digits may be a year: four of them without a comma.
func (p *parser) isYear(q quantity) bool {
	return q.Digits && q.To == q.from+1 && p.IsYearToken(q.from)
}

// isName reports whether a number word is part of a name: "the Group of
// Eight", "Seven Sisters".
func (p *parser) isName(q quantity) bool {
	if q.Digits || p.Title || q.from == 0 || !p.Upper(q.from) {
		return false
	}
	return p.Is(q.from-1, chunk.WordForm) || p.Hyphen(q.from-1)
}
