package extract

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"readout/record"
)

// A count is how many were wanted, found and right.
type count struct{ wanted, found, right int }

func (c count) row(kind string) string {
	p := float64(c.right) / float64(max(1, c.found))
	r := float64(c.right) / float64(max(1, c.wanted))
	f := 2 * p * r / max(1e-9, p+r)
	return fmt.Sprintf("%-18s %6d %6d %6d %9.1f %6.1f %6.1f\n",
		kind, c.wanted, c.found, c.right, 100*p, 100*r, 100*f)
}

// A quality counts, over all marked documents, per kind.
type quality struct {
	speaker, cue, content count // spans, exact
	exact, overlapping    count // whole statements: speaker, cue and content
	form                  count // of overlapping statements
	entity                count // speakers' names, where a document states them
}

func (q *quality) add(m *marked, got []item) {
	part := func(c *count, of func(item) []record.Span) {
		want, found := spansOf(m.want, of), spansOf(got, of)
		c.wanted += len(want)
		c.found += len(found)
		for _, s := range found {
			if slices.Contains(want, s) {
				c.right++
			}
		}
	}
	part(&q.speaker, func(i item) []record.Span { return i.speaker })
	part(&q.cue, func(i item) []record.Span { return i.cue })
	part(&q.content, func(i item) []record.Span { return i.content })
	q.statements(m.want, got)
}

// spansOf returns the different spans that items have in one part.
func spansOf(items []item, of func(item) []record.Span) []record.Span {
	var out []record.Span
	for _, i := range items {
		for _, s := range of(i) {
			if !slices.Contains(out, s) {
				out = append(out, s)
			}
		}
	}
	return out
}

func (q *quality) statements(want, got []item) {
	left := slices.Clone(got)
	for _, c := range []*count{&q.exact, &q.overlapping} {
		c.wanted += len(want)
		c.found += len(got)
	}
	for _, w := range want {
		q.entity.wanted += named(w.entity)
		at := slices.IndexFunc(left, w.meets)
		if at < 0 {
			continue
		}
		g := left[at]
		left = slices.Delete(left, at, at+1)
		q.overlapping.right++
		q.exact.right += truth(w.sameSpans(g))
		q.form.wanted++
		q.form.found++
		q.form.right += truth(w.form == g.form)
		if w.entity != "" {
			q.entity.found += named(g.entity)
			q.entity.right += truth(w.entity == g.entity && w.entity != "none")
		}
	}
}

func named(entity string) int { return truth(entity != "" && entity != "none") }

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (want item) sameSpans(got item) bool {
	return slices.Equal(want.speaker, got.speaker) && slices.Equal(want.cue, got.cue) &&
		slices.Equal(want.content, got.content)
}

// meets reports whether every part of two statements overlaps, or is absent in
// both.
func (want item) meets(got item) bool {
	part := func(a, b []record.Span) bool { return len(a)+len(b) == 0 || overlap(a, b) }
	return part(want.speaker, got.speaker) && part(want.cue, got.cue) &&
		overlap(want.content, got.content)
}

// TestQualityOnMarkedDocuments holds the counts on the marked documents. They
// are few and chosen to be hard: the figures say what a change did, not how good
// the reader is; docs/accuracy.md says that.
func TestQualityOnMarkedDocuments(t *testing.T) {
	reader := openFastest(t)
	var q quality
	n := 0
	for _, m := range markedDocuments(t) {
		q.add(&m, m.found(read(t, reader, m.text)))
		n++
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%d marked documents, counts and percent\n\n", n)
	fmt.Fprintf(&b, "%-18s %6s %6s %6s %9s %6s %6s\n",
		"kind", "wanted", "found", "right", "precision", "recall", "F1")
	b.WriteString(q.speaker.row("speaker"))
	b.WriteString(q.cue.row("cue"))
	b.WriteString(q.content.row("content"))
	b.WriteString(q.exact.row("statement exact"))
	b.WriteString(q.overlapping.row("statement overlap"))
	b.WriteString(q.form.row("form"))
	b.WriteString(q.entity.row("speaker's entity"))
	golden(t, "quality.txt", b.String())
}
