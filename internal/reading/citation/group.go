package citation

import (
	"strings"

	"readout/internal/language/text"
)

// group returns the end of the noun group that begins at token i, or i when
// none does. The group ends before a comma, a verb, a relative pronoun, a
// second article, and a preposition that leads out of it.
func (r *reader) group(i int) int {
	end, j := i, i
	if r.joined(i) || i < len(r.toks) && r.toks[i].kind == possessive {
		return i
	}
	for r.together(i, j) {
		next, head := r.step(i, j, end)
		if next == j {
			break
		}
		j = next
		if head {
			end = next
		}
	}
	return end
}

// step goes one token, name or quotation on from j, in the group that begins at
// i and may end at end. It returns j when the group cannot go on, and whether
// it may end after the step.
func (r *reader) step(i, j, end int) (int, bool) {
	t := r.toks[j]
	switch {
	case t.outlet >= 0:
		return r.outlets[t.outlet].end, true
	case t.name >= 0 && t.kind == word:
		return r.nameEnd(j), true
	case t.kind == mark:
		return r.stepMark(j, end)
	case t.kind == possessive:
		return j + 1, false
	case t.time >= 0:
		return r.afterTime(j), false
	}
	return r.stepWord(i, j, end)
}

// maxQuoted is the number of tokens of the longest title in quotation marks
// that is read as part of a source ("Good Morning America").
const maxQuoted = 10

func (r *reader) stepMark(j, end int) (int, bool) {
	switch r.at(j) {
	case "&", "/":
		return j + 1, false
	case "(":
		if j == end && r.at(j+2) == ")" && upper(r.at(j+1)) {
			return j + 3, false
		}
	}
	if !r.quoteMark(j) || !r.capital(j+1) {
		return j, false
	}
	if j > 0 && j == end && r.toks[j-1].End == r.toks[j].Start {
		return j, false // it closes a quotation
	}
	for k := j + 2; k < j+maxQuoted && r.together(j, k); k++ {
		if r.quoteMark(k) {
			for r.quoteMark(k+1) && r.toks[k].End == r.toks[k+1].Start {
				k++
			}
			return k + 1, true
		}
	}
	return j, false
}

func (r *reader) stepWord(i, j, end int) (int, bool) {
	v, w := words(), r.low(j)
	begins := j == i || r.joined(j-1)
	led := j == end+1 && participle(r.low(j-1)) && r.led(j, w)
	switch {
	case v.determiners[w]:
		if begins || v.determiners[r.low(j-1)] {
			return j + 1, false
		}
		return j, false
	case v.conjunctions[w]:
		if j != end || !r.goesOn(j+1) {
			return j, false
		}
		return j + 1, false
	case v.participles[w] || (participle(w) && !begins && !r.premodified(j)):
		if j == end && r.led(j+1, "by", "in", "on") {
			return j + 1, false
		}
		return j, false
	case v.prepositions[w]:
		if led || j == end && r.leads(j, w) {
			return j + 1, false
		}
		return j, false
	case v.stops[w], strings.HasPrefix(w, "http"):
		return j, false
	case strings.HasSuffix(w, "ly") && !v.nouns[w] && !r.capital(j):
		if begins || r.premodified(j) {
			return j + 1, false
		}
		return j, false
	case number(w) && !begins && !r.premodified(j) && !r.capital(j-1):
		return j, false
	}
	return j + 1, true
}

// participle reports whether a word in small letters looks like a form of a
// verb.
func participle(w string) bool {
	return (strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing")) &&
		!words().nouns[w] && len(w) > 4 && !strings.Contains(w, "-")
}

// number reports whether the word is a number in digits or a small one in
// letters.
func number(w string) bool {
	switch w {
	case "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten":
		return true
	}
	return w != "" && w[0] >= '0' && w[0] <= '9'
}

// joined reports whether token i is a word after which a noun group begins.
func (r *reader) joined(i int) bool {
	v, w := words(), r.low(i)
	return v.prepositions[w] || v.conjunctions[w]
}

// premodified reports whether the group has had no noun yet before token j.
func (r *reader) premodified(j int) bool {
	v, w := words(), r.low(j-1)
	return v.determiners[w] || v.modifiers[w] || number(w) ||
		r.toks[j-1].kind == possessive || r.toks[j-1].time >= 0 ||
		strings.HasSuffix(w, "ly") && !v.nouns[w]
}

// goesOn reports whether a noun group may go on at token i after "and".
func (r *reader) goesOn(i int) bool {
	if !r.together(i-1, i) || r.toks[i].kind != word {
		return false
	}
	v, w := words(), r.low(i)
	return !v.stops[w] && !v.prepositions[w] && !v.conjunctions[w]
}

// led reports whether token i is one of the prepositions and a name follows.
func (r *reader) led(i int, prepositions ...string) bool {
	for _, p := range prepositions {
		if r.low(i) == p && r.together(i, i+1) {
			return r.named(i + 1)
		}
	}
	return false
}

// named reports whether a name stands at token i or after its article.
func (r *reader) named(i int) bool {
	if !r.together(i-1, i) {
		return false
	}
	for words().determiners[r.low(i)] || words().modifiers[r.low(i)] {
		i++
	}
	return r.capital(i) && r.toks[i].kind == word && r.toks[i].time < 0
}

// leads reports whether the preposition at token j goes on with the group.
func (r *reader) leads(j int, w string) bool {
	v, head := words(), r.low(j-1)
	if r.toks[j-1].time >= 0 {
		return (w == "from" || w == "by" || w == "in" || w == "with") && r.named(j+1)
	}
	switch w {
	case "of":
		return r.together(j, j+1)
	case "by":
		return r.named(j + 1)
	case "in", "on":
		return r.toOutlet(j+1) || v.documents[head] && r.named(j+1)
	case "with":
		return strings.HasPrefix(head, "interview") || v.people[head] && r.named(j+1)
	case "for", "at", "from", "to", "inside", "within":
		if v.people[head] {
			return r.named(j+1) || v.determiners[r.low(j+1)]
		}
		return v.documents[head] && r.named(j+1)
	}
	return false
}

// toOutlet reports whether an outlet stands at token i or after its article.
func (r *reader) toOutlet(i int) bool {
	if words().determiners[r.low(i)] {
		i++
	}
	return i < len(r.toks) && r.toks[i].outlet >= 0
}

// sources cuts the noun groups of tokens [i, end) at each "and" and comma that
// joins two outlets or two names.
func (r *reader) sources(i, end int) []text.Span {
	var all []text.Span
	first := i
	for j := i + 1; j < end-1; j++ {
		w := r.low(j)
		if w != "and" && w != "," && w != "or" && w != "&" && w != "/" {
			continue
		}
		after := j + 1
		for w == "," && (r.low(after) == "and" || r.low(after) == "or") {
			after++
		}
		if j > first && after < end && r.parts(j, after) {
			all = append(all, r.span(first, j))
			first, j = after, after
		}
	}
	return append(all, r.span(first, end))
}

// parts reports whether the words before token j and those from token k on
// are two sources.
func (r *reader) parts(j, k int) bool {
	before, after := r.toks[j-1], r.toks[k]
	if r.toks[j].name >= 0 && r.toks[j].name == before.name {
		return false
	}
	if r.toOutlet(k) {
		return true
	}
	return before.name >= 0 && after.name >= 0 && before.name != after.name
}

// listed extends the end of a group over a list of outlets: ", AP and AFP".
func (r *reader) tail(i, end int) int {
	if end == i || !r.outletEnds(end) {
		return end
	}
	j, last := end, end
	for r.together(i, j) && (r.at(j) == "," || r.low(j) == "and") {
		closes := r.low(j) == "and"
		j++
		if !closes && r.low(j) == "and" {
			closes = true
			j++
		}
		if words().determiners[r.low(j)] {
			j++
		}
		if j >= len(r.toks) || r.toks[j].outlet < 0 {
			break
		}
		if j = r.outlets[r.toks[j].outlet].end; closes {
			last = j
		}
	}
	return last
}

// outletEnds reports whether an outlet ends before token end.
func (r *reader) outletEnds(end int) bool {
	for k := end - 1; k >= 0 && k > end-8; k-- {
		if o := r.toks[k].outlet; o >= 0 {
			return r.outlets[o].end == end
		}
	}
	return false
}
