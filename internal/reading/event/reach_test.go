package event

import "testing"

func TestAPrepositionLeadsToTheRecipient(t *testing.T) {
	checkReadings(t, []reading{
		{
			"[+The Albanians] [REQUEST demanded] autonomy from the authorities.",
			"REQUEST demanded: +The Albanians -the authorities",
		},
		{
			"[+Police] [ASSAULT clashed] in [@Lagos] with protesters.",
			"ASSAULT clashed: +Police -protesters where Lagos",
		},
		{
			"[+The union] [THREATEN threatened] a strike unless the government will yield.",
			"THREATEN threatened: +The union -the government",
		},
		{
			"[+The union] [PROTEST marched] because it was against the government.",
			"PROTEST marched: +The union",
		},
	})
}

func TestThoseJoinedByAndTakePartEach(t *testing.T) {
	checkReadings(t, []reading{
		{
			"[+The union] sent [AID aid] for [-Romania] and [@Poland].",
			"AID aid: +The union -Romania -Poland",
		},
		{
			"[+Latvia], [@Brussels] and [@Kyiv] have [AGREE agreed].",
			"AGREE agreed: +Latvia +Brussels +Kyiv",
		},
		{
			"[+France] and its key ally, [+Spain], have [AGREE agreed].",
			"AGREE agreed: +France +Spain",
		},
		{
			"[+The union] [SUPPORT praised] [-the king] and the army resigned.",
			"SUPPORT praised: +The union -the king; CONCEDE resigned: +the army",
		},
	})
}

func TestEdgesOfAGroupAreWhole(t *testing.T) {
	checkReadings(t, []reading{
		{
			"[+The king] [REQUEST urged] [-workers of] the bus company to wait.",
			"REQUEST urged: +The king -workers of the bus company",
		},
		{
			"[+Protesters in] [@Aqaba] [ACCUSE condemned] it.",
			"ACCUSE condemned: +Protesters -it where Aqaba",
		},
		{
			"[+The king] [ACCUSE condemned] [-that police].",
			"ACCUSE condemned: +The king -police",
		},
	})
}

func TestAGerundSharesTheSubjectBeforeIt(t *testing.T) {
	checkReadings(t, []reading{
		{
			"The minister left, [AGREE pledging] to return.",
			"AGREE pledging: +The minister",
		},
		{
			"[@Oslo] urged [@Iran] to [CONCEDE free] them.",
			"REQUEST urged: +Oslo -Iran; CONCEDE free: +Iran -them",
		},
		{
			"They saw the [@Israeli] air [ASSAULT raids] on [@Syria].",
			"ASSAULT raids: +Israeli -Syria",
		},
		{
			"They spoke at the two countries' [CONSULT talks].",
			"CONSULT talks: +the two countries",
		},
	})
}
