package grammar

import (
	"strings"

	"readout/internal/language/chunk"
	"readout/internal/language/text"
	"readout/internal/reading/event/word"
	"readout/internal/reading/mention"
)

// Subjects returns the parties that stand as subject before the verb at a token, or
// own the noun there.
func (g *Sentence) Subjects(verb int) []text.Span {
	switch w := g.Word(verb + 1); {
	case w == "by" && g.Passive(g.Tokens[verb].Span):
	case g.PastVerb(verb):
	case verb == 0, w == "between", g.Nominal(g.Tokens[verb].Span), g.pluralOwner(verb - 1):
		return g.owners(verb)
	}
	i := g.BeforeVerb(verb)
	switch g.Word(i) {
	case "to": // "urged Iran to free them"
		return g.GroupsBefore(i - 1)
	case "who", "which", "that":
		i--
		if g.Word(i) == "," {
			i--
		}
		return g.GroupsBefore(i)
	case "and", "or":
		return g.subjectBefore(i, nearestVerb)
	case ",":
		if chunk.IsGerund(g.Word(verb)) { // "left, pledging to return"
			return g.subjectBefore(i, farthestVerb)
		}
		for n := i - 1; n > max(0, i-14); n-- {
			if g.Word(n) == "," {
				return g.GroupsBefore(n - 1)
			}
		}
	}
	return g.GroupsBefore(i)
}

// farthestVerb is how many words before a gerund the verb may stand whose subject it
// shares, and nearestVerb before a second verb.
const farthestVerb, nearestVerb = 20, 12

// subjectBefore returns the subject of the nearest past verb before a token.
func (g *Sentence) subjectBefore(i, most int) []text.Span {
	for n := i - 1; n > max(0, i-most); n-- {
		if g.PastVerb(n) {
			return g.GroupsBefore(g.BeforeVerb(n))
		}
	}
	return nil
}

// PastVerb reports whether a token is a past verb rather than a participle before
// its noun: "The king visited", but "the jailed editor".
func (g *Sentence) PastVerb(i int) bool {
	w := g.Word(i - 1)
	return chunk.IsPast(g.Word(i)) && !chunk.Determiners[w] && !beforeNoun[w]
}

// BeforeVerb returns the token before the group of a verb: its Auxiliaries, what
// stands between them, a verb that it hangs on by "to", and times.
func (g *Sentence) BeforeVerb(verb int) int {
	i := verb - 1
	for i > 0 {
		w := g.Word(i)
		switch {
		case Auxiliaries[w], betweenWords[w], chunk.IsAdverb(w), g.Is(i, chunk.TimeForm):
			i--
		case w == "to" && g.Is(i-1, chunk.WordForm) && !chunk.Stops[g.Word(i-1)] && !g.Upper(i-1):
			i -= 2
		case w == "on" && g.Is(i+1, chunk.TimeForm):
			i--
		default:
			return i
		}
	}
	return i
}

// owners returns the parties of a noun: those before its possessive, behind "by"
// or "between", or the subject of the verb that it is the object of.
func (g *Sentence) owners(noun int) []text.Span {
	for i := noun - 1; i >= max(0, noun-3); i-- {
		w := g.Word(i)
		switch {
		case w == "'s" || w == "’s" || g.pluralOwner(i):
			return g.owner(i - 1)
		case word.Light[w] || chunk.IsPast(w):
			return g.GroupsBefore(g.BeforeVerb(i))
		}
	}
	if s, ok := g.modifier(noun); ok {
		return []text.Span{s}
	}
	if w := g.Word(noun + 1); w == "between" || w == "by" || w == "among" {
		return g.GroupsAfter(noun + 2)
	}
	return nil
}

// pluralOwner reports whether a token is the apostrophe of "the countries'".
func (g *Sentence) pluralOwner(i int) bool {
	return (g.Word(i) == "'" || g.Word(i) == "’") && g.Glued(i) && strings.HasSuffix(g.Word(i-1), "s")
}

// bodies are nouns that name who acts before the noun of an act.
var bodies = chunk.WordSet(`police army government rebel opposition`)

// modifier returns the place or body that stands before a noun and tells whose act it
// is: "Israeli air raids", "a police investigation".
func (g *Sentence) modifier(noun int) (text.Span, bool) {
	for i := noun - 1; i >= max(0, noun-2) && g.InGroup(i) && !chunk.Determiners[g.Word(i)]; i-- {
		if bodies[g.Word(i)] {
			return g.Tokens[i].Span, true
		}
		for _, n := range g.Names {
			if n.Kind == mention.Place && n.Overlaps(g.Tokens[i].Span) {
				return n.Span, true
			}
		}
	}
	return text.Span{}, false
}

// Infinitive reports whether a token behind "to" is a verb: all but what plainly
// begins a noun group.
func (g *Sentence) Infinitive(i int) bool {
	w := g.Word(i)
	noun := chunk.Determiners[w] || Pronouns[w] || word.Parties[w] || g.Upper(i)
	return g.Is(i, chunk.WordForm) && !noun && !g.Named(g.Tokens[i].Span)
}
