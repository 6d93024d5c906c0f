package tag

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// A path is one way to tag a window, with the sum of its scores.
type path struct {
	tags  []uint8
	score float64
}

// allPaths lists every path of a window of n pieces, the forbidden ones too.
func allPaths(c *config, out rows, r, n int) []path {
	paths := []path{{}}
	for i := range n {
		var longer []path
		for _, p := range paths {
			for tag := range uint8(tagCount) {
				longer = append(longer, p.with(c, out, r, i, tag))
			}
		}
		paths = longer
	}
	for i, p := range paths {
		paths[i].score += stops[p.tags[n-1]]
	}
	return paths
}

func (p path) with(c *config, out rows, r, i int, tag uint8) path {
	score := p.score + float64(out.at(i, r*tagCount, tagCount)[tag])
	if tag == begin || tag == single {
		score -= c.StartCost[r]
	}
	if i == 0 {
		score += starts[tag]
	}
	if i > 0 {
		score += c.Moves[r][p.tags[i-1]][tag]
	}
	return path{append(slices.Clone(p.tags), tag), score}
}

// holds reports whether a path has a span from start to end.
func (p path) holds(s pieceSpan) bool {
	if s.end-s.start == 1 {
		return p.tags[s.start] == single
	}
	for i := s.start; i < s.end; i++ {
		want := uint8(middle)
		switch i {
		case s.start:
			want = begin
		case s.end - 1:
			want = last
		}
		if p.tags[i] != want {
			return false
		}
	}
	return true
}

func TestTheBestPathIsThatOfAllPaths(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 60 {
		n := 1 + random.IntN(5)
		conf, out := newConfig(random), randomRows(random, n)
		for r := range roles {
			want := slices.MaxFunc(allPaths(&conf, out, r, n), func(a, b path) int {
				return cmpFloat(a.score, b.score)
			})
			var c chain
			spans := c.decode(out, &conf, r, n)
			if !slices.Equal(c.tags, want.tags) {
				t.Fatalf("role %d: tags %v, want %v", r, c.tags, want.tags)
			}
			for _, s := range spans {
				if !want.holds(s) {
					t.Errorf("role %d: span %v is not on the path %v", r, s, want.tags)
				}
			}
		}
	}
}

func cmpFloat(a, b float64) int {
	if a < b {
		return -1
	}
	return 1
}

func TestTheProbabilityOfASpanIsItsShareOfAllPaths(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	checked := 0
	for range 60 {
		n := 1 + random.IntN(5)
		conf, out := newConfig(random), randomRows(random, n)
		paths := allPaths(&conf, out, content, n)
		var c chain
		for _, s := range c.decode(out, &conf, content, n) {
			all, with := 0.0, 0.0
			for _, p := range paths {
				weight := math.Exp(p.score)
				all += weight
				if p.holds(s) {
					with += weight
				}
			}
			if want := with / all; math.Abs(s.score-want) > 1e-9 {
				t.Errorf("span %v: probability %v, want %v", s, s.score, want)
			}
			checked++
		}
	}
	if checked < 20 {
		t.Errorf("only %d spans were checked", checked)
	}
}

func TestTheBestPathObeysTheAllowedMoves(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	var c chain // used again and again, as a worker does
	for range 300 {
		n := 1 + random.IntN(40)
		conf, out := newConfig(random), randomRows(random, n)
		end := 0
		for _, s := range c.decode(out, &conf, cue, n) {
			if s.start < end || s.end <= s.start || s.end > n {
				t.Errorf("span %v behind %d in a window of %d", s, end, n)
			}
			if s.score < 0 || s.score > 1 || math.IsNaN(s.score) {
				t.Errorf("span %v: no probability", s)
			}
			end = s.end
		}
		for i := 1; i < n; i++ {
			from, to := c.tags[i-1], int(c.tags[i])
			if !slices.Contains(allowed[from], to) {
				t.Errorf("tag %d behind %d", to, from)
			}
		}
		if first, final := c.tags[0], c.tags[n-1]; first == middle || first == last ||
			final == begin || final == middle {
			t.Errorf("a window has the tags %v", c.tags)
		}
	}
}

func TestACostOfStartingTakesDoubtfulSpansAway(t *testing.T) {
	conf := newConfig(rand.New(rand.NewPCG(7, 8)))
	for from := range conf.Moves[cue] {
		for _, to := range allowed[from] {
			conf.Moves[cue][from][to] = 0
		}
	}
	out := newRows(3)
	out.set(1, cue*tagCount+single, 1)
	for _, c := range []struct {
		cost float64
		want int
	}{{0, 1}, {2, 0}} {
		conf.StartCost[cue] = c.cost
		var decoder chain
		if got := decoder.decode(out, &conf, cue, 3); len(got) != c.want {
			t.Errorf("cost %v: spans %v, want %d", c.cost, got, c.want)
		}
	}
}
