// Package fold says when two words are equal for people who look for one: whatever
// their case, their accents and the marks between them.
//
// Limits: letters are folded without regard to the language of the text; "ä" is "a",
// and never "ae".
package fold

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// letters are those that Unicode does not take apart into a letter and a mark,
// with how they are written where they are not to be had.
var letters = []struct{ from, to, example string }{
	{"ß", "ss", "Strauß => strauss"},
	{"æ", "ae", "Mæland => maeland"},
	{"œ", "oe", "Sacré-Cœur => sacre coeur"},
	{"ø", "o", "Støre => store"},
	{"đ", "d", "Đinđić => dindic"},
	{"ð", "d", "Guðni => gudni"},
	{"þ", "th", "Þór => thor"},
	{"ħ", "h", "Ħal => hal"},
	{"ı", "i", "Binali Yıldırım => binali yildirim"},
	{"ł", "l", "Wałęsa => walesa"},
	{"ŧ", "t", "Máŧŧa => matta"},
	{"ŋ", "n", "Áŋel => anel"},
	{"ς", "σ", "Μητσοτάκης => μητσοτακησ"},
}

var plainLetters = strings.NewReplacer(pairs()...)

func pairs() []string {
	var list []string
	for _, l := range letters {
		list = append(list, l.from, l.to)
	}
	return list
}

// Words returns the words of s as they are compared: letters and digits in lower
// case without accents, parted by single spaces. All else parts words, but for
// the full stops of initials: "U.S." is us. The result holds nothing else, and
// is "" when s has no letter or digit. Folding twice changes nothing.
func Words(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	border := false // between what was written and what comes
	run := 0        // letters in a row
	for _, r := range plain(s) {
		switch {
		case isSeen(r):
		case isCompared(r):
			if border && b.Len() > 0 {
				b.WriteByte(' ')
			}
			border = false
			b.WriteRune(r)
			run++
			if !unicode.IsLetter(r) {
				run = 0
			}
		case r == '.' && run == 1:
			run = 0
		default:
			border = true
			run = 0
		}
	}
	return b.String()
}

// plain writes letters as they are compared.
func plain(s string) string {
	if isASCII(s) {
		return strings.ToLower(s)
	}
	return plainLetters.Replace(strings.ToLower(norm.NFKD.String(s)))
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// isSeen reports whether r is seen beside a letter and parts no words.
func isSeen(r rune) bool {
	return r >= utf8.RuneSelf && unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf)
}

// isCompared reports whether r is a letter, a digit or a part of one. What is in ASCII
// has been written in lower case.
func isCompared(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || '0' <= r && r <= '9'
	}
	return unicode.In(r, unicode.L, unicode.N, unicode.Mc)
}

// Matches reports whether the folded words occur in the folded text, whole and
// in a row. No words occur nowhere.
func Matches(text, words string) bool {
	return words != "" && strings.Contains(" "+text+" ", " "+words+" ")
}
