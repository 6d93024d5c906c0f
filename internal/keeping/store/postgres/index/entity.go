package index

import (
	"context"
	"errors"

	"github.com/jackc/pgx/v5"

	"readout/internal/keeping/alias"
	"readout/internal/keeping/query"
	"readout/internal/keeping/store"
	"readout/internal/keeping/store/postgres/search"
)

// An entity is what documents name, by its key.
type entity struct{ key, kind, name, country string }

// entitiesOf returns the ids of the entities that documents mean, by their keys.
func entitiesOf(
	ctx context.Context, tx pgx.Tx, aliases *alias.Aliases, all []store.Rows,
) (ids, error) {
	shown := map[string]*entity{} // by key
	var order []*entity           // as they come
	for i := range all {
		for k := range all[i].Entities {
			n := &all[i].Entities[k]
			is := n.Means(all[i].Document.ID, aliases)
			e := entity{is.Same, is.Name.Type.String(), is.Name.Text, n.Country}
			if old := shown[e.key]; old != nil {
				old.name, old.country = max(old.name, e.name), max(old.country, e.country)
				continue
			}
			shown[e.key] = &e
			order = append(order, &e)
		}
	}
	return upsert(ctx, tx, order)
}

// upsert returns the ids of entities by their keys. Of names that are equal when
// folded it shows the one that sorts last, with its accents and capitals,
// whatever the order in which they come.
func upsert(ctx context.Context, tx pgx.Tx, entities []*entity) (ids, error) {
	const insert = `
		INSERT INTO entity AS e (digest, key, type, folded, name, country)
		SELECT * FROM unnest($1::bytea[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
		ON CONFLICT (digest) DO UPDATE SET
			name = greatest(e.name, excluded.name),
			country = greatest(e.country, excluded.country)
		WHERE e.name < excluded.name OR e.country < excluded.country`
	const known = `SELECT key, id FROM entity WHERE digest = ANY ($1)`
	var digests [][]byte
	var keys, kinds, folded, names, countries []string
	for _, e := range entities {
		digests, keys, kinds = append(digests, Digest(e.key)), append(keys, e.key), append(kinds, e.kind)
		folded, names = append(folded, query.Fold(e.name)), append(names, e.name)
		countries = append(countries, e.country)
	}
	if _, err := tx.Exec(ctx, insert, digests, keys, kinds, folded, names, countries); err != nil {
		return nil, err
	}
	found := ids{}
	return found, found.read(ctx, tx, known, digests)
}

// Named returns the keys of those whom a document names, by their ids in it.
func Named(ctx context.Context, tx pgx.Tx, document string) (map[string]string, error) {
	const named = `
		SELECT a.item, e.key FROM appearance a
			JOIN document d ON d.id = a.document JOIN entity e ON e.id = a.entity
		WHERE d.name = $1`
	rows, err := tx.Query(ctx, named, document)
	if err != nil {
		return nil, err
	}
	keys := map[string]string{}
	var item, key string
	_, err = pgx.ForEachRow(rows, []any{&item, &key}, func() error {
		keys[item] = key
		return nil
	})
	return keys, err
}

// Entity returns the entity that a key means, or pgx.ErrNoRows.
func Entity(ctx context.Context, tx pgx.Tx, key string) (store.Entity, error) {
	const root = `SELECT same FROM alias WHERE key = $1`
	const meant = `
		SELECT e.key, e.type, e.name, e.country,
			(SELECT count(DISTINCT a.document) FROM appearance a WHERE a.entity = e.id),
			(SELECT coalesce(array_agg(key ORDER BY key), '{}') FROM alias WHERE same = e.key)
		FROM entity e
		WHERE e.digest = $1`
	var e store.Entity
	err := tx.QueryRow(ctx, root, key).Scan(&key)
	if err == nil || errors.Is(err, pgx.ErrNoRows) {
		err = tx.QueryRow(ctx, meant, Digest(key)).
			Scan(&e.Key, search.Word(&e.Type), &e.Name, &e.Country, &e.Documents, &e.Also)
	}
	return e, err
}
