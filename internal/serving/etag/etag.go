// Package etag answers with the hash of what is answered, so that a client that has
// it already is not sent it again, and with a problem where a mux knows no route.
//
// An answer is held back until all of it is there, but for streams of events. So it
// is for answers of a bounded size.
package etag

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"net/url"
	"path"
	"strconv"
	"strings"

	"readout/internal/serving/problem"
)

// MaxAddress bounds path and query, in bytes: all filters of a query at their
// longest do not fit, all that people write does.
const MaxAddress = 16 << 10

// Handler answers what no route does as every route does: by a problem. It tags what
// is read with its hash.
func Handler(mux *http.ServeMux) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if len(r.URL.Path)+len(r.URL.RawQuery) > MaxAddress {
			problem.Refuse(w, problem.TooLong, "more than "+strconv.Itoa(MaxAddress)+" bytes")
			return
		}
		if _, err := url.ParseQuery(r.URL.RawQuery); err != nil {
			problem.Refuse(w, problem.BadRequest, "the parameters: "+err.Error())
			return
		}
		// The mux would lead on to the path that it takes it for.
		if path.Clean(r.URL.Path) != r.URL.Path {
			problem.Refuse(w, problem.NotFound, "no such route")
			return
		}
		if _, pattern := mux.Handler(r); pattern == "" {
			astray(w, r, mux)
			return
		}
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			w.Header().Set("Cache-Control", "no-store")
			mux.ServeHTTP(w, r)
			return
		}
		t := &tagged{ResponseWriter: w}
		mux.ServeHTTP(t, r)
		t.finish(r)
	})
}

// astray tells a path that is none from one that has other methods.
func astray(w http.ResponseWriter, r *http.Request, mux *http.ServeMux) {
	said := &tagged{ResponseWriter: w}
	mux.ServeHTTP(said, r) // writes Allow
	if said.status == http.StatusMethodNotAllowed {
		problem.Refuse(w, problem.BadMethod, r.Method+" is none of "+w.Header().Get("Allow"))
		return
	}
	problem.Refuse(w, problem.NotFound, "no such route")
}

// A tagged answer is held back until its hash is known.
type tagged struct {
	http.ResponseWriter
	status  int
	body    bytes.Buffer
	flowing bool // it goes out as it comes
}

// WriteHeader lets streams of events through.
func (t *tagged) WriteHeader(status int) {
	if t.status != 0 {
		return
	}
	t.status = status
	if strings.HasPrefix(t.Header().Get("Content-Type"), "text/event-stream") {
		t.flowing = true
		t.Header().Set("Cache-Control", "no-store")
		t.ResponseWriter.WriteHeader(status)
	}
}

// Write keeps what is written.
func (t *tagged) Write(p []byte) (int, error) {
	t.WriteHeader(http.StatusOK)
	if t.flowing {
		return t.ResponseWriter.Write(p)
	}
	return t.body.Write(p)
}

// Unwrap is for http.ResponseController.
func (t *tagged) Unwrap() http.ResponseWriter { return t.ResponseWriter }

// finish sends the answer, or says that the client has it already.
func (t *tagged) finish(r *http.Request) {
	if t.flowing {
		return
	}
	if t.status != http.StatusOK {
		t.Header().Set("Cache-Control", "no-store")
		t.ResponseWriter.WriteHeader(t.status)
		_, _ = t.ResponseWriter.Write(t.body.Bytes()) // the client has gone
		return
	}
	sum := sha256.Sum256(t.body.Bytes())
	tag := `"` + hex.EncodeToString(sum[:16]) + `"`
	t.Header().Set("ETag", tag)
	t.Header().Set("Cache-Control", "private, no-cache")
	if matches(r.Header.Get("If-None-Match"), tag) {
		t.Header().Del("Content-Type")
		t.ResponseWriter.WriteHeader(http.StatusNotModified)
		return
	}
	t.Header().Set("Content-Length", strconv.Itoa(t.body.Len()))
	t.ResponseWriter.WriteHeader(http.StatusOK)
	_, _ = t.ResponseWriter.Write(t.body.Bytes()) // the client has gone
}

// matches reports whether If-None-Match names a tag. It compares weakly, as RFC
// 9110 wants.
func matches(header, tag string) bool {
	for candidate := range strings.SplitSeq(header, ",") {
		candidate = strings.TrimPrefix(strings.TrimSpace(candidate), "W/")
		if candidate == tag || candidate == "*" {
			return true
		}
	}
	return false
}
