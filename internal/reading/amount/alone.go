package amount

import (
	"strings"

	"readout/internal/language/chunk"
	"readout/internal/reading/amount/cue"
)

// alone reads a number whose noun is left out but plain: something was counted
// right before, or the words around the number count by themselves.
func (p *parser) alone(q quantity) (Amount, int, bool) {
	if cue.Numbered[p.Word(q.from-1)] || q.low.N == 0 {
		return Amount{}, q.To, false
	}
	if p.isShareToo(q) || p.isSumToo(q) || p.isListed(q) {
		unit := p.last.unit
		if p.last.kind == Count {
			unit = ""
		}
		return p.make(q, p.last.kind, unit, q.To), q.To, true
	}
	for _, isPlain := range []func(*parser, quantity) bool{
		(*parser).afterNoun, (*parser).standsForMany, (*parser).isHarmed,
		(*parser).isTally, (*parser).continues, (*parser).isLargeAlone,
		(*parser).isDone, (*parser).isGapped, (*parser).changes, (*parser).shares,
		(*parser).isMove, (*parser).isThere,
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
	return (cue.Victims[p.Word(q.To)] || p.afterHarm(q)) && !p.isYear(q) && q.low.Float() > 1
}

// isTally reports whether a number is where a toll or a total stands.
func (p *parser) isTally(q quantity) bool {
	if !p.Closes(q.To) || p.isYear(q) {
		return false
	}
	at := p.beforeBound(q)
	stands := p.counts < 2 && cue.Standing[p.Word(at-2)] && !p.about(cue.Index)
	return (p.about(cue.Tally) || stands) && (cue.Reaching[p.Word(at-1)] || cue.Reaching[p.Word(q.from-1)])
}

// continues reports whether a count right before says what is counted.
func (p *parser) continues(q quantity) bool {
	if p.counts > 1 || p.about(cue.Index) || p.isYear(q) || p.isAge(q) {
		return false
	}
	if next := p.Word(q.To); cue.AloneVerbs[next] || p.counts == 0 && chunk.IsPast(next) {
		return !p.Upper(q.from-1) || q.from == 1
	}
	before := p.Word(q.from - 1)
	told := p.counts == 0 && !q.Digits && chunk.IsPast(before)
	bounded := told || p.boundOf(q, q.To) != cue.Exactly || cue.Having[before]
	return bounded && p.Closes(q.To)
}

// isLargeAlone reports whether a number is so large that it can only count.
func (p *parser) isLargeAlone(q quantity) bool {
	if !p.isLargeNumber(q) || p.about(cue.Index) || q.from != 1 && p.Upper(q.from-1) {
		return false
	}
	if p.setting.index && p.counts > 0 && p.Word(q.To) != "of" && p.boundOf(q, q.To) == cue.Exactly && q.low.Less(chunk.Whole(100_000)) {
		return false
	}
	return p.Closes(q.To) || chunk.IsPast(p.Word(q.To))
}

// afterHarm reports whether those who were killed or arrested are counted.
func (p *parser) afterHarm(q quantity) bool {
	next := p.Word(q.To)
	return cue.Harm[p.Word(p.beforeBound(q)-1)] && (p.Closes(q.To) || next == "more")
}

// beforeBound returns the first token of a number and the words that bound it.
func (p *parser) beforeBound(q quantity) int {
	at := q.from
	if r, ok := cue.Bounds.Before(&p.Sentence, at); ok {
		at = r.To
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
	return grouped || p.isLarge(q.To) || q.Abrupt && q.Scale.Exp >= 6
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
		return cue.Holders[p.Word(at-2)]
	case ",", "and":
		next := p.Word(q.To)
		return p.counts == 0 && (next == "for" || next == "against") && !p.about(cue.Index)
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
	if p.counts == 0 && chunk.Determiners[before] && before != "those" && p.Word(at-2) == "of" {
		return true
	}
	rest := (before == "other" || before == "remaining") && p.Word(at-2) == "the"
	return (before == "the" || before == "all" || rest) && !q.Digits && !p.Upper(q.from)
}

// isFew reports whether a plural that is no number elsewhere stands by itself.
func (p *parser) isFew(q quantity) bool {
	w := p.Word(q.from)
	return q.To == q.from+1 && (w == "scores" || w == "tens")
}

// isDone reports whether a number is of those to whom something was done: "at
// least 82 were killed", "200 more".
func (p *parser) isDone(q quantity) bool {
	next := p.Word(q.To)
	if p.isYear(q) || p.isAge(q) || p.about(cue.Index) {
		return false
	}
	if next == "more" && p.counts < 2 && !isOne(q) {
		return p.Closes(q.To+1) || chunk.IsPast(p.Word(q.To+1)) || p.last.kind == Count
	}
	was := next == "were" || next == "are"
	return was && (p.boundOf(q, q.To) != cue.Exactly || cue.Victims[p.Word(q.To+1)] || cue.Harm[p.Word(q.To+1)])
}

// isGapped reports whether a number stands in the place of a count before it:
// "killed 247 people in Kenya and 10 in Tanzania".
func (p *parser) isGapped(q quantity) bool {
	return p.last.kind == Count && p.gaps(q) && q.low.Exp == 0 && !p.isYear(q) && !p.about(cue.Index)
}

func (p *parser) gaps(q quantity) bool {
	before := p.Word(q.from - 1)
	joined := cue.Listing[before] || before == ":"
	stocked := p.Word(q.To) == "on" && cue.Stocks[p.Word(q.To+1)]
	return joined && (cue.Gapping[p.Word(q.To)] || stocked) && !isOne(q)
}

// isShareToo reports whether a number is a share as one before it was: "43
// percent, with Roe at 13".
func (p *parser) isShareToo(q quantity) bool {
	if p.last.kind != Percent || p.isYear(q) || p.isAge(q) || chunk.Whole(100).Less(q.low) {
		return false
	}
	trails := cue.BeforeShare[p.Word(q.from-1)] && p.Closes(q.To)
	return p.gaps(q) || trails && p.setting.poll
}

// isSumToo reports whether a large number is a sum as the one right before it:
// "from $2 billion to 3 billion".
func (p *parser) isSumToo(q quantity) bool {
	joint := p.Word(q.from - 1)
	return p.last.kind == Money && p.last.end == q.from-1 && p.isLarge(q.To) &&
		p.Closes(q.To) && (joint == "to" || joint == "and" || joint == "or")
}

// changes reports whether a count of what went before rises or falls: "seats
// rose from 9 to 10".
func (p *parser) changes(q quantity) bool {
	if p.isYear(q) || p.isAge(q) || p.about(cue.Index) || !p.Closes(q.To) {
		return false
	}
	switch p.Word(q.from - 1) {
	case "from":
		counts := p.last.kind == Count || p.last.kind == ""
		went := p.last.kind == Count && (p.Word(q.To) == "to" || p.last.end == q.from-1)
		return counts && cue.Changing[p.Word(q.from-2)] || went
	case "to":
		return p.last.kind == Count && p.last.end == q.from-1 && p.Word(q.from-3) == "from"
	}
	return false
}

// shares reports whether a number has its noun with the next: "five and seven
// seats".
func (p *parser) shares(q quantity) bool {
	_, ok := p.shared(q, func(i int) bool {
		_, ok := p.Group(i, chunk.PluralHead)
		return ok && !chunk.TimeNouns[p.Word(i)]
	})
	return ok && !p.about(cue.Index) && !p.Upper(q.from-1) && !isOne(q)
}

// isMove reports whether a number is what an index, or claims, gained or lost:
// "the Dow fell 344.65", "claims rose 15,000". Where it stands then is none.
func (p *parser) isMove(q quantity) bool {
	at := p.beforeBound(q)
	if !cue.Moving[p.Word(at-1)] || cue.Levels[p.Word(q.from-1)] || !p.Closes(q.To) || p.isYear(q) {
		return false
	}
	if by := p.Word(at - 1); p.setting.index && (by == "up" || by == "down" || strings.Contains(p.Word(q.from), ".")) {
		return true
	}
	return p.about(cue.Index) || p.isLargeNumber(q) && p.Word(at-1) != "by"
}

// isThere reports whether somebody is said to be that many: "there are two:",
// "the dead numbered 40".
func (p *parser) isThere(q quantity) bool {
	at := p.beforeBound(q)
	be := p.Word(at - 1)
	there := (be == "are" || be == "were") && p.Word(at-2) == "there"
	return (there || cue.Totalling[be]) && p.Closes(q.To) && !p.isYear(q)
}

// isListed reports whether a number counts as the one before it did, for
// another name: "Nokia has 43 percent, Apple 38 and Samsung 19".
func (p *parser) isListed(q quantity) bool {
	at := q.from
	for p.Upper(at-1) && p.Is(at-1, chunk.WordForm) {
		at--
	}
	if at == q.from || !cue.Listing[p.Word(at-1)] || !p.Closes(q.To) || p.isYear(q) || isOne(q) {
		return false
	}
	if p.last.kind == Percent {
		return !chunk.Whole(100).Less(q.low)
	}
	return p.last.kind == Count && q.Digits && p.last.end < at && (p.about(cue.Game) || p.isLargeNumber(q))
}
