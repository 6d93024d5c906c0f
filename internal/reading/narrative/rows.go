package narrative

import (
	"readout/internal/language/chunk"
	"readout/record"
)

const (
	assess   = record.ActAssess
	forecast = record.ActForecast
	certain  = record.CertaintyCertain
	probable = record.CertaintyProbable
	possible = record.CertaintyPossible
	unknown  = record.CertaintyUnknown
)

// A row is words that make a clause a judgement.
type row struct {
	words     string
	act       record.Act
	certainty record.Certainty
	kind      kind
	example   string // the judgement in brackets
}

// A kind says more of a row.
type kind uint8

const (
	usual     kind = 0
	wide      kind = 1 << iota // found only when all are wanted
	negated                    // holds a negation
	ofThings                   // people do the same without a judgement
	predicate                  // no noun follows
	verbal                     // a verb follows
	ofDummies                  // of "it" and "that" alone
)

// classes are the words that a word in capitals stands for.
var classes = map[string]string{
	"BE":  "is/are/was/were/be/been/being/'s/'re",
	"HAS": "has/have/had",
	"BLOW": "blow/setback/embarrassment/humiliation/disaster/catastrophe/mistake/" +
		"blunder/departure/reversal/turnaround/rebuke/boost/milestone/" +
		"breakthrough/disappointment/coup/gamble/triumph/fiasco/farce/surprise/" +
		"shock/headache/distraction/liability/windfall/godsend/stunner/shift/" +
		"mess/tragedy/shame/scandal/bombshell",
	"SIGN": "sign/signs/reminder/reflection/symbol/symptom/indication/testament/" +
		"harbinger/manifestation/measure/signal/recipe",
	"KEEN": "major/sharp/significant/serious/huge/big/bigger/stunning/dramatic/" +
		"remarkable/rare/striking/stark/clear/severe/crucial/important/" +
		"powerful/bitter/heavy/painful/notable/sweeping/radical/key/further/" +
		"new/fresh/tremendous/devastating/fatal/crushing/strategic/political/" +
		"telling/potent/profound/drastic/subtle/real/particular/good/welcome",
	"ODD": "unprecedented/remarkable/extraordinary/stunning/surprising/striking/" +
		"ironic/telling/astonishing/shocking/alarming/troubling/worrying/" +
		"disturbing/puzzling/baffling/disappointing/impressive/unfortunate/" +
		"unsurprising/revealing/noteworthy/encouraging/disgraceful/absurd/" +
		"ridiculous/unacceptable/problematic/dangerous/misleading/" +
		"counterproductive/unsustainable/untenable/inevitable/implausible/" +
		"outrageous/bizarre",
	"HARD": "important/necessary/clear/obvious/apparent/understandable/natural/fair/useful/" +
		"instructive/hard/harder/difficult/impossible/easy/easier/tough/tempting/crucial/" +
		"critical/vital/essential/imperative/risky/unfair/unrealistic/naive/" +
		"foolish/wrong/unwise/premature",
	"FATE": "determine/shape/test/decide/hurt/undermine/weaken/strengthen/complicate/alienate/" +
		"suffer/struggle/depend/hinge/mean/prove/matter/force/change",
	"ASKING": "whether/if/how/what/when/why/who/where/which/exactly",
	"PERIL": "difficulty/difficulties/need/danger/dangers/challenge/challenges/" +
		"tension/tensions/importance/risk/risks/divide/gap/depth/fragility/" +
		"extent",
	"AFFECT": "prove/spell/trigger/spark/pose/hurt/help/lead/mean/force/undermine/" +
		"threaten/jeopardize/complicate/pave/cost/face/backfire/shape/" +
		"determine/reshape/boost/derail/embolden/end/become/change/hinge/fuel/" +
		"turn/weaken/strengthen/alienate/doom/affect/influence/bring/create/" +
		"cause/provoke/result/well/yet/soon/eventually/ultimately",
	"SHOW": "reflect/reflects/reflected/demonstrate/demonstrates/demonstrated/typify/typifies/" +
		"underscore/underscores/underscored/underline/underlines/underlined/" +
		"illustrate/illustrates/illustrated",
	"MARK": "mark/marks/marked/represent/represents/represented/signal/signals/" +
		"signaled/signalled/constitutes/amounts",
	"TURN": "departure/shift/break/turning/reversal/change/escalation/victory/" +
		"setback/milestone/step/turnaround/failure/threat/low/high",
	"SEEM":  "seem/seems/seemed/look/looks/looked/appear/appears/appeared",
	"DOUBT": "questions/doubts/concerns/fears/eyebrows/alarm/alarms",
}

// passive possibilities and evaluations of few words; in order, the first that
// fits counts.
var rows = []row{
	{"BE a/an KEEN? KEEN? BLOW", assess, certain, usual, "[The vote was a major blow to the government]."},
	{"BE a/an KEEN? SIGN of/that/to/for", assess, certain, usual, "[The delay is a sign that the talks are in trouble]."},
	{"BE the latest/clearest/strongest/surest SIGN of/that/to", assess, certain, usual, "[The delay is the latest sign of trouble]."},
	{"BE a KEEN KEEN? victory/defeat/loss/win/success/failure for", assess, certain, usual, "[The ruling was a big victory for the unions]."},
	{"BE a KEEN? threat/problem/challenge/risk/danger/test to/for", assess, certain, usual, "[The strike is a serious problem for the mayor]."},
	{"deal/deals/dealt a/another KEEN? KEEN? blow to", assess, certain, usual, "[The ruling dealt a severe blow to the party]."},
	{"MARK a/an KEEN? KEEN? TURN", assess, certain, usual, "[The speech marks a sharp departure from his party]."},
	{"raise/raises/raised KEEN? DOUBT about/over/as/in/that/among", assess, certain, ofThings, "[The report raises questions about the vote]."},
	{"cast/casts KEEN? doubt/doubts/shadow on/over/upon", assess, certain, ofThings, "[The letter casts doubt on his account]."},
	{"SHOW the/how/a/his/her/their/just/why/that", assess, certain, ofThings, "[The attack underscored how fragile the truce is]."},
	{"highlight/highlights/highlighted the PERIL", assess, certain, ofThings, "[The attack highlights the dangers of the road]."},
	{"remain/remains/remained unclear/uncertain/unresolved/murky/elusive", assess, unknown, usual, "[The cause of the fire remains unclear]."},
	{"remain/remains/remained to be seen", assess, unknown, usual, "[The price of the plan remains to be seen]."},
	{"remain/remains/remained an open/unanswered question", assess, unknown, usual, "[The price remains an open question]."},
	{"BE unclear ASKING", assess, unknown, usual, "[It was unclear whether the pilots had been warned]."},
	{"BE not clear ASKING", assess, unknown, negated, "[It was not immediately clear who fired]."},
	{"isn't/wasn't clear ASKING", assess, unknown, negated, "[It isn't clear who fired]."},
	{"BE too early/soon to", assess, unknown, usual, "[It is too early to tell]."},
	{"BE no surprise/coincidence/accident/wonder that/to/then", assess, certain, negated, "[It was no surprise that she won]."},
	{"comes/came as no surprise", assess, certain, negated, "[The ruling came as no surprise]."},
	{"comes/came as a surprise/shock/relief/disappointment", assess, certain, usual, "[The ruling came as a shock]."},
	{"BE very/so/quite/particularly/truly/especially/hardly? ODD", assess, certain, predicate, "[The speed of the change is truly remarkable]."},
	{"BE ODD", assess, certain, predicate, "[The speed of the change is remarkable]."},
	{"BE HARD to/for/that", assess, certain, usual, "[It is hard to see a way out]."},
	{"make/makes/made it HARD to/for", assess, certain, usual, "[The snow makes it harder to reach the town]."},
	{"BE arguably/perhaps/probably/possibly the/one/a/an", assess, possible, usual, "[It was arguably the best speech of the campaign]."},
	{"BE one of/among the most/best/worst/greatest/strongest/weakest/clearest/toughest/starkest/ugliest", assess, certain, usual, "[It was one of the worst speeches of the campaign]."},
	{"BE among the most/best/worst/greatest/strongest/weakest/clearest/toughest/starkest", assess, certain, usual, "[It was among the worst speeches of the campaign]."},
	{"BE far from", assess, certain, usual, "[The deal is far from done]."},
	{"BE anything/nothing but/short/less/more", assess, certain, usual, "[The debate was anything but calm]."},
	{"BE little more/else than", assess, certain, usual, "[The plan is little more than a wish]."},
	{"BE little doubt/question/hope/sign/wonder that/of/about/it", assess, certain, usual, "[There is little doubt that she won]."},
	{"BE no doubt/question/denying/mistaking/escaping that/about/the", assess, certain, negated, "[There is no doubt that she won]."},
	{"BE proof that/of", assess, certain, usual, "[The vote is proof that the party has changed]."},
	{"do/does/did little/nothing to", assess, certain, usual, "[The speech did little to calm the markets]."},
	{"risk/risks/risked alienating/losing/undermining/becoming/making/turning/being/creating/provoking", assess, certain, usual, "[The plan risks alienating the unions]."},
	{"threaten/threatens/threatened to derail/undermine/overshadow/upend/unravel/split/tear/destroy/undo/become/engulf/overwhelm/complicate", assess, certain, usual, "[The row threatens to derail the talks]."},
	{"prove/proves/proved/proven/proving to? be? ODD/HARD", assess, certain, usual, "[The rule has proved impossible to enforce]."},
	{"become/becomes/became a/an/the KEEN? symbol/liability/distraction/headache/test/flashpoint/problem/embarrassment/lightning/rallying/nightmare/farce/threat", assess, certain, usual, "[The wall has become a symbol of the campaign]."},
	{"deserve/deserves/deserved to/better/credit/praise/scrutiny/the/a/more", assess, certain, usual, "[The plan deserves more scrutiny]."},
	{"BE to blame", assess, certain, usual, "[The minister is to blame]."},
	{"BE not enough to/for", assess, certain, negated, "[The offer was not enough to end the strike]."},
	{"BE crucial/critical/vital/essential/key to/for/in", assess, certain, usual, "[The road is vital for the town]."},
	{"BE worth noting/remembering/asking/considering/watching/recalling/repeating", assess, certain, usual, "[It is worth remembering that he lost]."},
	{"BE time for/to", assess, certain, ofDummies, "[It is time for a new law]."},
	{"BE the right/wrong", assess, certain, usual, "[This is the wrong answer]."},
	{"BE a good/bad/great/terrible/dangerous/smart idea/thing/start/move/choice/deal/example/place", assess, certain, usual, "[The truce is a good start]."},
	{"BE good/bad/great/terrible/welcome/better/worse news", assess, certain, usual, "[The truce is good news for the town]."},
	{"BE why/because", assess, certain, ofDummies, "[That is why the bill failed]."},
	{"help/helps/helped? explain/explains/explained why", assess, certain, ofThings, "[The heat helps explain why the crop failed]."},
	{"BE the kind/sort/type of", assess, certain, usual, "[It is the kind of deal that never lasts]."},
	{"BE more/less about", assess, certain, usual, "[The debate was less about money than pride]."},
	{"pose/poses/posed a/an KEEN? threat/challenge/risk/problem/test/danger", assess, certain, usual, "[The strike poses a serious threat to the mayor]."},
	{"amount/amounts/amounted to a/an", assess, certain, usual, "[The ruling amounts to a ban]."},
	{"BE tantamount/akin to", assess, certain, usual, "[The ruling is tantamount to a ban]."},
	{"smack/smacks/smacked/reek/reeks of", assess, certain, usual, "[The ruling smacks of revenge]."},
	{"run/runs/ran counter to", assess, certain, usual, "[The plan runs counter to the law]."},
	{"fly/flies/flew in the face of", assess, certain, usual, "[The plan flies in the face of the facts]."},
	{"backfired", assess, certain, usual, "[The plan backfired]."},
	{"will FATE", forecast, certain, usual, "[The vote will determine the fate of the mayor]."},
	{"seem/seems/seemed to/as/like/that", assess, probable, usual, "[The plan seems to work]."},
	{"BE at odds with", assess, certain, usual, "[The plan is at odds with the law]."},
	{"BE in serious/deep/grave/some? jeopardy/doubt/disarray/turmoil/tatters/peril/shambles", assess, certain, usual, "[The deal is in serious jeopardy]."},
	{"BE under threat/siege", assess, certain, usual, "[The forest is under threat]."},
	{"BE doomed/bound/destined to", forecast, certain, verbal, "[The plan is doomed to fail]."},
	{"BE doomed", assess, certain, usual, "[The plan is doomed]."},
	{"HAS no chance/hope/choice of/to/but", assess, certain, negated, "[The party has no chance of winning]."},
	{"HAS little chance/hope/choice/reason of/to/but", assess, certain, usual, "[The party has little chance of winning]."},
	{"BE likely/unlikely to/that", forecast, probable, usual, "[The bill is likely to pass]."},
	{"BE more/less/most likely/unlikely to", forecast, probable, wide, "[The bill is more likely to pass]."},
	{"SEEM likely/unlikely/set/poised/bound/certain/sure/destined to", forecast, probable, usual, "[The party looks likely to lose]."},
	{"will/would probably/likely/undoubtedly/surely/inevitably/certainly/doubtless", forecast, probable, usual, "[The bill will probably fail]."},
	{"BE not likely to", forecast, probable, negated, "[The bill is not likely to pass]."},
	{"stand/stands to gain/lose/benefit/win", forecast, probable, usual, "[The farmers stand to lose most]."},
	{"should not? be", assess, certain, wide, "[The plan should be dropped]."},
	{"BE poised to", forecast, probable, usual, "[The party is poised to win]."},
	{"BE all but certain/assured/guaranteed to/of", forecast, probable, usual, "[The bill is all but certain to pass]."},
	{"could/may/might AFFECT", forecast, possible, usual, "[The scandal could hurt the party]."},
	{"will have/need to", forecast, certain, wide, "[The party will have to find a leader]."},
	{"may/might be", assess, possible, wide, "[The plan may be a trap]."},
	{"may/might have", assess, possible, wide, "[The plan may have failed]."},
	{"appear/appears/appeared to/as/like/that", assess, probable, wide, "[The plan appears to work]."},
}

type rule struct {
	row

	words chunk.Pattern
}

func (r *rule) is(k kind) bool { return r.kind&k != 0 }

var rules = compile()

func compile() []rule {
	out := make([]rule, len(rows))
	for i, x := range rows {
		out[i] = rule{x, chunk.NewPattern(x.words, classes)}
	}
	return out
}

// rowAt returns the first row that begins at a word, and the word behind it.
func (r *reader) rowAt(i int, scope Scope) (*rule, int, bool) {
	for k := range rules {
		x := &rules[k]
		if x.is(wide) && scope != All || !x.words.Begins(r.Low(i)) {
			continue
		}
		if end, ok := x.words.At(r, i); ok {
			return x, end, true
		}
	}
	return nil, i, false
}
