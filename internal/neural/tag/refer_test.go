package tag

import (
	"math"
	"math/rand/v2"
	"testing"

	"readout/internal/language/text"
)

// point makes piece from refer to piece to, and not to those that others point
// to along the other axis.
func (r rows) point(from, to, axis int) {
	r.set(from, queryFrom+toAntecedent*linkNumber+axis, 1)
	r.set(to, keyFrom+toAntecedent*linkNumber+axis, 8)
}

// reading is what one window of words says, the words cut at spaces.
func reading(words string, asked []Referring, out rows) []Reference {
	conf := newConfig(rand.New(rand.NewPCG(1, 2)))
	w := worker{tagger: &Tagger{config: conf}}
	w.pieces, w.goesOn = newPieces(words)
	all := window{0, len(w.pieces)}
	return w.refer(nil, asked, view{all, all}, out)
}

func TestAWordRefersToNamesAndPronounsBeforeIt(t *testing.T) {
	const words = "Ann met Bob he said she"
	he := Referring{Span: text.Span{Start: 12, End: 14}, Pronoun: true}
	she := Referring{Span: text.Span{Start: 20, End: 23}, Pronoun: true}
	out := newRows(6)
	for _, at := range []int{0, 2} {
		out.set(at, namesFrom+1, 9) // B-person
	}
	out.point(3, 2, 0)
	out.point(5, 0, 1)
	got := reading(words, []Referring{he, she}, out)
	if len(got) != 2 {
		t.Fatalf("%d references, want 2", len(got))
	}
	for i, want := range [][]int{{0, 8}, {0, 8, 12}} {
		var starts []int
		sum := got[i].None
		for _, c := range got[i].To {
			starts = append(starts, c.Start)
			sum += c.Score
		}
		if len(starts) != len(want) {
			t.Errorf("word %d may refer to %v, want %v", i, starts, want)
		}
		if math.Abs(sum-1) > 1e-9 {
			t.Errorf("word %d: probabilities add up to %v", i, sum)
		}
	}
	if c := got[0].To[1]; c.Start != 8 || c.Score < 0.5 {
		t.Errorf("he refers to Bob by %v", c.Score)
	}
}

func TestANominalIsNoCandidate(t *testing.T) {
	out := newRows(3)
	minister := Referring{Span: text.Span{Start: 4, End: 12}}
	he := Referring{Span: text.Span{Start: 13, End: 15}, Pronoun: true}
	got := reading("the minister he", []Referring{minister, he}, out)
	if len(got) != 2 || len(got[1].To) != 0 || got[1].None != 1 {
		t.Errorf("references %+v", got)
	}
}

func TestAWordOutsideTheTextAsksNothing(t *testing.T) {
	if got := reading("a b", []Referring{{Span: text.Span{Start: 90, End: 91}}}, newRows(2)); got != nil {
		t.Errorf("references %+v", got)
	}
}
