package lead

import (
	"readout/internal/language/lexicon"
	"readout/internal/reading/phrase"
)

// BasedOn reads "based on X" at token i, where X is a document of an outlet or
// of a body that is named.
func BasedOn(text *phrase.Reader, i int) (Found, bool) {
	r := reader{text}
	if r.Low(i+1) != "on" || !r.Together(i, i+2) {
		return Found{}, false
	}
	end := r.Group(i + 2)
	if _, named := r.Document(i+2, end); !named && !r.countOf(i+2, end) {
		return Found{}, false
	}
	return r.found(i, i+2, end)
}

// countOf reports whether tokens [i, end) are a document with an outlet before or
// behind its noun: "an AP count", "a statement released by Reuters".
func (r reader) countOf(i, end int) bool {
	if !r.OutletIn(i, end) {
		return false
	}
	for j := i; j < end; j++ {
		if r.In(j, lexicon.DocumentNoun) && !r.Capital(j) {
			return true
		}
	}
	return false
}

// From reads what a text that is quoted at length is from: "From Le Monde:".
func From(text *phrase.Reader, i int) (Found, bool) {
	r := reader{text}
	if !r.Opens(i) || !r.Capital(i) {
		return Found{}, false
	}
	from := i + 1
	if r.PersonAt(from) || r.Capital(from) && !r.ToOutlet(from) {
		from = r.writer(from)
	}
	end, ok := r.Target(from)
	if !ok || r.At(end) != ":" || !r.Together(i, end) {
		return Found{}, false
	}
	return r.found(i, from, end)
}

// writer goes over who writes where at token i: "Ann Example writing at".
func (r reader) writer(i int) int {
	end := r.Capitals(i)
	if r.Is(end, "writing", "reporting") {
		end++
	}
	if r.Is(end, "at", "in", "of", "for") {
		return end + 1
	}
	return i
}

// Released reads "In documents obtained by X," at the noun of a document, token i,
// where the words open a clause and X has a name.
func Released(text *phrase.Reader, i int) (Found, bool) {
	r := reader{text}
	first, ok := r.Opener(i, "in")
	j := r.SkipPublished(i + 1)
	if phrase.Participle(r.Low(j)) {
		j++
	}
	if !ok || !r.Opens(first) || r.Capital(i) || j == i+1 || r.Low(j) != "by" || !r.Named(j+1) {
		return Found{}, false
	}
	return r.found(first, first+1, r.Group(j+1))
}
