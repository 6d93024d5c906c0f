package server

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

func TestL2OverloadIsRefusedQuicklyAndMendsItself(t *testing.T) {
	p := start(t, func(o *Options) { o.Work, o.Rate = 2, 1e6 })
	const clients, rounds = 2 * 3 * (1 + queuePerPlace), 4 // three times what is let in
	var mu sync.Mutex
	count := map[int]int{}
	var refused []time.Duration
	var all sync.WaitGroup
	for range clients {
		all.Go(func() {
			for range rounds {
				began := time.Now()
				res, _ := p.ask(t, "GET", "/wait?for=5ms", "")
				mu.Lock()
				count[res.StatusCode]++
				if res.StatusCode == 503 {
					refused = append(refused, time.Since(began))
					if res.Header.Get("Retry-After") != retrySeconds {
						t.Errorf("Retry-After %q", res.Header.Get("Retry-After"))
					}
				}
				mu.Unlock()
			}
		})
	}
	all.Wait()
	if count[200] == 0 || count[503] == 0 || count[200]+count[503] != clients*rounds {
		t.Errorf("answers %v", count)
	}
	slices.Sort(refused)
	if p50 := refused[len(refused)/2]; p50 > time.Second { // ten times the bar: the machine may be busy
		t.Errorf("half of the refusals took longer than %s", p50)
	}
	if res, _ := p.ask(t, "GET", "/wait?for=1ms", ""); res.StatusCode != 200 {
		t.Errorf("afterwards: %d", res.StatusCode)
	}
	if res, _ := p.ask(t, "GET", "/healthz", ""); res.StatusCode != 200 {
		t.Errorf("healthz: %d", res.StatusCode)
	}
	if len(p.gate.work)+len(p.gate.queue) != 0 {
		t.Error("places are lost")
	}
}

func TestWaitingEndsWithTheClient(t *testing.T) {
	g := newGate(1)
	if err := g.enter(t.Context()); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := g.enter(ctx); err != context.Canceled { //nolint:errorlint // the very value
		t.Errorf("enter: %v", err)
	}
	if len(g.queue) != 0 {
		t.Error("a place in the queue is lost")
	}
}

func TestClientsThatAreTooFastAreRefused(t *testing.T) {
	p := start(t, func(o *Options) { o.Rate = 2 })
	codes := map[int]int{}
	for range 10 {
		res, _ := p.ask(t, "GET", "/", "")
		codes[res.StatusCode]++
		if res.StatusCode == 429 && res.Header.Get("Retry-After") == "" {
			t.Error("no Retry-After")
		}
	}
	if codes[200] < 4 || codes[429] < 4 {
		t.Errorf("answers %v", codes)
	}
	if res, _ := p.ask(t, "GET", "/metrics", ""); res.StatusCode != 200 {
		t.Errorf("metrics: %d", res.StatusCode)
	}
}

func TestClientsAreToldApartInBoundedMemory(t *testing.T) {
	now := time.Unix(0, 0)
	p := newPace(1, func() time.Time { return now })
	for i := range 3 * maxClients {
		if !p.allows(fmt.Sprint(i)) {
			t.Fatalf("client %d is refused", i)
		}
		if len(p.clients) > maxClients {
			t.Fatalf("%d clients are known", len(p.clients))
		}
	}
	for i, want := range []bool{true, true, false} {
		if p.allows("a") != want {
			t.Errorf("request %d of a burst of two is allowed: %v", i+1, !want)
		}
	}
	now = now.Add(time.Second)
	if !p.allows("a") || p.allows("a") {
		t.Error("a second is not one more")
	}
	for from, want := range map[string]string{
		"10.0.0.1:5": "10.0.0.1", "[2001:db8:1:2:3::4]:5": "2001:db8:1:2::/64", "[::1]:5": "::1",
		"[::ffff:10.0.0.1]:5": "10.0.0.1", "pipe": "pipe", "x:5": "x",
	} {
		if got := addressOf(&http.Request{RemoteAddr: from}); got != want {
			t.Errorf("address of %s: %s, want %s", from, got, want)
		}
	}
}

func TestBodiesAreBoundedEachAndTogether(t *testing.T) {
	p := start(t, nil)
	for n, want := range map[int]int{0: 200, 1: 200, maxBody: 200, maxBody + 1: 413} {
		r, _ := http.NewRequestWithContext(t.Context(), "POST", p.url+"/api/x", strings.NewReader(strings.Repeat("x", n)))
		res, err := p.http.Do(r)
		if err != nil {
			continue // the server has closed before all was sent
		}
		body, _ := io.ReadAll(res.Body)
		res.Body.Close()
		if res.StatusCode != want || want == 200 && string(body) != fmt.Sprintf("api POST %d <nil>", n) {
			t.Errorf("%d bytes: %d %s", n, res.StatusCode, body)
		}
	}
	for p.bodies.held.Load() != 0 {
		time.Sleep(time.Millisecond) // the last is given back behind its answer
	}
	var counted int64
	_, err := p.bodies.read(io.LimitReader(zeros{}, maxBody+1), &counted)
	if err != errLong { //nolint:errorlint // the very value
		t.Errorf("a long body: %v", err)
	}
	p.bodies.held.Store(maxBodies)
	if res, _ := p.ask(t, "POST", "/api/x", "x"); res.StatusCode != 503 || res.Header.Get("Retry-After") == "" {
		t.Errorf("when all room is taken: %d", res.StatusCode)
	}
	p.bodies.held.Store(0)
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { return len(p), nil }

func TestStreamsHoldNoPlaceOfWorkAndAreBounded(t *testing.T) {
	p := start(t, func(o *Options) { o.Work = 1 })
	var open []*http.Response
	for range 3 {
		r, _ := http.NewRequestWithContext(t.Context(), "GET", p.url+"/events", nil)
		res, err := p.http.Do(r) //nolint:bodyclose // all are closed below, together
		if err != nil || res.StatusCode != 200 {
			t.Fatal(res, err)
		}
		first := make([]byte, 5)
		if _, err := io.ReadFull(res.Body, first); err != nil || string(first) != "data:" {
			t.Fatalf("%q, %v", first, err)
		}
		open = append(open, res) //nolint:bodyclose // as above
	}
	if _, body := p.ask(t, "GET", "/", ""); body != "web GET 0 <nil>" {
		t.Errorf("beside streams: %q", body)
	}
	for range maxStreams - 3 {
		p.gate.open <- struct{}{}
	}
	for _, path := range []string{"/events", "/long"} {
		if res, body := p.ask(t, "GET", path, ""); res.StatusCode != 503 || !strings.Contains(body, "streams") {
			t.Errorf("%s behind the last place: %d %s", path, res.StatusCode, body)
		}
	}
	for range maxStreams - 3 {
		<-p.gate.open
	}
	p.gate.sending.Store(maxSending + 1)
	if res, body := p.ask(t, "GET", "/long", ""); res.StatusCode != 503 || !strings.Contains(body, "streams") {
		t.Errorf("a long answer where others wait for their clients: %d %s", res.StatusCode, body)
	}
	if _, body := p.ask(t, "GET", "/", ""); body != "web GET 0 <nil>" {
		t.Errorf("a short one there: %q", body)
	}
	p.gate.sending.Store(0)
	for _, res := range open {
		res.Body.Close()
	}
	for len(p.gate.open) > 0 || len(p.gate.work) > 0 || p.gate.sending.Load() > 0 {
		time.Sleep(time.Millisecond)
	}
	if res, body := p.ask(t, "GET", "/long", ""); res.StatusCode != 200 || len(body) != 64*64<<10 {
		t.Errorf("a long answer: %d, %d bytes", res.StatusCode, len(body))
	}
}

// TestS14SlowClientsHoldUpNobody is the small one; bars_test.go has the long one.
func TestS14SlowClientsHoldUpNobody(t *testing.T) {
	p := start(t, func(o *Options) { o.Work = 2 })
	var slow []net.Conn
	for i := range 60 {
		c := dial(t, p.url)
		slow = append(slow, c)
		fmt.Fprint(c, []string{
			"GET / HTTP/1.1\r\nHost: localhost\r\nX: ",                                 // headers that do not end
			"POST /api/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nx", // a body
			"GET /long HTTP/1.1\r\nHost: localhost\r\n\r\n",                            // an answer that nobody reads
		}[i%3])
	}
	time.Sleep(50 * time.Millisecond)
	for range 20 {
		began := time.Now()
		if res, _ := p.ask(t, "GET", "/", ""); res.StatusCode != 200 || time.Since(began) > time.Second {
			t.Errorf("%d after %s", res.StatusCode, time.Since(began))
		}
	}
	for _, c := range slow {
		c.Close()
	}
}

// TestLongListsKeepNoPageOut asks for more of them than there are places.
func TestLongListsKeepNoPageOut(t *testing.T) {
	p := start(t, func(o *Options) { o.Work = 2 })
	var all sync.WaitGroup
	codes := make([]int, 40)
	for i := range codes {
		all.Go(func() {
			res, _ := p.ask(t, "GET", "/wait?for=50ms&limit="+strconv.Itoa(longList+1), "")
			codes[i] = res.StatusCode
		})
	}
	for len(p.long.queue) < queuePerPlace {
		time.Sleep(time.Millisecond)
	}
	for _, limit := range []string{"", "?limit=x", "?limit=" + strconv.Itoa(longList)} {
		if res, body := p.ask(t, "GET", "/"+limit, ""); body != "web GET 0 <nil>" {
			t.Errorf("%q beside them: %d %s", limit, res.StatusCode, body)
		}
	}
	all.Wait()
	if done := len(slices.DeleteFunc(codes, func(code int) bool { return code != 200 })); done < 1+queuePerPlace {
		t.Errorf("%d long lists were answered", done)
	}
}

func TestHeldAnswersKeepTheirHead(t *testing.T) {
	s := New(Options{Now: time.Now, Web: http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("ETag", `"x"`)
		w.WriteHeader(http.StatusNotModified)
		w.WriteHeader(http.StatusOK) // the second counts for nothing
	})})
	w := httptest.NewRecorder()
	r := httptest.NewRequestWithContext(t.Context(), "GET", "/", nil)
	r.Host = "localhost"
	s.Handler().ServeHTTP(w, r)
	if w.Code != 304 || w.Header().Get("ETag") != `"x"` {
		t.Errorf("%d %v", w.Code, w.Header())
	}
}
