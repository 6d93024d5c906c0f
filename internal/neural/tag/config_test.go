package tag

import (
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"
)

const testLongest = 12 // pieces that the encoder takes, with edges

// stored returns the JSON of a config as the trainer writes it, after a change.
func stored(t *testing.T, change func(map[string]any)) []byte {
	t.Helper()
	c := newConfig(rand.New(rand.NewPCG(1, 2)))
	fields := map[string]any{
		"offsets": map[string]int{
			"roles": 0, "names": namesFrom, "inner": innerFrom, "times": timesFrom,
			"query": queryFrom, "key": keyFrom,
		},
		"window": c.Window, "link_width": c.LinkWidth, "name_tags": c.NameTags, "name_costs": c.NameCosts,
		"inner_costs": c.InnerCosts, "time_tags": c.TimeTags, "time_costs": c.TimeCosts,
		"moves": c.Moves, "start_cost": c.StartCost, "source_cost": 0.5,
		"distances": c.Distances, "distance_scores": c.DistanceScores,
		"statement_calibration": c.Calibration,
	}
	if change != nil {
		change(fields)
	}
	data, err := json.Marshal(fields)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestTheStoredConfigIsRead(t *testing.T) {
	c, err := parseConfig(stored(t, nil), testWidth, testLongest)
	if err != nil {
		t.Fatal(err)
	}
	if c.Window != 8 || c.LinkWidth != linkNumber || c.SourceCost != 0.5 ||
		c.Offsets.Key != keyFrom || len(c.NameTags) != 5 {
		t.Errorf("read %+v", c)
	}
}

func TestAConfigThatDoesNotFitIsRefused(t *testing.T) {
	offset := func(head string, at int) func(map[string]any) {
		return func(f map[string]any) { f["offsets"].(map[string]int)[head] = at }
	}
	put := func(key string, value any) func(map[string]any) {
		return func(f map[string]any) { f[key] = value }
	}
	for _, c := range []struct {
		change func(map[string]any)
		want   string
	}{
		{put("window", 0), "window of 0 pieces, want 1 to 10"},
		{put("window", 11), "window of 11 pieces"},
		{put("window", "wide"), "cannot unmarshal"},
		{put("context", -1), "context of -1 pieces"},
		{put("context", 5), "context of 5 pieces around a window of"},
		{put("start_cost", []float64{1}), "moves and start costs of 3 roles"},
		{put("moves", [][][]float64{nil, nil, nil}), "moves between 5 tags"},
		{put("moves", [][][]float64{make([][]float64, 5), nil, nil}), "moves between 5 tags"},
		{put("link_width", 0), "a link width"},
		{put("distance_scores", [][]float64{{1, 2, 3, 4}}), "distance scores of 3 links"},
		{put("distance_scores", [][]float64{{1}, {1}, {1}}), "1 distance scores for 3 bounds"},
		{put("statement_calibration", []float64{1}), "two numbers of statement calibration"},
		{put("name_tags", []string{}), "begin with O"},
		{put("name_tags", []string{"O", "person"}), `"person" begins with neither`},
		{put("name_costs", []float64{1}), "costs of 5 name tags"},
		{put("inner_costs", []float64{1}), "costs of 5 inner name tags"},
		{put("time_tags", []string{"O", "date"}), `time tag "date" begins with neither`},
		{put("time_costs", []float64{1}), "costs of 3 time tags"},
		{offset("roles", -1), "head 0 takes outputs -1 to 14 of 40"},
		{offset("names", 36), "head 1 takes outputs 36 to 41 of 40"},
		{offset("inner", 38), "head 2"},
		{offset("times", 39), "head 3"},
		{offset("query", 38), "head 4"},
		{offset("key", 38), "head 5"},
	} {
		_, err := parseConfig(stored(t, c.change), testWidth, testLongest)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("error %v, want one with %q", err, c.want)
		}
	}
}
