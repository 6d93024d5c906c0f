package stance

import (
	"strings"
	"testing"

	"readout/internal/neural/tag"
	"readout/internal/reading/attribution"
	"readout/internal/reading/mention"
	"readout/internal/reading/stance/saying/sayingtest"
	"readout/internal/reading/timex"
)

// A sentence is a marked text and what is known of it.
type sentence struct {
	sayingtest.Sentence

	in Input
}

// read takes the marks out of a text and finds its times.
func read(t testing.TB, marked, published string) sentence {
	t.Helper()
	s := sayingtest.Read(t, marked)
	return sentence{s, Input{
		Sentences: s.Sentences, Statements: []attribution.Statement{s.Statement},
		Times: timex.Find(s.Doc, s.Sentences, nil, published), Published: published,
	}}
}

// named adds the names of a kind that stand in the text.
func (s *sentence) named(kind mention.Kind, names ...string) {
	for _, n := range names {
		s.in.Names = append(s.in.Names, mention.Name{Span: s.Span(n), Kind: kind})
	}
}

// odds gives the model's probabilities of one value each, of an affirmed content.
func (s *sentence) odds(act, certainty string, score float64) {
	one := func(v string) []tag.Chance { return []tag.Chance{{Value: v, Score: score}} }
	s.in.Statements[0].Odds = tag.Stance{Act: one(act), Polarity: one("affirmed"), Certainty: one(certainty)}
}

func (s *sentence) judge() Judgement { return Judge(s.Doc, s.in)[0] }

func testRows[V comparable](t *testing.T, rules table[V]) {
	for i := range rules {
		want := &rules[i]
		s := read(t, want.example, "")
		r := newReader(s.Doc, s.in)
		got, ok := rules.find(r.Saying(0))
		if !ok {
			t.Errorf("%s: no row fits, want %v", want.example, want.value)
		} else if got != want {
			t.Errorf("%s: the row of %s fits, want its own", want.example, got.example)
		}
	}
}

func TestEveryRowOfPolarityDoesWhatItsExampleSays(t *testing.T) { testRows(t, polarities) }

func TestEveryRowOfActsDoesWhatItsExampleSays(t *testing.T) { testRows(t, acts) }

func TestEveryHedgeDoesWhatItsExampleSays(t *testing.T) {
	for i := range hedgeRules {
		want := &hedgeRules[i]
		example, hedge, _ := strings.Cut(want.example, " =>")
		s := read(t, example, "")
		r := newReader(s.Doc, s.in)
		var got []string
		for _, h := range r.hedges(r.Saying(0)) {
			if h.rule.value != unknown {
				got = append(got, s.Doc.At(r.Span(h.From, h.To)))
			}
			if h.rule != want {
				t.Errorf("%s: the row of %s fits, want its own", example, h.rule.example)
			}
		}
		if words := strings.Join(got, " | "); words != strings.TrimSpace(hedge) {
			t.Errorf("%s: hedges %q, want %q", example, words, hedge)
		}
	}
}
