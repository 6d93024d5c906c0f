package tag

import (
	"readout/internal/language/text"
	"readout/internal/neural/wordpiece"
)

// A window is a range of a text's pieces, half open.
type window struct{ start, end int }

// windows cuts pieces into as few windows of at most limit pieces as sentences
// allow, about equally long, so that no window is left with a short rest. A
// sentence longer than a window is cut where the window is full.
func windows(pieces []wordpiece.Piece, sentences []text.Span, limit int) []window {
	ends := sentenceEnds(pieces, sentences)
	var out []window
	start := 0
	for start < len(pieces) {
		rest := len(pieces) - start
		parts := (rest + limit - 1) / limit
		goal := (rest + parts - 1) / parts
		end := chooseEnd(ends, start, goal, limit)
		if end == 0 {
			end = min(start+limit, len(pieces))
		}
		out = append(out, window{start, end})
		for len(ends) > 0 && ends[0] <= end {
			ends = ends[1:]
		}
		start = end
	}
	return out
}

// chooseEnd returns the first sentence end at or behind the goal that the limit
// allows, else the last one before it, or 0 if there is none.
func chooseEnd(ends []int, start, goal, limit int) int {
	best := 0
	for _, e := range ends {
		if e-start > limit {
			break
		}
		best = e
		if e-start >= goal {
			break
		}
	}
	return best
}

// A view is what the model reads for a window: the window itself and whole
// sentences around it, so that what stands at its edge is read in context.
type view struct {
	window        // the pieces that are read
	own    window // those whose cues and names count
}

// views returns a view for each of the windows that pieces are cut into, with at
// most context pieces more on each side and limit pieces in all.
func views(pieces []wordpiece.Piece, sentences []text.Span, limit, context int) []view {
	ends := sentenceEnds(pieces, sentences)
	var out []view
	before, after := 0, 0 // indices of ends
	for _, own := range windows(pieces, sentences, limit-2*context) {
		v := view{own, own}
		for before < len(ends) && ends[before] < own.start-context {
			before++
		}
		if before < len(ends) && own.start-context > 0 {
			v.start = min(ends[before], own.start)
		} else {
			v.start = 0
		}
		for after < len(ends) && ends[after] <= own.end+context {
			after++
		}
		if after > 0 {
			v.end = max(ends[after-1], own.end)
		}
		out = append(out, v)
	}
	return out
}

// sentenceEnds returns the number of pieces up to the end of each sentence,
// ascending, the last being all of them.
func sentenceEnds(pieces []wordpiece.Piece, sentences []text.Span) []int {
	ends := make([]int, 0, len(sentences)+1)
	n := 0
	for _, s := range sentences {
		for n < len(pieces) && pieces[n].Span.Start < s.End {
			n++
		}
		if n > 0 && (len(ends) == 0 || ends[len(ends)-1] < n) {
			ends = append(ends, n)
		}
	}
	if len(ends) == 0 || ends[len(ends)-1] < len(pieces) {
		ends = append(ends, len(pieces))
	}
	return ends
}
