// Package sample has records to try formats on. It is for tests: a record
// that cannot be had ends the test that asks for it.
package sample

import (
	"os"
	"path/filepath"
	"testing"

	"readout/record"
)

// Boats returns the record of a real article, afresh. It is read from the
// folder beside the package under test.
func Boats(t testing.TB) *record.Record {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "testdata", "boats.json"))
	if err != nil {
		t.Fatal(err)
	}
	r, findings := record.Check(data)
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	return r
}

// Saying returns a record of one statement whose content is the whole text.
func Saying(text string) *record.Record {
	author := record.Author
	return &record.Record{
		Readout: record.Version,
		Offsets: record.OffsetsByte,
		Document: record.Document{
			ID: record.DocumentID("", text), Text: &text, Length: len(text),
			TextSHA256: record.TextSHA256(text),
		},
		Statements: []record.Statement{{
			ID: "s0", Form: record.FormNarrative,
			Speaker: &record.Arg{Entity: &author},
			Content: record.Content{Spans: []record.Span{{Start: 0, End: len(text)}}, Text: text},
		}},
		Meta: record.Meta{Created: "2024-01-01T00:00:00Z"},
	}
}
