package word

import (
	"slices"
	"strings"
	"testing"

	"readout/internal/language/chunk"
	"readout/record"
)

func TestSureWordsAreSureAndUsualOnesAreNot(t *testing.T) {
	for _, r := range wordRows {
		for w := range strings.FieldsSeq(r.sure) {
			if got, known := Tells(w); !known || !got.Sure || got.Kind != r.kind {
				t.Errorf("%q: %+v, want a sure %s", w, got, r.kind)
			}
		}
		for w := range strings.FieldsSeq(r.usual) {
			got, known := Tells(w)
			sure := slices.Contains(strings.Fields(r.sure), w)
			if !known || got.Sure != sure || got.Kind != r.kind {
				t.Errorf("%q: %+v, want a usual %s", w, got, r.kind)
			}
		}
	}
}

func TestEachSenseIsThatOfItsExample(t *testing.T) {
	for _, r := range senses {
		before, rest, _ := strings.Cut(strings.ToLower(r.example), "[")
		word, behind, _ := strings.Cut(rest, "]")
		words := strings.Fields(before)
		got, ok := Sense(word, words[len(words)-1], strings.Fields(behind)[0])
		if !ok || got != r.kind {
			t.Errorf("%q tells of %s, want %s", r.example, got, r.kind)
		}
	}
	if got, ok := Sense("call", "a", "for"); ok {
		t.Errorf("a call for something tells of %s", got)
	}
}

func TestNoStopWordIsSure(t *testing.T) {
	for w := range chunk.Stops {
		if got, _ := Tells(w); got.Sure {
			t.Errorf("%q surely tells of %s", w, got.Kind)
		}
	}
}

func TestAModeIsOneOfItsTypeAlone(t *testing.T) {
	trigger, all := read("Police [arrested] two men with a car bomb.")
	for kind, want := range map[record.EventType][]Mode{
		record.EventCoerce:  {"arrest"},
		record.EventAssault: {"explosives"},
		record.EventConsult: nil,
	} {
		if got := Modes(kind, trigger, all); !slices.Equal(got, want) {
			t.Errorf("%s: modes %v, want %v", kind, got, want)
		}
	}
}

func TestAWordNearDecidesNoModeOfTriggersAlone(t *testing.T) {
	trigger, all := read("They [held] men who had arrested others.")
	if got := Modes(record.EventCoerce, trigger, all); len(got) > 0 {
		t.Errorf("modes %v, want none: the trigger says nothing of an arrest", got)
	}
	if got := Modes(record.EventCoerce, nil, nil); len(got) > 0 {
		t.Errorf("without words: modes %v", got)
	}
}

func TestRowsOfATypeStandTogether(t *testing.T) {
	var seen []record.EventType
	for i, r := range modes {
		if i > 0 && modes[i-1].kind == r.kind {
			continue
		}
		if slices.Contains(seen, r.kind) {
			t.Errorf("the modes of %s stand in two places", r.kind)
		}
		seen = append(seen, r.kind)
	}
}
