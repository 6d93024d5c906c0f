package extract

import (
	"cmp"
	"slices"

	"readout/internal/language/text"
	"readout/internal/reading/attribution"
	"readout/internal/reading/narrative"
	"readout/internal/reading/stance"
	"readout/record"
)

// narrative writes the judgements of the author as statements, and puts all
// statements in the order of their contents. What refers to statements by their
// place in the list is written before.
func (w *writer) narrative(
	all []narrative.Judgement, outlook []stance.Judgement, who *who, published bool,
) {
	for _, j := range all {
		author := record.Author
		s := attribution.Statement{Content: []text.Span{j.Content}}
		out := record.Statement{
			ID: w.id(record.KindStatement, j.Content), Form: record.FormNarrative,
			Act: j.Act, Polarity: record.PolarityAffirmed, Certainty: j.Certainty,
			Speaker: &record.Arg{Entity: &author}, About: w.about(s, who),
			Content: record.Content{
				Spans: w.spans(s.Content), Text: attribution.Words(w.doc, s),
			},
			Score: score(narrative.Score),
		}
		for _, h := range j.Hedges {
			out.Hedges = append(out.Hedges, w.mark(h))
		}
		if j.Act == record.ActForecast {
			w.outlook(&out, outlook[0])
			outlook = outlook[1:]
		}
		if published {
			out.Said = &record.Said{Time: record.Published, Basis: record.BasisPublished}
		}
		w.record.Statements = append(w.record.Statements, out)
	}
	if len(all) == 0 {
		return
	}
	slices.SortStableFunc(w.record.Statements, func(a, b record.Statement) int {
		return cmp.Compare(a.Content.Spans[0].Start, b.Content.Spans[0].Start)
	})
}

// foreseen returns the forecasts of the author as statements without a cue.
func foreseen(all []narrative.Judgement) []attribution.Statement {
	var out []attribution.Statement
	for _, j := range all {
		if j.Act == record.ActForecast {
			at := text.Span{Start: j.Content.Start, End: j.Content.Start}
			out = append(out, attribution.Statement{Cue: at, Content: []text.Span{j.Content}, Inside: -1})
		}
	}
	return out
}
