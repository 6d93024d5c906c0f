package event

import (
	"strings"

	"readout/internal/language/chunk"
	"readout/internal/language/text"
	"readout/internal/reading/timex"
)

// timeOf returns the time that stands nearest to an event, or -1.
func (f *finder) timeOf(all []Event, k int) int {
	best, least := -1, ofTime.most
	for i := f.times.from; i < f.times.to; i++ {
		t := f.in.Times[i]
		if !dates(t) || f.heldBy(all[k], t.Span) || !f.mayDate(all[k].Trigger, t.Span) {
			continue
		}
		if c := f.cost(ofTime, all, k, t.Span); c < least && c <= f.closest(ofTime, all, t.Span)+slack {
			best, least = i, c
		}
	}
	return best
}

// mayDate reports whether the words around a time let it be that of a trigger.
func (f *finder) mayDate(trigger, s text.Span) bool {
	return !f.bounds(trigger, s) && f.describes(trigger, s)
}

// dates reports whether a time is a place in the calendar or a clock time.
func dates(t timex.Time) bool {
	if t.Type != timex.Date && t.Type != timex.Clock {
		return t.Type == timex.Duration && t.Start != ""
	}
	return t.Start != "" || !strings.HasSuffix(t.Value, "_REF")
}

// longestLeft is how many words before a trigger, or behind a time, may tie the two.
const longestLeft = 3

// perfect are the auxiliaries of what has lasted.
var perfect = chunk.WordSet(`has have had been`)

// bounds reports whether a time is only the end of something, or the beginning of
// what a trigger does not say to last.
func (f *finder) bounds(trigger, s text.Span) bool {
	i, _ := f.Range(s)
	switch f.Word(i - 1) {
	case "until", "till":
		return true
	case "since":
		first, _ := f.Range(trigger)
		for n := max(0, first-longestLeft); n < first; n++ {
			if perfect[f.Word(n)] {
				return false
			}
		}
		return true
	}
	return false
}

// describes reports whether a time may be that of a trigger, which it may not
// where it describes another noun: "Wednesday's ruling", "the 1991 agreement".
func (f *finder) describes(trigger, s text.Span) bool {
	i, end := f.Range(s)
	own := f.Word(end) == "'s" || f.Word(end) == "’s"
	if own {
		end++
	}
	if !own && !(chunk.Determiners[f.Word(i-1)] && f.Is(end, chunk.WordForm) && !chunk.Stops[f.Word(end)]) {
		return true
	}
	first, _ := f.Range(trigger)
	if first < end || first > end+longestLeft {
		return false
	}
	for n := end; n < first; n++ {
		if f.Closes(n) {
			return false
		}
	}
	return true
}
