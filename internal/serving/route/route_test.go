package route

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"testing"
)

func TestATableServesAndTellsItsRoutes(t *testing.T) {
	table := New()
	for _, pattern := range []string{"POST /b/{id}", "/a"} {
		table.HandleFunc(pattern, func(w http.ResponseWriter, r *http.Request) {
			fmt.Fprint(w, r.Pattern, r.PathValue("id"))
		})
	}
	table.Handle("GET /c/", http.NotFoundHandler())
	if got, want := Of(table), []string{"/a", "GET /c/", "POST /b/{id}"}; !slices.Equal(got, want) {
		t.Errorf("routes %q, want %q", got, want)
	}
	if got := Of(table.Behind(http.NotFoundHandler())); len(got) != 3 {
		t.Errorf("routes behind another handler: %q", got)
	}
	if got := Of(http.NotFoundHandler()); got != nil {
		t.Errorf("routes of what tells none: %q", got)
	}
	table.Slow("POST /b/{id}")
	for method, want := range map[string]bool{http.MethodPost: true, http.MethodGet: false} {
		r := httptest.NewRequestWithContext(t.Context(), method, "/b/7", nil)
		if IsSlow(table, r) != want || IsSlow(table.Behind(table), r) != want {
			t.Errorf("%s is slow: %t", method, !want)
		}
		if IsSlow(http.NotFoundHandler(), r) {
			t.Error("what tells nothing is slow")
		}
	}
	w := httptest.NewRecorder()
	table.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/b/7", nil))
	if got := w.Body.String(); got != "POST /b/{id}7" {
		t.Errorf("served %q", got)
	}
}
