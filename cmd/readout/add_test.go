package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"readout/internal/keeping/sample"
	"readout/internal/keeping/store"
	"readout/record"
)

// base is a place for a database.
func base(t *testing.T) string { return filepath.Join(t.TempDir(), "news.db") }

// kept returns how many documents a database has.
func kept(t *testing.T, db string) int {
	t.Helper()
	out, _, _ := invoke(t, t.Context(), "", "find", "-q", "--documents", "-d", db)
	return strings.Count(out, "\n")
}

func TestAddKeepsWhatCanBeReadAndNamesTheRest(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"a.txt": bridge, "b.txt": "panic", "c.txt": "refuse", "d.txt": "More. " + bridge} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, jobs := range []string{"1", "16"} {
		db := base(t)
		_, errs, code := invoke(t, t.Context(), "", "add", "-j", jobs, "-d", db, dir)
		if n := kept(t, db); n != 2 || code != exitError || !strings.HasSuffix(errs, "readout: 2 added, 2 failed\n") {
			t.Errorf("-j %s: %d documents, exit %d, stderr\n%s", jobs, n, code, errs)
		}
		for _, want := range []string{"b.txt: a defect of readout", "c.txt: the text says so"} {
			if !strings.Contains(errs, want) {
				t.Errorf("-j %s: stderr has no %q:\n%s", jobs, want, errs)
			}
		}
	}
}

func TestAnyNumberOfWorkersKeepsTheSameBytes(t *testing.T) {
	var lines strings.Builder
	for i := range 200 {
		out, _, _ := invoke(t, t.Context(), fmt.Sprintf("Ann Lee said it is %d.", i), "read", "--json")
		lines.WriteString(out)
	}
	want := ""
	for _, jobs := range []string{"1", "3", "16"} {
		db := base(t)
		if _, errs, code := invoke(t, t.Context(), lines.String(), "add", "-j", jobs, "-d", db); code != exitDone {
			t.Fatalf("-j %s: exit %d, %s", jobs, code, errs)
		}
		got, _, _ := invoke(t, t.Context(), "", "export", "--to", "jsonl", "-d", db)
		if want == "" {
			want = got
		}
		if got != want || strings.Count(got, "\n") != 200 {
			t.Errorf("-j %s: %d lines, or other bytes", jobs, strings.Count(got, "\n"))
		}
	}
}

func TestAnInterruptLosesNothingThatWasRead(t *testing.T) {
	dir, db := t.TempDir(), base(t)
	for name, text := range map[string]string{"a.txt": bridge, "b.txt": "wait"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	go func() { time.Sleep(time.Second); cancel() }()
	_, _, code := invoke(t, ctx, "", "add", "-d", db, dir)
	if n := kept(t, db); code != exitInterrupted || n != 1 {
		t.Errorf("exit %d, %d documents, want %d and 1", code, n, exitInterrupted)
	}
}

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
	k := &keeper{keep: l.keep, now: func() time.Time { return epoch }, say: func(err error) {
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
	if err := k.Close(); err != nil || said != 1 || k.failed != 1 || k.counts[store.Added] != 2*fullBatch {
		t.Errorf("%v, %d said, %d failed, %d added", err, said, k.failed, k.counts[store.Added])
	}
	if got, want := k.said(2), "128 added, 3 failed"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestAFullDiskEndsTheRun(t *testing.T) {
	r := sample.Treaty(t)
	r.Document.Title = ""
	l := &ledger{room: fullBatch}
	k := &keeper{keep: l.keep, now: func() time.Time { return epoch }, say: func(err error) { t.Error(err) }}
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
	k := &keeper{keep: l.keep, now: func() time.Time { at = at.Add(longest); return at }}
	for range 3 {
		if err := k.Write(r); err != nil {
			t.Fatal(err)
		}
	}
	if len(l.batches) != 3 {
		t.Errorf("batches of %v, want three of one", l.batches)
	}
}
