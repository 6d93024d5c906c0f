package cue

import "readout/internal/language/chunk"

// A Row is a row of a table: words as [chunk.Index] reads them, what they
// mean, and an example that runs as a test.
type Row[T any] struct {
	Words   string
	Value   T
	Example string
}

// A Table finds its rows in the tokens.
type Table[T any] struct {
	Rows  []Row[T]
	index chunk.Index
}

func newTable[T any](rows []Row[T]) Table[T] {
	var words []string
	for _, r := range rows {
		words = append(words, r.Words)
	}
	return Table[T]{Rows: rows, index: chunk.NewIndex(words)}
}

// A Match is a row found in the tokens, and its other end: the token after it,
// or its first token when it was looked for backwards.
type Match[T any] struct {
	Value T
	To    int
}

// After returns the longest row that begins at a token.
func (t Table[T]) After(s *chunk.Sentence, i int) (Match[T], bool) {
	row, to, ok := t.index.After(s, i)
	if !ok {
		return Match[T]{}, false
	}
	return Match[T]{t.Rows[row].Value, to}, true
}

// Before returns the longest row that ends right before a token.
func (t Table[T]) Before(s *chunk.Sentence, i int) (Match[T], bool) {
	row, from, ok := t.index.Before(s, i)
	if !ok {
		return Match[T]{}, false
	}
	return Match[T]{t.Rows[row].Value, from}, true
}
