package proper

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/language/text"
)

// styles are the titles that name someone together with a realm or see: "Prince of
// Wales". An office with a country ("President of France") is a role, and no name.
var styles = strings.Fields(`Archbishop Archduke Baron Baroness Bishop Count Countess
	Czar Duchess Duke Earl Emir Emperor Empress King Marquess Marquis Patriarch Prince
	Princess Protector Queen Shah Sultan Tsar Viscount`)

// Realm returns the realm that the name of someone by title ends with: of "Prince of
// Wales" the words "Wales".
func Realm(name string) (string, bool) {
	title, realm, ok := strings.Cut(name, " of ")
	if !ok || !slices.Contains(styles, lastOf(title)) {
		return "", false
	}
	for _, article := range realmArticles {
		realm = strings.TrimPrefix(realm, article)
	}
	return realm, realm != ""
}

var realmArticles = [...]string{"the ", "these ", "all "}

// Styled returns the name of someone by title and realm, of which s is the realm or
// all. Before another name they are its title: "Archbishop of Lund Ann Moe".
func Styled(doc *text.Text, s text.Span) (text.Span, bool) {
	if next, ok := strings.CutPrefix(doc.String()[s.End:], " "); ok {
		if first, _ := utf8.DecodeRuneInString(next); unicode.IsUpper(first) {
			return s, false
		}
	}
	if _, ok := Realm(doc.At(s)); ok {
		return s, true
	}
	before := doc.String()[max(0, s.Start-longestWord):s.Start]
	for _, article := range realmArticles {
		before = strings.TrimSuffix(before, article)
	}
	before, ok := strings.CutSuffix(before, " of ")
	title := lastOf(before)
	title = title[strings.LastIndexFunc(title, NotLetter)+1:]
	if !ok || !slices.Contains(styles, title) {
		return s, false
	}
	before = before[:len(before)-len(title)]
	count := lastOf(before)
	if ordinal(count) && strings.HasSuffix(before, count+" ") {
		title = count + " " + title
	}
	whole := doc.String()[:s.Start]
	return text.Span{Start: strings.LastIndex(whole, title+" of "), End: s.End}, true
}

// ordinal reports whether a word is an ordinal in figures: "2nd".
func ordinal(word string) bool {
	figures := strings.TrimRight(word, "stndrh")
	return figures != "" && figures != word &&
		strings.Trim(figures, "0123456789") == ""
}
