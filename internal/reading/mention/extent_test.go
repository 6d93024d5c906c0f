package mention

import (
	"strings"
	"testing"

	"readout/internal/language/text"
)

func TestNamesBeginAndEndWhereTheyShould(t *testing.T) {
	for _, c := range []struct{ claim, text, name, want string }{
		{"a blank line parts names", "Civic Party\n\nLabour Party\n\nGreens", "Civic Party\n\nLabour Party", "Civic Party|Labour Party"},
		{"one line break does not", "He left New\nYork.", "New\nYork", "New\nYork"},
		{"blank lines at the edges go", "Paris\n\nHe left.", "Paris\n\n", "Paris"},
		{"initials have their last stop", "The U.S. forces came.", "U.S", "U.S."},
		{"also at the end of a sentence", "He left D.C.", "D.C", "D.C."},
		{"a letter alone has none", "Plan B. Then they left.", "Plan B", "Plan B"},
		{"nor has a word", "He left Ohio. She stayed.", "Ohio", "Ohio"},
		{"a party's letter is no part of a state", "Sen. Jon Dahl (D-Ohio) spoke.", "D-Ohio", "Ohio"},
		{"with the stops of an abbreviation", "Sen. Ann Moe (R-S.C.) spoke.", "R-S.C", "S.C."},
		{"a piece of a body's name is the whole of it", "The World Health Organisation asked.", "World", "World Health Organisation"},
		{"but not where other words follow", "The World Health Office asked.", "World", "World"},
		{"nor where the body's last word goes on", "The World Banks asked.", "World", "World"},
		{"a place goes on with the noun of a body", "The Columbia University Press said so.", "Columbia", "Columbia University Press"},
		{"not over the end of a sentence", "He went to the U.S. Police met him.", "U.S.", "U.S."},
		{"but a country has an army", "He left the U.S. Army.", "U.S.", "U.S. Army"},
		{"a press secretary is of no press", "The White House Press Secretary spoke.", "White House", "White House"},
		{"not in a headline", "Obama's Cuba Trust Gap Grows Wide Again", "Cuba", "Cuba"},
		{"not with any noun", "The Columbia Games begin.", "Columbia", "Columbia"},
		{"nor in small letters", "The Columbia university said so.", "Columbia", "Columbia"},
		{"two countries are two", "The Lebanese-Israeli border is closed.", "Lebanese-Israeli", "Lebanese|Israeli"},
		{
			"a state has the stop of its short form",
			"He left Tampa, Fla., for good.", "Fla", "Fla.",
		},
		{
			"also with its town",
			"He left Tampa, Fla., for good.", "Tampa, Fla", "Tampa, Fla.",
		},
		{
			"and behind a party's letter",
			"Sen. Jon Dahl, R-Fla., spoke.", "R-Fla", "Fla.",
		},
		{"which is no name", "Sen. Ann Moe (D-Hawaii) spoke.", "D", ""},
		{
			"Washington and its district are one",
			"He left Washington, D.C., for good.", "Washington", "Washington, D.C.",
		},
		{
			"an agency is called so",
			"The Xinhua news agency said so.", "Xinhua news", "Xinhua",
		},
		{
			"news alone stay",
			"The Xinhua news said so.", "Xinhua news", "Xinhua news",
		},
		{"a road has its letter", "They took I-44 west.", "I-44", "I-44"},
	} {
		doc, err := text.New(c.text)
		if err != nil {
			t.Fatal(err)
		}
		at := strings.Index(c.text, c.name)
		if at < 0 {
			t.Fatalf("%q is not in %q", c.name, c.text)
		}
		var got []string
		name := Name{Span: text.Span{Start: at, End: at + len(c.name)}, Kind: Place}
		for _, n := range extents(doc, []Scored{{Name: name, Score: 0.9}}) {
			got = append(got, doc.At(n.Span))
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s: %q\n got %q\nwant %q", c.claim, c.text, s, c.want)
		}
	}
}

func TestATitleBeforeANameIsNoNameOfItsOwnAndANicknameIsPartOfIt(t *testing.T) {
	for _, c := range []struct{ text, names, want string }{
		{"Chicago Alderman Jason Ervin spoke.", "Chicago Alderman|Jason Ervin", "place Chicago|person Jason Ervin"},
		{"Senator Ann Moe spoke.", "Senator|Ann Moe", "person Ann Moe"},
		{"Steve King told Ann Moe.", "Steve King|Ann Moe", "person Steve King|person Ann Moe"},
		{"the Dean Ann Moe knew", "Dean|Ann Moe", "person Dean|person Ann Moe"},
		{"It was George \"Jay\" Moe.", "George|Jay|Moe", "person George \"Jay\" Moe"},
		{"It was George “Jay” Moe.", "George|Moe", "person George “Jay” Moe"},
		{"It was George, “Jay” and Moe.", "George|Jay|Moe", "person George|person Jay|person Moe"},
		{"She told George \"never\" Moe said.", "George|Moe", "person George|person Moe"},
	} {
		doc, err := text.New(c.text)
		if err != nil {
			t.Fatal(err)
		}
		var names []Scored
		for _, n := range strings.Split(c.names, "|") {
			at := strings.Index(c.text, n)
			names = append(names, Scored{Name: Name{Span: text.Span{Start: at, End: at + len(n)}, Kind: Person}, Score: 0.9})
		}
		var got []string
		for _, n := range extents(doc, names) {
			got = append(got, string(n.Kind)+" "+doc.At(n.Span))
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%q: got %q, want %q", c.text, s, c.want)
		}
	}
}
