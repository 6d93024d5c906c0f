package sqlite

import (
	"context"
	"iter"
	"strings"

	"readout/internal/keeping/query"
	"readout/internal/keeping/store"
	"readout/internal/language/edtf"
)

// Find implements [store.Reader].
func (s *Store) Find(
	ctx context.Context, q query.Query, w store.Window,
) iter.Seq2[store.Row, error] {
	if q.Kind == 0 {
		q.Kind = query.Statements
	}
	return s.search(ctx, newSearch(q, shapeOf(q.Kind), w.Today), q.Limit, w.After)
}

// Due implements [store.Reader].
func (s *Store) Due(
	ctx context.Context, q query.Query, w store.Window,
) iter.Seq2[store.Row, error] {
	q.Kind, q.Sort = query.Statements, 0
	found := newSearch(q, promises, w.Today)
	found.must = append(found.must, condition{sql: `i.due_order IS NOT NULL`})
	return s.search(ctx, found, q.Limit, w.After)
}

// A search is a query on its way to SQL, of which every piece is constant.
type search struct {
	shape
	join  condition // what ranks by words
	order string
	must  []condition
}

func newSearch(q query.Query, sh shape, today edtf.Day) *search {
	f := &search{shape: sh, order: sh.orders[sh.usual]}
	required, barred := split(q.Words)
	if q.Sort != 0 && (q.Sort != query.SortRelevance || len(required) > 0) {
		f.order = sh.orders[q.Sort]
	}
	if q.Sort == query.SortRelevance && len(required) > 0 && sh.ranked != "" {
		f.join = condition{sh.ranked, []any{strings.Join(required, " AND ")}}
		required = nil
	}
	f.words(required, barred)
	f.filters(q, today)
	return f
}

// split parts the words that must occur from those that must not, as phrases.
func split(words []query.Word) (required, barred []string) {
	for _, w := range words {
		if w.Not {
			barred = append(barred, phrase(w.Text))
			continue
		}
		required = append(required, phrase(w.Text))
	}
	return required, barred
}

func (f *search) words(required, barred []string) {
	if len(required) > 0 && !f.apart {
		required = []string{strings.Join(required, " AND ")}
	}
	for _, match := range required {
		f.must = append(f.must, condition{f.found, []any{match}})
	}
	for _, match := range barred {
		f.must = append(f.must, condition{"NOT " + f.found, []any{match}})
	}
}

func (f *search) filters(q query.Query, today edtf.Day) {
	var all []condition
	for _, filter := range q.Filters {
		all = append(all, where(filter, q.Kind, today))
	}
	if f.within == "" || len(all) == 0 {
		f.must = append(f.must, all...)
		return
	}
	sql, args := joined(all)
	f.must = append(f.must, condition{f.within + sql + ")", args})
}

// joined returns conditions that must all hold as one.
func joined(all []condition) (string, []any) {
	sqls := make([]string, len(all))
	var args []any
	for i, c := range all {
		sqls[i] = c.sql
		args = append(args, c.args...)
	}
	return strings.Join(sqls, " AND "), args
}

// statement returns the SQL of a page of rows.
func (f *search) statement(after *cursor, limit int) (string, []any) {
	must := f.must
	if after != nil {
		must = append(must[:len(must):len(must)], condition{
			f.order + " >= ? AND (" + f.order + " > ? OR " + f.place + " > ?)",
			[]any{after.Order, after.Order, after.Place},
		})
	}
	if limit == 0 {
		limit = -1 // all
	}
	sql := "SELECT " + f.order + ", " + f.place + f.columns + " " + f.from + f.join.sql
	where, args := joined(must)
	if where != "" {
		sql += " WHERE " + where
	}
	sql += " ORDER BY " + f.order + ", " + f.place + " LIMIT ?"
	return sql, append(append(f.join.args, args...), limit)
}

// search yields the rows of a page.
func (s *Store) search(
	ctx context.Context, f *search, limit int, after string,
) iter.Seq2[store.Row, error] {
	return func(yield func(store.Row, error) bool) {
		from, err := parseCursor(after)
		if err != nil {
			yield(store.Row{}, err)
			return
		}
		sql, args := f.statement(from, limit)
		rows, err := s.reader.QueryContext(ctx, sql, args...)
		if err != nil {
			yield(store.Row{}, fault(err, "find"))
			return
		}
		defer rows.Close()
		for rows.Next() {
			row, err := f.row(rows)
			if !yield(row, fault(err, "find")) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(store.Row{}, fault(err, "find"))
		}
	}
}

func (f *search) row(rows scanner) (store.Row, error) {
	var row store.Row
	var at cursor
	into := append([]any{&at.Order, &at.Place}, f.into(&row)...)
	if err := rows.Scan(into...); err != nil {
		return store.Row{}, err
	}
	var err error
	row.Cursor, err = at.text()
	return row, err
}
