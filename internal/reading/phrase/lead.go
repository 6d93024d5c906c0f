package phrase

import (
	"readout/internal/language/lexicon"
	"readout/internal/reading/mention/proper"
	"readout/internal/reading/phrase/word"
)

// OrganizationEnd reads the name of one: who is given an interview tells news.
func (r *Reader) OrganizationEnd(i int) (int, bool) {
	j := i
	if r.In(j, lexicon.Determiner) {
		j++
	}
	if end := r.capitalWords(j); end > j+1 && !r.anyName(j, j+2) {
		return end, true // no person, as the model has found none
	}
	if j >= len(r.Tokens) || r.Tokens[j].Name < 0 {
		return i, false
	}
	return r.NameEnd(j), teller(r.Names[r.Tokens[j].Name].Kind)
}

// anyName reports whether a name of the model stands in tokens [i, end).
func (r *Reader) anyName(i, end int) bool {
	for j := i; j < end; j++ {
		if r.Tokens[j].Name >= 0 {
			return true
		}
	}
	return false
}

// OutletIn reports whether an outlet that tells stands in tokens [i, end).
func (r *Reader) OutletIn(i, end int) bool {
	for j := i; j < end; j++ {
		if o := r.Tokens[j].Outlet; o >= 0 && r.Outlets[o].Kind != lexicon.Social {
			return r.Outlets[o].End <= end
		}
	}
	return false
}

// SkipPublished skips times and participles after a noun: "published Monday".
func (r *Reader) SkipPublished(j int) int {
	for r.Together(j-1, j) {
		switch {
		case r.Tokens[j].Time >= 0:
			j = r.AfterTime(j)
		case r.Low(j) == "in" && r.placeAt(j+1):
			j = r.NameEnd(j + 1)
		case r.published(j), r.Low(j) == "on" && r.TimeAt(j+1):
			j++
		default:
			return j
		}
	}
	return j
}

// placeAt reports whether the name of a place stands at token j.
func (r *Reader) placeAt(j int) bool {
	if !r.Together(j-1, j) || r.Tokens[j].Name < 0 {
		return false
	}
	return r.Names[r.Tokens[j].Name].Kind == proper.Place
}

// published reports whether token j says how something became known.
func (r *Reader) published(j int) bool {
	return Participle(r.Low(j)) && !r.In(j, lexicon.Telling) || r.Low(j) == "out" && r.TimeAt(j+1) ||
		r.Is(j, "broadcast", "set", "over", "late")
}

// TimeAt reports whether a time stands at token j, in the sentence of the token
// before it.
func (r *Reader) TimeAt(j int) bool {
	return r.Together(j-1, j) && r.Tokens[j].Time >= 0
}

// Opener goes back from a noun over its article and adjectives to one of the
// prepositions. Not ok, it returns the first token of the noun group.
func (r *Reader) Opener(i int, prepositions ...string) (int, bool) {
	first := i
	for j := i - 1; j > i-7 && r.Together(j, i); j-- {
		w := r.Low(j)
		for _, p := range prepositions {
			if w == p {
				return j, true
			}
		}
		if r.Tokens[j].Kind == word.Mark && !r.Is(j, "/", "&") || lexicon.In(w, lexicon.GroupEnd) && w != "most" && w != "later" || lexicon.In(w, lexicon.Preposition) {
			break
		}
		first = j
	}
	return first, false
}

// HeadGoesOn reports whether token j shows that the noun before it is no writing,
// or not the head of its group.
func (r *Reader) HeadGoesOn(j int) bool {
	if !r.Together(j-1, j) {
		return false
	}
	switch r.Tokens[j].Kind {
	case word.Possessive:
		return true
	case word.Mark:
		return false
	case word.Word:
	}
	w := r.Low(j)
	return w == "of" || !r.Capital(j) && r.Tokens[j].Time < 0 && !Participle(w) &&
		!r.In(j, lexicon.Preposition|lexicon.GroupEnd|lexicon.Conjunction|lexicon.Participle)
}
