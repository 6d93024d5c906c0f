package role

import (
	"strings"

	"readout/internal/language/chunk"
	"readout/internal/language/lexicon"
)

// titled finds the title that the name itself begins with: "Pope Francis".
func (f *finder) titled(start, end int) {
	k := start
	for k < end-1 {
		n, _, ok := f.rank(k)
		if !ok || n.Given {
			break
		}
		k++
	}
	if k > start {
		f.add(phrase{from: start, to: k}, start)
	}
}

// rank returns the title that is word i, inside a name or not.
func (f *finder) rank(i int) (lexicon.RoleNoun, int, bool) {
	last, then := strings.CutPrefix(f.low(i), "then-")
	for _, n := range lexicon.RoleNouns(last) {
		if len(n.Words) == 1 && n.Class == lexicon.Rank && (then || f.words[i].upper) {
			return n, i, true
		}
	}
	return lexicon.RoleNoun{}, i, false
}

// before finds the roles right before a name: "founder and chief executive Jeff
// Bezos".
func (f *finder) before(start, end int) {
	at := f.beforeCode(f.afterCourtesy(start))
	if f.low(at-1) == "named" && f.is(f.startOfPhrase(at-1)-1, determiners) {
		at-- // "a lawyer named Moe"
	}
	p, ok := f.endingAt(at)
	if !ok {
		p, ok = f.bodied(at)
	}
	if !ok || f.supposed(p) {
		return
	}
	if p.noun.Plural {
		f.several(p, start)
		return
	}
	f.stack(p, start)
	for f.low(p.from-1) == "and" && !p.determined {
		q, ok := f.endingAt(p.from - 1)
		if !ok || q.noun.Plural || f.isOther(p, q) {
			return
		}
		f.stack(q, start)
		p = q
	}
}

// beforeCode goes back from word i over a short form in brackets: "chief executive
// officer (CEO)".
func (f *finder) beforeCode(i int) int {
	if f.low(i-1) == ")" && f.low(i-3) == "(" && isCode(f.doc.At(f.words[i-2].Span)) {
		return i - 3
	}
	return i
}

// startOfPhrase returns the first word of the noun phrase that ends before word i.
func (f *finder) startOfPhrase(i int) int {
	for k := i; k > 0 && k > i-longest; k-- {
		if !f.content(k - 1) {
			return k
		}
	}
	return i
}

// isOther reports whether the role q, joined by "and" to the role p before a name, is
// that of somebody else: "the governor and Sen. Moe".
func (f *finder) isOther(p, q phrase) bool {
	if !f.words[p.head].upper || f.words[q.head].upper {
		return false
	}
	w := f.words[p.head]
	return q.determined || w.Len() > len(w.low)
}

// afterCourtesy goes back over "Mr." and the like.
func (f *finder) afterCourtesy(i int) int {
	for f.is(i-1, courtesies) && f.low(i-2) != "first" {
		i-- // but "first lady" is a role
	}
	return i
}

var courtesies = chunk.WordSet(`mr mrs ms miss sir dame lady "`)

// stack adds a role before a name, and the one that stands before a title in
// it: "Committee Chairman Sen. John McCain".
func (f *finder) stack(p phrase, holder int) {
	if p.noun.Class == lexicon.Rank && f.words[p.head].upper {
		last := p.head - len(p.noun.Words)
		n, _, ok := f.noun(last)
		alone := last == p.from && !p.determined
		if ok && last >= p.from && !(n.Common && alone) && !n.Plural && n.Class != lexicon.Bond && n.Words[0] != "assistant" {
			q := p
			p.from, q.to, q.head = last+1, last+1, last
			q.noun = n
			f.add(q, holder)
		}
	}
	f.add(p, holder)
}

// supposed reports whether the holder is only thought of in the role: "a
// President Smith", "potential running mate".
func (f *finder) supposed(p phrase) bool {
	for k := p.from; k < p.head; k++ {
		if f.is(k, supposing) {
			return true
		}
	}
	article := f.low(p.from - 1)
	return (article == "a" || article == "an" || article == "no") &&
		p.noun.Class == lexicon.Rank && f.words[p.head].upper || article == "not"
}

var supposing = chunk.WordSet(`potential possible prospective future would-be hypothetical`)

// bodied finds a role with its body between it and the name: "Director of
// National Intelligence James Clapper".
func (f *finder) bodied(at int) (phrase, bool) {
	if !f.capital(at - 1) {
		return phrase{}, false
	}
	k := at - 1
	for k > 0 && (f.capital(k) || f.low(k) == "and" || f.low(k) == "the" || f.low(k) == "on" || f.low(k) == "of" && !f.isNoun(k-1)) {
		k--
	}
	if f.low(k) != "of" && f.low(k) != "for" && f.low(k) != "to" {
		return phrase{}, false
	}
	p, ok := f.endingAt(k)
	p.to = at
	return p, ok && !p.noun.Plural
}

// several adds a role in the plural to each of the people that a list names:
// "Sens. John McCain and Lindsey Graham".
func (f *finder) several(p phrase, start int) {
	holders, joined := f.list(start, false)
	bare := p.from == p.head && !f.words[p.head].upper
	if !joined || bare && (f.is(p.from-1, verbs) || f.is(p.from-1, chunk.Determiners)) {
		return
	}
	for _, h := range holders {
		f.add(p, h)
	}
}

// list returns the first words of the names of a list of people, and whether "and" or
// "or" joins them. Between them stand parties, states and places, and titles if the
// list may hold any.
func (f *finder) list(start int, titled bool) (holders []int, joined bool) {
	holders = []int{start}
	end := f.nameEnd(start)
	for {
		k := f.afterParty(f.afterBrackets(f.afterPlace(end)))
		from := k
		for f.low(k) == "," || f.low(k) == "and" || f.low(k) == "or" {
			joined = joined || f.low(k) != ","
			k++
		}
		if titled && k > from {
			k = f.afterRole(k)
		}
		if k == from || !f.begins(k) {
			return holders, joined
		}
		holders, end = append(holders, k), f.nameEnd(k)
	}
}

// afterRole goes over a role that was found at word i, before a name.
func (f *finder) afterRole(i int) int {
	k := i
	for k < len(f.words) && (f.is(k, determiners) || !f.person(k) && f.words[k].role > 0) {
		k++
	}
	if k > i && f.begins(k) {
		return k
	}
	return i
}

// afterParty goes over the party and state between commas at word i: ", R-Ohio,".
func (f *finder) afterParty(i int) int {
	if f.low(i) != "," || !f.party(i+1) {
		return i
	}
	if f.low(i+2) == "." {
		return i + 3
	}
	return i + 2
}

// afterBrackets goes over what stands in brackets at word i.
func (f *finder) afterBrackets(i int) int {
	const near = 8
	if f.low(i) != "(" {
		return i
	}
	for k := i + 1; k < i+near; k++ {
		if f.low(k) == ")" {
			return k + 1
		}
	}
	return i
}
