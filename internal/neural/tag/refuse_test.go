package tag

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestEachHeadThatMarksWordsIsProvedByItsName(t *testing.T) {
	for _, c := range []struct {
		head string
		l    labels
		want string
	}{
		{
			"addressees",
			labels{0, []string{"B-addressee"}, []float64{0}},
			"head addressees: want tags that begin with O",
		},
		{
			"triggers",
			labels{0, []string{"O", "CONSULT"}, []float64{0, 0}},
			`head triggers: tag "CONSULT" begins with neither`,
		},
		{
			"participants",
			labels{0, []string{"O", "B-participant"}, []float64{0}},
			"head participants: want costs of 2 tags",
		},
		{
			"addressees",
			labels{68, []string{"O", "B-addressee"}, []float64{0, 0}},
			"head addressees takes outputs 68 to 70 of 69",
		},
		{
			"triggers",
			labels{-3, []string{"O"}, []float64{0}},
			"head triggers takes outputs -3 to -2 of 69",
		},
		{
			"participants",
			labels{70, []string{"O"}, []float64{0}},
			"head participants takes outputs 70 to 71 of 69",
		},
	} {
		data := stored(t, func(f map[string]any) { f["marks"].(map[string]labels)[c.head] = c.l })
		_, err := parseConfig(data, testWidth, testLongest)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("error %v, want one with %q", err, c.want)
		}
	}
}

func TestAConfigWithoutAPartIsRefused(t *testing.T) {
	for _, part := range []string{
		"marks", "moves", "start_cost", "distance_scores", "statement_calibration",
		"window", "link_width",
	} {
		data := stored(t, func(f map[string]any) { delete(f, part) })
		if _, err := parseConfig(data, testWidth, testLongest); err == nil {
			t.Errorf("a config without %s is read", part)
		}
	}
}

func TestAModelWithoutStancesOrStatusesIsRead(t *testing.T) {
	data := stored(t, func(f map[string]any) { delete(f, "stance"); delete(f, "status") })
	c, err := parseConfig(data, testWidth, testLongest)
	if err != nil {
		t.Fatal(err)
	}
	a := pieceAttribution{cue: span(0, 1), contents: []pieceSpan{span(1, 1)}}
	if s := c.stance(a, newRows(2)); s.Act != nil || s.Polarity != nil ||
		s.Certainty != nil {
		t.Errorf("stance %+v, want none", s)
	}
}

func TestWhatIsCutShortIsNoConfig(t *testing.T) {
	data := stored(t, nil)
	for _, n := range []int{0, 1, len(data) / 2, len(data) - 1} {
		if _, err := parseConfig(data[:n], testWidth, testLongest); err == nil {
			t.Errorf("the first %d of %d bytes are read", n, len(data))
		}
	}
}

func TestAConfigFitsAWindowOfTheEncoderExactly(t *testing.T) {
	data := stored(t, nil)
	var c config
	if err := json.Unmarshal(data, &c); err != nil {
		t.Fatal(err)
	}
	for longest, want := range map[int]bool{c.Window + 1: false, c.Window + 2: true, c.Window + 3: true} {
		if _, err := parseConfig(data, testWidth, longest); (err == nil) != want {
			t.Errorf("a window of %d for %d: error %v", c.Window, longest, err)
		}
	}
	for width, want := range map[int]bool{testWidth - 1: false, testWidth: true} {
		if _, err := parseConfig(data, width, testLongest); (err == nil) != want {
			t.Errorf("heads of %d outputs in %d: error %v", testWidth, width, err)
		}
	}
}
