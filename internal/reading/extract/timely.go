package extract

import (
	"slices"
	"strings"

	"readout/internal/language/text"
	"readout/internal/reading/mention"
	"readout/internal/reading/timex"
)

// timely leaves out what is no time at which anything happened: the years of life
// behind the names of people, "(1955-2011)", and words that are a piece of a name,
// "LA Weekly". A time that others are reckoned from stays. Names and times are in
// the order of the text.
func timely(doc *text.Text, times []timex.Time, names []mention.Name) []timex.Time {
	out := make([]timex.Time, 0, len(times))
	moved := make([]int, len(times)) // by old index
	anchors := make([]bool, len(times))
	for _, t := range times {
		if t.Anchor >= 0 {
			anchors[t.Anchor] = true
		}
	}
	for i, t := range times {
		moved[i] = len(out)
		if anchors[i] || !ofLife(doc, t, names) && !ofName(doc, t, names) {
			out = append(out, t)
		}
	}
	for i, t := range out {
		if t.Anchor >= 0 {
			out[i].Anchor = moved[t.Anchor]
		}
	}
	return out
}

// ofLife reports whether a time is two years in brackets right behind the name of
// a person.
func ofLife(doc *text.Text, t timex.Time, names []mention.Name) bool {
	first, last, span := strings.Cut(t.EDTF, "/")
	const year = len("1955")
	if !span || len(first) != year || len(last) != year {
		return false
	}
	i, _ := slices.BinarySearchFunc(names, t.Span.Start, func(n mention.Name, at int) int {
		return n.Start - at
	})
	if i == 0 || names[i-1].Kind != mention.Person || names[i-1].End > t.Span.Start {
		return false
	}
	before := text.Span{Start: names[i-1].End, End: t.Span.Start}
	return doc.At(before) == " (" && strings.HasPrefix(doc.String()[t.Span.End:], ")")
}

// ofName reports whether a time without a figure stands in a longer name of a body or
// a place, or in that of a work: "the Sunday Times", "Century City Towers", "Today".
func ofName(doc *text.Text, t timex.Time, names []mention.Name) bool {
	i, found := slices.BinarySearchFunc(names, t.Span.End, func(n mention.Name, at int) int {
		return n.Start - at
	})
	if i == 0 || found || strings.ContainsAny(doc.At(t.Span), "0123456789") {
		return false
	}
	n := names[i-1]
	switch n.Kind {
	case mention.Person, mention.Group, mention.Other:
		return false
	case mention.Organization, mention.Place, mention.Work:
	}
	from := max(n.Start, t.Span.Start) // "the Sunday", beside the name "Sunday Times"
	inside := n.Start < t.Span.End && t.Span.End <= n.End
	return inside && (n.Kind == mention.Work || from > n.Start || t.Span.End < n.End)
}
