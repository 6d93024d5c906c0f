package segment

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

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

func TestATitleOfOtherDaysEndsNoSentence(t *testing.T) {
	for _, s := range []string{
		"It was won by then-Sen. Barack Obama.|He left.", "An ex-Gov. Moe agreed.", "It began by then.|Sen. Moe left.",
	} {
		if got := sentences(t, strings.ReplaceAll(s, "|", " ")); got != s {
			t.Errorf("sentences %q, want %q", got, s)
		}
	}
}

func TestAccentsWrittenApartMoveNoSentence(t *testing.T) {
	for _, s := range []string{
		"É. Zola sprach.", "Er trank café. thé war da.", "It was a café. we left.", "“Wann?” Minister Novák asked. Nie.",
		"Wir von É.Ö. Berlin kamen.", "Das war schön. élan siegte.",
		strings.Repeat("Lé été à Érévan a été très très agité,\n", 3) + "dit-élle.\nEt lui?",
	} {
		want := norm.NFD.String(sentences(t, s))
		if got := sentences(t, norm.NFD.String(s)); got != want {
			t.Errorf("sentences %q, want %q", got, want)
		}
	}
}

func TestLongSentencesAreCutAndMarked(t *testing.T) {
	clause := strings.Repeat("word ", 99) + "end, "
	frozen := newText(t, strings.Repeat(clause, 12)+"stop. Next one.")
	got := Sentences(frozen)
	var words []int
	for _, s := range got {
		words = append(words, len(strings.Fields(frozen.At(s.Span))))
	}
	// Cut behind the commas at 500 and 1,000 words, not at 512.
	if want := "[500 500 201 2]"; fmt.Sprint(words) != want {
		t.Fatalf("sentences of %v words, want %s", words, want)
	}
	if !got[0].Cut || !got[1].Cut || got[2].Cut || got[3].Cut {
		t.Errorf("cuts are marked wrong: %v", got)
	}
}

func TestSentenceOfTheLongestLengthIsNotCut(t *testing.T) {
	frozen := newText(t, strings.Repeat("word ", longest-1)+"end.")
	if got := Sentences(frozen); len(got) != 1 || got[0].Cut {
		t.Errorf("%d sentences, want one that is whole", len(got))
	}
}

func TestSingleLineBreaksPartParagraphsUnlessWrapped(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{
			"each line is a paragraph",
			"The talks ended without a word on Monday.\nThe envoy left for Prague that night.\nNo one spoke.",
			"The talks ended without a word on Monday.|The envoy left for Prague that night.|No one spoke.",
		},
		{
			"a line that goes on with a small letter",
			"It helps to get voters of all ages to take part\nin caucuses and primaries.\nThe rest is luck.",
			"It helps to get voters of all ages to take part\nin caucuses and primaries.|The rest is luck.",
		},
		{
			"a headline over wrapped lines",
			"Talks end\nBy Jane Doe\n\nThe talks that began in early May ended on\nMonday without a single word of peace from\nPresident Novák of the smaller state.",
			"Talks end|By Jane Doe|The talks that began in early May ended on\nMonday without a single word of peace from\nPresident Novák of the smaller state.",
		},
		{"blank lines with spaces in them", "One.\n \t\nTwo.\n\u00a0\nThree.", "One.|Two.|Three."},
		{"other breaks", "One.\u2029Two.\u2028Three.\fFour.", "One.|Two.|Three.|Four."},
	}
	for _, tt := range tests {
		frozen := newText(t, tt.in)
		var got []string
		for _, p := range AppendParagraphs(nil, frozen) {
			got = append(got, frozen.At(p))
		}
		if joined := strings.Join(got, "|"); joined != tt.want {
			t.Errorf("%s:\n got %q\nwant %q", tt.name, joined, tt.want)
		}
	}
}
