package wording

import "strings"

// Markdown escapes a line so that CommonMark reads it as plain words.
func Markdown(s string) string {
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == '<':
			b.WriteString("&lt;")
		case r == '&':
			b.WriteString("&amp;")
		case strings.ContainsRune("\\`*_[]|~", r), i == 0 && strings.ContainsRune("#+->=", r):
			b.WriteByte('\\')
			b.WriteRune(r)
		case (r == '.' || r == ')') && i > 0 && digits(s[:i]):
			b.WriteByte('\\') // "1." would begin a list
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// digits says whether s is a number as a list would begin with.
func digits(s string) bool { return strings.Trim(s, "0123456789") == "" }
