package role

import (
	"strings"
	"testing"

	"readout/internal/language/text"
	"readout/internal/reading/mention"
)

// mark cuts the brackets out of a sentence and returns its text and entities.
func mark(t *testing.T, s string) (*text.Text, []mention.Entity) {
	t.Helper()
	var out strings.Builder
	var entities []mention.Entity
	index := map[string]int{}
	start := 0
	for _, r := range s {
		switch r {
		case '<', '{':
			start = out.Len()
			continue
		case '>', '}':
			name := out.String()[start:]
			i, known := index[name]
			if !known {
				i = len(entities)
				index[name] = i
				kind := mention.Person
				if r == '}' {
					kind = mention.Organization
				}
				entities = append(entities, mention.Entity{Kind: kind, Name: name})
			}
			at := text.Span{Start: start, End: out.Len()}
			entities[i].Mentions = append(entities[i].Mentions, at)
			continue
		}
		out.WriteRune(r)
	}
	doc, err := text.New(out.String())
	if err != nil {
		t.Fatal(err)
	}
	return doc, entities
}

func roles(t *testing.T, sentence string) string {
	t.Helper()
	doc, entities := mark(t, sentence)
	var out []string
	for _, r := range Find(doc, []text.Span{{Start: 0, End: doc.Len()}}, entities, nil) {
		out = append(out, doc.At(r.Span)+": "+entities[r.Entity].Name)
	}
	return strings.Join(out, "; ")
}

func TestEachFormGivesItsRoles(t *testing.T) {
	for _, f := range forms {
		if got := roles(t, f.sentence); got != f.want {
			t.Errorf("%s: %s\n got %s\nwant %s", f.name, f.sentence, got, f.want)
		}
	}
}

func TestAPronounIsWhomItMeansWhereTheSentenceNamesSeveral(t *testing.T) {
	const sentence = "<Ann Moe> told <Bo Dahl> in May that he was a lawyer."
	doc, entities := mark(t, sentence)
	at := strings.Index(doc.String(), " he ") + 1
	whole := []text.Span{{Start: 0, End: doc.Len()}}
	he := text.Span{Start: at, End: at + 2}
	for entity, want := range []string{"Ann Moe", "Bo Dahl"} {
		got := Find(doc, whole, entities, []Pronoun{{he, entity}})
		if len(got) != 1 || doc.At(got[0].Span) != "lawyer" || entities[got[0].Entity].Name != want {
			t.Errorf("he is %s: got %v, want a lawyer", want, got)
		}
	}
	if got := Find(doc, whole, entities, nil); got != nil {
		t.Errorf("nothing says who he is: got %v, want no role", got)
	}
}
