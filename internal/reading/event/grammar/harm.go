package grammar

import (
	"slices"
	"strings"

	"readout/internal/language/chunk"
	"readout/internal/language/text"
)

// harmed and accused are nouns right behind the noun of an attack that say whom it
// met and who is thought to have done it, and scenes where it was.
var (
	harmed  = chunk.WordSet(`victim victims survivor survivors`)
	accused = chunk.WordSet(`suspect suspects`)
	scenes  = chunk.WordSet(`scene scenes site sites`)
)

// A Harm is what the noun behind the noun of an attack makes of its parties.
type Harm struct {
	Actors, Recipients []text.Span
}

// Harm returns the parties of an attack whose noun describes one behind it, and
// false if it does not: of "Hamas attack victims" Hamas and the victims. Of those
// given only who stands in the same noun group stays.
func (g *Sentence) Harm(trigger text.Span, actors, recipients []text.Span) (Harm, bool) {
	first, end := g.Range(trigger)
	noun := g.Word(end)
	if !harmed[noun] && !accused[noun] && !scenes[noun] || !g.assault(trigger) {
		return Harm{}, false
	}
	from := g.beforeGroup(first-1) + 1
	outside := func(p text.Span) bool {
		i, to := g.Range(p)
		return i < from || to > end+1
	}
	h := Harm{slices.DeleteFunc(actors, outside), slices.DeleteFunc(recipients, outside)}
	behind := g.Tokens[end].Span
	switch {
	case accused[noun]:
		h = Harm{Actors: []text.Span{behind}}
	case harmed[noun]:
		h.Recipients = []text.Span{behind}
	}
	return h, true
}

// assault reports whether a trigger is a noun, or looks like one of an attack.
func (g *Sentence) assault(trigger text.Span) bool {
	first, _ := g.Range(trigger)
	w := g.Word(first)
	noun := assaults[w] || strings.HasSuffix(w, "ing") || g.Nominal(trigger)
	return noun && !g.Active(trigger)
}
