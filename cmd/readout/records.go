package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"readout/cmd/readout/console"
	"readout/internal/ingest"
	"readout/record"
)

// recordsStart is how a file of records begins, as export writes them.
var recordsStart = regexp.MustCompile(`^\s*\{\s*"readout"\s*:`)

// peekBytes is how much of an input is looked at: blanks, and the first key.
const peekBytes = 512

// recordsIn returns what the lines of an input of records are read from, which is
// told by its name or its start, and nil for any other input. That one is to be
// read from the source that comes back: a pipe says what it holds only once, so
// that one that was looked at is handed on.
func (r *reading) recordsIn(src ingest.Source) (io.ReadCloser, ingest.Source) {
	if src.Name == "-" {
		start, _ := r.stdin.Peek(peekBytes) // an error comes again when it is read
		if !recordsStart.Match(start) {
			return nil, src
		}
		return io.NopCloser(r.stdin), src
	}
	f, err := os.Open(src.Name)
	if err != nil {
		return nil, src // it is no file, or whoever reads it says why it cannot be
	}
	buffered := bufio.NewReaderSize(f, peekBytes)
	in := struct {
		io.Reader
		io.Closer
	}{buffered, f}
	if hasRecordsEnding(src.Name) {
		return in, src
	}
	start, _ := buffered.Peek(peekBytes)
	if recordsStart.Match(start) {
		return in, src
	}
	if info, err := f.Stat(); err == nil && !info.Mode().IsRegular() {
		return nil, ingest.Piped(src.Name, in)
	}
	f.Close() // only read from
	return nil, src
}

// hasRecordsEnding says whether a file is one of records by its name.
func hasRecordsEnding(name string) bool {
	ending := strings.ToLower(filepath.Ext(name))
	return ending == ".jsonl" || ending == ".ndjson"
}

// errEnough ends a file of records of which no more lines are wanted.
var errEnough = errors.New("enough")

// lines yields the lines of a file of records.
func lines(name string, in io.ReadCloser, yield func(input) bool) bool {
	defer in.Close() // only read from
	// The context is that of the reader of the lines, which stops asking.
	err := console.EachLine(context.Background(), "-", in, func(n int, line []byte) error {
		if !console.IsRecord(line) {
			return nil // a link or a judgement, which stand beside records
		}
		place := ingest.Source{Name: fmt.Sprintf("%s:%d", name, n)}
		if !yield(input{src: place, line: bytes.Clone(line)}) {
			return errEnough
		}
		return nil
	})
	if err == nil || errors.Is(err, errEnough) {
		return err == nil
	}
	return yield(input{src: ingest.Source{Name: name}, err: fmt.Errorf("%s: %w", name, err)})
}

// sound returns the record in a line and the places of keys that it has beyond this
// version's, which are passed over, or the first thing that is wrong with it.
func sound(place string, line []byte) (*record.Record, []string, error) {
	r, findings := record.Check(line)
	var unknown []string
	for _, f := range findings {
		switch {
		case f.Unknown():
			unknown = append(unknown, f.Path)
		case f.Fault():
			return nil, nil, fmt.Errorf("%s: no sound record: %s", place, f)
		}
	}
	return r, unknown, nil
}

// index is the place of an item in a list, as a finding writes it.
var index = regexp.MustCompile(`\[[0-9]+\]`)

// passOver says which keys of a record are left out, each once in a run.
func (r *reading) passOver(place string, unknown []string) {
	var names []string
	for _, path := range unknown {
		name := index.ReplaceAllString(path, "")
		if !r.passed[name] {
			names = append(names, name)
		}
		r.passed[name] = true
	}
	if len(names) > 0 && !r.verb.Quiet {
		r.progress.Say(fmt.Errorf("%s: warning: keys that this version of the record does not have are left out: %s",
			place, strings.Join(names, ", ")))
	}
}
