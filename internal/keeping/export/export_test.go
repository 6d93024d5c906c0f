package export

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/record"
)

var update = flag.Bool("update", false, "rewrite testdata/want")

// boats returns the record in testdata, afresh.
func boats(t *testing.T) *record.Record {
	t.Helper()
	data, err := os.ReadFile("testdata/boats.json")
	if err != nil {
		t.Fatal(err)
	}
	r, findings := record.Check(data)
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	return r
}

// saying returns a record of one statement whose content is the whole text.
func saying(text string) *record.Record {
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
	}
}

// A writer is what every format has.
type writer interface {
	Write(*record.Record) error
	Close() error
}

// written returns what a writer makes of records.
func written(t *testing.T, w writer, out *bytes.Buffer, records ...*record.Record) string {
	t.Helper()
	for _, r := range records {
		if err := w.Write(r); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestFormatsAreAsAgreed(t *testing.T) {
	var out bytes.Buffer
	for name, w := range map[string]writer{
		"boats.jsonl":     NewJSONL(&out, JSONLOptions{}),
		"boats-bare.json": NewJSONL(&out, JSONLOptions{NoText: true, Offsets: record.OffsetsUTF16}),
		"boats.csv":       NewTable(&out, TableOptions{}),
		"boats.tsv":       NewTable(&out, TableOptions{Tabs: true}),
		"boats.md":        NewBrief(&out),
		"boats.html":      NewPage(&out),
		"boats-pipe.txt":  NewList(&out, ListOptions{}),
		"boats-80.txt":    NewList(&out, ListOptions{Width: 80}),
		"boats-40.ansi":   NewList(&out, ListOptions{Width: 40, Color: true}),
	} {
		out.Reset()
		got := written(t, w, &out, boats(t))
		file := filepath.Join("testdata", "want", name)
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s (-want +got), go test -update rewrites it:\n%s", name, diff)
		}
	}
}

func TestRecordIsNotChangedByBeingWritten(t *testing.T) {
	var out bytes.Buffer
	for _, w := range []writer{
		NewJSONL(&out, JSONLOptions{NoText: true, Offsets: record.OffsetsByte}),
		NewTable(&out, TableOptions{Offsets: record.OffsetsByte}),
		NewBrief(&out), NewPage(&out), NewList(&out, ListOptions{Width: 60}),
	} {
		r := boats(t)
		written(t, w, &out, r)
		if diff := cmp.Diff(boats(t), r); diff != "" {
			t.Errorf("%T changed the record:\n%s", w, diff)
		}
	}
}

func TestNothingWrittenIsStillWellFormed(t *testing.T) {
	var out bytes.Buffer
	for want, w := range map[string]writer{
		"":         NewJSONL(&out, JSONLOptions{}),
		"document": NewTable(&out, TableOptions{}),
		"</html>":  NewPage(&out),
	} {
		out.Reset()
		if got := written(t, w, &out); !strings.Contains(got, want) {
			t.Errorf("%T without records writes %q, want %q in it", w, got, want)
		}
	}
}

func TestRecordWithoutTextIsListedByOffset(t *testing.T) {
	r := boats(t)
	r.Document.Text = nil
	var out bytes.Buffer
	got := written(t, NewList(&out, ListOptions{}), &out, r)
	if want := "boats.txt:@"; !strings.HasPrefix(got, want) {
		t.Errorf("list begins %.40q, want %q", got, want)
	}
	if err := NewPage(&out).Write(r); err == nil {
		t.Error("a page was made of a record without its text")
	}
}
