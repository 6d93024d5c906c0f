package event

import "testing"

func TestOwnersAndWhatTheySendTakeNoPart(t *testing.T) {
	checkReadings(t, []reading{
		{
			"[+Syria] offered [-its] troops and [AID gave] [-the rebels] arms.",
			"AID gave: +Syria -the rebels",
		},
		{
			"[-Its] [REQUEST demand] was met.",
			"REQUEST demand: -Its",
		},
		{
			"[+He] [REJECT refused] to see [-Jordan's] guest [-King Abdullah].",
			"REJECT refused: +He -King Abdullah",
		},
		{
			"[+Norway] [MOBILIZE deployed] [-troops] against [-rebel forces].",
			"MOBILIZE deployed: +Norway -rebel forces",
		},
		{
			"[+Norway] ordered the [RETREAT withdrawal] of [-its forces].",
			"RETREAT withdrawal: +Norway",
		},
	})
}

func TestWhoIsNamedTwiceTakesPartOnce(t *testing.T) {
	checkReadings(t, []reading{
		{
			"[+The king] [REJECT refused] it, as [+he] said.",
			"REJECT refused: +The king -it",
		},
		{
			"[+The king] and [+she] [REJECT refused] it.",
			"REJECT refused: +The king +she -it",
		},
		{
			"[+The boy's uncle], [+Lazaro Gonzalez], [REJECT denied] it.",
			"REJECT denied: +Lazaro Gonzalez -it",
		},
		{
			"[+The rebels], [+Turkey] and [+Iran] [AGREE agreed].",
			"AGREE agreed: +The rebels +Turkey +Iran",
		},
		{
			"[+Pakistan], a key [+U.S.] ally, has [REJECT refused] it.",
			"REJECT refused: +Pakistan -it",
		},
	})
}

func TestTheAntecedentActsInARelativeClause(t *testing.T) {
	checkReadings(t, []reading{{
		"[+The union] met [+Ms. Warren], who [ACCUSE assailed] it.",
		"ACCUSE assailed: +Ms. Warren -it",
	}})
}

func TestThoseWithWhomOneMeetsAreRecipients(t *testing.T) {
	checkReadings(t, []reading{
		{
			"[+The envoy] held a [CONSULT meeting] with [+the rebels] and [+the mayor].",
			"CONSULT meeting: +The envoy -the rebels -the mayor",
		},
		{
			"[+Serbia] and [+Kosovo] held [CONSULT talks].",
			"CONSULT talks: +Serbia +Kosovo",
		},
	})
}

func TestNobodyBehindAnActiveVerbIsItsActor(t *testing.T) {
	checkReadings(t, []reading{
		{
			"[+Berlin] [REJECT rejected] calls by [+the rulers].",
			"REJECT rejected: +Berlin -the rulers",
		},
		{
			"[+Greece] [REQUEST demanded] that [+its partners] wait.",
			"REQUEST demanded: +Greece -its partners",
		},
		{
			"[+Serbia] [CONCEDE eased] it as [+officials] cracked down.",
			"CONCEDE eased: +Serbia -it",
		},
	})
}

func TestObjectsOfOtherVerbsAreNoRecipients(t *testing.T) {
	checkReadings(t, []reading{
		{
			"[+The king] saw [-the pope] and [REJECT rejected] [-the offer].",
			"REJECT rejected: +The king -the offer",
		},
		{
			"[+The king] [REQUEST urged] [-the rebels] to free [-the hostages].",
			"REQUEST urged: +The king -the rebels",
		},
		{
			"[+The king] [SUPPORT defended] [-the union] against [-the press].",
			"SUPPORT defended: +The king -the union",
		},
		{
			"[+The king] [AGREE agreed] that [-the union] may stay.",
			"AGREE agreed: +The king",
		},
		{
			"[-The king], whom [+the army] [COERCE jailed], died.",
			"COERCE jailed: +the army -The king",
		},
	})
}

func TestAPassiveHasItsSubjectForRecipient(t *testing.T) {
	checkReadings(t, []reading{
		{
			"[-Ten men] were [ASSAULT killed] in the blasts near [-the embassies].",
			"ASSAULT killed: -Ten men many Ten men",
		},
		{
			"[-Ten men] were [COERCE deported] to [-Chad].",
			"COERCE deported: -Ten men -Chad many Ten men",
		},
	})
}
