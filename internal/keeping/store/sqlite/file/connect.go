package file

import (
	"context"
	"database/sql"
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	driver "modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"
)

// BusyMillis is how long a writer waits for another program: longer than it takes
// to add the largest record, shorter than a person's patience.
const BusyMillis = "5000"

// Connect opens a pool of connections with pragmas beside those of all.
func Connect(path string, most int, pragmas ...string) (*sql.DB, error) {
	return connect(path, most, url.Values{"_pragma": pragmas})
}

// connect takes options of a URI, see https://sqlite.org/uri.html.
func connect(path string, most int, options url.Values) (*sql.DB, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	all := []string{"busy_timeout(" + BusyMillis + ")", "foreign_keys(1)"}
	options["_pragma"] = append(all, options["_pragma"]...)
	options.Set("_txlock", "immediate")
	file := url.URL{
		Scheme: "file", OmitHost: true,
		Path:     "/" + strings.TrimPrefix(filepath.ToSlash(path), "/"),
		RawQuery: options.Encode(),
	}
	db, err := sql.Open("sqlite", file.String())
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(most)
	db.SetMaxIdleConns(most)
	return db, nil
}

// Copy writes one state of a file to another, while others read and write, unless
// check has an error for it. To read what is written ahead takes a log beside the
// file. Where none can be made nobody writes either, and unless one was left the
// file is read as it lies.
func Copy(
	ctx context.Context, from, to string, check func(context.Context, *sql.DB) error,
) error {
	copyAs := func(options url.Values) error {
		db, err := connect(from, 1, options)
		if err != nil {
			return err
		}
		const into = `VACUUM INTO ?`
		if err = check(ctx, db); err == nil {
			_, err = db.ExecContext(ctx, into, to)
		}
		return errors.Join(err, db.Close())
	}
	err := copyAs(url.Values{"mode": {"rw"}}) // so that it is not made
	if !isBarred(err) || hasLog(from) {
		return err
	}
	return copyAs(url.Values{"mode": {"ro"}, "immutable": {"1"}})
}

// isBarred reports whether SQLite could not write, or not open what it must.
func isBarred(err error) bool {
	var e *driver.Error
	if !errors.As(err, &e) {
		return false
	}
	code := e.Code() & 0xff // the rest is why
	return code == lib.SQLITE_READONLY || code == lib.SQLITE_CANTOPEN
}

// hasLog reports whether something may be written ahead that is not in the file yet.
func hasLog(file string) bool {
	log, err := os.Stat(file + "-wal")
	return err == nil && log.Mode().IsRegular() && log.Size() > 0
}
