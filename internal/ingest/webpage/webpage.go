// Package webpage reads the article of a web page: its text, the links in it,
// and what the page says of title, authors, outlet and dates.
//
// In goes the source of the page as UTF-8, out comes a [Page]. Paragraphs,
// headings and items of the article are lines separated by a blank line; a
// single <br> is a line end. White space is folded as browsers do; no-break
// spaces and all other characters stay as they are. The title is no part of
// the text.
//
// How the article is found: what is hidden or furniture by its tag or its name
// is pruned, go-readability scores the rest, paragraphs and quotations that it
// loses between those it keeps are put back, and lines that readers skip are
// dropped (other stories, newsletters, credits; the tables hold one example
// each). Where the page's text is not in its tree, the articleBody of its
// JSON-LD is taken. A tree that is too deep or too large is not built: the text
// is then read from the tags alone, and a warning says so.
//
// The same source gives the same page. Read is safe for concurrent use; it
// takes time linear in the source, about 10 ms for a news page.
//
// Limits: style sheets and scripts are not run, so text hidden or added by
// them is misread; a front page gives its longest teaser texts; names of
// leftovers are English.
//
// Sources: the tables were made from pages of 57 publishers (the scrapinghub
// article extraction benchmark, which also measures them); HTML 5 for the
// meaning of tags; schema.org for JSON-LD.
package webpage

import (
	"fmt"
	"net/url"
	"strings"

	"golang.org/x/net/html"

	"readout/internal/language/text"
)

// A Page is an article and what its page says about it. Strings are as the
// page has them, on one line; absent ones are empty.
type Page struct {
	Text  string // valid UTF-8
	Links []Link // in order of place

	URL       string // the address the page gives itself
	Title     string
	Site      string // what its title may end in
	Publisher string
	Authors   []string
	Published []string // dates as written, the most trusted first
	Modified  []string // likewise
	Language  string   // BCP 47, as declared and not checked
	Genre     string   // "opinion", "analysis" or empty: only when stated

	Warnings []string // what was read otherwise than usual, one sentence each
}

// A Link is an address and the bytes of the text that it stands on.
type Link struct {
	Span text.Span
	URL  string // absolute, http or https
}

// Read finds the article of the page with source src. The address at, nil when
// unknown, resolves relative links. Read accepts any string: a page without an
// article has an empty text.
func Read(src string, at *url.URL) *Page {
	src = strings.ToValidUTF8(src, "\ufffd")
	doc, err := parse(src)
	if err != nil {
		return readTokens(src, err)
	}
	page := &Page{}
	said := linked(doc)
	page.describe(doc, said)
	if at == nil && page.URL != "" {
		at, _ = url.Parse(page.URL) // found to be an address before
	}
	base := baseOf(doc, at)
	prune(doc)
	picked, err := article(doc, base, page.Title)
	if err != nil {
		page.warn("the article was chosen by its size alone: %v", err)
	}
	page.write(picked, base)
	page.useLinked(said.body, picked)
	return page
}

// Fragment reads HTML that is an article and nothing else, as feeds carry it: all
// its blocks are the text, but for leftovers. It describes nothing else.
func Fragment(src string, at *url.URL) *Page {
	src = strings.ToValidUTF8(src, "\ufffd")
	doc, err := parse(src)
	if err != nil {
		return readTokens(src, err)
	}
	prune(doc)
	page := &Page{}
	page.write(filter(blocks(doc), ""), baseOf(doc, at))
	return page
}

// parse builds the tree of a page. A tree over the limits is an error, and so
// is a panic of the parser.
func parse(src string) (doc *html.Node, err error) {
	if err := survey(src); err != nil {
		return nil, err
	}
	defer func() {
		if r := recover(); r != nil {
			doc, err = nil, fmt.Errorf("html: %v", r)
		}
	}()
	return html.ParseWithOptions(strings.NewReader(src), html.ParseOptionEnableScripting(false))
}

// readTokens reads a page whose tree cannot be built.
func readTokens(src string, why error) *Page {
	page := &Page{Text: tokenText(src)}
	page.warn("the page was read without its structure, so text around the article "+
		"may be in it: %v", why)
	head, _, _ := strings.Cut(src, "<body")
	if doc, err := parse(head); err == nil {
		page.describe(doc, linked(doc))
	}
	return page
}

func (p *Page) warn(format string, args ...any) {
	p.Warnings = append(p.Warnings, fmt.Sprintf(format, args...))
}

// write sets the text to the blocks, a blank line between them, and the links
// to those of the blocks.
func (p *Page) write(picked []*block, base *url.URL) {
	var b strings.Builder
	for i, block := range picked {
		if i > 0 {
			b.WriteString("\n\n")
		}
		at := b.Len()
		b.WriteString(block.text)
		for _, a := range block.anchors {
			if address, ok := resolve(base, a.href); ok {
				span := text.Span{Start: at + a.span.Start, End: at + a.span.End}
				p.Links = append(p.Links, Link{span, address})
			}
		}
	}
	p.Text = b.String()
}

// useLinked takes the text from the page's JSON-LD when the page itself holds
// less than half of it: some pages are filled in by scripts.
func (p *Page) useLinked(body string, picked []*block) {
	if words(body) < minBody || 2*proseOf(picked) >= words(body) {
		return
	}
	var lines []string
	for line := range strings.Lines(body) {
		if line = oneLine(line); line != "" {
			lines = append(lines, line)
		}
	}
	p.Text, p.Links = strings.Join(lines, "\n\n"), nil
	p.warn("the text was taken from the page's JSON-LD, for the page itself holds little of it")
}

// minBody is the fewest words of an articleBody that is believed: shorter ones
// are summaries.
const minBody = 60

// baseOf is the address that relative links start from.
func baseOf(doc *html.Node, at *url.URL) *url.URL {
	for n := range elements(doc) {
		if n.Data != "base" {
			continue
		}
		if base, ok := resolve(at, attr(n, "href")); ok {
			u, _ := url.Parse(base) // resolve has parsed it before
			return u
		}
	}
	return at
}

// resolve is the absolute http or https address of href.
func resolve(base *url.URL, href string) (string, bool) {
	u, err := url.Parse(strings.TrimSpace(href))
	if err != nil || href == "" || strings.HasPrefix(href, "#") {
		return "", false
	}
	if base != nil {
		u = base.ResolveReference(u)
	}
	if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return "", false
	}
	return u.String(), true
}
