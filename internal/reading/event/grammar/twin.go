package grammar

import (
	"slices"
	"strings"

	"readout/internal/language/chunk"
	"readout/internal/language/text"
)

// reflexive are pronouns behind a verb whose subject is its object.
var reflexive = chunk.WordSet(`himself herself itself themselves ourselves myself
	yourself yourselves`)

// WithoutTwins drops of two who take part under equal words the one farther from the
// trigger, of equally far ones the recipient. A reflexive verb keeps both.
func (g *Sentence) WithoutTwins(trigger text.Span, actors, recipients []text.Span) (act, bear []text.Span) {
	if _, end := g.Range(trigger); reflexive[g.Word(end)] {
		return actors, recipients
	}
	all := slices.Concat(actors, recipients)
	slices.SortStableFunc(all, func(a, b text.Span) int {
		return g.apart(trigger, a) - g.apart(trigger, b)
	})
	nearest := map[string]text.Span{}
	for _, p := range all {
		if _, taken := nearest[g.key(p)]; !taken {
			nearest[g.key(p)] = p
		}
	}
	twin := func(p text.Span) bool { return !Pronouns[g.key(p)] && nearest[g.key(p)] != p }
	both := func(p text.Span) bool { return slices.Contains(actors, p) }
	recipients = slices.DeleteFunc(recipients, both)
	return slices.DeleteFunc(actors, twin), slices.DeleteFunc(recipients, twin)
}

// key returns the words of a phrase in small letters, without an article.
func (g *Sentence) key(p text.Span) string {
	return strings.TrimPrefix(strings.ToLower(g.Text[p.Start:p.End]), "the ")
}

// apart returns how many words stand between a trigger and a phrase.
func (g *Sentence) apart(trigger, p text.Span) int {
	first, end := g.Range(trigger)
	from, to := g.Range(p)
	return max(first-to, from-end)
}
