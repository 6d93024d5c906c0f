// Package fold says when two words are equal for people who look for one: whatever
// their case, their accents and the marks between them.
//
// Limits: letters are folded without regard to the language of the text; "ä" is "a",
// and never "ae".
package fold

import (
	"strings"
	"unicode"

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
	border := false // between what was written and what comes
	run := 0        // letters in a row
	for _, r := range plainLetters.Replace(strings.ToLower(norm.NFKD.String(s))) {
		switch {
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf): // seen, not compared
		case unicode.In(r, unicode.L, unicode.N, unicode.Mc):
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

// Matches reports whether the folded words occur in the folded text, whole and
// in a row. No words occur nowhere.
func Matches(text, words string) bool {
	return words != "" && strings.Contains(" "+text+" ", " "+words+" ")
}
