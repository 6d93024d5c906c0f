package mention

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/language/lexicon"
	"readout/internal/language/text"
	"readout/internal/reading/mention/proper"
)

// headKinds are the nouns at the head of names that tell what is named.
var headKinds = kindTable([]kindRow{
	{Organization, `university college academy institute institution party ministry department
		agency committee commission council authority bureau association federation foundation
		society union league club inc corp corporation company co ltd llc plc bank airlines
		airways press magazine weekly news gazette tribune herald army navy police church
		congress parliament senate assembly court tribunal office board group trust fund
		coalition alliance brigade guard corps hospital`},
	{Work, `act amendment constitution bible koran quran`},
	{Other, `war award awards prize medal olympics cup championship championships tournament`},
	{Place, `street avenue ave road boulevard lane highway turnpike expressway bridge river
		lake bay sea ocean gulf strait island islands peninsula mountain mountains valley
		desert beach park square airport station county province city town village district
		hotel cemetery stadium palace mosque`},
})

type kindRow struct {
	kind  Kind
	words string
}

func kindTable(rows []kindRow) map[string]Kind {
	out := map[string]Kind{}
	for _, r := range rows {
		for _, w := range strings.Fields(r.words) {
			out[w] = r.kind
		}
	}
	return out
}

// peoples are the nouns for people of a party, a faith or an origin. Those of a
// country are in the lexicon.
var peoples = wordSet(`Democrats Republicans Liberals Conservatives Progressives Libertarians
	Independents Tories Socialists Communists Muslims Jews Christians Catholics Protestants
	Evangelicals Mormons Hindus Sikhs Buddhists Sunnis Shiites Atheists Latinos Latinas Latino
	Latina Hispanics Hispanic Arabs Kurds Africans Asians Europeans Tamils Tutsis Hutus
	Pashtuns Uighurs Uyghurs Rohingya Roma`)

// isPeople reports whether the last word of a name is a noun for people: "Muslims",
// "Russians", "Cuban-Americans". "Cuban-American" tells of people wherever it stands.
func isPeople(name string) bool {
	if strings.HasSuffix(name, "-American") {
		return true
	}
	word := name[strings.LastIndexAny(name, " \n-")+1:]
	c, ambiguous, known := lexicon.CountryOf(word)
	people := known && c.Sense == lexicon.People && (!ambiguous || word == name)
	return people || peoples[word] // "Houston Texans" are a team
}

// unsure is the score below which the words of a name count more than what the
// model takes it for.
const unsure = 0.9

// told returns the kind that the words of a name tell: that of its head noun, or
// a person when a given name leads it. It reports false when they tell nothing.
func told(name string) (Kind, bool) {
	words := strings.Fields(name)
	if len(words) < 2 {
		return "", false
	}
	if kind, known := headKinds[strings.ToLower(strings.TrimRight(headWord(words), ".,"))]; known {
		return kind, true
	}
	if len(words) <= 4 && personal(words) {
		return Person, true
	}
	return "", false
}

// BodyNoun returns the noun behind a name that says what it is: "newspaper" in "the
// Maariv newspaper".
func BodyNoun(doc *text.Text, s text.Span) (string, bool) {
	return proper.BodyNoun(doc, s)
}

// headWord returns the word before "of", or else the last one.
func headWord(words []string) string {
	for i, w := range words {
		if w == "of" && i > 0 {
			return words[i-1]
		}
	}
	return words[len(words)-1]
}

// personal reports whether words are a given name and names after it.
func personal(words []string) bool {
	if _, known := lexicon.GivenName(words[0]); !known || lexicon.GivenNameIsWord(words[0]) {
		return false
	}
	for _, w := range words[1:] {
		first, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(first) && !particles[w] {
			return false
		}
	}
	_, _, country := lexicon.CountryOf(words[len(words)-1])
	return !country
}

// particles are the small words inside names of people.
var particles = wordSet("de la von van der den du al el bin ben da dos di")
