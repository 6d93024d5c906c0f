package stance

import (
	"strings"

	"readout/internal/reading/phrase/pattern"
	"readout/internal/reading/stance/saying"
)

// A rule says what a statement is when words stand in its speaker, its cue and at
// the start of its content. Right is how often that holds: of rules that ten or
// more statements of the training labels have, the share, and else an estimate.
type rule[V comparable] struct {
	who, cue, content pattern.Pattern
	value             V
	right             float64
	example           string // "[speaker] «cue» {content}"
}

// when returns the rule of a pattern "[speaker] cue {content}", of which any part
// may be left out.
func when[V comparable](parts string, value V, right float64, example string) rule[V] {
	who, rest := cut(parts, "[", "]")
	content, cue := cut(rest, "{", "}")
	return rule[V]{pattern.Compile(who), pattern.Compile(cue), pattern.Compile(content), value, right, example}
}

// cut takes out what stands between two marks.
func cut(s, open, end string) (inside, rest string) {
	before, after, found := strings.Cut(s, open)
	if !found {
		return "", s
	}
	inside, after, _ = strings.Cut(after, end)
	return inside, before + after
}

// A table is its rules in order: the first that fits counts.
type table[V comparable] []rule[V]

// find returns the first rule that fits.
func (t table[V]) find(s saying.Saying) (*rule[V], bool) {
	for i := range t {
		r := &t[i]
		if r.cue.In(s.By) && r.who.In(s.Who) && r.content.In(s.What) {
			return r, true
		}
	}
	return nil, false
}

// decide returns the value of the first rule that fits when it is right more often
// than the model is sure, and else the model's.
func (t table[V]) decide(s saying.Saying, g guess[V]) V {
	if r, ok := t.find(s); ok && r.right > g.odds {
		return r.value
	}
	return g.value
}
