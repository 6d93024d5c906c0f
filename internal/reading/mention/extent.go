package mention

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/language/text"
	"readout/internal/reading/mention/proper"
)

// extents sets the names of one document right where they begin and end: none
// runs over a blank line, one that ends in initials has their last full stop, a
// party's letter is no part of a state, and a piece of a well-known body's name
// ("World") is the whole of it.
func extents(doc *text.Text, names []Scored) []Scored {
	out := make([]Scored, 0, len(names))
	for _, n := range names {
		for _, s := range proper.Paragraphs(doc, n.Span) {
			n.Span = proper.WithBody(doc, proper.WithoutParty(doc, proper.WithStop(doc, s)))
			if of, ok := proper.Countries(doc, n.Span); ok {
				for _, n.Span = range of {
					out = append(out, Scored{Name{Span: n.Span, Kind: Place}, n.Score})
				}
				continue
			}
			if n.Kind == Person {
				n.Span = proper.WithInitial(doc, n.Span)
			}
			if len(out) > 0 && n.Contains(out[len(out)-1].Span) { // "K." before "Ann Moe"
				out = out[:len(out)-1]
			}
			if len(out) == 0 || out[len(out)-1].End <= n.Start {
				out = append(out, n)
			}
		}
	}
	return withNicknames(doc, withoutTitles(doc, withHeads(doc, out)))
}

// Words of a headline begin with capitals, so that these tell of no name there.
const (
	longWord   = 4 // letters of a word that does in titles, whatever it is
	manyWords  = 5 // such words of a line, at least
	mostOfThem = 0.9
)

// headline reports whether nearly all words of the line that a name stands in begin with
// a capital.
func headline(doc *text.Text, s text.Span) bool {
	all := doc.String()
	from := max(0, s.Start-longestLine)
	start := from + strings.LastIndexByte(all[from:s.Start], '\n') + 1
	line, _, _ := strings.Cut(all[start:min(len(all), s.End+longestLine)], "\n")
	long, capital := 0, 0
	for word := range strings.FieldsSeq(line) {
		if text.Characters(word) < longWord {
			continue
		}
		long++
		if first, _ := utf8.DecodeRuneInString(word); !unicode.IsLower(first) {
			capital++
		}
	}
	return long >= manyWords && float64(capital) >= mostOfThem*float64(long)
}

// longestLine is how many bytes of a line are looked at on each side of a name: no
// headline is longer.
const longestLine = 300

// chambers are of a country or state, and no party's.
var chambers = wordSet("congress senate parliament assembly")

// withHeads takes the noun of a body to the place before it that was read as a name
// alone: "University" behind "Columbia".
func withHeads(doc *text.Text, names []Scored) []Scored {
	for i := range names {
		n := &names[i]
		limit := doc.Len()
		if i+1 < len(names) {
			limit = names[i+1].Start
		}
		for n.Kind == Place || n.Kind == Organization {
			behind, ok := strings.CutPrefix(doc.String()[n.End:limit], " ")
			noun := proper.FirstWord(behind)
			word := strings.ToLower(noun)
			ofParty := n.Kind == Organization && chambers[word] // "GOP Senate"
			if !ok || noun == word || headKinds[word] != Organization || ofParty {
				break
			}
			if headline(doc, n.Span) {
				break
			}
			n.End += len(" ") + len(noun)
			n.Kind = Organization
		}
	}
	return names
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
			if n.Span = proper.Untitled(doc, n.Span); n.End < names[i].End {
				n.Kind = Place
			}
		}
		if !n.Empty() {
			out = append(out, n)
		}
	}
	return out
}
