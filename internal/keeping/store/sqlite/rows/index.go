package rows

import (
	"fmt"

	"readout/internal/keeping/query"
	"readout/internal/keeping/store"
	"readout/record"
)

// An indexer writes the rows of one document.
type indexer struct {
	*Writer
	name     string // of the document
	document int64
	items    map[query.Kind][]int64 // how lists call rows, in the order of the record
	seen     map[string]bool        // ids of the record
}

// Apart returns the rows of a record, see [store.Apart].
func (b *Writer) Apart(r *record.Record) (store.Rows, error) {
	aliases, err := b.Aliases()
	if err != nil {
		return store.Rows{}, err
	}
	return store.Apart(r, aliases), nil
}

// Index writes the rows of the record with that id, of which there are none yet.
func (b *Writer) Index(id int64, rows *store.Rows) error {
	if _, err := b.Aliases(); err != nil {
		return err
	}
	x := &indexer{Writer: b, name: rows.Document.ID, items: map[query.Kind][]int64{}, seen: map[string]bool{}}
	if err := x.addDocument(id, rows); err != nil {
		return err
	}
	if err := x.addStatements(rows.Statements, rows.Contents); err != nil {
		return fmt.Errorf("statements: %w", err)
	}
	if err := x.addEvents(rows.Events, rows.Sentences); err != nil {
		return fmt.Errorf("events: %w", err)
	}
	if err := x.addCitations(rows.Citations, rows.Exacts); err != nil {
		return fmt.Errorf("citations: %w", err)
	}
	if err := x.nameIDs(namesIn(rows)); err != nil {
		return fmt.Errorf("names: %w", err)
	}
	if err := x.addEntities(rows.Entities); err != nil {
		return fmt.Errorf("entities: %w", err)
	}
	if err := x.addParts(rows.Parts); err != nil {
		return err
	}
	return b.relieve()
}

// namesIn returns all folded names of a document.
func namesIn(rows *store.Rows) []string {
	var names []string
	for i := range rows.Entities {
		names = append(names, rows.Entities[i].Names...)
	}
	for _, p := range rows.Parts {
		names = append(names, p.Name)
	}
	return names
}

// days returns what the columns first, last and day hold.
func days(w store.When) (first, last, day any) {
	if !w.Dated {
		return nil, nil, nil
	}
	return int(w.First), int(w.Last), int(w.Day())
}

// place returns text that sorts by document and place in it. Nine digits hold
// every offset of a text that fits into a record.
func (x *indexer) place(p store.Place) string {
	return fmt.Sprintf("%s/%09d/%s", x.name, p.At, p.ID)
}

// item gives the next row of a kind its id. The tables do not know what an item is
// called, so that one that stands twice in a record is refused here.
func (x *indexer) item(kind query.Kind, name, last string) (int64, error) {
	return x.listed(kind, name, func(old int64, kept bool) (int64, error) {
		if kept {
			return old, nil
		}
		return x.ID(last)
	})
}

// numbered gives the next statement or event its id and its number, which it keeps
// while it is of the same day.
func (x *indexer) numbered(kind query.Kind, name string, n numbering, w store.When) (id, number int64, err error) {
	number, err = x.listed(kind, name, func(old int64, kept bool) (int64, error) {
		if kept && dayOf(w).Has(old) {
			return old, nil
		}
		return x.number(n, dayOf(w))
	})
	if err != nil {
		return 0, 0, err
	}
	id, err = x.ID(n.id)
	return id, number, err
}

// listed gives the next row of a kind what lists call it, which is up to give; it is
// told what the row was called before.
func (x *indexer) listed(kind query.Kind, name string, give func(old int64, kept bool) (int64, error)) (int64, error) {
	if x.seen[name] {
		return 0, fmt.Errorf("%s stands twice in the record", name)
	}
	x.seen[name] = true
	old, kept := x.stale[name]
	id, err := give(old.id, kept)
	x.items[kind] = append(x.items[kind], id)
	return id, err
}

func (x *indexer) addDocument(id int64, rows *store.Rows) error {
	const last = `SELECT ifnull(max(id), 0) FROM document`
	const insert = `
		INSERT INTO document (id, name, record, pipeline, url, title, publisher, published,
			first, last, day, language, genre, statements, events)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	var err error
	if x.document, err = x.item(query.Documents, x.name, last); err != nil {
		return err
	}
	d := &rows.Document
	from, to, day := days(d.Published)
	err = x.Exec(insert, x.document, d.ID, id, d.Pipeline, d.URL, d.Title, d.Publisher,
		d.Published.Text, from, to, day, d.Language, d.Genre.String(),
		d.Statements, d.Events)
	if err != nil {
		return err
	}
	return x.wordsOf(x.name, wording{documentWords, x.document, []any{rows.Text[0], rows.Text[1]}})
}

func (x *indexer) addStatements(rows []store.Statement, contents []string) error {
	table := heap{insert: `
		INSERT INTO statement (id, ord, document, item, at, place, form, act, polarity, certainty,
			speaker, named, cue, content, said, first, last, day,
			due, due_first, due_last, due_order, condition, review, score)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`}
	for i := range rows {
		s := &rows[i]
		id, number, err := x.numbered(query.Statements, s.ID, statementRows, s.Said)
		if err != nil {
			return err
		}
		from, to, day := days(s.Said)
		dueFrom, dueTo, _ := days(s.Due)
		var order any
		if text, ok := s.DueOrder(); ok {
			order = text
		}
		table.add(id, number, x.document, s.ID, s.At, x.place(s.Place),
			s.Form.String(), s.Act.String(), s.Polarity.String(), s.Certainty.String(),
			s.Speaker, s.Named, s.Cue, s.Content, s.Said.Text, from, to, day,
			s.Due.Text, dueFrom, dueTo, order, s.Condition, s.Review.String(), s.Score)
		if err := x.wordsOf(s.ID, wording{statementWords, number, []any{contents[i]}}); err != nil {
			return err
		}
	}
	return x.flush(&table)
}

func (x *indexer) addEvents(rows []store.Event, sentences []string) error {
	table := heap{insert: `
		INSERT INTO event (id, ord, document, item, at, place, type, status, certainty, trigger,
			actors, recipients, location, time, first, last, day, review, score)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`}
	for i := range rows {
		e := &rows[i]
		id, number, err := x.numbered(query.Events, e.ID, eventRows, e.Time)
		if err != nil {
			return err
		}
		from, to, day := days(e.Time)
		table.add(id, number, x.document, e.ID, e.At, x.place(e.Place),
			e.Type.String(), e.Status.String(), e.Certainty.String(), e.Trigger,
			e.Actors, e.Recipients, e.Location, e.Time.Text, from, to, day,
			e.Review.String(), e.Score)
		if err := x.wordsOf(e.ID, wording{eventWords, number, []any{sentences[i]}}); err != nil {
			return err
		}
	}
	return x.flush(&table)
}

func (x *indexer) addCitations(rows []store.Citation, exacts []string) error {
	const last = `SELECT ifnull(max(id), 0) FROM citation`
	table := heap{insert: `
		INSERT INTO citation (id, document, item, at, place, exact, sources, url, score)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`}
	for i := range rows {
		c := &rows[i]
		id, err := x.item(query.Citations, c.ID, last)
		if err != nil {
			return err
		}
		table.add(id, x.document, c.ID, c.At, x.place(c.Place), c.Exact, c.Sources, c.URL, c.Score)
		if err := x.wordsOf(c.ID, wording{citationWords, id, []any{exacts[i]}}); err != nil {
			return err
		}
	}
	return x.flush(&table)
}

func (x *indexer) addEntities(rows []store.Named) error {
	const last = `SELECT ifnull(max(id), 0) FROM appearance`
	found, err := x.entitiesOf(rows)
	if err != nil {
		return err
	}
	x.late.appeared.insert = `
		INSERT INTO appearance (id, entity, document, item, score)
		VALUES (?, ?, ?, ?, ?)`
	for i := range rows {
		e := &rows[i]
		id, err := x.ID(last)
		if err != nil {
			return err
		}
		x.late.appeared.add(id, found[i], x.document, e.ID, e.Score)
		for _, folded := range e.Names {
			x.late.called = append(x.late.called, [2]int64{x.names[folded], id})
		}
	}
	return nil
}

// addParts keeps who plays which part in which row. Each stands once in rows.
func (x *indexer) addParts(rows []store.Part) error {
	for _, p := range rows {
		id, err := x.roleID(role{p.Kind, p.Key})
		if err != nil {
			return err
		}
		x.late.parts = append(x.late.parts, [4]int64{x.names[p.Name], id, x.items[p.Kind][p.At], x.document})
	}
	return nil
}
