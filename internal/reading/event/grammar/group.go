package grammar

import (
	"readout/internal/language/chunk"
	"readout/internal/language/text"
	"readout/internal/reading/event/word"
	"readout/internal/reading/mention"
)

// Pronouns stand for people and bodies.
var Pronouns = chunk.WordSet(`he she they we i him her them us me you who it those
	these others some many everyone nobody someone both`)

// LongestGroup is how many words a noun group has at most.
const LongestGroup = 10

// GroupsBefore returns the noun groups that end with a token, if they are parties:
// several where "and" joins them. A group that a preposition puts under another
// gives way to that one.
func (g *Sentence) GroupsBefore(last int) []text.Span {
	i := g.beforeGroup(last)
	if i == last || last < 0 {
		return nil
	}
	switch g.Word(i) {
	case "in", "from", "at", "on", "for", "with", "near", "under":
		if i > 0 {
			return g.GroupsBefore(i - 1)
		}
	case "and":
		object := chunk.IsPast(g.Word(g.beforeGroup(i - 1))) // "praised the king and the army left"
		if out := g.GroupsBefore(i - 1); len(out) > 0 && !object {
			return g.party(out, i+1, last+1)
		}
	}
	return g.party(nil, i+1, last+1)
}

// owner returns the noun group that ends with a token, if it is a party.
func (g *Sentence) owner(last int) []text.Span {
	i := g.beforeGroup(last)
	if i == last || last < 0 {
		return nil
	}
	return g.party(nil, i+1, last+1)
}

// beforeGroup returns the token before the noun group that ends with one.
func (g *Sentence) beforeGroup(last int) int {
	i := last
	for i >= 0 && i > last-LongestGroup && g.InGroup(i) {
		i--
		if chunk.Determiners[g.Word(i+1)] && g.Word(i) != "of" {
			break
		}
	}
	return i
}

// GroupsAfter returns the noun groups that begin with a token, if they are parties.
func (g *Sentence) GroupsAfter(first int) []text.Span {
	i := first
	for i < len(g.Tokens) && i < first+LongestGroup && g.InGroup(i) && (i == first || !chunk.Determiners[g.Word(i)] || g.Word(i-1) == "of") {
		i++
	}
	for i > first && (g.Word(i-1) == "of" || g.Word(i-1) == "'s" || g.Word(i-1) == "’s") {
		i--
	}
	if i == first {
		return nil
	}
	out := g.party(nil, first, i)
	if g.Word(i) == "and" && len(out) > 0 {
		out = append(out, g.GroupsAfter(i+1)...)
	}
	return out
}

// InGroup reports whether a token may stand in a noun group.
func (g *Sentence) InGroup(i int) bool {
	w := g.Word(i)
	switch {
	case g.Named(g.Tokens[i].Span), Pronouns[w], chunk.Determiners[w], w == "of", w == "'s", w == "’s":
		return true
	case w == "-" && g.Glued(i), g.Is(i, chunk.DigitsForm):
		return true
	}
	return g.Is(i, chunk.WordForm) && !chunk.Stops[w] && !chunk.IsAdverb(w) && (!chunk.IsPast(w) || g.Upper(i))
}

// Named reports whether a token stands in a name.
func (g *Sentence) Named(s text.Span) bool {
	for _, n := range g.Names {
		if n.Overlaps(s) {
			return true
		}
	}
	return false
}

// party appends a group of tokens if it is one who may act: it is a pronoun, or
// holds a name or a noun for one.
func (g *Sentence) party(dst []text.Span, from, to int) []text.Span {
	s := text.Span{Start: g.Tokens[from].Start, End: g.Tokens[to-1].End}
	holds := to-from == 1 && Pronouns[g.Word(from)]
	for i := from; i < to && !holds; i++ {
		holds = word.Parties[g.Word(i)]
	}
	for _, n := range g.Names {
		if s.Contains(n.Span) && n.Kind != mention.Work && n.Kind != mention.Other {
			holds = true
		}
	}
	if !holds {
		return dst
	}
	return append(dst, s)
}
