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
	if after := p.Word(end + 1); (p.Word(end) == "or" || p.Word(end) == "after") && (after == "another" || after == "the") {
		return Amount{}, end, false
	}
	adverbial := cue.Leading[p.Word(q.from-1)] && (cue.Idle[p.Word(end-1)] || cue.Idle[p.Word(q.To)])
	if !ok || adverbial || cue.Unheaded[p.Word(end-1)] || p.namesOne(end-1) {
		return Amount{}, q.To, false
	}
	return p.counted(q, end)
}

// isOneOfThem reports whether "one" goes on with a count: "and one was killed".
func (p *parser) isOneOfThem(q quantity) bool {
	if before := p.Word(q.from - 1); p.counts > 0 || before != "," && before != "and" {
		return false
	}
	next := p.Word(q.To)
	return next == "was" || next == "is" || saysWhatHappened(next)
}

// saysWhatHappened reports whether a word has the form of a past verb.
func saysWhatHappened(w string) bool {
	return chunk.IsParticiple(w) || chunk.PastVerbs[w]
}

// isPronoun reports whether the words around "one" make it no number.
func (p *parser) isPronoun(q quantity) bool {
	next := p.Word(q.To)
	return cue.NotOne[p.Word(q.from-1)] || cue.OnesVerbs[next] || chunk.IsGerund(next) || chunk.TimeNouns[next] || p.Hyphen(q.To) ||
		chunk.IsAdverb(next)
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
