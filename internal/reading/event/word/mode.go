package word

import (
	"slices"
	"strings"

	"readout/internal/language/chunk"
	"readout/record"
)

// A Mode is PLOVER's closer name for an act of a type.
type Mode string

// A modeRow gives the words that decide a mode: those of the trigger, or others in
// its clause. A word that ends with "*" stands for all that begin so. In the
// example the trigger is in brackets.
type modeRow struct {
	kind    record.EventType
	mode    Mode
	trigger string
	near    string
	example string
}

// modes is ordered by type; an event may have several. Where the words decide
// nothing it has none.
var modes = []modeRow{
	{
		record.EventConsult, "visit", "visit* toured trip travelled traveled",
		"",
		"Obama [visited] Riyadh.",
	},
	{
		record.EventConsult, "phone", "phoned telephoned",
		"phone telephone telephoned phoned video",
		"They [talked] by phone.",
	},
	{
		record.EventConsult, "multilateral", "summit summits",
		"summit multilateral trilateral conference",
		"Leaders [met] at a conference in Riga.",
	},
	{
		record.EventConsult, "third-party", "mediat*",
		"mediat* brokered broker",
		"Qatar [mediated] between them.",
	},

	{
		record.EventRequest, "meet", "",
		"talks negotiations meeting dialogue dialog negotiate",
		"Moscow [called for] dialog.",
	},
	{
		record.EventRequest, "assist", "",
		"aid assistance help loan loans weapons troops funds support donations",
		"Haiti [appealed] for aid.",
	},
	{
		record.EventRequest, "yield", "",
		`resign resignation withdraw withdrawal release cease-fire ceasefire surrender`,
		"Crowds [demanded] his resignation.",
	},
	{
		record.EventRequest, "change", "",
		`reform reforms change changes law laws policy policies amend amendment`,
		"Nurses [demanded] reforms.",
	},

	{
		record.EventReject, "meet", "",
		"talks negotiations meeting dialogue dialog negotiate meet",
		"Hamas [refused] to meet the envoy.",
	},
	{
		record.EventReject, "assist", "",
		"aid assistance help loan weapons funds",
		"Berlin [declined] to send weapons.",
	},
	{
		record.EventReject, "yield", "",
		`resign withdraw withdrawal release cease-fire ceasefire surrender extradite`,
		"He [refused] to resign.",
	},
	{
		record.EventReject, "change", "vetoed veto",
		"reform reforms change changes law laws bill policy amendment",
		"Parliament [rejected] the reforms.",
	},

	{
		record.EventAccuse, "investigate", "investigat* probe probes probed inquir* subpoena*",
		"",
		"Congress [investigated] the bank.",
	},
	{
		record.EventAccuse, "allege", "accus* alleg* charg* indict* blam* sue sued sues suing lawsuit*",
		"",
		"Kyiv [accused] Russia of lying.",
	},
	{
		record.EventAccuse, "disapprove", `critici* condemn* denounc* deplor* mock* complain* rebuk* slam* lambast*
		ridicul* attack* blast*`,
		"",
		"The UN [condemned] the coup.",
	},

	{
		record.EventThreaten, "violence", "",
		`attack war force strike kill bomb military destroy invade retaliate missiles`,
		"He [threatened] to bomb the port.",
	},
	{
		record.EventThreaten, "restrict", "",
		"restrict restrictions curfew emergency",
		"The mayor [threatened] a curfew.",
	},
	{
		record.EventThreaten, "relations", "",
		"sanctions tariffs ties relations embargo boycott",
		"Trump [threatened] tariffs.",
	},
	{
		record.EventThreaten, "arrest", "",
		"arrest jail prosecute prison",
		"Police [threatened] to arrest them.",
	},
	{
		record.EventThreaten, "ban", "",
		"ban outlaw",
		"The minister [threatened] to ban the party.",
	},
	{
		record.EventThreaten, "expel", "",
		"expel deport expulsion",
		"Paris [threatened] to expel the envoy.",
	},
	{
		record.EventThreaten, "territory", "",
		"occupy annex seize",
		"Serbia [threatened] to annex the valley.",
	},

	{
		record.EventProtest, "demo", "demonstrat* march* rall* protest* vigil* sit-in sit-ins",
		"",
		"Thousands [marched] through Minsk.",
	},
	{
		record.EventProtest, "riot", "riot* looting looted",
		"riot riots rioting looted",
		"Youths [rioted] in Lyon.",
	},
	{
		record.EventProtest, "strike", "strike strikes struck striking walkout walkouts stoppage",
		"strike walkout",
		"Miners went on [strike].",
	},
	{
		record.EventProtest, "boycott", "boycott*",
		"",
		"The opposition [boycotted] the vote.",
	},
	{
		record.EventProtest, "obstruct", "block* occup* barricad* blockad*",
		"blocked blocking barricades",
		"Farmers [blocked] the road.",
	},
	{record.EventProtest, "hunger", "", "hunger", "He began a hunger [strike]."},

	{
		record.EventSanction, "expel", "expel* expulsion* deport*",
		"",
		"Ottawa [expelled] two envoys.",
	},
	{
		record.EventSanction, "convict", "convict* sentenc* fine fined fines",
		"",
		"The court [sentenced] her.",
	},
	{
		record.EventSanction, "withdraw", "withdr* quit quits left leave leaves leaving recall* pull*",
		"",
		"Burundi [quit] the court.",
	},
	{
		record.EventSanction, "discontinue", `suspend* halt* cut cuts sever* broke freez* froze* cancel* ended suspension`,
		"",
		"Cairo [suspended] the talks.",
	},

	{
		record.EventMobilize, "troops", "",
		"troops soldiers army forces brigade battalion reservists marines",
		"Russia [deployed] troops.",
	},
	{
		record.EventMobilize, "police", "",
		"police policemen officers",
		"The city [deployed] police.",
	},
	{
		record.EventMobilize, "militia", "",
		"militia militias militiamen paramilitary",
		"The warlord [recruited] militiamen.",
	},
	{
		record.EventMobilize, "weapons", "",
		`missile missiles rocket rockets warship warships aircraft tanks weapons
		nuclear jets`,
		"Seoul [tested] a missile.",
	},

	{
		record.EventCoerce, "arrest", "arrest* detain* detention* jail* imprison* custody apprehend*",
		"",
		"Police [arrested] two men.",
	},
	{
		record.EventCoerce, "seize", "seiz* confiscat* impound*",
		"",
		"Customs [seized] the ship.",
	},
	{
		record.EventCoerce, "ban", "ban banned bans banning outlaw*",
		"",
		"Turkey [banned] the party.",
	},
	{record.EventCoerce, "censor", "censor*", "", "The state [censored] the paper."},
	{
		record.EventCoerce, "curfew", "curfew*",
		"curfew",
		"The mayor [declared] a curfew.",
	},
	{
		record.EventCoerce, "martial-law", "",
		"martial",
		"Manila [declared] martial law.",
	},
	{record.EventCoerce, "deport", "deport*", "", "Athens [deported] the migrants."},
	{
		record.EventCoerce, "cyber", "hack* cyber-attack* cyberattack*",
		"cyberattack cyber hackers",
		"They [hacked] the ministry.",
	},
	{
		record.EventCoerce, "misinformation", "",
		"disinformation misinformation",
		"They [spread] disinformation.",
	},
	{
		record.EventCoerce, "restrict", "restrict* curb* clos* shut*",
		"",
		"Rules [restricted] travel.",
	},
	{record.EventCoerce, "withhold", "withhold* withheld", "", "The bank [withheld] the money."},

	{
		record.EventRetreat, "withdraw", "withdr* pull* evacuat*",
		"",
		"The army [withdrew] from Gori.",
	},
	{
		record.EventRetreat, "ceasefire", "cease-fire* ceasefire* truce*",
		"ceasefire cease-fire truce",
		"Both sides [observed] a truce.",
	},
	{
		record.EventRetreat, "disarm", "disarm*",
		"arms weapons",
		"The rebels [disarmed].",
	},
	{
		record.EventRetreat, "release", "releas* free freed frees freeing",
		"",
		"The rebels [freed] hostages.",
	},
	{
		record.EventRetreat, "return", "return*",
		"",
		"The army [returned] the village.",
	},
	{
		record.EventRetreat, "access", "",
		"access inspectors observers",
		"Syria [admitted] inspectors.",
	},
	{record.EventRetreat, "resign", "resign*", "", "The minister [resigned]."},

	{
		record.EventAssault, "beat", "beat beats beaten beating beatings",
		"",
		"Guards [beat] the prisoner.",
	},
	{
		record.EventAssault, "abduct", "abduct* kidnap* hostage*",
		"",
		"Gunmen [abducted] a priest.",
	},
	{record.EventAssault, "torture", "tortur*", "", "They [tortured] him."},
	{
		record.EventAssault, "execute", "execut* behead* hang hanged lynch*",
		"",
		"The junta [executed] four men.",
	},
	{
		record.EventAssault, "sexual", "rape raped rapes raping",
		"sexual sexually",
		"Soldiers [raped] women.",
	},
	{
		record.EventAssault, "assassinate", "assassinat*",
		"",
		"He was [assassinated].",
	},
	{
		record.EventAssault, "suicide-attack", "",
		"suicide",
		"A suicide bomber [killed] six.",
	},
	{
		record.EventAssault, "explosives", "bomb bombs bombed bombing bombings",
		"explosives explosive bomb bombs mine mines grenade grenades blast",
		"A car bomb [killed] six.",
	},
	{
		record.EventAssault, "firearms", "shot shoot shooting shootings shoots gunned",
		"gunmen gunman gun guns rifle rifles shot gunfire",
		"Gunmen [attacked] a bus.",
	},
	{
		record.EventAssault, "heavy-weapons", "shell* mortar*",
		"artillery mortar mortars shells rocket rockets missile missiles tanks",
		"Artillery [hit] the town.",
	},
	{
		record.EventAssault, "aerial", "airstrike* air-strike*",
		"airstrike airstrikes air jets warplanes helicopters planes",
		"Jets [struck] the camp.",
	},
	{record.EventAssault, "drone", "", "drone drones", "A drone [killed] him."},
	{
		record.EventAssault, "primitive", "stab* ston*",
		"knife knives machete machetes stones sword",
		"A man [stabbed] the mayor.",
	},
	{
		record.EventAssault, "crowd-control", "",
		"teargas gas water-cannon batons",
		"Police [attacked] them with tear gas.",
	},
	{
		record.EventAssault, "unconventional", "poison*",
		"chemical sarin chlorine nerve biological",
		"The army [attacked] with sarin.",
	},
	{
		record.EventAssault, "massacre", "massacr* genocide",
		"",
		"The militia [massacred] villagers.",
	},
	{
		record.EventAssault, "cleansing", "",
		"cleansing",
		"Ethnic cleansing [killed] many.",
	},
	{
		record.EventAssault, "destroy", "destroy* demolish* burn* torch* raz*",
		"",
		"Rebels [torched] the school.",
	},
}

// Modes returns the modes of an act that its words decide: those of the trigger,
// and those near it in its clause.
func Modes(kind record.EventType, trigger, near []chunk.Token) []Mode {
	var out []Mode
	for _, r := range modes {
		if r.kind != kind || slices.Contains(out, r.mode) {
			continue
		}
		if Any(r.trigger, trigger) || Any(r.near, near) {
			out = append(out, r.mode)
		}
	}
	return out
}

// Any reports whether one of the tokens is in a list of words; a word of the list
// that ends with "*" stands for all that begin so.
func Any(words string, tokens []chunk.Token) bool {
	for w := range strings.FieldsSeq(words) {
		stem, open := strings.CutSuffix(w, "*")
		for _, t := range tokens {
			if t.Word == w || open && strings.HasPrefix(t.Word, stem) {
				return true
			}
		}
	}
	return false
}
