package grammar

import (
	"readout/internal/language/chunk"
)

// meets are verbs whose object may be what is wanted, and wants are nouns for that.
var (
	meets = chunk.WordSet(`meet meets met meeting`)
	wants = chunk.WordSet(`needs demand demands deadline deadlines expectations standards
		requirements targets goals criteria obligations conditions challenges`)
)

// longestSense is how many words behind a word decide what it tells of.
const longestSense = 9

// Fulfils reports whether a token is the verb of what is wanted: "meeting the army's
// needs", but "the meeting needs time".
func (g *Sentence) Fulfils(i int) bool {
	if !meets[g.Word(i)] || g.Meeting(i) {
		return false
	}
	for n := i + 1; n < min(len(g.Tokens), i+longestSense) && g.InGroup(n); n++ {
		if wants[g.Word(n)] && g.Word(n-1) != "of" {
			return true
		}
	}
	return false
}

// Meeting reports whether a token is the noun: "a long meeting".
func (g *Sentence) Meeting(i int) bool {
	return g.Word(i) == "meeting" && g.Nominal(g.Tokens[i].Span)
}

// Telephones reports whether the noun "call" at a token is made to or from somebody
// and asks for nothing: "a call to her office", but "a call to Iran to stop".
func (g *Sentence) Telephones(i int) bool {
	w, next := g.Word(i), g.Word(i+1)
	noun := (w == "call" || w == "calls") && g.Nominal(g.Tokens[i].Span)
	return noun && (next == "to" && !g.Infinitive(i+2) || next == "from") && !g.asks(i)
}

// Dials reports whether a token is "call" as a verb that asks for nothing: "call the
// police".
func (g *Sentence) Dials(i int) bool {
	w := g.Word(i)
	verb := (w == "call" || w == "calls" || w == "calling") && !g.Nominal(g.Tokens[i].Span)
	return verb && g.Word(i+1) == "the" && !g.asks(i)
}

// asks reports whether "for", "on" or an infinitive stands behind a call.
func (g *Sentence) asks(i int) bool {
	for n := i + 1; n < min(len(g.Tokens), i+longestSense) && g.Breaks(i, n) == 0; n++ {
		switch g.Word(n) {
		case "for", "on":
			return !g.Is(n+1, chunk.TimeForm)
		case "to":
			if g.Infinitive(n + 1) {
				return true
			}
		}
	}
	return false
}

// Accuses reports whether "against" stands behind charges.
func (g *Sentence) Accuses(i int) bool {
	if w := g.Word(i); w != "charge" && w != "charges" {
		return false
	}
	for n := i + 1; n < min(len(g.Tokens), i+longestSense); n++ {
		if g.Word(n) == "against" {
			return true
		}
	}
	return false
}
