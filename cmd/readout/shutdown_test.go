//go:build unix

package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// adding starts "readout add" with a pipe for its input.
func adding(t *testing.T, db string) (*exec.Cmd, io.WriteCloser) {
	t.Helper()
	c := exec.CommandContext(t.Context(), os.Args[0], "add", "-q", "-d", db, "-")
	c.Args[0] = "readout" // see TestMain
	c.Stderr = os.Stderr
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	return c, in
}

// ended waits for a program and returns its exit code, -1 for a signal.
func ended(t *testing.T, c *exec.Cmd, within time.Duration) int {
	t.Helper()
	done := make(chan error, 1)
	go func() { done <- c.Wait() }()
	select {
	case err := <-done:
		var exited *exec.ExitError
		if err != nil && !errors.As(err, &exited) {
			t.Fatal(err)
		}
		return c.ProcessState.ExitCode()
	case <-time.After(within):
		if err := c.Process.Kill(); err != nil {
			t.Error(err)
		}
		t.Fatalf("still there %s after the signal", within)
	}
	return 0
}

// TestD15ShutdownOfAdd ends add in the middle of its input: what it has at hand is
// kept or dropped, the database is sound, and the run repeated adds the rest.
func TestD15ShutdownOfAdd(t *testing.T) {
	var lines strings.Builder
	for i := range 300 {
		out, _, _ := invoke(t, t.Context(), fmt.Sprintf("Ann Lee said it is %d.", i), "read", "--json")
		lines.WriteString(out)
	}
	db := base(t)
	for _, wait := range []time.Duration{50 * time.Millisecond, 200 * time.Millisecond} {
		c, in := adding(t, db)
		go func() { // the pipe breaks when the program ends
			io.Copy(in, strings.NewReader(lines.String())) //nolint:errcheck // as said
			in.Close()                                     //nolint:errcheck // likewise
		}()
		time.Sleep(wait)
		if err := c.Process.Signal(syscall.SIGTERM); err != nil && !errors.Is(err, os.ErrProcessDone) {
			t.Fatal(err)
		}
		if code := ended(t, c, 10*time.Second); code != exitInterrupted && code != exitDone && code != -1 {
			t.Errorf("exit %d", code)
		}
		if _, err := os.Stat(db); err != nil {
			continue // it came before there was a database
		}
		if _, errs, code := invoke(t, t.Context(), "", "check", "--db", "--deep", db); code != exitDone {
			t.Errorf("exit %d: %s", code, errs)
		}
	}
	if _, errs, code := invoke(t, t.Context(), lines.String(), "add", "-q", "-d", db); code != exitDone || kept(t, db) != 300 {
		t.Errorf("exit %d, %d documents: %s", code, kept(t, db), errs)
	}
}

func TestD15TheSecondSignalEndsAtOnce(t *testing.T) {
	c, in := adding(t, filepath.Join(t.TempDir(), "news.db"))
	defer in.Close()
	for range 20 { // until it listens, the first one is enough
		time.Sleep(50 * time.Millisecond)
		if err := c.Process.Signal(syscall.SIGTERM); err != nil {
			break
		}
	}
	if code := ended(t, c, 2*time.Second); code != exitInterrupted && code != -1 {
		t.Errorf("exit %d", code)
	}
}
