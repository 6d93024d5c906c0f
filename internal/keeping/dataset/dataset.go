// Package dataset writes records as a SQLite database that analysts ask with
// tools of their own: a table per kind of thing, tied by foreign keys, with the
// ids that readout shows, and views that answer what is usually asked. The
// comments of its columns stand in the database, see .schema.
//
// It is a copy for reading and has nothing to do with the tables in which
// readout keeps records.
//
// Records go in one at a time. Of a document that comes again what is new is
// added, which is how a search gives it; of two versions of a document the one
// of the newer pipeline stands. The database is made in a file of a scratch
// folder and copied to the io.Writer it is for at the end. A File is for one
// goroutine.
//
// Guarantees: the same records give the same bytes. What is written passes
// integrity_check and foreign_key_check: an id that names nothing is NULL.
//
// Limits: geographical coordinates, notes of reviews and who drew a link to an
// entity are left out.
package dataset

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	_ "modernc.org/sqlite" // the driver

	"readout/internal/keeping/resolve"
	"readout/record"
)

// A File writes one database.
type File struct {
	w    io.Writer
	path string
	db   *sql.DB // nil before the first record, with tx
	tx   *sql.Tx
	err  error // of making the database, which is tried once
	into map[string]*sql.Stmt

	compare   func(a, b string) int // orders pipelines, the newer last
	pipelines map[string]string     // that read the documents written, by id
	replaced  int
}

// New returns a writer of a database to w. Scratch is a folder that exists and
// that the caller removes; compare orders the versions of pipelines.
func New(w io.Writer, scratch string, compare func(a, b string) int) *File {
	return &File{
		w: w, path: filepath.Join(scratch, "dataset.db"), compare: compare,
		into: map[string]*sql.Stmt{}, pipelines: map[string]string{},
	}
}

// OlderVersions returns how many versions of documents gave way to newer ones.
func (f *File) OlderVersions() int { return f.replaced }

// Write writes one record, which is not changed.
func (f *File) Write(r *record.Record) error {
	r, err := resolve.CodePoints(r)
	if err != nil {
		return err
	}
	if err := f.open(); err != nil {
		return err
	}
	rows := newRows(r)
	switch kept, known := f.pipelines[r.Document.ID]; {
	case !known:
		rows.document()
	case kept != r.Meta.Pipeline:
		f.replaced++
		if f.compare(kept, r.Meta.Pipeline) > 0 {
			return nil
		}
		if _, err := f.tx.ExecContext(whole, deleteDocument, r.Document.ID); err != nil {
			return fmt.Errorf("record %s: %w", r.Document.ID, err)
		}
		rows.document()
	}
	f.pipelines[r.Document.ID] = r.Meta.Pipeline
	rows.statements()
	rows.events()
	for _, row := range rows.out {
		if err := f.insert(row); err != nil {
			return fmt.Errorf("record %s: table %s: %w", r.Document.ID, row.table, err)
		}
	}
	return nil
}

// whole is the context of what is done with one record: it is not left half done.
// Whoever gives the records stops between two.
var whole = context.Background()

// deleteDocument takes all that rests on it along.
const deleteDocument = `DELETE FROM documents WHERE document = ?`

// insert writes a row that is not there yet.
func (f *File) insert(row row) error {
	into := f.into[row.table]
	if into == nil {
		values := strings.Repeat(", ?", len(row.values))[2:]
		var err error
		into, err = f.tx.PrepareContext(whole, "INSERT OR IGNORE INTO "+row.table+" VALUES ("+values+")")
		if err != nil {
			return err
		}
		f.into[row.table] = into
	}
	_, err := into.ExecContext(whole, row.values...)
	return err
}

// open makes the database, if that was not tried: what a failed try left in the
// file is no ground for another.
func (f *File) open() error {
	if f.db == nil && f.err == nil {
		f.err = f.make()
	}
	return f.err
}

// make sets both db and tx, or neither. Nobody reads the database before it is
// whole, so that it needs no journal.
func (f *File) make() error {
	dsn := url.URL{
		Scheme: "file", Opaque: url.PathEscape(filepath.ToSlash(f.path)),
		RawQuery: "_pragma=foreign_keys(1)&_pragma=journal_mode(off)&_pragma=synchronous(off)",
	}
	db, err := sql.Open("sqlite", dsn.String())
	if err != nil {
		return err
	}
	db.SetMaxOpenConns(1)
	tx, err := db.BeginTx(whole, nil)
	if err != nil {
		return errors.Join(err, db.Close())
	}
	if _, err := tx.ExecContext(whole, tables+views); err != nil {
		return errors.Join(err, tx.Rollback(), db.Close())
	}
	f.db, f.tx = db, tx
	return nil
}

// Close writes the database.
func (f *File) Close() error {
	if err := f.open(); err != nil {
		return err
	}
	if err := errors.Join(f.tx.Commit(), f.db.Close()); err != nil {
		return err
	}
	made, err := os.Open(f.path)
	if err != nil {
		return err
	}
	defer made.Close()
	_, err = io.Copy(f.w, made)
	return err
}
