// Package storetest has the tests that every engine of package store passes: what
// goes in comes out, what is asked is found, what is acknowledged survives.
//
// What a query finds stands in testdata/queries.txt, by hand, and, over real
// articles, in a slow twin that reads records in plain Go. The articles are
// those of testdata/README.md. An engine's package lies beside this one, since
// these files are read from there.
package storetest

import (
	"context"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout/internal/keeping/query"
	"readout/internal/keeping/store"
	"readout/internal/language/edtf"
	"readout/record"
)

// An Engine is what is tested.
type Engine struct {
	// Place names a store that does not exist yet; it is deleted after the test.
	Place func(t testing.TB) string
	Open  func(ctx context.Context, place string) (store.Store, error)

	// Age marks a closed store as written by a later program.
	Age func(t testing.TB, place string)
}

// Run runs all tests.
func Run(t *testing.T, e Engine) {
	for _, c := range []struct {
		claim string
		test  func(*testing.T, Engine)
	}{
		{"what goes in comes out", comesOut},
		{"adding again changes nothing", addsOnce},
		{"what would be added is told before", would},
		{"all are added or none", addsWhole},
		{"the newest pipeline is shown", showsNewest},
		{"queries find by hand", findsByHand},
		{"queries find as the slow twin", findsAsTwin},
		{"order is that of the sort", sorts},
		{"pages are the parts of the whole", pages},
		{"due comes by day", due},
		{"what is decided shows and is undone", decides},
		{"a decision against the record is refused", refuses},
		{"what is decided holds for the next version", carries},
		{"what is forgotten is gone for good", forgets},
		{"feeds are watched until they are not", watches},
		{"a backup holds all", backsUp},
		{"a dump fills another store", copies},
		{"half a dump fills none", breaksOff},
		{"damage is found", checks},
		{"a later schema is refused", refusesLater},
		{"readers see whole writes", readsWhole},
		{"every write is another state", changes},
		{"what is acknowledged survives a kill", survives},
	} {
		t.Run(c.claim, func(t *testing.T) { c.test(t, e) })
	}
}

// today is the day of all tests.
var today = edtf.DayOf(2024, 3, 20)

func window(after string) store.Window { return store.Window{After: after, Today: today} }

// opened returns a store at a place, which is closed after the test.
func (e Engine) opened(t testing.TB, place string) store.Store {
	t.Helper()
	s, err := e.Open(t.Context(), place)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// with returns a new store that holds records.
func (e Engine) with(t testing.TB, records ...*record.Record) store.Store {
	t.Helper()
	s := e.opened(t, e.Place(t))
	add(t, s, records...)
	return s
}

func add(t testing.TB, s store.Store, records ...*record.Record) []store.Outcome {
	t.Helper()
	outcomes, err := s.Add(t.Context(), records...)
	if err != nil {
		t.Fatal(err)
	}
	return outcomes
}

// all collects what an iterator yields.
func all[T any](t testing.TB, seq iter.Seq2[T, error]) []T {
	t.Helper()
	var got []T
	for v, err := range seq {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, v)
	}
	return got
}

// find returns the rows of a query as it is typed.
func find(t testing.TB, s store.Reader, typed string) []store.Row {
	t.Helper()
	return all(t, s.Find(t.Context(), parse(t, typed), window("")))
}

func parse(t testing.TB, typed string) query.Query {
	t.Helper()
	q, err := query.Parse(typed)
	if err != nil {
		t.Fatalf("%s: %v", typed, err)
	}
	return q
}

// lines writes records as an export does.
func lines(t testing.TB, records []*record.Record) string {
	t.Helper()
	var b strings.Builder
	for _, r := range records {
		data, err := r.MarshalCanonical()
		if err != nil {
			t.Fatal(err)
		}
		b.Write(data)
		b.WriteByte('\n')
	}
	return b.String()
}

// file reads a file of testdata from the package of an engine.
func file(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "storetest", "testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// articles returns the records of real articles, afresh.
func articles(t testing.TB) []*record.Record {
	t.Helper()
	var records []*record.Record
	for line := range strings.Lines(file(t, "articles.jsonl")) {
		r, err := record.Parse([]byte(line))
		if err != nil {
			t.Fatal(err)
		}
		records = append(records, r)
	}
	return records
}
