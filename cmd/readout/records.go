package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
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

// holdsRecords says whether an input is of records, by its name or its start.
func (r *reading) holdsRecords(name string) bool {
	if name == "-" {
		start, _ := r.stdin.Peek(peekBytes) // an error comes again when it is read
		return recordsStart.Match(start)
	}
	if hasRecordsEnding(name) {
		return true
	}
	f, err := os.Open(name)
	if err != nil {
		return false // it is no file, or whoever reads it says why it cannot be
	}
	defer f.Close()
	start, _ := bufio.NewReaderSize(f, peekBytes).Peek(peekBytes)
	return recordsStart.Match(start)
}

// hasRecordsEnding says whether a file is one of records by its name.
func hasRecordsEnding(name string) bool {
	ending := strings.ToLower(filepath.Ext(name))
	return ending == ".jsonl" || ending == ".ndjson"
}

// errEnough ends a file of records of which no more lines are wanted.
var errEnough = errors.New("enough")

// lines yields the lines of a file of records.
func (r *reading) lines(name string, yield func(input) bool) bool {
	// The context is that of the reader of the lines, which stops asking.
	err := console.EachLine(context.Background(), name, r.stdin, func(n int, line []byte) error {
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

// sound returns the record in a line, or the first thing that is wrong with it.
func sound(place string, line []byte) (*record.Record, error) {
	r, findings := record.Check(line)
	for _, f := range findings {
		if f.Fault() {
			return nil, fmt.Errorf("%s: no sound record: %s", place, f)
		}
	}
	return r, nil
}
