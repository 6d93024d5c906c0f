package api

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"reflect"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"readout/internal/keeping/queue"
	"readout/internal/serving/article"
	"readout/internal/serving/item"
	"readout/internal/serving/problem"
)

// lookTime is how often a stream of events looks at its job: often enough for people.
const lookTime = 500 * time.Millisecond

// jobs adds the routes of what is read later.
func (s *service) jobs(a huma.API) {
	posted := a.OpenAPI().Components.Schemas.Schema(reflect.TypeFor[article.Bundle](), true, "Bundle")
	op := operation(a, huma.Operation{
		OperationID: "post-job", Method: http.MethodPost, Path: "/jobs",
		Summary: "Hand over many documents, to be read one after another", Tags: []string{"jobs"},
		Description: "They are kept before the answer comes, and read even when the server is killed in " +
			"between. At most 1,000 documents and 16 MiB at once.",
		DefaultStatus: http.StatusAccepted, SkipValidateBody: true,
		RequestBody: &huma.RequestBody{Required: true, Content: map[string]*huma.MediaType{
			"application/json": {Schema: posted},
		}},
	})
	huma.Register(a, op, s.hire)

	op = operation(a, huma.Operation{
		OperationID: "get-job", Method: http.MethodGet, Path: "/jobs/{job}",
		Summary: "How far a job is, and what became of its documents", Tags: []string{"jobs"},
	})
	huma.Register(a, op, s.job)

	op = operation(a, huma.Operation{
		OperationID: "follow-job", Method: http.MethodGet, Path: "/jobs/{job}/events",
		Summary: "The same as a stream of server-sent events, until it ends", Tags: []string{"jobs"},
		Responses: map[string]*huma.Response{"200": {
			Description: "Events named progress, with the state of the job as JSON",
			Content:     map[string]*huma.MediaType{"text/event-stream": {Schema: &huma.Schema{Type: "string"}}},
		}},
	})
	huma.Register(a, op, s.follow)

	op = operation(a, huma.Operation{
		OperationID: "cancel-job", Method: http.MethodDelete, Path: "/jobs/{job}",
		Summary: "Drop those documents of a job that nobody has begun", Tags: []string{"jobs"},
	})
	huma.Register(a, op, s.cancel)
}

// An order is a job that is asked for.
type order struct {
	ContentType string `header:"Content-Type" hidden:"true"`
	RawBody     []byte `contentType:"application/json"`
}

// A JobState is how far a job is.
type JobState struct {
	ID        string `json:"id"`
	Permalink string `json:"permalink"`
	State     string `json:"state" enum:"waiting,cancelled,done" doc:"waiting until all is read"`
	Created   string `json:"created" doc:"RFC 3339"`
	Total     int    `json:"total" doc:"Documents"`
	Done      int    `json:"done" doc:"Of them, the failed among them"`
	Failed    int    `json:"failed"`
}

func stateOf(j queue.Job) JobState {
	state := "waiting"
	if j.Done == j.Total {
		state = "done"
	}
	if j.Cancelled {
		state = "cancelled"
	}
	return JobState{
		ID: j.ID, Permalink: item.Permalink("jobs", j.ID), State: state, Created: j.Created,
		Total: j.Total, Done: j.Done, Failed: j.Failed,
	}
}

// An accepted job.
type accepted struct {
	Location string `header:"Location" doc:"Path of the job"`
	Body     JobState
}

// hire keeps a job.
func (s *service) hire(ctx context.Context, in *order) (*accepted, error) {
	if s.queue == nil || s.reader == nil {
		return nil, problem.NoReader.Because("this server takes no jobs")
	}
	if !isJSON(in.ContentType) {
		return nil, problem.BadType.Because("a job is application/json")
	}
	inputs, err := article.ParseBundle(in.RawBody)
	if err != nil {
		return nil, err
	}
	j := queue.Job{ID: "j" + rand.Text(), Created: s.stamp(), Total: len(inputs)}
	if err := s.queue.Put(ctx, j, inputs); err != nil {
		return nil, s.answerJob(ctx, "keep a job", err)
	}
	select {
	case s.nudge <- struct{}{}:
	default: // the worker is awake
	}
	state := stateOf(j)
	return &accepted{Location: state.Permalink, Body: state}, nil
}

// jobPath names a job.
type jobPath struct {
	Job string `path:"job" doc:"Id of the job"`
}

// A result is what became of one document.
type result struct {
	N         int    `json:"n" doc:"Of the documents of the job, from 0"`
	Document  string `json:"document,omitempty" doc:"Its id"`
	Permalink string `json:"permalink,omitempty" doc:"Path of its record"`
	Problem   string `json:"problem,omitempty" doc:"Why it could not be read"`
}

// A report is a job with what became of its documents.
type report struct {
	JobState
	Results []result `json:"results" doc:"Those that are done, in their order"`
}

// job answers with a job.
func (s *service) job(ctx context.Context, in *jobPath) (*struct{ Body report }, error) {
	j, err := s.find(ctx, in.Job)
	if err != nil {
		return nil, err
	}
	all, err := s.queue.Outcomes(ctx, in.Job)
	if err != nil {
		return nil, s.answerJob(ctx, "get a job", err)
	}
	out := &struct{ Body report }{report{Results: []result{}}}
	out.Body.JobState = stateOf(j)
	for _, o := range all {
		r := result{N: o.N, Document: o.Document, Problem: o.Problem}
		if o.Document != "" {
			r.Permalink = item.Permalink("documents", o.Document)
		}
		out.Body.Results = append(out.Body.Results, r)
	}
	return out, nil
}

// find returns a job.
func (s *service) find(ctx context.Context, id string) (queue.Job, error) {
	if s.queue == nil {
		return queue.Job{}, problem.NotFound.Because("this server takes no jobs")
	}
	j, err := s.queue.Job(ctx, id)
	if err != nil {
		return j, s.answerJob(ctx, "get a job", err)
	}
	return j, nil
}

// follow streams the states of a job until it ends or the client goes.
func (s *service) follow(ctx context.Context, in *jobPath) (*huma.StreamResponse, error) {
	j, err := s.find(ctx, in.Job)
	if err != nil {
		return nil, err
	}
	return &huma.StreamResponse{Body: func(c huma.Context) {
		c.SetHeader("Content-Type", "text/event-stream")
		_, w := humago.Unwrap(c)
		out := http.NewResponseController(w)
		tick := time.NewTicker(lookTime)
		defer tick.Stop()
		for last := -1; ; {
			if last != j.Done || j.Ended() {
				last = j.Done
				data, err := json.Marshal(stateOf(j))
				if err != nil {
					return
				}
				if _, err := fmt.Fprintf(w, "event: progress\ndata: %s\n\n", data); err != nil || out.Flush() != nil {
					return
				}
			}
			if j.Ended() {
				return
			}
			select {
			case <-tick.C:
			case <-ctx.Done():
				return
			}
			if j, err = s.queue.Job(ctx, in.Job); err != nil {
				return
			}
		}
	}}, nil
}

// cancel drops what is left of a job.
func (s *service) cancel(ctx context.Context, in *jobPath) (*struct{}, error) {
	if _, err := s.find(ctx, in.Job); err != nil {
		return nil, err
	}
	if err := s.queue.Cancel(ctx, in.Job); err != nil {
		return nil, s.answerJob(ctx, "cancel a job", err)
	}
	return nil, nil //nolint:nilnil // huma's way to say that there is no body
}

// answerJob adds what errors of the queue mean to [service.answer].
func (s *service) answerJob(ctx context.Context, doing string, err error) error {
	switch {
	case errors.Is(err, queue.ErrNotFound):
		return problem.NotFound.Because(err.Error())
	case errors.Is(err, queue.ErrFull):
		return huma.ErrorWithHeaders(problem.Busy.Because(queue.ErrFull.Error()), http.Header{"Retry-After": {"60"}})
	}
	return s.answer(ctx, doing, err)
}
