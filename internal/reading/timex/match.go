package timex

import (
	"slices"
	"strings"
)

// A rule is one way to say a time: a pattern over words and what it means.
//
// A pattern is words separated by blanks. "a|b" is either word; "<class>" is a
// class of words, or an expression that another rule of that group reads; "?"
// behind either makes it optional. "~" before a word says that no blank stands
// before it.
type rule struct {
	group   string
	pattern string
	read    func(*reader, *match) (reading, bool)
	trust   trust
	example string // "words => value", published on Friday, 2021-03-12
}

// A trust says how far the words alone make a time of an expression.
type trust uint8

const (
	inside trust = iota // never by itself: part of other patterns
	weak                // only where it is proposed
	likely              // where it is proposed, or nothing is known of proposals
	sure                // always
)

// A compiled rule is ready to be matched.
type compiled struct {
	rule
	elements []element
}

type element struct {
	words    []string
	class    *class // of words
	group    string // of rules
	optional bool
	glued    bool
}

// A capture is what one class or nested rule took.
type capture struct {
	name string
	n    int
	f    float64
	s    string
	sub  *match
}

// A match is a rule and what its classes took.
type match struct {
	rule       *compiled
	start, end int // tokens
	captures   []capture
}

func (m *match) all(name string) []capture {
	var found []capture
	for _, c := range m.captures {
		if c.name == name {
			found = append(found, c)
		}
	}
	return found
}

func (m *match) get(name string) (capture, bool) {
	for _, c := range m.captures {
		if c.name == name {
			return c, true
		}
	}
	return capture{}, false
}

// n returns the number that the class took, 0 if it took none.
func (m *match) n(name string) int {
	c, _ := m.get(name)
	return c.n
}

// A grammar is the rules by the words with which they may begin.
type grammar struct {
	begin  map[string][]*compiled            // all rules
	groups map[string]map[string][]*compiled // the rules of one group
}

// digitKey begins a rule that begins with digits.
const digitKey = "#"

// key returns that of token i. So many rules begin with "the" that its key has
// the one of the next word, too.
func (p *parser) key(i int) string {
	low := p.low(i)
	if low == "the" {
		return theKey + plainKey(p.low(i+1))
	}
	return plainKey(low)
}

func plainKey(low string) string {
	if low != "" && isDigit(low[0]) {
		return digitKey
	}
	return low
}

const theKey = "the "

// compile orders rules by their beginnings. A group stands before the rules
// that use it.
func compile(tables ...[]rule) *grammar {
	g := &grammar{map[string][]*compiled{}, map[string]map[string][]*compiled{}}
	for _, table := range tables {
		for _, r := range table {
			c := &compiled{rule: r}
			for _, field := range strings.Fields(r.pattern) {
				c.elements = append(c.elements, parseElement(field))
			}
			if g.groups[r.group] == nil {
				g.groups[r.group] = map[string][]*compiled{}
			}
			for _, k := range g.beginnings(c.elements) {
				g.begin[k] = append(g.begin[k], c)
				g.groups[r.group][k] = append(g.groups[r.group][k], c)
			}
		}
	}
	return g
}

func parseElement(field string) element {
	field, optional := strings.CutSuffix(field, "?")
	field, glued := strings.CutPrefix(field, "~")
	e := element{optional: optional, glued: glued}
	if name, ok := strings.CutPrefix(field, "<"); ok {
		name = strings.TrimSuffix(name, ">")
		if c, ok := classes[name]; ok {
			e.class = &c
			e.class.name = name
			return e
		}
		e.group = name
		return e
	}
	e.words = strings.Split(field, "|")
	return e
}

func (g *grammar) beginnings(elements []element) []string {
	seen := map[string]bool{}
	var keys []string
	for n, e := range elements {
		own := slices.Clone(e.words)
		if e.class != nil {
			own = e.class.begin()
		}
		for k := range g.groups[e.group] {
			own = append(own, k)
		}
		if i := slices.Index(own, "the"); i >= 0 {
			own = slices.Delete(own, i, i+1)
			for _, k := range g.beginnings(elements[n+1:]) {
				own = append(own, theKey+k)
			}
		}
		for _, k := range own {
			if isDigit(k[0]) {
				k = digitKey
			}
			if !seen[k] {
				seen[k] = true
				keys = append(keys, k)
			}
		}
		if !e.optional {
			break
		}
	}
	return keys
}

// A parser matches the rules of a grammar with the tokens of one sentence.
type parser struct {
	*grammar
	toks []token
	memo map[place][]*match // what groups match at a token
}

// A place is a token where a group of rules is tried.
type place struct {
	group string
	at    int
}

// of returns the matches of a group at token i.
func (p *parser) of(group string, i int) []*match {
	found, ok := p.memo[place{group, i}]
	if ok {
		return found
	}
	rules := p.groups[group]
	if i >= len(p.toks) || len(rules[p.key(i)]) == 0 {
		return nil
	}
	p.each(rules, i, func(m *match) { found = append(found, keep(m)) })
	p.memo[place{group, i}] = found
	return found
}

// keep copies a match that goes on to change.
func keep(m *match) *match {
	kept := *m
	kept.captures = slices.Clone(m.captures)
	return &kept
}

// each calls yield with every match of the rules that begins at token i.
func (p *parser) each(rules map[string][]*compiled, i int, yield func(*match)) {
	if i >= len(p.toks) {
		return
	}
	tried := rules[p.key(i)]
	if len(tried) == 0 {
		return
	}
	m := &match{start: i, captures: make([]capture, 0, 6)}
	for _, c := range tried {
		m.rule, m.captures = c, m.captures[:0]
		p.run(c.elements, i, m, func(end int) {
			m.end = end
			yield(m)
		})
	}
}

// run matches elements from token i on. The match that yield sees is changed
// afterwards.
func (p *parser) run(elements []element, i int, m *match, yield func(end int)) {
	if len(elements) == 0 {
		yield(i)
		return
	}
	e, rest := &elements[0], elements[1:]
	if i < len(p.toks) && (!e.glued || p.toks[i].glued) {
		p.element(e, i, m, func(end int) { p.run(rest, end, m, yield) })
	}
	if e.optional {
		p.run(rest, i, m, yield)
	}
}

func (p *parser) element(e *element, i int, m *match, yield func(end int)) {
	depth := len(m.captures)
	switch {
	case e.words != nil:
		for _, w := range e.words {
			if p.toks[i].low == w {
				m.captures = append(m.captures, capture{name: "word", s: w})
				yield(i + 1)
			}
		}
	case e.class != nil:
		c, end, ok := e.class.take(p, i)
		if ok {
			c.name = e.class.name
			m.captures = append(m.captures, c)
			yield(end)
		}
	default:
		for _, sub := range p.of(e.group, i) {
			m.captures = append(m.captures, capture{name: e.group, sub: sub})
			yield(sub.end)
			m.captures = m.captures[:depth]
		}
	}
	m.captures = m.captures[:depth]
}

// low returns the word at i, "" outside the sentence.
func (p *parser) low(i int) string {
	if i < 0 || i >= len(p.toks) {
		return ""
	}
	return p.toks[i].low
}

// glued reports whether token i follows the one before without a blank.
func (p *parser) glued(i int) bool {
	return i > 0 && i < len(p.toks) && p.toks[i].glued
}

// number returns the digits at i, -1 if there are none.
func (p *parser) number(i int) int {
	if i < 0 || i >= len(p.toks) {
		return -1
	}
	return p.toks[i].num
}

// upper reports whether the word at i begins with a capital.
func (p *parser) upper(i int) bool {
	return i >= 0 && i < len(p.toks) && p.toks[i].upper
}
