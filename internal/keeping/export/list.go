package export

import (
	"bufio"
	"io"
	"sort"
	"strconv"
	"strings"

	"github.com/mattn/go-runewidth"

	"readout/internal/keeping/resolve"
	"readout/record"
)

// A List writes statements to be read at once: speaker, cue, content, where,
// when it was said and the sources cited, in the order of the document.
//
// With a width it is laid out for a terminal: a heading per document, lines
// wrapped, enclosed statements set in. Without one each statement is one line
// of eight cells with tabs between them (input:line, speaker, cue, content,
// score, said, cited, values) and nothing is cut. Cells are added at the end
// only.
type List struct {
	w    *bufio.Writer
	opts ListOptions
	ink  ink
	any  bool
}

// ListOptions say where the list is shown.
type ListOptions struct {
	Width int  // columns of the terminal; 0: one line per statement
	Color bool // colour by role
}

// NewList returns a writer of lists.
func NewList(w io.Writer, opts ListOptions) *List {
	return &List{w: bufio.NewWriter(w), opts: opts, ink: ink(opts.Color)}
}

// Write writes the statements of one record.
func (l *List) Write(r *record.Record) error {
	lines, err := newLines(r)
	if err != nil {
		return err
	}
	if l.opts.Width > 0 {
		l.laidOut(r, lines)
		return l.w.Flush()
	}
	x := resolve.New(r)
	for i := range r.Statements {
		l.row(r, &r.Statements[i], lines.of(i), x)
	}
	return l.w.Flush()
}

// Close has nothing left to write.
func (l *List) Close() error { return nil }

// row writes one statement as one line.
func (l *List) row(r *record.Record, s *record.Statement, where string, x *resolve.Index) {
	input := oneLine(r.Meta.Input)
	if input == "" {
		input = r.Document.ID
	}
	cells := []string{
		l.ink.dim(input + ":" + where),
		l.ink.speaker(oneLine(spoken(s.Speaker, x.Names))),
		l.ink.cue(oneLine(cueWords(s))),
		oneLine(contentWords(s)),
		l.score(s.Score),
		l.ink.dim(x.SaidWords(s, oneLine)),
		l.ink.dim(oneLine(x.Cited(s))),
		l.ink.dim(oneLine(resolve.Texts(x.Held(s)))),
	}
	l.w.WriteString(strings.Join(cells, "\t") + "\n")
}

// score returns a score, painted when it is low.
func (l *List) score(score *float64) string {
	if isLow(score) {
		return l.ink.warning(scoreText(score))
	}
	return scoreText(score)
}

// laidOut writes a record for a terminal.
func (l *List) laidOut(r *record.Record, lines lines) {
	if l.any {
		l.w.WriteByte('\n')
	}
	l.any = true
	l.flow("", run{heading(r), l.ink.bold})
	about := append(source(r), countOf(len(r.Statements), "statement"))
	l.flow("", run{strings.Join(about, " · "), l.ink.dim})
	x, deep := resolve.New(r), depths(r.Statements)
	for i := range r.Statements {
		l.w.WriteByte('\n')
		l.statement(&r.Statements[i], lines.of(i), deep[i], x)
	}
}

// statement writes one statement: a line with speaker, cue, place, time and
// sources, below it the content, and below that what its times and amounts
// come to.
func (l *List) statement(s *record.Statement, where string, depth int, x *resolve.Index) {
	// Deeper than this, the text would have no room left.
	const maxIndents = 6
	margin := strings.Repeat("  ", 1+min(depth, maxIndents))
	head := []run{
		{oneLine(spoken(s.Speaker, x.Names)), l.ink.speaker},
		{oneLine(cueWords(s)), l.ink.cue},
		{lineWord(where), l.ink.dim},
		{prefixed("said ", x.SaidWords(s, oneLine)), l.ink.dim},
		{prefixed("cited: ", oneLine(x.Cited(s))), l.ink.dim},
	}
	if isLow(s.Score) {
		head = append(head, run{"score " + scoreText(s.Score), l.ink.warning})
	}
	l.flow(margin, head...)
	l.flow(margin+"  ", run{oneLine(contentWords(s)), l.ink.plain})
	if held := equations(x.Held(s)); held != "" {
		l.flow(margin+"  ", run{held, l.ink.dim})
	}
}

// equations says what words come to, where they do not say it themselves:
// "next month = 2023-03 · …".
func equations(values []resolve.Value) string {
	var out []string
	for _, v := range values {
		if v.Text != v.Words {
			out = append(out, oneLine(v.Words)+" = "+oneLine(v.Text))
		}
	}
	return strings.Join(out, " · ")
}

// prefixed puts label before words, when there are any.
func prefixed(label, words string) string {
	if words == "" {
		return ""
	}
	return label + words
}

// A run is words of one colour.
type run struct {
	text  string
	paint func(string) string
}

// flow writes runs in lines of the list's width, each behind margin, with two
// blanks between runs.
func (l *List) flow(margin string, runs ...run) {
	// Narrower than this, every word would stand alone.
	const minWidth = 20
	width := max(minWidth, l.opts.Width-len(margin))
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

// lines tells on which line of the text a statement begins.
type lines struct {
	starts []int // of each line, in bytes; none when the text was left out
	spans  []record.Span
}

// newLines finds the lines of a record's text.
func newLines(r *record.Record) (lines, error) {
	l := lines{spans: make([]record.Span, len(r.Statements))}
	if r.Document.Text == nil {
		for i := range r.Statements {
			l.spans[i] = firstSpan(&r.Statements[i])
		}
		return l, nil
	}
	b, err := inUnit(r, record.OffsetsByte)
	if err != nil {
		return lines{}, err
	}
	for i := range b.Statements {
		l.spans[i] = firstSpan(&b.Statements[i])
	}
	l.starts = []int{0}
	for i, c := range []byte(*r.Document.Text) {
		if c == '\n' {
			l.starts = append(l.starts, i+1)
		}
	}
	return l, nil
}

// of returns the number of the line on which statement i begins, counted from
// one; "@" and the offset when the text was left out.
func (l lines) of(i int) string {
	start := l.spans[i].Start
	if l.starts == nil {
		return "@" + strconv.Itoa(start)
	}
	return strconv.Itoa(sort.SearchInts(l.starts, start+1))
}

// lineWord puts what [lines.of] returned into words.
func lineWord(where string) string {
	if offset, ok := strings.CutPrefix(where, "@"); ok {
		return "offset " + offset
	}
	return "line " + where
}

// firstSpan returns where the content of a statement begins.
func firstSpan(s *record.Statement) record.Span {
	if len(s.Content.Spans) == 0 {
		return record.Span{}
	}
	return s.Content.Spans[0]
}

// countOf returns "1 statement", "2 statements".
func countOf(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return strconv.Itoa(n) + " " + what + "s"
}

// ink paints words by role, in the sixteen colours that every terminal themes
// for its own background; false paints nothing.
type ink bool

func (k ink) speaker(s string) string { return k.paint("1;36", s) }
func (k ink) cue(s string) string     { return k.paint("33", s) }
func (k ink) bold(s string) string    { return k.paint("1", s) }
func (k ink) dim(s string) string     { return k.paint("2", s) }
func (k ink) warning(s string) string { return k.paint("31", s) }
func (k ink) plain(s string) string   { return s }

func (k ink) paint(code, s string) string {
	if !k || s == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}
