// Package item has the shapes in which programs get what was found: for each kind of
// row its exact words, who said or did it, when, and the document it stands in with
// an id, a permalink and a citation to copy.
//
// Every kind of row is taken from a store.Row by the function of its name. Names of
// fields are those of the columns that the command line writes where they mean the
// same.
package item

import (
	"net/url"
	"strings"

	"readout/internal/keeping/store"
)

// Root is the path below which resources are.
const Root = "/api/v1"

// A Source says where an item stands, so that it can be cited.
type Source struct {
	ID        string `json:"id" doc:"Id of the document"`
	Permalink string `json:"permalink" doc:"Path of its record"`
	URL       string `json:"url,omitempty" doc:"Where it was published"`
	Title     string `json:"title,omitempty"`
	Publisher string `json:"publisher,omitempty"`
	Published string `json:"published,omitempty" doc:"Day it was published, EDTF; absent when that is not known"`
	Citation  string `json:"citation" doc:"Publisher, title, day and address in one line"`
}

func sourceOf(d store.Document) Source {
	s := Source{
		ID: d.ID, Permalink: Permalink("documents", d.ID), URL: d.URL, Title: d.Title,
		Publisher: d.Publisher, Published: d.Published.Text,
	}
	s.Citation = cited(d)
	return s
}

// cited returns what is known of a document in one line, its id when that is
// nothing.
func cited(d store.Document) string {
	var parts []string
	for _, part := range []string{d.Publisher, d.Title, d.Published.Text, d.URL} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	if len(parts) == 0 {
		return "document " + d.ID
	}
	return strings.Join(parts, ", ")
}

// Permalink returns the path of a resource.
func Permalink(kind string, ids ...string) string {
	path := Root + "/" + kind
	for _, id := range ids {
		path += "/" + url.PathEscape(id)
	}
	return path
}

// A Place is what the items of a document have in common.
type Place struct {
	ID        string `json:"id" doc:"DOCUMENT/ITEM, as the command line shows it"`
	Permalink string `json:"permalink" doc:"Path of the item with its sentence and all its spans"`
	Document  Source `json:"document"`
	Start     int    `json:"start" doc:"Where its first words begin in the text, in Unicode code points; in another unit only where the record of the document was made in it (its offsets)"`
}

func placeOf(kind string, d store.Document, p store.Place) Place {
	return Place{
		ID: d.ID + "/" + p.ID, Permalink: Permalink(kind, d.ID, p.ID),
		Document: sourceOf(d), Start: p.At,
	}
}

// A Statement is who said what.
type Statement struct {
	Place
	Quote     string   `json:"quote" doc:"The exact words put forward, pieces joined by \" … \""`
	Speaker   string   `json:"speaker,omitempty" doc:"Name of the speaker; absent when no named one is meant"`
	Words     string   `json:"speaker_words,omitempty" doc:"The words that name the speaker"`
	Cue       string   `json:"cue,omitempty" doc:"The words that tie speaker and quote"`
	Form      string   `json:"form"`
	Act       string   `json:"act,omitempty" doc:"What the speaker does by it; absent when not judged, as the next two"`
	Polarity  string   `json:"polarity,omitempty"`
	Certainty string   `json:"certainty,omitempty"`
	Said      string   `json:"said,omitempty" doc:"When it was said: EDTF, else TIMEX3"`
	Due       string   `json:"due,omitempty" doc:"When it is to happen: EDTF, else TIMEX3"`
	Condition string   `json:"condition,omitempty" doc:"The words of the condition on which it is to happen"`
	Review    string   `json:"review" doc:"open, accepted or rejected"`
	Score     *float64 `json:"score,omitempty" doc:"Probability that it is right, 0 to 1"`
}

// StatementOf returns the row of a store, which must be of the kind.
func StatementOf(r store.Row) Statement {
	s := r.Statement
	return Statement{
		Place: placeOf("statements", r.Document, s.Place),
		Quote: s.Content, Speaker: s.Named, Words: s.Speaker, Cue: s.Cue,
		Form: s.Form.String(), Act: s.Act.String(), Polarity: s.Polarity.String(),
		Certainty: s.Certainty.String(), Said: s.Said.Text, Due: s.Due.Text,
		Condition: s.Condition, Review: s.Review.String(), Score: s.Score,
	}
}

// An Event is who did what to whom.
type Event struct {
	Place
	Type       string   `json:"type" doc:"One of PLOVER's types"`
	Trigger    string   `json:"trigger" doc:"The exact word or words that name it"`
	Actors     string   `json:"actors,omitempty" doc:"Who did it, joined by \"; \""`
	Recipients string   `json:"recipients,omitempty" doc:"To whom it was done, joined by \"; \""`
	Location   string   `json:"place,omitempty" doc:"Where it happened"`
	Status     string   `json:"status" doc:"Whether it took place"`
	Certainty  string   `json:"certainty,omitempty"`
	Time       string   `json:"time,omitempty" doc:"When: EDTF, else TIMEX3"`
	Review     string   `json:"review" doc:"open, accepted or rejected"`
	Score      *float64 `json:"score,omitempty" doc:"Probability that it is right, 0 to 1"`
}

// EventOf returns the row of a store, which must be of the kind.
func EventOf(r store.Row) Event {
	e := r.Event
	return Event{
		Place: placeOf("events", r.Document, e.Place),
		Type:  e.Type.String(), Trigger: e.Trigger, Actors: e.Actors,
		Recipients: e.Recipients, Location: e.Location, Status: e.Status.String(),
		Certainty: e.Certainty.String(), Time: e.Time.Text, Review: e.Review.String(),
		Score: e.Score,
	}
}

// A Citation is a source that a text names.
type Citation struct {
	Place
	Quote   string   `json:"quote" doc:"The exact words of the citation"`
	Sources string   `json:"sources,omitempty" doc:"The sources that it names, joined by \"; \""`
	URL     string   `json:"url,omitempty" doc:"The address that it leads to"`
	Score   *float64 `json:"score,omitempty" doc:"Probability that it is right, 0 to 1"`
}

// CitationOf returns the row of a store, which must be of the kind.
func CitationOf(r store.Row) Citation {
	c := r.Citation
	return Citation{
		Place: placeOf("citations", r.Document, c.Place),
		Quote: c.Exact, Sources: c.Sources, URL: c.URL, Score: c.Score,
	}
}

// A Document is a text that was read.
type Document struct {
	Source
	Language   string `json:"language" doc:"BCP 47"`
	Genre      string `json:"genre,omitempty"`
	Statements int    `json:"statements" doc:"How many were read in it"`
	Events     int    `json:"events" doc:"How many were read in it"`
	Pipeline   string `json:"pipeline" doc:"The version of readout that read it"`
}

// DocumentOf returns the row of a store, which must be of the kind.
func DocumentOf(r store.Row) Document {
	d := r.Document
	return Document{
		Source: sourceOf(d), Language: d.Language, Genre: d.Genre.String(),
		Statements: d.Statements, Events: d.Events, Pipeline: d.Pipeline,
	}
}

// An Entity is someone or something over all documents.
type Entity struct {
	ID        string `json:"id" doc:"Type and folded name, which are one entity over all documents"`
	Permalink string `json:"permalink"`
	Type      string `json:"type"`
	Name      string `json:"name"`
	Country   string `json:"country,omitempty" doc:"ISO 3166-1, three letters"`
	Documents int    `json:"documents" doc:"How many documents name it"`

	Also []string `json:"also,omitempty" doc:"Ids of other names that mean it and lead here; only where one entity is asked for"`
}

// EntityOf returns the row of a store, which must be of the kind.
func EntityOf(r store.Row) Entity {
	e := r.Entity
	kind, name, _ := strings.Cut(e.Key, "/")
	return Entity{
		ID: e.Key, Permalink: Permalink("entities", kind, name), Type: e.Type.String(),
		Name: e.Name, Country: e.Country, Documents: e.Documents, Also: e.Also,
	}
}
