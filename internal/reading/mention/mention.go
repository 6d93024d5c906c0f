// Package mention tells who is who within one document: it gathers the names
// that the model found into entities and finds the entity that a noun phrase
// is about.
//
// In go a frozen text and names with kinds and byte spans; out come [Entity]
// values, each with its mentions in the order of the text. A name may stand inside
// another ("Leiden" in "Leiden University"). A full name and the
// surname alone after it are one person, as are names that are equal apart from
// case, a possessive "'s" and a leading article. A form of address ("Madam
// Speaker") is a name, an office alone is none.
//
// # Guarantees
//
// Every mention is a name that the text holds; no mention is in two entities.
// Equal input gives equal output. Time grows with the number of names times the
// number of different names.
//
// # Limits
//
// Names only: for pronouns and nominals see package coref. A surname that two
// people of the document share, neither of them named more often, stays an entity
// of its own where it stands alone.
//
// # Sources
//
// What is an entity, and of which type, follows docs/record.md; the heads of
// phrases follow the annotation of GUM.
package mention

import (
	"cmp"
	"slices"
	"strings"

	"readout/internal/language/lexicon"
	"readout/internal/language/text"
	"readout/internal/reading/mention/proper"
)

// Kind, Name and Scored are those of proper names.
type (
	Kind   = proper.Kind
	Name   = proper.Name
	Scored = proper.Scored
)

// The kinds of the record.
const (
	Person       = proper.Person
	Organization = proper.Organization
	Place        = proper.Place
	Group        = proper.Group
	Work         = proper.Work
	Other        = proper.Other
)

// An Entity is someone or something with all its names in the document.
type Entity struct {
	Kind     Kind
	Name     string      // the fullest name, as it stands in the text
	Mentions []text.Span // in the order of the text, at least one

	// Gender is that of a person, as titles before the name and else the given name
	// tell it; Titled says that a title does.
	Gender lexicon.Gender
	Titled bool
}

// Gather joins names into entities, in the order in which their first mentions
// end, a name before the one it stands in. No two names may overlap unless one
// contains the other.
func Gather(doc *text.Text, names []Name) []Entity {
	g := gathering{doc: doc, byKey: map[key]int{}}
	for _, n := range names {
		n.Span = proper.Bare(doc, n.Span)
		if !n.Span.Empty() {
			g.add(n)
		}
	}
	g.joinPeople()
	g.joinStyles()
	g.joinShort()
	g.joinNouns()
	g.joinMisspelled()
	return g.entities()
}

// fuller reports whether of two names of one country or body the first says more:
// no demonym, and no acronym.
func fuller(name, than string) bool {
	name, than = withoutArticle(name), withoutArticle(than)
	if _, body := lexicon.BodyOf(name); body {
		return len(strings.Fields(name)) > len(strings.Fields(than))
	}
	c, _, isCountry := lexicon.CountryOf(name)
	if !isCountry || c.Sense != lexicon.Name || proper.Acronym(name) {
		return false
	}
	old, _, _ := lexicon.CountryOf(than)
	longer := len(strings.Fields(name)) > len(strings.Fields(than))
	_, short := lexicon.StateOf(than)
	return old.Sense == lexicon.Demonym || proper.Acronym(than) || longer || short
}

// A key is what equal names share.
type key struct {
	kind   Kind
	folded string
	gender lexicon.Gender // of a surname behind a title: Mr. Clinton is not Mrs. Clinton
}

// A candidate is an entity while names are being gathered.
type candidate struct {
	Entity
	words []string // of the folded name; none of a title with a realm
	into  int      // the candidate that took it over, or -1
	times int      // its mentions and those of the candidates it took over
}

// owner returns the candidate that a candidate's mentions go to in the end.
func (g *gathering) owner(i int) int {
	for g.all[i].into >= 0 {
		i = g.all[i].into
	}
	return i
}

// join gives the mentions of one candidate to another, unless they are one.
func (g *gathering) join(i, to int) {
	i, to = g.owner(i), g.owner(to)
	if i != to {
		g.all[i].into = to
		g.all[to].times += g.all[i].times
	}
}

// Style reports whether a name is a title with its realm: "Prince of Wales".
func Style(name string) bool {
	_, ok := proper.Realm(name)
	return ok
}

// joinStyles gives titles with realms to those beside them: "Ann, Queen of Lund,".
// A title that stands beside two is given to none.
func (g *gathering) joinStyles() {
	starts, ends := map[int]int{}, map[int]int{} // of names, by their other edge
	of := map[int]int{}                          // whose name begins at a byte
	for i, c := range g.all {
		for _, m := range c.Mentions {
			if c.Kind == Person && len(c.words) > 0 {
				starts[m.End], ends[m.Start], of[m.Start] = m.Start, m.End, i
			}
		}
	}
	for i, c := range g.all {
		owners := map[int]bool{}
		for _, m := range c.Mentions {
			at, beside := of[proper.Apposed(g.doc, m, starts)]
			if !beside {
				at, beside = of[proper.Introduced(g.doc, m, ends)]
			}
			if beside && len(c.words) == 0 && !apart(c.Gender, givenGender(g.all[at].Name)) {
				owners[g.owner(at)] = true
			}
		}
		for owner := range owners {
			if len(owners) == 1 {
				g.join(i, owner)
			}
		}
	}
}

// apart reports whether two genders are known and differ.
func apart(a, b lexicon.Gender) bool {
	known := func(g lexicon.Gender) bool { return g == lexicon.Female || g == lexicon.Male }
	return known(a) && known(b) && a != b
}

type gathering struct {
	doc   *text.Text
	all   []candidate
	byKey map[key]int
}

func (g *gathering) add(n Name) {
	folded := fold(g.doc.At(n.Span))
	words := strings.Fields(folded)
	if n.Kind == Organization { // "New People's Party", "New People Party"
		folded = strings.ReplaceAll(folded, "'s ", " ")
	}
	if n.Kind == Person {
		if realm, styled := proper.Realm(g.doc.At(n.Span)); styled {
			title, _, _ := strings.Cut(folded, " of ")
			folded, words = title+" of "+realmKey(realm), nil
		} else {
			folded = untitled(folded)
			words = strings.Fields(folded)
		}
	}
	k := key{n.Kind, folded, lexicon.Unknown}
	gender, titled := lexicon.Unknown, false
	if n.Kind == Person {
		gender, titled = g.title(n.Span)
	}
	if titled && !strings.Contains(folded, " ") {
		k.gender = gender
	}
	if country, ok := countryKey(g.doc, n); ok {
		n.Kind, k = Place, key{kind: Place, folded: country}
	}
	if b, ok := lexicon.BodyOf(withoutArticle(g.doc.At(n.Span))); ok && n.Kind == Organization {
		k = key{kind: Organization, folded: "body " + b.Full}
	}
	i, known := g.byKey[k]
	if !known {
		i = len(g.all)
		g.byKey[k] = i
		g.all = append(g.all, candidate{
			Entity: Entity{Kind: n.Kind, Name: g.doc.At(n.Span)},
			words:  words, into: -1,
		})
	}
	c := &g.all[i]
	c.Mentions = append(c.Mentions, n.Span)
	c.times++
	if titled && !c.Titled {
		c.Gender, c.Titled = gender, true
	}
	if name := g.doc.At(n.Span); known && fuller(name, c.Name) {
		c.Name, c.words = name, strings.Fields(folded)
	}
}

// entities returns what is left after joining.
func (g *gathering) entities() []Entity {
	for i := range g.all {
		c := &g.all[i]
		if c.into < 0 {
			continue
		}
		owner := &g.all[g.owner(i)]
		owner.Mentions = append(owner.Mentions, c.Mentions...)
		if c.Titled && !owner.Titled {
			owner.Gender, owner.Titled = c.Gender, true
		}
		if len(c.words) > len(owner.words) {
			owner.Name, owner.words = c.Name, c.words
		}
	}
	var out []Entity
	for _, c := range g.all {
		if c.into < 0 {
			slices.SortFunc(c.Mentions, byStart)
			if !c.Titled && (c.Kind == Person || len(c.words) > 1) {
				c.Gender = givenGender(c.Name)
			}
			out = append(out, c.Entity)
		}
	}
	slices.SortFunc(out, func(a, b Entity) int { return byEnd(a.Mentions[0], b.Mentions[0]) })
	return out
}

// byEnd orders what ends first first, and of what ends at one place the inner.
func byEnd(a, b text.Span) int {
	return cmp.Or(cmp.Compare(a.End, b.End), cmp.Compare(b.Start, a.Start))
}

func byStart(a, b text.Span) int { return cmp.Compare(a.Start, b.Start) }

// fold returns a name as equal names share it: lower case, one space between
// words, no leading article.
func fold(name string) string {
	words := strings.Fields(strings.ToLower(strings.ReplaceAll(name, "’", "'")))
	if len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

// titles are the words before a name that are no part of it.
var titles = wordSet(`mr mrs ms miss dr prof professor sir lord lady dame king queen
	prince princess emperor empress president minister senator sen rep
	representative pres vice congressman congresswoman gov governor mayor secretary judge
	justice general gen colonel col captain capt sheikh pope father sister rev
	reverend rabbi archbishop`)

// untitled takes the titles off a folded name of a person, but for its last word.
func untitled(folded string) string {
	words := strings.Fields(folded)
	for len(words) > 1 && titles[strings.TrimSuffix(words[0], ".")] {
		words = words[1:]
	}
	return strings.Join(words, " ")
}
