package grammar

import (
	"readout/internal/language/chunk"
	"readout/internal/language/text"
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
