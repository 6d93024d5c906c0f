package web

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"readout/internal/keeping/portrait"
	"readout/internal/keeping/query"
	"readout/internal/keeping/search"
	"readout/internal/keeping/store"
	"readout/internal/serving/web/found"
	"readout/internal/serving/web/place"
	"readout/record"
)

// lastStatements is how many promises are shown.
const lastStatements = 10

// A profile is what the page of an entity shows.
type profile struct {
	Name, Type, Country string
	Documents           int
	Read                int // documents that names, roles and topics are from
	Links               []place.Link
	Names               []place.Link
	Roles               []portrait.Role
	Topics              []topic
	Promises            []found.Row
	Last                []found.Row
	Here, Did           string
}

// A topic leads to what was said about it, and that in each way.
type topic struct {
	place.Link
	Stands []place.Link
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
	made.twin = s.twinOf(ctx, s.Store.Find, "/find", said, "", asFound)
	if ctx.Value(formKey{}) != nil {
		return made, nil
	}
	told, err := portrait.Of(ctx, s.Store, e, store.Window{Today: s.today(ctx)})
	if err != nil {
		return screen{}, err
	}
	p.draw(told, said)
	if err := s.promised(ctx, said, p); err != nil {
		return screen{}, err
	}
	made.Data = p
	return made, nil
}

// draw takes over what a portrait tells; said finds what the entity says.
func (p *profile) draw(told *portrait.Portrait, said query.Query) {
	p.Read, p.Roles = told.Read, told.Roles
	for _, n := range told.Names {
		p.Names = append(p.Names, place.Link{Name: n.Name, URL: place.Naming(n.Name), Count: n.Count})
	}
	for _, part := range told.Parts {
		p.Links = append(p.Links, place.Link{Name: part.Name, URL: place.Of("/find", part.Query), Count: part.Count})
	}
	for _, t := range told.Topics {
		to := place.Position(said, t.Name, "")
		shown := topic{Link: place.Link{Name: t.Name, URL: to, Count: t.Count}}
		for _, stand := range t.Stands {
			to := place.Position(said, t.Name, stand.Name)
			shown.Stands = append(shown.Stands, place.Link{Name: stand.Name, URL: to, Count: stand.Count})
		}
		p.Topics = append(p.Topics, shown)
	}
	for _, row := range told.Last {
		p.Last = append(p.Last, found.New(row))
	}
}

// named leads to the entity that a document calls by a name: one that is so called
// in it alone, else one that is in every document, else one that has the name among
// others.
func (s *site) named(r *http.Request) (string, error) {
	name := r.FormValue("name")
	own := query.Fold(name) + "/" + r.FormValue("document") + "/"
	lead := ""
	q := query.Query{Kind: query.Entities, Limit: portrait.MostRows, Sort: query.SortRelevance}
	q.Words = []query.Word{{Text: name}}
	for row, err := range s.Store.Find(r.Context(), q, store.Window{Today: s.today(r.Context())}) {
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

// promised adds what the entity said that is due.
func (s *site) promised(ctx context.Context, said query.Query, p *profile) error {
	said.Limit = lastStatements
	rows, err := store.Gather(search.Finder(s.Store.Due)(ctx, said, store.Window{Today: s.today(ctx)}))
	for _, kept := range rows {
		p.Promises = append(p.Promises, newDue(kept, p.Here, s.today(ctx)))
	}
	return err
}
