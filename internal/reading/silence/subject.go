package silence

import (
	"slices"

	"readout/internal/language/chunk"
	"readout/internal/neural/tag"
)

// maxBack is the number of words before a silence that are looked at.
const maxBack = 30

// withAuxiliaries returns the first word of the verb group that a word ends.
func (r *reader) withAuxiliaries(i int) int {
	first := i
	for at := i - 1; at >= max(0, i-5); at-- {
		if r.is(at, auxiliaries) {
			first = at
			continue
		}
		if !r.Passed(at) {
			break
		}
	}
	return first
}

// supposed reports whether words before a silence make it one that is wished for,
// denied, generic or only thought of.
func (r *reader) supposed(h hit) bool {
	before := h.from - 1
	for before >= 0 && r.Passed(before) {
		before--
	}
	return r.wished(h.from, before) || r.generic(h, before) || r.broken(h.from) ||
		r.near(h.from, conditions, maxBack)
}

// wished reports whether a verb of wish, duty or ability leads to the silence: "to
// stay silent", "must refuse to answer". Its negation makes a silence of it.
func (r *reader) wished(from, before int) bool {
	if r.is(before, wishing) || r.Low(from) == "to" {
		return true
	}
	leads := r.is(from, wishing) && !r.is(from, negations)
	return leads && !r.is(from+1, negations)
}

// generic reports whether it is the silence of anybody, or one only imagined: "you
// do not talk about it", "I would not say", "she would never say".
func (r *reader) generic(h hit, before int) bool {
	switch r.Low(before) {
	case "you":
		return true
	case "who":
		if r.is(before-1, anybody) {
			return true
		}
	case "i":
		says := r.Low(h.to-1) == "say" || r.Low(h.to) == "say"
		if r.Low(h.from) == "would" && says {
			return true
		}
	}
	return r.is(h.from, hypothetical) && r.Low(h.from+1) == "never"
}

// broken reports whether other words take a silence back: it was broken, a failure
// to speak is nobody's, and what can be done without speaking need not have been.
func (r *reader) broken(from int) bool {
	const near = 5
	switch r.Low(from) {
	case "silence":
		return r.near(from, breaking, near)
	case "failure":
		return !r.is(from-1, possessives) && r.Low(from-1) != "'s"
	case "without":
		return r.near(from, modals, maxBack)
	}
	return false
}

// near reports whether one of the words stands at most so many words before a
// word, in the same clause.
func (r *reader) near(i int, set map[string]bool, most int) bool {
	for at := i - 1; at >= max(0, i-most); at-- {
		if r.is(at, set) {
			return true
		}
		if r.is(at, clauseSigns) {
			break
		}
	}
	return false
}

// speaker returns the words before a verb group that say whose it is.
func (r *reader) speaker(i int) tokens {
	end := i
	for end > 0 && r.Passed(end-1) {
		end--
	}
	if r.Low(i) == "silence" {
		return r.owner(end)
	}
	if r.Low(i) == "without" || r.Low(i) == "with" || chunk.IsGerund(r.Low(i)) {
		return r.main(i)
	}
	if r.Low(end-1) == "," {
		return r.aroundCommas(end - 1)
	}
	if r.is(end-1, joining) {
		return r.main(end - 1)
	}
	if r.is(end-1, relatives) {
		return tokens{end - 1, end}
	}
	return r.trim(tokens{r.subjectStart(end), end})
}

// owner returns who has a silence: "the king's", "his".
func (r *reader) owner(end int) tokens {
	if r.Low(end-1) == "'s" || r.Low(end-1) == "'" {
		return r.trim(tokens{r.group(end - 1).from, end - 1})
	}
	if r.is(end-1, possessives) {
		return tokens{end - 1, end}
	}
	return tokens{}
}

// aroundCommas returns a subject with the words between commas that end it: "Ann
// Lee, the mayor,".
func (r *reader) aroundCommas(comma int) tokens {
	for at := comma - 1; at > max(0, comma-maxBack); at-- {
		if r.Low(at) != "," {
			continue
		}
		head := tokens{r.subjectStart(at), at}
		if head.empty() {
			break
		}
		if at == comma-2 && r.Passed(at+1) {
			return r.trim(head)
		}
		return r.trim(tokens{head.from, comma})
	}
	return r.main(comma)
}

// subjectStart goes back from the end of a subject to its first word.
func (r *reader) subjectStart(end int) int {
	at, joint := end, end
	for at > max(0, end-maxBack) && !r.opensSubject(at-1) {
		at--
		if r.Low(at) == "and" {
			joint = at + 1
		}
		if r.is(at, auxiliaries) && joint < end {
			return joint // "Smith has not spoken and his campaign"
		}
	}
	return at
}

// opensSubject reports whether a subject begins after a word at the earliest.
func (r *reader) opensSubject(i int) bool {
	w := r.words[i]
	switch {
	case w.low == "and" || w.low == "or":
		return i+1 < len(r.words) && !r.words[i+1].upper && !r.is(i+1, chunk.Determiners)
	case w.low == "." || w.low == "-" || w.low == "'" || w.low == "&":
		return false // of an abbreviation, a compound, a name
	case w.low == ")" || w.low == "(":
		return false
	case w.sign && w.low != "'s" && w.low != "$":
		return true
	}
	return !w.upper && (openers[w.low] || reporting[w.low])
}

// trim takes words off a subject that do not belong to it. A pronoun at its end
// is all of it.
func (r *reader) trim(t tokens) tokens {
	if !t.empty() && r.is(t.to-1, pronouns) {
		return tokens{t.to - 1, t.to}
	}
	if r.is(t.from, relatives) && r.Low(t.from) != "whose" {
		return tokens{t.from, t.from + 1}
	}
	for !t.empty() && r.isBeforeSubject(t.from) {
		t.from++
	}
	return t
}

func (r *reader) isBeforeSubject(i int) bool {
	return r.words[i].sign || r.is(i, connectives) || r.is(i, openers) ||
		chunk.IsAdverb(r.Low(i))
}

// main returns the source of the nearest attribution before a word, or else the
// first words of the sentence up to its verb.
func (r *reader) main(i int) tokens {
	at := r.words[min(i, len(r.words)-1)].Start
	for _, a := range slices.Backward(r.found) {
		if a.Cue.Start < at && a.Sourced && a.Source.Start < at && !r.quotes(a, i) {
			return r.within(a.Source)
		}
	}
	const most = 14
	t := r.trim(tokens{0, min(i, most)})
	if r.is(t.from, leads) || chunk.IsGerund(r.Low(t.from)) {
		for t.from < t.to && r.Low(t.from) != "," {
			t.from++
		}
		t = r.trim(t)
	}
	if r.is(t.from, persons) {
		return tokens{t.from, t.from + 1}
	}
	for to := t.from + 1; to < t.to; to++ {
		if r.opensVerb(to) {
			return tokens{t.from, to}
		}
	}
	return tokens{}
}

// opensVerb reports whether what stands before a word may be the subject of what
// begins with it.
func (r *reader) opensVerb(i int) bool {
	inName := r.Low(i) == "." || r.Low(i) == "-"
	return r.words[i].sign && !inName || r.is(i, auxiliaries) || r.Passed(i) ||
		chunk.IsPast(r.Low(i)) || r.is(i, reporting)
}

// quotes reports whether a word stands in what an attribution says.
func (r *reader) quotes(a tag.Attribution, i int) bool {
	return slices.ContainsFunc(a.Contents, func(c tag.Span) bool { return c.Contains(r.words[i].Span) })
}

// within returns the words that a span overlaps.
func (r *reader) within(s tag.Span) tokens {
	var t tokens
	for i, w := range r.words {
		if !w.Overlaps(s.Span) {
			continue
		}
		if t.empty() {
			t.from = i
		}
		t.to = i + 1
	}
	return t
}

// before returns what stands before the subject of a verb without an object:
// "reasons which he declined to specify", "a party it would not identify".
func (r *reader) before(i int, v *verbRule) (tokens, bool) {
	if v.object != anything || !r.is(i-1, pronouns) {
		return tokens{}, false
	}
	if r.Low(i-2) == "which" || r.Low(i-2) == "whom" {
		return tokens{i - 2, i - 1}, true
	}
	t := r.group(i - 1)
	return t, !t.empty() && !r.isBeforeSubject(i-2) && !r.is(i-2, reporting)
}

// group returns the noun group that ends before a word.
func (r *reader) group(end int) tokens {
	at := end
	for at > 0 && !r.opensSubject(at-1) && !r.is(at-1, prepositionsAfter) &&
		!chunk.IsPast(r.Low(at-1)) && r.Low(at-1) != "up" {
		at--
	}
	return tokens{at, end}
}

var (
	auxiliaries = chunk.WordSet(`has have had is are was were will would be been being having did does do
		've 'd 'll 're`)
	wishing   = chunk.WordSet(`to can could must should may might not never let us ought cannot`)
	negations = chunk.WordSet("not never neither")
	breaking  = chunk.WordSet("broke break breaks breaking broken end ended ending ends")
	anybody   = chunk.WordSet("someone anyone anybody everyone somebody one person")
	modals    = chunk.WordSet(`can could would will must should may might how not never unlikely
		impossible cannot`)
	hypothetical = chunk.WordSet("would 'd")
	conditions   = chunk.WordSet("if unless suppose assuming whoever")
	clauseSigns  = chunk.WordSet(", ; : — ( . “ \"")
	joining      = chunk.WordSet("and but or yet then")
	relatives    = chunk.WordSet("who which that whose")
	possessives  = chunk.WordSet("his her its their my our your")
	pronouns     = chunk.WordSet("he she it they we i you who")
	persons      = chunk.WordSet("he she they it")
	leads        = chunk.WordSet("in on at during after with by for from despite speaking")
	connectives  = chunk.WordSet(`but and yet nor so still however meanwhile though while although as if
		when then because since for until unless after before where instead`)
	openers = chunk.WordSet(`but yet nor so though although while because when if since where that
		whether as after before until unless than then once`)
)
