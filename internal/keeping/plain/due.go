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

// A promise is a statement with something due, and where it stands.
type promise struct {
	resolve.Promise
	where string
}

// promises holds back what is due until all is known and can be sorted. It
// keeps the records that have something due and no others.
type promises struct{ held []promise }

// take keeps what a record says is due.
func (p *promises) take(r *record.Record) error {
	found := resolve.Promises(r)
	if len(found) == 0 {
		return nil
	}
	lines, err := wording.NewLines(r)
	if err != nil {
		return err
	}
	for _, f := range found {
		p.held = append(p.held, promise{f, lines.Statement(f.At)})
	}
	return nil
}

// byDay returns what is held, sorted by when it is due.
func (p *promises) byDay() []promise {
	slices.SortStableFunc(p.held, func(a, b promise) int { return a.Compare(b.Due) })
	return p.held
}

// A DueList writes commitments, forecasts and requests by the day on which
// they are due; those of one day in the order of documents and text, those
// without an end or without a day last. It writes when it is closed.
//
// With a width it is laid out for a terminal. Without one each is one line of
// ten cells with tabs between them: first day, last day, act, polarity,
// speaker, addressees, content, words of the time, condition, input:line.
//
// What is kept comes in its order and is written at once, document/item for
// input:line, and behind it published, publisher, title.
type DueList struct {
	sheet
	promises
}

// NewDueList returns a writer of such lists; of the options, Events is of no
// effect.
func NewDueList(w io.Writer, opts ListOptions) *DueList {
	return &DueList{sheet: newSheet(w, opts)}
}

// Write takes what a record says is due.
func (l *DueList) Write(r *record.Record) error {
	if err := l.take(r); err != nil || !l.kept {
		return err
	}
	return l.flush()
}

// Close writes the list.
func (l *DueList) Close() error { return l.flush() }

// flush writes what was taken, by day.
func (l *DueList) flush() error {
	for _, p := range l.byDay() {
		if l.width > 0 {
			l.laidOut(p)
		} else {
			l.row(p)
		}
	}
	l.promises = promises{}
	return l.w.Flush()
}

// row writes one statement as one line.
func (l *DueList) row(p promise) {
	line, names := wording.OneLine, p.Index.Names
	where := place(p.Record, p.where)
	if l.kept {
		where = l.at(p.Record, p.Statement.ID, "").text
	}
	l.cells(append([]string{
		l.ink.due(p.Start),
		l.ink.due(p.End),
		p.Statement.Act.String(),
		l.stand(p.Statement, wording.Polarity(p.Statement.Polarity)),
		l.ink.speaker(line(wording.Who(p.Statement.Speaker, names))),
		line(wording.All(p.Statement.Addressees, names)),
		line(wording.Content(p.Statement)),
		line(p.Words),
		line(p.Condition),
		l.ink.dim(where),
	}, l.document(p.Record)...)...)
}

// laidOut writes one statement for a terminal: the days with the words that
// say them, who said what to whom, and the document.
func (l *DueList) laidOut(p promise) {
	line, s, names := wording.OneLine, p.Statement, p.Index.Names
	l.apart()
	days := line(wording.Deadline(p.Due, wording.Days))
	if days == "" {
		days = "undated"
	}
	l.flow("", run{days, l.ink.bold}, run{line(p.Condition), l.ink.due})
	l.flow("  ",
		run{line(wording.Who(s.Speaker, names)), l.ink.speaker},
		run{line(wording.Cue(s)), l.ink.cue},
		run{wording.Stand(s), l.ink.stand},
		run{line(wording.Prefixed("to ", wording.All(s.Addressees, names))), l.ink.plain},
		run{wording.Stance(s), l.ink.plain})
	l.flow("    ", run{line(wording.Content(s)), l.ink.plain})
	source := append([]string{wording.Heading(p.Record)}, wording.Source(p.Record)...)
	source = append(source, l.at(p.Record, s.ID, p.where).text)
	l.flow("  ", run{strings.Join(source, " · "), l.ink.dim})
}

// A DueBrief writes the same in Markdown: numbered, each with its document. It
// writes when it is closed.
type DueBrief struct {
	w *bufio.Writer
	promises
}

// NewDueBrief returns a writer of such briefs.
func NewDueBrief(w io.Writer) *DueBrief { return &DueBrief{w: bufio.NewWriter(w)} }

// Write takes what a record says is due.
func (b *DueBrief) Write(r *record.Record) error { return b.take(r) }

// Close writes the brief.
func (b *DueBrief) Close() error {
	b.w.WriteString("# Due\n")
	if len(b.held) == 0 {
		b.w.WriteString("\nNothing is due.\n")
	}
	for i, p := range b.byDay() {
		writeDue(b.w, i+1, p)
	}
	return b.w.Flush()
}
