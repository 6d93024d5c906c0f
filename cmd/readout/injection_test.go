package main

import (
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"readout/internal/keeping/query"
	"readout/internal/keeping/sample"
	"readout/internal/keeping/store/postgres/cluster"
)

// TestS16NoEngineTakesDataForSQL asks pages and lists for hostile words under every
// name that they know and some that they do not, and hands the same words over to be
// kept. Nothing is a fault of the server, and what was kept comes back as it was.
func TestS16NoEngineTakesDataForSQL(t *testing.T) {
	for _, engine := range []struct {
		name  string
		place func(t *testing.T) string
	}{
		{"SQLite", base},
		{"PostgreSQL", func(t *testing.T) string {
			address, err := server.Database(t.Context())
			if errors.Is(err, cluster.ErrNone) {
				t.Skip(err)
			}
			if err != nil {
				t.Fatal(err)
			}
			return address
		}},
	} {
		t.Run(engine.name, func(t *testing.T) {
			place := engine.place(t)
			if _, errs, code := invoke(t, t.Context(), bridge, "add", "-d", place, "-"); code != exitDone {
				t.Fatal(errs)
			}
			address := servedByFake(t, "", "-d", place, "--rate", "1000000")
			askHostile(t, address)
			keepHostile(t, address, place)
		})
	}
}

func askHostile(t *testing.T, address string) {
	t.Helper()
	names := []string{"q", "cursor", "kind", "nonsense", "-speaker", "'; --"}
	for _, key := range query.Keys() {
		names = append(names, key.String())
	}
	paths := []string{
		"api/v1/statements", "find", "api/v1/events", "entities", "api/v1/documents", "timeline", "api/v1/entities",
		"due", "api/v1/citations", "sources", "api/v1/due", "find.json",
	}
	ids := []string{"documents/", "api/v1/entities/person/", "api/v1/reviews?document=", "api/v1/statements/", "entities/"}
	for i, payload := range sample.Injections() {
		for k := range 2 { // each meets some of the names, each name some of all
			name, path := names[(2*i+k)%len(names)], paths[(i+k)%len(paths)]
			ask := path + "?" + url.Values{name: {payload}}.Encode()
			if status, body := answered(t, http.MethodGet, address+ask, ""); status >= 500 {
				t.Errorf("%s: %d %.300s", ask, status, body)
			}
		}
		path := ids[i/10%len(ids)] + url.PathEscape(payload) // ten endings to each beginning
		if status, body := answered(t, http.MethodGet, address+path, ""); status >= 500 {
			t.Errorf("%s: %d %.300s", path, status, body)
		}
	}
}

func keepHostile(t *testing.T, address, place string) {
	t.Helper()
	post := func(path string, body any) (int, string) {
		data, err := json.Marshal(body)
		if err != nil {
			t.Fatal(err)
		}
		r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, address+path, strings.NewReader(string(data)))
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Content-Type", "application/json")
		return done(t, r)
	}
	const some = 7 // of the words, each with another ending
	for i, payload := range sample.Injections() {
		if i%some != 0 {
			continue
		}
		status, body := post("api/v1/documents", map[string]string{
			"text": "Ann Lee said " + payload + ".", "title": payload, "publisher": payload,
		})
		if status >= 500 {
			t.Errorf("a document of %q: %d %.300s", payload, status, body)
		}
		var kept struct {
			Document   struct{ ID, Title string }
			Statements []struct{ ID string }
		}
		if status != http.StatusCreated && status != http.StatusOK || json.Unmarshal([]byte(body), &kept) != nil {
			continue
		}
		if strings.TrimSpace(kept.Document.Title) != strings.TrimSpace(payload) {
			t.Errorf("the title %q came back as %q", payload, kept.Document.Title)
		}
		if len(kept.Statements) == 0 {
			continue
		}
		status, body = post("api/v1/reviews", map[string]string{
			"document": kept.Document.ID, "item": kept.Statements[0].ID, "state": "accepted", "by": payload, "note": payload,
		})
		if status >= 500 {
			t.Errorf("a decision by %q: %d %.300s", payload, status, body)
		}
		_, history := answered(t, http.MethodGet, address+"api/v1/reviews?document="+kept.Document.ID, "")
		want := payload
		if strings.HasPrefix(place, "postgres:") {
			want = strings.ReplaceAll(payload, "\x00", " ") // for which it has no place
		}
		var decided struct{ Items []struct{ By, Note string } }
		if err := json.Unmarshal([]byte(history), &decided); err != nil {
			t.Fatal(err)
		}
		if n := len(decided.Items); status < 300 && (n == 0 || decided.Items[n-1].By != want || decided.Items[n-1].Note != want) {
			t.Errorf("the decision by %q came back as %s", payload, history)
		}
	}
}
