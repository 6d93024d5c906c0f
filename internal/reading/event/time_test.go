package event

import "testing"

func TestATimeGoesToTheActNearestToIt(t *testing.T) {
	checkReadings(t, []reading{
		{
			"[+Police] [COERCE arrested] [-him] on Monday after [+he] [ASSAULT shot] [-a judge].",
			"COERCE arrested: +Police -him when Monday; ASSAULT shot: +Police -a judge",
		},
		{
			"[+Rebels] [COERCE seized] it in 2019 and [RETREAT left] it in 2022.",
			"COERCE seized: +Rebels -it when 2019; RETREAT left: +Rebels -it when 2022",
		},
	})
}

func TestATimeThatOpensTheSentenceDatesItsActs(t *testing.T) {
	for in, want := range map[string]string{
		"On Monday [+he] [CONSULT came] and [CONSULT saw] her.":   "Monday Monday",
		"At a meeting in Rome on Friday, [+they] [AGREE agreed].": "- Friday",
		"Early on Tuesday [+troops] [RETREAT left].":              "Tuesday",
		"In 2015, [+Greece] [CONSULT met] its lenders.":           "2015",
	} {
		doc, input := given(t, in)
		got := ""
		for _, e := range Find(doc, input) {
			if got += " "; e.Time < 0 {
				got += "-"
				continue
			}
			got += doc.At(input.Times[e.Time].Span)
		}
		if got != " "+want {
			t.Errorf("%s: times%s, want %s", in, got, want)
		}
	}
}

// timed tells when the act on a word happened.
func timed(t *testing.T, in, trigger string) string {
	t.Helper()
	doc, input, e := read(t, in, trigger)
	if e.Time < 0 {
		return ""
	}
	return doc.At(input.Times[e.Time].Span)
}

func TestATimeThatDescribesANounDatesNoOtherAct(t *testing.T) {
	for _, c := range []struct{ in, trigger, want string }{
		{"[+They] [SUPPORT praised] Wednesday's ruling.", "praised", ""},
		{"[+They] [REJECT rejected] the 1991 treaty.", "rejected", ""},
		{"[+They] mourned Sunday's [ASSAULT bombing].", "bombing", "Sunday"},
		{"[+They] recalled the 1991 [ASSAULT invasion].", "invasion", "1991"},
		{
			"[+They] [SUPPORT praised] the ruling on Wednesday.",
			"praised", "Wednesday",
		},
	} {
		if got := timed(t, c.in, c.trigger); got != c.want {
			t.Errorf("%s: when %q, want %q", c.in, got, c.want)
		}
	}
}

func TestTheEndOfSomethingIsNoTimeOfItsAct(t *testing.T) {
	for _, c := range []struct{ in, trigger, want string }{
		{"[+The court] [COERCE banned] rallies until Friday.", "banned", ""},
		{"[+The court] [COERCE banned] rallies since 2019.", "banned", ""},
		{"[+The court] has [COERCE banned] rallies since 2019.", "banned", "2019"},
		{"[+The court] [COERCE banned] rallies on Friday.", "banned", "Friday"},
	} {
		if got := timed(t, c.in, c.trigger); got != c.want {
			t.Errorf("%s: when %q, want %q", c.in, got, c.want)
		}
	}
}

func TestALengthWithoutAPlaceInTheCalendarDatesNothing(t *testing.T) {
	for in, want := range map[string]string{
		"[+He] was [COERCE jailed] for ten years.":    "",
		"[+He] was [COERCE jailed] ten years ago.":    "ten years ago",
		"[+He] was [COERCE jailed] recently.":         "",
		"[+He] was [COERCE jailed] at 9 am.":          "9 am",
		"[+He] was [COERCE jailed] in December 1989.": "December 1989",
	} {
		if got := timed(t, in, "jailed"); got != want {
			t.Errorf("%s: when %q, want %q", in, got, want)
		}
	}
}

func TestATimeOfAnotherSentenceDatesNothing(t *testing.T) {
	in := "[+Police] [COERCE arrested] [-him]. On Friday it rained."
	if got := timed(t, in, "arrested"); got != "" {
		t.Errorf("%s: when %q, want no time", in, got)
	}
}

func TestATimeInsideWhoTakesPartDatesNothing(t *testing.T) {
	in := "[+Police] [COERCE arrested] [-the winner of the 2019 vote]."
	if got := timed(t, in, "arrested"); got != "" {
		t.Errorf("%s: when %q, want no time", in, got)
	}
}

func TestATimeThatIsSaidDatesOnlyWhatIsSaid(t *testing.T) {
	const in = "[+He] [AGREE pledged] that [+the army] would [RETREAT leave] in June."
	doc, input := given(t, in)
	input.Statements = append(input.Statements,
		saying(doc, "pledged", "that the army would leave in June"))
	all := Find(doc, input)
	for trigger, want := range map[string]bool{"pledged": false, "leave": true} {
		if e := eventOn(t, doc, all, trigger); (e.Time >= 0) != want {
			t.Errorf("%q has a time: %v, want %v", trigger, e.Time >= 0, want)
		}
	}
}
