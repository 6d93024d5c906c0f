package amount

import "strings"

// count reads a number with what is counted: "3,000 refugees", "dozens of
// people", "two of the men", "two-thirds of members", or the number alone where
// its noun is plain.
func (p *parser) count(q quantity) (Amount, int, bool) {
	q = p.suffixed(q)
	switch {
	case p.isNumbered(q) || p.isName(q):
		return Amount{}, q.to, false
	case q.part:
		return p.fractionCount(q)
	case p.word(q.to) == "in":
		return p.ratio(q, q.to+1)
	case p.word(q.to) == "out" && p.word(q.to+1) == "of":
		return p.ratio(q, q.to+2)
	case p.word(q.to) == "of":
		return p.partitive(q)
	case isOne(q):
		return p.oneThing(q)
	case p.hyphen(q.to):
		return p.compound(q, q.to+1)
	case q.suffix != exactly && compounds[p.word(q.to)]:
		return p.compound(q, q.to)
	}
	if timeNouns[p.word(q.to)] {
		return Amount{}, q.to + 1, false
	}
	end, ok := p.group(q.to, pluralHead)
	if !ok || p.isYear(q) && !people[p.word(end-1)] {
		return p.alone(q)
	}
	return p.counted(q, end)
}

// counted makes a count whose noun ends the tokens before end.
func (p *parser) counted(q quantity, end int) (Amount, int, bool) {
	if timeNouns[p.word(end-1)] || p.isLevel(q, end) {
		return Amount{}, end, false
	}
	unit := p.doc[p.headStart(end-1):p.tokens[end-1].End]
	return p.make(q, Count, unit, end), end, true
}

// isLevel reports whether points tell where an index stands: "closed at 11,205
// points"; "fell 508 points" is an amount.
func (p *parser) isLevel(q quantity, end int) bool {
	return p.about(indexTheme) && p.word(end-1) == "points" && levels[p.word(q.from-1)]
}

// headStart is where the head noun begins: with the words joined to it.
func (p *parser) headStart(i int) int {
	for p.glued(i) && p.hyphen(i-1) && p.glued(i-1) && p.isPlural(i) {
		i -= 2
	}
	return p.tokens[i].Start
}

func isOne(q quantity) bool {
	return !q.ranged && !q.vague && q.low == whole(1) && q.scale == whole(1)
}

// fractionCount reads "half of the seats", "half the seats". Without a whole
// a fraction counts only after "nearly" and its like.
func (p *parser) fractionCount(q quantity) (Amount, int, bool) {
	unfinished := p.word(q.from) == "half" || p.word(q.from) == "a"
	if unfinished && ordinals[p.word(q.from-1)] || p.word(q.to) == "as" {
		return Amount{}, q.to, false
	}
	at := p.past(q.to, "of")
	start := p.determiners(at)
	end, ok := p.group(start, anyHead)
	if ok && (at > q.to || start > at) {
		if timeNouns[p.word(end-1)] || p.word(end-1) == "time" {
			return Amount{}, end, false
		}
		a := p.make(q, Count, "", end)
		a.Of = p.doc[p.tokens[at].Start:p.tokens[end-1].End]
		return a, end, true
	}
	several := !unfinished && p.closes(q.to)
	if at > q.to || several || aloneVerbs[p.word(q.to)] ||
		p.boundOf(q, q.to) != exactly && !ok {
		return p.make(q, Count, "", q.to), q.to, true
	}
	return Amount{}, q.to, false
}

// ratio reads "four in 10 voters": a fraction whose whole follows.
func (p *parser) ratio(q quantity, at int) (Amount, int, bool) {
	if determiners[p.word(at)] && p.opensNumber(p.determiners(at)) {
		return p.make(q, Count, "", q.to), q.to, true
	}
	whole, ok := p.number(at)
	if !ok || !q.low.less(whole.value) || q.low.exp != 0 || whole.value.exp != 0 ||
		whole.value.n > 100 || q.low.n == 0 || p.isNamedTime(whole.to) {
		return p.alone(q)
	}
	q.low = share(q.low.n, whole.value.n)
	end, ok := p.group(whole.to, pluralHead)
	if !ok {
		return p.make(q, Count, "", whole.to), whole.to, true
	}
	a := p.make(q, Count, "", end)
	a.Of = p.doc[p.tokens[whole.to].Start:p.tokens[end-1].End]
	return a, end, true
}

func (p *parser) isNamedTime(i int) bool {
	return timeNouns[p.word(i)] || monthOrDay[p.word(i)] || p.glued(i) && p.is(i, wordForm) ||
		p.hyphen(i)
}

// partitive reads "dozens of protesters", "two of the men", "12 of them".
func (p *parser) partitive(q quantity) (Amount, int, bool) {
	if isOne(q) || p.isYear(q) || monthOrDay[p.word(q.to+1)] {
		return Amount{}, q.to + 1, false
	}
	at := p.determiners(q.to + 1)
	if pronouns[p.word(at)] || p.opensNumber(at) {
		return p.make(q, Count, "", q.to), q.to, true
	}
	end, ok := p.group(at, pluralHead)
	if ok {
		return p.counted(q, end)
	}
	if end, ok = p.group(at, anyHead); ok && q.vague {
		return p.counted(q, end)
	}
	return p.alone(q)
}

// oneThing reads "one person": one where two could stand.
func (p *parser) oneThing(q quantity) (Amount, int, bool) {
	next := p.word(q.to)
	if before := p.word(q.from - 1); p.counts == 0 && (before == "," || before == "and") &&
		(next == "was" || next == "is" || isParticiple(next) || pastVerbs[next]) {
		return p.make(q, Count, "", q.to), q.to, true
	}
	if notOne[p.word(q.from-1)] || timeNouns[next] || p.hyphen(q.to) || isAdverb(next) {
		return Amount{}, q.to, false
	}
	end, ok := p.group(q.to, singularHead)
	adverbial := leading[p.word(q.from-1)] && idle[p.word(end-1)]
	if !ok || adverbial || p.word(end-1) == "thing" || p.namesOne(end-1) {
		return Amount{}, q.to, false
	}
	return p.counted(q, end)
}

// namesOne reports whether a word is a name and no one of a people or party:
// "the same one Obama enjoyed".
func (p *parser) namesOne(i int) bool {
	if !p.upper(i) || p.title {
		return false
	}
	for _, ending := range memberEndings {
		if strings.HasSuffix(p.word(i), ending) {
			return false
		}
	}
	return !p.isCode(i)
}

// compound reads "six-member", "290+ seat": the noun at a token.
func (p *parser) compound(q quantity, noun int) (Amount, int, bool) {
	w, end := p.word(noun), noun+1
	known := compounds[w]
	guessed := p.is(noun, wordForm) && p.glued(noun) && len(w) > 2 && !p.upper(noun) &&
		!stops[w] && !noCompounds[w] && !isParticiple(w) && !p.isPlural(noun)
	if !known && !guessed || p.isHyphenated(noun) {
		return Amount{}, end, false
	}
	return p.counted(q, end)
}

// alone reads a number whose noun is left out but plain: something was counted
// right before, and the words around the number count again.
func (p *parser) alone(q quantity) (Amount, int, bool) {
	if numbers[p.word(q.from-1)] {
		return Amount{}, q.to, false
	}
	plain := p.counts <= 1 && !p.about(indexTheme) && !p.isYear(q) && !p.isAge(q)
	bounded := p.boundOf(q, q.to) != exactly || having[p.word(q.from-1)]
	large := p.isLargeNumber(q) && !p.about(indexTheme) && (q.from == 1 || !p.upper(q.from-1))
	next := p.word(q.to)
	switch {
	case p.afterNoun(q),
		q.vague && next != "" && !p.isFew(q),
		(victims[next] || p.afterHarm(q)) && !p.isYear(q) && q.low.float() > 1,
		p.about(tallyTheme) && p.closes(q.to) && reaching[p.word(q.from-1)] && !p.isYear(q),
		plain && aloneVerbs[next],
		large && (isParticiple(next) || pastVerbs[next]),
		(plain && bounded || large) && p.closes(q.to):
		return p.make(q, Count, "", q.to), q.to, true
	}
	return Amount{}, q.to, false
}

// afterHarm reports whether those who were killed or arrested are counted.
func (p *parser) afterHarm(q quantity) bool {
	next := p.word(q.to)
	return harm[p.word(p.beforeBound(q)-1)] && (p.closes(q.to) || next == "more")
}

// beforeBound returns the first token of a number and the words that bound it.
func (p *parser) beforeBound(q quantity) int {
	at := q.from
	if r, ok := bounds.before(p, at); ok {
		at = r.to
	}
	if w := p.word(at - 1); w == "an" || w == "only" || w == "just" {
		at--
	}
	return at
}

// isLargeNumber reports whether a number is too large to be a date, an age or
// a rank: thousands with a comma, millions.
func (p *parser) isLargeNumber(q quantity) bool {
	w := p.word(q.from)
	grouped := strings.Contains(w, ",") && !strings.Contains(w, ".")
	return grouped || p.isLarge(q.to)
}

// afterNoun reports whether the words before a number alone say what it counts:
// "a mother of three", "groups of four", "the two agreed".
func (p *parser) afterNoun(q quantity) bool {
	if q.low.float() < 2 || p.isYear(q) {
		return false
	}
	next, at := p.word(q.to), p.beforeBound(q)
	before := p.word(at - 1)
	if p.counts == 0 && determiners[before] && p.word(at-2) == "of" {
		return true
	}
	switch before {
	case "of":
		return holders[p.word(at-2)]
	case ",", "and":
		return p.counts == 0 && (next == "for" || next == "against")
	case "whom", "them", "which":
		return p.word(at-2) == "of"
	case "the", "all":
		return !q.digits && !p.upper(q.from)
	}
	return false
}

// isFew reports whether a plural that is no number elsewhere stands by itself.
func (p *parser) isFew(q quantity) bool {
	w := p.word(q.from)
	return q.to == q.from+1 && (w == "scores" || w == "tens")
}

// closes reports whether a noun group ends before a token.
func (p *parser) closes(i int) bool {
	w := p.word(i)
	return i >= len(p.tokens) || stops[w] || p.is(i, signForm) && w != "-" && w != "/"
}

// isAge reports whether the number says how old someone is.
func (p *parser) isAge(q quantity) bool {
	for at := max(0, q.from-4); at < q.from; at++ {
		if ageWords[p.word(at)] {
			return true
		}
	}
	if w := p.word(q.from - 1); w == "over" || w == "under" {
		return q.low.less(whole(100)) && whole(13).less(q.low)
	}
	return p.word(q.from-1) == "," && p.word(q.to) == ","
}

// isYear reports whether digits may be a year: four of them without a comma.
func (p *parser) isYear(q quantity) bool {
	return q.digits && q.to == q.from+1 && p.isYearToken(q.from)
}

func (p *parser) isYearToken(i int) bool {
	w := p.word(i)
	return len(w) == 4 && "1500" <= w && w <= "2100"
}

// isName reports whether a number word is part of a name: "the Group of
// Eight", "Seven Sisters".
func (p *parser) isName(q quantity) bool {
	if q.digits || p.title || q.from == 0 || !p.upper(q.from) {
		return false
	}
	return p.is(q.from-1, wordForm) || p.hyphen(q.from-1)
}

// group reads the words of a noun group from a token up to its head.
func (p *parser) group(i int, want head) (end int, ok bool) {
	end = i
	for at := i; at < len(p.tokens) && at < i+longestGroup; at++ {
		if p.joins(at, i) {
			continue
		}
		if !p.is(at, wordForm) || p.stopsGroup(at, i, want) {
			break
		}
		if p.isHyphenated(at) || isAdverb(p.word(at)) {
			continue
		}
		if p.isPlural(at) {
			if want == singularHead && (at > i || p.closes(at+1)) {
				break
			}
			if want == singularHead {
				continue
			}
			end, ok = at+1, true
			if !p.goesOn(at) {
				return end, true
			}
			continue
		}
		if ok && !p.upper(at) {
			break
		}
		if want != pluralHead && !ok {
			end = at + 1
		}
	}
	return end, ok || want != pluralHead && end > i
}

// A head says which noun may end a noun group.
type head uint8

const (
	pluralHead head = iota
	singularHead
	anyHead
)

// longestGroup is the number of tokens after which no head is looked for.
const longestGroup = 10

// joins reports whether a sign or a conjunction stands inside a noun group:
// the hyphen of a compound, a possessive, an opening quotation mark, a year, a
// comma or "and" between adjectives.
func (p *parser) joins(i, from int) bool {
	switch w := p.word(i); w {
	case "-", "‐", "‑", "–":
		return p.glued(i) && p.glued(i+1)
	case "'s", "’s":
		return i > from
	case "\"", "“", "‘", "'":
		return !p.glued(i) && p.glued(i+1) || p.word(i-1) == w && p.glued(i+1)
	case "and", "or", ",", "&":
		return p.isAdjective(i-1) && p.isAdjective(i+1) && !p.isPlural(i+1)
	}
	return i > from && p.is(i, digitsForm) && p.isYearToken(i) && p.is(i+1, wordForm)
}

// isHyphenated reports whether a word is the first of a compound.
func (p *parser) isHyphenated(i int) bool {
	return p.hyphen(i+1) && p.glued(i+1)
}

// stopsGroup reports whether a word cannot stand in a noun group.
func (p *parser) stopsGroup(i, from int, want head) bool {
	w := p.word(i)
	switch {
	case i > from && p.glued(i) && p.hyphen(i-1):
		return false
	case p.isHyphenated(i):
		return false
	case stops[w] && !p.isAcronym(i) || thirdPerson[w] || want == pluralHead && verbs[w]:
		return true
	case pastVerbs[w]:
		return i > from || p.closes(i+1)
	case isParticiple(w) && (i > from || want == singularHead),
		i > from && want != pluralHead && isGerund(w):
		return p.closes(i+1) || p.is(i+1, digitsForm)
	}
	return false
}

// isAcronym reports whether a pronoun is a country or a trade: "US", "IT".
func (p *parser) isAcronym(i int) bool {
	w := p.word(i)
	return (w == "us" || w == "it" || w == "who") && p.isCode(i) && !p.title
}

// goesOn reports whether a plural only describes a noun after it: "sports
// clubs", "United States citizens".
func (p *parser) goesOn(i int) bool {
	next := p.word(i + 1)
	if next == "" || !p.is(i+1, wordForm) || stops[next] || p.isHyphenated(i+1) {
		return false
	}
	return p.isPlural(i+1) || p.upper(i) && p.upper(i+1) && !p.title
}

// determiners skips the words before a noun group: "the", "all their".
func (p *parser) determiners(i int) int {
	for determiners[p.word(i)] {
		i++
	}
	if p.is(i, digitsForm) && p.isYearToken(i) && p.is(i+1, wordForm) {
		return i + 1
	}
	return i
}
