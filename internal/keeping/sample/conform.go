package sample

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/record"
)

// A Writer is what every format has.
type Writer interface {
	Write(r *record.Record) error
	Close() error
}

// A Format makes a writer on w.
type Format func(w io.Writer) Writer

// Written returns what a writer on out makes of records.
func Written(t testing.TB, w Writer, out *bytes.Buffer, records ...*record.Record) string {
	t.Helper()
	for _, r := range records {
		if err := w.Write(r); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// Made returns what a format makes of records.
func Made(t testing.TB, open Format, records ...*record.Record) string {
	t.Helper()
	var out bytes.Buffer
	return Written(t, open(&out), &out, records...)
}

// Agrees compares what a format makes of a record with the file of that name
// in testdata/want, which update rewrites.
func Agrees(t testing.TB, name string, update bool, open Format, r *record.Record) {
	t.Helper()
	got := Made(t, open, r)
	file := filepath.Join("testdata", "want", name)
	if update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got), go test -update rewrites it:\n%s", name, diff)
	}
}

// Conforms tests what every format promises: to be the same for the same
// records, to leave them as they are, and to be loud on a full disk.
func Conforms(t *testing.T, formats map[string]Format) {
	boats := Boats(t)
	for name, open := range formats {
		t.Run(name, func(t *testing.T) {
			first := Made(t, open, Treaty(t), boats, Saying("One."))
			second := Made(t, open, Treaty(t), boats, Saying("One."))
			if first != second {
				t.Error("two runs differ")
			}
			r := Treaty(t)
			Made(t, open, r)
			if diff := cmp.Diff(Treaty(t), r); diff != "" {
				t.Errorf("the record was changed:\n%s", diff)
			}
			fillsDisk(t, open)
		})
	}
}

// fillsDisk writes on disks of all sizes that are too small.
func fillsDisk(t *testing.T, open Format) {
	size := len(Made(t, open, Treaty(t)))
	for _, room := range []int{0, 1, size / 2, size - 1} {
		w := open(&fullDisk{room})
		if err := errors.Join(w.Write(Treaty(t)), w.Close()); !errors.Is(err, errFull) {
			t.Errorf("a disk with room for %d of %d bytes: error %v",
				room, size, err)
		}
	}
}

// Streams tests that formats hold nothing back between records.
func Streams(t *testing.T, formats map[string]Format) {
	r := Boats(t)
	for name, open := range formats {
		var out bytes.Buffer
		w := open(&out)
		for range 3 {
			before := out.Len()
			if err := w.Write(r); err != nil {
				t.Fatal(err)
			}
			words := strings.Fields(r.Statements[len(r.Statements)-1].Content.Text)
			if !strings.Contains(out.String()[before:], words[len(words)-1]) {
				t.Errorf("%s: the last statement is not written when Write returns",
					name)
			}
		}
	}
}

// fullDisk takes some bytes and no more.
type fullDisk struct{ left int }

var errFull = errors.New("no space left")

func (d *fullDisk) Write(p []byte) (int, error) {
	if len(p) > d.left {
		n := d.left
		d.left = 0
		return n, errFull
	}
	d.left -= len(p)
	return len(p), nil
}
