package host

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"readout/cmd/readout/console"
	"readout/cmd/readout/desk"
	"readout/internal/ingest"
	"readout/internal/keeping/store"
	"readout/internal/serving/token"
	"readout/internal/serving/turn"
	"readout/record"
)

// streams are those of a verb under test.
type streams struct {
	mu       sync.Mutex
	out, err bytes.Buffer
}

func (s *streams) to(b *bytes.Buffer) io.Writer { return lockedTo{s, b} }

func (s *streams) text(b *bytes.Buffer) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return b.String()
}

type lockedTo struct {
	s *streams
	b *bytes.Buffer
}

func (l lockedTo) Write(p []byte) (int, error) {
	l.s.mu.Lock()
	defer l.s.mu.Unlock()
	return l.b.Write(p)
}

func envOf(t *testing.T, s *streams) console.Env {
	home := t.TempDir()
	return console.Env{
		Stdin: strings.NewReader(""), Stdout: s.to(&s.out), Stderr: s.to(&s.err), Now: time.Now,
		Getenv: func(name string) string { return map[string]string{"HOME": home}[name] },
	}
}

// house stands in for the rest of the program.
func house(fill error) House {
	return House{
		Version: "test",
		Fill:    func(context.Context, []string, bool, store.Store) error { return fill },
		Mount: func(kept store.Store, _ *slog.Logger) (http.Handler, http.Handler, error) {
			page := func(w http.ResponseWriter, r *http.Request) {
				stats, err := kept.Stats(r.Context())
				fmt.Fprint(w, stats.Documents, err)
			}
			return nil, http.HandlerFunc(page), nil
		},
	}
}

// running starts a verb and returns the address it prints, and what stops it.
func running(t *testing.T, v Serve, e console.Env, s *streams) (url string, stop func() error) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- v.Run(ctx, e, house(nil)) }()
	for url == "" {
		select {
		case err := <-done:
			t.Fatal(err)
		case <-time.After(time.Millisecond):
			url = strings.TrimSpace(s.text(&s.out))
		}
	}
	return url, func() error { cancel(); return <-done }
}

func TestFilesAreServedFromADatabaseThatIsDeleted(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	s := &streams{}
	url, stop := running(t, Serve{Files: []string{"a.txt"}, Listen: "127.0.0.1:0", Rate: 1, Log: "json"}, envOf(t, s), s)
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	res, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	body, _ := io.ReadAll(res.Body)
	res.Body.Close()
	if res.StatusCode != 200 || string(body) != "0 <nil>" {
		t.Errorf("%d %s", res.StatusCode, body)
	}
	if err := stop(); err != nil {
		t.Error(err)
	}
	left, err := os.ReadDir(os.TempDir())
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
	if logs := s.text(&s.err); !strings.Contains(logs, `"route":"/"`) {
		t.Errorf("logged: %s", logs)
	}
}

func TestServeSaysWhatItLacks(t *testing.T) {
	for _, c := range []struct {
		v    Serve
		fill error
		want string
	}{
		{Serve{Rate: 1}, nil, "name files to serve"},
		{Serve{Rate: 0}, nil, "--rate"},
		{Serve{Rate: 1, Listen: "0.0.0.0:0"}, nil, "config token"},
		{Serve{Rate: 1, Listen: "nowhere", Files: []string{"x"}, Insecure: true}, nil, "name host and port"},
		{Serve{Rate: 1, Files: []string{"x"}}, errors.New("no model"), "no model"},
	} {
		s := &streams{}
		err := c.v.Run(t.Context(), envOf(t, s), house(c.fill))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: %v, want %q", c.v, err, c.want)
		}
	}
}

func TestS10AnotherAddressNeedsATokenOrASayso(t *testing.T) {
	for listen, own := range map[string]bool{
		"": true, "127.0.0.1:1": true, "localhost:1": true, "[::1]:1": true, "127.9.9.9:1": true,
		"0.0.0.0:1": false, ":1": false, "[::]:1": false, "10.0.0.1:1": false, "desk.example:1": false,
		"localhost.example:1": false,
	} {
		box := token.At(t.TempDir(), time.Now)
		v := Serve{Listen: listen}
		if err := v.mayListen(box); (err == nil) != own {
			t.Errorf("%q without a token: %v", listen, err)
		}
		if err := (Serve{Listen: listen, Insecure: true}).mayListen(box); err != nil {
			t.Errorf("%q, insecure: %v", listen, err)
		}
		if _, err := box.Make("desk"); err != nil {
			t.Fatal(err)
		}
		if err := v.mayListen(box); err != nil {
			t.Errorf("%q with a token: %v", listen, err)
		}
	}
}

// waiting reads a document until it is told that all are read.
type waiting struct {
	now, most atomic.Int32
	over      chan struct{}
}

func (w *waiting) Read(context.Context, ingest.Document) (*record.Record, error) {
	w.most.Store(max(w.most.Load(), w.now.Add(1)))
	defer w.now.Add(-1)
	<-w.over
	return &record.Record{}, nil
}

func TestOneDocumentAProcessorIsRead(t *testing.T) {
	w := &waiting{over: make(chan struct{})}
	l := Late(func() (Reader, error) { return w, nil })
	processors := int32(runtime.GOMAXPROCS(0))
	long := ingest.Document{Text: strings.Repeat("Word. ", turn.Short)}
	var all sync.WaitGroup
	for range 4 * processors {
		all.Go(func() {
			if _, err := l.Read(t.Context(), long); err != nil {
				t.Error(err)
			}
		})
	}
	for w.now.Load() < processors {
		time.Sleep(time.Millisecond)
	}
	ctx, leave := context.WithCancel(t.Context())
	leave()
	if _, err := l.Read(ctx, long); !errors.Is(err, context.Canceled) {
		t.Errorf("one whose client has gone: %v", err)
	}
	close(w.over)
	all.Wait()
	if n := w.most.Load(); n > processors {
		t.Errorf("%d documents at once on %d processors", n, processors)
	}
}

func TestTheNextFreePortIsTakenWhenNoneIsNamed(t *testing.T) {
	first, err := listen(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	second, err := listen(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	defer second.Close()
	a, b := first.Addr().(*net.TCPAddr), second.Addr().(*net.TCPAddr)
	if a.Port < usualPort || b.Port <= a.Port || !a.IP.IsLoopback() || !b.IP.IsLoopback() {
		t.Errorf("ports %s and %s", a, b)
	}
	if _, err := listen(t.Context(), a.String()); !errors.Is(err, syscall.EADDRINUSE) {
		t.Errorf("a port that was named and is taken: %v", err)
	}
}

func TestTheAddressIsOneToClick(t *testing.T) {
	at := func(s string) net.Addr { a, _ := net.ResolveTCPAddr("tcp", s); return a }
	for want, v := range map[string]struct {
		Serve
		at string
	}{
		"http://127.0.0.1:5/":    {Serve{}, "127.0.0.1:5"},
		"http://[::1]:5/":        {Serve{}, "[::1]:5"},
		"http://localhost:5/":    {Serve{}, "0.0.0.0:5"},
		"http://desk.example:5/": {Serve{Host: []string{"desk.example", "x"}}, "[::]:5"},
	} {
		if got := v.address(at(v.at)); got != want {
			t.Errorf("%s: %s, want %s", v.at, got, want)
		}
	}
}

func TestTokensAreMadeListedAndRevoked(t *testing.T) {
	s := &streams{}
	e := envOf(t, s)
	run := func(v Config) error { v.What = "token"; return v.Run(e, nil, nil) }
	if err := run(Config{}); err != nil {
		t.Fatal(err)
	}
	text := strings.TrimSpace(s.out.String())
	if !strings.HasPrefix(text, "rdo_") || strings.Contains(s.err.String(), text) || !strings.Contains(s.err.String(), "not shown again") {
		t.Errorf("stdout %q, stderr %q", text, s.err.String())
	}
	box := token.At(filepath.Join(e.Getenv("HOME"), ".config", "readout", "tokens"), time.Now)
	if name, ok, err := box.Name(text); name != "default" || !ok || err != nil {
		t.Errorf("%q is %q, %t, %v", text, name, ok, err)
	}
	s.out.Reset()
	if err := run(Config{List: true}); err != nil || !strings.HasPrefix(s.out.String(), "default\t20") {
		t.Errorf("listed %q, %v", s.out.String(), err)
	}
	if err := run(Config{Name: "default"}); !errors.Is(err, token.ErrExists) {
		t.Errorf("made twice: %v", err)
	}
	if err := run(Config{Revoke: "default"}); err != nil {
		t.Error(err)
	}
	if err := run(Config{Revoke: "default"}); !errors.Is(err, token.ErrNone) {
		t.Errorf("revoked twice: %v", err)
	}
	s.err.Reset()
	if err := run(Config{List: true}); err != nil || !strings.Contains(s.err.String(), "no tokens") {
		t.Errorf("listed %q, %v", s.err.String(), err)
	}
	for _, v := range []Config{{What: "tokens"}, {List: true}, {Revoke: "x"}} {
		if err := v.Run(e, nil, nil); err == nil {
			t.Errorf("%+v is taken", v)
		}
	}
	if err := run(Config{List: true, Name: "x"}); err == nil {
		t.Error("a name is taken for a list")
	}
	e.Stdout = failing{}
	if err := run(Config{Name: "lost"}); err == nil {
		t.Error("a token that nobody saw is made")
	}
	if has, err := box.Has("lost"); has || err != nil {
		t.Errorf("it is kept: %t, %v", has, err)
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errors.New("gone") }

func TestALanguageModelIsServedUntilStdinEnds(t *testing.T) {
	s := &streams{}
	e := envOf(t, s)
	db := desk.Database{DB: filepath.Join(t.TempDir(), "r.db")}
	if err := (MCP{db}).Run(t.Context(), e, house(nil)); err == nil {
		t.Error("no database is served")
	}
	kept, err := db.CreateStore(t.Context(), e)
	if err != nil {
		t.Fatal(err)
	}
	if err := kept.Close(); err != nil {
		t.Fatal(err)
	}
	e.Stdin = strings.NewReader(`{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18",` +
		`"capabilities":{},"clientInfo":{"name":"t","version":"1"}}}` + "\n")
	if err := (MCP{db}).Run(t.Context(), e, house(nil)); err != nil {
		t.Error(err)
	}
	if s.err.String() != "" {
		t.Errorf("said %s", s.err.String())
	}
}

func TestTheSecondInterruptEndsAtOnce(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	now, finish := second(ctx)
	defer finish()
	cancel()
	self, err := os.FindProcess(os.Getpid())
	if err != nil {
		t.Fatal(err)
	}
	time.Sleep(50 * time.Millisecond) // until it listens for signals
	if err := self.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	select {
	case <-now:
	case <-time.After(5 * time.Second):
		t.Error("nothing came of it")
	}
}
