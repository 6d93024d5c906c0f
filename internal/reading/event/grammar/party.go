package grammar

import (
	"slices"

	"readout/internal/language/chunk"
	"readout/internal/language/text"
)

// possessives are pronouns that own the noun behind them.
var possessives = chunk.WordSet(`its his their our my your`)

// Possesses reports whether one is but a possessive pronoun before a noun other than
// the trigger: "offered its troops", but "its offer".
func (g *Sentence) Possesses(trigger, who text.Span) bool {
	first, end := g.Range(who)
	if end-first != 1 || !possessives[g.Word(first)] {
		return false
	}
	at, _ := g.Range(trigger)
	return at <= first || !g.oneGroup(first+1, at)
}

// oneGroup reports whether all tokens of a range may stand in one noun group.
func (g *Sentence) oneGroup(from, to int) bool {
	for i := from; i < to; i++ {
		if !g.InGroup(i) {
			return false
		}
	}
	return true
}

// anaphors stand for one named before them.
var anaphors = chunk.WordSet(`he she they it`)

// WithoutAnaphors drops a pronoun behind another actor, for whom it stands: "Katsav
// refused, saying he …".
func (g *Sentence) WithoutAnaphors(all []text.Span) []text.Span {
	if len(all) < 2 {
		return all
	}
	rest := slices.DeleteFunc(all[1:], func(p text.Span) bool {
		first, end := g.Range(p)
		return end-first == 1 && anaphors[g.Word(first)] && g.Word(first-1) != "and"
	})
	return all[:1+len(rest)]
}

// Antecedent keeps of the actors of a relative clause the one whom it describes:
// "Clinton and Warren, who assailed".
func (g *Sentence) Antecedent(trigger text.Span, all []text.Span) []text.Span {
	first, _ := g.Range(trigger)
	if first == 0 || len(all) < 2 || g.Nominal(trigger) {
		return all
	}
	i := g.BeforeVerb(first)
	if w := g.Word(i); w != "who" && w != "which" {
		return all
	}
	i--
	if g.Word(i) == "," {
		i--
	}
	for _, p := range all {
		if from, to := g.Range(p); from <= i && i < to {
			return []text.Span{p}
		}
	}
	return all
}

// WithoutApposed drops a noun group that only says who a name beside it is: "the
// boy's great-uncle, Lazaro Gonzalez,".
func (g *Sentence) WithoutApposed(all []text.Span) []text.Span {
	drop := make([]bool, len(all))
	for i := range len(all) - 1 {
		_, comma := g.Range(all[i])
		next, end := g.Range(all[i+1])
		if g.Word(comma) != "," || next != comma+1 || g.goesOn(end) {
			continue
		}
		drop[i] = g.nominal(all[i])
		drop[i+1] = drop[i+1] || g.nominal(all[i+1])
	}
	i := -1
	return slices.DeleteFunc(all, func(text.Span) bool { i++; return drop[i] })
}

// goesOn reports whether a list of names goes on with a token.
func (g *Sentence) goesOn(i int) bool {
	if g.Word(i) == "," {
		i++
	}
	return g.Word(i) == "and" || g.Word(i) == "or"
}

// nominal reports whether a phrase is no name: "its key ally", "one of them".
func (g *Sentence) nominal(p text.Span) bool {
	from, _ := g.Range(p)
	return chunk.Determiners[g.Word(from)] && !g.Upper(from+1) || g.Word(from) == "one"
}

// WithoutOwners drops one who but owns another: "Jordan's King Abdullah".
func (g *Sentence) WithoutOwners(all []text.Span) []text.Span {
	next := 0
	return slices.DeleteFunc(all, func(p text.Span) bool {
		next++
		if next == len(all) {
			return false
		}
		_, to := g.Range(p)
		at, _ := g.Range(all[next])
		if own := isOwn(g.Word(to-1)) || isOwn(g.Word(to)); !own || !g.oneGroup(to, at) {
			return false
		}
		return !slices.ContainsFunc(g.Tokens[to:max(to, at)], func(t chunk.Token) bool { return t.Word == "of" })
	})
}

func isOwn(w string) bool { return w == "'s" || w == "’s" }

// WithoutDescribed drops one who stands in what is said of another: "Pakistan, a key
// U.S. ally,".
func (g *Sentence) WithoutDescribed(all []text.Span) []text.Span {
	for _, p := range all {
		_, to := g.Range(p)
		if g.Word(to) != "," || !chunk.Determiners[g.Word(to+1)] {
			continue
		}
		return slices.DeleteFunc(all, func(q text.Span) bool {
			at, end := g.Range(q)
			return at > to+1 && g.InGroup(end) && g.oneGroup(to+1, at)
		})
	}
	return all
}

// Related reports whether a relative pronoun stands between one and a verb.
func (g *Sentence) Related(p text.Span, verb int) bool {
	_, to := g.Range(p)
	return slices.ContainsFunc(g.Tokens[to:max(to, verb)], func(t chunk.Token) bool {
		return t.Word == "whom" || t.Word == "which" || t.Word == "who" || t.Word == "that"
	})
}

// Finite reports whether a verb stands in a range of tokens.
func (g *Sentence) Finite(from, to int) bool {
	for i := from; i < to; i++ {
		if Auxiliaries[g.Word(i)] || chunk.IsPast(g.Word(i)) && !g.Upper(i) {
			return true
		}
	}
	return false
}
