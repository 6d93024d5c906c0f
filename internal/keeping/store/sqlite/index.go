package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"readout/internal/keeping/query"
	"readout/internal/keeping/store"
	"readout/record"
)

// An indexer writes the rows of one document.
type indexer struct {
	ctx      context.Context
	tx       *sql.Tx
	name     string // of the document
	document int64
	names    map[string]int64 // ids of folded names
	roles    map[role]int64
	items    map[query.Kind][]int64 // ids of rows, in the order of the record
}

type role struct {
	kind query.Kind
	key  query.Key
}

// index writes the rows of a record, of which there are none yet.
func index(ctx context.Context, tx *sql.Tx, id int64, r *record.Record) error {
	rows := store.Of(r)
	x := &indexer{
		ctx: ctx, tx: tx, name: rows.Document.ID,
		names: map[string]int64{}, roles: map[role]int64{},
		items: map[query.Kind][]int64{},
	}
	if err := x.addDocument(id, &rows); err != nil {
		return err
	}
	if err := x.addStatements(rows.Statements); err != nil {
		return err
	}
	if err := x.addEvents(rows.Events, rows.Sentences); err != nil {
		return err
	}
	if err := x.addCitations(rows.Citations); err != nil {
		return err
	}
	if err := x.addEntities(rows.Entities); err != nil {
		return err
	}
	return x.addParts(rows.Parts)
}

func (x *indexer) exec(sql string, args ...any) error {
	_, err := x.tx.ExecContext(x.ctx, sql, args...)
	return err
}

// insert runs an INSERT that returns the id of the row.
func (x *indexer) insert(sql string, args ...any) (int64, error) {
	var id int64
	err := x.tx.QueryRowContext(x.ctx, sql, args...).Scan(&id)
	return id, err
}

// days returns what the columns first, last and day hold.
func days(w store.When) (first, last, day any) {
	if !w.Dated {
		return nil, nil, nil
	}
	return int(w.First), int(w.Last), int(w.Day())
}

// place returns text that sorts by document and place in it. Nine digits hold
// every offset of a text that fits into a record.
func (x *indexer) place(p store.Place) string {
	return fmt.Sprintf("%s/%09d/%s", x.name, p.At, p.ID)
}

func (x *indexer) addDocument(id int64, rows *store.Rows) error {
	const insert = `
		INSERT INTO document (name, record, pipeline, url, title, publisher, published,
			first, last, day, language, genre, statements, events)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		RETURNING id`
	const words = `INSERT INTO document_words (rowid, title, body) VALUES (?, ?, ?)`
	d := &rows.Document
	first, last, day := days(d.Published)
	var err error
	x.document, err = x.insert(insert, d.ID, id, d.Pipeline, d.URL, d.Title, d.Publisher,
		d.Published.Text, first, last, day, d.Language, d.Genre.String(),
		d.Statements, d.Events)
	if err != nil {
		return err
	}
	x.items[query.Documents] = []int64{x.document}
	return x.exec(words, x.document, rows.Text[0], rows.Text[1])
}

func (x *indexer) addStatements(rows []store.Statement) error {
	const insert = `
		INSERT INTO statement (document, item, at, place, form, act, polarity, certainty,
			speaker, named, cue, content, said, first, last, day,
			due, due_first, due_last, due_order, condition, review, score)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		RETURNING id`
	const words = `INSERT INTO statement_words (rowid, content) VALUES (?, ?)`
	for i := range rows {
		s := &rows[i]
		first, last, day := days(s.Said)
		dueFirst, dueLast, _ := days(s.Due)
		var order any
		if text, ok := s.DueOrder(); ok {
			order = text
		}
		id, err := x.insert(insert, x.document, s.ID, s.At, x.place(s.Place),
			s.Form.String(), s.Act.String(), s.Polarity.String(), s.Certainty.String(),
			s.Speaker, s.Named, s.Cue, s.Content, s.Said.Text, first, last, day,
			s.Due.Text, dueFirst, dueLast, order, s.Condition, s.Review.String(), s.Score)
		if err != nil {
			return fmt.Errorf("statement %s: %w", s.ID, err)
		}
		x.items[query.Statements] = append(x.items[query.Statements], id)
		if err := x.exec(words, id, query.Fold(s.Content)); err != nil {
			return err
		}
	}
	return nil
}

func (x *indexer) addEvents(rows []store.Event, sentences []string) error {
	const insert = `
		INSERT INTO event (document, item, at, place, type, status, certainty, trigger,
			actors, recipients, location, time, first, last, day, review, score)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		RETURNING id`
	const words = `INSERT INTO event_words (rowid, sentence) VALUES (?, ?)`
	for i := range rows {
		e := &rows[i]
		first, last, day := days(e.Time)
		id, err := x.insert(insert, x.document, e.ID, e.At, x.place(e.Place),
			e.Type.String(), e.Status.String(), e.Certainty.String(), e.Trigger,
			e.Actors, e.Recipients, e.Location, e.Time.Text, first, last, day,
			e.Review.String(), e.Score)
		if err != nil {
			return fmt.Errorf("event %s: %w", e.ID, err)
		}
		x.items[query.Events] = append(x.items[query.Events], id)
		if err := x.exec(words, id, sentences[i]); err != nil {
			return err
		}
	}
	return nil
}

func (x *indexer) addCitations(rows []store.Citation) error {
	const insert = `
		INSERT INTO citation (document, item, at, place, exact, sources, url, score)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?)
		RETURNING id`
	const words = `INSERT INTO citation_words (rowid, exact) VALUES (?, ?)`
	for i := range rows {
		c := &rows[i]
		id, err := x.insert(insert, x.document, c.ID, c.At, x.place(c.Place),
			c.Exact, c.Sources, c.URL, c.Score)
		if err != nil {
			return fmt.Errorf("citation %s: %w", c.ID, err)
		}
		x.items[query.Citations] = append(x.items[query.Citations], id)
		if err := x.exec(words, id, query.Fold(c.Exact)); err != nil {
			return err
		}
	}
	return nil
}

func (x *indexer) addEntities(rows []store.Named) error {
	const appear = `
		INSERT INTO appearance (entity, document, item, base, score)
		VALUES (?, ?, ?, ?, ?)
		RETURNING id`
	const called = `INSERT INTO naming (name, appearance) VALUES (?, ?)`
	for i := range rows {
		e := &rows[i]
		entity, err := x.entity(e)
		if err != nil {
			return fmt.Errorf("entity %s: %w", e.ID, err)
		}
		appearance, err := x.insert(appear, entity, x.document, e.ID, e.Key, e.Score)
		if err != nil {
			return fmt.Errorf("entity %s: %w", e.ID, err)
		}
		for _, folded := range e.Names {
			name, err := x.nameID(folded)
			if err != nil {
				return err
			}
			if err := x.exec(called, name, appearance); err != nil {
				return err
			}
		}
	}
	return nil
}

// entity returns the id of an entity over all documents.
func (x *indexer) entity(e *store.Named) (int64, error) {
	const joined = `SELECT same, type, name FROM alias WHERE key = ?`
	key, kind, name := e.Key, e.Type.String(), e.Name
	err := x.tx.QueryRowContext(x.ctx, joined, e.Key).Scan(&key, &kind, &name)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return 0, err
	}
	if err != nil && e.Lone {
		key = strings.Join([]string{e.Key, x.name, e.ID}, "/")
	}
	return x.insert(upsertEntity, key, kind, query.Fold(name), name, e.Country)
}

// upsertEntity shows of names that are equal when folded the one that sorts
// last, with its accents and capitals, whatever the order in which they come.
const upsertEntity = `
	INSERT INTO entity (key, type, folded, name, country)
	VALUES (?, ?, ?, ?, ?)
	ON CONFLICT (key) DO UPDATE SET
		name = max(name, excluded.name), country = max(country, excluded.country)
	RETURNING id`

func (x *indexer) addParts(rows []store.Part) error {
	const insert = `
		INSERT INTO part (role, name, item, document) VALUES (?, ?, ?, ?)
		ON CONFLICT DO NOTHING`
	for _, p := range rows {
		role, err := x.roleID(role{p.Kind, p.Key})
		if err != nil {
			return err
		}
		name, err := x.nameID(p.Name)
		if err != nil {
			return err
		}
		if err := x.exec(insert, role, name, x.items[p.Kind][p.At], x.document); err != nil {
			return err
		}
	}
	return nil
}

func (x *indexer) nameID(folded string) (int64, error) {
	const upsert = `
		INSERT INTO name (folded) VALUES (?)
		ON CONFLICT (folded) DO UPDATE SET folded = folded
		RETURNING id`
	return memo(x.names, folded, func() (int64, error) { return x.insert(upsert, folded) })
}

func (x *indexer) roleID(r role) (int64, error) {
	const upsert = `
		INSERT INTO role (kind, key) VALUES (?, ?)
		ON CONFLICT (kind, key) DO UPDATE SET key = key
		RETURNING id`
	return memo(x.roles, r, func() (int64, error) {
		return x.insert(upsert, r.kind.String(), r.key.String())
	})
}

// memo asks once for each key.
func memo[K comparable](ids map[K]int64, key K, ask func() (int64, error)) (int64, error) {
	if id, ok := ids[key]; ok {
		return id, nil
	}
	id, err := ask()
	if err == nil {
		ids[key] = id
	}
	return id, err
}
