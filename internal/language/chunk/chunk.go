// Package chunk cuts a sentence of English into words, numbers and signs, reads
// the numbers among them and finds where a noun group ends, by closed lists and
// the forms of words alone.
//
// All spans are bytes of the text. A [Number] has its exact value; a noun group
// ends with its head, the first plural in most cases. Reading a sentence is
// linear in its length, and equal input gives equal output.
//
// Limits: English alone. There is no parser and no list of nouns: a plural that
// describes another noun may be taken for the head, and a verb that looks like a
// noun for one.
package chunk

import "readout/internal/language/text"

// A Sentence is the tokens of one sentence. It may be filled again and again;
// it is for one goroutine at a time.
type Sentence struct {
	Text   string // the whole text
	Tokens []Token
	Title  bool // most words are capitalised: a headline
}

// Fill cuts a sentence of the text into tokens.
func (s *Sentence) Fill(span text.Span) {
	s.Tokens = appendTokens(s.Tokens[:0], s.Text, span)
	s.Title = isTitle(s.Tokens)
}
