package shelf

import (
	"bytes"
	"net/http"
)

// Answers returns a handler that keeps what another one answered with status 200,
// by method and address. name says what else an answer depends on, and the state
// of the database; where it fails nothing is kept.
func Answers(
	next http.Handler, most int, name func(*http.Request) (state, day string, err error),
) http.Handler {
	kept := New[*answer](most)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		state, day, err := name(r)
		if err != nil {
			next.ServeHTTP(w, r)
			return
		}
		a, _ := kept.Of(state, r.Method+" "+day+" "+r.URL.RequestURI(), func() (*answer, error) {
			a := &answer{header: http.Header{}, status: http.StatusOK}
			next.ServeHTTP(a, r)
			if a.status != http.StatusOK {
				return a, http.ErrNotSupported
			}
			return a, nil
		})
		for key, values := range a.header {
			w.Header()[key] = values
		}
		w.WriteHeader(a.status)
		_, _ = w.Write(a.body.Bytes()) // whoever asked has gone
	})
}

// An answer is one that is written into memory.
type answer struct {
	header http.Header
	status int
	body   bytes.Buffer
}

// Header implements http.ResponseWriter.
func (a *answer) Header() http.Header { return a.header }

// WriteHeader implements http.ResponseWriter.
func (a *answer) WriteHeader(status int) { a.status = status }

// Write implements http.ResponseWriter.
func (a *answer) Write(p []byte) (int, error) { return a.body.Write(p) }
