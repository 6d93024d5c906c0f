package grammar

import (
	"readout/internal/language/chunk"
	"readout/internal/language/text"
	"readout/internal/reading/event/word"
)

// courtesy are the titles that go with a name, with a full stop or none.
var courtesy = chunk.WordSet(`mr mrs ms miss mx dr prof sir dame lord lady sen rep gov
	gen col capt lt sgt rev hon`)

// generations end a name, mostly with a full stop.
var generations = chunk.WordSet(`jr sr`)

// adjectives are no party without their noun.
var adjectives = chunk.WordSet(`former new presidential political local senior top foreign
	federal national international several key domestic regional`)

// Whole returns a phrase with all of the names that it cuts, and with the title
// before them: "Mr" is "Mr Key", "Al Coe Jr" is "Al Coe Jr.". One that would meet
// the trigger stays as it is.
func (g *Sentence) Whole(trigger, who text.Span) text.Span {
	if who.Empty() {
		return who
	}
	out := who
	if from, to := g.Range(who); g.all(from, to, g.isTitle) {
		if g.Word(to) == "." {
			to++
		}
		if to < len(g.Tokens) && g.Named(g.Tokens[to].Span) {
			out.End = g.Tokens[to].End
		}
	}
	for _, n := range g.Names {
		if n.Overlaps(out) {
			out = text.Span{Start: min(out.Start, n.Start), End: max(out.End, n.End)}
		}
	}
	from, to := g.Range(out)
	if g.Word(to) == "." && g.Glued(to) && generations[g.Word(to-1)] {
		out.End = g.Tokens[to].End
	}
	title := from - 1
	if g.Word(title) == "." {
		title--
	}
	if g.isTitle(title) && g.Upper(from) {
		out.Start = g.Tokens[title].Start
	}
	if out.Overlaps(trigger) {
		return who
	}
	return out
}

// isTitle reports whether a token is a title, or the full stop of one.
func (g *Sentence) isTitle(i int) bool {
	return g.Upper(i) && courtesy[g.Word(i)] || g.Word(i) == "." && courtesy[g.Word(i-1)]
}

// all reports whether something is true of each token of a range.
func (g *Sentence) all(from, to int, is func(int) bool) bool {
	for i := from; i < to; i++ {
		if !is(i) {
			return false
		}
	}
	return true
}

// Nobody reports whether a phrase names no one who could take part: it is but a
// title, a number or an adjective.
func (g *Sentence) Nobody(who text.Span) bool {
	from, to := g.Range(who)
	return g.all(from, to, func(i int) bool {
		w := g.Word(i)
		number := g.Is(i, chunk.DigitsForm) || chunk.IsNumberWord(w) && !word.Parties[w]
		return number || g.isTitle(i) || adjectives[w] && !g.Upper(i)
	})
}

// describing are gerunds before a noun that they describe: "visiting Chinese
// nurses".
var describing = chunk.WordSet(`visiting incoming outgoing acting leading ruling sitting
	remaining surviving warring opposing neighboring neighbouring exiting protesting
	striking`)

// WithoutGerund returns a phrase without the gerund before it of which it is the
// object: "seeking Assange", but "developing nations".
func (g *Sentence) WithoutGerund(who text.Span) text.Span {
	from, to := g.Range(who)
	w, next := g.Word(from), g.Word(from+1)
	if from+1 >= to || g.Upper(from) || !chunk.IsGerund(w) || describing[w] {
		return who
	}
	if chunk.Determiners[next] || Pronouns[next] || g.Upper(from+1) {
		who.Start = g.Tokens[from+1].Start
	}
	return who
}
