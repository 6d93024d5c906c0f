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
	for _, r := range Find(doc, []text.Span{{Start: 0, End: doc.Len()}}, entities) {
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
