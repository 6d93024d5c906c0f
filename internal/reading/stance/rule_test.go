package stance

import (
	"strings"
	"testing"

	"readout/internal/reading/stance/saying"
)

func TestTheFirstRowThatFitsCountsIfItIsRightMoreOften(t *testing.T) {
	rows := table[string]{
		when("said nothing", "silence", 0.9, ""),
		when("said", "word", 0.6, ""),
		when("[he] {^that}", "him", 0.5, ""),
	}
	for _, c := range []struct {
		who, by, what string
		odds          float64
		want          string
	}{
		{"", "said nothing", "", 0.5, "silence"},
		{"", "said nothing", "", 0.95, "model"},
		{"", "said it", "", 0.5, "word"},
		{"", "said it", "", 0.6, "model"},
		{"he", "thinks", "that it", 0.4, "him"},
		{"he", "thinks", "it that", 0.4, "model"},
		{"she", "thinks", "that it", 0, "model"},
	} {
		s := saying.Saying{
			Who: strings.Fields(c.who), By: strings.Fields(c.by), What: strings.Fields(c.what),
		}
		if got := rows.decide(s, guess[string]{"model", c.odds}); got != c.want {
			t.Errorf("[%s] %s {%s} with %.2f: %s, want %s",
				c.who, c.by, c.what, c.odds, got, c.want)
		}
	}
}

func TestSharesOfRowsAreProbabilities(t *testing.T) {
	check := func(example string, right float64) {
		if right <= 0 || right > 1 {
			t.Errorf("%s is right %v of the time", example, right)
		}
	}
	for _, r := range polarities {
		check(r.example, r.right)
	}
	for _, r := range acts {
		check(r.example, r.right)
	}
	for _, r := range hedgeRules {
		check(r.example, r.right)
	}
}
