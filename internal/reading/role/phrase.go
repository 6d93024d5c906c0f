package role

import (
	"strings"

	"readout/internal/language/chunk"
	"readout/internal/language/lexicon"
	"readout/internal/reading/role/cue"
)

// A phrase is a noun phrase that names a role: the words [from, to), without
// articles and pronouns in front.
type phrase struct {
	from, to   int
	head       int // the word that its noun ends with
	noun       lexicon.RoleNoun
	determined bool // an article, pronoun or possessive stands before or in it
}

// endingAt returns the phrase whose noun is the last of the words up to end.
func (f *finder) endingAt(end int) (phrase, bool) {
	n, from, ok := f.Noun(end - 1)
	if !ok {
		n, from, ok = f.Agent(end - 1)
	}
	if !ok || n.Class == lexicon.Bond || n.Common && f.Low(from-1) != "" && f.Is(from-1, cue.BeforeVerbs) {
		return phrase{}, false
	}
	p := phrase{to: end, head: end - 1, noun: n}
	p.from, p.determined = f.leftEdge(from)
	return p, true
}

// longest is the number of words in the longest noun phrase that is read.
const longest = 16

// leftEdge extends a noun over what describes it, and reports whether it has an
// article, pronoun or possessive.
func (f *finder) leftEdge(noun int) (from int, determined bool) {
	from = noun
	for noun-from < longest && f.describes(from-1, noun) {
		from--
		determined = determined || f.Possessive(from)
	}
	for from < noun && (f.Low(from) == "&" || f.Low(from) == "/" || f.Possessive(from)) {
		from++
	}
	determined = determined || f.Is(from-1, cue.Determiners)
	for k := noun - 1; k >= from; k-- {
		if f.Verbish(k) && (!determined || k > from && f.IsVerb(k)) {
			return k + 1, false
		}
	}
	for from < noun && f.IsBond(from) && !f.Possessive(from+1) {
		from++
	}
	if from < noun && !determined && !f.Words[from].Upper && f.Is(from-1, cue.Modals) {
		from++ // "would not continue President Moe's policy"
	}
	return from, determined
}

// describes reports whether word i may stand in the phrase before its noun.
func (f *finder) describes(i, noun int) bool {
	if f.Content(i) {
		return true
	}
	switch f.Low(i) {
	case "and", "of":
		return i > 0 && i+1 < noun && f.Capital(i-1) && f.Content(i-1) && f.Capital(i+1) &&
			(f.Low(i) == "of" || !f.IsNoun(i-1))
	}
	return false
}

// startingAt reads the roles that begin at word i, "X and Y" as two, and
// returns the word after them.
func (f *finder) startingAt(i int) ([]phrase, int) {
	p, ok := f.one(i)
	var all []phrase
	end := p.to
	if ok {
		all = append(all, p)
	} else if end, ok = f.bond(i); !ok {
		return nil, i
	}
	for {
		next := f.afterState(end)
		if f.Low(next) == "," {
			next++
		}
		if f.Is(next, cue.Joins) {
			next++
		}
		if next == f.afterState(end) {
			return all, end
		}
		q, ok := f.one(next)
		if ok && !f.closes(q.to) && !(!q.determined && f.IsVerb(q.to)) {
			q, ok = f.cut(q) // "and author of Let the People Rule"
		}
		if !ok || q.noun.Plural || f.nextOnes(q) {
			return all, end
		}
		all, end = append(all, q), q.to
	}
}

// nextOnes reports whether a role belongs to the name behind it: "an adviser to Moe and
// his running mate, Gov. Lund,".
func (f *finder) nextOnes(p phrase) bool {
	return p.determined && f.Low(p.to) == "," && f.Begins(f.afterRole(p.to+1)) && f.Low(p.from-2) == "and"
}

// afterState goes over the state that stands between commas at word i: ", Ohio,".
func (f *finder) afterState(i int) int {
	k := i + 2
	if f.Low(i) != "," || !f.Capital(i+1) || f.Words[i+1].Name < 0 && f.Low(k) != "." {
		return i
	}
	if f.Words[i+1].Name >= 0 {
		k = f.NameEnd(i + 1)
	}
	if f.Low(k) == "." {
		k++
	}
	if f.Low(k) == "," || f.Low(k) == "and" {
		return k
	}
	return i
}

// bond returns the end of a noun phrase for a person that is no role, at word i, with
// its articles, if roles may follow it: "a Republican and former governor".
func (f *finder) bond(i int) (end int, ok bool) {
	for f.Is(i, cue.Determiners) || f.Is(i, cue.Skipped) {
		i++
	}
	end, ok = f.run(i)
	noun := end - 1
	if ok && (f.Low(end) == "of" || f.Low(end) == "from") {
		end = f.afterOf(end) // "brother of Moe and head of", "the Republican from Ohio and"
	}
	if !ok || f.Low(end) != "," && f.Low(end) != "and" && f.Low(end) != "who" {
		return i, false
	}
	n, _, ok := f.Noun(noun)
	return end, ok && n.Class == lexicon.Bond && !n.Plural
}

// afterOf goes over "of" or "from" at word i and what follows it, to the end of a name.
func (f *finder) afterOf(i int) int {
	end := f.complementRun(i + 1)
	if f.Begins(end) {
		return f.NameEnd(end)
	}
	return end
}

// one reads one role that begins at word i or after its articles.
func (f *finder) one(i int) (phrase, bool) {
	i, of := f.afterOneOf(i)
	p := phrase{from: i}
	for f.Is(p.from, cue.Determiners) || f.Is(p.from, cue.Skipped) {
		p.determined = p.determined || f.Is(p.from, cue.Determiners)
		p.from++
	}
	end, ok := f.run(f.afterDegree(p.from))
	if f.Low(end) == "," && end == p.from+1 && f.Is(p.from-1, cue.Determiners) && !f.IsPerson(end-1) {
		end, ok = f.run(end + 1) // "the brusque, outspoken governor"
	}
	if !ok {
		return phrase{}, false
	}
	n, to, ok := f.nounBefore(end)
	if !ok || n.Plural && !of && !f.plural || !f.isRole(n, to) {
		return phrase{}, false
	}
	n.Plural = n.Plural && !of
	p.noun, p.head, p.to = n, to-1, to
	for p.from < p.head && f.Is(p.from, cue.Skipped) {
		p.from++
	}
	return f.complement(p)
}

// afterOneOf goes over what may stand before a role: "then", a quotation mark, "one of".
func (f *finder) afterOneOf(i int) (at int, of bool) {
	for f.Is(i, cue.Skipped) || f.Is(i, cue.Quotes) && f.Is(i+1, cue.Determiners) {
		i++
	}
	of = f.Low(i) == "one" && f.Low(i+1) == "of"
	if of || f.plural && f.Is(i, cue.Counts) && f.Low(i+1) == "of" {
		i += 2
	}
	return i, of
}

// nounBefore returns the noun that ends before word end, or goes on there ("chief of
// staff"), and the word after it and "emeritus".
func (f *finder) nounBefore(end int) (n lexicon.RoleNoun, to int, ok bool) {
	to = end
	n, _, ok = f.Noun(end - 1)
	if long, _, found := f.Noun(end + 1); found && len(long.Words) > 2 && long.Class != lexicon.Bond {
		n, ok = long, true
		to = end + 2
	}
	if f.Is(end, cue.AfterNoun) {
		to++
	}
	return n, to, ok
}

// afterDegree goes over an adverb between an article and what it describes: "the
// wildly popular singer".
func (f *finder) afterDegree(i int) int {
	if f.Is(i-1, cue.Determiners) && i < len(f.Words) && f.Words[i].Name < 0 && chunk.IsAdverb(f.Low(i)) {
		return i + 1
	}
	return i
}

// isRole reports whether a noun is a role; a member is one of a body.
func (f *finder) isRole(n lexicon.RoleNoun, end int) bool {
	if n.Class != lexicon.Bond {
		return true
	}
	if n.Words[0] != "member" || f.Low(end) != "of" {
		return n.Words[0] == "member" && f.Is(end-2, cue.Bodies)
	}
	for k := end + 1; k < end+8 && (f.Content(k) || f.Is(k, cue.Determiners)); k++ {
		if f.Is(k, cue.Bodies) {
			return true
		}
	}
	return false
}

// run returns the end of the nouns and what describes them from word i on. It
// reports false when a person's name ends them: the role is that person's.
func (f *finder) run(i int) (end int, ok bool) {
	k := i
	for k < min(len(f.Words), i+longest) && f.Content(k) {
		switch {
		case f.Begins(k):
			after := f.NameEnd(k)
			if !f.Possessive(after) && !(f.Content(after) && !f.Verbish(after)) {
				return k, false
			}
			k = after
			continue
		case k > i && (f.Verbish(k) || f.Participle(k) && !f.IsNoun(k+1)) && f.IsNoun(k-1) && !f.IsNoun(k):
			return k, true
		case k > i && f.Is(k, cue.Counts) && f.IsNoun(k-1):
			return k, true
		}
		if k++; f.Low(k) == "and" && k == i+1 && f.fields(k) {
			k++
		}
	}
	if k > i && f.Possessive(k-1) {
		k--
	}
	return k, k > i
}

// fields reports whether "and" at word i joins two fields before a role: "education
// and law professor".
func (f *finder) fields(i int) bool {
	if _, _, ok := f.Noun(i - 1); ok || f.Words[i-1].Upper || f.Verbish(i-1) || f.Words[i-1].Name >= 0 {
		return false
	}
	return !f.IsNoun(i+1) && f.Content(i+1) && f.IsNoun(i+2)
}

// maxComplements is the number of prepositional phrases after a role that
// belong to it: "professor of law at Yale".
const maxComplements = 3

// complement extends a role over its complement to the end of its nouns. It
// reports false when they go on with a person's name: "secretary of
// agriculture Tom Vilsack".
func (f *finder) complement(p phrase) (phrase, bool) {
	for n := 0; n < maxComplements && f.Is(p.to, cue.Complements); n++ {
		k := p.to + 1
		if f.Low(p.to) == "with" && f.Is(k, cue.Indefinite) {
			break // "a pilot with a gift for"
		}
		for f.Is(k, cue.Determiners) || f.Is(k, cue.Courtesies) {
			k++
		}
		end := f.complementRun(k)
		if f.noComplement(p.to, k, end) {
			break
		}
		if f.Begins(end) && !f.Person(end-1) {
			switch {
			case f.Participle(end - 1):
				return p, true // "a gift for imitating Moe"
			case !f.IsPerson(end-1) && k == p.to+1:
				return p, false
			}
			p.to = f.NameEnd(end)
			return p, true
		}
		p.to = end
	}
	if f.Begins(p.to) {
		return p, false
	}
	return p, true
}

// noComplement reports whether the words [k, end) behind the preposition at word i say
// something else: a time, where it was said, or a common noun behind one that leads to
// names.
func (f *finder) noComplement(i, k, end int) bool {
	if end == k || f.Words[end-1].Digit {
		return true
	}
	if !f.Words[end-1].Upper && chunk.TimeNouns[f.Low(end-1)] {
		return true
	}
	if f.Low(i) == "at" && (f.gathering(end-1) || f.gathering(end)) {
		return true
	}
	return cue.Loose[f.Low(i)] && k == i+1 && !f.Capital(k) && !f.Person(k)
}

// gathering reports whether a word is a noun for a gathering that has no name.
func (f *finder) gathering(i int) bool {
	return f.Is(i, cue.Gatherings) && !f.Words[i].Upper
}

// complementRun is run for what follows a preposition.
func (f *finder) complementRun(i int) int {
	k := i
	for k < min(len(f.Words), i+longest) {
		switch {
		case f.Begins(k):
			if k > i && !f.Possessive(k-1) && !f.Possessive(f.NameEnd(k)) {
				return k
			}
			if k = f.NameEnd(k); !f.Possessive(k) && (!f.Content(k) || f.Verbish(k)) {
				return k
			}
			continue
		case f.Low(k) == "and" && k > i && f.Capital(k-1) && f.Capital(k+1) && !f.IsNoun(k+1):
		case !f.Content(k) || f.Words[k].Upper && chunk.MonthOrDay[f.Low(k)] || k > i && !f.Possessive(k-1) && f.Words[k].Name < 0 && f.IsVerb(k):
			return k
		}
		k++
	}
	return k
}

// closes reports whether a noun phrase may end before word i.
func (f *finder) closes(i int) bool {
	if i >= len(f.Words) {
		return true
	}
	w := f.Words[i]
	if w.Sign {
		return !f.Possessive(i) && w.Low != "&"
	}
	return f.Is(i, cue.AfterPhrase) || strings.HasSuffix(w.Low, "ing") && !w.Upper ||
		f.Is(i, cue.Participles) || strings.HasSuffix(w.Low, "ed") && f.Low(i+1) == "by"
}
