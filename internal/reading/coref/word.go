package coref

import (
	"strings"
	"unicode"

	"readout/internal/language/lexicon"
	"readout/internal/language/text"
	"readout/internal/neural/tag"
	"readout/internal/reading/mention"
)

// A Word is a word that may refer: a pronoun, or the head of a nominal.
type Word struct {
	text.Span           // the pronoun, or the head noun
	phrase    text.Span // the pronoun, or the nominal with its determiner

	person person
	plural bool
	gender lexicon.Gender // of a pronoun
	thing  bool           // "it"
	kinds  []mention.Kind // what a nominal may name; nil for a pronoun
	land   land           // what a nominal for a place may name at least
	since  int            // where one who is not named was last called by that noun
}

// Pronoun reports whether the word is a pronoun.
func (w Word) Pronoun() bool { return w.kinds == nil }

// personal reports whether the word means one man or woman.
func (w Word) personal() bool { return w.Pronoun() && !w.plural && !w.thing && w.person == third }

// A person is the grammatical person.
type person uint8

const (
	third person = iota
	first
)

// pronouns are the words of each kind of pronoun that can refer to someone named.
var pronouns = pronounTable([]pronounRow{
	{"he him his himself", Word{gender: lexicon.Male}},
	{"she her hers herself", Word{gender: lexicon.Female}},
	{"it its itself", Word{thing: true}},
	{"they them their theirs themselves", Word{plural: true}},
	{"i me my mine myself", Word{person: first}},
	{"we us our ours ourselves", Word{person: first, plural: true}},
})

type pronounRow struct {
	words string
	word  Word
}

func pronounTable(rows []pronounRow) map[string]Word {
	out := map[string]Word{}
	for _, r := range rows {
		for _, w := range strings.Fields(r.words) {
			out[w] = r.word
		}
	}
	return out
}

// Ask returns the words of a text that may refer to something it names, in the
// order of the text.
func Ask(doc *text.Text) []Word {
	var out []Word
	s := doc.String()
	tokens := words(s)
	since := map[string]int{}
	for i, t := range tokens {
		word := s[t.Start:t.End]
		if _, known := nouns[word]; known && unnamed(s, tokens, i) {
			since[word] = t.Start
		}
		if p, ok := pronouns[strings.ToLower(word)]; ok && word != "US" && word != "IT" {
			p.Span, p.phrase = t, t
			out = append(out, p)
			continue
		}
		if n, ok := nominal(s, tokens, i); ok {
			n.since = since[word]
			out = append(out, n)
		}
	}
	return out
}

// Referring returns the words as the model takes them.
func Referring(all []Word) []tag.Referring {
	out := make([]tag.Referring, len(all))
	for i, w := range all {
		out[i] = tag.Referring{Span: w.Span, Pronoun: w.Pronoun() && w.person == third}
	}
	return out
}

// words returns the runs of letters, digits and inner hyphens of a text.
func words(s string) []text.Span {
	var out []text.Span
	start := -1
	for i, r := range s + " " { // the space ends the last word
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			if start < 0 {
				start = i
			}
			continue
		}
		if start >= 0 {
			out = append(out, text.Span{Start: start, End: i})
			start = -1
		}
	}
	return out
}
