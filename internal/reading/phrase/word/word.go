// Package word cuts a text into words, marks and possessive endings, and tells
// each its sentence and the name, time and cue that it stands in.
//
// # Guarantees
//
// Tokens are sorted, disjoint and hold every byte that is no white space. Equal
// input gives equal output, in linear time.
//
// # Limits
//
// English alone: an apostrophe with "s" ends every owner.
package word

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/language/lexicon"
	"readout/internal/language/text"
	"readout/internal/reading/mention/proper"
)

// A Token is a word, a possessive ending or a single mark.
type Token struct {
	text.Span
	Kind     Kind
	Sentence int  // index of its sentence
	Name     int  // index of the model's name that it stands in, or -1
	Time     int  // index of the time that it stands in, or -1
	Outlet   int  // index of the outlet that begins here, or -1; left to who finds them
	Cue      bool // it stands in the cue of an attribution
}

// A Kind says what a token is.
type Kind uint8

// The kinds of tokens.
const (
	Mark Kind = iota
	Word
	Possessive
)

// Input is what was read of the text before. Each list is sorted and disjoint.
type Input struct {
	Names []proper.Name
	Times []text.Span
	Cues  []text.Span // of attributions
}

// Words is one text cut into tokens.
type Words struct {
	Input

	Doc    *text.Text
	Tokens []Token

	s string
}

// New cuts the text.
func New(doc *text.Text, sentences []text.Span, in Input) *Words {
	r := &Words{Input: in, Doc: doc, s: doc.String()}
	r.Tokens = make([]Token, 0, doc.Len()/5+8)
	for at := 0; at < len(r.s); {
		at = r.scan(at)
	}
	r.place(sentences)
	return r
}

// scan appends the token at a byte, if any, and returns the byte after it.
func (r *Words) scan(at int) int {
	c, size := utf8.DecodeRuneInString(r.s[at:])
	switch {
	case unicode.IsSpace(c):
		return at + size
	case !Rune(c) && c != '@' && c != '#':
		r.push(at, at+size, Mark)
		return at + size
	}
	end := wordEnd(r.s, at+size)
	cut := at + possessiveAt(r.s[at:end])
	if cut == end && strings.HasPrefix(r.s[end:], ".") && abbreviated(r.s[at:end]) {
		end, cut = end+1, end+1
	}
	r.push(at, cut, Word)
	if cut < end {
		r.push(cut, end, Possessive)
	}
	return end
}

// possessiveAt returns the byte where the possessive ending of a word begins,
// the length of the word when it has none.
func possessiveAt(w string) int {
	for _, ending := range [...]string{"'s", "’s", "'S", "’S"} {
		if strings.HasSuffix(w, ending) && len(w) > len(ending) {
			return len(w) - len(ending)
		}
	}
	return len(w)
}

func (r *Words) push(start, end int, k Kind) {
	r.Tokens = append(r.Tokens, Token{
		Span: text.Span{Start: start, End: end}, Kind: k,
		Name: -1, Time: -1, Outlet: -1,
	})
}

// Rune reports whether a character may stand in a word.
func Rune(c rune) bool {
	return unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c)
}

// wordEnd returns where the word ends that goes on at a byte: a sign inside
// belongs to it when a letter or digit follows.
func wordEnd(s string, at int) int {
	for at < len(s) {
		c, size := utf8.DecodeRuneInString(s[at:])
		if !Rune(c) {
			if !strings.ContainsRune("-'’.&@_", c) {
				return at
			}
			after, _ := utf8.DecodeRuneInString(s[at+size:])
			if !Rune(after) {
				return at
			}
		}
		at += size
	}
	return at
}

// abbreviated reports whether a full stop after the word belongs to it.
func abbreviated(w string) bool {
	if strings.Contains(w, ".") {
		return !strings.Contains(w, "@") && len(w) < 8 && len(w[strings.LastIndex(w, ".")+1:]) == 1
	}
	first, size := utf8.DecodeRuneInString(w)
	if size == len(w) {
		return unicode.IsUpper(first)
	}
	class, _ := lexicon.Abbreviation(w)
	return unicode.IsUpper(first) && class == lexicon.Title
}

// place tells each token its sentence, name, time and cue.
func (r *Words) place(sentences []text.Span) {
	sentence, name, time, cue := 0, 0, 0, 0
	for i := range r.Tokens {
		t := &r.Tokens[i]
		sentence = Around(sentences, sentence, t.Start)
		t.Sentence = sentence
		for name < len(r.Names) && r.Names[name].End <= t.Start {
			name++
		}
		if name < len(r.Names) && r.Names[name].Overlaps(t.Span) {
			t.Name = name
		}
		time = Around(r.Times, time, t.Start)
		if r.isTime(*t, time) {
			t.Time = time
		}
		cue = Around(r.Cues, cue, t.Start)
		t.Cue = cue < len(r.Cues) && r.Cues[cue].Overlaps(t.Span)
	}
}

// isTime reports whether a token is of a time: "Daily" in "The Daily News" is
// not.
func (r *Words) isTime(t Token, time int) bool {
	if time >= len(r.Times) || !r.Times[time].Overlaps(t.Span) {
		return false
	}
	return t.Name < 0 || !r.Names[t.Name].Contains(r.Times[time])
}

// At returns the words of token i, empty outside the text.
func (r *Words) At(i int) string {
	if i < 0 || i >= len(r.Tokens) {
		return ""
	}
	return r.Doc.At(r.Tokens[i].Span)
}

// Low returns the words of token i in small letters.
func (r *Words) Low(i int) string { return strings.ToLower(r.At(i)) }

// Is reports whether token i is one of the words, given in small letters.
func (r *Words) Is(i int, words ...string) bool {
	return slices.Contains(words, r.Low(i))
}

// In reports whether token i stands in one of the lists.
func (r *Words) In(i int, lists lexicon.WordList) bool {
	return lexicon.In(r.Low(i), lists)
}

// Capital reports whether token i is a word that begins with a capital.
func (r *Words) Capital(i int) bool {
	c, _ := utf8.DecodeRuneInString(r.At(i))
	return unicode.IsUpper(c)
}

// Possessive reports whether token i is the ending of a possessive.
func (r *Words) Possessive(i int) bool {
	return i >= 0 && i < len(r.Tokens) && r.Tokens[i].Kind == Possessive
}

// Together reports whether both tokens exist and stand in one sentence.
func (r *Words) Together(i, j int) bool {
	return i >= 0 && j >= 0 && i < len(r.Tokens) && j < len(r.Tokens) &&
		r.Tokens[i].Sentence == r.Tokens[j].Sentence
}

// Opens reports whether token i is the first of its sentence or of a clause
// that a mark opens.
func (r *Words) Opens(i int) bool {
	return !r.Together(i-1, i) || r.Tokens[i-1].Kind == Mark
}

// Span joins the tokens from i up to, not including, end.
func (r *Words) Span(i, end int) text.Span {
	return text.Span{Start: r.Tokens[i].Start, End: r.Tokens[end-1].End}
}

// AfterTime returns the first token from i on that stands in no time.
func (r *Words) AfterTime(i int) int {
	for i < len(r.Tokens) && r.Tokens[i].Time >= 0 && r.Together(i-1, i) {
		i++
	}
	return i
}

// NameEnd returns the token after the model's name that holds token i.
func (r *Words) NameEnd(i int) int {
	n := r.Tokens[i].Name
	for i < len(r.Tokens) && r.Tokens[i].Name == n {
		i++
	}
	return i
}

// NameStart returns the first token of the model's name that holds token i.
func (r *Words) NameStart(i int) int {
	n := r.Tokens[i].Name
	for i > 0 && r.Tokens[i-1].Name == n {
		i--
	}
	return i
}

// QuoteMark reports whether token i is a quotation mark.
func (r *Words) QuoteMark(i int) bool {
	switch r.At(i) {
	case `"`, "'", "“", "”", "‘", "’", "«", "»":
		return true
	}
	return false
}

// Around returns the index of the first span, from i on, that ends after at.
func Around(spans []text.Span, i, at int) int {
	for i < len(spans) && spans[i].End <= at {
		i++
	}
	return i
}
