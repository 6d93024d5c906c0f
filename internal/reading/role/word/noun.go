package word

import (
	"strings"

	"readout/internal/language/chunk"
	"readout/internal/language/lexicon"
	"readout/internal/reading/role/cue"
)

// Noun returns the longest noun for a person that ends with word i, and its
// first word. Of a compound with a hyphen the last part counts ("co-chairman").
func (s *Sentence) Noun(i int) (n lexicon.RoleNoun, from int, ok bool) {
	if i < 0 || i >= len(s.Words) || s.Person(i) || s.inName(i) {
		return n, i, false
	}
	low := s.Low(i)
	for _, ending := range [...]string{"-elect", "-designate", "-turned", "-at-large", "-in-charge"} {
		low = strings.TrimSuffix(low, ending)
	}
	for {
		if strings.HasPrefix(low, "anti-") || strings.HasPrefix(low, "non-") {
			return n, i, false
		}
		if n, from, ok := s.listed(low, i); ok {
			return n, from, true
		}
		if n, ok := learned(low); ok && !s.Words[i].Upper {
			return n, i, true
		}
		prefix, after, compound := strings.Cut(low, "-")
		if !compound || len(after) < 4 && !cue.Prefixes[prefix] {
			return n, i, false
		}
		low = after
	}
}

// learned reads a noun by the ending of a learned profession: "gynecologist".
func learned(low string) (lexicon.RoleNoun, bool) {
	one := strings.TrimSuffix(low, "s")
	for _, ending := range cue.Learned {
		if strings.HasSuffix(one, ending) {
			n := lexicon.RoleNoun{Words: []string{low}, Class: lexicon.Trade, Plural: one != low}
			return n, true
		}
	}
	return lexicon.RoleNoun{}, false
}

// listed returns the longest noun of the list that ends with word i, which is a form of
// low.
func (s *Sentence) listed(low string, i int) (n lexicon.RoleNoun, from int, ok bool) {
	small := !s.Words[i].Upper
	for _, n := range lexicon.RoleNouns(low) {
		from := i + 1 - len(n.Words)
		if !s.matches(from, n.Words[:len(n.Words)-1]) || low == "general" && from == i-1 && !small && !s.Words[from].Upper {
			continue // "agency director General Moe"
		}
		if from == i && small && s.describing(low, i) {
			n.Class = lexicon.Bond
		}
		return n, from, true
	}
	return n, i, false
}

// describing reports whether a title in small letters is kin, or describes what follows.
func (s *Sentence) describing(low string, i int) bool {
	if !cue.Qualities[low] || !s.Content(i+1) {
		return cue.Orders[low]
	}
	after := i + 1
	if s.Begins(after) {
		after = s.NameEnd(after) // "retired general Moe", but "major Moe donor"
	}
	return after == i+1 || s.Content(after) && !s.Verbish(after)
}

// inName reports whether a name that is no person's goes on after word i.
func (s *Sentence) inName(i int) bool {
	n := s.Words[i].Name
	return n >= 0 && i+1 < len(s.Words) && s.Words[i+1].Name == n && !s.Possessive(i+1)
}

func (s *Sentence) matches(from int, words []string) bool {
	if from < 0 {
		return false
	}
	for k, w := range words {
		if s.Low(from+k) != w {
			return false
		}
	}
	return true
}

// IsBond reports whether word i is a noun for a person that is no role, in
// small letters: "rival".
func (s *Sentence) IsBond(i int) bool {
	n, _, ok := s.Noun(i)
	return ok && n.Class == lexicon.Bond && !s.Words[i].Upper
}

// IsPerson reports whether word i is any noun for a person.
func (s *Sentence) IsPerson(i int) bool {
	_, _, ok := s.Noun(i)
	return ok
}

// IsNoun reports whether word i ends a noun for a role.
func (s *Sentence) IsNoun(i int) bool {
	n, _, ok := s.Noun(i)
	return ok && n.Class != lexicon.Bond
}

// Agent reads a word in small letters with the ending of one who does something
// as a trade: "drummer".
func (s *Sentence) Agent(i int) (lexicon.RoleNoun, int, bool) {
	if i < 0 || s.Words[i].Upper || s.Words[i].Sign || s.Is(i-1, cue.Determiners) {
		return lexicon.RoleNoun{}, i, false
	}
	w := s.Low(i)
	if len(w) < 6 || cue.NoAgents[w] || chunk.Stops[w] || cue.Closers[w] || s.Tokens.Title {
		return lexicon.RoleNoun{}, i, false
	}
	for _, ending := range [...]string{"er", "or", "ist", "ologist", "woman", "man"} {
		if strings.HasSuffix(w, ending) {
			return lexicon.RoleNoun{Class: lexicon.Trade, Common: true}, i, true
		}
	}
	return lexicon.RoleNoun{}, i, false
}
