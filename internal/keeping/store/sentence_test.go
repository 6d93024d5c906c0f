package store

import (
	"slices"
	"testing"

	"readout/record"
)

func TestCutReturnsTheWordsInEveryUnit(t *testing.T) {
	text := "Ærø 🏛 said no."
	for unit, spans := range map[record.Offsets][]record.Span{
		record.OffsetsCodepoint: {{Start: 6, End: 10}, {Start: 0, End: 3}, {Start: 4, End: 5}, {Start: 11, End: 14}, {Start: 3, End: 99}, {Start: 5, End: 4}},
		record.OffsetsUTF16:     {{Start: 7, End: 11}, {Start: 0, End: 3}, {Start: 4, End: 6}, {Start: 12, End: 15}, {Start: 3, End: 99}, {Start: 6, End: 4}},
		record.OffsetsByte:      {{Start: 11, End: 15}, {Start: 0, End: 5}, {Start: 6, End: 10}, {Start: 16, End: 19}, {Start: 5, End: 99}, {Start: 10, End: 6}},
	} {
		r := &record.Record{Offsets: unit, Document: record.Document{Text: &text}}
		want := []string{"said", "Ærø", "🏛", "no.", "", ""}
		if got := cut(r, spans); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", unit, got, want)
		}
	}
	if got := cut(&record.Record{}, []record.Span{{Start: 0, End: 1}}); !slices.Equal(got, []string{""}) {
		t.Errorf("without a text: %q", got)
	}
}
