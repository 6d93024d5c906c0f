package webpage

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"readout/internal/language/text"
)

// A block is a run of inline content that stands alone on the page: a
// paragraph, a heading, an item of a list.
type block struct {
	owner   *html.Node // the nearest block element around it
	text    string     // white space folded, never empty
	anchors []anchor   // links in order of place
	words   int
	prose   bool // reads like sentences, not like a label
}

// An anchor is a link and the bytes of its block that it stands on.
type anchor struct {
	span text.Span
	href string
}

// words counts the words of s as a reader does: runs of letters and digits.
func words(s string) int {
	n, in := 0, false
	for _, r := range s {
		letter := unicode.IsLetter(r) || unicode.IsDigit(r)
		if letter && !in {
			n++
		}
		in = letter || in && (r == '\'' || r == '’')
	}
	return n
}

// linked is the share of the bytes of b that are links.
func (b *block) linked() float64 {
	n := 0
	for _, a := range b.anchors {
		n += a.span.Len()
	}
	return float64(n) / float64(len(b.text))
}

// inlineTags are the elements that do not break a line of text. Every other
// element, unknown ones aside, starts and ends a block.
var inlineTags = tagSet("a abbr acronym b bdi bdo big cite code data dfn em font i ins " +
	"kbd label mark q ruby rb rt rp s samp small span strike strong sub sup time tt u var wbr " +
	"del nobr amp-img img picture source")

// silentTags are the elements whose content no reader sees as text.
var silentTags = tagSet("script style noscript template iframe object embed svg math " +
	"canvas video audio map head title select option button input textarea datalist " +
	"noframes frame frameset applet meta link dialog progress meter")

func tagSet(names string) map[string]bool {
	set := make(map[string]bool)
	for name := range strings.FieldsSeq(names) {
		set[name] = true
	}
	return set
}

// isInline tells an element that flows within a line. Custom elements have no
// style of their own and so are inline, as browsers treat them, unless they
// hold a block.
func isInline(n *html.Node) bool {
	if inlineTags[n.Data] {
		return true
	}
	return n.DataAtom == 0 && !holdsBlock(n)
}

func holdsBlock(n *html.Node) bool {
	for c := range n.ChildNodes() {
		if c.Type == html.ElementNode && c.DataAtom != 0 && !inlineTags[c.Data] {
			return true
		}
	}
	return false
}

// blocks cuts the visible text under root into blocks, in the order of the
// page. The tree is at most 512 deep, the limit of the parser.
func blocks(root *html.Node) []*block {
	w := &blockWriter{owner: root}
	w.walk(root)
	w.flush()
	return w.done
}

// A blockWriter gathers inline text until a block ends.
type blockWriter struct {
	done    []*block
	owner   *html.Node
	buf     strings.Builder
	anchors []anchor
	href    string // of the link that is open
	start   int    // where that begins in buf
	space   bool   // white space is due before the next word
	breaks  int    // line breaks in a row
	pre     int    // depth of elements that keep their white space
}

func (w *blockWriter) walk(n *html.Node) {
	for c := range n.ChildNodes() {
		switch c.Type {
		case html.TextNode:
			w.write(c.Data)
		case html.ElementNode:
			w.element(c)
		}
	}
}

func (w *blockWriter) element(n *html.Node) {
	switch {
	case silentTags[n.Data]:
	case n.DataAtom == atom.Br:
		w.lineBreak()
	case n.DataAtom == atom.A:
		w.link(n)
	case isInline(n):
		w.walk(n)
	default:
		w.within(n)
	}
}

// within walks a block element: what stood before it ends, and so does what
// stands in it.
func (w *blockWriter) within(n *html.Node) {
	w.flush()
	outer := w.owner
	w.owner = n
	if n.DataAtom == atom.Pre {
		w.pre++
	}
	w.walk(n)
	w.flush()
	if n.DataAtom == atom.Pre {
		w.pre--
	}
	w.owner = outer
}

// link walks an <a>. One that leads nowhere marks a place and is no link, and one
// within another, which tables allow, is a part of it.
func (w *blockWriter) link(n *html.Node) {
	href := attr(n, "href")
	if href == "" || w.href != "" {
		w.walk(n)
		return
	}
	w.href, w.start = href, w.buf.Len()
	w.walk(n)
	w.anchor()
	w.href = ""
}

// anchor puts the open link on what it holds of the block, without the space that
// was due before its first word.
func (w *blockWriter) anchor() {
	s := w.buf.String()
	for w.start < len(s) && isSpace(rune(s[w.start])) {
		w.start++
	}
	if w.href != "" && w.start < len(s) {
		w.anchors = append(w.anchors, anchor{text.Span{Start: w.start, End: len(s)}, w.href})
	}
	w.start = 0
}

func (w *blockWriter) lineBreak() {
	w.breaks++
	if w.breaks > 1 {
		w.flush() // two breaks in a row stand for a paragraph
		return
	}
	w.space = true
}

// write adds text with its white space folded, as a browser shows it.
func (w *blockWriter) write(s string) {
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		switch {
		case r == '\n' && w.pre > 0:
			w.breaks, w.space = 1, true
		case isSpace(r):
			w.space = true
		default:
			w.separate()
			w.buf.WriteString(s[:size])
		}
		s = s[size:]
	}
}

// separate writes the white space that is due before a word.
func (w *blockWriter) separate() {
	if w.space && w.buf.Len() > 0 {
		w.buf.WriteByte(" \n"[min(w.breaks, 1)])
	}
	w.space, w.breaks = false, 0
}

func (w *blockWriter) flush() {
	w.anchor()
	s := w.buf.String()
	trimmed := strings.TrimRightFunc(s, isBlank)
	lead := len(trimmed) - len(strings.TrimLeftFunc(trimmed, isBlank))
	if trimmed = trimmed[lead:]; trimmed != "" {
		n := words(trimmed)
		w.done = append(w.done, &block{
			owner: w.owner, text: trimmed, words: n, prose: isProse(trimmed, n),
			anchors: shift(w.anchors, -lead, len(trimmed)),
		})
	}
	w.buf.Reset()
	w.anchors = nil
	w.space, w.breaks = false, 0
}

// shift moves anchors by d bytes and drops those that fall out of [0, size).
func shift(anchors []anchor, d, size int) []anchor {
	var moved []anchor
	for _, a := range anchors {
		s := text.Span{Start: max(0, a.span.Start+d), End: min(size, a.span.End+d)}
		if s.Start < s.End {
			moved = append(moved, anchor{s, a.href})
		}
	}
	return moved
}

// isSpace tells the white space that HTML folds; a no-break space stays.
func isSpace(r rune) bool {
	return r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\f'
}

// isBlank tells what may not begin or end a block.
func isBlank(r rune) bool { return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' }

// minProse is the fewest words of a block that counts as prose: shorter ones
// are mostly labels ("Read more", "5 min read").
const minProse = 8

// isProse tells running text of n words from labels: enough words and the end
// of a sentence at its end or within it.
func isProse(s string, n int) bool {
	if n < minProse {
		return false
	}
	end := strings.TrimRight(s, "\"'”’»)] \u00a0")
	last, _ := utf8.DecodeLastRuneInString(end)
	return end != "" && strings.ContainsRune(".!?…:;。！？", last) || strings.Contains(s, ". ") || n >= 3*minProse
}
