package web

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"net/http"
	"slices"
	"strings"

	"readout/internal/keeping/query"
	"readout/internal/keeping/search"
	"readout/internal/keeping/store"
	"readout/internal/serving/web/found"
	"readout/internal/serving/web/place"
	"readout/internal/serving/web/portrait"
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
	e, err := s.known(ctx, key)
	if err != nil {
		return screen{}, err
	}
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

// named leads to the entity that a document calls by a name.
func (s *site) named(r *http.Request) (string, error) {
	name := r.FormValue("name")
	folded, lead := query.Fold(name), ""
	own := folded + "/" + r.FormValue("document") + "/"
	for e, err := range s.called(r.Context(), name) {
		if err != nil {
			return "", err
		}
		_, rest, _ := strings.Cut(e.Key, "/")
		if rest == folded || strings.HasPrefix(rest, own) {
			return place.Key(e.Key), nil
		}
		lead = cmp.Or(lead, e.Key)
	}
	if lead == "" {
		return "", fmt.Errorf("an entity called %q: %w", name, store.ErrNotFound)
	}
	return place.Key(lead), nil
}

// called yields the entities that bear a name, those with little beside it first.
func (s *site) called(ctx context.Context, name string) iter.Seq2[*store.Entity, error] {
	q := query.Query{Kind: query.Entities, Limit: portraitRows, Sort: query.SortRelevance}
	q.Words = []query.Word{{Text: name}}
	return func(yield func(*store.Entity, error) bool) {
		for kept, err := range s.Store.Find(ctx, q, store.Window{Today: s.today()}) {
			if !yield(kept.Entity, err) {
				return
			}
		}
	}
}

// known returns the entity with a key.
func (s *site) known(ctx context.Context, key string) (*store.Entity, error) {
	parts := strings.SplitN(key, "/", 3)
	if len(parts) > 1 {
		for e, err := range s.called(ctx, parts[1]) {
			if err != nil {
				return nil, err
			}
			if e.Key == key {
				return e, nil
			}
		}
	}
	return nil, fmt.Errorf("entity %q: %w", key, store.ErrNotFound)
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
