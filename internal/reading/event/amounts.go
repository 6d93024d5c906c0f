package event

import (
	"slices"

	"readout/internal/language/chunk"
	"readout/internal/language/text"
	"readout/internal/reading/amount"
	"readout/internal/reading/event/word"
)

// amountsOf returns the amounts that count what an event is about: those inside
// who takes part, and sums and people of its own clause with no other act nearer.
func (f *finder) amountsOf(all []Event, k int) []int {
	var out []int
	for i := f.amounts.from; i < f.amounts.to; i++ {
		a := f.in.Amounts[i]
		if f.heldBy(all[k], a.Span) || f.counts(a) && f.nearest(all, k, a.Span) {
			out = append(out, i)
		}
	}
	return out
}

// counts reports whether an amount is a sum or a number of people or of arms.
func (f *finder) counts(a amount.Amount) bool {
	switch a.Kind {
	case amount.Money:
		return true
	case amount.Percent, amount.Measure:
		return false
	case amount.Count:
	}
	from, to := f.Range(a.Span)
	return slices.ContainsFunc(f.Tokens[from:to], func(t chunk.Token) bool { return word.Counted[t.Word] })
}

// nearest reports whether a span stands in an event's own clause, and nearer to it
// than to any other event.
func (f *finder) nearest(all []Event, k int, s text.Span) bool {
	trigger, _ := f.Range(all[k].Trigger)
	i, _ := f.Range(s)
	if f.Breaks(trigger, i) > 0 {
		return false
	}
	own := f.cost(ofPlace, all, k, s)
	for o := range all {
		if o != k && f.cost(ofPlace, all, o, s) < own {
			return false
		}
	}
	return true
}
