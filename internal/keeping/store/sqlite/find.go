package sqlite

import (
	"context"
	"database/sql"
	"iter"

	"readout/internal/keeping/query"
	"readout/internal/keeping/store"
	"readout/internal/keeping/store/sqlite/search"
)

// Find implements [store.Reader].
func (s *Store) Find(
	ctx context.Context, q query.Query, w store.Window,
) iter.Seq2[store.Row, error] {
	return s.rows(ctx, func() (*search.Search, error) { return search.Find(q, w) })
}

// Due implements [store.Reader].
func (s *Store) Due(
	ctx context.Context, q query.Query, w store.Window,
) iter.Seq2[store.Row, error] {
	return s.rows(ctx, func() (*search.Search, error) { return search.Due(q, w) })
}

// rows yields what a search finds.
func (s *Store) rows(
	ctx context.Context, begin func() (*search.Search, error),
) iter.Seq2[store.Row, error] {
	return func(yield func(store.Row, error) bool) {
		f, err := begin()
		if err != nil {
			yield(store.Row{}, fault(err, "find"))
			return
		}
		if text, _ := f.Candidates(); text != "" {
			rows, err := s.first(ctx, f)
			for _, row := range rows {
				if !yield(row, nil) {
					return
				}
			}
			if err != nil {
				yield(store.Row{}, fault(err, "find"))
			}
			return
		}
		for row, err := range each(ctx, s.asked.Query, f) {
			if !yield(row, fault(err, "find")) {
				return
			}
		}
	}
}

// An asking is how a statement is asked.
type asking func(ctx context.Context, text string, args ...any) (*sql.Rows, error)

// each yields the rows of one statement.
func each(ctx context.Context, ask asking, f *search.Search) iter.Seq2[store.Row, error] {
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

// first returns the first rows of a search that may find thousands. It looks how
// many can be found before it decides how, all in one state of the file.
func (s *Store) first(ctx context.Context, f *search.Search) ([]store.Row, error) {
	tx, err := s.reader.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return nil, err
	}
	var missed []string // that were not kept
	defer func() {
		_ = tx.Rollback() // nothing was written
		s.asked.Keep(ctx, missed...)
	}()
	ask := func(ctx context.Context, text string, args ...any) (*sql.Rows, error) {
		rows, kept, err := s.asked.Within(ctx, tx, text, args...)
		if !kept {
			missed = append(missed, text)
		}
		return rows, err
	}
	return first(ctx, ask, f)
}

func first(ctx context.Context, ask asking, f *search.Search) ([]store.Row, error) {
	text, args := f.Candidates()
	n, ids, err := listed(ctx, ask, text, args)
	if err != nil {
		return nil, err
	}
	if n < search.Few {
		return gather(each(ctx, ask, f.Among(ids)))
	}
	if text, args := f.Documents(); text != "" {
		n, ids, err := listed(ctx, ask, text, args)
		if err != nil {
			return nil, err
		}
		if n < search.FewDocuments {
			return gather(each(ctx, ask, f.In(ids)))
		}
		return gather(each(ctx, ask, f.ByDocument()))
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
	return gather(each(ctx, ask, f))
}

// lately returns what is open, where anything can be, and what is newest behind it.
func lately(ctx context.Context, ask asking, open, newest *search.Search) ([]store.Row, error) {
	var rows []store.Row
	if open != nil {
		var err error
		if rows, err = gather(each(ctx, ask, open)); err != nil {
			return nil, err
		}
	}
	more, err := gather(each(ctx, ask, newest))
	return append(rows, more...), err
}

// listed asks what counts and lists ids.
func listed(ctx context.Context, ask asking, text string, args []any) (n int, ids string, err error) {
	rows, err := ask(ctx, text, args...)
	if err != nil {
		return 0, "", err
	}
	defer rows.Close()
	for rows.Next() {
		if err := rows.Scan(&n, &ids); err != nil {
			return 0, "", err
		}
	}
	return n, ids, rows.Err()
}

func gather(found iter.Seq2[store.Row, error]) ([]store.Row, error) {
	var rows []store.Row
	for row, err := range found {
		if err != nil {
			return nil, err
		}
		rows = append(rows, row)
	}
	return rows, nil
}
