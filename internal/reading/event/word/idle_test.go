package word

import (
	"strings"
	"testing"
)

func TestEachIdleExampleTellsOfNoAct(t *testing.T) {
	for _, r := range idleRows {
		before, rest, _ := strings.Cut(strings.ToLower(r.example), "[")
		word, behind, ok := strings.Cut(rest, "]")
		if !ok || !strings.Contains(" "+strings.Join(strings.Fields(r.words), " ")+" ", " "+word+" ") {
			t.Errorf("%q marks no word of its row", r.example)
			continue
		}
		last := "-"
		if !strings.HasSuffix(before, "-") {
			words := strings.Fields(before)
			last = words[len(words)-1]
		}
		after := append(strings.Fields(strings.Trim(behind, ".")), "", "")
		if !Idle(word, last, after[0], after[1]) && !Idle(word, lastTwo(before), after[0], after[1]) {
			t.Errorf("%q tells of an act", r.example)
		}
	}
}

func TestOtherWordsTellOfActs(t *testing.T) {
	for _, c := range [][4]string{
		{"declined", "he", "to", "resign"},
		{"demands", "their", "for", "autonomy"},
		{"signed", "they", "the", "pact"},
		{"signed", "was", "in", "paris"},
		{"signed", "they", "on", "friday"},
		{"demands", "growing", "for", "his"},
		{"met", "she", "the", "king"},
		{"conceded", "she", "defeat", ""},
		{"backed", "who", "the", "rebels"},
		{"arrested", "-", "to", "comment"},
	} {
		if Idle(c[0], c[1], c[2], c[3]) {
			t.Errorf("%q tells of no act", c)
		}
	}
}

// lastTwo returns the last two words.
func lastTwo(s string) string {
	words := strings.Fields(strings.ReplaceAll(s, "-", " "))
	return strings.Join(words[max(0, len(words)-2):], " ")
}
