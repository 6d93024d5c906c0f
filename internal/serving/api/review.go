package api

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"readout/internal/keeping/correct"
	"readout/internal/keeping/store"
	"readout/internal/serving/problem"
	"readout/record"
)

// reviews adds the routes of decisions.
func (s *service) reviews(a huma.API) {
	op := operation(a, huma.Operation{
		OperationID: "list-reviews", Method: http.MethodGet, Path: "/reviews",
		Summary: "What was decided about a document, the oldest first", Tags: []string{"reviews"},
	})
	huma.Register(a, op, s.decisions)

	op = operation(a, huma.Operation{
		OperationID: "post-review", Method: http.MethodPost, Path: "/reviews",
		Summary:       "Decide that an item is right or wrong, or correct a field of it",
		Tags:          []string{"reviews"},
		DefaultStatus: http.StatusCreated,
		Description: "With state an item is accepted, rejected or open again. With field and value " +
			"a field of the record gets another value, which must leave the record sound; the old " +
			"one is kept. Without an item the field is one of the document. The fields are " +
			"those that `readout review --set` takes, by their keys in the record.",
	})
	op.MaxBodyBytes = maxJudgement
	huma.Register(a, op, s.decide)

	op = operation(a, huma.Operation{
		OperationID: "undo-review", Method: http.MethodDelete, Path: "/reviews/{review}",
		Summary: "Put the old value of a decision back", Tags: []string{"reviews"},
	})
	huma.Register(a, op, s.undo)
}

// maxJudgement bounds a decision, in bytes: the longest content has 10,000.
const maxJudgement = 64 << 10

// A decision is what a person decided.
type decision struct {
	ID       int64  `json:"id"`
	Document string `json:"document"`
	Item     string `json:"item,omitempty" doc:"Absent for the document itself"`
	Pipeline string `json:"pipeline" doc:"The version of readout whose reading was shown"`
	Field    string `json:"field" doc:"The field of the record; review for right and wrong"`
	Old      any    `json:"old,omitempty" doc:"Its value before"`
	New      any    `json:"new,omitempty" doc:"Its value since"`
	By       string `json:"by,omitempty"`
	At       string `json:"at" doc:"RFC 3339"`
	Note     string `json:"note,omitempty"`
	Undone   bool   `json:"undone"`
}

func decisionOf(d store.Decision) decision {
	out := decision{
		ID: d.ID, Document: d.Document, Item: d.Item, Pipeline: d.Pipeline, Field: d.Field,
		By: d.By, At: d.At, Note: d.Note, Undone: d.Undone,
	}
	if d.Old != nil {
		out.Old = d.Old
	}
	if d.New != nil {
		out.New = d.New
	}
	return out
}

// ofDocument asks for the decisions about a document.
type ofDocument struct {
	Document string `query:"document" required:"true" doc:"Id of the document"`
}

// Decisions in their order.
type decisions struct {
	Items []decision `json:"items"`
}

// decisions answers with what was decided about a document.
func (s *service) decisions(ctx context.Context, in *ofDocument) (*struct{ Body decisions }, error) {
	_, err := s.store.Record(ctx, in.Document) // tells what is not there from what is undecided
	if err != nil {
		return nil, s.answer(ctx, "list the reviews of "+in.Document, err)
	}
	all, err := s.store.Decisions(ctx, in.Document)
	if err != nil {
		return nil, s.answer(ctx, "list the reviews of "+in.Document, err)
	}
	out := &struct{ Body decisions }{decisions{[]decision{}}}
	for _, d := range all {
		out.Body.Items = append(out.Body.Items, decisionOf(d))
	}
	return out, nil
}

// A judgement is a decision that is asked for.
type judgement struct {
	Body struct {
		Document string `json:"document" doc:"Id of the document"`
		Item     string `json:"item,omitempty" doc:"Id of the item within it"`
		State    string `json:"state,omitempty" enum:"open,accepted,rejected" doc:"Whether the item is right"`
		Field    string `json:"field,omitempty" doc:"The field that is to be corrected, instead of state"`
		Value    given  `json:"value,omitempty" doc:"Its new value, as the record writes it; null takes the field away"`
		By       string `json:"by,omitempty" maxLength:"200" doc:"Who decides"`
		Note     string `json:"note,omitempty" maxLength:"2000"`
	} `nameHint:"Judgement"`
}

// A given value is nil where there is none, and null where it is that.
type given struct{ json.RawMessage }

// Schema says that it is any JSON.
func (given) Schema(huma.Registry) *huma.Schema { return &huma.Schema{} }

// decide carries out a decision.
func (s *service) decide(ctx context.Context, in *judgement) (*struct{ Body decision }, error) {
	d, err := s.asDecision(in)
	if err != nil {
		return nil, err
	}
	if err := s.check(ctx, d, in.Body.Field != ""); err != nil {
		return nil, s.answer(ctx, "review "+d.Document+" "+d.Item, err)
	}
	if d, err = s.store.Decide(ctx, d); err != nil {
		return nil, s.answer(ctx, "review "+d.Document+" "+d.Item, err)
	}
	return &struct{ Body decision }{decisionOf(d)}, nil
}

// asDecision reads what is asked for.
func (s *service) asDecision(in *judgement) (store.Decision, error) {
	b := &in.Body
	value := b.Value.RawMessage
	if (b.State == "") == (b.Field == "") || (b.Field == "") != (value == nil) {
		return store.Decision{}, problem.Invalid.Because(
			"give either state, or field with its value; null takes the field away")
	}
	if b.State != "" {
		state, err := record.ParseReviewState(b.State)
		if err != nil {
			return store.Decision{}, problem.Invalid.Because(err.Error())
		}
		return store.Reviewed(b.Document, b.Item, record.Review{
			State: state, By: b.By, At: s.stamp(), Note: b.Note,
		})
	}
	d := store.Decision{
		Document: b.Document, Item: b.Item, Field: b.Field, By: b.By, At: s.stamp(), Note: b.Note,
	}
	if string(value) != "null" {
		d.New = value
	}
	return d, nil
}

// check tries a decision on a copy, so that what is wrong with it is told from
// what is wrong with the store. One that corrects has to change something that
// people can correct.
func (s *service) check(ctx context.Context, d store.Decision, corrects bool) error {
	r, err := s.store.Record(ctx, d.Document)
	if err != nil {
		return err
	}
	if corrects {
		err = correct.Allow(r, d)
	}
	if err == nil {
		err = d.Apply(r)
	}
	if err == nil && corrects && bytes.Equal(d.Old, d.New) {
		err = fmt.Errorf("%s has that value already; nothing was decided", d.Field)
	}
	if err == nil || errors.Is(err, store.ErrNotFound) {
		return err
	}
	return problem.Invalid.Because(err.Error())
}

// A reviewPath names a decision.
type reviewPath struct {
	Review int64 `path:"review" doc:"Id of the decision"`
}

// undo takes a decision back.
func (s *service) undo(ctx context.Context, in *reviewPath) (*struct{}, error) {
	if err := s.store.Undo(ctx, in.Review); err != nil {
		return nil, s.answer(ctx, "undo a review", err)
	}
	return nil, nil //nolint:nilnil // huma's way to say that there is no body
}
