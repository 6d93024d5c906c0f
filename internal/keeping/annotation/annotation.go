// Package annotation writes statements, events and citations as annotations of
// the W3C Web Annotation Data Model, in JSON-LD: one AnnotationPage, an
// annotation a line.
//
// An annotation's target is the words in their document: one target for each
// piece, found by the words with those around them (TextQuoteSelector) and by
// code points of the frozen text (TextPositionSelector). Its bodies are what the
// record says of them, one TextualBody a field; purpose says what kind of saying
// it is, field which one: "speaker", "act". The page's id is the digest of its
// items.
//
// Annotations are written as they come. The same records give the same bytes. A
// Page is for one goroutine and never closes what it writes to.
//
// Limits: positions count from the start of the document's text, without what
// its page has around it. Without the text of a document its words have no
// TextQuoteSelector. Mentions, times and amounts have no annotations of their own.
//
// Sources: Web Annotation Data Model, W3C Recommendation of 23 February 2017.
package annotation

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"hash"
	"io"

	"readout/internal/keeping/resolve"
	"readout/internal/keeping/wording"
	"readout/record"
)

// Of says what is annotated; the zero value is everything.
type Of uint8

// The kinds of items.
const (
	Everything Of = iota
	Statements
	Events
	Citations
)

// A Page writes one AnnotationPage.
type Page struct {
	w       io.Writer
	of      Of
	digest  hash.Hash // of the items
	written int
}

// New returns a writer of a page with items of one kind, or of all.
func New(w io.Writer, of Of) *Page { return &Page{w: w, of: of, digest: sha256.New()} }

// Written returns how many annotations were written.
func (p *Page) Written() int { return p.written }

// context names the terms: those of the W3C, and "field", which is ours.
const context = `["http://www.w3.org/ns/anno.jsonld",{"field":"urn:readout:field"}]`

// An annotation is one item of the page.
type annotation struct {
	ID         string   `json:"id"`
	Type       string   `json:"type"`
	Motivation string   `json:"motivation"`
	Created    string   `json:"created,omitempty"`
	Generator  *program `json:"generator,omitempty"`
	Body       []body   `json:"body"`
	Target     []target `json:"target"`
}

// A program is what made an annotation.
type program struct {
	Type string `json:"type"`
	Name string `json:"name"`
}

// A body says one thing.
type body struct {
	Type    string `json:"type"`
	Purpose string `json:"purpose"`
	Field   string `json:"field"`
	Value   string `json:"value"`
}

// A target is one piece of a text.
type target struct {
	Source   string `json:"source"`
	Selector []any  `json:"selector,omitempty"`
}

type quoteSelector struct {
	Type   string `json:"type"`
	Exact  string `json:"exact"`
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
}

type positionSelector struct {
	Type  string `json:"type"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// Write writes the annotations of one record, which is not changed.
func (p *Page) Write(r *record.Record) error {
	r, err := resolve.CodePoints(r)
	if err != nil {
		return err
	}
	for _, a := range newItems(r).all(p.of) {
		if err := p.item(a); err != nil {
			return fmt.Errorf("annotation %s: %w", a.ID, err)
		}
	}
	return nil
}

// item writes an annotation on a line of its own.
func (p *Page) item(a annotation) error {
	before := ",\n"
	if p.written == 0 {
		before = pageHead
	}
	var line bytes.Buffer
	e := json.NewEncoder(&line)
	e.SetEscapeHTML(false)
	if err := e.Encode(a); err != nil {
		return err
	}
	item := bytes.TrimSuffix(line.Bytes(), []byte("\n"))
	p.digest.Write(item)
	p.written++
	_, err := p.w.Write(append([]byte(before), item...))
	return err
}

const pageHead = `{"@context":` + context + `,"type":"AnnotationPage","items":[` + "\n"

// Close ends the page. Its id is a name by digest, as RFC 6920 has it.
func (p *Page) Close() error {
	end := "\n"
	if p.written == 0 {
		end = pageHead
	}
	sum := base64.RawURLEncoding.EncodeToString(p.digest.Sum(nil))
	_, err := io.WriteString(p.w, end+`],"id":"ni:///sha-256;`+sum+`"}`+"\n")
	return err
}

// sourceOf returns what the annotations of a document are of: its address, else
// its id.
func sourceOf(r *record.Record) string {
	if url := wording.Link(r.Document.URL); url != "" {
		return url
	}
	return urn(r, "")
}

// urn names an item of a document; "" is the document itself.
func urn(r *record.Record, item string) string {
	name := "urn:readout:" + r.Document.ID
	if item != "" {
		name += ":" + item
	}
	return name
}
