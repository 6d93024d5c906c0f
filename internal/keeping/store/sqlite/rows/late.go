package rows

import (
	"cmp"
	"fmt"
	"slices"

	"readout/internal/keeping/query"
)

// late is rows of tables whose keys are anywhere in their trees: names, and what hangs
// on them. They wait for those of other documents and are inserted in the order of
// their keys, so that a page of a tree is looked for once for many of them.
type late struct {
	names    []nameRow
	entities []*entity
	appeared heap
	called   [][2]int64 // name, appearance
	parts    [][4]int64 // name, role, item, document
}

type nameRow struct {
	folded string
	id     int64
}

// rows is how many wait.
func (l *late) rows() int {
	return len(l.names) + len(l.entities) + l.appeared.rows + len(l.called) + len(l.parts)
}

// settle inserts the rows that wait, but for words. It goes before each statement that
// reads their tables, unless what waits is known besides.
func (b *Writer) settle() error {
	names := heap{insert: `INSERT INTO name (folded, id) VALUES (?, ?)`}
	entities := heap{insert: `
		INSERT INTO entity (id, key, type, folded, name, country)
		VALUES (?, ?, ?, ?, ?, ?)`}
	called := heap{insert: `INSERT INTO naming (name, appearance) VALUES (?, ?)`}
	parts := heap{insert: `INSERT INTO part (name, role, item, document) VALUES (?, ?, ?, ?)`}
	l := b.late
	b.late = late{}
	slices.SortFunc(l.names, func(a, b nameRow) int { return cmp.Compare(a.folded, b.folded) })
	for _, n := range l.names {
		names.add(n.folded, n.id)
	}
	slices.SortFunc(l.entities, func(a, b *entity) int { return cmp.Compare(a.key, b.key) })
	for _, e := range l.entities {
		entities.add(e.id, e.key, e.kind, query.Fold(e.name), e.name, e.country)
		e.kept = true
	}
	slices.SortFunc(l.called, func(a, b [2]int64) int { return slices.Compare(a[:], b[:]) })
	for _, c := range l.called {
		called.add(c[0], c[1])
	}
	slices.SortFunc(l.parts, func(a, b [4]int64) int { return slices.Compare(a[:], b[:]) })
	for _, p := range l.parts {
		parts.add(p[0], p[1], p[2], p[3])
	}
	for _, table := range []*heap{&names, &entities, &l.appeared, &called, &parts} {
		if err := b.flush(table); err != nil {
			return fmt.Errorf("names: %w", err)
		}
	}
	return nil
}
