package main

import (
	"context"

	"github.com/alecthomas/kong"

	"readout/cmd/readout/desk"
	"readout/internal/ingest"
	"readout/internal/keeping/store"
)

// rereadVerb reads kept documents again.
type rereadVerb struct{ desk.Reread }

// Run reads all that an older version has read.
func (v rereadVerb) Run(ctx context.Context, e env, parsed *kong.Context) error {
	read := func(ctx context.Context, kept store.Store, ids []string) (string, error) {
		in := intake{
			Jobs: v.Jobs, Narrative: v.Narrative, NoProgress: v.NoProgress, Quiet: v.Quiet, Inputs: ids,
		}
		r, err := in.begin(e)
		if err != nil {
			return "", err
		}
		r.progress = newProgress(e, in, false)
		documents := func(yield func(input) bool) {
			for _, id := range ids {
				load := func(ctx context.Context) (ingest.Document, error) {
					return desk.Kept(ctx, kept, id)
				}
				if !yield(input{src: ingest.Source{Name: id}, kept: load}) {
					return
				}
			}
		}
		k, err := r.keep(ctx, kept, documents)
		return k.Said(r.failed, false), err
	}
	return v.With(ctx, e.Env, parsed, desk.Rereader{Pipeline: "readout/" + version, Read: read})
}
