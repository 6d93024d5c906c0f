package phrase

import (
	"strings"

	"readout/internal/language/lexicon"
	"readout/internal/reading/mention/proper"
)

// maxUnlisted is how often a text may name an outlet that no list has: a body
// that it names more often is what it writes about. Of the names told or
// reporting in PolNeAR's training half that no list has, those named thrice or
// more are bodies that act.
const maxUnlisted = 2

// countNames counts how often each name stands in the text, and how often as one
// that is told or that reports.
func (r *Reader) countNames() {
	for i, t := range r.Tokens {
		if t.Name < 0 || i > 0 && r.Tokens[i-1].Name == t.Name {
			continue
		}
		words := r.Doc.At(r.Names[t.Name].Span)
		r.names[words]++
		before := i - 1
		if r.Low(before) == "the" {
			before--
		}
		if r.Is(before, "told", "tells", "telling") || r.Is(r.NameEnd(i), "reported", "reports") {
			r.told[words]++
		}
	}
}

// Unlisted returns the end of the name at token i when it may be an outlet that
// no list has: one that is rare, or mostly told things, and that no word in it
// makes an institution.
func (r *Reader) Unlisted(i int) (int, bool) {
	if i < 0 || i >= len(r.Tokens) || r.Tokens[i].Name < 0 || r.Tokens[i].Outlet >= 0 {
		return i, false
	}
	name := r.Names[r.Tokens[i].Name]
	if !teller(name.Kind) || r.NameStart(i) != i {
		return i, false
	}
	end := r.NameEnd(i)
	for j := i; j < end; j++ {
		if r.In(j, lexicon.Institution) {
			return i, false
		}
	}
	words := r.Doc.At(name.Span)
	if words == strings.ToUpper(words) {
		return i, false // letters are mostly those of a body: "told NATO"
	}
	return end, r.names[words] <= maxUnlisted || 2*r.told[words] >= r.names[words]
}

// PersonAt reports whether the name of a person stands at token i.
func (r *Reader) PersonAt(i int) bool {
	return i >= 0 && i < len(r.Tokens) && r.Tokens[i].Name >= 0 &&
		r.Names[r.Tokens[i].Name].Kind == proper.Person
}
