package stance

import (
	"slices"
	"testing"

	"readout/internal/language/text"
	"readout/internal/neural/tag"
	"readout/internal/reading/attribution"
	"readout/internal/reading/mention"
	"readout/record"
)

func TestWordsDecideWhereTheModelIsLessSure(t *testing.T) {
	for _, c := range []struct {
		marked string
		score  float64
		want   record.Polarity
	}{
		{"[The minister] «denied» {that the bank was closed}.", 0.9, record.PolarityDenied},
		{"[The minister] «denied» {that the bank was closed}.", 0.999, record.PolarityAffirmed},
		{"[The minister] «said» {that the bank was not closed}.", 0.9, record.PolarityAffirmed},
	} {
		s := read(t, c.marked, "")
		s.odds("state", "certain", c.score)
		if got := s.judge().Polarity; got != c.want {
			t.Errorf("%s with %.3f for affirmed: %v, want %v", c.marked, c.score, got, c.want)
		}
	}
}

func TestWithoutOddsOnlyWordsJudge(t *testing.T) {
	s := read(t, "[The envoy] «said» {that the road was closed}.", "")
	if j := s.judge(); j.Act != 0 || j.Polarity != 0 || j.Certainty != 0 {
		t.Errorf("judged %v, %v, %v; want nothing", j.Act, j.Polarity, j.Certainty)
	}
}

func TestSilencesAndQuestionsHaveNoCertainty(t *testing.T) {
	for _, marked := range []string{
		"[The police] «declined to say» {who may have fired}.",
		"[The speech] «made no mention of» {what could follow}.",
		"[A reporter] «asked» {whether the talks might fail}.",
		"{“Will the talks fail?”} [she] «said».",
	} {
		s := read(t, marked, "")
		s.odds("state", "certain", 0.5)
		j := s.judge()
		if j.Certainty != record.CertaintyUnknown || len(j.Hedges) > 0 {
			t.Errorf("%s: %v with hedges %q, want unknown without", marked, j.Certainty, s.Words(j.Hedges...))
		}
	}
}

func TestAHedgeBeyondTheMainClauseCountsNot(t *testing.T) {
	s := read(t, "[Smith] «said» {the council voted because the bridge may fall}.", "")
	s.odds("state", "certain", 0.6)
	if j := s.judge(); j.Certainty != record.CertaintyCertain || len(j.Hedges) > 0 {
		t.Errorf("%v with hedges %q, want certain without", j.Certainty, s.Words(j.Hedges...))
	}
}

func TestAHedgeIsShownWhenTheModelFindsLessCertainty(t *testing.T) {
	s := read(t, "[The bank] «said» {it expects to lose money}.", "")
	s.odds("forecast", "probable", 0.99)
	if j := s.judge(); s.Words(j.Hedges...) != "expects to" {
		t.Errorf("hedges %q, want \"expects to\"", s.Words(j.Hedges...))
	}
}

func TestLikelihoodNeedsAWordOfTheScale(t *testing.T) {
	for marked, want := range map[string]Range{
		"[The bank] «said» {a default was very likely}.":          {.80, .95},
		"[The bank] «said» {rates will probably rise}.":           {.55, .80},
		"[The bank] «said» {a rise was highly unlikely}.":         {.05, .20},
		"[She] «said» {the bill will almost certainly not pass}.": {.01, .05},
		"[The bank] «said» {rates may rise}.":                     {},
		"[The survey] «found» {that likely voters prefer her}.":   {},
	} {
		s := read(t, marked, "")
		if got := s.judge().Likelihood; got != want {
			t.Errorf("%s: %v, want %v", marked, got, want)
		}
	}
}

func TestADueDateLiesNotBeforeTheSaying(t *testing.T) {
	for _, c := range []struct{ marked, due string }{
		{"[The ministry] «promised» {that it would open the bridge by Friday}.", "Friday"},
		{"[The ministry] «promised» {a report on the flood of 2011 by 2030}.", "2030"},
		{"[The ministry] «pledged» {to answer within 48 hours}.", "48 hours"},
		{"[The party] «predicted» {that it would win in 2030}.", "2030"},
		{"[The party] «promised» {to repeat its success in 2011}.", ""},
		{"[The ministry] «promised» {a new bridge} by 2030.", "2030"},
		{"[The ministry] «promised» on Friday {to open the bridge}.", ""},
		{"[The party] «promised» {to pay if it wins in 2030}.", ""},
		{"[The ministry] «said» {the bridge opened last week}.", ""},
	} {
		s := read(t, c.marked, "2024-03-05")
		got := ""
		if j := s.judge(); j.Due >= 0 {
			got = s.Doc.At(s.in.Times[j.Due].Span)
		}
		if got != c.due {
			t.Errorf("%s: due %q, want %q", c.marked, got, c.due)
		}
	}
}

func TestAConditionIsItsClause(t *testing.T) {
	for marked, want := range map[string]string{
		"[The union] «threatened» {to strike if the talks fail}.":                    "if the talks fail",
		"[He] «promised» {that if voters chose him, he would cut taxes}.":            "if voters chose him",
		"[She] «vowed» {to stay unless the court ruled against her, her aide said}.": "unless the court ruled against her",
		"[They] «agreed» {to leave provided that the city paid}.":                    "provided that the city paid",
		"[He] «promised» {to win even if the economy fell}.":                         "",
		"[He] «said» {it was as if nothing had happened}.":                           "",
	} {
		s := read(t, marked, "")
		if got := s.Words(s.judge().Condition); got != want {
			t.Errorf("%s: condition %q, want %q", marked, got, want)
		}
	}
}

func TestAddressees(t *testing.T) {
	for marked, want := range map[string]string{
		"[The envoy] «told» reporters {that the talks had failed}.":               "reporters",
		"{“We lost,”} [the envoy] «told» the BBC.":                                "the BBC",
		"In a letter to the council, [the mayor] «said» {the bridge was unsafe}.": "the council",
		"«Asked» {whether he would go}, Smith smiled.":                            "Smith",
		"The mayor «was asked about» {the bridge}.":                               "The mayor",
		"[The envoy] «told» the truth {about the war}.":                           "",
		"[The premier] «asked» a question {about the war}.":                       "",
		"[The envoy] «said» {he would speak to the council}.":                     "",
	} {
		s := read(t, marked, "")
		if got := s.Words(s.judge().Addressees...); got != want {
			t.Errorf("%s: addressees %q, want %q", marked, got, want)
		}
	}
}

func TestTheModelsMarkIsTakenNearTheCue(t *testing.T) {
	for _, c := range []struct {
		marked, mark string
		score        float64
		want         string
	}{
		{"[Lee] «shared» with the crowd {that he was ill}.", "the crowd", 0.9, "the crowd"},
		{"[Lee] «shared» with the crowd {that he was ill}.", "the crowd", 0.3, ""},
		{"[Lee] «said» {that he told the crowd so}.", "the crowd", 0.9, ""},
		{"[Lee] «told» host Ann Poe of WXYZ {that he was ill}.", "host Ann Poe of WXYZ", 0.9, "host Ann Poe of WXYZ"},
	} {
		s := read(t, c.marked, "")
		s.in.Addressees = []tag.Name{{Span: tag.Span{Span: s.Span(c.mark), Score: c.score}}}
		if got := s.Words(s.judge().Addressees...); got != c.want {
			t.Errorf("%s: addressees %q, want %q", c.marked, got, c.want)
		}
	}
}

func TestAMarkThatCutsACharacterIsWidened(t *testing.T) {
	s := read(t, "[Lee] «shared» with Rene\u0301 {that he was ill}.", "")
	s.in.Addressees = []tag.Name{{Span: tag.Span{Span: s.Span("Rene"), Score: 0.9}}}
	if got := s.Words(s.judge().Addressees...); got != "Rene\u0301" {
		t.Errorf("addressees %q, want the name with its accent", got)
	}
}

func TestPlaces(t *testing.T) {
	for _, c := range []struct{ marked, name, want string }{
		{"At a rally in Ohio on Monday, [Smith] «said» {he would win}.", "Ohio", "Ohio"},
		{"Speaking in Berlin, [Smith] «said» {he would win}.", "Berlin", "Berlin"},
		{"[Smith] «told» reporters in Vilnius {that he would win}.", "Vilnius", "Vilnius"},
		{"[Smith] «said» Tuesday in Geneva {that he would win}.", "Geneva", "Geneva"},
		{"[Smith] «said» {he would win at a rally in Ohio}.", "Ohio", ""},
		{"[The mayor of a town in Ohio] «said» {he would win}.", "Ohio", ""},
		{"Votes were lost in Ohio, [Smith] «said», {and he was sorry}.", "Ohio", ""},
	} {
		s := read(t, c.marked, "2024-03-05")
		s.named(mention.Place, c.name)
		if got := s.Words(s.judge().Place); got != c.want {
			t.Errorf("%s: place %q, want %q", c.marked, got, c.want)
		}
	}
}

func TestJudgingChangesNothingAndIsTheSameTwice(t *testing.T) {
	s := read(t, "[Smith] «told» the BBC {that prices may rise by Friday}.", "2024-03-05")
	s.odds("forecast", "possible", 0.9)
	before := slices.Clone(s.in.Statements)
	first, second := s.judge(), s.judge()
	if first.Act != second.Act || s.Words(first.Addressees...) != s.Words(second.Addressees...) || first.Due != second.Due {
		t.Errorf("judged %+v, then %+v", first, second)
	}
	for i, a := range before {
		b := s.in.Statements[i]
		if a.Cue != b.Cue || a.Speaker != b.Speaker || !slices.Equal(a.Content, b.Content) {
			t.Errorf("statement %d changed from %+v to %+v", i, a, b)
		}
	}
}

// FuzzJudge looks for a text and parts of a statement that break a promise.
func FuzzJudge(f *testing.F) {
	f.Add("“If we win by Friday, we may go,” he told the BBC.", 38, 42, 0, 34)
	f.Add("Asked whether he would go, Smith said no.", 0, 5, 6, 25)
	f.Add("a", 0, 1, 0, 1)
	f.Fuzz(func(t *testing.T, src string, cue, cueEnd, content, contentEnd int) {
		doc, err := text.New(src)
		whole := func(a, b int) (text.Span, bool) {
			if a < 0 || b > doc.Len() || a >= b {
				return text.Span{}, false
			}
			return doc.Whole(text.Span{Start: a, End: b}), true
		}
		if err != nil {
			t.Skip()
		}
		c, ok := whole(cue, cueEnd)
		x, good := whole(content, contentEnd)
		if !ok || !good {
			t.Skip()
		}
		s := read(t, "{.}", "")
		s.Doc = doc
		s.in = Input{Sentences: []text.Span{{Start: 0, End: doc.Len()}}, Statements: []attribution.Statement{
			{Cue: c, Content: []text.Span{x}, Inside: -1},
		}}
		j := s.judge()
		for _, p := range slices.Concat(j.Hedges, j.Addressees, []text.Span{j.Condition, j.Place}) {
			if p.Start < 0 || p.End > doc.Len() || p.Start > p.End || doc.Whole(p) != p {
				t.Errorf("span %v of %q", p, src)
			}
		}
	})
}
