package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/language/text"
)

// AppendParagraphs appends the paragraphs of t to dst. A blank line always
// parts them. A single line break does so too, unless the text was wrapped to
// a fixed width, or the next line plainly goes on with the sentence.
func AppendParagraphs(dst []text.Span, t *text.Text) []text.Span {
	s := t.String()
	lines := linesOf(s)
	width, wrapped := wrapWidth(s, lines)
	open := false // whether dst ends with a paragraph that may still grow
	for i, line := range lines {
		if line.text.Empty() {
			open = false
			continue
		}
		if open && joins(s, lines[i-1], line, width, wrapped) {
			dst[len(dst)-1].End = line.text.End
			continue
		}
		dst = append(dst, line.text)
		open = true
	}
	return dst
}

// A line is one line of a text without the white space around it.
type line struct {
	text  text.Span
	width int // characters
	first int // characters of its first word
}

// linesOf cuts s at its line breaks: "\n", the Unicode line and paragraph
// separators, form feed, vertical tab and next line.
func linesOf(s string) []line {
	lines := make([]line, 0, 1+strings.Count(s, "\n"))
	start := 0
	for i, r := range s {
		if isBreak(r) {
			lines = append(lines, newLine(s, start, i))
			start = i + utf8.RuneLen(r)
		}
	}
	return append(lines, newLine(s, start, len(s)))
}

func isBreak(r rune) bool {
	switch r {
	case '\n', '\v', '\f', '\u0085', '\u2028', '\u2029':
		return true
	}
	return false
}

func newLine(s string, start, end int) line {
	span := trim(s, text.Span{Start: start, End: end})
	words := s[span.Start:span.End]
	first := strings.IndexFunc(words, unicode.IsSpace)
	if first < 0 {
		first = len(words)
	}
	return line{span, text.Characters(words), text.Characters(words[:first])}
}

// trim takes the white space off both ends of a span. A span of nothing else
// becomes empty.
func trim(s string, span text.Span) text.Span {
	left := strings.TrimLeftFunc(s[span.Start:span.End], isBlank)
	span.Start = span.End - len(left)
	span.End = span.Start + len(strings.TrimRightFunc(left, isBlank))
	return span
}

// isBlank reports whether a reader sees nothing: white space, and the byte
// order mark and zero-width space that pages leave behind.
func isBlank(r rune) bool {
	return unicode.IsSpace(r) || r == '\uFEFF' || r == '\u200B'
}

// A text counts as wrapped to a fixed width when its longest line is between
// these, in code points. Mail and terminals wrap at 60 to 80; narrower texts
// are verse or lists, wider ones are lines that end where a paragraph does.
const (
	narrowest = 40
	widest    = 120
)

// wrapWidth tells whether line breaks inside blocks stand only where the next
// word had no room, and returns the width they were wrapped to.
func wrapWidth(s string, lines []line) (int, bool) {
	width := maxWidth(lines)
	if width < narrowest || width > widest {
		return 0, false
	}
	breaks, full, goesOn := 0, 0, 0
	for i := 1; i < len(lines); i++ {
		if lines[i].text.Empty() || lines[i-1].text.Empty() || alone(s, lines[i-1], lines[i]) {
			continue
		}
		breaks++
		if !hasRoom(lines[i-1], lines[i], width) {
			full++
		}
		if !ended(s, lines[i-1]) {
			goesOn++
		}
	}
	// Four of five breaks must be forced, for a wrapped text has short lines
	// only where a paragraph ends; and sentences must run over some of them.
	return width, breaks > 1 && 5*full >= 4*breaks && 2*goesOn >= breaks
}

// maxWidth returns the width of the longest line, 0 for none.
func maxWidth(lines []line) int {
	width := 0
	for _, l := range lines {
		width = max(width, l.width)
	}
	return width
}

// hasRoom reports whether the first word of next would have fitted on l.
func hasRoom(l, next line, width int) bool {
	// A wrapped line may stay some columns short of the longest one, which may
	// hang over for a word that was too long.
	const slack = 4
	return l.width+1+next.first <= width-slack
}

// ended reports whether a line ends as a sentence does.
func ended(s string, l line) bool {
	end := strings.TrimRight(s[l.text.Start:l.text.End], closers)
	return strings.HasSuffix(end, ".") || strings.HasSuffix(end, "!") ||
		strings.HasSuffix(end, "?") || strings.HasSuffix(end, ":") ||
		strings.HasSuffix(end, "…")
}

// joins reports whether next goes on with the paragraph of l.
func joins(s string, l, next line, width int, wrapped bool) bool {
	if alone(s, l, next) {
		return false
	}
	if wrapped {
		return !hasRoom(l, next, width)
	}
	r, _ := utf8.DecodeRuneInString(s[next.text.Start:])
	return unicode.IsLower(r) && !ended(s, l) && l.width > narrowest
}

// alone reports whether one of two lines never shares a paragraph with the
// other: an item of a list, or a byline.
func alone(s string, l, next line) bool {
	words := s[next.text.Start:next.text.End]
	return isItem(words) || isByline(words) || isByline(s[l.text.Start:l.text.End])
}

// isItem reports whether a line begins as an item of a list does.
func isItem(words string) bool {
	mark, rest, ok := strings.Cut(words, " ")
	if !ok || rest == "" {
		return false
	}
	switch mark {
	case "•", "-", "*", "–", "—", "·", "◦", "▪", "‣":
		return true
	}
	return isEnumerator(mark)
}

// isEnumerator reports whether a word numbers an item: "1.", "2)", "(b)".
func isEnumerator(word string) bool {
	inner := strings.TrimPrefix(word, "(")
	number := strings.TrimRight(inner, ".)")
	if number == inner || len(number) == 0 || len(number) > 3 {
		return false
	}
	digits := strings.Trim(number, "0123456789") == ""
	return digits || len(number) == 1 && unicode.IsLetter(rune(number[0]))
}

// isByline reports whether a line names the author and nothing else: "By Jane
// Doe". A long line is a sentence that begins with "By".
func isByline(words string) bool {
	rest, ok := strings.CutPrefix(words, "By ")
	if !ok {
		rest, ok = strings.CutPrefix(words, "BY ")
	}
	names := strings.Fields(rest)
	const most = 12 // words of a byline with two names and two outlets
	if !ok || len(names) > most {
		return false
	}
	for _, n := range names {
		r, _ := utf8.DecodeRuneInString(n)
		if !unicode.IsUpper(r) && n != "and" && n != "for" && n != "of" && n != "|" {
			return false
		}
	}
	return !ended(words, line{text: text.Span{Start: 0, End: len(words)}})
}
