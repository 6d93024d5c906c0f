package main

import (
	"context"
	"log/slog"
	"net/http"

	"readout/cmd/readout/host"
	"readout/internal/ingest"
	"readout/internal/keeping/queue"
	"readout/internal/keeping/store"
	"readout/internal/keeping/store/sqlite"
	"readout/internal/reading/extract"
	"readout/internal/serving/api"
	"readout/internal/serving/web"
)

// house returns what the serving verbs need of the rest of the program.
func house(e env) host.House {
	return host.House{
		Version: version,
		Fill: func(ctx context.Context, inputs []string, quiet bool, into store.Store) error {
			return fill(ctx, e, intake{Inputs: inputs, Narrative: "assessments", Quiet: quiet}, into)
		},
		Mount: func(kept store.Store, log *slog.Logger) (programs, people http.Handler, err error) {
			model, client := late(e), ingest.NewClient(false) // which asks no host too much
			programs, err = api.New(api.Options{
				Store: kept, Reader: model, Queue: queueOf(kept), Now: e.Now, Log: log, Client: client,
			})
			if err != nil {
				return nil, nil, err
			}
			people, err = web.New(web.Options{Store: kept, Reader: model, Now: e.Now, Log: log, Client: client})
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

// late returns a reader with the model of the program.
func late(e env) host.LateReader {
	return host.Late(func() (host.Reader, error) {
		return e.open(e.Getenv("READOUT_KERNEL"), extract.Options{})
	})
}

// fill reads inputs into a store.
func fill(ctx context.Context, e env, v intake, into store.Store) error {
	r, err := v.begin(e)
	if err != nil {
		return err
	}
	return r.fill(ctx, into)
}
