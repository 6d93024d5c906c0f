package event

import "testing"

func TestTheSubjectOfAPassiveIsARecipient(t *testing.T) {
	checkReadings(t, []reading{
		{
			"[+The senator] was [SUPPORT endorsed] on Tuesday by [-the teachers' union].",
			"SUPPORT endorsed: +the teachers' union -The senator when Tuesday",
		},
		{
			"[+The outgoing governor] has been [ACCUSE indicted].",
			"ACCUSE indicted: -The outgoing governor",
		},
		{
			"[+The rebel leader] was shot and [ASSAULT killed].",
			"ASSAULT killed: -The rebel leader",
		},
		{
			"[+The ambassador] was on Monday [SANCTION expelled] by [-Peru].",
			"SANCTION expelled: +Peru -The ambassador when Monday",
		},
		{
			"[+The bishop] got [ASSAULT beaten] by [+guards].",
			"ASSAULT beaten: +guards -The bishop",
		},
		{
			"[-The editor] wasn't [COERCE held] for long.",
			"COERCE held: -The editor",
		},
	})
}

func TestTheSubjectOfAnActiveVerbStaysAnActor(t *testing.T) {
	checkReadings(t, []reading{
		{
			"[+The senator] has [SUPPORT endorsed] [-the mayor].",
			"SUPPORT endorsed: +The senator -the mayor",
		},
		{
			"[+The party] is [REJECT opposed] to [-the treaty].",
			"REJECT opposed: +The party -the treaty",
		},
		{
			"[+The two ministers] were [CONSULT meeting] [-the envoy].",
			"CONSULT meeting: +The two ministers -the envoy",
		},
		{
			"[+The rebels] who were hiding [ASSAULT attacked] [-the village].",
			"ASSAULT attacked: +The rebels -the village",
		},
	})
}

func TestOneBehindByIsTheActor(t *testing.T) {
	checkReadings(t, []reading{
		{
			"[=-Kenya] was [ACCUSE criticized] by [=-Oxfam] and [=-Amnesty].",
			"ACCUSE criticized: +Oxfam +Amnesty -Kenya",
		},
		{
			"A [ACCUSE criticism] of [-the plan] by [-the Greens] followed.",
			"ACCUSE criticism: +the Greens -the plan",
		},
		{
			"The [ASSAULT shelling] by [-government troops] went on.",
			"ASSAULT shelling: +government troops",
		},
	})
}

func TestByOfAnotherClauseMakesNoActor(t *testing.T) {
	checkReadings(t, []reading{
		{
			"[+Police] [COERCE arrested] [-a man] who was hired by [-the company].",
			"COERCE arrested: +Police -a man",
		},
		{
			"[+Marchers] [PROTEST rallied], while a deal was signed by [-Chad].",
			"PROTEST rallied: +Marchers -Chad; AGREE signed:",
		},
	})
}

func TestBeReachesAParticipleOverWhatStandsBetween(t *testing.T) {
	for in, passive := range map[string]bool{
		"[+He] was [COERCE arrested].":                           true,
		"[+He] was never again [COERCE arrested].":               true,
		"[+He] was still not formally [COERCE arrested].":        true,
		"[+He] was detained, questioned and [COERCE jailed].":    true,
		"[+He] was last week [COERCE arrested].":                 true,
		"[+He] isn't being [COERCE arrested].":                   true,
		"[+He] was there and [COERCE arrested] [-them].":         false,
		"[+He] had [COERCE arrested] [-them].":                   false,
		"[+He] was glad that he [COERCE arrested] [-them].":      false,
		"[+He] was a judge who [COERCE jailed] [-the editor].":   false,
		"[+He], whose wife was ill, [COERCE jailed] [-the man].": false,
	} {
		doc, input := given(t, in)
		got := Find(doc, input)
		e := got[len(got)-1]
		if is := len(e.Recipients) > 0 && doc.At(e.Recipients[0]) == "He"; is != passive {
			t.Errorf("%s: passive is %v, want %v", in, is, passive)
		}
	}
}

func TestAnIrregularParticipleMakesAPassiveToo(t *testing.T) {
	for _, in := range []string{
		"[+Two envoys] were [COERCE taken] hostage.",
		"[+The president] was [COERCE overthrown].",
		"[+Two hostages] were [RETREAT set] free.",
		"[+The ministry] was [ACCUSE sued].",
		"[+The reporter] has been [ASSAULT shot].",
	} {
		doc, input := given(t, in)
		e := Find(doc, input)[0]
		if len(e.Actors) > 0 || len(e.Recipients) != 1 {
			t.Errorf("%s: actors %q, recipients %q; want one recipient",
				in, wordsOf(doc, e.Actors), wordsOf(doc, e.Recipients))
		}
	}
}

func TestAParticipleWithoutAnObjectIsAPassive(t *testing.T) {
	checkReadings(t, []reading{
		{
			"[+Opposition leader] [COERCE jailed] for fraud",
			"COERCE jailed: -Opposition leader",
		},
		{
			"[+The minister] [ACCUSE accused] of bribery left.",
			"ACCUSE accused: -The minister",
		},
		{
			"[+Gunmen] [ASSAULT killed] [-a judge] in May.",
			"ASSAULT killed: +Gunmen -a judge when May",
		},
		{
			"[+Soldiers] [ASSAULT shot] at [-protesters].",
			"ASSAULT shot: +Soldiers -protesters",
		},
	})
}
