package rows

import (
	"encoding/json"
	"fmt"

	"readout/internal/keeping/alias"
	"readout/record"
)

// Aliases returns the names that mean somebody who is kept under another one. They
// are read once in a transaction, since a document names dozens.
func (b *Writer) Aliases() (*alias.Aliases, error) {
	const all = `SELECT key, same, type, name FROM alias`
	if b.aliases != nil {
		return b.aliases, nil
	}
	var kept []alias.Alias
	var one alias.Alias
	var kind string
	var wrong error
	err := b.Each(all, nil, []any{&one.Key, &one.Same, &kind, &one.Name.Text}, func() {
		var err error
		if one.Name.Type, err = record.ParseEntityType(kind); err != nil {
			wrong = fmt.Errorf("alias %s: %w", one.Key, err)
		}
		kept = append(kept, one)
	})
	if err == nil {
		err = wrong
	}
	if err == nil {
		b.aliases = alias.NewAliases(kept)
	}
	return b.aliases, err
}

// Rename keeps other aliases in the place of all that there are. Documents are to
// be indexed anew by the caller.
func (b *Writer) Rename(to *alias.Aliases) error {
	const clear = `DELETE FROM alias`
	if err := b.Exec(clear); err != nil {
		return err
	}
	table := heap{insert: `INSERT INTO alias (key, same, type, name) VALUES (?, ?, ?, ?)`}
	for _, one := range to.Rows() {
		table.add(one.Key, one.Same, one.Name.Type.String(), one.Name.Text)
	}
	b.aliases = to
	return b.flush(&table)
}

// Naming returns the documents that may name somebody by one of the keys, as they
// are indexed now.
func (b *Writer) Naming(keys []string) ([]string, error) {
	const naming = `
		WITH sought AS (
			SELECT value AS key FROM json_each(?)
			UNION SELECT l.same FROM json_each(?) k JOIN alias l ON l.key = k.value)
		SELECT d.name FROM sought s JOIN entity e ON e.key = s.key
			JOIN appearance a ON a.entity = e.id JOIN document d ON d.id = a.document
		UNION SELECT d.name FROM sought s
			JOIN entity e ON e.key > s.key || '/' AND e.key < s.key || '0'
			JOIN appearance a ON a.entity = e.id JOIN document d ON d.id = a.document
		ORDER BY 1`
	if err := b.settle(); err != nil {
		return nil, err
	}
	var document string
	var documents []string
	list := array(keys)
	err := b.Each(naming, []any{list, list}, []any{&document},
		func() { documents = append(documents, document) })
	return documents, err
}

// Tables returns the tables of names that were taken up.
func (b *Writer) Tables() (alias.Tables, error) {
	const version = `SELECT version FROM taken_up`
	const all = `SELECT own, type, name, also FROM synonym ORDER BY id`
	var t alias.Tables
	if err := b.Row(version, nil, &t.Version); err != nil {
		return t, err
	}
	var own bool
	var kind, name, also string
	var wrong error
	err := b.Each(all, nil, []any{&own, &kind, &name, &also}, func() {
		row, err := synonym(kind, name, also)
		if err != nil {
			wrong = err
		}
		if own {
			t.Own = append(t.Own, row)
			return
		}
		t.Builtin = append(t.Builtin, row)
	})
	if err == nil {
		err = wrong
	}
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
func (b *Writer) KeepTables(t alias.Tables) error {
	const clear = `DELETE FROM synonym`
	const version = `UPDATE taken_up SET version = ?`
	if err := b.Exec(clear); err != nil {
		return err
	}
	table := heap{insert: `INSERT INTO synonym (own, type, name, also) VALUES (?, ?, ?, ?)`}
	for own, rows := range [][]alias.Row{t.Builtin, t.Own} {
		for _, row := range rows {
			table.add(own, row.Type.String(), row.Name, array(row.Also))
		}
	}
	if err := b.flush(&table); err != nil {
		return err
	}
	return b.Exec(version, t.Version)
}
