// Package amount finds the amounts of a text: money, percentages, counts with
// what is counted, and measures.
//
// [Find] reads a frozen text sentence by sentence and returns byte spans,
// sorted and disjoint, with the value as a plain decimal ("1500000000"), or
// with one bound or two, and the unit: a code of ISO 4217, "%" or "pp", the
// noun counted, a code of UCUM. Words of approximation ("about", "at least")
// lie outside the span and decide between value and bounds. Equal input gives
// equal output; Find keeps nothing and may be called from many goroutines. Its
// time is linear in the text.
//
// What is an amount, and where its span ends, follows the section "Amounts" of
// training/annotations/amounts-citations/GUIDELINES.md. Dates, durations, ages,
// ordinals, scores, ranks and numbers that name something are none.
//
// Limits: English alone. There is no parser: the noun counted is the first
// plural of the words after the number, so a plural that describes another
// noun may end the span too early, and a number whose noun is left out is taken
// only where the words around it make it plain. A plain dollar is the dollar of
// the United States unless the text names another one.
package amount

import (
	"readout/internal/language/chunk"
	"readout/internal/language/text"
	"readout/internal/reading/amount/cue"
	"readout/internal/reading/amount/unit"
)

// A Kind says what an amount measures.
type Kind string

// The kinds of amounts.
const (
	Money   Kind = "money"
	Percent Kind = "percent"
	Count   Kind = "count"
	Measure Kind = "measure"
)

// An Amount is a number in a text with what it measures. Value, Low and High
// are plain decimals; an amount has a value, or one bound, or both bounds.
type Amount struct {
	text.Span
	Kind             Kind
	Value, Low, High string
	Unit             string // ISO 4217, "%" or "pp", the noun counted, UCUM
	Approx           bool   // "about", "some", "nearly"; "a third of a million"
	Of               string // the whole that a share is of, as written
}

// Find returns the amounts of the sentences, none of which overlaps a time.
// Sentences and times are sorted and disjoint.
func Find(doc *text.Text, sentences []text.Span, times []text.Span) []Amount {
	var found []Amount
	p := &parser{Sentence: chunk.Sentence{Text: doc.String()}, counts: 1}
	p.setting = settingOf(p.Text)
	for _, s := range sentences {
		for len(times) > 0 && times[0].End <= s.Start {
			times = times[1:]
		}
		p.enter(s, times)
		found = p.appendAmounts(found)
	}
	return found
}

// A parser reads the tokens of one sentence.
type parser struct {
	chunk.Sentence
	setting setting
	times   []text.Span // from the sentence on
	themes  cue.Theme   // what the words speak of
	counts  int         // sentences since the last count, from 0
	last    reading     // before the number
}

// A reading is the last amount read in a sentence.
type reading struct {
	kind  Kind
	unit  string
	bound cue.Bound
	end   int // the token after it
}

// enter begins a sentence. Tokens in times are taken out of reach.
func (p *parser) enter(s text.Span, times []text.Span) {
	p.Fill(s)
	p.times, p.themes, p.last = times, 0, reading{}
	for i := range p.Tokens {
		t := &p.Tokens[i]
		p.themes |= cue.Themes[t.Word]
		if _, ok := p.Matches(i, []string{"s", "&", "p"}); ok {
			p.themes |= cue.Index
		}
		for len(times) > 0 && times[0].End <= t.Start {
			times = times[1:]
		}
		if len(times) > 0 && times[0].Overlaps(t.Span) {
			t.Form = chunk.TimeForm
		}
	}
	p.counts++
}

// about reports whether the sentence speaks of a theme.
func (p *parser) about(t cue.Theme) bool { return p.themes&t != 0 }

// mayBegin reports whether a number or a currency may begin at a token.
func (p *parser) mayBegin(i int) bool {
	t := p.Tokens[i]
	switch t.Form {
	case chunk.DigitsForm:
		return true
	case chunk.SignForm:
		return p.isMinus(i) || unit.Signs[t.Word] != "" || t.Word == "#" || chunk.Vulgar[t.Word].N > 0
	case chunk.WordForm:
		return opensAmount(t.Word) && !(p.Glued(i) && p.Is(i-1, chunk.DigitsForm))
	case chunk.BrokenForm, chunk.TimeForm:
		return false
	}
	panic("unreachable: form")
}

// opensAmount reports whether a number or a currency may begin with a word.
func opensAmount(w string) bool {
	return numberOpens[w] || unit.Opens[w] || chunk.IsNumberWord(w)
}

// numberOpens are the words that begin "a million", "half", "a dozen".
var numberOpens = chunk.WordSet(`a an half dozen several few`)

// appendAmounts reads the tokens from left to right.
func (p *parser) appendAmounts(found []Amount) []Amount {
	for i := 0; i < len(p.Tokens); {
		if !p.mayBegin(i) {
			i++
			continue
		}
		a, end, ok := p.signed(i)
		if ok && !p.inTime(a.Span) {
			found = append(found, a)
		}
		if ok && a.Kind == Count {
			p.counts = 0
		}
		if ok {
			p.last.kind, p.last.unit, p.last.end = a.Kind, a.Unit, end
		}
		i = max(end, i+1)
	}
	return found
}

// inTime reports whether a span overlaps a time; it is asked from left to
// right.
func (p *parser) inTime(s text.Span) bool {
	for len(p.times) > 0 && p.times[0].End <= s.Start {
		p.times = p.times[1:]
	}
	return len(p.times) > 0 && p.times[0].Overlaps(s)
}

// isMinus reports whether a sign before digits makes them negative: "fell -2%".
func (p *parser) isMinus(i int) bool {
	if w := p.Word(i); w != "-" && w != "−" && w != "–" || !p.Glued(i+1) || p.Glued(i) && p.Word(i-1) != "(" {
		return false
	}
	return p.Is(i+1, chunk.DigitsForm) || unit.Signs[p.Word(i+1)] != ""
}

// signed reads an amount with the minus before it.
func (p *parser) signed(i int) (Amount, int, bool) {
	if !p.isMinus(i) {
		return p.amount(i)
	}
	a, end, ok := p.amount(i + 1)
	if !ok || a.Value == "" || a.Kind == Count {
		return a, end, ok
	}
	a.Start, a.Value = p.Tokens[i].Start, "-"+a.Value
	return a, end, true
}

// amount reads the amount that begins at a token. The end is the first token
// after what was read, amount or not.
func (p *parser) amount(i int) (Amount, int, bool) {
	code, at, prefixed := p.currencyBefore(i)
	if !prefixed {
		at = i
	}
	q, ok := p.quantity(i, at)
	if !ok {
		return Amount{}, at + 1, false
	}
	if prefixed {
		return p.money(q, code)
	}
	if end, ok := p.excludedNumber(q); ok {
		return Amount{}, end, false
	}
	for _, read := range []func(*parser, quantity) (Amount, int, bool){
		(*parser).percent, (*parser).moneyAfter, (*parser).measure, (*parser).count,
	} {
		if a, end, ok := read(p, q); ok {
			return a, end, true
		}
	}
	return Amount{}, q.To, false
}

// make fills the value and bounds of an amount over the tokens up to end.
func (p *parser) make(q quantity, kind Kind, unit string, end int) Amount {
	a := Amount{Kind: kind, Unit: unit, Approx: q.Vague || q.Rounded}
	a.Span = text.Span{Start: p.Tokens[q.from].Start, End: p.Tokens[end-1].End}
	bound := p.boundOf(q, end)
	p.last.bound = bound
	switch {
	case q.ranged:
		a.Low, a.High = q.low.String(), q.high.String()
		a.Approx = a.Approx || bound == cue.Approximate
	case q.Vague || bound == cue.AtLeast:
		a.Low = q.low.String()
	case bound == cue.AtMost:
		a.High = q.low.String()
	case bound == cue.Approximate:
		a.Value, a.Approx = q.low.String(), true
	case bound == cue.Exactly:
		a.Value = q.low.String()
	}
	return a
}
