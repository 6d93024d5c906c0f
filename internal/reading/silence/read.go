package silence

import (
	"slices"

	"readout/internal/language/chunk"
	"readout/record"
)

// A hit is a silence by its words: the cue from one up to another, and what was
// not said.
type hit struct {
	from, to   int
	what       tokens
	polarity   record.Polarity
	speaker    tokens
	hasSpeaker bool // it was read already
}

// tokens is a range of words, half open.
type tokens struct{ from, to int }

func (t tokens) empty() bool { return t.from >= t.to }

// silences returns the silences of the sentence in its order.
func (r *reader) silences() []Silence {
	var out []Silence
	for i := 0; i < len(r.words); i++ {
		h, ok := r.at(i)
		if !ok || h.what.empty() || r.supposed(h) {
			continue
		}
		s := Silence{
			Polarity: h.polarity,
			Cue:      r.span(h.from, h.to), Content: r.span(h.what.from, h.what.to),
		}
		if !h.hasSpeaker {
			h.speaker = r.speaker(h.from)
		}
		s.Speaker = r.span(h.speaker.from, h.speaker.to)
		if s.Speaker.Overlaps(s.Content) {
			s.Speaker.End = s.Speaker.Start
		}
		out = append(out, s)
		i = max(i, h.to-1)
	}
	return out
}

// at reads the silence whose words begin at a word.
func (r *reader) at(i int) (hit, bool) {
	for k := range idiomRules {
		if h, ok := r.idiomAt(&idiomRules[k], i); ok {
			return h, true
		}
	}
	for k := range frameRules {
		f := &frameRules[k]
		if end, ok := f.words.At(r, i); ok {
			if h, ok := r.framed(f, i, end); ok {
				return h, true
			}
		}
	}
	switch r.Low(i) {
	case "nor":
		return r.inverted(i)
	case "neither":
		return r.neither(i)
	}
	return hit{}, false
}

// framed reads the verb behind the words of a frame.
func (r *reader) framed(f *frameRule, from, end int) (hit, bool) {
	if f.form == past && r.is(from-1, passive) {
		return hit{}, false // "was never given a reason"
	}
	at := r.verbAfter(end, verbsByForm[f.form])
	for _, v := range verbsByForm[f.form][r.Low(at)] {
		if v.manners&f.manner == 0 {
			continue
		}
		h, ok := r.told(&v, at)
		if !ok {
			continue
		}
		h.from, h.polarity = r.withAuxiliaries(from), polarity(f.manner, v.answers)
		if h.what.from == at { // nothing follows: the verb stands for what was not said
			if r.Low(at-1) == "to" {
				h.what.from--
			}
			h.to = h.what.from
			if what, ok := r.before(h.from, &v); ok {
				h.what, h.to = what, at+1
			}
		}
		return h, true
	}
	return hit{}, false
}

func polarity(m manner, answers bool) record.Polarity {
	if m == unsaid && !answers {
		return omitted
	}
	return declined
}

// verbAfter goes over adverbs to the verb; "reply" looks like one of them.
func (r *reader) verbAfter(i int, known map[string][]verbRule) int {
	const most = 4
	for n := 0; n < most && known[r.Low(i)] == nil && r.Passed(i); n++ {
		i++
	}
	return i
}

// inverted reads "nor did she raise".
func (r *reader) inverted(i int) (hit, bool) {
	const longest = 9
	as := unsaid
	form := base
	switch {
	case r.is(i+1, will):
		as = refused
	case r.is(i+1, have):
		form = past
	case !r.is(i+1, do):
		return hit{}, false
	}
	for at := i + 3; at < min(len(r.words), i+longest); at++ {
		for _, v := range verbsByForm[form][r.Low(at)] {
			if v.manners&as == 0 {
				continue
			}
			h, ok := r.told(&v, at)
			if !ok && v.object == clause && r.Low(at+1) == "that" {
				h, ok = hit{to: at + 1, what: tokens{at + 1, r.clauseEnd(at + 1)}}, true
			}
			if !ok {
				continue
			}
			h.from, h.polarity = i, polarity(as, v.answers)
			h.speaker, h.hasSpeaker = tokens{i + 2, at}, true
			return h, true
		}
	}
	return hit{}, false
}

// neither reads "neither Smith nor Jones responded to".
func (r *reader) neither(i int) (hit, bool) {
	const longest = 14
	for at := i + 2; at < min(len(r.words), i+longest); at++ {
		as, form, verbAt := unsaid, past, at
		switch {
		case r.is(at, will):
			as, form, verbAt = refused, base, at+1
		case r.is(at, do):
			form, verbAt = base, at+1
		case r.is(at, have):
			verbAt = at + 1
		}
		for _, v := range verbsByForm[form][r.Low(verbAt)] {
			h, ok := r.told(&v, verbAt)
			if !ok || v.manners&as == 0 || h.what.from == verbAt {
				continue
			}
			h.from, h.polarity = at, polarity(as, v.answers)
			h.speaker, h.hasSpeaker = tokens{i, at}, true
			return h, true
		}
	}
	return hit{}, false
}

// idiomAt reads an idiom that begins at a word.
func (r *reader) idiomAt(x *idiomRule, i int) (hit, bool) {
	end, ok := x.words.At(r, i)
	if !ok {
		return hit{}, false
	}
	words := end
	h := hit{from: r.withAuxiliaries(i), to: end, polarity: x.polarity}
	if x.words.Begins("there") || x.words.Begins("no") {
		h.from, h.hasSpeaker = i, true
		h.speaker = r.from(&end)
		h.to = end
	}
	switch x.content {
	case last:
		h.what = tokens{words - x.keeps, words}
		h.to = h.what.from
		return h, true
	case subject:
		return r.passive(x, h)
	case after, needed:
	}
	at, led := r.lead(x.prepositions, end)
	if led || len(x.prepositions) == 0 {
		h.to = at
		h.what = tokens{at, r.objectEnd(at)}
	}
	if h.what.empty() && x.content == after {
		h.what = tokens{words - x.keeps, words}
		h.to = h.what.from
	}
	ok = !h.what.empty() && r.holds(h.what, x.needs) && !r.ofThatKind(h.what.from)
	return h, ok
}

// passive reads what was not said before "was not disclosed", or behind it where
// "it" stands for it.
func (r *reader) passive(x *idiomRule, h hit) (hit, bool) {
	h.hasSpeaker = true
	if r.Low(h.to) == "or" && chunk.IsPast(r.Low(h.to+1)) {
		h.to += 2
	}
	what := r.speaker(h.from)
	if r.Low(what.to-1) == "it" && r.is(h.to, asking) {
		h.what = tokens{h.to, r.clauseEnd(h.to)}
		return h, true
	}
	if what.to-what.from == 1 && r.is(what.from, relatives) {
		what = r.group(what.from)
	}
	h.what = what
	if r.Low(h.to) == "by" {
		h.speaker = r.agent(h.to + 1)
	}
	return h, !what.empty() && r.holds(what, x.needs)
}

// agent returns who did not say it, behind "by".
func (r *reader) agent(i int) tokens {
	end := r.objectEnd(i)
	for at := i + 1; at < end; at++ {
		if chunk.IsPast(r.Low(at)) || r.is(at, finite) {
			return tokens{i, at}
		}
	}
	return tokens{i, end}
}

// from reads who gave no answer behind "there was no response", and moves the end
// behind it.
func (r *reader) from(end *int) tokens {
	const longest = 10
	if r.Low(*end) != "from" {
		return tokens{}
	}
	at := *end + 1
	to := at
	for to < min(len(r.words), at+longest) && !r.is(to, leading) && !r.newClause(at, to) {
		if r.words[to].sign && (r.Low(to) != "." || r.closes(to)) {
			break
		}
		to++
	}
	*end = to
	return tokens{at, to}
}

// newClause reports whether another clause begins at word i behind a group that
// begins at from: "from Iran but", "from Iran and the envoy left", not "from Iran
// and Chile".
func (r *reader) newClause(from, i int) bool {
	if i == from || r.Low(i) != "and" {
		return i > from && r.is(i, clauses)
	}
	return r.opensClause(i+1) || chunk.IsPast(r.Low(i+2)) || chunk.IsPast(r.Low(i+3))
}

// ofThatKind reports whether "nothing" is a rebuttal: "says nothing of the kind".
func (r *reader) ofThatKind(i int) bool {
	return slices.Contains([]string{"kind", "sort"}, r.Low(i+1))
}

var (
	do      = chunk.WordSet("do does did")
	have    = chunk.WordSet("has have had")
	will    = chunk.WordSet("will would")
	passive = chunk.WordSet("is are was were be been being")
	leading = chunk.WordSet("to on about of for regarding that")
	clauses = chunk.WordSet(`but while although though as after before when because since until so yet
		who which`)
)
