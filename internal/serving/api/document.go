package api

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"readout/internal/keeping/store"
	"readout/internal/serving/api/describe"
	"readout/internal/serving/item"
	"readout/internal/serving/problem"
	"readout/record"
)

// documents adds the routes of single documents.
func (s *service) documents(a huma.API) {
	op := operation(a, huma.Operation{
		OperationID: "get-document", Method: http.MethodGet, Path: "/documents/{document}",
		Summary: "The record of a document", Tags: []string{"documents"},
		Responses: describe.Answers(http.StatusOK, "Its record, as readout read writes it", "Record"),
	})
	huma.Register(a, op, s.document)

	op = operation(a, huma.Operation{
		OperationID: "list-versions", Method: http.MethodGet, Path: "/documents/{document}/versions",
		Summary: "By which versions of readout it was read, the newest first", Tags: []string{"documents"},
	})
	huma.Register(a, op, s.versions)

	op = operation(a, huma.Operation{
		OperationID: "forget-document", Method: http.MethodDelete, Path: "/documents/{document}",
		Summary: "Delete a document for good", Tags: []string{"documents"},
		Description: "All its versions go, what was read in it and what was decided about it. " +
			"Its id, the reason and the time stay, so that it is not added again.",
	})
	huma.Register(a, op, s.forget)
	s.post(a)
}

// DocumentPath names a document.
type DocumentPath struct {
	Document string `path:"document" doc:"Id of the document" example:"d6c1f8e0a4b2937f1"`
}

// wholeDocument is what is asked of a document.
type wholeDocument struct {
	DocumentPath
	Pipeline string `query:"pipeline" doc:"The version of readout that read it; without one that of the newest"`
	Offsets  string `query:"offsets" enum:"codepoint,utf16,byte" doc:"The unit of all spans; without one that of the record"`
}

// A whole record, as it is written everywhere.
type whole struct {
	Status   int
	Type     string `header:"Content-Type"`
	Location string `header:"Location" doc:"Path of the record"`
	Body     []byte
}

// wholeOf writes a record.
func wholeOf(r *record.Record) (*whole, error) {
	data, err := r.MarshalCanonical()
	if err != nil {
		return nil, err
	}
	return &whole{Status: http.StatusOK, Type: "application/json", Body: append(data, '\n')}, nil
}

// document answers with a record.
func (s *service) document(ctx context.Context, in *wholeDocument) (*whole, error) {
	r, err := s.version(ctx, in.Document, in.Pipeline)
	if err == nil {
		r, err = inUnit(r, in.Offsets)
	}
	if err != nil {
		return nil, s.answer(ctx, "get document "+in.Document, err)
	}
	return wholeOf(r)
}

// version returns a document as a pipeline read it, as it is shown where none is
// named.
func (s *service) version(ctx context.Context, document, pipeline string) (*record.Record, error) {
	if pipeline == "" {
		return s.store.Record(ctx, document)
	}
	all, err := s.store.Versions(ctx, document)
	if err != nil {
		return nil, err
	}
	for _, r := range all {
		if r.Meta.Pipeline == pipeline {
			return r, nil
		}
	}
	return nil, fmt.Errorf("document %s by %q: %w", document, pipeline, store.ErrNotFound)
}

// inUnit converts all spans of a record, where a unit is named.
func inUnit(r *record.Record, unit string) (*record.Record, error) {
	if unit == "" {
		return r, nil
	}
	offsets, err := record.ParseOffsets(unit)
	if err != nil {
		return nil, problem.Invalid.Because(err.Error())
	}
	if r, err = r.In(offsets); err != nil {
		return nil, problem.Invalid.Because(err.Error())
	}
	return r, nil
}

// A version is a record without what is in it.
type version struct {
	Pipeline   string `json:"pipeline"`
	Created    string `json:"created,omitempty" doc:"When it was read, RFC 3339"`
	Permalink  string `json:"permalink"`
	Statements int    `json:"statements"`
	Events     int    `json:"events"`
}

// versions answers with the versions of a document.
func (s *service) versions(ctx context.Context, in *DocumentPath) (*struct {
	Body struct {
		Items []version `json:"items"`
	} `nameHint:"Versions"`
}, error,
) {
	all, err := s.store.Versions(ctx, in.Document)
	if err != nil {
		return nil, s.answer(ctx, "list the versions of "+in.Document, err)
	}
	var out struct {
		Body struct {
			Items []version `json:"items"`
		} `nameHint:"Versions"`
	}
	for _, r := range all {
		out.Body.Items = append(out.Body.Items, version{
			Pipeline: r.Meta.Pipeline, Created: r.Meta.Created,
			Permalink:  item.Permalink("documents", in.Document) + "?pipeline=" + url.QueryEscape(r.Meta.Pipeline),
			Statements: len(r.Statements), Events: len(r.Events),
		})
	}
	return &out, nil
}

// A farewell names a document and why it is to go.
type farewell struct {
	DocumentPath
	Reason string `query:"reason" required:"true" maxLength:"1000" doc:"Why; it is all that stays"`
}

// What stays of a document.
type remains struct {
	Document string `json:"document"`
	Reason   string `json:"reason"`
	At       string `json:"at" doc:"RFC 3339"`
}

// forget deletes a document.
func (s *service) forget(ctx context.Context, in *farewell) (*struct{ Body remains }, error) {
	if strings.TrimSpace(in.Reason) == "" {
		return nil, problem.Invalid.Because("reason is empty: say why, as it is all that stays")
	}
	f := store.Forgotten{Document: in.Document, Reason: in.Reason, At: s.stamp()}
	if err := s.store.Forget(ctx, f); err != nil {
		return nil, s.answer(ctx, "forget document "+in.Document, err)
	}
	return &struct{ Body remains }{remains(f)}, nil
}
