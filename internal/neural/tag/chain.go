package tag

import "math"

// never is the score of what is not allowed; training/model.py has the same.
const never = -1e4

// A chain decodes the tags of one role along a window. Its memory is kept from
// one use to the next.
type chain struct {
	scores   [][tagCount]float64 // of each piece, costs of starting taken off
	forward  [][tagCount]float64 // log of the weight of all paths that end here
	backward [][tagCount]float64 // log of the weight of all paths from here on
	from     [][tagCount]uint8   // the best tag before each tag
	tags     []uint8
}

// decode returns the spans of role r among the n pieces of a window: those on
// the best path, each with its probability over all paths.
func (c *chain) decode(out rows, conf *config, r, n int) []pieceSpan {
	c.load(out, conf, r, n)
	moves := conf.Moves[r]
	c.best(moves)
	spans := c.spans()
	if len(spans) > 0 {
		c.weigh(moves)
		for i := range spans {
			spans[i].score = c.probability(moves, spans[i])
		}
	}
	return spans
}

func (c *chain) load(out rows, conf *config, r, n int) {
	c.scores = c.scores[:0]
	for i := range n {
		var s [tagCount]float64
		for t, v := range out.at(i, conf.Offsets.Roles+r*tagCount, tagCount) {
			s[t] = float64(v)
		}
		s[begin] -= conf.StartCost[r]
		s[single] -= conf.StartCost[r]
		c.scores = append(c.scores, s)
	}
}

// starts and stops tell which tags may open and close a window.
var (
	starts = [tagCount]float64{middle: never, last: never}
	stops  = [tagCount]float64{begin: never, middle: never}
)

// best sets tags to the best path (Viterbi). Of equal ones, the tag that comes
// first in the order of tags is taken.
func (c *chain) best(moves [][]float64) {
	n := len(c.scores)
	c.from = resize(c.from, n)
	c.tags = resize(c.tags, n)
	now := add(c.scores[0], starts)
	for i := 1; i < n; i++ {
		var next [tagCount]float64
		for to := range next {
			top := 0
			for from := 1; from < tagCount; from++ {
				if now[from]+moves[from][to] > now[top]+moves[top][to] {
					top = from
				}
			}
			c.from[i][to] = uint8(top)
			next[to] = now[top] + moves[top][to] + c.scores[i][to]
		}
		now = next
	}
	now = add(now, stops)
	top := 0
	for t := range now {
		if now[t] > now[top] {
			top = t
		}
	}
	for i := n - 1; i >= 0; i-- {
		c.tags[i] = uint8(top)
		top = int(c.from[i][top])
	}
}

// spans reads the spans off the tags.
func (c *chain) spans() []pieceSpan {
	var out []pieceSpan
	start := 0
	for i, t := range c.tags {
		switch t {
		case begin:
			start = i
		case last:
			out = append(out, pieceSpan{start: start, end: i + 1})
		case single:
			out = append(out, pieceSpan{start: i, end: i + 1})
		}
	}
	return out
}

// weigh sets forward and backward.
func (c *chain) weigh(moves [][]float64) {
	n := len(c.scores)
	c.forward, c.backward = resize(c.forward, n), resize(c.backward, n)
	c.forward[0] = add(c.scores[0], starts)
	for i := 1; i < n; i++ {
		for to := range tagCount {
			var in [tagCount]float64
			for from := range tagCount {
				in[from] = c.forward[i-1][from] + moves[from][to]
			}
			c.forward[i][to] = logSum(in) + c.scores[i][to]
		}
	}
	c.backward[n-1] = stops
	for i := n - 2; i >= 0; i-- {
		for from := range tagCount {
			var out [tagCount]float64
			for to := range tagCount {
				out[to] = moves[from][to] + c.scores[i+1][to] + c.backward[i+1][to]
			}
			c.backward[i][from] = logSum(out)
		}
	}
}

// probability returns the share of all paths, by weight, that have this span.
func (c *chain) probability(moves [][]float64, s pieceSpan) float64 {
	first, end := begin, last
	if s.end-s.start == 1 {
		first, end = single, single
	}
	path := c.forward[s.start][first]
	before := first
	for i := s.start + 1; i < s.end; i++ {
		tag := middle
		if i == s.end-1 {
			tag = last
		}
		path += moves[before][tag] + c.scores[i][tag]
		before = tag
	}
	all := logSum(add(c.forward[len(c.scores)-1], stops))
	return min(1, math.Exp(path+c.backward[s.end-1][end]-all))
}

// logSum returns log(Σ exp(v)).
func logSum(v [tagCount]float64) float64 {
	top := v[0]
	for _, x := range v[1:] {
		top = max(top, x)
	}
	sum := 0.0
	for _, x := range v {
		if d := x - top; d > -40 { // less than 1e-17 of the sum
			sum += math.Exp(d)
		}
	}
	return top + math.Log(sum)
}

func add(a, b [tagCount]float64) [tagCount]float64 {
	for i := range a {
		a[i] += b[i]
	}
	return a
}

// resize returns a slice of n elements, reusing the memory of s if it can.
func resize[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}
