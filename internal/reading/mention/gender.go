package mention

import (
	"strings"
	"unicode"

	"readout/internal/language/lexicon"
	"readout/internal/language/text"
	"readout/internal/reading/mention/proper"
)

// genderOfTitle is of the words before a name that tell men from women.
var genderOfTitle = titleTable([]titleRow{
	{lexicon.Male, `mr mister sir lord king prince emperor duke earl baron count father brother
		congressman spokesman chairman businessman councilman assemblyman sheikh pope actor`},
	{lexicon.Female, `mrs ms miss madam madame lady dame queen princess empress duchess countess
		baroness sister congresswoman spokeswoman chairwoman businesswoman councilwoman
		assemblywoman actress`},
})

type titleRow struct {
	gender lexicon.Gender
	words  string
}

func titleTable(rows []titleRow) map[string]lexicon.Gender {
	out := map[string]lexicon.Gender{}
	for _, r := range rows {
		for _, w := range strings.Fields(r.words) {
			out[w] = r.gender
		}
	}
	return out
}

// title returns the gender that a title tells, before a name or at its start.
func (g *gathering) title(name text.Span) (lexicon.Gender, bool) {
	for _, w := range []string{wordBefore(g.doc, name.Start), proper.FirstWord(g.doc.At(name))} {
		if gender, ok := genderOfTitle[strings.ToLower(w)]; ok {
			return gender, true
		}
	}
	return lexicon.Unknown, false
}

// givenGender returns the gender of the given name that a name begins with.
func givenGender(name string) lexicon.Gender {
	words := strings.Fields(name)
	for len(words) > 1 && titles[strings.ToLower(strings.TrimSuffix(words[0], "."))] {
		words = words[1:]
	}
	gender, _ := lexicon.GivenName(words[0])
	return gender
}

// wordBefore returns the word right before a place; a full stop may stand between
// them if it is that of "Mr.", "Mrs." or "Ms.".
func wordBefore(doc *text.Text, at int) string {
	s := strings.TrimRight(doc.String()[max(0, at-40):at], " \u00a0")
	stopped := strings.HasSuffix(s, ".")
	s = strings.TrimSuffix(s, ".")
	if i := strings.LastIndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }); i >= 0 {
		s = s[i+1:]
	}
	if stopped && s != "Mr" && s != "Mrs" && s != "Ms" {
		return ""
	}
	return s
}
