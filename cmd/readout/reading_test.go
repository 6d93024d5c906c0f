package main

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// TestL4DocumentsThatAreReadHoldUpNoQuestion hands over more documents than there are
// places of work, none of which comes to its end, and asks beside them.
func TestL4DocumentsThatAreReadHoldUpNoQuestion(t *testing.T) {
	db := base(t)
	if _, errs, code := invoke(t, t.Context(), bridge, "add", "-d", db, "-"); code != exitDone {
		t.Fatal(errs)
	}
	address := servedByFake(t, "", "-d", db)
	ctx, leave := context.WithCancel(t.Context())
	var all sync.WaitGroup
	var refused atomic.Int32
	defer all.Wait()
	defer leave()
	for range 100 {
		for path, kind := range map[string]string{
			"api/v1/documents": "text/plain", "add": "application/x-www-form-urlencoded",
		} {
			all.Go(func() {
				body := "wait"
				if path == "add" {
					body = url.Values{"text": {"wait"}}.Encode()
				}
				r, err := http.NewRequestWithContext(ctx, http.MethodPost, address+path, strings.NewReader(body))
				if err != nil {
					return
				}
				r.Header.Set("Content-Type", kind)
				res, err := http.DefaultClient.Do(r)
				if err != nil {
					return // it was left
				}
				res.Body.Close()
				if res.StatusCode != http.StatusServiceUnavailable || res.Header.Get("Retry-After") == "" {
					t.Errorf("a document there is no place for: %d", res.StatusCode)
				}
				refused.Add(1)
			})
		}
	}
	for end := time.Now().Add(30 * time.Second); refused.Load() < 100 && time.Now().Before(end); {
		time.Sleep(10 * time.Millisecond)
	}
	if n := refused.Load(); n < 100 {
		t.Errorf("%d of 200 documents are refused", n)
	}
	for range 20 {
		for _, path := range []string{"find?q=road", "api/v1/statements", "due"} {
			if status, body := answered(t, "GET", address+path, ""); status != http.StatusOK {
				t.Fatalf("%s beside documents that are read: %d %.300s", path, status, body)
			}
		}
	}
}
