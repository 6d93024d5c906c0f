package web

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"slices"
	"strings"

	"readout/internal/keeping/layout"
	"readout/internal/keeping/resolve"
	"readout/internal/keeping/wording"
	"readout/internal/serving/web/found"
	"readout/internal/serving/web/place"
	"readout/internal/serving/web/twin"
	"readout/record"
)

// A reading is what the page of a document shows.
type reading struct {
	ID        string
	Article   *layout.Article // nil when the text was left out
	Title     string
	Source    []string
	Authors   string
	URL       string
	Language  string
	Counts    []place.Link
	Cite      string
	Warnings  []string
	Cited     []cited
	Times     []moment
	Versions  []version
	Decisions []decision
	People    map[string]string // where speakers are shown, by the id of their entity
	Here      string
	Did       string
	Made      string
}

// cited is a source that the text names.
type cited struct{ Anchor, Exact, Sources, URL string }

// A moment is a time that the text tells of.
type moment struct{ Words, Value, Datetime string }

// A version is one reading of the document.
type version struct {
	Pipeline, Created  string
	Statements, Events int
	Shown              bool
}

// A decision is what a person decided.
type decision struct {
	ID              int64
	Item, Field     string
	Old, New        string
	By, At, Note    string
	Undone, Offered bool // Offered: it can be undone
}

// document shows one document with its statements in its text.
func (s *site) document(r *http.Request) (screen, error) {
	kept, err := s.Store.Record(r.Context(), r.PathValue("id"))
	if err != nil {
		return screen{}, err
	}
	made := screen{name: "document", Title: wording.Heading(kept), twin: func(w io.Writer, form string) error { return twin.Record(w, kept, form) }}
	if r.Context().Value(formKey{}) != nil {
		return made, nil
	}
	shown := newReading(kept)
	shown.Here, shown.Did = r.URL.RequestURI(), r.URL.Query().Get("did")
	if shown.Article, err = layout.New(kept, ""); err != nil && !errors.Is(err, layout.ErrNoText) {
		return screen{}, err
	}
	if err := s.history(r.Context(), kept.Document.ID, shown); err != nil {
		return screen{}, err
	}
	made.Data = shown
	return made, nil
}

// newReading tells what is known of a document besides its text.
func newReading(r *record.Record) *reading {
	d := &r.Document
	out := &reading{
		ID: d.ID, Title: wording.Heading(r), Source: found.Given(d.Publisher, cmp.Or(resolve.PlainDate(d.Published), "undated")), Language: d.Language,
		Authors: strings.Join(d.Authors, ", "), URL: wording.Link(d.URL), Cite: found.Citation(r),
		Warnings: r.Meta.Warnings, People: map[string]string{},
		Made: strings.Join(append([]string{r.Meta.Pipeline}, r.Meta.Models...), ", "),
	}
	count := func(n int, what, to string) {
		_, what, _ = strings.Cut(wording.Count(n, what), " ")
		what = strings.Replace(what, "source citeds", "sources cited", 1)
		out.Counts = append(out.Counts, place.Link{Name: what, URL: to, Count: n})
	}
	card := func(id string) string {
		if d.Text == nil { // no cards are shown
			return place.Document(d.ID, "") + ".md"
		}
		return "#" + id
	}
	if n := len(r.Statements); n > 0 {
		count(n, "statement", card(r.Statements[0].ID))
	}
	if n := len(r.Events); n > 0 {
		count(n, "event", card(r.Events[0].ID))
	}
	if n := len(r.Citations); n > 0 {
		count(n, "source cited", "#"+r.Citations[0].ID)
	}
	for i := range r.Entities {
		e := &r.Entities[i]
		if strings.Contains(e.Name, " ") || e.Type != record.EntityPerson {
			out.People[e.ID] = place.Entity(e.Type, e.Name)
		}
	}
	x := resolve.New(r)
	for i := range r.Citations {
		c := &r.Citations[i]
		out.Cited = append(out.Cited, cited{
			c.ID, c.Exact, x.Sources([]string{c.ID}), wording.Link(c.URL),
		})
	}
	for _, t := range x.Dated {
		out.Times = append(out.Times, moment{t.Words, t.Plain, t.Datetime})
	}
	return out
}

// history adds the versions of a document and what people decided about it.
func (s *site) history(ctx context.Context, id string, shown *reading) error {
	versions, err := s.Store.Versions(ctx, id)
	if err != nil {
		return err
	}
	for i, v := range versions {
		shown.Versions = append(shown.Versions, version{
			v.Meta.Pipeline, v.Meta.Created, len(v.Statements), len(v.Events), i == 0,
		})
	}
	decisions, err := s.Store.Decisions(ctx, id)
	if err != nil {
		return err
	}
	later := map[string]bool{} // fields on which a later decision stands
	for _, d := range slices.Backward(decisions) {
		field := d.Item + "." + d.Field
		shown.Decisions = append(shown.Decisions, decision{
			ID: d.ID, Item: d.Item, Field: d.Field, Old: inWords(d.Old), New: inWords(d.New),
			By: d.By, At: d.At, Note: d.Note, Undone: d.Undone, Offered: !d.Undone && !later[field],
		})
		later[field] = later[field] || !d.Undone
	}
	return nil
}

// inWords writes the value of a field for people.
func inWords(value json.RawMessage) string {
	var review record.Review
	if json.Unmarshal(value, &review) == nil && review.State != 0 {
		return review.State.String()
	}
	var word string
	if json.Unmarshal(value, &word) == nil && word != "" {
		return word
	}
	return cmp.Or(string(value), "nothing")
}

// person is who speaks on a card, and where he is shown.
func person(d *reading, c layout.Card) place.Link {
	return place.Link{Name: c.Speaker, URL: d.People[c.Entity]}
}

// A choice is what the form of a decision holds.
type choice struct{ Document, Item, Back, Label, Link, Cite string }

// decide returns the form for an item of a document.
func decide(d *reading, item, label string) choice {
	return choice{Document: d.ID, Item: item, Back: d.Here, Label: label, Link: "#" + item}
}

// quote returns the form for a statement, with what to cite it by.
func quote(d *reading, c layout.Card) choice {
	out := decide(d, c.ID, c.Label)
	out.Cite = found.Quotation(c.Speaker, c.Name, c.Cue, c.Content, d.Cite)
	return out
}
