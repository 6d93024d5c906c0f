package plain

import (
	"bufio"
	"io"
	"slices"
	"strings"

	"readout/internal/keeping/resolve"
	"readout/internal/keeping/wording"
	"readout/record"
)

// A List writes statements and events to be read at once, in the order of the
// document.
//
// With a width it is laid out for a terminal: a heading per document, lines
// wrapped, enclosed statements set in, the events behind the statements.
// Without one each statement is one line of sixteen cells with tabs between
// them and nothing is cut: input:line, speaker, cue, content, score, said,
// cited, values, act, polarity, certainty, addressees, due, condition, place,
// likelihood. So that all lines of a pipe have one form, events are then left
// to a list of events. Cells are added at the end only.
//
// Of what is kept the first cell, or the end of the line on a terminal, is
// document/item instead of input:line, and three more cells say of which document
// it is: published, publisher, title.
type List struct {
	sheet
	events bool
}

// ListOptions say what the list holds and where it is shown.
type ListOptions struct {
	Width  int  // columns of the terminal; 0: one line per item
	Color  bool // colour by role
	Events bool // events only
	Kept   bool // what a database keeps: items stand by the ids that it knows them by
}

// NewList returns a writer of lists.
func NewList(w io.Writer, opts ListOptions) *List {
	return &List{newSheet(w, opts), opts.Events}
}

func newSheet(w io.Writer, opts ListOptions) sheet {
	return sheet{w: bufio.NewWriter(w), width: opts.Width, ink: ink(opts.Color), kept: opts.Kept}
}

// Write writes one record.
func (l *List) Write(r *record.Record) error {
	lines, err := wording.NewLines(r)
	if err != nil {
		return err
	}
	x := resolve.New(r)
	switch {
	case l.width > 0:
		l.laidOut(r, lines, x)
	case l.events:
		l.eventRows(r, lines, x)
	default:
		for i := range r.Statements {
			l.row(r, &r.Statements[i], lines.Statement(i), x)
		}
	}
	return l.w.Flush()
}

// Close has nothing left to write.
func (l *List) Close() error { return nil }

// place says in one cell where an item stands: "a.txt:7".
func place(r *record.Record, where string) string {
	input := wording.OneLine(r.Meta.Input)
	if input == "" {
		input = r.Document.ID
	}
	return input + ":" + where
}

// item writes the line of one item, with what says where it stands around its
// cells.
func (l *sheet) item(r *record.Record, id, where string, cells ...string) {
	first := place(r, where)
	if l.kept {
		first = l.at(r, id, where).text
	}
	l.cells(slices.Concat([]string{l.ink.dim(first)}, cells, l.document(r))...)
}

// document returns the cells that say of which document a kept item is.
func (l *sheet) document(r *record.Record) []string {
	if !l.kept {
		return nil
	}
	line, d := wording.OneLine, &r.Document
	return []string{l.ink.dim(line(d.Published)), l.ink.dim(line(d.Publisher)), line(d.Title)}
}

// at says where an item stands, for a terminal.
func (l *sheet) at(r *record.Record, id, where string) run {
	if l.kept {
		return run{wording.OneLine(r.Document.ID + "/" + id), l.ink.dim}
	}
	return run{wording.Line(where), l.ink.dim}
}

// row writes one statement as one line.
func (l *List) row(r *record.Record, s *record.Statement, where string, x *resolve.Index) {
	due, _ := x.Due(s)
	line := wording.OneLine
	l.item(r, s.ID, where,
		l.ink.speaker(line(wording.Who(s.Speaker, x.Names))),
		l.ink.cue(line(wording.Cue(s))),
		line(wording.Content(s)),
		l.score(s.Score),
		l.ink.dim(x.SaidWords(s, line)),
		l.ink.dim(line(x.Cited(s))),
		l.ink.dim(line(resolve.Texts(x.Held(s)))),
		s.Act.String(),
		l.stand(s, wording.Polarity(s.Polarity)),
		s.Certainty.String(),
		line(wording.All(s.Addressees, x.Names)),
		line(wording.Moment(due.Moment, line)),
		line(due.Condition),
		line(wording.Place(s.Place, x.Names)),
		wording.Likelihood(s.Likelihood),
	)
}

// score returns a score, painted when it is low.
func (l *sheet) score(score *float64) string {
	if wording.Low(score) {
		return l.ink.warning(wording.Score(score))
	}
	return wording.Score(score)
}

// stand paints words on the polarity of a statement when it is other than
// affirmed.
func (l *sheet) stand(s *record.Statement, words string) string {
	if wording.Stand(s) == "" {
		return words
	}
	return l.ink.stand(words)
}

// laidOut writes a record for a terminal.
func (l *List) laidOut(r *record.Record, lines wording.Lines, x *resolve.Index) {
	l.apart()
	l.flow("", run{wording.Heading(r), l.ink.bold})
	about := wording.Source(r)
	if !l.events && !l.kept {
		about = append(about, wording.Count(len(r.Statements), "statement"))
	}
	if !l.kept && (l.events || len(r.Events) > 0) {
		about = append(about, wording.Count(len(r.Events), "event"))
	}
	l.flow("", run{strings.Join(about, " · "), l.ink.dim})
	if !l.events {
		deep := depths(r.Statements)
		for i := range r.Statements {
			l.w.WriteByte('\n')
			l.statement(&r.Statements[i], l.at(r, r.Statements[i].ID, lines.Statement(i)), deep[i], x)
		}
	}
	l.eventsLaidOut(r, lines, x)
}

// statement writes one statement: a line with speaker, cue, stand, addressee,
// act, place, time and sources, below it the content, and below that when it
// is due and what its times and amounts come to.
func (l *List) statement(s *record.Statement, at run, depth int, x *resolve.Index) {
	// Deeper than this, the text would have no room left.
	const maxIndents = 6
	margin := strings.Repeat("  ", 1+min(depth, maxIndents))
	line := wording.OneLine
	head := []run{
		{line(wording.Who(s.Speaker, x.Names)), l.ink.speaker},
		{line(wording.Cue(s)), l.ink.cue},
		{wording.Stand(s), l.ink.stand},
		{line(wording.Prefixed("to ", wording.All(s.Addressees, x.Names))), l.ink.plain},
		{line(wording.Stance(s)), l.ink.plain},
		at,
		{wording.Prefixed("said ", x.SaidWords(s, line)), l.ink.dim},
		{line(wording.Prefixed("in ", wording.Place(s.Place, x.Names))), l.ink.dim},
		{wording.Prefixed("cited: ", line(x.Cited(s))), l.ink.dim},
	}
	if wording.Low(s.Score) {
		head = append(head, run{"score " + wording.Score(s.Score), l.ink.warning})
	}
	l.flow(margin, head...)
	l.flow(margin+"  ", run{line(wording.Content(s)), l.ink.plain})
	due, isDue := x.Due(s)
	if isDue {
		l.flow(margin+"  ", run{line("due " + wording.Due(due, wording.Days)), l.ink.due})
	}
	values := slices.DeleteFunc(x.Held(s), func(v resolve.Value) bool { return v.Words == due.Words })
	if held := equations(values); held != "" {
		l.flow(margin+"  ", run{held, l.ink.dim})
	}
}

// equations says what words come to, where they do not say it themselves:
// "next month = 2023-03 · …".
func equations(values []resolve.Value) string {
	var out []string
	for _, v := range values {
		if v.Text != v.Words {
			out = append(out, wording.OneLine(v.Words)+" = "+wording.OneLine(v.Text))
		}
	}
	return strings.Join(out, " · ")
}

// depths says for each statement how many others enclose it.
func depths(statements []record.Statement) []int {
	at := make(map[string]int, len(statements))
	for i, s := range statements {
		at[s.ID] = i
	}
	deep := make([]int, len(statements))
	for i := range statements {
		// A ring of statements is a defect that Validate names; the bound
		// keeps it from holding us here.
		for j, n := i, 0; statements[j].Inside != "" && n < len(statements); n++ {
			next, known := at[statements[j].Inside]
			if !known {
				break
			}
			deep[i]++
			j = next
		}
	}
	return deep
}
