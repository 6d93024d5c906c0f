package extract

import (
	"readout/internal/reading/stance"
	"readout/record"
)

// stances writes what kind of statements the statements are, which are written
// already.
func (w *writer) stances(all []stance.Judgement, who *who) {
	for i, j := range all {
		out := &w.record.Statements[i]
		out.Act, out.Polarity, out.Certainty = j.Act, j.Polarity, j.Certainty
		for _, h := range j.Hedges {
			out.Hedges = append(out.Hedges, w.mark(h))
		}
		for _, a := range j.Addressees {
			out.Addressees = append(out.Addressees, *w.speaker(a, who))
		}
		out.Place = w.speaker(j.Place, who)
		w.outlook(out, j)
	}
}

// outlook writes how likely something is, and when it is to happen.
func (w *writer) outlook(out *record.Statement, j stance.Judgement) {
	if j.Likelihood.High > 0 {
		out.Likelihood = []float64{j.Likelihood.Low, j.Likelihood.High}
	}
	out.Due = w.due(j)
}

// due returns when and on which condition something is to happen, nil when the
// text says neither.
func (w *writer) due(j stance.Judgement) *record.Due {
	if j.Due < 0 && j.Condition.Empty() {
		return nil
	}
	out := &record.Due{}
	if j.Due >= 0 {
		out.Time = w.time[j.Due]
	}
	if !j.Condition.Empty() {
		mark := w.mark(j.Condition)
		out.Condition = &mark
	}
	return out
}

// polarities returns how the speakers of statements stand to what they say.
func polarities(all []stance.Judgement) []record.Polarity {
	out := make([]record.Polarity, len(all))
	for i, j := range all {
		out[i] = j.Polarity
	}
	return out
}
