// Package queuetest has the tests that every engine of package queue passes.
package queuetest

import (
	"errors"
	"strconv"
	"sync"
	"testing"
	"time"

	"readout/internal/keeping/queue"
)

// noon is the time at which all tests begin.
var noon = time.Date(2024, 3, 20, 12, 0, 0, 0, time.UTC)

// lease is for how long the tests claim.
const lease = time.Minute

// Run tests an engine. Each call of open returns an empty queue.
func Run(t *testing.T, open func(t *testing.T) queue.Queue) {
	t.Run("EachTaskIsHadOnceInItsOrder", func(t *testing.T) { inOrder(t, open(t)) })
	t.Run("WhatADeadWorkerHadIsClaimedAgain", func(t *testing.T) { reclaims(t, open(t)) })
	t.Run("WhatIsReleasedWasNotTried", func(t *testing.T) { releases(t, open(t)) })
	t.Run("ManyWorkersShareTheTasks", func(t *testing.T) { shares(t, open(t)) })
	t.Run("WhatIsCancelledIsNotBegun", func(t *testing.T) { cancels(t, open(t)) })
	t.Run("WhatADeadWorkerHadOfACancelledJobIsDropped", func(t *testing.T) {
		drops(t, open(t))
	})
	t.Run("AQueueHasAnEnd", func(t *testing.T) { fills(t, open(t)) })
}

// put keeps a job with as many tasks as there are inputs.
func put(t *testing.T, q queue.Queue, id string, inputs ...string) {
	t.Helper()
	data := make([][]byte, len(inputs))
	for i := range inputs {
		data[i] = []byte(inputs[i])
	}
	if err := q.Put(t.Context(), queue.Job{ID: id, Created: "2024-03-20T12:00:00Z"}, data); err != nil {
		t.Fatal(err)
	}
}

// claim has the next task.
func claim(t *testing.T, q queue.Queue, at time.Time) (queue.Task, bool) {
	t.Helper()
	task, ok, err := q.Claim(t.Context(), at, at.Add(lease))
	if err != nil {
		t.Fatal(err)
	}
	return task, ok
}

func inOrder(t *testing.T, q queue.Queue) {
	put(t, q, "j1", "a", "b")
	put(t, q, "j2", "\x00c")
	for _, want := range []string{"a", "b", "\x00c"} {
		task, ok := claim(t, q, noon)
		if !ok || string(task.Input) != want || task.Tries != 1 {
			t.Fatalf("claimed %+v, want %q", task, want)
		}
		o := queue.Outcome{N: task.N, Document: "d" + want}
		if want == "b" {
			o = queue.Outcome{N: task.N, Problem: "no text"}
		}
		if err := q.Finish(t.Context(), task, o); err != nil {
			t.Fatal(err)
		}
		if err := q.Finish(t.Context(), task, o); !errors.Is(err, queue.ErrLost) {
			t.Errorf("finished twice: %v", err)
		}
	}
	if task, ok := claim(t, q, noon.Add(2*lease)); ok {
		t.Errorf("claimed %+v when all was done", task)
	}
	j, err := q.Job(t.Context(), "j1")
	if err != nil || j != (queue.Job{ID: "j1", Created: "2024-03-20T12:00:00Z", Total: 2, Done: 2, Failed: 1}) || !j.Ended() {
		t.Errorf("%+v, %v", j, err)
	}
	out, err := q.Outcomes(t.Context(), "j1")
	if err != nil || len(out) != 2 || out[0] != (queue.Outcome{Document: "da"}) ||
		out[1] != (queue.Outcome{N: 1, Problem: "no text"}) {
		t.Errorf("%+v, %v", out, err)
	}
	for _, err := range []error{
		second(q.Job(t.Context(), "j9")), second(q.Outcomes(t.Context(), "j9")), q.Cancel(t.Context(), "j9"),
	} {
		if !errors.Is(err, queue.ErrNotFound) {
			t.Errorf("of a job that is none: %v", err)
		}
	}
}

func second[T any](_ T, err error) error { return err }

func reclaims(t *testing.T, q queue.Queue) {
	put(t, q, "j1", "a")
	dead, _ := claim(t, q, noon)
	if task, ok := claim(t, q, noon.Add(lease-time.Second)); ok {
		t.Fatalf("claimed %+v while another had it", task)
	}
	if err := q.Renew(t.Context(), dead, noon.Add(2*lease)); err != nil {
		t.Fatal(err)
	}
	if task, ok := claim(t, q, noon.Add(lease+time.Second)); ok {
		t.Fatalf("claimed %+v, which was renewed", task)
	}
	heir, ok := claim(t, q, noon.Add(2*lease+time.Second))
	if !ok || heir.Tries != 2 || string(heir.Input) != "a" {
		t.Fatalf("after its time: %+v", heir)
	}
	if err := q.Renew(t.Context(), dead, noon.Add(9*lease)); !errors.Is(err, queue.ErrLost) {
		t.Errorf("renewed by the dead: %v", err)
	}
	if err := q.Finish(t.Context(), dead, queue.Outcome{Document: "dead"}); !errors.Is(err, queue.ErrLost) {
		t.Errorf("finished by the dead: %v", err)
	}
	if err := q.Finish(t.Context(), heir, queue.Outcome{Document: "heir"}); err != nil {
		t.Fatal(err)
	}
	if out, err := q.Outcomes(t.Context(), "j1"); err != nil || len(out) != 1 || out[0].Document != "heir" {
		t.Errorf("%+v, %v", out, err)
	}
}

func releases(t *testing.T, q queue.Queue) {
	put(t, q, "j1", "a", "b")
	first, _ := claim(t, q, noon)
	if err := q.Release(t.Context(), first); err != nil {
		t.Fatal(err)
	}
	again, ok := claim(t, q, noon)
	if !ok || string(again.Input) != "a" || again.Tries != 1 {
		t.Fatalf("behind the release: %+v", again)
	}
	if err := q.Finish(t.Context(), again, queue.Outcome{Document: "d"}); err != nil {
		t.Fatal(err)
	}
	if err := q.Release(t.Context(), again); !errors.Is(err, queue.ErrLost) {
		t.Errorf("released what is done: %v", err)
	}
	dead, _ := claim(t, q, noon)
	if heir, ok := claim(t, q, noon.Add(2*lease)); !ok || heir.Tries != 2 {
		t.Fatalf("after its time: %+v", heir)
	}
	if err := q.Release(t.Context(), dead); !errors.Is(err, queue.ErrLost) {
		t.Errorf("released by the dead: %v", err)
	}
}

func shares(t *testing.T, q queue.Queue) {
	const tasks, workers = 40, 4
	inputs := make([]string, tasks)
	for i := range inputs {
		inputs[i] = strconv.Itoa(i)
	}
	put(t, q, "j1", inputs...)
	var mu sync.Mutex
	seen := map[string]int{}
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for {
				task, ok, err := q.Claim(t.Context(), noon, noon.Add(lease))
				if err != nil || !ok {
					if err != nil {
						t.Error(err)
					}
					return
				}
				mu.Lock()
				seen[string(task.Input)]++
				mu.Unlock()
				if err := q.Finish(t.Context(), task, queue.Outcome{N: task.N, Document: "d"}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	for _, in := range inputs {
		if seen[in] != 1 {
			t.Errorf("task %s was had %d times", in, seen[in])
		}
	}
	if j, err := q.Job(t.Context(), "j1"); err != nil || j.Done != tasks || j.Failed != 0 {
		t.Errorf("%+v, %v", j, err)
	}
}

func cancels(t *testing.T, q queue.Queue) {
	put(t, q, "j1", "a", "b")
	begun, _ := claim(t, q, noon)
	if err := q.Cancel(t.Context(), "j1"); err != nil {
		t.Fatal(err)
	}
	if task, ok := claim(t, q, noon.Add(2*lease)); ok {
		t.Errorf("claimed %+v of a cancelled job", task)
	}
	if err := q.Finish(t.Context(), begun, queue.Outcome{Document: "d"}); err != nil {
		t.Errorf("what was begun: %v", err)
	}
	if j, err := q.Job(t.Context(), "j1"); err != nil || !j.Cancelled || j.Done != 1 || !j.Ended() {
		t.Errorf("%+v, %v", j, err)
	}
	if err := q.Cancel(t.Context(), "j1"); err != nil {
		t.Errorf("cancelled twice: %v", err)
	}
}

// drops has workers die with tasks of a job that is cancelled before or after their
// time is over: they fill no place, and one that lives may still finish.
func drops(t *testing.T, q queue.Queue) {
	put(t, q, "j1", "a", "b", "c")
	over, _ := claim(t, q, noon)
	live, _ := claim(t, q, noon.Add(2*lease))
	if string(live.Input) != "a" || over.N != live.N {
		t.Fatalf("claimed %+v, then %+v", over, live)
	}
	if err := q.Cancel(t.Context(), "j1"); err != nil {
		t.Fatal(err)
	}
	put(t, q, "j2", make([]string, queue.MaxWaiting)...)
	if err := q.Finish(t.Context(), live, queue.Outcome{Document: "d"}); err != nil {
		t.Errorf("what was begun: %v", err)
	}
	if err := q.Cancel(t.Context(), "j2"); err != nil {
		t.Fatal(err)
	}
	put(t, q, "j4", "x", "y")
	if dead, ok := claim(t, q, noon); !ok || string(dead.Input) != "x" {
		t.Fatalf("claimed %+v", dead)
	}
	if err := q.Cancel(t.Context(), "j4"); err != nil {
		t.Fatal(err)
	}
	if _, ok := claim(t, q, noon.Add(2*time.Hour)); ok {
		t.Error("claimed of a cancelled job")
	}
	j, err := q.Job(t.Context(), "j4")
	if err != nil || j.Total != 0 {
		t.Errorf("of what its worker left: %+v, %v", j, err)
	}
}

func fills(t *testing.T, q queue.Queue) {
	put(t, q, "j1", make([]string, queue.MaxWaiting)...)
	err := q.Put(t.Context(), queue.Job{ID: "j2"}, [][]byte{nil})
	if !errors.Is(err, queue.ErrFull) {
		t.Errorf("one too many: %v", err)
	}
	if _, err := q.Job(t.Context(), "j2"); !errors.Is(err, queue.ErrNotFound) {
		t.Errorf("of what did not fit: %v", err)
	}
	if err := q.Cancel(t.Context(), "j1"); err != nil {
		t.Fatal(err)
	}
	put(t, q, "j2", "a")
}
