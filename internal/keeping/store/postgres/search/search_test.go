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
// part of the SQL (S16).
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
			if marks := strings.Count(sql, "$"); marks != len(args) {
				t.Errorf("%s of %s: %d arguments for %d marks in\n%s",
					key.Example(), kind, len(args), marks, sql)
			}
			if strings.Contains(sql, "?") {
				t.Errorf("%s of %s: a mark without a number in\n%s", key.Example(), kind, sql)
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
		for sort := query.SortNewest; sort <= query.SortName; sort++ {
			if sort == query.SortName && kind != query.Entities {
				continue
			}
			o := sh.orders[sort]
			if o.sql == "" || o.values == "" || o.ranks != strings.Contains(o.sql, "?") {
				t.Errorf("%s by %s: %+v", kind, sort, o)
			}
		}
		if sh.orders[sh.usual].sql == "" {
			t.Errorf("%s have no usual order", kind)
		}
	}
}

// TestAPageBeginsBehindACursorOfItsOrder since PostgreSQL compares numbers with
// numbers alone.
func TestAPageBeginsBehindACursorOfItsOrder(t *testing.T) {
	for _, c := range []struct {
		typed string
		at    any
		ok    bool
	}{
		{"", -19723, true},
		{"", -0.5, false},
		{"", 1e12, false},
		{"", "2", false},
		{"sort:score", -0.97, true},
		{"sort:score", "x", false},
		{"sort:relevance talks", -0.061, true},
		{"kind:entities", "ann lee", true},
		{"kind:entities", "a\x00b", false},
		{"kind:entities", 3, false},
		{"kind:entities sort:relevance lee", 7, true},
	} {
		q, err := query.Parse(c.typed)
		if err != nil {
			t.Fatal(err)
		}
		after, err := store.Cursor{Order: c.at, Place: "d1/000000001/s1"}.Text()
		if err != nil {
			t.Fatal(err)
		}
		f, err := Find(q, store.Window{After: after})
		if c.ok != (err == nil) || !c.ok && !errors.Is(err, store.ErrCursor) {
			t.Errorf("%q behind %v: %v", c.typed, c.at, err)
		}
		if err != nil {
			continue
		}
		if sql, args := f.SQL(); strings.Count(sql, "$") != len(args) || !strings.Contains(sql, ") > (") {
			t.Errorf("%q behind %v: %d arguments for\n%s", c.typed, c.at, len(args), sql)
		}
	}
	for _, text := range []string{"?", "bm8", "e30", "eyJvIjpudWxsfQ", "eyJvIjpbMV19"} {
		for _, find := range []func(query.Query, store.Window) (*Search, error){Find, Due} {
			if _, err := find(query.Query{}, store.Window{After: text}); !errors.Is(err, store.ErrCursor) {
				t.Errorf("cursor %q: error %v", text, err)
			}
		}
	}
}

func TestWordsAreArguments(t *testing.T) {
	none := []string{}
	for _, c := range []struct {
		typed string
		want  []any
	}{
		{`talks "with NORWAY" -failed`, []any{
			`(('talks') & ('with' & 'norway')) | '+'`,
			[]string{" with norway "},
			[]string{" talks ", " with norway "},
			`(('failed')) | '+'`, none,
			[]string{" failed "},
		}},
		{`kind:entities ann lee`, []any{
			`(('ann')) | '+'`, none,
			[]string{" ann "},
			`(('lee')) | '+'`, none,
			[]string{" lee "},
		}},
		{`o"neill limit:5`, []any{
			`(('o' & 'neill')) | '+'`, []string{" o neill "}, []string{" o neill "}, 5,
		}},
		{`talks sort:relevance`, []any{
			`('talks')`, `(('talks')) | '+'`, none, []string{" talks "},
		}},
		{`o'neill\ & !x:*`, []any{
			`(('o' & 'neill') & ('x')) | '+'`, []string{" o neill "}, []string{" o neill ", " x "},
		}},
	} {
		q, err := query.Parse(c.typed)
		if err != nil {
			t.Log(err)
			continue
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

func TestDaysOfAFilterAreTwoArguments(t *testing.T) {
	for typed, want := range map[string][2][]int32{
		"published:1970-01-02":            {{1}, {1}},
		"published:1970-01,1970-03-01/..": {{0, 59}, {30, 4_000_000}},
		"due:../1970-01-01,open":          {{-1_000_000}, {0}},
		"due:kept":                        {{}, {}},
	} {
		q, err := query.Parse(typed)
		if err != nil {
			t.Fatal(err)
		}
		first, last := ranges(q.Filters[0])
		if diff := cmp.Diff(want, [2][]int32{first, last}); diff != "" {
			t.Errorf("%s (-want +got):\n%s", typed, diff)
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
}
