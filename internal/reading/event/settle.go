package event

import (
	"slices"

	"readout/internal/language/chunk"
	"readout/internal/language/text"
	"readout/internal/reading/event/grammar"
	"readout/internal/reading/event/word"
	"readout/record"
)

// settle takes out those whom the model names and grammar puts elsewhere: owners and
// pronouns of others who take part, subjects and objects of other verbs. Recipients
// that the model names as actors, and the reverse, change places.
func (f *finder) settle(e *Event) {
	for _, list := range []*[]text.Span{&e.Actors, &e.Recipients} {
		*list = slices.DeleteFunc(*list, func(p text.Span) bool { return f.possesses(e.Trigger, p) })
		*list = f.withoutApposed(*list)
		*list = f.withoutOwners(*list)
	}
	e.Actors = f.withoutDescribed(f.antecedent(e.Trigger, f.withoutAnaphors(e.Actors)))
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

// possessives are pronouns that own the noun behind them.
var possessives = chunk.WordSet(`its his their our my your`)

// possesses reports whether one is but a possessive pronoun before a noun other than
// the trigger: "offered its troops", but "its offer".
func (f *finder) possesses(trigger, who text.Span) bool {
	first, end := f.Range(who)
	if end-first != 1 || !possessives[f.Word(first)] {
		return false
	}
	at, _ := f.Range(trigger)
	return at <= first || !f.oneGroup(first+1, at)
}

// oneGroup reports whether all tokens of a range may stand in one noun group.
func (f *finder) oneGroup(from, to int) bool {
	for i := from; i < to; i++ {
		if !f.InGroup(i) {
			return false
		}
	}
	return true
}

// anaphors stand for one named before them.
var anaphors = chunk.WordSet(`he she they it`)

// withoutAnaphors drops a pronoun behind another actor, for whom it stands: "Katsav
// refused, saying he …".
func (f *finder) withoutAnaphors(all []text.Span) []text.Span {
	if len(all) < 2 {
		return all
	}
	rest := slices.DeleteFunc(all[1:], func(p text.Span) bool {
		first, end := f.Range(p)
		return end-first == 1 && anaphors[f.Word(first)] && f.Word(first-1) != "and"
	})
	return all[:1+len(rest)]
}

// antecedent keeps of the actors of a relative clause the one whom it describes:
// "Clinton and Warren, who assailed".
func (f *finder) antecedent(trigger text.Span, all []text.Span) []text.Span {
	first, _ := f.Range(trigger)
	if first == 0 || len(all) < 2 || f.Nominal(trigger) {
		return all
	}
	i := f.BeforeVerb(first)
	if w := f.Word(i); w != "who" && w != "which" {
		return all
	}
	i--
	if f.Word(i) == "," {
		i--
	}
	for _, p := range all {
		if from, to := f.Range(p); from <= i && i < to {
			return []text.Span{p}
		}
	}
	return all
}

// withoutApposed drops a noun group that only says who a name beside it is: "the boy's
// great-uncle, Lazaro Gonzalez,".
func (f *finder) withoutApposed(all []text.Span) []text.Span {
	drop := make([]bool, len(all))
	for i := range len(all) - 1 {
		_, comma := f.Range(all[i])
		next, end := f.Range(all[i+1])
		if f.Word(comma) != "," || next != comma+1 || f.goesOn(end) {
			continue
		}
		drop[i] = f.nominal(all[i])
		drop[i+1] = drop[i+1] || f.nominal(all[i+1])
	}
	i := -1
	return slices.DeleteFunc(all, func(text.Span) bool { i++; return drop[i] })
}

// goesOn reports whether a list of names goes on with a token.
func (f *finder) goesOn(i int) bool {
	if f.Word(i) == "," {
		i++
	}
	return f.Word(i) == "and" || f.Word(i) == "or"
}

// nominal reports whether a phrase is no name: "its key ally", "one of them".
func (f *finder) nominal(p text.Span) bool {
	from, _ := f.Range(p)
	return chunk.Determiners[f.Word(from)] && !f.Upper(from+1) || f.Word(from) == "one"
}

// withoutOwners drops one who but owns another: "Jordan's King Abdullah".
func (f *finder) withoutOwners(all []text.Span) []text.Span {
	next := 0
	return slices.DeleteFunc(all, func(p text.Span) bool {
		next++
		if next == len(all) {
			return false
		}
		_, to := f.Range(p)
		at, _ := f.Range(all[next])
		if own := isOwn(f.Word(to-1)) || isOwn(f.Word(to)); !own || !f.oneGroup(to, at) {
			return false
		}
		return !slices.ContainsFunc(f.Tokens[to:max(to, at)], func(t chunk.Token) bool { return t.Word == "of" })
	})
}

func isOwn(w string) bool { return w == "'s" || w == "’s" }

// withoutDescribed drops one who stands in what is said of another: "Pakistan, a key
// U.S. ally,".
func (f *finder) withoutDescribed(all []text.Span) []text.Span {
	for _, p := range all {
		_, to := f.Range(p)
		if f.Word(to) != "," || !chunk.Determiners[f.Word(to+1)] {
			continue
		}
		return slices.DeleteFunc(all, func(q text.Span) bool {
			at, end := f.Range(q)
			return at > to+1 && f.InGroup(end) && f.oneGroup(to+1, at)
		})
	}
	return all
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
			return transitive && !f.related(p, first)
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
		return to <= at && f.Breaks(to-1, at) > 0 && f.finite(to, at)
	})
}

// related reports whether a relative pronoun stands between one and a verb.
func (f *finder) related(p text.Span, verb int) bool {
	_, to := f.Range(p)
	return slices.ContainsFunc(f.Tokens[to:max(to, verb)], func(t chunk.Token) bool {
		return t.Word == "whom" || t.Word == "which" || t.Word == "who" || t.Word == "that"
	})
}

// finite reports whether a verb stands in a range of tokens.
func (f *finder) finite(from, to int) bool {
	for i := from; i < to; i++ {
		if grammar.Auxiliaries[f.Word(i)] || chunk.IsPast(f.Word(i)) && !f.Upper(i) {
			return true
		}
	}
	return false
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
