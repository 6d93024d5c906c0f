package event

import (
	"slices"

	"readout/internal/language/chunk"
	"readout/internal/language/text"
	"readout/internal/reading/event/word"
	"readout/internal/reading/mention"
	"readout/record"
)

// pronouns stand for people and bodies.
var pronouns = chunk.WordSet(`he she they we i him her them us me you who it those
	these others some many everyone nobody someone both`)

// fill finds who takes part where the model names nobody: the subject and the
// object of a verb, the owner and the object of a noun.
func (f *finder) fill(e *Event) {
	first, end := f.tokens(e.Trigger)
	if len(e.Actors) == 0 {
		all := f.subjects(first)
		if f.Word(end) == "by" && f.passive(e.Trigger) {
			all = append(all, f.groupsAfter(end+1)...)
		}
		for _, p := range all {
			if slices.ContainsFunc(e.Recipients, p.Overlaps) {
				continue
			}
			e.Actors = f.appendParty(e.Actors, e.Trigger, p)
		}
	}
	if len(e.Recipients) == 0 && !f.passive(e.Trigger) {
		for _, p := range f.objects(end, e.Type) {
			if slices.ContainsFunc(e.Actors, p.Overlaps) {
				continue
			}
			e.Recipients = f.appendParty(e.Recipients, e.Trigger, p)
		}
	}
}

// subjects returns the parties that stand as subject before the verb at a token, or
// own the noun there.
func (f *finder) subjects(verb int) []text.Span {
	switch w := f.Word(verb + 1); {
	case w == "by" && f.passive(f.Tokens[verb].Span):
	case f.pastVerb(verb):
	case verb == 0, w == "between", f.nominal(f.Tokens[verb].Span):
		return f.owners(verb)
	}
	i := f.beforeVerb(verb)
	switch f.Word(i) {
	case "who", "which", "that":
		i--
		if f.Word(i) == "," {
			i--
		}
		return f.groupsBefore(i)
	case "and", "or":
		for n := i - 1; n > max(0, i-12); n-- {
			if f.pastVerb(n) {
				return f.groupsBefore(f.beforeVerb(n))
			}
		}
		return nil
	case ",":
		for n := i - 1; n > max(0, i-14); n-- {
			if f.Word(n) == "," {
				return f.groupsBefore(n - 1)
			}
		}
	}
	return f.groupsBefore(i)
}

// pastVerb reports whether a token is a past verb rather than a participle before
// its noun: "The king visited", but "the jailed editor".
func (f *finder) pastVerb(i int) bool {
	w := f.Word(i - 1)
	return chunk.IsPast(f.Word(i)) && !chunk.Determiners[w] && !beforeNoun[w]
}

// beforeVerb returns the token before the group of a verb: its auxiliaries, what
// stands between them, a verb that it hangs on by "to", and times.
func (f *finder) beforeVerb(verb int) int {
	i := verb - 1
	for i > 0 {
		w := f.Word(i)
		switch {
		case auxiliaries[w], betweenWords[w], chunk.IsAdverb(w), f.Is(i, chunk.TimeForm):
			i--
		case w == "to" && f.Is(i-1, chunk.WordForm) && !chunk.Stops[f.Word(i-1)] && !f.Upper(i-1):
			i -= 2
		case w == "on" && f.Is(i+1, chunk.TimeForm):
			i--
		default:
			return i
		}
	}
	return i
}

// owners returns the parties of a noun: those before its possessive, behind "by"
// or "between", or the subject of the verb that it is the object of.
func (f *finder) owners(noun int) []text.Span {
	for i := noun - 1; i >= max(0, noun-3); i-- {
		w := f.Word(i)
		switch {
		case w == "'s" || w == "’s":
			return f.groupsBefore(i - 1)
		case light[w] || chunk.IsPast(w):
			return f.groupsBefore(f.beforeVerb(i))
		}
	}
	if w := f.Word(noun + 1); w == "between" || w == "by" || w == "among" {
		return f.groupsAfter(noun + 2)
	}
	return nil
}

// objects returns the parties that stand as object behind a verb or noun that ends
// before a token.
func (f *finder) objects(i int, kind record.EventType) []text.Span {
	switch f.Word(i) {
	case "with", "on", "against", "of", "into", "upon":
		i++
	case "to":
		if i++; f.infinitive(i) {
			if kind != record.EventThreaten {
				return nil
			}
			i++ // "threatened to arrest protesters"
		}
	case "for":
		if kind != record.EventSupport && kind != record.EventAid {
			return nil
		}
		i++
	case "by", "between", "among":
		return nil
	}
	return f.groupsAfter(i)
}

// infinitive reports whether a token behind "to" is a verb: all but what plainly
// begins a noun group.
func (f *finder) infinitive(i int) bool {
	w := f.Word(i)
	noun := chunk.Determiners[w] || pronouns[w] || word.Parties[w] || f.Upper(i)
	return f.Is(i, chunk.WordForm) && !noun && !f.named(f.Tokens[i].Span)
}

// longestGroup is how many words a noun group has at most.
const longestGroup = 10

// groupsBefore returns the noun groups that end with a token, if they are parties:
// several where "and" joins them. A group that a preposition puts under another
// gives way to that one.
func (f *finder) groupsBefore(last int) []text.Span {
	i := last
	for i >= 0 && i > last-longestGroup && f.inGroup(i) {
		i--
		if chunk.Determiners[f.Word(i+1)] && f.Word(i) != "of" {
			break
		}
	}
	if i == last || last < 0 {
		return nil
	}
	switch f.Word(i) {
	case "in", "from", "at", "on", "for", "with", "near", "under":
		if i > 0 {
			return f.groupsBefore(i - 1)
		}
	case "and":
		if out := f.groupsBefore(i - 1); len(out) > 0 {
			return f.party(out, i+1, last+1)
		}
	}
	return f.party(nil, i+1, last+1)
}

// groupsAfter returns the noun groups that begin with a token, if they are parties.
func (f *finder) groupsAfter(first int) []text.Span {
	i := first
	for i < len(f.Tokens) && i < first+longestGroup && f.inGroup(i) && (i == first || !chunk.Determiners[f.Word(i)] || f.Word(i-1) == "of") {
		i++
	}
	for i > first && (f.Word(i-1) == "of" || f.Word(i-1) == "'s" || f.Word(i-1) == "’s") {
		i--
	}
	if i == first {
		return nil
	}
	out := f.party(nil, first, i)
	if f.Word(i) == "and" && len(out) > 0 {
		out = append(out, f.groupsAfter(i+1)...)
	}
	return out
}

// inGroup reports whether a token may stand in a noun group.
func (f *finder) inGroup(i int) bool {
	w := f.Word(i)
	switch {
	case f.named(f.Tokens[i].Span), pronouns[w], chunk.Determiners[w], w == "of", w == "'s", w == "’s":
		return true
	case w == "-" && f.Glued(i), f.Is(i, chunk.DigitsForm):
		return true
	}
	return f.Is(i, chunk.WordForm) && !chunk.Stops[w] && !chunk.IsAdverb(w) && (!chunk.IsPast(w) || f.Upper(i))
}

// named reports whether a token stands in a name.
func (f *finder) named(s text.Span) bool {
	for _, n := range f.names {
		if n.Overlaps(s) {
			return true
		}
	}
	return false
}

// party appends a group of tokens if it is one who may act: it is a pronoun, or
// holds a name or a noun for one.
func (f *finder) party(dst []text.Span, from, to int) []text.Span {
	s := text.Span{Start: f.Tokens[from].Start, End: f.Tokens[to-1].End}
	holds := to-from == 1 && pronouns[f.Word(from)]
	for i := from; i < to && !holds; i++ {
		holds = word.Parties[f.Word(i)]
	}
	for _, n := range f.names {
		if s.Contains(n.Span) && n.Kind != mention.Work && n.Kind != mention.Other {
			holds = true
		}
	}
	if !holds {
		return dst
	}
	return append(dst, s)
}
