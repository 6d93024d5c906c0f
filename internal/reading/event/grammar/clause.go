package grammar

import (
	"readout/internal/language/chunk"
)

// opening are the words that begin a clause of their own.
var opening = chunk.WordSet(`who whom whose which where when while because although
	though unless whereas but if whether as that what why how after before since
	until amid following despite`)

// joining are those of them that begin a phrase before a time or a noun that is no
// act, so that a time right behind them belongs to the clause before.
var joining = chunk.WordSet(`after before since until as amid following that`)

// subjects are Pronouns that begin a clause behind "and" or a comma.
var subjects = chunk.WordSet(`he she it they we i who which`)

// Auxiliaries carry a verb.
var Auxiliaries = chunk.WordSet(`is are was were be been being has have had do does
	did will would can could may might must shall should`)

// markClauses numbers the clauses of the sentence in the order of its tokens.
func (g *Sentence) markClauses() {
	g.clauses = g.clauses[:0]
	n := 0
	for i := range g.Tokens {
		if i > 0 && g.opensClause(i) {
			n++
		}
		g.clauses = append(g.clauses, n)
	}
}

// opensClause reports whether a clause begins with a token.
func (g *Sentence) opensClause(i int) bool {
	w := g.Word(i)
	switch {
	case g.Is(i, chunk.SignForm):
		return w == ";" || w == ":" || w == "—" || w == "(" || w == ")" || (w == "-" || w == "–") && !g.Glued(i)
	case joining[w]:
		return !g.Is(i+1, chunk.TimeForm)
	case opening[w]:
		return true
	case w == "and" || w == "or":
		return g.BeginsVerb(i+1) || subjects[g.Word(i+1)]
	case g.Word(i-1) == ",":
		return g.BeginsVerb(i) || subjects[w] || chunk.IsGerund(w)
	}
	return false
}

// BeginsVerb reports whether a verb group may begin at a token.
func (g *Sentence) BeginsVerb(i int) bool {
	for i < len(g.Tokens) && chunk.IsAdverb(g.Word(i)) {
		i++
	}
	w := g.Word(i)
	return Auxiliaries[w] || chunk.IsPast(w) && !g.Upper(i)
}

// Breaks returns how many clauses begin between two tokens, in either order.
func (g *Sentence) Breaks(i, k int) int {
	last := len(g.clauses) - 1
	i, k = min(i, last), min(k, last)
	if i < 0 || k < 0 {
		return 0
	}
	return max(g.clauses[i], g.clauses[k]) - min(g.clauses[i], g.clauses[k])
}
