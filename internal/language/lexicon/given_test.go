package lexicon

import (
	"strings"
	"testing"
)

func TestGivenNamesTellHeFromShe(t *testing.T) {
	tests := []struct {
		word string
		want Gender
		ok   bool
	}{
		{"Mary", Female, true},
		{"JAMES", Male, true},
		{"Angela", Female, true},
		{"Ségolène", Female, true},
		{"Segolene", Female, true},
		{"Vladimir", Male, true},
		{"Recep", Male, true},
		{"Benyamin", Male, true},
		{"Mahmoud", Male, true},
		{"Geun-hye", Female, true},
		{"Shinzo", Male, true},
		{"Jean-Claude", Male, true},
		{"Anne-Sophie", Female, true},
		{"Jean-Kim", Either, true},
		{"Anne-Peter", Either, true},
		{"Kelly", Either, true},
		{"Andrea", Either, true},
		{"Nikita", Either, true},
		{"Ira", Either, true},
		{"IRA", Unknown, false},
		{"mary", Unknown, false},
		{"Xi", Unknown, false},
		{"Anne-Xyzzy", Unknown, false},
		{"Parliament", Unknown, false},
		{"", Unknown, false},
	}
	for _, tt := range tests {
		got, ok := GivenName(tt.word)
		if got != tt.want || ok != tt.ok {
			t.Errorf("GivenName(%q) = %q, %v, want %q, %v", tt.word, got, ok, tt.want, tt.ok)
		}
	}
}

func TestGivenNamesThatAreWordsAreKnown(t *testing.T) {
	const both = "Will Mark Grant May June April Virginia Georgia Carolina Austin " +
		"Jordan Chad Israel Paris London Sydney Washington Lincoln Florence " +
		"Charlotte Chelsea Kent Chase Drew Rich Rob Hope Faith Grace Joy Bill Pat " +
		"Frank Dean Earl Duke Major Judge King Prince Christian"
	for word := range strings.FieldsSeq(both) {
		if _, ok := GivenName(word); !ok || !GivenNameIsWord(word) {
			t.Errorf("%s is no given name or no word", word)
		}
	}
	for word := range strings.FieldsSeq("Mary Vladimir Mahmoud Parliament") {
		if GivenNameIsWord(word) {
			t.Errorf("%s is a given name that is a word", word)
		}
	}
}

func TestEachLineOfGivenNamesIsWellFormed(t *testing.T) {
	if !strings.Contains(givenList, "Sources: ") {
		t.Error("given.txt names no source")
	}
	seen := map[string]bool{}
	counts := map[string]int{}
	for line := range lines(givenList) {
		mark, names, ok := strings.Cut(line, ": ")
		if !ok || len(line) > 110 || !strings.Contains("f m b word", mark) {
			t.Errorf("torn line %q", line)
		}
		for name := range strings.FieldsSeq(names) {
			counts[mark]++
			key := strings.ToLower(name)
			if mark == wordMark && !seen[key] {
				t.Errorf("%s is a word but no given name before it", name)
			}
			if mark != wordMark && seen[key] {
				t.Errorf("%s has two genders", name)
			}
			seen[key] = true
			if _, ok := GivenName(name); !ok {
				t.Errorf("GivenName(%q) is not found", name)
			}
		}
	}
	for mark, least := range map[string]int{"f": 4000, "m": 4500, "b": 900, "word": 700} {
		if counts[mark] < least {
			t.Errorf("%d names of %s, want %d", counts[mark], mark, least)
		}
	}
}

func TestEveryGenderButUnknownHasAName(t *testing.T) {
	for g := Female; g <= Either; g++ {
		if g.String() == "" {
			t.Errorf("gender %d has no name", g)
		}
	}
	if Unknown.String() != "" {
		t.Errorf("Unknown is %q", Unknown.String())
	}
}

func BenchmarkReadGivenNames(b *testing.B) {
	for b.Loop() {
		readGivenNames()
	}
}
