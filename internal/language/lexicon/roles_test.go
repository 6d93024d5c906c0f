package lexicon

import (
	"slices"
	"strings"
	"testing"
)

func TestEveryClassOfRolesHasNounsInSmallLetters(t *testing.T) {
	if !strings.Contains(roleList, "Source: ") {
		t.Error("roles.txt names no source")
	}
	seen := map[string]bool{}
	for line := range lines(roleList) {
		class, _, ok := strings.Cut(line, ": ")
		seen[class] = ok
		if !slices.Contains(roleClasses[1:], class) || line != strings.ToLower(line) {
			t.Errorf("no class, or capital letters, in %q", line)
		}
	}
	for c := Rank; c <= Bond; c++ {
		if !seen[c.String()] {
			t.Errorf("no nouns of class %s", c)
		}
	}
}

func TestNoNounOfRolesIsEmptyOrTorn(t *testing.T) {
	for line := range lines(roleList) {
		_, nouns, _ := strings.Cut(line, ": ")
		for noun := range strings.SplitSeq(nouns, ";") {
			if noun = strings.TrimSpace(noun); noun == "" || strings.Contains(noun, "  ") {
				t.Errorf("an empty or torn noun in %q", line)
			}
		}
	}
}

func TestRoleNounsAreFoundByTheirLastWord(t *testing.T) {
	for _, c := range []struct {
		last, noun string
		want       RoleClass
		plural     bool
	}{
		{"sen", "sen", Rank, false},
		{"sens", "sens", Rank, true},
		{"general", "attorney general", Rank, false},
		{"general", "attorneys general", Rank, true},
		{"staff", "chiefs of staff", Office, true},
		{"congressmen", "congressmen", Rank, true},
		{"spokespeople", "spokespeople", Rank, true},
		{"deputies", "deputies", Office, true},
		{"attorneys", "attorneys", Office, true},
		{"coaches", "coaches", Trade, true},
		{"wives", "wives", Bond, true},
		{"chairman", "chairman", Rank, false},
		{"walked", "walked", NoRole, false},
	} {
		got := RoleNoun{}
		for _, n := range RoleNouns(c.last) {
			if strings.Join(n.Words, " ") == c.noun {
				got = n
			}
		}
		if got.Class != c.want || got.Plural != c.plural {
			t.Errorf("%s: %s, plural %v; want %s, %v", c.noun, got.Class, got.Plural, c.want, c.plural)
		}
	}
}

func TestLongerRoleNounsStandFirst(t *testing.T) {
	for last, all := range roleNouns() {
		if !slices.IsSortedFunc(all, func(a, b RoleNoun) int { return len(b.Words) - len(a.Words) }) {
			t.Errorf("the nouns that end in %q are not the longest first", last)
		}
	}
}

func TestMarksOfRoleNounsAreRead(t *testing.T) {
	for _, c := range []struct {
		noun          string
		common, given bool
	}{{"host", true, false}, {"dean", true, true}, {"baker", false, true}, {"lawyer", false, false}} {
		all := RoleNouns(c.noun)
		n := all[len(all)-1]
		if n.Common != c.common || n.Given != c.given {
			t.Errorf("%s: %+v", c.noun, n)
		}
	}
}

func TestNoRoleNounStandsTwice(t *testing.T) {
	seen := map[string]bool{}
	for line := range lines(roleList) {
		_, nouns, _ := strings.Cut(line, ": ")
		for noun := range strings.SplitSeq(nouns, "; ") {
			if noun = strings.TrimRight(noun, "?!"); seen[noun] {
				t.Errorf("%s stands twice", noun)
			}
			seen[noun] = true
		}
	}
}

func TestSecretariesHavePortfolios(t *testing.T) {
	for words, want := range map[string]bool{"State": true, "homeland security": true, "Israel": false, "": false} {
		if got := Portfolio(words); got != want {
			t.Errorf("Portfolio(%q) = %v, want %v", words, got, want)
		}
	}
}
