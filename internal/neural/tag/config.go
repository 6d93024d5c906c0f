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
	// Offsets says where in a row of outputs each head begins.
	Offsets struct{ Roles, Names, Inner, Times, Query, Key int }

	Window    int      // pieces that are read at once at most, without the edges
	Context   int      // of them, pieces around the window on each side at most
	LinkWidth int      `json:"link_width"` // numbers of a link vector
	NameTags  []string `json:"name_tags"`  // O, B-person, I-person …

	// NameCosts is taken from the logarithm of each name tag's probability.
	NameCosts []float64 `json:"name_costs"`

	// InnerCosts is the same for names inside names, which have the same tags.
	InnerCosts []float64 `json:"inner_costs"`

	TimeTags  []string  `json:"time_tags"` // O, B-date, I-date …
	TimeCosts []float64 `json:"time_costs"`

	Moves      [][][]float64 // [roles][from][to] scores of tags in sequence
	StartCost  []float64     `json:"start_cost"`  // [roles] cost of a span
	SourceCost float64       `json:"source_cost"` // a linked source scores more

	ContentCost float64 `json:"content_cost"` // a linked content scores more

	Distances      []int       // bounds of the buckets of distances, ascending
	DistanceScores [][]float64 `json:"distance_scores"` // [links][buckets]

	// Calibration maps the product p of an attribution's probabilities to
	// sigmoid(Calibration[0] + Calibration[1]·logit(p)).
	Calibration []float64 `json:"statement_calibration"`
}

// The links, in the order of the model's outputs: two from a cue, one from a word
// that refers to another.
const (
	toSource = iota
	toContent
	toAntecedent
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
	ends := []int{
		c.Offsets.Roles + roles*tagCount,
		c.Offsets.Names + len(c.NameTags),
		c.Offsets.Inner + len(c.NameTags),
		c.Offsets.Times + len(c.TimeTags),
		c.Offsets.Query + links*c.LinkWidth,
		c.Offsets.Key + links*c.LinkWidth,
	}
	at := c.Offsets
	starts := []int{at.Roles, at.Names, at.Inner, at.Times, at.Query, at.Key}
	for i := range ends {
		if starts[i] < 0 || ends[i] > outputs {
			return c, fmt.Errorf("head %d takes outputs %d to %d of %d", i, starts[i], ends[i], outputs)
		}
	}
	return c, nil
}

// check proves the sizes of tables.
func (c *config) check() error {
	switch {
	case len(c.Moves) != roles || len(c.StartCost) != roles:
		return fmt.Errorf("want moves and start costs of %d roles", roles)
	case len(c.DistanceScores) != links || c.LinkWidth < 1:
		return fmt.Errorf("want distance scores of %d links and a link width", links)
	case len(c.Calibration) != 2:
		return errors.New("want two numbers of statement calibration")
	}
	for _, l := range []labels{c.names(), c.inner(), c.times()} {
		if err := l.check(); err != nil {
			return err
		}
	}
	return c.checkTables()
}

// labels are those of a head that marks words: where its outputs begin, its tags
// and what they cost.
type labels struct {
	name   string
	offset int
	tags   []string
	costs  []float64
}

func (c *config) names() labels {
	return labels{"name", c.Offsets.Names, c.NameTags, c.NameCosts}
}

func (c *config) inner() labels {
	return labels{"inner name", c.Offsets.Inner, c.NameTags, c.InnerCosts}
}

func (c *config) times() labels {
	return labels{"time", c.Offsets.Times, c.TimeTags, c.TimeCosts}
}

func (l labels) check() error {
	if len(l.tags) == 0 || l.tags[0] != "O" {
		return fmt.Errorf("want %s tags that begin with O", l.name)
	}
	for _, t := range l.tags[1:] {
		if !strings.HasPrefix(t, "B-") && !strings.HasPrefix(t, "I-") {
			return fmt.Errorf("%s tag %q begins with neither B- nor I-", l.name, t)
		}
	}
	if len(l.costs) != len(l.tags) {
		return fmt.Errorf("want costs of %d %s tags", len(l.tags), l.name)
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
