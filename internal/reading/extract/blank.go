package extract

import (
	"strings"
	"unicode"

	"readout/internal/ingest"
	"readout/internal/language/text"
)

// evened returns a text as it is read, with a plain space for each no-break, thin
// or other one: how wide a space is and whether lines break at it says nothing to
// a reader. Its code points are one for one those of the frozen text.
func evened(frozen *text.Text) *text.Text {
	s := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Zs, r) {
			return ' '
		}
		return r
	}, frozen.String())
	if s == frozen.String() {
		return frozen
	}
	doc, err := text.New(s)
	if err != nil {
		panic("unreachable: " + err.Error()) // spaces are UTF-8, as was the rest
	}
	return doc
}

// moved returns the place in one text of a span of another that has the same
// number of code points before it.
func moved(from, to *text.Text, s text.Span) text.Span {
	if from == to {
		return s
	}
	return text.Span{Start: to.Byte(from.Rune(s.Start)), End: to.Byte(from.Rune(s.End))}
}

// linksIn returns links of the frozen text with their places in the evened one.
func linksIn(doc, frozen *text.Text, links []ingest.Link) []ingest.Link {
	out := make([]ingest.Link, len(links))
	for i, l := range links {
		out[i] = ingest.Link{Span: moved(frozen, doc, l.Span), URL: l.URL}
	}
	return out
}
