package shelf

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
)

// A maker counts how often each thing was made.
type maker map[string]int

func (m maker) of(name string) func() (string, error) {
	return func() (string, error) {
		m[name]++
		return fmt.Sprint(name, m[name]), nil
	}
}

func TestAThingIsMadeOnceInEachState(t *testing.T) {
	s, made := New[string](8), maker{}
	for _, c := range []struct{ state, name, want string }{
		{"1", "a", "a1"},
		{"1", "a", "a1"},
		{"1", "b", "b1"},
		{"2", "a", "a2"},
		{"2", "a", "a2"},
		{"2", "b", "b2"},
		{"1", "b", "b3"}, // somebody read late: never what a later state gave
		{"2", "b", "b4"},
	} {
		got, err := s.Of(c.state, c.name, made.of(c.name))
		if got != c.want || err != nil {
			t.Errorf("%s in state %s: %s, %v, want %s", c.name, c.state, got, err, c.want)
		}
	}
}

func TestWhatNobodyAskedForLongestMakesPlace(t *testing.T) {
	s, made := New[string](2), maker{}
	for _, name := range []string{"a", "b", "a", "c", "a", "b"} {
		if _, err := s.Of("1", name, made.of(name)); err != nil {
			t.Fatal(err)
		}
	}
	if made["a"] != 1 || made["b"] != 2 || made["c"] != 1 {
		t.Errorf("made %v, want a and c once, b twice", made)
	}
	if len(s.named) != 2 || s.order.Len() != 2 {
		t.Errorf("%d and %d lie there, want 2", len(s.named), s.order.Len())
	}
}

func TestAnErrorIsNotKept(t *testing.T) {
	s, fault := New[int](2), errors.New("busy")
	if _, err := s.Of("1", "a", func() (int, error) { return 0, fault }); !errors.Is(err, fault) {
		t.Errorf("error %v", err)
	}
	if got, err := s.Of("1", "a", func() (int, error) { return 7, nil }); got != 7 || err != nil {
		t.Errorf("%d, %v", got, err)
	}
}

func TestManyAskAtOnce(t *testing.T) {
	s := New[string](4)
	var all sync.WaitGroup
	for i := range 64 {
		all.Go(func() {
			state, name := fmt.Sprint(i/32), fmt.Sprint(i%8)
			got, err := s.Of(state, name, func() (string, error) { return state + name, nil })
			if got != state+name || err != nil {
				t.Errorf("%s in state %s is %s, %v", name, state, got, err)
			}
		})
	}
	all.Wait()
}

func TestAnswersAreKeptUntilSomethingIsWritten(t *testing.T) {
	state, asked := "1", 0
	pages := Answers(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked++
		w.Header().Set("Content-Type", "text/x-page")
		if r.URL.Path == "/gone" {
			w.WriteHeader(http.StatusGone)
		}
		_, _ = fmt.Fprint(w, r.URL.Path, " ", asked)
	}), 4, func(*http.Request) (string, string, error) {
		if state == "" {
			return "", "", errors.New("the database is away")
		}
		return state, "2024-03-20", nil
	})
	for _, c := range []struct {
		state, path, want string
		status            int
	}{
		{"1", "/a", "/a 1", 200},
		{"1", "/a", "/a 1", 200},
		{"1", "/b", "/b 2", 200},
		{"2", "/a", "/a 3", 200},
		{"2", "/gone", "/gone 4", 410},
		{"2", "/gone", "/gone 5", 410},
		{"", "/a", "/a 6", 200},
		{"2", "/a", "/a 3", 200},
	} {
		state = c.state
		w := httptest.NewRecorder()
		pages.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, c.path, nil))
		if w.Body.String() != c.want || w.Code != c.status || w.Header().Get("Content-Type") != "text/x-page" {
			t.Errorf("%s in state %q: %d %q, want %d %q", c.path, c.state, w.Code, w.Body, c.status, c.want)
		}
	}
}
