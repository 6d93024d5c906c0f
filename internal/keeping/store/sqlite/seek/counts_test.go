package seek

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"sync"
	"testing"
)

func TestCountsAreToldApartByAllThatWasAsked(t *testing.T) {
	var c Counts
	if _, ok := c.of(keyOf("a", []any{"clinton"})); ok {
		t.Error("something is known before anything was counted")
	}
	c.keep(keyOf("a", []any{"clinton", 2000}), 5)
	for _, other := range [][]any{{"clinton"}, {"clinton", 2001}, {"clinton\x002000"}, {"trump", 2000}, nil} {
		if _, ok := c.of(keyOf("a", other)); ok {
			t.Errorf("%q is known as well", other)
		}
	}
	if _, ok := c.of(keyOf("b", []any{"clinton", 2000})); ok {
		t.Error("what was asked and how are not told apart")
	}
	if n, ok := c.of(keyOf("a", []any{"clinton", 2000})); n != 5 || !ok {
		t.Errorf("%d, %v, want 5", n, ok)
	}
}

func TestACountIsMadeAgainNowAndThen(t *testing.T) {
	var c Counts
	made := 0
	broken := errors.New("broken")
	ask := func(context.Context, string, ...any) (*sql.Rows, error) {
		made++
		return nil, broken
	}
	if _, err := c.count(t.Context(), ask, "a", nil); !errors.Is(err, broken) {
		t.Errorf("error %v", err)
	}
	if _, err := c.count(t.Context(), ask, "a", nil); !errors.Is(err, broken) || made != 2 {
		t.Errorf("what failed was asked %d times, error %v", made, err)
	}
	c.keep(keyOf("a", nil), 7)
	for i := range mostUses {
		if n, err := c.count(t.Context(), ask, "a", nil); n != 7 || err != nil {
			t.Fatalf("use %d: %d, %v", i, n, err)
		}
	}
	if _, err := c.count(t.Context(), ask, "a", nil); err == nil || made != 3 {
		t.Errorf("after %d uses it was asked %d times in all", mostUses, made)
	}
}

// TestItForgetsRatherThanGrows asks from many sides at once, for the detector of races.
func TestItForgetsRatherThanGrows(t *testing.T) {
	var c Counts
	var all sync.WaitGroup
	for side := range 4 {
		all.Go(func() {
			for i := range mostCounts {
				key := fmt.Sprint(side, i)
				c.keep(key, i)
				c.of(key)
			}
		})
	}
	all.Wait()
	if len(c.known) > mostCounts {
		t.Errorf("%d are remembered, at most %d", len(c.known), mostCounts)
	}
}
