package event

import (
	"slices"

	"readout/internal/language/text"
	"readout/internal/reading/amount"
	"readout/internal/reading/event/grammar"
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

	grammar.Sentence
	span    text.Span
	dated   []text.Span // the times of the sentence
	told    []text.Span // the triggers of the sentence
	times   within      // indices of Input.Times
	amounts within      // indices of Input.Amounts
}

// A within is the half-open range of those of a list that lie in a sentence.
type within struct{ from, to int }

func newFinder(doc *text.Text, in Input) *finder {
	f := &finder{doc: doc, in: in, Sentence: grammar.Of(doc)}
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
	f.times = inside(f.in.Times, s, func(t timex.Time) text.Span { return t.Span })
	f.amounts = inside(f.in.Amounts, s, func(a amount.Amount) text.Span { return a.Span })
	names := inside(f.in.Names, s, func(n mention.Name) text.Span { return n.Span })
	f.dated = f.dated[:0]
	for _, t := range f.in.Times[f.times.from:f.times.to] {
		f.dated = append(f.dated, t.Span)
	}
	f.Enter(s, f.in.Names[names.from:names.to], f.dated)
}

// inside returns which of a sorted list begin in a span.
func inside[T any](all []T, s text.Span, of func(T) text.Span) within {
	starts := func(x T, at int) int { return of(x).Start - at }
	from, _ := slices.BinarySearchFunc(all, s.Start, starts)
	to, _ := slices.BinarySearchFunc(all, s.End, starts)
	return within{from, to}
}

// inName reports whether a span lies in a name.
func (f *finder) inName(s text.Span) bool {
	return slices.ContainsFunc(f.Names, func(n mention.Name) bool { return n.Contains(s) })
}

// inTime reports whether a span meets a time.
func (f *finder) inTime(s text.Span) bool {
	times := f.in.Times[f.times.from:f.times.to]
	return slices.ContainsFunc(times, func(t timex.Time) bool { return t.Overlaps(s) })
}
