package fold

import (
	"strings"
	"testing"
)

func TestLettersThatDoNotComeApart(t *testing.T) {
	for _, l := range letters {
		in, want, _ := strings.Cut(l.example, " => ")
		if got := Words(in); got != want {
			t.Errorf("letter %s: Words(%q) = %q, want %q", l.from, in, got, want)
		}
		if !strings.Contains(strings.ToLower(in), l.from) {
			t.Errorf("letter %s: its example %q has none", l.from, in)
		}
	}
}

func TestMarksPartWordsButThoseOfInitials(t *testing.T) {
	for in, want := range map[string]string{
		"U.S.": "us", "the U.S.A": "the usa", "Jean-Luc": "jean luc", "G.20": "g20", "a.b1.c": "ab1 c",
		"": "", "—": "", "Ángela  Ruiz": "angela ruiz", "Ann\u00adLee": "annlee",
	} {
		if got := Words(in); got != want {
			t.Errorf("%q is folded %q, want %q", in, got, want)
		}
	}
}

func TestWordsAreMatchedWholeAndInARow(t *testing.T) {
	for words, want := range map[string]bool{
		"ann lee": true, "lee": true, "ann": true, "lee said": true, "an": false, "ann said": false, "": false,
	} {
		if got := Matches("ann lee said", words); got != want {
			t.Errorf("%q: %t", words, got)
		}
	}
}
