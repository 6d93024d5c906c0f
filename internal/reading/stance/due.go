package stance

import (
	"slices"

	"readout/internal/language/text"
	"readout/internal/reading/attribution"
	"readout/internal/reading/phrase/pattern"
	"readout/internal/reading/phrase/word"
	"readout/internal/reading/timex"
)

// due returns the index of the time at which what is put forward is to happen, or
// -1: a time of the content, or right after the cue, that is not over when the
// statement is made. A date behind "by", "on" and the like goes before a length
// behind "within", and that before a bare date. What the condition says of time
// is no due date.
func (r *reader) due(s saying, condition text.Span) int {
	length, bare := -1, -1
	said, own := r.said(s)
	first := min(s.Content[0].Start, s.Cue.Start)
	last := max(s.Content[len(s.Content)-1].End, s.Cue.End+maxNear)
	from, _ := slices.BinarySearchFunc(r.in.Times, first,
		func(t timex.Time, at int) int { return t.Span.Start - at })
	for i := from; i < len(r.in.Times) && r.in.Times[i].Span.Start < last; i++ {
		t := r.in.Times[i]
		if i == own || condition.Overlaps(t.Span) || !ahead(t, said) || !r.reaches(s, t.Span) {
			continue
		}
		switch led := r.led(t); {
		case t.Type == timex.Set:
		case t.Type == timex.Duration && (!led || length >= 0):
		case t.Type == timex.Duration:
			length = i
		case led:
			return i
		case bare < 0 && !r.describes(t.Span):
			bare = i
		}
	}
	if length >= 0 {
		return length
	}
	return bare
}

// said returns the day on which a statement was made, empty when unknown, and the
// index of the time that says so, or -1.
func (r *reader) said(s saying) (day string, index int) {
	if s.index >= len(r.in.Sayings) {
		return r.in.Published, -1
	}
	say := r.in.Sayings[s.index]
	switch say.Basis {
	case attribution.InText, attribution.InCover:
		return r.in.Times[say.Time].Start, say.Time
	case attribution.ByOutlet, attribution.Undated:
	}
	return r.in.Published, -1
}

// ahead reports whether a time is not over on a day; what the calendar has no
// place for may lie ahead, unless it says that it does not.
func ahead(t timex.Time, day string) bool {
	switch {
	case t.Value == "PAST_REF" || t.Value == "PRESENT_REF":
		return false
	case t.End != "":
		return t.End >= day
	case t.Start != "":
		return t.Start >= day
	}
	return true
}

// nearDue is how many tokens after the cue a time may stand that is not in the
// content: "will vote Tuesday on {the bill}".
const nearDue = 4

// coming are words of a cue that say of itself that something is to happen; a
// time beside another cue is when it was said.
var coming = pattern.Compile("will/would/'ll/expected/set/due/scheduled/planning/plans/going")

// asides open what is told of something else than what is put forward: "whose
// votes she needs in November".
var asides = pattern.Compile("who/whose/because/which/although/though/while/whereas/than/since/" +
	"if/unless/whether/after")

// maxAside is how many tokens before a time an aside is looked for.
const maxAside = 10

// reaches reports whether a time stands in the content, with no aside before it,
// or beside a cue that speaks of what is to come.
func (r *reader) reaches(s saying, t text.Span) bool {
	at := r.withPart(r.within(t))
	if !slices.ContainsFunc(s.Content, t.Overlaps) {
		if r.follows(s, at) {
			return true
		}
		near := s.cue.from <= at.from && at.from <= s.cue.to+nearDue
		return near && r.Together(at.from, s.cue.from) && coming.In(s.by)
	}
	from := at.from
	if r.fits(from-1, leadsToDay) {
		from-- // "after 2018" is no aside
	}
	for i := from - 1; i >= max(0, at.from-maxAside); i-- {
		switch {
		case !r.inContent(s, i), !r.Together(i, at.from):
			return true
		case r.Is(i, ",", "“", "”"):
			return true
		case r.fits(i, asides):
			return false
		}
	}
	return true
}

// afterContent is how many tokens after the content a time may stand that its end
// has been cut from: "promised {a new version} by the end of May".
const afterContent = 3

var untilDay = pattern.Compile("by/until/before/within")

// follows reports whether a time stands right behind the content, led to by "by",
// "until" or "as soon as", or ahead by its own words: "in coming weeks".
func (r *reader) follows(s saying, at tokens) bool {
	end := r.within(s.Content[len(s.Content)-1]).to
	if !r.Together(end-1, at.from) {
		return false
	}
	for i := at.from; i >= end && i >= at.from-2; i-- {
		if r.fits(i, untilDay) {
			return i <= end+afterContent
		}
	}
	if r.soonest(at.from) {
		return at.from-3 <= end+afterContent
	}
	return at.from > end && at.from <= end+2 && nextDay.In(r.words(at, maxWhat)) &&
		r.fits(at.from-1, leadsToDay)
}

var (
	leadsToDay    = pattern.Compile("by/before/until/on/in/after/during/within/from/at/through/for")
	leadsToLength = pattern.Compile("within/in/over/for")
	gone          = pattern.Compile("last/yesterday/earlier/recent/recently/past/ago/once/previously/future")
	nextDay       = pattern.Compile("next/this/tomorrow/later/soon/tonight/today/anytime/coming")
)

// led reports whether the words before a time, or its own, make it a date by or
// at which something happens, or a length within which it does.
func (r *reader) led(t timex.Time) bool {
	at := r.within(t.Span)
	own := r.words(at, maxWhat)
	if gone.In(own) {
		return false
	}
	whole := r.withPart(at)
	if t.Type == timex.Duration {
		return r.fits(whole.from-1, leadsToLength) ||
			r.Is(at.from-1, "of") && r.Is(at.from-2, "period")
	}
	return r.soonest(whole.from) || r.deadline(at) ||
		(r.fits(whole.from-1, leadsToDay) || nextDay.In(own)) && !r.owns(at)
}

// parts are words for a part of a time, and which of them are words before them.
var (
	parts = pattern.Compile("end/start/beginning/middle/close/half/quarter/rest/" +
		"remainder/course/part/days/weeks/months/years")
	which = pattern.Compile("first/second/third/last/latter/final/early/opening/closing/very")
)

// withPart adds to a time the words for a part of it: "the second half of July".
func (r *reader) withPart(at tokens) tokens {
	i := at.from
	if r.Is(i-1, "the", "this", "that") {
		i--
	}
	if !r.Is(i-1, "of") || !r.fits(i-2, parts) || !r.Together(i-2, at.from) {
		return at
	}
	i -= 2
	if r.fits(i-1, which) {
		i--
	}
	if r.Is(i-1, "the", "a") {
		i--
	}
	return tokens{i, at.to}
}

// soonest reports whether "as soon as" and the like stand before a token.
func (r *reader) soonest(i int) bool {
	return r.Is(i-1, "as") && r.Is(i-2, "soon", "early") && r.Is(i-3, "as")
}

// deadline reports whether a time is that of a deadline before which something
// happens: "before the Sunday deadline".
func (r *reader) deadline(at tokens) bool {
	return r.Is(at.to, "deadline") && r.Is(at.from-1, "the", "a") && r.fits(at.from-2, untilDay)
}

// describes reports whether a time is part of a noun group or says that it is
// over: "the 1980 convention", "Monday's vote", "last week".
func (r *reader) describes(t text.Span) bool {
	at := r.within(t)
	return gone.In(r.words(at, maxWhat)) || r.owns(at) || r.Is(at.from-1, "the", "since", "of")
}

// owns reports whether a time is part of the noun group of something else:
// "Monday's vote", "the state's June 7 primary", "on that October night".
func (r *reader) owns(at tokens) bool {
	possessive := func(i int) bool {
		return i >= 0 && i < len(r.Tokens) && r.Tokens[i].Kind == word.Possessive
	}
	return possessive(at.to) || possessive(at.from-1) || r.Is(at.from-1, "a", "an") ||
		r.Is(at.from-1, "that") && r.fits(at.from-2, leadsToDay)
}
