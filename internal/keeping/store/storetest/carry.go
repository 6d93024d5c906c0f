package storetest

import (
	"encoding/json"
	"slices"
	"testing"

	"readout/internal/keeping/sample"
	"readout/internal/keeping/store"
	"readout/record"
)

// carries decides about one version and adds a newer one, in which the denial is
// read as before but for its polarity, the omission by another speaker, and the
// refusal is not found.
func carries(t *testing.T, e Engine) {
	r := sample.Treaty(t)
	s := e.with(t, r)
	doc := r.Document.ID
	promise, denial, omission, refusal := r.Statements[0], r.Statements[1], r.Statements[2], r.Statements[3]
	kept := []store.Decision{
		decide(t, s, correction(doc, denial.ID, "polarity", `"affirmed"`)),
		decide(t, s, correction(doc, promise.ID, "about", `["`+r.Entities[3].ID+`"]`)),
		decide(t, s, accepted(t, doc, promise.ID)),
		decide(t, s, accepted(t, doc, denial.ID)),
	}
	undone := decide(t, s, correction(doc, promise.ID, "act", `"state"`))
	undo(t, s, undone)
	lost := []store.Decision{
		decide(t, s, accepted(t, doc, omission.ID)),
		decide(t, s, correction(doc, refusal.ID, "act", `"request"`)),
	}

	add(t, s, reread(t))
	got, err := s.Record(t.Context(), doc)
	if err != nil {
		t.Fatal(err)
	}
	if got.Meta.Pipeline != "readout/0.2.0" || got.Statements[1].Polarity != record.PolarityAffirmed ||
		!slices.Equal(got.Statements[0].About, []string{got.Entities[3].ID}) {
		t.Errorf("the new version: %s, %s, about %v",
			got.Meta.Pipeline, got.Statements[1].Polarity, got.Statements[0].About)
	}
	expect(t, s, "review:accepted", 2)
	expect(t, s, "review:accepted polarity:affirmed speaker:home", 1)
	history, err := s.Decisions(t.Context(), doc)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := idsOf(store.Lost(history, "readout/0.2.0")), idsOf(lost); !slices.Equal(got, want) {
		t.Errorf("lost are %v, want %v", got, want)
	}
	var origins []int64
	for _, d := range history {
		if d.Origin != 0 {
			origins = append(origins, d.Origin)
		}
	}
	if !slices.Equal(origins, idsOf(kept)) {
		t.Errorf("carried on are %v, want %v", origins, idsOf(kept))
	}
	last := history[len(history)-1]
	if last.By != "desk" || last.Pipeline != "readout/0.2.0" {
		t.Errorf("carried on as %+v", last)
	}
	undo(t, s, last)
	expect(t, s, "review:accepted", 1)
	if faults, err := s.Check(t.Context(), true); err != nil || len(faults) > 0 {
		t.Errorf("check: %v, %v", faults, err)
	}
}

// reread returns the record Treaty as a newer pipeline reads it.
func reread(t testing.TB) *record.Record {
	t.Helper()
	r := by(sample.Treaty(t), "readout/0.2.0")
	norway := r.Entities[3].ID
	r.Statements[1].Polarity = record.PolarityOmitted
	r.Statements[2].Speaker = r.Statements[4].Speaker
	r.Statements = slices.Delete(r.Statements, 3, 4)
	r.Entities[3].ID = norway + "b"
	for i := range r.Events {
		for k := range r.Events[i].Recipients {
			if id := r.Events[i].Recipients[k].Entity; id != nil && *id == norway {
				r.Events[i].Recipients[k].Entity = &r.Entities[3].ID
			}
		}
	}
	return r
}

func correction(document, item, field, value string) store.Decision {
	return store.Decision{
		Document: document, Item: item, Field: field, New: json.RawMessage(value), By: "desk",
	}
}

func accepted(t testing.TB, document, item string) store.Decision {
	t.Helper()
	d, err := store.Reviewed(document, item, record.Review{
		State: record.ReviewAccepted, By: "desk", At: "2024-03-20T10:00:00Z",
	})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func idsOf(decisions []store.Decision) []int64 {
	var ids []int64
	for _, d := range decisions {
		ids = append(ids, d.ID)
	}
	return ids
}
