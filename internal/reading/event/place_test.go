package event

import "testing"

// located tells where the act on a word happened.
func located(t *testing.T, in, trigger string) string {
	t.Helper()
	doc, _, e := read(t, in, trigger)
	return doc.At(e.Place)
}

func TestAPlaceStandsBehindAPrepositionOfPlace(t *testing.T) {
	for in, want := range map[string]string{
		"[+They] [CONSULT met] in [@Doha].":                             "Doha",
		"[+They] [CONSULT met] near the [@Gulf].":                       "Gulf",
		"[+They] [CONSULT met] in the southern city of [@Basra].":       "Basra",
		"[+They] [CONSULT met] at a hotel outside the port of [@Aden].": "Aden",
		"[+They] [CONSULT met] about [@Yemen].":                         "",
		"[+They] [CONSULT met] envoys from [@Yemen].":                   "",
		"[+They] [CONSULT met] [@Oman]'s envoys.":                       "",
		"[+They] [CONSULT met] at the [@Ecuadorean] embassy.":           "",
		"[+They] [CONSULT met] in secret with envoys of [@Oman].":       "",
	} {
		if got := located(t, in, "met"); got != want {
			t.Errorf("%s: where %q, want %q", in, got, want)
		}
	}
}

func TestOnlyANameOfAPlaceIsWhereAnActHappens(t *testing.T) {
	if got := located(t, "[+They] [CONSULT met] in [=Parliament].", "met"); got != "" {
		t.Errorf("an organization is where: %q", got)
	}
}

func TestAPlaceGoesToTheActNearestToIt(t *testing.T) {
	const in = "[+Gunmen] [ASSAULT shot] [-a judge] in [@Cali], while " +
		"[+a bomb] [ASSAULT killed] [-two guards] in [@Quito]."
	for trigger, want := range map[string]string{"shot": "Cali", "killed": "Quito"} {
		if got := located(t, in, trigger); got != want {
			t.Errorf("%s is in %q, want %q", trigger, got, want)
		}
	}
}

func TestAPlaceInsideWhoTakesPartIsNotWhereTheActHappens(t *testing.T) {
	doc, input := given(t, "[+Police] [COERCE arrested] [-a man in Giza].")
	s, _ := placed(doc.String(), "Giza")
	input.Names = append(input.Names, placeName(s))
	if e := Find(doc, input)[0]; !e.Place.Empty() {
		t.Errorf("where %q, want no place", doc.At(e.Place))
	}
}

func TestAPlaceThatIsSaidIsThatOfWhatIsSaidAlone(t *testing.T) {
	doc, input := given(t,
		"[+She] [ACCUSE accused] [-him], saying [+he] [ASSAULT beat] [-a man] in [@Lima].")
	input.Statements = append(input.Statements,
		saying(doc, "saying", "he beat a man in Lima"))
	all := Find(doc, input)
	for trigger, want := range map[string]string{"accused": "", "beat": "Lima"} {
		if got := doc.At(eventOn(t, doc, all, trigger).Place); got != want {
			t.Errorf("%s is in %q, want %q", trigger, got, want)
		}
	}
}

func TestThePlaceThatNamesAnAttackDoesNotAct(t *testing.T) {
	checkReadings(t, []reading{
		{
			"He left after the [@+Benghazi] terrorist [ASSAULT attacks].",
			"ASSAULT attacks: where Benghazi",
		},
		{
			"The [@+Kabul] [ASSAULT bombing] shook them.",
			"ASSAULT bombing: where Kabul",
		},
		{
			"The [@+Iraq] [ASSAULT war] went on.",
			"ASSAULT war: where Iraq",
		},
		{
			"[@+Iran] [ASSAULT attack] on [-a port] feared.",
			"ASSAULT attack: +Iran -a port",
		},
		{
			"The [@+American] [ASSAULT invasion] began.",
			"ASSAULT invasion: +American",
		},
		{
			"The [@+U.S.] [ASSAULT invasion] began.",
			"ASSAULT invasion: +U.S.",
		},
		{
			"[@+Kabul] [ASSAULT attacks] [-rebels].",
			"ASSAULT attacks: +Kabul -rebels",
		},
	})
}
