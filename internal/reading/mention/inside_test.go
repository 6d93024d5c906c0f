package mention

import (
	"strings"
	"testing"

	"readout/internal/language/text"
	"readout/internal/reading/mention/proper"
)

// place returns the name that is the nth occurrence of words in a document.
func place(t *testing.T, doc *text.Text, words string, kind Kind, n int) Name {
	t.Helper()
	from := 0
	for ; ; n-- {
		i := strings.Index(doc.String()[from:], words)
		if i < 0 {
			t.Fatalf("%q is not in %q", words, doc)
		}
		if from += i; n == 0 {
			return Name{Span: text.Span{Start: from, End: from + len(words)}, Kind: kind}
		}
		from += len(words)
	}
}

func TestNamesInsideNamesHeadNothing(t *testing.T) {
	for _, c := range []struct {
		outer, inner string
		kind         Kind // of the inner
		phrase, want string
	}{
		{"Leiden University", "Leiden", Place, "Leiden University", "Leiden University"},
		{"Leiden University", "Leiden", Place, "a professor at Leiden University", ""},
		{"University of Leiden", "Leiden", Place, "the University of Leiden", "University of Leiden"},
		{"Bank of England", "England", Place, "England", ""}, // inside the bank's name
		{"Bank of England", "England", Place, "Bank of England governor", ""},
		{"Institut Louis Pasteur", "Louis Pasteur", Person, "Institut Louis Pasteur", "Institut Louis Pasteur"},
	} {
		sentence := c.phrase + " spoke."
		if !strings.Contains(c.phrase, c.outer) {
			sentence = c.outer + " spoke."
		}
		doc, err := text.New(sentence)
		if err != nil {
			t.Fatal(err)
		}
		entities := Gather(doc, []Name{
			place(t, doc, c.outer, Organization, 0), place(t, doc, c.inner, c.kind, 0),
		})
		got := ""
		if i, ok := NewHeads(doc, entities).Of(place(t, doc, c.phrase, Other, 0).Span); ok {
			got = entities[i].Name
		}
		if got != c.want {
			t.Errorf("%q in %q: head %q, want %q", c.phrase, sentence, got, c.want)
		}
	}
}

func TestNameThatAlsoStandsAloneHeadsThere(t *testing.T) {
	doc, err := text.New("Leiden University spoke. Leiden agreed.")
	if err != nil {
		t.Fatal(err)
	}
	alone := place(t, doc, "Leiden", Place, 1)
	entities := Gather(doc, []Name{
		place(t, doc, "Leiden University", Organization, 0), place(t, doc, "Leiden", Place, 0), alone,
	})
	i, ok := NewHeads(doc, entities).Of(alone.Span)
	if !ok || entities[i].Name != "Leiden" || len(entities[i].Mentions) != 2 {
		t.Errorf("Leiden alone: %v of %+v", ok, entities)
	}
}

func TestEntitiesStandByTheEndOfTheirFirstMention(t *testing.T) {
	type named struct {
		words string
		kind  Kind
	}
	for _, c := range []struct {
		text  string
		names []named
		want  string
	}{
		{"Oslo Police spoke", []named{{"Oslo Police", Organization}, {"Oslo", Place}}, "Oslo; Oslo Police"},
		{"Bank of England", []named{{"Bank of England", Organization}, {"England", Place}}, "England; Bank of England"},
		{"Rome met Oslo Police", []named{{"Oslo Police", Organization}, {"Oslo", Place}, {"Rome", Place}}, "Rome; Oslo; Oslo Police"},
		{"Moe left. Ann Moe came. Bo", []named{{"Bo", Person}, {"Ann Moe", Person}, {"Moe", Person}}, "Ann Moe; Bo"},
	} {
		doc, err := text.New(c.text)
		if err != nil {
			t.Fatal(err)
		}
		var names []Name
		for _, n := range c.names {
			names = append(names, place(t, doc, n.words, n.kind, 0))
		}
		var got []string
		for _, e := range Gather(doc, names) {
			got = append(got, e.Name)
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s: %s, want %s", c.text, s, c.want)
		}
	}
}

func TestAnOrganisationIsNamedByAPlace(t *testing.T) {
	for _, c := range []struct{ text, organisation, place, want string }{
		{"She is at Leiden University in Leiden.", "Leiden University", " Leiden.", "Leiden"},
		{"She is at Leiden University.", "Leiden University", "", ""}, // a place may be meant or not
		{"The US Census Bureau spoke.", "US Census Bureau", "", "US"},
		{"The Georgia Institute spoke.", "Georgia Institute", "", ""}, // a state or a country
		{"The New York Times spoke in New York.", "New York Times", " New York.", ""},
		{"The Bank of Spain spoke.", "Bank of Spain", "", ""},
	} {
		doc, err := text.New(c.text)
		if err != nil {
			t.Fatal(err)
		}
		names := []Name{place(t, doc, c.organisation, Organization, 0)}
		if c.place != "" {
			alone := place(t, doc, c.place, Place, 0)
			alone.Span = proper.Bare(doc, text.Span{Start: alone.Start + 1, End: alone.End})
			names = append(names, alone)
		}
		got := ""
		for _, n := range Nest(doc, names, nil) {
			if n.Kind == Place && strictlyIn(n.Span, names[0].Span) {
				got += doc.At(n.Span)
			}
		}
		if got != c.want {
			t.Errorf("%q: place %q, want %q", c.text, got, c.want)
		}
	}
}
