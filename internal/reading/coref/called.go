package coref

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"readout/internal/language/lexicon"
	"readout/internal/language/text"
	"readout/internal/reading/mention"
)

// A calling is a place where a text calls an entity by a noun: "the Maariv
// newspaper", "President Bush", "Hamas, the militant group", "Education Ministry".
type calling struct {
	at     int // where the name begins
	entity int
}

// learnCallings collects what the entities are called by, in the order of the text.
func (r *resolver) learnCallings() {
	r.callings = map[string][]calling{}
	for _, n := range r.names {
		kind := r.in.Entities[n.entity].Kind
		if kind == mention.Place { // the next paragraph calls another city so
			continue
		}
		for _, noun := range callings(r.doc, n.Span, kind) {
			if all := r.callings[noun]; slices.Contains(nouns[noun], kind) {
				r.callings[noun] = append(all, calling{n.Start, n.entity})
			}
		}
	}
}

// mostCallings is how many times a noun called someone before a nominal count for it.
const mostCallings = 64

// called returns the entity that was last called by the noun of a nominal before
// it, and whether no other was.
func (r *resolver) called(w Word) (entity int, alone, ok bool) {
	if w.Pronoun() {
		return 0, false, false
	}
	all := r.callings[r.doc.At(w.Span)]
	byPlace := func(c calling, at int) int { return c.at - at }
	end, _ := slices.BinarySearchFunc(all, w.Start, byPlace)
	start, _ := slices.BinarySearchFunc(all, w.since, byPlace)
	if start >= end {
		return 0, false, false
	}
	start = max(start, end-mostCallings)
	last := all[end-1]
	others := func(c calling) bool { return c.entity != last.entity }
	return last.entity, !slices.ContainsFunc(all[start:end], others), true
}

// callings returns the nouns that a name is called by where it stands, in small
// letters. A noun right behind it is its own only where it is a body's: "the Greek
// city" is not Greece.
func callings(doc *text.Text, name text.Span, kind mention.Kind) []string {
	s := doc.String()
	before, after := s[max(0, name.Start-longestBefore):name.Start], s[name.End:]
	out := []string{lastWord(s[name.Start:name.End])}
	// "The candidate Trump endorsed" is somebody else.
	noun := lastWord(before)
	article := lastWord(strings.TrimSuffix(strings.TrimSuffix(before, " "), noun))
	if kind != mention.Person || !determiners[strings.ToLower(article)] && article != "a" {
		out = append(out, noun)
	}
	office, ok := strings.CutSuffix(before, " of "+noun+" ")
	if ok && lexicon.Portfolio(noun) { // "Secretary of State"
		out = append(out, lastWord(office))
	}
	if noun, ok := mention.BodyNoun(doc, name); ok && kind == mention.Organization {
		out = append(out, lastWord(noun)) // "the Maariv newspaper"
	}
	if noun, ok := apposed(after); ok {
		out = append(out, noun)
	}
	known := out[:0]
	for _, noun := range out {
		if noun = strings.ToLower(noun); nouns[noun] != nil {
			known = append(known, noun)
		}
	}
	return known
}

// longestBefore is how many bytes before a name are looked at, and longestAside how
// many behind the head of an apposition for the comma that closes it.
const longestBefore, longestAside = 64, 80

// longestApposition is how many words an apposition has at most up to its head.
const longestApposition = 6

// apposed returns the head of the apposition that a text begins with: ", the
// state-run oil company, said".
func apposed(after string) (string, bool) {
	rest, ok := strings.CutPrefix(after, ", ")
	if !ok || !articles[firstWord(rest)] {
		return "", false
	}
	for range longestApposition {
		word := firstWord(rest)
		rest = rest[len(word):]
		next, goesOn := strings.CutPrefix(rest, " ")
		ends := !goesOn || endsHead[firstWord(next)]
		switch {
		case word == "" || ends && nouns[word] == nil:
			return "", false
		case ends: // "Obama, the president of Iran called" is no apposition
			aside, _, _ := strings.Cut(rest[:min(len(rest), longestAside)], ". ")
			return word, !goesOn || strings.Contains(aside, ",")
		}
		rest = next
	}
	return "", false
}

// articles begin an apposition, and endsHead are words that stand behind its head.
var (
	articles = set("a an the")
	endsHead = set("of in for at on that which who whose based from with near and")
)

// firstWord returns the word that a text begins with, hyphens and all.
func firstWord(s string) string {
	end := strings.IndexFunc(s, func(r rune) bool { return !inWord(r) })
	if end < 0 {
		return s
	}
	return s[:end]
}

// lastWord returns the word that a text ends with; one space may stand behind it.
func lastWord(s string) string {
	s = strings.TrimSuffix(s, " ")
	start := strings.LastIndexFunc(s, func(r rune) bool { return !inWord(r) })
	if start < 0 {
		return s
	}
	_, size := utf8.DecodeRuneInString(s[start:])
	return s[start+size:]
}

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '-'
}
