package lexicon

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

// A RoleClass says what a noun for a person tells.
type RoleClass uint8

// The classes of nouns for people; the zero value is no such noun.
const (
	NoRole RoleClass = iota
	Rank             // stands right before a name: president, Sen.
	Office           // held in a body: chief executive
	Trade            // what somebody does: lawyer
	Bond             // no role: wife, friend, winner
)

var roleClasses = [...]string{"", "title", "post", "trade", "bond"}

// String returns the word that begins the class's lines in the list.
func (c RoleClass) String() string { return roleClasses[c] }

// A RoleNoun is a noun for a person, of one word or more.
type RoleNoun struct {
	Words  []string // in small letters, no stop at the end of a word
	Class  RoleClass
	Plural bool
	Common bool // a verb or an adjective too: host
	Given  bool // a given name or surname too: Judge
}

//go:embed roles.txt
var roleList string

var roleNouns = sync.OnceValue(readRoleNouns)

// RoleNouns returns the nouns that end in the word, the longest first. The word
// is in small letters. The slice is shared: it must not be changed.
func RoleNouns(last string) []RoleNoun { return roleNouns()[last] }

func readRoleNouns() map[string][]RoleNoun {
	byLast := make(map[string][]RoleNoun, len(roleList)/5)
	for line := range lines(roleList) {
		class, nouns, _ := strings.Cut(line, ":")
		c := RoleClass(max(0, slices.Index(roleClasses[:], class)))
		for noun := range strings.SplitSeq(nouns, ";") {
			one := readRoleNoun(strings.TrimSpace(noun), c)
			addRoleNoun(byLast, one)
			one.Words, one.Plural = pluralWords(one.Words), true
			addRoleNoun(byLast, one)
		}
	}
	return byLast
}

func readRoleNoun(noun string, class RoleClass) RoleNoun {
	noun, given := strings.CutSuffix(noun, "!")
	noun, common := strings.CutSuffix(noun, "?")
	return RoleNoun{Words: strings.Fields(noun), Class: class, Common: common, Given: given}
}

// addRoleNoun keeps the longer nouns first; of two that are equal the first of
// the list stays.
func addRoleNoun(byLast map[string][]RoleNoun, n RoleNoun) {
	last := n.Words[len(n.Words)-1]
	all := byLast[last]
	at := 0
	for ; at < len(all) && len(all[at].Words) >= len(n.Words); at++ {
		if slices.Equal(all[at].Words, n.Words) {
			return
		}
	}
	byLast[last] = slices.Insert(all, at, n)
}

// pluralWords makes the plural of a noun: of its first word where "of", "in" or
// "general" describes it.
func pluralWords(words []string) []string {
	out := slices.Clone(words)
	head := len(out) - 1
	if i := slices.IndexFunc(out, describesRole); i > 0 {
		head = i - 1
	}
	out[head] = plural(out[head])
	return out
}

func describesRole(w string) bool {
	return w == "of" || w == "in" || w == "general" || w == "pro"
}

func plural(w string) string {
	switch {
	case w == "wife" || w == "midwife":
		return strings.TrimSuffix(w, "fe") + "ves"
	case strings.HasSuffix(w, "man"):
		return strings.TrimSuffix(w, "an") + "en"
	case strings.HasSuffix(w, "person"):
		return strings.TrimSuffix(w, "rson") + "ople"
	case strings.HasSuffix(w, "ch") || strings.HasSuffix(w, "ss"):
		return w + "es"
	case strings.HasSuffix(w, "y") && !strings.HasSuffix(w, "ey") && !strings.HasSuffix(w, "oy"):
		return strings.TrimSuffix(w, "y") + "ies"
	}
	return w + "s"
}

// Portfolio reports whether words are what a secretary or minister may be of: "State",
// "homeland security". Case does not count.
func Portfolio(words string) bool { return portfolios[strings.ToLower(words)] }

var portfolios = func() map[string]bool {
	out := map[string]bool{}
	for part := range strings.SplitSeq(`state;labor;labour;defense;defence;education;energy;justice;
		commerce;interior;agriculture;treasury;transportation;transport;health;housing;finance;
		war;homeland security;national security;veterans affairs;foreign affairs;
		public security;health and human services;housing and urban development`, ";") {
		out[strings.TrimSpace(part)] = true
	}
	return out
}()
