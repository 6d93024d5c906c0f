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
