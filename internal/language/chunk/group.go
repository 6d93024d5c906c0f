package chunk

// Closes reports whether a noun group ends before a token.
func (s *Sentence) Closes(i int) bool {
	w := s.Word(i)
	return i >= len(s.Tokens) || Stops[w] || s.Is(i, SignForm) && w != "-" && w != "/"
}

// IsYearToken reports whether a token is four digits that may be a year.
func (s *Sentence) IsYearToken(i int) bool {
	w := s.Word(i)
	return len(w) == 4 && "1500" <= w && w <= "2100"
}

// Group reads the words of a noun group from a token up to its head.
func (s *Sentence) Group(i int, want Head) (end int, ok bool) {
	end = i
	for at := i; at < len(s.Tokens) && at < i+longestGroup; at++ {
		if s.joins(at, i) {
			continue
		}
		if !s.Is(at, WordForm) || s.stopsGroup(at, i, want) {
			break
		}
		if s.IsHyphenated(at) || IsAdverb(s.Word(at)) {
			continue
		}
		if s.IsPlural(at) {
			if want == SingularHead && (at > i || s.Closes(at+1)) {
				break
			}
			if want == SingularHead {
				continue
			}
			end, ok = at+1, true
			if !s.goesOn(at) {
				return end, true
			}
			continue
		}
		if ok && !s.Upper(at) {
			break
		}
		if want != PluralHead && !ok {
			end = at + 1
		}
	}
	return end, ok || want != PluralHead && end > i
}

// A Head says which noun may end a noun group.
type Head uint8

// The heads; a group after a number above one ends with a plural.
const (
	PluralHead Head = iota
	SingularHead
	AnyHead
)

// longestGroup is the number of tokens after which no head is looked for.
const longestGroup = 10

// joins reports whether a sign or a conjunction stands inside a noun group:
// the hyphen of a compound, a possessive, an opening quotation mark, a year, a
// comma or "and" between adjectives.
func (s *Sentence) joins(i, from int) bool {
	switch w := s.Word(i); w {
	case "-", "‐", "‑", "–":
		return s.Glued(i) && s.Glued(i+1)
	case "'s", "’s":
		return i > from
	case "\"", "“", "‘", "'":
		return !s.Glued(i) && s.Glued(i+1) || s.Word(i-1) == w && s.Glued(i+1)
	case "and", "or", ",", "&":
		return s.isAdjective(i-1) && s.isAdjective(i+1) && !s.IsPlural(i+1)
	}
	return i > from && s.Is(i, DigitsForm) && s.IsYearToken(i) && s.Is(i+1, WordForm)
}

// IsHyphenated reports whether a word is the first of a compound.
func (s *Sentence) IsHyphenated(i int) bool {
	return s.Hyphen(i+1) && s.Glued(i+1)
}

// stopsGroup reports whether a word cannot stand in a noun group.
func (s *Sentence) stopsGroup(i, from int, want Head) bool {
	w := s.Word(i)
	switch {
	case i > from && s.Glued(i) && s.Hyphen(i-1):
		return false
	case s.IsHyphenated(i):
		return false
	case Stops[w] && !s.isAcronym(i) || thirdPerson[w] || want == PluralHead && verbs[w]:
		return true
	case PastVerbs[w]:
		return i > from || s.Closes(i+1)
	case IsParticiple(w) && (i > from || want == SingularHead),
		i > from && want != PluralHead && isGerund(w):
		return s.Closes(i+1) || s.Is(i+1, DigitsForm)
	}
	return false
}

// isAcronym reports whether a pronoun is a country or a trade: "US", "IT".
func (s *Sentence) isAcronym(i int) bool {
	w := s.Word(i)
	return (w == "us" || w == "it" || w == "who") && s.IsCode(i) && !s.Title
}

// goesOn reports whether a plural only describes a noun after it: "sports
// clubs", "United States citizens".
func (s *Sentence) goesOn(i int) bool {
	next := s.Word(i + 1)
	if next == "" || !s.Is(i+1, WordForm) || Stops[next] || s.IsHyphenated(i+1) {
		return false
	}
	return s.IsPlural(i+1) || s.Upper(i) && s.Upper(i+1) && !s.Title
}

// Determiners skips the words before a noun group: "the", "all their".
func (s *Sentence) Determiners(i int) int {
	for Determiners[s.Word(i)] {
		i++
	}
	if s.Is(i, DigitsForm) && s.IsYearToken(i) && s.Is(i+1, WordForm) {
		return i + 1
	}
	return i
}
