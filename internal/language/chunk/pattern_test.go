package chunk

import (
	"strings"
	"testing"
)

// list is words for a pattern; those in -ly may be passed over.
type list []string

func (l list) Low(i int) string {
	if i < 0 || i >= len(l) {
		return ""
	}
	return l[i]
}

func (l list) Passed(i int) bool { return strings.HasSuffix(l.Low(i), "ly") }

func TestAPatternTakesWordsInOrder(t *testing.T) {
	classes := map[string]string{"BE": "is/was"}
	for _, c := range []struct {
		pattern, words string
		want           int // words taken, -1 for none
	}{
		{"BE not made/told", "was not made public", 3},
		{"BE not made/told", "is clearly not really told", 5},
		{"BE not made/told", "is made", -1},
		{"BE a? sign", "is sign", 2},
		{"BE a? sign", "is a sign", 3},
		{"BE sign", "is", -1},
		{"BE sign", "really is sign", -1},
		{"is reply", "is reply", 2},
		{"is so", "is ly ly ly ly so", -1},
	} {
		end, ok := NewPattern(c.pattern, classes).At(list(strings.Fields(c.words)), 0)
		if !ok {
			end = -1
		}
		if end != c.want {
			t.Errorf("%s in %s: %d, want %d", c.pattern, c.words, end, c.want)
		}
	}
	if p := NewPattern("BE so", classes); !p.Begins("was") || p.Begins("so") {
		t.Error("a pattern begins with the words of its first slot")
	}
}
