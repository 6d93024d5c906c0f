package chunk

// Closes reports whether a noun group ends before a token.
func (s *Sentence) Closes(i int) bool {
	w := s.Word(i)
	return i >= len(s.Tokens) || s.Is(i, TimeForm) || Stops[w] || s.Is(i, SignForm) && w != "-" && w != "/"
}

// IsYearToken reports whether a token is four digits that may be a year.
func (s *Sentence) IsYearToken(i int) bool {
	w := s.Word(i)
	return len(w) == 4 && "1500" <= w && w <= "2100"
}

// Group reads the words of a noun group from a token up to its head.
func (s *Sentence) Group(i int, want Head) (end int, ok bool) {
	end = i
	plural := false
loop:
	for at := i; at < min(len(s.Tokens), i+longestGroup); at++ {
		switch r := s.roleOf(at, i, want); {
		case r == outside, r == single && plural && !s.Upper(at):
			break loop
		case r == several:
			end, plural = at+1, false
			if !s.goesOn(at) {
				break loop
			}
		case r == single && !plural && want != PluralHead:
			end = at + 1
		}
	}
	return end, end > i
}

// A role is what a token does in a noun group.
type role uint8

const (
	outside role = iota // ends the group before it
	linking             // joins or describes words
	single              // may be the head in the singular
	several             // may be the head in the plural
)

// roleOf returns the role of a token in the group that begins at from.
func (s *Sentence) roleOf(i, from int, want Head) role {
	switch {
	case s.endsModel(i):
		return several
	case want == SingularHead && s.namesModel(i):
		return single
	case s.joins(i, from) || s.isModel(i, from):
		return linking
	case !s.Is(i, WordForm) || s.stopsGroup(i, from, want):
		return outside
	case s.IsHyphenated(i) || IsAdverb(s.Word(i)):
		return linking
	case !s.IsPlural(i):
		return single
	case want != SingularHead:
		return several
	case (i > from || s.Closes(i+1)) && !describers[s.Word(i)]:
		return outside
	}
	return linking
}

// endsModel reports whether a token is the "s" of "787s".
func (s *Sentence) endsModel(i int) bool {
	return s.Glued(i) && s.Word(i) == "s" && s.Is(i-1, DigitsForm)
}

// namesModel reports whether a token ends the name of one thing: "one A380".
func (s *Sentence) namesModel(i int) bool {
	return s.Is(i, DigitsForm) && s.Glued(i) && s.Upper(i-1) && s.Closes(i+1)
}

// isModel reports whether a number is part of the name of things: "A330 jets",
// "787s".
func (s *Sentence) isModel(i, from int) bool {
	if !s.Is(i, DigitsForm) {
		return s.Upper(i) && s.Glued(i+1) && s.Is(i+1, DigitsForm)
	}
	if s.Hyphen(i+1) && s.endsModel(i+3) {
		return true // "787-9s"
	}
	return i > from && (s.Glued(i) || s.numbersName(i)) || s.endsModel(i+1)
}

// numbersName reports whether digits name the things right after them: "new
// 737 aircraft", "Fortune 500 companies".
func (s *Sentence) numbersName(i int) bool {
	named := s.Upper(i-1) && s.Is(i-1, WordForm) || describing[s.Word(i-1)] && s.Word(i-1) != "more"
	if named && s.Hyphen(i+1) && s.Is(i+2, DigitsForm) {
		return s.Is(i+3, WordForm) // "Boeing 787-8 jets"
	}
	return named && len(s.Word(i)) == 3 && s.Is(i+1, WordForm) && !s.Closes(i+1) && !TimeNouns[s.Word(i+1)]
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
	switch s.Word(i) {
	case "-", "‐", "‑", "–":
		return s.Glued(i) && s.Glued(i+1)
	case "'s", "’s":
		return i > from
	case "\"", "“", "”", "‘", "'":
		return s.opensQuotation(i) || i > from+1 && s.closesQuotation(i)
	case "and", "or", ",", "&":
		return s.isAdjective(i-1) && s.isAdjective(i+1) && !s.IsPlural(i+1)
	}
	return i > from && s.isYearBefore(i)
}

// opensQuotation reports whether a quotation mark stands right before a word.
func (s *Sentence) opensQuotation(i int) bool {
	return s.Glued(i+1) && (!s.Glued(i) || s.Word(i-1) == s.Word(i))
}

// closesQuotation reports whether a quotation mark ends one quoted word before
// another word: "safe" houses.
func (s *Sentence) closesQuotation(i int) bool {
	return s.Glued(i) && s.Glued(i-1) && !s.Glued(i+1) && s.Is(i+1, WordForm) &&
		(s.Word(i-2) == s.Word(i) || s.Word(i-2) == "“" && s.Word(i) == "”")
}

// isYearBefore reports whether a token is a year that describes the word after
// it: "2009 papers".
func (s *Sentence) isYearBefore(i int) bool {
	return s.Is(i, DigitsForm) && s.IsYearToken(i) && s.Is(i+1, WordForm)
}

// IsHyphenated reports whether a word is the first of a compound.
func (s *Sentence) IsHyphenated(i int) bool {
	return s.Hyphen(i+1) && s.Glued(i+1)
}

// stopsGroup reports whether a word cannot stand in a noun group.
func (s *Sentence) stopsGroup(i, from int, want Head) bool {
	w := s.Word(i)
	switch {
	case s.inCompound(i, from):
		return false
	case s.isFunctionWord(i) || want == PluralHead && verbs[w]:
		return true
	case PastVerbs[w]:
		return i > from || s.Closes(i+1)
	case mayTell(w, i > from, want):
		return s.Closes(i+1) || s.Is(i+1, DigitsForm)
	}
	return false
}

// inCompound reports whether a hyphen of the group joins the word to another.
func (s *Sentence) inCompound(i, from int) bool {
	return i > from && s.Glued(i) && s.Hyphen(i-1) || s.IsHyphenated(i)
}

// isFunctionWord reports whether a word belongs to no noun group at all.
func (s *Sentence) isFunctionWord(i int) bool {
	w := s.Word(i)
	return Stops[w] && !s.isAcronym(i) || thirdPerson[w]
}

// mayTell reports whether a participle or gerund may say what the nouns before
// it do, or what is done to them.
func mayTell(w string, after bool, want Head) bool {
	if IsParticiple(w) {
		return after || want == SingularHead
	}
	return after && want != PluralHead && IsGerund(w)
}

// isAcronym reports whether a pronoun is a country or a trade: "US", "IT".
func (s *Sentence) isAcronym(i int) bool {
	w := s.Word(i)
	return (w == "us" || w == "it" || w == "who") && s.IsCode(i) && !s.Title
}

// goesOn reports whether a plural only describes a noun after it: "sports
// clubs", "women's clubs", "United States citizens".
func (s *Sentence) goesOn(i int) bool {
	next := s.Word(i + 1)
	if next == "'s" || next == "’s" {
		return true
	}
	if !s.Is(i+1, WordForm) || Stops[next] || s.IsHyphenated(i+1) || finite[next] {
		return false
	}
	return s.IsPlural(i+1) || s.Upper(i) && s.Upper(i+1) && !s.Title || s.namesOwner(i)
}

// namesOwner reports whether a plural ends a name of several words that
// describes a plural after it: "United Nations human rights experts".
func (s *Sentence) namesOwner(i int) bool {
	const longest = 3
	if s.Title || !s.Upper(i) || !s.Upper(i-1) || s.Is(i-2, SignForm) {
		return false
	}
	for at := i + 1; at <= i+longest; at++ {
		if !s.mayDescribe(at) {
			return false
		}
		if s.IsPlural(at) {
			return true
		}
	}
	return false
}

// mayDescribe reports whether a token may stand in a noun group before its head;
// a verb would make the name before it a subject.
func (s *Sentence) mayDescribe(i int) bool {
	w := s.Word(i)
	return s.Is(i, WordForm) && !Stops[w] && !verbs[w] && !PastVerbs[w] && !IsParticiple(w)
}

// Determiners skips the words before a noun group: "the", "all their".
func (s *Sentence) Determiners(i int) int {
	for Determiners[s.Word(i)] {
		i++
	}
	if s.isYearBefore(i) {
		return i + 1
	}
	return i
}

// HeadStart is where the head noun begins: with the words joined to it.
func (s *Sentence) HeadStart(i int) int {
	for s.Glued(i) && s.Hyphen(i-1) && s.Glued(i-1) && s.IsPlural(i) {
		i -= 2
	}
	if s.namesModel(i) {
		i--
	}
	return s.Tokens[i].Start
}
