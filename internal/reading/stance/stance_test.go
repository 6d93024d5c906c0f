package stance

import (
	"strings"
	"testing"

	"readout/internal/language/segment"
	"readout/internal/language/text"
	"readout/internal/neural/tag"
	"readout/internal/reading/attribution"
	"readout/internal/reading/mention"
	"readout/internal/reading/timex"
)

// A sentence is a text with one statement whose parts were marked in it:
// "[speaker] «cue» {content}", the content in any number of pieces.
type sentence struct {
	doc *text.Text
	in  Input
}

// read takes the marks out of a text and finds its times.
func read(t testing.TB, marked, published string) sentence {
	t.Helper()
	var s attribution.Statement
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
	s.Inside = -1
	doc, err := text.New(plain.String())
	if err != nil {
		t.Fatal(err)
	}
	sentences := segment.AppendSentences(nil, doc)
	return sentence{doc, Input{
		Sentences: sentences, Statements: []attribution.Statement{s},
		Times: timex.Find(doc, sentences, nil, published), Published: published,
	}}
}

// named adds the names of a kind that stand in the text.
func (s *sentence) named(kind mention.Kind, names ...string) {
	for _, n := range names {
		s.in.Names = append(s.in.Names, mention.Name{Span: s.span(n), Kind: kind})
	}
}

func (s *sentence) span(words string) text.Span {
	at := strings.Index(s.doc.String(), words)
	return text.Span{Start: at, End: at + len(words)}
}

// odds gives the model's probabilities of one value each, of an affirmed content.
func (s *sentence) odds(act, certainty string, score float64) {
	one := func(v string) []tag.Chance { return []tag.Chance{{Value: v, Score: score}} }
	s.in.Statements[0].Odds = tag.Stance{Act: one(act), Polarity: one("affirmed"), Certainty: one(certainty)}
}

func (s *sentence) judge() Judgement { return Judge(s.doc, s.in)[0] }

func (s *sentence) words(spans ...text.Span) string {
	var out []string
	for _, p := range spans {
		if !p.Empty() {
			out = append(out, s.doc.At(p))
		}
	}
	return strings.Join(out, " | ")
}

func testRows[V comparable](t *testing.T, rules table[V]) {
	for i := range rules {
		want := &rules[i]
		s := read(t, want.example, "")
		r := newReader(s.doc, s.in)
		got, ok := rules.find(r.saying(0))
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
		r := newReader(s.doc, s.in)
		var got []string
		for _, h := range r.hedges(r.saying(0)) {
			if h.rule.value != unknown {
				got = append(got, s.doc.At(r.Span(h.from, h.to)))
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

func TestEveryWayToAddressDoesWhatItsExampleSays(t *testing.T) {
	for _, a := range told {
		example, want, _ := strings.Cut(a.sample, " => ")
		s := read(t, example, "")
		if got := s.words(s.judge().Addressees...); got != want {
			t.Errorf("%s: addressees %q, want %q", example, got, want)
		}
	}
}
