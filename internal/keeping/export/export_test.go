package export

import (
	"bytes"
	"flag"
	"io"
	"strings"
	"testing"

	"readout/internal/keeping/sample"
	"readout/record"
)

var update = flag.Bool("update", false, "rewrite testdata/want")

// table returns a format of tables.
func table(opts TableOptions) sample.Format {
	return func(w io.Writer) sample.Writer { return NewTable(w, opts) }
}

// lines returns a format of JSON Lines.
func lines(opts JSONLOptions) sample.Format {
	return func(w io.Writer) sample.Writer { return NewJSONL(w, opts) }
}

// formats are one of each kind.
var formats = map[string]sample.Format{
	"jsonl":       lines(JSONLOptions{}),
	"utf16":       lines(JSONLOptions{Offsets: record.OffsetsUTF16}),
	"csv":         table(TableOptions{}),
	"tsv":         table(TableOptions{Tabs: true}),
	"bytes":       table(TableOptions{Offsets: record.OffsetsByte}),
	"rows":        table(TableOptions{JSON: true}),
	"events.csv":  table(TableOptions{Kind: Events}),
	"events.json": table(TableOptions{Kind: Events, JSON: true}),
	"due.tsv":     table(TableOptions{Kind: Due, Tabs: true}),
	"due.json":    table(TableOptions{Kind: Due, JSON: true}),
	"plover":      func(w io.Writer) sample.Writer { return NewPLOVER(w) },
	"polecat":     func(w io.Writer) sample.Writer { return NewPOLECAT(w) },
}

func TestFormatsAreAsAgreed(t *testing.T) {
	boats, treaty := sample.Boats(t), sample.Treaty(t)
	for _, c := range []struct {
		name string
		open sample.Format
		r    *record.Record
	}{
		{"boats.jsonl", formats["jsonl"], boats},
		{"boats-bare.json", lines(JSONLOptions{NoText: true, Offsets: record.OffsetsUTF16}), boats},
		{"boats.csv", formats["csv"], boats},
		{"boats.tsv", formats["tsv"], boats},
		{"treaty.csv", formats["csv"], treaty},
		{"treaty-events.csv", formats["events.csv"], treaty},
		{"treaty-events.json", formats["events.json"], treaty},
		{"treaty-due.tsv", formats["due.tsv"], treaty},
		{"treaty-due.json", formats["due.json"], treaty},
		{"treaty-plover.json", formats["plover"], treaty},
		{"treaty-polecat.tsv", formats["polecat"], treaty},
	} {
		sample.Agrees(t, c.name, *update, c.open, c.r)
	}
}

func TestFormatsKeepTheirPromises(t *testing.T) {
	sample.Conforms(t, formats)
	sample.Streams(t, map[string]sample.Format{
		"jsonl": formats["jsonl"], "csv": formats["csv"], "tsv": formats["tsv"], "rows": formats["rows"],
	})
}

func TestNothingWrittenIsStillATable(t *testing.T) {
	for name, want := range map[string]string{
		"jsonl": "", "csv": "document,", "events.csv": "document,", "due.tsv": "due_start\t", "due.json": "",
	} {
		if got := sample.Made(t, formats[name]); !strings.HasPrefix(got, want) ||
			want == "" && got != "" {
			t.Errorf("%s without records is %q, want %q", name, got, want)
		}
	}
}

func TestATableOfARecordWithoutTextHasItsOffsets(t *testing.T) {
	r := sample.Boats(t)
	r.Document.Text = nil
	var out bytes.Buffer
	got := sample.Written(t, NewTable(&out, TableOptions{}), &out, r)
	if !strings.Contains(got, ",1982,2033,") {
		t.Errorf("no offsets in\n%s", got)
	}
}
