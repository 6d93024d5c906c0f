package record

import (
	"fmt"
	"strconv"
	"strings"
)

// mains lists each item that has an id, with the span its id counts from.
func (r *Record) mains() []main {
	var all []main
	r.visit(func(path string, item any) {
		switch x := item.(type) {
		case *Entity:
			all = append(all, main{path, x.ID, KindEntity, x.firstName()})
		case *Time:
			all = append(all, main{path, x.ID, KindTime, &x.Span})
		case *Amount:
			all = append(all, main{path, x.ID, KindAmount, &x.Span})
		case *Citation:
			all = append(all, main{path, x.ID, KindCitation, &x.Span})
		case *Statement:
			all = append(all, main{path, x.ID, KindStatement, nil})
			if len(x.Content.Spans) > 0 {
				all[len(all)-1].span = &x.Content.Spans[0]
			}
		case *Event:
			all = append(all, main{path, x.ID, KindEvent, &x.Trigger.Span})
		}
	})
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
	c.r.visit(p.item)
	c.nesting()
}

// pointers checks ids that point at items.
type pointers struct {
	*checker
	known map[string]bool
}

func (p *pointers) item(path string, item any) {
	switch x := item.(type) {
	case *Arg:
		if x.Entity != nil && *x.Entity != Author {
			p.one(path+".entity", KindEntity, *x.Entity)
		}
	case *Time:
		p.time(path+".anchor", x.Anchor)
	case *Citation:
		p.all(path+".times", KindTime, x.Times)
	case *Statement:
		p.all(path+".about", KindEntity, x.About)
		p.one(path+".inside", KindStatement, x.Inside)
		p.all(path+".citations", KindCitation, x.Citations)
	case *Said:
		p.time(path+".time", x.Time)
	case *Due:
		p.one(path+".time", KindTime, x.Time)
	case *Event:
		p.one(path+".time", KindTime, x.Time)
		p.all(path+".amounts", KindAmount, x.Amounts)
		p.one(path+".statement", KindStatement, x.Statement)
		p.all(path+".citations", KindCitation, x.Citations)
	}
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
