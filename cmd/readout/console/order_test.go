package console

import (
	"context"
	"errors"
	"slices"
	"sync/atomic"
	"testing"
	"time"
)

// numbers yields 0 to n-1.
func numbers(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func TestResultsComeInOrderOfInputs(t *testing.T) {
	const items = 100
	for _, workers := range []int{1, 2, 16} {
		got := []int{}
		err := InOrder(t.Context(), workers, numbers(items),
			func(_ context.Context, i int) int {
				time.Sleep(time.Duration((items-i)%7) * 100 * time.Microsecond) // later ones are done first
				return i
			},
			func(i int) error { got = append(got, i); return nil })
		if err != nil || len(got) != items || !slices.IsSorted(got) {
			t.Errorf("%d workers: %v, %v", workers, got, err)
		}
	}
}

func TestOnlySoManyResultsAreHeld(t *testing.T) {
	const workers = 4
	var held, most atomic.Int64
	err := InOrder(t.Context(), workers, numbers(200),
		func(_ context.Context, i int) int {
			if n := held.Add(1); n > most.Load() {
				most.Store(n)
			}
			if i == 0 {
				time.Sleep(20 * time.Millisecond) // holds up all that follow
			}
			return i
		},
		func(int) error { held.Add(-1); return nil })
	if limit := int64(2*workers + 1); err != nil || most.Load() > limit {
		t.Errorf("%d results were held at once, want at most %d (%v)",
			most.Load(), limit, err)
	}
}

func TestNothingIsEmittedAfterAnError(t *testing.T) {
	full := errors.New("disk full")
	emitted := 0
	err := InOrder(t.Context(), 4, numbers(1000),
		func(_ context.Context, i int) int { return i },
		func(i int) error {
			emitted++
			if i == 10 {
				return full
			}
			return nil
		})
	if !errors.Is(err, full) || emitted != 11 {
		t.Errorf("%d emitted, error %v", emitted, err)
	}
}

func TestInterruptEndsWorkThatHangs(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	hung := make(chan struct{})
	defer close(hung)
	go func() { time.Sleep(5 * time.Millisecond); cancel() }()
	err := InOrder(ctx, 2, numbers(10),
		func(context.Context, int) int { <-hung; return 0 },
		func(int) error { return nil })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want that of the context", err)
	}
}
