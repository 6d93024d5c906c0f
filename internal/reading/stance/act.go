package stance

import (
	"readout/internal/reading/stance/saying"
	"readout/record"
)

const (
	state    = record.ActState
	assess   = record.ActAssess
	forecast = record.ActForecast
	commit   = record.ActCommit
	request  = record.ActRequest
	ask      = record.ActAsk
)

// acts tells what a speaker does by a statement where the cue says it.
var acts = table[record.Act]{
	when("ask*/question*/wonder*/inquir*/enquir* "+
		"{^if/whether/what/how/why/when/who/which/where/about}", ask, 0.99,
		"[A reporter] «asked» {whether he would resign}"),
	when("question* is/about/of/over", ask, 0.6,
		"[They] «had questions about» {the budget}"),
	when("asked/wondered about/whether/if/why/how", ask, 0.95,
		"«was asked about» {the bombing}"),
	when("ask* {to}", request, 0.97,
		"[The council] «asked» {the schools to pay the tax}"),
	when("propos*/request*/recommend*/requir*/appeal", request, 0.8,
		"[The senator] «has proposed» {a lower tax}"),
	when("offer/offers/offered/offering", commit, 0.75,
		"[The bank] «offered» {to lend 60 billion}"),
	when("urg*/demand*/implor*/beg/begged/exhort*", request, 0.97,
		"[Police] «urged» {people to stay at home}"),
	when("call/calls/called/calling on/upon/for", request, 0.97,
		"[The senator] «called on» {Congress to investigate}"),
	when("barred/bars/forbid*/forbade/prohibit*/banned", request, 0.85,
		"[A judge] «barred» {him from working there}"),
	when("order/orders/ordered/ordering", request, 0.85,
		"[A judge] «ordered» {the department to release the letters}"),
	when("refus*/declin* {^to}", commit, 0.97,
		"[The governor] «refused» {to sign the bill}"),
	when("promis*/pledg*/vow/vows/vowed/vowing", commit, 0.99,
		"[He] «promised» {to build a wall}"),
	when("threaten* {^to}", commit, 0.8,
		"[The union] «threatened» {to strike in May}"),
	when("plan/plans/planned/planning/intend*", commit, 0.97,
		"[The firm] «plans» {to cut 500 jobs}"),
	when("agreed/agree/agrees {^to}", commit, 0.85,
		"[The two sides] «agreed» {to meet again}"),
	when("BE … expected/projected/forecast/anticipated", forecast, 0.93,
		"[The flight] «is expected» {to leave on Friday}"),
	when("predict*/forecast*/project/projects/projected/anticipat*", forecast, 0.93,
		"[The bank] «predicted» {a fall in prices}"),
	when("expect/expects/expecting", forecast, 0.82,
		"[Analysts] «expect» {the party to lose}"),
	when("hope*/hoping/fear/fears/feared/fearing", assess, 0.99,
		"[She] «hopes» {that the talks succeed}"),
	when("prais*/critici*/condemn*/blam*/accus*/slam*/denounc*/applaud*/describ*/oppos*", assess, 0.98,
		"[The mayor] «praised» {the firemen}"),
	when("said/says/saying/told/wrote/tweeted/added/: "+
		"{^do/don't/let's/imagine/remember/stop/please !you/we/they/i/it/he/she}", request, 0.95,
		"[She] «said» {“Do not let the vote be stolen”}"),
	when("{^i ask/implore/urge/beg/demand !about}", request, 0.85,
		"[The mayor] «wrote» {“I urge you to stay at home”}"),
	when("{^i'll/we'll}", commit, 0.7,
		"[The owner] «said» {“We'll keep it open”}"),
	when("{^i/we WILL/plan/intend}", commit, 0.7,
		"[She] «said» {“I will sign it”}"),
	when("{^that he/she/they/it would/will}", commit, 0.65,
		"[He] «said» {that he would support the mayor}"),
	when("{^he/she/they/it would/will}", commit, 0.6,
		"[He] «said» {he would support the mayor}"),
}

// ofSilence is how often a silence is told as a fact: "declined to say whether
// the general would go".
const ofSilence = 0.9

// act returns what the speaker does. A content that ends as a question is one
// where the model does not know better.
func (r *reader) act(s saying.Saying, p record.Polarity) record.Act {
	g := best(s.Odds.Act, record.ParseAct)
	if (p == declined || p == omitted) && g.odds < ofSilence {
		return state
	}
	if r.questions(s) && g.odds < asksByMark {
		return ask
	}
	return acts.decide(s, g)
}

// asksByMark is how often a content whose first sentence ends with a question
// mark asks.
const asksByMark = 0.85

// maxQuestion is the number of tokens of a content in which its first sentence is
// sought to end.
const maxQuestion = 60

// questions reports whether the first sentence of a content ends with a question
// mark.
func (r *reader) questions(s saying.Saying) bool {
	t := s.MainAt
	for i := t.From; i < min(t.To, t.From+maxQuestion); i++ {
		switch r.At(i) {
		case "?":
			return true
		case ".", "!", ";":
			return false
		}
	}
	return false
}
