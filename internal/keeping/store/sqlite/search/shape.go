package search

import (
	"readout/internal/keeping/query"
	"readout/internal/keeping/store"
)

// A shape is how rows of one kind are searched.
type shape struct {
	tables  string // with "i" and "d" as conditions have them
	chosen  string // the same for choosing: a table that no condition reads is not opened
	id      string // of a row, by which it is looked up once it is chosen
	columns string
	into    func(r *store.Row) []any // where the columns are scanned to
	place   string                   // order of rows that are equal otherwise

	// Every order is one expression, ascending, so that a page goes on where
	// the pair of order and place is greater than in the last row.
	orders map[query.Sort]string
	usual  query.Sort

	found  string // has words
	texts  string // selects the numbers of what has words; "" where rows have none
	table  string // of rows with numbers
	apart  bool   // words may lie in several texts, each of which is one
	ranked string // joins what ranks rows by their words; "" when orders does
	within string // conditions on "i" and "d" hold within this; "" when plainly
}

// What has no day comes behind all others, whichever end is the first.
const (
	newestFirst = `ifnull(-i.day, 9999999)`
	oldest      = `ifnull(i.day, 9999999)`
	newestPaper = `ifnull(-d.day, 9999999)`
	oldestPaper = `ifnull(d.day, 9999999)`
	surest      = `ifnull(-i.score, 1)`
	unsurest    = `ifnull(i.score, 2)`
)

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

const (
	statementTexts = `SELECT rowid AS item FROM statement_words WHERE statement_words MATCH ?`
	eventTexts     = `SELECT rowid AS item FROM event_words WHERE event_words MATCH ?`
)

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
	tables:  `document i JOIN document d ON d.id = i.id`,
	chosen:  `document i JOIN document d ON d.id = i.id`,
	id:      `i.id`,
	columns: documentColumns,
	into:    func(r *store.Row) []any { return intoDocument(&r.Document) },
	place:   `d.name`,
	orders: map[query.Sort]string{
		query.SortNewest: newestPaper, query.SortOldest: oldestPaper,
		query.SortScore: newestPaper, query.SortDoubt: newestPaper, // they have none
		query.SortRelevance: `document_words.rank`,
	},
	usual: query.SortNewest,
	found: `i.id IN (SELECT rowid FROM document_words WHERE document_words MATCH ?)`,
	ranked: ` JOIN document_words
		ON document_words.rowid = i.id AND document_words MATCH ?`,
}

var statements = shape{
	tables: `statement i JOIN document d ON d.id = i.document`,
	chosen: `statement i LEFT JOIN document d ON d.id = i.document`,
	id:     `i.id`,
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
	orders: map[query.Sort]string{
		query.SortNewest: newestFirst, query.SortOldest: oldest, query.SortScore: surest, query.SortDoubt: unsurest,
		query.SortRelevance: `statement_words.rank`,
	},
	usual: query.SortNewest,
	found: `i.ord IN (` + statementTexts + `)`,
	texts: statementTexts,
	table: `statement`,
	ranked: ` JOIN statement_words
		ON statement_words.rowid = i.ord AND statement_words MATCH ?`,
}

// promises are statements by when they are due.
var promises = shape{
	tables:  statements.tables,
	chosen:  statements.chosen,
	id:      statements.id,
	columns: statements.columns,
	into:    statements.into,
	place:   statements.place,
	orders:  map[query.Sort]string{0: `i.due_order`},
	found:   statements.found,
}

var events = shape{
	tables: `event i JOIN document d ON d.id = i.document`,
	chosen: `event i LEFT JOIN document d ON d.id = i.document`,
	id:     `i.id`,
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
	orders: map[query.Sort]string{
		query.SortNewest: newestFirst, query.SortOldest: oldest, query.SortScore: surest, query.SortDoubt: unsurest,
		query.SortRelevance: `event_words.rank`,
	},
	usual: query.SortNewest,
	found: `i.ord IN (` + eventTexts + `)`,
	texts: eventTexts,
	table: `event`,
	ranked: ` JOIN event_words
		ON event_words.rowid = i.ord AND event_words MATCH ?`,
}

var citations = shape{
	tables:  `citation i JOIN document d ON d.id = i.document`,
	chosen:  `citation i LEFT JOIN document d ON d.id = i.document`,
	id:      `i.id`,
	columns: documentColumns + `, i.item, i.at, i.exact, i.sources, i.url, i.score`,
	into: func(r *store.Row) []any {
		c := new(store.Citation)
		r.Citation = c
		return append(intoDocument(&r.Document),
			&c.ID, &c.At, &c.Exact, &c.Sources, &c.URL, &c.Score)
	},
	place: `i.place`,
	orders: map[query.Sort]string{
		query.SortNewest: newestPaper, query.SortOldest: oldestPaper, query.SortScore: surest, query.SortDoubt: unsurest,
		query.SortRelevance: `citation_words.rank`,
	},
	usual: query.SortNewest,
	found: `i.id IN (SELECT rowid FROM citation_words WHERE citation_words MATCH ?)`,
	ranked: ` JOIN citation_words
		ON citation_words.rowid = i.id AND citation_words MATCH ?`,
}

var entities = shape{
	tables: `entity e`,
	chosen: `entity e`,
	id:     `e.id`,
	columns: `, e.key, e.type, e.name, e.country,
		(SELECT count(DISTINCT a.document) FROM appearance a WHERE a.entity = e.id)`,
	into: func(r *store.Row) []any {
		e := new(store.Entity)
		r.Entity = e
		return []any{&e.Key, word{&e.Type}, &e.Name, &e.Country, &e.Documents}
	},
	place: `e.key`,
	orders: map[query.Sort]string{
		query.SortName: `e.folded`,
		query.SortNewest: `ifnull(-(SELECT max(d.day) FROM appearance a
			JOIN document d ON d.id = a.document WHERE a.entity = e.id), 9999999)`,
		query.SortOldest: `ifnull((SELECT max(d.day) FROM appearance a
			JOIN document d ON d.id = a.document WHERE a.entity = e.id), 9999999)`,
		query.SortScore: `ifnull(-(SELECT max(a.score) FROM appearance a
			WHERE a.entity = e.id), 1)`,
		query.SortDoubt: `ifnull((SELECT min(a.score) FROM appearance a
			WHERE a.entity = e.id), 2)`,
		query.SortRelevance: `length(e.folded)`, // the less there is beside the words
	},
	usual: query.SortName,
	found: `e.id IN (SELECT a.entity FROM appearance a
		JOIN naming n ON n.appearance = a.id WHERE n.name IN (
			SELECT rowid FROM name_words WHERE name_words MATCH ?))`,
	apart: true,
	within: `EXISTS (SELECT 1 FROM appearance i JOIN document d ON d.id = i.document
		WHERE i.entity = e.id AND `,
}
