package event

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"readout/internal/language/chunk"
	"readout/internal/language/text"
	"readout/internal/reading/event/word"
	"readout/record"
)

// appendParty appends one who takes part in an act, as two where a phrase is two
// names joined by "and". What overlaps the trigger or leaves the sentence is none.
func (f *finder) appendParty(dst []text.Span, trigger, who text.Span) []text.Span {
	who = f.doc.Whole(who)
	if !someone(f.doc.At(who)) || who.Overlaps(trigger) || !f.span.Contains(who) {
		return dst
	}
	who = f.Finished(trigger, f.Trimmed(f.Widened(trigger, f.WithoutGerund(who))))
	who = f.Whole(trigger, who)
	if who.Empty() || f.tells(who) || f.Nobody(who) {
		return dst
	}
	for _, p := range f.coordinated(who) {
		if !slices.ContainsFunc(dst, p.Overlaps) {
			dst = append(dst, p)
		}
	}
	return dst
}

// tells reports whether a phrase is a time with nothing but its prepositions and
// articles. One that only holds a time, "the winner of the 2019 vote", is none.
func (f *finder) tells(who text.Span) bool {
	from, to := f.Range(who)
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

// coordinated cuts a phrase that is nothing but names joined by "and", or by commas
// before it, into the names: all take part.
func (f *finder) coordinated(who text.Span) []text.Span {
	var parts []text.Span
	at := who.Start
	for _, n := range f.Names {
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
	if at != who.End || len(parts) < 2 || !f.ended(parts) {
		return []text.Span{who}
	}
	return parts
}

// ended reports whether "and" stands before the last of the parts: a comma alone may
// lead to an apposition, "Kyiv, Ukraine".
func (f *finder) ended(parts []text.Span) bool {
	last := len(parts) - 1
	gap := f.doc.At(text.Span{Start: parts[last-1].End, End: parts[last].Start})
	return strings.Contains(gap, "and") || strings.Contains(gap, "&")
}

// joins reports whether what stands between two names joins them.
func joins(gap string) bool {
	gap = strings.TrimSuffix(strings.TrimSpace(gap), "the")
	switch strings.TrimSpace(gap) {
	case "and", "&", ", and", ",":
		return true
	}
	return false
}

// takePart settles who takes part in an act: the model's, mended by grammar, and those
// whom grammar adds.
func (f *finder) takePart(e *Event) {
	f.settle(e)
	f.fill(e)
	f.withoutForces(e)
	f.assign(e)
	if len(e.Recipients) == 0 {
		f.reach(e)
	}
	f.join(e)
	f.withoutSite(e)
	f.harm(e)
	e.Actors, e.Recipients = f.WithoutTwins(e.Trigger, e.Actors, e.Recipients)
}

// harm gives an attack that only describes its victims, suspects or scene the
// parties of that phrase; it has occurred.
func (f *finder) harm(e *Event) {
	if e.Type != record.EventAssault && e.Type != record.EventCoerce {
		return
	}
	if h, ok := f.Harm(e.Trigger, e.Actors, e.Recipients); ok {
		e.Actors, e.Recipients, e.Status = h.Actors, h.Recipients, record.StatusOccurred
	}
}

// assign makes actors and recipients what grammar says they are: the subject of a
// passive is a recipient, one behind "by" an actor, and an object that a noun
// takes by a preposition is a recipient.
func (f *finder) assign(e *Event) {
	passive := f.Passive(e.Trigger)
	var actors, recipients []text.Span
	for _, list := range []struct {
		all  []text.Span
		acts bool
	}{{e.Actors, true}, {e.Recipients, false}} {
		for _, p := range list.all {
			acts := list.acts
			switch {
			case f.Agent(e.Trigger, p):
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

// object reports whether one who takes part stands right behind a noun and its
// preposition.
func (f *finder) object(trigger, who text.Span) bool {
	_, i := f.Range(trigger)
	first, _ := f.Range(who)
	return first == i+1 && word.Takes(f.Word(i-1), f.Word(i))
}

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
	first, i := f.Range(verb.Trigger)
	k, _ := f.Range(noun.Trigger)
	return verb.Type == noun.Type && word.Light[f.Word(first)] && k-i <= longestObject && f.Breaks(i-1, k) == 0
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
