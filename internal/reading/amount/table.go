package amount

import (
	"strings"

	"readout/internal/language/chunk"
)

// A phrase is a row of a table: words as the text has them in lower case, what
// they mean, and an example that runs as a test.
type phrase[T any] struct {
	words   string
	value   T
	example string
}

// phrases finds the rows of a table in the tokens.
type phrases[T any] struct {
	rows    []phrase[T]
	words   [][]string
	byFirst map[string][]int // the rows that begin with a word, longest first
	byLast  map[string][]int
}

func newPhrases[T any](rows []phrase[T]) phrases[T] {
	t := phrases[T]{rows: rows, byFirst: map[string][]int{}, byLast: map[string][]int{}}
	for i, r := range rows {
		words := strings.Fields(r.words)
		t.words = append(t.words, words)
		t.insert(t.byFirst, words[0], i)
		t.insert(t.byLast, words[len(words)-1], i)
	}
	return t
}

// insert keeps the rows of one word from the longest to the shortest.
func (t phrases[T]) insert(index map[string][]int, word string, row int) {
	list := index[word]
	at := len(list)
	for at > 0 && len(t.words[list[at-1]]) < len(t.words[row]) {
		at--
	}
	list = append(list, 0)
	copy(list[at+1:], list[at:])
	list[at] = row
	index[word] = list
}

// A match is a row found in the tokens, and its other end: the token after it,
// or its first token when it was looked for backwards.
type match[T any] struct {
	value T
	to    int
}

// after returns the longest row that begins at a token.
func (t phrases[T]) after(s *chunk.Sentence, i int) (match[T], bool) {
	for _, row := range t.byFirst[s.Word(i)] {
		if to, ok := s.Matches(i, t.words[row]); ok {
			return match[T]{t.rows[row].value, to}, true
		}
	}
	return match[T]{}, false
}

// before returns the longest row that ends right before a token.
func (t phrases[T]) before(s *chunk.Sentence, i int) (match[T], bool) {
	if s.Word(i-1) == "." {
		i--
	}
	for _, row := range t.byLast[s.Word(i-1)] {
		start := i - len(t.words[row])
		if _, ok := s.Matches(start, t.words[row]); ok {
			return match[T]{t.rows[row].value, start}, true
		}
	}
	return match[T]{}, false
}
