package grammar

import (
	"strings"
	"unicode"

	"readout/internal/language/chunk"
	"readout/internal/language/lexicon"
	"readout/internal/language/text"
	"readout/internal/reading/mention"
)

// assaults are nouns of attacks, and no verb in the present: "Tehran attacks ships".
var assaults = chunk.WordSet(`attack assault bombing bombings shooting shootings stabbing
	massacre killings blast explosion siege war assassination airstrike airstrikes`)

// Site returns the place that names an attack where the noun of it is the trigger,
// right behind the place or one word away: "the Benghazi terrorist attacks". A
// country without an article, "Iran attack", and one that stands for its people,
// "the U.S. raid", attack.
func (g *Sentence) Site(trigger text.Span) (text.Span, bool) {
	first, _ := g.Range(trigger)
	if !assaults[g.Word(first)] && !g.Nominal(trigger) || g.PastVerb(first) {
		return text.Span{}, false
	}
	for _, n := range g.Names {
		from, to := g.Range(n.Span)
		between := first - to
		near := between == 0 || between == 1 && g.noun(to)
		if near && n.Kind == mention.Place && g.isSite(g.Text[n.Start:n.End], g.Word(from-1)) {
			return n.Span, true
		}
	}
	return text.Span{}, false
}

// isSite reports whether a place before the noun of an attack is where it was.
func (g *Sentence) isSite(name, before string) bool {
	c, _, ok := lexicon.CountryOf(name)
	switch {
	case !ok || c.Part && c.Sense == lexicon.Name || c.Sense == lexicon.Capital:
		return true
	case c.Sense == lexicon.Name:
		return chunk.Determiners[before] && strings.ContainsFunc(name, unicode.IsLower)
	}
	return false
}
