package amount

import (
	"fmt"
	"strings"
	"testing"

	"readout/internal/language/text"
	"readout/internal/reading/amount/cue"
	"readout/internal/reading/amount/unit"
)

// find reads one sentence and writes its amounts as tables write them.
func find(t testing.TB, s string) string {
	t.Helper()
	doc, err := text.New(s)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, a := range Find(doc, []text.Span{{Start: 0, End: len(s)}}, nil) {
		approx := ""
		if a.Approx {
			approx = "1"
		}
		lines = append(lines, fmt.Sprintf("%s|%s|%s|%s|%s|%s|%s|%s", a.Kind,
			doc.At(a.Span), a.Value, a.Low, a.High, a.Unit, approx, a.Of))
	}
	return strings.Join(lines, "; ")
}

// runExamples runs the example of each row of a table.
func runExamples[T any](t *testing.T, rows []cue.Row[T]) {
	t.Helper()
	for _, r := range rows {
		checkRow(t, r.Words, r.Example)
	}
}

// runUnits runs the example of each row of a table of units.
func runUnits[T any](t *testing.T, rows []unit.Row[T]) {
	t.Helper()
	for _, r := range rows {
		checkRow(t, r.Words, r.Example)
	}
}

func checkRow(t *testing.T, words, example string) {
	t.Helper()
	in, want, _ := strings.Cut(example, " => ")
	if got := find(t, in); got != want {
		t.Errorf("row %q: %q\n\tgot  %s\n\twant %s", words, in, got, want)
	}
}

func TestRowsHoldTheirExamples(t *testing.T) {
	runExamples(t, cue.Bounds.Rows)
	runExamples(t, cue.BoundsAfter.Rows)
	runUnits(t, unit.Coins.Rows)
	runUnits(t, unit.National.Rows)
	runUnits(t, unit.Percents.Rows)
	runUnits(t, unit.Measures.Rows)
	runExamples(t, cue.Suffixes.Rows)
	runExamples(t, cue.Numbering.Rows)
}
