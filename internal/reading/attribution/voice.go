package attribution

import (
	"slices"
	"strings"

	"readout/internal/language/segment"
	"readout/internal/language/text"
)

// oneVoice gives all that stands between two quotation marks to one statement, since
// one speaker is quoted there: the one whose cue stands in the paragraph of the
// quotation, of several the nearest. Statements that lose all of their content are
// gone. What is said inside the quotation has its cue there and stays.
func oneVoice(doc *text.Text, all []Statement, quotations []segment.Quotation) []Statement {
	pieces := piecesOf(all)
	for _, q := range quotations {
		if q.Depth > 0 || !q.Closed {
			continue
		}
		var quoted []int // statements, each once
		first, _ := slices.BinarySearchFunc(pieces, q.Outer.Start, func(p piece, at int) int { return p.Start - at })
		for _, p := range pieces[first:] {
			if p.Start >= q.Outer.End {
				break
			}
			if q.Outer.Contains(p.Span) && !q.Outer.Overlaps(all[p.of].Cue) && !slices.Contains(quoted, p.of) {
				quoted = append(quoted, p.of)
			}
		}
		if len(quoted) > 1 {
			gather(doc, all, q.Outer, quoted)
		}
	}
	return slices.DeleteFunc(all, func(s Statement) bool { return len(s.Content) == 0 })
}

// A piece is one of the content of a statement.
type piece struct {
	text.Span
	of int
}

// piecesOf returns the pieces of statements, by their start.
func piecesOf(all []Statement) []piece {
	var out []piece
	for i, s := range all {
		for _, c := range s.Content {
			out = append(out, piece{c, i})
		}
	}
	slices.SortStableFunc(out, func(a, b piece) int { return a.Start - b.Start })
	return out
}

// gather gives what several statements have of a quotation to one of them.
func gather(doc *text.Text, all []Statement, quotation text.Span, quoted []int) {
	holds := func(c text.Span) bool { return quotation.Contains(c) }
	far := func(i int) bool {
		_, apart := parted(doc, quotation, all[i].Cue)
		return apart
	}
	owner := slices.MinFunc(quoted, func(a, b int) int {
		return apart(quotation, all[a].Cue) - apart(quotation, all[b].Cue)
	})
	if far(owner) {
		return
	}
	for _, i := range quoted {
		if i == owner || !far(i) {
			continue
		}
		for _, c := range all[i].Content {
			if holds(c) {
				all[owner].Content = append(all[owner].Content, c)
			}
		}
		all[i].Content = slices.DeleteFunc(all[i].Content, holds)
	}
	all[owner].Content = inOrder(doc, all[owner].Content)
}

// apart is how many bytes stand between two spans.
func apart(a, b text.Span) int { return max(b.Start-a.End, a.Start-b.End, 0) }

// inOrder sorts pieces, without what they share, and joins those between which a
// sentence ends and nothing else stands.
func inOrder(doc *text.Text, pieces []text.Span) []text.Span {
	slices.SortFunc(pieces, func(a, b text.Span) int { return a.Start - b.Start })
	out := pieces[:1]
	for _, p := range pieces[1:] {
		last := &out[len(out)-1]
		gap := text.Span{Start: last.End, End: max(last.End, p.Start)}
		if strings.Trim(doc.At(gap), " \n\t.!?") == "" {
			last.End = max(last.End, p.End)
			continue
		}
		out = append(out, p)
	}
	return out
}

// unshared takes words that statements of two speakers say off the one whose cue is
// farther, unless the cue of one stands in the content of the other. Before a cue
// with a colon stands nothing that it leads to. Statements that lose all of their
// content are gone.
func unshared(doc *text.Text, all []Statement) []Statement {
	pieces := piecesOf(all)
	for i, p := range pieces {
		for _, q := range pieces[i+1 : min(len(pieces), i+1+maxPieces)] {
			if q.Start >= p.End {
				break
			}
			a, b := &all[p.of], &all[q.of]
			if p.of == q.of || a.Speaker == b.Speaker || holds(*a, b.Cue) || holds(*b, a.Cue) {
				continue
			}
			words := text.Span{Start: q.Start, End: min(p.End, q.End)}
			if owns(doc, *a, words) < owns(doc, *b, words) {
				a = b
			}
			a.Content = without(doc, a.Content, words)
		}
	}
	return slices.DeleteFunc(all, func(s Statement) bool { return len(s.Content) == 0 })
}

// owns returns how far from words the cue of a statement stands, in bytes: farther
// than any other if it leads to what is behind it.
func owns(doc *text.Text, s Statement, words text.Span) int {
	if strings.HasSuffix(doc.At(s.Cue), ":") && words.End <= s.Cue.Start {
		return doc.Len()
	}
	return apart(words, s.Cue)
}

// without returns pieces without the words of a span that they hold or that cut
// them.
func without(doc *text.Text, pieces []text.Span, words text.Span) []text.Span {
	var out []text.Span
	for _, c := range pieces {
		if !c.Overlaps(words) {
			out = append(out, c)
			continue
		}
		for _, rest := range []text.Span{
			{Start: c.Start, End: min(c.End, words.Start)}, {Start: max(c.Start, words.End), End: c.End},
		} {
			if rest.End > rest.Start {
				if rest = tidy(doc, rest); letters(doc.At(rest)) > 0 {
					out = append(out, rest)
				}
			}
		}
	}
	return out
}
