package desk

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"readout/cmd/readout/console"
	"readout/internal/keeping/store"
	"readout/internal/keeping/store/postgres"
	"readout/internal/keeping/store/sqlite/file"
)

// Backup copies the database.
type Backup struct {
	File string `arg:"" name:"file" placeholder:"FILE" help:"Where to write the copy; nothing may be there."`
	Database
}

// Help says what the copy is worth.
func (Backup) Help() string {
	return "Writes a copy of the database while others may read and write it, opens the copy " +
		"and proves every record and span in it. Only then the file is there. " +
		"The copy is a database in one file, also of a database of PostgreSQL, whose own " +
		"tools (pg_dump, pg_basebackup) serve as well. Restore reads it back, into either."
}

// Run writes the copy.
func (v Backup) Run(ctx context.Context, e console.Env) error {
	kept, err := v.OpenStore(ctx, e)
	if err != nil {
		return err
	}
	place, err := Place(v.DB, e.Getenv)
	if err == nil {
		err = backup(ctx, kept, place, v.File)
	}
	if err == nil {
		fmt.Fprintf(e.Stderr, "readout: a proved copy is in %s\n", Shown(v.File))
	}
	return cmp.Or(err, kept.Close())
}

// Restore makes the database from a copy.
type Restore struct {
	File string `arg:"" name:"file" placeholder:"FILE" help:"What backup wrote."`
	Database
}

// Help says what is not overwritten.
func (Restore) Help() string {
	return "Makes the database from a copy, proved again on the way. Where there is a database " +
		"already nothing is done: move it away first, or name another place with --db."
}

// Run makes the database.
func (v Restore) Run(ctx context.Context, e console.Env) error {
	place, err := Place(v.DB, e.Getenv)
	if err != nil {
		return err
	}
	from, err := OpenAt(ctx, v.File, e)
	if err != nil {
		return fmt.Errorf("restore: %w", err)
	}
	if !postgres.IsAddress(place) {
		err = os.MkdirAll(filepath.Dir(place), 0o700)
	}
	if err == nil {
		err = backup(ctx, from, v.File, place)
	}
	if err != nil {
		err = fmt.Errorf("restore %s: %w", Shown(v.File), err)
	}
	if err = cmp.Or(err, from.Close()); err == nil {
		fmt.Fprintf(e.Stderr, "readout: restored to %s\n", Shown(place))
	}
	return err
}

// backup copies a database to another place: by its engine when that is of the
// same kind, else record by record.
func backup(ctx context.Context, kept store.Store, from, to string) error {
	switch {
	case postgres.IsAddress(from) == postgres.IsAddress(to):
		return kept.Backup(ctx, to)
	case postgres.IsAddress(to):
		return backupInto(ctx, kept, to)
	}
	err := file.Write(to, func(part string) error {
		return backupInto(ctx, kept, part)
	})
	if err != nil {
		return fmt.Errorf("back up to %s: %w", to, err)
	}
	return nil
}

// backupInto fills a database, which must be empty, and proves it.
func backupInto(ctx context.Context, kept store.Store, place string) error {
	other, err := createAt(ctx, place)
	if err != nil {
		return err
	}
	err = store.Copy(ctx, kept, other)
	return errors.Join(err, other.Close())
}
