package search

import (
	"slices"

	"readout/internal/keeping/store/sqlite/newest"
)

// HasWindows reports whether the rows of a search can be found window by window: in
// the order of their numbers, which is that of the newest.
func (f *Search) HasWindows() bool {
	return f.table != "" && f.order == newestFirst && f.join.sql == ""
}

// Begin is the number from which on rows are: behind the cursor, of the day that
// "until" names. What is open, see [Search.Open], is before it.
func (f *Search) Begin() int64 {
	var first int64
	if day, ok := f.day(until); ok {
		first, _ = newest.Turned(-int64(day)).Numbers()
	}
	if f.page != nil {
		if at, ok := turned(f.page.Order); ok {
			behind, _ := newest.Turned(at).Numbers()
			first = max(first, behind)
		}
	}
	return first
}

// longest is how many days most times have at most: a year.
const longest = 366

// End is the number behind the rows among which windows look: of the days that "since"
// names, and a year before. What began earlier and lasted longer, see [Search.Long],
// comes behind the last window.
func (f *Search) End() int64 {
	day, ok := f.day(since)
	if !ok {
		return newest.End
	}
	_, end := newest.Turned(int64(longest - day)).Numbers()
	return end
}

// Long returns the search for so many rows, 0 for all, from a number on, of what lasted
// more than a year up to the days that "since" names: nil where nothing can.
func (f *Search) Long(w Window) *Search {
	if _, ok := f.day(since); !ok {
		return nil
	}
	return f.few("long", condition{sql: lasting, args: []any{w.From}}, w.Limit)
}

// turned returns the day of a cursor, which went through JSON.
func turned(order any) (int64, bool) {
	switch n := order.(type) {
	case int64:
		return n, true
	case float64:
		return int64(n), true
	}
	return 0, false
}

// At selects the number of the nth row from another on, counted from 0; there is none
// where there are fewer.
func (f *Search) At(from int64, n int) (string, []any) {
	return "SELECT ord FROM " + f.table + " WHERE ord >= ? ORDER BY ord LIMIT 1 OFFSET ?", []any{from, n}
}

// A Window is a part of all rows.
type Window struct {
	From, To int64 // numbers of rows: the first, and the one behind the last
	Size     int   // how many rows it has, or what is listed in it, at most
	Limit    int   // how many are wanted, 0 for all
}

// manyRows are sooner looked up in a list of the documents of a paper than asked each
// for it.
const manyRows = 300

// Between returns the search in a window. Each row is asked for its names.
func (f *Search) Between(w Window) *Search {
	return f.window(-1, condition{sql: "i.ord >= ? AND i.ord < ?", args: []any{w.From, w.To}}, w)
}

// A List is one of those that name what rows are among: of words, or of the names that
// play a part.
type List int

// Lists returns those of a search. That of words comes first.
func (f *Search) Lists() []List {
	var all []List
	for i, c := range f.must {
		switch c.list.key {
		case ofWords:
			all = slices.Insert(all, 0, List(i))
		case ofNames:
			all = append(all, List(i))
		}
	}
	return all
}

// HasWords reports whether a list is that of words, which is in order: of names each
// has its own.
func (f *Search) HasWords(l List) bool { return f.must[l].list.key == ofWords }

// asMany is a limit that is no part of the plan: for another value of a plain one on a
// full-text index SQLite makes the plan anew, which takes it longer than the rest.
const asMany = "LIMIT ? + 0"

// Count counts what is listed, some of it more than once, up to a number.
func (f *Search) Count(l List, most int) (string, []any) {
	c := f.must[l]
	return "SELECT count(*) FROM (" + c.list.sql + " " + asMany + ")", append(slices.Clone(c.args), most)
}

// Items selects, as a list in JSON, so many numbers of what is listed in a window, in
// order. Some may stand more than once.
func (f *Search) Items(l List, w Window) (string, []any) {
	c := f.must[l]
	sql := "SELECT json_group_array(item) FROM (" + c.list.sql + " AND " + c.list.key + " >= ? AND " +
		c.list.key + " < ? ORDER BY " + c.list.key + " " + asMany + ")"
	return sql, append(slices.Clone(c.args), w.From, w.To, w.Size)
}

// Among returns the search in a window for rows whose numbers stand in a list in JSON.
func (f *Search) Among(l List, items string, w Window) *Search {
	among := condition{sql: "i.ord IN (SELECT value FROM json_each(?))", args: []any{items}}
	return f.window(int(l), among, w)
}

// window returns the search with a condition in the place of another, of which others
// are asked row by row where they can be, and of a part of their lists else.
func (f *Search) window(instead int, is condition, w Window) *Search {
	g := f.along("newest", w.Limit)
	g.must = append(g.must, is)
	for i, c := range f.must {
		switch {
		case i == instead:
			continue
		case c.sql == playsInDocument && w.Size > manyRows:
			c.sql = "+" + c.sql
		case c.here != nil:
			c = *c.here
		case c.list.sql != "":
			c = condition{
				sql:  "+i.ord IN (" + c.list.sql + " AND " + c.list.key + " >= ? AND " + c.list.key + " < ?)",
				args: append(slices.Clone(c.args), w.From, w.To),
			}
		}
		g.must = append(g.must, c)
	}
	return g
}

// along returns a search without conditions that goes through the rows by an index.
func (f *Search) along(index string, limit int) *Search {
	g := *f
	g.must, g.limit = nil, limit
	table := f.table + " i INDEXED BY " + f.table + "_" + index
	g.chosen = table + " LEFT JOIN document d ON d.id = i.document"
	if limit == 0 { // no row is looked up by its id
		g.tables = table + " CROSS JOIN document d ON d.id = i.document"
	}
	return &g
}

// Open returns the search for what lies by its last day behind the one that "until"
// names, and yet may have been before it, since its first is not known: nil where
// nothing can. It comes before the first window.
func (f *Search) Open() *Search {
	day, ok := f.day(until)
	if !ok {
		return nil
	}
	return f.few("open", condition{sql: open, args: []any{day}}, f.limit)
}

// few returns the search for so many rows of those few that an index has, each asked
// for its names.
func (f *Search) few(index string, are condition, limit int) *Search {
	g := f.along(index, limit)
	for _, c := range f.must {
		if c.here != nil {
			c = *c.here
		}
		g.must = append(g.must, c)
	}
	g.must = append(g.must, are)
	return g
}

// day returns the day that a condition names; a query has each once.
func (f *Search) day(sql string) (day int, ok bool) {
	at := slices.IndexFunc(f.must, func(c condition) bool { return c.sql == sql })
	if at < 0 {
		return 0, false
	}
	return f.must[at].args[0].(int), true
}

// Limit is how many rows are wanted, 0 for all.
func (f *Search) Limit() int { return f.limit }
