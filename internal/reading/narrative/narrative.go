// Package narrative finds the assessments and forecasts that the author of a text
// makes in the author's own voice: "The vote was a blow to the government",
// "Rates are likely to rise".
//
// In go a frozen text, its sentences and quotations, and the statements that were
// read in it; out come [Judgement] values in the order of the text, spans in bytes.
// A judgement is a clause that the words of a row make one; rows are few, and each
// has an example that runs as a test.
//
// # Guarantees
//
// Equal input gives equal output. A judgement lies in one sentence, outside of
// quotation marks and of every statement, and has at least one word that bears it.
// Judgements are disjoint. Time is linear in the text.
//
// # Limits
//
// English alone, and no grammar: a judgement is the main clause of its sentence,
// and those in the clauses beside it are not found. Sentences with a statement, a
// quotation mark, a question or a first person are passed over whole, and so are
// headlines: there the voice is uncertain.
//
// # Sources
//
// What an assessment and a forecast are: docs/record.md, on statements. How right
// the rows are was measured on training/annotations/narrative.
package narrative

import (
	"readout/internal/language/segment"
	"readout/internal/language/text"
	"readout/internal/reading/attribution"
	"readout/record"
)

// A Judgement is an assessment or a forecast of the author.
type Judgement struct {
	Content   text.Span
	Act       record.Act       // assess or forecast
	Certainty record.Certainty // of what is foreseen or judged
	Hedges    []text.Span      // the words that lower it
}

// Score is the probability that a judgement is one of the author's, with the right
// words and act. Measured on training/annotations/narrative.
const Score = 0.85

// A Scope says which judgements are wanted.
type Scope uint8

// The scopes. The zero value is what a record has unless it is asked for another.
const (
	Assessments Scope = iota // assessments and forecasts
	All                      // plain characterisations and mere possibilities too
	None
)

var scopes = [...]string{"assessments", "all", "none"}

// String returns the name of the scope.
func (s Scope) String() string { return scopes[s] }

// ParseScope returns the scope of a name; the empty one is that of assessments.
func ParseScope(name string) (Scope, bool) {
	for i, s := range scopes {
		if s == name {
			return Scope(i), true
		}
	}
	return Assessments, name == ""
}

// Input is what is known of a text. Lists are in its order.
type Input struct {
	Sentences  []text.Span
	Quotations []segment.Quotation
	Statements []attribution.Statement
}

// Find returns the judgements of the author that are in the scope.
func Find(doc *text.Text, in Input, scope Scope) []Judgement {
	if scope == None {
		return nil
	}
	r := newReader(doc)
	others := voices(in)
	var out []Judgement
	for _, s := range in.Sentences {
		for len(others) > 0 && others[0].End <= s.Start {
			others = others[1:]
		}
		if !whole(doc.At(s)) || len(others) > 0 && others[0].Start <= s.Start {
			continue
		}
		r.fill(s)
		j, ok := r.judgement(scope)
		if ok && (len(others) == 0 || others[0].Start >= j.Content.End) {
			out = append(out, j)
		}
	}
	return out
}
