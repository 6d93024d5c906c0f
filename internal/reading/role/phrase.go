package role

import (
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
	p.from, p.determined = f.LeftEdge(from)
	return p, true
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
		next := f.AfterState(end)
		if f.Low(next) == "," {
			next++
		}
		if f.Is(next, cue.Joins) {
			next++
		}
		if next == f.AfterState(end) {
			return all, end
		}
		q, ok := f.one(next)
		if ok && !f.Closes(q.to) && !(!q.determined && f.IsVerb(q.to)) {
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

// bond returns the end of a noun phrase for a person that is no role, at word i, with
// its articles, if roles may follow it: "a Republican and former governor".
func (f *finder) bond(i int) (end int, ok bool) {
	for f.Is(i, cue.Determiners) || f.Is(i, cue.Skipped) {
		i++
	}
	end, ok = f.Run(i)
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
	end := f.ComplementRun(i + 1)
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
	end, ok := f.Run(f.afterDegree(p.from))
	if f.Low(end) == "," && end == p.from+1 && f.Is(p.from-1, cue.Determiners) && !f.IsPerson(end-1) {
		end, ok = f.Run(end + 1) // "the brusque, outspoken governor"
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
		end := f.ComplementRun(k)
		if f.NoComplement(p.to, k, end) {
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
