package search

import (
	"encoding"
	"fmt"
)

// A Scanner is a row that is being read.
type Scanner interface{ Scan(into ...any) error }

// A word is a column with a word of a vocabulary.
type word struct{ into encoding.TextUnmarshaler }

// Scan implements sql.Scanner.
func (w word) Scan(column any) error {
	s, ok := column.(string)
	if !ok {
		return fmt.Errorf("a %T is no word", column)
	}
	return w.into.UnmarshalText([]byte(s))
}
