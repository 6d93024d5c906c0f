package postgres

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/jackc/pgx/v5"

	"readout/internal/keeping/alias"
	"readout/internal/keeping/query"
	"readout/internal/keeping/store"
	"readout/internal/keeping/store/postgres/index"
	"readout/internal/keeping/store/postgres/search"
	"readout/record"
)

// Check implements [store.Store], of one state.
func (s *Store) Check(ctx context.Context, deep bool) ([]store.Fault, error) {
	var faults []store.Fault
	err := s.snapshot(ctx, func(tx pgx.Tx) error {
		var err error
		faults, err = check(ctx, tx, deep)
		return err
	})
	return faults, fault(err, "check %s", s.place)
}

func check(ctx context.Context, tx pgx.Tx, deep bool) ([]store.Fault, error) {
	var faults []store.Fault
	for _, sql := range counting {
		found, err := checkBy(ctx, tx, sql)
		if err != nil {
			return nil, err
		}
		faults = append(faults, found...)
	}
	if !deep {
		return faults, nil
	}
	found, err := checkRecords(ctx, tx)
	return append(faults, found...), err
}

// counting finds places and problems without reading records. The server itself
// holds that rows belong together; data checksums are its own too (initdb
// --data-checksums).
var counting = []string{
	`SELECT 'document ' || r.document, 'no version of it is shown'
		FROM record r
		WHERE NOT EXISTS (SELECT 1 FROM document d WHERE d.name = r.document)`,
	`SELECT 'document ' || d.name, 'has ' || n.statements || ' statements, not ' || d.statements
		FROM document d, LATERAL (
			SELECT count(*) AS statements FROM statement s WHERE s.document = d.id) n
		WHERE n.statements <> d.statements`,
	`SELECT 'document ' || d.name, 'has ' || n.events || ' events, not ' || d.events
		FROM document d, LATERAL (
			SELECT count(*) AS events FROM event v WHERE v.document = d.id) n
		WHERE n.events <> d.events`,
	`SELECT 'entity ' || e.key, 'no document names it'
		FROM entity e
		WHERE NOT EXISTS (SELECT 1 FROM appearance a WHERE a.entity = e.id)`,
	`SELECT 'server', 'found ' || checksum_failures || ' damaged pages'
		FROM pg_stat_database
		WHERE datname = current_database() AND checksum_failures > 0`,
}

// checkBy returns the faults that a query of places and problems finds.
func checkBy(ctx context.Context, q queryer, sql string) ([]store.Fault, error) {
	rows, err := q.Query(ctx, sql)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, pgx.RowToStructByPos[store.Fault])
}

// batchOfChecks is how many records are held while their rows are compared: some
// megabytes.
const batchOfChecks = 100

// A kept is one row of records.
type kept struct {
	ID                 int64
	Document, Pipeline string
	JSON, Sum          []byte
	Shown              bool
}

// checkRecords proves every version of every document.
func checkRecords(ctx context.Context, tx pgx.Tx) ([]store.Fault, error) {
	const next = `
		SELECT r.id, r.document, r.pipeline, r.json, r.sha256, d.id IS NOT NULL
		FROM record r LEFT JOIN document d ON d.record = r.id
		WHERE r.id > $1
		ORDER BY r.id LIMIT $2`
	aliases, err := index.Aliases(ctx, tx)
	if err != nil {
		return nil, err
	}
	var faults []store.Fault
	last := int64(0)
	for {
		rows, err := tx.Query(ctx, next, last, batchOfChecks)
		if err != nil {
			return nil, err
		}
		batch, err := pgx.CollectRows(rows, pgx.RowToStructByPos[kept])
		if err != nil {
			return nil, err
		}
		if len(batch) == 0 {
			slices.SortStableFunc(faults, func(a, b store.Fault) int {
				return cmp.Compare(a.Where, b.Where)
			})
			return faults, nil
		}
		for i := range batch {
			problems, err := batch[i].problems(ctx, tx, aliases)
			if err != nil {
				return nil, err
			}
			for _, p := range problems {
				faults = append(faults, store.Fault{
					Where: "document " + batch[i].Document, Problem: batch[i].Pipeline + ": " + p,
				})
			}
		}
		last = batch[len(batch)-1].ID
	}
}

// problems proves a record by itself, and of the shown version the rows.
func (k *kept) problems(
	ctx context.Context, tx pgx.Tx, aliases *alias.Aliases,
) ([]string, error) {
	if problems := store.Changed(k.JSON, k.Sum); len(problems) > 0 {
		return problems, nil
	}
	r, problems := store.Prove(k.Document, k.Pipeline, k.JSON)
	if !k.Shown || len(problems) > 0 {
		return problems, nil
	}
	r, err := index.Storable(r, k.JSON)
	if err != nil {
		return nil, err
	}
	return differences(ctx, tx, r, aliases)
}

// differences compares all that a record is shown and found by with the record.
func differences(
	ctx context.Context, tx pgx.Tx, r *record.Record, aliases *alias.Aliases,
) ([]string, error) {
	var problems []string
	for _, kind := range store.Kinds {
		found, err := store.Differences(r, kind,
			rows(ctx, tx, search.Within(r.Document.ID, kind), nil))
		if err != nil {
			return nil, err
		}
		problems = append(problems, found...)
	}
	found, err := searched(ctx, tx, r, aliases)
	if err != nil {
		return nil, err
	}
	kept, err := index.Named(ctx, tx, r.Document.ID)
	return append(append(problems, found...), store.Misnamed(r, aliases, kept)...), err
}

// A sought is a text by which a document or a part of it is found.
type sought struct{ Of, Folded string }

// searched compares what is looked up with what the record has: the words of each
// kind of text, the lexemes of them, and names with the parts that they play.
func searched(
	ctx context.Context, tx pgx.Tx, r *record.Record, aliases *alias.Aliases,
) ([]string, error) {
	const texts = `
		WITH d AS (SELECT id, folded, words FROM document WHERE name = $1), t AS (
			SELECT 'documents' AS of, folded, words FROM d
			UNION ALL SELECT 'statements', i.folded, i.words FROM statement i, d WHERE i.document = d.id
			UNION ALL SELECT 'events', i.folded, i.words FROM event i, d WHERE i.document = d.id
			UNION ALL SELECT 'citations', i.folded, i.words FROM citation i, d WHERE i.document = d.id
			UNION ALL SELECT r.kind || ' ' || r.key, n.folded, n.words FROM part p, d, role r, name n
				WHERE p.document = d.id AND r.id = p.role AND n.id = p.name
			UNION ALL SELECT 'entities', n.folded, n.words FROM appearance a, d, naming m, name n
				WHERE a.document = d.id AND m.appearance = a.id AND n.id = m.name)
		SELECT of, folded, words::text FROM t`
	rows, err := tx.Query(ctx, texts, r.Document.ID)
	if err != nil {
		return nil, err
	}
	count := map[sought]int{}
	for _, s := range soughtIn(r, aliases) {
		count[s]++
	}
	var problems []string
	var s sought
	var lexemes string
	_, err = pgx.ForEachRow(rows, []any{&s.Of, &s.Folded, &lexemes}, func() error {
		count[s]--
		if lexemes != search.Vector(s.Folded).String() {
			problems = append(problems, fmt.Sprintf("%s: %.40q is looked up by other words", s.Of, s.Folded))
		}
		return nil
	})
	for s, n := range count {
		if n != 0 {
			problems = append(problems, fmt.Sprintf("%s: %.40q is found %d times too few", s.Of, s.Folded, n))
		}
	}
	slices.Sort(problems)
	return problems, err
}

// soughtIn returns what a record is found by.
func soughtIn(r *record.Record, aliases *alias.Aliases) []sought {
	rows := store.Apart(r, aliases)
	all := []sought{{query.Documents.String(), search.Padded(rows.Text...)}}
	add := func(of, folded string) { all = append(all, sought{of, search.Padded(folded)}) }
	for _, content := range rows.Contents {
		add(query.Statements.String(), content)
	}
	for _, sentence := range rows.Sentences {
		add(query.Events.String(), sentence)
	}
	for _, exact := range rows.Exacts {
		add(query.Citations.String(), exact)
	}
	for _, p := range rows.Parts {
		add(p.Kind.String()+" "+p.Key.String(), p.Name)
	}
	for _, e := range rows.Entities {
		for _, name := range e.Names {
			add(query.Entities.String(), name)
		}
	}
	return all
}
