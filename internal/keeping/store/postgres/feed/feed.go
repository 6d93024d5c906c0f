// Package feed is the table of the feeds that are watched, one row a feed; the
// Columns are explained in migrations of package schema.
package feed

import (
	"context"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"readout/internal/keeping/store"
)

// A Table is the table in an open database.
type Table struct {
	Pool  *pgxpool.Pool
	Write func(ctx context.Context, do func(tx pgx.Tx) error) error // a transaction
	Fault func(err error, format string, args ...any) error         // tells what errors mean
}

// Insert adds a row of [Columns], unless the feed has one.
const Insert = `
	INSERT INTO feed (title, every, etag, modified, seen, tried, read, next, failures, error, kept, url)
	VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
	ON CONFLICT DO NOTHING`

// Watch implements [store.Feeds].
func (t Table) Watch(ctx context.Context, f store.Feed) error {
	return t.change(ctx, "watch", f.URL, store.ErrExists, Insert, Columns(&f)...)
}

// Polled implements [store.Feeds].
func (t Table) Polled(ctx context.Context, f store.Feed) error {
	const update = `
		UPDATE feed SET title = $1, every = $2, etag = $3, modified = $4, seen = $5,
			tried = $6, read = $7, next = $8, failures = $9, error = $10, kept = $11
		WHERE url = $12`
	return t.change(ctx, "keep how it went with", f.URL, store.ErrNotFound, update, Columns(&f)...)
}

// Columns are the values of a row, the address last.
func Columns(f *store.Feed) []any {
	return []any{
		plain(f.Title), int64(f.Every), plain(f.ETag), plain(f.LastModified),
		strings.Join(f.Seen, "\n"), f.Tried, f.Read, f.Next, f.Failures, plain(f.Error), f.Kept, f.URL,
	}
}

// Unwatch implements [store.Feeds].
func (t Table) Unwatch(ctx context.Context, url string) error {
	const remove = `DELETE FROM feed WHERE url = $1`
	return t.change(ctx, "unwatch", url, store.ErrNotFound, remove, url)
}

// change changes one row; none is the error when there is none to change.
func (t Table) change(
	ctx context.Context, doing, url string, none error, change string, args ...any,
) error {
	err := t.Write(ctx, func(tx pgx.Tx) error {
		done, err := tx.Exec(ctx, change, args...)
		if err == nil && done.RowsAffected() == 0 {
			err = none
		}
		return err
	})
	return t.Fault(err, "%s feed %s", doing, url)
}

// Select gives all rows for [Scan], in the order of addresses.
const Select = `
	SELECT url, title, every, etag, modified, seen, tried, read, next, failures, error, kept
	FROM feed ORDER BY url`

// Feeds implements [store.Feeds].
func (t Table) Feeds(ctx context.Context) ([]store.Feed, error) {
	rows, err := t.Pool.Query(ctx, Select)
	if err != nil {
		return nil, t.Fault(err, "list the feeds")
	}
	feeds, err := pgx.CollectRows(rows, func(row pgx.CollectableRow) (store.Feed, error) { return Scan(row) })
	return feeds, t.Fault(err, "list the feeds")
}

// Scan reads a row.
func Scan(row pgx.Row) (store.Feed, error) {
	var f store.Feed
	var seen string
	err := row.Scan(&f.URL, &f.Title, (*int64)(&f.Every), &f.ETag, &f.LastModified, &seen,
		&f.Tried, &f.Read, &f.Next, &f.Failures, &f.Error, &f.Kept)
	f.Seen = strings.Fields(seen)
	return f, err
}

// plain is text without the NULs for which PostgreSQL has no place.
func plain(s string) string { return strings.ReplaceAll(s, "\x00", " ") }
