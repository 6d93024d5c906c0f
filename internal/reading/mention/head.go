package mention

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/language/text"
	"readout/internal/reading/mention/proper"
)

// Heads finds the entities that noun phrases of one document name.
type Heads struct {
	doc *text.Text
	all []named // by start
}

// A named is a mention with its entity.
type named struct {
	text.Span
	kind Kind
	of   int
}

// NewHeads returns a finder over the entities of a document. Names inside other
// names head nothing.
func NewHeads(doc *text.Text, entities []Entity) *Heads {
	h := &Heads{doc: doc}
	for i, e := range entities {
		for _, m := range e.Mentions {
			h.all = append(h.all, named{m, e.Kind, i})
		}
	}
	slices.SortFunc(h.all, func(a, b named) int {
		return cmp.Or(byStart(a.Span, b.Span), cmp.Compare(b.End, a.End))
	})
	outer := h.all[:0]
	for _, n := range h.all {
		if len(outer) == 0 || !outer[len(outer)-1].Contains(n.Span) {
			outer = append(outer, n)
		}
	}
	h.all = outer
	return h
}

// Of returns the entity that a noun phrase names, as an index of the entities:
// the one whose name is the phrase's head. "White House spokesman Josh Earnest"
// is Josh Earnest; "a spokesman for Trump", "Trump's lawyer", "the Trump
// campaign" and "Clinton and Sanders" name nobody of their own, so Of reports
// false.
func (h *Heads) Of(phrase text.Span) (int, bool) {
	inside := h.within(phrase)
	best := -1
	for i, n := range inside {
		if heads(h.doc, phrase, n.whole(h.doc, phrase.End)) && (best < 0 || better(n, inside[best])) {
			best = i
		}
	}
	if best < 0 || h.joined(inside, best) {
		return 0, false
	}
	return inside[best].of, true
}

// whole returns a name with the noun behind it, before the limit, that says what it
// is: "Maariv newspaper". "The UN agency" is another body.
func (n named) whole(doc *text.Text, limit int) text.Span {
	noun, ok := BodyNoun(doc, n.Span)
	end := n.End + len(" ") + len(noun)
	if ok && n.kind == Organization && end <= limit {
		n.End = end
	}
	return n.Span
}

// within returns the names that lie in a phrase.
func (h *Heads) within(phrase text.Span) []named {
	from, _ := slices.BinarySearchFunc(h.all, phrase, func(n named, s text.Span) int {
		return byStart(n.Span, s)
	})
	to := from
	for to < len(h.all) && phrase.Contains(h.all[to].Span) {
		to++
	}
	return h.all[from:to]
}

// better prefers people to what stands beside them, then what comes first.
func better(a, b named) bool {
	if (a.kind == Person) != (b.kind == Person) {
		return a.kind == Person
	}
	return a.Start < b.Start
}

// heads reports whether the name may be the head of the phrase by the words
// before and after it.
func heads(doc *text.Text, phrase, name text.Span) bool {
	before := doc.At(text.Span{Start: phrase.Start, End: name.Start})
	after := doc.At(text.Span{Start: name.End, End: phrase.End})
	return leads(before) && ends(after)
}

// relating are the words that put what follows them under a noun before.
var relating = wordSet(`of for to at in on from with by about against between
	near under over who whom whose which that is was and or`)

// leads reports whether the words before a name only describe it: no preposition
// and no possessive puts it under another noun. What a comma closes off
// ("the chairman of the board, John Smith") is an apposition of it.
func leads(before string) bool {
	before = before[strings.LastIndexAny(before, ",:—–")+1:]
	for _, w := range strings.Fields(strings.ToLower(before)) {
		if relating[strings.Trim(w, `"“”'‘’(`)] {
			return false
		}
	}
	return true
}

// ends reports whether the phrase may end its head where a name ends: nothing
// follows, or punctuation, or words that describe what stands before them.
func ends(after string) bool {
	rest := strings.TrimLeft(after, " \u00a0\n")
	first, _ := utf8.DecodeRuneInString(rest)
	switch {
	case rest == "":
		return true
	case strings.HasPrefix(rest, "'s") || strings.HasPrefix(rest, "’s"):
		return false
	case len(rest) == len(after) && (first == '\'' || first == '’' || first == '-'):
		return false
	case !unicode.IsLetter(first) && !unicode.IsDigit(first):
		return true
	}
	word := strings.ToLower(strings.FieldsFunc(rest, proper.NotLetter)[0])
	return relating[word] || word == "himself" || word == "herself" || word == "itself"
}

// joined reports whether another name stands beside the best one, joined by
// "and" or "or": then the phrase names both, and neither alone.
func (h *Heads) joined(inside []named, best int) bool {
	for _, i := range []int{best, best + 1} {
		if i < 1 || i >= len(inside) {
			continue
		}
		between := h.doc.At(text.Span{Start: inside[i-1].End, End: inside[i].Start})
		switch strings.ToLower(strings.Trim(between, ", ")) {
		case "and", "or", "&", "and the", "or the":
			return true
		}
	}
	return false
}

func wordSet(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	return set
}
