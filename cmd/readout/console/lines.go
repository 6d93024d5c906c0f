package console

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
)

// EachLine calls do for every line of a file that is not blank, counting from 1;
// the file - is stdin. It reads a line at a time and ends with the first error.
func EachLine(
	ctx context.Context, name string, stdin io.Reader, do func(n int, line []byte) error,
) error {
	in := stdin
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return Cause(err)
		}
		defer f.Close()
		in = f
	}
	lines := bufio.NewReaderSize(in, 1<<16)
	for n := 1; ; n++ {
		line, err := lines.ReadBytes('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return fmt.Errorf("line %d: %w", n, err)
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if bare := bytes.TrimSpace(line); len(bare) > 0 {
			if err := do(n, bare); err != nil {
				return err
			}
		}
		if err != nil {
			return nil
		}
	}
}

// IsRecord reports whether a line is to be read as a record: what is no object,
// and what says no other kind, is.
func IsRecord(line []byte) bool {
	var kinds struct {
		Link, Judgement, Review, Alias json.RawMessage
		Document                       json.RawMessage
	}
	if json.Unmarshal(line, &kinds) != nil || kinds.Document != nil {
		return true
	}
	return kinds.Link == nil && kinds.Judgement == nil && kinds.Review == nil &&
		kinds.Alias == nil
}
