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
		"offsets": map[string]any{"roles": 0, "query": c.Offsets.Query, "key": c.Offsets.Key},
		"window":  c.Window, "link_width": c.LinkWidth, "marks": map[string]labels{
			"names": c.Marks.Names, "inner": c.Marks.Inner, "times": c.Marks.Times,
			"cites": c.Marks.Cites, "cited": c.Marks.Cited, "addressees": c.Marks.Addressees,
			"triggers": c.Marks.Triggers, "participants": c.Marks.Participants,
		},
		"stance": c.Stance, "status": c.Status, "argument_cost": 0.25,
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
		c.Offsets.Key[1] != keyFrom+linkNumber || len(c.Marks.Names.Tags) != 5 {
		t.Errorf("read %+v", c)
	}
}

func TestAConfigThatDoesNotFitIsRefused(t *testing.T) {
	offset := func(head string, at any) func(map[string]any) {
		return func(f map[string]any) { f["offsets"].(map[string]any)[head] = at }
	}
	mark := func(head string, l labels) func(map[string]any) {
		return func(f map[string]any) { f["marks"].(map[string]labels)[head] = l }
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
		{put("distance_scores", [][]float64{{1, 2, 3, 4}}), "distance scores of 5 links"},
		{put("distance_scores", [][]float64{{1}, {1}, {1}, {1}, {1}}), "1 distance scores for 3 bounds"},
		{put("statement_calibration", []float64{1}), "two numbers of statement calibration"},
		{mark("names", labels{}), "head names: want tags that begin with O"},
		{mark("inner", labels{0, []string{"O", "person"}, nil}), `head inner: tag "person" begins with neither`},
		{mark("times", labels{0, []string{"O"}, nil}), "head times: want costs of 1 tags"},
		{mark("cites", labels{-1, []string{"O"}, []float64{0}}), "head cites takes outputs -1 to 0 of 69"},
		{mark("cited", labels{69, []string{"O"}, []float64{0}}), "head cited takes outputs 69 to 70 of 69"},
		{put("stance", map[string]any{"offset": 60, "act": []string{"state", "ask", "assess", "forecast", "commit"}}), "head stance takes outputs 60 to 70"},
		{put("status", map[string]any{"offset": 68, "values": []string{"a", "b"}}), "head status"},
		{offset("roles", -1), "head roles takes outputs -1 to 14 of 69"},
		{offset("query", []int{1, 2}), "want places of query and key of 5 links"},
		{offset("query", []int{1, 2, 3, 4, 68}), "head query and key takes outputs 68 to 70"},
		{offset("key", []int{1, -2, 3, 4, 5}), "head query and key takes outputs -2 to 0"},
	} {
		_, err := parseConfig(stored(t, c.change), testWidth, testLongest)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("error %v, want one with %q", err, c.want)
		}
	}
}
