package plain

import (
	"bufio"
	"strings"

	"github.com/mattn/go-runewidth"
)

// A sheet is what lists are written on: lines of a width, in colours.
type sheet struct {
	w     *bufio.Writer
	width int // columns of a terminal; 0 when there is none
	ink   ink
	kept  bool // items stand by their ids
	any   bool // something stands on it
}

// apart writes an empty line but at the top.
func (l *sheet) apart() {
	if l.any {
		l.w.WriteByte('\n')
	}
	l.any = true
}

// cells writes one line of cells with tabs between them.
func (l *sheet) cells(cells ...string) {
	l.w.WriteString(strings.Join(cells, "\t") + "\n")
}

// A run is words of one colour.
type run struct {
	text  string
	paint func(string) string
}

// flow writes runs in lines of the sheet's width, each behind margin, with two
// blanks between runs.
func (l *sheet) flow(margin string, runs ...run) {
	// Narrower than this, every word would stand alone.
	const minWidth = 20
	width := max(minWidth, l.width-len(margin))
	l.w.WriteString(margin)
	used := 0
	for _, r := range runs {
		if r.text == "" {
			continue
		}
		if used > 0 {
			used++
		}
		lines, end := wrap(r.text, width, used)
		if used > 0 && lines[0] != "" {
			l.w.WriteByte(' ')
		}
		for i, line := range lines {
			if i > 0 {
				l.w.WriteString("\n" + margin)
			}
			blank := len(line) - len(strings.TrimLeft(line, " "))
			l.w.WriteString(line[:blank] + r.paint(line[blank:]))
		}
		used = end
	}
	l.w.WriteByte('\n')
}

// wrap cuts s at blanks into lines of at most width columns, of which the
// first has some in use already, and returns how many the last one uses. A
// word that is longer than a line is cut within.
func wrap(s string, width, used int) (lines []string, end int) {
	line := ""
	for _, word := range strings.Fields(s) {
		wide := runewidth.StringWidth(word)
		if used > 0 && used+1+wide > width {
			lines, line, used = append(lines, line), "", 0
		}
		for wide > width {
			head := runewidth.Truncate(word, width, "")
			lines = append(lines, head)
			word = word[len(head):]
			wide = runewidth.StringWidth(word)
		}
		if used > 0 {
			line, used = line+" ", used+1
		}
		line, used = line+word, used+wide
	}
	return append(lines, line), used
}

// ink paints words by role, in the sixteen colours that every terminal themes
// for its own background; false paints nothing.
type ink bool

func (k ink) speaker(s string) string { return k.paint("1;36", s) }
func (k ink) cue(s string) string     { return k.paint("33", s) }
func (k ink) bold(s string) string    { return k.paint("1", s) }
func (k ink) dim(s string) string     { return k.paint("2", s) }
func (k ink) warning(s string) string { return k.paint("31", s) }
func (k ink) stand(s string) string   { return k.paint("1;35", s) }
func (k ink) due(s string) string     { return k.paint("32", s) }
func (k ink) plain(s string) string   { return s }

func (k ink) paint(code, s string) string {
	if !k || s == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}
