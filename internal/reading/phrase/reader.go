// Package phrase finds noun groups and the names of outlets among the words of a
// text, by closed lists of words and the names that the model found.
//
// In go a frozen text, its sentences, names, times and the cues of
// attributions; a [Reader] answers by the index of a token. It is for one
// goroutine.
//
// # Guarantees
//
// Equal input gives equal output; a Reader is made in linear time.
//
// # Limits
//
// English alone, and no grammar: a noun group ends at the first word that the
// lists do not let in.
//
// # Sources
//
// internal/language/lexicon: outlets.txt and phrases.txt.
package phrase

import (
	"readout/internal/language/text"
	"readout/internal/reading/phrase/word"
)

// Input is what was read of the text before.
type Input = word.Input

// A Reader is one text while it is being read.
type Reader struct {
	*word.Words

	Outlets []Outlet

	s     string
	local map[string]bool // abbreviations of outlets that the text defines
	short map[string]bool // last words of outlets named before: "the Post"
	known map[string]bool // first words of outlets named before: "Fox"
	hosts map[string]bool // last names of those who work for outlets
	names map[string]int  // how often each name stands in the text
	told  map[string]int  // how often each is told something, or reports it
}

// NewReader reads the text.
func NewReader(doc *text.Text, sentences []text.Span, in Input) *Reader {
	r := &Reader{
		Words: word.New(doc, sentences, in), s: doc.String(),
		local: map[string]bool{}, short: map[string]bool{}, known: map[string]bool{},
		hosts: map[string]bool{}, names: map[string]int{}, told: map[string]int{},
	}
	r.countNames()
	r.findOutlets()
	r.findHosts()
	return r
}
