package search

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/internal/keeping/query"
	"readout/internal/keeping/store"
	"readout/internal/language/edtf"
)

var kinds = []query.Kind{
	query.Statements, query.Events, query.Documents, query.Entities, query.Citations,
}

// TestEveryKeyIsSQLWithAsManyArguments also holds that nothing which was typed is
// part of the SQL.
func TestEveryKeyIsSQLWithAsManyArguments(t *testing.T) {
	for _, key := range query.Keys() {
		for _, kind := range key.Kinds() {
			q, err := query.Parse(key.Example())
			if err != nil {
				t.Fatal(err)
			}
			if q.Kind == 0 {
				q.Kind = kind
			}
			f, err := Find(q, store.Window{})
			if err != nil {
				t.Fatal(err)
			}
			sql, args := f.SQL()
			if marks := strings.Count(sql, "?"); marks != len(args) {
				t.Errorf("%s of %s: %d arguments for %d marks in\n%s",
					key.Example(), kind, len(args), marks, sql)
			}
			for _, filter := range q.Filters {
				for _, v := range filter.Values {
					if key.Words() == nil && len(v) > 3 && strings.Contains(sql, v) {
						t.Errorf("%s of %s: %q is in\n%s", key.Example(), kind, v, sql)
					}
				}
			}
		}
	}
}

func TestEveryKindHasEveryOrder(t *testing.T) {
	for _, kind := range kinds {
		sh := shapeOf(kind)
		for order := query.SortNewest; order <= query.SortName; order++ {
			if order == query.SortName && kind != query.Entities {
				continue
			}
			if sh.orders[order] == "" {
				t.Errorf("%s cannot be sorted by %s", kind, order)
			}
		}
		if sh.orders[sh.usual] == "" {
			t.Errorf("%s have no usual order", kind)
		}
	}
}

func TestAPageBeginsBehindItsCursor(t *testing.T) {
	for _, want := range []store.Cursor{
		{Order: "2", Place: "d1/000000001/s1"},
		{Order: -16384.0, Place: ""},
		{Order: -12.300000000000001, Place: "é"},
	} {
		text, err := want.Text()
		if err != nil {
			t.Fatal(err)
		}
		got, err := store.ParseCursor(text)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(&want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", text, diff)
		}
		if strings.ContainsAny(text, "+/=&? ") {
			t.Errorf("%s does not fit into a URL", text)
		}
	}
	first, err := Find(query.Query{}, store.Window{})
	if err != nil {
		t.Fatal(err)
	}
	if sql, _ := first.SQL(); strings.Contains(sql, " > ?") {
		t.Errorf("the first page begins behind something:\n%s", sql)
	}
	for _, text := range []string{"?", "bm8", "e30", "eyJvIjpudWxsfQ", "eyJvIjpbMV19"} {
		for _, find := range []func(query.Query, store.Window) (*Search, error){Find, Due} {
			if _, err := find(query.Query{}, store.Window{After: text}); !errors.Is(err, store.ErrCursor) {
				t.Errorf("cursor %q: error %v", text, err)
			}
		}
	}
}

// TestFirstRowsAreChosenBeforeTheyAreLookedUp: the words of thousands would be read
// for the fifty that are shown.
func TestFirstRowsAreChosenBeforeTheyAreLookedUp(t *testing.T) {
	for _, kind := range kinds {
		f, err := Find(query.Query{Kind: kind, Limit: 5}, store.Window{})
		if err != nil {
			t.Fatal(err)
		}
		first, args := f.SQL()
		choosing, looking, cut := strings.Cut(first, " LIMIT ? + 0)")
		if !cut || strings.Count(choosing, f.columns) != 1 || !strings.Contains(looking, f.id+" = c.id") {
			t.Errorf("%s: looked up while they are chosen:\n%s", kind, first)
		}
		if diff := cmp.Diff([]any{5}, args); diff != "" {
			t.Errorf("%s: arguments (-want +got):\n%s", kind, diff)
		}
		f.limit = 0
		if all, args := f.SQL(); strings.Contains(all, "LIMIT") || len(args) > 0 {
			t.Errorf("%s: all rows are bounded:\n%s", kind, all)
		}
	}
}

func FuzzCursorsAreReadOrRefused(f *testing.F) {
	f.Add("eyJvIjoxLCJwIjoiZCJ9")
	f.Fuzz(func(t *testing.T, s string) {
		c, err := store.ParseCursor(s)
		if err != nil && !errors.Is(err, store.ErrCursor) {
			t.Errorf("%q: %v", s, err)
		}
		if c != nil {
			if _, err := c.Text(); err != nil {
				t.Errorf("%q: %v", s, err)
			}
		}
	})
}

func TestWordsAreArguments(t *testing.T) {
	for _, c := range []struct {
		typed string
		want  []any
	}{
		{`talks "with NORWAY" -failed`, []any{`"talks" AND "with norway"`, `"failed"`}},
		{`kind:entities ann lee -bo`, []any{`"ann"`, `"lee"`, `"bo"`}},
		{`o"neill limit:5`, []any{`"o neill"`, 5}},
		{`talks sort:relevance -failed`, []any{`"talks"`, `"failed"`}},
		{`sort:relevance -failed`, []any{`"failed"`}},
	} {
		q, err := query.Parse(c.typed)
		if err != nil {
			t.Fatal(err)
		}
		f, err := Find(q, store.Window{})
		if err != nil {
			t.Fatal(err)
		}
		_, got := f.SQL()
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.typed, diff)
		}
	}
}

func TestDaysOfAFilterAreOneArgument(t *testing.T) {
	for typed, want := range map[string]string{
		"published:1970-01-02":            `[[1,1]]`,
		"published:1970-01,1970-03-01/..": `[[0,30],[59,4000000]]`,
		"due:../1970-01-01,open":          `[[-1000000,0]]`,
		"due:kept":                        `[]`,
	} {
		q, err := query.Parse(typed)
		if err != nil {
			t.Fatal(err)
		}
		if got := ranges(q.Filters[0]); got != want {
			t.Errorf("%s: %s, want %s", typed, got, want)
		}
	}
}

// A columns is a row of a database without one.
type columns []any

func (c columns) Scan(into ...any) error {
	for i, v := range c {
		scanner, ok := into[i].(interface{ Scan(any) error })
		if !ok {
			continue
		}
		if err := scanner.Scan(v); err != nil {
			return err
		}
	}
	return nil
}

func TestColumnsThatAreNoWordOrDayAreFaults(t *testing.T) {
	f := Within("d1", query.Documents)
	whole := columns{0, "d1", "d1", "p", "", "", "", "1970-01-02", int64(1), int64(1), "en", "report", 0, 0}
	row, err := f.Row(whole)
	if err != nil || row.Document.Published.First != edtf.Day(1) || !row.Document.Published.Dated {
		t.Errorf("row %+v, %v", row, err)
	}
	for i, wrong := range map[int]any{8: "soon", 9: 1.5, 11: "poem"} {
		rotten := append(columns{}, whole...)
		rotten[i] = wrong
		if _, err := f.Row(rotten); err == nil {
			t.Errorf("column %d was %v", i, wrong)
		}
	}
	if err := (word{}).Scan(7); err == nil {
		t.Error("a number was taken for a word")
	}
	undated := append(columns{}, whole...)
	undated[8], undated[9] = nil, nil
	if row, err := f.Row(undated); err != nil || row.Document.Published.Dated {
		t.Errorf("row %+v, %v", row, err)
	}
}
