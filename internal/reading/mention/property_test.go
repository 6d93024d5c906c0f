package mention

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"readout/internal/language/text"
	"readout/internal/reading/mention/proper"
)

// people are names that share first names and surnames, so that random texts
// of them hold what is hard: who is meant by a surname alone.
var people = []string{
	"Ann Lee", "Lee", "Ann B. Lee", "Bob Lee", "the Lee", "LEE", "Lee's", "Lee’s",
	"Ann Ray", "Ray", "ray.", "“Ray”", "U.S.", "Smith Jr.", "Smith", "O’Neil", "é", "'",
}

// randomNames returns a text of names, some of them twice, with words between.
func randomNames(random *rand.Rand) string {
	kinds := "polg"
	var b strings.Builder
	for range random.IntN(12) {
		fmt.Fprintf(&b, "said [%c %s] ", kinds[random.IntN(2)*random.IntN(len(kinds))],
			people[random.IntN(len(people))])
	}
	return b.String()
}

func TestEveryNameIsAMentionOfOneEntity(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		marked := randomNames(random)
		doc, names := parse(t, marked)
		owners := make([]int, len(names))
		for _, e := range Gather(doc, names) {
			for _, m := range e.Mentions {
				owners[nameAround(t, marked, names, m)]++
			}
		}
		for i, n := range names {
			want := 1
			if proper.Bare(doc, n.Span).Empty() {
				want = 0
			}
			if owners[i] != want {
				t.Errorf("%s\n%q is in %d entities, want %d", marked, doc.At(n.Span), owners[i], want)
			}
		}
	}
}

// nameAround returns which name a mention is cut from.
func nameAround(t *testing.T, marked string, names []Name, m text.Span) int {
	t.Helper()
	for i, n := range names {
		if n.Contains(m) {
			return i
		}
	}
	t.Fatalf("%s\nthe mention %v is within no name", marked, m)
	return 0
}

func TestEntitiesAreOrderedAndNamedByTheirText(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 2000 {
		marked := randomNames(random)
		doc, names := parse(t, marked)
		entities := Gather(doc, names)
		for i, e := range entities {
			if !strings.Contains(doc.String(), e.Name) {
				t.Errorf("%s\n%q is not in the text", marked, e.Name)
			}
			if i > 0 && e.Mentions[0].Start < entities[i-1].Mentions[0].Start {
				t.Errorf("%s\n%q stands after %q", marked, e.Name, entities[i-1].Name)
			}
		}
		if again := Gather(doc, names); !reflect.DeepEqual(again, entities) {
			t.Errorf("%s\nfirst  %v\nsecond %v", marked, entities, again)
		}
	}
}

func TestNamesOfDifferentKindsAreDifferentEntities(t *testing.T) {
	for _, marked := range []string{
		"[p Lee] and [l Lee]", "[o Ann Lee] and [p Lee]", "[g Lee] and [o Lee]",
	} {
		doc, names := parse(t, marked)
		if got := Gather(doc, names); len(got) != 2 {
			t.Errorf("%s: %d entities, want 2", marked, len(got))
		}
	}
}

func TestWhatIsNoPartOfANameIsTakenOff(t *testing.T) {
	for name, want := range map[string]string{
		"Ann Lee":         "Ann Lee",
		"Ann Lee's":       "Ann Lee",
		"the Lees’":       "the Lees",
		"“Ann Lee,”":      "Ann Lee",
		"(Ann Lee)":       "Ann Lee",
		"Ann Lee.":        "Ann Lee",
		"John F.":         "John F.",
		"U.S.'s":          "U.S.",
		"Acme Corp.":      "Acme Corp.",
		"Acme Inc.’s":     "Acme Inc.",
		"O’Neil":          "O’Neil",
		"Yahoo!":          "Yahoo",
		"—":               "",
		"Élysée’s":        "Élysée",
		"20 Minutes":      "20 Minutes",
		"Dr. No.":         "Dr. No",
		"Sammy Davis jr.": "Sammy Davis jr.",
	} {
		doc, err := text.New("x" + name + "x")
		if err != nil {
			t.Fatal(err)
		}
		got := doc.At(proper.Bare(doc, text.Span{Start: 1, End: 1 + len(name)}))
		if got != want {
			t.Errorf("proper.Bare(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestAPhraseIsHeadedByANameWithinIt(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for range 2000 {
		marked := randomNames(random)
		doc, names := parse(t, marked)
		entities := Gather(doc, names)
		heads := NewHeads(doc, entities)
		for _, n := range names {
			phrase := text.Span{Start: n.Start, End: min(n.End+random.IntN(30), doc.Len())}
			of, ok := heads.Of(phrase)
			if !ok {
				continue
			}
			within := 0
			for _, m := range entities[of].Mentions {
				if phrase.Contains(m) {
					within++
				}
			}
			if within == 0 {
				t.Errorf("%s\n%q is headed by %q, which is not in it",
					marked, doc.At(phrase), entities[of].Name)
			}
		}
	}
}

func TestAPhraseWithoutAnyNameHasNoHead(t *testing.T) {
	doc, _ := parse(t, "officials said so")
	for _, entities := range [][]Entity{nil, {{Kind: Person, Name: "x", Mentions: []text.Span{{Start: 10, End: 14}}}}} {
		if of, ok := NewHeads(doc, entities).Of(text.Span{End: 9}); ok {
			t.Errorf("the head is entity %d", of)
		}
	}
}
