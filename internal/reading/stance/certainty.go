package stance

import (
	"readout/internal/reading/stance/saying"
	"readout/record"
)

const (
	certain  = record.CertaintyCertain
	probable = record.CertaintyProbable
	possible = record.CertaintyPossible
	unknown  = record.CertaintyUnknown
)

// unhedged is the model's probability below which a content without a hedge is
// certain whatever the model says: of 36 statements of the training labels in
// which both disagree and one is right, the model is in 10.
const unhedged = 0.92

// certainty returns how sure the speaker presents the content: unknown in a
// silence or a question, and else the weakest hedge or the model decides. What is
// wanted is certain though a "suggests" or "expects" asks for it.
func certainty(s saying.Saying, j Judgement, hedges []hedge) record.Certainty {
	if j.Polarity == declined || j.Polarity == omitted || j.Act == ask {
		return unknown
	}
	g := best(s.Odds.Certainty, record.ParseCertainty)
	h, hedged := weakest(hedges)
	switch {
	case hedged && j.Act != request && h.rule.right > g.odds:
		return h.rule.value
	case !hedged && g.odds > 0 && g.odds < unhedged:
		return certain
	}
	return g.value
}

// weakest returns the first hedge of those that make the content least certain.
func weakest(all []hedge) (hedge, bool) {
	var out hedge
	for _, h := range all {
		if out.rule == nil || h.rule.value > out.rule.value {
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
