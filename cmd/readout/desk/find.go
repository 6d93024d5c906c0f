package desk

import (
	"cmp"
	"context"

	"github.com/alecthomas/kong"

	"readout/cmd/readout/console"
	"readout/internal/keeping/export"
	"readout/internal/keeping/query"
)

// Find asks the database.
type Find struct {
	Query []string `arg:"" optional:"" name:"query" placeholder:"QUERY" help:"Words, \"phrases\" and KEY:VALUE filters that must all hold; see filters. A minus turns one round, behind -- where it comes first."`

	Events    bool `xor:"kind" help:"Find who did what to whom."`
	Documents bool `xor:"kind" help:"Find documents."`
	Entities  bool `xor:"kind" help:"Find who and what is named, over all documents."`
	Citations bool `xor:"kind" help:"Find the sources that documents name."`

	answer
	Filters
	Database
}

// Help says what is found.
func (Find) Help() string {
	return "Finds statements in the database, the newest first, or what else a flag names. " +
		"On a terminal they are laid out to be read, the first 50 when no limit is said; " +
		"in a pipe all are there, one a line, as read writes them, with the id by which " +
		"show shows each in the first cell and when and where it was published in the " +
		"last three. When nothing is found the exit code is 1."
}

// Run writes what is found.
func (v Find) Run(ctx context.Context, e console.Env, parsed *kong.Context) error {
	q, err := Asked(parsed, v.Query)
	if err == nil && v.kind() != 0 {
		err = q.Set(query.KeyKind.String(), v.kind().String())
	}
	if err == nil {
		q, err = q.OrKind(query.Statements)
	}
	if err != nil {
		return elsewhere(err)
	}
	kept, err := v.OpenStore(ctx, e)
	if err != nil {
		return err
	}
	h := &hunt{env: e, answer: v.answer, store: kept, find: kept.Find, query: q}
	return cmp.Or(v.found(ctx, h), kept.Close())
}

// kind returns the kind of rows that a flag names, 0 when none does.
func (v Find) kind() query.Kind {
	switch {
	case v.Events:
		return query.Events
	case v.Documents:
		return query.Documents
	case v.Entities:
		return query.Entities
	case v.Citations:
		return query.Citations
	}
	return 0
}

// found writes the rows in the form of their kind.
func (v Find) found(ctx context.Context, h *hunt) error {
	kinds := map[query.Kind]export.Kind{
		query.Statements: export.Statements, query.Events: export.Events,
	}
	kind, ok := kinds[h.query.Kind]
	if !ok {
		format, err := v.rows(h.env, h.query.Kind)
		if err != nil {
			return err
		}
		return h.list(ctx, format)
	}
	format, err := v.records(h.env, kind)
	if err != nil {
		return err
	}
	return h.write(ctx, format)
}
