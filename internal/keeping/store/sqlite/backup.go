package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"

	"readout/internal/keeping/store"
	"readout/internal/keeping/store/sqlite/file"
	"readout/internal/keeping/store/sqlite/schema"
)

// Backup implements [store.Store]. The copy is written beside its place, checked to
// its last span, synced, and only then given its name. It may be opened as it is, or
// made a file of its own by [Restore].
func (s *Store) Backup(ctx context.Context, to string) error {
	err := file.Write(to, func(part string) error {
		return prove(ctx, s.path, part)
	})
	return fault(err, "back up to %s", to)
}

// Restore makes a file of a copy, and has it up to date and proved. The copy is only
// read: it may lie where nothing can be written, and stays what an older program
// made. Errors are those of [Open], store.ErrExists, and fs.ErrNotExist when there
// is no copy.
func Restore(
	ctx context.Context, from, to string, remaking ...func(documents int),
) error {
	f, err := os.Open(from) // says better than SQLite why it cannot be read
	if err != nil {
		return err
	}
	f.Close()
	err = file.Write(to, func(part string) error {
		return prove(ctx, from, part, remaking...)
	})
	return fault(err, "make %s", to)
}

// prove copies a file, opens the copy and proves all that is in it.
func prove(ctx context.Context, from, to string, remaking ...func(int)) error {
	if err := file.Copy(ctx, from, to, isMade); err != nil {
		return err
	}
	s, err := Open(ctx, to, remaking...)
	if err != nil {
		return err
	}
	faults, err := s.Check(ctx, true)
	if err == nil && len(faults) > 0 {
		err = fmt.Errorf("the copy has %d faults, the first is %s: %w",
			len(faults), faults[0], store.ErrDamaged)
	}
	return errors.Join(err, s.Close())
}

// isMade refuses a file of others, and one in which nothing was made yet.
func isMade(ctx context.Context, db *sql.DB) error {
	version, err := schema.Version(ctx, db)
	if err == nil && version == 0 {
		err = store.ErrNoDatabase
	}
	return err
}
