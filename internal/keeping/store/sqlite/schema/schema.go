// Package schema has the tables in which SQLite keeps records, as steps that lead
// from each version of them to the next. The columns are explained in
// migrations.
package schema

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"readout/internal/keeping/store"
)

// application marks a file as ours: "rdot" in the header of the file.
const application = 0x72646f74

// migrations are run in the order of their names, each once. Their number is
// the version of the tables; one that was released is never changed.
//
//go:embed migrations/*.sql
var migrations embed.FS

// Version returns the version of the tables, 0 for an empty file. It refuses
// files of others and of later programs: store.ErrForeign, store.ErrNewerSchema.
func Version(ctx context.Context, db *sql.DB) (int, error) {
	const header = `
		SELECT application_id, user_version, (SELECT count(*) FROM sqlite_schema)
		FROM pragma_application_id, pragma_user_version`
	var id, version, tables int
	if err := db.QueryRowContext(ctx, header).Scan(&id, &version, &tables); err != nil {
		return 0, err
	}
	if id == 0 && tables == 0 {
		return 0, nil
	}
	if id != application {
		return 0, store.ErrForeign
	}
	steps, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		return 0, err
	}
	if version > len(steps) {
		return 0, fmt.Errorf("schema %d, this program knows %d: %w",
			version, len(steps), store.ErrNewerSchema)
	}
	return version, nil
}

// Migrate runs the steps that are missing. Each is a transaction together with
// the version that it leads to, so that a crash leaves the one before.
func Migrate(ctx context.Context, db *sql.DB) error {
	version, err := Version(ctx, db)
	if err != nil {
		return err
	}
	steps, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		return err
	}
	for ; version < len(steps); version++ {
		if err := step(ctx, db, steps[version], version+1); err != nil {
			return fmt.Errorf("migrate to schema %d: %w", version+1, err)
		}
	}
	return nil
}

func step(ctx context.Context, db *sql.DB, name string, version int) error {
	text, err := migrations.ReadFile(name)
	if err != nil {
		return err
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	const at = `PRAGMA user_version`
	var now int
	if err := tx.QueryRowContext(ctx, at).Scan(&now); err != nil {
		return errors.Join(err, tx.Rollback())
	}
	if now >= version { // another program was faster
		return tx.Rollback()
	}
	// Pragmas take no arguments; both values are numbers of ours.
	marks := fmt.Sprintf("\nPRAGMA application_id = %d; PRAGMA user_version = %d;",
		application, version)
	if _, err := tx.ExecContext(ctx, string(text)+marks); err != nil {
		return errors.Join(err, tx.Rollback())
	}
	return tx.Commit()
}

// sound lists the first version of each branch of SQLite that has the fix of the
// WAL reset, which could corrupt a file that two programs write. 3.52.0 was
// withdrawn.
var sound = []struct{ branch, patch int }{{44, 6}, {50, 7}, {51, 3}}

// CheckEngine refuses an SQLite that could damage the file.
func CheckEngine(ctx context.Context, db *sql.DB) error {
	const linked = `SELECT sqlite_version()`
	var version string
	if err := db.QueryRowContext(ctx, linked).Scan(&version); err != nil {
		return err
	}
	if !isSound(version) {
		return fmt.Errorf("SQLite %s can corrupt what it writes: build with a newer one", version)
	}
	return nil
}

func isSound(version string) bool {
	parts := strings.Split(version, ".")
	if len(parts) < 3 || parts[0] != "3" {
		return false
	}
	branch, err := strconv.Atoi(parts[1])
	patch, wrong := strconv.Atoi(parts[2])
	if err != nil || wrong != nil {
		return false
	}
	for _, s := range sound {
		if branch == s.branch {
			return patch >= s.patch
		}
	}
	return branch > 52 || branch == 52 && patch > 0
}
