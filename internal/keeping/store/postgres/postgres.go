// Package postgres keeps records in a PostgreSQL database, for several machines
// and programs at once. See package store for what a store promises; the tables,
// column by column, are in package schema.
//
// # For who runs the server
//
// An address is postgres://USER@HOST:PORT/DATABASE, with the parameters of libpq
// behind a question mark (sslmode, connect_timeout, host for a socket), and
// pool_max_conns for how many connections a program opens. A password is better
// kept in ~/.pgpass or PGPASSWORD than in the address; what is in the address is
// never printed. The database must exist and have the encoding UTF8; the tables
// come by the first readout add and lie in the schema "readout", so that the user
// needs the right CREATE on the database, once. Nothing else in the database is
// touched, no extension is needed. A pooler between must keep sessions.
//
// What is acknowledged is synced by the server: a connection with
// synchronous_commit off turns it on. fsync and full_page_writes are the
// server's own, and must be on there.
//
// # How it works
//
// Readers see a snapshot and wait for nobody. Writers wait for each other (a lock
// of the database, pg_advisory_xact_lock), since names and entities are shared
// between documents and are deleted with the last of them; one writes some hundred
// documents a second, more than readers of text bring. Who waits for longer than
// [lockMillis] gets store.ErrBusy. A program that dies gives the lock back.
//
// Words are folded and cut by package query before they reach the database, and
// text is compared by its bytes, so that neither the locale of the server nor its
// text search configurations decide anything. NUL characters, which PostgreSQL has
// no place for in text, are spaces in rows; the record itself keeps them.
//
// Limits: what is forgotten is deleted, but the server overwrites its bytes only
// when it vacuums, and its log and backups hold them longer. Iterators hold a
// connection until they end.
//
// Sources: the driver is github.com/jackc/pgx; see
// https://www.postgresql.org/docs/current/textsearch.html.
package postgres

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"readout/internal/keeping/store/postgres/feed"
	"readout/internal/keeping/store/postgres/schema"
)

// lockMillis is how long a writer waits for others: longer than some large
// batches, shorter than a person's patience.
const lockMillis = "30000"

// A Store is an open database. It is a store.Store.
type Store struct {
	place string // the address without what is secret
	pool  *pgxpool.Pool
	feed.Table
}

// Create opens a database of an address, and makes the tables where there are
// none. Errors are store.ErrNewerSchema and store.ErrForeign; such a database is
// left as it is. No error tells a password.
func Create(ctx context.Context, address string) (*Store, error) {
	s, _, err := open(ctx, address)
	if err != nil {
		return nil, err
	}
	return s.migrated(ctx)
}

// Open is Create where there are tables; else its error is fs.ErrNotExist.
func Open(ctx context.Context, address string) (*Store, error) {
	s, version, err := open(ctx, address)
	if err != nil {
		return nil, err
	}
	if version == 0 {
		s.pool.Close()
		return nil, fault(fs.ErrNotExist, "open %s", s.place)
	}
	return s.migrated(ctx)
}

// open connects and tells the version of the tables.
func open(ctx context.Context, address string) (*Store, int, error) {
	config, place, err := configOf(address)
	if err != nil {
		return nil, 0, err
	}
	config.AfterConnect = prepare
	pool, err := pgxpool.NewWithConfig(ctx, config)
	if err != nil {
		return nil, 0, fault(err, "open %s", place)
	}
	s := &Store{place: place, pool: pool}
	s.Table = feed.Table{Pool: pool, Write: s.write, Fault: fault}
	version, err := schema.Version(ctx, pool)
	if err != nil {
		pool.Close()
		return nil, 0, fault(err, "open %s", place)
	}
	return s, version, nil
}

// migrated brings the tables up to date.
func (s *Store) migrated(ctx context.Context) (*Store, error) {
	err := schema.Migrate(ctx, s.pool)
	if err == nil {
		err = s.begin(ctx)
	}
	if err != nil {
		s.pool.Close()
		return nil, fault(err, "open %s", s.place)
	}
	return s, nil
}

// prepare proves what a connection must have, and has commits synced.
func prepare(ctx context.Context, conn *pgx.Conn) error {
	const encoding = `SELECT current_setting('server_encoding')`
	const sync = `
		SELECT set_config('synchronous_commit', 'on', false)
		WHERE current_setting('synchronous_commit') = 'off'`
	var is string
	if err := conn.QueryRow(ctx, encoding).Scan(&is); err != nil {
		return err
	}
	if is != "UTF8" {
		return fmt.Errorf("the database has the encoding %s: make one with ENCODING 'UTF8'", is)
	}
	_, err := conn.Exec(ctx, sync)
	return err
}

// Close ends the connections. The Store is of no use afterwards.
func (s *Store) Close() error {
	s.pool.Close()
	return nil
}

// write runs a transaction of the one writer, which is committed unless do
// returns an error.
func (s *Store) write(ctx context.Context, do func(tx pgx.Tx) error) error {
	return pgx.BeginFunc(ctx, s.pool, func(tx pgx.Tx) error {
		if err := schema.Lock(ctx, tx); err != nil {
			return err
		}
		return do(tx)
	})
}

// snapshot runs several reads that see one state.
func (s *Store) snapshot(ctx context.Context, do func(tx pgx.Tx) error) error {
	options := pgx.TxOptions{IsoLevel: pgx.RepeatableRead, AccessMode: pgx.ReadOnly}
	return pgx.BeginTxFunc(ctx, s.pool, options, do)
}

// isNone reports whether a row was not there.
func isNone(err error) bool { return errors.Is(err, pgx.ErrNoRows) }
