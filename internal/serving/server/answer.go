package server

import (
	"bytes"
	"mime"
	"net/http"
	"time"
)

// answerBuffer is how many bytes of an answer are held until it is sent: more than
// a page has. Two hundred slow clients take 25 MiB.
const answerBuffer = 128 << 10

// An answer holds what a handler writes until it is whole, then gives the place of
// work back and sends it. A long answer and a stream of events are sent as they
// come, among the streams and without a place of work.
type answer struct {
	http.ResponseWriter
	server *Server
	visit  *visit
	held   bytes.Buffer
	status int
	placed *gate // a place of which is held
	open   bool  // is sent as it comes
	err    error // why nothing more can be sent
}

func newAnswer(s *Server, g *gate, w http.ResponseWriter, r *http.Request) *answer {
	// The body is read: a handler may take as long as it needs. Where there is no
	// connection, in tests, there are no deadlines.
	_ = http.NewResponseController(w).SetReadDeadline(time.Time{})
	return &answer{ResponseWriter: w, server: s, visit: visitOf(r), placed: g}
}

// Unwrap lets a handler reach the connection.
func (a *answer) Unwrap() http.ResponseWriter { return a.ResponseWriter }

// WriteHeader takes note of the status.
func (a *answer) WriteHeader(status int) {
	if a.status == 0 {
		a.status = status
	}
}

// Write holds p, or sends it.
func (a *answer) Write(p []byte) (int, error) {
	a.WriteHeader(http.StatusOK)
	if !a.open && a.held.Len()+len(p) > answerBuffer {
		a.begin()
	}
	if a.err != nil {
		return 0, a.err
	}
	if !a.open {
		return a.held.Write(p)
	}
	a.progress()
	sending := &a.server.gate.sending
	sending.Add(int64(len(p)))
	defer sending.Add(-int64(len(p)))
	return a.ResponseWriter.Write(p)
}

// FlushError sends what is there. Whoever flushes means to go on.
func (a *answer) FlushError() error {
	a.WriteHeader(http.StatusOK)
	if !a.open && a.err == nil {
		a.begin()
	}
	if a.err != nil {
		return a.err
	}
	a.progress()
	return http.NewResponseController(a.ResponseWriter).Flush()
}

// Flush is FlushError for those who ask no errors.
func (a *answer) Flush() { _ = a.FlushError() } // it comes again with the next Write

// begin sends the head and what was held, and goes on as a stream. Where there are
// too many the answer becomes a refusal: nothing of it was sent yet.
func (a *answer) begin() {
	a.release()
	if !a.server.gate.stream() {
		a.err = errBusy
		for _, name := range []string{"Content-Length", "Content-Disposition", "ETag"} {
			a.Header().Del(name)
		}
		a.server.refused(a.ResponseWriter, a.visit.request, "streams", problem{
			Status: http.StatusServiceUnavailable,
			Detail: "too many streams and downloads are open; try again in a second",
		})
		return
	}
	a.open = true
	a.visit.streams = true
	if kind, _, _ := mime.ParseMediaType(a.Header().Get("Content-Type")); kind == "text/event-stream" {
		a.server.streams.add(a.visit, a.visit.cancel)
	}
	a.send()
}

// progress gives the client time for the next piece.
func (a *answer) progress() {
	_ = http.NewResponseController(a.ResponseWriter).
		SetWriteDeadline(a.server.opt.Now().Add(writeTime)) // no connection: no deadline
}

// send sends the head and what was held.
func (a *answer) send() {
	a.progress()
	a.ResponseWriter.WriteHeader(a.status)
	if _, err := a.held.WriteTo(a.ResponseWriter); err != nil {
		a.err = err
	}
	a.held = bytes.Buffer{}
}

// finish sends an answer that was held whole.
func (a *answer) finish() {
	a.release()
	if !a.open && a.err == nil {
		a.WriteHeader(http.StatusOK)
		a.send()
	}
}

// release gives the place of work back, and at the end that of a stream.
func (a *answer) release() {
	if a.placed != nil {
		a.placed.leave()
		a.placed = nil
	}
}

// closed gives the place of a stream back.
func (s *Server) closed(v *visit) {
	if v.streams {
		<-s.gate.open
		s.streams.remove(v)
	}
}
