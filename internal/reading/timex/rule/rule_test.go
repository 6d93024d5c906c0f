package rule_test

import (
	"strings"
	"testing"

	"readout/internal/language/segment"
	"readout/internal/language/text"
	"readout/internal/reading/timex"
	"readout/internal/reading/timex/rule"
)

// valueOf proposes words in a text and returns the value found there.
func valueOf(t *testing.T, src, words string) string {
	t.Helper()
	doc, err := text.New(src)
	if err != nil {
		t.Fatal(err)
	}
	start := strings.Index(src, words)
	e := timex.Extent{
		Span: text.Span{Start: start, End: start + len(words)},
		Type: timex.Date, Score: 0.5,
	}
	sentences := segment.AppendSentences(nil, doc)
	for _, found := range timex.Find(doc, sentences, []timex.Extent{e}, "2021-03-12") {
		if found.Span == e.Span {
			return found.Value
		}
	}
	return ""
}

func TestExamplesOfRulesHold(t *testing.T) {
	n := 0
	for _, r := range rule.All {
		if r.Pattern == "" {
			continue // reads a match that its user makes
		}
		words, want, ok := strings.Cut(r.Example(), " => ")
		if !ok {
			if r.Trust != rule.Inside {
				t.Errorf("%s: no example", r.Pattern)
			}
			continue
		}
		n++
		got := valueOf(t, "Police found him near the lake ("+words+").", words)
		if got != want {
			t.Errorf("%s: %q is %q, want %q", r.Pattern, words, got, want)
		}
	}
	t.Logf("%d examples", n)
}
