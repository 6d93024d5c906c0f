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
	land   land
}

func newProfile(e mention.Entity) profile {
	return profile{kind: e.Kind, gender: e.Gender, sure: e.Titled, land: landOf(e)}
}

// Pronouns that mean an entity tell its gender when those of one gender are so many
// more: manyPronouns where the name does not tell it, and surePronouns beyond doubt. A
// first reading errs in one of nine.
const (
	manyPronouns = 2
	surePronouns = 4
)

// learn notes the gender of the pronouns that were found to mean the entity: those for
// men less those for women.
func (p *profile) learn(votes, many int) {
	gender := lexicon.Male
	if votes < 0 {
		gender, votes = lexicon.Female, -votes
	}
	unknown := p.gender == lexicon.Unknown || p.gender == lexicon.Either
	if votes >= many && unknown {
		p.gender = gender
	}
	p.sure = p.sure || votes >= surePronouns && p.gender == gender
}

// vote returns 1 for a man's pronoun and -1 for a woman's.
func vote(w Word) int {
	if w.gender == lexicon.Male {
		return 1
	}
	return -1
}

// agrees returns how well a word can mean an entity: 1 is well, 0 not at all.
func (p *profile) agrees(w Word) float64 {
	switch {
	case !w.Pronoun():
		if slices.Contains(w.kinds, p.kind) && p.land >= w.land {
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

// misread is how well "he" or "she" can mean a name that the model takes for a
// place or another thing that is no person, opposite what a gender other than the word's leaves, when only the
// given name tells it.
const (
	misread  = 0.05
	opposite = 0.03
)

func (p *profile) agreesPersonal(w Word) float64 {
	if p.kind == mention.Organization {
		return 0 // an empty field rather than a guess: "he" is no broadcaster
	}
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
