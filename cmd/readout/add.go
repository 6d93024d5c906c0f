package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"readout/cmd/readout/console"
	"readout/cmd/readout/desk"
	"readout/internal/keeping/store"
	"readout/record"
)

// addVerb reads documents into the database.
type addVerb struct {
	intake
	desk.Database
}

// Help says what is taken and kept.
func (addVerb) Help() string {
	return "Reads what read reads and keeps the records in the database, which is made when " +
		"there is none. Files of records (JSON Lines, as read --json and export write them) " +
		"are taken as they are, each line proved as check does. " +
		"What this version has read before is known and stays as it is, so that a run that " +
		"was cut short is simply repeated; a document that was forgotten stays out. " +
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
	kept, err := v.CreateStore(ctx, e.Env)
	if err != nil {
		return err
	}
	r.records, r.progress = true, newProgress(e, v.intake, false)
	k, err := r.keep(ctx, kept)
	if !v.Quiet {
		fmt.Fprintf(e.Stderr, "readout: %s\n", k.said(r.failed))
	}
	return cmp.Or(err, kept.Close())
}

// keep reads all inputs and keeps their records.
func (r *reading) keep(ctx context.Context, kept store.Store) (*keeper, error) {
	k := &keeper{now: r.env.Now, say: r.progress.Say}
	k.keep = func(records []*record.Record) ([]store.Outcome, error) {
		ctx := context.WithoutCancel(ctx)
		outcomes, err := kept.Add(ctx, records...)
		if err != nil {
			return nil, err
		}
		for i, o := range outcomes {
			if o == store.Added {
				k.carried += desk.Carried(ctx, kept, records[i], k.say)
			}
		}
		return outcomes, nil
	}
	r.writer = k
	err := r.all(ctx)
	if errors.Is(err, context.Canceled) {
		err = cmp.Or(k.Close(), err) // what was read before the interrupt is kept
	}
	if k.failed > 0 && err == nil {
		err = console.ErrSome
	}
	return k, err
}

// A keeper adds records to the database, several at a time when they come fast:
// each transaction waits for the disk.
type keeper struct {
	keep    func([]*record.Record) ([]store.Outcome, error)
	now     func() time.Time
	say     func(error)
	pending []*record.Record
	since   time.Time // when the first of them came
	counts  [store.Barred + 1]int
	failed  int
	carried int // decisions that hold for a new version
}

// A transaction is full with so many records, at which the wait for the disk is
// small against the work, or when its first record has waited so long.
const (
	fullBatch = 64
	longest   = 100 * time.Millisecond
)

// Write takes one record.
func (k *keeper) Write(r *record.Record) error {
	if len(k.pending) == 0 {
		k.since = k.now()
	}
	k.pending = append(k.pending, r)
	if len(k.pending) < fullBatch && k.now().Sub(k.since) < longest {
		return nil
	}
	return k.Close()
}

// Close keeps what was taken. Where the whole cannot be kept, each record is
// tried alone.
func (k *keeper) Close() error {
	batch := k.pending
	k.pending = nil
	if len(batch) == 0 {
		return nil
	}
	outcomes, err := k.keep(batch)
	if err == nil {
		for _, o := range outcomes {
			k.counts[o]++
		}
		return nil
	}
	if desk.Stops(err) {
		return err
	}
	if len(batch) == 1 {
		k.failed++
		k.say(err)
		return nil
	}
	for _, r := range batch {
		k.pending = []*record.Record{r}
		if err := k.Close(); err != nil {
			return err
		}
	}
	return nil
}

// said says what became of the inputs: "2 documents added, 1 known already".
func (k *keeper) said(unread int) string {
	parts := []string{fmt.Sprintf("%d added", k.counts[store.Added])}
	for _, part := range []struct {
		n    int
		what string
	}{
		{k.counts[store.Known], "known already"},
		{k.counts[store.Barred], "forgotten before and left out"},
		{unread + k.failed, "failed"},
		{k.carried, "of the decisions carried on"},
	} {
		if part.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", part.n, part.what))
		}
	}
	return strings.Join(parts, ", ")
}
