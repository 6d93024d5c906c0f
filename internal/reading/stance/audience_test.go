package stance

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"readout/internal/language/segment"
	"readout/internal/language/text"
	"readout/internal/neural/tag"
	"readout/internal/reading/attribution"
	"readout/internal/reading/mention"
	"readout/internal/reading/timex"
	"readout/record"
)

// audience is a marked sentence with those to whom its statement is made.
type audience struct{ marked, want string }

func checkAudience(t *testing.T, all []audience) {
	t.Helper()
	for _, c := range all {
		s := read(t, c.marked, "")
		if got := s.words(s.judge().Addressees...); got != c.want {
			t.Errorf("%s: addressees %q, want %q", c.marked, got, c.want)
		}
	}
}

func TestAnAddresseeIsANounGroupBehindItsVerb(t *testing.T) {
	checkAudience(t, []audience{
		{
			"[The premier] «assured» the voters of the south {that help was near}.",
			"the voters of the south",
		},
		{"[The premier] «reminded» him {that the vote was lost}.", "him"},
		{"[The envoy] «told» her aides {that the talks had failed}.", "her aides"},
		{
			"[The envoy] «told» lawmakers on Monday {that the talks had failed}.",
			"lawmakers",
		},
		{"[The court] «ordered» {the ministry to pay}.", "the ministry"},
		{"[The pope] «appealed to» {the rebels to lay down arms}.", "the rebels"},
	})
}

func TestWhatIsToldIsNoAddressee(t *testing.T) {
	checkAudience(t, []audience{
		{"[The envoy] «told» a joke {about the war}.", ""},
		{"[The envoy] «told» it {as it was}.", ""},
		{"[The envoy] «offered» help {with the harvest}.", ""},
		{"[The court] «ordered» {a new vote}.", ""},
		{"[She] «warned» {that voters would leave}.", ""},
	})
}

func TestANameOrPronounNeedsNoWordBehindIt(t *testing.T) {
	checkAudience(t, []audience{
		{"{That} is what [the envoy] «promised» them.", "them"},
		{"[Berg] «questioned» {Smith's tactics}.", ""},
		{"[The envoy] «warned» {Smith would lose}.", ""},
	})
}

func TestThoseWhoAreSurveyedAreNotSpokenTo(t *testing.T) {
	checkAudience(t, []audience{
		{"«Asked» {if he was honest}, 59 percent said no.", ""},
	})
}

func TestAnInterviewNamesItsOutlet(t *testing.T) {
	s := read(t, "[Berg] «said» {he would run} in an NPR interview.", "")
	s.named(mention.Organization, "NPR")
	if got := s.words(s.judge().Addressees...); got != "NPR" {
		t.Errorf("addressees %q, want NPR", got)
	}
	s.in.Names[0].Kind = mention.Place
	if got := s.judge().Addressees; len(got) > 0 {
		t.Errorf("a place is the addressee %q", s.words(got...))
	}
}

func TestAMarkBehindAnotherCueIsThatCues(t *testing.T) {
	for cue, want := range map[string]string{"praised": "", "adding": "the crowd"} {
		s := read(t, "[Berg] «"+cue+"» {the vote}, telling the crowd that he was glad.", "")
		s.in.Statements = append(s.in.Statements, attribution.Statement{
			Speaker: s.span("Berg"), Cue: s.span("telling"),
			Content: []text.Span{s.span("that he was glad")}, Inside: -1,
		})
		s.in.Addressees = []tag.Name{{Span: tag.Span{Span: s.span("the crowd"), Score: 0.9}}}
		if got := s.words(s.judge().Addressees...); got != want {
			t.Errorf("%s: addressees %q, want %q", cue, got, want)
		}
	}
}

func TestAMarkThatEndsWithATitleIsNone(t *testing.T) {
	s := read(t, "[Lee] «spoke well» of Mr. Berg {for what he did}.", "")
	s.in.Addressees = []tag.Name{{Span: tag.Span{Span: s.span("Mr"), Score: 0.9}}}
	if got := s.judge().Addressees; len(got) > 0 {
		t.Errorf("addressees %q, want none", s.words(got...))
	}
}

func TestAnAddresseeStandsNeitherInTheSpeakerNorInsideTheContent(t *testing.T) {
	checkAudience(t, []audience{
		{"[The woman who told police of it] «said» {she was sorry}.", ""},
		{"[He] «said» {he had told reporters of it}.", ""},
		{"[He] «said» {that in a letter to the council he had resigned}.", ""},
	})
}

func TestAnOccasionNamesItsAudience(t *testing.T) {
	checkAudience(t, []audience{
		{
			"[She] «said» in an interview with the Guardian {that she would run}.",
			"the Guardian",
		},
		{
			"In a recent letter to parliament members, [he] «denied» {it}.",
			"parliament members",
		},
		{"In the letter of May, [he] «denied» {it}.", ""},
	})
}

func TestWhoIsAskedIsTheAddressee(t *testing.T) {
	checkAudience(t, []audience{
		{"«Asked» {if he would run}, he laughed.", "he"},
		{"The two ministers «were asked about» {the leak}.", "The two ministers"},
		{"The premier «has not been asked about» {the leak}.", "The premier"},
		{"It rained. «Asked» {if he would run}. Smith laughed.", ""},
	})
}

func TestTheSpeakerOfTheNextStatementIsWhoIsAsked(t *testing.T) {
	s := read(t, "«Asked» {if he would run} by the BBC, Smith said no.", "")
	s.in.Statements = append(s.in.Statements, attribution.Statement{
		Speaker: s.span("Smith"), Cue: s.span("said"), Content: []text.Span{s.span("no")}, Inside: -1,
	})
	if got := s.words(Judge(s.doc, s.in)[0].Addressees...); got != "Smith" {
		t.Errorf("asks %q, want Smith", got)
	}
}

func TestOfSeveralSpeakersTheNearestIsWhoIsAsked(t *testing.T) {
	s := read(t,
		"Lee knew it, but «asked» {if he would run} by the BBC, Smith said no.", "")
	for _, o := range []struct{ speaker, cue, content string }{
		{"Lee", "knew", "it"}, {"Smith", "said", "no"},
	} {
		s.in.Statements = append(s.in.Statements, attribution.Statement{
			Speaker: s.span(o.speaker), Cue: s.span(o.cue),
			Content: []text.Span{s.span(o.content)}, Inside: -1,
		})
	}
	if got := s.words(Judge(s.doc, s.in)[0].Addressees...); got != "Lee" {
		t.Errorf("asks %q, want Lee, whose cue is nearest", got)
	}
}

func TestOfSeveralMarksTheNearestCounts(t *testing.T) {
	s := read(t,
		"In Riga among allies of his [Lee] «shared» with the crowd {that he was ill}.", "")
	for _, m := range []struct {
		words string
		score float64
	}{{"allies", 0.99}, {"the crowd", 0.6}} {
		s.in.Addressees = append(s.in.Addressees,
			tag.Name{Span: tag.Span{Span: s.span(m.words), Score: m.score}})
	}
	if got := s.words(s.judge().Addressees...); got != "the crowd" {
		t.Errorf("addressees %q, want the crowd", got)
	}
}

func TestAMarkOfAnotherSentenceIsNone(t *testing.T) {
	s := read(t, "It was the crowd. [Lee] «shared» {that he was ill}.", "")
	s.in.Addressees = []tag.Name{{Span: tag.Span{Span: s.span("the crowd"), Score: 0.9}}}
	if got := s.judge().Addressees; len(got) > 0 {
		t.Errorf("addressees %q, want none", s.words(got...))
	}
}

func TestAPlaceStandsOutsideWhatIsSaid(t *testing.T) {
	for _, c := range []struct{ marked, want string }{
		{"[Berg] «said» at a summit in Riga {that he would go}.", "Riga"},
		{"During a visit to allies in Riga, [Berg] «said» {he would go}.", "Riga"},
		{"[Berg] «said» {he would go}. It rained in Riga.", ""},
		{"[Berg] «said» {he would speak at a summit in Riga}.", ""},
		{"[Berg] «told» officials from Riga {that he would go}.", ""},
	} {
		s := read(t, c.marked, "")
		s.named(mention.Place, "Riga")
		if got := s.words(s.judge().Place); got != c.want {
			t.Errorf("%s: place %q, want %q", c.marked, got, c.want)
		}
		s.in.Names[0].Kind = mention.Organization
		if got := s.judge().Place; !got.Empty() {
			t.Errorf("%s: an organization is the place %q", c.marked, s.words(got))
		}
	}
}

// several is a text with statements of many kinds.
func several(t *testing.T, before, behind string) (*text.Text, Input) {
	t.Helper()
	parts := []struct{ speaker, cue, content string }{
		{"The premier", "denied", "that any talks were held"},
		{"Berg", "told", "that prices may rise by 2030"},
		{"The envoy", "promised", "to leave if the truce held"},
		{"A spokesman", "declined to say", "whether it would probably rain"},
	}
	const words = "The premier denied that any talks were held. Berg told the BBC " +
		"that prices may rise by 2030. The envoy promised to leave if the truce held. " +
		"A spokesman declined to say whether it would probably rain."
	doc, err := text.New(before + words + behind)
	if err != nil {
		t.Fatal(err)
	}
	span := func(s string) text.Span {
		at := strings.Index(doc.String(), s)
		return text.Span{Start: at, End: at + len(s)}
	}
	in := Input{Sentences: segment.AppendSentences(nil, doc), Published: "2024-03-05"}
	in.Times = timex.Find(doc, in.Sentences, nil, in.Published)
	for _, p := range parts {
		in.Statements = append(in.Statements, attribution.Statement{
			Speaker: span(p.speaker), Cue: span(p.cue), Content: []text.Span{span(p.content)}, Inside: -1,
		})
	}
	return doc, in
}

func TestEqualInputGivesEqualJudgements(t *testing.T) {
	doc, in := several(t, "", "")
	first := Judge(doc, in)
	for range 3 {
		if again := Judge(doc, in); !reflect.DeepEqual(first, again) {
			t.Fatalf("judged %+v, then %+v", first, again)
		}
	}
	want := []record.Polarity{denied, 0, 0, declined}
	for i, j := range first {
		if j.Polarity != want[i] {
			t.Errorf("statement %d: %q, want %q", i, j.Polarity, want[i])
		}
	}
}

func TestTheOrderOfStatementsChangesNoJudgement(t *testing.T) {
	doc, in := several(t, "", "")
	want := Judge(doc, in)
	slices.Reverse(in.Statements)
	got := Judge(doc, in)
	slices.Reverse(got)
	if !reflect.DeepEqual(got, want) {
		t.Errorf("judged backwards %+v, want %+v", got, want)
	}
}

func TestASentenceBehindChangesNoJudgement(t *testing.T) {
	doc, in := several(t, "", "")
	want := Judge(doc, in)
	doc, in = several(t, "", " He may sue the BBC if it rains in May, she said.")
	if got := Judge(doc, in); !reflect.DeepEqual(got, want) {
		t.Errorf("judged %+v, want %+v", got, want)
	}
}

func TestASentenceBeforeMovesSpansAndNothingElse(t *testing.T) {
	const before = "It rained. "
	doc, in := several(t, "", "")
	want := Judge(doc, in)
	longer, more := several(t, before, "")
	for i, j := range Judge(longer, more) {
		w := want[i]
		if j.Act != w.Act || j.Polarity != w.Polarity || j.Certainty != w.Certainty || j.Due != w.Due ||
			j.Likelihood != w.Likelihood {
			t.Errorf("statement %d: %+v, want %+v", i, j, w)
		}
		got, old := slices.Concat(j.Hedges, j.Addressees), slices.Concat(w.Hedges, w.Addressees)
		got, old = append(got, j.Condition), append(old, w.Condition)
		for k := range old {
			if longer.At(got[k]) != doc.At(old[k]) ||
				!old[k].Empty() && got[k].Start != old[k].Start+len(before) {
				t.Errorf("statement %d: %q at %v, want %q",
					i, longer.At(got[k]), got[k], doc.At(old[k]))
			}
		}
	}
}
