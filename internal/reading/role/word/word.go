// Package word cuts a sentence into words and tells what each is to the noun phrases
// and the names around it: whose name it stands in, whether a noun phrase may hold it,
// whether it looks like a verb.
//
// A place outside the sentence is no word: every question about it is answered with
// no. Equal input gives equal output.
package word

import (
	"cmp"
	"slices"
	"strings"

	"readout/internal/language/chunk"
	"readout/internal/language/lexicon"
	"readout/internal/language/text"
	"readout/internal/reading/role/cue"
)

// A Sentence is the words of one sentence of a document and the names in them.
type Sentence struct {
	Doc    *text.Text
	Tokens chunk.Sentence
	Words  []Word
	Names  []Name // of the document, sorted and disjoint
	next   int    // the first name that does not end before the sentence
}

// A Name is a mention with its entity.
type Name struct {
	text.Span
	Entity int
	Person bool
}

// New returns the names of a document without a sentence; sentences are filled in from
// first to last.
func New(doc *text.Text, names []Name) *Sentence {
	s := &Sentence{Doc: doc, Tokens: chunk.Sentence{Text: doc.String()}, Names: names}
	slices.SortFunc(s.Names, func(a, b Name) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	outer := s.Names[:0]
	for _, n := range s.Names {
		if len(outer) == 0 || outer[len(outer)-1].End <= n.Start {
			outer = append(outer, n)
		}
	}
	s.Names = outer
	return s
}

// A Word is a word, with its hyphens and the stop of an abbreviation, or a sign.
type Word struct {
	text.Span
	Low   string // in small letters, without the stop
	Sign  bool
	Digit bool
	Upper bool
	Name  int // index of the name that it stands in, or -1
	Role  int // number of the last role found that it stands in, from 1
}

// Fill cuts a sentence into words and tells each the name that it stands in.
func (s *Sentence) Fill(sentence text.Span) {
	s.Tokens.Fill(sentence)
	s.Words = s.Words[:0]
	for i := 0; i < len(s.Tokens.Tokens); {
		i = s.push(i)
	}
	for s.next < len(s.Names) && s.Names[s.next].End <= sentence.Start {
		s.next++
	}
	n := s.next
	for i := range s.Words {
		w := &s.Words[i]
		for n < len(s.Names) && s.Names[n].End <= w.Start {
			n++
		}
		if n < len(s.Names) && s.Names[n].Overlaps(w.Span) && !s.isTitle(*w, n) {
			w.Name = n
		}
	}
}

// isTitle reports whether what was read as name n is a title alone: "Gen." before a
// name, or "Speaker" right before that of a person.
func (s *Sentence) isTitle(w Word, n int) bool {
	name := s.Names[n]
	if s.Doc.At(w.Span) == s.Doc.At(name.Span)+"." && shortened(w) && len(w.Low) > 1 {
		return true
	}
	if w.Span != name.Span || n+1 == len(s.Names) || !s.Names[n+1].Person || s.Names[n+1].Start != w.End+1 {
		return false
	}
	return slices.ContainsFunc(lexicon.RoleNouns(w.Low), func(n lexicon.RoleNoun) bool {
		return len(n.Words) == 1 && n.Class == lexicon.Rank && !n.Given
	})
}

// push appends the word that begins at a token and returns the token after it.
func (s *Sentence) push(i int) int {
	t := s.Tokens.Tokens[i]
	w := Word{
		Span: t.Span, Low: t.Word, Upper: t.Upper, Name: -1,
		Sign: t.Form == chunk.SignForm, Digit: t.Form == chunk.DigitsForm,
	}
	for i++; s.Tokens.Hyphen(i) && s.Tokens.Glued(i) && !w.Sign && s.Tokens.Is(i+1, chunk.WordForm); i += 2 {
		w.End = s.Tokens.Tokens[i+1].End
		w.Low += "-" + s.Tokens.Word(i+1)
		w.Digit = false
	}
	if s.Tokens.Word(i) == "." && s.Tokens.Glued(i) && shortened(w) {
		w.End = s.Tokens.Tokens[i].End
		i++
	}
	s.Words = append(s.Words, w)
	return i
}

// shortened reports whether a stop after the word belongs to it.
func shortened(w Word) bool {
	last := w.Low[strings.LastIndexByte(w.Low, '-')+1:]
	if !w.Upper && last == w.Low {
		return false
	}
	class, other := lexicon.Abbreviation(last)
	return len(last) == 1 || class == lexicon.Title || other == lexicon.Title
}

// Low returns word i in small letters, "" outside the sentence.
func (s *Sentence) Low(i int) string {
	if i < 0 || i >= len(s.Words) {
		return ""
	}
	return s.Words[i].Low
}

// Is reports whether word i stands in a set.
func (s *Sentence) Is(i int, set map[string]bool) bool { return set[s.Low(i)] }

// Person reports whether word i stands in the name of a person.
func (s *Sentence) Person(i int) bool {
	return i >= 0 && i < len(s.Words) && s.Words[i].Name >= 0 && s.Names[s.Words[i].Name].Person
}

// Begins reports whether the name of a person begins at word i.
func (s *Sentence) Begins(i int) bool {
	return s.Person(i) && (i == 0 || s.Words[i-1].Name != s.Words[i].Name)
}

// NameEnd returns the word after the name that holds word i.
func (s *Sentence) NameEnd(i int) int {
	n := s.Words[i].Name
	for i < len(s.Words) && s.Words[i].Name == n {
		i++
	}
	return i
}

// Possessive reports whether word i is the ending of a possessive.
func (s *Sentence) Possessive(i int) bool {
	switch s.Low(i) {
	case "'s", "’s":
		return true
	case "'", "’":
		return i > 0 && strings.HasSuffix(s.Low(i-1), "s") && s.Words[i-1].End == s.Words[i].Start
	}
	return false
}

// Stops reports whether no noun phrase holds word i.
func (s *Sentence) Stops(i int) bool {
	w := s.Low(i)
	if w == "us" || w == "it" || w == "who" {
		return !s.Tokens.Title && !IsCode(s.Doc.At(s.Words[i].Span))
	}
	if w == "outside" && (s.IsNoun(i+1) || s.IsNoun(i+2)) {
		return false // "an outside adviser"
	}
	return chunk.Stops[w] || cue.Closers[w]
}

// IsCode reports whether words are in capitals: "CEO".
func IsCode(words string) bool { return len(words) > 1 && words == strings.ToUpper(words) }

// Content reports whether word i may go on with a noun phrase.
func (s *Sentence) Content(i int) bool {
	switch {
	case i < 0 || i >= len(s.Words):
		return false
	case s.Possessive(i):
		return i > 0
	case s.Words[i].Name >= 0 || s.Low(i) == "&" || s.Low(i) == "/":
		return true
	case s.Words[i].Sign:
		return s.scare(i)
	case s.Stops(i):
		return false
	}
	return !chunk.IsAdverb(s.Low(i)) || cue.Newly[s.Low(i)]
}

// scare reports whether sign i is one of the quotation marks around a few words that
// describe a noun: the "new-media" journalist.
func (s *Sentence) scare(i int) bool {
	const few = 4
	if !cue.Quotes[s.Low(i)] {
		return false
	}
	open, end := i, i
	for k := i + 1; k <= i+few && s.describesAt(k); k++ {
		end = k + 1
	}
	if end == i || !cue.Quotes[s.Low(end)] {
		end = i
		for k := i - 1; k >= i-few && s.describesAt(k); k-- {
			open = k - 1
		}
		if open == i || !cue.Quotes[s.Low(open)] {
			return false
		}
	}
	return s.describesAt(open-1) && s.describesAt(end+1) && !s.Words[end+1].Upper && (s.IsNoun(end+1) || !s.Verbish(end+1))
}

// describesAt reports whether word i may describe a noun, as a word that is no sign.
func (s *Sentence) describesAt(i int) bool {
	return i >= 0 && i < len(s.Words) && !s.Words[i].Sign && (cue.Determiners[s.Low(i)] || !s.Stops(i))
}

// Verbish reports whether a word in small letters looks like a verb rather than
// a word that describes a noun.
func (s *Sentence) Verbish(i int) bool {
	w := s.Words[i]
	if w.Upper && (!s.Tokens.Title || w.Name >= 0) || w.Digit || w.Sign || cue.Describing[w.Low] || strings.Contains(w.Low, "-") {
		return false
	}
	if w.Low == "show" {
		return strings.HasSuffix(s.Low(i-1), "s")
	}
	return cue.Verbs[w.Low] || chunk.PastVerbs[w.Low] || lexicon.Reporting(w.Low) ||
		strings.HasSuffix(w.Low, "ed") || strings.HasSuffix(w.Low, "ing") ||
		strings.HasSuffix(w.Low, "s") && !strings.HasSuffix(w.Low, "ss") &&
			!strings.HasSuffix(w.Low, "ous")
}
