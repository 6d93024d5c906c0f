package lexicon

import (
	"strings"
	"testing"
)

func TestEveryListOfPhrasesHasWordsInSmallLetters(t *testing.T) {
	if !strings.Contains(phraseList, "Source: ") {
		t.Error("phrases.txt names no source")
	}
	seen := map[string]bool{}
	for line := range lines(phraseList) {
		name, _, ok := strings.Cut(line, ": ")
		seen[name] = ok
		if line != strings.ToLower(line) {
			t.Errorf("capital letters in %q", line)
		}
	}
	for i, name := range wordLists {
		if !seen[name] {
			t.Errorf("no words in list %d, %s", i, name)
		}
		delete(seen, name)
	}
	for name := range seen {
		t.Errorf("phrases.txt has a list %q that no constant names", name)
	}
}

func TestAWordMayStandInSeveralLists(t *testing.T) {
	if !In("report", DocumentNoun) || !In("first", Modifier) || !In("first", BeforeVerb) {
		t.Error("report is no document, or first no modifier and adverb")
	}
	if In("Report", DocumentNoun) || In("walked", Telling|Saying) || In("", Telling) {
		t.Error("Report, walked or nothing is in a list")
	}
}
