package word

import (
	"strings"

	"readout/internal/language/chunk"
	"readout/internal/language/lexicon"
	"readout/internal/reading/role/cue"
)

// Capital reports whether word i has a capital and is no person's name.
func (s *Sentence) Capital(i int) bool {
	return i >= 0 && i < len(s.Words) && s.Words[i].Upper && !s.Person(i) && !s.Words[i].Sign
}

// Participle reports whether word i has the form of one: "a lawyer leading the search".
func (s *Sentence) Participle(i int) bool {
	w := s.Words[i]
	return !w.Upper && w.Name < 0 && (strings.HasSuffix(w.Low, "ing") || strings.HasSuffix(w.Low, "ed"))
}

// IsVerb is verbish without what may be a plural or a gerund.
func (s *Sentence) IsVerb(i int) bool {
	w := s.Low(i)
	plural := strings.HasSuffix(w, "s") && !lexicon.Reporting(w)
	return s.Verbish(i) && !plural && !strings.HasSuffix(w, "ing")
}

// BeforeBrackets goes back from word i over what stands in brackets.
func (s *Sentence) BeforeBrackets(i int) int {
	const near = 8
	if s.Low(i-1) != ")" {
		return i
	}
	for k := i - 2; k > i-near; k-- {
		if s.Low(k) == "(" {
			return k
		}
	}
	return i
}

// AfterPlace goes over "of Ohio", "of the Democratic Party".
func (s *Sentence) AfterPlace(i int) int {
	if s.Low(i) != "of" && s.Low(i) != "from" {
		return i
	}
	at := i + 1
	if s.Low(at) == "the" {
		at++
	}
	if s.Capital(at) && s.Words[at].Name >= 0 {
		return s.NameEnd(at)
	}
	return i
}

// Party reports whether word i is the mark of a party and state: "D-Ohio".
func (s *Sentence) Party(i int) bool {
	w := s.Low(i)
	return len(w) > 2 && w[1] == '-' && strings.IndexByte("rdi", w[0]) >= 0
}

// AfterAdverbs goes over adverbs and "at the time".
func (s *Sentence) AfterAdverbs(i int) int {
	if s.Low(i) == "at" && s.Is(i+1, cue.Determiners) && s.Low(i+2) == "time" {
		i += 3
	}
	for s.Is(i, cue.Skipped) || s.Low(i) == "long" || i < len(s.Words) && s.Words[i].Name < 0 && chunk.IsAdverb(s.Low(i)) {
		i++
	}
	return i
}

// AfterCourtesy goes over "Mr." and the like.
func (s *Sentence) AfterCourtesy(i int) int {
	for s.Is(i, cue.Courtesies) {
		i++
	}
	return i
}

// AfterBrackets goes over what stands in brackets at word i.
func (s *Sentence) AfterBrackets(i int) int {
	const near = 8
	if s.Low(i) != "(" {
		return i
	}
	for k := i + 1; k < i+near; k++ {
		if s.Low(k) == ")" {
			return k + 1
		}
	}
	return i
}

// AfterParty goes over the party and state between commas at word i: ", R-Ohio,".
func (s *Sentence) AfterParty(i int) int {
	if s.Low(i) != "," || !s.Party(i+1) {
		return i
	}
	if s.Low(i+2) == "." {
		return i + 3
	}
	return i + 2
}

// BeforeCourtesy goes back over "Mr." and the like.
func (s *Sentence) BeforeCourtesy(i int) int {
	for s.Is(i-1, cue.Courtesies) && s.Low(i-2) != "first" {
		i-- // but "first lady" is a role
	}
	return i
}
