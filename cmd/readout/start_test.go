//go:build unix

package main

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestL11ReadyAfterAKill kills a server whose log holds what is not yet in its
// database. The next one is ready when all of it is there, and not before.
func TestL11ReadyAfterAKill(t *testing.T) {
	db := base(t)
	if _, errs, code := invoke(t, t.Context(), bridge, "add", "-d", db, "-"); code != exitDone {
		t.Fatal(errs)
	}
	const decisions = 50
	c := begun(t, db)
	last := dirty(t, c, db, decisions)
	if c.kill(t); sizeOf(t, db+"-wal") == 0 {
		t.Fatal("nothing was left in the log")
	}
	c = serving(t, db)
	if status, body := answered(t, http.MethodGet, c.url+"readyz", ""); status != http.StatusOK {
		t.Errorf("it has answered and is not ready: %d %s", status, body)
	}
	if got := lastDecision(t, c, last.document); got != last.id {
		t.Errorf("the last decision is %d, %d was acknowledged", got, last.id)
	}
}

// An acknowledged decision.
type acknowledged struct {
	id       int64
	document string
}

// dirty has a server keep decisions while somebody reads in an older state, so that
// the log grows and is not emptied. It returns the last of them.
func dirty(t *testing.T, c child, db string, decisions int) acknowledged {
	t.Helper()
	reader, err := sql.Open("sqlite", "file:"+filepath.ToSlash(db)+"?mode=ro")
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	held, err := reader.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer held.Rollback() //nolint:errcheck // it only read
	var n int
	if err := held.QueryRowContext(t.Context(), "SELECT count(*) FROM sqlite_schema").Scan(&n); err != nil {
		t.Fatal(err)
	}
	var found struct{ Items []struct{ ID string } }
	_, body := answered(t, http.MethodGet, c.url+"api/v1/statements?limit=1", "")
	if err := json.Unmarshal([]byte(body), &found); err != nil || len(found.Items) == 0 {
		t.Fatal(err, body)
	}
	document, item, _ := strings.Cut(found.Items[0].ID, "/")
	last := acknowledged{document: document}
	for i := range decisions {
		body := fmt.Sprintf(`{"document": %q, "item": %q, "state": %q}`, document, item, []string{"accepted", "rejected"}[i%2])
		r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, c.url+"api/v1/reviews", strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Content-Type", "application/json")
		status, answer := done(t, r)
		var d struct{ ID int64 }
		if err := json.Unmarshal([]byte(answer), &d); err != nil || status != http.StatusCreated {
			t.Fatalf("decision %d: %d %s", i, status, answer)
		}
		last.id = d.ID
	}
	return last
}

// lastDecision returns the last decision about a document that is kept.
func lastDecision(t *testing.T, c child, document string) int64 {
	t.Helper()
	_, body := answered(t, http.MethodGet, c.url+"api/v1/reviews?"+url.Values{"document": {document}}.Encode(), "")
	var kept struct{ Items []struct{ ID int64 } }
	if err := json.Unmarshal([]byte(body), &kept); err != nil || len(kept.Items) == 0 {
		t.Fatal(err, body)
	}
	return kept.Items[len(kept.Items)-1].ID
}

// sizeOf returns the bytes of a file, none where there is none.
func sizeOf(t *testing.T, file string) int64 {
	t.Helper()
	info, err := os.Stat(file)
	if os.IsNotExist(err) {
		return 0
	}
	if err != nil {
		t.Fatal(err)
	}
	return info.Size()
}
