package tag

import (
	"math"

	"readout/internal/neural/wordpiece"
)

// appendNames appends the names of a window: runs of the best label of each
// word, which is that of its first piece. A word that goes on with no name of
// its kind starts one.
func (c *config) appendNames(dst []Name, out rows, pieces []wordpiece.Piece, goesOn []bool) []Name {
	open := -1 // the name in dst that the next piece may go on with
	for i, p := range pieces {
		if goesOn[i] {
			if open >= 0 {
				dst[open].End = p.Span.End
			}
			continue
		}
		label, score := bestLabel(out.at(i, c.Offsets.Names, len(c.NameTags)))
		if label == 0 {
			open = -1
			continue
		}
		first, kind := c.NameTags[label][0] == 'B', c.NameTags[label][2:]
		if open >= 0 && dst[open].Kind == kind && !first {
			dst[open].End = p.Span.End
			dst[open].Score = min(dst[open].Score, score)
			continue
		}
		open = len(dst)
		dst = append(dst, Name{Span{p.Span, score}, kind})
	}
	return dst
}

// bestLabel returns the first of the largest scores and its softmax.
func bestLabel(scores []float32) (int, float64) {
	top := 0
	for i, s := range scores {
		if s > scores[top] {
			top = i
		}
	}
	sum := 0.0
	for _, s := range scores {
		sum += math.Exp(float64(s) - float64(scores[top]))
	}
	return top, 1 / sum
}
