package lexicon

import (
	"slices"
	"strings"
	"testing"
)

func TestNoWordStandsTwiceInAListOfPhrases(t *testing.T) {
	seen := map[string]bool{}
	for line := range lines(phraseList) {
		name, words, _ := strings.Cut(line, ":")
		for _, w := range strings.Fields(words) {
			if key := name + " " + w; seen[key] {
				t.Errorf("%s: %s stands twice", name, w)
			}
			seen[name+" "+w] = true
		}
	}
}

func TestEachLineOfOutletsHasAKindAndNames(t *testing.T) {
	for line := range lines(outletList) {
		kind, names, ok := strings.Cut(line, ": ")
		if !ok || kind == "" || !slices.Contains(outletKinds[:], kind) {
			t.Errorf("no kind in %q", line)
		}
		for name := range strings.SplitSeq(names, ";") {
			if name = strings.TrimSpace(name); name == "" || strings.Contains(name, "  ") {
				t.Errorf("an empty or torn name in %q", line)
			}
		}
	}
}

func TestOutletsOfAWordAreSortedByLength(t *testing.T) {
	for word, all := range outlets() {
		if !slices.IsSortedFunc(all, func(a, b Outlet) int {
			return len(b.Name) - len(a.Name)
		}) {
			t.Errorf("the outlets of %q are not the longest first", word)
		}
	}
}

func TestEachListOfWordsHoldsAWordOnce(t *testing.T) {
	for _, list := range []string{starterList, reportingList, calendarList} {
		seen := map[string]bool{}
		for line := range lines(list) {
			for _, w := range strings.Fields(line) {
				if seen[w] {
					t.Errorf("%s stands twice", w)
				}
				seen[w] = true
			}
		}
	}
}

func TestEveryKindOfOutletHasNames(t *testing.T) {
	seen := map[OutletKind]bool{}
	for _, all := range outlets() {
		for _, o := range all {
			seen[o.Kind] = true
		}
	}
	for k := Agency; k <= Social; k++ {
		if !seen[k] {
			t.Errorf("no outlet of kind %s", k)
		}
	}
}
