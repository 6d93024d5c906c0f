// Package found puts what a search found into words for a page: rows, the
// filters that tell them apart with their counts, a drawing of when they were,
// and the links from one search to the next.
//
// The words of documents stand in it as they are; templates escape them.
package found

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"readout/internal/keeping/query"
	"readout/internal/keeping/resolve"
	"readout/internal/keeping/store"
	"readout/internal/keeping/wording"
	"readout/internal/serving/web/place"
	"readout/record"
)

// A Row is one line of what was found.
type Row struct {
	Anchor   string
	Document string
	Item     string
	URL      string // the place in the document
	Lead     string // who spoke or did it, what it is called
	LeadURL  string
	Nobody   bool   // Lead says that nobody is named
	Name     string // of the speaker, where the words do not say it
	Cue      string
	Words    string // what was said, or the trigger
	Quoted   bool
	To       string // to whom it was done
	Type     string // of an event, of an entity
	When     string
	Open     string   // why there is no day: "undated"
	Judged   []string // act, certainty, status
	Stand    string   // sign and word of what is not affirmed
	Due      string
	Source   string // publisher and date of the document
	Title    string // of the document
	Score    string
	Low      bool
	Review   string // "" while nobody looked
	Reviewed bool   // can be reviewed
	Count    int    // documents, statements
	Cite     string // to copy into a note
	Kind     string
	Back     string // where a decision leads back to
	Overdue  bool
}

// Link is where a row alone is found.
func (r Row) Link() string { return r.URL }

// Label names a row where only its place is heard.
func (r Row) Label() string { return r.Kind + " " + r.Item }

// New puts a row of the store into words.
func New(found store.Row) Row {
	d := found.Document
	out := Row{
		Document: d.ID, Title: cmp.Or(d.Title, d.URL, d.ID),
		Source: source(d), URL: place.Document(d.ID, ""),
	}
	switch {
	case found.Statement != nil:
		out.statement(found.Statement)
		out.Cite = Quotation(out.Lead, out.Name, out.Cue, out.quoted(), cited("", out.Title, d))
	case found.Event != nil:
		out.event(found.Event)
	case found.Citation != nil:
		c := found.Citation
		out.place(c.Place, c.Score)
		out.Kind, out.Words = "citation", c.Exact
		out.lead(c.Sources, "no source named")
		out.When, out.Open = resolve.PlainDate(d.Published.Text), undated
		if to, ok := place.With(query.Query{Kind: query.Citations}, query.KeyCites, c.Sources); ok {
			out.LeadURL = place.Of("/find", to)
		}
	case found.Entity != nil:
		e := found.Entity
		out = Row{
			Kind: "entity", Lead: e.Name, URL: place.Key(e.Key), LeadURL: place.Key(e.Key), Type: e.Type.String(),
			When: e.Type.String(), Judged: Given(e.Country), Count: e.Documents, Anchor: "r-" + e.Key,
		}
	default:
		out.Kind, out.Lead, out.LeadURL = "document", out.Title, out.URL
		out.When, out.Open = resolve.PlainDate(d.Published.Text), undated
		out.Source, out.Count = d.Publisher, d.Statements
		out.Judged, out.Anchor = Given(d.Genre.String(), d.Language), "r-"+d.ID
	}
	return out
}

// dayOf writes out when something was, "" when the calendar has no place for it.
func dayOf(w store.When) string {
	if !w.Dated {
		return ""
	}
	if decade, ok := strings.CutSuffix(w.Text, "X"); ok && len(decade) == len("199") {
		return decade + "0s"
	}
	return resolve.PlainDate(w.Text)
}

// Given returns the words that are there.
func Given(words ...string) []string {
	var out []string
	for _, w := range words {
		if w != "" {
			out = append(out, w)
		}
	}
	return out
}

// named is how long the title is that names a document without a publisher, in
// characters.
const named = 48

// undated is said of what has no day.
const undated = "undated"

// source names where a row was published, and when.
func source(d store.Document) string {
	day := undated
	if d.Published.Text != "" {
		day = resolve.PlainDate(d.Published.Text)
	}
	return cmp.Or(d.Publisher, Cut(cmp.Or(d.Title, d.URL, d.ID), named)) + ", " + day
}

// place says where a row stands and how sure it is.
func (r *Row) place(at store.Place, score *float64) {
	r.Item = at.ID
	r.Anchor = r.Document + "-" + at.ID
	r.URL = place.Document(r.Document, at.ID)
	r.Score, r.Low = wording.Score(score), wording.Low(score)
}

// lead says who did it, or that nobody is named.
func (r *Row) lead(who, nobody string) {
	r.Lead, r.Nobody = cmp.Or(who, nobody), who == ""
}

// quoted returns the words as they stand on the page.
func (r *Row) quoted() string {
	if r.Quoted {
		return "“" + r.Words + "”"
	}
	return r.Words
}

func (r *Row) statement(s *store.Statement) {
	r.place(s.Place, s.Score)
	r.Kind, r.Reviewed = "statement", true
	r.Name, r.Cue, r.Words = s.Named, s.Cue, s.Content
	r.lead(cmp.Or(s.Speaker, s.Named), "no speaker named")
	if r.Name != "" {
		r.LeadURL = place.Named(r.Name, r.Document)
	}
	if query.Matches(query.Fold(r.Lead), query.Fold(r.Name)) {
		r.Name = ""
	}
	r.Quoted = s.Form == record.FormDirect && !strings.ContainsAny(s.Content, "“\"‘")
	r.When, r.Open = dayOf(s.Said), "no date"
	r.Judged = Given(s.Act.String(), wording.Certainty(s.Certainty))
	if s.Polarity != record.PolarityAffirmed {
		r.Stand = wording.Polarity(s.Polarity)
	}
	if s.IsDue() {
		r.Due = wording.Due(resolve.Due{
			Moment: resolve.Moment{Text: s.Due.Text, EDTF: s.Due.Text}, Condition: s.Condition,
		}, resolve.PlainDate)
	}
	r.Review = decided(s.Review)
}

func (r *Row) event(e *store.Event) {
	r.place(e.Place, e.Score)
	r.Kind, r.Reviewed = "event", true
	r.Type, r.To, r.Words = e.Type.String(), e.Recipients, e.Trigger
	r.lead(e.Actors, "no actor named")
	r.When, r.Open = dayOf(e.Time), "no date"
	status := ""
	switch e.Status { //nolint:exhaustive // what took place needs no word
	case record.StatusNegated:
		r.Stand = wording.Status(e.Status)
	case record.StatusOngoing, record.StatusPlanned, record.StatusHypothetical:
		status = e.Status.String()
	}
	r.Judged = Given(status, wording.Certainty(e.Certainty), wording.Prefixed("in ", e.Location))
	r.Review = decided(e.Review)
}

// decided names what a person decided, "" while nobody did.
func decided(v record.ReviewState) string {
	if v == record.ReviewOpen {
		return ""
	}
	return v.String()
}

// Cut shortens words to n characters.
func Cut(words string, n int) string {
	if utf8.RuneCountInString(words) <= n {
		return words
	}
	return string([]rune(words)[:n-1]) + "…"
}
