package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
)

// backupVerb copies the database.
type backupVerb struct {
	File string `arg:"" name:"file" placeholder:"FILE" help:"Where to write the copy; nothing may be there."`
	database
}

// Help says what the copy is worth.
func (backupVerb) Help() string {
	return "Writes a copy of the database while others may read and write it, opens the copy " +
		"and proves every record and span in it. Only then the file is there. " +
		"Restore reads it back."
}

// Run writes the copy.
func (v backupVerb) Run(ctx context.Context, e env) error {
	kept, err := v.open(ctx, e)
	if err != nil {
		return err
	}
	if err = kept.Backup(ctx, v.File); err == nil {
		fmt.Fprintf(e.stderr, "readout: a proved copy is in %s\n", v.File)
	}
	return closing(kept, err)
}

// restoreVerb makes the database from a copy.
type restoreVerb struct {
	File string `arg:"" name:"file" placeholder:"FILE" help:"What backup wrote."`
	database
}

// Help says what is not overwritten.
func (restoreVerb) Help() string {
	return "Makes the database from a copy, proved again on the way. Where there is a database " +
		"already nothing is done: move it away first, or name another place with --db."
}

// Run makes the database.
func (v restoreVerb) Run(ctx context.Context, e env) error {
	place, err := databaseAt(v.DB, e.getenv)
	if err != nil {
		return err
	}
	from, err := openAt(ctx, v.File)
	if err != nil {
		return fmt.Errorf("restore: %w", err)
	}
	if err = os.MkdirAll(filepath.Dir(place), 0o700); err == nil {
		err = from.Backup(ctx, place)
	}
	if err != nil {
		err = fmt.Errorf("restore %s: %w", v.File, err)
	}
	if err = closing(from, err); err == nil {
		fmt.Fprintf(e.stderr, "readout: restored to %s\n", place)
	}
	return err
}
