package main

import (
	"bufio"
	"bytes"
	"database/sql"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"readout/cmd/readout/console"
	"readout/internal/keeping/store/sqlite"
	"readout/internal/reading/extract"
	"readout/internal/serving/mcp"
	front "readout/internal/serving/server"
	"readout/internal/serving/token"
)

// A whole is the program, serving a database with a document in it, and what is known
// of that.
type whole struct {
	url, db, secret string
	names           map[string]string // wildcards of routes, and what stands there
	patterns        []string
}

// serveWhole serves pages, API, MCP and the rest, with a token.
func serveWhole(t *testing.T) *whole {
	t.Helper()
	w := &whole{db: base(t), names: map[string]string{"$": ""}}
	if _, errs, code := invoke(t, t.Context(), "Bob Ray said the road is open.", "add", "-d", w.db, "-"); code != exitDone {
		t.Fatal(errs)
	}
	dir := t.TempDir()
	var err error
	if w.secret, err = token.At(dir, time.Now).Make("desk"); err != nil {
		t.Fatal(err)
	}
	w.url = servedByFake(t, "", "-d", w.db, "--tokens", dir, "--rate", "1000000")
	w.patterns = patternsOf(t, w.db)
	w.fill(t)
	return w
}

// patternsOf returns the routes of all that serve serves.
func patternsOf(t *testing.T, db string) []string {
	t.Helper()
	kept, err := sqlite.Open(t.Context(), db)
	if err != nil {
		t.Fatal(err)
	}
	defer kept.Close() //nolint:errcheck // nothing was written
	e := env{Env: console.Env{Now: time.Now, Getenv: func(string) string { return "" }}}
	e.open = func(string, extract.Options) (reader, error) { return fake{}, nil }
	api, web, err := house(e).Mount(kept, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	tools := mcp.Handler(mcp.New(kept, mcp.Options{Today: e.Today}))
	return front.New(front.Options{API: api, Web: web, MCP: tools, Now: time.Now}).Patterns()
}

// fill finds out what stands for the wildcards of routes.
func (w *whole) fill(t *testing.T) {
	t.Helper()
	var found struct{ Items []struct{ ID string } }
	w.decode(t, "GET", "api/v1/statements", "", &found)
	var job struct{ ID string }
	w.decode(t, "POST", "api/v1/jobs", `{"documents": [{"text": "Cy Fox said it rains."}]}`, &job)
	document, item, _ := strings.Cut(found.Items[0].ID, "/")
	for name, value := range map[string]string{
		"id": document, "document": document, "item": item, "job": job.ID, "review": "1",
		"type": "person", "name": "nobody", "key": "person/nobody", // the fake knows no entities
	} {
		w.names[name] = value
	}
	for state := ""; state != "done"; {
		var j struct{ State string }
		w.decode(t, "GET", "api/v1/jobs/"+job.ID, "", &j)
		state = j.State
		time.Sleep(10 * time.Millisecond)
	}
}

// decode asks with the token and reads the answer.
func (w *whole) decode(t *testing.T, method, path, body string, into any) {
	t.Helper()
	status, _, data := w.ask(t, method, "/"+path, body, "Authorization", "Bearer "+w.secret, "Content-Type", "application/json")
	if status >= 300 {
		t.Fatalf("%s %s: %d %s", method, path, status, data)
	}
	if err := json.Unmarshal(data, into); err != nil {
		t.Fatal(err)
	}
}

// once does not follow what it is led to.
var once = &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}

// ask makes a request; headers are pairs of name and value.
func (w *whole) ask(t *testing.T, method, path, body string, headers ...string) (int, http.Header, []byte) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, strings.TrimSuffix(w.url, "/")+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for pair := range slices.Chunk(headers, 2) {
		r.Header.Set(pair[0], pair[1])
		if pair[0] == "Host" {
			r.Host = pair[1]
		}
	}
	res, err := once.Do(r)
	if err != nil {
		t.Fatalf("%s %s: %v", method, path, err)
	}
	defer res.Body.Close()
	data, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatalf("%s %s: %v", method, path, err)
	}
	return res.StatusCode, res.Header, data
}

var wildcard = regexp.MustCompile(`\{([^}.]+)(?:\.\.\.)?\}`)

// paths returns a path for each route with what is there, and one with what is not.
func (w *whole) paths(t *testing.T) (there, missing []string) {
	t.Helper()
	for _, pattern := range w.patterns {
		_, path, ok := strings.Cut(pattern, " ")
		if !ok {
			path = pattern
		}
		there = append(there, wildcard.ReplaceAllStringFunc(path, func(s string) string {
			name := wildcard.FindStringSubmatch(s)[1]
			value, ok := w.names[name]
			if !ok {
				t.Fatalf("route %s: fill has nothing for {%s}", pattern, name)
			}
			return value
		}))
		if strings.HasSuffix(path, "/") {
			path += "none"
		}
		missing = append(missing, wildcard.ReplaceAllString(path, "none"))
	}
	slices.Sort(there)
	slices.Sort(missing)
	return slices.Compact(there), slices.Compact(missing)
}

func TestTheTableOfRoutesIsThatOfTheProgram(t *testing.T) {
	w := serveWhole(t)
	for _, want := range []string{
		"/login", "/mcp", "/metrics", "/healthz", "/readyz", "GET /find", "POST /review", "GET /static/",
		"GET /documents/{id}", "POST /api/v1/documents", "DELETE /api/v1/jobs/{job}", "GET /api/v1/openapi.json",
	} {
		if !slices.Contains(w.patterns, want) {
			t.Errorf("no route %s in %q", want, w.patterns)
		}
	}
	for _, path := range []string{
		"/documents/" + w.names["id"], "/api/v1/statements/" + w.names["document"] + "/" + w.names["item"],
		"/api/v1/jobs/" + w.names["job"] + "/events", "/find", "/timeline", "/metrics", "/api/v1/docs",
	} { // what stands for wildcards is there
		if status, _, data := w.ask(t, "GET", path, "", "Authorization", "Bearer "+w.secret); status != 200 {
			t.Errorf("GET %s: %d %.200s", path, status, data)
		}
	}
	var description struct{ Paths map[string]map[string]any }
	w.decode(t, "GET", "api/v1/openapi.json", "", &description)
	for path, methods := range description.Paths {
		for method := range methods {
			if pattern := strings.ToUpper(method) + " /api/v1" + path; method != "parameters" && !slices.Contains(w.patterns, pattern) {
				t.Errorf("OpenAPI has %s, the program does not", pattern)
			}
		}
	}
}

func TestS6HeadersStandOnEveryRoute(t *testing.T) {
	w := serveWhole(t)
	there, missing := w.paths(t)
	want := map[string]string{
		"Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; " +
			"connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
		"X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin",
		"Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
	}
	known := []string{"Authorization", "Bearer " + w.secret}
	seen := map[int]int{}
	look := func(method, path string, headers ...string) {
		status, header, data := w.ask(t, method, path, "", headers...)
		seen[status]++
		for name, value := range want {
			if got := header.Values(name); len(got) != 1 || got[0] != value {
				t.Errorf("%s %s %q: %d, %s: %q", method, path, headers, status, name, got)
			}
		}
		if kind := header.Get("Content-Type"); kind == "" && len(data) > 0 {
			t.Errorf("%s %s: %d, %d bytes of no type", method, path, status, len(data))
		}
	}
	for _, path := range slices.Concat(missing, there) {
		for _, method := range []string{"GET", "HEAD", "OPTIONS", "BREW"} {
			look(method, path, known...)
		}
		look("GET", path)
		look("GET", path, "Accept", "text/html")
		look("GET", path, append(known, "Accept", "text/html")...)
		look("GET", path, "Host", "evil.example")
		look("GET", path, "Origin", "https://evil.example")
	}
	for _, path := range missing {
		for _, method := range []string{"POST", "PUT", "PATCH", "DELETE"} {
			look(method, path, known...)
			look(method, path, append(known, "Content-Type", "application/json")...)
		}
	}
	for _, status := range []int{200, 303, 401, 403, 404, 405, 421, 422} {
		if seen[status] == 0 {
			t.Errorf("no answer was a %d: %v", status, seen)
		}
	}
}

func TestS7OtherSitesCanUseNoRoute(t *testing.T) {
	w := serveWhole(t)
	there, missing := w.paths(t)
	cookie := []string{"Cookie", "readout_token=" + w.secret}
	written := watched(t, w.db)
	for _, path := range slices.Concat(there, missing) {
		for _, method := range []string{"POST", "PUT", "PATCH", "DELETE", "BREW"} {
			for _, foreign := range [][]string{
				{"Sec-Fetch-Site", "cross-site"},
				{"Sec-Fetch-Site", "same-site"},
				{"Origin", "https://evil.example"},
				{"Origin", "null"},
				{"Content-Type", "text/plain"},
			} {
				if status, _, _ := w.ask(t, method, path, "{}", slices.Concat(cookie, foreign)...); status != http.StatusForbidden {
					t.Errorf("%s %s with %v: %d", method, path, foreign, status)
				}
			}
		}
	}
	if written() {
		t.Error("another site has written to the database")
	}
	for _, path := range slices.Concat(there, missing) {
		for _, method := range []string{"GET", "HEAD", "OPTIONS"} {
			for _, query := range []string{"", "?q=bob&state=accepted&document=x&item=y&decision=1&text=It+rains."} {
				if status, _, data := w.ask(t, method, path+query, "", cookie...); status >= 500 {
					t.Errorf("%s %s: %d %s", method, path, status, data)
				}
			}
		}
	}
	if written() {
		t.Error("what only reads has written to the database")
	}
	status, _, data := w.ask(t, "POST", "/api/v1/documents", `{"text": "Ann Lee said it snows."}`,
		append(cookie, "Content-Type", "application/json")...)
	if status != http.StatusCreated || !written() {
		t.Errorf("of this site: %d %s", status, data)
	}
}

// watched returns what says whether a database was written to since it was last asked.
func watched(t *testing.T, file string) func() bool {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+filepath.ToSlash(file)+"?mode=ro")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	db.SetMaxOpenConns(1) // the number is of one connection
	version := func() (n int) {
		if err := db.QueryRowContext(t.Context(), "PRAGMA data_version").Scan(&n); err != nil {
			t.Fatal(err)
		}
		return n
	}
	last := version()
	return func() bool {
		before := last
		last = version()
		return last != before
	}
}

func TestS8OtherNamesReachNoRoute(t *testing.T) {
	w := serveWhole(t)
	there, missing := w.paths(t)
	at, err := url.Parse(w.url)
	if err != nil {
		t.Fatal(err)
	}
	port := ":" + at.Port()
	for _, path := range slices.Concat(there, missing) {
		for request, want := range map[string]string{
			"GET %s HTTP/1.1\r\nHost: evil.example":            "421",
			"GET %s HTTP/1.1\r\nHost: evil.example" + port:     "421",
			"GET %s HTTP/1.1\r\nHost: 192.168.1.7" + port:      "421",
			"HEAD %s HTTP/1.1\r\nHost: localhost.evil.example": "421",
			"GET %s HTTP/1.0": "421",
			"GET %s HTTP/1.1": "400",
			"GET %s HTTP/1.1\r\nHost: localhost\r\nHost: localhost":       "400",
			"GET http://localhost%s HTTP/1.1\r\nHost: localhost":          "421",
			"GET http://evil.example%s HTTP/1.1\r\nHost: localhost":       "421",
			"POST %s HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 0": "421",
			"OPTIONS %s HTTP/1.1\r\nHost: evil.example":                   "421",
		} {
			request = strings.Replace(request, "%s", path, 1) + "\r\nAuthorization: Bearer " + w.secret
			status, data := raw(t, at.Host, request)
			if status != want || bytes.Contains(data, []byte("Bob Ray")) || bytes.Contains(data, []byte("readout_http")) {
				t.Errorf("%q: %s %.200s, want %s", request, status, data, want)
			}
		}
		for _, host := range []string{"localhost", "127.0.0.1" + port, "[::1]"} {
			request := "HEAD " + path + " HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: Bearer " + w.secret
			if status, _ := raw(t, at.Host, request); status == "421" || status == "400" || status >= "500" {
				t.Errorf("HEAD %s at %s: %s", path, host, status)
			}
		}
	}
}

// raw sends a head and returns the status and all that comes back.
func raw(t *testing.T, address, head string) (status string, data []byte) {
	t.Helper()
	var d net.Dialer
	c, err := d.DialContext(t.Context(), "tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if err := c.SetDeadline(time.Now().Add(30 * time.Second)); err != nil {
		t.Fatal(err)
	}
	fmt.Fprint(c, head+"\r\nConnection: close\r\n\r\n")
	in := bufio.NewReader(c)
	line, _ := in.ReadString('\n')
	data, _ = io.ReadAll(in) // cut off is an answer too
	fields := append(strings.Fields(line), "", "")
	return fields[1], data
}
