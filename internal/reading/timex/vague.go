package timex

// vagues say only which side of the present they are on.
var vagues = []rule{
	{"vague", "recently|lately", pastRef, sure, "recently => PAST_REF"},
	{"vague", "more recently", pastRef, sure, "more recently => PAST_REF"},
	{"vague", "previously", pastRef, weak, "previously => PAST_REF"},
	{"vague", "recent", pastRef, weak, "recent => PAST_REF"},
	{"vague", "formerly|once|then|earlier|before", pastRef, weak, "once => PAST_REF"},
	{"vague", "the past", pastRef, likely, "the past => PAST_REF"},
	{"vague", "the? time", theTime, weak, "the time => PAST_REF"},
	{"vague", "that time", theTime, sure, "that time => PAST_REF"},
	{"vague", "now|currently|nowadays", presentRef, sure, "now => PRESENT_REF"},
	{"vague", "current", presentRef, likely, "current => PRESENT_REF"},
	{"vague", "presently|immediately|present", presentRef, weak, "presently => PRESENT_REF"},
	{"vague", "these days", presentRef, sure, "these days => PRESENT_REF"},
	{"vague", "the present|moment", presentRef, weak, "the moment => PRESENT_REF"},
	{"vague", "this moment|time|point", presentRef, weak, "this time => PRESENT_REF"},
	{"vague", "soon", soon, likely, "soon => FUTURE_REF"},
	{"vague", "shortly", futureRef, weak, "shortly => FUTURE_REF"},
	{"vague", "the future", futureRef, sure, "the future => FUTURE_REF"},
	{"vague", "the? near|immediate|foreseeable|distant future", futureRef, sure, "the near future => FUTURE_REF"},
	{"vague", "future|later|eventually", futureRef, weak, "future => FUTURE_REF"},
	{"vague", "the near|short|long term", futureRef, weak, "the near term => FUTURE_REF"},
	{"vague", "a later date", futureRef, sure, "a later date => FUTURE_REF"},
	{"vague", "some time", someTime, weak, "some time => PXX"},
	{"vague", "a while", someTime, likely, "a while => PXX"},
}

func pastRef(*reader, *match) (reading, bool) { return word("PAST_REF"), true }

func presentRef(*reader, *match) (reading, bool) { return word("PRESENT_REF"), true }

func futureRef(*reader, *match) (reading, bool) { return word("FUTURE_REF"), true }

// soon leaves "as soon as" and "soon after" alone.
func soon(r *reader, m *match) (reading, bool) {
	next := r.p.low(m.end)
	return word("FUTURE_REF"), next != "as" && next != "after"
}

// theTime is the present only after a verb of the future.
func theTime(r *reader, _ *match) (reading, bool) {
	if r.tense() == future {
		return word("FUTURE_REF"), true
	}
	return word("PAST_REF"), true
}

func someTime(*reader, *match) (reading, bool) {
	return reading{kind: Duration, value: "PXX", anchor: NoAnchor}, true
}
