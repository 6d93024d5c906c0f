package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"readout/internal/keeping/store"
	"readout/internal/keeping/store/sqlite"
	"readout/internal/language/edtf"
)

// database is the flag of verbs over a database.
type database struct {
	DB string `name:"db" short:"d" setting:"" placeholder:"FILE" help:"The database; the default is $$XDG_DATA_HOME/readout/readout.db, else ~/.local/share/readout/readout.db."`
}

// open opens the database, which must be there.
func (d database) open(ctx context.Context, e env) (store.Store, error) {
	place, err := databaseAt(d.DB, e.getenv)
	if err != nil {
		return nil, err
	}
	return openAt(ctx, place)
}

// create opens the database, or makes it with the folders it lies in.
func (d database) create(ctx context.Context, e env) (store.Store, error) {
	place, err := databaseAt(d.DB, e.getenv)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(place), 0o700); err != nil {
		return nil, fmt.Errorf("database %s: %w", place, err)
	}
	return sqlite.Open(ctx, place)
}

// openAt opens the database in a file, which must be there.
func openAt(ctx context.Context, place string) (store.Store, error) {
	info, err := os.Stat(place)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("database %s: there is none; readout add makes it, "+
			"--db names another", place)
	}
	if err == nil && info.IsDir() {
		err = errors.New("is a folder; name a file in it")
	}
	if err != nil {
		return nil, fmt.Errorf("database %s: %w", place, cause(err))
	}
	return sqlite.Open(ctx, place)
}

// databaseAt returns where the database lies: what was given, else where programs
// keep the data of their users.
func databaseAt(given string, getenv func(string) string) (string, error) {
	if strings.Contains(given, "://") {
		return "", fmt.Errorf("database %s: this version keeps records in a file; name one", given)
	}
	if given != "" {
		return given, nil
	}
	file := filepath.Join("readout", "readout.db")
	for _, home := range []struct{ variable, below string }{
		{"XDG_DATA_HOME", ""},
		{"HOME", filepath.Join(".local", "share")},
		{"LOCALAPPDATA", ""},
	} {
		if dir := getenv(home.variable); dir != "" {
			return filepath.Join(dir, home.below, file), nil
		}
	}
	return "", errors.New("no folder for the database: HOME is not set; name a file with --db")
}

// todayOf returns the day it is where the reader is.
func todayOf(e env) edtf.Day {
	year, month, day := e.now().Date()
	return edtf.DayOf(year, int(month), day)
}

// closing closes a database behind a verb and returns the verb's error, else its
// own.
func closing(s store.Store, work error) error { return first(work, s.Close()) }

// stamp is the time as it is kept.
func stamp(e env) string { return e.now().UTC().Format(time.RFC3339) }
