package rows

import (
	"readout/internal/keeping/store"
)

// An entity is a row of who is named over all documents.
type entity struct {
	id                       int64
	key, kind, name, country string
	kept                     bool // in its table
}

// entitiesOf returns the ids of what a document names; what was not named before
// is made.
func (x *indexer) entitiesOf(rows []store.Named) ([]int64, error) {
	const last = `SELECT ifnull(max(id), 0) FROM entity`
	wanted := x.wanted(rows)
	if err := x.known(wanted); err != nil {
		return nil, err
	}
	ids := make([]int64, len(rows))
	var changed []*entity
	for i := range wanted {
		e, ok := x.entities[wanted[i].key]
		switch {
		case !ok:
			e = &wanted[i]
			var err error
			if e.id, err = x.ID(last); err != nil {
				return nil, err
			}
			x.entities[e.key] = e
			x.late.entities = append(x.late.entities, e)
		case e.take(&wanted[i]) && e.kept:
			changed = append(changed, e)
		}
		ids[i] = e.id
	}
	return ids, x.rename(changed)
}

// take shows of names that are equal when folded the one that sorts last, with
// its accents and capitals, whatever the order in which they come. It reports
// whether that changes anything.
func (e *entity) take(other *entity) bool {
	before := *e
	e.name, e.country = max(e.name, other.name), max(e.country, other.country)
	return *e != before
}

// rename writes what entities are called by now.
func (x *indexer) rename(changed []*entity) error {
	const update = `UPDATE entity SET name = ?, country = ? WHERE id = ?`
	for _, e := range changed {
		if err := x.Exec(update, e.name, e.country, e.id); err != nil {
			return err
		}
	}
	return nil
}

// wanted returns the entity of each name, without its id.
func (x *indexer) wanted(rows []store.Named) []entity {
	out := make([]entity, len(rows))
	for i := range rows {
		e := &rows[i]
		is := e.Means(x.name, x.aliases)
		out[i] = entity{key: is.Same, kind: is.Name.Type.String(), name: is.Name.Text, country: e.Country}
	}
	return out
}

// known has the entities that there are already in x.entities.
func (x *indexer) known(wanted []entity) error {
	const kept = `
		SELECT id, key, type, name, country FROM entity
		WHERE key IN (SELECT value FROM json_each(?))`
	keys := make([]string, len(wanted))
	for i := range wanted {
		keys[i] = wanted[i].key
	}
	missing := lacking(x.entities, keys)
	if len(missing) == 0 {
		return nil
	}
	var e entity
	return x.Each(kept, []any{array(missing)}, []any{&e.id, &e.key, &e.kind, &e.name, &e.country},
		func() {
			found := e
			found.kept = true
			x.entities[e.key] = &found
		})
}
