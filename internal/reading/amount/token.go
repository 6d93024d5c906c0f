package amount

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/language/text"
)

// A form says what a token is made of.
type form uint8

const (
	signForm   form = iota // one sign: "%", "$", "-"
	wordForm               // letters, with apostrophes and stops inside
	digitsForm             // a number in digits
	brokenForm             // digits that are no number: "3.2.1", "9:00"
	timeForm               // part of a time expression
)

// A token is a word, a number in digits or a sign.
type token struct {
	text.Span
	word  string // in lower case
	form  form
	glued bool // nothing stands between it and the token before
	upper bool // begins with a capital
}

// appendTokens cuts a sentence into tokens.
func appendTokens(dst []token, s string, sentence text.Span) []token {
	last := -1
	for at := sentence.Start; at < sentence.End; {
		r, size := utf8.DecodeRuneInString(s[at:sentence.End])
		if unicode.IsSpace(r) || r == '\u00ad' || r == '\u200b' {
			at += size
			continue
		}
		t := token{Span: text.Span{Start: at, End: at + size}, glued: at == last}
		switch {
		case r >= '0' && r <= '9', r == '.' && !t.glued && opensDigits(s[at+1:sentence.End]):
			t.form, t.End = digits(s[:sentence.End], at)
		case unicode.IsLetter(r):
			t.form, t.upper = wordForm, unicode.IsUpper(r)
			t.End = word(s[:sentence.End], at)
		case r == '\'' || r == '’':
			t.End = possessive(s[:sentence.End], at, size)
		}
		t.word = strings.ToLower(s[t.Start:t.End])
		dst = append(dst, t)
		at, last = t.End, t.End
	}
	return dst
}

// digits returns the end of a number: groups of three after commas, one stop
// with digits after it. Colons and more stops make it no number.
func digits(s string, at int) (form, int) {
	kind, stops, fives := digitsForm, 0, 0
	for at < len(s) {
		switch c := s[at]; {
		case isDigit(c):
			at++
		case c == ',' && stops == 0 && groupFollows(s[at+1:]):
			at += 4
			fives++
		case (c == '.' || c == ':') && at+1 < len(s) && isDigit(s[at+1]):
			stops++
			if stops > 1 || c == ':' {
				kind = brokenForm
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

// word returns the end of a word: letters and marks, apostrophes between
// letters but for the possessive, and the stops of "U.S." and "p.m.".
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
		case (r == '\'' || r == '’') && unicode.IsLetter(next) &&
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
func isTitle(tokens []token) bool {
	long := 0
	for _, t := range tokens {
		if t.form != wordForm || t.Len() < 5 || t.glued {
			continue
		}
		if !t.upper {
			return false
		}
		long++
	}
	return long > 1
}

// word returns the word of a token, "" outside the sentence and inside times.
func (p *parser) word(i int) string {
	if i < 0 || i >= len(p.tokens) || p.tokens[i].form == timeForm {
		return ""
	}
	return p.tokens[i].word
}

func (p *parser) is(i int, f form) bool {
	return i >= 0 && i < len(p.tokens) && p.tokens[i].form == f
}

func (p *parser) glued(i int) bool {
	return i > 0 && i < len(p.tokens) && p.tokens[i].glued
}

func (p *parser) upper(i int) bool {
	return i >= 0 && i < len(p.tokens) && p.tokens[i].upper
}

// hyphen reports whether the token joins two words: no space on either side,
// or one on both as tokenised texts write it.
func (p *parser) hyphen(i int) bool {
	if w := p.word(i); w != "-" && w != "‐" && w != "‑" && w != "–" {
		return false
	}
	return p.glued(i) == p.glued(i+1)
}

// matches reports whether the words stand from token i on, and returns the
// token after them.
func (p *parser) matches(i int, words []string) (int, bool) {
	for _, w := range words {
		if p.word(i) != w {
			return i, false
		}
		i++
	}
	return i, true
}

func wordSet(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	return set
}
