package role

import (
	"readout/internal/language/chunk"
	"readout/internal/language/lexicon"
	"readout/internal/reading/role/cue"
	"readout/internal/reading/role/word"
)

// told finds the role that a verb gives to the person named before it: "X was
// elected mayor", "X, who has been a lawyer".
func (f *finder) told(start, end int) {
	i := f.subjectEnd(end)
	if f.Low(i) == "," && (f.Low(i+1) == "who" || f.Low(i+1) == "whom") {
		i++
	}
	switch f.Low(i) {
	case "who":
		i++
	case "whom":
		f.toldByOthers(start, i+1)
		return
	}
	if f.Low(i) == "were" || f.Low(i) == "are" {
		f.toldOfTwo(start, i)
		return
	}
	at, ok := f.verbEnd(i)
	if !ok && f.Low(i-1) == "who" {
		at, ok = f.verbEnd(f.afterClause(i))
	}
	if !ok || f.wished(start) {
		return
	}
	all, to := f.startingAt(at)
	if f.Content(to) && !f.Verbish(to) || f.Low(to) == "among" {
		return
	}
	for _, p := range all {
		if !f.opinion(p) && (!f.supposed(p) || f.Is(p.from-1, chunk.Determiners)) {
			f.add(p, start)
		}
	}
}

// afterClause goes over a clause with "who" whose verb stands at word i, to what
// the subject before it does: "who died in May, was". A clause that names another
// person is not gone over, nor is "at 46" left before the verb.
func (f *finder) afterClause(i int) int {
	const near = 16
	if f.Low(i) == "at" && f.Words[i+1].Digit {
		return i + 2
	}
	for k := i; k < min(len(f.Words), i+near) && !f.Person(k); k++ {
		if f.Low(k) != "," {
			continue
		}
		if k++; f.Is(k, cue.Quotes) {
			k++
		}
		return k
	}
	return i
}

// toldByOthers finds the role that others give in a clause with "whom", which begins
// before word i: "whom Lund appointed chief of staff".
func (f *finder) toldByOthers(holder, i int) {
	i = f.AfterCourtesy(i)
	if !f.Begins(i) || !f.Is(f.NameEnd(i), cue.Making) {
		return
	}
	all, _ := f.startingAt(f.afterAs(f.NameEnd(i) + 1))
	for _, p := range all {
		f.add(p, holder)
	}
}

// toldOfTwo finds the role in the plural that a verb gives to two people: "Ann Moe
// and Bo Dahl were advisers".
func (f *finder) toldOfTwo(second, verb int) {
	first := second - 2
	if f.Low(second-1) != "and" || !f.Person(first) || f.wished(first) {
		return
	}
	f.plural = true
	p, ok := f.one(f.AfterAdverbs(verb + 1))
	f.plural = false
	if !ok || !p.noun.Plural || f.supposed(p) || f.Is(p.from-1, cue.Negations) {
		return
	}
	f.add(p, first)
	f.add(p, second)
}

// opinion reports whether a phrase behind a verb is no noun, "is hopeful", or judges
// somebody: "is the best candidate".
func (f *finder) opinion(p phrase) bool {
	return p.noun.Common && p.from+1 == p.to && !f.Is(p.from-1, cue.Determiners) || f.Is(p.from, cue.Judging)
}

// subjectEnd goes over brackets and an apposition between commas after a name.
func (f *finder) subjectEnd(i int) int {
	const near = 12
	if at, ok := f.besideAt(i); ok {
		switch all, end := f.startingAt(at); {
		case len(all) > 0 && f.Low(end) == ",":
			return end + 1
		case len(all) > 0 && f.Low(end) == "who":
			return end
		case len(all) == 0:
			if end, ok := f.bond(at); ok && f.Low(end) == "who" {
				return end
			}
		}
	}
	i = f.AfterPlace(f.AfterBrackets(i))
	if f.Low(i) != "," || f.Low(i+1) == "who" {
		return i
	}
	if _, ok := f.verbEnd(i + 1); ok {
		return i + 1 // the comma ends what stands before the name
	}
	for k := i + 1; k < i+near && k < len(f.Words); k++ {
		switch { // a name may stand in "Moe, a Clinton surrogate, is"
		case f.Begins(k) && !f.Is(i+1, cue.Indefinite) || f.Low(k) == "and":
			return i
		case f.Low(k) == ",":
			return k + 1
		}
	}
	return i
}

// verbEnd goes over the verbs that give a role, from word i on.
func (f *finder) verbEnd(i int) (int, bool) {
	i = f.AfterAdverbs(i)
	if f.Is(i, cue.Perfect) {
		i = f.AfterAdverbs(i + 1)
		if f.Low(i) == "been" || f.Low(i) == "become" {
			return f.afterBe(i + 1)
		}
		if f.Is(i, cue.Serving) {
			return f.afterServing(i + 1) // "has emerged as"
		}
	}
	if f.Low(i) == "used" && f.Low(i+1) == "to" && f.Low(i+2) == "be" {
		return f.afterBe(i + 3)
	}
	if at, ok := f.settled(i); ok {
		return at, true
	}
	switch {
	case f.Is(i, cue.Copulas):
		return f.afterBe(f.afterAside(i + 1))
	case f.Is(i, cue.Serving):
		return f.afterServing(i + 1)
	}
	return i, false
}

// settled goes over verbs at word i that give a role from a day to come: "will become",
// "is slated to be". What will be is a forecast, but for a post in a body.
func (f *finder) settled(i int) (int, bool) {
	at := i + 1
	planned := f.Low(i) == "is"
	if planned && f.Is(at, cue.Planned) {
		at++
	}
	switch {
	case planned && f.Low(at) == "to":
		at++
	case f.Low(i) != "will":
		return i, false
	}
	at = f.AfterAdverbs(at)
	switch f.Low(at) {
	case "become", "remain":
		return f.afterBe(at + 1)
	case "be":
		p, ok := f.one(at + 1)
		post := ok && p.to > p.head+1 && f.Is(p.to-1, cue.Bodies)
		if planned || post || f.Is(at+1, cue.Appointed) || f.Low(at+1) == "sworn" {
			return f.afterBe(at + 1)
		}
	}
	if f.Is(at, cue.Serving) {
		return f.afterServing(at + 1)
	}
	return i, false
}

// afterBe goes over the participle of a passive, if one follows.
func (f *finder) afterBe(i int) (int, bool) {
	i = f.AfterAdverbs(i)
	if f.Is(i, cue.Appointed) {
		return f.afterAs(f.afterPost(f.afterRise(i + 1))), true
	}
	if f.Is(i, cue.Serving) && f.Low(i+1) == "as" {
		return i + 2, true // "had been serving as"
	}
	if f.Low(i) == "not" && f.Is(i+1, cue.Only) {
		return i + 2, true
	}
	if f.Low(i) == "sworn" && f.Low(i+1) == "in" && f.Low(i+2) == "as" {
		return i + 3, true
	}
	return i, !f.Is(i, cue.Negations) && i < len(f.Words) && (!f.Words[i].Sign || f.Is(i, cue.Quotes))
}

// afterAside goes over what stands between commas before an article: "remains, for now,
// the".
func (f *finder) afterAside(i int) int {
	const near = 6
	for k := i + 1; f.Low(i) == "," && k < i+near && !f.Person(k); k++ {
		if f.Low(k) == "," && f.Is(k+1, cue.Determiners) {
			return k + 1
		}
	}
	return i
}

// afterRise goes over "to" after "promoted".
func (f *finder) afterRise(i int) int {
	if f.Is(i-1, cue.Raising) && f.Low(i) == "to" && !f.Is(i+2, cue.Posts) {
		return i + 1
	}
	return i
}

// afterPost goes over "to the post of" after a verb such as "appointed".
func (f *finder) afterPost(i int) int {
	if f.Low(i) == "to" && f.Is(i+2, cue.Posts) && f.Low(i+3) == "of" {
		return i + 4
	}
	return i
}

// afterServing goes over "briefly as" after a verb such as "served".
func (f *finder) afterServing(i int) (int, bool) {
	const near = 5
	for k := i; k < i+near && k < len(f.Words); k++ {
		if f.Low(k) == "as" {
			return k + 1, true
		}
		if f.Words[k].Sign || f.Person(k) {
			break
		}
	}
	return i, false
}

// afterAs goes over "as" and "to be".
func (f *finder) afterAs(i int) int {
	if f.Low(i) == "as" {
		return i + 1
	}
	if f.Low(i) == "to" && (f.Low(i+1) == "be" || f.Low(i+1) == "become") {
		return i + 2
	}
	return i
}

// turned finds the role that a verb ties to the name behind it: "the company's chairman
// is Moe".
func (f *finder) turned(start, end int) {
	verb := f.afterTitles(start) - 1
	to := verb
	if f.Low(verb) == "be" && f.Low(verb-1) == "will" {
		to--
	}
	if !f.Is(verb, cue.Copulas) && to == verb || !f.closesName(end) {
		return
	}
	p, ok := f.lastRole(to)
	if ok && !p.noun.Plural && p.determined && !f.supposed(p) && !f.opinion(p) && f.opensSubject(p) {
		f.add(p, start)
	}
}

// opensSubject reports whether a phrase begins a sentence or a clause with "whose".
func (f *finder) opensSubject(p phrase) bool {
	return f.opensClause(p) || f.Low(p.from-1) == "whose"
}

// wished reports whether the words before word i make a wish or condition of
// what follows.
func (f *finder) wished(i int) bool {
	for k := max(0, i-4); k < i; k++ {
		if f.Is(k, cue.Wishes) {
			return true
		}
	}
	return false
}

// made finds the role that a verb before the name gives: "appointed X as
// chairman".
func (f *finder) made(start, end int) {
	verb := f.verbBefore(f.afterTitles(start))
	if !f.makes(verb, start, end) {
		return
	}
	at := f.afterAs(end)
	if f.Is(verb, cue.Raising) && f.Low(end) == "to" {
		at = end + 1 // "promoted Moe to chief executive"
	}
	if at == end && (f.Stops(at) && !f.Is(at, cue.Determiners) || f.Possessive(at)) {
		return
	}
	all, _ := f.startingAt(at)
	for _, p := range all {
		if !f.supposed(p) {
			f.add(p, start)
		}
	}
}

// verbBefore returns the verb before a name, or the word that no noun phrase holds.
func (f *finder) verbBefore(start int) int {
	verb := start - 1
	for verb > start-word.Longest && !f.Is(verb, cue.Making) && !f.Person(verb) &&
		(f.Content(verb) || f.Is(verb, cue.Determiners)) {
		verb-- // "chose former governor Moe as"
	}
	return verb
}

// makes reports whether a word before a name gives it the role that follows: "appointed
// Moe", "the choice of Moe as", "with Moe as his".
func (f *finder) makes(verb, start, end int) bool {
	as := f.Low(end) == "as"
	switch {
	case f.Low(verb) == "of" && f.Is(verb-1, cue.Choices),
		f.Low(verb) == "with" && f.Is(end+1, cue.Determiners),
		f.Low(verb) == "by" && f.Is(verb-1, cue.Making): // "succeeded by Moe as"
		return as
	}
	if f.Is(verb-1, cue.BeforeVerbs) && !f.Is(verb, cue.Replacing) {
		return false
	}
	return f.Is(verb, cue.Making) && (as || verb == start-1)
}

// as finds the roles after "as", "while", "becoming" and verbs of taking a post: "as
// governor, Pence signed", "Clinton's years as secretary of state", "before becoming
// mayor", "took on the role of".
func (f *finder) as() {
	for i := range f.Words {
		if !f.leads(i) {
			continue
		}
		all, end := f.startingAt(i + 1)
		if f.Low(end) == "in" && end+1 < len(f.Words) && f.Words[end+1].Digit {
			end += 2 // "As governor in 1983,"
		}
		if len(all) == 0 || !f.holds(i, end, all[0]) {
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

// leads reports whether a role of the one who does something may follow word i.
func (f *finder) leads(i int) bool {
	if f.Is(i-1, cue.Comparing) {
		return false
	}
	switch f.Low(i) {
	case "while":
		return true
	case "as":
		_, _, ok := f.Noun(i - 1)
		return !ok // "strategists as managers": of the noun, not of the subject
	case "becoming":
		return f.Is(i-1, cue.Whens) || f.Is(i-1, cue.Asides) || f.Low(i-1) == "and"
	}
	return f.assumes(i)
}

// holds reports whether a role that word i leads to is held, up to the word at end.
func (f *finder) holds(i, end int, p phrase) bool {
	clause := p.determined && f.Content(end) && f.Verbish(end)
	able := f.Low(i-1) == "serve" && f.Low(i-2) == "to" && !f.Is(i-3, cue.Appointed)
	if clause || able {
		return false // "as the mayor leaves", "fit to serve as"
	}
	held := f.Is(i-1, cue.Holding)
	if f.imagined(i, end, held) {
		return false
	}
	loose := f.Low(i) == "as" && !held && !f.joined(i) && !f.apart(i, end) && f.whose(i, 4) < 0
	for k := p.from; k < p.head; k++ {
		loose = loose && !f.Possessive(k) // "won votes as the party's nominee"
	}
	return !loose || !p.determined || p.noun.Class == lexicon.Rank
}

// assumes reports whether "of" at word i stands behind a post that a verb before takes:
// "assumed the role of".
func (f *finder) assumes(i int) bool {
	const near = 4
	if f.Low(i) != "of" || !f.Is(i-1, cue.Posts) {
		return false
	}
	for k := i - 2; k > i-2-near; k-- {
		if f.Is(k, cue.Assuming) {
			return true
		}
		if !f.Is(k, cue.Determiners) && !f.Content(k) {
			break
		}
	}
	return false
}

// apart reports whether the words from "as" up to end stand between commas, or
// first: "As a senator, Moe", "said that as a senator, he", ", as a senator and as
// a mayor".
func (f *finder) apart(as, end int) bool {
	closed := f.Low(end) == "," || f.Low(end) == "and" && f.Low(end+1) == "as"
	return (as == 0 || f.Words[as-1].Sign || f.Is(as-1, cue.BeforeAs)) && closed
}

// joined reports whether a verb of taking up work stands shortly before word i.
func (f *finder) joined(i int) bool {
	const near = 6
	for k := max(0, i-near); k < i; k++ {
		if f.Is(k, cue.Joining) {
			return true
		}
	}
	return false
}

// spoken finds the roles that a verb gives to "he" or "she", when the sentence names
// one person alone before and no quotation mark stands between, or else whom that
// means; and those that a second verb gives to the name that begins the
// sentence: "Ann Moe won and became".
func (f *finder) spoken() {
	for i := range f.Words {
		described, ok := f.described(i)
		again := f.Low(i) == "and" && (ok || described != nobody && f.Begins(0) && !f.Possessive(f.NameEnd(0)))
		if f.Low(i) != "he" && f.Low(i) != "she" && !again {
			continue
		}
		at, ok := f.verbEnd(i + 1)
		if !ok || f.wished(i) {
			continue
		}
		p, ok := f.one(at)
		holder, alone := f.meaning(i)
		if described >= 0 {
			holder, alone = described, true
		}
		if next := f.AfterCourtesy(p.to + 1); ok && i == 1 && f.Is(0, cue.Whens) && f.Low(p.to) == "," && f.Begins(next) {
			holder, alone = next, true // "When he was mayor, Moe"
		}
		if ok && alone && !f.supposed(p) && !f.opinion(p) && (!f.Person(holder) || holder < p.from || holder >= p.to) {
			f.add(p, holder)
		}
	}
}

// described returns a word of the name of the one whom the clause with "who" before
// "and" at word i describes: "Moe, an activist who hosts a show and is". The clause
// names nobody.
func (f *finder) described(i int) (int, bool) {
	const near = 16
	who := i - 1
	for who > max(0, i-near) && f.Low(who) != "who" {
		if f.Person(who) || f.Low(who) == "," || f.Low(who) == "and" {
			return -1, false
		}
		who--
	}
	if f.Low(i) != "and" || f.Low(who) != "who" {
		return -1, false
	}
	at := who - 1
	if f.Low(at) == "," {
		at--
	}
	if at >= 0 && f.Words[at].Role > 0 {
		holder := f.found[f.Words[at].Role-1].Entity
		for at > max(0, who-near) && (!f.Person(at) || f.Names[f.Words[at].Name].Entity != holder) {
			at--
		}
	}
	if !f.Person(at) {
		return nobody, false
	}
	return at, true
}

// nobody is whom a clause with "who" describes that nothing names.
const nobody = -2

// meaning returns a word of the name of the one that "he" or "she" at word i means:
// that of onlyPerson, else the nearest before the word or behind it.
func (f *finder) meaning(i int) (int, bool) {
	at, alone := f.onlyPerson(i)
	entity, known := f.meant[f.Words[i].Start]
	if alone || !known {
		return at, alone
	}
	for k := i - 1; k >= max(0, i-farthest); k-- {
		if f.Person(k) && f.Names[f.Words[k].Name].Entity == entity {
			return k, true
		}
	}
	for k := i + 1; k < min(len(f.Words), i+farthest); k++ {
		if f.Person(k) && f.Names[f.Words[k].Name].Entity == entity {
			return k, true
		}
	}
	return 0, false
}

// onlyPerson returns the last word of the name of the only person named before word i,
// or of the one whose clause with "who" holds the word, unless a quotation mark stands
// between them.
func (f *finder) onlyPerson(i int) (int, bool) {
	first := max(0, i-farthest)
	at := i - 1
	for at >= first && !f.Person(at) {
		if f.Is(at, cue.Quotes) {
			return 0, false
		}
		at--
	}
	if at < first {
		return 0, false
	}
	if end := f.AfterPlace(f.AfterBrackets(at + 1)); f.Low(end) == "," && f.Low(end+1) == "who" {
		return at, true
	}
	for k := first; k < at; k++ {
		if f.Person(k) && f.Names[f.Words[k].Name].Entity != f.Names[f.Words[at].Name].Entity {
			return 0, false
		}
	}
	return at, true
}

// imagined reports whether a word near an "as" says that the role is not held;
// after words for a time in office only an offer does.
func (f *finder) imagined(as, end int, held bool) bool {
	const near = 8
	k := as
	for k > max(0, as-near) && !f.Is(k-1, cue.Clauses) {
		k--
	}
	for ; k < min(len(f.Words), end+near); k++ {
		if f.Is(k, cue.Offering) || !held && !f.Words[k].Upper && f.Is(k, cue.Imagining) {
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
	if f.Low(end) == "," {
		for k := end + 1; k < min(len(f.Words), end+near) && f.Low(k) != "and"; k++ {
			if f.Person(k) {
				return k, true
			}
		}
	}
	if owner := f.whose(as, near); owner >= 0 {
		if at, ok := f.meaning(owner); ok {
			return at, true
		}
		return f.later(as, end)
	}
	opens := f.Low(0) == "he" || f.Low(0) == "she"
	again := f.Low(as-1) == "," || f.Low(as-1) == "and"
	governed := -1
	for k := as - 1; k >= max(0, as-farthest); k-- {
		switch {
		case f.Low(k) == "he" || f.Low(k) == "she":
			if at, ok := f.onlyPerson(as); ok {
				return at, true
			}
			return f.meaning(k)
		case again && f.Begins(k) && f.Words[k].Role == 0 && f.Is(f.afterTitles(k)-1, cue.Complements):
			governed = k // "who worked for Lund, becoming"
			k = f.afterTitles(k)
		case again && f.Person(k) && !f.Begins(k):
		case f.Person(k) && f.Words[k].Role == 0:
			return k, !opens || f.Possessive(k+1)
		}
	}
	if governed >= 0 {
		return governed, !opens || f.Possessive(f.NameEnd(governed))
	}
	return f.later(as, end)
}

// whose returns where "his" or "her" stands last among the words before word i, as
// many as near, or -1.
func (f *finder) whose(i, near int) int {
	for k := i - 1; k >= max(0, i-near); k-- {
		if f.Low(k) == "his" || f.Low(k) == "her" {
			return k
		}
	}
	return -1
}

// later returns the only person named after the words from "as" up to end, where "his"
// or "her" stands before: "her years as senator, the pay of Moe".
func (f *finder) later(as, end int) (int, bool) {
	const near = 8
	comma := end
	for comma < end+near && !f.Person(comma) && f.Low(comma) != "," {
		comma++
	}
	at := comma
	for at < len(f.Words) && at < comma+farthest && !f.Person(at) {
		at++
	}
	if f.whose(as, near) < 0 || f.Low(comma) != "," || !f.Person(at) {
		return 0, false
	}
	for k := at; k < min(len(f.Words), at+farthest); k++ {
		if f.Person(k) && f.Words[k].Name != f.Words[at].Name {
			return 0, false
		}
	}
	return at, true
}
