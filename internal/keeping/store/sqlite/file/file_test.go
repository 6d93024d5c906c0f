package file

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"readout/internal/keeping/store"
)

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// holds fails unless a folder has these files alone, each with its name as text.
func holds(t *testing.T, dir string, want ...string) {
	t.Helper()
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range files {
		names = append(names, f.Name())
		text, err := os.ReadFile(filepath.Join(dir, f.Name()))
		if err != nil || string(text) != f.Name() {
			t.Errorf("%s holds %q, %v", f.Name(), text, err)
		}
	}
	if !slices.Equal(names, want) {
		t.Errorf("there are %q, want %q", names, want)
	}
}

func TestAFileIsThereOnceItIsWhole(t *testing.T) {
	dir := t.TempDir()
	to := filepath.Join(dir, "a")
	write(t, to+".part", "left by a crash")
	write(t, to+".part-wal", "likewise")
	err := Write(to, func(part string) error {
		for _, file := range []string{to, part, part + "-wal"} {
			if _, err := os.Stat(file); !errors.Is(err, fs.ErrNotExist) {
				t.Errorf("before it was written there is %s, %v", file, err)
			}
		}
		write(t, part, "a")
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	holds(t, dir, "a")
}

func TestWhatIsThereStays(t *testing.T) {
	dir := t.TempDir()
	to := filepath.Join(dir, "a")
	write(t, to, "a")
	err := Write(to, func(string) error {
		t.Error("it was written for nothing")
		return nil
	})
	if !errors.Is(err, store.ErrExists) {
		t.Errorf("error %v", err)
	}
	late := filepath.Join(dir, "b")
	err = Write(late, func(part string) error {
		write(t, part, "another")
		write(t, late, "b")
		return nil
	})
	if !errors.Is(err, store.ErrExists) {
		t.Errorf("it came meanwhile: error %v", err)
	}
	holds(t, dir, "a", "b")
}

func TestALinkToNothingStays(t *testing.T) {
	dir := t.TempDir()
	to := filepath.Join(dir, "a")
	if err := os.Symlink(filepath.Join(dir, "b"), to); err != nil {
		t.Fatal(err)
	}
	err := Write(to, func(part string) error {
		write(t, part, "b")
		return nil
	})
	if !errors.Is(err, store.ErrExists) {
		t.Errorf("error %v", err)
	}
	if target, err := os.Readlink(to); err != nil || filepath.Base(target) != "b" {
		t.Errorf("it leads to %q, %v", target, err)
	}
}

func TestWhatFailsLeavesNothing(t *testing.T) {
	dir, broken := t.TempDir(), errors.New("broken")
	err := Write(filepath.Join(dir, "a"), func(part string) error {
		for _, end := range []string{"", "-wal", "-shm"} {
			write(t, part+end, "half")
		}
		return broken
	})
	if !errors.Is(err, broken) {
		t.Errorf("error %v", err)
	}
	err = Write(filepath.Join(dir, "b"), func(string) error { return nil })
	if !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("nothing was written: error %v", err)
	}
	err = Write(filepath.Join(dir, "no", "a"), func(string) error { return broken })
	if !errors.Is(err, broken) {
		t.Errorf("in no folder: error %v", err)
	}
	holds(t, dir)
}
