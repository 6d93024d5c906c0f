package chunk

import "strings"

// A Pattern is slots that words fill in order. It is written as words with
// spaces: "a/b" is either, "a?" need not be there, and a word in capitals stands
// for the words of a class.
type Pattern []slot

type slot struct {
	words    map[string]bool
	optional bool
}

// Words are the words that a pattern is held against.
type Words interface {
	// Low returns a word in small letters, "" where there is none.
	Low(i int) string
	// Passed reports whether a word may stand between those of a pattern.
	Passed(i int) bool
}

// NewPattern reads a pattern; classes has words joined by "/".
func NewPattern(s string, classes map[string]string) Pattern {
	var p Pattern
	for _, field := range strings.Fields(s) {
		var one slot
		field, one.optional = strings.CutSuffix(field, "?")
		one.words = map[string]bool{}
		for w := range strings.SplitSeq(field, "/") {
			if members, ok := classes[w]; ok {
				w = members
			}
			for w := range strings.SplitSeq(w, "/") {
				one.words[w] = true
			}
		}
		p = append(p, one)
	}
	return p
}

// Begins reports whether the word may be the first of the pattern.
func (p Pattern) Begins(word string) bool { return p[0].words[word] }

// At returns the word behind those that fill the pattern from word i on. At most
// three words are passed over before a slot.
func (p Pattern) At(w Words, i int) (end int, ok bool) {
	const most = 3
	for n, s := range p {
		at := i
		for passed := 0; n > 0 && passed < most && !s.words[w.Low(at)] && w.Passed(at); passed++ {
			at++
		}
		switch {
		case s.words[w.Low(at)]:
			i = at + 1
		case !s.optional:
			return i, false
		}
	}
	return i, true
}
