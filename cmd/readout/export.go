package main

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/alecthomas/kong"

	"readout/cmd/readout/console"
	"readout/cmd/readout/desk"
	"readout/internal/keeping/export"
	"readout/internal/keeping/query"
	"readout/internal/keeping/search"
	"readout/internal/keeping/store"
	"readout/internal/keeping/wording"
	"readout/record"
)

// exportVerb writes records in a form of other programs.
type exportVerb struct {
	Files []string `arg:"" optional:"" name:"file" placeholder:"FILE" help:"JSON Lines of records, - is stdin; the database when no file is named."`

	To     string `enum:"jsonl,plover,polecat" required:"" placeholder:"jsonl|plover|polecat" help:"${to}"`
	Output string `short:"o" placeholder:"FILE" help:"Write to FILE, which is there only once all is written."`
	Quiet  bool   `short:"q" help:"Say nothing but errors on stderr."`
	desk.Filters
	desk.Database
}

// toHelp says what the forms are.
const toHelp = "The form: jsonl is the records, one a line, without loss; plover is one JSON " +
	"object per event with the fields of PLOVER's gold standard records, polecat a table " +
	"with tabs and POLECAT's 40 columns, a row for each pair of actor and recipient."

// Help says what is written, and what is lost.
func (exportVerb) Help() string {
	return "Writes records, or the events of records that took place or are taking place as " +
		"event data. From the database jsonl is every version of each document that the " +
		"filters find, in the order of their ids, byte for byte as it was added, and add " +
		"reads it back; plover and polecat are the events that the filters find. " +
		"What the form has no place for is named on stderr; what is not known is empty. " +
		"A line that is no record is named on stderr, the others go on, and the exit code is 2."
}

// forms are the forms to export to, what is asked for, and what each leaves out.
var forms = map[string]struct {
	writer func(io.Writer) recordWriter
	kind   query.Kind
	loss   string
}{
	"jsonl": {
		func(w io.Writer) recordWriter { return export.NewJSONL(w, export.JSONLOptions{}) },
		query.Documents, "",
	},
	"plover": {
		func(w io.Writer) recordWriter { return export.NewPLOVER(w) },
		query.Events, export.PLOVERLoss,
	},
	"polecat": {
		func(w io.Writer) recordWriter { return export.NewPOLECAT(w) },
		query.Events, export.POLECATLoss,
	},
}

// Run exports the files in turn, or the database.
func (v exportVerb) Run(ctx context.Context, e env, parsed *kong.Context) error {
	q, err := desk.Asked(parsed, nil)
	if err != nil {
		return err
	}
	if len(v.Files) > 0 {
		if q.String() != "" {
			return errors.New("filters ask the database: leave out the files, or add them first")
		}
		return v.write(e, func(x *exporting) error { return x.all(ctx, v.Files) })
	}
	if q, err = q.OrKind(forms[v.To].kind); err != nil {
		return err
	}
	kept, err := v.OpenStore(ctx, e.Env)
	if err != nil {
		return err
	}
	err = v.write(e, func(x *exporting) error {
		for r, err := range v.found(ctx, e, kept, q) {
			if err == nil {
				err = x.record(r)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
	return cmp.Or(err, kept.Close())
}

// found yields the records of what a query finds.
func (v exportVerb) found(
	ctx context.Context, e env, kept store.Reader, q query.Query,
) iter.Seq2[*record.Record, error] {
	switch rows := search.Rows(ctx, kept.Find, q, e.Today()); {
	case q.Kind != query.Documents:
		return search.Records(ctx, kept, rows)
	case q.String() == query.KeyKind.String()+":"+query.Documents.String():
		return kept.Records(ctx)
	default:
		return search.Versions(ctx, kept, rows)
	}
}

// write runs an export into its place.
func (v exportVerb) write(e env, run func(*exporting) error) error {
	out, err := console.Create(v.Output, e.Stdout)
	if err != nil {
		return err
	}
	buffer := bufio.NewWriter(ending{out})
	x := exporting{env: e, writer: forms[v.To].writer(buffer)}
	err = run(&x)
	if err == nil || errors.Is(err, console.ErrSome) {
		err = cmp.Or(err, x.writer.Close())
		err = cmp.Or(buffer.Flush(), err)
	}
	if !v.Quiet && (err == nil || errors.Is(err, console.ErrSome)) {
		fmt.Fprintf(e.Stderr, "readout: %s\n", v.said(x))
	}
	return out.Finish(err)
}

// said says what was written, and what the form has no place for.
func (v exportVerb) said(x exporting) string {
	form := forms[v.To]
	if form.kind == query.Documents {
		return wording.Count(x.records, "record") + " written"
	}
	return fmt.Sprintf("%d of %d events written; %s has no place for %s",
		x.written, x.events, v.To, form.loss)
}

// An exporting is one run of the verb.
type exporting struct {
	env             env
	writer          recordWriter
	records, events int
	written         int // events
	failed          bool
}

// all exports every line of the files. What cannot be read is said at once.
func (x *exporting) all(ctx context.Context, files []string) error {
	for _, name := range files {
		err := console.EachLine(ctx, name, x.env.Stdin, func(n int, line []byte) error {
			return x.line(fmt.Sprintf("%s:%d", name, n), line)
		})
		switch {
		case err == nil:
		case errors.Is(err, context.Canceled), errors.As(err, new(writeError)):
			return err
		default:
			console.Complain(x.env.Stderr, fmt.Errorf("export %s: %w", name, err))
			x.failed = true
		}
	}
	if x.failed {
		return console.ErrSome
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
		err = x.record(r)
	}
	switch {
	case err == nil:
	case errors.As(err, new(writeError)):
		return err
	default:
		console.Complain(x.env.Stderr, fmt.Errorf("export %s: %w", place, err))
		x.failed = true
	}
	return nil
}

// record exports one record.
func (x *exporting) record(r *record.Record) error {
	if err := x.writer.Write(r); err != nil {
		return err
	}
	x.records++
	x.events += len(r.Events)
	x.written += export.TookPlace(r)
	return nil
}
