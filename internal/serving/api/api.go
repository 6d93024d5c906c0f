// Package api is the REST interface, version 1: what is kept as JSON, with the
// filters of package query as parameters, and articles read into it.
//
// Every answer says what it is by a strong ETag made of its bytes, so that asking
// again costs nothing when nothing has changed; every refusal is a problem of RFC
// 9457 whose type leads to its place in the reference. Lists have the form
// {items, next, query} with cursors that hold for their query alone. One document
// is read while the client waits; the same document posted again is the same
// document.
//
// The routes, parameters and shapes are described by OpenAPI 3.1 in
// docs/openapi.json, which [OpenAPI] makes and the interface itself serves; shapes
// of records are those of the record's schema.
//
// The package knows nothing of hosts, tokens, rates and slow bodies: whoever listens
// guards it.
// It reads through [Reader], so that it builds and is tested without a model. The
// handler is safe for concurrent use.
//
// Limits: a request has 16 MiB and its address 16 KiB; a page of a list has at most
// 1,000 rows and a question two seconds, so that no client takes the database from
// the others.
package api

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"runtime"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"readout/internal/ingest"
	"readout/internal/keeping/queue"
	"readout/internal/keeping/store"
	"readout/internal/language/edtf"
	"readout/internal/serving/api/describe"
	"readout/internal/serving/etag"
	"readout/internal/serving/problem"
	"readout/internal/serving/route"
	"readout/internal/serving/turn"
	"readout/record"
)

// Prefix is the path below which all routes are.
const Prefix = "/api/v1"

// A Reader makes records of documents.
type Reader interface {
	Read(ctx context.Context, d ingest.Document) (*record.Record, error)
}

// Options are what the interface is made of. Store and Now are needed.
type Options struct {
	Store  store.Store
	Reader Reader           // nil: documents are not read here
	Now    func() time.Time // in the zone whose days count for what is overdue
	Log    *slog.Logger     // nil: nothing is logged
	Queue  queue.Queue      // keeps jobs; nil: there are none
	Client *http.Client     // fetches addresses; nil: one for each, which refuses those that are not public
}

// A service answers.
type service struct {
	store  store.Store
	reader Reader
	now    func() time.Time
	log    *slog.Logger
	client *http.Client
	queue  queue.Queue
	turns  turn.Turns    // of documents that are being read
	nudge  chan struct{} // says that a job has come
}

// An API is the handler of all paths below [Prefix], which it expects in them.
type API struct {
	http.Handler
	service *service
}

// Patterns returns the routes.
func (a *API) Patterns() []string { return route.Of(a.Handler) }

// IsSlow says which requests wait for a document to be read.
func (a *API) IsSlow(r *http.Request) bool { return route.IsSlow(a.Handler, r) }

// New returns an interface. Where it is to take jobs somebody must call its Work.
func New(o Options) (*API, error) {
	if o.Store == nil || o.Now == nil {
		return nil, errors.New("the API needs a store and a clock")
	}
	s := &service{
		store: o.Store, reader: o.Reader, now: o.Now, log: o.Log, client: o.Client,
		queue: o.Queue,
		turns: turn.New(runtime.GOMAXPROCS(0)), nudge: make(chan struct{}, 1),
	}
	if s.log == nil {
		s.log = slog.New(slog.DiscardHandler)
	}
	mux := route.New()
	described, err := s.register(mux)
	if err != nil {
		return nil, err
	}
	description, err := describe.OpenAPI(described)
	if err != nil {
		return nil, err
	}
	mux.Slow("POST " + Prefix + "/documents")
	mux.HandleFunc("GET "+Prefix+"/openapi.json", serve("application/vnd.oai.openapi+json;version=3.1", description))
	mux.HandleFunc("GET "+Prefix+"/docs", serve("text/markdown; charset=utf-8", []byte(describe.Reference(described))))
	return &API{mux.Behind(etag.Handler(mux.ServeMux)), s}, nil
}

// register adds all routes to a mux, and returns what describes them.
func (s *service) register(mux *route.Table) (huma.API, error) {
	form := huma.Format{Marshal: marshal, Unmarshal: json.Unmarshal}
	a := humago.NewWithPrefix(mux, Prefix, huma.Config{
		OpenAPI: &huma.OpenAPI{
			Info: &huma.Info{Title: "readout", Version: "1", Description: describe.About, License: &huma.License{
				Name: "Apache-2.0", Identifier: "Apache-2.0",
			}},
			Tags: describe.Sections,
		},
		Formats:       map[string]huma.Format{"application/json": form, "json": form},
		DefaultFormat: "application/json",
		Transformers:  []huma.Transformer{problem.Shown},
	})
	if err := describe.Shapes(a.OpenAPI().Components.Schemas); err != nil {
		return nil, err
	}
	s.documents(a)
	s.lists(a)
	s.items(a)
	s.reviews(a)
	s.jobs(a)
	delete(a.OpenAPI().Components.Schemas.Map(), "ErrorModel") // every answer of it becomes a Problem
	return a, nil
}

// marshal writes an answer. Nothing of it is ever part of a page, so that "<" stays.
func marshal(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

// serve answers with bytes that never change.
func serve(contentType string, data []byte) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", contentType)
		_, _ = w.Write(data) // the client has gone
	}
}

// today is the day that it is.
func (s *service) today() edtf.Day {
	year, month, day := s.now().Date()
	return edtf.DayOf(year, int(month), day)
}

// stamp is the time as it is kept.
func (s *service) stamp() string { return s.now().UTC().Format(time.RFC3339) }

// retrySeconds is what a client waits when there is too much to do: about as long
// as an article of usual length takes to be read.
const retrySeconds = "1"

// answer returns an error of another package as the answer to it. What a client
// can do nothing about is logged and not told.
func (s *service) answer(ctx context.Context, doing string, err error) error {
	var own *problem.Problem
	if errors.As(err, &own) {
		return err
	}
	p := problem.Of(err)
	if p == nil {
		p = problem.Internal.Because(doing + ": see the log of the server")
		s.log.ErrorContext(ctx, doing, "error", err)
	}
	if p.Status == http.StatusServiceUnavailable {
		return huma.ErrorWithHeaders(p, http.Header{"Retry-After": {retrySeconds}})
	}
	return p
}

// operation completes the description of an operation and bounds its requests.
func operation(a huma.API, op huma.Operation) huma.Operation {
	op = describe.Complete(a, op)
	op.MaxBodyBytes, op.BodyReadTimeout = maxBody, untimed
	return op
}
