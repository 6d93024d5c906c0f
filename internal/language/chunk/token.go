package chunk

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/language/text"
)

// A Form says what a token is made of.
type Form uint8

const (
	SignForm   Form = iota // one sign: "%", "$", "-"
	WordForm               // letters, with apostrophes and stops inside
	DigitsForm             // a number in digits
	BrokenForm             // digits that are no number: "3.2.1", "9:00"
	TimeForm               // part of a time expression
)

// A Token is a word, a number in digits or a sign.
type Token struct {
	text.Span
	Word  string // in lower case
	Form  Form
	Glued bool // nothing stands between it and the token before
	Upper bool // begins with a capital
}

// appendTokens cuts a sentence into tokens.
func appendTokens(dst []Token, s string, sentence text.Span) []Token {
	last := -1
	s = s[:sentence.End]
	for at := sentence.Start; at < sentence.End; {
		r, size := utf8.DecodeRuneInString(s[at:])
		if isBlank(r) {
			at += size
			continue
		}
		t := tokenAt(s, at, at == last)
		dst = append(dst, t)
		at, last = t.End, t.End
	}
	return dst
}

// isBlank reports whether a character stands between tokens or is unseen.
func isBlank(r rune) bool { return unicode.IsSpace(r) || r == '\u00ad' || r == '\u200b' }

// tokenAt reads the token that begins at a byte of the text s.
func tokenAt(s string, at int, glued bool) Token {
	r, size := utf8.DecodeRuneInString(s[at:])
	t := Token{Span: text.Span{Start: at, End: at + size}, Glued: glued}
	switch {
	case r >= '0' && r <= '9', r == '.' && !glued && opensDigits(s[at+1:]):
		t.Form, t.End = digits(s, at)
	case unicode.IsLetter(r):
		t.Form, t.Upper = WordForm, unicode.IsUpper(r)
		t.End = word(s, at)
	case isApostrophe(r):
		t.End = possessive(s, at, size)
	}
	t.Word = strings.ToLower(s[t.Start:t.End])
	return t
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' }

// digits returns the end of a number: groups of three after commas, one stop
// with digits after it. Colons and more stops make it no number.
func digits(s string, at int) (Form, int) {
	kind, stops := DigitsForm, 0
	for at < len(s) {
		switch c := s[at]; {
		case isDigit(c):
			at++
		case c == ',' && stops == 0 && groupFollows(s[at+1:]):
			at += 4
		case (c == '.' || c == ':') && opensDigits(s[at+1:]):
			stops++
			if stops > 1 || c == ':' {
				kind = BrokenForm
			}
			at++
		default:
			return kind, at
		}
	}
	return kind, at
}

func opensDigits(s string) bool { return s != "" && isDigit(s[0]) }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// groupFollows reports whether exactly three digits stand at the start.
func groupFollows(s string) bool {
	if len(s) < 3 || !isDigit(s[0]) || !isDigit(s[1]) || !isDigit(s[2]) {
		return false
	}
	return len(s) == 3 || !isDigit(s[3])
}

// Word returns the end of a word: letters and marks, apostrophes between
// letters but for the possessive, and the stops of "U.S." and "s.m.".
func word(s string, start int) int {
	at, letters, stops := start, 0, 0
	for at < len(s) {
		r, size := utf8.DecodeRuneInString(s[at:])
		next, _ := utf8.DecodeRuneInString(s[at+size:])
		switch {
		case unicode.IsLetter(r) || unicode.IsMark(r):
			letters++
		case r == '.' && letters == 1 && (stops > 0 || unicode.IsLetter(next)):
			letters = 0
			stops++
		case isApostrophe(r) && unicode.IsLetter(next) &&
			possessive(s, at, size) == at+size:
			letters++
		default:
			return at
		}
		at += size
	}
	return at
}

// possessive returns the end of "'s", or of the apostrophe alone.
func possessive(s string, at, size int) int {
	rest := s[at+size:]
	if rest == "" || rest[0] != 's' && rest[0] != 'S' {
		return at + size
	}
	if next, _ := utf8.DecodeRuneInString(rest[1:]); unicode.IsLetter(next) {
		return at + size
	}
	return at + size + 1
}

// isTitle reports whether the words of a sentence are capitalised as those of
// a headline: all of five letters and more.
func isTitle(tokens []Token) bool {
	long := 0
	for _, t := range tokens {
		if t.Form != WordForm || t.Len() < 5 || t.Glued {
			continue
		}
		if !t.Upper {
			return false
		}
		long++
	}
	return long > 1
}

// Word returns the word of a token, "" outside the sentence and inside times.
func (s *Sentence) Word(i int) string {
	if i < 0 || i >= len(s.Tokens) || s.Tokens[i].Form == TimeForm {
		return ""
	}
	return s.Tokens[i].Word
}

// Is reports whether there is a token of the form.
func (s *Sentence) Is(i int, f Form) bool {
	return i >= 0 && i < len(s.Tokens) && s.Tokens[i].Form == f
}

// Glued reports whether a token follows the one before without space.
func (s *Sentence) Glued(i int) bool {
	return i > 0 && i < len(s.Tokens) && s.Tokens[i].Glued
}

// Upper reports whether a token begins with a capital.
func (s *Sentence) Upper(i int) bool {
	return i >= 0 && i < len(s.Tokens) && s.Tokens[i].Upper
}

// Hyphen reports whether the token joins two words: no space on either side,
// or one on both as tokenised texts write it.
func (s *Sentence) Hyphen(i int) bool {
	if w := s.Word(i); w != "-" && w != "‐" && w != "‑" && w != "–" {
		return false
	}
	return s.Glued(i) == s.Glued(i+1)
}

// Matches reports whether the words stand from token i on, and returns the
// token after them.
func (s *Sentence) Matches(i int, words []string) (int, bool) {
	for _, w := range words {
		if s.Word(i) != w {
			return i, false
		}
		i++
	}
	return i, true
}

// WordSet makes a set of the words of a list.
func WordSet(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	return set
}

// IsCode reports whether a word is written in capitals.
func (s *Sentence) IsCode(i int) bool {
	t := s.Tokens[i]
	return strings.ToUpper(t.Word) == s.Text[t.Start:t.End]
}

// InQuotation reports whether a quotation is open before a token; a mark after
// digits opens none. It looks back over as many tokens as a long sentence has.
func (s *Sentence) InQuotation(i int) bool {
	const farthest = 80
	open := false
	for at := max(0, i-farthest); at < i; at++ {
		switch s.Word(at) {
		case "“":
			open = true
		case "\"", "”":
			open = !open && !s.Is(at-1, DigitsForm)
		}
	}
	return open
}
