package mention

import (
	"strings"
	"testing"

	"readout/internal/language/text"
)

func TestWordsOfANameTellItsKind(t *testing.T) {
	for name, want := range map[string]Kind{
		"Leiden University":       Organization,
		"University of Leiden":    Organization,
		"Ministry of the Sea":     Organization,
		"Acme Corp.":              Organization,
		"Jordan River":            Place,
		"Island of Jersey":        Place,
		"Susan Street":            Place, // the head goes before the given name
		"Susan Dahl":              Person,
		"Susan van der Berg":      Person,
		"Susan":                   "",
		"University":              "",
		"":                        "",
		"Susan sings":             "",
		"Susan Ann Maria Eve Moe": "", // five words are more often a title
		"Susan France":            "", // a country
		"Affordable Care Act":     Work,
		"Nobel Peace Prize":       Other,
		"Grand Prix":              "",
		"of Leiden":               "",
	} {
		kind, ok := told(name)
		if kind != want || ok != (want != "") {
			t.Errorf("told(%q) = %q, %v, want %q", name, kind, ok, want)
		}
	}
}

func TestWordsOfANameCountWhereTheModelIsUnsure(t *testing.T) {
	for _, c := range []struct{ claim, text, found, want string }{
		{"unsure of a head noun", "Leiden University won.", "Leiden_University:place:0.89", "Leiden University:organization"},
		{"sure of it", "Leiden University won.", "Leiden_University:place:0.9", "Leiden University:place"},
		{"unsure of a given name", "Susan Dahl won.", "Susan_Dahl:organization:0.5", "Susan Dahl:person"},
		{"sure of it", "Susan Dahl won.", "Susan_Dahl:organization:0.95", "Susan Dahl:organization"},
		{"many unsure ones", "Susan Dahl. Susan Dahl.", "Susan_Dahl:work:0.6 Susan_Dahl:work:0.6", "Susan Dahl:person Susan Dahl:person"},
		{"one sure among them", "Susan Dahl. Susan Dahl.", "Susan_Dahl:work:0.6 Susan_Dahl:work:0.92", "Susan Dahl:work Susan Dahl:work"},
		{"nothing told", "Zorp Blix won.", "Zorp_Blix:work:0.3", "Zorp Blix:work"},
	} {
		doc, err := text.New(c.text)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, n := range Agree(doc, scored(t, doc, c.found)) {
			got = append(got, doc.At(n.Span)+":"+string(n.Kind))
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.claim, c.text, s, c.want)
		}
	}
}

func TestEachHeadNounTellsOneKind(t *testing.T) {
	for word, kind := range headKinds {
		if word != strings.ToLower(word) || kind == Person || kind == Group {
			t.Errorf("%q tells %q", word, kind)
		}
		if got, ok := told("Zorp " + word); got != kind || !ok {
			t.Errorf("Zorp %s: %q, want %q", word, got, kind)
		}
	}
}

func TestNounsForPeopleAreGroups(t *testing.T) {
	for name, want := range map[string]bool{
		"Texans": true, "Houston Texans": false, "New Yorker": false,
		"Russians":             true,
		"Cuban-Americans":      true,
		"Iranian-American":     true,
		"American":             false,
		"Syrian Kurds":         true,
		"House Republicans":    true,
		"Latino":               true,
		"Russian":              false, // a mention of the country where it modifies
		"Republican":           false,
		"Republican Party":     false,
		"republicans at heart": false,
		"":                     false,
	} {
		if got := isPeople(name); got != want {
			t.Errorf("isPeople(%q) = %v", name, got)
		}
	}
}
