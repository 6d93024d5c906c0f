// Package route is a mux that tells its routes, so that what must hold on every
// route can be tried on every route: a new one is tried without being named. It
// tells, too, which of them take long, so that they hold up no others.
package route

import (
	"net/http"
	"slices"
)

// A Table is a mux with a list of its patterns. It is filled by one goroutine and
// then serves many.
type Table struct {
	*http.ServeMux
	patterns []string
	slow     []string
}

// New returns a table without routes.
func New() *Table { return &Table{ServeMux: http.NewServeMux()} }

// Handle adds a route.
func (t *Table) Handle(pattern string, h http.Handler) {
	t.patterns = append(t.patterns, pattern)
	t.ServeMux.Handle(pattern, h)
}

// HandleFunc adds a route.
func (t *Table) HandleFunc(pattern string, h func(http.ResponseWriter, *http.Request)) {
	t.Handle(pattern, http.HandlerFunc(h))
}

// Patterns returns the routes as http.ServeMux takes them, in order.
func (t *Table) Patterns() []string { return slices.Sorted(slices.Values(t.patterns)) }

// Slow names patterns that take long, as reading a document does.
func (t *Table) Slow(patterns ...string) { t.slow = append(t.slow, patterns...) }

// IsSlow reports whether a request takes long.
func (t *Table) IsSlow(r *http.Request) bool {
	_, pattern := t.Handler(r)
	return slices.Contains(t.slow, pattern)
}

// Behind returns a handler that leads to the table, as one that tells its routes.
func (t *Table) Behind(h http.Handler) http.Handler { return telling{h, t} }

// A telling handler tells the routes behind it.
type telling struct {
	http.Handler
	behind *Table
}

// Patterns returns the routes.
func (h telling) Patterns() []string { return h.behind.Patterns() }

// IsSlow reports whether a request takes long.
func (h telling) IsSlow(r *http.Request) bool { return h.behind.IsSlow(r) }

// Of returns the patterns of a handler that tells them, none of another one.
func Of(h http.Handler) []string {
	if told, ok := h.(interface{ Patterns() []string }); ok {
		return told.Patterns()
	}
	return nil
}

// IsSlow reports whether a handler says of a request that it takes long.
func IsSlow(h http.Handler, r *http.Request) bool {
	told, ok := h.(interface{ IsSlow(*http.Request) bool })
	return ok && told.IsSlow(r)
}
