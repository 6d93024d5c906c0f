package amount

import (
	"strings"

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

// wholeAfter returns the token after the "in" or "out of" of a ratio.
func (p *parser) wholeAfter(i int) (int, bool) {
	if p.Word(i) == "in" {
		return i + 1, true
	}
	return p.Matches(i, []string{"out", "of"})
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

// fractionCount reads "half of the seats", "half the seats". Without a whole
// a fraction counts only after "nearly" and its like.
func (p *parser) fractionCount(q quantity) (Amount, int, bool) {
	if p.isSingle(q) && ordinals[p.Word(q.from-1)] || p.Word(q.To) == "as" {
		return Amount{}, q.To, false
	}
	at := p.Past(q.To, "of")
	start := p.Determiners(at)
	end, named := p.Group(start, chunk.AnyHead)
	if named && start > q.To {
		return p.fractionOf(q, at, end)
	}
	if at > q.To || p.isShareAlone(q, named) {
		return p.make(q, Count, "", q.To), q.To, true
	}
	return Amount{}, q.To, false
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
	several := !p.isSingle(q) && p.Closes(q.To)
	return several || aloneVerbs[p.Word(q.To)] || !named && p.boundOf(q, q.To) != exactly
}

// ratio reads "four in 10 voters": a fraction whose whole follows.
func (p *parser) ratio(q quantity, at int) (Amount, int, bool) {
	if chunk.Determiners[p.Word(at)] && p.OpensNumber(p.Determiners(at)) {
		return p.make(q, Count, "", q.To), q.To, true
	}
	whole, ok := p.Number(at)
	if !ok || !q.low.Less(whole.Value) || q.low.Exp != 0 || whole.Value.Exp != 0 ||
		whole.Value.N > 100 || q.low.N == 0 || p.isNamedTime(whole.To) {
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

// oneThing reads "one person": one where two could stand.
func (p *parser) oneThing(q quantity) (Amount, int, bool) {
	if p.isOneOfThem(q) {
		return p.make(q, Count, "", q.To), q.To, true
	}
	if p.isPronoun(q) {
		return Amount{}, q.To, false
	}
	end, ok := p.Group(q.To, chunk.SingularHead)
	adverbial := leading[p.Word(q.from-1)] && idle[p.Word(end-1)]
	if !ok || adverbial || p.Word(end-1) == "thing" || p.namesOne(end-1) {
		return Amount{}, q.To, false
	}
	return p.counted(q, end)
}

// isOneOfThem reports whether "one" goes on with a count: "and one was killed".
func (p *parser) isOneOfThem(q quantity) bool {
	if before := p.Word(q.from - 1); p.counts > 0 || before != "," && before != "and" {
		return false
	}
	next := p.Word(q.To)
	return next == "was" || next == "is" || saysWhatHappened(next)
}

// saysWhatHappened reports whether a word has the form of a past verb.
func saysWhatHappened(w string) bool {
	return chunk.IsParticiple(w) || chunk.PastVerbs[w]
}

// isPronoun reports whether the words around "one" make it no number.
func (p *parser) isPronoun(q quantity) bool {
	next := p.Word(q.To)
	return notOne[p.Word(q.from-1)] || chunk.TimeNouns[next] || p.Hyphen(q.To) ||
		chunk.IsAdverb(next)
}

// namesOne reports whether a word is a name and no one of a people or party:
// "the same one Obama enjoyed".
func (p *parser) namesOne(i int) bool {
	if !p.Upper(i) || p.Title {
		return false
	}
	for _, ending := range memberEndings {
		if strings.HasSuffix(p.Word(i), ending) {
			return false
		}
	}
	return !p.IsCode(i)
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
	if r, ok := bounds.Before(&p.Sentence, at); ok {
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

// memberEndings are the endings of those who belong to a people or a party.
var memberEndings = strings.Fields("an at er ese ish ist im ic man or ent i")
