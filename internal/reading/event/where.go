package event

import (
	"slices"

	"readout/internal/language/chunk"
	"readout/internal/language/text"
	"readout/internal/reading/mention"
	"readout/record"
)

// locating are the prepositions before where something happens.
var locating = chunk.WordSet(`in at near outside inside across around`)

// placeOf returns the place name that stands nearest to an event behind one of
// them, or an empty span.
func (f *finder) placeOf(all []Event, k int) text.Span {
	if site, ok := f.site(all[k]); ok && !f.heldBy(all[k], site) {
		return site
	}
	best, least := text.Span{}, ofPlace.most
	for _, n := range f.Names {
		if n.Kind != mention.Place || f.heldBy(all[k], n.Span) || !f.located(n.Span) || f.adjective(n.Span) {
			continue
		}
		if c := f.cost(ofPlace, all, k, n.Span); c < least && c <= f.closest(ofPlace, all, n.Span)+slack {
			best, least = n.Span, c
		}
	}
	return best
}

// longestLead is how many words may stand between the preposition and the name:
// "in the southern city of Basra".
const longestLead = 5

// located reports whether a preposition of place leads to a name.
func (f *finder) located(name text.Span) bool {
	first, _ := f.Range(name)
	for i := first - 1; i >= max(0, first-1-longestLead); i-- {
		switch w := f.Word(i); {
		case locating[w]:
			return true
		case w != "of" && w != "the" && w != "'s" && w != "’s" && f.Closes(i):
			return false
		}
	}
	return false
}

// adjective reports whether a name is that of a people and describes the noun behind
// it: "at the Ecuadorean embassy".
func (f *finder) adjective(name text.Span) bool {
	return mention.IsDemonym(f.doc.At(name))
}

// site returns the place that names an attack: "the Kabul bombing".
func (f *finder) site(e Event) (text.Span, bool) {
	if e.Type != record.EventAssault {
		return text.Span{}, false
	}
	return f.Site(e.Trigger)
}

// withoutSite lets the place that names an attack be none of its actors.
func (f *finder) withoutSite(e *Event) {
	if site, ok := f.site(*e); ok {
		e.Actors = slices.DeleteFunc(e.Actors, site.Overlaps)
	}
}
