package lexicon

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// A Gender says who bears a given name.
type Gender uint8

// The genders; the zero value is not known.
const (
	Unknown Gender = iota
	Female         // at least 95 % of the bearers are women
	Male           // at least 95 % are men
	Either         // both, or women in one country and men in another
)

var genders = [...]string{"", "female", "male", "either"}

// String returns the gender in small letters, nothing for Unknown.
func (g Gender) String() string { return genders[g] }

// genderMarks begin the lines of the list; wordMark begins those that name
// again what is often something else.
var genderMarks = [...]string{Female: "f", Male: "m", Either: "b"}

const wordMark = "word"

type givenEntry struct {
	gender Gender
	word   bool
}

//go:embed given.txt
var givenList string

var givenNames = sync.OnceValue(readGivenNames)

// GivenName returns the gender of a given name, and whether the word is one. It
// must begin with a capital; the case of the other letters does not count, but
// two or three capitals are initials and no name: IRA. A name with hyphens that
// the list does not hold is one if its parts are, all with the same gender or
// some with either: Anne-Sophie.
func GivenName(word string) (Gender, bool) {
	first, _ := utf8.DecodeRuneInString(word)
	if !unicode.IsUpper(first) || initials(word) {
		return Unknown, false
	}
	if e, ok := givenNames()[strings.ToLower(word)]; ok {
		return e.gender, true
	}
	if !strings.Contains(word, "-") {
		return Unknown, false
	}
	return compoundName(word)
}

// GivenNameIsWord reports whether the word is a given name that is often
// something else too: a word, a month, a place, a family name. Case does not
// count.
func GivenNameIsWord(word string) bool {
	return givenNames()[strings.ToLower(word)].word
}

// initials reports whether the word has fewer than leastCapitals letters, two
// at the least, that are all capitals.
func initials(word string) bool {
	n := utf8.RuneCountInString(word)
	return n > 1 && n < leastCapitals && word == strings.ToUpper(word)
}

func compoundName(word string) (Gender, bool) {
	all := Either
	for part := range strings.SplitSeq(strings.ToLower(word), "-") {
		e, ok := givenNames()[part]
		if !ok {
			return Unknown, false
		}
		switch {
		case e.gender == Either || e.gender == all:
		case all == Either:
			all = e.gender
		default: // Anne-Pierre
			return Either, true
		}
	}
	return all, true
}

// bytesOfAName is what a name of the list takes on average, with its space.
const bytesOfAName = 8

func readGivenNames() map[string]givenEntry {
	found := make(map[string]givenEntry, len(givenList)/bytesOfAName)
	for line := range lines(givenList) {
		mark, names, _ := strings.Cut(line, ":")
		gender := Gender(max(0, slices.Index(genderMarks[:], mark)))
		for name := range strings.FieldsSeq(strings.ToLower(names)) {
			e := givenEntry{gender: gender}
			if mark == wordMark {
				e = givenEntry{gender: found[name].gender, word: true}
			}
			found[name] = e
		}
	}
	return found
}
