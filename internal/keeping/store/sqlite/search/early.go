package search

import (
	"slices"
	"strings"

	"readout/internal/keeping/store"
)

const (
	// Few is how many rows are sorted without a thought: to look for a better way
	// takes as long.
	Few = 2000

	// Some is how many are looked up where all rows of some documents would be gone
	// through instead, if they are fewer than those.
	Some = 8192

	// FewDocuments have some 15,000 rows, which are gone through as fast: only what
	// has the words of them is looked up.
	FewDocuments = 1000

	// OfDocument is how many rows a document has in the news, more or less.
	OfDocument = 16

	// Newest is how many of the newest rows are gone through for the first ones, as
	// fast as 1,000 are looked up and sorted.
	Newest = 8192

	// Nearest is how many of them are each asked for their names: in the time in which
	// the rows of a name are gathered that one row of a hundred has.
	Nearest = 4096

	// mostEarly is how many rows that may give: of what 2,000 of 300,000 rows have,
	// the newest 8,192 have 50.
	mostEarly = 128
)

// Candidates counts what rows are among, some of them more than once: up to [Some]
// where documents are named too, else up to [Few]. It is "" where rows are few anyway,
// are all wanted, or where no condition names them: names and words do.
func (f *Search) Candidates() (string, []any) {
	if f.table == "" || f.limit == 0 || f.join.sql != "" {
		return "", nil
	}
	var from string
	var args []any
	most := Few
	for _, c := range f.must {
		switch {
		case c.of == "":
			continue
		case isOfDocuments(c):
			most = Some
			continue
		case args == nil:
			from = "(" + c.of + ") WHERE TRUE"
		default: // "+": not one by one
			from += " AND +item IN (" + c.of + ")"
		}
		args = append(args, c.args...)
	}
	if args == nil {
		return "", nil
	}
	return counted("SELECT item FROM " + from), append(args, most)
}

// counted counts what is selected, up to a number.
func counted(items string) string { return "SELECT count(*) FROM (" + items + " LIMIT ?)" }

func isOfDocuments(c condition) bool { return strings.HasPrefix(c.sql, "i.document") }

// Among returns the search that looks up the rows of its first name or words, each for
// itself.
func (f *Search) Among() *Search {
	g := *f
	g.chosen = f.table + " i NOT INDEXED" + joinsDocument
	g.must = slices.Clone(f.must)
	first := true
	for i, c := range g.must {
		if c.of == "" || isOfDocuments(c) {
			continue
		}
		if !first {
			g.must[i].sql = "+" + c.sql
		}
		first = false
	}
	return &g
}

// Documents counts the documents that rows are in, up to [FewDocuments]; it is "" where
// no condition names them.
func (f *Search) Documents() (string, []any) {
	at := slices.IndexFunc(f.must, isOfDocuments)
	if at < 0 || f.must[at].of == "" {
		return "", nil
	}
	return counted(f.must[at].of), append(slices.Clone(f.must[at].args), FewDocuments)
}

// In returns the search that goes through the rows of the documents that are named.
func (f *Search) In() *Search {
	g := f.ByDocument()
	g.chosen = f.by("document")
	return g
}

// ByDocument returns the search that looks rows up by documents and not by ids. Where
// conditions name both, an index of both lets SQLite look up each document with each
// id: millions for two common words, unless it knows how many there are.
func (f *Search) ByDocument() *Search {
	g := *f
	g.must = slices.Clone(f.must)
	for i, c := range g.must {
		if strings.HasPrefix(c.sql, "i.id IN ") {
			g.must[i].sql = "+" + c.sql
		}
	}
	return &g
}

// Lately returns the search for the first rows among so many newest ones, or so many
// before the day that "until" names, without those of the last day, which may be half
// of all: nil where they are hardly there, in another order, behind a cursor, on a day
// of publication. Only when it and [Search.Open], which come first, find as many as
// are wanted are they the first ones.
func (f *Search) Lately(among int) *Search {
	isPublished := func(c condition) bool { return c.sql == publishedOn }
	if f.order != newest || f.page != nil || f.limit > mostEarly || slices.ContainsFunc(f.must, isPublished) {
		return nil
	}
	day, ok := f.until()
	if !ok {
		day = int(store.Never)
	}
	g := *f
	g.chosen = f.by("newest")
	g.must = append(slices.Clone(f.must), condition{
		sql: newest + " >= ? AND " + newest + " < ifnull((SELECT ifnull(-day, 9999999) FROM " + f.table +
			" WHERE ifnull(-day, 9999999) >= ? ORDER BY ifnull(-day, 9999999), place LIMIT 1 OFFSET ?), 9999999)",
		args: []any{-day, -day, among},
	})
	return &g
}

// Nearby is [Search.Lately] that asks each row whether names play their parts in it: for
// those whom half of the news is about, to gather their rows takes longest. It is nil
// where no condition names any.
func (f *Search) Nearby(among int) *Search {
	if !slices.ContainsFunc(f.must, func(c condition) bool { return c.here != nil }) {
		return nil
	}
	g := f.Lately(among)
	if g == nil {
		return nil
	}
	for i, c := range g.must {
		if c.here != nil {
			g.must[i] = *c.here
		}
	}
	return g
}

// Open returns the search for what lies by its last day behind the one that "until"
// names, and yet may have been before it, since its first is not known: nil where
// nothing can.
func (f *Search) Open() *Search {
	day, ok := f.until()
	if !ok {
		return nil
	}
	g := *f
	g.chosen = f.by("open")
	g.must = append(slices.Clone(f.must), condition{sql: open, args: []any{day}})
	return &g
}

// until returns the day that "until" names; a query has it once.
func (f *Search) until() (day int, ok bool) {
	at := slices.IndexFunc(f.must, func(c condition) bool { return c.sql == until })
	if at < 0 {
		return 0, false
	}
	return f.must[at].args[0].(int), true
}

// by has SQLite go through the rows by an index.
func (f *Search) by(index string) string {
	return f.table + " i INDEXED BY " + f.table + "_" + index + joinsDocument
}

const joinsDocument = " LEFT JOIN document d ON d.id = i.document"

// Limit is how many rows are wanted, 0 for all.
func (f *Search) Limit() int { return f.limit }
