package tag

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"readout/internal/language/text"
)

// span makes a span of one piece with a probability.
func span(at int, score float64) pieceSpan { return pieceSpan{at, at + 1, score} }

// link makes cue piece from prefer piece to by a score.
func (r rows) link(kind, from, to int, score float32) {
	r.set(from, queryFrom+kind*linkNumber, 1, 0)
	r.set(to, keyFrom+kind*linkNumber, score, 0)
}

func TestEachContentGoesToItsBestCue(t *testing.T) {
	conf := newConfig(rand.New(rand.NewPCG(1, 2)))
	out := newRows(6)
	out.set(1, queryFrom+toContent*linkNumber, 1, 0) // the cue of piece 1
	out.set(4, queryFrom+toContent*linkNumber, 0, 1) // the cue of piece 4
	out.set(2, keyFrom+toContent*linkNumber, 3, 0)
	out.set(3, keyFrom+toContent*linkNumber, 3, 0)
	out.set(5, keyFrom+toContent*linkNumber, 0, 3)
	found := [roles][]pieceSpan{
		cue:     {span(1, 1), span(4, 1)},
		content: {span(2, 1), span(3, 1), span(5, 1)},
	}
	got := conf.attributions(found, out)
	if len(got) != 2 || len(got[0].contents) != 2 || got[1].contents[0].start != 5 {
		t.Fatalf("attributions %+v", got)
	}
}

func TestACueWithoutAContentIsNoAttribution(t *testing.T) {
	conf := newConfig(rand.New(rand.NewPCG(1, 2)))
	out := newRows(3)
	out.link(toContent, 0, 2, 5)
	found := [roles][]pieceSpan{cue: {span(0, 1), span(1, 1)}, content: {span(2, 1)}}
	got := conf.attributions(found, out)
	if len(got) != 1 || got[0].cue.start != 0 {
		t.Errorf("attributions %+v, want that of the first cue", got)
	}
	if got := conf.attributions([roles][]pieceSpan{content: {span(2, 1)}}, out); got != nil {
		t.Errorf("a content without any cue gives %+v", got)
	}
}

func TestAContentThatNoCueScoresAboveTheCostIsLeftOut(t *testing.T) {
	conf := newConfig(rand.New(rand.NewPCG(1, 2)))
	conf.ContentCost = 1
	out := newRows(4)
	out.link(toContent, 0, 1, 5)
	found := [roles][]pieceSpan{
		cue: {span(0, 1)}, content: {span(1, 1), span(3, 1)},
	}
	got := conf.attributions(found, out)
	if len(got) != 1 || len(got[0].contents) != 1 || got[0].contents[0].start != 1 {
		t.Errorf("attributions %+v, want one with the content of piece 1", got)
	}
}

func TestASourceIsTakenOnlyAboveItsCost(t *testing.T) {
	conf := newConfig(rand.New(rand.NewPCG(1, 2)))
	found := [roles][]pieceSpan{
		source: {span(0, 0.5), span(1, 0.5)}, cue: {span(2, 1)}, content: {span(3, 1)},
	}
	for _, c := range []struct {
		cost    float64
		sourced bool
	}{{1, true}, {3, false}} {
		out := newRows(4)
		out.link(toSource, 2, 1, 2*math.Sqrt2) // scores 2 by the width of links
		conf.SourceCost = c.cost
		a := conf.attributions(found, out)[0]
		if a.sourced != c.sourced || c.sourced && a.source.start != 1 {
			t.Errorf("cost %v: sourced %v by %v", c.cost, a.sourced, a.source)
		}
		all := math.Exp(c.cost) + math.Exp(2) + math.Exp(0)
		want := math.Exp(max(c.cost, 2)) / all
		if c.sourced {
			want *= 0.5
		}
		if math.Abs(a.score-want) > 1e-6 {
			t.Errorf("cost %v: score %v, want %v", c.cost, a.score, want)
		}
	}
}

func TestALinkScoresByItsDistance(t *testing.T) {
	conf := newConfig(rand.New(rand.NewPCG(1, 2)))
	conf.DistanceScores[toContent] = []float64{1, 2, 3, 4} // bounds -4, 0, 3
	out := newRows(12)
	for to, want := range map[int]float64{0: 1, 1: 2, 4: 2, 5: 3, 7: 3, 8: 4, 11: 4} {
		if got := conf.link(out, toContent, 5, to); got != want {
			t.Errorf("a distance of %d scores %v, want %v", to-5, got, want)
		}
	}
}

func TestCalibrationIsMonotonousAndFinite(t *testing.T) {
	c := config{Calibration: []float64{0.3, 0.8}}
	before := -1.0
	for _, p := range []float64{0, 1e-9, 0.1, 0.5, 0.9, 1} {
		got := c.calibrate(p)
		if got < before || got <= 0 || got >= 1 {
			t.Errorf("calibrate(%v) = %v behind %v", p, got, before)
		}
		before = got
	}
	if got := (&config{Calibration: []float64{0, 1}}).calibrate(0.25); math.Abs(got-0.25) > 1e-12 {
		t.Errorf("calibration 0, 1 makes 0.25 %v", got)
	}
}

func TestAnAttributionCoversTheWordsOfItsPieces(t *testing.T) {
	pieces, _ := newPieces("Smith said we won")
	a := pieceAttribution{
		source: span(0, 0.9), sourced: true, cue: span(1, 0.8),
		contents: []pieceSpan{{2, 4, 0.7}}, score: 0.6,
	}
	got := a.inText(pieces)
	want := Attribution{
		Source: Span{text.Span{Start: 0, End: 5}, 0.9}, Sourced: true,
		Cue:      Span{text.Span{Start: 6, End: 10}, 0.8},
		Contents: []Span{{text.Span{Start: 11, End: 17}, 0.7}}, Score: 0.6,
	}
	if got.Source != want.Source || got.Cue != want.Cue || got.Score != want.Score ||
		!got.Sourced || !slices.Equal(got.Contents, want.Contents) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}
