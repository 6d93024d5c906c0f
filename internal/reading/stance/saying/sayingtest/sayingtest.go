// Package sayingtest makes statements of marked sentences, for tests of what rules
// say of them.
package sayingtest

import (
	"strings"
	"testing"

	"readout/internal/language/segment"
	"readout/internal/language/text"
	"readout/internal/reading/attribution"
)

// A Sentence is a text with one statement whose parts were marked in it:
// "[speaker] «cue» {content}", the content in any number of pieces.
type Sentence struct {
	Doc       *text.Text
	Sentences []text.Span
	Statement attribution.Statement
}

// Read takes the marks out of a text.
func Read(t testing.TB, marked string) Sentence {
	t.Helper()
	s := attribution.Statement{Inside: -1}
	var plain strings.Builder
	start := 0
	for _, c := range marked {
		at := plain.Len()
		switch c {
		case '[', '«', '{':
			start = at
		case ']':
			s.Speaker = text.Span{Start: start, End: at}
		case '»':
			s.Cue = text.Span{Start: start, End: at}
		case '}':
			s.Content = append(s.Content, text.Span{Start: start, End: at})
		default:
			plain.WriteRune(c)
		}
	}
	doc, err := text.New(plain.String())
	if err != nil {
		t.Fatal(err)
	}
	return Sentence{doc, segment.AppendSentences(nil, doc), s}
}

// Span returns the first place of words in the text.
func (s *Sentence) Span(words string) text.Span {
	at := strings.Index(s.Doc.String(), words)
	return text.Span{Start: at, End: at + len(words)}
}

// Words returns the words of spans that are not empty, with " | " between them.
func (s *Sentence) Words(spans ...text.Span) string {
	var out []string
	for _, p := range spans {
		if !p.Empty() {
			out = append(out, s.Doc.At(p))
		}
	}
	return strings.Join(out, " | ")
}
