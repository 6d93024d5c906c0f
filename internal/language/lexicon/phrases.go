package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

// A WordList is a set of the lists of phrases.txt, one bit a list.
type WordList uint32

// The lists; the comment shows a word of each or says what it is for.
const (
	Determiner       WordList = 1 << iota // the, a, several
	Conjunction                           // and, or
	Preposition                           // of, by
	GroupEnd                              // a noun group has ended before it
	Participle                            // an irregular one: seen
	LikeVerb                              // looks like a participle or adverb but is a noun or adjective
	Modifier                              // stands before a noun: recent
	DocumentNoun                          // a text or collection of facts: report
	PersonNoun                            // spokesman
	MannerNoun                            // after "according to", says how: ability
	MediaNoun                             // what an outlet is: newspaper
	MediaWord                             // may stand between an article and an outlet
	HostNoun                              // who asks or writes for an outlet
	OutletEnding                          // the last word of an outlet's name: Gazette
	ProgrammeEnding                       // the last word of a programme: Show
	PostNoun                              // tweet
	PageNoun                              // where one posts: blog
	Telling                               // what an outlet does: reported
	TellingNow                            // the same after "is" and "with": reporting
	DocumentVerb                          // what a document does besides: gave
	HostTrade                             // who asks the guests of a programme: host
	NotAired                              // before "on CNN", says that it is no place of saying: ads
	Saying                                // what one who posts does: wrote
	Appearing                             // what one on the air does: appeared
	BeforeVerb                            // between a subject and its verb: has
	BeforeParticiple                      // first (reported)
	NoSubject                             // before an outlet that is no subject
	NoCallSign                            // four letters that are no station
	Domain                                // the end of a web address
	Institution                           // in the name of a body that is no outlet: ministry
)

var wordLists = [...]string{
	"determiner", "conjunction", "preposition", "groupend", "participle",
	"likeverb", "modifier", "documentnoun", "personnoun", "mannernoun",
	"medianoun", "mediaword", "hostnoun", "outletending", "programmeending",
	"postnoun", "pagenoun", "telling", "tellingnow", "documentverb", "hosttrade",
	"notaired", "saying", "appearing", "beforeverb",
	"beforeparticiple", "nosubject", "nocallsign", "domain",
	"institution",
}

//go:embed phrases.txt
var phraseList string

var phrases = sync.OnceValue(readPhrases)

// In reports whether the word, in small letters, stands in one of the lists.
func In(word string, lists WordList) bool { return phrases()[word]&lists != 0 }

func readPhrases() map[string]WordList {
	found := map[string]WordList{}
	for line := range lines(phraseList) {
		name, words, _ := strings.Cut(line, ":")
		for i, list := range wordLists {
			if list != name {
				continue
			}
			for _, w := range strings.Fields(words) {
				found[w] |= 1 << i
			}
		}
	}
	return found
}
