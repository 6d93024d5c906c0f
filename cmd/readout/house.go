package main

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"

	"readout/cmd/readout/console"
	"readout/cmd/readout/host"
	"readout/internal/keeping/store"
	"readout/record"
)

// house returns what the serving verbs need of the rest of the program.
func house(e env) host.House {
	return host.House{
		Version: version,
		Fill: func(ctx context.Context, inputs []string, quiet bool, into store.Store) error {
			return fill(ctx, e, intake{Inputs: inputs, Narrative: "assessments", Quiet: quiet}, into)
		},
		Mount: func(store.Store, *slog.Logger) (api, web http.Handler, err error) {
			return nil, nil, nil
		},
	}
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
