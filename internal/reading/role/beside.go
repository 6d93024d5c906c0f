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
	if f.is(i, appointed) { // "Ann Moe, elected mayor in May,"
		i = f.afterAs(i + 1)
	}
	all, end := f.startingAt(i)
	if len(all) > 0 && !f.closes(end) && !(f.bare(all[0]) && f.verbish(end)) {
		all = f.uncomplemented(all[0], holder)
	}
	for _, p := range all {
		if !f.supposed(p) || f.low(p.from-1) == "a" || f.low(p.from-1) == "an" {
			f.add(p, holder)
		}
	}
}

// uncomplemented returns a role without its complement, whose end is not known: "a
// founder of the think tank Third Way". After "the", or "according to", another clause
// may have begun.
func (f *finder) uncomplemented(p phrase, holder int) []phrase {
	head := p.to
	for k := p.from; k < p.to; k++ {
		if f.is(k+1, complements) {
			head = k + 1
			break
		}
	}
	n, _, ok := f.noun(head - 1)
	if !ok || head == p.to || n.Class == lexicon.Bond || f.low(holder-2) == "according" || p.determined && !f.is(p.from-1, indefinite) {
		return nil
	}
	p.to, p.head, p.noun = head, head-1, n
	return []phrase{p}
}

// bare reports whether no article, pronoun or possessive stands before or in a phrase:
// the writer of "Ann Moe, head of the party said" forgot a comma.
func (f *finder) bare(p phrase) bool {
	for k := p.from; k < p.head; k++ {
		if f.possessive(k) {
			return false
		}
	}
	return !p.determined
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

// afterPlace goes over "of Ohio", "of the Democratic Party".
func (f *finder) afterPlace(i int) int {
	if f.low(i) != "of" && f.low(i) != "from" {
		return i
	}
	at := i + 1
	if f.low(at) == "the" {
		at++
	}
	if f.capital(at) && f.words[at].name >= 0 {
		return f.nameEnd(at)
	}
	return i
}

// opensAside reports whether word i is a comma or a dash between words.
func (f *finder) opensAside(i int) bool { return f.is(i, asides) }

var asides = chunk.WordSet(", — – -- -")

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
	comma := f.afterTitles(start) - 1
	if f.low(comma) != "," {
		return
	}
	at := f.beforeBrackets(comma)
	best, found := f.lastRole(at)
	switch {
	case !found || best.noun.Plural && f.oneOf(at, start):
		return
	case f.low(best.from-1) == "as" || f.low(best.from-1) == "," && !best.determined || f.supposed(best):
		return
	case best.noun.Plural:
		f.severalAhead(best, start)
		return
	}
	first := f.firstOf(best)
	if !f.closesName(end) && (!f.verbish(end) || !f.opensClause(first) || f.is(comma+1, quotes)) {
		return
	}
	f.add(best, start)
	if first.from != best.from {
		f.add(first, start)
	}
}

// firstOf returns the role that "and" joins a role to: "the founder and chairman of the
// group", or the role itself.
func (f *finder) firstOf(best phrase) phrase {
	p, ok := f.endingAt(best.from - 1)
	if f.low(best.from-1) == "and" && ok && !p.noun.Plural && (p.determined || p.from == 0) {
		return p
	}
	return best
}

// lastRole returns the role in the phrase that ends before word end: its noun ends
// the phrase, or a complement does.
func (f *finder) lastRole(end int) (best phrase, found bool) {
	for k := end - 1; k >= 0 && k > end-maxAhead && f.inAhead(k); k-- {
		n, _, ok := f.noun(k)
		if !ok || k != end-1 && !f.is(k+1, complements) {
			continue
		}
		if n.Class == lexicon.Bond {
			return best, false
		}
		p, ok := f.endingAt(k + 1)
		inner := found && f.is(best.from-1, complements) // "candidate for governor"
		if ok && (!found || best.to != end || inner || f.is(p.from-1, indefinite)) {
			best, found = p, true
			best.to = end
		}
	}
	return best, found
}

// severalAhead adds a role in the plural to each of the people who are named behind
// it: "the founders, Ann Moe and Bo Dahl,".
func (f *finder) severalAhead(p phrase, start int) {
	holders, joined := f.list(start, true)
	last := holders[len(holders)-1]
	if !joined || !p.determined && !f.is(p.from, counts) || !f.closesName(f.nameEnd(last)) {
		return
	}
	for _, h := range holders {
		f.add(p, h)
	}
}

// opensClause reports whether a phrase begins a sentence, or stands after a sign:
// "Chile's president, Ann Moe said". After a preposition, the name is not beside it:
// "To the president, Ann Moe said".
func (f *finder) opensClause(p phrase) bool {
	from := p.from
	for f.is(from-1, determiners) {
		from--
	}
	return from == 0 || f.words[from-1].sign && !f.possessive(from-1) && p.determined
}

// beforeBrackets goes back from word i over what stands in brackets.
func (f *finder) beforeBrackets(i int) int {
	const near = 8
	if f.low(i-1) != ")" {
		return i
	}
	for k := i - 2; k > i-near; k-- {
		if f.low(k) == "(" {
			return k
		}
	}
	return i
}

// oneOf finds a role that somebody shares before a name: "one of the party's
// founders, Ann Moe,".
func (f *finder) oneOf(comma, start int) bool {
	for k := comma - 1; k > 0 && k > comma-maxAhead; k-- {
		if f.low(k-1) != "one" || f.low(k) != "of" {
			continue
		}
		if p, ok := f.one(k - 1); ok && p.to == comma && f.closesName(f.nameEnd(start)) {
			f.add(p, start)
		}
		return true
	}
	return false
}

// afterTitles goes back from word i over "Mr." and the titles that were found
// before the name.
func (f *finder) afterTitles(i int) int {
	i = f.afterCourtesy(i)
	for i > 0 && f.words[i-1].role > 0 {
		r := f.found[f.words[i-1].role-1]
		for i > 0 && f.words[i-1].Start >= r.Start {
			i--
		}
	}
	return f.afterCourtesy(i)
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
