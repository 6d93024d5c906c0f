package pattern

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
		if got := Compile(c.pattern).In(strings.Fields(c.words)); got != c.want {
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
		n, ok := Compile(c.pattern).At(strings.Fields(c.words))
		if ok != c.ok || ok && n != c.want {
			t.Errorf("%q at %q takes %d, %v; want %d, %v",
				c.pattern, c.words, n, ok, c.want, c.ok)
		}
	}
}
