package coref

import (
	"testing"

	"readout/internal/language/text"
	"readout/internal/reading/mention"
)

func TestANameInsideANameLeadsToNobody(t *testing.T) {
	const words = "The Ann Lee Institute of Tom Hill\n\nWhy?\n\nWho?\n\nHow?\n\nWhen?"
	doc, err := text.New(words)
	if err != nil {
		t.Fatal(err)
	}
	question := text.Span{Start: len("The Ann Lee Institute of Tom Hill\n\n"), End: len(words)}
	person := func(name string) mention.Entity { return mention.Entity{Name: name, Kind: mention.Person} }
	r := &resolver{
		doc: doc, in: Input{Entities: []mention.Entity{person("Ann Lee"), person("Lee"), person("Tom Hill")}},
		names: []place{
			{text.Span{Start: 4, End: 33}, 0}, {text.Span{Start: 8, End: 11}, 1}, {text.Span{Start: 25, End: 33}, 2},
		},
	}
	r.author.asked = talk{lines: 5, questions: []text.Span{question, question, question, question}}
	if got := r.interviewed(); got != -1 {
		t.Errorf("entity %d answers, who is named nowhere", got)
	}
}
