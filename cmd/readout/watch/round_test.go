package watch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"readout/cmd/readout/console"
	"readout/internal/ingest"
	"readout/internal/keeping/store"
	"readout/internal/keeping/store/sqlite"
)

// clock is a time that passes when somebody waits.
type clock struct{ now time.Time }

func (c *clock) wait(_ context.Context, d time.Duration) { c.now = c.now.Add(d) }

// rounds returns a round over feeds of a server, at a time of its own.
func rounds(t *testing.T, h http.HandlerFunc, feeds ...store.Feed) (*round, *clock) {
	t.Helper()
	server := httptest.NewServer(h)
	t.Cleanup(server.Close)
	kept, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "r.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { kept.Close() })
	for _, f := range feeds {
		f.URL = server.URL + f.URL
		if err := kept.Watch(t.Context(), f); err != nil {
			t.Fatal(err)
		}
	}
	c := &clock{time.Date(2024, 3, 20, 10, 0, 0, 0, time.UTC)}
	return &round{
		Watch: Watch{AllowPrivate: true, Quiet: true}, store: kept, wait: c.wait,
		env: console.Env{Stderr: io.Discard, Now: func() time.Time { return c.now }},
		intake: func(
			_ context.Context, _ bool, parts iter.Seq2[ingest.Part, error],
			_ store.Store,
		) (tally Tally, err error) {
			for part, err := range parts {
				if err != nil {
					tally.Failed++
					tally.Unread = append(tally.Unread, "")
					continue
				}
				if strings.HasSuffix(part.Name, "/torn") {
					tally.Failed++
					tally.Unread = append(tally.Unread, part.Key)
					continue
				}
				tally.Added++
			}
			return tally, nil
		},
		client: ingest.NewClient(true),
	}, c
}

func feedOf(names ...string) string {
	items := ""
	for _, name := range names {
		items += "<item><link>http://x.example/" + name + "</link></item>"
	}
	return "<rss><channel><title>X</title>" + items + "</channel></rss>"
}

// TestForeverReadsEachFeedInItsTime lets a day pass.
func TestForeverReadsEachFeedInItsTime(t *testing.T) {
	asked := map[string]int{}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	r, c := rounds(t, func(w http.ResponseWriter, r *http.Request) {
		asked[r.URL.Path]++
		if r.URL.Path == "/bad" {
			w.WriteHeader(http.StatusInternalServerError)
			return
		}
		io.WriteString(w, feedOf("a", "b"))
	}, store.Feed{URL: "/hourly", Every: time.Hour}, store.Feed{
		URL:   "/often",
		Every: 30 * time.Minute,
	},
		store.Feed{URL: "/bad", Every: time.Hour})
	r.Forever = true
	r.wait = func(ctx context.Context, d time.Duration) {
		c.wait(ctx, d)
		if c.now.After(time.Date(2024, 3, 20, 22, 30, 0, 0, time.UTC)) {
			cancel()
		}
	}
	if err := r.run(ctx); err != nil {
		t.Fatal(err)
	}
	// Feeds may be read a tenth of their interval early.
	if asked["/hourly"] < 12 || asked["/hourly"] > 15 || asked["/often"] < 25 ||
		asked["/often"] > 29 || asked["/bad"] != 4 {
		t.Errorf("asked %v in half a day", asked)
	}
	feeds, err := r.store.Feeds(t.Context())
	if err != nil || feeds[0].Failures != 4 || feeds[1].Kept != 2 ||
		len(feeds[1].Seen) != 2 {
		t.Errorf("%+v, %v", feeds, err)
	}
}

// TestForeverReadsNamedFeedsAtOnceAndThenInTheirTime lets half a day pass with
// feeds that were read just before it.
func TestForeverReadsNamedFeedsAtOnceAndThenInTheirTime(t *testing.T) {
	asked := map[string]int{}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	r, c := rounds(t, func(w http.ResponseWriter, r *http.Request) {
		asked[r.URL.Path]++
		if r.URL.Path == "/bad" {
			w.WriteHeader(http.StatusInternalServerError)
			return
		}
		io.WriteString(w, feedOf("a"))
	}, store.Feed{URL: "/hourly", Every: time.Hour},
		store.Feed{URL: "/bad", Every: time.Hour},
		store.Feed{URL: "/other", Every: time.Hour})
	if err := r.run(ctx); !errors.Is(err, console.ErrSome) {
		t.Fatalf("error %v, want ErrSome", err)
	}
	feeds, err := r.store.Feeds(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range feeds {
		if !strings.HasSuffix(f.URL, "/other") {
			r.URLs = append(r.URLs, f.URL)
		}
	}
	clear(asked)
	start := c.now.Add(time.Minute)
	c.now = start
	r.Forever = true
	r.wait = func(ctx context.Context, d time.Duration) {
		if c.now.Equal(start) && (asked["/hourly"] != 1 || asked["/bad"] != 1) {
			t.Errorf("asked %v in the first round, want each named one", asked)
		}
		c.wait(ctx, d)
		if c.now.After(start.Add(12 * time.Hour)) {
			cancel()
		}
	}
	if err := r.run(ctx); err != nil {
		t.Fatal(err)
	}
	if asked["/hourly"] < 12 || asked["/hourly"] > 15 || asked["/bad"] > 4 ||
		asked["/other"] != 0 {
		t.Errorf("asked %v in half a day", asked)
	}
}

// TestAnItemThatFailedIsTriedAgain since what it links to may come back.
func TestAnItemThatFailedIsTriedAgain(t *testing.T) {
	r, c := rounds(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"1"`)
		if r.Header.Get("If-None-Match") != "" {
			t.Error("the feed is asked for as if all of it had been read")
		}
		io.WriteString(w, feedOf("good", "torn"))
	}, store.Feed{URL: "/feed", Every: time.Hour})
	for range 2 {
		if err := r.run(t.Context()); !errors.Is(err, console.ErrSome) {
			t.Errorf("error %v, want ErrSome", err)
		}
		if r.unread != 1 || r.failed != 0 {
			t.Errorf("%d unread, %d failed", r.unread, r.failed)
		}
		c.now = c.now.Add(time.Hour)
	}
	feeds, err := r.store.Feeds(t.Context())
	if err != nil || feeds[0].Kept != 1 ||
		!strings.Contains(feeds[0].Error, "1 of its items") {
		t.Errorf("%+v, %v", feeds, err)
	}
}

// TestWhatAFeedLeavesOutIsNoFailure since it would be the same at every round.
func TestWhatAFeedLeavesOutIsNoFailure(t *testing.T) {
	many := []string{}
	for n := range 2001 {
		many = append(many, fmt.Sprint(n))
	}
	for _, items := range [][]string{{"a", "b", "a"}, many} {
		unchanged := 0
		r, c := rounds(t, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("ETag", `"1"`)
			if r.Header.Get("If-None-Match") != "" {
				unchanged++
				w.WriteHeader(http.StatusNotModified)
				return
			}
			io.WriteString(w, feedOf(items...))
		}, store.Feed{URL: "/feed", Every: time.Hour})
		for range 2 {
			if err := r.run(t.Context()); err != nil {
				t.Errorf("%d items: error %v", len(items), err)
			}
			c.now = c.now.Add(time.Hour)
		}
		feeds, err := r.store.Feeds(t.Context())
		if err != nil || feeds[0].Kept != len(items)-1 || feeds[0].Error != "" || unchanged != 1 {
			t.Errorf("%d items: %+v, %v, not sent again %d times", len(items), feeds, err, unchanged)
		}
	}
}

// TestS3ASlowHostDelaysNoOther has one feed that never ends among forty.
func TestS3ASlowHostDelaysNoOther(t *testing.T) {
	slow := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter,
		r *http.Request,
	) {
		<-r.Context().Done()
	}))
	t.Cleanup(slow.Close)
	var feeds []store.Feed
	for n := range 40 {
		feeds = append(feeds, store.Feed{
			URL:   fmt.Sprintf("/%d", n),
			Every: time.Hour,
		})
	}
	r, _ := rounds(t, func(w http.ResponseWriter,
		_ *http.Request,
	) {
		io.WriteString(w, feedOf("a"))
	}, feeds...)
	hung := strings.Replace(slow.URL, "127.0.0.1", "localhost", 1) + "/"
	if err := r.store.Watch(t.Context(), store.Feed{
		URL:   hung,
		Every: time.Hour,
	}); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	all, err := r.store.Feeds(ctx)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for p := range r.polls(ctx, all) {
		if p.err != nil {
			t.Error(p.err)
		}
		if n++; n == 40 {
			break // the slow one is left
		}
	}
	if n != 40 {
		t.Errorf("%d answers while one host hangs, want 40", n)
	}
}
