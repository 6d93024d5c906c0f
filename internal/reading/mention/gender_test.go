package mention

import (
	"testing"

	"readout/internal/language/lexicon"
	"readout/internal/language/text"
)

func TestTitlesPartPeopleOfOneSurname(t *testing.T) {
	checkGathered(t, []gatherCase{
		{"two stay two", "Mr. [p Dahl] and Mrs. [p Dahl] came.", "Dahl x1; Dahl x1"},
		{"titles inside names", "[p Mr. Dahl] and [p Mrs. Dahl] came.", "Mr. Dahl x1; Mrs. Dahl x1"},
		{"each has a full name", "[p Peter Dahl] met [p Susan Dahl]. Mrs. [p Dahl] left. Mr. [p Dahl] sat.", "Peter Dahl x2; Susan Dahl x2"},
		{"one has", "[p Susan Dahl] left. Mr. [p Dahl] sat.", "Susan Dahl x1; Dahl x1"},
		{"titles of one gender", "Mr. [p Dahl] and [p Sir Dahl].", "Dahl x2"},
		{"a title tells no gender", "[p Susan Dahl] left. [p Senator Dahl] sat.", "Susan Dahl x2"},
		{"named more often but a man", "[p Peter Dahl], [p Peter Dahl], [p Susan Dahl]. Ms. [p Dahl].", "Peter Dahl x2; Susan Dahl x2"},
	})
}

func TestTitlesAndGivenNamesTellGenders(t *testing.T) {
	for _, c := range []struct {
		marked string
		want   lexicon.Gender
		titled bool
	}{
		{"Mr. [p Dahl] left.", lexicon.Male, true},
		{"Mrs. [p Dahl] left.", lexicon.Female, true},
		{"[p Ms. Dahl] left.", lexicon.Female, true},
		{"spokeswoman [p Dahl] left.", lexicon.Female, true},
		{"Spokesman [p Dahl] left.", lexicon.Male, true},
		{"[p Queen Maud] left.", lexicon.Female, true},
		{"[p Susan Dahl] left.", lexicon.Female, false},
		{"[p Peter Dahl] left.", lexicon.Male, false},
		{"[p Senator Susan Dahl] left.", lexicon.Female, false},
		{"[p Dahl] left. [p Peter Dahl] came.", lexicon.Male, false},
		{"[p Senator Dahl] left.", lexicon.Unknown, false},
		{"[p Dahl] left.", lexicon.Unknown, false},
		{"[p Vance] knelt. Mrs. [p Vance] rose.", lexicon.Female, true},
		{"He met the king. [p Dahl] left.", lexicon.Unknown, false},
		{"[l Oslo] slept.", lexicon.Unknown, false},
	} {
		doc, names := parse(t, c.marked)
		got := Gather(doc, names)
		if len(got) != 1 || got[0].Gender != c.want || got[0].Titled != c.titled {
			t.Errorf("%s: %+v, want one of gender %v, titled %v", c.marked, got, c.want, c.titled)
		}
	}
}

func TestTheWordBeforeANameIsFound(t *testing.T) {
	for before, want := range map[string]string{
		"":           "",
		"Mr. ":       "Mr",
		"Mrs.\u00a0": "Mrs",
		"said Ms ":   "Ms",
		"the king ":  "king",
		"the king. ": "",
		"the king, ": "",
		"(Sir ":      "Sir",
	} {
		doc, err := text.New(before + "Dahl")
		if err != nil {
			t.Fatal(err)
		}
		if got := wordBefore(doc, len(before)); got != want {
			t.Errorf("before Dahl in %q: %q, want %q", doc, got, want)
		}
	}
}
