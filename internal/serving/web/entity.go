package web

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"readout/internal/keeping/query"
	"readout/internal/keeping/search"
	"readout/internal/keeping/store"
	"readout/internal/serving/web/found"
	"readout/internal/serving/web/place"
	"readout/internal/serving/web/portrait"
	"readout/record"
)

// What the page of an entity rests on: the newest rows in which it plays a part,
// and the newest documents among them, which are read whole.
const (
	portraitRows      = 200
	portraitDocuments = 40
	lastStatements    = 10
	shownTopics       = 10
)

// A profile is what the page of an entity shows.
type profile struct {
	Name, Type, Country string
	Documents           int
	Read                int // documents that names, roles and topics are from
	Links               []place.Link
	Names               []place.Link
	Roles               []portrait.Role
	Topics              []portrait.Topic
	Promises            []found.Row
	Last                []found.Row
	Here, Did           string
}

// entity shows one entity over all documents.
func (s *site) entity(r *http.Request) (screen, error) {
	ctx, key := r.Context(), r.PathValue("key")
	kept, err := s.Store.Entity(ctx, key)
	if err != nil {
		return screen{}, err
	}
	e := &kept
	p := &profile{
		Name: e.Name, Type: e.Type.String(), Country: e.Country, Documents: e.Documents,
		Here: r.URL.RequestURI(), Did: r.URL.Query().Get("did"),
	}
	made := screen{name: "entity", Title: e.Name}
	said, _ := place.With(query.Query{Kind: query.Statements}, query.KeySpeaker, e.Name)
	made.twin = s.twinOf(ctx, s.Store.Find, "/find", said, "")
	if ctx.Value(formKey{}) != nil {
		return made, nil
	}
	documents, err := s.appearances(ctx, e, p)
	if err != nil {
		return screen{}, err
	}
	if err := s.sketch(ctx, e, documents, p); err != nil {
		return screen{}, err
	}
	if err := s.promised(ctx, said, p); err != nil {
		return screen{}, err
	}
	made.Data = p
	return made, nil
}

// named leads to the entity that a document calls by a name: one that is so called
// in it alone, else one that is in every document, else one that has the name among
// others.
func (s *site) named(r *http.Request) (string, error) {
	name := r.FormValue("name")
	own := query.Fold(name) + "/" + r.FormValue("document") + "/"
	lead := ""
	q := query.Query{Kind: query.Entities, Limit: portraitRows, Sort: query.SortRelevance}
	q.Words = []query.Word{{Text: name}}
	for row, err := range s.Store.Find(r.Context(), q, store.Window{Today: s.today()}) {
		if err != nil {
			return "", err
		}
		e := row.Entity
		if _, rest, _ := strings.Cut(e.Key, "/"); strings.HasPrefix(rest, own) {
			return place.Key(e.Key), nil
		}
		lead = cmp.Or(lead, e.Key)
	}
	everywhere, err := s.everywhere(r.Context(), name)
	if err != nil {
		return "", err
	}
	if lead = cmp.Or(everywhere, lead); lead == "" {
		return "", fmt.Errorf("an entity called %q: %w", name, store.ErrNotFound)
	}
	return place.Key(lead), nil
}

// everywhere returns the key of the entity that a name means in all documents, of
// several types that of which most documents name one; "" when there is none.
func (s *site) everywhere(ctx context.Context, name string) (string, error) {
	var most store.Entity
	for kind := record.EntityPerson; kind <= record.EntityOther; kind++ {
		e, err := s.Store.Entity(ctx, store.EntityKey(store.Name{Type: kind, Text: name}))
		if err != nil && !errors.Is(err, store.ErrNotFound) {
			return "", err
		}
		if err == nil && e.Documents > most.Documents {
			most = e
		}
	}
	return most.Key, nil
}

// appearances returns the newest documents in which an entity plays a part, and
// counts the parts.
func (s *site) appearances(ctx context.Context, e *store.Entity, p *profile) ([]string, error) {
	var documents []string
	for _, part := range []struct {
		name string
		kind query.Kind
		key  query.Key
	}{
		{"statements by", query.Statements, query.KeySpeaker},
		{"statements about", query.Statements, query.KeyAbout},
		{"told to", query.Statements, query.KeyAddressee},
		{"acts by", query.Events, query.KeyActor},
		{"acts towards", query.Events, query.KeyRecipient},
	} {
		q, ok := place.With(query.Query{Kind: part.kind}, part.key, e.Name)
		if !ok {
			continue
		}
		ask := q
		ask.Limit = portraitRows
		rows, err := gather(s.Store.Find(ctx, ask, store.Window{Today: s.today()}))
		if err != nil {
			return nil, err
		}
		for _, kept := range rows {
			if !slices.Contains(documents, kept.Document.ID) {
				documents = append(documents, kept.Document.ID)
			}
		}
		if len(rows) > 0 {
			p.Links = append(p.Links, place.Link{Name: part.name, URL: place.Of("/find", q), Count: len(rows)})
		}
		if part.key != query.KeySpeaker {
			continue
		}
		for _, kept := range rows[:min(lastStatements, len(rows))] {
			p.Last = append(p.Last, found.New(kept))
		}
	}
	return documents[:min(len(documents), portraitDocuments)], nil
}

// sketch reads documents for names, roles and topics.
func (s *site) sketch(ctx context.Context, e *store.Entity, documents []string, p *profile) error {
	k := portrait.New(e)
	for _, id := range documents {
		r, err := s.Store.Record(ctx, id)
		if errors.Is(err, store.ErrNotFound) {
			continue // deleted since it was found
		}
		if err != nil {
			return err
		}
		k.Read(r)
	}
	p.Read, p.Names, p.Roles, p.Topics = k.Documents, k.Names(), k.Roles(), k.Topics()
	p.Topics = p.Topics[:min(len(p.Topics), shownTopics)]
	return nil
}

// promised adds what the entity said that is due.
func (s *site) promised(ctx context.Context, said query.Query, p *profile) error {
	said.Limit = lastStatements
	rows, err := gather(search.Finder(s.Store.Due)(ctx, said, store.Window{Today: s.today()}))
	for _, kept := range rows {
		p.Promises = append(p.Promises, s.newDue(kept, p.Here))
	}
	return err
}
