package webpage

import (
	"slices"
	"strings"
	"testing"
)

func TestEveryFurnitureRowMatchesItsExample(t *testing.T) {
	for _, row := range furniture {
		words := " " + strings.Join(nameWords(row.example), " ") + " "
		if !strings.Contains(words, " "+row.words+" ") {
			t.Errorf("row %q does not match its example %q", row.words, row.example)
		}
		if !names(furniture, row.example) {
			t.Errorf("names(furniture, %q) = false, want true", row.example)
		}
	}
}

func TestEveryBodyRowMatchesItsExample(t *testing.T) {
	for _, row := range bodies {
		names := strings.Fields(row.example)
		if !slices.ContainsFunc(names, func(name string) bool {
			return strings.Join(nameWords(name), " ") == row.words
		}) {
			t.Errorf("row %q does not match its example %q", row.words, row.example)
		}
	}
}

func TestEveryLeftoverRowDropsItsExample(t *testing.T) {
	for _, row := range leftovers {
		if !row.drops(row.example) {
			t.Errorf("row %q does not drop its example %q", row.name, row.example)
		}
	}
}

// Sentences of news that resemble leftovers are no leftovers.
func TestNewsIsNoLeftover(t *testing.T) {
	for _, s := range []string{
		"By Monday the minister had read the report and signed it.",
		"Related talks on the border will begin in Geneva on Friday, the ministry said.",
		"More on-site inspections were promised by the agency last week.",
		"He followed the debate on television, and on Twitter he called it absurd.",
		"The company said it would share the findings with the committee.",
		"Sources close to the prime minister denied the account.",
		"The senator posted on Twitter that a lot of people had read it.",
		"The photo (taken in 2009) shows the two presidents in Prague.",
		"Copyright law must change, the commissioner said in Brussels.",
		"Reporting by state television has been one-sided, the observers said in a statement on Tuesday, and they asked for equal time for each of the parties that stand in the election, which is to be held in May, as the constitution demands it to be.",
		"Published accounts of the meeting differ, a spokesman said.",
		"“Sign up to the treaty or leave,” the president told the allies.",
		"Watch what he does, the ambassador said.",
		"Yes.",
	} {
		if isLeftover(s) {
			t.Errorf("isLeftover(%q) = true, want false", s)
		}
	}
}

func TestNamesAreCutAtPunctuationAndCapitals(t *testing.T) {
	for name, want := range map[string]string{
		"relatedLinks":      "related links",
		"c-share__bar--top": "c share bar top",
		"OUTBRAIN":          "outbrain",
		"":                  "",
	} {
		if got := strings.Join(nameWords(name), " "); got != want {
			t.Errorf("nameWords(%q) = %q, want %q", name, got, want)
		}
	}
}
