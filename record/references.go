package record

import (
	"fmt"
	"strconv"
	"strings"
)

// mains lists each item that has an id, with the span its id counts from.
func (r *Record) mains() []main {
	var all []main
	for i := range r.Entities {
		e := &r.Entities[i]
		all = append(all, main{fmt.Sprintf("entities[%d]", i), e.ID, KindEntity, e.firstName()})
	}
	for i := range r.Times {
		t := &r.Times[i]
		all = append(all, main{fmt.Sprintf("times[%d]", i), t.ID, KindTime, &t.Span})
	}
	for i := range r.Amounts {
		a := &r.Amounts[i]
		all = append(all, main{fmt.Sprintf("amounts[%d]", i), a.ID, KindAmount, &a.Span})
	}
	for i := range r.Citations {
		cite := &r.Citations[i]
		all = append(all, main{fmt.Sprintf("citations[%d]", i), cite.ID, KindCitation, &cite.Span})
	}
	for i := range r.Statements {
		s := &r.Statements[i]
		all = append(all, main{fmt.Sprintf("statements[%d]", i), s.ID, KindStatement, s.Content.first()})
	}
	for i := range r.Events {
		e := &r.Events[i]
		all = append(all, main{fmt.Sprintf("events[%d]", i), e.ID, KindEvent, &e.Trigger.Span})
	}
	return all
}

// A main is an item with an id, and the span that the id counts from; nil when
// it has none.
type main struct {
	path string
	id   string
	kind byte
	span *Span
}

// firstName returns the first mention by name, or the first of any kind when
// the entity is never named.
func (e *Entity) firstName() *Span {
	var first *Mention
	for i := range e.Mentions {
		m := &e.Mentions[i]
		if first == nil || m.before(first) {
			first = m
		}
	}
	if first == nil {
		return nil
	}
	return &first.Span
}

// before orders mentions: names first, then by place.
func (m *Mention) before(o *Mention) bool {
	if (m.Kind == MentionName) != (o.Kind == MentionName) {
		return m.Kind == MentionName
	}
	return m.Span.Start < o.Span.Start
}

func (content *Content) first() *Span {
	if len(content.Spans) == 0 {
		return nil
	}
	return &content.Spans[0]
}

// ids checks that ids are unique and of the kind of their list.
func (c *checker) ids() {
	seen := map[string]string{}
	for _, m := range c.r.mains() {
		path := m.path + ".id"
		if other, ok := seen[m.id]; ok {
			c.find(RuleID, path, "%q is the id of %s too", m.id, other)
		}
		seen[m.id] = m.path
		if idPattern.MatchString(m.id) && m.id[0] != m.kind {
			c.find(RuleID, path, "%q must begin with %q", m.id, m.kind)
		}
	}
}

// mainSpans checks that the number of each id is the start of its main span,
// in code points.
func (c *checker) mainSpans() {
	codepoints := c.r.Offsets == OffsetsCodepoint
	if !codepoints && c.r.Document.Text == nil {
		c.find(RuleUnchecked, "document.text",
			"the record has no text and counts in %s: the numbers of ids were not checked", c.r.Offsets)
		return
	}
	for _, m := range c.r.mains() {
		if m.span == nil || !idPattern.MatchString(m.id) {
			continue
		}
		start := m.span.Start
		if !codepoints {
			p, ok := c.points[start]
			if !ok {
				continue // outside the text, which bounds has said
			}
			start = p.rune
		}
		number := strings.TrimRight(m.id[1:], "abcdefghijklmnopqrstuvwxyz")
		if number != strconv.Itoa(start) {
			c.find(RuleID, m.path+".id", "%q, but the main span begins at code point %d",
				m.id, start)
		}
	}
}

// references checks that every id that is pointed at is there and of the right
// kind.
func (c *checker) references() {
	p := pointers{checker: c, known: map[string]bool{}}
	for _, m := range c.r.mains() {
		p.known[m.id] = true
	}
	p.arg("document.dateline", c.r.Document.Dateline)
	for i := range c.r.Times {
		p.time(fmt.Sprintf("times[%d].anchor", i), c.r.Times[i].Anchor)
	}
	for i := range c.r.Citations {
		path := fmt.Sprintf("citations[%d]", i)
		p.args(path+".sources", c.r.Citations[i].Sources)
		p.all(path+".times", KindTime, c.r.Citations[i].Times)
	}
	for i := range c.r.Statements {
		p.statement(fmt.Sprintf("statements[%d]", i), &c.r.Statements[i])
	}
	for i := range c.r.Events {
		p.event(fmt.Sprintf("events[%d]", i), &c.r.Events[i])
	}
	c.nesting()
}

// pointers checks ids that point at items.
type pointers struct {
	*checker
	known map[string]bool
}

// one checks a reference; an empty one is absent.
func (p *pointers) one(path string, kind byte, id string) {
	switch {
	case id == "":
	case !p.known[id]:
		p.find(RuleReference, path, "%q is the id of nothing in the record", id)
	case id[0] != kind:
		p.find(RuleReference, path, "%q must be an id that begins with %q", id, kind)
	}
}

func (p *pointers) all(path string, kind byte, ids []string) {
	for i, id := range ids {
		at := fmt.Sprintf("%s[%d]", path, i)
		if id == "" {
			p.find(RuleReference, at, "is empty")
		}
		p.one(at, kind, id)
	}
}

// time checks a reference that may also be to the document's publication.
func (p *pointers) time(path, id string) {
	if id != Published {
		p.one(path, KindTime, id)
		return
	}
	if p.r.Document.Published == "" {
		p.find(RuleReference, path, "is %q, but document.published is absent", Published)
	}
}

func (p *pointers) arg(path string, a *Arg) {
	if a != nil && a.Entity != nil && *a.Entity != Author {
		p.one(path+".entity", KindEntity, *a.Entity)
	}
}

func (p *pointers) args(path string, args []Arg) {
	for i := range args {
		p.arg(fmt.Sprintf("%s[%d]", path, i), &args[i])
	}
}

func (p *pointers) statement(path string, s *Statement) {
	p.arg(path+".speaker", s.Speaker)
	p.args(path+".addressees", s.Addressees)
	p.all(path+".about", KindEntity, s.About)
	if s.Said != nil {
		p.time(path+".said.time", s.Said.Time)
	}
	p.arg(path+".place", s.Place)
	if s.Due != nil {
		p.one(path+".due.time", KindTime, s.Due.Time)
	}
	p.one(path+".inside", KindStatement, s.Inside)
	p.all(path+".citations", KindCitation, s.Citations)
}

func (p *pointers) event(path string, e *Event) {
	p.args(path+".actors", e.Actors)
	p.args(path+".recipients", e.Recipients)
	p.one(path+".time", KindTime, e.Time)
	p.arg(path+".place", e.Place)
	p.all(path+".amounts", KindAmount, e.Amounts)
	p.one(path+".statement", KindStatement, e.Statement)
	p.all(path+".citations", KindCitation, e.Citations)
}

// nesting checks that no statement is inside itself. Each chain is walked up
// once: a statement that was reached before ends the walk.
func (c *checker) nesting() {
	index := map[string]int{}
	for i := range c.r.Statements {
		index[c.r.Statements[i].ID] = i
	}
	walk := make([]int, len(c.r.Statements)) // number of the walk that came by
	for i := range c.r.Statements {
		at, ok := i, true
		for ok && walk[at] == 0 {
			walk[at] = i + 1
			at, ok = index[c.r.Statements[at].Inside]
		}
		if ok && walk[at] == i+1 {
			c.find(RuleReference, fmt.Sprintf("statements[%d].inside", at),
				"%q is inside itself", c.r.Statements[at].ID)
		}
	}
}
