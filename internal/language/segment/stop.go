package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/language/lexicon"
)

// A stop is a run of marks that may end a sentence, with what is around it.
type stop struct {
	s         string // the paragraph
	start     int    // of the sentence
	at        int    // first byte of the run
	end       int    // behind the run and the marks that close with it
	mark      rune   // last mark of the run
	runes     int    // marks in the run
	closers   string // what closes with it: quotation marks, brackets
	inBracket bool
}

// extend takes in the marks that follow the first: "?!", "...", ". . .", and
// then the quotation marks and brackets that close.
func (st *stop) extend() {
	for st.end < len(st.s) {
		r, size := utf8.DecodeRuneInString(st.s[st.end:])
		spaced := st.mark == '.' && strings.HasPrefix(st.s[st.end:], " .") &&
			!strings.HasPrefix(st.s[st.end:], " .0") && st.dots()
		switch {
		case isStop(r):
			st.end += size
			st.mark = r
		case spaced:
			st.end += len(" .")
		default:
			st.close()
			return
		}
		st.runes++
	}
}

// dots reports whether a spaced stop follows that is no decimal point (".5").
func (st *stop) dots() bool {
	rest := st.s[st.end+len(" ."):]
	return rest == "" || rest[0] == ' ' || rest[0] == '.' || strings.IndexByte(closers, rest[0]) >= 0
}

// close takes in what closes with the stop, and the numbers of notes ("[3]")
// that stand behind it.
func (st *stop) close() {
	from := st.end
	for st.end < len(st.s) {
		r, size := utf8.DecodeRuneInString(st.s[st.end:])
		note := noteLen(st.s[st.end:])
		switch {
		case note > 0:
			st.end += note
		case strings.ContainsRune(closers, r):
			st.end += size
		default:
			st.closers = st.s[from:st.end]
			return
		}
	}
	st.closers = st.s[from:st.end]
}

// noteLen returns the bytes of a note number in brackets that s begins with,
// and of a space before it.
func noteLen(s string) int {
	inner := strings.TrimPrefix(strings.TrimPrefix(s, " "), "[")
	before := len(s) - len(inner)
	if before == 0 || s[before-1] != '[' {
		return 0
	}
	digits := 0
	for digits < min(3, len(inner)) && '0' <= inner[digits] && inner[digits] <= '9' {
		digits++
	}
	if digits == 0 || !strings.HasPrefix(inner[digits:], "]") {
		return 0
	}
	return before + digits + len("]")
}

// ends reports whether the sentence ends here: the first rule with an opinion
// decides.
func (st *stop) ends() bool {
	for _, r := range sentenceRules {
		switch r.decide(st) {
		case ends:
			return true
		case goesOn:
			return false
		case undecided:
		}
	}
	return true
}

// word returns what stands before the stop, back to white space, without the
// marks that open it and what says when a title was held.
func (st *stop) word() string {
	before := st.s[st.start:st.at]
	if i := strings.LastIndexFunc(before, isGap); i >= 0 {
		_, size := utf8.DecodeRuneInString(before[i:])
		before = before[i+size:]
	}
	return withoutTime(strings.TrimLeft(before, openers))
}

// isGap reports whether r parts words: white space or a dash between words.
func isGap(r rune) bool { return unicode.IsSpace(r) || r == '—' || r == '–' || r == '/' }

// farthest is how many bytes around a stop are looked at for words: more than
// six words of English.
const farthest = 100

// after returns the text behind the stop, from its first word on, and whether
// it is parted from the stop by white space.
func (st *stop) after() (string, bool) {
	rest := st.s[st.end:min(len(st.s), st.end+farthest)]
	words := strings.TrimLeftFunc(rest, unicode.IsSpace)
	spaced := len(words) < len(rest) || rest == ""
	return strings.TrimLeft(words, openers+" "), spaced
}

// next returns the first word behind the stop, without marks.
func (st *stop) next() string {
	word, _ := st.after()
	if i := strings.IndexFunc(word, unicode.IsSpace); i >= 0 {
		word = word[:i]
	}
	return strings.TrimRightFunc(word, isNoLetter)
}

// isNoLetter reports whether r is no part of a word; the marks of a letter are.
func isNoLetter(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
}

// first returns the first letter or digit behind the stop.
func (st *stop) first() rune {
	rest, _ := st.after()
	r, _ := utf8.DecodeRuneInString(rest)
	return r
}

// is reports whether the word before the stop is an abbreviation of a class.
func (st *stop) is(c lexicon.Class) bool {
	if st.mark != '.' && st.mark != '!' || st.runes > 1 {
		return false
	}
	word := st.word()
	if st.mark == '!' {
		word += "!"
	}
	first, second := lexicon.Abbreviation(word)
	return first == c || second == c
}

// abbreviates reports whether the word before the stop is an abbreviation.
func (st *stop) abbreviates() bool {
	first, _ := lexicon.Abbreviation(st.word())
	return first != lexicon.NoAbbreviation
}

// withoutTime takes off what says when a title was held: "then-Sen".
func withoutTime(word string) string {
	for _, when := range [...]string{"then-", "ex-", "now-"} {
		if title, ok := strings.CutPrefix(word, when); ok {
			return title
		}
	}
	return word
}
