package desk

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"readout/cmd/readout/console"
	"readout/internal/keeping/store"
	"readout/internal/keeping/store/postgres"
	"readout/internal/keeping/store/sqlite"
)

// Database is the flag of verbs over a database.
type Database struct {
	DB string `name:"db" short:"d" setting:"" placeholder:"FILE|URL" help:"The database: a file, or postgres://USER@HOST:PORT/DATABASE; the default is $$XDG_DATA_HOME/readout/readout.db, else ~/.local/share/readout/readout.db."`
}

// OpenStore opens the database, which must be there.
func (d Database) OpenStore(ctx context.Context, e console.Env) (store.Store, error) {
	place, err := Place(d.DB, e.Getenv)
	if err != nil {
		return nil, err
	}
	return OpenAt(ctx, place, e)
}

// CreateStore opens the database, or makes it with the folders it lies in. Of
// PostgreSQL it makes the tables.
func (d Database) CreateStore(ctx context.Context, e console.Env) (store.Store, error) {
	place, err := Place(d.DB, e.Getenv)
	if err != nil {
		return nil, err
	}
	return createAt(ctx, place, remaking(place, e))
}

func createAt(ctx context.Context, place string, tell ...func(documents int)) (store.Store, error) {
	if postgres.IsAddress(place) {
		return known(postgres.Create(ctx, place))
	}
	if err := os.MkdirAll(filepath.Dir(place), 0o700); err != nil {
		return nil, fmt.Errorf("database %s: %w", place, err)
	}
	return known(sqlite.Open(ctx, place, tell...))
}

// known returns an engine as a store, nil where there is none.
func known[S store.Store](s S, err error) (store.Store, error) {
	if err != nil {
		return nil, err
	}
	return s, nil
}

// Shown returns a place as it may be printed: an address without its password.
func Shown(place string) string {
	if postgres.IsAddress(place) {
		return postgres.Shown(place)
	}
	return place
}

// OpenAt opens the database in a file or at an address, which must be there.
func OpenAt(ctx context.Context, place string, e console.Env) (store.Store, error) {
	if !postgres.IsAddress(place) {
		return openFile(ctx, place, e)
	}
	kept, err := postgres.Open(ctx, place)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, none(place)
	}
	return known(kept, err)
}

// none is the error for a place without a database.
func none(place string) error {
	return missing(Shown(place))
}

func openFile(ctx context.Context, place string, e console.Env) (store.Store, error) {
	if err := isFile(place); err != nil {
		return nil, err
	}
	return known(sqlite.Open(ctx, place, remaking(place, e)))
}

// isFile returns an error where there is no file.
func isFile(place string) error {
	info, err := os.Stat(place)
	if errors.Is(err, fs.ErrNotExist) {
		return none(place)
	}
	if err == nil && info.IsDir() {
		err = errors.New("is a folder; name a file in it")
	}
	if err != nil {
		return fmt.Errorf("database %s: %w", place, console.Cause(err))
	}
	return nil
}

// manyRemade is how many documents keep a reader waiting for some seconds.
const manyRemade = 500

// remaking says on stderr why a database that an older readout made opens slowly.
func remaking(place string, e console.Env) func(documents int) {
	return func(documents int) {
		if documents < manyRemade {
			return
		}
		fmt.Fprintf(e.Stderr, "readout: database %s: an older readout made it; what is searched of %d documents is made anew, "+
			"once, which can take minutes\n", place, documents)
	}
}

// missing is the error for a database that is not there; it is an fs.ErrNotExist.
type missing string

// Error says what makes one.
func (m missing) Error() string {
	return "database " + string(m) + ": there is none; readout add makes it, --db names another"
}

// Is makes it an fs.ErrNotExist.
func (missing) Is(target error) bool { return target == fs.ErrNotExist }

// Place returns where the database lies: what was given, else where programs
// keep the data of their users.
func Place(given string, getenv func(string) string) (string, error) {
	if scheme, _, is := strings.Cut(given, "://"); is && !postgres.IsAddress(given) {
		return "", fmt.Errorf("database %s://…: records are kept in a file or in PostgreSQL; "+
			"name a file, or postgres://USER@HOST:PORT/DATABASE", scheme)
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
