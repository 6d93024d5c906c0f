package storetest

import (
	"testing"

	"readout/internal/keeping/sample"
	"readout/record"
)

// revised returns the record R of testdata/queries.txt.
func revised(t testing.TB) *record.Record {
	t.Helper()
	r := sample.Treaty(t)
	d := &r.Document
	d.URL = "https://readout.example/revised"
	d.ID = record.DocumentID(d.URL, *d.Text)
	d.Publisher, d.Authors = "Le Monde", []string{"Jane Doe", "Élodie Brun"}
	d.Published, d.Language, d.Genre = "2024-03-15", "en-GB", record.GenreAnalysis
	place := r.Entities[1]
	d.Dateline = &record.Arg{
		Entity: &place.ID, Span: &place.Mentions[0].Span, Exact: place.Mentions[0].Exact,
	}
	r.Entities[2].Country, r.Entities[3].Country = "GBR", "NOR"
	r.Statements, r.Events = r.Statements[1:2], r.Events[1:2]
	r.Statements[0].About = []string{r.Entities[3].ID}
	r.Events[0].Modes, r.Events[0].Contexts = []string{"visit"}, []string{"diplomatic"}
	return r
}

// corpus returns the records of testdata/queries.txt and the letters by which they
// go there.
func corpus(t testing.TB) (records []*record.Record, letters map[string]string) {
	t.Helper()
	records = []*record.Record{sample.Treaty(t), revised(t), sample.Mayor(t)}
	return records, map[string]string{
		records[0].Document.ID: "T",
		records[1].Document.ID: "R",
		records[2].Document.ID: "M",
	}
}

// by returns the record as another pipeline has read it.
func by(r *record.Record, pipeline string) *record.Record {
	c := *r
	c.Meta.Pipeline = pipeline
	return &c
}
