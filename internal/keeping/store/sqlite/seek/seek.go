// Package seek finds rows: it asks what package search writes, and chooses the way in
// which the first ones are found soonest. Every way finds the same.
//
// What takes long is to look thousands of rows up that a common name or word finds
// before they are sorted. So what is found is counted first: a few are looked up,
// of many the newest rows are gone through as long as that gives enough.
package seek

import (
	"context"
	"database/sql"
	"iter"

	"readout/internal/keeping/store"
	"readout/internal/keeping/store/sqlite/search"
)

// An Asking is how a statement is asked.
type Asking func(ctx context.Context, text string, args ...any) (*sql.Rows, error)

// Each yields the rows of one statement.
func Each(ctx context.Context, ask Asking, f *search.Search) iter.Seq2[store.Row, error] {
	return func(yield func(store.Row, error) bool) {
		text, args := f.SQL()
		rows, err := ask(ctx, text, args...)
		if err != nil {
			yield(store.Row{}, err)
			return
		}
		defer rows.Close()
		for rows.Next() {
			row, err := f.Row(rows)
			if !yield(row, err) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(store.Row{}, err)
		}
	}
}

// First returns the first rows of a search that has candidates. All is asked in one
// state of the file, for which ask is to care.
func First(ctx context.Context, ask Asking, f *search.Search, counts *Counts) ([]store.Row, error) {
	text, args := f.Candidates()
	rows, err := counts.count(ctx, ask, text, args)
	if err != nil {
		return nil, err
	}
	if rows < search.Few {
		return store.Gather(Each(ctx, ask, f.Among()))
	}
	if text, args := f.Documents(); text != "" {
		documents, err := counts.count(ctx, ask, text, args)
		if err != nil {
			return nil, err
		}
		return store.Gather(Each(ctx, ask, within(f, rows, documents)))
	}
	for _, newest := range []*search.Search{f.Nearby(search.Nearest), f.Lately(search.Newest)} {
		if newest == nil {
			continue
		}
		rows, err := lately(ctx, ask, f.Open(), newest)
		if err != nil || len(rows) >= f.Limit() {
			return rows[:min(len(rows), f.Limit())], err
		}
	}
	return store.Gather(Each(ctx, ask, f))
}

// lately returns what is open, where anything can be, and what is newest behind it.
func lately(ctx context.Context, ask Asking, open, newest *search.Search) ([]store.Row, error) {
	var rows []store.Row
	if open != nil {
		var err error
		if rows, err = store.Gather(Each(ctx, ask, open)); err != nil {
			return nil, err
		}
	}
	more, err := store.Gather(Each(ctx, ask, newest))
	return append(rows, more...), err
}

// within returns the way to what is both among so many rows and in so many documents.
func within(f *search.Search, rows, documents int) *search.Search {
	switch {
	case rows < min(search.Some, documents*search.OfDocument):
		return f.Among()
	case documents < search.FewDocuments:
		return f.In()
	}
	return f.ByDocument()
}
