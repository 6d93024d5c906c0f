// Package grammar tells what stands where in an English sentence that tells of an
// act: its clauses, whether a word is an active verb, a passive or a noun, which
// noun groups stand before and behind it, and which of them are its subject.
//
// In go the tokens of a sentence with the names in it; out come tokens and spans
// in bytes of the text. What is found is decided by closed lists of words and by
// what stands beside them.
//
// # Guarantees
//
// Equal input gives equal output. Each question is answered in time linear in the
// few words around the place asked about.
//
// # Limits
//
// There is no parser: a clause ends where words say so, and a noun group is at most
// ten words long.
package grammar

import (
	"slices"

	"readout/internal/language/chunk"
	"readout/internal/language/text"
	"readout/internal/reading/mention"
)

// A Sentence is one sentence with what was read of it. It may be filled again and
// again; it is for one goroutine at a time.
type Sentence struct {
	chunk.Sentence
	Names   []mention.Name // of the sentence, sorted and disjoint
	clauses []int          // of each token
}

// Of returns a sentence of a text, not yet begun.
func Of(doc *text.Text) Sentence { return Sentence{Sentence: chunk.Sentence{Text: doc.String()}} }

// Enter begins a sentence with its names and times.
func (g *Sentence) Enter(s text.Span, names []mention.Name, times []text.Span) {
	g.Fill(s)
	g.Names = names
	for _, t := range times {
		for i := g.At(t.Start); i < len(g.Tokens) && g.Tokens[i].Start < t.End; i++ {
			g.Tokens[i].Form = chunk.TimeForm
		}
	}
	g.markClauses()
}

// At returns the first token that ends behind a place.
func (g *Sentence) At(place int) int {
	i, _ := slices.BinarySearchFunc(g.Tokens, place+1, func(t chunk.Token, at int) int { return t.End - at })
	return i
}

// Range returns the tokens of a span, half open.
func (g *Sentence) Range(s text.Span) (from, to int) { return g.At(s.Start), g.At(s.End-1) + 1 }
