package event

import (
	"slices"
	"strings"
	"testing"

	"readout/internal/neural/tag"
	"readout/internal/reading/attribution"
	"readout/record"
)

func TestADoubtfulTriggerNeedsASureWord(t *testing.T) {
	for _, c := range []struct {
		in    string
		score float64
		want  string
	}{
		{"[+They] [CONSULT spoke].", 0.31, "CONSULT spoke: +They"},
		{"[+They] [CONSULT spoke].", 0.29, ""},
		{"They [CONSULT spoke].", 0.79, ""},
		{"They [CONSULT spoke].", 0.81, "CONSULT spoke: +They"},
		{"[+They] [COERCE arrested] [-him].", 0.05, "COERCE arrested: +They -him"},
	} {
		doc, in := given(t, c.in)
		in.Found[0].Trigger.Score = c.score
		if got := shown(doc, in, Find(doc, in)); got != c.want {
			t.Errorf("%s with %.2f: %q, want %q", c.in, c.score, got, c.want)
		}
	}
}

func TestTheWordGivesTheTypeWhereTheModelIsNotSure(t *testing.T) {
	for _, c := range []struct {
		in    string
		score float64
		want  record.EventType
	}{
		{"[+They] [PROTEST arrested] [-him].", 0.6, record.EventCoerce},
		{"[+They] [PROTEST arrested] [-him].", 0.8, record.EventProtest},
		{"[+They] [PROTEST deplored] [-him].", 0.6, record.EventProtest},
		{"[+They] [PROTEST hosted] [-him].", 0.6, record.EventConsult},
	} {
		doc, in := given(t, c.in)
		in.Found[0].Trigger.Score = c.score
		if got := Find(doc, in); len(got) != 1 || got[0].Type != c.want {
			t.Errorf("%s with %.2f: %+v, want %s", c.in, c.score, got, c.want)
		}
	}
}

func TestATriggerOfNoTypeOrNoWordIsNone(t *testing.T) {
	doc, in := given(t, "[+They] [CONSULT spoke] [CONSULT with] [-him].")
	in.Found[0].Trigger.Kind = "GOSSIP"
	if got := Find(doc, in); len(got) > 0 {
		t.Errorf("found %s", shown(doc, in, got))
	}
}

func TestATriggerOverTwoSentencesIsNone(t *testing.T) {
	doc, in := given(t, "They spoke. Then it rained.")
	over, _ := placed(doc.String(), "spoke. Then")
	in.Found = []tag.Event{{Trigger: tag.Name{Span: tag.Span{Span: over, Score: 0.9}, Kind: "CONSULT"}}}
	if got := Find(doc, in); len(got) > 0 {
		t.Errorf("found %s", shown(doc, in, got))
	}
}

func TestASureWordInsideALongerTriggerIsFoundOnce(t *testing.T) {
	checkReadings(t, []reading{
		{"[+Peru] [SANCTION expelled] [-him].", "SANCTION expelled: +Peru -him"},
		{
			"[+Peru] [COERCE placed under arrest] [-him].",
			"COERCE placed under arrest: +Peru -him",
		},
	})
}

func TestASureWordInsideANameTellsOfNoAct(t *testing.T) {
	checkReadings(t, []reading{
		{"He left [=Occupy Protest] in spring.", ""},
		{"He left the protest in spring.", "PROTEST protest: +He when spring"},
	})
}

func TestEventsOfASentenceAreInTheOrderOfTheText(t *testing.T) {
	doc, in := given(t,
		"Nurses protested, [+he] [CONSULT spoke], police arrested ten men, and a mob [ASSAULT beat] her.")
	var got []string
	for _, e := range Find(doc, in) {
		got = append(got, doc.At(e.Trigger))
	}
	if want := "protested spoke arrested beat"; strings.Join(got, " ") != want {
		t.Errorf("triggers %q, want %q", got, want)
	}
}

func TestACueThatHoldsTheTriggerPerforms(t *testing.T) {
	doc, in := given(t,
		"[+Iran] has strongly [ACCUSE condemned] [-the raid] in Gaza.")
	in.Statements = []attribution.Statement{
		saying(doc, "Iran has", "the raid in Gaza"),
		saying(doc, "has strongly condemned", "the raid in Gaza"),
	}
	e := eventOn(t, doc, Find(doc, in), "condemned")
	if e.Statement != 1 || e.As != record.AsPerformed {
		t.Errorf("statement %d as %s, want 1 as performed", e.Statement, e.As)
	}
}

func TestACueInsideAContentPerformsItsOwnStatement(t *testing.T) {
	doc, in := given(t, "Aides said [+he] [AGREE promised] that he would go.")
	in.Statements = []attribution.Statement{
		saying(doc, "said", "he promised that he would go"),
		saying(doc, "promised", "that he would go"),
	}
	e := eventOn(t, doc, Find(doc, in), "promised")
	if e.Statement != 1 || e.As != record.AsPerformed {
		t.Errorf("statement %d as %s, want 1 as performed", e.Statement, e.As)
	}
}

func TestAnActInThePartsOfAContentIsDescribed(t *testing.T) {
	doc, in := given(t,
		"“Police [COERCE beat] him,” she said, “and [COERCE jailed] him.” He [COERCE fled].")
	s := saying(doc, "said", "Police beat him,")
	s.Content = append(s.Content, saying(doc, "said", "and jailed him.").Content...)
	in.Statements = []attribution.Statement{s}
	all := Find(doc, in)
	for trigger, want := range map[string]int{"beat": 0, "jailed": 0, "fled": -1} {
		if e := eventOn(t, doc, all, trigger); e.Statement != want {
			t.Errorf("%q: statement %d, want %d", trigger, e.Statement, want)
		}
	}
}

func TestAllCitationsThatCoverAnActAreIts(t *testing.T) {
	doc, in := given(t,
		"[+Police] [COERCE arrested] [-him] (BBC; Reuters). Rain fell.")
	first, _ := placed(doc.String(), "Police arrested him")
	rain, _ := placed(doc.String(), "Rain fell.")
	in.Covers = make([]attribution.Cover, 3)
	in.Covers[0].Covers = append(in.Covers[0].Covers, first)
	in.Covers[1].Covers = append(in.Covers[1].Covers, rain)
	in.Covers[2].Covers = append(in.Covers[2].Covers, rain, first)
	if e := Find(doc, in)[0]; !slices.Equal(e.Citations, []int{0, 2}) {
		t.Errorf("citations %v, want 0 and 2", e.Citations)
	}
}
