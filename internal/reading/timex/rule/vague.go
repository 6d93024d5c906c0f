package rule

import (
	"readout/internal/reading/timex/pattern"
	"readout/internal/reading/timex/value"
)

// vagues say only which side of the present they are on.
var vagues = []Rule{
	{"vague", "recently|lately", pastRef, Sure, "recently => PAST_REF"},
	{"vague", "more recently", pastRef, Sure, "more recently => PAST_REF"},
	{"vague", "previously", pastRef, Weak, "previously => PAST_REF"},
	{"vague", "recent", pastRef, Weak, "recent => PAST_REF"},
	{"vague", "formerly|once|then|earlier|before", pastRef, Weak, "once => PAST_REF"},
	{"vague", "the past", pastRef, Likely, "the past => PAST_REF"},
	{"vague", "the? time", theTime, Weak, "the time => PAST_REF"},
	{"vague", "that time", theTime, Sure, "that time => PAST_REF"},
	{"vague", "now|currently|nowadays", presentRef, Sure, "now => PRESENT_REF"},
	{"vague", "current", presentRef, Likely, "current => PRESENT_REF"},
	{"vague", "presently|immediately|present", presentRef, Weak, "presently => PRESENT_REF"},
	{"vague", "these days", presentRef, Sure, "these days => PRESENT_REF"},
	{"vague", "the present|moment", presentRef, Weak, "the moment => PRESENT_REF"},
	{"vague", "this moment|time|point", presentRef, Weak, "this time => PRESENT_REF"},
	{"vague", "soon", soon, Likely, "soon => FUTURE_REF"},
	{"vague", "shortly", futureRef, Weak, "shortly => FUTURE_REF"},
	{"vague", "the future", futureRef, Sure, "the future => FUTURE_REF"},
	{"vague", "the? near|immediate|foreseeable|distant future", futureRef, Sure, "the near future => FUTURE_REF"},
	{"vague", "future|later|eventually", futureRef, Weak, "future => FUTURE_REF"},
	{"vague", "the near|short|long term", futureRef, Weak, "the near term => FUTURE_REF"},
	{"vague", "a later date", futureRef, Sure, "a later date => FUTURE_REF"},
	{"vague", "some time", someTime, Weak, "some time => PXX"},
	{"vague", "a while", someTime, Likely, "a while => PXX"},
}

func pastRef(*Reader, *match) (reading, bool) { return value.Word("PAST_REF"), true }

func presentRef(*Reader, *match) (reading, bool) { return value.Word("PRESENT_REF"), true }

func futureRef(*Reader, *match) (reading, bool) { return value.Word("FUTURE_REF"), true }

// soon leaves "as soon as" and "soon after" alone.
func soon(r *Reader, m *match) (reading, bool) {
	next := r.Words.Low(m.End)
	return value.Word("FUTURE_REF"), next != "as" && next != "after"
}

// theTime is the present only after a verb of the future.
func theTime(r *Reader, _ *match) (reading, bool) {
	if r.Tense() == pattern.Future {
		return value.Word("FUTURE_REF"), true
	}
	return value.Word("PAST_REF"), true
}

func someTime(*Reader, *match) (reading, bool) {
	return reading{Kind: value.Duration, Value: "PXX", Anchor: value.NoAnchor}, true
}
