package api

import (
	"context"
	"errors"
	"fmt"
	"math"
	"time"

	"readout/internal/keeping/queue"
	"readout/internal/keeping/store"
	"readout/internal/serving/article"
	"readout/internal/serving/problem"
)

// Times of a worker.
const (
	leaseTime = 30 * time.Second // what a killed program had is begun again that much later
	renewTime = 10 * time.Second // a worker that is alive does not lose what it has
	restTime  = 5 * time.Second  // between two looks, for what another program has put

	releaseTime = 2 * time.Second // for the last write of a server that ends
)

// maxTries is how often a task is begun: a document that kills the program is given
// up then.
const maxTries = 3

// Work reads the documents of jobs, one at a time, until the context ends. What it has
// then begun is read by the next one.
func (a *API) Work(ctx context.Context) {
	s := a.service
	if s.queue == nil || s.reader == nil {
		return
	}
	rest := time.NewTicker(restTime)
	defer rest.Stop()
	for ctx.Err() == nil {
		t, ok, err := s.queue.Claim(ctx, s.now(), s.now().Add(leaseTime))
		if err != nil && ctx.Err() == nil {
			s.log.ErrorContext(ctx, "claim a document of a job", "error", err)
		}
		if ok {
			s.work(ctx, t)
			continue
		}
		select {
		case <-s.nudge:
		case <-rest.C:
		case <-ctx.Done():
		}
	}
}

// work does one task.
func (s *service) work(ctx context.Context, t queue.Task) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	go s.hold(ctx, stop, t)
	o := queue.Outcome{N: t.N}
	var err error
	if o.Document, err = s.readTask(ctx, t); err != nil {
		if ctx.Err() != nil || errors.Is(err, store.ErrBusy) {
			s.release(ctx, t) // it is claimed again
			return
		}
		o.Problem = s.told(ctx, err)
	}
	if err := s.queue.Finish(ctx, t, o); err != nil && ctx.Err() == nil {
		s.log.ErrorContext(ctx, "finish a document of a job", "job", t.Job, "error", err)
	}
}

// release gives a task back that was not read to its end by no fault of its own: it
// was not tried. The server may be at its end.
func (s *service) release(ctx context.Context, t queue.Task) {
	ctx, stop := context.WithTimeout(context.WithoutCancel(ctx), releaseTime)
	defer stop()
	err := s.queue.Release(ctx, t)
	if err != nil && !errors.Is(err, queue.ErrLost) {
		s.log.ErrorContext(ctx, "release a document of a job", "job", t.Job, "error", err)
	}
}

// hold renews a task until the context ends. When the task is lost it ends the work.
func (s *service) hold(ctx context.Context, stop func(), t queue.Task) {
	tick := time.NewTicker(renewTime)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
		case <-ctx.Done():
			return
		}
		if err := s.queue.Renew(ctx, t, s.now().Add(leaseTime)); errors.Is(err, queue.ErrLost) {
			stop()
			return
		}
	}
}

// readTask reads the document of a task and returns its id.
func (s *service) readTask(ctx context.Context, t queue.Task) (string, error) {
	if t.Tries > maxTries {
		return "", problem.Internal.Because(fmt.Sprintf("given up after %d tries", maxTries))
	}
	a, err := article.Parse(t.Input)
	if err != nil {
		return "", err
	}
	src, known, err := a.Open()
	if err != nil {
		return "", err
	}
	r, _, err := s.read(ctx, src, known, math.MaxInt64) // nobody waits for the answer
	if err != nil {
		return "", err
	}
	return r.Document.ID, nil
}

// told says what went wrong as a client is told.
func (s *service) told(ctx context.Context, err error) string {
	var p *problem.Problem
	if errors.As(s.answer(ctx, "read a document of a job", err), &p) {
		return p.Title + ": " + p.Detail
	}
	return problem.Internal.Title
}
