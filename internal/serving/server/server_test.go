package server

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"readout/internal/keeping/store"
	"readout/internal/serving/token"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// app stands in for what is mounted. It knows how to be slow, long and broken.
func app(name string) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		fmt.Fprintf(w, "%s %s %d %v", name, r.Method, len(body), err)
	})
	mux.HandleFunc("/panic", func(http.ResponseWriter, *http.Request) { panic("unreachable: a test") })
	mux.HandleFunc("/late", func(w http.ResponseWriter, _ *http.Request) {
		_ = http.NewResponseController(w).Flush()
		panic("unreachable: a test")
	})
	mux.HandleFunc("/fail", func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "no", http.StatusTeapot) })
	mux.HandleFunc("/wait", func(w http.ResponseWriter, r *http.Request) {
		d, _ := time.ParseDuration(r.URL.Query().Get("for"))
		select {
		case <-time.After(d):
			fmt.Fprint(w, "waited")
		case <-r.Context().Done():
		}
	})
	mux.HandleFunc("/long", func(w http.ResponseWriter, _ *http.Request) {
		for range 64 {
			if _, err := w.Write(make([]byte, 64<<10)); err != nil {
				return
			}
		}
	})
	mux.HandleFunc("/events", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/event-stream")
		fmt.Fprint(w, "data: begun\n\n")
		if err := http.NewResponseController(w).Flush(); err != nil {
			return
		}
		<-r.Context().Done()
	})
	return mux
}

// A place is a server under test.
type place struct {
	*Server
	url  string
	logs *lockedBuffer
	http *http.Client
}

type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (b *lockedBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.Write(p)
}

func (b *lockedBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.String()
}

// start runs a server with stand-ins, changed by the options.
func start(t *testing.T, change func(*Options)) place {
	t.Helper()
	p := place{logs: &lockedBuffer{}, http: &http.Client{
		Transport: &http.Transport{MaxIdleConnsPerHost: 64},
		CheckRedirect: func(*http.Request, []*http.Request) error {
			return http.ErrUseLastResponse
		},
	}}
	opt := Options{
		API: app("api"), MCP: app("mcp"), Web: app("web"), Now: time.Now, Verbose: true,
		Log: slog.New(slog.NewTextHandler(p.logs, &slog.HandlerOptions{Level: slog.LevelDebug})),
	}
	if change != nil {
		change(&opt)
	}
	p.Server = New(opt)
	l := listen(t)
	p.url = "http://" + l.Addr().String()
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- p.Serve(ctx, l, nil) }()
	t.Cleanup(func() {
		p.http.CloseIdleConnections()
		cancel()
		if err := <-done; err != nil {
			t.Errorf("Serve: %v", err)
		}
	})
	return p
}

// A reply is what was answered.
type reply struct {
	StatusCode int
	Header     http.Header
	cookies    []*http.Cookie
}

// Cookies returns those that were set.
func (r reply) Cookies() []*http.Cookie { return r.cookies }

func listen(t *testing.T) net.Listener {
	t.Helper()
	var config net.ListenConfig
	l, err := config.Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func dial(t *testing.T, address string) net.Conn {
	t.Helper()
	var d net.Dialer
	c, err := d.DialContext(t.Context(), "tcp", strings.TrimPrefix(address, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// ask makes a request; headers are pairs of name and value.
func (p place) ask(t *testing.T, method, path, body string, headers ...string) (reply, string) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, p.url+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for pair := range slices.Chunk(headers, 2) {
		r.Header.Set(pair[0], pair[1])
		if pair[0] == "Host" {
			r.Host = pair[1]
		}
	}
	res, err := p.http.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	data, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return reply{res.StatusCode, res.Header, res.Cookies()}, string(data)
}

// raw sends bytes and returns the first line of what comes back, "" for nothing.
func (p place) raw(t *testing.T, request string) string {
	t.Helper()
	c := dial(t, p.url)
	defer c.Close()
	if err := c.SetDeadline(time.Now().Add(5 * time.Second)); err != nil {
		t.Fatal(err)
	}
	go func() { _, _ = io.WriteString(c, request) }() // may be cut off
	line, _ := bufio.NewReader(c).ReadString('\n')
	return strings.TrimSpace(line)
}

// routes are those of the server and one of each that is mounted.
var routes = []string{
	"/", "/api/v1/x", "/mcp", "/metrics", "/healthz", "/readyz", "/login", "/logout", "/login/style.css",
}

func TestEachPathGoesToItsHandler(t *testing.T) {
	p := start(t, nil)
	for path, want := range map[string]string{
		"/": "web GET 0 <nil>", "/doc/d1": "web GET 0 <nil>", "/api/v1/statements": "api GET 0 <nil>",
		"/mcp": "mcp GET 0 <nil>", "/healthz": "ok\n", "/readyz": "ready\n",
	} {
		if res, body := p.ask(t, "GET", path, ""); res.StatusCode != 200 || body != want {
			t.Errorf("%s: %d %q, want %q", path, res.StatusCode, body, want)
		}
	}
	if res, body := p.ask(t, "POST", "/api/v1/documents", "words"); body != "api POST 5 <nil>" {
		t.Errorf("POST: %d %q", res.StatusCode, body)
	}
	bare := New(Options{Now: time.Now})
	w := httptest.NewRecorder()
	bare.Handler().ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), "GET", "http://localhost/x", nil))
	if w.Code == 200 {
		t.Errorf("nothing is served, and yet: %d", w.Code)
	}
}

func TestNotReadyWhereTheDatabaseDoesNotAnswer(t *testing.T) {
	p := start(t, func(o *Options) {
		o.Ready = func(context.Context) error { return errors.New("disk gone: secret path") }
	})
	res, body := p.ask(t, "GET", "/readyz", "")
	if res.StatusCode != 503 || strings.Contains(body, "secret") || res.Header.Get("Retry-After") == "" {
		t.Errorf("%d %s", res.StatusCode, body)
	}
	if !strings.Contains(p.logs.String(), "disk gone") {
		t.Error("the log does not say why")
	}
	if res, _ := p.ask(t, "GET", "/healthz", ""); res.StatusCode != 200 {
		t.Errorf("healthz: %d", res.StatusCode)
	}
	if res, _ := p.ask(t, "POST", "/readyz", ""); res.StatusCode != 405 || res.Header.Get("Allow") != "GET, HEAD" {
		t.Errorf("POST: %d", res.StatusCode)
	}
}

func TestAPanicIsOneAnswerAndNoSecret(t *testing.T) {
	p := start(t, nil)
	res, body := p.ask(t, "GET", "/panic", "")
	if res.StatusCode != 500 || strings.Contains(body, "a test") || !strings.Contains(body, `"status":500`) {
		t.Errorf("%d %s", res.StatusCode, body)
	}
	if !strings.Contains(p.logs.String(), "unreachable: a test") {
		t.Error("the log does not say why")
	}
	r, _ := http.NewRequestWithContext(t.Context(), "GET", p.url+"/late", nil)
	cut, err := p.http.Do(r)
	if err == nil {
		_, err = io.ReadAll(cut.Body)
		cut.Body.Close()
	}
	if err == nil {
		t.Error("an answer that was cut off looks whole")
	}
	if _, body := p.ask(t, "GET", "/", ""); body != "web GET 0 <nil>" {
		t.Errorf("afterwards: %q", body)
	}
}

// TestTypesOfProblemsLeadToTheReference asks for each kind of refusal that is the
// server's own.
func TestTypesOfProblemsLeadToTheReference(t *testing.T) {
	box, _ := tokens(t, time.Now)
	p := start(t, func(o *Options) { o.Tokens, o.API = box, nil })
	slow := start(t, func(o *Options) { o.Rate = 1e-9 })
	slow.ask(t, "GET", "/api/x", "")
	for want, got := range map[string]func() (reply, string){
		"no-token":   func() (reply, string) { return p.ask(t, "GET", "/api/x", "") },
		"other-name": func() (reply, string) { return p.ask(t, "GET", "/api/x", "", "Host", "evil.example") },
		"other-site": func() (reply, string) { return p.ask(t, "GET", "/api/x", "", "Origin", "null") },
		"bad-method": func() (reply, string) { return p.ask(t, "POST", "/healthz", "") },
		"too-fast":   func() (reply, string) { return slow.ask(t, "GET", "/api/x", "") },
	} {
		res, body := got()
		if !strings.Contains(body, `"type":"/api/v1/docs#`+want+`"`) || !strings.Contains(body, fmt.Sprintf(`"status":%d`, res.StatusCode)) ||
			res.Header.Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s: %d %s", want, res.StatusCode, body)
		}
	}
}

func TestMetricsCountByRouteAndTellNoPaths(t *testing.T) {
	p := start(t, func(o *Options) {
		o.Stats = func(context.Context) (store.Stats, error) {
			return store.Stats{Documents: 12, Statements: 345, Bytes: 6789}, nil
		}
	})
	p.ask(t, "GET", "/doc/secret-name?q=secret-word", "")
	p.ask(t, "BREW", "/fail", "")
	p.ask(t, "GET", "/", "", "Host", "evil.example")
	_, body := p.ask(t, "GET", "/metrics", "")
	for _, line := range []string{
		`readout_http_requests_total{code="200",method="GET",route="/"} 1`,
		`readout_http_requests_total{code="418",method="other",route="/fail"} 1`,
		`readout_http_refused_total{reason="host"} 1`,
		`readout_http_request_seconds_count{route="/"} 1`,
		`readout_http_in_flight 1`,
		`readout_kept{kind="documents"} 12`, `readout_kept{kind="statements"} 345`, `readout_kept_bytes 6789`,
		`go_goroutines `,
	} {
		if !strings.Contains(body, "\n"+line) {
			t.Errorf("no line %s", line)
		}
	}
	if strings.Contains(body, "secret") {
		t.Error("metrics tell what people look for")
	}
}

func TestLogsTellQueriesOnlyWhenAsked(t *testing.T) {
	for _, verbose := range []bool{false, true} {
		p := start(t, func(o *Options) { o.Verbose = verbose })
		p.ask(t, "GET", "/doc/lee?q=treason", "")
		logs := p.logs.String()
		if got := strings.Contains(logs, "treason") && strings.Contains(logs, "lee"); got != verbose {
			t.Errorf("verbose %t: %s", verbose, logs)
		}
		if !strings.Contains(logs, "route=/ ") || !strings.Contains(logs, "client=127.0.0.1") {
			t.Errorf("no request in %s", logs)
		}
	}
}

func TestD15ShutdownFinishesWhatIsUnderWay(t *testing.T) {
	s := New(Options{Web: app("web"), Now: time.Now, Work: 64})
	l := listen(t)
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- s.Serve(ctx, l, nil) }()
	client := &http.Client{Transport: &http.Transport{}}
	defer client.CloseIdleConnections()
	var all sync.WaitGroup
	codes := make(chan string, 51)
	get := func(path string) {
		r, _ := http.NewRequestWithContext(context.Background(), "GET", "http://"+l.Addr().String()+path, nil)
		res, err := client.Do(r)
		if err != nil {
			codes <- err.Error()
			return
		}
		defer res.Body.Close()
		body, err := io.ReadAll(res.Body)
		codes <- fmt.Sprint(res.StatusCode, string(body), err)
	}
	for range 50 {
		all.Go(func() { get("/wait?for=600ms") })
	}
	all.Go(func() { get("/events") })
	for len(s.gate.work) < 50 || len(s.gate.open) < 1 {
		time.Sleep(time.Millisecond)
	}
	began := time.Now()
	cancel()
	err := <-done
	if took := time.Since(began); err != nil || took > stopTime {
		t.Errorf("stopped after %s: %v", took, err)
	}
	all.Wait()
	close(codes)
	for c := range codes {
		if c != "200waited<nil>" && !strings.HasPrefix(c, "200data: begun") {
			t.Errorf("under way: %s", c)
		}
	}
	w := httptest.NewRecorder()
	s.Handler().ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), "GET", "http://localhost/readyz", nil))
	if s.stopping.Load() == false {
		t.Error("it is still ready")
	}
}

func TestD15SecondSignalCutsOff(t *testing.T) {
	s := New(Options{Web: app("web"), Now: time.Now})
	l := listen(t)
	ctx, cancel := context.WithCancel(t.Context())
	now, done := make(chan struct{}), make(chan error, 1)
	go func() { done <- s.Serve(ctx, l, now) }()
	c := dial(t, l.Addr().String())
	defer c.Close()
	fmt.Fprint(c, "GET /wait?for=1m HTTP/1.1\r\nHost: localhost\r\n\r\n")
	for len(s.gate.work) == 0 {
		time.Sleep(time.Millisecond)
	}
	began := time.Now()
	cancel()
	time.Sleep(20 * time.Millisecond)
	close(now)
	if err := <-done; err != nil || time.Since(began) > time.Second {
		t.Errorf("stopped after %s: %v", time.Since(began), err)
	}
}

// tokens returns a box with one token, and the token.
func tokens(t *testing.T, now func() time.Time) (*token.Box, string) {
	t.Helper()
	b := token.At(filepath.Join(t.TempDir(), "tokens"), now)
	text, err := b.Make("desk")
	if err != nil {
		t.Fatal(err)
	}
	return b, text
}
