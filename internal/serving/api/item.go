package api

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"

	"github.com/danielgtaylor/huma/v2"

	"readout/internal/keeping/portrait"
	"readout/internal/keeping/search"
	"readout/internal/keeping/store"
	"readout/internal/serving/item"
	"readout/internal/serving/problem"
	"readout/record"
)

// items adds the routes of single items.
func (s *service) items(a huma.API) {
	single(s, a, "statement", item.StatementOf, pickStatement)
	single(s, a, "event", item.EventOf, pickEvent)
	single(s, a, "citation", item.CitationOf, pickCitation)
	op := operation(a, huma.Operation{
		OperationID: "get-entity", Method: http.MethodGet, Path: "/entities/{type}/{name}",
		Summary: "One entity over all documents, with what the newest say of it", Tags: []string{"items"},
	})
	huma.Register(a, op, s.entity)
}

// itemPath names an item of a document.
type itemPath struct {
	DocumentPath
	Item    string `path:"item" doc:"Id of the item within its document" example:"s21"`
	Offsets string `query:"offsets" enum:"codepoint,utf16,byte" doc:"The unit of all spans; without one that of the record"`
}

// One item is a row of a list with the part of the record that it is.
type one[R, P any] struct {
	Row      R                 `json:"row" doc:"As lists show it"`
	Offsets  string            `json:"offsets" doc:"The unit of start and of all spans"`
	Sentence string            `json:"sentence,omitempty" doc:"The sentence or sentences it stands in; absent where the text was left out"`
	Names    map[string]string `json:"names" doc:"What the entities of the document are called, by id"`
	Part     P                 `json:"record" doc:"As the record has it, with all its spans"`
}

// single adds the route of one item of a kind.
func single[R, P any](
	s *service, a huma.API, kind string, row func(store.Row) R,
	pick func(r *record.Record, item string) (picked[P], bool),
) {
	op := operation(a, huma.Operation{
		OperationID: "get-" + kind, Method: http.MethodGet, Path: "/" + kind + "s/{document}/{item}",
		Summary: "One " + kind + " with its sentence and all its spans", Tags: []string{"items"},
	})
	huma.Register(a, op, func(ctx context.Context, in *itemPath) (*struct{ Body one[R, P] }, error) {
		doing := "get " + kind + " " + search.ID(in.Document, in.Item)
		r, err := s.store.Record(ctx, in.Document)
		if err == nil {
			r, err = inUnit(r, in.Offsets)
		}
		if err != nil {
			return nil, s.answer(ctx, doing, err)
		}
		it, ok := pick(r, in.Item)
		if !ok {
			return nil, problem.NotFound.Because(fmt.Sprintf("no %s %s in document %s", kind, in.Item, in.Document))
		}
		body := one[R, P]{
			Row: row(it.row), Offsets: r.Offsets.String(), Part: it.part, Names: map[string]string{},
		}
		for _, e := range r.Entities {
			body.Names[e.ID] = e.Name
		}
		if body.Sentence, err = sentence(r, it.spans); err != nil {
			return nil, s.answer(ctx, doing, err)
		}
		return &struct{ Body one[R, P] }{body}, nil
	})
}

// A picked item is what of a record is asked for.
type picked[P any] struct {
	part  P
	row   store.Row
	spans []record.Span // of its main words
}

func pickStatement(r *record.Record, id string) (picked[statementPart], bool) {
	i := slices.IndexFunc(r.Statements, func(s record.Statement) bool { return s.ID == id })
	if i < 0 {
		return picked[statementPart]{}, false
	}
	rows := store.Of(r)
	row := store.Row{Document: rows.Document, Statement: &rows.Statements[i]}
	return picked[statementPart]{statementPart(r.Statements[i]), row, r.Statements[i].Content.Spans}, true
}

func pickEvent(r *record.Record, id string) (picked[eventPart], bool) {
	i := slices.IndexFunc(r.Events, func(e record.Event) bool { return e.ID == id })
	if i < 0 {
		return picked[eventPart]{}, false
	}
	rows := store.Of(r)
	row := store.Row{Document: rows.Document, Event: &rows.Events[i]}
	return picked[eventPart]{eventPart(r.Events[i]), row, []record.Span{r.Events[i].Trigger.Span}}, true
}

func pickCitation(r *record.Record, id string) (picked[citationPart], bool) {
	i := slices.IndexFunc(r.Citations, func(c record.Citation) bool { return c.ID == id })
	if i < 0 {
		return picked[citationPart]{}, false
	}
	rows := store.Of(r)
	row := store.Row{Document: rows.Document, Citation: &rows.Citations[i]}
	return picked[citationPart]{citationPart(r.Citations[i]), row, []record.Span{r.Citations[i].Span}}, true
}

// sentence returns the sentences that spans touch, "" when the record has no text.
func sentence(r *record.Record, spans []record.Span) (string, error) {
	if r.Document.Text == nil || len(spans) == 0 {
		return "", nil
	}
	bare := *r // items are not needed, and conversion is by item
	bare.Statements, bare.Events = nil, nil
	bytes, err := bare.In(record.OffsetsByte)
	if err != nil {
		return "", err
	}
	first, last := spans[0].Start, spans[len(spans)-1].End
	var from, to int
	for i, s := range r.Document.Sentences {
		if s.End <= first || s.Start >= last {
			continue
		}
		at := bytes.Document.Sentences[i]
		if to == 0 {
			from = at.Start
		}
		to = at.End
	}
	return (*r.Document.Text)[from:to], nil
}

// entityPath names an entity by its id, which has a slash.
type entityPath struct {
	Type string `path:"type" example:"person"`
	Name string `path:"name" doc:"The rest of the id, behind its first slash" example:"rishi sunak"`
}

// An entityProfile is an entity with what its documents say of it.
type entityProfile struct {
	item.Entity
	Read       int              `json:"read" doc:"How many documents names, roles and topics are from: the newest"`
	Names      []portrait.Count `json:"names,omitempty" doc:"What the texts call it, the most frequent first"`
	Roles      []portrait.Role  `json:"roles,omitempty" doc:"Its offices and titles, those given last first"`
	Parts      []portrait.Count `json:"parts,omitempty" doc:"In how many rows it speaks, is spoken about, acts: 200 are as many or more"`
	Topics     []portrait.Topic `json:"topics,omitempty" doc:"Whom and what it speaks about most, and how it stands"`
	Statements []item.Statement `json:"statements,omitempty" doc:"Its newest, as lists show them"`
}

// entity answers with an entity.
func (s *service) entity(
	ctx context.Context, in *entityPath,
) (*struct{ Body entityProfile }, error) {
	ctx, stop := context.WithTimeout(ctx, askTime)
	defer stop()
	doing := "get entity " + in.Type + "/" + in.Name
	e, err := s.store.Entity(ctx, in.Type+"/"+in.Name)
	if err != nil {
		return nil, s.answer(ctx, doing, errors.Join(ctx.Err(), err))
	}
	told, err := portrait.Of(ctx, s.store, &e, store.Window{Today: s.today()})
	if err != nil {
		return nil, s.answer(ctx, doing, errors.Join(ctx.Err(), err))
	}
	body := entityProfile{
		Entity: item.EntityOf(store.Row{Entity: &e}),
		Read:   told.Read, Names: told.Names, Roles: told.Roles, Topics: told.Topics,
	}
	for _, p := range told.Parts {
		body.Parts = append(body.Parts, portrait.Count{Name: p.Name, Count: p.Count})
	}
	for _, row := range told.Last {
		body.Statements = append(body.Statements, item.StatementOf(row))
	}
	return &struct{ Body entityProfile }{body}, nil
}
