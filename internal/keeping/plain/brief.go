package plain

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"readout/internal/keeping/resolve"
	"readout/internal/keeping/wording"
	"readout/record"
)

// A Brief writes Markdown (CommonMark): per document its title and source, its
// statements numbered and quoted, its events, and after them where each one
// stands.
type Brief struct {
	w      *bufio.Writer
	any    bool
	events bool
}

// BriefOptions say what a brief holds.
type BriefOptions struct {
	Events bool // events only
}

// NewBrief returns a writer of briefs.
func NewBrief(w io.Writer, opts BriefOptions) *Brief {
	return &Brief{w: bufio.NewWriter(w), events: opts.Events}
}

// Write writes one document.
func (b *Brief) Write(r *record.Record) error {
	lines, err := wording.NewLines(r)
	if err != nil {
		return err
	}
	if b.any {
		b.w.WriteString("\n---\n\n")
	}
	b.any = true
	b.head(r)
	x := resolve.New(r)
	tell := wording.NewTeller(r, x.Names)
	if !b.events {
		for i := range r.Statements {
			b.statement(i+1, &r.Statements[i], tell, x)
		}
	}
	b.eventList(r, lines, tell, x)
	if !b.events && len(r.Statements) > 0 {
		b.endnotes(r, lines, x)
	}
	return b.w.Flush()
}

// Close has nothing left to write.
func (b *Brief) Close() error { return nil }

// head writes the title and what is known of the source.
func (b *Brief) head(r *record.Record) {
	fmt.Fprintf(b.w, "# %s\n\n", wording.Markdown(wording.Heading(r)))
	parts := wording.Source(r)
	for i := range parts {
		parts[i] = wording.Markdown(parts[i])
	}
	if url := wording.Link(r.Document.URL); url != "" {
		parts = append(parts, "<"+url+">")
	}
	fmt.Fprintf(b.w, "%s\n", strings.Join(parts, " · "))
	switch {
	case b.events && len(r.Events) == 0:
		b.w.WriteString("\nNo events.\n")
	case !b.events && len(r.Statements) == 0:
		b.w.WriteString("\nNo statements.\n")
	}
}

// statement writes who said it to whom and with which stand, the words as a
// block quotation, and below them when it is due.
func (b *Brief) statement(n int, s *record.Statement, tell wording.Teller, x *resolve.Index) {
	head := saidBy(s, x)
	if outer, ok := tell.Number(s.Inside); ok {
		head += fmt.Sprintf(" (within %d)", outer)
	}
	quotation(b.w, n, head, s)
	if due := wording.DueOf(s, x, resolve.PlainDate); due != "" {
		margin := strings.Repeat(" ", len(strconv.Itoa(n))+2)
		fmt.Fprintf(b.w, "\n%sDue %s\n", margin, wording.Markdown(wording.OneLine(due)))
	}
}

// saidBy writes speaker, cue, stand, addressees, act and certainty.
func saidBy(s *record.Statement, x *resolve.Index) string {
	line := wording.OneLine
	head := "**" + wording.Markdown(line(wording.Who(s.Speaker, x.Names))) + "**"
	if cue := line(wording.Cue(s)); cue != "" {
		head += " *" + wording.Markdown(cue) + "*"
	}
	if stand := wording.Stand(s); stand != "" {
		head += " **" + stand + "**"
	}
	if to := line(wording.All(s.Addressees, x.Names)); to != "" {
		head += " to " + wording.Markdown(to)
	}
	if stance := wording.Stance(s); stance != "" {
		head += " · " + stance
	}
	return head
}

// quotation writes a numbered item: its head and the content as a block
// quotation.
func quotation(w *bufio.Writer, n int, head string, s *record.Statement) {
	margin := strings.Repeat(" ", len(strconv.Itoa(n))+2)
	content := wording.Markdown(wording.OneLine(wording.Content(s)))
	fmt.Fprintf(w, "\n%d. %s\n\n%s> %s\n", n, head, margin, content)
}

// eventList writes the events of a document, one a line.
func (b *Brief) eventList(r *record.Record, lines wording.Lines, tell wording.Teller, x *resolve.Index) {
	if len(r.Events) == 0 {
		return
	}
	b.w.WriteString("\n## Events\n\n")
	for i := range r.Events {
		e := &r.Events[i]
		by := tell.ByNumber(e)
		if b.events { // no statement stands above by its number
			by = tell.By(e)
		}
		fmt.Fprintf(b.w, "- **%s** *%s*", e.Type, wording.Markdown(wording.OneLine(e.Trigger.Exact)))
		for _, fact := range []string{
			wording.Parties(e, x.Names),
			wording.Outcome(e),
			wording.Moment(x.Moment(e.Time), resolve.PlainDate),
			wording.Prefixed("in ", wording.Place(e.Place, x.Names)),
			by,
			wording.Line(lines.Event(i)),
			wording.Prefixed("score ", wording.Score(e.Score)),
		} {
			if fact != "" {
				b.w.WriteString(" · " + wording.Markdown(wording.OneLine(fact)))
			}
		}
		fmt.Fprintf(b.w, " `%s`\n", e.ID)
	}
}

// endnotes writes where each statement stands, when it was said, the sources
// cited for it, what its times and amounts come to, and how sure it is.
func (b *Brief) endnotes(r *record.Record, lines wording.Lines, x *resolve.Index) {
	fmt.Fprintf(b.w, "\n## Where\n\nDocument %s, offsets in %s.\n\n",
		r.Document.ID, unitName(r.Offsets))
	for i, s := range r.Statements {
		places := make([]string, len(s.Content.Spans))
		for j, p := range s.Content.Spans {
			places[j] = fmt.Sprintf("%d–%d", p.Start, p.End)
		}
		where := wording.Line(lines.Statement(i))
		fmt.Fprintf(b.w, "%d. %s, %s, %s", i+1, where, strings.Join(places, " and "), s.Form)
		for _, fact := range []string{
			wording.Prefixed("said ", x.SaidWords(&s, resolve.PlainDate)),
			wording.Prefixed("in ", wording.Place(s.Place, x.Names)),
			wording.Prefixed("cited: ", x.Cited(&s)),
			wording.Prefixed("values: ", resolve.Texts(x.Held(&s))),
			wording.Prefixed("hedged by: ", wording.Hedges(&s)),
		} {
			if fact != "" {
				b.w.WriteString(", " + wording.Markdown(wording.OneLine(fact)))
			}
		}
		if s.Score != nil {
			b.w.WriteString(", score " + wording.Score(s.Score))
		}
		fmt.Fprintf(b.w, " `%s`\n", s.ID)
	}
}

// writeDue writes the nth statement of those that are due.
func writeDue(w *bufio.Writer, n int, p promise) {
	days := wording.Deadline(p.Due, resolve.PlainDate)
	if days == "" {
		days = "undated"
	}
	head := "**" + wording.Markdown(wording.OneLine(days)) + "**"
	if p.Condition != "" {
		head += ", " + wording.Markdown(wording.OneLine(p.Condition))
	}
	quotation(w, n, head+": "+saidBy(p.Statement, p.Index), p.Statement)
	source := append([]string{wording.Heading(p.Record)}, wording.Source(p.Record)...)
	for i := range source {
		source[i] = wording.Markdown(source[i])
	}
	if url := wording.Link(p.Record.Document.URL); url != "" {
		source = append(source, "<"+url+">")
	}
	margin := strings.Repeat(" ", len(strconv.Itoa(n))+2)
	fmt.Fprintf(w, "\n%s%s · %s `%s`\n", margin,
		strings.Join(source, " · "), wording.Line(p.where), p.Statement.ID)
}
