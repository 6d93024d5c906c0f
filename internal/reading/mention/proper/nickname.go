package proper

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/language/text"
)

// A Scored is a name with the model's probability for it.
type Scored struct {
	Name
	Score float64
}

// WithNicknames joins the parts of people's names with what they are called between
// them: George “Jay” Keyworth.
func WithNicknames(doc *text.Text, names []Scored) []Scored {
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
		bare, ok := Unquoted(word)
		if first, _ := utf8.DecodeRuneInString(bare); ok && unicode.IsUpper(first) {
			return k
		}
	}
	return 0
}

// WithoutTitles cuts the titles off that were read as names of their own before the
// name of a person: of "Chicago Alderman" before "Jason Ervin" a place is left.
func WithoutTitles(doc *text.Text, names []Scored) []Scored {
	out := names[:0]
	for i, n := range names {
		if n.Kind == Person && i+1 < len(names) && names[i+1].Kind == Person && names[i+1].Start == n.End+1 {
			if n.Span = Untitled(doc, n.Span); n.End < names[i].End {
				n.Kind = Place
			}
		}
		if !n.Empty() {
			out = append(out, n)
		}
	}
	return out
}

// Unquoted returns a word that has quotation marks at both ends without them.
func Unquoted(word string) (string, bool) {
	bare := strings.Trim(word, "\"“”'‘’")
	return bare, strings.Index(word, bare) > 0 && !strings.HasSuffix(word, bare)
}
