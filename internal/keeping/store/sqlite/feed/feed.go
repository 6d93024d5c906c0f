// Package feed is the table of the feeds that are watched, one row a feed; the
// columns are explained in migrations of package schema.
package feed

import (
	"context"
	"database/sql"
	"strings"

	"readout/internal/keeping/store"
)

// A Table is the table in an open file.
type Table struct {
	Reader *sql.DB
	Write  func(ctx context.Context, do func(tx *sql.Tx) error) error // a transaction
	Fault  func(err error, format string, args ...any) error          // tells what errors mean
}

// Insert adds a row of [Columns], unless the feed has one.
const Insert = `
	INSERT INTO feed (title, every, etag, modified, seen, tried, read, next, failures, error, kept, url)
	VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
	ON CONFLICT DO NOTHING`

// Columns are the values of a row, the address last.
func Columns(f *store.Feed) []any {
	return []any{
		f.Title, int64(f.Every), f.ETag, f.LastModified, strings.Join(f.Seen, "\n"),
		f.Tried, f.Read, f.Next, f.Failures, f.Error, f.Kept, f.URL,
	}
}

// Watch implements [store.Feeds].
func (t Table) Watch(ctx context.Context, f store.Feed) error {
	return t.change(ctx, "watch", f.URL, store.ErrExists, Insert, Columns(&f)...)
}

// Polled implements [store.Feeds].
func (t Table) Polled(ctx context.Context, f store.Feed) error {
	const update = `
		UPDATE feed SET title = ?, every = ?, etag = ?, modified = ?, seen = ?,
			tried = ?, read = ?, next = ?, failures = ?, error = ?, kept = ?
		WHERE url = ?`
	return t.change(ctx, "keep how it went with", f.URL, store.ErrNotFound, update, Columns(&f)...)
}

// Unwatch implements [store.Feeds].
func (t Table) Unwatch(ctx context.Context, url string) error {
	const remove = `DELETE FROM feed WHERE url = ?`
	return t.change(ctx, "unwatch", url, store.ErrNotFound, remove, url)
}

// change changes one row; none is the error when there is none to change.
func (t Table) change(
	ctx context.Context, doing, url string, none error, change string, args ...any,
) error {
	err := t.Write(ctx, func(tx *sql.Tx) error {
		done, err := tx.ExecContext(ctx, change, args...)
		if err != nil {
			return err
		}
		if n, err := done.RowsAffected(); err != nil || n > 0 {
			return err
		}
		return none
	})
	return t.Fault(err, "%s feed %s", doing, url)
}

// Select gives all rows for [Scan], in the order of addresses.
const Select = `
	SELECT url, title, every, etag, modified, seen, tried, read, next, failures, error, kept
	FROM feed ORDER BY url`

// Feeds implements [store.Feeds].
func (t Table) Feeds(ctx context.Context) ([]store.Feed, error) {
	rows, err := t.Reader.QueryContext(ctx, Select)
	if err != nil {
		return nil, t.Fault(err, "list the feeds")
	}
	defer rows.Close()
	var feeds []store.Feed
	for rows.Next() {
		f, err := Scan(rows)
		if err != nil {
			return nil, t.Fault(err, "list the feeds")
		}
		feeds = append(feeds, f)
	}
	return feeds, t.Fault(rows.Err(), "list the feeds")
}

// Scan reads a row.
func Scan(row *sql.Rows) (store.Feed, error) {
	var f store.Feed
	var seen string
	err := row.Scan(&f.URL, &f.Title, &f.Every, &f.ETag, &f.LastModified, &seen,
		&f.Tried, &f.Read, &f.Next, &f.Failures, &f.Error, &f.Kept)
	f.Seen = strings.Fields(seen)
	return f, err
}
