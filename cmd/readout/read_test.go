package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"readout/cmd/readout/console"
	"readout/internal/reading/extract"
	"readout/record"
)

const bridge = "Ann Lee said the bridge is closed. Bob Ray said it is open.\n"

func TestDefectInOneDocumentLeavesTheOthers(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"a.txt": bridge, "b.txt": "panic", "c.txt": "refuse", "d.txt": bridge} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, jobs := range []string{"1", "16"} {
		out, errs, code := invoke(t, t.Context(), "", "read", "--json", "-j", jobs, dir)
		if got := strings.Count(out, "\n"); got != 2 || code != exitError {
			t.Errorf("-j %s: %d records and exit %d, want 2 and %d",
				jobs, got, code, exitError)
		}
		for _, want := range []string{"b.txt: a defect of readout", "c.txt: the text says so"} {
			if !strings.Contains(errs, want) {
				t.Errorf("-j %s: stderr has no %q:\n%s", jobs, want, errs)
			}
		}
	}
}

func TestAnyNumberOfWorkersWritesTheSameBytes(t *testing.T) {
	dir := t.TempDir()
	for i := range 20 {
		text := strings.Repeat(fmt.Sprintf("Ann Lee said it is %d. ", i), i+1)
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%02d.txt", i)), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, format := range []string{"--json", "--csv", "--tsv", "--md", "--color=never"} {
		one, _, _ := invoke(t, t.Context(), "", "read", format, "-j", "1", dir)
		many, _, _ := invoke(t, t.Context(), "", "read", format, "-j", "16", dir)
		if one != many || one == "" {
			t.Errorf("%s: one worker and sixteen write different bytes", format)
		}
	}
}

func TestInterruptLeavesNoHalfFile(t *testing.T) {
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	go func() { time.Sleep(20 * time.Millisecond); cancel() }()
	file := filepath.Join(dir, "out.json")
	_, errs, code := invoke(t, ctx, "wait", "read", "--json", "-o", file)
	if code != exitInterrupted || errs != "" {
		t.Errorf("exit %d, stderr %q, want %d and nothing",
			code, errs, exitInterrupted)
	}
	if left, _ := os.ReadDir(dir); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestFileIsWholeWhenSomeInputsFail(t *testing.T) {
	file := filepath.Join(t.TempDir(), "out.csv")
	_, _, code := invoke(t, t.Context(), bridge, "read", "--csv", "-o", file, "-", "missing.txt")
	data, err := os.ReadFile(file)
	if code != exitError || err != nil || bytes.Count(data, []byte("\r\n")) != 3 {
		t.Errorf("exit %d, %v, file:\n%s", code, err, data)
	}
}

func TestOutputIsRefusedWhereItCannotBe(t *testing.T) {
	for _, place := range []string{t.TempDir(), filepath.Join(t.TempDir(), "none", "x.json")} {
		_, errs, code := invoke(t, t.Context(), bridge, "read", "--json", "-o", place)
		if code != exitError || !strings.Contains(errs, place) {
			t.Errorf("-o %s: exit %d, %q", place, code, errs)
		}
	}
}

// A pipe that nobody reads any more.
type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) {
	return 0, &os.PathError{Op: "write", Path: "|1", Err: syscall.EPIPE}
}

func TestBrokenPipeIsSilent(t *testing.T) {
	var errs bytes.Buffer
	for _, args := range [][]string{{"read"}, {"read", "--json"}, {"read", "--csv"}, {"help", "read"}, {"version"}} {
		code := run(t.Context(), args, env{
			Env: console.Env{
				Stdin: strings.NewReader(bridge), Stdout: brokenPipe{}, Stderr: &errs,
				Getenv: func(string) string { return "" }, Now: func() time.Time { return epoch },
			},
			open: func(string, extract.Options) (reader, error) { return fake{}, nil },
		})
		if code != exitDone || errs.Len() > 0 {
			t.Errorf("%v: exit %d, stderr %q", args, code, errs.String())
		}
	}
}

func TestFullDiskIsNot(t *testing.T) {
	var errs bytes.Buffer
	code := report(&errs, fmt.Errorf("write what a.txt says: %w", syscall.ENOSPC))
	if code != exitError || !strings.Contains(errs.String(), "a.txt") {
		t.Errorf("exit %d, %q", code, errs.String())
	}
}

func TestModelThatCannotBeOpenedIsAnError(t *testing.T) {
	var errs bytes.Buffer
	code := run(t.Context(), []string{"read"}, env{
		Env: console.Env{
			Stdin: strings.NewReader(bridge), Stdout: &bytes.Buffer{}, Stderr: &errs,
			Getenv: func(name string) string { return map[string]string{"READOUT_KERNEL": "abacus"}[name] },
			Now:    func() time.Time { return epoch },
		},
		open: func(kernel string, _ extract.Options) (reader, error) { return nil, errors.New("no kernel " + kernel) },
	})
	if code != exitError || !strings.Contains(errs.String(), "no kernel abacus") {
		t.Errorf("exit %d, %q", code, errs.String())
	}
}

func TestRecordsOfAllUnitsAreValid(t *testing.T) {
	for _, unit := range []string{"codepoint", "utf16", "byte"} {
		out, _, _ := invoke(t, t.Context(), bridge+"“é😀”", "read", "--json", "--offsets", unit)
		r, findings := record.Check([]byte(out))
		if len(findings) > 0 {
			t.Fatalf("--offsets %s: %v", unit, findings)
		}
		if r.Offsets.String() != unit || r.Meta.Created != "1970-01-01T00:00:00Z" {
			t.Errorf("--offsets %s: offsets in %v, created %s",
				unit, r.Offsets, r.Meta.Created)
		}
	}
}

func TestWarningsAndDetailsGoToStderr(t *testing.T) {
	out, errs, _ := invoke(t, t.Context(), bridge, "read", "-v", "--json")
	if !strings.Contains(errs, "-: 2 statements, 0 entities") ||
		strings.Contains(out, "readout:") {
		t.Errorf("stderr %q", errs)
	}
}
