package sqlite

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"readout/internal/keeping/query"
	"readout/internal/keeping/store"
	"readout/internal/keeping/store/sqlite/search"
	"readout/internal/keeping/store/sqlite/seek"
	"readout/record"
)

// TestEveryWayFindsTheSameRows tries all ways in which first rows are found on a store
// that is too small to need them.
func TestEveryWayFindsTheSameRows(t *testing.T) {
	s := withArticles(t)
	defer closed(t, s)
	const openSome = `UPDATE statement SET first = -1000000, last = day WHERE id % 3 = 0 AND day IS NOT NULL`
	if _, err := s.writer.ExecContext(t.Context(), openSome); err != nil {
		t.Fatal(err)
	}
	ways := map[string]int{}
	for _, typed := range []string{
		"the limit:5", "the limit:100", "the said limit:7", "the act:state since:2014 limit:9",
		"the until:2020 limit:9", "the until:2016 limit:9", "the until:2015-06 limit:3", "the published:2013/2020 limit:9", "the sort:oldest limit:6",
		"the -said limit:8", "the -act:state limit:8", "zzz limit:5", "about:the limit:5",
		"speaker:the the limit:5", "about:the -speaker:the limit:9", "kind:events the limit:9",
		"kind:events actor:police limit:5", "outlet:guardian the limit:9", "the -outlet:guardian limit:4",
		"outlet:news outlet:the the limit:9", "kind:events outlet:news the limit:6", "author:a the limit:5",
	} {
		q, err := query.Parse(typed)
		if err != nil {
			t.Fatal(err)
		}
		f, err := search.Find(q, store.Window{})
		if err != nil {
			t.Fatal(err)
		}
		want := rowsOf(t, s, f)
		if len(want) > 0 {
			ways["found"]++
		}
		if n := countOf(t, s, f.Candidates); n < len(want) {
			t.Errorf("%s: %d candidates for %d rows", typed, n, len(want))
		}
		compare := func(way string, f *search.Search) {
			ways[way]++
			if diff := cmp.Diff(want, rowsOf(t, s, f)); diff != "" {
				t.Errorf("%s, %s (-want +got):\n%s", typed, way, diff)
			}
		}
		compare("among", f.Among())
		for _, among := range []int{1, 40, 90} {
			for way, newest := range map[string]*search.Search{"lately": f.Lately(among), "nearby": f.Nearby(among)} {
				if newest == nil {
					continue
				}
				var got []store.Row
				if open := f.Open(); open != nil {
					got = rowsOf(t, s, open)
					ways["open"] += min(len(got), 1)
				}
				got = append(got, rowsOf(t, s, newest)...)
				got = got[:min(len(got), f.Limit())]
				if diff := cmp.Diff(want[:min(len(got), len(want))], got); diff != "" && len(got) > 0 {
					t.Errorf("%s, %s, the newest %d (-want +got):\n%s", typed, way, among, diff)
				}
				ways[way] += min(len(got), 1)
			}
		}
		if text, _ := f.Documents(); text != "" {
			countOf(t, s, f.Documents)
			compare("documents", f.In())
			compare("by document", f.ByDocument())
		}
	}
	for way, least := range map[string]int{"found": 15, "among": 20, "lately": 8, "nearby": 2, "open": 2, "documents": 4, "by document": 4} {
		if ways[way] < least {
			t.Errorf("%s was tried %d times, want %d", way, ways[way], least)
		}
	}
}

// TestMoreAskThanThereAreConnections: none may wait for another that waits too.
func TestMoreAskThanThereAreConnections(t *testing.T) {
	s := withArticles(t)
	defer closed(t, s)
	ctx, stop := context.WithTimeout(t.Context(), 20*time.Second)
	defer stop()
	var all sync.WaitGroup
	for i := range 16 {
		all.Go(func() {
			for k := range 8 { // each another statement
				typed := "the limit:5" + strings.Repeat(" -act:state", i%4) + strings.Repeat(" since:2014", k)
				q, err := query.Parse(typed)
				if err != nil {
					t.Error(err)
					return
				}
				if _, err := store.Gather(s.Find(ctx, q, store.Window{})); err != nil {
					t.Errorf("%s: %v", typed, err)
				}
			}
		})
	}
	all.Wait()
}

// TestOnlyFirstRowsThatAreNamedHaveWays has what is found at once.
func TestOnlyFirstRowsThatAreNamedHaveWays(t *testing.T) {
	for _, typed := range []string{
		"the", "limit:5", "act:state limit:5", "-the limit:5", "outlet:guardian limit:5",
		"the sort:relevance limit:5", "kind:documents the limit:5", "kind:entities lee limit:5",
	} {
		q, err := query.Parse(typed)
		if err != nil {
			t.Fatal(err)
		}
		f, err := search.Find(q, store.Window{})
		if err != nil {
			t.Fatal(err)
		}
		if text, _ := f.Candidates(); text != "" {
			t.Errorf("%s: candidates\n%s", typed, text)
		}
	}
}

func rowsOf(t *testing.T, s *Store, f *search.Search) []store.Row {
	t.Helper()
	rows, err := store.Gather(seek.Each(t.Context(), s.asked.Query, f))
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// countOf asks what counts, which is to be a statement.
func countOf(t *testing.T, s *Store, counts func() (string, []any)) (n int) {
	t.Helper()
	text, args := counts()
	if err := s.reader.QueryRowContext(t.Context(), text, args...).Scan(&n); err != nil {
		t.Fatal(err, text)
	}
	return n
}

// withArticles returns a store that holds real articles, of two papers.
func withArticles(t *testing.T) *Store {
	t.Helper()
	var records []*record.Record
	for line := range strings.Lines(string(articles(t))) {
		r, err := record.Parse([]byte(line))
		if err != nil {
			t.Fatal(err)
		}
		r.Document.Publisher = []string{"The Guardian", "News of the Day"}[len(records)%2]
		records = append(records, r)
	}
	s, _ := opened(t, records...)
	return s
}
