package record

import (
	"fmt"
	"slices"
)

// Validate proves that the record is well formed: its shape as the schema has
// it, its ids and references, and that the text says at every span what the
// record says it does. It returns nil when there is nothing to report.
//
// A record without its text is checked as far as that goes, and a finding of
// [RuleUnchecked] says so; see [Finding.Fault].
func (r *Record) Validate() []Finding {
	c := checker{r: r}
	c.record()
	c.ids()
	c.references()
	c.words()
	c.document()
	return c.findings
}

// Check proves a record that someone else wrote. Beyond Validate it finds
// what Parse lets pass: keys that are missing, unknown or given twice, and
// null where there must be a value. The record is nil when it cannot be read.
func Check(data []byte) (*Record, []Finding) {
	findings := shape(data, true)
	r, err := Parse(data)
	if err != nil {
		return nil, findings
	}
	for _, f := range r.Validate() {
		if !slices.ContainsFunc(findings, func(have Finding) bool {
			return have.Rule == f.Rule && have.Path == f.Path
		}) {
			findings = append(findings, f)
		}
	}
	return r, findings
}

// A checker gathers the findings on one record.
type checker struct {
	r        *Record
	findings []Finding
	items    map[string]string // their places, by their ids
	points   map[int]point     // where the spans' ends lie; nil without a text
}

func (c *checker) find(rule Rule, path, format string, args ...any) {
	c.findings = append(c.findings, Finding{rule, path, fmt.Sprintf(format, args...)})
}

// words checks every span against the text, and that lists of spans which are
// pieces of one thing stand in order.
func (c *checker) words() {
	pieces := c.r.pieces()
	for _, p := range pieces {
		c.bounds(p)
	}
	if text := c.r.Document.Text; text != nil {
		c.points = locate(*text, c.r.Offsets, ends(pieces))
		for _, p := range pieces {
			c.exact(p)
		}
	}
	c.mainSpans()
	c.inOrder("document.sentences", c.r.Document.Sentences)
	for i := range c.r.Statements {
		c.content(fmt.Sprintf("statements[%d]", i), &c.r.Statements[i])
	}
}

// bounds checks what can be known of a span without the text.
func (c *checker) bounds(p piece) {
	s, length := *p.span, c.r.Document.Length
	if s.Start >= s.End {
		c.find(RuleSpan, p.path, "[%d,%d] is empty or runs backwards", s.Start, s.End)
		return
	}
	if s.End > length {
		c.find(RuleSpan, p.path, "[%d,%d] ends after the text, which is %d long",
			s.Start, s.End, length)
		return
	}
	if c.r.Document.Text != nil || p.exact == nil {
		return
	}
	if n := lengthIn(*p.exact, c.r.Offsets); n != s.End-s.Start {
		c.find(RuleExact, p.path, "[%d,%d] is %d long, but %q is %d",
			s.Start, s.End, s.End-s.Start, brief(*p.exact), n)
	}
}

// exact checks one span against the text.
func (c *checker) exact(p piece) {
	got, whole, ok := c.at(*p.span)
	switch {
	case !ok: // bounds or document has said so
	case !whole:
		c.find(RuleSpan, p.path, "[%d,%d] cuts a character", p.span.Start, p.span.End)
	case p.exact != nil && got != *p.exact:
		c.find(RuleExact, p.path, "the text at [%d,%d] is %q, not %q",
			p.span.Start, p.span.End, brief(got), brief(*p.exact))
	}
}

// at returns the words at a span, and whether they are whole characters; ok is false
// where it does not lie in the text.
func (c *checker) at(s Span) (words string, whole, ok bool) {
	start, starts := c.points[s.Start]
	end, ends := c.points[s.End]
	if !starts || !ends || start.byte > end.byte {
		return "", false, false
	}
	words = (*c.r.Document.Text)[start.byte:end.byte]
	return words, start.whole && end.whole, true
}

// brief shortens words for a message.
func brief(s string) string {
	const most = 60 // runes, about a line of a terminal
	n := 0
	for i := range s {
		if n == most {
			return s[:i] + "…"
		}
		n++
	}
	return s
}

func (c *checker) inOrder(path string, spans []Span) {
	for i := 1; i < len(spans); i++ {
		if spans[i].Start < spans[i-1].End {
			c.find(RuleSpan, fmt.Sprintf("%s[%d]", path, i),
				"[%d,%d] begins before the one before it ends", spans[i].Start, spans[i].End)
		}
	}
}

// document checks length, digest and id against the text.
func (c *checker) document() {
	d := &c.r.Document
	if d.Text == nil {
		c.find(RuleUnchecked, "document.text",
			"the record has no text: words, digest and document id were not checked")
		return
	}
	if n := lengthIn(*d.Text, c.r.Offsets); n != d.Length {
		c.find(RuleDocument, "document.length", "is %d, but the text is %d long in %s offsets",
			d.Length, n, c.r.Offsets)
	}
	if sum := TextSHA256(*d.Text); sum != d.TextSHA256 {
		c.find(RuleDocument, "document.text_sha256", "is not that of the text, %s", sum)
	}
	if id := DocumentID(d.URL, *d.Text); id != d.ID {
		c.find(RuleDocument, "document.id", "is %q, but url and text give %s", d.ID, id)
	}
}
