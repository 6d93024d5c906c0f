// Package coref tells which entity of one document a pronoun or a nominal ("the
// minister") refers to.
//
// [Ask] finds the words that may refer; the model scores what stands before each
// ([tag.Reference]); [Resolve] joins both with what is exact: person, gender and
// number, the kind of the entity, and who speaks inside quotation marks. Out come
// [Mention] values, each of one entity.
//
// # Guarantees
//
// Every mention is a word or phrase of the text and of one entity that has a
// name. Equal input gives equal output. Time grows with the number of words and
// of names before each in what the model reads at once.
//
// # Limits
//
// A pronoun that means several people who have no name together is left out, and so
// are indefinite pronouns; relative ones have [Antecedents]. "We" is resolved where
// an organisation or a group speaks, "I" outside quotation marks where a byline, a
// signature or the form of an interview tells whose word it is.
//
// # Sources
//
// What corefers follows GUM's annotation (Zeldes 2017). Choosing by agreement
// first and salience then goes back to Lappin and Leass (1994).
package coref

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/language/segment"
	"readout/internal/language/text"
	"readout/internal/neural/tag"
	"readout/internal/reading/attribution"
	"readout/internal/reading/mention"
)

// A Mention is a pronoun or a nominal with the entity that it refers to.
type Mention struct {
	text.Span
	Entity  int  // index of the document's entities
	Pronoun bool // else a nominal
}

// Input is what is known of a document when references are resolved.
type Input struct {
	Words      []Word          // as Ask found them
	References []tag.Reference // of these words
	Entities   []mention.Entity
	Statements []attribution.Statement
	Sentences  []text.Span
	Quotations []segment.Quotation // by their start
}

// Resolve returns the mentions of a document that are no names, in the order of
// the text.
func Resolve(doc *text.Text, in Input) []Mention {
	r := newResolver(doc, in)
	scored := make([]*tag.Reference, len(in.Words))
	for i := range in.References {
		scored[in.References[i].At] = &in.References[i]
	}
	r.thirdPersons(scored)
	r.learnGenders()
	r.again = true
	r.thirdPersons(scored)
	r.learnAuthors()
	r.firstPersons()
	return r.mentions()
}

// mentions returns what is resolved, in the order of the text.
func (r *resolver) mentions() []Mention {
	out := make([]Mention, 0, len(r.taken))
	for i, e := range r.taken {
		w := r.in.Words[i]
		out = append(out, Mention{w.phrase, e, w.Pronoun()})
	}
	slices.SortFunc(out, func(a, b Mention) int { return cmp.Compare(a.Start, b.Start) })
	return out
}

// Of returns the entity that a phrase means by one of the mentions: the phrase is
// the mention, or begins with it and goes on behind a comma or with "who".
func Of(doc *text.Text, mentions []Mention, phrase text.Span) (int, bool) {
	i, found := slices.BinarySearchFunc(mentions, phrase.Start, func(m Mention, at int) int { return startsAt(m.Span, at) })
	if !found || mentions[i].End > phrase.End {
		return 0, false
	}
	rest := doc.At(text.Span{Start: mentions[i].End, End: phrase.End})
	for _, goesOn := range []string{",", " who", " himself", " herself", " itself", " themselves"} {
		if rest == "" || strings.HasPrefix(rest, goesOn) {
			return mentions[i].Entity, true
		}
	}
	return 0, false
}

// A resolver is the state of Resolve.
type resolver struct {
	doc      *text.Text
	in       Input
	names    []place       // names by start
	at       map[int]int   // entity of the name or pronoun that begins at a byte
	ends     map[int]place // the longest name, or word for one, that ends there
	profiles []profile     // of the entities
	taken    map[int]int   // entity of a word, by its index
	heads    *mention.Heads
	speaks   map[text.Span]attribution.Statement // by its speaker
	byCue    []attribution.Statement             // those with a speaker
	quoted   []segment.Quotation                 // those that stand in no other
	parts    []part                              // by their start
	callings map[string][]calling                // by noun
	author   authors
	again    bool // the words are read for the second time
}

// A place is a name where it stands.
type place struct {
	text.Span
	entity int
}

func newResolver(doc *text.Text, in Input) *resolver {
	r := &resolver{
		doc: doc, in: in, at: map[int]int{}, ends: map[int]place{},
		taken: map[int]int{}, heads: mention.NewHeads(doc, in.Entities),
	}
	r.learnStatements()
	for i, e := range in.Entities {
		r.profiles = append(r.profiles, newProfile(e))
		for _, m := range e.Mentions {
			r.names = append(r.names, place{m, i})
		}
	}
	slices.SortFunc(r.names, func(a, b place) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	r.placeNames()
	r.learnCallings()
	return r
}

// thirdPersons resolves the words of the third person, in the order of the text.
func (r *resolver) thirdPersons(scored []*tag.Reference) {
	for i, w := range r.in.Words {
		if w.person != third {
			continue
		}
		if e, ok := r.choose(i, scored[i]); ok {
			r.take(i, e)
		}
	}
}

// take notes that a word refers to an entity.
func (r *resolver) take(i, entity int) {
	w := r.in.Words[i]
	r.taken[i] = entity
	r.at[w.Start] = entity
	r.ends[w.phrase.End] = place{w.phrase, entity}
	if r.again && w.personal() {
		r.profiles[entity].learn(vote(w), 1)
	}
}

// learnGenders takes the gender of the people whose pronouns are of one gender in the
// most, and forgets what words mean: they are read again.
func (r *resolver) learnGenders() {
	votes := make([]int, len(r.profiles)) // men less women
	for i, e := range r.taken {
		if w := r.in.Words[i]; w.personal() {
			votes[e] += vote(w)
		}
	}
	for e, v := range votes {
		r.profiles[e].learn(v, manyPronouns)
	}
	clear(r.taken)
	r.placeNames()
}

// placeNames tells where each entity is named; of names that begin together, or end
// so, the longest counts.
func (r *resolver) placeNames() {
	clear(r.at)
	clear(r.ends)
	for _, n := range r.names {
		r.at[n.Start] = n.entity
		if longer, known := r.ends[n.End]; !known || n.Start < longer.Start {
			r.ends[n.End] = n
		}
	}
}

// least is the share that an entity must have of what the model gives to
// entities that agree with the word, and to none.
const (
	leastPersonal = 0.2
	leastSpeaking = 0.2 // "it" and "they" where they speak are seldom nobody named
	leastPronoun  = 0.4
	leastNominal  = 0.5
)

// choose returns the entity that a word of the third person refers to.
func (r *resolver) choose(i int, scored *tag.Reference) (int, bool) {
	w := r.in.Words[i]
	weights, none := r.weigh(w, scored)
	best, top, sum := -1, 0.0, none
	doer, done := r.does(w)
	for _, e := range slices.Sorted(maps.Keys(weights)) {
		if done && e == doer {
			continue
		}
		weight := weights[e] * r.profiles[e].agrees(w) * r.salience(e, w)
		sum += weight
		if weight > top {
			best, top = e, weight
		}
	}
	if w.personal() { // "he" and "she" nearly always mean someone
		if best >= 0 && top >= leastPersonal*sum {
			return best, true
		}
		return r.nearest(w)
	}
	least := leastPronoun
	if _, speaks := r.speaks[w.Span]; speaks {
		least = leastSpeaking
	}
	if !w.Pronoun() {
		least = leastNominal
	}
	if (best < 0 || top < least*sum) && w.land > noLand {
		return r.lastLand(w, weights, sum)
	}
	return best, best >= 0 && top >= least*sum
}

// weigh returns what speaks for each entity, and for none of them: the model, and
// for a word that says who speaks, the speaker before it.
func (r *resolver) weigh(w Word, scored *tag.Reference) (map[int]float64, float64) {
	weights, none := map[int]float64{}, 1.0
	if scored != nil {
		none = scored.None
		for _, c := range scored.To {
			if e, known := r.at[c.Start]; known && c.Start >= w.since {
				weights[e] += c.Score
			}
		}
	}
	if e, alone, ok := r.called(w); ok {
		weights[e] += calledOne
		if alone {
			weights[e] += calledAlone
		}
	}
	s, speaks := r.speaks[w.Span]
	if !speaks {
		return weights, none
	}
	if e, ok := r.spokeBefore(w); ok && w.personal() {
		weights[e] += spoke
	}
	for e := range weights {
		if r.named(e, s) {
			weights[e] *= namesHimself
		}
	}
	return weights, none
}

// What speaks for the entity that a text called by the noun of a nominal last, and
// more if it called no other so.
const (
	calledOne   = 0.5
	calledAlone = 0.7
)

// Salience: whom a text is about it names often, who speaks does not say "he" of
// himself, and in "Tom, whom he met" it is somebody else who did.
const (
	perMention = 0.2  // power of the number of names before the word
	ofSpeaker  = 0.05 // a speaker in the quoted words
	ofWhom     = 0.05 // the one whom "whom" right before the word stands for
)

// salience returns how likely a text means an entity at a word, all else equal.
func (r *resolver) salience(e int, w Word) float64 {
	before, _ := slices.BinarySearchFunc(r.in.Entities[e].Mentions, w.Start, startsAt)
	out := math.Pow(float64(max(1, before)), perMention)
	if s, ok := r.quotedBy(w); ok && w.personal() && s == e {
		out *= ofSpeaker
	}
	if whom, ok := r.whom(w); ok && whom == e {
		out *= ofWhom
	}
	return out
}

// whom returns the person that "whom" right before a pronoun stands for: the last one
// named before it in the sentence, who owns nothing there.
func (r *resolver) whom(w Word) (int, bool) {
	s := r.doc.String()
	before, is := strings.CutSuffix(strings.TrimRight(s[:w.Start], " "), "whom")
	if !is || !w.personal() {
		return 0, false
	}
	start := r.in.Sentences[r.sentence(w.Start)].Start
	i, _ := slices.BinarySearchFunc(r.names, len(before), begins)
	for i--; i >= 0 && r.names[i].Start >= start; i-- {
		n := r.names[i]
		owns := strings.HasPrefix(s[n.End:], "'s") || strings.HasPrefix(s[n.End:], "’s")
		if r.in.Entities[n.entity].Kind == mention.Person && !owns && !ofTitle(s[:n.Start]) {
			return n.entity, true
		}
	}
	return 0, false
}

// ofTitle reports whether a text ends in a title that goes on with a name: "Earl of ".
func ofTitle(before string) bool {
	title, is := strings.CutSuffix(before, " of ")
	first, _ := utf8.DecodeRuneInString(title[strings.LastIndexByte(title, ' ')+1:])
	return is && unicode.IsUpper(first)
}

// nearest returns the person named or meant last before a word that agrees with
// it, the first in the sentence rather than a later one.
func (r *resolver) nearest(w Word) (int, bool) {
	best, bestScore := -1, 0.0
	end, _ := slices.BinarySearchFunc(r.names, w.Start, begins)
	here := r.sentence(w.Start)
	doer, done := r.does(w)
	for i := end - 1; i >= max(0, end-mostNames); i-- {
		n := r.names[i]
		apart := here - r.sentence(n.Start)
		if apart > farthest {
			break
		}
		fit := r.profiles[n.entity].agrees(w)
		other := done && n.entity == doer || r.in.Entities[n.entity].Kind != mention.Person
		if fit < 1 || other {
			continue
		}
		score := 1 / float64(1+apart)
		if r.leads(i) {
			score *= subject
		}
		if score > bestScore {
			best, bestScore = n.entity, score
		}
	}
	return best, best >= 0
}

// farthest is how many sentences back a person is looked for when the model has
// no candidate, and mostNames how many names; subject is how much more likely the
// first name of a sentence is.
const (
	farthest  = 6
	mostNames = 60
	subject   = 2
)

// leads reports whether a name is the first of a person in its sentence.
func (r *resolver) leads(i int) bool {
	start := r.in.Sentences[r.sentence(r.names[i].Start)].Start
	for last := i - mostNames; i > max(0, last) && r.names[i-1].Start >= start; {
		i--
		if r.in.Entities[r.names[i].entity].Kind == mention.Person {
			return false
		}
	}
	return true
}

// sentence returns the index of the sentence that a place lies in or follows.
func (r *resolver) sentence(at int) int {
	i, found := slices.BinarySearchFunc(r.in.Sentences, at, startsAt)
	if !found {
		i--
	}
	return max(i, 0)
}

// begins compares where a place starts with another, for searches.
func begins(p place, at int) int { return cmp.Compare(p.Start, at) }

// startsAt compares where a span starts with a place, for searches.
func startsAt(s text.Span, at int) int { return cmp.Compare(s.Start, at) }
