package main

import (
	"context"
	"errors"
	"iter"
	"sync"

	"readout/cmd/readout/console"
	"readout/cmd/readout/watch"
	"readout/internal/ingest"
	"readout/internal/keeping/store"
	"readout/internal/reading/extract"
)

// watching returns what reads the items of feeds; the model is opened when the
// first one comes.
func watching(e env) watch.Intake {
	model := sync.OnceValues(func() (reader, error) {
		return e.open(e.Getenv("READOUT_KERNEL"), extract.Options{})
	})
	return func(
		ctx context.Context, quiet bool, parts iter.Seq2[ingest.Part, error], into store.Store,
	) (watch.Tally, error) {
		v := intake{Jobs: openAhead, Narrative: "assessments", Quiet: quiet, NoProgress: true}
		r, err := v.begin(e)
		if err != nil {
			if errors.Is(err, console.ErrSome) {
				err = nil // the tally says it
			}
			return watch.Tally{}, err
		}
		r.model, r.progress = model, newProgress(e, v, false)
		k, err := r.keep(ctx, into, func(yield func(input) bool) {
			for part, err := range parts {
				if !yield(input{part: part, err: err}) {
					return
				}
			}
		})
		if errors.Is(err, console.ErrSome) {
			err = nil // the tally says it
		}
		return watch.Tally{Added: k.Added(), Failed: r.failed + k.Failed, Unread: r.unread}, err
	}
}
