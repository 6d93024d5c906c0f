package record

import "fmt"

// A piece is one span of a record, with its place in it and, where the record
// repeats them, the words.
type piece struct {
	path  string
	span  *Span
	exact *string // nil for a bare span
}

// pieces lists every span of the record.
func (r *Record) pieces() []piece {
	var c collector
	c.arg("document.dateline", r.Document.Dateline)
	c.spans("document.sentences", r.Document.Sentences)
	for i := range r.Entities {
		c.entity(fmt.Sprintf("entities[%d]", i), &r.Entities[i])
	}
	for i := range r.Times {
		t := &r.Times[i]
		c.add(fmt.Sprintf("times[%d]", i), &t.Span, &t.Exact)
	}
	for i := range r.Amounts {
		a := &r.Amounts[i]
		c.add(fmt.Sprintf("amounts[%d]", i), &a.Span, &a.Exact)
	}
	for i := range r.Citations {
		cite, path := &r.Citations[i], fmt.Sprintf("citations[%d]", i)
		c.add(path, &cite.Span, &cite.Exact)
		c.args(path+".sources", cite.Sources)
	}
	for i := range r.Statements {
		c.statement(fmt.Sprintf("statements[%d]", i), &r.Statements[i])
	}
	for i := range r.Events {
		c.event(fmt.Sprintf("events[%d]", i), &r.Events[i])
	}
	return c.pieces
}

type collector struct{ pieces []piece }

func (c *collector) add(path string, s *Span, exact *string) {
	c.pieces = append(c.pieces, piece{path, s, exact})
}

func (c *collector) mark(path string, m *Mark) {
	if m != nil {
		c.add(path, &m.Span, &m.Exact)
	}
}

func (c *collector) marks(path string, marks []Mark) {
	for i := range marks {
		c.mark(fmt.Sprintf("%s[%d]", path, i), &marks[i])
	}
}

func (c *collector) arg(path string, a *Arg) {
	if a != nil && a.Span != nil {
		c.add(path, a.Span, &a.Exact)
	}
}

func (c *collector) args(path string, args []Arg) {
	for i := range args {
		c.arg(fmt.Sprintf("%s[%d]", path, i), &args[i])
	}
}

func (c *collector) spans(path string, spans []Span) {
	for i := range spans {
		c.add(fmt.Sprintf("%s[%d]", path, i), &spans[i], nil)
	}
}

func (c *collector) entity(path string, e *Entity) {
	c.marks(path+".roles", e.Roles)
	for i := range e.Mentions {
		m := &e.Mentions[i]
		c.add(fmt.Sprintf("%s.mentions[%d]", path, i), &m.Span, &m.Exact)
	}
}

func (c *collector) statement(path string, s *Statement) {
	c.marks(path+".hedges", s.Hedges)
	c.arg(path+".speaker", s.Speaker)
	c.args(path+".addressees", s.Addressees)
	c.mark(path+".cue", s.Cue)
	c.spans(path+".content.spans", s.Content.Spans)
	c.spans(path+".content.quoted", s.Content.Quoted)
	c.arg(path+".place", s.Place)
	if s.Due != nil {
		c.mark(path+".due.condition", s.Due.Condition)
	}
}

func (c *collector) event(path string, e *Event) {
	c.mark(path+".trigger", &e.Trigger)
	c.args(path+".actors", e.Actors)
	c.args(path+".recipients", e.Recipients)
	c.arg(path+".place", e.Place)
}

// clone copies the record as deep as its spans lie; the rest is shared.
func (r *Record) clone() *Record {
	c := *r
	c.Document.Dateline = cloneArg(r.Document.Dateline)
	c.Document.Sentences = cloned(r.Document.Sentences, nil)
	c.Entities = cloned(r.Entities, func(e *Entity) {
		e.Roles = cloned(e.Roles, nil)
		e.Mentions = cloned(e.Mentions, nil)
	})
	c.Times = cloned(r.Times, nil)
	c.Amounts = cloned(r.Amounts, nil)
	c.Citations = cloned(r.Citations, func(c *Citation) { c.Sources = cloneArgs(c.Sources) })
	c.Statements = cloned(r.Statements, cloneStatement)
	c.Events = cloned(r.Events, func(e *Event) {
		e.Actors = cloneArgs(e.Actors)
		e.Recipients = cloneArgs(e.Recipients)
		e.Place = cloneArg(e.Place)
	})
	return &c
}

func cloneStatement(s *Statement) {
	s.Hedges = cloned(s.Hedges, nil)
	s.Speaker = cloneArg(s.Speaker)
	s.Addressees = cloneArgs(s.Addressees)
	s.Cue = clonePointer(s.Cue)
	s.Content.Spans = cloned(s.Content.Spans, nil)
	s.Content.Quoted = cloned(s.Content.Quoted, nil)
	s.Place = cloneArg(s.Place)
	s.Due = clonePointer(s.Due)
	if s.Due != nil {
		s.Due.Condition = clonePointer(s.Due.Condition)
	}
}

func cloneArg(a *Arg) *Arg {
	c := clonePointer(a)
	if c != nil {
		c.Span = clonePointer(c.Span)
	}
	return c
}

func cloneArgs(args []Arg) []Arg {
	return cloned(args, func(a *Arg) { a.Span = clonePointer(a.Span) })
}

func clonePointer[T any](p *T) *T {
	if p == nil {
		return nil
	}
	c := *p
	return &c
}

// cloned copies a slice, nil staying nil, and calls inside, unless nil, on
// each copy.
func cloned[T any](s []T, inside func(*T)) []T {
	if s == nil {
		return nil
	}
	c := append([]T{}, s...)
	if inside == nil {
		return c
	}
	for i := range c {
		inside(&c[i])
	}
	return c
}
