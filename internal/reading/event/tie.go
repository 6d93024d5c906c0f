package event

import (
	"slices"

	"readout/internal/language/chunk"
	"readout/internal/language/text"
	"readout/internal/reading/event/grammar"
)

// What it costs to tie a time or place to a trigger, by what stands between; a word
// more costs one. Chosen on the labelled times of 1,376 sentences and on MEANTIME,
// where no other choice by half or double was better by more than 0.5 points.
const (
	costClause  = 8  // a clause begins
	costTrigger = 12 // another act is told of
	costObject  = 2  // the object of the act is an act itself
	costVerb    = 6  // something else is told of
	costBefore  = 10 // it stands before the trigger
	slack       = 4  // how much farther than the nearest act one may stand
)

// A manner is how times, or places, hang on words.
type manner struct {
	noun  int // what it costs that the trigger is a noun
	right int // how many words may stand between it and a verb behind it, or -1
	most  int // the cost above which nothing is tied
}

// ofTime ties a time to verbs rather than to their objects, and to a verb right
// behind it: "Obama on Friday again urged". ofPlace ties a place to what stands
// before it.
var (
	ofTime  = manner{noun: 8, right: 2, most: 40}
	ofPlace = manner{noun: 0, right: -1, most: 30}
)

// far is more than any cost.
const far = 1 << 20

// widest is how many words may stand between a trigger and what is tied to it: it
// bounds the search in sentences that are none.
const widest = 80

// cost returns how far a time or place stands from an event among those of its
// sentence, far where the words do not tie them.
func (f *finder) cost(m manner, all []Event, k int, s text.Span) int {
	trigger := all[k].Trigger
	if i, j := f.between(trigger, s); j-i > widest {
		return far
	}
	if !slices.Equal(f.contents.around(trigger), f.contents.around(s)) {
		return far // one is said, the other is not
	}
	cost := f.gap(m, trigger, s) + f.crossed(all, k, s)
	if f.Nominal(trigger) {
		cost += m.noun
	}
	if k > 0 && s.End <= all[k-1].Trigger.Start && f.coordinate(all[k-1].Trigger, trigger) {
		return min(cost, f.cost(m, all, k-1, s)+1) // "On Monday he came and saw her"
	}
	return cost
}

// gap returns the cost of the words and clauses between a trigger and a span. What
// opens the sentence belongs to all of it.
func (f *finder) gap(m manner, trigger, s text.Span) int {
	before := s.Start < trigger.Start
	if before && f.leads(s) {
		return 0
	}
	i, j := f.between(trigger, s)
	cost := max(0, j-i) + costClause*f.Breaks(i-1, j)
	if before && j-i > m.right {
		cost += costBefore
	}
	return cost
}

// between returns the tokens between two spans, half open.
func (f *finder) between(a, b text.Span) (from, to int) {
	if b.Start < a.Start {
		a, b = b, a
	}
	_, from = f.Range(a)
	to, _ = f.Range(b)
	return from, to
}

// crossed returns the cost of the other acts and verbs between an event and a span.
func (f *finder) crossed(all []Event, k int, s text.Span) int {
	i, j := f.between(all[k].Trigger, s)
	nominal, cost := f.Nominal(all[k].Trigger), 0
	for n := i; n < j; n++ {
		if chunk.IsPast(f.Word(n)) && !f.isTrigger(all, f.Tokens[n].Span) {
			cost += costVerb
		}
	}
	for o, other := range all {
		first, _ := f.Range(other.Trigger)
		if o == k || first < i || first >= j {
			continue
		}
		if !nominal && f.Nominal(other.Trigger) {
			cost += costObject
			continue
		}
		cost += costTrigger
	}
	return cost
}

// closest returns the least cost of a span to any event of the sentence.
func (f *finder) closest(m manner, all []Event, s text.Span) int {
	least := far
	for o := range all {
		least = min(least, f.cost(m, all, o, s))
	}
	return least
}

// coordinate reports whether "and" joins the second of two verbs to the first.
func (f *finder) coordinate(a, b text.Span) bool {
	i, _ := f.Range(b)
	i--
	for i > 0 && (chunk.IsAdverb(f.Word(i)) || f.Word(i) == "then" || f.Word(i) == "also") {
		i--
	}
	k, _ := f.Range(a)
	return (f.Word(i) == "and" || f.Word(i) == "or") && !f.Nominal(a) && !f.Nominal(b) && f.Breaks(k, i) <= 1
}

func (f *finder) isTrigger(all []Event, s text.Span) bool {
	return slices.ContainsFunc(all, func(e Event) bool { return e.Trigger.Overlaps(s) })
}

// heading are prepositions that open a sentence.
var heading = chunk.WordSet(`on in at during over by after before late early earlier
	within under amid following from`)

// opener are words before a time that opens a sentence.
var opener = chunk.WordSet(`on in at also late early earlier by just but and only
	meanwhile , during over`)

// longestHead is how many words may stand before a time that belongs to them.
const longestHead = 12

// leads reports whether a time belongs to the words that open the sentence: "On
// Friday, …", "At a meeting in Rome on Friday, …".
func (f *finder) leads(s text.Span) bool {
	i, end := f.Range(s)
	if i > longestHead {
		return false
	}
	bare := true
	for n := range i {
		bare = bare && opener[f.Word(n)]
	}
	if bare {
		return true
	}
	if !heading[f.Word(0)] || f.Word(end) != "," {
		return false
	}
	for n := 1; n < i; n++ {
		if chunk.IsPast(f.Word(n)) || grammar.Auxiliaries[f.Word(n)] || f.Word(n) == "," {
			return false
		}
	}
	return true
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
