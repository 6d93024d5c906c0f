package postgres

import (
	"context"
	"errors"
	"iter"

	"github.com/jackc/pgx/v5"

	"readout/internal/keeping/store"
	"readout/internal/keeping/store/postgres/feed"
	"readout/internal/keeping/store/postgres/index"
)

// dumping has for each table what selects it and what reads a row.
var dumping = []struct {
	sql  string
	scan func(row pgx.Row) (store.Entry, error)
}{
	{`SELECT document, json FROM record ORDER BY document, id`, dumpedRecord},
	{decisions + ` ORDER BY id`, dumpedDecision},
	{`SELECT kind, from_document, from_item, to_document, to_item, score, by, at, note
		FROM edge ORDER BY id`, dumpedEdge},
	{`SELECT document, reason, at FROM forgotten ORDER BY document`, dumpedForgotten},
	{feed.Select, dumpedFeed},
}

// errEnough ends a dump that is left.
var errEnough = errors.New("enough was read")

// Dump implements [store.Reader].
func (s *Store) Dump(ctx context.Context) iter.Seq2[store.Entry, error] {
	return func(yield func(store.Entry, error) bool) {
		err := s.snapshot(ctx, func(tx pgx.Tx) error {
			t, err := index.Tables(ctx, tx)
			if err != nil {
				return err
			}
			if t.Own != nil && !yield(store.Entry{Own: t.Own}, nil) {
				return errEnough
			}
			for _, d := range dumping {
				rows, err := tx.Query(ctx, d.sql)
				if err != nil {
					return err
				}
				defer rows.Close()
				for rows.Next() {
					entry, err := d.scan(rows)
					if err != nil {
						return err
					}
					if !yield(entry, nil) {
						return errEnough
					}
				}
				if err := rows.Err(); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil && !errors.Is(err, errEnough) {
			yield(store.Entry{}, fault(err, "read %s", s.place))
		}
	}
}

func dumpedRecord(row pgx.Row) (store.Entry, error) {
	var document string
	var data []byte
	if err := row.Scan(&document, &data); err != nil {
		return store.Entry{}, err
	}
	r, err := parse(document, data)
	return store.Entry{Record: r}, err
}

func dumpedDecision(row pgx.Row) (store.Entry, error) {
	d, err := scanDecision(row)
	return store.Entry{Decision: &d}, err
}

func dumpedEdge(row pgx.Row) (store.Entry, error) {
	var e store.Edge
	return store.Entry{Edge: &e}, row.Scan(&e.Kind, &e.FromDocument, &e.FromItem,
		&e.ToDocument, &e.ToItem, &e.Score, &e.By, &e.At, &e.Note)
}

func dumpedForgotten(row pgx.Row) (store.Entry, error) {
	var f store.Forgotten
	return store.Entry{Forgotten: &f}, row.Scan(&f.Document, &f.Reason, &f.At)
}

func dumpedFeed(row pgx.Row) (store.Entry, error) {
	f, err := feed.Scan(row)
	return store.Entry{Feed: &f}, err
}

// Load implements [store.Store].
func (s *Store) Load(ctx context.Context, entries iter.Seq2[store.Entry, error]) error {
	const used = `
		SELECT EXISTS (SELECT 1 FROM record) OR EXISTS (SELECT 1 FROM forgotten)
			OR EXISTS (SELECT 1 FROM decision) OR EXISTS (SELECT 1 FROM feed)
			OR EXISTS (SELECT 1 FROM synonym WHERE own)`
	err := s.write(ctx, func(tx pgx.Tx) error {
		var is bool
		if err := tx.QueryRow(ctx, used).Scan(&is); err != nil {
			return err
		}
		if is {
			return store.ErrExists
		}
		l := loading{ctx: ctx, tx: tx}
		for entry, err := range entries {
			if err == nil {
				err = l.entry(entry)
			}
			if err != nil {
				return err
			}
		}
		return l.end()
	})
	return fault(err, "load into %s", s.place)
}

// A loading collects records, which are faster to add together.
type loading struct {
	ctx     context.Context
	tx      pgx.Tx
	pending []*written
}

// batchOfLoads is how many: at it the round trips are small against the work.
const batchOfLoads = 100

// entry keeps what stands for itself as it is, and takes a record apart.
func (l *loading) entry(entry store.Entry) error {
	const edge = `
		INSERT INTO edge (kind, from_document, from_item, to_document, to_item, score, by, at, note)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`
	const forgotten = `INSERT INTO forgotten (document, reason, at) VALUES ($1, $2, $3)`
	var err error
	if entry.Own != nil {
		_, err = index.TakeUp(l.ctx, l.tx, entry.Own, nil)
	}
	if r := entry.Record; r != nil {
		w, wrong := writtenAs(r)
		l.pending, err = append(l.pending, w...), wrong
	}
	if d := entry.Decision; d != nil {
		err = l.decision(d)
	}
	if e := entry.Edge; e != nil {
		_, err = l.tx.Exec(l.ctx, edge, e.Kind, e.FromDocument, e.FromItem,
			e.ToDocument, e.ToItem, e.Score, e.By, e.At, e.Note)
	}
	if f := entry.Forgotten; f != nil {
		_, err = l.tx.Exec(l.ctx, forgotten, f.Document, f.Reason, f.At)
	}
	if f := entry.Feed; f != nil {
		_, err = l.tx.Exec(l.ctx, feed.Insert, feed.Columns(f)...)
	}
	if err != nil || len(l.pending) < batchOfLoads {
		return err
	}
	return l.flush()
}

// decision keeps a decision under its number. Records have what was decided about
// them; names are joined when all is there.
func (l *loading) decision(d *store.Decision) error {
	const insert = `
		INSERT INTO decision
			(id, document, pipeline, item, field, old, new, by, at, note, undone, origin)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`
	if err := l.flush(); err != nil { // the records come first
		return err
	}
	_, err := l.tx.Exec(l.ctx, insert, d.ID, d.Document, d.Pipeline, d.Item, d.Field,
		column(d.Old), column(d.New), d.By, d.At, d.Note, d.Undone, d.Origin)
	return err
}

func (l *loading) flush() error {
	_, err := add(l.ctx, l.tx, l.pending)
	l.pending = nil
	return err
}

// end keeps the last records, joins names, and has the next decision come behind
// those loaded.
func (l *loading) end() error {
	const behind = `
		SELECT setval(pg_get_serial_sequence('decision', 'id'), max(id)) FROM decision
		HAVING max(id) IS NOT NULL`
	if err := l.flush(); err != nil {
		return err
	}
	if err := settle(l.ctx, l.tx); err != nil {
		return err
	}
	_, err := l.tx.Exec(l.ctx, behind)
	return err
}

// Backup implements [store.Store]: to is the address of a database that exists and
// has nothing in it, or only the tables of readout, which a backup that was cut off
// leaves. A copy in one file is made by store.Copy into another engine.
func (s *Store) Backup(ctx context.Context, to string) error {
	other, err := Create(ctx, to)
	if err != nil {
		return fault(err, "back up")
	}
	err = errors.Join(store.Copy(ctx, s, other), other.Close())
	return fault(err, "back up to %s", other.place)
}
