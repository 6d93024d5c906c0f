package server

import (
	"context"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"runtime/debug"
	"strings"
	"time"
)

// A visit is one request on its way through the server.
type visit struct {
	request *http.Request
	cancel  context.CancelFunc
	client  string // who is not to be too fast: a token or an address
	token   string // name of the token, "" without one
	streams bool   // holds a place among the streams
	status  int
	bytes   int64
}

type visitKey struct{}

// visitOf returns the visit that a request is.
func visitOf(r *http.Request) *visit {
	v, _ := r.Context().Value(visitKey{}).(*visit)
	return v
}

// A counter counts what goes out.
type counter struct {
	http.ResponseWriter
	visit *visit
}

// Unwrap lets others reach the connection.
func (c counter) Unwrap() http.ResponseWriter { return c.ResponseWriter }

// WriteHeader takes note of the status.
func (c counter) WriteHeader(status int) {
	if c.visit.status == 0 && status >= http.StatusOK {
		c.visit.status = status
	}
	c.ResponseWriter.WriteHeader(status)
}

// Write counts.
func (c counter) Write(p []byte) (int, error) {
	if c.visit.status == 0 {
		c.visit.status = http.StatusOK
	}
	n, err := c.ResponseWriter.Write(p)
	c.visit.bytes += int64(n)
	return n, err
}

// observed counts and logs every request, and answers for handlers that panic.
func (s *Server) observed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		began := s.opt.Now()
		v := &visit{}
		ctx, cancel := context.WithCancel(context.WithValue(r.Context(), visitKey{}, v))
		defer cancel()
		r = r.WithContext(ctx)
		v.request, v.cancel = r, cancel
		s.identify(v)
		s.meter.inFlight.Inc()
		defer func() {
			fault := recover()
			s.closed(v)
			s.meter.inFlight.Dec()
			if fault != nil {
				s.panicked(counter{w, v}, fault)
			}
			s.note(v, s.opt.Now().Sub(began))
		}()
		next.ServeHTTP(counter{w, v}, r)
	})
}

// panicked answers for a handler that panicked, where nothing was sent. Else the
// client must not take what it has for the whole: the connection is cut.
func (s *Server) panicked(w counter, fault any) {
	if fault != http.ErrAbortHandler { //nolint:errorlint // a value that was thrown, not an error that was wrapped
		s.opt.Log.Error("a handler panicked", "fault", fault, "stack", string(debug.Stack()))
	}
	if w.visit.status == 0 {
		refuse(w, w.visit.request, problem{
			Status: http.StatusInternalServerError,
			Detail: "a defect of readout, please report it",
		})
		return
	}
	// Where there is no connection, in tests, there is nothing to cut.
	_ = http.NewResponseController(w).SetWriteDeadline(time.Unix(1, 0))
}

// note logs and counts a request that is over.
func (s *Server) note(v *visit, took time.Duration) {
	route, method := routeOf(v.request), methodOf(v.request.Method)
	s.meter.count(route, method, v.status, took)
	level := slog.LevelInfo
	if route == "/healthz" || route == "/readyz" || route == "/metrics" {
		level = slog.LevelDebug
	}
	said := []any{
		"method", method, "route", route, "status", v.status, "bytes", v.bytes,
		"ms", float64(took.Microseconds()) / 1000, "client", v.client,
	}
	if s.opt.Verbose {
		said = append(said, "path", v.request.URL.Path, "query", v.request.URL.RawQuery)
	}
	s.opt.Log.Log(v.request.Context(), level, "request", said...)
}

// routeOf returns the pattern that matched a request, of which there are few.
func routeOf(r *http.Request) string {
	pattern := r.Pattern
	if _, path, ok := strings.Cut(pattern, " "); ok {
		pattern = path
	}
	if pattern == "" {
		return "none"
	}
	return pattern
}

// methodOf returns a method, of which there are few.
func methodOf(method string) string {
	switch method {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodPatch,
		http.MethodDelete, http.MethodOptions:
		return method
	}
	return "other"
}

// addressOf returns the address of a client; of IPv6 the network, of which one
// client has all addresses.
func addressOf(r *http.Request) string {
	const network = 64
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	at, err := netip.ParseAddr(host)
	if err != nil {
		return host
	}
	if at = at.Unmap(); at.Is6() && !at.IsLoopback() {
		if p, err := at.Prefix(network); err == nil {
			return p.String()
		}
	}
	return at.String()
}
