package rule

import (
	"readout/internal/reading/timex/pattern"
	"readout/internal/reading/timex/value"
)

// A Reader gives the expressions of a document their values, in order.
type Reader struct {
	value.Context
	rules []Rule
}

// NewReader returns a reader of what p parses. The date is YYYY-MM-DD; any
// other leaves open what hangs on it.
func NewReader(p *pattern.Parser, published string) *Reader {
	return &Reader{value.NewContext(p, published), all}
}

// Rule returns the rule of a match, which is not to be changed.
func (r *Reader) Rule(m *match) *Rule { return &r.rules[m.Rule] }

// Read gives a match its value and remembers it. The next match of the
// sentence may be nil.
func (r *Reader) Read(m, next *match) (reading, bool) {
	r.At, r.End, r.Next = m.Start, m.End, next
	said, ok := r.mean(m)
	if ok {
		r.Said = append(r.Said, said)
	}
	return said, ok
}

// Reads reports whether the words of a match mean anything: there is no 31st
// of June.
func (r *Reader) Reads(m *match) bool {
	tried := *r
	tried.At, tried.End, tried.Next = m.Start, m.End, nil
	_, ok := tried.mean(m)
	return ok
}

// mean asks the rule of a match, or of one nested in it.
func (r *Reader) mean(m *match) (reading, bool) { return r.rules[m.Rule].read(r, m) }

// nested reads the match of the nested group.
func (r *Reader) nested(m *match, group string) (reading, bool) {
	c, ok := m.Get(group)
	if !ok {
		return reading{}, false
	}
	return r.mean(c.Sub)
}
