package store

import (
	"context"
	"time"
)

// Feeds are the feeds that are watched: what to read, when, and how it went.
type Feeds interface {
	// Watch begins to watch a feed. The error is [ErrExists] when it is watched.
	Watch(ctx context.Context, f Feed) error

	// Unwatch ends it; what was read from the feed stays. The error is
	// [ErrNotFound] when it is not watched.
	Unwatch(ctx context.Context, url string) error

	// Polled keeps how a poll of a feed went. The error is [ErrNotFound] when it
	// is not watched any more.
	Polled(ctx context.Context, f Feed) error

	// Feeds returns all that are watched, in the order of their addresses.
	Feeds(ctx context.Context) ([]Feed, error)
}

// A Feed is an address that is read on a schedule. Times are RFC 3339 in UTC, ""
// for never.
type Feed struct {
	URL   string
	Title string // as the feed calls itself
	Every time.Duration

	ETag, LastModified string   // of the copy that was read last
	Seen               []string // keys of the items in it that were read

	Tried    string // when it was asked last
	Read     string // when that went well last
	Next     string // when to ask again; "" for at once
	Failures int    // since then
	Error    string // the last of them
	Kept     int    // documents added from it in all
}

// maxWait is the longest that a failing feed waits for its next try.
const maxWait = 24 * time.Hour

// early is the part of its interval by which a feed may be read before its time,
// so that a schedule of the same length does not miss it by a second.
const early = 10

// Due says whether the feed is to be read at a time.
func (f *Feed) Due(now time.Time) bool {
	next, err := time.Parse(time.RFC3339, f.Next)
	return err != nil || !now.Before(next.Add(-f.Every/early))
}

// Succeeded sets down that the feed was read at a time.
func (f *Feed) Succeeded(now time.Time) {
	f.Tried, f.Read = stamp(now), stamp(now)
	f.Next = stamp(now.Add(f.Every))
	f.Failures, f.Error = 0, ""
}

// Failed sets down that it could not be, and why. Each failure in a row doubles
// the wait, up to a day or the interval, whichever is longer.
func (f *Feed) Failed(now time.Time, why error) {
	wait := f.Every
	for range min(f.Failures, 10) { // 2^10 minutes are most of a day
		wait = min(2*wait, max(maxWait, f.Every))
	}
	f.Tried, f.Next = stamp(now), stamp(now.Add(wait))
	f.Failures++
	f.Error = why.Error()
}

func stamp(t time.Time) string { return t.UTC().Format(time.RFC3339) }
