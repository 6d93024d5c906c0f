package grammar

import (
	"strings"

	"readout/internal/language/chunk"
	"readout/internal/language/text"
	"readout/internal/reading/event/word"
)

// loose are words that end no noun group and begin none.
var loose = chunk.WordSet(`and or at in from with to by for on who which that as`)

// Trimmed returns a noun group in whole words, without the words at its edges that
// belong to none and with the group that its last "of" leads to: "workers of" is
// "workers of the bus company". It is empty if nothing is left.
func (g *Sentence) Trimmed(s text.Span) text.Span {
	if s.Empty() {
		return s
	}
	from, to := g.Range(s)
	for from < to && g.Word(from) == "that" {
		from++
	}
	for to > from && g.frays(to-1) {
		to--
	}
	if to > from && g.Word(to-1) == "of" {
		if next := g.GroupsAfter(to); len(next) > 0 {
			_, to = g.Range(next[0])
		} else {
			to--
		}
	}
	if to <= from {
		return text.Span{}
	}
	return text.Span{Start: g.Tokens[from].Start, End: g.Tokens[to-1].End}
}

// frays reports whether a token at the end of a noun group is none of its words.
func (g *Sentence) frays(i int) bool {
	w := g.Word(i)
	switch {
	case w == ")", w == "%":
		return false
	case g.Is(i, chunk.SignForm), loose[w]:
		return true
	}
	return chunk.IsPast(w) && !g.Upper(i)
}

// Widened returns a lone article with its noun group up to the trigger, or an empty
// span if it has none, and any other phrase as it is.
func (g *Sentence) Widened(trigger, who text.Span) text.Span {
	_, to := g.Range(who)
	if w := g.Word(to - 1); who.Start != g.Tokens[to-1].Start || w != "the" && w != "a" && w != "an" {
		return who
	}
	last := to
	for n := to; n < min(len(g.Tokens), to+LongestGroup); n++ {
		s := g.Tokens[n].Span
		if s.Overlaps(trigger) || !g.InGroup(n) || chunk.IsGerund(g.Word(n)) {
			break
		}
		if w := g.Word(n); w != "of" && w != "'s" && w != "’s" && !chunk.Determiners[w] {
			last = n + 1
		}
	}
	if last == to {
		return text.Span{}
	}
	return text.Span{Start: who.Start, End: g.Tokens[last-1].End}
}

// Finished returns a phrase that ends within a noun group with the rest of the
// group: "a former presidential" with "opponent".
func (g *Sentence) Finished(trigger, who text.Span) text.Span {
	if who.Empty() {
		return who
	}
	from, to := g.Range(who)
	last := to
	for n := to; n < min(len(g.Tokens), from+LongestGroup) && g.modifies(n-1) && g.noun(n); n++ {
		if g.Tokens[n].Overlaps(trigger) {
			return who
		}
		last = n + 1
	}
	return text.Span{Start: who.Start, End: g.Tokens[last-1].End}
}

// people are nouns that end a group besides those of word.Parties.
var people = chunk.WordSet(`ally opponent rival adviser aide leader critic backer nominee
	candidate spokesman spokeswoman lawyer victim suspect author winner loser member one two`)

// modifies reports whether a word in small letters may describe the next one.
func (g *Sentence) modifies(i int) bool {
	w := g.Word(i)
	person := word.Parties[w] || people[w]
	return g.Is(i, chunk.WordForm) && !g.Upper(i) && !strings.HasSuffix(w, "s") && !Pronouns[w] && !person
}

// noun reports whether a word in small letters looks like a noun or an adjective.
func (g *Sentence) noun(i int) bool {
	w := g.Word(i)
	verb := chunk.IsPast(w) || chunk.IsGerund(w) || Auxiliaries[w]
	return g.InGroup(i) && g.Is(i, chunk.WordForm) && !g.Upper(i) && !verb && w != "of" &&
		!chunk.Determiners[w] && !Pronouns[w]
}
