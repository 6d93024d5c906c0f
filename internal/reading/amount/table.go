package amount

import "readout/internal/language/chunk"

// A phrase is a row of a table: words as [chunk.Index] reads them, what they
// mean, and an example that runs as a test.
type phrase[T any] struct {
	words   string
	value   T
	example string
}

// phrases finds the rows of a table in the tokens.
type phrases[T any] struct {
	rows  []phrase[T]
	index chunk.Index
}

func newPhrases[T any](rows []phrase[T]) phrases[T] {
	var words []string
	for _, r := range rows {
		words = append(words, r.words)
	}
	return phrases[T]{rows: rows, index: chunk.NewIndex(words)}
}

// A match is a row found in the tokens, and its other end: the token after it,
// or its first token when it was looked for backwards.
type match[T any] struct {
	value T
	to    int
}

// after returns the longest row that begins at a token.
func (t phrases[T]) after(s *chunk.Sentence, i int) (match[T], bool) {
	row, to, ok := t.index.After(s, i)
	if !ok {
		return match[T]{}, false
	}
	return match[T]{t.rows[row].value, to}, true
}

// before returns the longest row that ends right before a token.
func (t phrases[T]) before(s *chunk.Sentence, i int) (match[T], bool) {
	row, from, ok := t.index.Before(s, i)
	if !ok {
		return match[T]{}, false
	}
	return match[T]{t.rows[row].value, from}, true
}
