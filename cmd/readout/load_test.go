//go:build long && linux

package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// length is how long a bar goes on: READOUT_BENCH_LENGTH, else as long as it says.
func length(t *testing.T, full time.Duration) time.Duration {
	t.Helper()
	text := os.Getenv("READOUT_BENCH_LENGTH")
	if text == "" {
		return full
	}
	d, err := time.ParseDuration(text)
	if err != nil {
		t.Fatal(err)
	}
	return min(d, full)
}

// copied returns a copy of the database under load, which may be written to.
func copied(t *testing.T) string {
	t.Helper()
	from, err := os.Open(served(t))
	if err != nil {
		t.Fatal(err)
	}
	defer from.Close()
	place := filepath.Join(t.TempDir(), "news.db")
	to, err := os.Create(place)
	if err != nil {
		t.Fatal(err)
	}
	_, err = io.Copy(to, from)
	if err := errors.Join(err, to.Close()); err != nil {
		t.Fatal(err)
	}
	load, _ := os.ReadFile("/proc/loadavg") // for whoever reads the figures
	t.Logf("database of %d MiB; load average of the machine before: %s", sizeOf(t, place)>>20, strings.TrimSpace(string(load)))
	return place
}

// texts writes articles of any length out of paragraphs of real ones.
type texts struct {
	mu         sync.Mutex
	random     *rand.Rand
	paragraphs []string
	n          int
}

func newTexts(t *testing.T) *texts {
	t.Helper()
	files, err := filepath.Glob("../../testdata/articles/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no articles", err)
	}
	all := &texts{random: rand.New(rand.NewPCG(7, 8))}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for p := range strings.SplitSeq(string(data), "\n\n") {
			if len(strings.Fields(p)) > 10 {
				all.paragraphs = append(all.paragraphs, p)
			}
		}
	}
	return all
}

// text returns an article of about so many words, another one each time.
func (x *texts) text(words int) string {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.n++
	var b strings.Builder
	fmt.Fprintf(&b, "This is report %d of the day.\n\n", x.n)
	for have := 0; have < words; {
		p := x.paragraphs[x.random.IntN(len(x.paragraphs))]
		b.WriteString(p + "\n\n")
		have += len(strings.Fields(p))
	}
	return b.String()
}

// mixed returns a length in words from 50 to 5,000, short ones oftener.
func (x *texts) mixed() int {
	x.mu.Lock()
	defer x.mu.Unlock()
	return int(50 * math.Pow(100, x.random.Float64()))
}

// A reply is what became of a document.
type reply struct {
	words  int
	status int
	took   time.Duration
}

// post hands a document over.
func (c child) post(ctx context.Context, client *http.Client, text string) reply {
	began := time.Now()
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, c.url+"api/v1/documents", strings.NewReader(text))
	if err != nil {
		return reply{}
	}
	r.Header.Set("Content-Type", "text/plain")
	status := 0
	if res, err := client.Do(r); err == nil {
		_, _ = io.Copy(io.Discard, res.Body) // a status is all that is wanted
		res.Body.Close()
		status = res.StatusCode
	}
	return reply{len(strings.Fields(text)), status, time.Since(began)}
}

// alone returns what a word of an article takes, with nothing beside it.
func (c child) alone(t *testing.T, x *texts) time.Duration {
	t.Helper()
	c.post(t.Context(), http.DefaultClient, x.text(100)) // opens the model
	var all []time.Duration
	for range 5 {
		r := c.post(t.Context(), http.DefaultClient, x.text(600))
		if r.status != http.StatusCreated {
			t.Fatalf("an article: %d", r.status)
		}
		all = append(all, r.took/time.Duration(r.words))
	}
	slices.Sort(all)
	return all[len(all)/2]
}

// percentile returns one of durations.
func percentile(all []time.Duration, percent int) time.Duration {
	if len(all) == 0 {
		return 0
	}
	all = slices.Sorted(slices.Values(all))
	return all[min(len(all)*percent/100, len(all)-1)]
}

// reads are addresses of pages and lists, of all kinds in turn.
func reads(t *testing.T, c child) []string {
	t.Helper()
	var all []string
	for i, ask := range questions(t, c) {
		at, err := url.Parse(ask)
		if err != nil {
			t.Fatal(err)
		}
		name := cmp.Or(at.Query().Get("speaker"), at.Query().Get("about"), at.Query().Get("q"))
		pages := []string{"timeline", "find", "api/v1/entities", "api/v1/documents"}
		all = append(all, c.url+pages[i%len(pages)]+"?q="+url.QueryEscape(name))
	}
	return all
}

// TestL1L3SteadyReadingAndQuestions hands documents over at half of what is read in
// all, and asks beside it.
func TestL1L3SteadyReadingAndQuestions(t *testing.T) {
	c, x := serving(t, copied(t)), newTexts(t)
	word := c.alone(t, x)
	asks := reads(t, c)
	quiet := open(t, asks, 20, 5*time.Second)
	t.Logf("alone: 600 words in %s; questions p50 %s, p99 %s, %v", 600*word, quiet.at(true, 50), quiet.at(true, 99), quiet.status)

	capacity := c.capacity(t, x, 20*time.Second)
	d := length(t, 10*time.Minute)
	t.Logf("capacity %.2f documents a second; now half of it for %s", capacity, d)
	var all sync.WaitGroup
	var questions *tally
	all.Go(func() { questions = open(t, asks, 20, d) })
	rss := c.sampled(t, d)
	replies := c.handOver(t, x, capacity/2, d)
	all.Wait()

	bad, over := map[int]int{}, make([]float64, 0, len(replies))
	for _, r := range replies {
		if r.status != http.StatusCreated {
			bad[r.status]++
			continue
		}
		over = append(over, float64(r.took)/float64(time.Duration(max(r.words, 50))*word))
	}
	slices.Sort(over)
	if len(over) == 0 {
		t.Fatalf("nothing was read: %v", bad)
	}
	p50, p99 := over[len(over)/2], over[len(over)*99/100]
	t.Logf("L1: %d documents, p50 %.1f and p99 %.1f times what each takes alone, others %v; memory %s", len(over), p50, p99, bad, <-rss)
	if len(bad) > 0 || p50 > 2 || p99 > 6 {
		t.Error("L1: at most 2 and 6 times, and no errors")
	}
	t.Logf("L3: questions p50 %s, p99 %s, %v", questions.at(true, 50), questions.at(true, 99), questions.status)
	if questions.at(true, 50) > 40*time.Millisecond || questions.at(true, 99) > 250*time.Millisecond ||
		len(questions.status) != 1 {
		t.Error("L3: at most 40 and 250 ms, and no errors")
	}
}

// capacity measures how many mixed documents are read a second.
func (c child) capacity(t *testing.T, x *texts, d time.Duration) float64 {
	t.Helper()
	var all sync.WaitGroup
	var mu sync.Mutex
	n, began := 0, time.Now()
	for range 3 { // one more than there are processors
		all.Go(func() {
			for time.Since(began) < d {
				if c.post(t.Context(), http.DefaultClient, x.text(x.mixed())).status == http.StatusCreated {
					mu.Lock()
					n++
					mu.Unlock()
				}
			}
		})
	}
	all.Wait()
	return float64(n) / time.Since(began).Seconds()
}

// handOver hands documents over at a rate, whatever becomes of those before.
func (c child) handOver(t *testing.T, x *texts, rate float64, d time.Duration) []reply {
	t.Helper()
	var all sync.WaitGroup
	var mu sync.Mutex
	var replies []reply
	began := time.Now()
	for k := range int(rate * d.Seconds()) {
		time.Sleep(time.Until(began.Add(time.Duration(float64(k) / rate * float64(time.Second)))))
		text := x.text(x.mixed())
		all.Go(func() {
			r := c.post(t.Context(), http.DefaultClient, text)
			mu.Lock()
			defer mu.Unlock()
			replies = append(replies, r)
		})
	}
	all.Wait()
	return replies
}

// sampled watches the memory of the program, and says at the end how it went.
func (c child) sampled(t *testing.T, d time.Duration) <-chan string {
	t.Helper()
	said := make(chan string, 1)
	go func() {
		var at []int
		tick := time.NewTicker(max(d/10, time.Second))
		defer tick.Stop()
		for range 10 {
			<-tick.C
			at = append(at, c.own(t))
		}
		said <- fmt.Sprintf("in MiB at each tenth %v", at)
	}()
	return said
}

// TestL4LongDocument hands a long document over beside short ones.
func TestL4LongDocument(t *testing.T) {
	c, x := serving(t, copied(t)), newTexts(t)
	c.alone(t, x)
	short := func(d time.Duration) []time.Duration {
		var all sync.WaitGroup
		var mu sync.Mutex
		var took []time.Duration
		for began := time.Now(); time.Since(began) < d; time.Sleep(500 * time.Millisecond) {
			text := x.text(200)
			all.Go(func() {
				r := c.post(t.Context(), http.DefaultClient, text)
				mu.Lock()
				defer mu.Unlock()
				if took = append(took, r.took); r.status != http.StatusCreated {
					t.Errorf("a short one: %d", r.status)
				}
			})
		}
		all.Wait()
		return took
	}
	quiet := short(length(t, time.Minute) / 2)
	long := make(chan reply, 1)
	go func() { long <- c.post(t.Context(), http.DefaultClient, x.text(2<<20/6)) }()
	beside := short(length(t, time.Minute))
	t.Logf("short ones: p50 %s, p99 %s quiet; p50 %s, p99 %s beside a long one", percentile(quiet, 50), percentile(quiet, 99), percentile(beside, 50), percentile(beside, 99))
	if percentile(beside, 99) > 3*max(percentile(quiet, 99), 100*time.Millisecond) {
		t.Error("at most three times as long")
	}
	r := <-long
	t.Logf("the long one of %d words: %d after %s", r.words, r.status, r.took.Round(time.Second))
	if r.status != http.StatusCreated && r.status != http.StatusGatewayTimeout {
		t.Errorf("the long one: %d", r.status)
	}
}

// connect opens a connection and sends bytes.
func (c child) connect(t *testing.T, send string) *net.TCPConn {
	t.Helper()
	var d net.Dialer
	conn, err := d.DialContext(t.Context(), "tcp", strings.TrimSuffix(strings.TrimPrefix(c.url, "http://"), "/"))
	if err != nil {
		t.Error(err)
		return &net.TCPConn{} // whose every use is an error
	}
	_ = conn.(*net.TCPConn).SetReadBuffer(4 << 10) // as slow clients have it
	if _, err := io.WriteString(conn, send); err != nil {
		t.Error(err)
	}
	return conn.(*net.TCPConn)
}

// held counts files and goroutines of the program.
func (c child) held(t *testing.T) (files, goroutines int) {
	t.Helper()
	all, err := os.ReadDir(fmt.Sprintf("/proc/%d/fd", c.Process.Pid))
	if err != nil {
		t.Fatal(err)
	}
	_, metrics := answered(t, http.MethodGet, c.url+"metrics", "")
	for line := range strings.Lines(metrics) {
		if n, _ := fmt.Sscanf(line, "go_goroutines %d", &goroutines); n == 1 {
			break
		}
	}
	return len(all), goroutines
}

// TestL8Connections opens idle connections and streams, and asks beside them.
func TestL8Connections(t *testing.T) {
	c := serving(t, copied(t))
	asks := questions(t, c)
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, c.url+"api/v1/jobs",
		strings.NewReader(`{"documents": [`+strings.Repeat(`{"url": "https://readout.invalid/x"},`, 999)+`{"text": "It rains."}]}`))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	status, body := done(t, r)
	if status != http.StatusAccepted {
		t.Fatalf("a job: %d %s", status, body)
	}
	_, id, _ := strings.Cut(body, `"id":"`)
	id, _, _ = strings.Cut(id, `"`)
	d := length(t, time.Minute) / 2
	closed(t, asks, 4, 2*time.Second) // warm
	quiet := open(t, asks, 20, d)
	before := c.own(t)
	for range 2000 {
		conn := c.connect(t, "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
		defer conn.Close()
	}
	for range 200 {
		conn := c.connect(t, "GET /api/v1/jobs/"+id+"/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
		defer conn.Close()
	}
	beside := open(t, asks, 20, d)
	now := c.own(t)
	files, _ := c.held(t)
	t.Logf("p99 %s quiet, %s beside %d open files; %d MiB before, %d now; %v", quiet.at(true, 99), beside.at(true, 99), files, before, now, beside.status)
	if files < 2100 {
		t.Errorf("%d files are open: connections were closed", files)
	}
	if now > before+100 || beside.at(true, 99) > 2*max(quiet.at(true, 99), 50*time.Millisecond) {
		t.Error("at most 100 MiB more, and twice as long")
	}
}

// TestS14SlowClients has clients that are slow in each way, for a minute.
func TestS14SlowClients(t *testing.T) {
	c := serving(t, copied(t))
	asks := questions(t, c)
	d := length(t, time.Minute)
	closed(t, asks, 4, 2*time.Second) // warm
	quiet := open(t, asks, 20, d/2)
	files, goroutines := c.held(t)
	before := c.own(t)
	var all sync.WaitGroup
	var mu sync.Mutex
	late := map[string]time.Duration{}
	for what, slow := range map[string]struct {
		n          int
		send, drip string
		limit      time.Duration
	}{
		"heads":            {500, "GET / HTTP/1.1\r\nHost: localhost\r\n", "X: y\r\n", 5 * time.Second},
		"bodies":           {200, "POST /api/v1/documents HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: 1000\r\n\r\n", "x", 30 * time.Second},
		"readers":          {150, strings.Repeat("GET /static/app.js HTTP/1.1\r\nHost: localhost\r\n\r\n", pipelined), "", 60 * time.Second},
		"readers of lists": {50, strings.Repeat("GET /api/v1/statements?limit=1000 HTTP/1.1\r\nHost: localhost\r\n\r\n", pipelined), "", 60 * time.Second},
	} {
		for i := range slow.n {
			all.Go(func() {
				// They come one after another: many at once are another bar, L2.
				time.Sleep(time.Duration(i) * length(t, time.Minute) / 600)
				conn := c.connect(t, slow.send)
				took := time.Duration(0)
				if slow.drip == "" {
					took = unread(conn, slow.limit)
				} else {
					took = slowly(conn, slow.drip, slow.limit)
				}
				mu.Lock()
				defer mu.Unlock()
				late[what] = max(late[what], took-slow.limit)
			})
		}
	}
	beside := open(t, asks, 20, d)
	now := c.own(t)
	t.Logf("p99 %s quiet, %s beside slow clients, %v; %d MiB before, %d now", quiet.at(true, 99), beside.at(true, 99), beside.status, before, now)
	if beside.at(true, 99) > 5*max(quiet.at(true, 99), 50*time.Millisecond) || now > before+64 {
		t.Error("at most five times as long, and 64 MiB more")
	}
	all.Wait()
	for what, by := range late {
		t.Logf("slow %s were closed %s after their limit", what, by.Round(10*time.Millisecond))
		if by > time.Second {
			t.Errorf("slow %s were closed %s after their limit, at most a second", what, by)
		}
	}
	time.Sleep(2 * time.Second)
	http.DefaultClient.CloseIdleConnections()
	if f, g := c.held(t); f > files+10 || g > goroutines+10 {
		t.Errorf("%d files and %d goroutines, %d and %d before", f, g, files, goroutines)
	}
}

// slowly sends something now and then, and returns how long it took the server to
// close the connection.
func slowly(conn *net.TCPConn, drip string, limit time.Duration) time.Duration {
	defer conn.Close()
	began, closed := time.Now(), make(chan struct{})
	go func() {
		defer close(closed)
		_, _ = io.Copy(io.Discard, conn) // until it is closed, in whichever way
	}()
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for time.Since(began) < 2*limit {
		select {
		case <-closed:
			return time.Since(began)
		case <-tick.C:
			_, _ = io.WriteString(conn, drip) // closed is what tells
		}
	}
	return time.Since(began)
}

// pipelined is how many questions a slow reader asks at once: their answers are more
// than the buffers between it and the server hold.
const pipelined = 200

// unread reads nothing until the server must have closed the connection, and returns
// twice the limit when it has not: then all of the answer still comes.
func unread(conn *net.TCPConn, limit time.Duration) time.Duration {
	defer conn.Close()
	time.Sleep(limit + time.Second)
	if err := conn.SetReadDeadline(time.Now().Add(10 * time.Second)); err != nil {
		return 2 * limit
	}
	data, _ := io.ReadAll(conn) // an error is one way to be closed
	if bytes.Count(data, []byte("HTTP/1.1 200 OK")) == pipelined {
		return 2 * limit
	}
	return limit
}

// TestL11ColdStartAtLength starts over a large database, clean and after a kill.
func TestL11ColdStartAtLength(t *testing.T) {
	db := copied(t)
	c := begun(t, db)
	t.Logf("clean: %s", c.start.Round(time.Millisecond))
	if c.start > time.Second {
		t.Errorf("a clean start of %s, at most 1 s", c.start)
	}
	last := dirty(t, c, db, 2000)
	c.kill(t)
	left := sizeOf(t, db+"-wal")
	c = serving(t, db)
	t.Logf("after a kill with %d MiB in the log: %s", left>>20, c.start.Round(time.Millisecond))
	if left == 0 || c.start > 5*time.Second {
		t.Errorf("a start of %s after a kill, at most 5 s", c.start)
	}
	if got := lastDecision(t, c, last.document); got != last.id {
		t.Errorf("the last decision is %d, %d was acknowledged", got, last.id)
	}
}
