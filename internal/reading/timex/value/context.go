package value

import (
	"readout/internal/language/edtf"
	"readout/internal/reading/timex/pattern"
)

// A Context is what the meaning of an expression hangs on: the words around
// it, the date of publication and the times before it.
type Context struct {
	Words     *pattern.Parser // of the sentence
	Published edtf.Day        // the date of publication
	Dated     bool            // published is known
	Said      []Reading       // of the times so far
	paragraph int             // its first time in said
	At, End   int             // the tokens of the expression
	Next      *pattern.Match  // the expression after it in the sentence
}

// NewContext returns that of the first expression of a document.
func NewContext(p *pattern.Parser, published string) Context {
	c := Context{Words: p}
	c.Published, c.Dated = edtf.ParseDay(published)
	return c
}

// NewParagraph begins a paragraph: references do not lead out of it.
func (c *Context) NewParagraph() { c.paragraph = len(c.Said) }

// Tense returns the tense of the verb next to the expression.
func (c *Context) Tense() pattern.Tense { return c.Words.Tense(c.At, c.End) }

// Reference returns the last time of the paragraph that has a place in the
// calendar no coarser than a year, and its index.
func (c *Context) Reference(ok func(*Reading) bool) (*Reading, int, bool) {
	for i := len(c.Said) - 1; i >= max(c.paragraph, len(c.Said)-LookBack); i-- {
		s := &c.Said[i]
		if s.Period.Known() && s.Kind != Set && s.Kind != Duration && ok(s) {
			return s, i, true
		}
	}
	return nil, 0, false
}

// LookBack bounds how many times a reference may be away.
const LookBack = 64

// Fine accepts readings of unit u or finer ones.
func Fine(u edtf.Unit) func(*Reading) bool {
	return func(s *Reading) bool { return rank(s.Period.Unit) <= rank(u) }
}

// Now returns the unit that holds the publication date.
func (c *Context) Now(u edtf.Unit) edtf.Period { return edtf.Of(u, c.Published) }

// Relative returns the unit n after that of publication.
func (c *Context) Relative(u edtf.Unit, n int) Reading {
	if !c.Dated {
		return Word(open(u))
	}
	said := Calendar(c.Now(u).Shift(n))
	said.Anchor = Published
	return said
}

// Narrated returns the unit n after that of the last date of the paragraph, or
// of publication when there is none.
func (c *Context) Narrated(u edtf.Unit, n int) Reading {
	if from, i, ok := c.Reference(Fine(u)); ok {
		said := Calendar(from.Period.In(u).Shift(n))
		said.Anchor = i
		return said
	}
	return c.Relative(u, n)
}
