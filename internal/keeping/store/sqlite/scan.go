package sqlite

import (
	"encoding"
	"fmt"

	"readout/internal/keeping/store"
	"readout/internal/language/edtf"
)

// A scanner is a row that is being read.
type scanner interface{ Scan(into ...any) error }

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

// first and last are columns with the days of a time, NULL when not known.
type (
	first struct{ of *store.When }
	last  struct{ of *store.When }
)

// Scan implements sql.Scanner.
func (f first) Scan(column any) (err error) {
	f.of.First, f.of.Dated, err = day(column)
	return err
}

// Scan implements sql.Scanner.
func (l last) Scan(column any) (err error) {
	l.of.Last, l.of.Dated, err = day(column)
	return err
}

func day(column any) (edtf.Day, bool, error) {
	if column == nil {
		return 0, false, nil
	}
	n, ok := column.(int64)
	if !ok {
		return 0, false, fmt.Errorf("a %T is no day", column)
	}
	return edtf.Day(n), true, nil
}
