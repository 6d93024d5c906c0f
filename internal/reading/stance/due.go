package stance

import (
	"slices"

	"readout/internal/language/text"
	"readout/internal/reading/attribution"
	"readout/internal/reading/timex"
)

// nearDue is how many tokens after the cue a time may stand that is not in the
// content: "will vote Tuesday on {the bill}".
const nearDue = 4

// due returns the index of the time at which what is put forward is to happen, or
// -1: a time of the content, or right after the cue, that is not over when the
// statement is made. Those behind "by", "within" and the like go before others.
func (r *reader) due(s saying) int {
	found := -1
	said, own := r.said(s)
	last := max(s.Content[len(s.Content)-1].End, s.Cue.End+maxNear)
	first := min(s.Content[0].Start, s.Cue.Start)
	from, _ := slices.BinarySearchFunc(r.in.Times, first,
		func(t timex.Time, at int) int { return t.Span.Start - at })
	for i := from; i < len(r.in.Times) && r.in.Times[i].Span.Start < last; i++ {
		t := r.in.Times[i]
		if i == own || !r.reaches(s, t.Span) || !ahead(t, said) {
			continue
		}
		if r.led(t) {
			return i
		}
		if found < 0 && (t.Type == timex.Date || t.Type == timex.Clock) {
			found = i
		}
	}
	return found
}

// said returns the day on which a statement was made, empty when unknown, and the
// index of the time that says so, or -1.
func (r *reader) said(s saying) (day string, index int) {
	if s.index >= len(r.in.Sayings) {
		return r.in.Published, -1
	}
	say := r.in.Sayings[s.index]
	switch say.Basis {
	case attribution.InText, attribution.InCover:
		return r.in.Times[say.Time].Start, say.Time
	case attribution.ByOutlet, attribution.Undated:
	}
	return r.in.Published, -1
}

// reaches reports whether a time stands in the content or right after the cue.
func (r *reader) reaches(s saying, t text.Span) bool {
	if slices.ContainsFunc(s.Content, t.Overlaps) {
		return true
	}
	at := r.within(t)
	return at.from >= s.cue.to && at.from <= s.cue.to+nearDue && r.Together(at.from, s.cue.from) ||
		s.Cue.Contains(t)
}

// ahead reports whether a time is not over on a day; what the calendar has no
// place for may lie ahead, unless it says that it does not.
func ahead(t timex.Time, day string) bool {
	switch {
	case t.Value == "PAST_REF" || t.Value == "PRESENT_REF":
		return false
	case t.End != "":
		return t.End >= day
	case t.Start != "":
		return t.Start >= day
	}
	return true
}

var (
	leadsToDay    = compile("by/before/until/on/next/in/after/during/within/from/at/this")
	leadsToLength = compile("within/in/over/for")
)

// led reports whether the word before a time, or its first, makes it a date by or
// at which something happens.
func (r *reader) led(t timex.Time) bool {
	at := r.within(t.Span)
	before, first := []string{r.word(at.from - 1)}, []string{r.word(at.from)}
	if t.Type == timex.Duration || t.Type == timex.Set {
		return t.Type == timex.Duration && leadsToLength.in(before)
	}
	return leadsToDay.in(before) || leadsToDay.in(first)
}

// conditions are the ways to begin a clause on which something depends.
var conditions = []pattern{
	compile("only if"),
	compile("!even/as/see/know/ask/asked/wonder/decide/determine if"),
	compile("unless"),
	compile("provided/providing that"),
	compile("as/so long as"),
	compile("on condition that"),
}

// maxCondition is the number of tokens of the longest condition, and lookFor how
// many of a content are looked at for one.
const (
	maxCondition = 40
	lookFor      = 120
)

// condition returns the clause of the content on which it depends.
func (r *reader) condition(s saying) text.Span {
	for _, piece := range s.Content {
		t := r.within(piece)
		for i := t.from; i < min(t.to, t.from+lookFor); i++ {
			if from, ok := r.conditionAt(i, t); ok {
				return r.Span(from, r.conditionEnd(from, t.to))
			}
		}
	}
	return text.Span{}
}

// conditionAt returns where the condition begins whose words stand at token i.
func (r *reader) conditionAt(i int, t tokens) (int, bool) {
	if r.Is(i, "if") && i == r.opened(t) {
		return i, true
	}
	words := r.words(tokens{i, min(t.to, i+3)}, 3)
	for _, c := range conditions {
		if _, ok := c.at(words); !ok {
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
