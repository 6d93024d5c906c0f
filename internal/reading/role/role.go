// Package role finds the offices, posts, titles and professions that a text gives
// to the people it names, by a list of nouns and the forms in which English news
// ties them to a name.
//
// In go a frozen text, its sentences and its entities; out come [Role] values in
// bytes. The forms are: before the name ("President Obama"), beside it between
// commas ("Angela Merkel, the German chancellor,"; "the party's leader, John
// Key,"), with a verb ("was elected mayor") and after "as" ("as governor, Pence").
//
// # Guarantees
//
// Every role lies in one sentence, holds no article or pronoun in front, and is
// held by a person whom that sentence names. Equal input gives equal output. Time
// is linear in the text's length.
//
// # Limits
//
// English alone. A sentence is read from left to right without a parse: an
// apposition far from its name, and a role told of a pronoun, are not found.
//
// # Sources
//
// What counts as a role: training/annotations/who-is-who/GUIDELINES.md, section
// Roles. The nouns: internal/language/lexicon, roles.txt.
package role

import (
	"cmp"
	"slices"

	"readout/internal/language/chunk"
	"readout/internal/language/text"
	"readout/internal/reading/mention"
)

// A Role is the words of an office, post, title or profession.
type Role struct {
	text.Span
	Entity int // index of the entity that holds it
}

// Find returns the roles that people hold in the text, sorted by start. Sentences
// are sorted and disjoint.
func Find(doc *text.Text, sentences []text.Span, entities []mention.Entity) []Role {
	f := newFinder(doc, entities)
	var all []Role
	for _, s := range sentences {
		f.fill(s)
		f.read()
		slices.SortFunc(f.found, func(a, b Role) int {
			return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.Entity, b.Entity))
		})
		all = append(all, f.found...)
	}
	return all
}

// A finder is one sentence while it is being read.
type finder struct {
	doc    *text.Text
	tokens chunk.Sentence
	words  []word
	names  []name // of the document, sorted and disjoint
	next   int    // the first name that does not end before the sentence
	found  []Role
	plural bool // a role in the plural is looked for
}

// A name is a mention with its entity.
type name struct {
	text.Span
	entity int
	person bool
}

func newFinder(doc *text.Text, entities []mention.Entity) *finder {
	f := &finder{doc: doc, tokens: chunk.Sentence{Text: doc.String()}}
	for i, e := range entities {
		for _, m := range e.Mentions {
			f.names = append(f.names, name{m, i, e.Kind == mention.Person})
		}
	}
	slices.SortFunc(f.names, func(a, b name) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	outer := f.names[:0]
	for _, n := range f.names {
		if len(outer) == 0 || outer[len(outer)-1].End <= n.Start {
			outer = append(outer, n)
		}
	}
	f.names = outer
	return f
}

// read finds the roles of the sentence. The forms that are surest come first;
// words that one of them took are no role of another person.
func (f *finder) read() {
	for _, form := range [...]func(start, end int){
		f.titled, f.before, f.behind, f.ahead, f.told, f.made,
	} {
		for i := 0; i < len(f.words); i++ {
			if !f.begins(i) {
				continue
			}
			end := f.nameEnd(i)
			form(i, end)
			i = end - 1
		}
	}
	f.as()
	f.spoken()
}

// add records the role of a phrase, held by the person whose name holds a word,
// unless its words are taken. One may hold a role that stands in the role of
// another: "spokesman for President Lund".
func (f *finder) add(p phrase, holder int) {
	for p.from < p.to-1 && (f.is(p.from, determiners) || f.is(p.from, chunk.Determiners)) {
		p.from++ // the name of a body may begin with its article
	}
	r := Role{
		Span:   text.Span{Start: f.words[p.from].Start, End: f.words[p.to-1].End},
		Entity: f.names[f.words[holder].name].entity,
	}
	for k := p.from; k < p.to; k++ {
		if f.words[k].role == 0 {
			continue
		}
		known := f.found[f.words[k].role-1]
		same := known.Entity == r.Entity || known.Span == r.Span && !p.noun.Plural
		if same || !known.Contains(r.Span) && !r.Contains(known.Span) {
			return
		}
	}
	f.found = append(f.found, r)
	for k := p.from; k < p.to; k++ {
		f.words[k].role = len(f.found)
	}
}
