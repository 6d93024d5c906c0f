package storetest

import (
	"context"
	"errors"
	"iter"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"readout/internal/keeping/sample"
	"readout/internal/keeping/store"
	"readout/record"
)

// copies fills an empty store with what another one keeps of every kind, edges
// apart, which nobody draws yet.
func copies(t *testing.T, e Engine) {
	records, _ := corpus(t)
	lone := sample.Treaty(t)
	lone.Document.URL = "https://readout.example/lone"
	lone.Document.ID = record.DocumentID(lone.Document.URL, *lone.Document.Text)
	lone.Entities[0].Name = "LEE"
	s := e.with(t, append(records, lone, by(records[0], "readout/0.0.1"))...)
	join(t, s, store.Name{Type: record.EntityPerson, Text: "Lee"},
		store.Name{Type: record.EntityPerson, Text: "Ann Lee"})
	undo(t, s, join(t, s, store.Name{Type: record.EntityPlace, Text: "Norway"},
		store.Name{Type: record.EntityPlace, Text: "Norge"}))
	doc, item := records[0].Document.ID, records[0].Statements[0].ID
	decide(t, s, store.Decision{Document: doc, Item: item, Field: "act", New: []byte(`"state"`)})
	undone := decide(t, s, store.Decision{
		Document: doc, Item: item, Field: "polarity", New: []byte(`"denied"`), By: "desk", Note: "no",
	})
	if err := s.Undo(t.Context(), undone.ID); err != nil {
		t.Fatal(err)
	}
	gone := store.Forgotten{Document: records[2].Document.ID, Reason: "takedown", At: "2024-03-20T10:00:00Z"}
	if err := s.Forget(t.Context(), gone); err != nil {
		t.Fatal(err)
	}

	watched := store.Feed{
		URL: "https://readout.example/feed", Title: "Feed", Every: time.Hour, ETag: `"1"`, LastModified: "then",
		Seen: []string{"a", "b"}, Tried: gone.At, Read: gone.At, Next: gone.At, Failures: 2, Error: "gone", Kept: 3,
	}
	if err := s.Watch(t.Context(), watched); err != nil {
		t.Fatal(err)
	}

	to := e.opened(t, e.Place(t))
	if err := store.Copy(t.Context(), s, to); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(all(t, s.Dump(t.Context())), all(t, to.Dump(t.Context()))); diff != "" {
		t.Errorf("the copy (-want +got):\n%s", diff)
	}
	if feeds, err := to.Feeds(t.Context()); err != nil || !cmp.Equal(feeds, []store.Feed{watched}) {
		t.Errorf("feeds of the copy: %+v, %v", feeds, err)
	}
	for _, typed := range []string{"", "kind:entities", "kind:documents", "speaker:lee talks"} {
		if diff := cmp.Diff(find(t, s, typed), find(t, to, typed)); diff != "" {
			t.Errorf("%s of the copy (-want +got):\n%s", typed, diff)
		}
	}
	next := decide(t, to, store.Decision{Document: doc, Item: item, Field: "act", New: []byte(`"commit"`)})
	if next.ID <= undone.ID {
		t.Errorf("decision %d behind decision %d", next.ID, undone.ID)
	}
	if err := store.Copy(t.Context(), s, to); !errors.Is(err, store.ErrExists) {
		t.Errorf("copied over what is kept: %v", err)
	}
}

// breaksOff has a dump end in an error, and one that nobody reads on.
func breaksOff(t *testing.T, e Engine) {
	s := e.with(t, sample.Treaty(t), sample.Mayor(t))
	torn := errors.New("torn")
	broken := func(yield func(store.Entry, error) bool) {
		if yield(store.Entry{Record: sample.Treaty(t)}, nil) {
			yield(store.Entry{}, torn)
		}
	}
	to := e.opened(t, e.Place(t))
	if err := to.Load(t.Context(), iter.Seq2[store.Entry, error](broken)); !errors.Is(err, torn) {
		t.Errorf("error %v", err)
	}
	if n, err := to.Stats(t.Context()); err != nil || n.Versions != 0 {
		t.Errorf("half a dump was kept: %+v, %v", n, err)
	}
	for range 40 { // more often than there are connections
		for _, err := range s.Dump(t.Context()) {
			if err != nil {
				t.Fatal(err)
			}
			break
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, err := range s.Dump(ctx) {
		if err == nil {
			t.Error("a dump that was broken off went on")
		}
	}
}
