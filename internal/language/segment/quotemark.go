package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/language/text"
)

// A style is a kind of quotation marks. A mark closes what one of its own
// style opened, whatever its shape: “won" is closed.
type style uint8

const (
	noStyle style = iota
	double        // " “ ” „ '' ``
	single        // ' ‘ ’ ‚
	angle         // « » ‹ ›
	corner        // 「 」
)

// A role is what a mark may do where it stands.
type role uint8

const (
	opens role = iota + 1
	closes
	either // closes when something is open, else opens
)

// A quoteMark is a mark that may open or close a quotation; apostrophes are
// left out as far as their surroundings tell.
type quoteMark struct {
	text.Span
	style style
	role  role
	weak  bool // a single mark that may as well be the end of a plural's genitive
}

// marksOf returns the quotation marks in the paragraph p of s.
func marksOf(s string, p text.Span) []quoteMark {
	var marks []quoteMark
	prev := ' '
	for i := p.Start; i < p.End; {
		end := runEnd(s, i, p.End)
		if end > i {
			marks = appendRun(marks, s[:p.End], text.Span{Start: i, End: end}, prev)
			i = end
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:p.End])
		prev = r
		i += size
	}
	return marks
}

// runEnd returns the end of the run of quotation marks that begins at i. Marks
// that stand together open together or close together.
func runEnd(s string, i, end int) int {
	for i < end {
		st, size := styleAt(s[i:end])
		if st == noStyle {
			break
		}
		i += size
	}
	return i
}

// styleAt returns the style and size of the mark that s begins with.
func styleAt(s string) (style, int) {
	if strings.HasPrefix(s, "''") || strings.HasPrefix(s, "``") {
		return double, 2 // a typewriter's double mark
	}
	r, size := utf8.DecodeRuneInString(s)
	switch r {
	case '"', '“', '”', '„', '‟', '＂':
		return double, size
	case '\'', '‘', '’', '‚', '‛':
		return single, size
	case '«', '»', '‹', '›':
		return angle, size
	case '「', '」', '『', '』':
		return corner, size
	}
	return noStyle, 0
}

// appendRun appends the marks of one run. The text ends where the paragraph
// does.
func appendRun(marks []quoteMark, s string, run text.Span, prev rune) []quoteMark {
	next, _ := utf8.DecodeRuneInString(s[run.End:])
	around := sides{
		left:  begins(prev),
		right: run.End == len(s) || finishes(next),
		weak:  unicode.IsLetter(prev) && (run.End == len(s) || unicode.IsSpace(next)),
	}
	for i := run.Start; i < run.End; {
		st, size := styleAt(s[i:])
		m := quoteMark{Span: text.Span{Start: i, End: i + size}, style: st}
		m.role = around.role(s[i:], st)
		m.weak = around.weak && st == single && i+size == run.End && endsGenitive(prev)
		i += size
		elided := st == single && i == run.End && m.role == opens && isElision(s[i:])
		if m.role != 0 && !elided {
			marks = append(marks, m)
		}
	}
	return marks
}

// endsGenitive reports whether an apostrophe may follow the letter at the end
// of a word: workers’, goin’.
func endsGenitive(r rune) bool { return r == 's' || r == 'S' || r == 'z' || r == 'x' || r == 'n' }

// sides says what stands at both sides of a run of marks.
type sides struct {
	left  bool // a quotation may begin here
	right bool // a quotation may end here
	weak  bool
}

// role returns what the mark that s begins with may do, or 0 for an
// apostrophe. Its surroundings rule; its shape decides where they do not.
func (a sides) role(s string, st style) role {
	r, _ := utf8.DecodeRuneInString(s)
	inWord := !a.left && !a.right
	if st == single && (inWord || r == '’' && !a.right) {
		return 0
	}
	switch r {
	case '“', '„', '‟', '‘', '‚', '‛', '«', '‹', '`':
		if !a.left && a.right {
			return closes
		}
		return opens
	case '”', '»', '›', '’':
		if a.left && !a.right {
			return either
		}
		return closes
	case '「', '『':
		return opens
	case '」', '』':
		return closes
	}
	return a.straight(st)
}

// straight returns the role of a mark whose shape says nothing.
func (a sides) straight(st style) role {
	switch {
	case a.left && !a.right:
		return opens
	case a.right && !a.left:
		return closes
	case st == single:
		return 0
	}
	return either
}

// begins reports whether a quotation may begin behind r.
func begins(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune("([{<—–-/=>¿¡*_", r)
}

// finishes reports whether a quotation may end before r.
func finishes(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune(".,;:!?…)]}>—–-/*_", r)
}

// elisions are words that begin with an apostrophe.
var elisions = []string{"em", "n", "til", "till", "tis", "twas", "cause", "bout", "round", "cuz", "ere", "neath"}

// isElision reports whether an apostrophe before s stands for what was left
// out: '90s, 'em.
func isElision(s string) bool {
	end := strings.IndexFunc(s[:min(len(s), len("neath")+utf8.UTFMax)], isNoLetter)
	if end < 0 {
		return false
	}
	word := strings.ToLower(s[:end])
	if len(word) == 3 && word[2] == 's' && strings.Trim(word[:2], "0123456789") == "" {
		return true
	}
	for _, e := range elisions {
		if word == e {
			return true
		}
	}
	return len(word) == 2 && strings.Trim(word, "0123456789") == ""
}
