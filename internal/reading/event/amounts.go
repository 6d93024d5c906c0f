package event

import (
	"slices"

	"readout/internal/language/chunk"
	"readout/internal/language/text"
	"readout/internal/reading/amount"
	"readout/internal/reading/event/grammar"
	"readout/internal/reading/event/word"
	"readout/record"
)

// amountsOf returns the amounts that count what an event is about: those inside who
// takes part where they are no mere number of parties, and sums and people of its
// own clause with no other act nearer.
func (f *finder) amountsOf(all []Event, k int) []int {
	var out []int
	for i := f.amounts.from; i < f.amounts.to; i++ {
		a := f.in.Amounts[i]
		if f.heldBy(all[k], a.Span) && f.measures(all[k], a) ||
			!f.heldBy(all[k], a.Span) && f.counts(a) && f.nearest(all, k, a.Span) ||
			f.harmed(all[k], a) {
			out = append(out, i)
		}
	}
	return out
}

// measures reports whether an amount inside who takes part says how much of the act
// there was: the harmed of violence, the crowd of a protest, arms, and all of aid
// and of troops; not "the two presidents" of an agreement.
func (f *finder) measures(e Event, a amount.Amount) bool {
	from, to := f.Range(a.Span)
	switch {
	case e.Type == record.EventAid, e.Type == record.EventMobilize:
		return true
	case e.Type == record.EventProtest:
		return slices.ContainsFunc(e.Actors, a.Overlaps)
	case e.Type == record.EventAssault, e.Type == record.EventCoerce:
		arms := word.Any(word.Arms, f.Tokens[from:to])
		return arms || slices.ContainsFunc(e.Recipients, a.Overlaps)
	}
	return false
}

// harmed reports whether an amount says how many an act of violence met, with no
// word for them: "killed five".
func (f *finder) harmed(e Event, a amount.Amount) bool {
	_, end := f.Range(e.Trigger)
	from, to := f.Range(a.Span)
	violent := e.Type == record.EventAssault || e.Type == record.EventCoerce
	return violent && a.Kind == amount.Count && from == end && to == end+1
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
	if f.Breaks(trigger, i) > 0 || f.otherVerb(all, trigger, i) {
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

// otherVerb reports whether a verb that tells of none of the events stands between
// two tokens.
func (f *finder) otherVerb(all []Event, a, b int) bool {
	for i := min(a, b) + 1; i < max(a, b); i++ {
		verb := f.PastVerb(i) && !grammar.Auxiliaries[f.Word(i)] && !f.Upper(i)
		if verb && !f.isTrigger(all, f.Tokens[i].Span) {
			return true
		}
	}
	return false
}
