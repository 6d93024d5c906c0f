package plain

import (
	"io"
	"slices"
	"strings"

	"readout/internal/keeping/resolve"
	"readout/internal/keeping/wording"
	"readout/record"
)

// A Passages list writes what is kept as [List] does and, below each record, the
// sentences in which its one statement, event or citation stands.
type Passages struct {
	*List
	around int
}

// NewPassages returns a writer of such lists, with as many sentences before and
// behind as around says.
func NewPassages(w io.Writer, opts ListOptions, around int) *Passages {
	opts.Kept = true
	return &Passages{NewList(w, opts), around}
}

// Write writes a record of one statement, or with Events of one event, or with
// neither of one citation.
func (l *Passages) Write(r *record.Record) error {
	if len(r.Statements)+len(r.Events) == 0 {
		l.citation(r)
	} else if err := l.List.Write(r); err != nil {
		return err
	}
	text, err := passage(r, l.span(r), l.around)
	if err != nil {
		return err
	}
	if text = wording.OneLine(text); text == "" {
		text = "(the text was left out)"
	}
	if l.width == 0 {
		l.cells(text)
		return l.w.Flush()
	}
	l.w.WriteByte('\n')
	l.flow("", run{text, l.ink.plain})
	return l.w.Flush()
}

// citation writes the words of a citation and the sources that it names.
func (l *Passages) citation(r *record.Record) {
	c, line := &r.Citations[0], wording.OneLine
	sources := line(resolve.New(r).Sources([]string{c.ID}))
	if l.width == 0 {
		l.item(r, c.ID, "", l.ink.cue(line(c.Exact)), sources)
		return
	}
	l.flow("", run{wording.Heading(r), l.ink.bold})
	l.flow("", run{strings.Join(wording.Source(r), " · "), l.ink.dim})
	l.w.WriteByte('\n')
	l.flow("  ", run{line(c.Exact), l.ink.cue}, l.at(r, c.ID, ""))
	l.flow("    ", run{sources, l.ink.plain})
}

// span returns the part of the text from the first to the last word of the item.
func (l *Passages) span(r *record.Record) record.Span {
	if len(r.Statements)+len(r.Events) == 0 {
		return r.Citations[0].Span
	}
	if l.events {
		return r.Events[0].Trigger.Span
	}
	s := &r.Statements[0]
	spans := slices.Clone(s.Content.Spans)
	if s.Cue != nil {
		spans = append(spans, s.Cue.Span)
	}
	if s.Speaker != nil && s.Speaker.Span != nil {
		spans = append(spans, *s.Speaker.Span)
	}
	if len(spans) == 0 {
		return record.Span{}
	}
	whole := spans[0]
	for _, part := range spans {
		whole.Start, whole.End = min(whole.Start, part.Start), max(whole.End, part.End)
	}
	return whole
}

// passage returns the sentences that a span touches and as many as around before
// and behind them, "" when the record has no text.
func passage(r *record.Record, span record.Span, around int) (string, error) {
	if r.Document.Text == nil || len(r.Document.Sentences) == 0 {
		return "", nil
	}
	sentences := r.Document.Sentences
	last := len(sentences) - 1
	touched := func(s record.Span) bool { return s.End > span.Start }
	from := slices.IndexFunc(sentences, touched)
	if from < 0 {
		from = last
	}
	to := from
	for to < last && sentences[to+1].Start < span.End {
		to++
	}
	from, to = max(0, from-around), min(last, to+around)
	cut := *r
	cut.Statements, cut.Events = nil, nil
	bytes, err := cut.In(record.OffsetsByte)
	if err != nil {
		return "", err
	}
	at := bytes.Document.Sentences
	return (*r.Document.Text)[at[from].Start:at[to].End], nil
}
