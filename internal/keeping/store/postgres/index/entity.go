package index

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"

	"readout/internal/keeping/query"
	"readout/internal/keeping/store"
)

// meaning returns the key of the entity that a document means by a name, unless
// it was joined to another: a lone name means somebody else in each document.
func meaning(document string, e *store.Named) string {
	if e.Lone {
		return strings.Join([]string{e.Key, document, e.ID}, "/")
	}
	return e.Key
}

// An entity is what documents name, by its key.
type entity struct{ key, kind, name, country string }

// entitiesOf returns the ids of the entities that documents mean, by their
// [meaning].
func entitiesOf(ctx context.Context, tx pgx.Tx, all []store.Rows) (ids, error) {
	joined, err := aliasesOf(ctx, tx, all)
	if err != nil {
		return nil, err
	}
	shown := map[string]*entity{} // by key
	keys := map[string]string{}   // by meaning
	var order []*entity           // as they come
	for i := range all {
		for k := range all[i].Entities {
			n := &all[i].Entities[k]
			e := entity{meaning(all[i].Document.ID, n), n.Type.String(), n.Name, n.Country}
			meant := e.key
			if a, ok := joined[n.Key]; ok {
				e.key, e.kind, e.name = a.key, a.kind, a.name
			}
			keys[meant] = e.key
			if old := shown[e.key]; old != nil {
				old.name, old.country = max(old.name, e.name), max(old.country, e.country)
				continue
			}
			shown[e.key] = &e
			order = append(order, &e)
		}
	}
	byKey, err := upsert(ctx, tx, order)
	found := make(ids, len(keys))
	for meant, key := range keys {
		found[meant] = byKey[key]
	}
	return found, err
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
		digests, keys, kinds = append(digests, digest(e.key)), append(keys, e.key), append(kinds, e.kind)
		folded, names = append(folded, query.Fold(e.name)), append(names, e.name)
		countries = append(countries, e.country)
	}
	if _, err := tx.Exec(ctx, insert, digests, keys, kinds, folded, names, countries); err != nil {
		return nil, err
	}
	found := ids{}
	return found, found.read(ctx, tx, known, digests)
}

// aliasesOf returns the entities to which the keys of documents were joined.
func aliasesOf(ctx context.Context, tx pgx.Tx, all []store.Rows) (map[string]entity, error) {
	const joined = `SELECT key, same, type, name FROM alias WHERE key = ANY ($1)`
	var keys []string
	for i := range all {
		for _, e := range all[i].Entities {
			keys = append(keys, e.Key)
		}
	}
	rows, err := tx.Query(ctx, joined, keys)
	if err != nil {
		return nil, err
	}
	found := map[string]entity{}
	var key string
	var e entity
	_, err = pgx.ForEachRow(rows, []any{&key, &e.key, &e.kind, &e.name}, func() error {
		found[key] = e
		return nil
	})
	return found, err
}

// joining moves what bears the name of $1 to the entity with the key $2.
const (
	joinAliases = `UPDATE alias SET same = $2, type = $3, name = $4 WHERE same = $1`
	joinName    = `
		INSERT INTO alias (key, same, type, name) VALUES ($1, $2, $3, $4)
		ON CONFLICT (key) DO UPDATE SET
			same = excluded.same, type = excluded.type, name = excluded.name`
	joinAppearances = `
		UPDATE appearance SET entity = $2
		WHERE base IN (SELECT key FROM alias WHERE same = $1)`
	sweepEntities = `
		DELETE FROM entity e
		WHERE NOT EXISTS (SELECT 1 FROM appearance a WHERE a.entity = e.id)`
)

// Join makes the names of a key those of another entity, for what is kept and what
// comes. Where that was itself joined to a third one, that is meant.
func Join(ctx context.Context, tx pgx.Tx, from string, same store.Name) error {
	const root = `SELECT same, type, name FROM alias WHERE key = $1`
	to := entity{store.EntityKey(same), same.Type.String(), same.Text, ""}
	err := tx.QueryRow(ctx, root, to.key).Scan(&to.key, &to.kind, &to.name)
	if err != nil && !errors.Is(err, pgx.ErrNoRows) {
		return err
	}
	if from == to.key {
		return fmt.Errorf("%s is that already", from)
	}
	found, err := upsert(ctx, tx, []*entity{&to})
	if err != nil {
		return err
	}
	for _, sql := range []string{joinAliases, joinName} {
		if _, err := tx.Exec(ctx, sql, from, to.key, to.kind, to.name); err != nil {
			return err
		}
	}
	if _, err := tx.Exec(ctx, joinAppearances, to.key, found[to.key]); err != nil {
		return err
	}
	return Sweep(ctx, tx)
}

// Sweep deletes all entities that nothing names any more.
func Sweep(ctx context.Context, tx pgx.Tx) error {
	_, err := tx.Exec(ctx, sweepEntities)
	return err
}
