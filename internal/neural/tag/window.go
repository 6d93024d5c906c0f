package tag

import (
	"hash/fnv"
	"slices"

	"readout/internal/language/text"
	"readout/internal/neural/wordpiece"
)

// A window is a range of a text's pieces, half open.
type window struct{ start, end int }

// windows cuts pieces into windows of at most limit pieces at the places that
// cost least in all.
//
// The cost of a place depends on what stands there alone, mostly on a hash. So a
// window moves only with the text around it: when something is put before a text
// or behind it, the cheapest cuts soon fall together with the ones that were
// there, as all ways lead over the cheap places. Of texts of ten windows, more
// than 95 in 100 windows behind the second one stay as they are. Windows cut as
// full as possible would be about a tenth fewer, but all would move.
//
// A sentence longer than a window is cut into equal parts. No other window ends
// inside a sentence.
func windows(pieces []wordpiece.Piece, ends []int, limit int) []window {
	if len(pieces) == 0 {
		return nil
	}
	at := places(pieces, ends, limit)
	before := cheapest(at, limit)
	var out []window
	for i := len(at) - 1; i > 0; i = before[i] {
		out = append(out, window{at[before[i]].end, at[i].end})
	}
	slices.Reverse(out)
	return out
}

// A place is one where a window may end.
type place struct {
	end  int // pieces before it
	cost int
}

// places returns where windows may end, the start of the text first. No two that
// follow each other are farther apart than the limit.
func places(pieces []wordpiece.Piece, ends []int, limit int) []place {
	out := make([]place, 1, len(ends)+1)
	start := 0
	for i, end := range ends {
		parts := (end - start + limit - 1) / limit
		for part := 1; part < parts; part++ {
			out = append(out, place{end: start + part*(end-start)/parts})
		}
		next := ends[min(i+1, len(ends)-1)]
		out = append(out, place{end, cost(pieces[end:next])})
		start = end
	}
	return out
}

// What a place costs, in 256ths of a window. The weights were chosen on the
// articles of testdata and PolNeAR's dev texts, cut with and without something
// before and behind: hashes that count less move more windows, and hashes that
// count more gain little.
const (
	windowCost    = 256  // any place, so that windows are few
	hashCost      = 2048 // more than the hash may add
	paragraphCost = 512  // a place inside a paragraph
)

// cost returns what it costs to cut before a sentence. Only words in small
// letters count for the hash, so that another name in it changes nothing.
func cost(sentence []wordpiece.Piece) int {
	if len(sentence) == 0 {
		return 0 // the end of the text
	}
	h := fnv.New32a()
	for _, p := range sentence {
		if p.Shape&shapeOfWord == wordpiece.Lower {
			h.Write([]byte{byte(p.ID), byte(p.ID >> 8)})
		}
	}
	sum := windowCost + int(h.Sum32()%hashCost)
	if sentence[0].Shape&afterNewline == 0 {
		sum += paragraphCost
	}
	return sum
}

// cheapest returns for each place the one where the window that ends there begins
// so that all cuts up to it cost least; of equal ones, the nearest.
func cheapest(at []place, limit int) []int {
	before, total := make([]int, len(at)), make([]int, len(at))
	for i := 1; i < len(at); i++ {
		best := i - 1
		for j := i - 2; j >= 0 && at[i].end-at[j].end <= limit; j-- {
			if total[j] < total[best] {
				best = j
			}
		}
		before[i], total[i] = best, total[best]+at[i].cost
	}
	return before
}

// A view is what the model reads for a window: the window itself and whole
// sentences around it, so that what stands at its edge is read in context.
type view struct {
	window        // the pieces that are read
	own    window // those whose cues and names count
}

// views returns a view for each of the windows that the sections of a text are
// cut into, with at most context pieces more on each side and limit pieces in all.
func views(pieces []wordpiece.Piece, sentences []text.Span, limit, context int) []view {
	var out []view
	start := 0 // the piece that the section begins at
	for _, ends := range sections(pieces, sentenceEnds(pieces, sentences)) {
		end := ends[len(ends)-1]
		for i := range ends {
			ends[i] -= start
		}
		for _, v := range viewsOf(pieces[start:end], ends, limit, context) {
			out = append(out, v.moved(start))
		}
		start = end
	}
	return out
}

// moved returns a view so many pieces farther on.
func (v view) moved(by int) view {
	return view{
		window{v.start + by, v.end + by},
		window{v.own.start + by, v.own.end + by},
	}
}

// sections cuts the ends of sentences where headlines begin. What stands before a
// headline is another matter, so the text from it on is read alone, and alike
// wherever it stands.
func sections(pieces []wordpiece.Piece, ends []int) [][]int {
	var out [][]int
	first, start, title := 0, 0, false
	for i, end := range ends {
		was := title
		if title = headline(pieces, start, end); title && !was && i > first {
			out = append(out, ends[first:i:i])
			first = i
		}
		start = end
	}
	if first < len(ends) {
		out = append(out, ends[first:])
	}
	return out
}

// headline reports whether a sentence stands on a line of its own and ends with
// a word.
func headline(pieces []wordpiece.Piece, start, end int) bool {
	if start == end || pieces[end-1].Shape&shapeOfWord == wordpiece.Signs {
		return false
	}
	line := start == 0 || pieces[start].Shape&afterNewline != 0
	return line && end < len(pieces) && pieces[end].Shape&afterNewline != 0
}

// viewsOf returns the views of one section.
func viewsOf(pieces []wordpiece.Piece, ends []int, limit, context int) []view {
	var out []view
	before, after := 0, 0 // indices of ends
	for _, own := range windows(pieces, ends, limit-2*context) {
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
