package phrase

import (
	"readout/internal/language/lexicon"
	"readout/internal/reading/mention/proper"
	"readout/internal/reading/phrase/word"
)

// findHosts keeps the last names of those whom the text shows to work for an
// outlet: "CNN's Ann Example", "radio host Ann Example", "Ann Example of NPR",
// "Ann Example, host of", "Ann Example's show", "The Ann Example Show".
func (r *Reader) findHosts() {
	for _, o := range r.Outlets {
		for i := o.First; i < o.End && o.Kind == lexicon.Programme; i++ {
			r.hosts[r.At(i)] = true
		}
		if r.Together(o.First, o.End+1) && r.Tokens[o.End].Kind == word.Possessive && r.Capital(o.End+1) {
			r.hosts[r.At(r.Capitals(o.End+1)-1)] = true
		}
	}
	for i := range r.Tokens {
		if r.In(i, lexicon.HostTrade) && r.Capital(i+1) &&
			(r.Capital(i-1) || r.In(i-1, lexicon.MediaWord)) {
			r.hosts[r.At(r.Capitals(i+1)-1)] = true
		}
		if r.personEnds(i) && r.hosting(i+1) {
			r.hosts[r.At(i)] = true
		}
	}
}

// personEnds reports whether the name of a person ends with token i.
func (r *Reader) personEnds(i int) bool {
	n := r.Tokens[i].Name
	if n < 0 || r.Names[n].Kind != proper.Person || r.Tokens[i].Kind != word.Word {
		return false
	}
	return i+1 == len(r.Tokens) || r.Tokens[i+1].Name != n || r.Tokens[i+1].Kind == word.Possessive
}

// hosting reports whether the words from token j on say that the person before
// them works for an outlet.
func (r *Reader) hosting(j int) bool {
	switch {
	case !r.Together(j-1, j+1):
		return false
	case r.Tokens[j].Kind == word.Possessive, r.ownsPlural(j):
		return r.In(j+1, lexicon.ProgrammeEnding) || r.Is(j+1, "radio", "talk", "program") ||
			r.Is(j+2, "show", "program") && r.In(j+1, lexicon.MediaWord)
	case r.At(j) == ",":
		return r.In(j+1, lexicon.HostTrade) ||
			r.In(j+2, lexicon.HostTrade) && r.In(j+1, lexicon.Determiner)
	}
	if r.Low(j) == "on" && r.Is(j+1, "his", "her") {
		return r.In(j+2, lexicon.ProgrammeEnding) || r.In(j+3, lexicon.ProgrammeEnding)
	}
	return r.Low(j) == "of" && r.ToOutlet(j+1)
}

// Host reports whether the name at token i is that of somebody who works for
// an outlet.
func (r *Reader) Host(i int) bool {
	n := r.Tokens[i].Name
	if n < 0 {
		return false
	}
	last := r.NameEnd(i) - 1
	if r.Names[n].Kind != proper.Person && last > i {
		return false // a last name alone may be taken for another kind
	}
	return r.hosts[r.At(last)] || r.Tokens[last].Kind == word.Possessive && r.hosts[r.At(last-1)]
}
