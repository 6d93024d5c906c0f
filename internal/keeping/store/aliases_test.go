package store

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/internal/keeping/alias"
	"readout/internal/keeping/query"
	"readout/internal/keeping/sample"
	"readout/record"
)

func TestNamesOfElsewhereArePartsAsAWhole(t *testing.T) {
	a := alias.Settle(alias.Tables{Builtin: []alias.Row{{
		Type: record.EntityPlace, Name: "Norway", Also: []string{"Kingdom of Norway", "Norge"},
	}}}, nil)
	rows := Apart(sample.Treaty(t), a)
	var got []string
	for _, p := range rows.Parts {
		if p.Kind == query.Events && p.Key == query.KeyRecipient && p.At == 1 {
			got = append(got, p.Name)
		}
	}
	if want := []string{Whole("kingdom of norway"), "norge", "norway"}; !slices.Equal(got, want) {
		t.Errorf("parts %q, want %q", got, want)
	}
	if strings.Contains(Whole("kingdom of norway"), " ") || Whole("norge") != "norge" {
		t.Error("a whole name is not one word")
	}
	if diff := cmp.Diff([]string{"norway", "kingdom of norway", "norge"}, rows.Entities[3].Names); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
}

func TestWhatTouchesARecord(t *testing.T) {
	r := sample.Treaty(t)
	if !Touches(r, []string{"place/a", "place/norway"}) || Touches(r, []string{"person/norway"}) {
		t.Error("what touches a record")
	}
}

func TestOnlyDecisionsThatHoldJoin(t *testing.T) {
	join, err := Joined(Name{Type: record.EntityPlace, Text: "Norge"}, Name{Type: record.EntityPlace, Text: "Norway"})
	if err != nil {
		t.Fatal(err)
	}
	undone := join
	undone.Undone = true
	said, err := Said([]Decision{join, undone, {Document: "d1", Field: "act"}})
	if err != nil || len(said) != 1 || said[0].Key != "place/norge" || said[0].Same.Text != "Norway" {
		t.Errorf("said %+v, %v", said, err)
	}
	_, err = Said([]Decision{{ID: 7, Field: fieldSame, New: []byte("{")}})
	if err == nil || !strings.Contains(err.Error(), "decision 7") {
		t.Errorf("a decision that cannot be read: %v", err)
	}
	for _, d := range []Decision{{Field: "act"}, {Field: fieldSame, New: []byte("{")}} {
		if CheckJoin(&d, nil) == nil {
			t.Errorf("%+v joins", d)
		}
	}
	if err := CheckJoin(&join, nil); err != nil {
		t.Error(err)
	}
	err = CheckJoin(&join, alias.Settle(alias.Tables{}, said))
	if err == nil || err.Error() != "place/norge is place/norway already" {
		t.Errorf("joined twice: %v", err)
	}
}
