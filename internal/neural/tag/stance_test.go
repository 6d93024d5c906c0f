package tag

import (
	"math"
	"math/rand/v2"
	"testing"
)

// likeliest returns the value with the best chance.
func likeliest(all []Chance) string {
	best := all[0]
	for _, c := range all {
		if c.Score > best.Score {
			best = c
		}
	}
	return best.Value
}

func TestAStanceAddsTheMeansOverCueAndContent(t *testing.T) {
	conf := newConfig(rand.New(rand.NewPCG(1, 2)))
	out := newRows(5)
	// asked whether he would go: pieces 0, then 1 to 4
	out.set(0, stanceFrom, 0, 3, 1, 0, 0, 0)                // the cue: act, polarity, certainty
	out.set(1, stanceFrom+conf.stances(), 4, 0, 0, 8, 0, 2) // first piece of the content
	out.set(2, stanceFrom+conf.stances(), 0, 0, 0, 0, 0, 2) // the rest counts as much
	a := pieceAttribution{cue: pieceSpan{0, 1, 1}, contents: []pieceSpan{{1, 3, 1}, {4, 5, 1}}}
	got := conf.stance(a, out)
	if likeliest(got.Act) != "ask" || likeliest(got.Polarity) != "denied" || likeliest(got.Certainty) != "unknown" {
		t.Errorf("stance %+v, want ask, denied, unknown", got)
	}
	// acts score 4/3 against 3
	want := 1 / (1 + math.Exp(4.0/3-3))
	if math.Abs(got.Act[1].Score-want) > 1e-9 {
		t.Errorf("ask has %v, want %v", got.Act[1].Score, want)
	}
}

func TestAStanceReadsTheFirstPiecesOnly(t *testing.T) {
	conf := newConfig(rand.New(rand.NewPCG(1, 2)))
	out := newRows(firstPieces + 2)
	out.set(firstPieces+1, stanceFrom+conf.stances(), 0, 1000, 0, 0, 0, 0)
	a := pieceAttribution{cue: pieceSpan{0, 1, 1}, contents: []pieceSpan{{1, firstPieces + 2, 1}}}
	if got := conf.stance(a, out); got.Act[1].Score != 0.5 {
		t.Errorf("ask has %v, want 0.5: the piece behind the first ones counts", got.Act[1].Score)
	}
}
