package role

import (
	"strings"

	"readout/internal/language/chunk"
	"readout/internal/language/lexicon"
	"readout/internal/reading/role/cue"
	"readout/internal/reading/role/word"
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
	if k > start && f.Low(k) != "of" { // "Prince of Wales" is a name
		f.add(phrase{from: start, to: k}, start)
	}
}

// rank returns the title that is word i, inside a name or not.
func (f *finder) rank(i int) (lexicon.RoleNoun, int, bool) {
	last, then := strings.CutPrefix(f.Low(i), "then-")
	for _, n := range lexicon.RoleNouns(last) {
		if len(n.Words) == 1 && n.Class == lexicon.Rank && (then || f.Words[i].Upper) {
			return n, i, true
		}
	}
	return lexicon.RoleNoun{}, i, false
}

// before finds the roles right before a name: "founder and chief executive Jeff
// Bezos".
func (f *finder) before(start, end int) {
	at := f.beforeCode(f.BeforeCourtesy(start))
	if f.Low(at-1) == "named" && f.Is(f.startOfPhrase(at-1)-1, cue.Determiners) {
		at-- // "a lawyer named Moe"
	}
	p, ok := f.endingAt(at)
	if !ok {
		p, ok = f.bodied(at)
	}
	if !ok {
		p, ok = f.beforeBond(at)
	}
	if !ok || f.supposed(p) || p.from == p.to-1 && f.Low(p.from) == "fellow" {
		return
	}
	if p.noun.Plural {
		f.several(p, start)
		return
	}
	f.stack(p, start)
	and := f.Low(p.from-1) == "and"
	for and && !p.determined && (f.Low(p.from-1) == "and" || f.Low(p.from-1) == ",") {
		q, ok := f.endingAt(p.from - 1)
		if !ok || q.noun.Plural || f.isOther(p, q) {
			return
		}
		f.stack(q, start)
		p = q // "founder, chairman and chief executive Moe"
	}
}

// beforeCode goes back from word i over a short form in brackets: "chief executive
// officer (CEO)".
func (f *finder) beforeCode(i int) int {
	if f.Low(i-1) == ")" && f.Low(i-3) == "(" && word.IsCode(f.Doc.At(f.Words[i-2].Span)) {
		return i - 3
	}
	return i
}

// startOfPhrase returns the first word of the noun phrase that ends before word i.
func (f *finder) startOfPhrase(i int) int {
	for k := i; k > 0 && k > i-word.Longest; k-- {
		if !f.Content(k - 1) {
			return k
		}
	}
	return i
}

// isOther reports whether the role q, joined by "and" to the role p before a name, is
// that of somebody else: "the governor and Sen. Moe".
func (f *finder) isOther(p, q phrase) bool {
	w := f.Words[p.head]
	if !w.Upper || f.Words[q.head].Upper || p.from == p.head && word.IsCode(f.Doc.At(w.Span)) {
		return false // "the president and CEO Moe"
	}
	return q.determined || w.Len() > len(w.Low)
}

// stack adds a role before a name, and the one that stands before a title in
// it: "Committee Chairman Sen. John McCain".
func (f *finder) stack(p phrase, holder int) {
	last := p.head - len(p.noun.Words)
	for last > p.from && (f.Is(last, cue.Formers) || f.Capital(last) && f.Words[last].Name >= 0) {
		last-- // "candidate former Secretary of State", "candidate Texas Senator"
	}
	former := last < p.head-len(p.noun.Words)
	if former || p.noun.Class == lexicon.Rank && f.Words[p.head].Upper {
		n, _, ok := f.Noun(last)
		alone := last == p.from && !p.determined
		if ok && last >= p.from && !(n.Common && alone) && !n.Plural && n.Class != lexicon.Bond && n.Words[0] != "assistant" {
			q := p
			if from := last + 1 - len(n.Words); from < p.from {
				q.from, q.determined = f.LeftEdge(from) // "chief of staff General Moe"
			}
			p.from, q.to, q.head = last+1, last+1, last
			q.noun = n
			f.add(q, holder)
		}
	}
	f.add(p, holder)
}

// supposed reports whether the holder is only thought of in the role: "a
// President Smith", "potential running mate", "what kind of candidate Smith will be".
func (f *finder) supposed(p phrase) bool {
	for k := p.from; k < p.head; k++ {
		if f.Is(k, cue.Supposing) {
			return true
		}
	}
	if f.Low(p.from-1) == "of" && f.Is(p.from-2, cue.Sorts) {
		return true
	}
	article := f.Low(p.from - 1)
	return (article == "a" || article == "an" || article == "no") &&
		p.from == p.head && p.noun.Class == lexicon.Rank && f.Words[p.head].Upper || article == "not"
}

// bodied finds a role with its body between it and the name: "Director of
// National Intelligence James Clapper", "economist with Acme Securities Ann Moe".
func (f *finder) bodied(at int) (phrase, bool) {
	k := at - 1
	if f.Capital(k) {
		for k > 0 && f.inBody(k) {
			k--
		}
	} else {
		for k > at-4 && f.Content(k) && !f.Verbish(k) && !f.IsPerson(k) && !chunk.TimeNouns[f.Low(k)] {
			k-- // "vice president for marketing Ann Moe"
		}
	}
	toBody := f.Is(k, cue.ToBodies) && f.Capital(at-1)
	if k == at-1 || f.Low(k) != "of" && f.Low(k) != "for" && !toBody {
		return phrase{}, false
	}
	p, ok := f.endingAt(k)
	p.to = at
	return p, ok && !p.noun.Plural
}

// inBody reports whether word k may stand in the name of a body.
func (f *finder) inBody(k int) bool {
	switch f.Low(k) {
	case "and", "the", "on":
		return true
	case "of":
		return !f.IsNoun(k - 1)
	}
	chapter := f.Low(k+1) == "of" && f.Capital(k-1) && f.Content(k)
	return chapter || f.Capital(k) || f.Words[k].Name >= 0 && !f.Person(k)
}

// beforeBond finds the role that "and" joins to a noun for a person that is no role:
// "presidential candidate and proud progressive Moe".
func (f *finder) beforeBond(at int) (phrase, bool) {
	n, _, ok := f.Noun(at - 1)
	and := f.startOfPhrase(at) - 1
	if !ok || n.Class != lexicon.Bond || n.Plural || f.Low(and) != "and" {
		return phrase{}, false
	}
	p, ok := f.endingAt(and)
	return p, ok && !p.noun.Plural && !p.determined
}

// examples adds the role in the plural that people are given as examples of:
// "candidates, including Ann Moe and Bo Dahl".
func (f *finder) examples(start, _ int) {
	at := f.afterTitles(start)
	switch {
	case f.Low(at-1) == "including":
		at--
	case f.Low(at-1) == "them" && f.Low(at-2) == "among":
		at -= 2
	case f.Low(at-1) == "as" && f.Low(at-2) == "such":
		at -= 2
	default:
		return
	}
	if f.Low(at-1) == "," {
		at--
	}
	p, ok := f.endingAt(at)
	if !ok || !p.noun.Plural {
		return
	}
	holders, _ := f.list(start, true)
	for _, h := range holders {
		f.add(p, h)
	}
}

// several adds a role in the plural to each of the people that a list names:
// "Sens. John McCain and Lindsey Graham".
func (f *finder) several(p phrase, start int) {
	holders, joined := f.list(start, false)
	bare := p.from == p.head && !f.Words[p.head].Upper
	title := p.noun.Class == lexicon.Rank && f.Words[p.head].Upper
	if !joined && !title || bare && (f.Is(p.from-1, cue.Verbs) || f.Is(p.from-1, chunk.Determiners)) {
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
	end := f.NameEnd(start)
	for {
		k := f.AfterParty(f.AfterBrackets(f.AfterPlace(end)))
		from := k
		for f.Low(k) == "," || f.Low(k) == "and" || f.Low(k) == "or" {
			joined = joined || f.Low(k) != ","
			k++
		}
		if titled && k > from {
			k = f.afterRole(k)
		}
		if k == from || !f.Begins(k) || f.owns(k) {
			return holders, joined
		}
		holders, end = append(holders, k), f.NameEnd(k)
	}
}

// owns reports whether the name at word i is of the one whose is the next: "Acme's Moe".
func (f *finder) owns(i int) bool {
	end := f.NameEnd(i)
	return f.Possessive(end) && f.Content(end+1) && f.Person(end+1)
}

// afterRole goes over a role that was found at word i, before a name.
func (f *finder) afterRole(i int) int {
	k := i
	for k < len(f.Words) && (f.Is(k, cue.Determiners) || !f.Person(k) && f.Words[k].Role > 0) {
		k++
	}
	if k > i && f.Begins(k) {
		return k
	}
	return i
}
