package server

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"

	kinds "readout/internal/serving/problem"
)

// A problem says to a client what is wrong, as RFC 9457 has it.
type problem struct {
	Status int
	Detail string
}

// retrySeconds is when to try again what was refused for lack of room: places of
// work come free many times a second.
const retrySeconds = "1"

// refuse answers with a problem: as text to a browser that shows a page, else as
// JSON.
func refuse(w http.ResponseWriter, r *http.Request, p problem) {
	if p.Status == http.StatusServiceUnavailable || p.Status == http.StatusTooManyRequests {
		w.Header().Set("Retry-After", retrySeconds)
	}
	w.Header().Set("Cache-Control", "no-store")
	if showsPages(r) {
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		w.WriteHeader(p.Status)
		fmt.Fprintf(w, "%d %s: %s\n", p.Status, http.StatusText(p.Status), p.Detail)
		return
	}
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(p.Status)
	_ = json.NewEncoder(w).Encode(kinds.OfStatus(p.Status).Because(p.Detail)) // the client is gone where it fails
}

// refused refuses and counts why.
func (s *Server) refused(w http.ResponseWriter, r *http.Request, why string, p problem) {
	s.meter.refused.WithLabelValues(why).Inc()
	refuse(w, r, p)
}

// showsPages tells a browser that shows a page from programs.
func showsPages(r *http.Request) bool {
	return strings.Contains(r.Header.Get("Accept"), "text/html") &&
		!strings.HasPrefix(r.URL.Path, "/api/") && r.URL.Path != "/mcp"
}
