package tag

// A Chance is one value of a closed vocabulary with its probability.
type Chance struct {
	Value string
	Score float64
}

// A Stance is what kind of statement an attribution is, each list in the order of
// the model's vocabulary: act, the speaker's stand to the content, and how sure
// the speaker presents it.
type Stance struct{ Act, Polarity, Certainty []Chance }

// firstPieces is how much of a content its stance is read from, as in training.
const firstPieces = 48

// stance returns the stance of an attribution: the mean of the scores over the
// pieces of its cue, and that over the first pieces of its contents, added.
func (c *config) stance(a pieceAttribution, out rows) Stance {
	n := c.stances()
	sums := make([]float64, n)
	addMean(sums, out, c.Stance.Offset, a.cue)
	addMean(sums, out, c.Stance.Offset+n, a.contents...)
	act, polarity := len(c.Stance.Act), len(c.Stance.Polarity)
	return Stance{
		Act:       chances(c.Stance.Act, sums[:act]),
		Polarity:  chances(c.Stance.Polarity, sums[act:act+polarity]),
		Certainty: chances(c.Stance.Certainty, sums[act+polarity:]),
	}
}

// addMean adds the mean of outputs from offset over the first pieces of spans.
func addMean(sums []float64, out rows, offset int, spans ...pieceSpan) {
	total, count := make([]float64, len(sums)), 0
	for _, s := range spans {
		for i := s.start; i < s.end && count < firstPieces; i++ {
			for j, x := range out.at(i, offset, len(sums)) {
				total[j] += float64(x)
			}
			count++
		}
	}
	for j := range sums {
		sums[j] += total[j] / float64(max(count, 1))
	}
}

// chances turns scores into the probabilities of values.
func chances(values []string, scores []float64) []Chance {
	if len(values) == 0 {
		return nil
	}
	softmax(scores)
	out := make([]Chance, len(values))
	for i, v := range values {
		out[i] = Chance{v, scores[i]}
	}
	return out
}
