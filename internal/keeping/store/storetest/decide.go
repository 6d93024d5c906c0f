package storetest

import (
	"encoding/json"
	"errors"
	"testing"

	"readout/internal/keeping/sample"
	"readout/internal/keeping/store"
	"readout/record"
)

func decides(t *testing.T, e Engine) {
	r := sample.Treaty(t)
	s := e.with(t, r)
	doc, item := r.Document.ID, r.Statements[1].ID
	review := record.Review{
		State: record.ReviewAccepted, By: "desk", At: "2024-03-20T10:00:00Z", Note: "seen",
	}
	accept, err := store.Reviewed(doc, item, review)
	if err != nil {
		t.Fatal(err)
	}
	first := decide(t, s, accept)
	second := decide(t, s, store.Decision{
		Document: doc, Item: item, Field: "polarity", New: json.RawMessage(` "affirmed" `), By: "desk",
	})
	if string(second.Old) != `"denied"` || second.Pipeline != r.Meta.Pipeline || second.ID <= first.ID {
		t.Errorf("the second decision is %+v", second)
	}
	expect(t, s, "review:accepted polarity:affirmed", 1)
	expect(t, s, "polarity:denied", 0)
	got, err := s.Record(t.Context(), doc)
	if err != nil {
		t.Fatal(err)
	}
	if v := got.Statements[1].Review; v == nil || *v != review {
		t.Errorf("the record has the review %+v", v)
	}

	for _, d := range []store.Decision{second, first} {
		if err := s.Undo(t.Context(), d.ID); err != nil {
			t.Fatal(err)
		}
		if err := s.Undo(t.Context(), d.ID); !errors.Is(err, store.ErrChanged) {
			t.Errorf("undone twice: %v", err)
		}
	}
	if lines(t, all(t, s.Records(t.Context()))) != lines(t, []*record.Record{r}) {
		t.Error("after all was undone the record is not as it was")
	}
	expect(t, s, "review:open polarity:denied", 1)
	history, err := s.Decisions(t.Context(), doc)
	if err != nil {
		t.Fatal(err)
	}
	if len(history) != 2 || !history[0].Undone || string(history[1].New) != `"affirmed"` {
		t.Errorf("history %+v", history)
	}
}

func decide(t testing.TB, s store.Store, d store.Decision) store.Decision {
	t.Helper()
	d, err := s.Decide(t.Context(), d)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// expect counts the rows of a query.
func expect(t testing.TB, s store.Reader, typed string, want int) {
	t.Helper()
	if got := len(find(t, s, typed)); got != want {
		t.Errorf("%s: %d rows, want %d", typed, got, want)
	}
}

func refuses(t *testing.T, e Engine) {
	r := sample.Treaty(t)
	s := e.with(t, r)
	doc, item := r.Document.ID, r.Statements[0].ID
	for _, c := range []struct {
		why string
		d   store.Decision
		is  error
	}{
		{"no such document", store.Decision{Document: "d0", Field: "title"}, store.ErrNotFound},
		{"no such item", store.Decision{Document: doc, Item: "s9999", Field: "act"}, store.ErrNotFound},
		{"no such field", store.Decision{Document: doc, Item: item, Field: "mood"}, nil},
		{"no such word", store.Decision{Document: doc, Item: item, Field: "act", New: []byte(`"sing"`)}, nil},
		{"an id", store.Decision{Document: doc, Item: item, Field: "id", New: []byte(`"s1"`)}, nil},
		{"words that are not in the text", store.Decision{
			Document: doc, Item: item, Field: "cue",
			New: []byte(`{"span":[0,5],"exact":"swore"}`),
		}, nil},
		{"another text", store.Decision{Document: doc, Field: "text", New: []byte(`"x"`)}, nil},
	} {
		if c.d.New == nil {
			c.d.New = []byte(`"x"`)
		}
		_, err := s.Decide(t.Context(), c.d)
		if err == nil || c.is != nil && !errors.Is(err, c.is) {
			t.Errorf("%s: error %v", c.why, err)
		}
	}
	once := decide(t, s, store.Decision{
		Document: doc, Item: item, Field: "act", New: []byte(`"request"`),
	})
	decide(t, s, store.Decision{Document: doc, Item: item, Field: "act", New: []byte(`"state"`)})
	if err := s.Undo(t.Context(), once.ID); !errors.Is(err, store.ErrChanged) {
		t.Errorf("undone below a later decision: %v", err)
	}
	if err := s.Undo(t.Context(), 9999); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("no such decision: %v", err)
	}
	expect(t, s, "act:state speaker:lee", 2) // also what she made no mention of
}

func forgets(t *testing.T, e Engine) {
	records, _ := corpus(t)
	gone := records[0]
	s := e.with(t, records...)
	add(t, s, by(gone, "readout/0.0.1"))
	decide(t, s, store.Decision{
		Document: gone.Document.ID, Item: gone.Statements[0].ID, Field: "act", New: []byte(`"state"`),
	})
	left := store.Forgotten{
		Document: gone.Document.ID, Reason: "asked to by the publisher", At: "2024-03-20T10:00:00Z",
	}
	if err := s.Forget(t.Context(), left); err != nil {
		t.Fatal(err)
	}
	_, err := s.Record(t.Context(), gone.Document.ID)
	var f *store.Forgotten
	if !errors.Is(err, store.ErrNotFound) || !errors.As(err, &f) || *f != left {
		t.Errorf("asked for it: %v", err)
	}
	if got := add(t, s, gone)[0]; got != store.Barred {
		t.Errorf("added again: %s", got)
	}
	expect(t, s, "speaker:lee", 0)
	expect(t, s, "strikes", 0)
	expect(t, s, "kind:documents outlet:example", 0)
	expect(t, s, "kind:entities lee", 1) // the other document names her
	if history, err := s.Decisions(t.Context(), gone.Document.ID); err != nil || len(history) > 0 {
		t.Errorf("decisions left: %v, %v", history, err)
	}
	n, err := s.Stats(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if n.Documents != 2 || n.Versions != 2 || n.Forgotten != 1 || n.Decisions != 0 {
		t.Errorf("numbers %+v", n)
	}
	if err := s.Forget(t.Context(), store.Forgotten{Document: "d0"}); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("a document that was never there: %v", err)
	}
}
