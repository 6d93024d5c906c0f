package console

import (
	"context"
	"iter"
)

// InOrder calls work for each item on up to n goroutines and hands the
// results to emit in the order of the items, one at a time, as [Ahead] yields
// them. It ends with the first error of emit, or with that of ctx.
func InOrder[T, R any](
	ctx context.Context, n int, items iter.Seq[T],
	work func(context.Context, T) R, emit func(R) error,
) error {
	for r := range Ahead(ctx, n, items, work) {
		if err := emit(r); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// Ahead calls work for each item on up to n goroutines, before it is asked for,
// and yields the results in the order of the items. It holds at most about 2n
// results, however many items there are. It ends when ctx does or nobody asks
// for more; work that is under way by then sees its context end and is not waited
// for, as it may hang on a stream.
func Ahead[T, R any](
	ctx context.Context, n int, items iter.Seq[T], work func(context.Context, T) R,
) iter.Seq[R] {
	return func(yield func(R) bool) {
		working, cancel := context.WithCancel(ctx)
		defer cancel()
		queue := make(chan chan R, n)
		go func() {
			defer close(queue)
			enqueue(working, queue, items, work)
		}()
		for result := range queue {
			select {
			case <-ctx.Done():
				return
			case r := <-result:
				if !yield(r) {
					return
				}
			}
		}
	}
}

// enqueue starts work on the items in turn, on as many goroutines as the
// queue is long, and puts in the queue where each result will come.
func enqueue[T, R any](
	ctx context.Context, queue chan<- chan R, items iter.Seq[T],
	work func(context.Context, T) R,
) {
	slots := make(chan struct{}, cap(queue))
	for item := range items {
		select {
		case <-ctx.Done():
			return
		case slots <- struct{}{}:
		}
		result := make(chan R, 1)
		select {
		case <-ctx.Done():
			return
		case queue <- result:
		}
		go func() {
			defer func() { <-slots }()
			result <- work(ctx, item)
		}()
	}
}
