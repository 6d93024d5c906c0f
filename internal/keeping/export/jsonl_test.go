package export

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"testing"

	"readout/internal/keeping/sample"
	"readout/record"
)

func TestSpansThatTheTextLacksAreAnErrorThatNamesTheRecord(t *testing.T) {
	r := sample.Saying("é")
	r.Statements[0].Content.Spans[0].End = 99
	err := NewJSONL(io.Discard, JSONLOptions{Offsets: record.OffsetsUTF16}).Write(r)
	if err == nil || !strings.Contains(err.Error(), r.Document.ID) {
		t.Errorf("error %v, want one that names %s", err, r.Document.ID)
	}
}

func TestARecordWithoutTextKeepsItsOffsets(t *testing.T) {
	r := sample.Boats(t)
	r.Document.Text = nil
	err := NewJSONL(io.Discard, JSONLOptions{Offsets: record.OffsetsByte}).Write(r)
	if err == nil {
		t.Error("offsets were converted without the text they point into")
	}
	var out bytes.Buffer
	got := sample.Written(t, NewJSONL(&out, JSONLOptions{}), &out, r)
	if !json.Valid([]byte(got)) || strings.Contains(got, `"text":"Over 900`) {
		t.Errorf("line %.80q", got)
	}
}

func TestJSONLIsWithoutLoss(t *testing.T) {
	var out bytes.Buffer
	got := sample.Written(t, NewJSONL(&out, JSONLOptions{}), &out, sample.Boats(t), sample.Saying("One."))
	lines := strings.SplitAfter(strings.TrimSuffix(got, "\n"), "\n")
	if len(lines) != 2 {
		t.Fatalf("%d lines for two records", len(lines))
	}
	for i, r := range []*record.Record{sample.Boats(t), sample.Saying("One.")} {
		read, err := record.Parse([]byte(lines[i]))
		if err != nil {
			t.Fatal(err)
		}
		var again bytes.Buffer
		sample.Written(t, NewJSONL(&again, JSONLOptions{}), &again, read)
		if strings.TrimSpace(again.String()) != strings.TrimSpace(lines[i]) {
			t.Errorf("record %s reads back as\n%s", r.Document.ID, again.String())
		}
	}
}
