package unit

import "readout/internal/language/chunk"

// A Row is a row of a table: words as [chunk.Index] reads them, the unit they
// stand for, and an example that runs as a test.
type Row[T any] struct {
	Words   string
	Value   T
	Example string
}

// A Table finds its rows in the tokens of a sentence.
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

// A Match is a unit found in the tokens, and the token after it.
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
