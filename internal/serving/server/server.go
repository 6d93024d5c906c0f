// Package server is what stands between a network and the handlers of this
// program: it listens, lets in, limits, counts, logs and stops. What is served
// are plain handlers that it is given.
//
// A request passes, in this order: its answer gets the headers of security;
// its Host must be a name of this server and its Origin no other site's, on
// every route; its body is taken in whole, within limits; its client must not be
// too fast; it waits, shortly and among few, for one of the places of work; and
// where tokens are asked for it must bring one, in a header or a cookie. Documents
// that are to be read have places of their own beside those of questions. Answers
// up to [answerBuffer] give their place of work back before they are sent, so
// that slow clients hold nothing that others need. Longer ones and streams of
// events go on without one, and must make progress.
//
// /healthz and /readyz need no token and no place, /metrics no place.
//
// Limits: it speaks HTTP/1.1 without TLS, which is a proxy's work. The headers
// X-Forwarded-* are not believed, so that all clients behind a proxy have one
// address; those who bring tokens are told apart.
package server

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/net/netutil"

	"readout/internal/keeping/store"
	"readout/internal/serving/route"
	"readout/internal/serving/token"
)

// Options are what is served, and how. The zero value serves nothing but what
// the server knows of itself, to the machine itself.
type Options struct {
	API http.Handler // at /api/
	MCP http.Handler // at /mcp
	Web http.Handler // at /

	Hosts  []string   // names of the server besides those of the machine itself
	Tokens *token.Box // nil: nobody is asked for a token
	Locked bool       // a token is asked for even while there is none

	Log     *slog.Logger // nil: nothing is logged
	Verbose bool         // log paths and queries, which tell what people look for

	Stats func(context.Context) (store.Stats, error) // for metrics; may be nil
	Ready func(context.Context) error                // may be nil

	Work int     // requests worked on at a time; 0: two a processor
	Rate float64 // requests a second of one client; 0: [usualRate]
	Now  func() time.Time
}

// The times that a client has.
const (
	headerTime = 5 * time.Second
	bodyTime   = 30 * time.Second
	writeTime  = 60 * time.Second // without progress
	idleTime   = 60 * time.Second
	stopTime   = 10 * time.Second // for what is under way when the server stops
)

const (
	maxHeader = 64 << 10 // bytes

	// maxConnections is far above what a desk opens, and what a process of 4,096
	// files, a usual limit, leaves besides the database.
	maxConnections = 3000
)

// A Server serves. It is made by [New].
type Server struct {
	opt      Options
	gate     *gate
	slow     *gate // for requests that take long
	long     *gate // for long lists
	pace     *pace
	bodies   *bodies
	meter    *meter
	hosts    hosts
	locked   atomic.Bool // a token was seen, so that one is asked for from now on
	stopping atomic.Bool
	streams  streams
	handler  http.Handler
	tables   []*route.Table // of the server itself
}

// New returns a server that does not listen yet.
func New(opt Options) *Server {
	if opt.Log == nil {
		opt.Log = slog.New(slog.DiscardHandler)
	}
	if opt.Work == 0 {
		opt.Work = 2 * runtime.GOMAXPROCS(0)
	}
	s := &Server{
		opt: opt, gate: newGate(opt.Work), slow: newGate(slowPerPlace * opt.Work),
		long: newGate(max(opt.Work/longPerPlace, 1)), pace: newPace(opt.Rate, opt.Now),
		bodies: &bodies{}, hosts: newHosts(opt.Hosts),
	}
	s.meter = newMeter(s)
	s.locked.Store(opt.Locked)
	s.handler = s.observed(s.guarded(s.routes()))
	return s
}

// Handler returns all that is served, as one handler.
func (s *Server) Handler() http.Handler { return s.handler }

// Patterns returns the routes of all that is served, those of mounted handlers
// among them where these tell them.
func (s *Server) Patterns() []string {
	var all []string
	for _, t := range s.tables {
		all = append(all, t.Patterns()...)
	}
	for _, h := range []http.Handler{s.opt.API, s.opt.MCP, s.opt.Web} {
		all = append(all, route.Of(h)...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// routes joins what the server knows of itself with what it is given.
func (s *Server) routes() http.Handler {
	inner := route.New()
	inner.HandleFunc("/login", s.login)
	inner.HandleFunc("/logout", s.logout)
	inner.HandleFunc("GET "+stylePath, style)
	for _, m := range []struct {
		pattern string
		handler http.Handler
	}{{"/api/", s.opt.API}, {"/mcp", s.opt.MCP}, {"/", s.opt.Web}} {
		h := m.handler
		if h == nil {
			h = http.HandlerFunc(nothing)
		}
		inner.Handle(m.pattern, h)
	}
	outer := route.New()
	outer.HandleFunc("/healthz", readOnly(s.healthz))
	outer.HandleFunc("/readyz", readOnly(s.readyz))
	outer.Handle("/metrics", s.known(readOnly(s.meter.handler.ServeHTTP)))
	outer.Handle("/", s.paced(s.taken(s.admitted(s.known(inner)))))
	s.tables = []*route.Table{outer, inner}
	return outer
}

// nothing answers for what is not served.
func nothing(w http.ResponseWriter, r *http.Request) {
	refuse(w, r, problem{Status: http.StatusNotFound, Detail: "nothing is served at " + r.URL.Path})
}

// readOnly refuses what would change something.
func readOnly(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Allow", "GET, HEAD")
			refuse(w, r, problem{
				Status: http.StatusMethodNotAllowed,
				Detail: r.URL.Path + " is only read",
			})
			return
		}
		next(w, r)
	}
}

// healthz says that the program runs.
func (s *Server) healthz(w http.ResponseWriter, _ *http.Request) { writeText(w, "ok\n") }

// readyz says whether requests are welcome.
func (s *Server) readyz(w http.ResponseWriter, r *http.Request) {
	if s.stopping.Load() {
		refuse(w, r, problem{Status: http.StatusServiceUnavailable, Detail: "the server stops"})
		return
	}
	if s.opt.Ready != nil {
		ctx, cancel := context.WithTimeout(r.Context(), time.Second)
		defer cancel()
		if err := s.opt.Ready(ctx); err != nil {
			s.opt.Log.Error("not ready", "err", err)
			refuse(w, r, problem{
				Status: http.StatusServiceUnavailable, Detail: "the database does not answer",
			})
			return
		}
	}
	writeText(w, "ready\n")
}

func writeText(w http.ResponseWriter, text string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	fmt.Fprint(w, text)
}

// Serve serves on a listener until ctx is done. Then it is not ready, streams end,
// and what is under way has [stopTime] to come to its end, or until now is done. It
// closes the listener.
func (s *Server) Serve(ctx context.Context, l net.Listener, now <-chan struct{}) error {
	web := &http.Server{
		Handler:           s.handler,
		ReadHeaderTimeout: headerTime,
		ReadTimeout:       bodyTime,
		WriteTimeout:      writeTime,
		IdleTimeout:       idleTime,
		MaxHeaderBytes:    maxHeader,
		ErrorLog:          slog.NewLogLogger(s.opt.Log.Handler(), slog.LevelDebug),
	}
	ended := make(chan error, 1)
	go func() { ended <- web.Serve(netutil.LimitListener(l, maxConnections)) }()
	select {
	case err := <-ended:
		return fmt.Errorf("serve on %s: %w", l.Addr(), err)
	case <-ctx.Done():
	}
	s.opt.Log.Info("stopping")
	s.stopping.Store(true)
	s.streams.end()
	err := s.stop(web, now)
	<-ended
	return err
}

// stop lets what is under way come to its end, or cuts it off.
func (s *Server) stop(web *http.Server, now <-chan struct{}) error {
	ctx, cancel := context.WithTimeout(context.Background(), stopTime)
	defer cancel()
	done := make(chan struct{})
	defer close(done)
	go func() {
		select {
		case <-now:
			cancel()
		case <-done:
		}
	}()
	err := web.Shutdown(ctx)
	if errors.Is(err, context.DeadlineExceeded) || errors.Is(err, context.Canceled) {
		s.opt.Log.Warn("cut off what was under way")
		return web.Close()
	}
	return err
}

// streams are the requests that go on until one side ends them.
type streams struct {
	mu     sync.Mutex
	ended  bool
	cancel map[*visit]context.CancelFunc
}

// add remembers how a stream is ended, and ends it at once when all are.
func (s *streams) add(v *visit, cancel context.CancelFunc) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.ended {
		cancel()
		return
	}
	if s.cancel == nil {
		s.cancel = map[*visit]context.CancelFunc{}
	}
	s.cancel[v] = cancel
}

func (s *streams) remove(v *visit) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.cancel, v)
}

func (s *streams) end() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.ended = true
	for _, cancel := range s.cancel {
		cancel()
	}
}
