package silence

import (
	"slices"

	"readout/internal/language/chunk"
)

// told reads what a verb would have told of. Where nothing follows that could be
// it, the verb itself is.
func (r *reader) told(v *verbRule, at int) (hit, bool) {
	next := at + 1
	if to, ok := r.lead(v.prepositions, next); ok {
		what := tokens{to, r.objectEnd(to)}
		if v.object == clause {
			what = tokens{next, r.clauseEnd(next)}
			to = next
		}
		return hit{to: to, what: what}, !what.empty()
	}
	switch v.object {
	case clause:
		return r.asks(v, next)
	case holding:
		return r.withFacts(v, next)
	case anything:
		return r.withObject(v, at)
	case nothing:
		if r.Low(next) == "in" && r.Low(next+1) == "kind" {
			return hit{}, false
		}
		if again, ok := r.joined(next); ok {
			return again, true
		}
		return r.bare(at), true
	case behind:
	}
	return hit{}, false
}

// withObject reads an object right behind a verb, or an indirect question a little
// further on.
func (r *reader) withObject(v *verbRule, at int) (hit, bool) {
	next := at + 1
	if r.is(next, noObjects) || r.Low(at) == "identify" && r.Low(next) == "with" {
		return hit{}, false
	}
	if r.is(next, beforeClause) {
		if h, ok := r.asks(v, next); ok {
			return h, true
		}
	}
	if r.is(next, closing) || r.is(next, finite) {
		return r.bare(at), true
	}
	if end := r.objectEnd(next); end > next {
		return hit{to: next, what: tokens{next, end}}, true
	}
	return r.bare(at), true
}

// bare takes the verb for what was not said.
func (r *reader) bare(at int) hit { return hit{to: at, what: tokens{at, at + 1}} }

// joined reads a second verb behind one that has no object: "would not elaborate,
// or comment on".
func (r *reader) joined(i int) (hit, bool) {
	if r.Low(i) == "," {
		i++
	}
	if r.Low(i) != "or" && r.Low(i) != "and" {
		return hit{}, false
	}
	for _, v := range verbsByForm[base][r.Low(i+1)] {
		if h, ok := r.told(&v, i+1); ok && h.what.from > i+1 {
			return h, true
		}
	}
	return hit{}, false
}

// asks reads an indirect question near the verb: "say whether", "tell reporters
// why", "discuss on the show whether".
func (r *reader) asks(v *verbRule, i int) (hit, bool) {
	const near = 8
	if len(v.prepositions) > 0 {
		return hit{}, false
	}
	for at := i; at < min(len(r.words), i+near) && !r.words[at].sign; at++ {
		if r.is(at, asking) {
			return hit{to: i, what: tokens{at, r.clauseEnd(at)}}, true
		}
		if v.object == clause && at == i && !r.words[at].upper && !r.is(at, told) {
			break
		}
	}
	return hit{}, false
}

// withFacts reads an object with a word that the verb needs. What the facts would
// have been about is what was not said.
func (r *reader) withFacts(v *verbRule, i int) (hit, bool) {
	end := r.objectEnd(i)
	at, ok := r.noun(tokens{i, end}, v.needs)
	if !ok {
		return hit{}, false
	}
	if splits[r.Low(at)] && r.is(at+1, factsOf) {
		from := at + 2
		if r.Low(at+1) == "as" {
			from++
		}
		if to := r.objectEnd(from); to > from {
			return hit{to: from, what: tokens{from, to}}, true
		}
	}
	return hit{to: i, what: tokens{i, end}}, true
}

// noun returns the first of the needed words near the start of an object.
func (r *reader) noun(t tokens, needs map[string]bool) (int, bool) {
	const near = 7
	for at := t.from; at < min(t.to, t.from+near); at++ {
		if needs[r.Low(at)] {
			return at, true
		}
		if at > t.from && r.is(at, prepositionsAfter) {
			break
		}
	}
	return 0, false
}

func (r *reader) holds(t tokens, needs map[string]bool) bool {
	if needs == nil {
		return true
	}
	_, ok := r.noun(t, needs)
	return ok
}

// lead returns the word after a preposition that leads to an object; an adverb or
// a day may stand before it.
func (r *reader) lead(all []chunk.Pattern, i int) (int, bool) {
	const most = 3
	for at := i; at <= i+most; at++ {
		for _, p := range all {
			if end, ok := p.At(r, at); ok {
				return end, true
			}
		}
		if !r.Passed(at) && !r.is(at, days) {
			break
		}
	}
	return i, false
}

// longest is the number of words of the longest content.
const longest = 60

// objectEnd returns the end of the words that begin at one and may be an object:
// up to a sign or a word that opens another clause.
func (r *reader) objectEnd(i int) int {
	if r.is(i, asking) {
		return r.clauseEnd(i)
	}
	list := false
	at := i
	for ; at < min(len(r.words), i+longest); at++ {
		switch {
		case r.Low(at) == ",":
			if at == i || !r.inDate(at) && !r.listed(at, list) {
				return at
			}
			list = true
		case r.closes(at):
			return at
		case r.is(at, opening) && at > i:
			return at
		case r.is(at, joins) && r.opensClause(at+1):
			return at
		}
	}
	return at
}

// clauseEnd returns the end of a clause: up to a stop, or a comma and a word that
// opens the next.
func (r *reader) clauseEnd(i int) int {
	at := i
	for ; at < min(len(r.words), i+longest); at++ {
		apart := r.is(at+1, opening) || r.is(at+1, reporting)
		if r.closes(at) || r.Low(at) == "," && apart {
			return at
		}
	}
	return at
}

// closes reports whether a sign ends what stands before it. A mark of quotation
// does where it closes one that began before.
func (r *reader) closes(at int) bool {
	switch r.Low(at) {
	case ".":
		return !slices.ContainsFunc(r.words[at:], func(w word) bool { return !w.sign })
	case "!", "?", ";", ":", ")", "—", "”":
		return true
	case "-", "–", "_":
		apart := at > 0 && r.words[at].Start > r.words[at-1].End
		return apart && at+1 < len(r.words) && r.words[at+1].Start > r.words[at].End
	}
	return false
}

// inDate reports whether a comma stands before or after the year of a day.
func (r *reader) inDate(comma int) bool {
	year := func(i int) bool {
		w := r.Low(i)
		return len(w) == 4 && (w[0] == '1' || w[0] == '2')
	}
	return year(comma+1) || year(comma-1) && r.Low(comma-2) == ","
}

// listed reports whether a comma stands in a list that "and" or "or" ends. One
// right before such a word does only where another stood before it.
func (r *reader) listed(comma int, before bool) bool {
	const near = 6
	if r.is(comma+1, joins) && !before {
		return false
	}
	if r.is(comma+1, opening) || r.opensVerbOrClause(comma+1) {
		return false
	}
	for at := comma + 1; at < min(len(r.words), comma+near); at++ {
		if r.is(at, joins) {
			return !r.opensClause(at + 1)
		}
		if r.words[at].sign && r.Low(at) != "," {
			return false
		}
	}
	return false
}

// opensClause reports whether "and" before a word joins a clause or a verb.
func (r *reader) opensClause(i int) bool {
	const near = 8
	if r.opensVerbOrClause(i) || r.is(i, finite) || chunk.IsPast(r.Low(i)) {
		return true
	}
	for at := i; at < min(len(r.words), i+near) && !r.words[at].sign; at++ {
		if r.is(at, finite) {
			return true
		}
	}
	return false
}

func (r *reader) opensVerbOrClause(i int) bool {
	return r.is(i, subjects) || r.is(i, reporting) || chunk.IsGerund(r.Low(i))
}

var (
	asking = chunk.WordSet("whether if who whom what when where why how which")
	told   = chunk.WordSet(`reporters me us him her them you the a his its their exactly precisely
		anyone anybody`)
	beforeClause = chunk.WordSet("on at in during with to exactly precisely publicly")
	noObjects    = chunk.WordSet("no yes goodbye sorry hello thanks so never")
	closing      = chunk.WordSet(`in at by for because when while as after before until but and or , . ; :
		— ) during since although though despite here there yet`)
	opening = chunk.WordSet(`but because although though while when after before saying citing adding
		despite until who which whose nor insisting noting since during unless
		instead so yet even arguing telling leaving as`)
	reporting = chunk.WordSet("said says say told tells reported added according")
	subjects  = chunk.WordSet("he she it they we i you there this that his her their its")
	days      = chunk.WordSet(`monday tuesday wednesday thursday friday saturday sunday today tonight
		yesterday`)
	joins  = chunk.WordSet("and or")
	finite = chunk.WordSet(`is are was were has have had do does did will would can could should may
		might must said says`)
	// of these, what they are about is what was not said
	splits = chunk.WordSet(`detail details information explanation explanations reason reasons
		specifics mention reference allusion indication hint hints clue clues
		comment`)
	factsOf           = chunk.WordSet("of about on for as regarding concerning")
	prepositionsAfter = chunk.WordSet(`of about on for as in at to by from regarding with that which who
		whether`)
)
