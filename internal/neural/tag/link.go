package tag

import (
	"math"
	"slices"
	"sort"

	"readout/internal/neural/wordpiece"
)

// A pieceAttribution is an attribution in the pieces of a window.
type pieceAttribution struct {
	source   pieceSpan
	sourced  bool
	cue      pieceSpan
	contents []pieceSpan
	score    float64 // product of all probabilities, calibrated at the end
}

// attributions joins the spans of a window: each content goes to its best cue if
// that scores above the cost, and each cue that has a content takes its best
// source likewise. What is left without a partner is left out.
func (c *config) attributions(found [roles][]pieceSpan, out rows) []pieceAttribution {
	all := make([]pieceAttribution, len(found[cue]))
	for i, s := range found[cue] {
		all[i] = pieceAttribution{cue: s, score: s.score}
	}
	if len(all) == 0 {
		return nil
	}
	scores := make([]float64, 1+len(all))
	scores[0] = c.ContentCost
	for _, s := range found[content] {
		for i := range all {
			scores[1+i] = c.link(out, toContent, all[i].cue.start, s.start)
		}
		if i, p := best(scores); i > 0 {
			a := &all[i-1]
			a.contents = append(a.contents, s)
			a.score *= s.score * p
		}
	}
	kept := all[:0]
	for _, a := range all {
		if len(a.contents) > 0 {
			c.takeSource(&a, found[source], out)
			a.score = c.calibrate(a.score)
			kept = append(kept, a)
		}
	}
	return kept
}

// takeSource links a cue to its best source, or to none, which scores the cost.
func (c *config) takeSource(a *pieceAttribution, sources []pieceSpan, out rows) {
	scores := []float64{c.SourceCost}
	for _, s := range sources {
		scores = append(scores, c.link(out, toSource, a.cue.start, s.start))
	}
	i, p := best(scores)
	a.score *= p
	if i > 0 {
		a.source, a.sourced = sources[i-1], true
		a.score *= a.source.score
	}
}

// link scores a link from one piece to another.
func (c *config) link(out rows, kind, from, to int) float64 {
	q := out.at(from, c.Offsets.Query[kind], c.LinkWidth)
	k := out.at(to, c.Offsets.Key[kind], c.LinkWidth)
	sum := 0.0
	for i := range q {
		sum += float64(float64(q[i]) * float64(k[i]))
	}
	// The bucket of a distance is the number of bounds that are not above it.
	bucket := sort.SearchInts(c.Distances, to-from+1)
	return sum/math.Sqrt(float64(c.LinkWidth)) + c.DistanceScores[kind][bucket]
}

// best returns the first of the largest scores and its softmax.
func best(scores []float64) (int, float64) {
	top := argmax(scores)
	sum := 0.0
	for _, s := range scores {
		sum += math.Exp(s - scores[top])
	}
	return top, 1 / sum
}

// softmax turns scores into probabilities.
func softmax(scores []float64) {
	top, sum := slices.Max(scores), 0.0
	for i, s := range scores {
		scores[i] = math.Exp(s - top)
		sum += scores[i]
	}
	for i := range scores {
		scores[i] /= sum
	}
}

// calibrate turns a product of probabilities into one that held on
// development texts.
func (c *config) calibrate(p float64) float64 {
	const edge = 1e-6 // keeps the logit finite
	p = min(max(p, edge), 1-edge)
	logit := math.Log(p / (1 - p))
	return 1 / (1 + math.Exp(-c.Calibration[0]-float64(c.Calibration[1]*logit)))
}

// inText returns the attribution in bytes of the text.
func (a pieceAttribution) inText(pieces []wordpiece.Piece) Attribution {
	out := Attribution{Cue: a.cue.inText(pieces), Sourced: a.sourced, Score: a.score}
	if a.sourced {
		out.Source = a.source.inText(pieces)
	}
	for _, s := range a.contents {
		out.Contents = append(out.Contents, s.inText(pieces))
	}
	return out
}
