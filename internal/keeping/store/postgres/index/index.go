// Package index writes and deletes the rows by which records are found, in bulk:
// one copy a table, whatever the number of documents.
//
// It is called by the one writer of a database, so that what it reads cannot change
// until it writes.
package index

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype"

	"readout/internal/keeping/alias"
	"readout/internal/keeping/query"
	"readout/internal/keeping/store"
	"readout/internal/keeping/store/postgres/search"
	"readout/record"
)

// A table is rows on their way into a table, in the order of its columns.
type table struct {
	name    string
	columns []string
	rows    [][]any
}

// An indexer collects the rows of documents and copies each table at once.
type indexer struct {
	last       int64 // id given
	documents  table
	statements table
	events     table
	citations  table
	appeared   table
	called     table
	parts      table

	names    ids
	entities ids // by their keys
	aliases  *alias.Aliases
	roles    map[role]int32
}

type role struct {
	kind query.Kind
	key  query.Key
}

// ids are those of texts, by the text.
type ids map[string]int64

func newIndexer() *indexer {
	columns := strings.Fields
	return &indexer{
		documents: table{"document", columns("id name record pipeline url title publisher " +
			"published first last day language genre statements events folded words"), nil},
		statements: table{"statement", columns("id document item at place form act polarity " +
			"certainty speaker named cue content said first last day due due_first due_last " +
			"due_order condition review score folded words"), nil},
		events: table{"event", columns("id document item at place type status certainty trigger " +
			"actors recipients location time first last day review score folded words"), nil},
		citations: table{"citation", columns("id document item at place exact sources url score " +
			"folded words"), nil},
		appeared: table{"appearance", columns("id entity document item base score"), nil},
		called:   table{"naming", columns("name appearance"), nil},
		parts:    table{"part", columns("role name item document"), nil},
	}
}

// A Version is a record as it is kept.
type Version struct {
	ID     int64 // of its row
	Record *record.Record
	JSON   []byte
}

// Replace deletes the rows of documents and writes those of the versions that are
// shown now; of each of these documents there are none, or they are deleted.
func Replace(ctx context.Context, tx pgx.Tx, documents []string, shown []Version) error {
	old, err := remove(ctx, tx, documents)
	if err != nil {
		return err
	}
	if err := write(ctx, tx, shown); err != nil {
		return err
	}
	return old.sweep(ctx, tx)
}

func write(ctx context.Context, tx pgx.Tx, versions []Version) error {
	if len(versions) == 0 {
		return nil
	}
	aliases, err := Aliases(ctx, tx)
	if err != nil {
		return err
	}
	all := make([]store.Rows, len(versions))
	for i, v := range versions {
		r, err := Storable(v.Record, v.JSON)
		if err != nil {
			return err
		}
		all[i] = store.Apart(r, aliases)
	}
	x := newIndexer()
	x.aliases = aliases
	if err := x.begin(ctx, tx, all); err != nil {
		return err
	}
	for i := range all {
		x.document(versions[i].ID, &all[i])
	}
	for _, t := range []table{
		x.documents, x.statements, x.events, x.citations, x.appeared, x.called, x.parts,
	} {
		_, err := tx.CopyFrom(ctx, pgx.Identifier{t.name}, t.columns, pgx.CopyFromRows(t.rows))
		if err != nil {
			return err
		}
	}
	return nil
}

// Storable returns the record with spaces for the NUL characters, which no column
// of text can hold. Neither bytes nor code points of it move.
func Storable(r *record.Record, json []byte) (*record.Record, error) {
	if !bytes.Contains(json, []byte(`\u0000`)) {
		return r, nil
	}
	spaced := strings.NewReplacer(`\\`, `\\`, `\u0000`, ` `).Replace(string(json))
	return record.Parse([]byte(spaced))
}

// Text is a text of a person as a column can hold it.
func Text(s string) string { return strings.ReplaceAll(s, "\x00", " ") }

// begin gets the ids that rows will have or point at.
func (x *indexer) begin(ctx context.Context, tx pgx.Tx, all []store.Rows) error {
	const reserve = `SELECT setval('item', last_value + $1) - $1 FROM item` // we write alone
	n := 0
	for i := range all {
		r := &all[i]
		n += 1 + len(r.Statements) + len(r.Events) + len(r.Citations) + len(r.Entities)
	}
	if err := tx.QueryRow(ctx, reserve, int64(n)).Scan(&x.last); err != nil {
		return err
	}
	var err error
	if x.roles, err = rolesOf(ctx, tx, all); err != nil {
		return err
	}
	if x.names, err = namesOf(ctx, tx, all); err != nil {
		return err
	}
	x.entities, err = entitiesOf(ctx, tx, x.aliases, all)
	return err
}

func (x *indexer) next() int64 {
	x.last++
	return x.last
}

func (t *table) add(row ...any) { t.rows = append(t.rows, row) }

// days returns what the columns first, last and day hold.
func days(w store.When) (first, last, day any) {
	if !w.Dated {
		return nil, nil, nil
	}
	return int(w.First), int(w.Last), int(w.Day())
}

// A document's rows hang on it by its id and its name.
type hanging struct {
	x    *indexer
	id   int64
	name string
}

func (x *indexer) document(version int64, rows *store.Rows) {
	d := &rows.Document
	h := hanging{x, x.next(), d.ID}
	first, last, day := days(d.Published)
	folded := search.Padded(rows.Text...)
	x.documents.add(h.id, d.ID, version, d.Pipeline, d.URL, d.Title,
		d.Publisher, d.Published.Text, first, last, day, d.Language,
		d.Genre.String(), d.Statements, d.Events, folded, search.Vector(folded))
	items := map[query.Kind][]int64{
		query.Documents:  {h.id},
		query.Statements: h.statements(rows.Statements, rows.Contents),
		query.Events:     h.events(rows.Events, rows.Sentences),
		query.Citations:  h.citations(rows.Citations, rows.Exacts),
	}
	h.appearances(rows.Entities)
	for _, p := range rows.Parts {
		x.parts.add(x.roles[role{p.Kind, p.Key}], x.names[p.Name], items[p.Kind][p.At], h.id)
	}
}

// place returns text that sorts by document and place in it. Nine digits hold
// every offset of a text that fits into a record.
func (h hanging) place(p store.Place) string {
	return fmt.Sprintf("%s/%09d/%s", h.name, p.At, p.ID)
}

func (h hanging) statements(rows []store.Statement, contents []string) []int64 {
	given := make([]int64, len(rows))
	for i := range rows {
		s := &rows[i]
		given[i] = h.x.next()
		first, last, day := days(s.Said)
		dueFirst, dueLast, _ := days(s.Due)
		var order any
		if by, ok := s.DueOrder(); ok {
			order = by
		}
		folded := search.Padded(contents[i])
		h.x.statements.add(given[i], h.id, s.ID, s.At, h.place(s.Place),
			s.Form.String(), s.Act.String(), s.Polarity.String(), s.Certainty.String(),
			s.Speaker, s.Named, s.Cue, s.Content,
			s.Said.Text, first, last, day,
			s.Due.Text, dueFirst, dueLast, order, s.Condition,
			s.Review.String(), s.Score, folded, search.Vector(folded))
	}
	return given
}

func (h hanging) events(rows []store.Event, sentences []string) []int64 {
	given := make([]int64, len(rows))
	for i := range rows {
		e := &rows[i]
		given[i] = h.x.next()
		first, last, day := days(e.Time)
		folded := search.Padded(sentences[i])
		h.x.events.add(given[i], h.id, e.ID, e.At, h.place(e.Place),
			e.Type.String(), e.Status.String(), e.Certainty.String(), e.Trigger,
			e.Actors, e.Recipients, e.Location,
			e.Time.Text, first, last, day,
			e.Review.String(), e.Score, folded, search.Vector(folded))
	}
	return given
}

func (h hanging) citations(rows []store.Citation, exacts []string) []int64 {
	given := make([]int64, len(rows))
	for i := range rows {
		c := &rows[i]
		given[i] = h.x.next()
		folded := search.Padded(exacts[i])
		h.x.citations.add(given[i], h.id, c.ID, c.At, h.place(c.Place),
			c.Exact, c.Sources, c.URL, c.Score, folded, search.Vector(folded))
	}
	return given
}

// appearances has entities appear as whom they mean, and be called by their names.
func (h hanging) appearances(rows []store.Named) {
	for i := range rows {
		e := &rows[i]
		id := h.x.next()
		entity := h.x.entities[e.Means(h.name, h.x.aliases).Same]
		h.x.appeared.add(id, entity, h.id, e.ID, e.Key, e.Score)
		for _, folded := range e.Names {
			h.x.called.add(h.x.names[folded], id)
		}
	}
}

// Digest names a text that may be too long for an index.
func Digest(s string) []byte {
	sum := sha256.Sum256([]byte(s))
	return sum[:sha256.Size/2]
}

// rolesOf returns the ids of the parts that names play.
func rolesOf(ctx context.Context, tx pgx.Tx, all []store.Rows) (map[role]int32, error) {
	const insert = `
		INSERT INTO role (kind, key)
		SELECT * FROM unnest($1::text[], $2::text[])
		ON CONFLICT DO NOTHING`
	const known = `
		SELECT r.id, v.n FROM role r
		JOIN unnest($1::text[], $2::text[]) WITH ORDINALITY v (kind, key, n) USING (kind, key)`
	var kinds, keys []string
	var order []role
	found := map[role]int32{}
	for i := range all {
		for _, p := range all[i].Parts {
			r := role{p.Kind, p.Key}
			if _, seen := found[r]; !seen {
				found[r] = 0
				order = append(order, r)
				kinds, keys = append(kinds, p.Kind.String()), append(keys, p.Key.String())
			}
		}
	}
	if _, err := tx.Exec(ctx, insert, kinds, keys); err != nil {
		return nil, err
	}
	rows, err := tx.Query(ctx, known, kinds, keys)
	if err != nil {
		return nil, err
	}
	var id int32
	var n int
	_, err = pgx.ForEachRow(rows, []any{&id, &n}, func() error {
		found[order[n-1]] = id
		return nil
	})
	return found, err
}

// namesOf returns the ids of folded names.
func namesOf(ctx context.Context, tx pgx.Tx, all []store.Rows) (ids, error) {
	const known = `SELECT folded, id FROM name WHERE digest = ANY ($1)`
	const insert = `
		INSERT INTO name (digest, folded, words)
		SELECT * FROM unnest($1::bytea[], $2::text[], $3::tsvector[])
		RETURNING folded, id`
	found := ids{}
	var digests [][]byte
	var texts []string
	want := func(name string) {
		if _, seen := found[name]; !seen {
			found[name] = 0
			digests = append(digests, Digest(name))
			texts = append(texts, name)
		}
	}
	for i := range all {
		for _, p := range all[i].Parts {
			want(p.Name)
		}
		for _, e := range all[i].Entities {
			for _, name := range e.Names {
				want(name)
			}
		}
	}
	if err := found.read(ctx, tx, known, digests); err != nil {
		return nil, err
	}
	var fresh []string
	var vectors []pgtype.TSVector
	digests = digests[:0]
	for _, name := range texts {
		if found[name] == 0 {
			padded := search.Padded(name)
			digests, fresh = append(digests, Digest(name)), append(fresh, padded)
			vectors = append(vectors, search.Vector(padded))
		}
	}
	return found, found.read(ctx, tx, insert, digests, fresh, vectors)
}

// read takes ids from rows of a text and an id.
func (f ids) read(ctx context.Context, tx pgx.Tx, sql string, args ...any) error {
	rows, err := tx.Query(ctx, sql, args...)
	if err != nil {
		return err
	}
	var name string
	var id int64
	_, err = pgx.ForEachRow(rows, []any{&name, &id}, func() error {
		f[strings.Trim(name, " ")] = id // names are padded, keys have no such ends
		return nil
	})
	return err
}
