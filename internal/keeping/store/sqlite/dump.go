package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"iter"

	"readout/internal/keeping/store"
	"readout/internal/keeping/store/sqlite/feed"
	"readout/internal/keeping/store/sqlite/rows"
	"readout/record"
)

// dumping has for each table what selects it and what reads a row.
var dumping = []struct {
	sql  string
	scan func(rows *sql.Rows) (store.Entry, error)
}{
	{`SELECT document, json FROM record ORDER BY document, id`, dumpedRecord},
	{decisions + ` ORDER BY id`, dumpedDecision},
	{`SELECT kind, from_document, from_item, to_document, to_item, score, by, at, note
		FROM edge ORDER BY id`, dumpedEdge},
	{`SELECT document, reason, at FROM forgotten ORDER BY document`, dumpedForgotten},
	{feed.Select, dumpedFeed},
}

// Dump implements [store.Reader].
func (s *Store) Dump(ctx context.Context) iter.Seq2[store.Entry, error] {
	return func(yield func(store.Entry, error) bool) {
		tx, err := s.reader.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
		if err != nil {
			yield(store.Entry{}, fault(err, "read %s", s.path))
			return
		}
		if more, err := dumpOwn(ctx, tx, yield); err != nil || !more {
			if err = errors.Join(err, tx.Rollback()); err != nil {
				yield(store.Entry{}, fault(err, "read %s", s.path))
			}
			return
		}
		for _, d := range dumping {
			more, err := dump(ctx, tx, d.sql, func(rows *sql.Rows) (bool, error) {
				entry, err := d.scan(rows)
				return err == nil && yield(entry, nil), err
			})
			if err != nil {
				yield(store.Entry{}, fault(errors.Join(err, tx.Rollback()), "read %s", s.path))
				return
			}
			if !more {
				break
			}
		}
		_ = tx.Rollback() // nothing was written
	}
}

// dump reads rows until do wants no more, and reports whether it does.
func dump(
	ctx context.Context, tx *sql.Tx, query string, do func(*sql.Rows) (bool, error),
) (bool, error) {
	rows, err := tx.QueryContext(ctx, query)
	if err != nil {
		return false, err
	}
	defer rows.Close()
	for rows.Next() {
		if more, err := do(rows); !more || err != nil {
			return false, err
		}
	}
	return true, rows.Err()
}

// dumpOwn yields the user's table of names as one entry, and reports whether more is
// wanted.
func dumpOwn(
	ctx context.Context, tx *sql.Tx, yield func(store.Entry, error) bool,
) (bool, error) {
	b := rows.New(ctx, tx)
	t, err := b.Tables()
	if err = errors.Join(err, b.Finish()); err != nil {
		return false, err
	}
	return t.Own == nil || yield(store.Entry{Own: t.Own}, nil), nil
}

func dumpedRecord(rows *sql.Rows) (store.Entry, error) {
	var document string
	var data []byte
	if err := rows.Scan(&document, &data); err != nil {
		return store.Entry{}, err
	}
	r, err := parse(document, data)
	return store.Entry{Record: r}, err
}

func dumpedDecision(rows *sql.Rows) (store.Entry, error) {
	d, err := scanDecision(rows)
	return store.Entry{Decision: &d}, err
}

func dumpedEdge(rows *sql.Rows) (store.Entry, error) {
	var e store.Edge
	return store.Entry{Edge: &e}, rows.Scan(&e.Kind, &e.FromDocument, &e.FromItem,
		&e.ToDocument, &e.ToItem, &e.Score, &e.By, &e.At, &e.Note)
}

func dumpedForgotten(rows *sql.Rows) (store.Entry, error) {
	var f store.Forgotten
	return store.Entry{Forgotten: &f}, rows.Scan(&f.Document, &f.Reason, &f.At)
}

func dumpedFeed(rows *sql.Rows) (store.Entry, error) {
	f, err := feed.Scan(rows)
	return store.Entry{Feed: &f}, err
}

// Load implements [store.Store].
func (s *Store) Load(ctx context.Context, entries iter.Seq2[store.Entry, error]) error {
	const used = `
		SELECT EXISTS (SELECT 1 FROM record) OR EXISTS (SELECT 1 FROM forgotten)
			OR EXISTS (SELECT 1 FROM decision) OR EXISTS (SELECT 1 FROM feed)
			OR EXISTS (SELECT 1 FROM synonym WHERE own)`
	err := s.batch(ctx, func(b *batch) error {
		var is bool
		if err := b.Row(used, nil, &is); err != nil {
			return err
		}
		if is {
			return store.ErrExists
		}
		for entry, err := range entries {
			if err == nil {
				err = b.load(entry)
			}
			if err != nil {
				return err
			}
		}
		_, err := b.settle()
		return err
	})
	return fault(err, "load into %s", s.path)
}

// load keeps what stands for itself as it is, and takes a record apart.
func (b *batch) load(entry store.Entry) error {
	const edge = `
		INSERT INTO edge (kind, from_document, from_item, to_document, to_item, score, by, at, note)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`
	const forgotten = `INSERT INTO forgotten (document, reason, at) VALUES (?, ?, ?)`
	var err error
	if entry.Own != nil {
		_, err = b.takeUp(entry.Own)
	}
	if r := entry.Record; r != nil {
		_, err = b.add([]*record.Record{r})
	}
	if d := entry.Decision; d != nil {
		err = b.loadDecision(d)
	}
	if e := entry.Edge; e != nil {
		err = b.Exec(edge, e.Kind, e.FromDocument, e.FromItem,
			e.ToDocument, e.ToItem, e.Score, e.By, e.At, e.Note)
	}
	if f := entry.Forgotten; f != nil {
		err = b.Exec(forgotten, f.Document, f.Reason, f.At)
	}
	if f := entry.Feed; f != nil {
		err = b.Exec(feed.Insert, feed.Columns(f)...)
	}
	return err
}

// loadDecision keeps a decision under its number. Records have what was decided
// about them; names are joined when all is there.
func (b *batch) loadDecision(d *store.Decision) error {
	const insert = `
		INSERT INTO decision
			(id, document, pipeline, item, field, old, new, by, at, note, undone, origin)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	return b.Exec(insert, d.ID, d.Document, d.Pipeline, d.Item, d.Field,
		column(d.Old), column(d.New), d.By, d.At, d.Note, d.Undone, d.Origin)
}
