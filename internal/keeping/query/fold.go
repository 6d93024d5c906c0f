package query

import "readout/internal/language/fold"

// Fold returns the words of s as names and texts are compared, see [fold.Words].
func Fold(s string) string { return fold.Words(s) }

// Matches reports whether folded words occur in a folded text, see [fold.Matches].
func Matches(text, words string) bool { return fold.Matches(text, words) }
