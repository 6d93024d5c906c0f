// Package queue is work that was promised and is still to be done: documents that a
// client has handed over, to be read when there is time.
//
// A job has tasks, each with its input as bytes. A worker claims a task for a while,
// renews that while it works, and finishes it; what a worker that died had claimed
// is claimed again when its time is over. So each task is worked on at least once,
// and its outcome is kept once: the second of two workers is told that it has lost
// the task. The effect must be the same when it is done twice.
//
// Whoever keeps records keeps the queue beside them, so that what was promised is as
// safe as they are; queuetest is what every engine passes.
package queue

import (
	"context"
	"errors"
	"time"
)

// Errors that a caller may meet, wrapped with what was being done.
var (
	ErrNotFound = errors.New("no such job")
	ErrLost     = errors.New("the task is another worker's by now, or done")
	ErrFull     = errors.New("too much is waiting already")
)

// MaxWaiting bounds the tasks that wait, those of all jobs together but for the
// cancelled ones.
const MaxWaiting = 10_000

// A Job is some work that was handed over together.
type Job struct {
	ID        string
	Created   string // RFC 3339
	Cancelled bool
	Total     int // tasks
	Done      int // of them, the failed among them
	Failed    int
}

// Ended reports whether nothing more will be done.
func (j Job) Ended() bool { return j.Cancelled || j.Done == j.Total }

// A Task is one piece of a job, claimed by a worker.
type Task struct {
	Job   string
	N     int // of the tasks of its job, from 0
	Input []byte

	// Tries counts the claims, this one too.
	Tries int
}

// An Outcome is what became of a task.
type Outcome struct {
	N        int
	Document string // that it led to, "" when it failed
	Problem  string // why it failed
}

// A Queue is safe for concurrent use, by several programs as well.
type Queue interface {
	// Put keeps a job with its inputs, all or, with an error, nothing. The error is
	// [ErrFull] when there would be more than [MaxWaiting] tasks.
	Put(ctx context.Context, j Job, inputs [][]byte) error

	// Job returns a job. The error is [ErrNotFound].
	Job(ctx context.Context, id string) (Job, error)

	// Outcomes returns what became of those tasks of a job that are done, in their
	// order.
	Outcomes(ctx context.Context, id string) ([]Outcome, error)

	// Claim returns the oldest task that nobody has at that time, for the caller
	// alone until another time; false when there is none. Then it drops what nobody
	// has had of cancelled jobs for an hour.
	Claim(ctx context.Context, at, until time.Time) (Task, bool, error)

	// Renew keeps a task for longer. The error is [ErrLost].
	Renew(ctx context.Context, t Task, until time.Time) error

	// Release gives a task back, as if it had not been claimed; the caller has it no
	// longer. The error is [ErrLost].
	Release(ctx context.Context, t Task) error

	// Finish ends a task and drops its input. The error is [ErrLost].
	Finish(ctx context.Context, t Task, o Outcome) error

	// Cancel drops the tasks of a job that nobody has begun. The error is
	// [ErrNotFound].
	Cancel(ctx context.Context, id string) error
}
