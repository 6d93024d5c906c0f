package storetest

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"readout/internal/keeping/store"
)

// watches adds feeds, keeps how it went with them, and removes them.
func watches(t *testing.T, e Engine) {
	place := e.Place(t)
	s, err := e.Open(t.Context(), place)
	if err != nil {
		t.Fatal(err)
	}
	a := store.Feed{
		URL: "https://a.example/feed", Every: time.Hour,
		Seen: []string{},
	}
	b := store.Feed{
		URL:   "https://b.example/'feed\"?x=1&y=ü",
		Every: 90 * time.Second, Seen: []string{},
	}
	for _, f := range []store.Feed{b, a} {
		if err := s.Watch(t.Context(), f); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Watch(t.Context(), a); !errors.Is(err, store.ErrExists) {
		t.Errorf("watched twice: %v", err)
	}
	a = store.Feed{
		URL: a.URL, Title: "A", Every: 2 * time.Hour, ETag: `"1"`,
		LastModified: "Tue, 02 Jan 2024 10:00:00 GMT",
		Seen:         []string{"k1", "k2"}, Tried: "2024-03-20T10:00:00Z",
		Read: "2024-03-20T09:00:00Z",
		Next: "2024-03-20T11:00:00Z", Failures: 1,
		Error: "the server answered 503\nand no more", Kept: 7,
	}
	if err := s.Polled(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = e.opened(t, place)
	feeds, err := s.Feeds(t.Context())
	if diff := cmp.Diff([]store.Feed{a, b}, feeds); diff != "" || err != nil {
		t.Errorf("%v (-want +got)\n%s", err, diff)
	}
	if err := s.Unwatch(t.Context(), a.URL); err != nil {
		t.Fatal(err)
	}
	for doing, err := range map[string]error{
		"unwatch": s.Unwatch(t.Context(), a.URL), "polled": s.Polled(t.Context(), a),
	} {
		if !errors.Is(err, store.ErrNotFound) {
			t.Errorf("%s: %v, want ErrNotFound", doing, err)
		}
	}
	if feeds, err := s.Feeds(t.Context()); err != nil || len(feeds) != 1 ||
		feeds[0].URL != b.URL {
		t.Errorf("%+v, %v", feeds, err)
	}
}
