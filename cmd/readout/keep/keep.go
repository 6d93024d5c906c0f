// Package keep adds records to a database as they come, several at a time when
// they come fast, and counts what became of them.
package keep

import (
	"context"
	"fmt"
	"strings"
	"time"

	"readout/cmd/readout/desk"
	"readout/internal/keeping/store"
	"readout/record"
)

// Nothing is a database that is not there: all would be added to it.
type Nothing struct{ store.Store }

// Close implements [store.Store].
func (Nothing) Close() error { return nil }

// Would implements [store.Reader].
func (Nothing) Would(context.Context, string, string) (store.Outcome, error) {
	return store.Added, nil
}

// New returns a keeper that adds to a store. What is being added is added to its
// end when ctx ends. Decisions on an older version are carried on to the new one.
func New(ctx context.Context, now func() time.Time, kept store.Store, say func(error)) *Keeper {
	k := &Keeper{now: now, say: say}
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
	return k
}

// A Keeper adds records to the database, several at a time when they come fast:
// each transaction waits for the disk.
type Keeper struct {
	keep    func([]*record.Record) ([]store.Outcome, error)
	now     func() time.Time
	say     func(error)
	pending []*record.Record
	since   time.Time // when the first of them came
	counts  [store.Barred + 1]int
	Failed  int // records that could not be kept
	carried int // decisions that hold for a new version
}

// A transaction is full with so many records, at which the wait for the disk is
// small against the work, or when its first record has waited so long.
const (
	fullBatch = 256
	longest   = time.Second
)

// Write takes one record.
func (k *Keeper) Write(r *record.Record) error {
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
func (k *Keeper) Close() error {
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
		k.Failed++
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

// Said says what became of the inputs: "2 documents added, 1 known already".
func (k *Keeper) Said(unread int, dry bool) string {
	first := "added"
	if dry {
		first = "would be added"
	}
	parts := []string{fmt.Sprintf("%d %s", k.counts[store.Added], first)}
	for _, part := range []struct {
		n    int
		what string
	}{
		{k.counts[store.Known], "known already"},
		{k.counts[store.Barred], "forgotten before and left out"},
		{unread + k.Failed, "failed"},
		{k.carried, "of the decisions carried on"},
	} {
		if part.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", part.n, part.what))
		}
	}
	return strings.Join(parts, ", ")
}

// Progress says what is kept so far.
func (k *Keeper) Progress() string {
	return fmt.Sprintf("%d kept, %d known", k.counts[store.Added], k.counts[store.Known])
}

// Added is how many records were new.
func (k *Keeper) Added() int { return k.counts[store.Added] }

// Count counts a document that was not read, since it is known what would become
// of it.
func (k *Keeper) Count(o store.Outcome) { k.counts[o]++ }
