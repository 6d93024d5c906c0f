package proper

import (
	"slices"
	"strings"

	"readout/internal/language/lexicon"
	"readout/internal/language/text"
)

// outlets are the nouns behind a name that is theirs and no person's: "the Maariv
// newspaper". bodies are those of others, which may also be called by the name of a
// person: "the Murdoch company".
var (
	outlets = strings.Fields(`newspaper tabloid magazine broadcaster website airline`)
	bodies  = strings.Fields(`network party group movement militia organization
		organisation company firm agency`)
)

// agencies are nouns for outlets that "the" need not lead to: "Interfax news
// agency".
var agencies = []string{"news agency", "news service", "newswire"}

// behind returns the noun of these behind a name that "the" leads to.
func behind(doc *text.Text, s text.Span, nouns []string) (string, bool) {
	before := lastOf(doc.String()[max(0, s.Start-longestWord):s.Start])
	rest, goesOn := strings.CutPrefix(doc.String()[s.End:], " ")
	noun := FirstWord(rest)
	goesOn = goesOn && strings.EqualFold(before, "the")
	return noun, goesOn && slices.Contains(nouns, noun)
}

// OutletNoun returns the noun of an outlet behind a name.
func OutletNoun(doc *text.Text, s text.Span) (string, bool) {
	if noun, ok := AgencyNoun(doc, s); ok {
		return noun, true
	}
	return behind(doc, s, outlets)
}

// AgencyNoun returns the noun of a news agency behind a name.
func AgencyNoun(doc *text.Text, s text.Span) (string, bool) {
	for _, noun := range agencies {
		end := s.End + len(" ") + len(noun)
		if strings.HasPrefix(doc.String()[s.End:], " "+noun) && EndsWord(doc, end) {
			return noun, true
		}
	}
	return "", false
}

// BodyNoun returns the noun behind a name that says what it is: "newspaper" in "the
// Maariv newspaper". "The UN agency" is another body than the UN, "the French
// company" than France.
func BodyNoun(doc *text.Text, s text.Span) (string, bool) {
	name := doc.At(s)
	_, ambiguous, country := lexicon.CountryOf(name)
	_, known := lexicon.BodyOf(name)
	if country && !ambiguous || known {
		return "", false
	}
	if noun, ok := OutletNoun(doc, s); ok {
		return noun, true
	}
	return behind(doc, s, bodies)
}
