package desk

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"

	"readout/cmd/readout/console"
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
		"Restore reads it back."
}

// Run writes the copy.
func (v Backup) Run(ctx context.Context, e console.Env) error {
	kept, err := v.OpenStore(ctx, e)
	if err != nil {
		return err
	}
	if err = kept.Backup(ctx, v.File); err == nil {
		fmt.Fprintf(e.Stderr, "readout: a proved copy is in %s\n", v.File)
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
	from, err := OpenAt(ctx, v.File)
	if err != nil {
		return fmt.Errorf("restore: %w", err)
	}
	if err = os.MkdirAll(filepath.Dir(place), 0o700); err == nil {
		err = from.Backup(ctx, place)
	}
	if err != nil {
		err = fmt.Errorf("restore %s: %w", v.File, err)
	}
	if err = cmp.Or(err, from.Close()); err == nil {
		fmt.Fprintf(e.Stderr, "readout: restored to %s\n", place)
	}
	return err
}
