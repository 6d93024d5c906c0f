package store

import (
	"cmp"
	"slices"

	"readout/internal/keeping/query"
	"readout/record"
)

// sentences returns for each event the folded sentence of its trigger, or the
// trigger alone where the record has no text or no sentences.
func sentences(r *record.Record) []string {
	out := make([]string, len(r.Events))
	for i := range r.Events {
		out[i] = query.Fold(r.Events[i].Trigger.Exact)
	}
	if r.Document.Text == nil || len(r.Events) == 0 {
		return out
	}
	bytes, err := r.In(record.OffsetsByte)
	if err != nil {
		return out // spans outside the text: Check tells of them
	}
	text, all := *bytes.Document.Text, bytes.Document.Sentences
	for i := range bytes.Events {
		at := bytes.Events[i].Trigger.Span.Start
		n, found := slices.BinarySearchFunc(all, at, func(s record.Span, at int) int {
			if s.End <= at {
				return -1
			}
			return cmp.Compare(max(s.Start, at), at)
		})
		if found {
			out[i] = query.Fold(text[all[n].Start:all[n].End])
		}
	}
	return out
}
