// Package sqlite keeps records in one SQLite file, for one machine and without
// a server. See package store for what a store promises; the tables, column by
// column, are in package schema.
//
// One connection writes, as many as there are processors read; the log is
// written ahead (WAL) and synced at every commit, so that what was acknowledged
// survives a loss of power. Several programs may use one file: they wait for
// each other for [file.BusyMillis] and then get store.ErrBusy.
//
// Words are folded and cut by package query before they reach the full-text
// index, so that SQLite's own idea of letters decides nothing.
//
// Limits: the file must lie on a local disk, since network file systems do not
// lock as WAL needs. One record may have 1 GB.
//
// Sources: the driver is modernc.org/sqlite, SQLite translated to Go; see
// https://sqlite.org/wal.html and https://sqlite.org/fts5.html.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime"

	"readout/internal/keeping/store/sqlite/feed"
	"readout/internal/keeping/store/sqlite/file"
	"readout/internal/keeping/store/sqlite/prepared"
	"readout/internal/keeping/store/sqlite/rows"
	"readout/internal/keeping/store/sqlite/schema"
	"readout/internal/keeping/store/sqlite/seek"
)

const (
	// writerCache is in KiB, negative as SQLite wants it: a transaction of 256
	// documents changes some 40 MB of pages, and what does not fit is written twice.
	writerCache = "-65536"

	// readerCache, likewise, is for each of as many readers as there are
	// processors.
	readerCache = "-16384"

	// mapped is how many bytes of the file, its first, readers have in their address
	// space rather than each a copy of what it read last: as much as SQLite can have
	// there. A page is found in a third of the time, and the memory is that in which
	// the system has the file anyway.
	mapped = "2147418112"

	// keptPrepared is how many statements stay prepared: every form in which a desk
	// asks, at some 30 KB for each reader.
	keptPrepared = 64

	// logPages of 4 KiB are written ahead before they are moved into the file: more
	// than such a transaction, so that pages which every document touches are moved
	// once for many.
	logPages = "32000"
)

// A Store is an open file. It is a store.Store.
type Store struct {
	path   string
	writer *sql.DB // one connection
	reader *sql.DB
	asked  *prepared.Statements // of reader
	counts seek.Counts
	feed.Table
	watch *sql.Conn // on which nothing is written, see [Store.State]
}

// Open opens a file, or makes it; folders are not made. Errors are
// store.ErrNewerSchema, store.ErrForeign, store.ErrNoDatabase, store.ErrDamaged and
// store.ErrReadOnly; such a file is left as it is. Who is told before rows are made
// anew for the documents of an older file, some 70 a second, is remaking.
func Open(ctx context.Context, path string, remaking ...func(documents int)) (*Store, error) {
	if err := probe(ctx, path); err != nil {
		return nil, fault(err, "open %s", path)
	}
	s := &Store{path: path}
	var err error
	s.writer, err = file.Connect(path, 1,
		"journal_mode(wal)", "synchronous(full)", "secure_delete(1)",
		"cache_size("+writerCache+")", "wal_autocheckpoint("+logPages+")",
		"temp_store(memory)")
	if err != nil {
		return nil, fault(err, "open %s", path)
	}
	if err := s.prepare(ctx, remaking); err != nil {
		return nil, fault(errors.Join(err, s.writer.Close()), "open %s", path)
	}
	s.reader, err = file.Connect(path, runtime.NumCPU()+1,
		"query_only(1)", "mmap_size("+mapped+")",
		"cache_size("+readerCache+")", "temp_store(memory)")
	if err != nil {
		return nil, fault(errors.Join(err, s.writer.Close()), "open %s", path)
	}
	s.asked = prepared.New(s.reader, keptPrepared)
	s.Table = feed.Table{Reader: s.reader, Write: s.write, Fault: fault}
	if s.watch, err = s.reader.Conn(ctx); err != nil {
		return nil, fault(errors.Join(err, s.reader.Close(), s.writer.Close()), "open %s", path)
	}
	return s, nil
}

// prepare brings the tables up to date.
func (s *Store) prepare(ctx context.Context, remaking []func(int)) error {
	if err := schema.CheckEngine(ctx, s.writer); err != nil {
		return err
	}
	if err := schema.Migrate(ctx, s.writer); err != nil {
		return err
	}
	if err := s.makeRows(ctx, remaking); err != nil {
		return fmt.Errorf("make what is searched anew: %w", err)
	}
	return s.begin(ctx)
}

// probe refuses what must not be touched, before anything is written to it.
func probe(ctx context.Context, path string) error {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) || err == nil && info.Size() == 0 {
		return nil
	}
	if err != nil {
		return err
	}
	db, err := file.Connect(path, 1, "query_only(1)")
	if err != nil {
		return err
	}
	_, err = schema.Version(ctx, db)
	return errors.Join(err, db.Close())
}

// Close writes the log into the file. The Store is of no use afterwards.
func (s *Store) Close() error {
	const optimize = `PRAGMA optimize`
	_, err := s.writer.ExecContext(context.Background(), optimize)
	err = errors.Join(err, s.watch.Close(), s.reader.Close(), s.writer.Close())
	return fault(err, "close %s", s.path)
}

// write runs a transaction, which is committed unless do returns an error.
func (s *Store) write(ctx context.Context, do func(tx *sql.Tx) error) error {
	tx, err := s.writer.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	if err := do(tx); err != nil {
		if back := tx.Rollback(); !errors.Is(back, sql.ErrTxDone) { // by ctx
			err = errors.Join(err, back)
		}
		return err
	}
	return tx.Commit()
}

// A batch is a transaction that writes rows of documents.
type batch struct {
	*rows.Writer
	ctx context.Context
	tx  *sql.Tx
}

// batch runs do in a transaction, see [Store.write].
func (s *Store) batch(ctx context.Context, do func(b *batch) error) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		b := &batch{rows.New(ctx, tx), ctx, tx}
		return errors.Join(do(b), b.Finish())
	})
}
