package segment

import (
	"strings"
	"testing"

	"readout/internal/language/text"
)

func newText(t testing.TB, s string) *text.Text {
	t.Helper()
	frozen, err := text.New(s)
	if err != nil {
		t.Fatal(err)
	}
	return frozen
}

// sentences returns the sentences of s, parted by "|".
func sentences(t testing.TB, s string) string {
	t.Helper()
	frozen := newText(t, s)
	var words []string
	for _, span := range AppendSentences(nil, frozen) {
		words = append(words, frozen.At(span))
	}
	return strings.Join(words, "|")
}

func TestEverySentenceRuleDoesWhatItsExampleSays(t *testing.T) {
	for _, r := range sentenceRules {
		in := strings.ReplaceAll(r.example, "。|", "。")
		in = strings.ReplaceAll(in, "|", " ")
		if got := sentences(t, in); got != r.example {
			t.Errorf("rule %q:\n got %s\nwant %s", r.name, got, r.example)
		}
	}
}
