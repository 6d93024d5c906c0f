package coref

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/language/lexicon"
	"readout/internal/language/text"
	"readout/internal/reading/mention"
)

// determiners begin a nominal that refers to what was named before.
var determiners = set("the this that")

// nouns are the heads of nominals that stand for someone or something named, with
// the kinds of names they may stand for.
var nouns = nounTable([]nounRow{
	{
		`president minister premier chancellor senator congressman congresswoman lawmaker
		legislator governor mayor candidate nominee spokesman spokeswoman spokesperson
		secretary ambassador diplomat leader chairman chairwoman chief director executive
		founder judge justice lawyer attorney prosecutor professor author writer journalist
		actor actress singer economist analyst scientist researcher officer official commander
		general king queen prince princess pope bishop businessman businesswoman billionaire
		mogul democrat republican politician activist doctor surgeon man woman boy girl teenager
		suspect defendant victim`,
		[]mention.Kind{mention.Person},
	},
	{
		`company firm bank agency party group organization organisation team network newspaper
		ministry court committee commission government administration campaign university
		college airline carrier manufacturer maker retailer union council department bureau
		institute foundation corporation`,
		[]mention.Kind{mention.Organization, mention.Place},
	},
	{
		`country nation city state town province island region kingdom republic`,
		[]mention.Kind{mention.Place},
	},
})

type nounRow struct {
	words string
	kinds []mention.Kind
}

func nounTable(rows []nounRow) map[string][]mention.Kind {
	out := map[string][]mention.Kind{}
	for _, r := range rows {
		for _, w := range strings.Fields(r.words) {
			out[w] = r.kinds
		}
	}
	return out
}

// longest is how many words a nominal has at most before its head.
const longest = 4

// nominal returns the nominal whose head is a word: a determiner, at most two
// words in small letters and the head, which nothing goes on with.
func nominal(s string, tokens []text.Span, i int) (Word, bool) {
	noun := s[tokens[i].Start:tokens[i].End]
	kinds, known := nouns[noun]
	end := i + portfolio(s, tokens, i)
	if !known || !closed(s, tokens, end) {
		return Word{}, false
	}
	for back := 1; back < longest && back <= i; back++ {
		t := tokens[i-back]
		word := s[t.Start:t.End]
		if strings.TrimLeft(s[t.End:tokens[i-back+1].Start], " ") != "" {
			return Word{}, false
		}
		if determiners[strings.ToLower(word)] {
			phrase := text.Span{Start: t.Start, End: tokens[end].End}
			return Word{Span: tokens[i], phrase: phrase, kinds: kinds, land: lands[noun]}, true
		}
		first, _ := utf8.DecodeRuneInString(word)
		if !unicode.IsLower(first) || word == "a" || word == "an" {
			return Word{}, false // "agreed that a president should"
		}
	}
	return Word{}, false
}

// portfolio returns how many tokens behind a noun belong to it: two where it is "the
// secretary of state", else none.
func portfolio(s string, tokens []text.Span, i int) int {
	noun := s[tokens[i].Start:tokens[i].End]
	if noun != "secretary" && noun != "minister" || i+2 >= len(tokens) {
		return 0
	}
	of := s[tokens[i].End:tokens[i+2].Start] == " of "
	if of && lexicon.Portfolio(s[tokens[i+2].Start:tokens[i+2].End]) {
		return 2
	}
	return 0
}

// unnamed reports whether a noun is of somebody who speaks and is not named here: "a
// State Department official said". "The official" behind it is no other.
func unnamed(s string, tokens []text.Span, i int) bool {
	if i+1 == len(tokens) || s[tokens[i].End:tokens[i+1].Start] != " " ||
		!lexicon.Reporting(s[tokens[i+1].Start:tokens[i+1].End]) {
		return false
	}
	for k := i - 1; k >= max(0, i-farBack); k-- {
		if s[tokens[k].End:tokens[k+1].Start] != " " {
			return false
		}
		switch strings.ToLower(s[tokens[k].Start:tokens[k].End]) {
		case "a", "an", "another", "one":
			return true
		case "the", "of", "to", "and":
			return false
		}
	}
	return false
}

// farBack is how many words an article may stand before its noun.
const farBack = 6

// closed reports whether the noun phrase ends with a word: no other head, name or
// complement goes on with it.
func closed(s string, tokens []text.Span, i int) bool {
	if i+1 == len(tokens) {
		return true
	}
	between := s[tokens[i].End:tokens[i+1].Start]
	if strings.TrimSpace(between) != "" {
		return !strings.HasPrefix(between, "-")
	}
	next := s[tokens[i+1].Start:tokens[i+1].End]
	first, _ := utf8.DecodeRuneInString(next)
	_, head := nouns[next]
	return unicode.IsLower(first) && !head && next != "of" && next != "for"
}

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}
