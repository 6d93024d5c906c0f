package mention

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/language/lexicon"
	"readout/internal/language/text"
)

// extents sets the names of one document right where they begin and end: none
// runs over a blank line, one that ends in initials has their last full stop, a
// party's letter is no part of a state, and a piece of a well-known body's name
// ("World") is the whole of it.
func extents(doc *text.Text, names []Scored) []Scored {
	out := make([]Scored, 0, len(names))
	for _, n := range names {
		for _, s := range paragraphs(doc, n.Span) {
			n.Span = withBody(doc, withoutParty(doc, withStop(doc, s)))
			if len(out) == 0 || out[len(out)-1].End <= n.Start {
				out = append(out, n)
			}
		}
	}
	return withNicknames(doc, withoutTitles(doc, out))
}

// withNicknames joins the parts of people's names with what they are called between
// them: George “Jay” Keyworth.
func withNicknames(doc *text.Text, names []Scored) []Scored {
	out := names[:0]
	for i := 0; i < len(names); i++ {
		n := names[i]
		if k := nicknamed(doc, names[i:]); k > 0 {
			n.End = names[i+k].End
			i += k
		}
		out = append(out, n)
	}
	return out
}

// nicknamed returns which of the names behind the first has its surname, or 0: what
// stands between them is one word in quotation marks.
func nicknamed(doc *text.Text, names []Scored) int {
	for k := 1; k <= 2 && k < len(names); k++ {
		between := doc.String()[names[0].End:names[k].Start]
		word, isOpen := strings.CutPrefix(between, " ")
		word, isClosed := strings.CutSuffix(word, " ")
		if names[0].Kind != Person || names[k].Kind != Person || !isOpen || !isClosed || strings.Contains(word, " ") {
			continue
		}
		bare, ok := unquoted(word)
		if first, _ := utf8.DecodeRuneInString(bare); ok && unicode.IsUpper(first) {
			return k
		}
	}
	return 0
}

// withoutTitles cuts the titles off that were read as names of their own before the
// name of a person: of "Chicago Alderman" before "Jason Ervin" a place is left.
func withoutTitles(doc *text.Text, names []Scored) []Scored {
	out := names[:0]
	for i, n := range names {
		if n.Kind == Person && i+1 < len(names) && names[i+1].Kind == Person && names[i+1].Start == n.End+1 {
			if n.Span = untitledEnd(doc, n.Span); n.End < names[i].End {
				n.Kind = Place
			}
		}
		if !n.Empty() {
			out = append(out, n)
		}
	}
	return out
}

// untitledEnd takes the nouns of titles off the end of a span.
func untitledEnd(doc *text.Text, s text.Span) text.Span {
	for {
		words := doc.At(s)
		last := strings.LastIndexByte(words, ' ') + 1
		isTitle := slices.ContainsFunc(lexicon.RoleNouns(strings.ToLower(words[last:])), func(n lexicon.RoleNoun) bool {
			return len(n.Words) == 1 && n.Class == lexicon.Rank && !n.Given && !n.Common
		})
		if !isTitle {
			return s
		}
		if last == 0 {
			return text.Span{Start: s.Start, End: s.Start}
		}
		s.End = s.Start + last - 1
	}
}

// paragraphs cuts a span at blank lines.
func paragraphs(doc *text.Text, s text.Span) []text.Span {
	var out []text.Span
	for {
		words := doc.At(s)
		i := strings.Index(words, "\n\n")
		if i < 0 {
			return append(out, s)
		}
		if i > 0 {
			out = append(out, text.Span{Start: s.Start, End: s.Start + i})
		}
		s.Start += i + len(words[i:]) - len(strings.TrimLeft(words[i:], "\n"))
		if s.Empty() {
			return out
		}
	}
}

// withBody returns the name of a body that begins where a span does and reaches
// farther, or the span.
func withBody(doc *text.Text, s text.Span) text.Span {
	rest := doc.String()[s.Start:]
	for _, b := range lexicon.Bodies(firstWord(rest[:min(len(rest), longestWord)])) {
		at := text.Span{Start: s.Start, End: s.Start + len(b.Name)}
		if len(b.Name) > s.Len() && strings.HasPrefix(rest, b.Name) && endsWord(doc, at.End) {
			return at
		}
	}
	return s
}

// withStop takes the last full stop of initials to a span: "U.S." and "D.C.".
func withStop(doc *text.Text, s text.Span) text.Span {
	word := doc.At(s)
	word = word[strings.LastIndexAny(word, " \n-")+1:]
	if !strings.HasPrefix(doc.String()[s.End:], ".") || !initials(word) {
		return s
	}
	s.End++
	return s
}

// initials reports whether a word is capitals with full stops between them.
func initials(word string) bool {
	letters := strings.Split(word, ".")
	for _, l := range letters {
		first, size := utf8.DecodeRuneInString(l)
		if size == 0 || size != len(l) || !unicode.IsUpper(first) {
			return false
		}
	}
	return len(letters) > 1
}

// withoutParty takes the letter of a party off the state behind it: "D-Ohio".
func withoutParty(doc *text.Text, s text.Span) text.Span {
	word := doc.At(s)
	if len(word) > 3 && strings.IndexByte("DRI", word[0]) >= 0 && word[1] == '-' && unicode.IsLetter(rune(word[2])) {
		s.Start += 2
	}
	return s
}
