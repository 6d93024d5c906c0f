package seek

import (
	"fmt"
	"sync"
	"testing"
)

func TestWhatIsCommonIsRememberedByAllThatWasAsked(t *testing.T) {
	var c Common
	if c.Has("a", []any{"clinton"}) {
		t.Error("something is common before anything was")
	}
	c.Keep("a", []any{"clinton", 2000})
	for _, other := range [][]any{{"clinton"}, {"clinton", 2001}, {"clinton\x002000"}, {"trump", 2000}, nil} {
		if c.Has("a", other) {
			t.Errorf("%q is common as well", other)
		}
	}
	if c.Has("b", []any{"clinton", 2000}) || !c.Has("a", []any{"clinton", 2000}) {
		t.Error("what was asked and how are not told apart")
	}
}

// TestItForgetsRatherThanGrows asks from many sides at once, for the detector of races.
func TestItForgetsRatherThanGrows(t *testing.T) {
	var c Common
	var all sync.WaitGroup
	for side := range 4 {
		all.Go(func() {
			for i := range mostCommon {
				args := []any{fmt.Sprint(side, i)}
				c.Keep("a", args)
				c.Has("a", args)
			}
		})
	}
	all.Wait()
	if len(c.many) > mostCommon {
		t.Errorf("%d are remembered, at most %d", len(c.many), mostCommon)
	}
}
