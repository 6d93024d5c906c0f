package lexicon

import (
	"strings"
	"testing"
)

func TestAbbreviationsAreFoundInTheirClasses(t *testing.T) {
	tests := []struct {
		word string
		want [2]Class
	}{
		{"Mr", [2]Class{Title}},
		{"SEN", [2]Class{Title}},
		{"Sept", [2]Class{Number}},
		{"e.g", [2]Class{Inside}},
		{"U.S", [2]Class{End}},
		{"Sec", [2]Class{Number, Title}},
		{"house", [2]Class{}},
	}
	for _, tt := range tests {
		first, second := Abbreviation(tt.word)
		if got := [2]Class{first, second}; got != tt.want {
			t.Errorf("Abbreviation(%q) = %v, want %v", tt.word, got, tt.want)
		}
	}
}

func TestStartersAndReportingVerbsIgnoreCase(t *testing.T) {
	if !Starter("The") || !Starter("it’s") || Starter("Prague") {
		t.Error("Starter is wrong on the, it’s or Prague")
	}
	if !Reporting("asked") || Reporting("walked") {
		t.Error("Reporting is wrong on asked or walked")
	}
}

func TestEveryListNamesItsSourceAndKeepsSmallLetters(t *testing.T) {
	for _, list := range []string{abbreviationList, starterList, reportingList, calendarList} {
		if !strings.Contains(list, "Source: ") {
			t.Errorf("no source in %.40q", list)
		}
		for line := range lines(list) {
			if line != strings.ToLower(line) {
				t.Errorf("capital letters in %q", line)
			}
		}
	}
}

func TestEveryClassHasWords(t *testing.T) {
	seen := map[Class]bool{}
	for _, both := range abbreviations() {
		seen[both[0]] = true
	}
	for c := Title; c <= End; c++ {
		if !seen[c] {
			t.Errorf("no abbreviation of class %s", c)
		}
	}
}
