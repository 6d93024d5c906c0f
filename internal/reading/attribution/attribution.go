// Package attribution turns what the model tagged into statements: who said
// what, by which words, in which form, and inside which other statement.
//
// In go a frozen text, its quotations, and attributions as [tag.Attribution];
// out come [Statement] values, spans in bytes of the text. The extent of source,
// cue and content is the model's, held to PolNeAR's rules; what this package
// adds is exact: which words stand in quotation marks, the form that follows from
// them, nesting, and what a statement that one outlet passes on of another's words
// says of those.
//
// # Guarantees
//
// Equal input gives equal output. Statements are sorted by their first content
// piece, then by cue; nesting has no circles. No span begins or ends with white
// space or cuts a character.
//
// # Limits
//
// Only statements with a cue are found: a quotation that floats without one
// ("The room fell silent. “We lost.”") is none. What kind of statement one is,
// package stance judges, from the odds that are passed on here.
//
// # Sources
//
// Extents: PolNeAR's annotation guidelines (Newell, Margolin and Ruths 2018),
// sections on source, cue and content spans. Form: PARC 3.0 (Pareti 2016).
package attribution

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/language/segment"
	"readout/internal/language/text"
	"readout/internal/neural/tag"
)

// A Form says how much of a content stands in quotation marks.
type Form uint8

// The forms.
const (
	Indirect Form = iota // none of it
	Mixed                // part of it
	Direct               // all of it
)

// A Statement is one attribution.
type Statement struct {
	Speaker text.Span // empty when the text names none
	Cue     text.Span
	Content []text.Span // pieces in the order of the text, at least one
	Quoted  []text.Span // the parts of the content inside quotation marks
	Form    Form
	Inside  int        // index of the statement that this one stands in, or -1
	Score   float64    // probability that speaker, cue and content are right
	Odds    tag.Stance // how likely each act, polarity and certainty is
}

// Build makes statements of attributions. Quotations are those of the text, by
// their start.
func Build(doc *text.Text, found []tag.Attribution, quotations []segment.Quotation) []Statement {
	out := make([]Statement, 0, len(found))
	for _, a := range found {
		if s, ok := build(doc, a, quotations); ok {
			out = append(out, s)
		}
	}
	out = unshared(doc, oneVoice(doc, out, quotations))
	for i := range out {
		out[i].Quoted = quoted(out[i], quotations)
		out[i].Form = form(doc, out[i])
	}
	for _, s := range slices.Clone(out) {
		if inner, ok := relayed(doc, s, out); ok {
			out = append(out, inner)
		}
	}
	slices.SortStableFunc(out, func(a, b Statement) int {
		return cmp.Or(
			cmp.Compare(a.Content[0].Start, b.Content[0].Start),
			cmp.Compare(a.Cue.Start, b.Cue.Start),
		)
	})
	nest(out)
	return out
}

func build(doc *text.Text, a tag.Attribution, quotations []segment.Quotation) (Statement, bool) {
	s := Statement{Cue: tidy(doc, a.Cue.Span), Inside: -1, Score: a.Score, Odds: a.Stance}
	if a.Sourced {
		s.Speaker = withoutLoneComma(doc, tidy(doc, a.Source.Span))
	}
	for _, c := range a.Contents {
		if begins(s.Cue, c.Span) && s.Cue.End < c.End { // "refused to say {to say whether}"
			c.Start = s.Cue.End
		}
		piece := tidy(doc, inOneParagraph(doc, c.Span, s.Cue, quotations))
		if !piece.Empty() && !astray(doc, piece, s, quotations) {
			s.Content = append(s.Content, piece)
		}
	}
	if s.Cue.Empty() || len(s.Content) == 0 || takesOffice(doc, s) {
		return s, false
	}
	return unasked(doc, s), true
}

// withoutLoneComma takes the comma off the end of a speaker that has no other: it
// closes the clause. The comma behind an apposition belongs to the speaker. In
// PolNeAR's training texts, 3 of 857 speakers before such a comma keep it.
func withoutLoneComma(doc *text.Text, s text.Span) text.Span {
	words := doc.At(s)
	if strings.IndexByte(words, ',') != len(words)-1 {
		return s
	}
	return tidy(doc, text.Span{Start: s.Start, End: max(s.Start, s.End-1)})
}

// inOneParagraph cuts a content that runs over a blank line, as a headline and
// the date below it, to the side where the cue is, or else to what stands before
// the line. A quotation may run over it.
func inOneParagraph(doc *text.Text, c, cue text.Span, quotations []segment.Quotation) text.Span {
	i := strings.Index(doc.At(c), "\n\n")
	if i < 0 {
		return c
	}
	line := c.Start + i
	first, _ := slices.BinarySearchFunc(quotations, line, endsAfter)
	if first < len(quotations) && quotations[first].Outer.Start <= line {
		return c
	}
	if cue.Start > line {
		rest := text.Span{Start: line + len("\n\n"), End: c.End}
		return inOneParagraph(doc, rest, cue, quotations)
	}
	return text.Span{Start: c.Start, End: line}
}

// astray reports whether a content stands in another paragraph than the cue of its
// statement, over a blank line, and is neither quoted nor announced by a colon: a
// date line above the text, say. A colon announces what follows, but nothing
// further on where a piece of the statement stands in the cue's own paragraph.
func astray(doc *text.Text, c text.Span, s Statement, quotations []segment.Quotation) bool {
	words, apart := parted(doc, c, s.Cue)
	if !apart {
		return false
	}
	if colon := strings.HasPrefix(strings.TrimSpace(words), ":") || strings.HasSuffix(doc.At(s.Cue), ":"); colon && c.Start > s.Cue.Start {
		if len(s.Content) == 0 {
			return false
		}
		if _, apart := parted(doc, s.Content[0], s.Cue); apart {
			return false
		}
	}
	i, _ := slices.BinarySearchFunc(quotations, c.Start, endsAfter)
	return i == len(quotations) || quotations[i].Outer.Start >= c.End
}

// parted returns the words between two spans, and whether a blank line is among
// them.
func parted(doc *text.Text, a, b text.Span) (string, bool) {
	if b.Start < a.Start {
		a, b = b, a
	}
	words := doc.At(text.Span{Start: a.End, End: max(a.End, b.Start)})
	return words, strings.Contains(words, "\n\n")
}

// tidy takes white space off the edges of a span and completes characters.
func tidy(doc *text.Text, s text.Span) text.Span {
	words := doc.At(s)
	left := strings.TrimLeftFunc(words, unicode.IsSpace)
	s.Start += len(words) - len(left)
	s.End = s.Start + len(strings.TrimRightFunc(left, unicode.IsSpace))
	return doc.Whole(s)
}

// quoted returns the parts of the content inside quotation marks, without the
// marks. Marks around the cue as well belong to the statement outside.
func quoted(s Statement, quotations []segment.Quotation) []text.Span {
	var out []text.Span
	for _, piece := range s.Content {
		first, _ := slices.BinarySearchFunc(quotations, piece.Start, endsAfter)
		for _, q := range quotations[first:] {
			if q.Outer.Start >= piece.End {
				break
			}
			part := text.Span{
				Start: max(q.Inner.Start, piece.Start),
				End:   min(q.Inner.End, piece.End),
			}
			if q.Outer.Contains(s.Cue) || part.Start >= part.End {
				continue
			}
			if n := len(out); n > 0 && out[n-1].Contains(part) {
				continue // a quotation inside one that counts already
			}
			out = append(out, part)
		}
	}
	return out
}

// endsAfter orders quotations for finding the outermost one that reaches beyond
// a place: those of depth 0 are disjoint, and nested ones follow theirs.
func endsAfter(q segment.Quotation, at int) int {
	if q.Outer.End <= at {
		return -1
	}
	return 1
}

// form tells the form from the letters and digits of the content that stand in
// quotation marks.
func form(doc *text.Text, s Statement) Form {
	if len(s.Quoted) == 0 {
		return Indirect
	}
	all, inside := 0, 0
	for _, piece := range s.Content {
		all += letters(doc.At(piece))
	}
	for _, q := range s.Quoted {
		inside += letters(doc.At(q))
	}
	switch {
	case inside == 0:
		return Indirect
	case inside < all:
		return Mixed
	}
	return Direct
}

func letters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// nest sets Inside: the statement with the smallest content piece that holds the
// cue. It does not look beyond maxPieces pieces back, and leaves out what would
// close a circle.
func nest(all []Statement) {
	var pieces []owned
	for i, s := range all {
		for _, c := range s.Content {
			pieces = append(pieces, owned{c, i})
		}
	}
	slices.SortStableFunc(pieces, func(a, b owned) int { return cmp.Compare(a.Start, b.Start) })
	for i := range all {
		cue := all[i].Cue
		end, _ := slices.BinarySearchFunc(pieces, cue.Start+1, func(p owned, at int) int {
			return cmp.Compare(p.Start, at)
		})
		best := owned{of: -1}
		for _, p := range pieces[max(0, end-maxPieces):end] {
			fits := p.Contains(cue) && (best.of < 0 || p.Len() < best.Len())
			if fits && p.of != i && !leadsTo(all, p.of, i) && !holds(all[i], all[p.of].Cue) {
				best = p
			}
		}
		all[i].Inside = best.of
	}
}

// maxPieces bounds the search for an enclosing statement: pieces that begin
// before a cue and hold it are among the last few, as they rarely overlap.
const maxPieces = 32

// An owned is a content piece and the index of its statement.
type owned struct {
	text.Span
	of int
}

// leadsTo reports whether statement to encloses statement from, at any depth.
func leadsTo(all []Statement, from, to int) bool {
	for i := from; i >= 0; i = all[i].Inside {
		if i == to {
			return true
		}
	}
	return false
}

// holds reports whether a span lies in a piece of the content.
func holds(s Statement, span text.Span) bool {
	return slices.ContainsFunc(s.Content, func(c text.Span) bool { return c.Contains(span) })
}

// Words returns a content as one reads it: its pieces joined by " … ", line
// breaks as spaces, quotation marks at the edges of pieces dropped.
func Words(doc *text.Text, s Statement) string {
	parts := make([]string, len(s.Content))
	for i, c := range s.Content {
		parts[i] = unquote(strings.Join(strings.Fields(doc.At(c)), " "))
	}
	return strings.Join(parts, " … ")
}

const (
	opening = "“‘«\"'"
	closing = "”’»\"'"
)

// unquote drops the marks around a text if it has one at each end, and a mark
// at one end that has no partner in it.
func unquote(s string) string {
	if bare, ok := untyped(s); ok {
		return bare
	}
	first, n := utf8.DecodeRuneInString(s)
	last, m := utf8.DecodeLastRuneInString(s)
	opens := strings.ContainsRune(opening, first) && n < len(s)
	apostrophe := strings.ContainsRune("'’", last) && first != partner(last)
	closes := strings.ContainsRune(closing, last) && n < len(s) && !apostrophe
	switch {
	case opens && closes:
		return s[n : len(s)-m]
	case opens && !strings.ContainsRune(s[n:], partner(first)):
		return s[n:]
	case closes && !strings.ContainsRune(s[:len(s)-m], partner(last)):
		return s[:len(s)-m]
	}
	return s
}

// untyped drops the double marks of a typewriter, “…” or ”…”, as unquote does
// others; false where s begins and ends with none.
func untyped(s string) (string, bool) {
	const mark, left = "''", "``"
	opens := strings.HasPrefix(s, mark) || strings.HasPrefix(s, left)
	closes := len(s) > len(mark) && strings.HasSuffix(s, mark)
	inner := s
	if opens {
		inner = inner[len(mark):]
	}
	if closes && len(inner) >= len(mark) {
		inner = inner[:len(inner)-len(mark)]
	}
	if opens != closes && (strings.Contains(inner, mark) || strings.Contains(inner, left)) {
		return s, true // the other one of the pair stands inside
	}
	if inner == "" {
		return s, true
	}
	return inner, opens || closes
}

// partner returns the other mark of a pair.
func partner(mark rune) rune {
	switch mark {
	case '“':
		return '”'
	case '”':
		return '“'
	case '‘':
		return '’'
	case '’':
		return '‘'
	case '«':
		return '»'
	case '»':
		return '«'
	}
	return mark
}
