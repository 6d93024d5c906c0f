package cue

import (
	"strings"
	"testing"

	"readout/internal/language/chunk"
	"readout/internal/language/text"
)

// sentence cuts words as the reader does.
func sentence(s string) *chunk.Sentence {
	x := &chunk.Sentence{Text: s}
	x.Fill(text.Span{Start: 0, End: len(s)})
	return x
}

func TestTheLongestBoundBeforeANumberWins(t *testing.T) {
	for words, want := range map[string]Bound{
		"more than 40":     AtLeast,
		"no more than 40":  AtMost,
		"fewer than 40":    AtMost,
		"no fewer than 40": AtLeast,
		"about 40":         Approximate,
		"approx. 40":       Approximate,
	} {
		s := sentence(words)
		m, ok := Bounds.Before(s, len(s.Tokens)-1)
		if !ok || m.Value != want {
			t.Errorf("%q: %v, %v, want %v", words, m.Value, ok, want)
		}
	}
}

func TestABoundAfterANumberBeginsAtItsToken(t *testing.T) {
	s := sentence("40 or more came")
	if m, ok := BoundsAfter.After(s, 1); !ok || m.Value != AtLeast || m.To != 3 {
		t.Errorf("%+v, %v", m, ok)
	}
	if m, ok := BoundsAfter.After(s, 2); ok {
		t.Errorf("%+v in the middle of a phrase", m)
	}
}

func TestNumberingTellsWhichWordsNeedACapital(t *testing.T) {
	for words, want := range map[string]bool{
		"Rule 40": true, "page 40": true, "Channel 40": false, "Boeing 737": false,
	} {
		m, ok := Numbering.Before(sentence(words), 1)
		if !ok || m.Value != want {
			t.Errorf("%q: %v, %v, want %v", words, m.Value, ok, want)
		}
	}
	if _, ok := Numbering.Before(sentence("bought 40"), 1); ok {
		t.Error("a verb numbers something")
	}
}

func TestListsHoldWordsInLowerCase(t *testing.T) {
	for name, list := range map[string]map[string]bool{
		"having": Having, "harm": Harm, "holders": Holders, "numbered": Numbered,
		"ordinals": Ordinals, "idle": Idle, "people": People, "changing": Changing,
		"standing": Standing, "gapping": Gapping, "belonging": Belonging,
	} {
		for w := range list {
			if w != strings.ToLower(w) || strings.ContainsAny(w, " -") {
				t.Errorf("%s holds %q", name, w)
			}
		}
	}
}

func TestAWordMaySpeakOfAnIndexOrOfAGame(t *testing.T) {
	for word, want := range map[string]Theme{
		"dow": Index, "scored": Game, "toll": Tally, "weighed": Weight, "house": 0,
	} {
		if got := Themes[word]; got != want {
			t.Errorf("%q speaks of %b, want %b", word, got, want)
		}
	}
}

func TestEachRowShowsItsWords(t *testing.T) {
	shows(t, Bounds.Rows)
	shows(t, BoundsAfter.Rows)
	shows(t, Suffixes.Rows)
	shows(t, Numbering.Rows)
}

// shows checks that the example of a row holds the last of its words.
func shows[T any](t *testing.T, rows []Row[T]) {
	t.Helper()
	for _, r := range rows {
		in, _, ok := strings.Cut(strings.ToLower(r.Example), " =>")
		words := strings.Fields(r.Words)
		if !ok || !strings.Contains(in, words[len(words)-1]) {
			t.Errorf("row %q: the example is %q", r.Words, r.Example)
		}
	}
}
