package rule

import (
	"readout/internal/reading/timex/pattern"
	"readout/internal/reading/timex/value"
)

// sides says on which side of the present a word is.
var sides = map[string]string{
	"past": "PAST_REF", "former": "PAST_REF", "earlier": "PAST_REF", "previous": "PAST_REF",
	"ago": "PAST_REF", "last": "PAST_REF", "recent": "PAST_REF", "before": "PAST_REF",
	"old": "PAST_REF", "early": "PAST_REF", "history": "PAST_REF", "then": "PAST_REF",
	"present": "PRESENT_REF", "current": "PRESENT_REF", "this": "PRESENT_REF",
	"today": "PRESENT_REF", "yet": "PRESENT_REF", "future": "FUTURE_REF",
	"later": "FUTURE_REF", "next": "FUTURE_REF", "coming": "FUTURE_REF",
	"upcoming": "FUTURE_REF", "ahead": "FUTURE_REF", "eventually": "FUTURE_REF",
}

func readGuess(r *Reader, m *match) (reading, bool) {
	kind, _ := m.Get("type")
	for i := m.Start; i < m.End; i++ {
		low := r.Words.Low(i)
		u, ok := pattern.UnitOf(low)
		switch {
		case ok && value.Type(kind.S) == value.Set:
			return set(value.Length{Count: 1, Unit: u}.Value())
		case ok && value.Type(kind.S) == value.Duration:
			return duration(value.Length{Count: -1, Unit: u})
		case sides[low] != "" && value.Type(kind.S) == value.Date:
			return value.Word(sides[low]), true
		}
	}
	if value.Type(kind.S) == value.Duration {
		return reading{Kind: value.Duration, Value: "PXX", Anchor: value.NoAnchor}, true
	}
	return reading{}, false
}
