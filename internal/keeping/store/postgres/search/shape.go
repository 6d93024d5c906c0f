package search

import (
	"readout/internal/keeping/query"
	"readout/internal/keeping/store"
)

// A shape is how rows of one kind are searched.
type shape struct {
	tables  string // with "i" and "d" as conditions have them
	columns string
	into    func(r *store.Row) []any // where the columns are scanned to
	place   string                   // order of rows that are equal otherwise

	// Every order is one expression, ascending, so that a page goes on where
	// the pair of order and place is greater than in the last row.
	orders map[query.Sort]order
	usual  query.Sort

	found  string // has the phrases
	apart  bool   // phrases may lie in several texts, each of which is one
	within string // conditions on "i" and "d" hold within this; "" when plainly
}

// An order is what rows are sorted by.
type order struct {
	sql    string
	values values
	ranks  bool // takes the words that are looked for
}

// values are the type of what an order sorts by.
type values string

// The types, as PostgreSQL calls them.
const (
	whole  values = "integer"
	broken values = "double precision"
	texts  values = "text"
)

// What has no day comes behind all others, whichever end is the first.
var (
	newest      = order{sql: `coalesce(-i.day, 9999999)`, values: whole}
	oldest      = order{sql: `coalesce(i.day, 9999999)`, values: whole}
	newestPaper = order{sql: `coalesce(-d.day, 9999999)`, values: whole}
	oldestPaper = order{sql: `coalesce(d.day, 9999999)`, values: whole}
	surest      = order{sql: `coalesce(-i.score, 1)`, values: broken}
	unsurest    = order{sql: `coalesce(i.score, 2)`, values: broken}

	// The rank counts each place of a word, against the logarithm of the length.
	fittest = order{
		sql: `-ts_rank(i.words, ?::tsquery, 1)::double precision`, values: broken, ranks: true,
	}
)

// found has phrases: their words by the index, the rest by comparison.
const found = `(i.words @@ ?::tsquery
	AND NOT EXISTS (SELECT 1 FROM unnest(?::text[]) v WHERE position(v IN i.folded) = 0)
	AND (NOT i.words @@ '''+'''::tsquery
		OR NOT EXISTS (SELECT 1 FROM unnest(?::text[]) v WHERE position(v IN i.folded) = 0)))`

// shapeOf returns the shape of a kind; statements are found when none is named.
func shapeOf(k query.Kind) shape {
	switch k {
	case 0, query.Statements:
		return statements
	case query.Events:
		return events
	case query.Documents:
		return documents
	case query.Entities:
		return entities
	case query.Citations:
		return citations
	}
	panic("unreachable: kind " + k.String())
}

const documentColumns = `, d.name, d.pipeline, d.url, d.title, d.publisher,
	d.published, d.first, d.last, d.language, d.genre, d.statements, d.events`

func intoDocument(d *store.Document) []any {
	first, last := d.Published.Columns()
	return []any{
		&d.ID, &d.Pipeline, &d.URL, &d.Title, &d.Publisher,
		&d.Published.Text, first, last,
		&d.Language,
		word{&d.Genre},
		&d.Statements, &d.Events,
	}
}

var documents = shape{
	tables:  `FROM document i JOIN document d ON d.id = i.id`,
	columns: documentColumns,
	into:    func(r *store.Row) []any { return intoDocument(&r.Document) },
	place:   `d.name`,
	orders: map[query.Sort]order{
		query.SortNewest: newestPaper, query.SortOldest: oldestPaper,
		query.SortScore: newestPaper, query.SortDoubt: newestPaper, // they have none
		query.SortRelevance: fittest,
	},
	usual: query.SortNewest,
	found: found,
}

var statements = shape{
	tables: `FROM statement i JOIN document d ON d.id = i.document`,
	columns: documentColumns + `, i.item, i.at, i.form, i.act, i.polarity, i.certainty,
		i.speaker, i.named, i.cue, i.content, i.said, i.first, i.last,
		i.due, i.due_first, i.due_last, i.condition, i.review, i.score`,
	into: func(r *store.Row) []any {
		s := new(store.Statement)
		r.Statement = s
		first, last := s.Said.Columns()
		dueFirst, dueLast := s.Due.Columns()
		return append(intoDocument(&r.Document),
			&s.ID, &s.At, word{&s.Form}, word{&s.Act}, word{&s.Polarity}, word{&s.Certainty},
			&s.Speaker, &s.Named, &s.Cue, &s.Content,
			&s.Said.Text, first, last,
			&s.Due.Text, dueFirst, dueLast, &s.Condition,
			word{&s.Review}, &s.Score)
	},
	place: `i.place`,
	orders: map[query.Sort]order{
		query.SortNewest: newest, query.SortOldest: oldest, query.SortScore: surest,
		query.SortDoubt: unsurest, query.SortRelevance: fittest,
	},
	usual: query.SortNewest,
	found: found,
}

// promises are statements by when they are due.
var promises = shape{
	tables:  statements.tables,
	columns: statements.columns,
	into:    statements.into,
	place:   statements.place,
	orders:  map[query.Sort]order{0: {sql: `i.due_order`, values: texts}},
	found:   statements.found,
}

var events = shape{
	tables: `FROM event i JOIN document d ON d.id = i.document`,
	columns: documentColumns + `, i.item, i.at, i.type, i.status, i.certainty, i.trigger,
		i.actors, i.recipients, i.location, i.time, i.first, i.last, i.review, i.score`,
	into: func(r *store.Row) []any {
		e := new(store.Event)
		r.Event = e
		first, last := e.Time.Columns()
		return append(intoDocument(&r.Document),
			&e.ID, &e.At, word{&e.Type}, word{&e.Status}, word{&e.Certainty}, &e.Trigger,
			&e.Actors, &e.Recipients, &e.Location,
			&e.Time.Text, first, last, word{&e.Review}, &e.Score)
	},
	place: `i.place`,
	orders: map[query.Sort]order{
		query.SortNewest: newest, query.SortOldest: oldest, query.SortScore: surest,
		query.SortDoubt: unsurest, query.SortRelevance: fittest,
	},
	usual: query.SortNewest,
	found: found,
}

var citations = shape{
	tables:  `FROM citation i JOIN document d ON d.id = i.document`,
	columns: documentColumns + `, i.item, i.at, i.exact, i.sources, i.url, i.score`,
	into: func(r *store.Row) []any {
		c := new(store.Citation)
		r.Citation = c
		return append(intoDocument(&r.Document),
			&c.ID, &c.At, &c.Exact, &c.Sources, &c.URL, &c.Score)
	},
	place: `i.place`,
	orders: map[query.Sort]order{
		query.SortNewest: newestPaper, query.SortOldest: oldestPaper, query.SortScore: surest,
		query.SortDoubt: unsurest, query.SortRelevance: fittest,
	},
	usual: query.SortNewest,
	found: found,
}

var entities = shape{
	tables: `FROM entity e`,
	columns: `, e.key, e.type, e.name, e.country,
		(SELECT count(DISTINCT a.document) FROM appearance a WHERE a.entity = e.id)`,
	into: func(r *store.Row) []any {
		e := new(store.Entity)
		r.Entity = e
		return []any{&e.Key, word{&e.Type}, &e.Name, &e.Country, &e.Documents}
	},
	place: `e.key`,
	orders: map[query.Sort]order{
		query.SortName: {sql: `e.folded`, values: texts},
		query.SortNewest: {sql: `coalesce(-(SELECT max(d.day) FROM appearance a
			JOIN document d ON d.id = a.document WHERE a.entity = e.id), 9999999)`, values: whole},
		query.SortOldest: {sql: `coalesce((SELECT max(d.day) FROM appearance a
			JOIN document d ON d.id = a.document WHERE a.entity = e.id), 9999999)`, values: whole},
		query.SortScore: {sql: `coalesce(-(SELECT max(a.score) FROM appearance a
			WHERE a.entity = e.id), 1)`, values: broken},
		query.SortDoubt: {sql: `coalesce((SELECT min(a.score) FROM appearance a
			WHERE a.entity = e.id), 2)`, values: broken},
		// The less there is beside the words.
		query.SortRelevance: {sql: `length(e.folded)`, values: whole},
	},
	usual: query.SortName,
	found: `e.id IN (SELECT a.entity FROM appearance a
		JOIN naming m ON m.appearance = a.id JOIN name i ON i.id = m.name WHERE ` + found + `)`,
	apart: true,
	within: `EXISTS (SELECT 1 FROM appearance i JOIN document d ON d.id = i.document
		WHERE i.entity = e.id AND `,
}
