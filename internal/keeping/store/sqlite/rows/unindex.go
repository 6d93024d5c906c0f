package rows

import (
	"maps"
	"slices"

	"readout/internal/keeping/store"
	"readout/record"
)

// Unindex deletes the rows of a document, of which r is the record that they were
// made of. Its words wait: those that [Writer.Index] needs again stay where they
// are, and [Writer.Sweep], to which to give what is returned, removes the rest.
// To take words out of an index costs far more than anything else here, and most
// of what people decide changes none.
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
	if err := b.settleAll(); err != nil {
		return old, err
	}
	if err := b.Row(named, []any{document}, &old.entities, &old.names); err != nil {
		return old, err
	}
	if err := b.remember(document, r); err != nil {
		return old, err
	}
	return old, b.Exec(remove, document)
}

// Remains are ids, as JSON arrays, of what a document named: others may name it
// too, or not.
type Remains struct{ entities, names string }

// Nothing remains of a document that is not there.
var Nothing = Remains{"[]", "[]"}

// Sweep deletes what nothing has or names any more.
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
	if err := b.settle(); err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(b.stale)) {
		if err := b.forget(name); err != nil {
			return err
		}
	}
	if err := b.Exec(entities, r.entities); err != nil {
		return err
	}
	clear(b.entities)
	clear(b.names)
	return b.Exec(names, r.names)
}

// A wording is what one row of a full-text index was made of: the id is what lists call
// it, which of a statement or an event is its number.
type wording struct {
	index wordIndex
	id    int64
	texts []any // strings
}

// remember has in b.stale, by the ids of the record, the words of a document of
// which the record is the shown version.
func (b *Writer) remember(document int64, r *record.Record) error {
	const statements = `SELECT ord, item FROM statement WHERE document = ?`
	const events = `SELECT ord, item FROM event WHERE document = ?`
	const citations = `SELECT id, item FROM citation WHERE document = ?`
	const lastDocument = `SELECT ifnull(max(id), 0) FROM document`
	const lastCitation = `SELECT ifnull(max(id), 0) FROM citation`
	for _, last := range []string{lastDocument, lastCitation} {
		if err := b.ask(last); err != nil { // while the rows stand
			return err
		}
	}
	rows := store.Of(r) // of which the names are not asked for
	b.stale = map[string]wording{
		r.Document.ID: {documentWords, document, []any{rows.Text[0], rows.Text[1]}},
	}
	texts := map[string]string{}
	for i := range rows.Statements {
		texts[rows.Statements[i].ID] = rows.Contents[i]
	}
	for i := range rows.Events {
		texts[rows.Events[i].ID] = rows.Sentences[i]
	}
	for i := range rows.Citations {
		texts[rows.Citations[i].ID] = rows.Exacts[i]
	}
	for _, of := range []struct {
		ids     string
		index   wordIndex
		numbers *numbering
	}{{statements, statementWords, &statementRows}, {events, eventWords, &eventRows}, {citations, citationWords, nil}} {
		var id int64
		var item string
		var ids []int64
		err := b.Each(of.ids, []any{document}, []any{&id, &item}, func() {
			b.stale[item] = wording{of.index, id, []any{texts[item]}}
			ids = append(ids, id)
		})
		if err != nil {
			return err
		}
		if of.numbers == nil {
			continue
		}
		if err := b.taken(*of.numbers, ids); err != nil {
			return err
		}
	}
	return nil
}

// forget takes the words of an item out of its index.
func (b *Writer) forget(name string) error {
	old := b.stale[name]
	delete(b.stale, name)
	return b.Exec(old.index.remove, append([]any{old.id}, old.texts...)...)
}

// wordsOf has an item found by its words, unless it is already.
func (b *Writer) wordsOf(name string, w wording) error {
	if old, ok := b.stale[name]; ok {
		if old.id == w.id && slices.Equal(old.texts, w.texts) {
			delete(b.stale, name)
			return nil
		}
		if err := b.forget(name); err != nil {
			return err
		}
	}
	b.words(w.index.insert, append([]any{w.id}, w.texts...)...)
	return nil
}
