package mention

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"readout/internal/language/lexicon"
	"readout/internal/language/text"
	"readout/internal/reading/mention/proper"
)

// countryKey returns what all names of a country share, and whether a name is one
// of them: "U.S." and "United States", and a demonym that modifies a noun ("the
// Afghan team"). A name that may be something else too counts only as a place.
func countryKey(doc *text.Text, n Name) (string, bool) {
	name := withoutArticle(doc.At(n.Span))
	c, ambiguous, ok := lexicon.CountryOf(name)
	state, short := lexicon.StateOf(name)
	city, _, district := strings.Cut(name, ", ")
	switch {
	case short:
		return fold(state), n.Kind == Place
	case district && ok: // "Washington, D.C."
		return fold(city), n.Kind == Place
	case !ok || c.Part:
		return "", false
	case c.Sense == lexicon.Name:
		return "country " + c.Code, n.Kind == Place || n.Kind == Organization && !ambiguous
	case c.Sense == lexicon.Demonym && !ambiguous:
		return "country " + c.Code, n.Kind != Person && (modifies(doc, n.Span) || predicates(doc, n))
	}
	return "", false
}

// realmKey returns what all names of a realm share: "U. S." and "United States".
func realmKey(realm string) string {
	c, _, ok := lexicon.CountryOf(strings.ReplaceAll(realm, ". ", "."))
	if ok && !c.Part && c.Sense == lexicon.Name {
		return c.Code
	}
	return fold(realm)
}

// Country returns the ISO 3166-1 alpha-3 code of the country that an entity is or
// belongs to by its name, or "".
func (e Entity) Country() string {
	c, ambiguous, ok := lexicon.CountryOf(withoutArticle(e.Name))
	if !ok || e.Kind == Person || e.Kind == Work || ambiguous && e.Kind != Place {
		return ""
	}
	if c.Sense == lexicon.Capital && e.Kind != Place {
		return ""
	}
	region, err := language.ParseRegion(c.Code)
	if err != nil {
		return ""
	}
	return region.ISO3()
}

func withoutArticle(name string) string {
	if rest, ok := strings.CutPrefix(name, "the "); ok {
		return rest
	}
	return strings.TrimPrefix(name, "The ")
}

// verbs are words that show that a demonym before them is a noun.
var verbs = wordSet(`is are was were be been has have had will would can could may might
	must should do does did say says said and or but who to in on at of for with by from as`)

// longestWord is how many bytes behind a name are looked at.
const longestWord = 64

// modifies reports whether a name stands right before a noun or another name.
func modifies(doc *text.Text, s text.Span) bool {
	rest := doc.String()[s.End:min(doc.Len(), s.End+longestWord)]
	after := strings.TrimLeft(rest, " ")
	first, _ := utf8.DecodeRuneInString(after)
	if len(after) == len(rest) || !unicode.IsLetter(first) {
		return false
	}
	return !verbs[strings.ToLower(strings.FieldsFunc(after, proper.NotLetter)[0])]
}

// forms are words before a demonym that says what someone or something is.
var forms = wordSet(`is are was were be been being became ethnically partly originally`)

// predicates reports whether a demonym, which the model takes for a place, is what
// someone is said to be.
func predicates(doc *text.Text, n Name) bool {
	before := strings.TrimRight(doc.String()[max(0, n.Start-longestWord):n.Start], " ")
	words := strings.Fields(before)
	return n.Kind == Place && len(words) > 0 && forms[strings.ToLower(words[len(words)-1])]
}

// IsDemonym reports whether a name is the adjective of a country: "Ecuadorean".
func IsDemonym(name string) bool {
	c, _, ok := lexicon.CountryOf(name)
	return ok && c.Sense == lexicon.Demonym
}
