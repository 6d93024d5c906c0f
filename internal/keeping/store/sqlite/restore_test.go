package sqlite

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"readout/internal/keeping/sample"
	"readout/internal/keeping/store"
)

// TestACopyIsOnlyRead restores copies that an older program made, whose rows are to
// be made anew, from where they cannot be written.
func TestACopyIsOnlyRead(t *testing.T) {
	for what, bar := range map[string]func(t *testing.T, copied string){
		"a folder": func(*testing.T, string) {},
		"a folder where no log can be": func(t *testing.T, copied string) {
			if err := os.Mkdir(copied+"-wal", 0o700); err != nil {
				t.Fatal(err)
			}
		},
		"read-only media": func(t *testing.T, copied string) {
			if os.Geteuid() == 0 {
				return // root may write everywhere: the case before stands for it
			}
			forbid(t, copied, 0o400)
			forbid(t, filepath.Dir(copied), 0o500)
		},
	} {
		t.Run(what, func(t *testing.T) {
			copied, to := olderCopy(t), filepath.Join(t.TempDir(), "r.db")
			bar(t, copied)
			before, files := read(t, copied), names(t, filepath.Dir(copied))
			told := 0
			err := Restore(t.Context(), copied, to, func(documents int) { told = documents })
			if err != nil || told != 1 {
				t.Errorf("told of %d documents, %v", told, err)
			}
			if n := versionsIn(t, to); n != 1 {
				t.Errorf("%d records", n)
			}
			if !bytes.Equal(before, read(t, copied)) {
				t.Error("the copy was changed")
			}
			if now := names(t, filepath.Dir(copied)); now != files {
				t.Errorf("beside the copy there were %s, now %s", files, now)
			}
		})
	}
}

// forbid takes rights away until the test ends.
func forbid(t *testing.T, place string, mode fs.FileMode) {
	t.Helper()
	if err := os.Chmod(place, mode); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(place, 0o700) })
}

// olderCopy makes a copy of which opening makes rows.
func olderCopy(t *testing.T) string {
	t.Helper()
	s, place := opened(t, sample.Treaty(t))
	closed(t, s)
	run(t, place, `
		INSERT INTO unindexed (record) SELECT record FROM document;
		DELETE FROM document; DELETE FROM entity; DELETE FROM name;
		INSERT INTO statement_words (statement_words) VALUES ('delete-all');
		INSERT INTO event_words (event_words) VALUES ('delete-all');
		INSERT INTO document_words (document_words) VALUES ('delete-all');
		INSERT INTO citation_words (citation_words) VALUES ('delete-all')`)
	return place
}

func names(t *testing.T, dir string) string {
	t.Helper()
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	all := ""
	for _, f := range files {
		all += f.Name() + "\n"
	}
	return all
}

func TestRestoringOverwritesNothing(t *testing.T) {
	copied, other := olderCopy(t), olderCopy(t)
	before := read(t, other)
	if err := Restore(t.Context(), copied, other); !errors.Is(err, store.ErrExists) {
		t.Errorf("error %v", err)
	}
	if !bytes.Equal(before, read(t, other)) {
		t.Error("it was changed")
	}
}

func TestWhatIsNoCopyIsNotRestored(t *testing.T) {
	dir := t.TempDir()
	write := func(name string, data []byte) string {
		t.Helper()
		place := filepath.Join(dir, name)
		if err := os.WriteFile(place, data, 0o600); err != nil {
			t.Fatal(err)
		}
		return place
	}
	torn := bytes.Clone(read(t, olderCopy(t)))
	copy(torn[8192:], bytes.Repeat([]byte("torn"), 4096))
	other := filepath.Join(dir, "other.db")
	run(t, other, `CREATE TABLE x (y); PRAGMA user_version = 1`)
	beheaded := olderCopy(t)
	tear(t, beheaded)
	late := olderCopy(t)
	run(t, late, `PRAGMA user_version = 9999`)
	for _, c := range []struct {
		from string
		want error
	}{
		{filepath.Join(dir, "none.db"), fs.ErrNotExist},
		{write("torn.db", torn), store.ErrDamaged},
		{beheaded, store.ErrNoDatabase},
		{write("words.txt", []byte("Ann Lee said so.")), store.ErrNoDatabase},
		{write("empty.db", nil), store.ErrNoDatabase},
		{other, store.ErrForeign},
		{late, store.ErrNewerSchema},
	} {
		to := filepath.Join(dir, "new.db")
		if err := Restore(t.Context(), c.from, to); !errors.Is(err, c.want) {
			t.Errorf("%s: error %v, want %v", filepath.Base(c.from), err, c.want)
		}
		if _, err := os.Stat(to); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s: something was made, %v", filepath.Base(c.from), err)
		}
		if _, err := os.Stat(filepath.Join(dir, "none.db")); err == nil {
			t.Error("what was to be restored was made")
		}
	}
}

// TestWhatCannotBeWrittenSaysWhatToDo opens a file whose log has no place.
func TestWhatCannotBeWrittenSaysWhatToDo(t *testing.T) {
	place := olderCopy(t)
	if err := os.Mkdir(place+"-wal", 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(t.Context(), place); !errors.Is(err, store.ErrReadOnly) {
		t.Errorf("error %v", err)
	}
}
