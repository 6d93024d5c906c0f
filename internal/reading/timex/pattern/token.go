package pattern

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/language/text"
)

// A token is a run of letters or of digits, or any other single character.
// Dashes are all "-", apostrophes all "'".
type token struct {
	text.Span
	low   string // small letters
	num   int    // value of digits, else -1
	upper bool   // begins with a capital
	glued bool   // nothing stands between it and the token before
}

func appendTokens(dst []token, doc *text.Text, sentence text.Span) []token {
	src := doc.At(sentence)
	glued := false
	for i := 0; i < len(src); {
		r, size := utf8.DecodeRuneInString(src[i:])
		if unicode.IsSpace(r) {
			glued = false
			i += size
			continue
		}
		n := size
		switch {
		case isDigit(src[i]):
			n = run(src[i:], func(r rune) bool { return r >= '0' && r <= '9' })
		case unicode.IsLetter(r):
			n = run(src[i:], func(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) })
		}
		t := token{
			Span: text.Span{Start: sentence.Start + i, End: sentence.Start + i + n},
			low:  lower(src[i : i+n]), num: -1, upper: unicode.IsUpper(r), glued: glued,
		}
		if isDigit(src[i]) && n <= 8 {
			t.num = atoi(src[i : i+n])
		}
		dst = append(dst, t)
		glued = true
		i += n
	}
	return dst
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

func run(s string, in func(rune) bool) int {
	if n := strings.IndexFunc(s, func(r rune) bool { return !in(r) }); n >= 0 {
		return n
	}
	return len(s)
}

func lower(s string) string {
	switch s {
	case "–", "—", "‑", "−", "_":
		return "-"
	case "’", "‘", "`":
		return "'"
	}
	return strings.ToLower(s)
}

func atoi(s string) int {
	n := 0
	for i := range len(s) {
		n = n*10 + int(s[i]-'0')
	}
	return n
}
