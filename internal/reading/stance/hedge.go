package stance

import (
	"slices"
	"strings"

	"readout/internal/reading/phrase/pattern"
	"readout/internal/reading/stance/saying"
	"readout/record"
)

// A hedgeRule is words that lower the certainty, in the cue, the main clause or
// both. Right is how often they do, as in the rules of the other tables. Words
// that look like hedges but are none hide the rules below.
type hedgeRule struct {
	where      part
	words      pattern.Pattern
	value      record.Certainty
	likelihood Range
	right      float64
	example    string // "[speaker] «cue» {content} => hedge"
}

// A part is where a hedge may stand.
type part uint8

const (
	anywhere part = iota
	inCue
	inContent
)

// noHedge is the value of words that only look like one.
const noHedge = record.Certainty(0)

// hedged returns the rule of words in the «cue», in the {content} or in either.
func hedged(words string, v record.Certainty, l Range, right float64, example string) hedgeRule {
	where := anywhere
	switch {
	case strings.HasPrefix(words, "«"):
		where = inCue
	case strings.HasPrefix(words, "{"):
		where = inContent
	}
	return hedgeRule{where, pattern.Compile(strings.Trim(words, "«»{}")), v, l, right, example}
}

// The scale of ICD 203.
var (
	almostNone = Range{.01, .05}
	veryUnlike = Range{.05, .20}
	unlikely   = Range{.20, .45}
	even       = Range{.45, .55}
	likely     = Range{.55, .80}
	veryLikely = Range{.80, .95}
	almostSure = Range{.95, .99}
	none       Range
)

// hedgeRules are in order: at a word, the first row that fits counts.
var hedgeRules = []hedgeRule{
	hedged("likely voter*/caucus*/democrat*/republican*/nominee*/candidate*/"+
		"electorate*/opponent*/presidential", noHedge, none, 1,
		"[The poll] «found» {that likely voters prefer Smith} => "),
	hedged("his/her/its/their/your/'s likely", noHedge, none, 1,
		"[He] «criticized» {his likely rival} => "),
	hedged("more likely", noHedge, none, 1,
		"[The study] «found» {that the young are more likely to move} => "),
	hedged("almost/virtually/nearly no chance", probable, almostNone, 0.8,
		"[He] «said» {there was almost no chance of a deal} => almost no chance"),
	hedged("almost certain/certainly not", probable, almostNone, 0.8,
		"[She] «said» {the bill will almost certainly not pass} => almost certainly not"),
	hedged("almost/nearly/virtually certain/certainly/sure", probable, almostSure, 0.8,
		"[He] «said» {the bill will almost certainly pass} => almost certainly"),
	hedged("very/highly/extremely/most unlikely/improbable", probable, veryUnlike, 0.95,
		"[The envoy] «said» {a deal was highly unlikely} => highly unlikely"),
	hedged("very/highly/extremely/quite likely/probable", probable, veryLikely, 0.9,
		"[The bank] «said» {a default was very likely} => very likely"),
	hedged("not … likely", probable, unlikely, 0.9,
		"[The union] «said» {it was not likely to strike} => not likely"),
	hedged("unlikely/improbable", probable, unlikely, 0.92,
		"[The union] «said» {it was unlikely to strike} => unlikely"),
	hedged("roughly even/fifty-fifty chance/odds", possible, even, 0.8,
		"[The service] «sees» {a roughly even chance of war} => roughly even chance"),
	hedged("even odds/chance", possible, even, 0.8,
		"[The service] «gives» {even odds of a war} => even odds"),
	hedged("less likely", probable, none, 0.8,
		"[Voters] «said» {they were less likely to come} => less likely"),
	hedged("probably/likely/probable", probable, likely, 0.95,
		"[The bank] «said» {rates will probably rise} => probably"),
	hedged("presumably", probable, none, 0.7,
		"[The mayor] «said» {it was presumably an accident} => presumably"),
	hedged("may/might as well", noHedge, none, 1,
		"[The envoy] «said» {they might as well go home} => "),
	hedged("«may/might/could»", possible, none, 0.85,
		"[They] «may endorse» {the mayor} => may"),
	hedged("{may/might}", possible, none, 0.96,
		"[He] «said» {that the talks may fail} => may"),
	hedged("could not/hardly/n't", noHedge, none, 1,
		"[She] «said» {that she could not come} => "),
	hedged("{could}", possible, none, 0.9,
		"[He] «warned» {that the talks could fail} => could"),
	hedged("{perhaps/maybe/possibly/potentially/conceivably}", possible, none, 0.92,
		"[He] «said» {perhaps they will come} => perhaps"),
	hedged("BE possible", possible, none, 0.85,
		"[He] «said» {it was possible that the vote was lost} => was possible"),
	hedged("{possibility}", possible, none, 0.4,
		"[The firm] «mentioned» {the possibility of a merger} => possibility"),
	hedged("«hope/hopes/hoped/hoping»", possible, none, 0.97,
		"[She] «hopes» {that the talks succeed} => hopes"),
	hedged("{hope/hopes}", possible, none, 0.45,
		"[She] «said» {she hopes that the talks succeed} => hopes"),
	hedged("«fear/fears/feared/fearing/worr*/afraid»", possible, none, 0.94,
		"[Analysts] «fear» {that the bank will fail} => fear"),
	hedged("«concerned/nervous»", possible, none, 0.8,
		"[Unions] «are concerned» {that the law will change} => concerned"),
	hedged("«suggest*/hint*/theoriz*/speculat*»", possible, none, 0.65,
		"[The note] «suggests» {that he knew of the plan} => suggests"),
	hedged("{worr*/afraid}", possible, none, 0.85,
		"[She] «said» {she was afraid that the talks would fail} => afraid"),
	hedged("«NOT sure»", possible, none, 0.85,
		"[I] «am not sure» {that they know} => not sure"),
	hedged("«NOT so sure»", possible, none, 0.9,
		"[I] «am not so sure» {that they know} => not so sure"),
	hedged("«NOT know»", unknown, none, 0.75,
		"[We] «do not know» {what happened} => "),
	hedged("«NOT clear/known/certain»", unknown, none, 0.75,
		"«It is not clear» {whether he knew} => "),
	hedged("«unclear/uncertain/uncertainty/unknown»", unknown, none, 0.85,
		"«It is unclear» {whether he knew} => "),
	hedged("«rumor*/rumour*»", possible, none, 0.85,
		"«There are rumours of» {a new phone} => rumours"),
	hedged("«expect*/anticipat*»", probable, none, 0.95,
		"[The flight] «is expected» {to leave on Friday} => expected"),
	hedged("{expected/expects/expect to}", probable, none, 0.4,
		"[The bank] «said» {it expects to lose money} => expects to"),
	hedged("seem/seems/seemed/appears/appeared", probable, none, 0.96,
		"[He] «appears» {tired} => appears"),
}

// A hedge is words that a rule took.
type hedge struct {
	saying.Tokens

	rule *hedgeRule
}

// hedges returns the hedges of a statement's cue and main clause, in the order of
// the text.
func (r *reader) hedges(s saying.Saying) []hedge {
	cue := saying.Tokens{From: s.CueAt.From, To: min(s.CueAt.To, s.CueAt.From+saying.MaxCue)}
	out := r.appendHedges(nil, cue, inCue)
	out = r.appendHedges(out, r.clause(s), inContent)
	slices.SortFunc(out, func(a, b hedge) int { return a.From - b.From })
	return out
}

func (r *reader) appendHedges(dst []hedge, t saying.Tokens, where part) []hedge {
	words := r.Wording(t, t.To-t.From)
	for i := 0; i < len(words); {
		rule, n := hedgeAt(words[i:], where)
		if rule == nil || r.named(t.From+i) {
			i++
			continue
		}
		if rule.value != noHedge {
			at := saying.Tokens{From: t.From + i, To: t.From + i + n}
			dst = append(dst, hedge{at, rule})
		}
		i += n
	}
	return dst
}

// named reports whether a token is of a time or a name, or the month or the name
// "May".
func (r *reader) named(i int) bool {
	t := r.Tokens[i]
	opens := i == 0 || !r.Together(i-1, i) || r.Is(i-1, "“", "\"", ":")
	return t.Time >= 0 || t.Name >= 0 || r.Is(i, "may") && r.Capital(i) && !opens
}

func hedgeAt(words []string, where part) (*hedgeRule, int) {
	for i := range hedgeRules {
		rule := &hedgeRules[i]
		if rule.where != anywhere && rule.where != where {
			continue
		}
		if n, ok := rule.words.At(words); ok {
			return rule, n
		}
	}
	return nil, 0
}

// maxClause is the number of tokens of a main clause that are looked at: hedges
// after them belong to another one more often than not.
const maxClause = 16

// belief is the number of tokens within which "that" only opens what a content
// puts first: "I believe that she will probably win".
const belief = 4

// clause returns the tokens of the main clause of the content: without the
// conjunction and a condition before it, up to the first word that may open
// another.
func (r *reader) clause(s saying.Saying) saying.Tokens {
	from := r.Opened(s.MainAt)
	if r.Is(from, "if", "when", "while", "although", "though", "unless", "even", "because") {
		from = r.pastComma(from, s.MainAt.To)
	}
	if r.Is(from, "that", "how", "why", "what", "whether", "where", ":") {
		from++
	}
	for to := from; to < min(s.MainAt.To, from+maxClause); to++ {
		if to > from && r.opensClause(to) && !(r.Is(to, "that") && to <= from+belief) {
			return saying.Tokens{From: from, To: to}
		}
	}
	return saying.Tokens{From: from, To: min(s.MainAt.To, from+maxClause)}
}

// pastComma returns the token after the first comma of a range, its beginning
// when there is none near.
func (r *reader) pastComma(from, to int) int {
	for i := from; i < min(to, from+2*maxClause); i++ {
		if r.At(i) == "," {
			return r.Opened(saying.Tokens{From: i + 1, To: to})
		}
	}
	return from
}

func (r *reader) opensClause(i int) bool {
	switch r.At(i) {
	case ";", ".", "?", "!", "—", "–":
		return true
	}
	return r.Is(i, "who", "which", "that", "because", "if", "when", "while", "although", "though",
		"unless", "so", "what", "how", "where", "whether", "whose", "until")
}
