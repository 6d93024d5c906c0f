package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"

	"readout/cmd/readout/console"
	"readout/cmd/readout/desk"
	"readout/cmd/readout/keep"
	"readout/cmd/readout/naming"
	"readout/internal/keeping/store"
)

// addVerb reads documents into the database.
type addVerb struct {
	intake
	DryRun bool `help:"Say how many documents would be added, and add none."`
	naming.Flag
	desk.Database
}

// Help says what is taken and kept.
func (addVerb) Help() string {
	return "Reads what read reads and keeps the records in the database, which is made when " +
		"there is none. Files of records (JSON Lines, as read --json and export write them) " +
		"are taken as they are, each line proved as check does; " +
		"keys of a later version of the record are left out, with a warning. " +
		"What this version has read before is known by its text and address; it is not read again " +
		"and stays as it is, so that a run that was cut short is simply repeated; " +
		"a document that was forgotten stays out. " +
		"An input that cannot be read is named on stderr with the reason; the others are kept, " +
		"and the exit code is 2. What is said to be added survives a loss of power."
}

// Run reads and keeps all inputs.
func (v addVerb) Run(ctx context.Context, e env, shorts shorts) error {
	if v.nothingNamed(e) {
		return shorts.show("add")
	}
	r, err := v.begin(e)
	if err != nil {
		return err
	}
	kept, err := v.open(ctx, e)
	if err != nil {
		return err
	}
	if r.dry = v.DryRun; !r.dry {
		if err := v.TakeUp(ctx, e.Env, kept, v.Quiet); err != nil {
			return errors.Join(err, kept.Close())
		}
	}
	return cmp.Or(r.fill(ctx, kept), kept.Close())
}

// open opens the database. A dry run makes none, and then compares with nothing.
func (v addVerb) open(ctx context.Context, e env) (store.Store, error) {
	if !v.DryRun {
		return v.CreateStore(ctx, e.Env)
	}
	kept, err := v.OpenStore(ctx, e.Env)
	if errors.Is(err, fs.ErrNotExist) {
		return keep.Nothing{}, nil
	}
	return kept, err
}

// fill reads what is named into a database, and says what became of it.
func (r *reading) fill(ctx context.Context, kept store.Store) error {
	r.records, r.progress = true, newProgress(r.env, r.verb, false)
	k, err := r.keep(ctx, kept, r.parts(ctx))
	if !r.verb.Quiet {
		fmt.Fprintf(r.env.Stderr, "readout: %s\n", k.Said(r.failed, r.dry))
	}
	return err
}

// keep reads documents into a database. What it knows is not read.
func (r *reading) keep(
	ctx context.Context, kept store.Store, documents iter.Seq[input],
) (*keep.Keeper, error) {
	k := keep.New(ctx, r.env.Now, kept, r.progress.Say)
	r.writer, r.would, r.count, r.progress.Also = k, kept.Would, k.Count, k.Progress
	err := r.each(ctx, documents)
	if errors.Is(err, context.Canceled) {
		err = cmp.Or(k.Close(), err) // what was read before the interrupt is kept
	}
	if k.Failed > 0 && err == nil {
		err = console.ErrSome
	}
	return k, err
}
