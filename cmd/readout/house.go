package main

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"
	"sync"

	"readout/cmd/readout/console"
	"readout/cmd/readout/host"
	"readout/internal/ingest"
	"readout/internal/keeping/queue"
	"readout/internal/keeping/store"
	"readout/internal/keeping/store/sqlite"
	"readout/internal/reading/extract"
	"readout/internal/serving/api"
	"readout/internal/serving/web"
	"readout/record"
)

// house returns what the serving verbs need of the rest of the program.
func house(e env) host.House {
	return host.House{
		Version: version,
		Fill: func(ctx context.Context, inputs []string, quiet bool, into store.Store) error {
			return fill(ctx, e, intake{Inputs: inputs, Narrative: "assessments", Quiet: quiet}, into)
		},
		Mount: func(kept store.Store, log *slog.Logger) (programs, people http.Handler, err error) {
			model := late(e)
			programs, err = api.New(api.Options{
				Store: kept, Reader: model, Queue: queueOf(kept), Now: e.Now, Log: log,
			})
			if err != nil {
				return nil, nil, err
			}
			people, err = web.New(web.Options{Store: kept, Reader: model, Now: e.Now, Log: log})
			return programs, people, err
		},
	}
}

// queueOf returns the queue of a database, nil where it has none.
func queueOf(kept store.Store) queue.Queue {
	if s, ok := kept.(*sqlite.Store); ok {
		return s.Queue()
	}
	return nil
}

// A lateReader opens the model when the first document comes, since most servers are
// only asked.
type lateReader struct{ open func() (reader, error) }

func late(e env) lateReader {
	return lateReader{sync.OnceValues(func() (reader, error) {
		return e.open(e.Getenv("READOUT_KERNEL"), extract.Options{})
	})}
}

// Read reads a document. A defect of the program that one brings out is an error of
// that document.
func (l lateReader) Read(ctx context.Context, d ingest.Document) (r *record.Record, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("a defect of readout: %v\n%s", fault, debug.Stack())
		}
	}()
	model, err := l.open()
	if err != nil {
		return nil, err
	}
	return model.Read(ctx, d)
}

// fill reads inputs into a store.
func fill(ctx context.Context, e env, v intake, into store.Store) error {
	r, err := v.begin(e)
	if err != nil {
		return err
	}
	k := &keeper{now: e.Now}
	k.keep = func(records []*record.Record) ([]store.Outcome, error) {
		return into.Add(context.WithoutCancel(ctx), records...)
	}
	r.records, r.writer, r.progress = true, k, newProgress(e, v, false)
	k.say = r.progress.Say
	err = r.all(ctx)
	if k.failed > 0 && err == nil {
		err = console.ErrSome
	}
	if !v.Quiet && ctx.Err() == nil {
		fmt.Fprintf(e.Stderr, "readout: %s\n", k.said(r.failed))
	}
	return err
}
