package coref

import (
	"slices"
	"strings"

	"readout/internal/language/text"
	"readout/internal/reading/mention"
)

// Antecedents tell which entity a relative pronoun that speaks stands for: "Warren,
// who has assailed", "Peabody Energy, the largest coal company, which filed".
type Antecedents struct {
	doc      *text.Text
	entities []mention.Entity
	ending   map[int]place // the longest name or mention that ends at a byte
}

// NewAntecedents returns the antecedents among the names of a document and what
// refers to them.
func NewAntecedents(doc *text.Text, entities []mention.Entity, mentions []Mention) *Antecedents {
	a := &Antecedents{doc: doc, entities: entities, ending: map[int]place{}}
	for i, e := range entities {
		for _, m := range e.Mentions {
			a.learn(place{m, i})
		}
	}
	for _, m := range mentions {
		a.learn(place{m.Span, m.Entity})
	}
	return a
}

func (a *Antecedents) learn(p place) {
	if known, is := a.ending[p.End]; !is || p.Start < known.Start {
		a.ending[p.End] = p
	}
}

// Of returns the entity that a relative pronoun stands for: the one named right before
// it, or before a noun group between commas that says what that one is. One who does
// not fit the word, or the number of the verb behind it, is none.
func (a *Antecedents) Of(phrase text.Span) (int, bool) {
	s := a.doc.String()
	word := strings.ToLower(a.doc.At(phrase))
	if word != "who" && word != "which" {
		return 0, false
	}
	before := strings.TrimRight(s[:phrase.Start], " \u00a0")
	if before == s[:phrase.Start] && !strings.HasSuffix(before, "—") && !strings.HasSuffix(before, "–") {
		return 0, false
	}
	before = strings.TrimRight(strings.TrimRight(before, ",-—–"), " \u00a0")
	next, _, _ := strings.Cut(strings.TrimLeft(s[phrase.End:], " \u00a0"), " ")
	if e, ok := a.fits(len(before), word, slices.Contains(plural, next)); ok {
		return e, true
	}
	comma := strings.LastIndexAny(before[max(0, len(before)-longestApposed):], ",.;:!?\"“”\n")
	if comma += max(0, len(before)-longestApposed); comma < 0 || before[comma] != ',' {
		return 0, false
	}
	if first, _, _ := strings.Cut(strings.TrimLeft(before[comma+1:], " "), " "); !slices.Contains(apposes, first) {
		return 0, false
	}
	return a.fits(comma, word, slices.Contains(plural, next))
}

// fits returns the entity that is named up to a byte if the word may stand for it.
func (a *Antecedents) fits(end int, word string, plural bool) (int, bool) {
	p, known := a.ending[end]
	if !known {
		return 0, false
	}
	kind := a.entities[p.entity].Kind
	if kind == mention.Group {
		return p.entity, word == "who"
	}
	return p.entity, (word == "who") == (kind == mention.Person) && !plural
}

// longestApposed is how many bytes a noun group may have that says what somebody is.
const longestApposed = 100

// plural are the forms of verbs behind a pronoun for several.
var plural = strings.Fields("have are were do")

// apposes are the words that such a noun group begins with.
var apposes = strings.Fields("a an the his her its their our my one another")
