package stance

import (
	"strings"
	"testing"
)

func TestAPatternIsFilledByWords(t *testing.T) {
	for _, c := range []struct {
		pattern, words string
		want           bool
	}{
		{"no comment", "had no comment on", true},
		{"no comment", "no further comment", false},
		{"no … comment", "no comment", true},
		{"no … comment", "no a b c comment", true},
		{"no … comment", "no a b c d comment", false},
		{"plan*", "planned", true},
		{"plan*", "airplane", false},
		{"will/would", "he would go", true},
		{"will/would", "he goes", false},
		{"^will", "will go", true},
		{"^will", "he will go", false},
		{"!even if", "only if", true},
		{"!even if", "even if", false},
		{"!even if", "if", false},
		{"BE possible", "was possible", true},
		{"BE possible", "seems possible", false},
		{"NOT … say", "didn't want to say", true},
		{"", "anything", true},
		{"", "", true},
		{"any", "", false},
	} {
		if got := compile(c.pattern).in(strings.Fields(c.words)); got != c.want {
			t.Errorf("%q in %q: %v, want %v", c.pattern, c.words, got, c.want)
		}
	}
}

func TestAPatternTakesAsManyWordsAsItsSlots(t *testing.T) {
	for _, c := range []struct {
		pattern, words string
		want           int
		ok             bool
	}{
		{"as/so long as", "as long as it rains", 3, true},
		{"not … likely", "not at all likely to", 4, true},
		{"not … likely", "not likely likely", 2, true},
		{"unless", "but unless", 0, false},
	} {
		n, ok := compile(c.pattern).at(strings.Fields(c.words))
		if ok != c.ok || ok && n != c.want {
			t.Errorf("%q at %q takes %d, %v; want %d, %v",
				c.pattern, c.words, n, ok, c.want, c.ok)
		}
	}
}

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
		s := saying{
			who: strings.Fields(c.who), by: strings.Fields(c.by), what: strings.Fields(c.what),
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
