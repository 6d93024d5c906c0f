package plain

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/internal/keeping/sample"
)

func TestRowInPipeHasSaidCitedAndValues(t *testing.T) {
	var out bytes.Buffer
	cells := strings.Split(strings.TrimSuffix(sample.Written(t, NewList(&out, ListOptions{}), &out, sample.Mayor(t)), "\n"), "\t")
	want := []string{"2023-02-22 (text)", "Reuters; the NOS; Leidsch Dagblad", "3000 refugees; 2023-03"}
	if diff := cmp.Diff(want, cells[5:8]); diff != "" {
		t.Errorf("cells 6 to 8 (-want +got):\n%s", diff)
	}
}

func TestTerminalShowsWhatWordsComeTo(t *testing.T) {
	var out bytes.Buffer
	r := sample.Mayor(t)
	want := `
  the mayor of Leiden  said  line 1  said 2023-02-22 (text)  cited: Reuters; the NOS; Leidsch Dagblad
    Leiden University would take in 3,000 Afghan refugees next month
    3,000 Afghan refugees = 3000 refugees · next month = 2023-03
`
	if got := sample.Written(t, NewList(&out, ListOptions{Width: 120}), &out, r); !strings.HasSuffix(got, want) {
		t.Errorf("list\n%s\nwant at its end\n%s", got, want)
	}
	out.Reset()
	r.Times, r.Amounts[0].Exact = nil, "3000 refugees"
	if got := sample.Written(t, NewList(&out, ListOptions{Width: 120}), &out, r); strings.Contains(got, " = ") {
		t.Errorf("words that say their value are repeated:\n%s", got)
	}
}

func TestBriefTellsSaidAndCitedInItsEndnotes(t *testing.T) {
	var out bytes.Buffer
	want := ", said 22 February 2023 (text), cited: Reuters; the NOS; Leidsch Dagblad, " +
		"values: 3000 refugees; 2023-03 `s1`\n"
	if got := sample.Written(t, NewBrief(&out, BriefOptions{}), &out, sample.Mayor(t)); !strings.HasSuffix(got, want) {
		t.Errorf("brief\n%s\nwant at its end %s", got, want)
	}
}
