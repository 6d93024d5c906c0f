package api

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"readout/internal/ingest"
	"readout/internal/keeping/store"
	"readout/internal/serving/turn"
	"readout/record"
)

// A crowd is a reader that counts how many documents it is given at once. Each is
// read when it may go on.
type crowd struct {
	onward chan struct{}

	mu        sync.Mutex
	inner     fakeReader
	now, most int
}

func (c *crowd) Read(ctx context.Context, d ingest.Document) (*record.Record, error) {
	c.count(1)
	defer c.count(-1)
	select {
	case <-c.onward:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.inner.Read(ctx, d)
}

func (c *crowd) count(n int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now += n
	c.most = max(c.most, c.now)
}

func TestOnlySoManyAreReadAtOnce(t *testing.T) {
	c := &crowd{onward: make(chan struct{})}
	s := &service{turns: turn.New(2), reader: c}
	var all sync.WaitGroup
	for range 10 {
		all.Go(func() {
			if _, err := s.inTurn(t.Context(), ingest.Document{Text: said}, time.Minute); err != nil {
				t.Error(err)
			}
		})
	}
	for s.turns.Taken() < 3 {
		time.Sleep(time.Millisecond)
	}
	if _, err := s.inTurn(t.Context(), ingest.Document{Text: said}, time.Millisecond); !errors.Is(err, store.ErrBusy) {
		t.Errorf("one that waits no longer: %v", err)
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := s.inTurn(ctx, ingest.Document{Text: said}, time.Minute); !errors.Is(err, context.Canceled) {
		t.Errorf("one whose client has gone: %v", err)
	}
	close(c.onward)
	all.Wait()
	if c.most != 3 || s.turns.Taken() != 0 {
		t.Errorf("%d at once, %d turns lost", c.most, s.turns.Taken())
	}
}

// TestS3ASlowHostHoldsUpNoDocument posts addresses of a host that does not come to
// its end, more than are read at once, and others beside them.
func TestS3ASlowHostHoldsUpNoDocument(t *testing.T) {
	b := serving(t)
	page := "<html><body><article><p>" + strings.Repeat(said+" ", 20) + "</p></article></body></html>"
	var mu sync.Mutex
	open, most := 0, 0
	onward := make(chan struct{})
	slow := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		open++
		most = max(most, open)
		mu.Unlock()
		w.Header().Set("Content-Type", "text/html")
		_ = http.NewResponseController(w).Flush()
		select {
		case <-onward:
		case <-r.Context().Done():
		}
		fmt.Fprint(w, page)
		mu.Lock()
		open--
		mu.Unlock()
	}))
	defer slow.Close()
	other := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, page)
	}))
	defer other.Close()
	reader := &crowd{onward: make(chan struct{})}
	close(reader.onward)
	h, err := New(Options{Store: b.store, Reader: reader, Now: now, Client: ingest.NewClient(true)})
	if err != nil {
		t.Fatal(err)
	}
	b.Handler = h
	var all sync.WaitGroup
	for i := range 6 {
		all.Go(func() {
			body := fmt.Sprintf(`{"url": "%s/%d"}`, slow.URL, i)
			if w := b.ask(t, http.MethodPost, "/documents", body, "Content-Type: application/json"); w.Code != http.StatusCreated {
				t.Errorf("of the slow host: %d %s", w.Code, w.Body)
			}
		})
	}
	for reached := 0; reached < 2; time.Sleep(time.Millisecond) {
		mu.Lock()
		reached = open
		mu.Unlock()
	}
	for _, body := range []string{`{"text": "` + said + `"}`, `{"url": "` + other.URL + `"}`} {
		began := time.Now()
		w := b.ask(t, http.MethodPost, "/documents", body, "Content-Type: application/json")
		if took := time.Since(began); w.Code != http.StatusCreated || took > waitTime {
			t.Errorf("%s beside a slow host: %d after %s", body, w.Code, took)
		}
	}
	close(onward)
	all.Wait()
	if most > 2 {
		t.Errorf("%d requests to one host at once", most)
	}
}

// deadlines takes note of the last one for reading.
type deadlines struct {
	*httptest.ResponseRecorder
	reading time.Time
}

// SetReadDeadline is what http.ResponseController looks for.
func (d *deadlines) SetReadDeadline(at time.Time) error {
	d.reading = at
	return nil
}

func TestTheTimeOfABodyDoesNotEndItsReading(t *testing.T) {
	b := serving(t)
	w := &deadlines{httptest.NewRecorder(), time.Now()}
	r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, Prefix+"/documents", strings.NewReader(said))
	r.Header.Set("Content-Type", "text/plain")
	b.ServeHTTP(w, r)
	if w.Code != http.StatusCreated || !w.reading.IsZero() {
		t.Errorf("%d, the connection is given up at %s", w.Code, w.reading)
	}
}
