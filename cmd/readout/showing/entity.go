package showing

import (
	"cmp"
	"context"
	"encoding/json"
	"strconv"

	"readout/cmd/readout/console"
	"readout/cmd/readout/desk"
	"readout/internal/keeping/plain"
	"readout/internal/keeping/portrait"
	"readout/internal/keeping/search"
	"readout/internal/keeping/store"
)

// entity shows what is kept of an entity.
func (v Verb) entity(
	ctx context.Context, e console.Env, kept store.Reader, key string,
) error {
	who, err := kept.Entity(ctx, key)
	if err != nil {
		return err
	}
	told, err := portrait.Of(ctx, kept, &who, store.Window{Today: e.Today()})
	if err != nil {
		return err
	}
	out, err := console.Create(v.Output, e.Stdout)
	if err != nil {
		return err
	}
	if v.JSON {
		w := json.NewEncoder(out)
		w.SetEscapeHTML(false)
		return out.Finish(w.Encode(objectOf(&who, told)))
	}
	w := plain.NewFacts(out, desk.Screen(e, v.Output, v.Color))
	for _, g := range groupsOf(&who, told) {
		if err := w.Write(g.head, g.facts...); err != nil {
			return out.Finish(err)
		}
	}
	return out.Finish(nil)
}

// A group is facts of one kind.
type group struct {
	head  string
	facts []plain.Fact
}

// groupsOf returns what is told of an entity, the entity itself first.
func groupsOf(e *store.Entity, p *portrait.Portrait) []group {
	number := strconv.Itoa
	groups := []group{
		{"entity", []plain.Fact{{e.Name, e.Key, e.Type.String(), e.Country, number(e.Documents)}}},
		{head: "also"},
		{head: "name"},
		{head: "role"},
		{head: "part"},
		{head: "topic"},
		{head: "statement"},
	}
	add := func(i int, cells ...string) { groups[i].facts = append(groups[i].facts, cells) }
	for _, key := range e.Also {
		add(1, key)
	}
	for _, n := range p.Names {
		add(2, n.Name, number(n.Count))
	}
	for _, r := range p.Roles {
		add(3, r.Words, number(r.Documents), r.First, r.Last)
	}
	for _, part := range p.Parts {
		add(4, part.Name, counted(part.Count))
	}
	for _, t := range p.Topics {
		cells := []string{t.Name, number(t.Count)}
		for _, stand := range t.Stands {
			cells = append(cells, stand.Name+" "+number(stand.Count))
		}
		add(5, cells...)
	}
	for _, row := range p.Last {
		add(6, row.Statement.Content, search.ID(row.Document.ID, row.Statement.ID), row.Statement.Cue,
			cmp.Or(row.Statement.Said.Text, row.Document.Published.Text))
	}
	return groups
}

// counted says how many rows there are, of which no more are counted.
func counted(n int) string {
	if n >= portrait.MostRows {
		return strconv.Itoa(n) + "+"
	}
	return strconv.Itoa(n)
}

// An object is an entity for programs.
type object struct {
	Entity     string           `json:"entity"`
	Type       string           `json:"type"`
	Name       string           `json:"name"`
	Country    string           `json:"country,omitempty"`
	Documents  int              `json:"documents"`
	Also       []string         `json:"also,omitempty"`
	Read       int              `json:"read"` // documents that the rest is from
	Names      []portrait.Count `json:"names,omitempty"`
	Roles      []portrait.Role  `json:"roles,omitempty"`
	Parts      []portrait.Count `json:"parts,omitempty"`
	Topics     []portrait.Topic `json:"topics,omitempty"`
	Statements []string         `json:"statements,omitempty"` // ids of the newest
}

func objectOf(e *store.Entity, p *portrait.Portrait) object {
	o := object{
		Entity: e.Key, Type: e.Type.String(), Name: e.Name, Country: e.Country,
		Documents: e.Documents, Also: e.Also, Read: p.Read, Names: p.Names, Roles: p.Roles,
		Topics: p.Topics,
	}
	for _, part := range p.Parts {
		o.Parts = append(o.Parts, portrait.Count{Name: part.Name, Count: part.Count})
	}
	for _, row := range p.Last {
		o.Statements = append(o.Statements, search.ID(row.Document.ID, row.Statement.ID))
	}
	return o
}
