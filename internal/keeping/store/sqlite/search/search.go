// Package search turns queries into SQL over the tables of package schema, and
// reads the rows that come back.
//
// Every piece of SQL is constant; what a person typed is only ever an argument. A
// query of any number of values is one statement, since lists are arguments too,
// as JSON. Nothing here touches a database, so that a search is for one goroutine
// and costs next to nothing.
package search

import (
	"strings"

	"readout/internal/keeping/query"
	"readout/internal/keeping/store"
)

// Find returns the search of a query, for statements where it names no kind. The
// error is store.ErrCursor.
func Find(q query.Query, w store.Window) (*Search, error) {
	if q.Kind == 0 {
		q.Kind = query.Statements
	}
	return build(q, shapeOf(q.Kind), w).from(w)
}

// Due returns the search for those statements of a query that are due, by day.
func Due(q query.Query, w store.Window) (*Search, error) {
	q.Kind, q.Sort = query.Statements, 0
	f := build(q, promises, w)
	f.must = append(f.must, condition{sql: `i.due_order IS NOT NULL`})
	return f.from(w)
}

// Within returns the search for all rows of a kind in one document.
func Within(document string, kind query.Kind) *Search {
	sh := shapeOf(kind)
	sh.table = "" // the rows of a document are few
	f := build(query.Query{Kind: kind}, sh, store.Window{})
	f.must = append(f.must, condition{sql: `d.name = ?`, args: []any{document}})
	return f
}

// from begins behind the cursor.
func (f *Search) from(w store.Window) (*Search, error) {
	var err error
	f.page, err = store.ParseCursor(w.After)
	return f, err
}

// A Search is a query on its way to SQL, of which every piece is constant.
type Search struct {
	shape
	page  *store.Cursor
	limit int
	join  condition // what ranks by words
	order string
	must  []condition
}

func build(q query.Query, sh shape, w store.Window) *Search {
	f := &Search{shape: sh, limit: q.Limit, order: sh.orders[sh.usual]}
	required, barred := split(q.Words)
	if q.Sort != 0 && (q.Sort != query.SortRelevance || len(required) > 0) {
		f.order = sh.orders[q.Sort]
	}
	if q.Sort == query.SortRelevance && len(required) > 0 && sh.ranked != "" {
		f.join = condition{sql: sh.ranked, args: []any{strings.Join(required, " AND ")}}
		required = nil
	}
	f.words(required, barred)
	f.filters(q, w)
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

func (f *Search) words(required, barred []string) {
	if len(required) > 0 && !f.apart {
		required = []string{strings.Join(required, " AND ")}
	}
	for _, match := range required {
		c := condition{sql: f.found, args: []any{match}}
		if f.texts != "" {
			c.list = list{f.texts, ofWords}
		}
		f.must = append(f.must, c)
	}
	for _, match := range barred {
		f.must = append(f.must, condition{sql: "NOT " + f.found, args: []any{match}})
	}
}

func (f *Search) filters(q query.Query, w store.Window) {
	var all []condition
	for _, filter := range q.Filters {
		all = append(all, where(filter, q.Kind, w))
	}
	if f.within == "" || len(all) == 0 {
		f.must = append(f.must, all...)
		return
	}
	sql, args := joined(all)
	f.must = append(f.must, condition{sql: f.within + sql + ")", args: args})
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

// SQL returns the statement that selects the rows, and its arguments.
//
// Where only the first rows are wanted it chooses them by what the conditions and
// the order need, and looks the rest up for the chosen alone: what is found may be
// a thousand times as much. All rows are read at once, so that none is sorted that
// an index has in order.
func (f *Search) SQL() (string, []any) {
	where, args := f.where()
	if f.limit == 0 {
		sql := "SELECT " + f.order + ", " + f.place + f.columns + " FROM " + f.tables + f.join.sql +
			where + " ORDER BY " + f.order + ", " + f.place
		return sql, args
	}
	sql := "SELECT c.\"order\", c.place" + f.columns + " FROM (SELECT " +
		f.order + " AS \"order\", " + f.place + " AS place, " + f.id + " AS id FROM " +
		f.chosen + f.join.sql + where + " ORDER BY 1, 2 " + asMany + ") c CROSS JOIN " +
		f.tables + " WHERE " + f.id + " = c.id ORDER BY 1, 2"
	return sql, append(args, f.limit)
}

// where returns the conditions that rows meet, with the arguments of what ranks
// them in front.
func (f *Search) where() (string, []any) {
	must := f.must
	if after := f.page; after != nil {
		must = append(must[:len(must):len(must)], condition{
			sql:  f.order + " >= ? AND (" + f.order + " > ? OR " + f.place + " > ?)",
			args: []any{after.Order, after.Order, after.Place},
		})
	}
	sql, args := joined(must)
	if sql != "" {
		sql = " WHERE " + sql
	}
	return sql, append(f.join.args[:len(f.join.args):len(f.join.args)], args...)
}

// Row reads one row of the statement.
func (f *Search) Row(rows Scanner) (store.Row, error) {
	var row store.Row
	var at store.Cursor
	into := append([]any{&at.Order, &at.Place}, f.into(&row)...)
	if err := rows.Scan(into...); err != nil {
		return store.Row{}, err
	}
	var err error
	row.Cursor, err = at.Text()
	return row, err
}
