package role

import (
	"strings"

	"readout/internal/language/chunk"
	"readout/internal/language/lexicon"
)

// behind finds the roles that stand beside a name after a comma, dash or
// bracket: "Angela Merkel, the German chancellor,".
func (f *finder) behind(start, end int) {
	if f.low(end) == "the" {
		f.addClosed(end, start)
		return
	}
	i, ok := f.besideAt(end)
	if !ok {
		return
	}
	f.addClosed(i, start)
	if f.low(start-1) == "and" && f.person(start-2) {
		f.plural = true
		f.addClosed(i, start)
		f.addClosed(i, start-2)
		f.plural = false
	}
}

// addClosed adds the roles that begin at word i, if the phrase ends there too.
func (f *finder) addClosed(i, holder int) {
	all, end := f.startingAt(i)
	if len(all) == 0 || !f.closes(end) {
		return
	}
	for _, p := range all {
		if !f.supposed(p) || f.low(p.from-1) == "a" || f.low(p.from-1) == "an" {
			f.add(p, holder)
		}
	}
}

// besideAt returns the word where an apposition of the name that ends before word
// i begins: it goes over brackets, a party and state, a place and an age.
func (f *finder) besideAt(i int) (int, bool) {
	if f.low(i) == "(" && f.is(i+1, determiners) {
		return i + 1, true
	}
	i = f.afterPlace(f.afterBrackets(i))
	if !f.opensAside(i) {
		return i, false
	}
	for i++; f.party(i) || i < len(f.words) && f.words[i].digit && f.low(i+1) == ","; {
		if i++; f.low(i) == "." {
			i++
		}
		if f.low(i) != "," {
			return i, false
		}
		i++
	}
	if after := f.afterPlace(i); after > i && f.low(after) == "," {
		i = after + 1
	}
	return i, !f.is(i, relatives)
}

var relatives = chunk.WordSet("who whose whom which and or")

// afterPlace goes over "of Ohio".
func (f *finder) afterPlace(i int) int {
	if (f.low(i) == "of" || f.low(i) == "from") && f.capital(i+1) && f.words[i+1].name >= 0 {
		return f.nameEnd(i + 1)
	}
	return i
}

// opensAside reports whether word i is a comma or a dash between words.
func (f *finder) opensAside(i int) bool {
	switch f.low(i) {
	case ",", "—", "–", "--", "-":
		return true
	}
	return false
}

// party reports whether word i is the mark of a party and state: "D-Ohio".
func (f *finder) party(i int) bool {
	w := f.low(i)
	return len(w) > 2 && w[1] == '-' && strings.IndexByte("rdi", w[0]) >= 0
}

// maxAhead is the number of words before a comma in which a role is looked for.
const maxAhead = 14

// ahead finds the role that a name stands beside: "the party's leader, John
// Key,".
func (f *finder) ahead(start, end int) {
	comma := f.afterCourtesy(start) - 1
	if f.low(comma) != "," || !f.closesName(end) {
		return
	}
	best, found := phrase{}, false
	for k := comma - 1; k >= 0 && k > comma-maxAhead && f.inAhead(k); k-- {
		n, _, ok := f.noun(k)
		if !ok || k != comma-1 && !f.is(k+1, complements) {
			continue
		}
		if n.Class == lexicon.Bond {
			found = false
			break
		}
		p, ok := f.endingAt(k + 1)
		if ok && !n.Plural && (!found || best.to != comma || f.low(p.from-1) == "a" || f.low(p.from-1) == "an") {
			best, found = p, true
			best.to = comma
		}
	}
	if !found || f.low(best.from-1) == "as" || f.low(best.from-1) == "," || f.supposed(best) {
		return
	}
	f.add(best, start)
}

// inAhead reports whether word i may stand in the phrase before a comma.
func (f *finder) inAhead(i int) bool {
	if f.content(i) {
		return !f.isVerb(i)
	}
	return f.is(i, complements) || f.is(i, determiners) ||
		f.low(i) == "and" && f.capital(i-1) && f.capital(i+1)
}

// closesName reports whether what stands beside something ends with the name
// before word i, and no list of people goes on.
func (f *finder) closesName(i int) bool {
	i = f.afterPlace(f.afterBrackets(i))
	switch f.low(i) {
	case ",":
		return !f.begins(i+1) && !(f.low(i+1) == "and" && f.begins(i+2))
	case "", ".", ";", ":", ")", "—", "–", "-", "?", "!":
		return true
	}
	return false
}
