package main

import (
	"context"
	"net/http"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

// A call of a tool and the beginning of a session, as clients send them.
const (
	listDue    = `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"list_due","arguments":{}}}`
	initialize = `{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18",` +
		`"capabilities":{},"clientInfo":{"name":"t","version":"1"}}}`
)

// TestS9ToolsBehindTheWholeServer has bad clients ask, and goes back to where it was.
func TestS9ToolsBehindTheWholeServer(t *testing.T) {
	w := serveWhole(t)
	known := []string{
		"Authorization", "Bearer " + w.secret, "Accept", "application/json, text/event-stream",
		"Content-Type", "application/json",
	}
	for what, c := range map[string]struct {
		body string
		more []string
		want int
	}{
		"a call":              {listDue, nil, 200},
		"no token":            {listDue, []string{"Authorization", ""}, 401},
		"another site":        {listDue, []string{"Origin", "https://evil.example"}, 403},
		"a form":              {listDue, []string{"Content-Type", "text/plain"}, 415},
		"5 MiB":               {`"` + strings.Repeat("x", 5<<20) + `"`, nil, 413},
		"17 MiB":              {`"` + strings.Repeat("x", 17<<20) + `"`, nil, 413},
		"deep":                {strings.Repeat(`{"a":`, 10_000) + "1" + strings.Repeat("}", 10_000), nil, 400},
		"10,000 calls in one": {"[" + strings.Repeat(listDue+",", 9_999) + listDue + "]", nil, 400},
		"a session's id":      {listDue, []string{"Mcp-Session-Id", strings.Repeat("A", 26), "Mcp-Protocol-Version", "2025-06-18"}, 200},
	} {
		status, header, data := w.ask(t, "POST", "/mcp", c.body, append(known[:len(known):len(known)], c.more...)...)
		if status != c.want || header.Get("Mcp-Session-Id") != "" {
			t.Errorf("%s: %d %.200s, want %d", what, status, data, c.want)
		}
	}
	once.CloseIdleConnections()
	before := runtime.NumGoroutine()
	sessions := 500
	if atLength {
		sessions = 10_000
	}
	for range sessions {
		if status, header, data := w.ask(t, "POST", "/mcp", initialize, known...); status != 200 || header.Get("Mcp-Session-Id") != "" {
			t.Fatalf("beginning a session: %d %s", status, data)
		}
	}
	w.leaveCalls(t, 100, known)
	once.CloseIdleConnections()
	for end := time.Now().Add(5 * time.Second); runtime.NumGoroutine() > before+10; time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("%d goroutines after %d sessions and calls that were left, %d before", runtime.NumGoroutine(), sessions, before)
		}
	}
	c := mcp.NewClient(&mcp.Implementation{Name: "test", Version: "1"}, nil)
	session, err := c.Connect(t.Context(), &mcp.StreamableClientTransport{
		Endpoint: w.url + "mcp", HTTPClient: &http.Client{Transport: bearing(w.secret)},
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer session.Close()
	for tool, err := range session.Tools(t.Context(), nil) {
		if err != nil || !tool.Annotations.ReadOnlyHint {
			t.Errorf("%v: %+v", err, tool)
		}
	}
}

// leaveCalls makes calls and goes away at once.
func (w *whole) leaveCalls(t *testing.T, n int, headers []string) {
	t.Helper()
	for i := range n {
		ctx, leave := context.WithTimeout(t.Context(), time.Duration(i%10)*300*time.Microsecond)
		r, err := http.NewRequestWithContext(ctx, http.MethodPost, w.url+"mcp", strings.NewReader(listDue))
		if err != nil {
			t.Fatal(err)
		}
		for k := 0; k < len(headers); k += 2 {
			r.Header.Set(headers[k], headers[k+1])
		}
		if res, err := once.Do(r); err == nil { // faster than it was left
			res.Body.Close()
		}
		leave()
	}
}

// bearing sends a token with each request.
type bearing string

// RoundTrip implements http.RoundTripper.
func (b bearing) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.Header.Set("Authorization", "Bearer "+string(b))
	return http.DefaultTransport.RoundTrip(r)
}
