package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/abadojack/whatlanggo"
	"golang.org/x/text/language"
)

// undetermined is the BCP 47 code of a language that cannot be told.
const undetermined = "und"

// languagePart is how much of a text is looked at to tell its language, in
// bytes; more does not change the answer.
const languagePart = 16 << 10

// minLanguage is the fewest bytes of text whose language is told from its
// letters alone. Shorter texts keep the language that their page declares.
const minLanguage = 80

// TellLanguage sets the language to that of the text, or to the one declared
// where the text is too short or unclear, and warns when it is not English.
func (d *Document) TellLanguage() {
	declared := baseLanguage(d.Language)
	d.Language = declared
	if found, english := detect(d.Text); found != undetermined && !(declared == "en" && english) {
		d.Language = found
	}
	switch {
	case strings.TrimSpace(d.Text) == "":
		return // nothing to warn of
	case d.Language == undetermined:
		d.warn("the language of the text cannot be told; it is read as English")
	case d.Language != "en":
		d.warn("the text is in the language %q; it is read as English, so expect little", d.Language)
	}
}

// englishWords are frequent in English and rare in the languages that share
// its letters.
var englishWords = wordSet("the and of to that said with for from by his her they their have has had " +
	"this been would will which who were are but not it you your")

// Shares of those words. Running English has 25 to 40 %; results, recipes and
// lists have down to 2 %; other languages have less, and may not be overruled
// by a page that declares itself English.
const (
	minEnglish   = 0.08 // the text is English
	maybeEnglish = 0.02 // it is if its page says so
)

// detect tells the language of a text from its frequent words if it is
// English, else from its letters: trigrams alone call one English news text in
// three unclear. It also tells whether the text may be English.
func detect(s string) (code string, english bool) {
	part := s[:min(len(s), languagePart)]
	for !utf8.ValidString(part) {
		part = part[:len(part)-1] // a character cut in two
	}
	if len(strings.TrimSpace(part)) < minLanguage {
		return undetermined, false
	}
	all, frequent := 0, 0
	for w := range strings.FieldsFuncSeq(strings.ToLower(part), notLetter) {
		all++
		if englishWords[w] {
			frequent++
		}
	}
	if float64(frequent) > minEnglish*float64(all) {
		return "en", true
	}
	english = float64(frequent) > maybeEnglish*float64(all)
	info := whatlanggo.Detect(part)
	if !info.IsReliable() || info.Lang == whatlanggo.Eng {
		return undetermined, english
	}
	return baseLanguage(info.Lang.Iso6391()), english
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }

// baseLanguage is the shortest code of the language of a tag: "en" for
// "en-US", "eng" and "en_GB".
func baseLanguage(tag string) string {
	parsed, err := language.Parse(strings.ReplaceAll(strings.TrimSpace(tag), "_", "-"))
	if err != nil {
		return undetermined
	}
	base, _ := parsed.Base()
	return base.String()
}

func wordSet(words string) map[string]bool {
	set := make(map[string]bool)
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}
