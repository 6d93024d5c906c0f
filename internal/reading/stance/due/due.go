// Package due tells when what is promised, wanted or foreseen is to happen, and
// on which condition.
//
// In go a statement by its words and the times of the text; out comes the index of
// a time, and the span of a clause in bytes. Which words lead to such a time, and
// which only look so, are closed lists.
//
// # Guarantees
//
// Equal input gives equal output, in time linear in the content.
//
// # Limits
//
// English alone, and no grammar. Of several times one is taken.
//
// # Sources
//
// What the fields mean: docs/record.md, on statements, and
// training/annotations/due/GUIDELINES.md, on whose sentences to develop with the
// rules were tried.
package due

import (
	"slices"
	"strings"

	"readout/internal/language/text"
	"readout/internal/reading/phrase/pattern"
	"readout/internal/reading/stance/saying"
	"readout/internal/reading/timex"
)

// Known is what is known of the times of a text when a statement is read.
type Known struct {
	Times  []timex.Time // in the order of the text
	Said   string       // the day on which the statement was made, YYYY-MM-DD, or empty
	Saying int          // index of the time that says so, or -1
}

// A reader is a text and its times.
type reader struct {
	*saying.Reader

	in Known
}

// Time returns the index of the time at which what is put forward is to happen, or
// -1: a time of the content, or right after the cue, that is not over when the
// statement is made. A date behind "by", "on" and the like goes before a length
// behind "within", and that before a bare date. What the condition says of time
// is no due date.
func Time(known *saying.Reader, in Known, s saying.Saying, condition text.Span) int {
	r := &reader{known, in}
	length, bare := -1, -1
	first := min(s.Content[0].Start, s.Cue.Start)
	last := max(s.Content[len(s.Content)-1].End, s.Cue.End+saying.Near)
	from, _ := slices.BinarySearchFunc(r.in.Times, first,
		func(t timex.Time, at int) int { return t.Span.Start - at })
	for i := from; i < len(r.in.Times) && r.in.Times[i].Span.Start < last; i++ {
		t := r.in.Times[i]
		if i == in.Saying || condition.Overlaps(t.Span) || !r.reaches(s, t.Span) ||
			!ahead(t, in.Said) && !r.overdue(s, t) {
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

// undertakes are words of a cue after which a deadline counts though it is over: a
// promise or an order was made before it.
var undertakes = pattern.Compile("promis*/pledg*/vow/vows/vowed/agreed/order/ordered/orders/urged/demand*/" +
	"planned/expected/required/predicted/forecast/told/asked/deadline/ultimatum")

// overdue reports whether a time is a deadline that was undertaken, and is over:
// "had ordered them to leave by January".
func (r *reader) overdue(s saying.Saying, t timex.Time) bool {
	from := r.withPart(r.Within(t.Span)).From
	return t.Type == timex.Date && t.Start != "" && r.Fits(from-1, deadlines) && undertakes.In(s.By)
}

var deadlines = pattern.Compile("by/until")

// nearDue is how many tokens after the cue a time may stand that is not in the
// content: "will vote Tuesday on {the bill}".
const nearDue = 4

// coming are words of a cue that say of itself that something is to happen; a
// time beside another cue is when it was said.
var coming = pattern.Compile("will/would/'ll/expected/set/due/scheduled/planning/plans/going")

// says are cues behind which a time is when something was said.
var says = pattern.Compile("said/says/announced/promised/pledged/vowed/predicted/warned/urged/ordered/" +
	"proposed/agreed/demanded/insisted/confirmed/suggested/called/asked/told/wrote")

// asides open what is told of something else than what is put forward: "whose
// votes she needs in November".
var asides = pattern.Compile("who/whose/because/which/although/though/while/whereas/than/since/" +
	"if/unless/whether/after")

// maxAside is how many tokens before a time an aside is looked for.
const maxAside = 10

// reaches reports whether a time stands in the content, with no aside before it,
// or beside a cue that speaks of what is to come.
func (r *reader) reaches(s saying.Saying, t text.Span) bool {
	at := r.withPart(r.Within(t))
	if at.From == s.CueAt.To && says.In(s.By) {
		return false // "announced today a tour"
	}
	if !slices.ContainsFunc(s.Content, t.Overlaps) {
		if r.follows(s, at) {
			return true
		}
		near := s.CueAt.From <= at.From && at.From <= s.CueAt.To+nearDue
		return near && r.Together(at.From, s.CueAt.From) && coming.In(s.By)
	}
	from := at.From
	if r.Fits(from-1, leadsToDay) {
		from-- // "after 2018" is no aside
	}
	for i := from - 1; i >= max(0, at.From-maxAside); i-- {
		switch {
		case !r.InContent(s, i), !r.Together(i, at.From):
			return true
		case r.Is(i, ",", "“", "”"):
			return true
		case r.Fits(i, asides) && !r.counts(i):
			return false
		}
	}
	return true
}

// counts reports whether "than" at a token compares a number: "more than 50
// percent by 2030" holds no aside.
func (r *reader) counts(i int) bool {
	next := r.At(i + 1)
	return r.Is(i, "than") && next != "" && (strings.ContainsAny(next[:1], "0123456789$€£") ||
		r.Fits(i+1, numbers))
}

var numbers = pattern.Compile("half/one/two/three/four/five/six/seven/eight/nine/ten/twenty/thirty/" +
	"forty/fifty/a/an/hundreds/thousands/millions/billions/£/€/$")

// afterContent is how many tokens after the content a time may stand that its end
// has been cut from: "promised {a new version} by the end of May".
const afterContent = 3

var untilDay = pattern.Compile("by/until/before/within")

// follows reports whether a time stands right behind the content, led to by "by",
// "until" or "as soon as", or ahead by its own words: "in coming weeks".
func (r *reader) follows(s saying.Saying, at saying.Tokens) bool {
	end := r.Within(s.Content[len(s.Content)-1]).To
	if !r.Together(end-1, at.From) {
		return false
	}
	for i := at.From; i >= end && i >= at.From-2; i-- {
		if r.Fits(i, untilDay) {
			return i <= end+afterContent
		}
	}
	if r.soonest(at.From) {
		return at.From-3 <= end+afterContent
	}
	return at.From > end && at.From <= end+2 && nextDay.In(r.Wording(at, saying.MaxWhat)) &&
		r.Fits(at.From-1, leadsToDay)
}

var (
	leadsToDay    = pattern.Compile("by/before/until/on/in/after/during/within/from/at/through/throughout/for")
	leadsToLength = pattern.Compile("within/in/over/for")
	gone          = pattern.Compile("last/yesterday/earlier/recent/recently/past/ago/once/previously/future")
	nextDay       = pattern.Compile("next/this/tomorrow/later/soon/tonight/today/anytime/coming")
)

// led reports whether the words before a time, or its own, make it a date by or
// at which something happens, or a length within which it does.
func (r *reader) led(t timex.Time) bool {
	at := r.Within(t.Span)
	own := r.Wording(at, saying.MaxWhat)
	if gone.In(own) && !lastPart.In(own) || r.superlative(at) || r.subject(at) {
		return false
	}
	whole := r.withPart(at)
	if t.Type == timex.Duration {
		return r.Fits(whole.From-1, leadsToLength) && !r.lasted(whole.From-1) ||
			r.Is(at.From-1, "of") && r.Is(at.From-2, "period")
	}
	return r.soonest(whole.From) || r.deadline(at) ||
		(r.Fits(whole.From-1, leadsToDay) || nextDay.In(own)) && !r.owns(at)
}

// maxLasted is how many tokens before "over two weeks" the verb is looked for whose
// time it is.
const maxLasted = 8

// lasted reports whether the length behind the preposition at token i is that of
// what was: "damage that was done over two weeks", not "will have been mended in
// two".
func (r *reader) lasted(i int) bool {
	for k := i - 1; k >= max(0, i-maxLasted) && r.Together(k, i) && !r.Is(k, ","); k-- {
		switch {
		case r.Fits(k, wills), r.Is(k, "to", "'ll"):
			return false
		case r.Is(k, "was", "were", "had", "did"):
			return true
		case r.Is(k, "has", "have") && r.Is(k+1, "been"):
			return !r.Fits(k-1, wills)
		}
	}
	return false
}

// lastPart is "last" that says which part of a time it is: "the last half of 2030".
var lastPart = pattern.Compile("last half/quarter/third/days/weeks/months/years of")

// maxSuperlative is how many tokens before "in ten years" a superlative is looked
// for.
const maxSuperlative = 8

// superlative reports whether a time is that in which something is the first or
// most of its kind: "the biggest loss in ten years".
func (r *reader) superlative(at saying.Tokens) bool {
	if !r.Is(at.From-1, "in") && !(r.Is(at.From-1, "the", "over") && r.Is(at.From-2, "in")) {
		return false
	}
	for i := at.From - 2; i >= max(0, at.From-maxSuperlative) && r.Together(i, at.From); i-- {
		if r.Fits(i, most) || strings.HasSuffix(r.Plain(i), "est") && !r.Fits(i, inEst) {
			return true
		}
		if r.Is(i, ",", "to") {
			return false
		}
	}
	return false
}

var (
	most  = pattern.Compile("first/only/most/least/worst/best")
	inEst = pattern.Compile("interest/request/protest/arrest/suggest/invest/guest/quest/honest/modest/" +
		"forest/harvest/contest/west/midwest/northwest/southwest/unrest/manifest/digest/rest/test/latest")
)

// subject reports whether a time describes the subject of a verb of what is to come:
// "our victory tonight will cheer them".
func (r *reader) subject(at saying.Tokens) bool {
	return r.Fits(at.To, wills) && r.Together(at.To, at.From) && r.Together(at.From-1, at.From) &&
		(r.PlainNoun(at.From-1) || r.Tokens[at.From-1].Name >= 0)
}

var wills = pattern.Compile("will/would/could/may/might/can/must/should")

// parts are words for a part of a time, and which of them are words before them.
var (
	parts = pattern.Compile("end/start/beginning/middle/close/half/quarter/rest/" +
		"remainder/course/part/days/weeks/months/years")
	which = pattern.Compile("first/second/third/last/latter/final/early/opening/closing/very")
)

// withPart adds to a time the words for a part of it: "the second half of July".
func (r *reader) withPart(at saying.Tokens) saying.Tokens {
	i := at.From
	if r.Is(i-1, "the", "this", "that") {
		i--
	}
	if !r.Is(i-1, "of") || !r.Fits(i-2, parts) || !r.Together(i-2, at.From) {
		return at
	}
	i -= 2
	if r.Fits(i-1, which) {
		i--
	}
	if r.Is(i-1, "the", "a") {
		i--
	}
	return saying.Tokens{From: i, To: at.To}
}

// soonest reports whether "as soon as" and the like stand before a token.
func (r *reader) soonest(i int) bool {
	return r.Is(i-1, "as") && r.Is(i-2, "soon", "early") && r.Is(i-3, "as")
}

// deadline reports whether a time is that of a deadline before which something
// happens: "before the Sunday deadline".
func (r *reader) deadline(at saying.Tokens) bool {
	return r.Is(at.To, "deadline") && r.Is(at.From-1, "the", "a", "its", "their", "his", "her") &&
		(r.Fits(at.From-2, untilDay) || r.Is(at.From-2, "of") && r.Is(at.From-3, "ahead"))
}

// describes reports whether a time is part of a noun group or says that it is
// over: "the 1980 convention", "Monday's vote", "last week".
func (r *reader) describes(t text.Span) bool {
	at := r.Within(t)
	return gone.In(r.Wording(at, saying.MaxWhat)) || r.owns(at) || r.subject(at) || r.superlative(at) || r.Is(at.From-1, "the", "since", "of")
}

// owns reports whether a time is part of the noun group of something else:
// "Monday's vote", "the state's June 7 primary", "on that October night".
func (r *reader) owns(at saying.Tokens) bool {
	return r.Possessive(at.To) || r.Possessive(at.From-1) || r.Is(at.From-1, "a", "an", "super") ||
		r.Is(at.From-1, "that") && r.Fits(at.From-2, leadsToDay)
}
