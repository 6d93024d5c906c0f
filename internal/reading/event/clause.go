package event

import "readout/internal/language/chunk"

// opening are the words that begin a clause of their own.
var opening = chunk.WordSet(`who whom whose which where when while because although
	though unless whereas but if whether as that what why how after before since
	until amid following despite`)

// joining are those of them that begin a phrase before a time or a noun that is no
// act, so that a time right behind them belongs to the clause before.
var joining = chunk.WordSet(`after before since until as amid following that`)

// subjects are pronouns that begin a clause behind "and" or a comma.
var subjects = chunk.WordSet(`he she it they we i who which`)

// auxiliaries carry a verb.
var auxiliaries = chunk.WordSet(`is are was were be been being has have had do does
	did will would can could may might must shall should`)

// markClauses numbers the clauses of the sentence in the order of its tokens.
func (f *finder) markClauses() {
	f.clauses = f.clauses[:0]
	n := 0
	for i := range f.Tokens {
		if i > 0 && f.opensClause(i) {
			n++
		}
		f.clauses = append(f.clauses, n)
	}
}

// opensClause reports whether a clause begins with a token.
func (f *finder) opensClause(i int) bool {
	w := f.Word(i)
	switch {
	case f.Is(i, chunk.SignForm):
		return w == ";" || w == ":" || w == "—" || w == "(" || w == ")" || (w == "-" || w == "–") && !f.Glued(i)
	case joining[w]:
		return !f.Is(i+1, chunk.TimeForm)
	case opening[w]:
		return true
	case w == "and" || w == "or":
		return f.beginsVerb(i+1) || subjects[f.Word(i+1)]
	case f.Word(i-1) == ",":
		return f.beginsVerb(i) || subjects[w] || chunk.IsGerund(w)
	}
	return false
}

// beginsVerb reports whether a verb group may begin at a token.
func (f *finder) beginsVerb(i int) bool {
	for i < len(f.Tokens) && chunk.IsAdverb(f.Word(i)) {
		i++
	}
	w := f.Word(i)
	return auxiliaries[w] || chunk.IsPast(w) && !f.Upper(i)
}

// breaks returns how many clauses begin between two tokens, in either order.
func (f *finder) breaks(i, k int) int {
	last := len(f.clauses) - 1
	i, k = min(i, last), min(k, last)
	if i < 0 || k < 0 {
		return 0
	}
	return max(f.clauses[i], f.clauses[k]) - min(f.clauses[i], f.clauses[k])
}
