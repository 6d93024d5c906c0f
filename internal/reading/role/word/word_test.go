package word

import (
	"testing"

	"readout/internal/language/text"
)

// sentence fills in one sentence with "Ann Moe" as a person and "Acme" as a body.
func sentence(t *testing.T, words string) *Sentence {
	t.Helper()
	doc, err := text.New(words)
	if err != nil {
		t.Fatal(err)
	}
	var names []Name
	for i, name := range []string{"Ann Moe", "Acme"} {
		for at := range len(words) - len(name) + 1 {
			if words[at:at+len(name)] == name {
				span := text.Span{Start: at, End: at + len(name)}
				names = append(names, Name{Span: span, Entity: i, Person: i == 0})
			}
		}
	}
	s := New(doc, names)
	s.Fill(text.Span{Start: 0, End: doc.Len()})
	return s
}

func TestWordsKnowTheirNames(t *testing.T) {
	s := sentence(t, "Then-Gov. Ann Moe left Acme's board.")
	if got := s.Low(0); got != "then-gov" {
		t.Errorf("the title is %q", got)
	}
	if s.Person(0) || !s.Person(1) || !s.Person(2) || s.Person(4) || s.Person(99) {
		t.Error("other words than Ann Moe are a person")
	}
}

func TestNamesBeginAndEnd(t *testing.T) {
	s := sentence(t, "Then-Gov. Ann Moe left Acme's board.")
	if !s.Begins(1) || s.Begins(2) || s.NameEnd(1) != 3 {
		t.Error("the name is not Ann Moe")
	}
	if !s.Possessive(5) || s.Low(-1) != "" || s.Low(99) != "" {
		t.Error("the ending of the possessive, or a place outside, is read wrongly")
	}
}

func TestNouns(t *testing.T) {
	for _, row := range []struct {
		words string
		at    int // of the word that the noun ends with
		noun  int // words of the noun, 0 for none
		role  bool
	}{
		{"the chief executive left", 2, 2, true},
		{"the vice president left", 2, 2, true},
		{"Major general Bo left", 1, 2, true},
		{"a major setback", 1, 1, false},
		{"the governor-elect left", 1, 1, true},
		{"ex-mayor Bo left", 0, 1, true},
		{"a non-president left", 1, 0, false},
		{"his wife left", 1, 1, false},
		{"the table stood", 1, 0, false},
	} {
		s := sentence(t, row.words)
		n, _, ok := s.Noun(row.at)
		if ok != (row.noun > 0) || len(n.Words) != row.noun || s.IsNoun(row.at) != row.role {
			t.Errorf("%q: %v, %t, role %t", row.words, n.Words, ok, s.IsNoun(row.at))
		}
	}
}

func TestContent(t *testing.T) {
	for _, row := range []struct {
		words   string
		at      int
		content bool
		verbish bool
	}{
		{"a retired officer", 1, true, false},
		{"he attacked officers", 1, true, true},
		{"a newly elected mayor", 1, true, false},
		{"an outside adviser", 1, true, false},
		{"it, he said", 1, false, false},
		{"which mayor", 0, false, false},
	} {
		s := sentence(t, row.words)
		if got := s.Content(row.at); got != row.content {
			t.Errorf("%q: content %t", row.words, got)
		}
		if got := s.Verbish(row.at); got != row.verbish {
			t.Errorf("%q: verbish %t", row.words, got)
		}
	}
}
