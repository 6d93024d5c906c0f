// Package exporting has the verb that writes records in forms of other programs,
// from the database or from files of records. The forms themselves it is given;
// what each holds is told in docs/exports.md.
package exporting

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/alecthomas/kong"

	"readout/cmd/readout/console"
	"readout/cmd/readout/desk"
	"readout/internal/keeping/query"
	"readout/internal/keeping/search"
)

// Verb writes records in a form of other programs.
type Verb struct {
	Files []string `arg:"" optional:"" name:"file" placeholder:"FILE" help:"JSON Lines of records, - is stdin; the database when no file is named."`

	To        string `enum:"jsonl,csv,parquet,sqlite,md,html,plover,polecat,webanno" required:"" placeholder:"FORM" help:"${to}"`
	Events    bool   `xor:"kind" help:"Write who did what to whom, of Forms that are of statements otherwise."`
	Citations bool   `xor:"kind" help:"Write the sources that documents name; parquet and webanno."`
	Documents bool   `xor:"kind" help:"Write documents; parquet."`
	Output    string `short:"o" placeholder:"FILE" help:"Write to FILE, which is there only once all is written; sqlite needs it."`
	Quiet     bool   `short:"q" help:"Say nothing but errors on stderr."`
	desk.Filters
	desk.Database
}

// ToHelp says what the forms are.
const ToHelp = "The form. jsonl: the records, one a line, without loss. csv: a table with commas. " +
	"parquet: the same with typed columns. sqlite: a database for tools of your own. " +
	"md, html: a brief with numbered endnotes, in Markdown or as a page. " +
	"plover: events, one JSON object each with the fields of PLOVER's gold standard records. " +
	"polecat: events, a table with tabs and POLECAT's 40 columns, a row for each pair of actor and recipient. " +
	"webanno: W3C web annotations in JSON-LD."

// Help says what is written, and what is lost.
func (Verb) Help() string {
	return "Writes records in a form of other programs; docs/exports.md tells the columns of each. " +
		"From the database come the items that the filters find: csv, parquet, md and html are of " +
		"statements, or of events with --events; sqlite and webanno are of whole documents, or of " +
		"the statements or events that the filters are about; plover and polecat are of events. " +
		"jsonl is every version of each document found, in the order of their ids, byte for byte " +
		"as it was added, and add reads it back; names that were joined by hand and the log of decisions " +
		"are in a backup alone. " +
		"What the form has no place for is counted on stderr; what is not known is empty. " +
		"A line that is no record is named on stderr, the others go on, and the exit code is 2."
}

// kind returns the kind of rows that a flag names, 0 when none does.
func (v Verb) kind() query.Kind {
	switch {
	case v.Events:
		return query.Events
	case v.Citations:
		return query.Citations
	case v.Documents:
		return query.Documents
	}
	return 0
}

// Run exports the files in turn, or the database.
func (v Verb) Run(ctx context.Context, e console.Env, parsed *kong.Context, forms Forms) error {
	f := forms[v.To]
	q, err := desk.Asked(parsed, nil)
	if err == nil && len(v.Files) > 0 && q.String() != "" {
		err = errors.New("filters ask the database: leave out the files, or add them first")
	}
	asked := q.String()
	if err == nil {
		q, err = f.ofKind(v.To, q, v.kind())
	}
	if err == nil {
		err = v.fits(e, f)
	}
	if err != nil {
		return err
	}
	x := &exporting{env: e, form: f, kind: q.Kind, counts: map[string]int{}, documents: map[string]bool{}}
	if len(v.Files) > 0 {
		return v.write(x, asked, func() error { return x.all(ctx, v.Files) })
	}
	kept, err := v.OpenStore(ctx, e)
	if err != nil {
		return err
	}
	rows := search.Rows(ctx, kept.Find, q, e.Today())
	found := search.Records(ctx, search.Watched(kept, x.see), rows)
	switch {
	case v.To != lossless:
	case q.String() == query.KeyKind.String()+":"+query.Documents.String():
		found = kept.Records(ctx)
	default:
		found = search.Versions(ctx, kept, rows)
	}
	if v.To == lossless {
		x.joined, x.decided, err = search.Beside(ctx, kept)
	}
	if err == nil {
		err = v.write(x, asked, func() error { return x.found(found) })
	}
	return cmp.Or(err, kept.Close())
}

// lossless is the form that has every version of a document, but nothing beside
// them.
const lossless = "jsonl"

// fits says what is wrong with the place that a form would go to.
func (v Verb) fits(e console.Env, f Form) error {
	switch {
	case f.File && (v.Output == "" || v.Output == "-"):
		return fmt.Errorf("--to %s: a database is a file of its own: name it with -o FILE", v.To)
	case f.Binary && e.OnTerminal(v.Output):
		return fmt.Errorf("--to %s: not for a terminal: name a file with -o FILE, or a pipe", v.To)
	}
	return nil
}

// write runs an export into its place.
func (v Verb) write(x *exporting, asked string, run func() error) error {
	o := Order{Kind: x.kind, Asked: asked}
	if x.form.File {
		var err error
		if o.Scratch, err = os.MkdirTemp("", "readout-export-"); err != nil {
			return fmt.Errorf("--to %s: folder for work: %w", v.To, err)
		}
		defer os.RemoveAll(o.Scratch)
	}
	out, err := console.Create(v.Output, x.env.Stdout)
	if err != nil {
		return err
	}
	buffer := bufio.NewWriter(ending{out})
	x.writer = x.form.Writer(buffer, o)
	err = run()
	if err == nil || errors.Is(err, console.ErrSome) {
		err = cmp.Or(x.writer.Close(), err)
		err = cmp.Or(buffer.Flush(), err)
	}
	if !v.Quiet && (err == nil || errors.Is(err, console.ErrSome)) {
		fmt.Fprintf(x.env.Stderr, "readout: %s\n", x.said(v.To))
	}
	return out.Finish(err)
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
