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
var styles = strings.Fields(`Archbishop Archduke Baron Baroness Bishop Countess Czar
	Duchess Duke Earl Emir Emperor Empress King Marquess Marquis Patriarch Prince
	Princess Protector Queen Shah Sultan Tsar Viscount`)

// ranks stand before a style as part of it.
var ranks = strings.Fields("Crown Grand")

// towns are places that are named like someone.
var towns = strings.Fields("Prussia")

// IsStyle reports whether words are a title that goes with a realm, and no more:
// "Prince", "the Crown Prince", "2nd Earl".
func IsStyle(words string) bool {
	all := strings.Fields(words)
	if len(all) > 1 && strings.EqualFold(all[0], "the") {
		all = all[1:]
	}
	if len(all) > 1 && (slices.Contains(ranks, all[0]) || ordinal(all[0])) {
		all = all[1:]
	}
	return len(all) == 1 && slices.Contains(styles, all[0])
}

// Realm returns the realm that the name of someone by title ends with: of "Prince of
// Wales" the words "Wales".
func Realm(name string) (string, bool) {
	title, realm, ok := strings.Cut(name, " of ")
	realm = realm[articleOf(realm):]
	return realm, ok && realm != "" && IsStyle(title) && !slices.Contains(towns, realm)
}

// articleOf returns the length of the article that a realm begins with.
func articleOf(realm string) int {
	for _, article := range []string{"all the ", "the ", "these ", "all "} {
		if strings.HasPrefix(realm, article) {
			return len(article)
		}
	}
	return 0
}

// Styled returns the name of someone by title and realm, of which s is the realm or
// all. Before another name they are its title: "Archbishop of Lund Ann Moe". Behind
// one, the title may be a surname: "Larry King of Ohio".
func Styled(doc *text.Text, s text.Span) (text.Span, bool) {
	if next, ok := strings.CutPrefix(doc.String()[s.End:], " "); ok {
		if first, _ := utf8.DecodeRuneInString(next); unicode.IsUpper(first) {
			return s, false
		}
	}
	whole := s
	if _, ok := Realm(doc.At(s)); !ok {
		before := doc.String()[max(0, s.Start-longestWord):s.Start]
		of := strings.LastIndex(before, " of ")
		if of < 0 || articleOf(before[of+len(" of "):]+"X") != len(before)-of-len(" of ") {
			return s, false
		}
		title := lastLetters(before[:of])
		whole.Start = s.Start - len(before) + of - len(title)
		if _, ok := Realm(doc.At(whole)); !ok {
			return s, false
		}
	}
	before := strings.TrimSuffix(doc.String()[max(0, whole.Start-longestWord):whole.Start], " ")
	word := lastLetters(before)
	if ordinal(word) || slices.Contains(ranks, word) {
		whole.Start -= len(word) + len(" ")
		word = lastLetters(strings.TrimSuffix(before[:len(before)-len(word)], " "))
	}
	first, _ := utf8.DecodeRuneInString(word)
	return whole, !unicode.IsUpper(first) || strings.EqualFold(word, "the")
}

// Apposed returns where the name begins that a title stands beside, between signs,
// or -1: "Ann, the Queen of Lund, left". The map tells where names begin, by where
// they end. With an article the title may be of a list, or begin the clause behind
// "After talks with Ann,".
func Apposed(doc *text.Text, title text.Span, starts map[int]int) int {
	before := doc.String()[:title.Start]
	bare := strings.TrimSuffix(before, "the ")
	after := doc.String()[title.End:]
	sign, _ := utf8.DecodeRuneInString(after)
	closed := after == "" || strings.ContainsRune(",.;)\n\"”", sign)
	end := len(bare) - len(", ")
	start, named := starts[end]
	if !strings.HasSuffix(bare, ", ") || !closed || !named {
		return -1
	}
	article := len(bare) < len(before)
	if next, goesOn := strings.CutPrefix(after, ", "); article && goesOn {
		first, _ := utf8.DecodeRuneInString(next)
		list := strings.HasPrefix(next, "and ") || strings.HasPrefix(next, "the ")
		word := strings.ToLower(lastOf(doc.String()[max(0, start-longestWord):start]))
		if list || unicode.IsUpper(first) || slices.Contains(prepositions, word) {
			return -1
		}
	}
	return start
}

// Introduced returns where the name begins that a title at the head of its sentence
// introduces, or -1: "The Archbishop of Lund, Ann Moe, said". The map tells where
// names end, by where they begin.
func Introduced(doc *text.Text, title text.Span, ends map[int]int) int {
	start := title.End + len(", ")
	end, named := ends[start]
	if !named || doc.At(text.Span{Start: title.End, End: start}) != ", " ||
		lastLetters(strings.TrimSuffix(doc.String()[:title.Start], " ")) != "The" {
		return -1
	}
	next, goesOn := strings.CutPrefix(doc.String()[end:], ", ")
	first, _ := utf8.DecodeRuneInString(next)
	if !goesOn || !unicode.IsLower(first) || strings.HasPrefix(next, "and ") {
		return -1
	}
	return start
}

// prepositions stand before names beside which no title with an article stands.
var prepositions = strings.Fields(`with to of for from by at on in after before
	against and`)

// lastLetters returns the letters and figures that a text ends with.
func lastLetters(s string) string {
	return s[len(strings.TrimRightFunc(s, func(r rune) bool { return !NotLetter(r) })):]
}

// ordinal reports whether a word is an ordinal in figures: "2nd".
func ordinal(word string) bool {
	figures := strings.TrimRight(word, "stndrh")
	return figures != "" && figures != word &&
		strings.Trim(figures, "0123456789") == ""
}
