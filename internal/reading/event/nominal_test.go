package event

import "testing"

func TestTheObjectOfANounIsARecipient(t *testing.T) {
	checkReadings(t, []reading{
		{
			"[+Ottawa]'s [ACCUSE condemnation] of [+the junta] was swift.",
			"ACCUSE condemnation: +Ottawa -the junta",
		},
		{
			"The [SUPPORT endorsement] of [+the mayor] by [+nurses] surprised many.",
			"SUPPORT endorsement: +nurses -the mayor",
		},
		{
			"[+The union] filed a [ACCUSE lawsuit] against [+the ministry].",
			"ACCUSE lawsuit: +The union -the ministry",
		},
		{
			"[+Norway] sent food [AID aid] to [+Haiti].",
			"AID aid: +Norway -Haiti",
		},
		{
			"[+The council] issued an [THREATEN ultimatum] to [+the rebels].",
			"THREATEN ultimatum: +The council -the rebels",
		},
	})
}

func TestAPrepositionThatTheNounDoesNotTakeChangesNothing(t *testing.T) {
	checkReadings(t, []reading{
		{
			"The [ACCUSE criticism] from [+the judges] was sharp.",
			"ACCUSE criticism: +the judges",
		},
		{
			"A [PROTEST protest] of [+nurses] filled the square.",
			"PROTEST protest: +nurses",
		},
		{
			"The [AID aid] from [+Norway] came late.",
			"AID aid: +Norway",
		},
	})
}

func TestAnOwnerIsTheActorOfItsNoun(t *testing.T) {
	checkReadings(t, []reading{
		{
			"[@Turkey]'s invasion began in March.",
			"ASSAULT invasion: +Turkey when March",
		},
		{
			"The army's withdrawal from Gori was slow.",
			"RETREAT withdrawal: +The army",
		},
		{
			"The president announced his resignation.",
			"CONCEDE resignation: +The president",
		},
		{
			"The talks between [@Serbia] and [@Kosovo] stalled.",
			"CONSULT talks: +Serbia +Kosovo",
		},
		{
			"The army launched an attack on the rebels.",
			"ASSAULT attack: +The army -the rebels",
		},
	})
}

func TestALightVerbAndItsNounAreOneEvent(t *testing.T) {
	checkReadings(t, []reading{
		{
			"[+Students] [PROTEST staged] a [PROTEST sit-in] on Friday.",
			"PROTEST sit-in: +Students when Friday",
		},
		{
			"[+The EU] [SANCTION imposed] new [SANCTION sanctions] on [-Belarus].",
			"SANCTION sanctions: +The EU -Belarus",
		},
		{
			"[+Both sides] [AGREE signed] a [AGREE pact].",
			"AGREE pact: +Both sides",
		},
	})
}

func TestAVerbThatSaysMoreKeepsItsOwnEvent(t *testing.T) {
	checkReadings(t, []reading{
		{ // two types
			"[+The army] [RETREAT ended] its [ASSAULT offensive].",
			"RETREAT ended: +The army; ASSAULT offensive: +The army",
		},
		{ // no light verb
			"[+The envoy] [CONSULT discussed] the [CONSULT summit].",
			"CONSULT discussed: +The envoy; CONSULT summit: +The envoy",
		},
		{ // too far away
			"[+Rebels] [ASSAULT began] with two small and poorly armed [ASSAULT attacks].",
			"ASSAULT began: +Rebels; ASSAULT attacks: +Rebels",
		},
		{ // another clause
			"[+He] [CONSULT held] out, but [CONSULT talks] resumed.",
			"CONSULT held: +He; CONSULT talks: +He",
		},
	})
}

func TestTheNounOfALightVerbTakesTheHigherScore(t *testing.T) {
	doc, in := given(t, "[+Miners] [PROTEST began] a [PROTEST walkout].")
	in.Found[0].Trigger.Score, in.Found[1].Trigger.Score = 0.95, 0.5
	got := Find(doc, in)
	if len(got) != 1 || doc.At(got[0].Trigger) != "walkout" || got[0].Score != 0.95 {
		t.Errorf("got %+v, want a walkout with 0.95", got)
	}
}
