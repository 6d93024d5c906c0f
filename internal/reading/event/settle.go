package event

import (
	"slices"

	"readout/internal/language/chunk"
	"readout/internal/language/text"
	"readout/internal/reading/event/word"
	"readout/record"
)

// settle takes out those whom the model names and grammar puts elsewhere: owners and
// pronouns of others who take part, subjects and objects of other verbs. Recipients
// that the model names as actors, and the reverse, change places.
func (f *finder) settle(e *Event) {
	for _, list := range []*[]text.Span{&e.Actors, &e.Recipients} {
		*list = slices.DeleteFunc(*list, func(p text.Span) bool { return f.Possesses(e.Trigger, p) })
		*list = f.WithoutApposed(*list)
		*list = f.WithoutOwners(*list)
	}
	e.Actors = f.WithoutDescribed(f.Antecedent(e.Trigger, f.WithoutAnaphors(e.Actors)))
	f.partners(e)
	switch {
	case f.Passive(e.Trigger):
		f.settlePassive(e)
	case f.Active(e.Trigger):
		f.settleBehind(e)
		f.settleBefore(e)
		f.settleObject(e)
	}
}

// partners makes those with whom one meets, agrees or works recipients.
func (f *finder) partners(e *Event) {
	if e.Type != record.EventConsult && e.Type != record.EventAgree && e.Type != record.EventCooperate {
		return
	}
	_, end := f.Range(e.Trigger)
	last := -1
	e.Actors = slices.DeleteFunc(e.Actors, func(p text.Span) bool {
		at, to := f.Range(p)
		with := at > end && f.Word(at-1) == "with" && f.Breaks(end-1, at-1) == 0 ||
			at == last+1 && (f.Word(last) == "and" || f.Word(last) == ",")
		if with {
			last = to
			e.Recipients = append(e.Recipients, p)
		}
		return with
	})
}

// settlePassive keeps of the recipients of a passive its subject, where that is one,
// and those behind "to" and "from": "were deported to Chad".
func (f *finder) settlePassive(e *Event) {
	first, _ := f.Range(e.Trigger)
	subject := func(p text.Span) bool {
		at, _ := f.Range(p)
		return p.End <= e.Trigger.Start && f.Word(at-1) != "by"
	}
	if !slices.ContainsFunc(e.Recipients, subject) {
		return
	}
	e.Recipients = slices.DeleteFunc(e.Recipients, func(p text.Span) bool {
		at, _ := f.Range(p)
		behind := at > first && (f.Word(at-1) == "to" || f.Word(at-1) == "from") && f.Breaks(first, at) == 0
		return !subject(p) && !behind
	})
}

// settleBehind lets nobody behind an active verb be its actor if one stands before it.
// Whoever's word is rejected or wanted is a recipient: "rejected calls by Belarus",
// "demanded that Hamas …".
func (f *finder) settleBehind(e *Event) {
	before := func(p text.Span) bool { return p.End <= e.Trigger.Start }
	switch {
	case e.Type == record.EventConsult, e.Type == record.EventAgree, e.Type == record.EventCooperate,
		!slices.ContainsFunc(e.Actors, before):
		return
	}
	_, end := f.Range(e.Trigger)
	e.Actors = slices.DeleteFunc(e.Actors, func(p text.Span) bool {
		if before(p) {
			return false
		}
		at, _ := f.Range(p)
		switch f.Word(at - 1) {
		case "by":
			if f.Transitive(e.Trigger) && f.Breaks(end, at) == 0 {
				e.Recipients = append(e.Recipients, p)
			}
		case "that":
			if at-1 == end && e.Type == record.EventRequest {
				e.Recipients = append(e.Recipients, p)
			}
		}
		return true
	})
}

// settleBefore lets nobody before an active verb but its subject act, and nobody there
// be its recipient unless it is in a relative clause: "the rebels whom the army drove out".
func (f *finder) settleBefore(e *Event) {
	first, _ := f.Range(e.Trigger)
	subjects := f.Subjects(first)
	isSubject := func(p text.Span) bool { return slices.ContainsFunc(subjects, p.Overlaps) }
	transitive := f.Transitive(e.Trigger)
	e.Recipients = slices.DeleteFunc(e.Recipients, func(p text.Span) bool {
		switch {
		case p.Start > e.Trigger.Start:
			return false
		case !isSubject(p):
			return transitive && !f.Related(p, first)
		case len(e.Actors) == 0, transitive:
			e.Actors = append(e.Actors, p)
		}
		return true
	})
	i := slices.IndexFunc(e.Actors, isSubject)
	if i < 0 {
		return
	}
	at, _ := f.Range(e.Actors[i])
	e.Actors = slices.DeleteFunc(e.Actors, func(p text.Span) bool {
		_, to := f.Range(p)
		return to <= at && f.Breaks(to-1, at) > 0 && f.Finite(to, at)
	})
}

// settleObject keeps of the recipients behind an active verb those of its clause where
// there is one; it drops those whom one urged is to deal with, "urged Iran to free the
// hostages", those against whom one is supported, and the subject of what is threatened
// or agreed: "agreed that Iran may stay".
func (f *finder) settleObject(e *Event) {
	_, end := f.Range(e.Trigger)
	own := func(p text.Span) bool {
		at, _ := f.Range(p)
		return at >= end && f.Breaks(end-1, at) == 0
	}
	if slices.ContainsFunc(e.Recipients, own) {
		e.Recipients = slices.DeleteFunc(e.Recipients, func(p text.Span) bool { return !own(p) })
	}
	urged := slices.IndexFunc(e.Recipients, func(p text.Span) bool {
		_, to := f.Range(p)
		return own(p) && f.Word(to) == "to" && f.Infinitive(to+1)
	})
	if urged >= 0 {
		to := e.Recipients[urged].End
		e.Recipients = slices.DeleteFunc(e.Recipients, func(p text.Span) bool { return p.Start > to })
	}
	e.Recipients = slices.DeleteFunc(e.Recipients, func(p text.Span) bool {
		at, _ := f.Range(p)
		switch f.Word(at - 1) {
		case "against":
			return e.Type == record.EventSupport
		case "that":
			return at-1 == end && (e.Type == record.EventThreaten || e.Type == record.EventAgree)
		}
		return false
	})
}

// withoutForces drops from the recipients of a movement what is moved: "deployed
// troops", but "against troops".
func (f *finder) withoutForces(e *Event) {
	if e.Type != record.EventMobilize && e.Type != record.EventRetreat {
		return
	}
	e.Recipients = slices.DeleteFunc(e.Recipients, func(p text.Span) bool {
		first, end := f.Range(p)
		switch f.Word(first - 1) {
		case "against", "to", "from", "with":
			return false
		}
		return slices.ContainsFunc(f.Tokens[first:end], func(t chunk.Token) bool { return word.Forces[t.Word] })
	})
}
