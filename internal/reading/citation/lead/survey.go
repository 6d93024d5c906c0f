package lead

import (
	"readout/internal/reading/phrase"
)

// Survey reads a poll that is named by who made it: "in a CNN poll", "In the latest
// Pew Research survey". One told by its kind alone is no source by itself.
func Survey(text *phrase.Reader, i int) (Found, bool) {
	r := reader{text}
	first, ok := r.Opener(i, "in")
	if !ok || r.HeadGoesOn(i+1) || !r.Is(first+1, "a", "an", "the", "its", "this") {
		return Found{}, false
	}
	made := r.OutletIn(first+1, i)
	made = made || r.Opens(first) && OrganizationIn(r.Reader, first+1, i)
	if !made || Possessed(r.Reader, first+1, i) {
		return Found{}, false
	}
	return r.found(first, first+1, i+1)
}

// longestOf is how many tokens "for the figures" may take.
const longestOf = 7

// Origin reads a sentence that names the source of figures: "The source for the toll
// is the Ministry of Health".
func Origin(text *phrase.Reader, i int) (Found, bool) {
	r := reader{text}
	if r.Low(i-1) != "the" || !r.Opens(i-1) || r.Low(i+1) != "for" {
		return Found{}, false
	}
	for j := i + 2; j < i+longestOf && r.Together(i, j+1); j++ {
		if !r.Is(j, "is", "are", "was", "were") {
			continue
		}
		if end := r.Group(j + 1); end > j+1 && r.Named(j+1) {
			return r.found(i-1, j+1, end)
		}
	}
	return Found{}, false
}
