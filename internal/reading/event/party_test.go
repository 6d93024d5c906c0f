package event

import (
	"testing"

	"readout/internal/language/text"
	"readout/internal/neural/tag"
	"readout/internal/reading/mention"
)

func TestWhereTheModelNamesNobodySubjectAndObjectTakePart(t *testing.T) {
	checkReadings(t, []reading{
		{
			"Police arrested the opposition leader.",
			"COERCE arrested: +Police -the opposition leader",
		},
		{
			"[@Canada] expelled a diplomat, officials said.",
			"SANCTION expelled: +Canada",
		},
		{"They condemned it.", "ACCUSE condemned: +They -it"},
		{
			"The trade ministers of [@Chile] have signed.",
			"AGREE signed: +The trade ministers of Chile",
		},
		{
			"The governor of the state has also endorsed her.",
			"SUPPORT endorsed: +The governor of the state -her",
		},
		{
			"[@Spain] urged the government of [@Niger] to wait.",
			"REQUEST urged: +Spain -the government of Niger",
		},
		{"The report criticized the bridge.", "ACCUSE criticized:"},
	})
}

func TestActorsJoinedByAndTakePartEach(t *testing.T) {
	checkReadings(t, []reading{
		{
			"[@France] and [@Germany] criticized the court.",
			"ACCUSE criticized: +France +Germany -the court",
		},
		{
			"The rebels and the army have agreed.",
			"AGREE agreed: +The rebels +the army",
		},
		{
			"Police detained protesters and journalists.",
			"COERCE detained: +Police -protesters -journalists",
		},
	})
}

func TestASecondVerbHasTheSubjectOfTheFirst(t *testing.T) {
	checkReadings(t, []reading{
		{
			"Police detained him and jailed her.",
			"COERCE detained: +Police -him; COERCE jailed: +Police -her",
		},
		{
			"[=Berg] visited Riga and praised the army.",
			"CONSULT visited: +Berg; SUPPORT praised: +Berg -the army",
		},
	})
}

func TestARelativeClauseHasItsNounAsSubject(t *testing.T) {
	checkReadings(t, []reading{
		{
			"The senator who endorsed him left.",
			"SUPPORT endorsed: +The senator -him",
		},
		{
			"The militia, which shelled the police, fled.",
			"ASSAULT shelled: +The militia -the police",
		},
	})
}

func TestASubjectIsFoundOverAnInsertedPhrase(t *testing.T) {
	checkReadings(t, []reading{
		{
			"The mayor, a former teacher, condemned the police.",
			"ACCUSE condemned: +The mayor -the police",
		},
		{
			"The opposition on Monday rejected it.",
			"REJECT rejected: +The opposition -it when Monday",
		},
		{
			"The rebels have refused to [CONSULT meet] the envoy.",
			"REJECT refused: +The rebels; CONSULT meet: +The rebels -the envoy",
		},
	})
}

func TestWhomTheModelNamesNoOtherReplaces(t *testing.T) {
	checkReadings(t, []reading{
		{
			"The minister met [+the envoy], who [SUPPORT praised] [-nurses].",
			"SUPPORT praised: +the envoy -nurses",
		},
		{
			"Soldiers watched as [+gunmen] [COERCE seized] the president.",
			"COERCE seized: +gunmen -the president",
		},
	})
}

func TestAWorkIsNoParty(t *testing.T) {
	doc, in := given(t, "[=Ulysses] praised the army.")
	if got := shown(doc, in, Find(doc, in)); got != "SUPPORT praised: +Ulysses -the army" {
		t.Errorf("an organization: %s", got)
	}
	in.Names[0].Kind = mention.Work
	if got := shown(doc, in, Find(doc, in)); got != "SUPPORT praised: -the army" {
		t.Errorf("a work: %s", got)
	}
}

func TestWhatTheModelMarksOutsideTheSentenceTakesNoPart(t *testing.T) {
	doc, in := given(t, "The king spoke. [+Guards] [COERCE arrested] [-a man].")
	king := tag.Span{Span: text.Span{Start: 0, End: len("The king")}, Score: 0.9}
	in.Found[0].Actors = append([]tag.Span{king}, in.Found[0].Actors...)
	want := "COERCE arrested: +Guards -a man"
	if got := shown(doc, in, Find(doc, in)); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestWhoOverlapsTheTriggerOrATimeTakesNoPart(t *testing.T) {
	checkReadings(t, []reading{
		{
			"[+On Monday] [+police] [COERCE raided] a shop.",
			"COERCE raided: +police when Monday",
		},
		{"[+Police] [COERCE raided] [-—] the court.", "COERCE raided: +Police"},
	})
	doc, in := given(t, "[+Police] [COERCE arrested] [-them].")
	whole := tag.Span{Span: text.Span{Start: 0, End: doc.Len()}, Score: 0.9}
	in.Found[0].Actors = append(in.Found[0].Actors, whole)
	want := "COERCE arrested: +Police -them"
	if got := shown(doc, in, Find(doc, in)); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestOnlyNamesAloneAreCutAtAnd(t *testing.T) {
	for in, want := range map[string]string{
		"Chad and Niger":           "Chad | Niger",
		"the EU and UN":            "the EU | UN",
		"the EU, and UN":           "the EU | UN",
		"the EU and the UN":        "the EU | the UN",
		"officials of EU and Chad": "officials of EU and Chad",
		"Chad and Niger officials": "Chad and Niger officials",
		"Chad in Niger":            "Chad in Niger",
		"Chad":                     "Chad",
		"neither of them":          "neither of them",
	} {
		doc, input := given(t, in+".")
		for _, name := range []string{"Chad", "Niger", "EU", "UN"} {
			if s, ok := placed(in, name); ok {
				input.Names = append(input.Names,
					mention.Name{Span: s, Kind: mention.Place})
			}
		}
		sortNames(input.Names)
		f := newFinder(doc, input)
		f.enter(input.Sentences[0])
		got := wordsOf(doc, f.coordinated(text.Span{Start: 0, End: len(in)}))
		if got != want {
			t.Errorf("%q is cut into %q, want %q", in, got, want)
		}
	}
}

func TestNumbersAndOpeningsOfClausesTakeNoPart(t *testing.T) {
	for phrase, want := range map[string]bool{
		"73": false, "73 drones": true, "that Berlin": false, "that man": true, "€ 5": false, "Berlin": true,
	} {
		if got := someone(phrase); got != want {
			t.Errorf("%q takes part: %v, want %v", phrase, got, want)
		}
	}
}

func TestAPartyEndsWithItsNounGroup(t *testing.T) {
	checkReadings(t, []reading{
		{
			"[+Moe] [SUPPORT praised] [-his former presidential] primary opponent.",
			"SUPPORT praised: +Moe -his former presidential primary opponent",
		},
		{
			"[+The army] [COERCE jailed] [-two rebel] leaders and [-a judge].",
			"COERCE jailed: +The army -two rebel leaders -a judge many two rebel leaders",
		},
		{
			"[+A Trump ally] stung by it [ACCUSE accused] [-the campaign].",
			"ACCUSE accused: +A Trump ally -the campaign",
		},
	})
}

func TestAPartyHoldsTheNamesThatItTouches(t *testing.T) {
	for _, c := range []struct{ in, name, want string }{
		{"[+Mr] Key [ACCUSE criticised] [-the court].", "Key", "ACCUSE criticised: +Mr Key -the court"},
		{"Mr. [+Key] [ACCUSE criticised] [-the court].", "Key", "ACCUSE criticised: +Mr. Key -the court"},
		{
			"[+Sen. Ann] Moe [ACCUSE criticised] [-the court].", "Ann Moe",
			"ACCUSE criticised: +Sen. Ann Moe -the court",
		},
		{
			"[+Police] [COERCE arrested] [-Al Coe Jr]. in May.", "Al Coe Jr.",
			"COERCE arrested: +Police -Al Coe Jr. when May",
		},
		{
			"[+He] [COERCE sued] [-the Department of Health and Human] Services.",
			"Department of Health and Human Services",
			"COERCE sued: +He -the Department of Health and Human Services",
		},
		{
			"[+The] Moe Court [ACCUSE accused] [-him].", "Moe Court",
			"ACCUSE accused: +The Moe Court -him",
		},
	} {
		doc, in := given(t, c.in)
		s, _ := placed(doc.String(), c.name)
		in.Names = append(in.Names, mention.Name{Span: s, Kind: mention.Person})
		if got := shown(doc, in, Find(doc, in)); got != c.want {
			t.Errorf("%s\n\tgot  %s\n\twant %s", c.in, got, c.want)
		}
	}
}

func TestATitleANumberOrAnAdjectiveTakesNoPart(t *testing.T) {
	checkReadings(t, []reading{
		{"[+Sen.] [ACCUSE accused] [-former].", "ACCUSE accused:"},
		{"[+Police] [COERCE arrested] [-five].", "COERCE arrested: +Police many five"},
		{"[+Mr President] [ACCUSE accused] [-his rival].", "ACCUSE accused: +Mr President -his rival"},
	})
}

func TestAGerundWithAnObjectIsNoneOfAParty(t *testing.T) {
	checkReadings(t, []reading{
		{
			"Sweden is [+seeking Assange] for [COOPERATE extradition].",
			"COOPERATE extradition: +Assange",
		},
		{
			"[+She] [SUPPORT praised] [-developing nations].",
			"SUPPORT praised: +She -developing nations",
		},
		{
			"[+She] [SUPPORT praised] [-incoming Chinese nurses].",
			"SUPPORT praised: +She -incoming Chinese nurses",
		},
	})
}
