package tag

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// nameRows gives each piece the label of that name.
func nameRows(conf config, labels string) rows {
	words := strings.Fields(labels)
	out := newRows(len(words))
	for i, label := range words {
		out.set(i, namesFrom+slices.Index(conf.Marks.Names.Tags, label), 4)
	}
	return out
}

func TestNamesAreRunsOfLabels(t *testing.T) {
	conf := newConfig(rand.New(rand.NewPCG(1, 2)))
	for _, c := range []struct{ text, labels, want string }{
		{"we won", "O O", ""},
		{"Josh Earnest said", "B-person I-person O", "person:Josh Earnest"},
		{"Clinton Trump met", "B-person B-person O", "person:Clinton person:Trump"},
		{"in Ohio now", "O B-place O", "place:Ohio"},
		{"Ear~nest said", "B-person O O", "person:Ear~nest"},
		{"x Ear~nest", "O O B-person", ""},
		{"Ohio", "B-place", "place:Ohio"},
	} {
		pieces, goesOn := newPieces(c.text)
		var got []string
		for _, n := range new(speller).appendNames(nil, conf.Marks.Names, nameRows(conf, c.labels), pieces, goesOn) {
			got = append(got, n.Kind+":"+c.text[n.Start:n.End])
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s as %s: %q, want %q", c.text, c.labels, s, c.want)
		}
	}
}

func TestANameGoesOnWithItsOwnKind(t *testing.T) {
	conf := newConfig(rand.New(rand.NewPCG(1, 2)))
	pieces, goesOn := newPieces("New York City")
	out := nameRows(conf, "B-place I-person I-place")
	out.set(1, namesFrom+slices.Index(conf.Marks.Names.Tags, "I-place"), 3)
	names := new(speller).appendNames(nil, conf.Marks.Names, out, pieces, goesOn)
	if len(names) != 1 || names[0].Kind != "place" || names[0].End != len("New York City") {
		t.Errorf("names %+v, want one place of three words", names)
	}
}

func TestANameIsAsSureAsItsLeastWord(t *testing.T) {
	conf := newConfig(rand.New(rand.NewPCG(1, 2)))
	pieces, goesOn := newPieces("Josh Earnest")
	out := newRows(2)
	out.set(0, namesFrom+1, 9)
	out.set(1, namesFrom+2, 2)
	names := new(speller).appendNames(nil, conf.Marks.Names, out, pieces, goesOn)
	want := math.Exp(2) / (math.Exp(2) + 4)
	if len(names) != 1 || math.Abs(names[0].Score-want) > 1e-9 {
		t.Errorf("names %+v, want one of %v", names, want)
	}
}

func TestSpansAreWidenedToWholeWords(t *testing.T) {
	// pieces: a | b~c~d | e
	goesOn := []bool{false, false, true, true, false}
	for _, c := range []struct {
		claim    string
		in, want []pieceSpan
	}{
		{"whole words stay", []pieceSpan{{0, 1, 1}}, []pieceSpan{{0, 1, 1}}},
		{"both ends grow", []pieceSpan{{2, 3, 1}}, []pieceSpan{{1, 4, 1}}},
		{
			"the first span keeps a shared word",
			[]pieceSpan{{0, 2, 1}, {3, 5, 1}},
			[]pieceSpan{{0, 4, 1}, {4, 5, 1}},
		},
		{
			"a span inside the word of another goes",
			[]pieceSpan{{1, 2, 1}, {2, 4, 1}},
			[]pieceSpan{{1, 4, 1}},
		},
	} {
		if got := wholeWords(slices.Clone(c.in), goesOn); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.claim, got, c.want)
		}
	}
}

func TestAWindowThatBeginsInAWordBeginsASpanThere(t *testing.T) {
	got := wholeWords([]pieceSpan{{0, 1, 1}}, []bool{true, true})
	if want := []pieceSpan{{0, 2, 1}}; !slices.Equal(got, want) {
		t.Errorf("spans %v, want %v", got, want)
	}
}
