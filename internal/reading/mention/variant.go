package mention

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/language/lexicon"
	"readout/internal/reading/mention/proper"
)

// A person is the parts of a person's name by which its variants are told.
type person struct {
	candidate int
	given     string // the first word of a name of two words or more
	called    string // a word in quotation marks behind it
	middle    middle
	surname   string // the last word that is no numeral or generation
	number    string // the numerals and generations behind it
	gender    lexicon.Gender
}

// mayBe reports whether nothing in their genders and numerals keeps two people
// apart.
func (p person) mayBe(q person) bool {
	return numbersFit(p, q) && !apart(p.gender, q.gender)
}

// numbersFit reports whether no numerals keep two people apart, as they do
// Charles I and Charles II.
func numbersFit(p, q person) bool {
	return p.number == q.number || p.number == "" || q.number == ""
}

// generations are the words behind a surname.
var generations = wordSet("jr sr ii iii iv")

// people returns the people named, with the parts of their names.
func (g *gathering) people() []person {
	var out []person
	for i, c := range g.all {
		if c.Kind != Person || len(c.words) == 0 {
			continue
		}
		words := c.words
		for len(words) > 1 && (generations[strings.TrimSuffix(words[len(words)-1], ".")] || regnal(words[len(words)-1])) {
			words = words[:len(words)-1]
		}
		p := person{
			candidate: i, surname: words[len(words)-1], gender: c.Gender,
			number: strings.Join(c.words[len(words):], " "),
		}
		if !c.Titled && len(words) > 1 {
			p.gender = givenGender(c.Name)
		}
		if len(words) > 1 {
			p.given, p.middle = words[0], middleOf(words[1:len(words)-1])
			p.called = nickname(words[1 : len(words)-1])
		}
		out = append(out, p)
	}
	return out
}

// regnal reports whether a folded word is the number of a ruler.
func regnal(word string) bool {
	return strings.Trim(word, "ivx") == ""
}

// joinPeople joins the variants of people's names: those of one given name and
// surname, a surname alone and a given name alone.
func (g *gathering) joinPeople() {
	full, short := map[string][]person{}, []person{} // full by surname
	byGiven := map[string][]person{}
	for _, p := range g.fullestFirst() {
		if p.given == "" {
			short = append(short, p)
			continue
		}
		if q, ok := sameName(p, full[p.surname]); ok {
			g.join(p.candidate, q.candidate)
			continue
		}
		full[p.surname] = append(full[p.surname], p)
		byGiven[p.given] = append(byGiven[p.given], p)
		if p.called != "" {
			byGiven[p.called] = append(byGiven[p.called], p)
		}
	}
	alone := map[string][]person{} // people of one word that have no fuller name
	for _, p := range short {
		owner, ok := g.principal(p, full[p.surname])
		if !ok && len(full[p.surname]) == 0 {
			owner, ok = g.principal(p, byGiven[p.surname])
		}
		if i := slices.IndexFunc(alone[p.surname], p.mayBe); !ok && i >= 0 {
			owner, ok = alone[p.surname][i].candidate, true
		}
		if ok {
			g.join(p.candidate, owner)
			continue
		}
		alone[p.surname] = append(alone[p.surname], p)
	}
}

// fullestFirst returns the people named: those with a number first, and those with
// an initial or a short form for a given name last, as several names may fit it.
func (g *gathering) fullestFirst() []person {
	rank := func(p person) int {
		switch {
		case initial(p.given) || proper.IsShortGiven(p.given):
			return 2
		case p.number == "":
			return 1
		}
		return 0
	}
	all := g.people()
	slices.SortStableFunc(all, func(p, q person) int { return cmp.Compare(rank(p), rank(q)) })
	return all
}

// sameName returns the only one of several people with one surname whose given
// name may be that of another.
func sameName(p person, of []person) (person, bool) {
	fits := func(q person) bool { return p.givenAs(q) && numbersFit(p, q) && p.middle.fits(q.middle) }
	i := slices.IndexFunc(of, fits)
	if i < 0 || slices.ContainsFunc(of[i+1:], fits) {
		return person{}, false
	}
	return of[i], true
}

// givenAs reports whether the given name of one may be that of another, or what that
// one is called.
func (p person) givenAs(q person) bool {
	short := proper.ShortGiven(p.given, q.given) || proper.ShortGiven(q.given, p.given)
	return short || sameGiven(p.given, q.given) || p.called == q.given || q.called == p.given
}

// nickname returns the word in quotation marks among words, without them, or "".
func nickname(words []string) string {
	for _, w := range words {
		if bare, ok := proper.Unquoted(w); ok {
			return bare
		}
	}
	return ""
}

// sameGiven reports whether two given names may be one: equal, or one the
// initial of the other.
func sameGiven(a, b string) bool {
	if initial(a) || initial(b) {
		a, b = strings.TrimSuffix(a, "."), strings.TrimSuffix(b, ".")
		return strings.HasPrefix(a, b) || strings.HasPrefix(b, a)
	}
	return a == b
}

// A middle is what stands between a given name and a surname: the first letters of
// its words, and whether that is all of them.
type middle struct {
	letters string
	short   bool
}

// middleOf returns the middle of a name with these words between its ends; particles
// and nicknames are none.
func middleOf(words []string) middle {
	m := middle{short: true}
	for _, w := range words {
		first, size := utf8.DecodeRuneInString(w)
		switch {
		case particles[w] || !unicode.IsLetter(first):
		case strings.Contains(w, ".") || size == len(w):
			m.letters += strings.ReplaceAll(w, ".", "")
		default:
			m.letters, m.short = m.letters+string(first), false
		}
	}
	return m
}

// fits reports whether no initials keep two people apart, as they do George W. and
// George H.W. Bush.
func (m middle) fits(n middle) bool {
	if !m.short && !n.short {
		return true
	}
	return strings.HasPrefix(m.letters, n.letters) || strings.HasPrefix(n.letters, m.letters)
}

// initial reports whether a given name is one letter, a full stop aside.
func initial(given string) bool {
	return utf8.RuneCountInString(strings.TrimSuffix(given, ".")) == 1
}

// principal returns the one of several people whom a short form means: the only
// one whose gender fits, or the one named in full more often than any other.
func (g *gathering) principal(short person, of []person) (int, bool) {
	best, times, tied := -1, 0, false
	for _, p := range of {
		n := g.all[p.candidate].times
		switch {
		case !short.mayBe(p):
		case n > times:
			best, times, tied = p.candidate, n, false
		case n == times:
			tied = true
		}
	}
	return best, best >= 0 && !tied && best != short.candidate
}

// joinShort joins acronyms to the only name of their kind with these initials:
// "NSW" to "New South Wales".
func (g *gathering) joinShort() {
	byInitials := map[string][]int{}
	for i, c := range g.all {
		if c.into < 0 && c.Kind != Person && len(c.words) > 1 {
			for _, initials := range proper.Initials(c.Name) {
				byInitials[initials] = append(byInitials[initials], i)
			}
		}
	}
	for i, c := range g.all {
		name := withoutArticle(c.Name)
		if c.into >= 0 || !proper.Acronym(name) || c.Country() != "" {
			continue
		}
		of := slices.DeleteFunc(slices.Clone(byInitials[strings.ReplaceAll(name, ".", "")]), func(j int) bool {
			return !kin(g.all[j].Kind, c.Kind)
		})
		if len(of) == 1 {
			g.join(i, of[0])
		}
	}
}

// joinNouns joins what a body is called without its noun to the only one with it:
// "Harrow" to "Harrow School". States, outlets, acronyms and well-known bodies are
// more than a school or firm of theirs.
func (g *gathering) joinNouns() {
	whole := map[string][]int{}
	for i, c := range g.all {
		words := strings.Fields(strings.ReplaceAll(fold(c.Name), ",", " "))
		last := len(words) - 1
		if c.into >= 0 || c.Kind != Organization || last < 1 {
			continue
		}
		if bodyNouns[strings.TrimSuffix(words[last], ".")] {
			short := strings.Join(words[:last], " ")
			whole[short] = append(whole[short], i)
		}
	}
	for i, c := range g.all {
		of := whole[strings.Join(c.words, " ")]
		_, _, country := lexicon.CountryOf(withoutArticle(c.Name))
		_, body := lexicon.BodyOf(withoutArticle(c.Name))
		own := country || body || proper.Acronym(c.Name)
		own = own || proper.NewsName(withoutArticle(c.Name))
		if c.into < 0 && c.Kind == Organization && len(of) == 1 && !own {
			g.join(i, of[0])
		}
	}
}

// bodyNouns are the words that the name of a body may go without.
var bodyNouns = wordSet(`school party airlines airways inc corp corporation co ltd
	plc bureau magazine`)

// kin reports whether names of two kinds may name one thing, as the kind of an
// acronym is often misread.
func kin(a, b Kind) bool {
	return a == b || (a != Person && b != Person && (a == Organization || b == Organization))
}

// joinMisspelled joins a surname that stands once, and fits nobody, to the only
// person whose surname differs in one letter, or in two of nine and more.
func (g *gathering) joinMisspelled() {
	all := g.people()
	for _, p := range all {
		c := g.all[p.candidate]
		if c.into >= 0 || p.given != "" || len(c.Mentions) > 1 || !proper.Spelled(p.surname) {
			continue
		}
		if near, ok := g.onlyNear(p, all); ok {
			g.join(p.candidate, near)
		}
	}
}

// onlyNear returns the only person with a surname like that of another. There is
// none where the surname itself is that of people.
func (g *gathering) onlyNear(p person, all []person) (int, bool) {
	near := -1
	for _, q := range all {
		switch {
		case q.given == "":
			continue
		case q.surname == p.surname:
			return -1, false
		case !p.mayBe(q) || !proper.Slip(p.surname, q.surname):
			continue
		}
		owner := g.owner(q.candidate)
		if near >= 0 && near != owner {
			return -1, false
		}
		near = owner
	}
	return near, near >= 0
}
