package tag

import (
	"math/rand/v2"
	"strings"
	"testing"

	"readout/internal/language/text"
	"readout/internal/neural/wordpiece"
)

// Outputs of the rows that tests build: 15 of roles, 5 of names, 5 of inner names,
// 3 of times, five links of two numbers as query and as key, 1 of citations, their
// sources and addressees, 3 of triggers, 3 of participants, twice 6 of stances and 2
// of statuses.
const (
	testWidth  = 69
	namesFrom  = 15
	innerFrom  = 20
	timesFrom  = 25
	queryFrom  = 28
	keyFrom    = 38
	citesFrom  = 48
	eventsFrom = 49
	partsFrom  = 52
	stanceFrom = 55
	statusFrom = 67
	linkNumber = 2
)

// allowed are the tags that may stand behind each tag.
var allowed = [tagCount][]int{
	outside: {outside, begin, single},
	begin:   {middle, last},
	middle:  {middle, last},
	last:    {outside, begin, single},
	single:  {outside, begin, single},
}

// newConfig returns a config of the small rows, its moves random where they are
// allowed.
func newConfig(random *rand.Rand) config {
	c := config{
		Window: 8, LinkWidth: linkNumber,
		StartCost:   []float64{0.5, 0, -0.25},
		Distances:   []int{-4, 0, 3},
		Calibration: []float64{0, 1},
		ContentCost: -50, // no content stays without a cue
	}
	names := []string{"O", "B-person", "I-person", "B-place", "I-place"}
	c.Marks.Names = labels{namesFrom, names, make([]float64, 5)}
	c.Marks.Inner = labels{innerFrom, names, make([]float64, 5)}
	c.Marks.Times = labels{timesFrom, []string{"O", "B-date", "I-date"}, make([]float64, 3)}
	c.Marks.Cites = labels{citesFrom, []string{"O"}, make([]float64, 1)}
	c.Marks.Cited = labels{citesFrom, []string{"O"}, make([]float64, 1)}
	c.Marks.Addressees = labels{citesFrom, []string{"O"}, make([]float64, 1)}
	c.Marks.Triggers = labels{eventsFrom, []string{"O", "B-CONSULT", "I-CONSULT"}, make([]float64, 3)}
	c.Marks.Participants = labels{partsFrom, []string{"O", "B-participant", "I-participant"}, make([]float64, 3)}
	c.Stance.Offset, c.Stance.Act = stanceFrom, []string{"state", "ask"}
	c.Stance.Polarity, c.Stance.Certainty = []string{"affirmed", "denied"}, []string{"certain", "unknown"}
	c.Status.Offset, c.Status.Values = statusFrom, []string{"occurred", "planned"}
	for kind := range links {
		c.Offsets.Query = append(c.Offsets.Query, queryFrom+kind*linkNumber)
		c.Offsets.Key = append(c.Offsets.Key, keyFrom+kind*linkNumber)
	}
	for range roles {
		moves := make([][]float64, tagCount)
		for from := range moves {
			moves[from] = []float64{never, never, never, never, never}
			for _, to := range allowed[from] {
				moves[from][to] = random.NormFloat64()
			}
		}
		c.Moves = append(c.Moves, moves)
	}
	for range links {
		c.DistanceScores = append(c.DistanceScores, make([]float64, len(c.Distances)+1))
	}
	return c
}

// newRows returns the outputs of n pieces and both edges, all zero.
func newRows(n int) rows {
	return rows{make([]float32, (n+2)*testWidth), testWidth}
}

// randomRows returns outputs that are random everywhere.
func randomRows(random *rand.Rand, n int) rows {
	out := newRows(n)
	for i := range out.data {
		out.data[i] = float32(2 * random.NormFloat64())
	}
	return out
}

// set writes outputs of piece i.
func (r rows) set(i, offset int, values ...float32) {
	copy(r.at(i, offset, len(values)), values)
}

// newPieces cuts a text at spaces and tildes: "Trump~s" is two pieces, the
// second of which goes on with the word.
func newPieces(s string) (pieces []wordpiece.Piece, goesOn []bool) {
	start := 0
	for i := range len(s) + 1 {
		if i < len(s) && s[i] != ' ' && s[i] != '~' {
			continue
		}
		if i > start {
			pieces = append(pieces, wordpiece.Piece{Span: text.Span{Start: start, End: i}})
			goesOn = append(goesOn, start > 0 && s[start-1] == '~')
		}
		start = i + 1
	}
	return pieces, goesOn
}

func newText(t *testing.T, s string) *text.Text {
	t.Helper()
	doc, err := text.New(s)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// sentences cuts a text at full stops.
func sentences(doc *text.Text) []text.Span {
	var all []text.Span
	start := 0
	for start < doc.Len() {
		end := doc.Len()
		if at := strings.IndexByte(doc.String()[start:], '.'); at >= 0 {
			end = start + at + 1
		}
		all = append(all, text.Span{Start: start, End: end})
		start = end
	}
	return all
}
