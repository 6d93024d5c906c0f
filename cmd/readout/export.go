package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"readout/internal/keeping/export"
	"readout/record"
)

// exportVerb writes records in a form of other programs.
type exportVerb struct {
	Files []string `arg:"" optional:"" name:"file" placeholder:"FILE" help:"JSON Lines of records; - is stdin, which is also read when no file is named."`

	To     string `enum:"plover,polecat" required:"" placeholder:"plover|polecat" help:"${to}"`
	Output string `short:"o" placeholder:"FILE" help:"Write to FILE, which is there only once all is written."`
	Quiet  bool   `short:"q" help:"Say nothing but errors on stderr."`
}

// toHelp says what the forms are.
const toHelp = "The form: plover is one JSON object per event with the fields of " +
	"PLOVER's gold standard records, polecat a table with tabs and POLECAT's 40 columns, " +
	"a row for each pair of actor and recipient."

// Help says what is written, and what is lost.
func (exportVerb) Help() string {
	return "Writes the events of records that took place or are taking place as event data. " +
		"What the form has no place for is named on stderr; what is not known is empty. " +
		"A line that is no record is named on stderr, the others go on, and the exit code is 2."
}

// forms are the forms to export to, and what each leaves out.
var forms = map[string]struct {
	writer func(io.Writer) recordWriter
	loss   string
}{
	"plover":  {func(w io.Writer) recordWriter { return export.NewPLOVER(w) }, export.PLOVERLoss},
	"polecat": {func(w io.Writer) recordWriter { return export.NewPOLECAT(w) }, export.POLECATLoss},
}

// Run exports the files in turn.
func (v exportVerb) Run(ctx context.Context, e env, shorts shorts) error {
	files := v.Files
	if len(files) == 0 {
		if isTerminal(e.stdin) {
			return shorts.show("export")
		}
		files = []string{"-"}
	}
	out, err := createOutput(v.Output, e.stdout)
	if err != nil {
		return err
	}
	buffer := bufio.NewWriter(ending{out})
	x := exporting{env: e, writer: forms[v.To].writer(buffer)}
	err = x.all(ctx, files)
	if err == nil || errors.Is(err, errSome) {
		err = first(err, x.writer.Close())
		err = first(buffer.Flush(), err)
	}
	if !v.Quiet && (err == nil || errors.Is(err, errSome)) {
		fmt.Fprintf(e.stderr, "readout: %d of %d events written; %s has no place for %s\n",
			x.written, x.events, v.To, forms[v.To].loss)
	}
	return out.finish(err)
}

// An exporting is one run of the verb.
type exporting struct {
	env             env
	writer          recordWriter
	events, written int
	failed          bool
}

// all exports every line of the files. What cannot be read is said at once.
func (x *exporting) all(ctx context.Context, files []string) error {
	for _, name := range files {
		err := eachLine(ctx, name, x.env.stdin, func(n int, line []byte) error {
			return x.line(fmt.Sprintf("%s:%d", name, n), line)
		})
		switch {
		case err == nil:
		case errors.Is(err, context.Canceled), errors.As(err, new(writeError)):
			return err
		default:
			complain(x.env.stderr, fmt.Errorf("export %s: %w", name, err))
			x.failed = true
		}
	}
	if x.failed {
		return errSome
	}
	return nil
}

// A writeError is one of the output, which ends the run.
type writeError struct{ error }

func (w writeError) Unwrap() error { return w.error }

// ending is an output whose errors are known by their type.
type ending struct{ io.Writer }

func (e ending) Write(p []byte) (int, error) {
	n, err := e.Writer.Write(p)
	if err != nil {
		return n, writeError{err}
	}
	return n, nil
}

// line exports one record. A line that is none, and one that contradicts its
// text, is said and passed over.
func (x *exporting) line(place string, line []byte) error {
	if !isRecord(line) {
		return nil // a link or a judgement, which stand beside records
	}
	r, err := record.Parse(line)
	if err == nil && r.Document.ID == "" {
		err = errors.New("is no record, as it has no document")
	}
	if err == nil {
		err = x.writer.Write(r)
	}
	switch {
	case err == nil:
		x.events += len(r.Events)
		x.written += export.TookPlace(r)
	case errors.As(err, new(writeError)):
		return err
	default:
		complain(x.env.stderr, fmt.Errorf("export %s: %w", place, err))
		x.failed = true
	}
	return nil
}

// isRecord reports whether a line is to be read as a record: what is no object,
// and what says no other kind, is.
func isRecord(line []byte) bool {
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
