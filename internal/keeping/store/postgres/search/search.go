// Package search turns queries into SQL over the tables of package schema, and
// reads the rows that come back.
//
// Every piece of SQL is constant; what a person typed is only ever an argument. A
// query of any number of values is one statement, since lists are arguments too.
// Nothing here touches a database, so that a search is for one goroutine and costs
// next to nothing.
//
// Words are found by PostgreSQL's tsvector, whose lexemes are made here and not by
// its parser, which cuts and drops words as it likes: see [Vector]. The order of
// relevance is that of ts_rank, which looks at each row alone.
package search

import (
	"fmt"
	"strconv"
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
	f := build(query.Query{Kind: kind}, shapeOf(kind), store.Window{})
	f.must = append(f.must, condition{`d.name = ?`, []any{document}})
	return f
}

// A Search is a query on its way to SQL, of which every piece is constant.
type Search struct {
	shape
	page  *store.Cursor
	limit int
	order order
	by    []any // arguments of the order
	must  []condition
}

func build(q query.Query, sh shape, w store.Window) *Search {
	f := &Search{shape: sh, limit: q.Limit, order: sh.orders[sh.usual]}
	required, barred := split(q.Words)
	if q.Sort != 0 && (q.Sort != query.SortRelevance || len(required) > 0) {
		f.order = sh.orders[q.Sort]
	}
	if f.order.ranks {
		f.by = []any{allOf(required)}
	}
	f.words(required, barred)
	f.filters(q, w)
	return f
}

// split parts the words that must occur from those that must not, as phrases.
func split(words []query.Word) (required, barred []phrase) {
	for _, w := range words {
		if w.Not {
			barred = append(barred, phraseOf(w.Text))
			continue
		}
		required = append(required, phraseOf(w.Text))
	}
	return required, barred
}

func (f *Search) words(required, barred []phrase) {
	if len(required) > 0 && !f.apart {
		f.must = append(f.must, f.has("", required...))
		required = nil
	}
	for _, p := range required {
		f.must = append(f.must, f.has("", p))
	}
	for _, p := range barred {
		f.must = append(f.must, f.has("NOT ", p))
	}
}

// has is the condition that all phrases stand in one text.
func (f *Search) has(not string, phrases ...phrase) condition {
	compared := []string{}
	for _, p := range phrases {
		if !p.isLookedUp() {
			compared = append(compared, p.padded())
		}
	}
	return condition{not + f.found, []any{
		orIncomplete(allOf(phrases)), compared, allPadded(phrases),
	}}
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

// from begins behind the cursor, which must be one of this order.
func (f *Search) from(w store.Window) (*Search, error) {
	page, err := store.ParseCursor(w.After)
	if err != nil || page == nil {
		return f, err
	}
	order, ok := f.order.value(page.Order)
	if !ok || strings.ContainsRune(page.Place, 0) {
		return nil, fmt.Errorf("cursor %.40q: %w", w.After, store.ErrCursor)
	}
	page.Order = order
	f.page = page
	return f, nil
}

// value returns what stands in a cursor as the order compares it, false when it
// stands in none of this order.
func (o order) value(v any) (any, bool) {
	number, isNumber := v.(float64)
	text, isText := v.(string)
	switch o.values {
	case whole:
		n := int32(number)
		return n, isNumber && float64(n) == number
	case broken:
		return number, isNumber
	case texts:
		return text, isText && !strings.ContainsRune(text, 0)
	}
	panic("unreachable: values " + string(o.values))
}

// SQL returns the statement that selects the rows, and its arguments.
func (f *Search) SQL() (string, []any) {
	must := f.must
	if after := f.page; after != nil {
		must = append(must[:len(must):len(must)], condition{
			"(" + f.order.sql + ", " + f.place + ") > (?::" + string(f.order.values) + ", ?)",
			append(append([]any{}, f.by...), after.Order, after.Place),
		})
	}
	sql := "SELECT " + f.order.sql + ", " + f.place + f.columns + " " + f.tables
	where, args := joined(must)
	if where != "" {
		sql += " WHERE " + where
	}
	sql += " ORDER BY 1, 2"
	args = append(append([]any{}, f.by...), args...)
	if f.limit > 0 {
		sql += " LIMIT ?"
		args = append(args, f.limit)
	}
	return numbered(sql), args
}

// numbered writes arguments as PostgreSQL counts them. No text of ours has a
// question mark that is none.
func numbered(sql string) string {
	var b strings.Builder
	n := 0
	for part := range strings.SplitSeq(sql, "?") {
		if n > 0 {
			b.WriteString("$" + strconv.Itoa(n))
		}
		b.WriteString(part)
		n++
	}
	return b.String()
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
