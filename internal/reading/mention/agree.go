package mention

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/language/lexicon"
	"readout/internal/language/text"
	"readout/internal/reading/mention/proper"
)

// Agree lets the names of one document agree: equal names get the kind that
// most of them have, weighed by score, and a name that was seen surely once is
// found wherever it stands again. Forms of address are added. Names are sorted and
// disjoint, and so is the result.
func Agree(doc *text.Text, names []Scored) []Name {
	names = extents(doc, names)
	surnames := lastWords(doc, names)
	kinds := vote(doc, names, surnames)
	schooled := schoolsOf(doc, names, kinds)
	var out []Name
	for _, n := range names {
		n.Span = proper.Bare(doc, n.Span)
		if n.Span.Empty() || nameless(doc, n.Name, surnames) {
			continue
		}
		if proper.Currency(doc, n.Span) || proper.Portfolio(doc, n.Span) {
			continue
		}
		n.Kind = kinds[fold(doc.At(n.Span))].kind
		if n.Kind == Person && proper.Storm(doc, n.Span) {
			n.Kind = Other
		}
		if schooled.meant(doc, n.Name) {
			n.Kind = Organization
		}
		out = append(out, n.Name)
	}
	return proper.AddAddresses(doc, addRepeats(doc, out, kinds))
}

// A verdict is what the mentions of one name say together.
type verdict struct {
	kind Kind
	best float64 // the largest score of a mention of that kind
}

// vote returns the verdict on each folded name.
func vote(
	doc *text.Text, names []Scored, surnames map[string]bool,
) map[string]verdict {
	sums := map[string]map[Kind]float64{}
	best := map[string]map[Kind]float64{}
	shown := map[string]string{} // as the name stands first
	for _, n := range names {
		name := doc.At(proper.Bare(doc, n.Span))
		folded := fold(name)
		if _, seen := shown[folded]; !seen {
			shown[folded] = name
		}
		if sums[folded] == nil {
			sums[folded], best[folded] = map[Kind]float64{}, map[Kind]float64{}
		}
		_, outlet := proper.OutletNoun(doc, n.Span)
		_, agency := proper.AgencyNoun(doc, n.Span)
		_, _, country := lexicon.CountryOf(name)
		outlet = outlet || proper.NewsName(name) && !surnames[folded]
		if n.Kind == Person && outlet || agency && !country {
			n.Kind, n.Score = Organization, 1
		}
		sums[folded][n.Kind] += n.Score
		best[folded][n.Kind] = max(best[folded][n.Kind], n.Score)
	}
	out := make(map[string]verdict, len(sums))
	for name, of := range sums {
		v := verdict{}
		for _, k := range allKinds {
			if of[k] > of[v.kind] {
				v = verdict{k, best[name][k]}
			}
		}
		if kind, ok := told(shown[name]); ok && v.best < unsure {
			v.kind = kind
		}
		if v.kind != Person && isPeople(shown[name]) {
			v.kind = Group
		}
		if b, known := lexicon.BodyOf(withoutArticle(shown[name])); known && !b.Common {
			v.kind = Organization
		}
		out[name] = v
	}
	return out
}

// schools are the places of a document that a school is named by, and where someone
// is "at" or "in" them.
type schools struct{ at, in map[string]bool }

func schoolsOf(doc *text.Text, names []Scored, kinds map[string]verdict) schools {
	s := schools{map[string]bool{}, map[string]bool{}}
	for _, n := range names {
		n.Span = proper.Bare(doc, n.Span)
		name, word := fold(doc.At(n.Span)), strings.ToLower(wordBefore(doc, n.Start))
		for _, noun := range []string{" school", " college"} {
			school := kinds[name+noun].kind == Organization
			s.at[name] = s.at[name] || word == "at" && school
		}
		s.in[name] = s.in[name] || word == "in" || word == "near" || word == "of"
	}
	return s
}

// meant reports whether a place names the school that one is at: "at Harrow",
// "Harrow boys" beside "Harrow School", where nobody is "in" the place.
func (s schools) meant(doc *text.Text, n Name) bool {
	name := fold(doc.At(n.Span))
	if n.Kind != Place || !s.at[name] || s.in[name] {
		return false
	}
	word := strings.ToLower(wordBefore(doc, n.Start))
	rest := doc.String()[n.End:min(doc.Len(), n.End+longestWord)]
	behind := proper.FirstWord(strings.TrimPrefix(rest, " "))
	plural := strings.HasSuffix(behind, "s") && behind == strings.ToLower(behind)
	return word == "at" || word == "to" || word == "from" || plural
}

var allKinds = [...]Kind{Person, Organization, Place, Group, Work, Other}

// lastWords returns the folded last words of names of two words and more.
func lastWords(doc *text.Text, names []Scored) map[string]bool {
	out := map[string]bool{}
	for _, n := range names {
		if words := strings.Fields(fold(doc.At(proper.Bare(doc, n.Span)))); len(words) > 1 {
			out[words[len(words)-1]] = true
		}
	}
	return out
}

// nameless reports whether a name's words name nobody: they have no capital
// letter, or are what only follows names, or a title alone that is no surname of
// the text: "Secretary", but not "King" beside "Rodney King".
func nameless(doc *text.Text, n Name, surnames map[string]bool) bool {
	name := doc.At(n.Span)
	word := fold(name)
	if strings.ToLower(name) == name && strings.ToUpper(name) != name || suffixes[word] {
		return true
	}
	actor := n.Kind == Person || n.Kind == Organization || n.Kind == Place
	if (actor || n.Kind == Group) && proper.Figures(name) { // "2012"
		return true
	}
	if _, state := lexicon.StateOf(name); state && n.Kind == Place { // "Miss."
		return false
	}
	return actor && titles[strings.TrimSuffix(word, ".")] && !surnames[word]
}

// suffixes are words that follow names and are none by themselves.
var suffixes = wordSet("inc inc. corp corp. co co. ltd ltd. llc plc jr jr. sr sr. qc sc kc mp obe phd et al")

// sure is the score from which a name is looked for in the rest of the text.
// Lower ones are often a capitalised word at the start of a sentence.
const sure = 0.8

// addRepeats adds the places where a name that was found surely stands again, or
// the name of a well-known body, letter for letter and as whole words, and no name
// was found.
func addRepeats(doc *text.Text, names []Name, kinds map[string]verdict) []Name {
	known := map[string][]string{} // by first word, longest first
	named := map[string]bool{}     // bodies
	for _, n := range names {
		words := doc.At(n.Span)
		if b, ok := lexicon.BodyOf(withoutArticle(words)); ok && !b.Common {
			named[b.Full] = true
		}
		if kinds[fold(words)].best < sure || !repeats(words) {
			continue
		}
		first := proper.FirstWord(words)
		if !slices.Contains(known[first], words) {
			known[first] = append(known[first], words)
		}
	}
	for _, of := range known {
		slices.SortFunc(of, func(a, b string) int { return len(b) - len(a) })
	}
	out := names
	next := 0 // the first name that does not end before the word
	proper.Words(doc.String(), func(word text.Span) {
		for next < len(names) && names[next].End <= word.Start {
			next++
		}
		limit := doc.Len()
		if next < len(names) {
			limit = names[next].Start
		}
		stands := func(name string) bool {
			at := text.Span{Start: word.Start, End: word.Start + len(name)}
			return at.End <= limit && doc.At(at) == name && proper.EndsWord(doc, at.End) && !follows(out[len(names):], at)
		}
		for _, name := range known[doc.At(word)] {
			if stands(name) {
				at := text.Span{Start: word.Start, End: word.Start + len(name)}
				out = append(out, Name{Span: at, Kind: kinds[fold(name)].kind})
				return
			}
		}
		for _, b := range lexicon.Bodies(doc.At(word)) {
			if (!b.Common || named[b.Full]) && stands(b.Name) {
				at := text.Span{Start: word.Start, End: word.Start + len(b.Name)}
				out = append(out, Name{Span: at, Kind: Organization})
				return
			}
		}
	})
	slices.SortFunc(out, func(a, b Name) int { return byStart(a.Span, b.Span) })
	return out
}

// follows reports whether the last name added reaches into a span.
func follows(added []Name, at text.Span) bool {
	return len(added) > 0 && added[len(added)-1].End > at.Start
}

// repeats reports whether a name can be told by its letters: it begins with a
// capital and is no short word that may be another one.
func repeats(name string) bool {
	first, _ := utf8.DecodeRuneInString(name)
	return unicode.IsUpper(first) && text.Characters(name) > 2 && !common[strings.ToLower(name)]
}

// common are words that are names and other things too.
var common = wordSet(`may will march april june august mark bill grant young
	house state senate congress party president court democrat democratic
	republican the in on and he she it they we i you`)
