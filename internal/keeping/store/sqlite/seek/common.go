package seek

import (
	"fmt"
	"sync"
)

// mostCommon is how many names and words are remembered, some 200 bytes each.
const mostCommon = 4096

// Common remembers the names and words that too much has for it to be listed: whose
// candidates were many once are not counted again. What is deleted since can only make
// a search take the way of many for few. It is for any number of goroutines; the zero
// value remembers nothing.
type Common struct {
	mu   sync.Mutex
	many map[string]struct{}
}

// Keep remembers that the candidates of a search are many.
func (c *Common) Keep(text string, args []any) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.many) >= mostCommon || c.many == nil {
		c.many = map[string]struct{}{}
	}
	c.many[keyOf(text, args)] = struct{}{}
}

// Has reports whether they were.
func (c *Common) Has(text string, args []any) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	_, ok := c.many[keyOf(text, args)]
	return ok
}

// keyOf parts what was typed by a character that JSON and FTS5 have escaped.
func keyOf(text string, args []any) string { return fmt.Sprintf("%s\x00%q", text, args) }
