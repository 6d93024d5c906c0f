package coref

import (
	"slices"

	"readout/internal/language/lexicon"
	"readout/internal/reading/mention"
)

// A profile is what is known of an entity that words must agree with.
type profile struct {
	kind   mention.Kind
	gender lexicon.Gender // Unknown or Either when nothing tells
	sure   bool           // the gender rests on a title
}

func newProfile(e mention.Entity) profile {
	return profile{kind: e.Kind, gender: e.Gender, sure: e.Titled}
}

// learn notes the gender of a pronoun that was found to mean the entity.
func (p *profile) learn(w Word) {
	if w.personal() && (p.gender == lexicon.Unknown || p.gender == lexicon.Either) {
		p.gender = w.gender
	}
}

// agrees returns how well a word can mean an entity: 1 is well, 0 not at all.
func (p *profile) agrees(w Word) float64 {
	switch {
	case !w.Pronoun():
		if slices.Contains(w.kinds, p.kind) {
			return 1
		}
		return 0
	case w.plural:
		return p.agreesPlural()
	case w.thing:
		if p.kind == mention.Person || p.kind == mention.Group {
			return 0
		}
		return 1
	}
	return p.agreesPersonal(w)
}

// singularThey is how well "they" can mean one person or place.
const singularThey = 0.05

func (p *profile) agreesPlural() float64 {
	if p.kind == mention.Person {
		return singularThey
	}
	return 1
}

// misread is how well "he" or "she" can mean a name that the model takes for no
// person, opposite what a gender other than the word's leaves, when only the
// given name tells it.
const (
	misread  = 0.05
	opposite = 0.03
)

func (p *profile) agreesPersonal(w Word) float64 {
	fit := 1.0
	if p.kind != mention.Person {
		fit = misread
	}
	other := p.gender != lexicon.Unknown && p.gender != lexicon.Either && p.gender != w.gender
	switch {
	case other && p.sure:
		return 0
	case other:
		return fit * opposite
	}
	return fit
}
