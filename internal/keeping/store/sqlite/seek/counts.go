package seek

import (
	"context"
	"fmt"
	"sync"
)

const (
	// mostCounts is how many names and words are remembered, some 200 bytes each.
	mostCounts = 4096

	// mostUses is how often a count is used before it is made again: it takes about
	// as long as the rest of a search, and what it decides is only which way is
	// fast.
	mostUses = 64
)

// Counts remembers how many rows names and words have, for the next searches with
// them. What is written since can only make a search take the way of few for many or
// of many for few. It is for any number of goroutines; the zero value remembers
// nothing.
type Counts struct {
	mu    sync.Mutex
	known map[string]known
}

type known struct{ count, uses int }

// count returns what a statement counts, or counted lately.
func (c *Counts) count(ctx context.Context, ask Asking, text string, args []any) (int, error) {
	key := keyOf(text, args)
	if n, ok := c.of(key); ok {
		return n, nil
	}
	n, _, err := one[int](ctx, ask, text, args)
	if err == nil {
		c.keep(key, n)
	}
	return n, err
}

func (c *Counts) of(key string) (count int, ok bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	n, ok := c.known[key]
	if !ok || n.uses == mostUses {
		return 0, false
	}
	n.uses++
	c.known[key] = n
	return n.count, true
}

func (c *Counts) keep(key string, count int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.known) >= mostCounts || c.known == nil {
		c.known = map[string]known{}
	}
	c.known[key] = known{count: count}
}

// keyOf parts what was typed by a character that JSON and FTS5 have escaped.
func keyOf(text string, args []any) string { return fmt.Sprintf("%s\x00%q", text, args) }
