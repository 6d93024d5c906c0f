// Package schema has the tables in which PostgreSQL keeps records, as steps that
// lead from each version of them to the next. They lie in a schema of their own,
// [Name], beside whatever else the database holds. The columns are explained in
// migrations.
package schema

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/jackc/pgx/v5"

	"readout/internal/keeping/store"
)

// Name is the schema of PostgreSQL in which the tables lie.
const Name = "readout"

// migrations are run in the order of their names, each once. Their number is
// the version of the tables; one that was released is never changed. A semicolon
// at the end of a line ends a statement.
//
//go:embed migrations/*.sql
var migrations embed.FS

// Lock has the transaction wait until it alone writes; it is given back at its
// end. See package postgres for why there is one writer.
func Lock(ctx context.Context, tx pgx.Tx) error {
	const lock = `SELECT pg_advisory_xact_lock($1)`
	const key = 0x72646f74 // "rdot"
	_, err := tx.Exec(ctx, lock, key)
	return err
}

// A Queryer is a connection, a pool of them or a transaction.
type Queryer interface {
	QueryRow(ctx context.Context, sql string, args ...any) pgx.Row
}

// Version returns the version of the tables, 0 where there are none. It refuses
// tables of others and of later programs: store.ErrForeign, store.ErrNewerSchema.
func Version(ctx context.Context, q Queryer) (int, error) {
	const tables = `
		SELECT to_regclass('readout.schema_version') IS NOT NULL,
			(SELECT count(*) FROM pg_class WHERE relnamespace = to_regnamespace('readout'))`
	const marked = `SELECT max(version) FROM readout.schema_version`
	var ours bool
	var all int
	if err := q.QueryRow(ctx, tables).Scan(&ours, &all); err != nil {
		return 0, err
	}
	if !ours && all == 0 {
		return 0, nil
	}
	if !ours {
		return 0, store.ErrForeign
	}
	var version *int
	if err := q.QueryRow(ctx, marked).Scan(&version); err != nil {
		return 0, err
	}
	if version == nil {
		return 0, store.ErrForeign
	}
	known, err := steps()
	if err == nil && *version > len(known) {
		err = fmt.Errorf("schema %d, this program knows %d: %w",
			*version, len(known), store.ErrNewerSchema)
	}
	return *version, err
}

// Migrate runs the steps that are missing. Each is a transaction together with
// the version that it leads to, so that a crash leaves the one before. Programs
// that migrate at the same time wait for each other.
func Migrate(ctx context.Context, db Beginner) error {
	known, err := steps()
	if err != nil {
		return err
	}
	for {
		done, err := step(ctx, db, known)
		if err != nil || done {
			return err
		}
	}
}

// A Beginner is a connection or a pool of them.
type Beginner interface {
	Begin(ctx context.Context) (pgx.Tx, error)
}

// step runs the next step, or says that there is none.
func step(ctx context.Context, db Beginner, known [][]string) (done bool, err error) {
	const mark = `INSERT INTO readout.schema_version (version) VALUES ($1)`
	err = pgx.BeginFunc(ctx, db, func(tx pgx.Tx) error {
		if err := Lock(ctx, tx); err != nil {
			return err
		}
		version, err := Version(ctx, tx)
		if err != nil {
			return err
		}
		if version == len(known) {
			done = true
			return nil
		}
		err = run(ctx, tx, known[version])
		if err == nil {
			_, err = tx.Exec(ctx, mark, version+1)
		}
		if err != nil {
			return fmt.Errorf("migrate to schema %d: %w", version+1, err)
		}
		return nil
	})
	return done, err
}

// run executes statements one by one, since the protocol of prepared statements
// takes no more.
func run(ctx context.Context, tx pgx.Tx, statements []string) error {
	const there = `SELECT to_regnamespace('readout') IS NOT NULL`
	const create = `CREATE SCHEMA readout`
	const path = `SET LOCAL search_path = readout`
	var is bool
	if err := tx.QueryRow(ctx, there).Scan(&is); err != nil {
		return err
	}
	all := append([]string{path}, statements...)
	if !is {
		all = append([]string{create}, all...)
	}
	for _, sql := range all {
		if _, err := tx.Exec(ctx, sql); err != nil {
			return err
		}
	}
	return nil
}

// steps returns the statements of each step.
func steps() ([][]string, error) {
	names, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		return nil, err
	}
	var all [][]string
	for _, name := range names {
		text, wrong := migrations.ReadFile(name)
		err = errors.Join(err, wrong)
		parts := strings.SplitAfter(string(text), ";\n")
		all = append(all, parts[:len(parts)-1]) // nothing is behind the last
	}
	return all, err
}
