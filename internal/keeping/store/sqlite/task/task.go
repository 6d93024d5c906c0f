// Package task keeps the queue of package queue in the tables of an SQLite file. A
// claim is one statement, so that no two workers have one task.
package task

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"readout/internal/keeping/queue"
)

// A Queue is the work that waits in a file. It is a queue.Queue.
type Queue struct {
	writer, reader *sql.DB
	fault          func(err error, doing string, args ...any) error
}

// New returns the queue of an open file. Fault adds to an error what was being done
// and what it means; it is nil for none.
func New(writer, reader *sql.DB, fault func(error, string, ...any) error) *Queue {
	return &Queue{writer, reader, fault}
}

// Put implements [queue.Queue].
func (q *Queue) Put(ctx context.Context, j queue.Job, inputs [][]byte) error {
	const waiting = `
		SELECT count(*) FROM task t JOIN job j ON j.id = t.job
		WHERE NOT t.done AND NOT j.cancelled`
	const insertJob = `INSERT INTO job (id, created) VALUES (?, ?)`
	const insertTask = `INSERT INTO task (job, n, input) VALUES (?, ?, ?)`
	err := q.write(ctx, func(tx *sql.Tx) error {
		var n int
		if err := tx.QueryRowContext(ctx, waiting).Scan(&n); err != nil {
			return err
		}
		if n+len(inputs) > queue.MaxWaiting {
			return queue.ErrFull
		}
		if _, err := tx.ExecContext(ctx, insertJob, j.ID, j.Created); err != nil {
			return err
		}
		for i, input := range inputs {
			if input == nil {
				input = []byte{}
			}
			if _, err := tx.ExecContext(ctx, insertTask, j.ID, i, input); err != nil {
				return err
			}
		}
		return nil
	})
	return q.fault(err, "keep job %s", j.ID)
}

// Job implements [queue.Queue].
func (q *Queue) Job(ctx context.Context, id string) (queue.Job, error) {
	const one = `
		SELECT j.id, j.created, j.cancelled, count(t.id), ifnull(sum(t.done), 0),
			ifnull(sum(t.problem <> ''), 0)
		FROM job j LEFT JOIN task t ON t.job = j.id
		WHERE j.id = ?
		GROUP BY j.id`
	var j queue.Job
	err := q.reader.QueryRowContext(ctx, one, id).Scan(
		&j.ID, &j.Created, &j.Cancelled, &j.Total, &j.Done, &j.Failed)
	if errors.Is(err, sql.ErrNoRows) {
		err = queue.ErrNotFound
	}
	return j, q.fault(err, "job %s", id)
}

// Outcomes implements [queue.Queue].
func (q *Queue) Outcomes(ctx context.Context, id string) ([]queue.Outcome, error) {
	const ended = `SELECT n, document, problem FROM task WHERE job = ? AND done ORDER BY n`
	if _, err := q.Job(ctx, id); err != nil {
		return nil, err
	}
	rows, err := q.reader.QueryContext(ctx, ended, id)
	if err != nil {
		return nil, q.fault(err, "job %s", id)
	}
	defer rows.Close()
	var all []queue.Outcome
	for rows.Next() {
		var o queue.Outcome
		if err := rows.Scan(&o.N, &o.Document, &o.Problem); err != nil {
			return nil, q.fault(err, "job %s", id)
		}
		all = append(all, o)
	}
	return all, q.fault(rows.Err(), "job %s", id)
}

// Claim implements [queue.Queue].
func (q *Queue) Claim(ctx context.Context, at, until time.Time) (queue.Task, bool, error) {
	const claim = `
		UPDATE task SET lease = ?, tries = tries + 1
		WHERE id = (
			SELECT t.id FROM task t JOIN job j ON j.id = t.job
			WHERE NOT t.done AND t.lease <= ? AND NOT j.cancelled
			ORDER BY t.id
			LIMIT 1)
		RETURNING job, n, input, tries`
	var t queue.Task
	err := q.writer.QueryRowContext(ctx, claim, until.Unix(), at.Unix()).Scan(
		&t.Job, &t.N, &t.Input, &t.Tries)
	if errors.Is(err, sql.ErrNoRows) {
		return queue.Task{}, false, q.sweep(ctx, at)
	}
	return t, err == nil, q.fault(err, "claim a task")
}

// lateTime is how long a worker of a cancelled job may be late and still finish.
const lateTime = time.Hour

// sweep drops what workers that died had of jobs that are cancelled.
func (q *Queue) sweep(ctx context.Context, at time.Time) error {
	const left = `
		DELETE FROM task
		WHERE NOT done AND lease <= ? AND job IN (SELECT id FROM job WHERE cancelled)`
	_, err := q.writer.ExecContext(ctx, left, at.Add(-lateTime).Unix())
	return q.fault(err, "drop what is left of cancelled jobs")
}

// Renew implements [queue.Queue].
func (q *Queue) Renew(ctx context.Context, t queue.Task, until time.Time) error {
	const renew = `
		UPDATE task SET lease = ?
		WHERE job = ? AND n = ? AND tries = ? AND NOT done`
	return q.own(ctx, t, renew, until.Unix(), t.Job, t.N, t.Tries)
}

// Release implements [queue.Queue].
func (q *Queue) Release(ctx context.Context, t queue.Task) error {
	const release = `
		UPDATE task SET lease = 0, tries = tries - 1
		WHERE job = ? AND n = ? AND tries = ? AND NOT done`
	return q.own(ctx, t, release, t.Job, t.N, t.Tries)
}

// Finish implements [queue.Queue].
func (q *Queue) Finish(ctx context.Context, t queue.Task, o queue.Outcome) error {
	const finish = `
		UPDATE task SET done = 1, input = NULL, document = ?, problem = ?
		WHERE job = ? AND n = ? AND tries = ? AND NOT done`
	return q.own(ctx, t, finish, o.Document, o.Problem, t.Job, t.N, t.Tries)
}

// own changes a task for the worker that has it. The number of claims tells it from
// those that had it before.
func (q *Queue) own(ctx context.Context, t queue.Task, change string, args ...any) error {
	done, err := q.writer.ExecContext(ctx, change, args...)
	if err != nil {
		return q.fault(err, "task %d of job %s", t.N, t.Job)
	}
	if n, err := done.RowsAffected(); err != nil || n == 0 {
		return q.fault(errors.Join(queue.ErrLost, err), "task %d of job %s", t.N, t.Job)
	}
	return nil
}

// Cancel implements [queue.Queue].
func (q *Queue) Cancel(ctx context.Context, id string) error {
	const cancel = `UPDATE job SET cancelled = 1 WHERE id = ?`
	const drop = `DELETE FROM task WHERE job = ? AND NOT done AND tries = 0`
	err := q.write(ctx, func(tx *sql.Tx) error {
		done, err := tx.ExecContext(ctx, cancel, id)
		if err != nil {
			return err
		}
		if n, err := done.RowsAffected(); err != nil || n == 0 {
			return errors.Join(queue.ErrNotFound, err)
		}
		_, err = tx.ExecContext(ctx, drop, id)
		return err
	})
	return q.fault(err, "cancel job %s", id)
}

// write runs a transaction, which is committed unless do returns an error.
func (q *Queue) write(ctx context.Context, do func(tx *sql.Tx) error) error {
	tx, err := q.writer.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	if err := do(tx); err != nil {
		if back := tx.Rollback(); !errors.Is(back, sql.ErrTxDone) { // by ctx
			err = errors.Join(err, back)
		}
		return err
	}
	return tx.Commit()
}
