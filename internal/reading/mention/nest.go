package mention

import (
	"cmp"
	"slices"
	"strings"

	"readout/internal/language/lexicon"
	"readout/internal/language/text"
	"readout/internal/reading/mention/proper"
)

// Nest adds to the names of one document those that stand inside them, but for
// pieces that name nothing of their own; a name that was read as one of its own
// elsewhere keeps that kind. The place that an organisation is named by is found
// where the document names it alone too, or where it is a country; the realm behind
// a title where the document names nothing else so. Names are sorted and disjoint,
// and so is inner; the result is sorted by start, the longer first.
func Nest(doc *text.Text, names []Name, inner []Scored) []Name {
	kinds, surnames := map[string]Kind{}, map[string]bool{}
	for _, n := range names {
		name := fold(doc.At(n.Span))
		kinds[name] = n.Kind
		if n.Kind == Person {
			surnames[lastWord(name)] = true
		}
	}
	out := slices.Clone(names)
	begun := map[int]int{} // names inside others by where they begin
	next := 0              // the first name that does not end before the inner one
	for _, n := range inner {
		n.Span = proper.Bare(doc, proper.WithStop(doc, n.Span))
		for next < len(names) && names[next].End < n.End {
			next++
		}
		if n.Span.Empty() || !proper.EndsWord(doc, n.End) || next == len(names) {
			continue
		}
		if outer := names[next].Span; !strictlyIn(n.Span, outer) || shard(doc, n.Span, outer) {
			continue
		}
		name := fold(doc.At(n.Span))
		if kind, known := kinds[name]; known {
			n.Kind = kind
		}
		_, alone := kinds[name]
		alone = alone || n.Kind == Person && surnames[name]
		if !alone && piece(doc, n.Name, names[next].Span) {
			continue
		}
		begun[n.Start] = len(out)
		out = append(out, n.Name)
	}
	for _, n := range names {
		seat, ok := seatOf(doc, n, kinds)
		i, isBegun := begun[seat.Start]
		switch {
		case ok && !isBegun:
			out = append(out, Name{Span: seat, Kind: Place})
		case ok && out[i].End < seat.End: // "Newfoundland and Labrador"
			out[i] = Name{Span: seat, Kind: Place}
		}
	}
	slices.SortFunc(out, func(a, b Name) int {
		return cmp.Or(byStart(a.Span, b.Span), cmp.Compare(b.End, a.End))
	})
	return out
}

// seatOf returns the place that the name of an organisation begins with ("Leiden"
// in "Leiden University", "US" in "US Census Bureau"), or the realm of a title. The
// kinds are those of the names of the document, folded.
func seatOf(doc *text.Text, n Name, kinds map[string]Kind) (text.Span, bool) {
	if realm, ok := proper.Realm(doc.At(n.Span)); ok && n.Kind == Person {
		kind, known := kinds[fold(realm)]
		_, _, country := lexicon.CountryOf(realm)
		place := text.Span{Start: n.End - len(realm), End: n.End}
		return place, country || !known || kind == Place
	}
	if n.Kind != Organization {
		return text.Span{}, false
	}
	name := doc.At(n.Span)
	whole := withoutArticle(name)
	at := n.Start + len(name) - len(whole)
	for end := strings.LastIndexByte(whole, ' '); end > 0; end = strings.LastIndexByte(whole[:end], ' ') {
		seat := text.Span{Start: at, End: at + end}
		c, ambiguous, known := lexicon.CountryOf(whole[:end])
		country := known && c.Sense == lexicon.Name && !ambiguous
		if (country || kinds[fold(whole[:end])] == Place) && !shard(doc, seat, n.Span) {
			return seat, true
		}
	}
	return text.Span{}, false
}

// shards are words that make a name with what follows them and name nothing
// alone.
var shards = wordSet(`united new north south east west northern southern eastern western great
	grand san santa saint st los las el al white red black old upper lower central high`)

// shard reports whether a name inside another one is a piece of it that names
// nothing: "United" in "United Nations", "Council on", one letter, or a word of an
// outlet's or a government seat's name.
func shard(doc *text.Text, inner, outer text.Span) bool {
	words := strings.Fields(strings.ToLower(doc.At(inner)))
	last := words[len(words)-1]
	if proper.Joint(last) || proper.Joint(words[0]) || text.Characters(doc.At(inner)) < 2 {
		return true
	}
	if len(words) == 1 && (shards[last] || titles[strings.TrimSuffix(last, ".")]) {
		return true
	}
	whole := withoutArticle(doc.At(outer))
	if b, known := lexicon.BodyOf(whole); known && !b.Common { // "World Health"
		_, _, country := lexicon.CountryOf(doc.At(inner))
		_, body := lexicon.BodyOf(doc.At(inner))
		return !country && !body
	}
	c, _, isCountry := lexicon.CountryOf(whole)
	return isCountry && c.Sense != lexicon.Demonym || proper.Outlet(whole)
}

// pieces are words in the names of bodies that are read as places there.
var pieces = wordSet(`district select public second first general federal supreme joint
	national international surveying mapping engineering banking housing mining`)

// piece reports whether a name that stands nowhere alone is but a part of the
// longer one: "People" in "Korean People's Army". Places and bodies that the
// lexicon knows are more, and so are other places, such as towns: "Baltimore" in
// "Baltimore Orioles". Of two names with a stroke each is one.
func piece(doc *text.Text, n Name, outer text.Span) bool {
	name := doc.At(n.Span)
	c, _, country := lexicon.CountryOf(name)
	_, body := lexicon.BodyOf(name)
	switch {
	case proper.Figures(name):
		return true
	case strings.Contains(doc.At(outer), "/"):
		return false
	case n.Kind == Person && proper.Owns(doc, n.End): // "Platt's Music Hall"
		return false
	case country && c.Sense != lexicon.People && n.Kind != Person:
		return false
	case body || proper.NewsName(name):
		return false
	case n.Kind != Place:
		return true
	}
	last := lastWord(name)
	_, _, more := lexicon.CountryOf(strings.TrimSuffix(name, " "+last)) // "New York Stock"
	more = more && headKinds[strings.ToLower(last)] != Place
	return more || pieces[strings.ToLower(name)]
}

func strictlyIn(a, b text.Span) bool { return b.Contains(a) && a != b }
