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
	if len(e.Mentions) == 0 {
		return nil
	}
	first := &e.Mentions[0]
	for i := range e.Mentions {
		if m := &e.Mentions[i]; m.before(first) {
			first = m
		}
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
	c.items = map[string]string{}
	for _, m := range c.r.mains() {
		path := m.path + ".id"
		if other, ok := c.items[m.id]; ok {
			c.find(RuleID, path, "%q is the id of %s too", m.id, other)
		}
		c.items[m.id] = m.path
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
		if p, ok := c.points[start]; ok {
			start = p.rune
		} else if !codepoints {
			continue // outside the text, which bounds has said
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
	c.r.visit(c.pointers)
	c.nesting()
}

// pointers checks the ids that one object of the record points with.
func (c *checker) pointers(path string, item any) {
	switch x := item.(type) {
	case *Arg:
		if x.Entity != nil && *x.Entity != Author {
			c.pointer(path+".entity", KindEntity, *x.Entity)
		}
	case *Time:
		c.pointerToTime(path+".anchor", x.Anchor)
	case *Citation:
		c.each(path+".times", KindTime, x.Times)
	case *Statement:
		c.each(path+".about", KindEntity, x.About)
		c.pointer(path+".inside", KindStatement, x.Inside)
		c.each(path+".citations", KindCitation, x.Citations)
	case *Said:
		c.pointerToTime(path+".time", x.Time)
	case *Due:
		c.pointer(path+".time", KindTime, x.Time)
	case *Event:
		c.pointer(path+".time", KindTime, x.Time)
		c.each(path+".amounts", KindAmount, x.Amounts)
		c.pointer(path+".statement", KindStatement, x.Statement)
		c.each(path+".citations", KindCitation, x.Citations)
	}
}

// pointer checks a reference; an empty one is absent.
func (c *checker) pointer(path string, kind byte, id string) {
	switch _, known := c.items[id]; {
	case id == "":
	case !known:
		c.find(RuleReference, path, "%q is the id of nothing in the record", id)
	case id[0] != kind:
		c.find(RuleReference, path, "%q must be an id that begins with %q", id, kind)
	}
}

func (c *checker) each(path string, kind byte, ids []string) {
	for i, id := range ids {
		at := fmt.Sprintf("%s[%d]", path, i)
		if id == "" {
			c.find(RuleReference, at, "is empty")
		}
		c.pointer(at, kind, id)
	}
}

// pointerToTime checks a reference that may also be to the document's publication.
func (c *checker) pointerToTime(path, id string) {
	if id != Published {
		c.pointer(path, KindTime, id)
	} else if c.r.Document.Published == "" {
		c.find(RuleReference, path, "is %q, but document.published is absent", Published)
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
