package proper

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func TestEditsCountLettersToChange(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"", "", 0},
		{"", "abc", 3},
		{"sandberg", "sandberg", 0},
		{"sandberg", "sandburg", 1},
		{"sandberg", "sandbergs", 1},
		{"kitten", "sitting", 3},
		{"ab", "ba", 2},
		{"årnes", "arnes", 1},
	} {
		if got := edits([]rune(c.a), []rune(c.b)); got != c.want {
			t.Errorf("edits(%q, %q) = %d, want %d", c.a, c.b, got, c.want)
		}
	}
}

// shortWord returns a word of up to five letters out of three.
func shortWord(random *rand.Rand) []rune {
	word := make([]rune, random.IntN(6))
	for i := range word {
		word[i] = 'a' + random.Int32N(3)
	}
	return word
}

func TestEditsAreADistance(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	for range 5000 {
		a, b, c := shortWord(random), shortWord(random), shortWord(random)
		ab, ba, bc, ac := edits(a, b), edits(b, a), edits(b, c), edits(a, c)
		if ab != ba {
			t.Errorf("%q to %q: %d, and back: %d", string(a), string(b), ab, ba)
		}
		if (ab == 0) != slices.Equal(a, b) {
			t.Errorf("%q to %q: %d", string(a), string(b), ab)
		}
		if ac > ab+bc {
			t.Errorf("%q to %q: %d, but %d by way of %q", string(a), string(c), ac, ab+bc, string(b))
		}
		if ab < max(len(a), len(b))-min(len(a), len(b)) || ab > max(len(a), len(b)) {
			t.Errorf("%q to %q: %d", string(a), string(b), ab)
		}
	}
}
