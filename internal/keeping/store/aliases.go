package store

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"readout/internal/keeping/alias"
	"readout/internal/keeping/query"
	"readout/record"
)

// Said returns what people joined, of decisions in their order.
func Said(decisions []Decision) ([]alias.Join, error) {
	var joins []alias.Join
	for i := range decisions {
		d := &decisions[i]
		key, same, ok, err := d.Joins()
		if err != nil {
			return nil, fmt.Errorf("decision %d: %w", d.ID, err)
		}
		if ok && !d.Undone {
			joins = append(joins, alias.Join{Key: key, Same: same})
		}
	}
	return joins, nil
}

// CheckJoin refuses a decision that joins nothing, or what is one already.
func CheckJoin(d *Decision, a *alias.Aliases) error {
	key, same, ok, err := d.Joins()
	if err != nil {
		return err
	}
	if !ok {
		return errors.New("the decision joins no names")
	}
	if a.IsOne(alias.Join{Key: key, Same: same}) {
		return fmt.Errorf("%s is %s already", key, EntityKey(same))
	}
	return nil
}

// Whole writes a folded name as one word, as which it is found by all of it alone:
// who asks for "people" does not mean the People's Republic of China where a text
// says China. An engine looks up a name of several words both ways.
func Whole(folded string) string { return strings.ReplaceAll(folded, " ", string(joint)) }

// joint stands between the words of a whole name. It is for private use: no folded
// word has it, and an index takes it for a letter.
const joint = '\uE000'

// Means returns the entity that a document means by a name. A lone name, which
// nobody joined to another, means somebody else in each document: its key has more
// behind it.
func (n *Named) Means(document string, a *alias.Aliases) alias.Alias {
	if to, ok := a.Of(n.Key); ok {
		return to
	}
	to := alias.Alias{Key: n.Key, Same: n.Key, Name: Name{Type: n.Type, Text: n.Name}}
	if n.Lone {
		to.Same = strings.Join([]string{n.Key, document, n.ID}, "/")
	}
	return to
}

// Misnamed says which entities of a document are kept as somebody whom they do not
// mean; what is kept goes by the id of the entity in the record.
func Misnamed(r *record.Record, a *alias.Aliases, kept map[string]string) []string {
	entities := Apart(r, a).Entities
	var problems []string
	for i := range entities {
		e := &entities[i]
		if want := e.Means(r.Document.ID, a).Same; kept[e.ID] != want {
			problems = append(problems, fmt.Sprintf("row %q of %s is kept as %q, and means %q",
				e.ID, query.Entities, kept[e.ID], want))
		}
	}
	return problems
}

// Touches reports whether a record names somebody by one of the keys, which are
// sorted.
func Touches(r *record.Record, keys []string) bool {
	return slices.ContainsFunc(r.Entities, func(e record.Entity) bool {
		_, found := slices.BinarySearch(keys, EntityKey(Name{Type: e.Type, Text: e.Name}))
		return found
	})
}
