package desk

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/internal/ingest"
	"readout/internal/keeping/sample"
	"readout/internal/language/text"
	"readout/record"
)

func TestADocumentIsWhatItsRecordKnows(t *testing.T) {
	r := sample.Treaty(t)
	r.Document.Fetched, r.Document.Genre = "2024-03-01T11:00:00Z", record.GenreAnalysis
	r.Document.Authors = []string{"Jane Doe"}
	r.Meta.Warnings = []string{"odd"}
	// Behind Žilina bytes and code points differ by one.
	monday := r.Times[0]
	r.Citations = []record.Citation{
		{ID: "c1", Span: monday.Span, Exact: monday.Exact, URL: "https://readout.example/monday"},
		{ID: "c2", Span: r.Times[1].Span, Exact: r.Times[1].Exact},
	}
	got, err := documentOf(r)
	if err != nil {
		t.Fatal(err)
	}
	start := strings.Index(*r.Document.Text, monday.Exact)
	want := ingest.Document{
		Input: "treaty.txt", Text: *r.Document.Text, URL: r.Document.URL, Title: "Treaty by March",
		Publisher: "Example", Authors: []string{"Jane Doe"}, Published: "2024-03-01",
		Language: "en", Genre: "analysis", Fetched: got.Fetched, Warnings: []string{"odd"},
		Links: []ingest.Link{{
			Span: text.Span{Start: start, End: start + len(monday.Exact)},
			URL:  "https://readout.example/monday",
		}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got.Fetched.Hour() != 11 || record.DocumentID(got.URL, got.Text) != r.Document.ID {
		t.Errorf("fetched %s, id %s", got.Fetched, record.DocumentID(got.URL, got.Text))
	}
}

func TestARecordWithoutItsTextIsRefused(t *testing.T) {
	r := sample.Treaty(t)
	r.Document.Text = nil
	if _, err := documentOf(r); err == nil || !strings.Contains(err.Error(), "text was left out") {
		t.Errorf("error %v", err)
	}
	r = sample.Treaty(t)
	r.Document.Fetched = "yesterday"
	if _, err := documentOf(r); err == nil || !strings.Contains(err.Error(), "fetched") {
		t.Errorf("error %v", err)
	}
}
