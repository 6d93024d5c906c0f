package event

import (
	"readout/internal/language/chunk"
	"readout/internal/reading/event/word"
)

// widestMode is how many words away from a trigger one decides its mode.
const widestMode = 8

// modes returns the modes that the words of an event decide.
func (f *finder) modes(e Event) []word.Mode {
	first, end := f.Range(e.Trigger)
	return word.Modes(e.Type, f.Tokens[first:end], f.clauseAround(first, end))
}

// clauseAround returns the tokens of a trigger's clause and of the one that it
// opens, not too far away.
func (f *finder) clauseAround(first, end int) []chunk.Token {
	from, to := first, end
	for from > max(0, first-widestMode) && f.Breaks(from-1, first) == 0 {
		from--
	}
	for to < min(len(f.Tokens), end+widestMode) && f.Breaks(to, end-1) == 0 {
		to++
	}
	return f.Tokens[from:to]
}
