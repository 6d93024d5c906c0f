package amount

import (
	"strings"

	"readout/internal/language/chunk"
	"readout/internal/reading/amount/cue"
)

// oneThing reads "one person": one where two could stand.
func (p *parser) oneThing(q quantity) (Amount, int, bool) {
	if p.isOneOfThem(q) {
		return p.make(q, Count, "", q.To), q.To, true
	}
	if p.Hyphen(q.To) && cue.Compounds[p.Word(q.To+1)] {
		return p.compound(q, q.To+1)
	}
	if p.isPronoun(q) {
		return Amount{}, q.To, false
	}
	end, ok := p.Group(q.To, chunk.SingularHead)
	if cue.Alternating[p.Word(end)] && cue.Other[p.Word(end+1)] {
		return Amount{}, end, false
	}
	if !ok || p.countsNothing(q, end-1) || p.namesOne(end-1) {
		return Amount{}, q.To, false
	}
	return p.counted(q, end)
}

// countsNothing reports whether "one" with this head is a turn of phrase.
func (p *parser) countsNothing(q quantity, head int) bool {
	w := p.Word(head)
	if cue.Leading[p.Word(q.from-1)] && (cue.Idle[w] || cue.Idle[p.Word(q.To)]) {
		return true
	}
	return cue.Unheaded[w] || cue.Posed[w] && !q.Digits
}

// isOneOfThem reports whether "one" goes on with a count: "and one was killed".
func (p *parser) isOneOfThem(q quantity) bool {
	before, next := p.Word(q.from-1), p.Word(q.To)
	if p.counts > 0 || before != "," && before != "and" && before != ":" {
		return false
	}
	if p.last.kind == Count && (cue.Gapping[next] || next == "on") {
		return true
	}
	return before != ":" && (next == "was" || next == "is" || chunk.IsPast(next))
}

// isPronoun reports whether the words around "one" make it no number.
func (p *parser) isPronoun(q quantity) bool {
	next := p.Word(q.To)
	not := cue.NotOne[p.Word(q.from-1)] && !p.opensClause(q.from-1)
	return not || cue.OnesVerbs[next] || chunk.IsGerund(next) || chunk.TimeNouns[next] || p.Hyphen(q.To) ||
		chunk.IsAdverb(next)
}

// opensClause reports whether a "that" joins what is told: "said that one boat
// sank".
func (p *parser) opensClause(i int) bool {
	return p.Word(i) == "that" && (cue.Telling[p.Word(i-1)] || chunk.IsPast(p.Word(i-1)))
}

// namesOne reports whether a word is a name and no one of a people or party:
// "the same one Obama enjoyed".
func (p *parser) namesOne(i int) bool {
	if !p.Upper(i) || p.Title || p.IsCode(i) || cue.Belonging[p.Word(i)] {
		return false
	}
	for _, ending := range memberEndings {
		if strings.HasSuffix(p.Word(i), ending) {
			return false
		}
	}
	return true
}

// memberEndings are the endings of those who belong to a people or a party.
var memberEndings = strings.Fields("an at er ese ish ist im ic man or ent i")
