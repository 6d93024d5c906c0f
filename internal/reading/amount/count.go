package amount

import (
	"readout/internal/language/chunk"
	"readout/internal/reading/amount/cue"
)

// count reads a number with what is counted: "3,000 refugees", "dozens of
// people", "two of the men", "two-thirds of members", or the number alone where
// its noun is plain.
func (p *parser) count(q quantity) (Amount, int, bool) {
	q = p.suffixed(q)
	switch whole, isRatio := p.wholeAfter(q.To); {
	case p.isNumbered(q) || p.isName(q) || p.isModel(q) || p.isIdiom(q) || p.tellsAge(q.from):
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
	before := p.Is(q.To+1, chunk.WordForm) && !p.Closes(q.To+1) && !p.IsPlural(q.To)
	return q.To, (q.suffix != cue.Exactly || before) && cue.Compounds[p.Word(q.To)]
}

// things reads the noun group right after a number, or the number alone.
func (p *parser) things(q quantity) (Amount, int, bool) {
	if p.isMark(q) {
		return Amount{}, q.To + 1, false
	}
	end, ok := p.Group(q.To, chunk.PluralHead)
	if ok && p.isYear(q) && p.isRecent(q) && !cue.People[p.Word(end-1)] && !p.isCounting(q) {
		return p.alone(q)
	}
	if !ok && p.isLargeNumber(q) && !p.about(cue.Index) {
		end, ok = p.single(q.To)
	}
	if !ok {
		return p.alone(q)
	}
	return p.counted(q, end)
}

// isMark reports whether a number says how long, or where an index stands: "the
// ten thousand mark".
func (p *parser) isMark(q quantity) bool {
	w := p.Word(q.To)
	return chunk.TimeNouns[w] || cue.MarksOfIndex[w] && p.Word(q.from-1) == "the"
}

// single reads the singular that a large number describes: "92,000 claim
// backlog".
func (p *parser) single(i int) (int, bool) {
	end, ok := p.Group(i, chunk.AnyHead)
	w := p.Word(end - 1)
	return end, ok && !p.Upper(i) && !cue.MarksOfIndex[w] && !chunk.IsPast(p.Word(i)) && w != "more"
}

// isRecent reports whether digits are such as a year of our time has.
func (p *parser) isRecent(q quantity) bool {
	w := p.Word(q.from)
	return "1900" <= w && w <= "2035"
}

// isCounting reports whether the word before digits like a year makes them a
// number of things: "more than 2000 trees", "sold 1800 copies".
func (p *parser) isCounting(q quantity) bool {
	return p.boundOf(q, q.To) == cue.AtLeast || p.boundOf(q, q.To) == cue.AtMost ||
		cue.Owning[p.Word(q.from-1)]
}

// counted makes a count whose noun ends the tokens before end.
func (p *parser) counted(q quantity, end int) (Amount, int, bool) {
	if chunk.TimeNouns[p.Word(end-1)] || p.isLevel(q, end) {
		return Amount{}, end, false
	}
	unit := p.Text[p.HeadStart(end-1):p.Tokens[end-1].End]
	return p.make(q, Count, unit, end), end, true
}

// tellsIndex reports whether points are those of an index.
func (p *parser) tellsIndex() bool { return p.setting.index || p.about(cue.Index) }

// isLevel reports whether points tell where an index stands: "closed at 11,205
// points"; "fell 508 points" is an amount.
func (p *parser) isLevel(q quantity, end int) bool {
	if w := p.Word(end - 1); !p.tellsIndex() || w != "points" && w != "point" {
		return false
	}
	if w := p.Word(end); cue.MarksOfIndex[w] || w == "-" && cue.MarksOfIndex[p.Word(end+1)] {
		return true
	}
	return cue.Levels[p.Word(q.from-1)]
}

func isOne(q quantity) bool {
	return !q.ranged && !q.Vague && q.suffix == cue.Exactly && q.low == chunk.Whole(1) && q.Scale == chunk.Whole(1)
}

// partitive reads "dozens of protesters", "two of the men", "12 of them".
func (p *parser) partitive(q quantity) (Amount, int, bool) {
	if isOne(q) || p.isYear(q) || chunk.MonthOrDay[p.Word(q.To+1)] {
		return Amount{}, q.To + 1, false
	}
	at := p.Determiners(q.To + 1)
	if p.ownsNumber(at) {
		return p.make(q, Count, "", q.To), q.To, true
	}
	if cue.Pronouns[p.Word(at)] || p.OpensNumber(p.pastTimes(at)) || cue.Pronouns[p.Word(at-1)] && p.Closes(at) {
		return p.make(q, Count, "", q.To), q.To, true
	}
	end, ok := p.Group(at, chunk.PluralHead)
	if ok {
		return p.counted(q, end)
	}
	if end, ok = p.Group(at, chunk.AnyHead); ok && q.Vague {
		return p.counted(q, end)
	}
	if p.Upper(at) && (q.Vague || q.Scale != chunk.Whole(1)) {
		return p.make(q, Count, "", q.To), q.To, true
	}
	return p.alone(q)
}

// ownsNumber reports whether a number follows the owner of things: "of the
// firm's 400 shops".
func (p *parser) ownsNumber(i int) bool {
	const longest = 5
	for at := i; at < i+longest && p.Is(at, chunk.WordForm); at++ {
		if w := p.Word(at + 1); w == "'s" || w == "’s" || w == "'" || w == "’" {
			return p.OpensNumber(at + 2)
		}
	}
	return false
}

// pastTimes skips what stands between "of the" and a number: "the past seven",
// "the remaining 40".
func (p *parser) pastTimes(i int) int {
	for p.Is(i, chunk.TimeForm) || cue.Ranking[p.Word(i)] {
		i++
	}
	return i
}

// compound reads "six-member", "290+ seat": the noun at a token.
func (p *parser) compound(q quantity, noun int) (Amount, int, bool) {
	w, end := p.Word(noun), noun+1
	known := cue.Compounds[w] || w == "point" && p.tellsIndex()
	guessed := p.Is(noun, chunk.WordForm) && p.Glued(noun) && len(w) > 2 && (!p.Upper(noun) || p.Title) &&
		!chunk.Stops[w] && !cue.NoCompounds[w] && !chunk.IsParticiple(w) && !p.IsPlural(noun)
	if !known && !guessed || p.IsHyphenated(noun) || q.low.N == 0 {
		return Amount{}, end, false
	}
	return p.counted(q, end)
}

// isAge reports whether the number says how old someone is.
func (p *parser) isAge(q quantity) bool {
	for at := max(0, q.from-4); at < q.from; at++ {
		if cue.AgeWords[p.Word(at)] {
			return true
		}
	}
	if w := p.Word(q.from - 1); w == "those" || w == "anyone" || p.tellsAge(q.from) {
		return true
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

// isModel reports whether digits name an aircraft: "the 787 flies".
func (p *parser) isModel(q quantity) bool {
	w := p.Word(q.from)
	if !p.setting.boeing || len(w) != 3 || w[0] != '7' || w[2] != '7' {
		return false
	}
	_, counts := p.Group(q.To, chunk.PluralHead)
	return !counts || cue.Flying[p.Word(q.To)]
}

// isIdiom reports whether the words around a number make it count nothing: "by
// the dozen", "one way or another".
func (p *parser) isIdiom(q quantity) bool {
	at := q.from - 1
	if p.Word(at) == "the" {
		at--
	}
	return p.Word(at) == "by" && (q.Vague || p.Word(q.from) == "dozen") && p.Closes(q.To) && p.Word(q.To) != "of"
}

// tellsAge reports whether the words before a number say that somebody is that
// old: "since I was sixteen".
func (p *parser) tellsAge(i int) bool {
	return cue.Being[p.Word(i-1)] && cue.Persons[p.Word(i-2)]
}
