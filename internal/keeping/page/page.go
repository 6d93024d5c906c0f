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
	"fmt"
	"html/template"
	"io"
	"strconv"
	"strings"

	"readout/internal/keeping/layout"
	"readout/record"
)

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
	a, err := layout.New(r, "d"+strconv.Itoa(len(p.contents)+1))
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

// tieStyle returns the rules by which pointing at a card, or following its
// number, lights its words, and pointing at words lights their cards.
func tieStyle() string {
	var b strings.Builder
	for _, class := range []func(int) string{layout.Tie, layout.TieEvent} {
		for n := range layout.Ties {
			k := class(n)
			fmt.Fprintf(&b, "article:has(.card.%[1]s:is(:hover,:focus-within,:target)) .m.%[1]s"+
				"{background:var(--lit)}\n", k)
			fmt.Fprintf(&b, "article:has(.m.%[1]s:hover) .card.%[1]s"+
				"{background:var(--lit)}\n", k)
		}
	}
	return b.String()
}
