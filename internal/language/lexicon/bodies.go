package lexicon

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

// A Body is a name of an organization that is known by it wherever it stands.
type Body struct {
	Name   string // without its article
	Full   string // the fullest name of the body, equal for all its names
	Common bool   // the name is also a common word, or a name of something else
}

//go:embed bodies.txt
var bodyList string

var bodies = sync.OnceValue(readBodies)

// Bodies returns the names of bodies that begin with the word, the longest first.
// Case counts. A word ends before the first sign that is no letter or digit. The
// slice is shared: it must not be changed.
func Bodies(word string) []Body { return bodies()[word] }

// BodyOf returns the body that has this name, without its article.
func BodyOf(name string) (Body, bool) {
	all := Bodies(firstWord(name))
	i := slices.IndexFunc(all, func(b Body) bool { return b.Name == name })
	if i < 0 {
		return Body{}, false
	}
	return all[i], true
}

func readBodies() map[string][]Body {
	byWord := map[string][]Body{}
	for line := range lines(bodyList) {
		full := ""
		for name := range strings.SplitSeq(line, ";") {
			b := Body{Full: full}
			b.Name, b.Common = strings.CutSuffix(strings.TrimSpace(name), "?")
			if full == "" {
				full = b.Name
				b.Full = full
			}
			word := firstWord(b.Name)
			byWord[word] = append(byWord[word], b)
		}
	}
	for _, same := range byWord {
		slices.SortStableFunc(same, func(a, b Body) int { return len(b.Name) - len(a.Name) })
	}
	return byWord
}
