package proper

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Acronym reports whether a name is two to six capitals, full stops aside.
func Acronym(name string) bool {
	letters := strings.ReplaceAll(name, ".", "")
	if len(letters) < 2 || len(letters) > 6 {
		return false
	}
	return !strings.ContainsFunc(letters, func(r rune) bool { return r < 'A' || 'Z' < r })
}

// Initials returns the initials of a name, with and without its small words.
func Initials(name string) []string {
	var capitals, all strings.Builder
	for _, w := range strings.FieldsFunc(name, func(r rune) bool { return unicode.IsSpace(r) || r == '-' }) {
		first, _ := utf8.DecodeRuneInString(w)
		if strings.EqualFold(w, "the") || !unicode.IsLetter(first) {
			continue
		}
		all.WriteRune(unicode.ToUpper(first))
		if unicode.IsUpper(first) {
			capitals.WriteRune(first)
		}
	}
	if capitals.String() == all.String() {
		return []string{all.String()}
	}
	return []string{capitals.String(), all.String()}
}
