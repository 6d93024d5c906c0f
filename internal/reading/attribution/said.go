package attribution

import (
	"slices"
	"strings"

	"readout/internal/language/text"
)

// A Day is a time of the text that can date a statement.
type Day struct {
	text.Span
	Time int // index of the time, as the caller counts
}

// A Cover is a citation of sources with the words that it covers.
type Cover struct {
	text.Span
	Covers []text.Span
	Days   []int // the times that the citation names, as the caller counts
}

// A Basis says what dates a statement.
type Basis uint8

// The bases, the surest first.
const (
	Undated  Basis = iota
	InText         // a time beside the cue
	InCover        // a time of the citation that covers the statement
	ByOutlet       // nothing but the day of publication
)

// A Saying is when a statement was made and by which citations it is covered.
type Saying struct {
	Basis     Basis
	Time      int   // of InText and InCover
	Citations []int // indices of covers
}

// near is how many bytes a time may stand from the cue that it dates.
const near = 60

// A Dating is what can date the statements of a text.
type Dating struct {
	Sentences []text.Span
	Days      []Day // sorted, none later than publication
	Covers    []Cover
	Published bool // the day of publication is known
}

// Date returns a Saying for each statement.
//
// A statement is dated by the time nearest to its cue that stands in the same
// sentence, outside what is said, with no other cue between and in no clause of
// its own before the speaker; else by the first day of a citation that covers it;
// else by publication.
func Date(doc *text.Text, all []Statement, by Dating) []Saying {
	out := make([]Saying, len(all))
	for i, s := range all {
		say := &out[i]
		for c, cover := range by.Covers {
			if covered(s, cover) {
				say.Citations = append(say.Citations, c)
			}
		}
		if day, ok := beside(doc, all, i, by); ok {
			say.Basis, say.Time = InText, day
			continue
		}
		if day, ok := firstDay(say.Citations, by.Covers); ok {
			say.Basis, say.Time = InCover, day
			continue
		}
		if by.Published {
			say.Basis = ByOutlet
		}
	}
	return out
}

// covered reports whether a citation covers a statement: the cue or the first
// piece of content begins in what it covers.
func covered(s Statement, c Cover) bool {
	return slices.ContainsFunc(c.Covers, func(span text.Span) bool {
		return begins(span, s.Cue) || begins(span, s.Content[0])
	})
}

func begins(span, other text.Span) bool {
	return span.Start <= other.Start && other.Start < span.End
}

// beside returns the time nearest to a statement's cue.
func beside(doc *text.Text, all []Statement, i int, by Dating) (int, bool) {
	s, sentences, days := all[i], by.Sentences, by.Days
	at := slices.IndexFunc(sentences, func(x text.Span) bool { return begins(x, s.Cue) })
	if at < 0 {
		return 0, false
	}
	best, found, least := 0, false, near+1
	from, _ := slices.BinarySearchFunc(days, sentences[at].Start, func(d Day, start int) int { return d.Start - start })
	for _, d := range days[from:] {
		if d.Start >= sentences[at].End {
			break
		}
		gap := gapBetween(d.Span, s.Cue)
		if gap < least && !inside(d.Span, s) && !cueBetween(all, i, d.Span) && !elsewhere(doc, d.Span, s) && !awaited(doc, d.Span, s) {
			best, found, least = d.Time, true, gap
		}
	}
	return best, found
}

// gapBetween returns the bytes between two spans that do not overlap.
func gapBetween(a, b text.Span) int {
	if a.Start >= b.End {
		return a.Start - b.End
	}
	return max(0, b.Start-a.End)
}

// inside reports whether a time is part of what is said, or of who says it.
func inside(day text.Span, s Statement) bool {
	return s.Speaker.Contains(day) || slices.ContainsFunc(s.Content, func(c text.Span) bool { return c.Overlaps(day) })
}

// cueBetween reports whether the whole cue of another statement stands between a
// time and the cue of statement i. Content is not looked at.
func cueBetween(all []Statement, i int, day text.Span) bool {
	cue := all[i].Cue
	between := text.Span{Start: min(day.End, cue.End), End: max(day.Start, cue.Start)}
	return slices.ContainsFunc(all, func(o Statement) bool {
		if o.Cue == cue {
			return false
		}
		return between.Contains(o.Cue)
	})
}

// conjunctions are what joins a clause to the one before it.
var conjunctions = []string{"and", ", and", "but", ", but", ";", "while", ", while", "though", ", though"}

// elsewhere reports whether a time ends a clause before that of a speaker: "The
// broadcasts began on August 10 and South Korea says".
func elsewhere(doc *text.Text, day text.Span, s Statement) bool {
	if s.Speaker.Empty() || day.End > s.Speaker.Start || s.Cue.Start < s.Speaker.End {
		return false
	}
	gap := doc.At(text.Span{Start: day.End, End: s.Speaker.Start})
	return slices.Contains(conjunctions, strings.TrimSpace(gap))
}

// awaited reports whether a time behind the cue is when something is to happen: "is
// expected in December".
func awaited(doc *text.Text, day text.Span, s Statement) bool {
	cue := strings.Fields(doc.At(s.Cue))
	if len(cue) < 2 || day.Start < s.Cue.End || day.Start-s.Cue.End > len(" before ") {
		return false
	}
	return slices.Contains([]string{"expected", "due", "scheduled", "slated", "set", "planned"}, cue[len(cue)-1])
}

func firstDay(citations []int, covers []Cover) (int, bool) {
	for _, c := range citations {
		if days := covers[c].Days; len(days) > 0 {
			return days[0], true
		}
	}
	return 0, false
}
