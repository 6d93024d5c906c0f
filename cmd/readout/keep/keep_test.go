package keep

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"readout/internal/keeping/sample"
	"readout/internal/keeping/store"
	"readout/record"
)

// epoch is the time of tests.
var epoch = time.Unix(0, 0)

// A ledger is a store that keeps no record with a title, and nothing at all once
// it is full.
type ledger struct {
	batches []int
	room    int
}

var errTitle = errors.New("has a title")

func (l *ledger) keep(records []*record.Record) ([]store.Outcome, error) {
	if len(records) > l.room {
		return nil, fmt.Errorf("add: %w", store.ErrFull)
	}
	outcomes := make([]store.Outcome, len(records))
	for i, r := range records {
		if r.Document.Title != "" {
			return nil, errTitle
		}
		outcomes[i] = store.Added
	}
	l.batches = append(l.batches, len(records))
	l.room -= len(records)
	return outcomes, nil
}

func TestOneBadRecordOfABatchLosesNoOther(t *testing.T) {
	good, bad := sample.Treaty(t), sample.Treaty(t)
	good.Document.Title, bad.Document.Title = "", "x"
	l := &ledger{room: 1000}
	said := 0
	k := &Keeper{keep: l.keep, now: func() time.Time { return epoch }, say: func(err error) {
		if said++; !errors.Is(err, errTitle) {
			t.Error(err)
		}
	}}
	for i := range 2*fullBatch + 1 {
		r := good
		if i == 3 {
			r = bad
		}
		if err := k.Write(r); err != nil {
			t.Fatal(err)
		}
	}
	if err := k.Close(); err != nil || said != 1 || k.Failed != 1 || k.counts[store.Added] != 2*fullBatch {
		t.Errorf("%v, %d said, %d failed, %d added", err, said, k.Failed, k.counts[store.Added])
	}
	if got, want := k.Said(2, false), "512 added, 3 failed"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestAFullDiskEndsTheRun(t *testing.T) {
	r := sample.Treaty(t)
	r.Document.Title = ""
	l := &ledger{room: fullBatch}
	k := &Keeper{keep: l.keep, now: func() time.Time { return epoch }, say: func(err error) { t.Error(err) }}
	var err error
	n := 0
	for ; err == nil && n < 1000; n++ {
		err = k.Write(r)
	}
	if !errors.Is(err, store.ErrFull) || n != 2*fullBatch || k.counts[store.Added] != fullBatch {
		t.Errorf("%v after %d records, %d added", err, n, k.counts[store.Added])
	}
}

func TestARecordThatComesAloneIsKeptAtOnce(t *testing.T) {
	r := sample.Treaty(t)
	r.Document.Title = ""
	l := &ledger{room: 10}
	at := epoch
	k := &Keeper{keep: l.keep, now: func() time.Time { at = at.Add(longest); return at }}
	for range 3 {
		if err := k.Write(r); err != nil {
			t.Fatal(err)
		}
	}
	if len(l.batches) != 3 {
		t.Errorf("batches of %v, want three of one", l.batches)
	}
}
