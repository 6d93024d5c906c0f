package server

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"strconv"
	"sync/atomic"
	"time"

	"readout/internal/serving/route"
)

// The sizes of the gate. A question takes some milliseconds, so that the last of
// a full queue waits about a tenth of a second.
const (
	queuePerPlace = 8
	longestWait   = time.Second
	maxStreams    = 256

	// maxSending is how many bytes of long answers may wait for slow clients before no
	// more of them are begun: some ten lists of the longest, with what they were made
	// of three times as much.
	maxSending = 8 << 20

	// longList is a limit of rows above which a list takes many times as long as a page.
	longList = 200

	// longPerPlace is how many places of work there are for one of those for long lists.
	longPerPlace = 4

	// slowPerPlace is how many of the requests that take long are let in for one of the
	// others: many of them wait for another server.
	slowPerPlace = 2

	// slowTime is what a document may take to be read: 50,000 words on one
	// processor take half of it.
	slowTime = 50 * time.Second
)

// errBusy means that there is no room for a request now.
var errBusy = errors.New("no room")

// A gate bounds how many requests are worked on, how many wait for it, and how
// many streams are open.
type gate struct {
	work, queue, open chan struct{}
	sending           atomic.Int64 // bytes that clients have not taken yet
}

func newGate(places int) *gate {
	return &gate{
		work:  make(chan struct{}, places),
		queue: make(chan struct{}, places*queuePerPlace),
		open:  make(chan struct{}, maxStreams),
	}
}

// enter takes a place of work, for which it waits shortly where few wait.
func (g *gate) enter(ctx context.Context) error {
	select {
	case g.work <- struct{}{}:
		return nil
	default:
	}
	select {
	case g.queue <- struct{}{}:
	default:
		return errBusy
	}
	defer func() { <-g.queue }()
	wait := time.NewTimer(longestWait)
	defer wait.Stop()
	select {
	case g.work <- struct{}{}:
		return nil
	case <-wait.C:
		return errBusy
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (g *gate) leave() { <-g.work }

// stream takes a place among the streams, if there is one and clients are fast enough.
func (g *gate) stream() bool {
	if g.sending.Load() > maxSending {
		return false
	}
	select {
	case g.open <- struct{}{}:
		return true
	default:
		return false
	}
}

// admitted works on as many requests as there are places. Those that take long have
// places of their own, so that a few of them do not keep all others out; so have lists
// that are long.
func (s *Server) admitted(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !isSafe(r.Method) && (route.IsSlow(s.opt.API, r) || route.IsSlow(s.opt.Web, r)) {
			ctx, cancel := context.WithTimeout(r.Context(), slowTime)
			defer cancel()
			slow := r.WithContext(ctx)
			defer func() { r.Pattern = slow.Pattern }() // for logs and metrics
			s.work(s.slow, next, w, slow)
			return
		}
		if isLong(r) {
			s.work(s.long, next, w, r)
			return
		}
		s.work(s.gate, next, w, r)
	})
}

// isLong reports whether a request is for more rows than a page shows.
func isLong(r *http.Request) bool {
	n, err := strconv.Atoi(r.URL.Query().Get("limit"))
	return err == nil && n > longList
}

// work works on a request when there is a place for it.
func (s *Server) work(g *gate, next http.Handler, w http.ResponseWriter, r *http.Request) {
	if err := g.enter(r.Context()); err != nil {
		s.refused(w, r, "busy", problem{
			Status: http.StatusServiceUnavailable,
			Detail: "too many requests are under way; try again in a second",
		})
		return
	}
	a := newAnswer(s, g, w, r)
	defer a.release()
	next.ServeHTTP(a, r)
	a.finish()
}

// Sizes of bodies.
const (
	maxBody = 16 << 20 // bytes of one, as of one input that is read

	// maxBodies is how many bytes of bodies are held at once: four of the largest.
	maxBodies = 64 << 20

	bodyStep = 64 << 10
)

// bodies counts the bytes of the bodies that are held.
type bodies struct{ held atomic.Int64 }

var (
	errLong = errors.New("the body is longer than 16 MiB")
	errFull = errors.New("too many long bodies at once; try again in a second")
)

// read reads a body whole. The bytes it has counted are given back by the caller.
func (b *bodies) read(body io.Reader, counted *int64) ([]byte, error) {
	var all bytes.Buffer
	step := make([]byte, bodyStep)
	for {
		n, err := body.Read(step)
		*counted += int64(n)
		if *counted > maxBody {
			return nil, errLong
		}
		if b.held.Add(int64(n)) > maxBodies {
			return nil, errFull
		}
		all.Write(step[:n])
		if errors.Is(err, io.EOF) {
			return all.Bytes(), nil
		}
		if err != nil {
			return nil, err
		}
	}
}

// taken takes the body in before the request takes a place of work, which a slow
// client would hold.
func (s *Server) taken(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Body == nil || r.Body == http.NoBody {
			next.ServeHTTP(w, r)
			return
		}
		var counted int64
		defer func() { s.bodies.held.Add(-counted) }()
		data, err := []byte(nil), errLong
		if r.ContentLength <= maxBody {
			data, err = s.bodies.read(r.Body, &counted)
		}
		if err != nil {
			s.refuseBody(w, r, err)
			return
		}
		r.Body = io.NopCloser(bytes.NewReader(data))
		next.ServeHTTP(w, r)
	})
}

func (s *Server) refuseBody(w http.ResponseWriter, r *http.Request, err error) {
	w.Header().Set("Connection", "close") // the rest of the body is not read
	switch {
	case errors.Is(err, errLong):
		s.refused(w, r, "body", problem{Status: http.StatusRequestEntityTooLarge, Detail: err.Error()})
	case errors.Is(err, errFull):
		s.refused(w, r, "bodies", problem{Status: http.StatusServiceUnavailable, Detail: err.Error()})
	default:
		s.refused(w, r, "slow", problem{
			Status: http.StatusRequestTimeout, Detail: "the body did not come to its end in time",
		})
	}
}
