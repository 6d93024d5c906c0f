package portrait

import (
	"context"
	"errors"
	"slices"
	"strings"

	"readout/internal/keeping/query"
	"readout/internal/keeping/store"
)

// What a portrait rests on: the newest rows in which the entity plays a part, and the
// newest documents among them, which are read whole.
const (
	MostRows      = 200 // of each part
	mostDocuments = 40
	mostLast      = 10
	mostTopics    = 10
)

// A Portrait is what a store tells of one entity.
type Portrait struct {
	Parts  []Part // that it plays; those alone that it does
	Read   int    // documents that names, roles and topics are from
	Names  []Count
	Roles  []Role
	Topics []Topic     // the most frequent
	Last   []store.Row // its newest statements
}

// A Part is in how many rows an entity plays a part: [MostRows] are as many or more.
type Part struct {
	Name  string
	Query query.Query // finds the rows
	Count int
}

var parts = []struct {
	name string
	kind query.Kind
	key  query.Key
}{
	{"statements by", query.Statements, query.KeySpeaker},
	{"statements about", query.Statements, query.KeyAbout},
	{"told to", query.Statements, query.KeyAddressee},
	{"acts by", query.Events, query.KeyActor},
	{"acts towards", query.Events, query.KeyRecipient},
}

// Of asks a store for the portrait of an entity. Rows are found by its name, as the
// store has it found.
func Of(
	ctx context.Context, s store.Reader, e *store.Entity, w store.Window,
) (*Portrait, error) {
	p := &Portrait{}
	var documents []string
	for _, part := range parts {
		q := query.Query{Kind: part.kind}
		if err := q.Set(part.key.String(), quoted(e.Name)); err != nil {
			continue // a name that nothing can be asked by
		}
		found := Part{Name: part.name, Query: q}
		q.Limit = MostRows
		for row, err := range s.Find(ctx, q, w) {
			if err != nil {
				return nil, err
			}
			if found.Count++; !slices.Contains(documents, row.Document.ID) {
				documents = append(documents, row.Document.ID)
			}
			if part.key == query.KeySpeaker && found.Count <= mostLast {
				p.Last = append(p.Last, row)
			}
		}
		if found.Count > 0 {
			p.Parts = append(p.Parts, found)
		}
	}
	return p, p.read(ctx, s, e, documents[:min(len(documents), mostDocuments)])
}

// read reads documents for names, roles and topics.
func (p *Portrait) read(
	ctx context.Context, s store.Reader, e *store.Entity, documents []string,
) error {
	k := New(e)
	for _, id := range documents {
		r, err := s.Record(ctx, id)
		if errors.Is(err, store.ErrNotFound) {
			continue // deleted since it was found
		}
		if err != nil {
			return err
		}
		k.Read(r)
	}
	p.Read, p.Names, p.Roles, p.Topics = k.Documents, k.Names(), k.Roles(), k.Topics()
	p.Topics = p.Topics[:min(len(p.Topics), mostTopics)]
	return nil
}

// quoted writes a name as the language of filters reads it, whatever is in it.
func quoted(name string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, `“`, `\"`, `”`, `\"`).Replace(name) + `"`
}
