// Package turn has documents read a few at a time, so that each is read at full speed,
// and lets a short one past the long ones: it would wait many times as long as it
// takes.
package turn

import "context"

// Short is up to how many bytes a document is short: some 800 words, which are read in half a second.
const Short = 5_000

// Turns are for any number of goroutines.
type Turns struct {
	all   chan struct{}
	short chan struct{} // of short documents that find no other turn: one at a time
}

// New returns turns for so many documents at once, and one short one more.
func New(n int) Turns {
	return Turns{make(chan struct{}, n), make(chan struct{}, 1)}
}

// Taken is how many turns are taken.
func (t Turns) Taken() int { return len(t.all) + len(t.short) }

// Take waits for the turn of a document of so many bytes, which is to be given back.
// The error is that of the context.
func (t Turns) Take(ctx context.Context, bytes int) (back func(), err error) {
	short := t.short
	if bytes > Short {
		short = nil // never its turn
	}
	select {
	case t.all <- struct{}{}:
		return func() { <-t.all }, nil
	default:
	}
	select {
	case t.all <- struct{}{}:
		return func() { <-t.all }, nil
	case short <- struct{}{}:
		return func() { <-t.short }, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}
