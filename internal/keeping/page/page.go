// Package page writes records as one self-contained HTML page, to be read on a
// screen and to be printed: each document's whole text with its statements and
// events marked, and beside each paragraph a numbered card for every one that
// begins there.
//
// The page needs no script and loads nothing; its policy forbids both. The
// words of a text are hostile input: the templates escape them. What a mark
// or a card says is never told by colour alone: roles differ by how they are
// underlined, events stand in a box with a label, and a polarity other than
// affirmed has a sign and a word.
//
// Records go in one at a time and are written at once. The same records give
// the same bytes. A writer is for one goroutine and never closes what it
// writes to.
//
// Limits: entities are shown only as they fill a role.
package page

import (
	"bufio"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"html/template"
	"io"
	"strconv"
	"strings"

	"readout/internal/keeping/resolve"
	"readout/internal/keeping/wording"
	"readout/record"
)

// errNoText is why a record cannot be shown on a page.
var errNoText = errors.New("its text was left out, and a page shows statements in their text")

// A Page writes one HTML page.
//
// Words are marked by cutting the text where any mark begins or ends; a piece
// carries the roles of all marks over it, so marks may nest and overlap.
type Page struct {
	w        *bufio.Writer
	parts    *template.Template
	contents []entry
}

// An entry is one line of a page's table of contents.
type entry struct{ Anchor, Title, Count string }

// New returns a writer of a page.
func New(w io.Writer) *Page {
	return &Page{
		w:     bufio.NewWriter(w),
		parts: template.Must(template.New("page").Parse(pageParts)),
	}
}

// Write writes one document. It returns an error when the record has no text.
func (p *Page) Write(r *record.Record) error {
	a, err := newArticle(r, len(p.contents)+1)
	if err != nil {
		return fmt.Errorf("page of record %s: %w", r.Document.ID, err)
	}
	if err := p.head(a.Title); err != nil {
		return err
	}
	p.contents = append(p.contents, entry{a.Anchor, a.Title, a.Count})
	if err := p.parts.ExecuteTemplate(p.w, "article", a); err != nil {
		return err
	}
	return p.w.Flush()
}

// Close writes the table of contents, which the style puts first, and the end
// of the page.
func (p *Page) Close() error {
	if err := p.head("No documents"); err != nil {
		return err
	}
	if err := p.parts.ExecuteTemplate(p.w, "foot", p.contents); err != nil {
		return err
	}
	return p.w.Flush()
}

// head writes the head of the page before its first document.
func (p *Page) head(title string) error {
	if len(p.contents) > 0 {
		return nil
	}
	style := pageStyle + tieStyle()
	sum := sha256.Sum256([]byte(style))
	return p.parts.ExecuteTemplate(p.w, "head", struct {
		Title, Policy string
		Style         template.CSS
	}{
		Title: title,
		Policy: "default-src 'none'; base-uri 'none'; form-action 'none'; " +
			"style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'",
		Style: template.CSS(style),
	})
}

// ties is how many classes tie cards to their words. A card lights the words
// with its class, so that item n and n+ties would light together; they stand
// far apart.
const ties = 48

// tie returns the class of the nth statement.
func tie(n int) string { return "k" + strconv.Itoa(n%ties) }

// tieEvent returns the class of the nth event.
func tieEvent(n int) string { return "v" + strconv.Itoa(n%ties) }

// tieStyle returns the rules by which pointing at a card, or following its
// number, lights its words, and pointing at words lights their cards.
func tieStyle() string {
	var b strings.Builder
	for _, class := range []func(int) string{tie, tieEvent} {
		for n := range ties {
			k := class(n)
			fmt.Fprintf(&b, "article:has(.card.%[1]s:is(:hover,:focus-within,:target)) .m.%[1]s"+
				"{background:var(--lit)}\n", k)
			fmt.Fprintf(&b, "article:has(.m.%[1]s:hover) .card.%[1]s"+
				"{background:var(--lit)}\n", k)
		}
	}
	return b.String()
}

// An article is one document as the page shows it.
type article struct {
	Anchor, Title, Language string
	Source                  []string
	URL, Count              string
	Heading                 []piece // the title where the text begins with it
	Paragraphs              []paragraph
	Cards                   []card  // all of them, for the notes
	Events                  []event // the same
	Made                    string
}

// A paragraph is a stretch of the text and the cards of the statements and
// events that begin in it.
type paragraph struct {
	Pieces []piece
	Cards  []card
	Events []event
}

// A piece is a stretch of the text over which the marks do not change.
type piece struct {
	Class    string // of its roles and its statements; "" when unmarked
	Refs     []ref  // numbers of the statements and events that begin here
	Text     string
	Datetime string // of a time, when HTML has a form for it
	Value    string // of an amount or of any other time
	Title    string // either for people
}

// A ref is the number of a statement or an event where it begins.
type ref struct {
	Anchor string
	Label  string // "3", "E3"
	Sign   string // of a polarity other than affirmed
	Event  bool
}

// newArticle lays out the nth document of the page.
func newArticle(r *record.Record, n int) (*article, error) {
	if r.Document.Text == nil {
		return nil, errNoText
	}
	if r.Offsets != record.OffsetsByte {
		var err error
		if r, err = r.In(record.OffsetsByte); err != nil {
			return nil, err
		}
	}
	a := &article{
		Anchor:   "d" + strconv.Itoa(n),
		Title:    wording.Heading(r),
		Language: r.Document.Language,
		Source:   wording.Source(r),
		URL:      wording.Link(r.Document.URL),
		Count:    wording.Count(len(r.Statements), "statement"),
		Made:     strings.Join(append([]string{r.Meta.Pipeline}, r.Meta.Models...), ", "),
	}
	if len(r.Events) > 0 {
		a.Count += ", " + wording.Count(len(r.Events), "event")
	}
	lines, err := wording.NewLines(r)
	if err != nil {
		return nil, err
	}
	x := resolve.New(r)
	a.Cards = newCards(r, a.Anchor, lines, x)
	a.Events = newEvents(r, a.Anchor, x)
	a.Paragraphs = newParagraphs(r, a.Cards, a.Events, x)
	a.liftHeading()
	return a, nil
}

// liftHeading makes the first paragraph the heading when it says the title, so
// that the page does not say it twice.
func (a *article) liftHeading() {
	if len(a.Paragraphs) == 0 {
		return
	}
	first := a.Paragraphs[0]
	var said strings.Builder
	for _, p := range first.Pieces {
		said.WriteString(p.Text)
	}
	carded := len(first.Cards)+len(first.Events) > 0
	if carded || wording.OneLine(said.String()) != a.Title {
		return
	}
	a.Heading, a.Paragraphs = first.Pieces, a.Paragraphs[1:]
}
