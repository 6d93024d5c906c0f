package nametest

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/internal/keeping/query"
	"readout/internal/keeping/store"
	"readout/internal/keeping/store/storetest"
	"readout/record"
)

// leesOf returns the entities that are called Lee, in full or not.
func leesOf(t testing.TB, s store.Reader) []store.Entity {
	t.Helper()
	q, err := query.Parse("kind:entities lee")
	if err != nil {
		t.Fatal(err)
	}
	var found []store.Entity
	for row, err := range s.Find(t.Context(), q, store.Window{}) {
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, *row.Entity)
	}
	return found
}

func person(name string) *record.Record { return called(record.EntityPerson, name) }

// entities has two documents name a person in full and two by surname alone.
func entities(t *testing.T, e storetest.Engine) {
	s := with(t, e, person("Ann Lee"), person("ANN LEE"), person("Lee"), person("LEE"))
	count := map[string]int{}
	documents := 0
	for _, row := range leesOf(t, s) {
		count[row.Name]++
		documents += row.Documents
	}
	if want := map[string]int{"Ann Lee": 1, "Lee": 1, "LEE": 1}; !cmp.Equal(count, want) {
		t.Errorf("entities %v, want %v", count, want)
	}
	if documents != 4 {
		t.Errorf("they are in %d documents, want 4", documents)
	}
}

func joins(t *testing.T, e storetest.Engine) {
	s := with(t, e, person("Ann Lee"), person("Lee"))
	lee := store.Name{Type: record.EntityPerson, Text: "Lee"}
	full := store.Name{Type: record.EntityPerson, Text: "Ann Lee"}
	first := join(t, s, lee, full)
	add(t, s, person("LEE"))
	rows := leesOf(t, s)
	if len(rows) != 1 || rows[0].Name != "Ann Lee" || rows[0].Documents != 3 {
		t.Errorf("%d entities, want Ann Lee in 3 documents: %+v", len(rows), rows)
	}
	back, err := store.Joined(full, lee)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Join(t.Context(), back); err == nil {
		t.Error("a name was joined to itself by way of another")
	}
	if _, err := s.Join(t.Context(), store.Decision{Item: "person/lee", Field: "act"}); err == nil {
		t.Error("a decision that joins nothing joined something")
	}
	second := join(t, s, full, store.Name{Type: record.EntityPerson, Text: "A. Lee"})
	rows = leesOf(t, s)
	if len(rows) != 1 || rows[0].Name != "A. Lee" || rows[0].Documents != 3 {
		t.Errorf("joined again: %d entities, want A. Lee in 3 documents: %+v", len(rows), rows)
	}
	second()
	if rows = leesOf(t, s); len(rows) != 1 || rows[0].Name != "Ann Lee" {
		t.Errorf("the second undone: %+v", rows)
	}
	first()
	if rows = leesOf(t, s); len(rows) != 3 {
		t.Errorf("both undone: %d entities, want 3", len(rows))
	}
	log, err := s.Decisions(t.Context(), "")
	if err != nil || len(log) != 2 || !log[0].Undone || len(log[0].New) == 0 {
		t.Errorf("the log of all: %+v, %v", log, err)
	}
	faults, err := s.Check(t.Context(), false)
	if err != nil || len(faults) > 0 {
		t.Errorf("after all was undone: %v, %v", faults, err)
	}
}
