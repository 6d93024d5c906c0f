// Package word tells what words say of acts: which type of act a word tells of by
// PLOVER, the mode of an act by the words of its clause, by which prepositions a
// noun takes whom it is done to, and which nouns stand for those who act.
//
// The first three are tables, each row with an example that runs. Nothing is changed after the
// start, and equal words give equal answers.
//
// Limits: English alone, single words. A word of two senses has the one that news
// use it in.
//
// Sources: types and modes are PLOVER's (Halterman et al. 2023). That a word is sure
// was counted in the sentences of training/annotations/events: seven of ten uses and
// more tell of an act of the type.
package word

import (
	"strings"

	"readout/record"
)

// A wordRow lists words that tell of acts of one type. Sure ones do so nearly
// always, and are found without the model; usual ones decide the type where the
// model finds an act and is not sure of its type. In the example the trigger is in
// brackets.
type wordRow struct {
	kind        record.EventType
	sure, usual string
	example     string
}

var wordRows = []wordRow{
	{
		record.EventAgree,
		`agree agrees agreed agreement agreements accord pact pledge pledges pledged
		pledging vow vows vowed promise promises promised promising ratify ratified
		ratifies signed commitments`,
		`deal deals sign signing committed commitment accepted accept settlement assured assurances`,
		"The two sides [agreed] to end the war.",
	},
	{
		record.EventConsult,
		`talks negotiations negotiated negotiating negotiate summit summits meeting
		meetings visit visits visited visiting dialogue discussions discussed mediation
		mediated roundtable`,
		`met meet meets trip discuss hosted hosts travel interviewed conference consulted toured`,
		"The envoy [visited] Rome.",
	},
	{
		record.EventSupport,
		`endorse endorses endorsed endorsing endorsement endorsements praise praises
		praised praising congratulated congratulates thanked backed backs backing
		supporting supported applauded lauded hailed commended defended
		apologized apologised apologizes`,
		`support supports welcome welcomed welcomes defend grateful embraced solidarity thanks`,
		"The senator [endorsed] Clinton.",
	},
	{
		record.EventConcede,
		`resignation resign resigned resigns freed concession concessions conceded
		concedes relaxed lifted eased`,
		`released release lift ease easing allow`,
		"The minister [resigned].",
	},
	{
		record.EventCooperate,
		`cooperation cooperate cooperates cooperated cooperating co-operation
		co-operate extradited extradition`,
		`alliance partnership coordination participation exercise coalition`,
		"The states [cooperate] on trade.",
	},
	{
		record.EventAid,
		`rescued rescues donated donations donation donates bailout bail-out assistance
		aid`,
		`help helping helped granted grant funding relief loan loans asylum`,
		"Norway [donated] money to Haiti.",
	},
	{
		record.EventRetreat,
		`truce ceasefire cease-fire withdrew withdrawal disarm disarmed disarmament
		surrendered`,
		`withdraw withdraws withdrawing withdrawn surrender retreated evacuated`,
		"The rebels [surrendered].",
	},
	{
		record.EventRequest,
		`urge urges urged urging demand demands demanded demanding request requested
		requests summoned exhorted implored petitioned appealed`,
		`called calls call calling asked ask asks proposed proposal proposals proposes
		offer seek seeking recommendation recommended invited invites invitation`,
		"The EU [urged] both sides to talk.",
	},
	{
		record.EventAccuse,
		`accuse accuses accused accusing accusation accusations criticize criticizes
		criticized criticizing criticise criticises criticised criticising criticism
		blame blamed blames blaming condemn condemns condemned condemning condemnation
		denounce denounces denounced denouncing allegations investigated investigating
		investigate investigates investigation investigations charged charges sued sues
		lawsuit lawsuits indicted indictment convicted prosecuted complained slammed
		lambasted mocked rebuked ridiculed inquiry`,
		`trial alleged alleges complaint complaints probe case attacked taunted suing accuser subpoena blasted`,
		"The minister [accused] the press of lying.",
	},
	{
		record.EventReject,
		`reject rejects rejected rejecting rejection refuse refuses refused refusing
		refusal denied denies deny vetoed veto vetoes oppose opposes opposed opposing`,
		`declined declines dismissed dismisses opposition objected rebuffed denying`,
		"The president [vetoed] the bill.",
	},
	{
		record.EventThreaten,
		`threaten threatens threatened threatening ultimatum warned`,
		`threat threats warning warnings warns warn warning`,
		"Moscow [threatened] to cut the gas.",
	},
	{
		record.EventProtest,
		`protest protests protested protesting demonstrations demonstration marched
		rallied riot riots rioted rioting boycott boycotted boycotting walkout
		walkouts sit-in`,
		`strike strikes rally rallies march marches demonstrated gathered picketed petition`,
		"Thousands [protested] in Minsk.",
	},
	{
		record.EventSanction,
		`sanctions sanctioned embargo expel expelled expels expelling expulsion`,
		`tariffs tariff suspended suspend recalled fined fired sacked revoked severed`,
		"Ottawa [expelled] an envoy.",
	},
	{
		record.EventMobilize,
		`deploy deploys deployed deploying deployment deployments mobilize mobilise
		mobilized mobilised mobilization mobilisation`,
		`send sent dispatched recruited recruit alert reinforcements`,
		"The army [deployed] tanks.",
	},
	{
		record.EventCoerce,
		`arrest arrests arrested arresting detain detains detained detention
		crackdown deport deported deportation banned banning ban bans curfew jailed
		imprisoned imprisonment censored censorship outlawed blockade seized`,
		`held order ordered sentenced closed prohibited restricted raid raids custody confiscated dispersed persecution`,
		"Police [arrested] two men.",
	},
	{
		record.EventAssault,
		`kill killed kills killing killings attack attacks attacking bombing bombings bombed
		clashes clashed shooting shootings invasion invaded shelled shelling assassinated
		assassination kidnapped kidnapping abducted tortured torture murdered massacre
		massacred stabbed raped airstrike airstrikes beheaded ambushed fighting`,
		`shot struck wounded injured war violence force blast explosion bomb fight executed hit destroyed invading torched`,
		"Gunmen [killed] a judge.",
	},
}

// A Telling is what one word tells of.
type Telling struct {
	Kind record.EventType
	Sure bool // it does so nearly always
}

var tellings = tellingsOf(wordRows)

// Tells returns what a word in small letters tells of.
func Tells(word string) (Telling, bool) {
	t, known := tellings[word]
	return t, known
}

func tellingsOf(rows []wordRow) map[string]Telling {
	out := map[string]Telling{}
	for _, r := range rows {
		for w := range strings.FieldsSeq(r.usual) {
			out[w] = Telling{r.kind, false}
		}
		for w := range strings.FieldsSeq(r.sure) {
			out[w] = Telling{r.kind, true}
		}
	}
	return out
}

// A senseRow lists words that tell of another type of act than they mostly do, where
// one of the words stands right before or right behind them. In the example the
// trigger is in brackets.
type senseRow struct {
	kind                           record.EventType
	words, before, behind, example string
}

var senses = []senseRow{
	{
		record.EventConsult, "call calls", "phone telephone video conference", "with between",
		"The two held a phone [call] on Friday.",
	},
}

// Sense returns the type that a word tells of between the words beside it, all in
// small letters, if that is another than it mostly tells of: "a call with Putin".
func Sense(word, before, behind string) (record.EventType, bool) {
	for _, r := range senses {
		beside := among(before, r.before) || among(behind, r.behind)
		if beside && among(word, r.words) {
			return r.kind, true
		}
	}
	return 0, false
}

func among(word, words string) bool {
	return word != "" && strings.Contains(" "+words+" ", " "+word+" ")
}
