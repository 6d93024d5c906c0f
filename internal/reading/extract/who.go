package extract

import (
	"cmp"
	"slices"

	"readout/internal/language/text"
	"readout/internal/reading/coref"
	"readout/internal/reading/mention"
	"readout/internal/reading/role"
)

// A who tells whom phrases of one document mean.
type who struct {
	doc       *text.Text
	heads     *mention.Heads
	referring []coref.Mention // in the order of the text
	before    *coref.Antecedents
	mentions  []place // of all kinds, in the order of the text
}

// A place is a mention of an entity.
type place struct {
	text.Span
	entity int
}

func newWho(doc *text.Text, entities []mention.Entity, referring []coref.Mention) *who {
	w := &who{
		doc: doc, heads: mention.NewHeads(doc, entities), referring: referring,
		before: coref.NewAntecedents(doc, entities, referring),
	}
	for i, e := range entities {
		for _, m := range e.Mentions {
			w.mentions = append(w.mentions, place{m, i})
		}
	}
	for _, m := range referring {
		w.mentions = append(w.mentions, place{m.Span, m.Entity})
	}
	slices.SortFunc(w.mentions, func(a, b place) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	return w
}

// is returns the entity that a phrase means, by a name that heads it, a pronoun or
// nominal that it is, or one that a relative pronoun stands for.
func (w *who) is(phrase text.Span) (int, bool) {
	if i, ok := w.heads.Of(phrase); ok {
		return i, true
	}
	if i, ok := coref.Of(w.doc, w.referring, phrase); ok {
		return i, true
	}
	return w.before.Of(phrase)
}

// in returns the entities of the mentions in a span, in the order of the text.
func (w *who) in(s text.Span) []int {
	from, _ := slices.BinarySearchFunc(w.mentions, s.Start, func(p place, at int) int {
		return cmp.Compare(p.Start, at)
	})
	var out []int
	for _, m := range w.mentions[from:] {
		if m.Start >= s.End {
			break
		}
		if s.Contains(m.Span) {
			out = append(out, m.entity)
		}
	}
	return out
}

// pronouns returns the pronouns among what refers.
func pronouns(referring []coref.Mention) []role.Pronoun {
	var all []role.Pronoun
	for _, m := range referring {
		if m.Pronoun {
			all = append(all, role.Pronoun{Span: m.Span, Entity: m.Entity})
		}
	}
	return all
}
