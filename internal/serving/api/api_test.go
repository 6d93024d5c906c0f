package api

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"

	"readout/internal/ingest"
	"readout/internal/keeping/sample"
	"readout/internal/keeping/store"
	"readout/internal/keeping/store/sqlite"
	"readout/internal/serving/etag"
	"readout/internal/serving/problem"
	"readout/record"
)

// A fakeReader makes one statement of a whole text. It counts how often it reads.
type fakeReader struct {
	reads int
	err   error
}

func (f *fakeReader) Read(ctx context.Context, d ingest.Document) (*record.Record, error) {
	f.reads++
	if f.err != nil {
		return nil, f.err
	}
	r := sample.Saying(d.Text)
	doc := &r.Document
	doc.ID, doc.URL, doc.Title = record.DocumentID(d.URL, d.Text), d.URL, d.Title
	doc.Publisher, doc.Published, doc.Language = d.Publisher, d.Published, d.Language
	r.Meta.Pipeline, r.Meta.Input = "readout/0.0.1", d.Input
	return r, ctx.Err()
}

// now is the time of all tests.
func now() time.Time { return time.Date(2024, 3, 20, 10, 0, 0, 0, time.UTC) }

// A bench is an interface over a new database.
type bench struct {
	http.Handler
	api    *API
	store  *sqlite.Store
	reader *fakeReader
	treaty *record.Record
}

// sentences cuts a text at its full stops, in code points.
func sentences(text string) []record.Span {
	var all []record.Span
	start := -1
	for i, r := range []rune(text) {
		if start < 0 && !unicode.IsSpace(r) {
			start = i
		}
		if r == '.' {
			all = append(all, record.Span{Start: start, End: i + 1})
			start = -1
		}
	}
	return all
}

// boats returns the record of a real article, which cites.
func boats(t testing.TB) *record.Record {
	t.Helper()
	data, err := os.ReadFile("../../keeping/testdata/boats.json")
	if err != nil {
		t.Fatal(err)
	}
	r, err := record.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// serving returns the interface over three records.
func serving(t testing.TB) *bench {
	t.Helper()
	kept, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "r.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { kept.Close() })
	b := &bench{store: kept, reader: &fakeReader{}, treaty: sample.Treaty(t)}
	b.treaty.Document.Sentences = sentences(*b.treaty.Document.Text)
	if _, err := kept.Add(t.Context(), b.treaty, sample.Mayor(t), boats(t)); err != nil {
		t.Fatal(err)
	}
	if b.api, err = New(Options{Store: kept, Reader: b.reader, Queue: kept.Queue(), Now: now}); err != nil {
		t.Fatal(err)
	}
	b.Handler = b.api
	return b
}

// ask sends a request with headers "Name: value" and returns the answer. Its paths
// are those below the prefix.
func (b *bench) ask(t testing.TB, method, path, body string, headers ...string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), method, Prefix+path, strings.NewReader(body))
	for _, h := range headers {
		name, value, _ := strings.Cut(h, ": ")
		r.Header.Set(name, value)
	}
	w := httptest.NewRecorder()
	b.ServeHTTP(w, r)
	return w
}

// get decodes what a path answers.
func get[T any](t testing.TB, b *bench, path string) T {
	t.Helper()
	w := b.ask(t, http.MethodGet, path, "")
	if w.Code != http.StatusOK {
		t.Fatalf("GET %s: %d %s", path, w.Code, w.Body)
	}
	return decoded[T](t, w)
}

func decoded[T any](t testing.TB, w *httptest.ResponseRecorder) T {
	t.Helper()
	var v T
	if err := json.Unmarshal(w.Body.Bytes(), &v); err != nil {
		t.Fatalf("%v in %s", err, w.Body)
	}
	return v
}

// wrong holds an answer to be a problem, and returns it.
func wrong(t testing.TB, w *httptest.ResponseRecorder, f problem.Kind) problem.Problem {
	t.Helper()
	p := decoded[problem.Problem](t, w)
	if w.Code != f.Status || p.Status != f.Status || p.Type != Prefix+"/docs#"+f.Name ||
		p.Title != f.Title || p.Detail == "" ||
		w.Header().Get("Content-Type") != "application/problem+json" ||
		w.Header().Get("Cache-Control") != "no-store" {
		t.Errorf("want %s, got %d %s\n%v", f.Name, w.Code, w.Body, w.Header())
	}
	return p
}

func TestNothingIsServedWithoutAStore(t *testing.T) {
	if _, err := New(Options{Now: now}); err == nil {
		t.Error("no error without a store")
	}
	if _, err := New(Options{Store: serving(t).store}); err == nil {
		t.Error("no error without a clock")
	}
}

func TestWhatIsNoRouteIsAProblem(t *testing.T) {
	b := serving(t)
	for _, path := range []string{"", "/", "/nothing", "/statements/", "//evil.example", "/documents/../x", "/%2e%2e/x"} {
		wrong(t, b.ask(t, http.MethodGet, path, ""), problem.NotFound)
	}
	w := b.ask(t, http.MethodPut, "/statements", "{}")
	wrong(t, w, problem.BadMethod)
	if allow := w.Header().Get("Allow"); allow != "GET, HEAD" {
		t.Errorf("Allow: %s", allow)
	}
	wrong(t, b.ask(t, http.MethodGet, "/statements?speaker=%zz", ""), problem.BadRequest)
	wrong(t, b.ask(t, http.MethodGet, "/statements?q="+strings.Repeat("x", etag.MaxAddress), ""), problem.TooLong)
}

func TestWhatHasNotChangedIsNotSentAgain(t *testing.T) {
	b := serving(t)
	for _, path := range []string{
		"/statements", "/documents/" + b.treaty.Document.ID, "/openapi.json", "/docs",
	} {
		first := b.ask(t, http.MethodGet, path, "")
		tag := first.Header().Get("ETag")
		if first.Code != http.StatusOK || !strings.HasPrefix(tag, `"`) {
			t.Fatalf("%s: %d, ETag %s", path, first.Code, tag)
		}
		for _, header := range []string{tag, `"other", ` + tag, "W/" + tag, "*"} {
			w := b.ask(t, http.MethodGet, path, "", "If-None-Match: "+header)
			if w.Code != http.StatusNotModified || w.Body.Len() > 0 || w.Header().Get("ETag") != tag {
				t.Errorf("%s, If-None-Match %s: %d %s", path, header, w.Code, w.Body)
			}
		}
		if w := b.ask(t, http.MethodGet, path, "", `If-None-Match: "other"`); w.Code != http.StatusOK {
			t.Errorf("%s: %d for another tag", path, w.Code)
		}
		if w := b.ask(t, http.MethodHead, path, ""); w.Code != http.StatusOK || w.Header().Get("ETag") != tag {
			t.Errorf("HEAD %s: %d", path, w.Code)
		}
	}
	before := b.ask(t, http.MethodGet, "/statements?speaker=lee", "").Header().Get("ETag")
	if err := b.store.Forget(t.Context(), store.Forgotten{
		Document: b.treaty.Document.ID, Reason: "x", At: "2024-03-20T10:00:00Z",
	}); err != nil {
		t.Fatal(err)
	}
	if after := b.ask(t, http.MethodGet, "/statements?speaker=lee", "").Header().Get("ETag"); after == before {
		t.Error("another answer has the same tag")
	}
}
