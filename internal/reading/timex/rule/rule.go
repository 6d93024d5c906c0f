// Package rule holds what the ways to say a time mean: tables of patterns, each
// row with its meaning and an example that runs as a test.
//
// In goes a match of a pattern, with the words around it; out comes its value.
// One file is one phenomenon: dates, what is relative to them, parts of years,
// lengths, times of day, times that come again, words that say only a side of
// the present. A Reader reads the matches of one document in their order, since
// one time may hang on another.
//
// Guarantees: the tables are never changed, and a Reader holds all that is; so
// one Reader to a goroutine is safe. Equal matches in equal order give equal
// values.
//
// Limits: a word that could be no time ("march", "fall") has a row that trusts
// it little; whether it is one is for the caller to say.
//
// Sources: TimeML 1.2.1 and its TIMEX3 guidelines (values: 2.3); the decisions
// where they are silent stand in ../testdata/README.md.
package rule

import (
	"slices"

	"readout/internal/reading/timex/pattern"
	"readout/internal/reading/timex/value"
)

// Every row has a meaning, and each of them these two in its signature.
type (
	match   = pattern.Match
	reading = value.Reading
)

// A Rule is one way to say a time: a pattern over words and what it means.
type Rule struct {
	group   string
	Pattern string
	read    func(*Reader, *match) (reading, bool)
	Trust   Trust
	example string // "words => value", published on Friday, 2021-03-12
}

// A Trust says how far the words alone make a time of an expression.
type Trust uint8

// The trusts, from the least to the most.
const (
	Inside Trust = iota // never by itself: part of other patterns
	Weak                // only where it is proposed
	Likely              // where it is proposed, or nothing is known of proposals
	Sure                // always
)

// The rules that have no pattern: who uses them makes the match.
const (
	List  = iota // a day of a list after its first; digits alone are no time elsewhere
	Guess        // a proposed extent that no rule can read as a whole
)

var unmatched = []Rule{
	List:  {"list", "", readListDay, Sure, "4 => 2021-03-04"},
	Guess: {"guess", "", readGuess, Weak, "former times => PAST_REF"},
}

var all = slices.Concat(unmatched, dates, relatives, quarters, phases, lengths, times, sets, vagues)

var compiledRules = pattern.Compile(spellings())

func spellings() []pattern.Spelling {
	var out []pattern.Spelling
	for _, r := range all {
		out = append(out, pattern.Spelling{Group: r.group, Pattern: r.Pattern})
	}
	return out
}

// NewParser returns a parser of all rules.
func NewParser() *pattern.Parser { return pattern.NewParser(compiledRules) }
