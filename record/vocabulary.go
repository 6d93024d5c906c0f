package record

import (
	"fmt"
	"slices"
	"strings"
)

//go:generate go test -run TestVocabulariesAreThoseOfTheSchema -update

// word returns the word of a closed vocabulary; the zero value has none. A
// value outside the table prints as a number so that it is seen, not hidden.
func word[V ~uint8](table []string, v V) string {
	if int(v) < len(table) {
		return table[v]
	}
	return fmt.Sprintf("(%d)", v)
}

// parseWord is the inverse of word. The empty string is no word: a value that
// was not judged is absent, never written as "".
func parseWord[V ~uint8](name string, table []string, s string) (V, error) {
	i := slices.Index(table, s)
	if i <= 0 {
		return 0, fmt.Errorf("%s %q: not one of %s",
			name, s, strings.Join(table[1:], ", "))
	}
	return V(i), nil
}

// setWord stores the word b in v, for UnmarshalText. It takes "" for absent, so
// that a record with a gap can still be read; [Check] reports the gap.
func setWord[V ~uint8](v *V, name string, table []string, b []byte) (err error) {
	if *v = 0; len(b) > 0 {
		*v, err = parseWord[V](name, table, string(b))
	}
	return err
}
