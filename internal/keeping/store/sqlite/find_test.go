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
	"readout/internal/keeping/store/sqlite/newest"
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
	const lengthenSome = `UPDATE statement SET last = last + 700 WHERE id % 5 = 1`
	for _, sql := range []string{openSome, lengthenSome} {
		if _, err := s.writer.ExecContext(t.Context(), sql); err != nil {
			t.Fatal(err)
		}
	}
	ways := map[string]int{}
	for _, typed := range []string{
		"the limit:5", "the limit:100", "the said limit:7", "the act:state since:2014 limit:9", "the since:2018", "since:2017 limit:80", "about:obama since:2019", "the since:2012 until:2017",
		"the until:2020 limit:9", "the until:2016 limit:9", "the until:2015-06 limit:3", "the published:2013/2020 limit:9",
		"the -said limit:8", "the -act:state limit:8", "zzz limit:5", "about:the limit:5",
		"speaker:the the limit:5", "speaker:people the limit:9", "speaker:police said limit:3", "speaker:obama about:obama", "speaker:trump the -said", "about:the -speaker:the limit:9", "kind:events the limit:9", "limit:7", "act:state limit:5", "speaker:the", "until:2020",
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
		for _, sizes := range []seek.Sizes{
			{Rows: 1, Items: 1, All: 1, Most: 1, Common: 1, Enough: 1}, {Rows: 40, Items: 3, All: 30, Most: 90, Common: 5, Enough: 200}, seek.Usual,
		} {
			ways["sought"]++
			var counts seek.Counts
			got, err := store.Gather(seek.Newest(t.Context(), s.asked.Query, f, &counts, sizes))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s, %+v (-want +got):\n%s", typed, sizes, diff)
			}
		}
		switch lists := f.Lists(); {
		case len(lists) == 0:
			ways["rows"]++
		case len(lists) > 1:
			ways["lists"]++
		case f.HasWords(lists[0]):
			ways["words"]++
		default:
			ways["names"]++
		}
		if open := f.Open(); open != nil {
			ways["open"] += min(len(rowsOf(t, s, open)), 1)
		}
		if long := f.Long(search.Window{From: f.End(), To: newest.End}); long != nil {
			ways["long"] += min(len(rowsOf(t, s, long)), 1)
		}
	}
	for way, least := range map[string]int{
		"found": 20, "sought": 60, "open": 1, "long": 1, "rows": 3, "words": 12, "names": 3, "lists": 2,
	} {
		if ways[way] < least {
			t.Errorf("%s was tried %d times, want %d", way, ways[way], least)
		}
	}
}

// TestPagesFollowEachOther has every page begin where the last ended, among rows of
// one day as behind them.
func TestPagesFollowEachOther(t *testing.T) {
	s := withArticles(t)
	defer closed(t, s)
	for _, typed := range []string{"", "the", "outlet:guardian", "kind:events", "until:2020 the", "-act:state"} {
		q, err := query.Parse(typed)
		if err != nil {
			t.Fatal(err)
		}
		want, err := store.Gather(s.Find(t.Context(), q, store.Window{}))
		if err != nil || len(want) < 8 {
			t.Fatal(typed, len(want), err)
		}
		for _, size := range []int{1, 7} {
			q.Limit = size
			var w store.Window
			for at := 0; at < len(want) && at < 10*size; at += size {
				got, err := store.Gather(s.Find(t.Context(), q, w))
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(want[at:min(at+size, len(want))], got); diff != "" {
					t.Fatalf("%q, %d from %d (-want +got):\n%s", typed, size, at, diff)
				}
				w.After = got[len(got)-1].Cursor
			}
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

// TestOnlyTheNewestHaveWindows: another order has no numbers.
func TestOnlyTheNewestHaveWindows(t *testing.T) {
	for typed, want := range map[string]bool{
		"the": true, "limit:5": true, "kind:events": true, "outlet:guardian limit:5": true, "sort:newest": true,
		"sort:oldest": false, "the sort:relevance": false, "kind:documents the": false, "kind:entities lee": false,
		"kind:citations": false, "sort:score": false,
	} {
		q, err := query.Parse(typed)
		if err != nil {
			t.Fatal(err)
		}
		f, err := search.Find(q, store.Window{})
		if err != nil {
			t.Fatal(err)
		}
		if got := f.HasWindows(); got != want {
			t.Errorf("%q: %t, want %t", typed, got, want)
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
