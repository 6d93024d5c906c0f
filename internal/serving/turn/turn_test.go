package turn

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

func taken(t *testing.T, turns Turns, bytes int) func() {
	t.Helper()
	back, err := turns.Take(t.Context(), bytes)
	if err != nil {
		t.Fatal(err)
	}
	return back
}

func TestAShortOneGoesPastTheLongOnes(t *testing.T) {
	turns := New(2)
	long := []func(){taken(t, turns, Short+1), taken(t, turns, Short+1)}
	short := taken(t, turns, Short)
	if turns.Taken() != 3 {
		t.Errorf("%d turns are taken", turns.Taken())
	}
	for _, bytes := range []int{Short, Short + 1} { // no more of either
		ctx, stop := context.WithTimeout(t.Context(), time.Millisecond)
		if _, err := turns.Take(ctx, bytes); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("one of %d bytes beside three: %v", bytes, err)
		}
		stop()
	}
	short()
	taken(t, turns, 1)()
	for _, back := range long {
		back()
	}
	if turns.Taken() != 0 {
		t.Errorf("%d turns are lost", turns.Taken())
	}
}

func TestShortOnesTakeCommonTurnsFirst(t *testing.T) {
	turns := New(1)
	back := taken(t, turns, 1)
	defer taken(t, turns, 1)()
	back()
	taken(t, turns, Short+1)() // the common turn is free again
}

func TestNeverMoreAtOnce(t *testing.T) {
	turns := New(2)
	var now, most atomic.Int64
	var all sync.WaitGroup
	for i := range 200 {
		all.Go(func() {
			back, err := turns.Take(t.Context(), Short+i%2)
			if err != nil {
				t.Error(err)
				return
			}
			defer back()
			n := now.Add(1)
			defer now.Add(-1)
			for m := most.Load(); n > m && !most.CompareAndSwap(m, n); m = most.Load() {
			}
		})
	}
	all.Wait()
	if most.Load() > 3 || turns.Taken() != 0 {
		t.Errorf("%d at once, %d turns lost", most.Load(), turns.Taken())
	}
}
