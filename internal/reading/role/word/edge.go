package word

import (
	"strings"

	"readout/internal/language/chunk"
	"readout/internal/reading/role/cue"
)

// Longest is the number of words in the longest noun phrase that is read.
const Longest = 16

// LeftEdge extends a noun over what describes it, and reports whether it has an
// article, pronoun or possessive.
func (s *Sentence) LeftEdge(noun int) (from int, determined bool) {
	from = noun
	for noun-from < Longest && s.describes(from-1, noun) {
		from--
		determined = determined || s.Possessive(from)
	}
	for from < noun && (s.Low(from) == "&" || s.Low(from) == "/" || s.Possessive(from)) {
		from++
	}
	determined = determined || s.Is(from-1, cue.Determiners)
	for k := noun - 1; k >= from; k-- {
		if s.Verbish(k) && (!determined || k > from && s.IsVerb(k)) {
			return k + 1, false
		}
	}
	for from < noun && s.IsBond(from) && !s.Possessive(from+1) {
		from++
	}
	if from < noun && !determined && !s.Words[from].Upper && s.Is(from-1, cue.Modals) {
		from++ // "would not continue President Moe's policy"
	}
	return from, determined
}

// describes reports whether word i may stand in the phrase before its noun.
func (s *Sentence) describes(i, noun int) bool {
	if s.Content(i) {
		return true
	}
	switch s.Low(i) {
	case "and", "of":
		return i > 0 && i+1 < noun && s.Capital(i-1) && s.Content(i-1) && s.Capital(i+1) &&
			(s.Low(i) == "of" || !s.IsNoun(i-1))
	}
	return false
}

// AfterState goes over the state that stands between commas at word i: ", Ohio,".
func (s *Sentence) AfterState(i int) int {
	k := i + 2
	if s.Low(i) != "," || !s.Capital(i+1) || s.Words[i+1].Name < 0 && s.Low(k) != "." {
		return i
	}
	if s.Words[i+1].Name >= 0 {
		k = s.NameEnd(i + 1)
	}
	if s.Low(k) == "." {
		k++
	}
	if s.Low(k) == "," || s.Low(k) == "and" {
		return k
	}
	return i
}

// Run returns the end of the nouns and what describes them from word i on. It
// reports false when a person's name ends them: the role is that person's.
func (s *Sentence) Run(i int) (end int, ok bool) {
	k := i
	for k < min(len(s.Words), i+Longest) && s.Content(k) {
		switch {
		case s.Begins(k):
			after := s.NameEnd(k)
			if !s.Possessive(after) && !(s.Content(after) && !s.Verbish(after)) {
				return k, false
			}
			k = after
			continue
		case k > i && (s.Verbish(k) || s.Participle(k) && !s.IsNoun(k+1)) && s.IsNoun(k-1) && !s.IsNoun(k):
			return k, true
		case k > i && (s.Is(k, cue.Counts) || s.reputed(k)) && s.IsNoun(k-1):
			return k, true
		}
		if k++; s.Low(k) == "and" && k == i+1 && s.fields(k) {
			k++
		}
	}
	if k > i && s.Possessive(k-1) {
		k--
	}
	return k, k > i
}

// fields reports whether "and" at word i joins two fields before a role: "education
// and law professor".
func (s *Sentence) fields(i int) bool {
	if _, _, ok := s.Noun(i - 1); ok || s.Words[i-1].Upper || s.Verbish(i-1) || s.Words[i-1].Name >= 0 {
		return false
	}
	return !s.IsNoun(i+1) && s.Content(i+1) && s.IsNoun(i+2)
}

// NoComplement reports whether the words [k, end) behind the preposition at word i
// say something else: a time, where it was said, or a common noun behind one that
// leads to names.
func (s *Sentence) NoComplement(i, k, end int) bool {
	if end == k || s.Words[end-1].Digit {
		return true
	}
	if !s.Words[end-1].Upper && chunk.TimeNouns[s.Low(end-1)] {
		return true
	}
	if s.Low(i) == "at" && (s.gathering(end-1) || s.gathering(end)) {
		return true
	}
	return cue.Loose[s.Low(i)] && k == i+1 && !s.Capital(k) && !s.Person(k)
}

// gathering reports whether a word is a noun for a gathering that has no name.
func (s *Sentence) gathering(i int) bool {
	return s.Is(i, cue.Gatherings) && !s.Words[i].Upper
}

// ComplementRun is Run for what follows a preposition.
func (s *Sentence) ComplementRun(i int) int {
	k := i
	for k < min(len(s.Words), i+Longest) {
		switch {
		case s.Begins(k):
			if k > i && !s.Possessive(k-1) && !s.Possessive(s.NameEnd(k)) {
				return k
			}
			if k = s.NameEnd(k); !s.Possessive(k) && (!s.Content(k) || s.Verbish(k)) {
				return k
			}
			continue
		case s.Low(k) == "and" && k > i && s.Capital(k-1) && s.Capital(k+1) && !s.IsNoun(k+1):
		case !s.Content(k) || s.Words[k].Upper && chunk.MonthOrDay[s.Low(k)] || k > i && !s.Possessive(k-1) && s.Words[k].Name < 0 && s.IsVerb(k):
			return k
		}
		k++
	}
	return k
}

// Closes reports whether a noun phrase may end before word i.
func (s *Sentence) Closes(i int) bool {
	if i >= len(s.Words) {
		return true
	}
	w := s.Words[i]
	if w.Sign {
		return !s.Possessive(i) && w.Low != "&"
	}
	if s.reputed(i) || s.Is(i, cue.Closers) && chunk.TimeNouns[s.Low(i+1)] {
		return true // "a fellow last year"
	}
	if s.Is(i, cue.Skipped) && strings.HasSuffix(s.Low(i+1), "ing") {
		return true // "an operative currently working"
	}
	return s.Is(i, cue.AfterPhrase) || strings.HasSuffix(w.Low, "ing") && !w.Upper ||
		s.Is(i, cue.Participles) || strings.HasSuffix(w.Low, "ed") && s.Low(i+1) == "by"
}

// reputed reports whether "well known" or the like stands at word i.
func (s *Sentence) reputed(i int) bool {
	return (s.Low(i) == "well" || s.Low(i) == "best") && s.Is(i+1, cue.Participles)
}
