package tag

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// The roles of an attribution, in the order of the model's outputs.
const (
	source = iota
	cue
	content
	roles
)

// The tags of a piece in one role: outside, the first, a middle or the last
// piece of a span, or all of it.
const (
	outside = iota
	begin
	middle
	last
	single
	tagCount
)

// A config is the JSON block of the model file. training/export.py writes it.
type config struct {
	// Offsets says where in a row of outputs the roles begin, and the vectors of
	// both ends of each link.
	Offsets struct {
		Roles      int
		Query, Key []int // [links]
	}

	Window    int // pieces that are read at once at most, without the edges
	Context   int // of them, pieces around the window on each side at most
	LinkWidth int `json:"link_width"` // numbers of a link vector

	// Marks are the heads that mark words: names, names inside names, times,
	// citations and the sources inside them, those who are told something, what
	// tells of an event and who takes part in events.
	Marks struct {
		Names, Inner, Times, Cites, Cited labels

		Addressees, Triggers, Participants labels
	}

	// Stance has one score for each value at every piece of a cue, and behind
	// these one at every piece of a content.
	Stance struct {
		Offset                   int
		Act, Polarity, Certainty []string
	}

	// Status has one score for each value at every piece of a trigger.
	Status struct {
		Offset int
		Values []string
	}

	Moves      [][][]float64 // [roles][from][to] scores of tags in sequence
	StartCost  []float64     `json:"start_cost"`  // [roles] cost of a span
	SourceCost float64       `json:"source_cost"` // a linked source scores more

	ContentCost float64 `json:"content_cost"` // a linked content scores more

	ArgumentCost float64 `json:"argument_cost"` // an actor or recipient scores more

	Distances      []int       // bounds of the buckets of distances, ascending
	DistanceScores [][]float64 `json:"distance_scores"` // [links][buckets]

	// Calibration maps the product p of an attribution's probabilities to
	// sigmoid(Calibration[0] + Calibration[1]·logit(p)).
	Calibration []float64 `json:"statement_calibration"`
}

// The links, in the order of the model's outputs: two from a cue, one from a word
// that refers to another, two from the trigger of an event.
const (
	toSource = iota
	toContent
	toAntecedent
	toActor
	toRecipient
	links
)

func parseConfig(data []byte, outputs, longest int) (config, error) {
	var c config
	if err := json.Unmarshal(data, &c); err != nil {
		return c, err
	}
	if err := c.check(); err != nil {
		return c, err
	}
	if c.Context < 0 || 2*c.Context >= max(c.Window, 1) {
		return c, fmt.Errorf("context of %d pieces around a window of %d", c.Context, c.Window)
	}
	if c.Window < 1 || c.Window+2 > longest {
		return c, fmt.Errorf("window of %d pieces, want 1 to %d", c.Window, longest-2)
	}
	return c, c.checkPlaces(outputs)
}

// checkPlaces proves that every head lies within a row of outputs.
func (c *config) checkPlaces(outputs int) error {
	starts := []int{c.Offsets.Roles, c.Stance.Offset, c.Status.Offset}
	sizes := []int{roles * tagCount, 2 * c.stances(), len(c.Status.Values)}
	for _, l := range c.marks() {
		starts, sizes = append(starts, l.Offset), append(sizes, len(l.Tags))
	}
	for i := range links {
		starts = append(starts, c.Offsets.Query[i], c.Offsets.Key[i])
		sizes = append(sizes, c.LinkWidth, c.LinkWidth)
	}
	for i, start := range starts {
		if end := start + sizes[i]; start < 0 || end > outputs {
			name := headNames[min(i, len(headNames)-1)]
			return fmt.Errorf("head %s takes outputs %d to %d of %d", name, start, end, outputs)
		}
	}
	return nil
}

// firstMark is the place of the first head of Marks in headNames.
const firstMark = 3

// headNames are the names of the heads in the model file, in the order in which
// their places are proved; the last is that of all vectors of links.
var headNames = []string{
	"roles", "stance", "status",
	"names", "inner", "times", "cites", "cited", "addressees", "triggers", "participants", "query and key",
}

// stances returns the number of scores that a cue, or a content, has at a piece.
func (c *config) stances() int {
	return len(c.Stance.Act) + len(c.Stance.Polarity) + len(c.Stance.Certainty)
}

func (c *config) marks() []labels {
	m := &c.Marks
	return []labels{m.Names, m.Inner, m.Times, m.Cites, m.Cited, m.Addressees, m.Triggers, m.Participants}
}

// check proves the sizes of tables.
func (c *config) check() error {
	switch {
	case len(c.Moves) != roles || len(c.StartCost) != roles:
		return fmt.Errorf("want moves and start costs of %d roles", roles)
	case len(c.DistanceScores) != links || c.LinkWidth < 1:
		return fmt.Errorf("want distance scores of %d links and a link width", links)
	case len(c.Offsets.Query) != links || len(c.Offsets.Key) != links:
		return fmt.Errorf("want places of query and key of %d links", links)
	case len(c.Calibration) != 2:
		return errors.New("want two numbers of statement calibration")
	}
	for i, l := range c.marks() {
		if err := l.check(); err != nil {
			return fmt.Errorf("head %s: %w", headNames[firstMark+i], err)
		}
	}
	return c.checkTables()
}

// labels are those of a head that marks words.
type labels struct {
	Offset int       // where in a row of outputs the head begins
	Tags   []string  // O, B-person, I-person …
	Costs  []float64 // taken from the logarithm of each tag's probability
}

func (l labels) check() error {
	if len(l.Tags) == 0 || l.Tags[0] != "O" {
		return errors.New("want tags that begin with O")
	}
	for _, t := range l.Tags[1:] {
		if !strings.HasPrefix(t, "B-") && !strings.HasPrefix(t, "I-") {
			return fmt.Errorf("tag %q begins with neither B- nor I-", t)
		}
	}
	if len(l.Costs) != len(l.Tags) {
		return fmt.Errorf("want costs of %d tags", len(l.Tags))
	}
	return nil
}

func (c *config) checkTables() error {
	for _, scores := range c.DistanceScores {
		if len(scores) != len(c.Distances)+1 {
			return fmt.Errorf("%d distance scores for %d bounds", len(scores), len(c.Distances))
		}
	}
	for _, from := range c.Moves {
		if len(from) != tagCount {
			return fmt.Errorf("want moves between %d tags", tagCount)
		}
		for _, to := range from {
			if len(to) != tagCount {
				return fmt.Errorf("want moves between %d tags", tagCount)
			}
		}
	}
	return nil
}
