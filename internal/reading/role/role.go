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
// apposition far from its name is not found, nor is a role told of a pronoun in
// another sentence than the name.
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
	"readout/internal/reading/role/cue"
	"readout/internal/reading/role/word"
)

// A Role is the words of an office, post, title or profession.
type Role struct {
	text.Span
	Entity int // index of the entity that holds it
}

// A Pronoun is a word that means an entity.
type Pronoun struct {
	text.Span
	Entity int // index of the entity
}

// Find returns the roles that people hold in the text, sorted by start. Sentences
// are sorted and disjoint.
func Find(doc *text.Text, sentences []text.Span, entities []mention.Entity, pronouns []Pronoun) []Role {
	f := &finder{Sentence: word.New(doc, names(doc, entities)), meant: map[int]int{}}
	for _, p := range pronouns {
		f.meant[p.Start] = p.Entity
	}
	var all []Role
	for _, s := range sentences {
		f.Fill(s)
		f.found = f.found[:0]
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
	*word.Sentence
	found  []Role
	plural bool        // a role in the plural is looked for
	meant  map[int]int // entities by the start of the pronouns that mean them
}

func names(doc *text.Text, entities []mention.Entity) []word.Name {
	var all []word.Name
	for i, e := range entities {
		for _, m := range e.Mentions {
			if !mention.Style(doc.At(m)) || mention.Style(e.Name) { // "Ann, Queen of Lund"
				all = append(all, word.Name{Span: m, Entity: i, Person: e.Kind == mention.Person})
			}
		}
	}
	return all
}

// read finds the roles of the sentence. The forms that are surest come first;
// words that one of them took are no role of another person.
func (f *finder) read() {
	for _, form := range [...]func(start, end int){
		f.titled, f.before, f.examples, f.behind, f.ahead, f.told, f.turned, f.made,
	} {
		for i := 0; i < len(f.Words); i++ {
			if !f.Begins(i) {
				continue
			}
			end := f.NameEnd(i)
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
	for p.from < p.to-1 && (f.Is(p.from, cue.Determiners) || f.Is(p.from, chunk.Determiners)) {
		p.from++ // the name of a body may begin with its article
	}
	r := Role{
		Span:   text.Span{Start: f.Words[p.from].Start, End: f.Words[p.to-1].End},
		Entity: f.Names[f.Words[holder].Name].Entity,
	}
	for k := p.from; k < p.to; k++ {
		if f.Words[k].Role == 0 {
			continue
		}
		known := f.found[f.Words[k].Role-1]
		same := known.Entity == r.Entity || known.Span == r.Span && !p.noun.Plural
		if same || !known.Contains(r.Span) && !r.Contains(known.Span) {
			return
		}
	}
	f.found = append(f.found, r)
	for k := p.from; k < p.to; k++ {
		f.Words[k].Role = len(f.found)
	}
}
