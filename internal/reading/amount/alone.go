package amount

import (
	"strings"

	"readout/internal/language/chunk"
)

// alone reads a number whose noun is left out but plain: something was counted
// right before, or the words around the number count by themselves.
func (p *parser) alone(q quantity) (Amount, int, bool) {
	if numbers[p.Word(q.from-1)] {
		return Amount{}, q.To, false
	}
	for _, isPlain := range []func(*parser, quantity) bool{
		(*parser).afterNoun, (*parser).standsForMany, (*parser).isHarmed,
		(*parser).isTally, (*parser).continues, (*parser).isLargeAlone,
	} {
		if isPlain(p, q) {
			return p.make(q, Count, "", q.To), q.To, true
		}
	}
	return Amount{}, q.To, false
}

// standsForMany reports whether "thousands" stands for that many people.
func (p *parser) standsForMany(q quantity) bool {
	return q.Vague && p.Word(q.To) != "" && !p.isFew(q)
}

// isHarmed reports whether a number counts the dead or the wounded.
func (p *parser) isHarmed(q quantity) bool {
	return (victims[p.Word(q.To)] || p.afterHarm(q)) && !p.isYear(q) && q.low.Float() > 1
}

// isTally reports whether a number is where a toll or a total stands.
func (p *parser) isTally(q quantity) bool {
	return p.about(tallyTheme) && p.Closes(q.To) && reaching[p.Word(q.from-1)] &&
		!p.isYear(q)
}

// continues reports whether a count right before says what is counted.
func (p *parser) continues(q quantity) bool {
	if p.counts > 1 || p.about(indexTheme) || p.isYear(q) || p.isAge(q) {
		return false
	}
	if next := p.Word(q.To); aloneVerbs[next] || p.counts == 0 && saysWhatHappened(next) {
		return !p.Upper(q.from-1) || q.from == 1
	}
	bounded := p.boundOf(q, q.To) != exactly || having[p.Word(q.from-1)]
	return bounded && p.Closes(q.To)
}

// isLargeAlone reports whether a number is so large that it can only count.
func (p *parser) isLargeAlone(q quantity) bool {
	if !p.isLargeNumber(q) || p.about(indexTheme) || q.from != 1 && p.Upper(q.from-1) {
		return false
	}
	return p.Closes(q.To) || saysWhatHappened(p.Word(q.To))
}

// afterHarm reports whether those who were killed or arrested are counted.
func (p *parser) afterHarm(q quantity) bool {
	next := p.Word(q.To)
	return harm[p.Word(p.beforeBound(q)-1)] && (p.Closes(q.To) || next == "more")
}

// beforeBound returns the first token of a number and the words that bound it.
func (p *parser) beforeBound(q quantity) int {
	at := q.from
	if r, ok := bounds.before(&p.Sentence, at); ok {
		at = r.to
	}
	if w := p.Word(at - 1); w == "an" || w == "only" || w == "just" {
		at--
	}
	return at
}

// isLargeNumber reports whether a number is too large to be a date, an age or
// a rank: thousands with a comma, millions.
func (p *parser) isLargeNumber(q quantity) bool {
	w := p.Word(q.from)
	grouped := strings.Contains(w, ",") && !strings.Contains(w, ".")
	return grouped || p.isLarge(q.To)
}

// afterNoun reports whether the words before a number alone say what it counts:
// "a mother of three", "groups of four", "the two agreed".
func (p *parser) afterNoun(q quantity) bool {
	if q.low.Float() < 2 || p.isYear(q) {
		return false
	}
	at := p.beforeBound(q)
	switch before := p.Word(at - 1); before {
	case "of":
		return holders[p.Word(at-2)]
	case ",", "and":
		next := p.Word(q.To)
		return p.counts == 0 && (next == "for" || next == "against")
	case "whom", "them", "which":
		return p.Word(at-2) == "of"
	default:
		return p.afterDeterminer(q, at)
	}
}

// afterDeterminer reads "of the 52 aboard" after a count, and "the two", "all
// five" in words.
func (p *parser) afterDeterminer(q quantity, at int) bool {
	before := p.Word(at - 1)
	if p.counts == 0 && chunk.Determiners[before] && p.Word(at-2) == "of" {
		return true
	}
	return (before == "the" || before == "all") && !q.Digits && !p.Upper(q.from)
}

// isFew reports whether a plural that is no number elsewhere stands by itself.
func (p *parser) isFew(q quantity) bool {
	w := p.Word(q.from)
	return q.To == q.from+1 && (w == "scores" || w == "tens")
}
