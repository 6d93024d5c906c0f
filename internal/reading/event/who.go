package event

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"readout/internal/language/chunk"
	"readout/internal/language/text"
	"readout/internal/reading/event/word"
)

// appendParty appends one who takes part in an act, as two where a phrase is two
// names joined by "and". What overlaps the trigger or leaves the sentence is none.
func (f *finder) appendParty(dst []text.Span, trigger, who text.Span) []text.Span {
	who = f.doc.Whole(who)
	if !someone(f.doc.At(who)) || who.Overlaps(trigger) || !f.span.Contains(who) {
		return dst
	}
	who = f.widened(trigger, who)
	if who.Empty() || f.tells(who) {
		return dst
	}
	for _, p := range f.coordinated(who) {
		if !slices.ContainsFunc(dst, p.Overlaps) {
			dst = append(dst, p)
		}
	}
	return dst
}

// widened returns a lone article with its noun group up to the trigger, or an empty
// span if it has none, and any other phrase as it is.
func (f *finder) widened(trigger, who text.Span) text.Span {
	_, to := f.tokens(who)
	if w := strings.ToLower(f.doc.At(who)); w != "the" && w != "a" && w != "an" {
		return who
	}
	last := to
	for n := to; n < min(len(f.Tokens), to+longestGroup); n++ {
		s := f.Tokens[n].Span
		if s.Overlaps(trigger) || !f.inGroup(n) || chunk.IsGerund(f.Word(n)) {
			break
		}
		if w := f.Word(n); w != "of" && w != "'s" && w != "’s" && !chunk.Determiners[w] {
			last = n + 1
		}
	}
	if last == to {
		return text.Span{}
	}
	return text.Span{Start: who.Start, End: f.Tokens[last-1].End}
}

// tells reports whether a phrase is a time with nothing but its prepositions and
// articles. One that only holds a time, "the winner of the 2019 vote", is none.
func (f *finder) tells(who text.Span) bool {
	from, to := f.tokens(who)
	for n := from; n < to; n++ {
		if !f.Is(n, chunk.TimeForm) && !chunk.Stops[f.Word(n)] {
			return false
		}
	}
	return f.inTime(who)
}

// someone reports whether a phrase may be one who takes part: it is no bare number, and
// not what a clause begins with, "that Berlin".
func someone(phrase string) bool {
	rest, ok := strings.CutPrefix(phrase, "that ")
	return strings.ContainsFunc(rest, unicode.IsLetter) && !(ok && strings.IndexFunc(rest, unicode.IsUpper) == 0)
}

// coordinated cuts a phrase that is nothing but names joined by "and" or commas
// into the names: both take part.
func (f *finder) coordinated(who text.Span) []text.Span {
	var parts []text.Span
	at := who.Start
	for _, n := range f.names {
		if !who.Contains(n.Span) || n.Start < at {
			continue
		}
		gap := f.doc.At(text.Span{Start: at, End: n.Start})
		if at > who.Start && !joins(gap) || at == who.Start && gap != "" && gap != "the " {
			return []text.Span{who}
		}
		start := n.Start
		switch {
		case at == who.Start:
			start = who.Start
		case strings.HasSuffix(gap, " the "):
			start -= len("the ")
		}
		parts = append(parts, text.Span{Start: start, End: n.End})
		at = n.End
	}
	if at != who.End || len(parts) < 2 {
		return []text.Span{who}
	}
	return parts
}

// joins reports whether what stands between two names joins them.
func joins(gap string) bool {
	gap = strings.TrimSuffix(strings.TrimSpace(gap), "the")
	switch strings.TrimSpace(gap) {
	case "and", "&", ", and":
		return true
	}
	return false
}

// assign makes actors and recipients what grammar says they are: the subject of a
// passive is a recipient, one behind "by" an actor, and an object that a noun
// takes by a preposition is a recipient.
func (f *finder) assign(e *Event) {
	passive := f.passive(e.Trigger)
	var actors, recipients []text.Span
	for _, list := range []struct {
		all  []text.Span
		acts bool
	}{{e.Actors, true}, {e.Recipients, false}} {
		for _, p := range list.all {
			acts := list.acts
			switch {
			case f.agent(e.Trigger, p):
				acts = true
			case f.object(e.Trigger, p), passive && p.End <= e.Trigger.Start:
				acts = false
			}
			if acts {
				actors = append(actors, p)
			} else {
				recipients = append(recipients, p)
			}
		}
	}
	byPlace := func(a, b text.Span) int { return cmp.Compare(a.Start, b.Start) }
	slices.SortFunc(actors, byPlace)
	slices.SortFunc(recipients, byPlace)
	e.Actors, e.Recipients = actors, recipients
}

// be are the forms that make a participle a passive.
var be = chunk.WordSet(`is are was were be been being isn't aren't wasn't weren't gets got`)

// betweenWords are words that stand between them.
var betweenWords = chunk.WordSet(`not also never ever then once twice again later still
	already now soon long just even first all both since`)

// inclined are participles behind them that say what their subject does: "is
// opposed to".
var inclined = chunk.WordSet(`opposed committed prepared determined united allied
	engaged involved come gone met agreed resigned`)

// irregular are participles that end in no -ed.
var irregular = chunk.WordSet(`held met seen shot struck hit beaten taken sent killed
	brought sold fought torn thrown driven given shown forced won overthrown
	withdrawn broken cut set put let fed paid told sued hanged hung bound bought
	slain stolen burnt begun forbidden chosen sworn`)

// passive reports whether a trigger is the participle of a passive: "was later
// arrested", "have been beaten and jailed".
func (f *finder) passive(trigger text.Span) bool {
	first, _ := f.tokens(trigger)
	if !f.participle(first) || inclined[f.Word(first)] {
		return false
	}
	if f.reduced(first) {
		return true
	}
	for i := first - 1; i >= 0; i-- {
		w := f.Word(i)
		switch {
		case be[w]:
			return true
		case betweenWords[w], f.Is(i, chunk.TimeForm), chunk.IsAdverb(w):
		case w == "on" && f.Is(i+1, chunk.TimeForm): // "was on Monday expelled"
		case (w == "and" || w == "or" || w == ",") && f.participle(i-1):
			i--
		case w == "and" && f.shared(first, i) > 0:
			i = f.shared(first, i)
		default:
			return false
		}
	}
	return false
}

// reduced reports whether "by" and one who may act stand behind a participle:
// "the editor arrested by police".
func (f *finder) reduced(i int) bool {
	return f.Word(i+1) == "by" && f.Word(i-1) != "had" && f.Word(i-1) != "has" &&
		len(f.groupsAfter(i+2)) > 0 && !chunk.IsGerund(f.Word(i+2))
}

// longestShared is how many words may stand between two participles of one "be".
const longestShared = 6

// shared returns the participle before "and" that shares its "be" with the one at
// first, or 0: "was jailed in 2019 and freed in 2022". One that has an object of its
// own shares none.
func (f *finder) shared(first, and int) int {
	if f.Is(first+1, chunk.WordForm) && !chunk.Stops[f.Word(first+1)] || f.Upper(first+1) {
		return 0
	}
	if w := f.Word(first + 1); chunk.Determiners[w] || pronouns[w] {
		return 0
	}
	for n := and - 1; n > max(0, and-longestShared); n-- {
		switch {
		case f.participle(n):
			return n
		case opening[f.Word(n)], auxiliaries[f.Word(n)], chunk.IsPast(f.Word(n)), f.Word(n) == ",":
			return 0
		}
	}
	return 0
}

func (f *finder) participle(i int) bool {
	w := f.Word(i)
	return chunk.IsParticiple(w) || irregular[w]
}

// agent reports whether one who takes part stands behind "by" behind a trigger:
// "arrested by police", "criticism of the plan by Labour and the Greens".
func (f *finder) agent(trigger, who text.Span) bool {
	if who.Start < trigger.End {
		return false
	}
	_, from := f.tokens(trigger)
	first, _ := f.tokens(who)
	for i := first - 1; i >= from; i-- {
		switch w := f.Word(i); {
		case w == "by":
			return f.breaks(from-1, i) == 0
		case w == "and" || w == "or" || w == "," || w == "the":
		case !f.Upper(i):
			return false
		}
	}
	return false
}

// object reports whether one who takes part stands right behind a noun and its
// preposition.
func (f *finder) object(trigger, who text.Span) bool {
	_, i := f.tokens(trigger)
	first, _ := f.tokens(who)
	return first == i+1 && word.Takes(f.Word(i-1), f.Word(i))
}

// light are verbs that say no more than that there was the act of their noun:
// "launched an attack".
var light = chunk.WordSet(`launched launch launches launching held hold holds holding
	made make makes making staged stage stages staging carried conducted conduct
	imposed impose imposes imposing began begin begins started start starts gave
	give gives giving took take takes taking had have signed reached issued
	provided provide provides providing offered led`)

// longestObject is how many words may stand between a light verb and its noun.
const longestObject = 4

// merge makes one event of two that share a trigger, or of a light verb and its
// noun where both have one type. The noun is the trigger; of two types on one
// trigger the likelier stays.
func (f *finder) merge(all []Event) []Event {
	out := all[:0]
	for _, e := range all {
		last := len(out) - 1
		switch {
		case last >= 0 && out[last].Trigger.Overlaps(e.Trigger):
			if e.Score > out[last].Score {
				out[last] = e
			}
		case last >= 0 && f.carries(out[last], e):
			e.Actors = union(e.Actors, out[last].Actors)
			e.Recipients = union(e.Recipients, out[last].Recipients)
			e.Score = max(e.Score, out[last].Score)
			out[last] = e
		default:
			out = append(out, e)
		}
	}
	return out
}

// carries reports whether the first of two events is the light verb of the second.
func (f *finder) carries(verb, noun Event) bool {
	first, i := f.tokens(verb.Trigger)
	k, _ := f.tokens(noun.Trigger)
	return verb.Type == noun.Type && light[f.Word(first)] && k-i <= longestObject && f.breaks(i-1, k) == 0
}

// union returns the spans of both lists without those of the second that overlap
// one of the first.
func union(a, b []text.Span) []text.Span {
	for _, s := range b {
		if !slices.ContainsFunc(a, s.Overlaps) {
			a = append(a, s)
		}
	}
	return a
}
