package api

import (
	"cmp"
	"context"
	"errors"
	"mime"
	"net/http"
	"reflect"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"readout/internal/ingest"
	"readout/internal/keeping/store"
	"readout/internal/serving/api/describe"
	"readout/internal/serving/article"
	"readout/internal/serving/item"
	"readout/internal/serving/problem"
	"readout/record"
)

// Limits on what is posted.
const (
	maxBody = ingest.MaxBytes + 1 // huma refuses what reaches its limit

	// untimed has huma set no deadline for the body. It would hold behind the body
	// too, and end the request while its document is read.
	untimed = -1

	// readTime is how long a client waits for one document: 50,000 words on one
	// core. The server closes the connection soon after.
	readTime = 50 * time.Second

	// waitTime is how long a document waits for its turn before the client is asked
	// to come again.
	waitTime = 5 * time.Second
)

// post adds the route of what is to be read.
func (s *service) post(a huma.API) {
	raw := &huma.MediaType{Schema: &huma.Schema{Type: "string", Description: "The article itself"}}
	posted := a.OpenAPI().Components.Schemas.Schema(reflect.TypeFor[article.Article](), true, "Article")
	op := operation(a, huma.Operation{
		OperationID: "post-document", Method: http.MethodPost, Path: "/documents",
		Summary: "Read a document and keep its record", Tags: []string{"documents"},
		Description: "The body is the article as text or HTML, with what else is known of it as " +
			"parameters, or both as JSON, or an address to fetch. It is read while you wait. What " +
			"is kept already, the same text of the same address, is answered as it is by 200.",
		RequestBody: &huma.RequestBody{Required: true, Content: map[string]*huma.MediaType{
			"text/plain": raw, "text/html": raw, "application/json": {Schema: posted},
		}},
		Responses: describe.Answers(http.StatusCreated, "It was read; its record", "Record"),
	})
	op.Responses["200"] = describe.Answers(http.StatusOK, "It was kept already; its record", "Record")["200"]
	op.DefaultStatus = http.StatusCreated
	op.SkipValidateBody = true // it is of several kinds
	huma.Register(a, op, s.take)
	op.RequestBody.Content["text/plain"] = raw // huma takes it for binary
}

// A parcel is what was posted.
type parcel struct {
	ContentType string `header:"Content-Type" hidden:"true"`
	URL         string `query:"url" doc:"Where it was published, beside text and HTML"`
	Title       string `query:"title"`
	Date        string `query:"date" doc:"When it was published: 2023-02-23, 2023-02 or 2023"`
	Publisher   string `query:"publisher"`
	RawBody     []byte `contentType:"text/plain"`
}

// take reads what was posted.
func (s *service) take(ctx context.Context, in *parcel) (*whole, error) {
	if s.reader == nil {
		return nil, problem.NoReader.Because("this server has no model")
	}
	src, known, err := in.open()
	if err != nil {
		return nil, err
	}
	ctx, stop := context.WithTimeout(ctx, readTime)
	defer stop()
	r, added, err := s.read(ctx, src, known, waitTime)
	if err != nil {
		return nil, s.answer(ctx, "read a document", err)
	}
	out, err := wholeOf(r)
	if err != nil {
		return nil, s.answer(ctx, "write a record", err)
	}
	out.Location = item.Permalink("documents", r.Document.ID)
	if added {
		out.Status = http.StatusCreated
	}
	return out, nil
}

// open tells what was posted by its content type.
func (in *parcel) open() (ingest.Source, ingest.Options, error) {
	media, _, err := mime.ParseMediaType(in.ContentType)
	if err != nil {
		return ingest.Source{}, ingest.Options{}, problem.BadType.Because("there is no content type")
	}
	known := ingest.Options{Date: in.Date, URL: in.URL, Title: in.Title, Publisher: in.Publisher}
	switch media {
	case "text/plain", "text/markdown", "text/html", "application/xhtml+xml":
		return ingest.Bytes("the body", in.ContentType, in.RawBody), known, nil
	case "application/json":
		a, err := article.Parse(in.RawBody)
		if err != nil {
			return ingest.Source{}, ingest.Options{}, err
		}
		return a.Open()
	}
	return ingest.Source{}, ingest.Options{}, problem.BadType.Because(media + " is not read here")
}

// inTurn has the model read a document when its turn has come, for which it waits
// so long.
func (s *service) inTurn(ctx context.Context, d ingest.Document, longest time.Duration) (*record.Record, error) {
	wait, stop := context.WithTimeout(ctx, longest)
	defer stop()
	back, err := s.turns.Take(wait, len(d.Text))
	if err != nil {
		return nil, cmp.Or(ctx.Err(), store.ErrBusy)
	}
	defer back()
	return s.reader.Read(ctx, d)
}

// read reads a document, unless it is kept, and keeps its record. It reports
// whether it is new. What is fetched needs no turn, so that an address that answers
// slowly holds up no other document.
func (s *service) read(
	ctx context.Context, src ingest.Source, known ingest.Options, wait time.Duration,
) (*record.Record, bool, error) {
	known.Client, known.Now = s.client, s.now
	d, err := ingest.Read(ctx, src, known)
	if err != nil {
		return nil, false, err
	}
	d.Input = d.URL // the client's names for it are no part of a record
	id := record.DocumentID(d.URL, d.Text)
	if r, err := s.store.Record(ctx, id); !isNew(err) {
		return r, false, err
	}
	r, err := s.inTurn(ctx, d, wait)
	if err != nil {
		return nil, false, err
	}
	r.Meta.Created = s.stamp()
	outcomes, err := s.store.Add(ctx, r)
	if err != nil {
		return nil, false, err
	}
	if outcomes[0] == store.Added {
		return r, true, nil
	}
	r, err = s.store.Record(ctx, r.Document.ID) // another client was faster, or it was forgotten
	return r, false, err
}

// isNew reports whether an error says that a document was never here.
func isNew(err error) bool {
	var gone *store.Forgotten
	return errors.Is(err, store.ErrNotFound) && !errors.As(err, &gone)
}

// isJSON reports whether a content type is that of JSON.
func isJSON(contentType string) bool {
	media, _, err := mime.ParseMediaType(contentType)
	return err == nil && media == "application/json"
}
