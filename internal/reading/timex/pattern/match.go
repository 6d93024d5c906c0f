// Package pattern matches ways to say a time with the words of a sentence: the
// words, the classes of words, and patterns of both.
//
// In go spellings, once, and the sentences of a document, one after the other;
// out comes what matches at a word, and how: which words each class took. What
// a match means is not known here, but a class knows its own: a month has its
// number, a holiday its day, a unit the part of the calendar that it measures.
// Tense tells the time of the clause around a place.
//
// Guarantees: what matches at a place is found once, so that the work is linear
// in the sentence. A Grammar may be shared; a Parser belongs to one goroutine.
//
// Limits: English alone. Tense knows the verbs of its lists and the ending -ed.
// Holidays are those of a short table.
//
// Sources: 5 U.S.C. 6103 for the holidays of the United States; the anonymous
// Gregorian algorithm for Easter.
package pattern

import (
	"slices"
	"strings"

	"readout/internal/language/text"
)

// A Spelling is one way to say a time: a pattern over words, and the group it
// belongs to. One without a pattern is never matched.
//
// A pattern is words separated by blanks. "a|b" is either word; "<class>" is a
// class of words, or an expression that a spelling of that group matches;
// "?" behind either makes it optional. "~" before a word says that no blank
// stands before it.
type Spelling struct {
	Group   string
	Pattern string
}

// A compiled spelling is ready to be matched.
type compiled struct {
	rule     int // its place among the spellings
	elements []element
}

type element struct {
	words    []string
	class    *class // of words
	group    string // of spellings
	optional bool
	glued    bool
}

// A Capture is what one class or nested rule took.
type Capture struct {
	Name string  // of the class or group; "word" for a plain word
	N    int     // its number, such as that of a month
	F    float64 // how many, for a count; below 0 when unknown
	S    string  // its word, or what it stands for
	Sub  *Match  // of a nested spelling
}

// A Match is a spelling and what its classes took.
type Match struct {
	Rule       int // place of its spelling among those compiled
	Start, End int // tokens
	Captures   []Capture
}

// All returns what the classes of a name took, in the order of the words.
func (m *Match) All(name string) []Capture {
	var found []Capture
	for _, c := range m.Captures {
		if c.Name == name {
			found = append(found, c)
		}
	}
	return found
}

// Get returns what the first class of a name took, if it took anything.
func (m *Match) Get(name string) (Capture, bool) {
	for _, c := range m.Captures {
		if c.Name == name {
			return c, true
		}
	}
	return Capture{}, false
}

// N returns the number that the class took, 0 if it took none.
func (m *Match) N(name string) int {
	c, _ := m.Get(name)
	return c.N
}

// Year returns the year that a class took.
func (m *Match) Year() (int, bool) {
	if c, ok := m.Get("year"); ok {
		return c.N, true
	}
	c, ok := m.Get(",year")
	return c.N, ok
}

// A Grammar is spellings by the words with which they may begin.
type Grammar struct {
	begin  map[string][]*compiled            // all
	groups map[string]map[string][]*compiled // those of one group
}

// digitKey begins a spelling that begins with digits.
const digitKey = "#"

// key returns that of token i. So many begin with "the" that its key has
// the one of the next word, too.
func (p *Parser) key(i int) string {
	low := p.Low(i)
	if low == "the" {
		return theKey + plainKey(p.Low(i+1))
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

// Compile orders spellings by their beginnings; nothing changes the grammar
// afterwards. A group stands before the
// spellings that use it.
func Compile(spellings []Spelling) *Grammar {
	g := &Grammar{map[string][]*compiled{}, map[string]map[string][]*compiled{}}
	for n, s := range spellings {
		c := &compiled{rule: n}
		for _, field := range strings.Fields(s.Pattern) {
			c.elements = append(c.elements, parseElement(field))
		}
		if g.groups[s.Group] == nil {
			g.groups[s.Group] = map[string][]*compiled{}
		}
		for _, k := range g.beginnings(c.elements) {
			g.begin[k] = append(g.begin[k], c)
			g.groups[s.Group][k] = append(g.groups[s.Group][k], c)
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

func (g *Grammar) beginnings(elements []element) []string {
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

// A Parser matches a grammar with the tokens of one sentence.
type Parser struct {
	*Grammar
	toks []token
	memo map[place][]*Match // what groups match at a token
}

// A place is a token where the spellings of a group are tried.
type place struct {
	group string
	at    int
}

// NewParser returns a parser without a sentence.
func NewParser(g *Grammar) *Parser {
	return &Parser{Grammar: g, memo: map[place][]*Match{}}
}

// Load makes a sentence of a document the one that is parsed.
func (p *Parser) Load(doc *text.Text, sentence text.Span) {
	clear(p.memo)
	p.toks = appendTokens(p.toks[:0], doc, sentence)
}

// Len returns the number of tokens.
func (p *Parser) Len() int { return len(p.toks) }

// Span returns the bytes from one token to before another.
func (p *Parser) Span(start, end int) text.Span {
	return text.Span{Start: p.toks[start].Start, End: p.toks[end-1].End}
}

// of returns the matches of a group at token i.
func (p *Parser) of(group string, i int) []*Match {
	found, ok := p.memo[place{group, i}]
	if ok {
		return found
	}
	rules := p.groups[group]
	if i >= len(p.toks) || len(rules[p.key(i)]) == 0 {
		return nil
	}
	p.tryEach(rules, i, func(m *Match) { found = append(found, Keep(m)) })
	p.memo[place{group, i}] = found
	return found
}

// Keep copies a match that goes on to change.
func Keep(m *Match) *Match {
	kept := *m
	kept.Captures = slices.Clone(m.Captures)
	return &kept
}

// Each calls yield with every match that begins at token i. It is changed
// afterwards; Keep copies it.
func (p *Parser) Each(i int, yield func(*Match)) { p.tryEach(p.begin, i, yield) }

func (p *Parser) tryEach(rules map[string][]*compiled, i int, yield func(*Match)) {
	if i >= len(p.toks) {
		return
	}
	tried := rules[p.key(i)]
	if len(tried) == 0 {
		return
	}
	m := &Match{Start: i, Captures: make([]Capture, 0, 6)}
	for _, c := range tried {
		m.Rule, m.Captures = c.rule, m.Captures[:0]
		p.run(c.elements, i, m, func(end int) {
			m.End = end
			yield(m)
		})
	}
}

// run matches elements from token i on. The match that yield sees is changed
// afterwards.
func (p *Parser) run(elements []element, i int, m *Match, yield func(end int)) {
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

func (p *Parser) element(e *element, i int, m *Match, yield func(end int)) {
	depth := len(m.Captures)
	switch {
	case e.words != nil:
		for _, w := range e.words {
			if p.toks[i].low == w {
				m.Captures = append(m.Captures, Capture{Name: "word", S: w})
				yield(i + 1)
			}
		}
	case e.class != nil:
		c, end, ok := e.class.take(p, i)
		if ok {
			c.Name = e.class.name
			m.Captures = append(m.Captures, c)
			yield(end)
		}
	default:
		for _, sub := range p.of(e.group, i) {
			m.Captures = append(m.Captures, Capture{Name: e.group, Sub: sub})
			yield(sub.End)
			m.Captures = m.Captures[:depth]
		}
	}
	m.Captures = m.Captures[:depth]
}

// Low returns the word at i, "" outside the sentence.
func (p *Parser) Low(i int) string {
	if i < 0 || i >= len(p.toks) {
		return ""
	}
	return p.toks[i].low
}

// Glued reports whether token i follows the one before without a blank.
func (p *Parser) Glued(i int) bool {
	return i > 0 && i < len(p.toks) && p.toks[i].glued
}

// Number returns the digits at i, -1 if there are none.
func (p *Parser) Number(i int) int {
	if i < 0 || i >= len(p.toks) {
		return -1
	}
	return p.toks[i].num
}

// Upper reports whether the word at i begins with a capital.
func (p *Parser) Upper(i int) bool {
	return i >= 0 && i < len(p.toks) && p.toks[i].upper
}
