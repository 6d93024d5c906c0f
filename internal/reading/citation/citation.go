// Package citation finds the sources that a text itself names for what it
// tells: "(Reuters, May 2)", "according to police", "told the BBC".
//
// In go a frozen text, its sentences, the names that the model found, times,
// links and the cues of attributions; out come [Citation] values with the
// spans of their sources, all in bytes of the text.
//
// # Guarantees
//
// Citations are sorted and disjoint; sources and times lie inside them, in
// the order of the text. No span cuts a character. Equal input gives equal
// output. Time is linear in the text.
//
// # Limits
//
// English alone. Word lists stand in for a grammar: the noun group of a source
// ends at the first word that the lists do not let in, so a participle after
// the noun ("a poll released Monday") is left out. An outlet that neither the
// list nor its name shows to be one is found only after "according to" and
// its like.
//
// # Sources
//
// What is a citation, and where it ends: docs/record.md, Citations, and the
// guidelines in training/annotations/amounts-citations. Outlets:
// internal/language/lexicon/outlets.txt; words: phrases.txt.
package citation

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"readout/internal/language/segment"
	"readout/internal/language/text"
	"readout/internal/reading/mention"
	"readout/internal/reading/phrase"
	"readout/internal/reading/phrase/word"
)

// A Citation is the words that name a source, as the text has them.
type Citation struct {
	text.Span
	Sources []text.Span // noun groups, in the order of the text; none of a mere link
	Times   []int       // indices of the times inside it; none without a source
	Link    string      // address that the words lead to, or empty
	Covers  []text.Span // what the citation vouches for

	bracket bool // covers back to the citation before it
}

// A Link is words of the text that lead to a page.
type Link struct {
	text.Span
	URL string
}

// Input is what was read of the text before. Each list is sorted and disjoint.
type Input struct {
	Names []mention.Name
	Times []text.Span
	Links []Link
	Cues  []text.Span // of attributions

	Sayings []Saying // the attributions, in any order
}

// A reader tries the rules on one text.
type reader struct {
	*phrase.Reader

	inside []bool // by token: it stands in the content of an attribution
	stated []bool // by token: its sentence holds the cue of an attribution
}

// Find returns the citations of the text.
func Find(doc *text.Text, sentences []text.Span, in Input) []Citation {
	r := &reader{Reader: phrase.NewReader(doc, sentences, phrase.Input{
		Names: in.Names, Times: in.Times, Cues: in.Cues,
	})}
	r.mark(in.Sayings)
	found := disjoint(append(r.candidates(), r.speakers(in.Sayings)...))
	found = r.withLinks(doc, found, in)
	for i := range found {
		if len(found[i].Sources) > 0 {
			found[i].Times = timesIn(found[i].Span, in.Times)
		}
	}
	cover(doc, sentences, found)
	return found
}

// disjoint sorts the citations and drops those that overlap an earlier or, at
// one place, a longer one.
func disjoint(all []Citation) []Citation {
	slices.SortStableFunc(all, func(a, b Citation) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	kept, end := all[:0], 0
	for _, c := range all {
		if c.Start >= end {
			kept, end = append(kept, c), c.End
		}
	}
	return kept
}

// withLinks gives each link to the first citation that it overlaps, or makes it one,
// whose sources are the outlets that its words name: most links only say what is
// behind them. One on the name of somebody or of a place leads to more about them.
func (r *reader) withLinks(doc *text.Text, found []Citation, in Input) []Citation {
	added, at := []Citation{}, 0
	for _, l := range in.Links {
		l.Span = trimmed(doc, l.Span)
		if l.Empty() {
			continue
		}
		for at < len(found) && found[at].End <= l.Start {
			at++
		}
		if at < len(found) && found[at].Overlaps(l.Span) {
			if found[at].Link == "" {
				found[at].Link = l.URL
			}
			continue
		}
		if !describes(in.Names, l.Span) {
			added = append(added, Citation{Span: l.Span, Sources: r.outletsIn(l.Span), Link: l.URL})
		}
	}
	return disjoint(append(found, added...))
}

// describes reports whether words are the name of a person, group or place.
func describes(names []mention.Name, s text.Span) bool {
	i, found := slices.BinarySearchFunc(names, s.Start, func(n mention.Name, at int) int {
		return cmp.Compare(n.Start, at)
	})
	if !found || names[i].Span != s {
		return false
	}
	kind := names[i].Kind
	return kind == mention.Person || kind == mention.Group || kind == mention.Place
}

// outletsIn returns the outlets that are named in words of the text.
func (r *reader) outletsIn(s text.Span) []text.Span {
	i, _ := slices.BinarySearchFunc(r.Outlets, s.Start, func(o phrase.Outlet, at int) int {
		return cmp.Compare(r.Tokens[o.First].Start, at)
	})
	var out []text.Span
	for ; i < len(r.Outlets) && r.Tokens[r.Outlets[i].First].Start < s.End; i++ {
		o := r.Outlets[i]
		if at := r.Span(o.First, o.End); s.Contains(at) && !o.Common {
			out = append(out, at)
		}
	}
	return out
}

// trimmed takes white space off the ends of a span and off what lies outside
// the text.
func trimmed(doc *text.Text, s text.Span) text.Span {
	s.Start, s.End = max(0, s.Start), min(doc.Len(), s.End)
	if s.Empty() {
		return text.Span{}
	}
	words := doc.At(s)
	left := strings.TrimLeftFunc(words, unicode.IsSpace)
	s.Start += len(words) - len(left)
	s.End = s.Start + len(strings.TrimRightFunc(left, unicode.IsSpace))
	return doc.Whole(s)
}

func timesIn(s text.Span, times []text.Span) []int {
	i, _ := slices.BinarySearchFunc(times, s.Start, func(t text.Span, at int) int {
		return cmp.Compare(t.Start, at)
	})
	var inside []int
	for ; i < len(times) && times[i].Start < s.End; i++ {
		if s.Contains(times[i]) {
			inside = append(inside, i)
		}
	}
	return inside
}

// cover says what each citation vouches for: a bracket the words back to the
// citation before it or to the start of its paragraph, any other its sentence.
func cover(doc *text.Text, sentences []text.Span, found []Citation) {
	if len(found) == 0 {
		return
	}
	paragraphs := segment.AppendParagraphs(nil, doc)
	before, p, s := 0, 0, 0
	for i := range found {
		c := &found[i]
		p, s = word.Around(paragraphs, p, c.Start), word.Around(sentences, s, c.Start)
		span := c.Span
		switch {
		case c.bracket && p < len(paragraphs):
			span = text.Span{Start: max(before, paragraphs[p].Start), End: c.Start}
		case !c.bracket && s < len(sentences):
			span = sentences[s]
		}
		if span = trimmed(doc, span); !span.Empty() {
			c.Covers = []text.Span{span}
		}
		before = c.End
	}
}
