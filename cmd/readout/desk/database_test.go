package desk

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"readout/cmd/readout/console"
)

func TestTheDatabaseLiesWhereItIsSaidOrWhereDataLies(t *testing.T) {
	for _, c := range []struct {
		given string
		in    map[string]string
		want  string
	}{
		{"a.db", map[string]string{"HOME": "/h"}, "a.db"},
		{"", map[string]string{"HOME": "/h", "XDG_DATA_HOME": "/x"}, "/x/readout/readout.db"},
		{"", map[string]string{"HOME": "/h"}, "/h/.local/share/readout/readout.db"},
		{"", map[string]string{"LOCALAPPDATA": "/l"}, "/l/readout/readout.db"},
	} {
		got, err := Place(c.given, func(name string) string { return c.in[name] })
		if err != nil || filepath.ToSlash(got) != c.want {
			t.Errorf("%q in %v: %s, %v, want %s", c.given, c.in, got, err, c.want)
		}
	}
	for _, given := range []string{"", "mysql://desk:s3cret@host/news"} {
		_, err := Place(given, func(string) string { return "" })
		if err == nil || !strings.Contains(err.Error(), "name") || strings.Contains(err.Error(), "s3cret") {
			t.Errorf("%q: %v, want what to do", given, err)
		}
	}
}

func TestNoPasswordIsPrinted(t *testing.T) {
	const address = "postgres://desk:s3cret@127.0.0.1:1/news?sslmode=disable"
	e := console.Env{Getenv: func(string) string { return "" }}
	errs := &bytes.Buffer{}
	e.Stderr = errs
	for _, run := range []func() error{
		func() error { return Backup{File: "x", Database: Database{address}}.Run(t.Context(), e) },
		func() error { return Restore{File: address, Database: Database{"x.db"}}.Run(t.Context(), e) },
		func() error { _, err := Database{address}.CreateStore(t.Context(), e); return err },
	} {
		err := run()
		if err == nil || strings.Contains(err.Error()+errs.String(), "s3cret") {
			t.Errorf("error %v, said %s", err, errs)
		}
		if !strings.Contains(err.Error(), "postgres://desk@127.0.0.1:1/news") {
			t.Errorf("error %v does not name the database", err)
		}
	}
	if got := none(address).Error(); strings.Contains(got, "s3cret") {
		t.Error(got)
	}
}

func TestOnlyAddMakesADatabase(t *testing.T) {
	place := filepath.Join(t.TempDir(), "new", "news.db")
	e := console.Env{Getenv: func(string) string { return "" }}
	d := Database{DB: place}
	if _, err := d.OpenStore(t.Context(), e); err == nil || !strings.Contains(err.Error(), "readout add") {
		t.Errorf("opened what is not there: %v", err)
	}
	if _, err := os.Stat(place); err == nil {
		t.Error("made by being opened")
	}
	if _, err := (Database{DB: t.TempDir()}).OpenStore(t.Context(), e); err == nil || !strings.Contains(err.Error(), "folder") {
		t.Errorf("a folder: %v", err)
	}
	s, err := d.CreateStore(t.Context(), e)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(filepath.Dir(place))
	if err != nil || info.Mode().Perm()&fs.FileMode(0o077) != 0 {
		t.Errorf("others may read the folder: %v, %v", info.Mode(), err)
	}
}

func TestTodayIsThatOfTheZone(t *testing.T) {
	at := time.Date(2024, 2, 29, 23, 30, 0, 0, time.UTC)
	for _, c := range []struct {
		east int // seconds
		want string
	}{{0, "2024-02-29"}, {3600, "2024-03-01"}, {-86000, "2024-02-28"}} {
		e := console.Env{Now: func() time.Time { return at.In(time.FixedZone("", c.east)) }}
		if got := e.Today().String(); got != c.want {
			t.Errorf("%d s east: %s, want %s", c.east, got, c.want)
		}
	}
}

func TestNobodyIsAskedWithoutATerminal(t *testing.T) {
	var errs bytes.Buffer
	err := confirm(console.Env{Stdin: strings.NewReader("y\n"), Stderr: &errs}, "forget it")
	if err == nil || !strings.Contains(err.Error(), "--yes") || errs.Len() > 0 {
		t.Errorf("%v, %q", err, errs.String())
	}
}
