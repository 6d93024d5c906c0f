package api

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"readout/internal/ingest"
	"readout/internal/keeping/queue"
	"readout/internal/serving/article"
	"readout/internal/serving/problem"
	"readout/record"
)

// hires posts a job of two documents that can be read and one that cannot.
func hires(t *testing.T, b *bench) JobState {
	t.Helper()
	w := b.ask(t, http.MethodPost, "/jobs", `{"documents":[
		{"text":"`+said+`","url":"https://a.example/1"},
		{"url":"http://127.0.0.1:1/"},
		{"text":"`+said+`","title":"Again","url":"https://a.example/2"}]}`, "Content-Type: application/json")
	j := decoded[JobState](t, w)
	if w.Code != http.StatusAccepted || j.State != "waiting" || j.Total != 3 ||
		w.Header().Get("Location") != Prefix+"/jobs/"+j.ID {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	return j
}

// works lets a worker work until a job has ended.
func works(t *testing.T, b *bench, id string) report {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan struct{})
	go func() { b.api.Work(ctx); close(ended) }()
	defer func() { stop(); <-ended }()
	for range 1000 {
		if got := get[report](t, b, "/jobs/"+id); got.State != "waiting" {
			return got
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatal("the job never ends")
	return report{}
}

func TestTheDocumentsOfAJobAreRead(t *testing.T) {
	b := serving(t)
	j := hires(t, b)
	got := works(t, b, j.ID)
	if got.State != "done" || got.Done != 3 || got.Failed != 1 || len(got.Results) != 3 ||
		got.Results[1].Document != "" || !strings.Contains(got.Results[1].Problem, "not public") {
		t.Fatalf("%+v", got)
	}
	for _, n := range []int{0, 2} {
		w := b.ask(t, http.MethodGet, strings.TrimPrefix(got.Results[n].Permalink, Prefix), "")
		if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), said) {
			t.Errorf("document %d: %d %s", n, w.Code, w.Body)
		}
	}
	if b.reader.reads != 2 {
		t.Errorf("read %d times", b.reader.reads)
	}
}

// TestAJobSurvivesItsServer has a worker die with a task in its hands.
func TestAJobSurvivesItsServer(t *testing.T) {
	b := serving(t)
	j := hires(t, b)
	if _, ok, err := b.store.Queue().Claim(t.Context(), now(), now().Add(time.Minute)); !ok || err != nil {
		t.Fatal(ok, err)
	}
	later := func() time.Time { return now().Add(time.Hour) }
	h, err := New(Options{Store: b.store, Reader: b.reader, Queue: b.store.Queue(), Now: later})
	if err != nil {
		t.Fatal(err)
	}
	b.api, b.Handler = h, h
	if got := works(t, b, j.ID); got.State != "done" || got.Done != 3 || got.Failed != 1 {
		t.Errorf("%+v", got)
	}
}

// A held reader reads no further than its start until the server ends.
type held struct{ begun chan struct{} }

func (h held) Read(ctx context.Context, _ ingest.Document) (*record.Record, error) {
	h.begun <- struct{}{}
	<-ctx.Done()
	return nil, ctx.Err()
}

// TestAServerThatEndsIsNoTry ends more servers amid a document than it has tries.
func TestAServerThatEndsIsNoTry(t *testing.T) {
	b := serving(t)
	j := hires(t, b)
	h := held{make(chan struct{})}
	ending, err := New(Options{Store: b.store, Reader: h, Queue: b.store.Queue(), Now: now})
	if err != nil {
		t.Fatal(err)
	}
	for range maxTries + 1 {
		ctx, stop := context.WithCancel(t.Context())
		ended := make(chan struct{})
		go func() { ending.Work(ctx); close(ended) }()
		<-h.begun
		stop()
		<-ended
	}
	if got := works(t, b, j.ID); got.Done != 3 || got.Failed != 1 {
		t.Errorf("%+v", got)
	}
}

func TestADocumentThatNobodySurvivesIsGivenUp(t *testing.T) {
	b := serving(t)
	_, err := b.api.service.readTask(t.Context(), queue.Task{Tries: maxTries + 1, Input: []byte(`{"text":"x"}`)})
	if err == nil || !strings.Contains(err.Error(), "given up") || b.reader.reads != 0 {
		t.Errorf("read %d times: %v", b.reader.reads, err)
	}
}

func TestAJobIsCancelled(t *testing.T) {
	b := serving(t)
	j := hires(t, b)
	if w := b.ask(t, http.MethodDelete, "/jobs/"+j.ID, ""); w.Code != http.StatusNoContent {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	if got := works(t, b, j.ID); got.State != "cancelled" || got.Done != 0 || b.reader.reads != 0 {
		t.Errorf("%+v, read %d times", got, b.reader.reads)
	}
}

func TestAJobIsFollowedToItsEnd(t *testing.T) {
	b := serving(t)
	j := hires(t, b)
	server := httptest.NewServer(b)
	defer server.Close()
	res, err := server.Client().Get(server.URL + j.Permalink + "/events") //nolint:noctx // it ends with the job
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	if res.Header.Get("Content-Type") != "text/event-stream" || res.Header.Get("Cache-Control") != "no-store" {
		t.Errorf("%v", res.Header)
	}
	works(t, b, j.ID)
	var text strings.Builder
	buffer := make([]byte, 512)
	for {
		n, err := res.Body.Read(buffer)
		text.Write(buffer[:n])
		if err != nil {
			break
		}
	}
	events := strings.Split(strings.TrimSpace(text.String()), "\n\n")
	if !strings.Contains(events[0], `"state":"waiting"`) || !strings.Contains(events[len(events)-1], `"state":"done"`) ||
		!strings.HasPrefix(events[0], "event: progress\ndata: {") {
		t.Errorf("%q", events)
	}
}

func TestWhatIsNoJobIsRefused(t *testing.T) {
	b := serving(t)
	one := `{"text":"x"}`
	for _, c := range []struct {
		body string
		want problem.Kind
	}{
		{`{}`, problem.BadRequest},
		{`[]`, problem.BadRequest},
		{`{"documents":[]}`, problem.Invalid},
		{`{"documents":[{"title":"x"}]}`, problem.Invalid},
		{`{"documents":[{"text":1}]}`, problem.BadRequest},
		{`{"documents":[` + one + `]`, problem.BadRequest},
		{`{"documents":[` + one + `],"x":1}`, problem.BadRequest},
		{`{"documents":[` + strings.Repeat(one+",", article.MaxTogether) + one + `]}`, problem.Invalid},
		{strings.Repeat("[", 100_000), problem.BadRequest},
	} {
		wrong(t, b.ask(t, http.MethodPost, "/jobs", c.body, "Content-Type: application/json"), c.want)
	}
	wrong(t, b.ask(t, http.MethodPost, "/jobs", `{"documents":[`+one+`]}`, "Content-Type: text/plain"), problem.BadType)
	for _, path := range []string{"/jobs/j0", "/jobs/j0/events"} {
		wrong(t, b.ask(t, http.MethodGet, path, ""), problem.NotFound)
	}
	wrong(t, b.ask(t, http.MethodDelete, "/jobs/j0", ""), problem.NotFound)

	full := strings.Repeat(one+",", article.MaxTogether-1) + one
	for range queue.MaxWaiting / article.MaxTogether {
		if w := b.ask(t, http.MethodPost, "/jobs", `{"documents":[`+full+`]}`, "Content-Type: application/json"); w.Code != 202 {
			t.Fatalf("%d %s", w.Code, w.Body)
		}
	}
	w := b.ask(t, http.MethodPost, "/jobs", `{"documents":[`+one+`]}`, "Content-Type: application/json")
	if wrong(t, w, problem.Busy); w.Header().Get("Retry-After") == "" {
		t.Error("no Retry-After")
	}
	h, err := New(Options{Store: b.store, Reader: b.reader, Now: now})
	if err != nil {
		t.Fatal(err)
	}
	b.Handler = h
	wrong(t, b.ask(t, http.MethodPost, "/jobs", `{"documents":[`+one+`]}`, "Content-Type: application/json"), problem.NoReader)
	wrong(t, b.ask(t, http.MethodGet, "/jobs/j0", ""), problem.NotFound)
	h.Work(t.Context()) // returns
}
