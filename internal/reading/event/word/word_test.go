package word

import (
	"slices"
	"strings"
	"testing"

	"readout/internal/language/chunk"
	"readout/internal/language/text"
	"readout/record"
)

// read returns the tokens of an example, those of the trigger in brackets apart.
func read(example string) (trigger, all []chunk.Token) {
	open, end := strings.IndexByte(example, '['), strings.IndexByte(example, ']')-1
	s := chunk.Sentence{Text: strings.NewReplacer("[", "", "]", "").Replace(example)}
	s.Fill(text.Span{Start: 0, End: len(s.Text)})
	for _, t := range s.Tokens {
		if open <= t.Start && t.End <= end {
			trigger = append(trigger, t)
		}
	}
	return trigger, s.Tokens
}

func TestTheExampleOfEachMode(t *testing.T) {
	for _, r := range modes {
		trigger, all := read(r.example)
		if got := Modes(r.kind, trigger, all); !slices.Contains(got, r.mode) {
			t.Errorf("%s %q: %v, want %s", r.kind, r.example, got, r.mode)
		}
	}
}

func TestTheExampleOfEachRowOfWords(t *testing.T) {
	for _, r := range wordRows {
		trigger, _ := read(r.example)
		if got, _ := Tells(trigger[0].Word); got.Kind != r.kind {
			t.Errorf("%q: %s, want %s", r.example, got.Kind, r.kind)
		}
	}
}

func TestTheExampleOfEachNoun(t *testing.T) {
	for _, n := range nouns {
		in, want, _ := strings.Cut(n.example, " => ")
		trigger, all := read(in)
		i := slices.Index(all, trigger[0])
		if !Takes(all[i].Word, all[i+1].Word) {
			t.Errorf("%q takes nothing by %q", all[i].Word, all[i+1].Word)
		}
		if rest := in[strings.IndexByte(in, ']')+1:]; !strings.HasSuffix(rest, " "+want) {
			t.Errorf("%q does not end with its recipient", n.example)
		}
	}
	if Takes("criticism", "to") || Takes("", "of") {
		t.Error("a noun takes what it does not")
	}
}

func TestTheExampleOfEachReach(t *testing.T) {
	for _, r := range reachRows {
		in, want, _ := strings.Cut(r.example, " => ")
		rest := strings.TrimSuffix(in, " "+want)
		if !Reaches(r.kind, rest[strings.LastIndexByte(rest, ' ')+1:]) {
			t.Errorf("%s does not reach: %q", r.kind, r.example)
		}
	}
	if Reaches(record.EventAgree, "against") || Reaches(record.EventAgree, "") {
		t.Error("a preposition leads to a recipient and should not")
	}
}

func TestNoWordStandsInTwoRows(t *testing.T) {
	row := map[string]record.EventType{}
	for _, r := range wordRows {
		for w := range strings.FieldsSeq(r.sure + " " + r.usual) {
			if k, known := row[w]; known && k != r.kind {
				t.Errorf("%q tells of %s and of %s", w, k, r.kind)
			}
			row[w] = r.kind
		}
	}
}

func TestOtherWordsTellOfNothing(t *testing.T) {
	for _, w := range []string{"", "said", "house", "Arrested"} {
		if got, known := Tells(w); known {
			t.Errorf("%q tells of %s", w, got.Kind)
		}
	}
}

func TestAStemStandsForAllThatBeginSo(t *testing.T) {
	_, all := read("He [rioted] there.")
	for list, want := range map[string]bool{"riot*": true, "riot": false, "xs there": true, "": false} {
		if got := Any(list, all); got != want {
			t.Errorf("%q: %v", list, got)
		}
	}
}
