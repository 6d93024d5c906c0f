package due

import (
	"readout/internal/language/text"
	"readout/internal/reading/phrase/pattern"
	"readout/internal/reading/stance/saying"
)

// conditions are the ways to begin a clause on which something depends.
var conditions = []pattern.Pattern{
	pattern.Compile("only if"),
	pattern.Compile("!even/as/see/know/ask/asked/wonder/decide/determine if"),
	pattern.Compile("unless"),
	pattern.Compile("provided/providing that"),
	pattern.Compile("as/so long as"),
	pattern.Compile("on condition that"),
}

// maxCondition is the number of tokens of the longest condition, and lookFor how
// many of a content are looked at for one.
const (
	maxCondition = 40
	lookFor      = 120
)

// Condition returns the clause of the content on which it depends.
func Condition(known *saying.Reader, s saying.Saying) text.Span {
	r := &reader{Reader: known}
	for _, piece := range s.Content {
		t := r.Within(piece)
		for i := t.From; i < min(t.To, t.From+lookFor); i++ {
			if from, ok := r.conditionAt(i, t); ok {
				return r.Span(from, r.conditionEnd(from, t.To))
			}
		}
	}
	return text.Span{}
}

// conditionAt returns where the condition begins whose words stand at token i.
func (r *reader) conditionAt(i int, t saying.Tokens) (int, bool) {
	if r.Is(i, "if") && i == r.Opened(t) {
		return i, true
	}
	words := r.Wording(saying.Tokens{From: i, To: min(t.To, i+3)}, 3)
	for _, c := range conditions {
		if _, ok := c.At(words); !ok {
			continue
		}
		if r.Is(i+1, "if") {
			i++
		}
		return i, true
	}
	return 0, false
}

// conditionEnd returns the end of the condition that begins at a token: the comma
// or the end of the sentence after it.
func (r *reader) conditionEnd(from, to int) int {
	for i := from + 1; i < min(to, from+maxCondition); i++ {
		switch r.At(i) {
		case ",", ".", ";", "?", "!", "—", "–", "\"", "”", "''", ":":
			return i
		}
		if r.Is(i, "then") {
			return i
		}
	}
	return min(to, from+maxCondition)
}
