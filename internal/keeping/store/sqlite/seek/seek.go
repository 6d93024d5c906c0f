// Package seek asks a database for the rows of a search, the first ones as fast as
// their number allows.
//
// What takes long is to look up all that a common name or word has, for the twenty
// newest of it. So the rows are gone through from the newest on in windows, each as
// large as the last makes likely that it must be.
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
