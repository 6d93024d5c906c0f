package tag

import (
	"math"

	"readout/internal/neural/wordpiece"
)

// A speller finds names and times along a window: the best path of labels on
// which one goes on only with its own kind. A word has the label of its first
// piece. Its memory is kept from one use to the next.
type speller struct {
	words []int       // first pieces of words
	odds  [][]float64 // [words][labels] logarithms of probabilities
	from  [][]uint8   // [words][labels] the best label before
	path  []uint8
}

// appendNames appends what a head marks in a window.
func (s *speller) appendNames(dst []Name, l labels, out rows, pieces []wordpiece.Piece, goesOn []bool) []Name {
	s.load(l, out, goesOn)
	s.best(l)
	open := -1 // the name in dst that the next word may go on with
	for i, first := range s.words {
		end := len(pieces)
		if i+1 < len(s.words) {
			end = s.words[i+1]
		}
		label := s.path[i]
		if label == 0 {
			open = -1
			continue
		}
		score := math.Exp(s.odds[i][label] + l.Costs[label])
		if open >= 0 && l.Tags[label][0] == 'I' {
			dst[open].End = pieces[end-1].Span.End
			dst[open].Score = min(dst[open].Score, score)
			continue
		}
		open = len(dst)
		name := Name{Span: Span{pieces[first].Span, score}, Kind: l.Tags[label][2:]}
		name.End = pieces[end-1].Span.End
		dst = append(dst, name)
	}
	return dst
}

// load sets words and odds.
func (s *speller) load(l labels, out rows, goesOn []bool) {
	s.words, s.odds = s.words[:0], s.odds[:0]
	for i, on := range goesOn {
		if on && i > 0 {
			continue
		}
		s.words = append(s.words, i)
		odds := logSoftmax(out.at(i, l.Offset, len(l.Tags)))
		for tag, cost := range l.Costs {
			odds[tag] -= cost
		}
		s.odds = append(s.odds, odds)
	}
}

// best sets the path. Of equal ones, the label that comes first is taken.
func (s *speller) best(l labels) {
	n, count := len(s.words), len(l.Tags)
	s.from, s.path = resize(s.from, n), resize(s.path, n)
	now := make([]float64, count)
	for tag := range now {
		now[tag] = s.odds[0][tag]
		if l.Tags[tag][0] == 'I' {
			now[tag] = never
		}
	}
	for i := 1; i < n; i++ {
		next := make([]float64, count)
		s.from[i] = resize(s.from[i], count)
		for to := range next {
			top := l.bestBefore(now, to)
			s.from[i][to] = uint8(top)
			next[to] = now[top] + s.odds[i][to]
		}
		now = next
	}
	top := argmax(now)
	for i := n - 1; i > 0; i-- {
		s.path[i] = uint8(top)
		top = int(s.from[i][top])
	}
	s.path[0] = uint8(top)
}

// bestBefore returns the best label that may stand before label to.
func (l labels) bestBefore(scores []float64, to int) int {
	tag := l.Tags[to]
	if tag[0] != 'I' {
		return argmax(scores)
	}
	top := -1
	for i, before := range l.Tags {
		if before != "O" && before[2:] == tag[2:] && (top < 0 || scores[i] > scores[top]) {
			top = i
		}
	}
	return top
}

func argmax(v []float64) int {
	top := 0
	for i, x := range v {
		if x > v[top] {
			top = i
		}
	}
	return top
}

func logSoftmax(scores []float32) []float64 {
	out := make([]float64, len(scores))
	top := float64(scores[0])
	for i, s := range scores {
		out[i] = float64(s)
		top = max(top, out[i])
	}
	sum := 0.0
	for _, x := range out {
		sum += math.Exp(x - top)
	}
	all := top + math.Log(sum)
	for i := range out {
		out[i] -= all
	}
	return out
}
