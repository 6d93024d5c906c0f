package rows

import (
	"readout/internal/keeping/query"
	"readout/internal/keeping/store"
	"readout/record"
)

// Unindex deletes the rows of a document, of which r is the record that they were
// made of. It returns what may be left over.
func (b *Writer) Unindex(document int64, r *record.Record) (Remains, error) {
	const named = `
		SELECT
			(SELECT json_group_array(DISTINCT entity) FROM appearance WHERE document = ?1),
			(SELECT json_group_array(name) FROM (
				SELECT name FROM part WHERE document = ?1
				UNION SELECT n.name FROM naming n
					JOIN appearance a ON a.id = n.appearance WHERE a.document = ?1))`
	const remove = `DELETE FROM document WHERE id = ?` // the rows go with it
	var old Remains
	if err := b.flushWords(); err != nil {
		return old, err
	}
	if err := b.Row(named, []any{document}, &old.entities, &old.names); err != nil {
		return old, err
	}
	if err := b.removeWords(document, r); err != nil {
		return old, err
	}
	return old, b.Exec(remove, document)
}

// Remains are ids, as JSON arrays, of what a document named: others may name it
// too, or not.
type Remains struct{ entities, names string }

// Nothing remains of a document that is not there.
var Nothing = Remains{"[]", "[]"}

// Sweep deletes what nothing names any more.
func (b *Writer) Sweep(r Remains) error {
	const entities = `
		DELETE FROM entity
		WHERE id IN (SELECT value FROM json_each(?))
			AND NOT EXISTS (SELECT 1 FROM appearance a WHERE a.entity = entity.id)`
	const names = `
		DELETE FROM name
		WHERE id IN (SELECT value FROM json_each(?))
			AND NOT EXISTS (SELECT 1 FROM part p WHERE p.name = name.id)
			AND NOT EXISTS (SELECT 1 FROM naming n WHERE n.name = name.id)`
	if err := b.Exec(entities, r.entities); err != nil {
		return err
	}
	clear(b.entities)
	clear(b.names)
	return b.Exec(names, r.names)
}

// removeWords takes a document, of which the record is the shown version, out of
// the full-text indexes.
func (b *Writer) removeWords(document int64, r *record.Record) error {
	const statements = `SELECT id, item FROM statement WHERE document = ?`
	const events = `SELECT id, item FROM event WHERE document = ?`
	const citations = `SELECT id, item FROM citation WHERE document = ?`
	rows := store.Of(r)
	if err := b.Exec(documentWords.remove, document, rows.Text[0], rows.Text[1]); err != nil {
		return err
	}
	said, done, cited := map[string]string{}, map[string]string{}, map[string]string{}
	for i := range rows.Statements {
		said[rows.Statements[i].ID] = query.Fold(rows.Statements[i].Content)
	}
	for i := range rows.Events {
		done[rows.Events[i].ID] = rows.Sentences[i]
	}
	for i := range rows.Citations {
		cited[rows.Citations[i].ID] = query.Fold(rows.Citations[i].Exact)
	}
	for _, index := range []struct {
		ids, remove string
		texts       map[string]string
	}{
		{statements, statementWords.remove, said},
		{events, eventWords.remove, done},
		{citations, citationWords.remove, cited},
	} {
		h := heap{insert: index.remove, words: true}
		var id int64
		var item string
		err := b.Each(index.ids, []any{document}, []any{&id, &item}, func() { h.add(id, index.texts[item]) })
		if err != nil {
			return err
		}
		if err := b.flush(&h); err != nil {
			return err
		}
	}
	return nil
}
