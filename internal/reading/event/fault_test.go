package event

import (
	"testing"

	"readout/internal/neural/tag"
	"readout/record"
)

func TestAPastVerbNearAnArticleIsNoNoun(t *testing.T) {
	checkReadings(t, []reading{
		{
			"The president visited [@Oslo].",
			"CONSULT visited: +The president -Oslo",
		},
		{
			"The king visited [@Oslo] and praised the army.",
			"CONSULT visited: +The king -Oslo; SUPPORT praised: +The king -the army",
		},
	})
}

func TestAPartyMayHoldATime(t *testing.T) {
	checkReadings(t, []reading{
		{
			"[+Police] [COERCE arrested] [-the winner of the 2019 vote].",
			"COERCE arrested: +Police -the winner of the 2019 vote",
		},
		{
			"[+Police] [COERCE arrested] him [-in 2019].",
			"COERCE arrested: +Police -him when 2019",
		},
	})
}

func TestAWordBehindToIsAVerb(t *testing.T) {
	checkReadings(t, []reading{
		{
			"The army threatened to arrest protesters.",
			"THREATEN threatened: +The army -protesters; " +
				"COERCE arrest: +The army -protesters",
		},
		{
			"The army vowed to protect protesters.",
			"AGREE vowed: +The army",
		},
		{
			"[@Chad] has [AID given] to the rebels.",
			"AID given: +Chad -the rebels",
		},
	})
}

func TestASecondParticipleSharesBe(t *testing.T) {
	checkReadings(t, []reading{
		{
			"[+The editor] was [COERCE jailed] in 2019 and [CONCEDE freed] in 2022.",
			"COERCE jailed: -The editor when 2019; " +
				"CONCEDE freed: -The editor when 2022",
		},
		{
			"[+The king] was crowned in 2019 and [COERCE arrested] [-rivals].",
			"COERCE arrested: +The king -rivals when 2019",
		},
	})
}

func TestAParticipleBeforeByIsPassive(t *testing.T) {
	checkReadings(t, []reading{
		{
			"A protester, a man arrested by police was ill.",
			"COERCE arrested: +police -a man",
		},
		{
			"The senator was [SUPPORT endorsed] by the union.",
			"SUPPORT endorsed: +the union -The senator",
		},
	})
}

func TestANounThatOpensASentenceHasItsParties(t *testing.T) {
	checkReadings(t, []reading{
		{
			"Talks between [@Serbia] and [@Kosovo] stalled.",
			"CONSULT Talks: +Serbia +Kosovo",
		},
		{
			"Peace talks between [@Serbia] and [@Kosovo] stalled.",
			"CONSULT talks: +Serbia +Kosovo",
		},
	})
}

func TestJoinedNamesKeepTheirArticles(t *testing.T) {
	checkReadings(t, []reading{{
		"The [=EU] and the [=UN] condemned it.",
		"ACCUSE condemned: +The EU +the UN -it",
	}})
}

func TestALoneArticleIsWidenedOrNoParty(t *testing.T) {
	checkReadings(t, []reading{
		{
			"They heard of [+the] government [REQUEST recommending] it.",
			"REQUEST recommending: +the government -it",
		},
		{
			"[+The] [REQUEST appeal] failed.",
			"REQUEST appeal:",
		},
	})
}

func TestTheVictimsOfAnAttackAreNotThoseOfTheMainClause(t *testing.T) {
	checkReadings(t, []reading{
		{
			"For the needs of [ASSAULT bombing] victims, the [@+United States] will pay.",
			"ASSAULT bombing: -victims",
		},
		{
			"[+Officials] saw the [ASSAULT attack] scene.",
			"ASSAULT attack:",
		},
		{
			"[+Police] sought two [ASSAULT bombing] [-suspects].",
			"ASSAULT bombing: +suspects",
		},
		{
			"[+The mayor] met [=+Hamas] [ASSAULT attack] [-survivors].",
			"ASSAULT attack: +Hamas -survivors",
		},
		{
			"[+Police] will [COERCE arrest] [-suspects].",
			"COERCE arrest: +Police -suspects",
		},
		{
			"[+Police] [COERCE arrest] [-suspects].",
			"COERCE arrest: +Police -suspects",
		},
	})
}

func TestAnAttackWithVictimsHasOccurred(t *testing.T) {
	for in, want := range map[string]record.Status{
		"They will help [ASSAULT bombing] victims.": record.StatusOccurred,
		"They will foil a [ASSAULT bombing] plot.":  record.StatusHypothetical,
	} {
		doc, input := given(t, in)
		input.Found[0].Status = []tag.Chance{{Value: "hypothetical", Score: 0.9}}
		if e := eventOn(t, doc, Find(doc, input), "bombing"); e.Status != want {
			t.Errorf("%s: %s, want %s", in, e.Status, want)
		}
	}
}

func TestOneNamedTwiceTakesPartOnce(t *testing.T) {
	checkReadings(t, []reading{
		{
			"[+Iran] said [+Iran] will [CONCEDE free] [-the men].",
			"CONCEDE free: +Iran -the men",
		},
		{
			"[+The state] [ACCUSE accused] [-Moe], an ally of [-the state].",
			"ACCUSE accused: +The state -Moe",
		},
		{
			"[+Chad] and [+Mali] [CONSULT met] [-Chad].",
			"CONSULT met: +Mali -Chad",
		},
		{
			"[+Moe] [SUPPORT praised] himself, [-Moe], in May.",
			"SUPPORT praised: +Moe -Moe when May",
		},
	})
	doc, in := given(t, "[+Iran] said [+Iran] will [CONCEDE free] [-the men].")
	if e := Find(doc, in)[0]; e.Actors[0].Start == 0 {
		t.Error("the farther of two stays")
	}
}
