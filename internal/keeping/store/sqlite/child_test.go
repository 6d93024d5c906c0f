package sqlite

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"readout/internal/keeping/query"
	"readout/internal/keeping/store"
	"readout/record"
)

// What a child process is told by its environment: what to do with which file.
const (
	childTask  = "READOUT_SQLITE_TASK"
	childPlace = "READOUT_SQLITE_PLACE"
	childCount = "READOUT_SQLITE_COUNT"
)

// tasks are what a child does; each says on stdout what it has done, and ends with
// 1 and a line on stderr when it cannot.
var tasks = map[string]func(place string, count int) error{
	"add": addSome, "drip": drip, "read": readSome, "fill": fillUp,
	"copy": copyIt,
}

// TestMain makes this program its own child. The goroutine that writes stays on
// one thread, since strace counts calls by thread.
func TestMain(m *testing.M) {
	task, ok := tasks[os.Getenv(childTask)]
	if !ok {
		os.Exit(m.Run())
	}
	runtime.LockOSThread()
	count, err := strconv.Atoi(os.Getenv(childCount))
	if err == nil {
		err = task(os.Getenv(childPlace), count)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// said returns the nth record that children add.
func said(n int) (*record.Record, error) {
	data, err := os.ReadFile(filepath.Join("..", "storetest", "testdata", "articles.jsonl"))
	if err != nil {
		return nil, err
	}
	lines := bytes.Split(bytes.TrimSpace(data), []byte("\n"))
	r, err := record.Parse(lines[n%len(lines)])
	if err != nil {
		return nil, err
	}
	r.Document.URL = fmt.Sprintf("https://readout.example/%d", n)
	r.Document.ID = record.DocumentID(r.Document.URL, *r.Document.Text)
	return r, nil
}

// addSome adds records that are not there, each in a transaction of its own, and
// says each when it is kept.
func addSome(place string, count int) error { return addEvery(0, place, count) }

// drip adds four records a second, as a feed does.
func drip(place string, count int) error { return addEvery(250*time.Millisecond, place, count) }

func addEvery(pause time.Duration, place string, count int) error {
	ctx := context.Background()
	s, err := Open(ctx, place)
	if err != nil {
		return err
	}
	for n := range count {
		r, err := said(n)
		if err != nil {
			return err
		}
		if _, err := s.Add(ctx, r); err != nil {
			return errors.Join(err, s.Close())
		}
		fmt.Println("kept", n)
		time.Sleep(pause)
	}
	return s.Close()
}

// readSome asks over and over; what it finds must be whole.
func readSome(place string, count int) error {
	ctx := context.Background()
	for range count {
		s, err := Open(ctx, place)
		if err != nil {
			return err
		}
		for range 20 {
			for row, err := range s.Find(ctx, query.Query{Limit: 100}, store.Window{}) {
				if err != nil {
					return err
				}
				if _, err := s.Record(ctx, row.Document.ID); err != nil {
					return err
				}
				break
			}
		}
		if err := s.Close(); err != nil {
			return err
		}
	}
	return nil
}

// fillUp adds until the disk is full, reads then, makes room and goes on.
func fillUp(place string, count int) error {
	ballast := filepath.Join(filepath.Dir(place), "ballast")
	if err := os.WriteFile(ballast, make([]byte, 2<<20), 0o600); err != nil {
		return err
	}
	ctx := context.Background()
	s, err := Open(ctx, place)
	if err != nil {
		return err
	}
	full := false
	for n := range count {
		r, err := said(n)
		if err != nil {
			return err
		}
		_, err = s.Add(ctx, r)
		if errors.Is(err, store.ErrFull) && !full {
			full = true
			fmt.Println("full", err)
			if _, err := s.Record(ctx, r.Document.ID); !errors.Is(err, store.ErrNotFound) {
				return fmt.Errorf("after it was full: %w", err)
			}
			if err := os.Remove(ballast); err != nil {
				return err
			}
			_, err = s.Add(ctx, r)
		}
		if errors.Is(err, store.ErrFull) {
			break // the second time
		}
		if err != nil {
			return err
		}
		fmt.Println("kept", n)
	}
	return s.Close()
}

// copyIt makes a copy beside the file.
func copyIt(place string, _ int) error {
	ctx := context.Background()
	s, err := Open(ctx, place)
	if err != nil {
		return err
	}
	err = s.Backup(ctx, place+".copy")
	fmt.Println("copied", err)
	return errors.Join(err, s.Close())
}

// A result is what became of a child.
type result struct {
	kept  []int
	lines []string
	errs  string
	err   error
}

// child runs a task, under another program where one is named.
func child(t testing.TB, task, place string, count int, under ...string) result {
	t.Helper()
	command := append(under, os.Args[0])
	c := exec.CommandContext(t.Context(), command[0], command[1:]...)
	c.Env = append(os.Environ(), childTask+"="+task, childPlace+"="+place,
		childCount+"="+strconv.Itoa(count))
	var out, errs bytes.Buffer
	c.Stdout, c.Stderr = &out, &errs
	r := result{err: c.Run(), errs: errs.String()}
	for lines := bufio.NewScanner(&out); lines.Scan(); {
		r.lines = append(r.lines, lines.Text())
		if n, ok := strings.CutPrefix(lines.Text(), "kept "); ok {
			number, err := strconv.Atoi(n)
			if err != nil {
				t.Fatal(err)
			}
			r.kept = append(r.kept, number)
		}
	}
	return r
}

// needs skips a test where a program is missing or not allowed to work.
func needs(t *testing.T, program string, args ...string) {
	t.Helper()
	if err := exec.CommandContext(t.Context(), program, args...).Run(); err != nil {
		t.Skipf("needs %s: %v", program, err)
	}
}

// sound opens a file after what befell it, and proves that it is whole and has
// all that was acknowledged, each record once and as it was. It returns how many
// records there are.
func sound(t *testing.T, place string, kept []int) int {
	t.Helper()
	s, err := Open(t.Context(), place)
	if err != nil {
		t.Errorf("%s: %v", place, err)
		return 0
	}
	defer closed(t, s)
	if faults, err := s.Check(t.Context(), true); err != nil || len(faults) > 0 {
		t.Errorf("%s: %v, %v", place, faults, err)
	}
	stats, err := s.Stats(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range kept {
		want, err := said(n)
		if err != nil {
			t.Fatal(err)
		}
		versions, err := s.Versions(t.Context(), want.Document.ID)
		if err != nil || len(versions) != 1 {
			t.Errorf("record %d was acknowledged: %d versions, %v", n, len(versions), err)
			continue
		}
		got, err := versions[0].MarshalCanonical()
		if err != nil {
			t.Fatal(err)
		}
		if same, err := want.MarshalCanonical(); err != nil || !bytes.Equal(got, same) {
			t.Errorf("record %d is not as it was added, %v", n, err)
		}
	}
	return stats.Versions
}

// soundToOthers asks the sqlite3 command line for its opinion, where there is one.
// It may be too old to know our full-text indexes, which it then leaves alone.
func soundToOthers(t *testing.T, place string) {
	t.Helper()
	if _, err := exec.LookPath("sqlite3"); err != nil {
		return
	}
	const ask = "PRAGMA integrity_check; PRAGMA foreign_key_check;"
	out, err := exec.CommandContext(t.Context(), "sqlite3", place, ask).CombinedOutput()
	if err != nil || string(out) != "ok\n" {
		t.Errorf("sqlite3 %s: %v: %s", place, err, out)
	}
}
