package event

import (
	"readout/internal/language/chunk"
	"readout/internal/language/text"
	"readout/internal/reading/mention"
	"readout/internal/reading/timex"
)

// What it costs to tie a time or place to a trigger, by what stands between. A
// word more costs one.
const (
	costClause  = 8  // a clause begins
	costTrigger = 12 // another act is told of
	mostCost    = 60 // above it nothing is tied
)

// cost returns how far a span stands from an event among those of its sentence.
func (f *finder) cost(all []Event, k int, s text.Span) int {
	from, to := all[k].Trigger, s
	if s.Start < from.Start {
		from, to = s, from
	}
	_, i := f.tokens(from)
	j, _ := f.tokens(to)
	cost := max(0, j-i) + costClause*f.breaks(i-1, j)
	for o, other := range all {
		if o != k && from.End <= other.Trigger.Start && other.Trigger.End <= to.Start {
			cost += costTrigger
		}
	}
	return cost
}

// timeOf returns the time that stands nearest to an event, or -1.
func (f *finder) timeOf(all []Event, k int) int {
	best, least := -1, mostCost
	for i := f.times.from; i < f.times.to; i++ {
		t := f.in.Times[i]
		if t.Type != timex.Date && t.Type != timex.Clock || f.heldBy(all[k], t.Span) {
			continue
		}
		if c := f.cost(all, k, t.Span); c < least {
			best, least = i, c
		}
	}
	return best
}

// heldBy reports whether a time or place is part of who takes part.
func (f *finder) heldBy(e Event, s text.Span) bool {
	for _, list := range [][]text.Span{e.Actors, e.Recipients} {
		for _, p := range list {
			if p.Overlaps(s) {
				return true
			}
		}
	}
	return false
}

// locating are the prepositions before where something happens.
var locating = chunk.WordSet(`in at near outside inside across around`)

// placeOf returns the place name that stands nearest to an event behind one of
// them, or an empty span.
func (f *finder) placeOf(all []Event, k int) text.Span {
	best, least := text.Span{}, mostCost
	for _, n := range f.names {
		if n.Kind != mention.Place || f.heldBy(all[k], n.Span) || !f.located(n.Span) {
			continue
		}
		if c := f.cost(all, k, n.Span); c < least {
			best, least = n.Span, c
		}
	}
	return best
}

// longestLead is how many words may stand between the preposition and the name:
// "in the southern city of Basra".
const longestLead = 5

// located reports whether a preposition of place leads to a name.
func (f *finder) located(name text.Span) bool {
	first, _ := f.tokens(name)
	for i := first - 1; i >= max(0, first-1-longestLead); i-- {
		switch w := f.Word(i); {
		case locating[w]:
			return true
		case w != "of" && w != "the" && w != "'s" && w != "’s" && f.Closes(i):
			return false
		}
	}
	return false
}
