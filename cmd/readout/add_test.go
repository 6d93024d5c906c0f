package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
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
	invoke(t, t.Context(), "", "add", "-q", "-d", db) // makes the database, which takes its time
	ctx, cancel := context.WithCancel(t.Context())
	go func() { time.Sleep(time.Second); cancel() }()
	_, _, code := invoke(t, ctx, "", "add", "-d", db, dir)
	if n := kept(t, db); code != exitInterrupted || n != 1 {
		t.Errorf("exit %d, %d documents, want %d and 1", code, n, exitInterrupted)
	}
}
