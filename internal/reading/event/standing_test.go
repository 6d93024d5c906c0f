package event

import (
	"testing"

	"readout/internal/neural/tag"
	"readout/record"
)

func TestWordsTellTheStatusOfASureAct(t *testing.T) {
	for _, c := range []struct {
		in, trigger string
		want        record.Status
	}{
		{"Police arrested the editor.", "arrested", record.StatusOccurred},
		{"Police have never arrested the editor.", "arrested", record.StatusNegated},
		{"Police cannot arrest the editor.", "arrest", record.StatusNegated},
		{"The talks ended without an agreement.", "agreement", record.StatusNegated},
		{
			"Parliament should ratify and endorse it.",
			"endorse", record.StatusHypothetical,
		},
		{
			"The envoy called for a ceasefire.",
			"ceasefire", record.StatusHypothetical,
		},
		{"It is a way to protest.", "protest", record.StatusHypothetical},
		{"The minister will visit Oslo.", "visit", record.StatusPlanned},
		{"Leaders spoke of the upcoming summit.", "summit", record.StatusPlanned},
		{"Workers are protesting in Lille.", "protesting", record.StatusOngoing},
		{"The ongoing blockade hurts trade.", "blockade", record.StatusOngoing},
		{
			"He will not stay, but police arrested her.",
			"arrested", record.StatusOccurred,
		},
	} {
		if _, _, e := read(t, c.in, c.trigger); e.Status != c.want {
			t.Errorf("%s: %s, want %s", c.in, e.Status, c.want)
		}
	}
}

func TestTheNearestWordTellsTheStatus(t *testing.T) {
	for in, want := range map[string]record.Status{
		"Police will not arrest her.":   record.StatusNegated,
		"Police did not plan to arrest": record.StatusNegated,
		"No minister would resign.":     record.StatusHypothetical,
	} {
		doc, input := given(t, in)
		all := Find(doc, input)
		if len(all) != 1 || all[0].Status != want {
			t.Errorf("%s: %+v, want %s", in, all, want)
		}
	}
}

func TestTheModelsStatusGoesBeforeThatOfWords(t *testing.T) {
	doc, in := given(t, "Police did not [COERCE arrest] [-the editor].")
	in.Found[0].Status = []tag.Chance{{Value: "planned", Score: 0.4}, {Value: "ongoing", Score: 0.4}}
	if e := Find(doc, in)[0]; e.Status != record.StatusPlanned {
		t.Errorf("status %s, want the first of the model's likeliest", e.Status)
	}
	in.Found[0].Status = []tag.Chance{{Value: "imagined", Score: 0.9}, {Value: "negated", Score: 0.1}}
	if e := Find(doc, in)[0]; e.Status != record.StatusNegated {
		t.Errorf("status %s, want the only one that there is", e.Status)
	}
}

func TestTheNearestHedgeOfTheClauseTellsTheCertainty(t *testing.T) {
	for in, want := range map[string]record.Certainty{
		"The court will probably, or may, [COERCE ban] it.":       record.CertaintyPossible,
		"The court may soon probably [COERCE ban] it.":            record.CertaintyProbable,
		"He may go because police [COERCE jailed] her.":           record.CertaintyCertain,
		"It may be that, in a year or two, they [CONSULT met].":   record.CertaintyCertain,
		"Troops [ASSAULT shelled] a town that may fall.":          record.CertaintyCertain,
		"Was he [COERCE jailed] in 2019, as he says?":             record.CertaintyUnknown,
		"Police [COERCE jailed] him, and he asked, “Why now?”":    record.CertaintyCertain,
		"He asked, “Will police [COERCE jail] him?”":              record.CertaintyUnknown,
		"The militia [ASSAULT attacked], allegedly, the town.":    record.CertaintyPossible,
		"Who knows? Police [COERCE jailed] him.":                  record.CertaintyCertain,
		"Rebels are believed to have [ASSAULT shelled] the town.": record.CertaintyProbable,
	} {
		doc, input := given(t, in)
		all := Find(doc, input)
		if e := all[len(all)-1]; e.Certainty != want {
			t.Errorf("%s: %s, want %s", in, e.Certainty, want)
		}
	}
}

func TestWhatIsOnlyThoughtOfIsPossible(t *testing.T) {
	doc, in := given(t, "[+The king] should [CONSULT meet] [-them].")
	for status, want := range map[string]record.Certainty{
		"hypothetical": record.CertaintyPossible,
		"occurred":     record.CertaintyCertain,
		"negated":      record.CertaintyCertain,
		"planned":      record.CertaintyCertain,
	} {
		in.Found[0].Status = []tag.Chance{{Value: status, Score: 1}}
		if e := Find(doc, in)[0]; e.Certainty != want {
			t.Errorf("%s is %s, want %s", status, e.Certainty, want)
		}
	}
}

func TestAnActHasTheModesOfItsClauseInTheOrderOfTheTable(t *testing.T) {
	for _, c := range []struct{ in, trigger, want string }{
		{"A car bomb [ASSAULT killed] six.", "killed", "explosives"},
		{"Gunmen [ASSAULT beat] a priest with rifles.", "beat", "beat firearms"},
		{"A bomb fell after he [ASSAULT stabbed] her.", "stabbed", "primitive"},
		{"[+Police] [COERCE arrested] a bomber.", "arrested", "arrest"},
		{"[+Miners] [PROTEST marched] on a strike.", "marched", "demo strike"},
		{"[+They] [CONSULT spoke] at length.", "spoke", ""},
	} {
		_, _, e := read(t, c.in, c.trigger)
		got := ""
		for i, m := range e.Modes {
			if i > 0 {
				got += " "
			}
			got += string(m)
		}
		if got != c.want {
			t.Errorf("%s: modes %q, want %q", c.in, got, c.want)
		}
	}
}

func TestAProgressiveTellsOfWhatGoesOn(t *testing.T) {
	for in, want := range map[string]record.Status{
		"[+Iran] is [THREATEN threatening] a war.":            record.StatusOngoing,
		"[+Miners] have been also [PROTEST protesting] here.": record.StatusOngoing,
		"[+Iran], [THREATEN threatening] a war, left.":        record.StatusOccurred,
		"At 7 am [PROTEST protesting] [+miners] left.":        record.StatusOccurred,
		"[+He] is [ACCUSE accused] of theft.":                 record.StatusOccurred,
		"[+They] will be [THREATEN threatening] Oslo.":        record.StatusOccurred,
		"[+They] had been [PROTEST protesting] in Oslo.":      record.StatusOccurred,
		"[+Planes] are [ASSAULT bombing] Oslo.":               record.StatusOngoing,
	} {
		doc, given := given(t, in)
		if got := Find(doc, given); len(got) != 1 || got[0].Status != want {
			t.Errorf("%s: %v, want %s", in, got, want)
		}
	}
}

func TestANounMayTellOfWhatDidNotHappen(t *testing.T) {
	for _, c := range []struct {
		in, trigger string
		want        record.Status
	}{
		{"He has avoided [COOPERATE extradition].", "extradition", record.StatusNegated},
		{"Moscow has stalled [AGREE ratification].", "ratification", record.StatusNegated},
		{"Moscow urged on the stalled [CONSULT talks].", "talks", record.StatusOccurred},
		{"She escaped a long [COERCE detention].", "detention", record.StatusNegated},
		{"She did not escape [COERCE arrest].", "arrest", record.StatusOccurred},
		{"She escaped the [ASSAULT bombing].", "bombing", record.StatusOccurred},
		{
			"The court approved an [COOPERATE extradition] request.",
			"extradition", record.StatusHypothetical,
		},
		{
			"Sweden is seeking Berg's [COOPERATE extradition].",
			"extradition", record.StatusHypothetical,
		},
		{"Police foiled an [ASSAULT attack] plot.", "attack", record.StatusHypothetical},
		{"He sought help after the [ASSAULT attack].", "attack", record.StatusOccurred},
	} {
		_, _, e := read(t, c.in, c.trigger)
		possible := e.Certainty == record.CertaintyPossible
		if e.Status != c.want || possible != (c.want == record.StatusHypothetical) {
			t.Errorf("%s: %s, %s, want %s", c.in, e.Status, e.Certainty, c.want)
		}
	}
}
