package role

import (
	"readout/internal/language/chunk"
	"readout/internal/language/lexicon"
)

// told finds the role that a verb gives to the person named before it: "X was
// elected mayor", "X, who has been a lawyer".
func (f *finder) told(start, end int) {
	i := f.subjectEnd(end)
	if f.low(i) == "," && f.low(i+1) == "who" {
		i++
	}
	if f.low(i) == "who" {
		i++
	}
	if f.low(i) == "were" || f.low(i) == "are" {
		f.toldOfTwo(start, i)
		return
	}
	at, ok := f.verbEnd(i)
	if !ok || f.wished(start) {
		return
	}
	all, to := f.startingAt(at)
	if f.content(to) && !f.verbish(to) || f.low(to) == "among" {
		return
	}
	for _, p := range all {
		if !f.opinion(p) && (!f.supposed(p) || f.is(p.from-1, chunk.Determiners)) {
			f.add(p, start)
		}
	}
}

// toldOfTwo finds the role in the plural that a verb gives to two people: "Ann Moe
// and Bo Dahl were advisers".
func (f *finder) toldOfTwo(second, verb int) {
	first := second - 2
	if f.low(second-1) != "and" || !f.person(first) || f.wished(first) {
		return
	}
	f.plural = true
	p, ok := f.one(f.afterAdverbs(verb + 1))
	f.plural = false
	if !ok || !p.noun.Plural || f.supposed(p) || f.is(p.from-1, negations) {
		return
	}
	f.add(p, first)
	f.add(p, second)
}

// opinion reports whether a phrase behind a verb is no noun, "is hopeful", or judges
// somebody: "is the best candidate".
func (f *finder) opinion(p phrase) bool {
	return p.noun.Common && p.from+1 == p.to && !f.is(p.from-1, determiners) || f.is(p.from, judging)
}

// subjectEnd goes over brackets and an apposition between commas after a name.
func (f *finder) subjectEnd(i int) int {
	const near = 12
	if at, ok := f.besideAt(i); ok {
		switch all, end := f.startingAt(at); {
		case len(all) > 0 && f.low(end) == ",":
			return end + 1
		case len(all) > 0 && f.low(end) == "who":
			return end
		case len(all) == 0:
			if end, ok := f.bond(at); ok && f.low(end) == "who" {
				return end
			}
		}
	}
	i = f.afterPlace(f.afterBrackets(i))
	if f.low(i) != "," || f.low(i+1) == "who" {
		return i
	}
	if _, ok := f.verbEnd(i + 1); ok {
		return i + 1 // the comma ends what stands before the name
	}
	for k := i + 1; k < i+near && k < len(f.words); k++ {
		switch {
		case f.begins(k) || f.low(k) == "and":
			return i
		case f.low(k) == ",":
			return k + 1
		}
	}
	return i
}

// verbEnd goes over the verbs that give a role, from word i on.
func (f *finder) verbEnd(i int) (int, bool) {
	i = f.afterAdverbs(i)
	if f.is(i, perfect) {
		i = f.afterAdverbs(i + 1)
		if f.low(i) == "been" || f.low(i) == "become" {
			return f.afterBe(i + 1)
		}
	}
	switch {
	case f.is(i, copulas):
		return f.afterBe(i + 1)
	case f.is(i, serving):
		return f.afterServing(i + 1)
	}
	return i, false
}

// afterBe goes over the participle of a passive, if one follows.
func (f *finder) afterBe(i int) (int, bool) {
	i = f.afterAdverbs(i)
	if f.is(i, appointed) {
		i++
		return f.afterAs(i), true
	}
	if f.low(i) == "sworn" && f.low(i+1) == "in" && f.low(i+2) == "as" {
		return i + 3, true
	}
	return i, !f.is(i, negations) && i < len(f.words) && (!f.words[i].sign || f.is(i, quotes))
}

// afterServing goes over "briefly as" after a verb such as "served".
func (f *finder) afterServing(i int) (int, bool) {
	const near = 5
	for k := i; k < i+near && k < len(f.words); k++ {
		if f.low(k) == "as" {
			return k + 1, true
		}
		if f.words[k].sign || f.person(k) {
			break
		}
	}
	return i, false
}

func (f *finder) afterAdverbs(i int) int {
	for f.is(i, skipped) || f.low(i) == "long" || i < len(f.words) && f.words[i].name < 0 && chunk.IsAdverb(f.low(i)) {
		i++
	}
	return i
}

// afterAs goes over "as" and "to be".
func (f *finder) afterAs(i int) int {
	if f.low(i) == "as" {
		return i + 1
	}
	if f.low(i) == "to" && (f.low(i+1) == "be" || f.low(i+1) == "become") {
		return i + 2
	}
	return i
}

// wished reports whether the words before word i make a wish or condition of
// what follows.
func (f *finder) wished(i int) bool {
	for k := max(0, i-4); k < i; k++ {
		if f.is(k, wishes) {
			return true
		}
	}
	return false
}

// made finds the role that a verb before the name gives: "appointed X as
// chairman".
func (f *finder) made(start, end int) {
	verb := start - 1
	for verb > start-longest && !f.is(verb, making) && !f.person(verb) &&
		(f.content(verb) || f.is(verb, determiners)) {
		verb-- // "chose former governor Moe as"
	}
	if !f.is(verb, making) || f.is(verb-1, beforeVerbs) || verb < start-1 && f.low(end) != "as" {
		return
	}
	at := f.afterAs(end)
	if at == end && (f.stops(at) && !f.is(at, determiners) || f.possessive(at)) {
		return
	}
	all, _ := f.startingAt(at)
	for _, p := range all {
		f.add(p, start)
	}
}

// as finds the roles after "as" and "while": "as governor, Pence signed",
// "Clinton's years as secretary of state".
func (f *finder) as() {
	for i := range f.words {
		if f.low(i) != "as" && f.low(i) != "while" || f.is(i-1, comparing) {
			continue
		}
		if _, _, ok := f.noun(i - 1); ok && f.low(i) == "as" {
			continue // "strategists as managers": of the noun, not of the subject
		}
		all, end := f.startingAt(i + 1)
		if len(all) == 0 {
			continue
		}
		held := f.is(i-1, holding)
		if all[0].determined && f.low(i) == "as" && !held && !f.joined(i) && !f.apart(i, end) && all[0].noun.Class != lexicon.Rank || f.imagined(i, end, held) {
			continue
		}
		holder, ok := f.holder(i, end)
		for _, p := range all {
			if ok {
				f.add(p, holder)
			}
		}
	}
}

// apart reports whether the words from "as" up to end stand between commas, or first:
// "As a senator, Moe".
func (f *finder) apart(as, end int) bool {
	return (as == 0 || f.words[as-1].sign) && f.low(end) == ","
}

// joined reports whether a verb of taking up work stands shortly before word i.
func (f *finder) joined(i int) bool {
	const near = 6
	for k := max(0, i-near); k < i; k++ {
		if f.is(k, joining) {
			return true
		}
	}
	return false
}

// spoken finds the roles that a verb gives to "he" or "she", when the sentence names
// one person alone before and no quotation mark stands between; and those that a
// second verb gives to the name that begins the sentence: "Ann Moe won and became".
func (f *finder) spoken() {
	for i := range f.words {
		again := f.low(i) == "and" && f.begins(0) && !f.possessive(f.nameEnd(0))
		if f.low(i) != "he" && f.low(i) != "she" && !again {
			continue
		}
		at, ok := f.verbEnd(i + 1)
		if !ok || f.wished(i) {
			continue
		}
		p, ok := f.one(at)
		holder, alone := f.onlyPerson(i)
		if ok && alone && !f.supposed(p) && !f.opinion(p) && (!f.person(holder) || holder < p.from || holder >= p.to) {
			f.add(p, holder)
		}
	}
}

// onlyPerson returns the last word of the name of the only person named before word i,
// or of the one whose clause with "who" holds the word, unless a quotation mark stands
// between them.
func (f *finder) onlyPerson(i int) (int, bool) {
	first := max(0, i-farthest)
	at := i - 1
	for at >= first && !f.person(at) {
		if f.is(at, quotes) {
			return 0, false
		}
		at--
	}
	if at < first {
		return 0, false
	}
	if end := f.afterPlace(f.afterBrackets(at + 1)); f.low(end) == "," && f.low(end+1) == "who" {
		return at, true
	}
	for k := first; k < at; k++ {
		if f.person(k) && f.names[f.words[k].name].entity != f.names[f.words[at].name].entity {
			return 0, false
		}
	}
	return at, true
}

// imagined reports whether a word near an "as" says that the role is not held;
// after words for a time in office only an offer does.
func (f *finder) imagined(as, end int, held bool) bool {
	const near = 8
	for k := max(0, as-near); k < min(len(f.words), end+near); k++ {
		if f.is(k, offering) || !held && !f.words[k].upper && f.is(k, imagining) {
			return true
		}
	}
	return false
}

// farthest is the number of words from a role in which its holder is looked for.
const farthest = 60

// holder returns a word of the name of the one who is what the words from "as" up to
// end say: the name after a comma, else the nearest before that holds no other role
// there. After "he" or "she" the sentence must name one person alone.
func (f *finder) holder(as, end int) (int, bool) {
	const near = 4
	if f.low(end) == "," {
		for k := end + 1; k < min(len(f.words), end+near) && f.low(k) != "and"; k++ {
			if f.person(k) {
				return k, true
			}
		}
	}
	opens := f.low(0) == "he" || f.low(0) == "she"
	for k := as - 1; k >= max(0, as-farthest); k-- {
		switch {
		case f.low(k) == "he" || f.low(k) == "she":
			return f.onlyPerson(as)
		case f.person(k) && f.words[k].role == 0:
			return k, !opens || f.possessive(k+1)
		}
	}
	return 0, false
}

var (
	perfect   = chunk.WordSet("has had have")
	joining   = chunk.WordSet("signed join joins joined joining served serving worked working")
	quotes    = chunk.WordSet("\" “ ” ''")
	copulas   = chunk.WordSet("is was became becomes remains remained")
	serving   = chunk.WordSet(`served serves serving worked works working acted acts acting resigned resigns retired`)
	appointed = chunk.WordSet(`appointed elected named chosen hired nominated confirmed reelected re-elected picked
		tapped promoted made crowned installed selected`)
	making = chunk.WordSet(`chosen appointed elected named nominated chose picked tapped hired made selected naming
		appointing nominating picking choosing hiring tapping selecting`)
	negations = chunk.WordSet("not never no neither nor n't")
	wishes    = chunk.WordSet(`if unless whether should hope hopes hoped wish wishes want wants hoping suppose
		assuming until`)
	comparing = chunk.WordSet(`such same known well regarded seen described portrayed dismissed cast just much far
		soon long good viewed depicted think thought sees saw see described painted twice`)
	offering = chunk.WordSet("offer offers offered offering potential")
	holding  = chunk.WordSet(`tenure time years term terms days stint role job work career experience position turn
		served serving serves worked working works resigned resigning retired down over took sworn in appointed
		elected named nominated chosen hired confirmed installed listed record year months decades life`)
	judging = chunk.WordSet(`best worst better worse right wrong perfect ideal good great bad terrible stronger
		strongest weak weakest`)
	imagining = chunk.WordSet(`would will could should can might may if 'll won't wouldn't can't cannot wants want
		hopes fit unfit qualified ready unqualified vote next whether temperament imagine elect electing`)
)
