package plain

import (
	"bytes"
	"strings"
	"testing"

	"readout/internal/keeping/sample"
	"readout/record"
)

func TestTextCannotBecomeMarkup(t *testing.T) {
	for text, want := range map[string]string{
		"<b>&amp;":        "&lt;b>&amp;amp;",
		"# not a heading": `\# not a heading`,
		"1. not a list":   `1\. not a list`,
		"*a* _b_ `c` [d]": "\\*a\\* \\_b\\_ \\`c\\` \\[d\\]",
		"- a - b":         `\- a - b`,
		"3.5 per cent":    `3\.5 per cent`,
	} {
		if got := Markdown(text); got != want {
			t.Errorf("Markdown(%q) = %q, want %q", text, got, want)
		}
	}
}

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
