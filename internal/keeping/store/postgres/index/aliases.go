package index

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/jackc/pgx/v5"

	"readout/internal/keeping/alias"
	"readout/record"
)

// Aliases returns the names that mean somebody who is kept under another one.
func Aliases(ctx context.Context, tx pgx.Tx) (*alias.Aliases, error) {
	const all = `SELECT key, same, type, name FROM alias`
	rows, err := tx.Query(ctx, all)
	if err != nil {
		return nil, err
	}
	var kept []alias.Alias
	var one alias.Alias
	var kind string
	_, err = pgx.ForEachRow(rows, []any{&one.Key, &one.Same, &kind, &one.Name.Text}, func() error {
		var err error
		if one.Name.Type, err = record.ParseEntityType(kind); err != nil {
			return fmt.Errorf("alias %s: %w", one.Key, err)
		}
		kept = append(kept, one)
		return nil
	})
	return alias.NewAliases(kept), err
}

// Rename keeps other aliases in the place of all that there are. Documents are to
// be indexed anew by the caller.
func Rename(ctx context.Context, tx pgx.Tx, to *alias.Aliases) error {
	const clear = `DELETE FROM alias`
	if _, err := tx.Exec(ctx, clear); err != nil {
		return err
	}
	var rows [][]any
	for _, one := range to.Rows() {
		rows = append(rows, []any{one.Key, one.Same, one.Name.Type.String(), one.Name.Text})
	}
	columns := []string{"key", "same", "type", "name"}
	_, err := tx.CopyFrom(ctx, pgx.Identifier{"alias"}, columns, pgx.CopyFromRows(rows))
	return err
}

// Naming returns the documents that name somebody by one of the keys, as they are
// indexed now.
func Naming(ctx context.Context, tx pgx.Tx, keys []string) ([]string, error) {
	const naming = `
		SELECT DISTINCT d.name FROM appearance a JOIN document d ON d.id = a.document
		WHERE a.base = ANY ($1)
		ORDER BY 1`
	rows, err := tx.Query(ctx, naming, keys)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, pgx.RowTo[string])
}

// Tables returns the tables of names that were taken up.
func Tables(ctx context.Context, tx pgx.Tx) (alias.Tables, error) {
	const version = `SELECT version FROM taken_up`
	const all = `SELECT own, type, name, also FROM synonym ORDER BY id`
	var t alias.Tables
	if err := tx.QueryRow(ctx, version).Scan(&t.Version); err != nil {
		return t, err
	}
	rows, err := tx.Query(ctx, all)
	if err != nil {
		return t, err
	}
	var own bool
	var kind, name, also string
	_, err = pgx.ForEachRow(rows, []any{&own, &kind, &name, &also}, func() error {
		row, err := synonym(kind, name, also)
		if own {
			t.Own = append(t.Own, row)
			return err
		}
		t.Builtin = append(t.Builtin, row)
		return err
	})
	return t, err
}

func synonym(kind, name, also string) (alias.Row, error) {
	row := alias.Row{Name: name}
	var err error
	if row.Type, err = record.ParseEntityType(kind); err == nil {
		err = json.Unmarshal([]byte(also), &row.Also)
	}
	if err != nil {
		return row, fmt.Errorf("synonym %s: %w", name, err)
	}
	return row, nil
}

// KeepTables keeps tables of names in the place of those taken up before.
func KeepTables(ctx context.Context, tx pgx.Tx, t alias.Tables) error {
	const clear = `DELETE FROM synonym`
	const version = `UPDATE taken_up SET version = $1`
	if _, err := tx.Exec(ctx, clear); err != nil {
		return err
	}
	var rows [][]any
	for own, table := range [][]alias.Row{t.Builtin, t.Own} {
		for _, row := range table {
			also, _ := json.Marshal(row.Also) // strings always are JSON
			rows = append(rows, []any{len(rows), own == 1, row.Type.String(), Text(row.Name), Text(string(also))})
		}
	}
	columns := []string{"id", "own", "type", "name", "also"}
	if _, err := tx.CopyFrom(ctx, pgx.Identifier{"synonym"}, columns, pgx.CopyFromRows(rows)); err != nil {
		return err
	}
	_, err := tx.Exec(ctx, version, t.Version)
	return err
}
