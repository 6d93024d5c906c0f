package event

import (
	"slices"

	"readout/internal/language/chunk"
	"readout/internal/language/text"
	"readout/internal/reading/amount"
	"readout/internal/reading/mention"
	"readout/internal/reading/timex"
)

// A finder is the state of Find: the text and the sentence that is being read.
type finder struct {
	doc      *text.Text
	in       Input
	covers   holding // what citations cover
	cues     holding // cues of statements
	contents holding // pieces of their contents

	chunk.Sentence
	span    text.Span
	clauses []int // of each token
	names   []mention.Name
	times   within // indices of Input.Times
	amounts within // indices of Input.Amounts
}

// A within is the half-open range of those of a list that lie in a sentence.
type within struct{ from, to int }

func newFinder(doc *text.Text, in Input) *finder {
	f := &finder{doc: doc, in: in, Sentence: chunk.Sentence{Text: doc.String()}}
	var covers, cues, contents []held
	for i, c := range in.Covers {
		for _, s := range c.Covers {
			covers = append(covers, held{s, i})
		}
	}
	for i, s := range in.Statements {
		cues = append(cues, held{s.Cue, i})
		for _, c := range s.Content {
			contents = append(contents, held{c, i})
		}
	}
	f.covers, f.cues, f.contents = newHolding(covers), newHolding(cues), newHolding(contents)
	return f
}

// enter begins a sentence.
func (f *finder) enter(s text.Span) {
	f.span = s
	f.Fill(s)
	f.times = inside(f.in.Times, s, func(t timex.Time) text.Span { return t.Span })
	f.amounts = inside(f.in.Amounts, s, func(a amount.Amount) text.Span { return a.Span })
	names := inside(f.in.Names, s, func(n mention.Name) text.Span { return n.Span })
	f.names = f.in.Names[names.from:names.to]
	for _, t := range f.in.Times[f.times.from:f.times.to] {
		for i := f.at(t.Span.Start); i < len(f.Tokens) && f.Tokens[i].Start < t.Span.End; i++ {
			f.Tokens[i].Form = chunk.TimeForm
		}
	}
	f.markClauses()
}

// inside returns which of a sorted list begin in a span.
func inside[T any](all []T, s text.Span, of func(T) text.Span) within {
	starts := func(x T, at int) int { return of(x).Start - at }
	from, _ := slices.BinarySearchFunc(all, s.Start, starts)
	to, _ := slices.BinarySearchFunc(all, s.End, starts)
	return within{from, to}
}

// at returns the first token that ends behind a place.
func (f *finder) at(place int) int {
	i, _ := slices.BinarySearchFunc(f.Tokens, place+1, func(t chunk.Token, at int) int { return t.End - at })
	return i
}

// tokens returns the tokens of a span, half open.
func (f *finder) tokens(s text.Span) (from, to int) { return f.at(s.Start), f.at(s.End-1) + 1 }

// inName reports whether a span lies in a name.
func (f *finder) inName(s text.Span) bool {
	return slices.ContainsFunc(f.names, func(n mention.Name) bool { return n.Contains(s) })
}

// inTime reports whether a span meets a time.
func (f *finder) inTime(s text.Span) bool {
	times := f.in.Times[f.times.from:f.times.to]
	return slices.ContainsFunc(times, func(t timex.Time) bool { return t.Overlaps(s) })
}
