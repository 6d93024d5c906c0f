package byline

import (
	"regexp"
	"strings"
	"unicode"
)

// Outlet returns the name of the outlet of a page, by what its site is called
// and who is said to publish it; either may be empty. The site tells it: who
// publishes is often the agency that wrote the article, the owner of the outlet
// or a program. The publisher is believed where the site's name is one of
// machines or of any site, and says nothing but that or the same.
func Outlet(site, publisher string) string {
	name, _, _ := strings.Cut(site, " | ") // what follows praises it
	bare := letters(name)
	switch {
	case bare == "" || anySite[bare]:
		return publisher
	case publisher == "":
		return name
	case hostName.MatchString(name), bare == letters(publisher), bare == initials(publisher):
		return publisher
	}
	return name
}

// anySite are the names, one example each, that say what kind of site it is:
// of an agency's clients, a page, a part of an outlet's site, a program.
var anySite = map[string]bool{
	"hosted": true, "home": true, "website": true, "blog": true, "news": true, "wordpress": true,
}

var (
	hostName = regexp.MustCompile(`^[\p{Ll}\d-]+(\.[\p{Ll}\d-]+)+$`)
	domain   = regexp.MustCompile(`(\.\p{L}{2,3})+$`)
)

// letters returns what tells a name from others: its letters and digits, without
// "The" before and a domain behind.
func letters(name string) string {
	name = strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, domain.ReplaceAllString(name, ""))
	return strings.TrimPrefix(name, "the") // also of "TheHill"
}

// initials returns the first letter of each word, but for "The".
func initials(name string) string {
	var first []rune
	for word := range strings.FieldsSeq(strings.ToLower(name)) {
		if word != "the" {
			first = append(first, []rune(word)[0])
		}
	}
	return string(first)
}

// outletName is how names of outlets are written.
var outletName = regexp.MustCompile(`^(?:The )?(?:\p{Lu}[\p{L}.&'’-]*(?: |$)(?:(?:of|the|and) )?){1,6}$`)

// outletWords end the names of newspapers, agencies and broadcasters.
var outletWords = wordSet("times post news press herald tribune journal gazette guardian telegraph " +
	"chronicle mail mirror observer standard globe star sun independent inquirer examiner today " +
	"review daily agency wire wikinews reuters ap afp bbc cnn npr pbs abc cbs nbc upi tass xinhua " +
	"interfax kommersant politico bloomberg axios vox slate economist spiegel monde figaro pais " +
	"jazeera post-gazette sentinel dispatch courier register republic bulletin monitor")

// personWords are those of them that are names of people too; agencies are the
// names in which they are not.
var personWords = wordSet("bloomberg courier herald monde pais post press slate spiegel star sun tass vox wire")

var agencies = map[string]bool{"associated press": true, "canadian press": true}

func wordSet(words string) map[string]bool {
	set := make(map[string]bool)
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

// IsOutlet tells a line that is the name of an outlet and nothing else.
func IsOutlet(line string) bool {
	if !outletName.MatchString(line) {
		return false
	}
	fields := strings.Fields(strings.ToLower(line))
	return outletWords[fields[len(fields)-1]] || outletWords[fields[0]] && len(fields) <= 2
}

// mayBePerson tells the name of an outlet that may be that of somebody: "Michael
// Bloomberg".
func mayBePerson(name string) bool {
	fields := strings.Fields(strings.ToLower(name))
	return len(fields) > 1 && fields[0] != "the" && !agencies[strings.Join(fields, " ")] &&
		(personWords[fields[0]] || personWords[fields[len(fields)-1]])
}
