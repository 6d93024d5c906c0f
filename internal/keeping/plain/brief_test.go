package plain

import (
	"bytes"
	"strings"
	"testing"

	"readout/internal/keeping/sample"
	"readout/record"
)

func TestBriefSaysWhatIsNotKnown(t *testing.T) {
	r := sample.Saying("Nothing.")
	r.Statements = nil
	var out bytes.Buffer
	got := sample.Written(t, NewBrief(&out, BriefOptions{}), &out, r, r)
	for _, want := range []string{"undated", "No statements.", "\n---\n", r.Document.ID} {
		if !strings.Contains(got, want) {
			t.Errorf("brief has no %q:\n%s", want, got)
		}
	}
}

func TestUnitsHaveNames(t *testing.T) {
	for unit, want := range map[record.Offsets]string{
		record.OffsetsByte: "bytes", record.OffsetsUTF16: "UTF-16 units",
		record.OffsetsCodepoint: "code points", 0: "an unknown unit",
	} {
		if got := unitName(unit); got != want {
			t.Errorf("unitName(%v) = %q, want %q", unit, got, want)
		}
	}
}
