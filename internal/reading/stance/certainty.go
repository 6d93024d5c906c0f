package stance

import (
	"slices"

	"readout/record"
)

const (
	certain  = record.CertaintyCertain
	probable = record.CertaintyProbable
	possible = record.CertaintyPossible
	unknown  = record.CertaintyUnknown
)

// A hedgeRow is words that lower the certainty, where they stand in the cue or
// the main clause. Right is the share of statements of the training labels with
// the words for which the certainty holds. Words that look like hedges but are
// none have no value, and hide the rows below.
type hedgeRow struct {
	words      string
	where      part
	value      record.Certainty
	likelihood Range
	right      float64
	example    string
}

// A part is where a hedge may stand.
type part uint8

const (
	anywhere part = iota
	inCue
	inContent
)

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

type hedgeRule struct {
	hedgeRow

	words pattern
}

// hedgeRules are in order: at a word, the first row that fits counts.
var hedgeRules = hedgeTable([]hedgeRow{
	{"likely voter*/caucus*/democrat*/republican*/nominee*/candidate*/electorate*/opponent*/presidential", anywhere, 0, none, 1,
		"[The poll] «found» {that likely voters prefer Smith} => "},
	{"more likely", anywhere, 0, none, 1,
		"[The study] «found» {that the young are more likely to move} => "},
	{"almost/virtually/nearly no chance", anywhere, probable, almostNone, 0.8,
		"[He] «said» {there was almost no chance of a deal} => almost no chance"},
	{"almost certain/certainly not", anywhere, probable, almostNone, 0.8,
		"[She] «said» {the bill will almost certainly not pass} => almost certainly not"},
	{"almost/nearly/virtually certain/certainly/sure", anywhere, probable, almostSure, 0.8,
		"[He] «said» {the bill will almost certainly pass} => almost certainly"},
	{"very/highly/extremely/most unlikely/improbable", anywhere, probable, veryUnlike, 0.9,
		"[The envoy] «said» {a deal was highly unlikely} => highly unlikely"},
	{"very/highly/extremely/quite likely/probable", anywhere, probable, veryLikely, 0.9,
		"[The bank] «said» {a default was very likely} => very likely"},
	{"not … likely", anywhere, probable, unlikely, 0.85,
		"[The union] «said» {it was not likely to strike} => not likely"},
	{"unlikely/improbable", anywhere, probable, unlikely, 0.8,
		"[The union] «said» {it was unlikely to strike} => unlikely"},
	{"roughly even/fifty-fifty chance/odds", anywhere, possible, even, 0.8,
		"[The service] «sees» {a roughly even chance of war} => roughly even chance"},
	{"even odds/chance", anywhere, possible, even, 0.8,
		"[The service] «gives» {even odds of a war} => even odds"},
	{"less likely", anywhere, probable, none, 0.7,
		"[Voters] «said» {they were less likely to come} => less likely"},
	{"probably/likely/probable", anywhere, probable, likely, 0.75,
		"[The bank] «said» {rates will probably rise} => probably"},
	{"presumably", anywhere, probable, none, 0.7,
		"[The mayor] «said» {it was presumably an accident} => presumably"},
	{"may/might as well", anywhere, 0, none, 1,
		"[The envoy] «said» {they might as well go home} => "},
	{"may/might", inContent, possible, none, 0.8,
		"[He] «said» {that the talks may fail} => may"},
	{"could not/hardly/n't", anywhere, 0, none, 1,
		"[She] «said» {that she could not come} => "},
	{"could", inContent, possible, none, 0.75,
		"[He] «warned» {that the talks could fail} => could"},
	{"perhaps/maybe/possibly/potentially/conceivably", inContent, possible, none, 0.7,
		"[He] «said» {perhaps they will come} => perhaps"},
	{"BE possible", anywhere, possible, none, 0.85,
		"[He] «said» {it was possible that the vote was lost} => was possible"},
	{"possibility", inContent, possible, none, 0.75,
		"[The firm] «mentioned» {the possibility of a merger} => possibility"},
	{"hope/hopes/hoped/hoping", inCue, possible, none, 0.93,
		"[She] «hopes» {that the talks succeed} => hopes"},
	{"hope/hopes", inContent, possible, none, 0.6,
		"[She] «said» {she hopes that the talks succeed} => hopes"},
	{"fear/fears/feared/fearing/worr*/afraid", inCue, possible, none, 0.93,
		"[Analysts] «fear» {that the bank will fail} => fear"},
	{"concerned/nervous", inCue, possible, none, 0.8,
		"[Unions] «are concerned» {that the law will change} => concerned"},
	{"suggest*/hint*/theoriz*/speculat*", inCue, possible, none, 0.6,
		"[The note] «suggests» {that he knew of the plan} => suggests"},
	{"not sure", inCue, possible, none, 0.85,
		"[I] «am not sure» {that they know} => not sure"},
	{"expect*/anticipat*", inCue, probable, none, 0.93,
		"[The flight] «is expected» {to leave on Friday} => expected"},
	{"expected/expects", inContent, probable, none, 0.6,
		"[The bank] «said» {it expects to lose money} => expects"},
	{"seem/seems/seemed/appears/appeared", anywhere, probable, none, 0.85,
		"[He] «appears» {tired} => appears"},
})

func hedgeTable(all []hedgeRow) []hedgeRule {
	out := make([]hedgeRule, len(all))
	for i, r := range all {
		out[i] = hedgeRule{r, compile(r.words)}
	}
	return out
}

// A hedge is words that a rule took.
type hedge struct {
	tokens

	rule *hedgeRule
}

// hedges returns the hedges of a statement's cue and main clause, in the order of
// the text.
func (r *reader) hedges(s saying) []hedge {
	cue := tokens{s.cue.from, min(s.cue.to, s.cue.from+maxCue)}
	out := r.appendHedges(nil, cue, inCue)
	out = r.appendHedges(out, r.clause(s), inContent)
	slices.SortFunc(out, func(a, b hedge) int { return a.from - b.from })
	return out
}

func (r *reader) appendHedges(dst []hedge, t tokens, where part) []hedge {
	words := r.words(t, t.to-t.from)
	for i := 0; i < len(words); {
		rule, n := hedgeAt(words[i:], where)
		if rule == nil {
			i++
			continue
		}
		if rule.value != 0 {
			at := tokens{t.from + i, t.from + i + n}
			dst = append(dst, hedge{at, rule})
		}
		i += n
	}
	return dst
}

func hedgeAt(words []string, where part) (*hedgeRule, int) {
	for i := range hedgeRules {
		rule := &hedgeRules[i]
		if rule.where != anywhere && rule.where != where {
			continue
		}
		if n, ok := rule.words.at(words); ok {
			return rule, n
		}
	}
	return nil, 0
}

// maxClause is the number of tokens of a main clause that are looked at: hedges
// after them belong to another one more often than not.
const maxClause = 16

// clause returns the tokens of the main clause of the content: without the
// conjunction and a condition before it, up to the first word that may open
// another.
func (r *reader) clause(s saying) tokens {
	from := r.opened(s.content)
	if r.Is(from, "if", "when", "while", "although", "though", "unless", "even", "because") {
		from = r.pastComma(from, s.content.to)
	}
	if r.Is(from, "that", "how", "why", "what", "whether", "where", ":") {
		from++
	}
	for to := from; to < min(s.content.to, from+maxClause); to++ {
		if to > from && r.opensClause(to) {
			return tokens{from, to}
		}
	}
	return tokens{from, min(s.content.to, from+maxClause)}
}

// pastComma returns the token after the first comma of a range, its beginning
// when there is none near.
func (r *reader) pastComma(from, to int) int {
	for i := from; i < min(to, from+2*maxClause); i++ {
		if r.At(i) == "," {
			return r.opened(tokens{i + 1, to})
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

// certainty returns how sure the speaker presents the content: unknown in a
// silence or a question, and else the weakest hedge or the model decides.
func certainty(s saying, j Judgement, hedges []hedge) record.Certainty {
	if j.Polarity == declined || j.Polarity == omitted || j.Act == ask {
		return unknown
	}
	g := best(s.Odds.Certainty, record.ParseCertainty)
	if h, ok := weakest(hedges); ok && h.rule.right > g.odds {
		return h.rule.value
	}
	return g.value
}

// weakest returns the first hedge of those that make the content least certain.
func weakest(all []hedge) (hedge, bool) {
	var out hedge
	for _, h := range all {
		if out.rule == nil || h.rule.value == possible && out.rule.value == probable {
			out = h
		}
	}
	return out, out.rule != nil
}

// likelihood returns the range of the first word of the scale.
func likelihood(all []hedge) Range {
	for _, h := range all {
		if h.rule.likelihood != none {
			return h.rule.likelihood
		}
	}
	return none
}
