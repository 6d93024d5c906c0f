package desk

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/alecthomas/kong"

	"readout/cmd/readout/console"
	"readout/cmd/readout/naming"
	"readout/internal/ingest"
	"readout/internal/keeping/query"
	"readout/internal/keeping/search"
	"readout/internal/keeping/store"
	"readout/internal/keeping/store/version"
	"readout/internal/language/text"
	"readout/record"
)

// Reread has documents read again that an older version of readout has read. It does
// not read itself: whoever runs it gives the reader.
type Reread struct {
	Query []string `arg:"" optional:"" name:"query" placeholder:"QUERY" help:"Words, \"phrases\" and KEY:VALUE filters of the documents to read; all when there are none."`

	Narrative  string `enum:"all,assessments,none" default:"assessments" setting:"" placeholder:"all|assessments|none" help:"What of the author's own voice to record: assessments and forecasts, also mere possibilities and plain characterisations (all), or nothing."`
	Jobs       int    `short:"j" default:"0" setting:"" placeholder:"N" help:"Read N documents at a time; 0 is one per processor."`
	DryRun     bool   `help:"Say how many documents would be read again, and leave them."`
	NoProgress bool   `setting:"" help:"Show no progress."`
	Quiet      bool   `short:"q" help:"Say nothing but errors on stderr."`
	naming.Flag
	Filters
	Database
}

// Help says what becomes of versions and decisions.
func (Reread) Help() string {
	return "Reads the texts in the database again where an older version of readout " +
		"read them, and keeps the new version beside the old one; the new one is " +
		"shown and searched. What people decided holds for it where its evidence " +
		"stands: a corrected field where the new version has an item at the same " +
		"words, a review where that item also says the same. What does not hold " +
		"is named on stderr and stays in the log of review with the old version. " +
		"Before that it takes up the tables of names, also where no text is to be read. " +
		"A run that was cut short is simply repeated. When no document is found " +
		"the exit code is 1; one that cannot be read is named, the others are " +
		"done, and the exit code is 2."
}

// A Rereader reads kept documents, named by their ids, and keeps what it read. It
// says what became of them: "2 added".
type Rereader struct {
	Pipeline string // that it signs records with
	Read     func(ctx context.Context, kept store.Store, ids []string) (said string, err error)
}

// With has the reader read all that an older version has read.
func (v Reread) With(
	ctx context.Context, e console.Env, parsed *kong.Context, r Rereader,
) error {
	q, err := Asked(parsed, v.Query)
	if err == nil {
		err = q.Set(query.KeyKind.String(), query.Documents.String())
	}
	if err != nil {
		return err
	}
	kept, err := v.OpenStore(ctx, e)
	if err != nil {
		return err
	}
	if !v.DryRun {
		err = v.TakeUp(ctx, e, kept, v.Quiet)
	}
	if err == nil {
		err = v.reread(ctx, e, kept, r, q)
	}
	return cmp.Or(err, kept.Close())
}

func (v Reread) reread(
	ctx context.Context, e console.Env, kept store.Store, r Rereader, q query.Query,
) error {
	old, current := []string{}, 0
	for row, err := range search.Rows(ctx, kept.Find, q, e.Today()) {
		if err != nil {
			return err
		}
		if version.Compare(row.Document.Pipeline, r.Pipeline) < 0 {
			old = append(old, row.Document.ID)
			continue
		}
		current++
	}
	switch {
	case len(old)+current == 0:
		v.tell(e, "nothing found")
		return console.ErrNothing
	case v.DryRun:
		v.tell(e, fmt.Sprintf("would read %d again, %d are of this version", len(old), current))
		return nil
	}
	said, err := r.Read(ctx, kept, old)
	if said != "" {
		v.tell(e, fmt.Sprintf("%s, %d of this version already", said, current))
	}
	return err
}

func (v Reread) tell(e console.Env, what string) {
	if !v.Quiet {
		fmt.Fprintf(e.Stderr, "readout: %s\n", what)
	}
}

// Kept returns a kept document as it was when its record was made. Of the links of a
// page only those of citations are known any more.
func Kept(
	ctx context.Context, kept store.Reader, id string,
) (ingest.Document, error) {
	r, err := kept.Record(ctx, id)
	if err != nil {
		return ingest.Document{}, err
	}
	return documentOf(r)
}

func documentOf(r *record.Record) (ingest.Document, error) {
	d := &r.Document
	if d.Text == nil {
		return ingest.Document{}, fmt.Errorf("document %s: %w", d.ID,
			errors.New("its text was left out; add it again with its text"))
	}
	bytes, err := r.In(record.OffsetsByte)
	if err != nil {
		return ingest.Document{}, fmt.Errorf("document %s: %w", d.ID, err)
	}
	out := ingest.Document{
		Input: r.Meta.Input, Text: *d.Text, URL: d.URL, Title: d.Title, Publisher: d.Publisher,
		Authors: d.Authors, Published: d.Published, Modified: d.Modified, Language: d.Language,
		Genre: d.Genre.String(), Warnings: r.Meta.Warnings,
	}
	if d.Fetched != "" {
		if out.Fetched, err = time.Parse(time.RFC3339, d.Fetched); err != nil {
			return ingest.Document{}, fmt.Errorf("document %s: fetched: %w", d.ID, err)
		}
	}
	for _, c := range bytes.Citations {
		if c.URL != "" {
			out.Links = append(out.Links, ingest.Link{
				Span: text.Span{Start: c.Span.Start, End: c.Span.End}, URL: c.URL,
			})
		}
	}
	slices.SortFunc(out.Links, func(a, b ingest.Link) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	return out, nil
}
