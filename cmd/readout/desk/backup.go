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
	"readout/internal/keeping/store/sqlite"
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
	return "Makes the database from a copy, proved again on the way. " +
		"The copy is only read, and may lie where nothing can be written. " +
		"Where there is a database already nothing is done: " +
		"move it away first, or name another place with --db."
}

// Run makes the database.
func (v Restore) Run(ctx context.Context, e console.Env) error {
	place, err := Place(v.DB, e.Getenv)
	if err != nil {
		return err
	}
	err = restore(ctx, e, v.File, place)
	switch {
	case errors.Is(err, store.ErrNoDatabase):
		err = errors.New("is no database; name one that backup wrote")
	case errors.Is(err, store.ErrExists):
		err = fmt.Errorf("database %s: %w; move it away first, "+
			"or name another place with --db", Shown(place), store.ErrExists)
	}
	if err != nil {
		return fmt.Errorf("restore %s: %w", Shown(v.File), err)
	}
	fmt.Fprintf(e.Stderr, "readout: restored to %s\n", Shown(place))
	return nil
}

// restore makes a database from a copy. A file is not opened as a database is, which
// would write to it.
func restore(ctx context.Context, e console.Env, from, to string) error {
	if postgres.IsAddress(from) {
		kept, err := OpenAt(ctx, from, e)
		if err != nil {
			return err
		}
		return cmp.Or(backup(ctx, kept, from, to), kept.Close())
	}
	if err := isFile(from); err != nil {
		return err
	}
	if postgres.IsAddress(to) {
		return restoreInto(ctx, e, from, to)
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
		return fmt.Errorf("database %s: %w", to, err)
	}
	return sqlite.Restore(ctx, from, to, remaking(from, e))
}

// restoreInto fills a database of PostgreSQL from a file, by way of one that may be
// written.
func restoreInto(ctx context.Context, e console.Env, from, to string) error {
	dir, err := os.MkdirTemp("", "readout-restore-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	own := filepath.Join(dir, "copy.db")
	if err := sqlite.Restore(ctx, from, own, remaking(from, e)); err != nil {
		return err
	}
	kept, err := sqlite.Open(ctx, own)
	if err != nil {
		return err
	}
	return cmp.Or(backupInto(ctx, kept, to), kept.Close())
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
