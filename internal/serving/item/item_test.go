package item

import (
	"testing"

	"readout/internal/keeping/sample"
	"readout/internal/keeping/store"
	"readout/record"
)

func TestRowsBecomeItems(t *testing.T) {
	rows := store.Of(sample.Treaty(t))
	id := rows.Document.ID
	s := StatementOf(store.Row{Document: rows.Document, Statement: &rows.Statements[1]})
	if s.Quote == "" || s.Speaker == "" || s.Cue != "denied" || s.Polarity != "denied" ||
		s.ID != id+"/"+rows.Statements[1].ID || s.Permalink != Root+"/statements/"+s.ID || s.Said == "" {
		t.Errorf("%+v", s)
	}
	e := EventOf(store.Row{Document: rows.Document, Event: &rows.Events[0]})
	if e.Trigger == "" || e.Actors == "" || e.Type == "" || e.Permalink != Root+"/events/"+e.ID {
		t.Errorf("%+v", e)
	}
	c := CitationOf(store.Row{Document: rows.Document, Citation: &store.Citation{
		Place: store.Place{ID: "c4", At: 4}, Exact: "(AFP)", Sources: "AFP",
	}})
	if c.Quote != "(AFP)" || c.Sources != "AFP" || c.Start != 4 || c.Document.ID != id {
		t.Errorf("%+v", c)
	}
	d := DocumentOf(store.Row{Document: rows.Document})
	if d.Statements != len(rows.Statements) || d.Permalink != Root+"/documents/"+id ||
		d.Citation != "Example, Treaty by March, 2024-03-01, https://readout.example/treaty" {
		t.Errorf("%+v", d)
	}
}

func TestADocumentOfWhichNothingIsKnownIsCitedByItsID(t *testing.T) {
	d := DocumentOf(store.Row{Document: store.Document{ID: "d1"}})
	if d.Citation != "document d1" {
		t.Errorf("%+v", d)
	}
}

func TestAPermalinkHoldsAnyName(t *testing.T) {
	e := EntityOf(store.Row{Entity: &store.Entity{
		Key: "person/ann lee/d1/e4", Type: record.EntityPerson, Name: "Ann Lee", Documents: 1,
	}})
	if e.ID != "person/ann lee/d1/e4" || e.Permalink != Root+"/entities/person/ann%20lee%2Fd1%2Fe4" {
		t.Errorf("%+v", e)
	}
}
