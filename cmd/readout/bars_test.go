//go:build long

package main

import (
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"
	"math/rand/v2"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"readout/internal/keeping/store/sqlite"
	"readout/internal/language/edtf"
	"readout/record"
)

// servedDocuments is how many documents the database under load has;
// READOUT_BENCH_DOCUMENTS changes it. The bars are for 20,000.
const servedDocuments = 20_000

// served returns a database of that many documents in the shape of news, which is
// made once and kept in the cache of the user. READOUT_BENCH_RECORDS names a file
// of records to vary; else the few articles of the project are.
func served(t *testing.T) string {
	t.Helper()
	documents := servedDocuments
	if text := os.Getenv("READOUT_BENCH_DOCUMENTS"); text != "" {
		var err error
		if documents, err = strconv.Atoi(text); err != nil {
			t.Fatal(err)
		}
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		t.Fatal(err)
	}
	place := filepath.Join(cache, "readout-bench", fmt.Sprintf("served-%d.db", documents))
	if _, err := os.Stat(place); err == nil {
		return place
	}
	from := os.Getenv("READOUT_BENCH_RECORDS")
	if from == "" {
		from = "../../internal/keeping/store/storetest/testdata/articles.jsonl"
	}
	data, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Dir(place), 0o755); err != nil {
		t.Fatal(err)
	}
	s, err := sqlite.Open(t.Context(), place+".part")
	if err != nil {
		t.Fatal(err)
	}
	lines := slices.Collect(strings.Lines(string(data)))
	names := capitals.FindAllString(string(data), -1)
	began := time.Now()
	var batch []*record.Record
	for n := range documents {
		batch = append(batch, varied(t, lines[n%len(lines)], n, names))
		if len(batch) < 100 && n < documents-1 {
			continue
		}
		if _, err := s.Add(t.Context(), batch...); err != nil {
			t.Fatal(err)
		}
		batch = nil
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d documents added in %s", documents, time.Since(began).Round(time.Second))
	if err := os.Rename(place+".part", place); err != nil {
		t.Fatal(err)
	}
	return place
}

var (
	capitals = regexp.MustCompile(`\b[A-Z][a-z]{3,}\b`)
	worded   = regexp.MustCompile(`"(?:text|exact|name|title)":"(?:[^"\\]|\\.)*"`)
)

// varied returns the nth document: other people and places, of names as long, so
// that every span still stands where it did.
func varied(t *testing.T, line string, n int, names []string) *record.Record {
	line = worded.ReplaceAllStringFunc(line, func(field string) string {
		key, words, _ := strings.Cut(field, ":")
		return key + ":" + capitals.ReplaceAllStringFunc(words, func(word string) string {
			h := fnv.New64a()
			fmt.Fprint(h, n, word)
			for i := range uint64(20) {
				other := names[(h.Sum64()+i)%uint64(len(names))]
				if len(other) == len(word) {
					return other
				}
			}
			return word
		})
	})
	r, err := record.Parse([]byte(line))
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(uint64(n), 2))
	d := &r.Document
	d.URL = "https://readout.example/" + strconv.Itoa(n)
	d.ID, d.TextSHA256 = record.DocumentID(d.URL, *d.Text), record.TextSHA256(*d.Text)
	d.Published = (edtf.DayOf(2014, 1, 1) + edtf.Day(random.IntN(3650))).String()
	d.Publisher = fmt.Sprintf("The Paper of %c", 'A'+rune(random.IntN(26)))
	for i := range r.Statements { // as the reader has it where the day of publication is known
		if said := &r.Statements[i].Said; *said == nil {
			*said = &record.Said{Time: record.Published, Basis: record.BasisPublished}
		}
	}
	return r
}

// questions are finds with two filters or more and words, over what is there.
func questions(t *testing.T, c child) []string {
	t.Helper()
	res, err := http.Get(c.url + "api/v1/statements?limit=100&sort=score")
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	data, err := io.ReadAll(res.Body)
	if err != nil || !json.Valid(data) {
		t.Fatal(err, string(data[:min(len(data), 200)]))
	}
	names := capitals.FindAllString(string(data), -1)
	random := rand.New(rand.NewPCG(3, 4))
	var all []string
	for range 2000 {
		name := names[random.IntN(len(names))]
		v := url.Values{"limit": {"20"}}
		switch random.IntN(4) {
		case 0:
			v.Set("speaker", name)
			v.Set("since", strconv.Itoa(2014+random.IntN(8)))
		case 1:
			v.Set("polarity", "affirmed")
			v.Set("outlet", fmt.Sprintf("The Paper of %c", 'A'+rune(random.IntN(26))))
			v.Set("q", name)
		case 2:
			v.Set("about", name)
			v.Set("act", "state,assess")
		default:
			v.Set("form", "indirect,mixed")
			v.Set("until", "2020")
			v.Set("q", name)
		}
		all = append(all, c.url+"api/v1/statements?"+v.Encode())
	}
	return all
}

// A tally is what became of requests.
type tally struct {
	mu     sync.Mutex
	status map[int]int
	took   map[bool][]time.Duration // of what was answered, and of what was refused
	bare   int                      // refusals without Retry-After
}

func (c *tally) add(status int, retry string, took time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.status == nil {
		c.status, c.took = map[int]int{}, map[bool][]time.Duration{}
	}
	c.status[status]++
	c.took[status == http.StatusOK] = append(c.took[status == http.StatusOK], took)
	if status != http.StatusOK && retry == "" {
		c.bare++
	}
}

// at returns a percentile.
func (c *tally) at(ok bool, percent int) time.Duration {
	all := slices.Sorted(slices.Values(c.took[ok]))
	if len(all) == 0 {
		return 0
	}
	return all[min(len(all)*percent/100, len(all)-1)]
}

// closed asks with so many clients, each as fast as it is answered.
func closed(t *testing.T, asks []string, clients int, d time.Duration) (*tally, float64) {
	var c tally
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: clients}}
	defer client.CloseIdleConnections()
	var all sync.WaitGroup
	began := time.Now()
	for i := range clients {
		all.Go(func() {
			for k := i; time.Since(began) < d; k += clients {
				start := time.Now()
				status, retry := fetch(t.Context(), client, asks[k%len(asks)])
				c.add(status, retry, time.Since(start))
			}
		})
	}
	all.Wait()
	return &c, float64(c.status[http.StatusOK]) / time.Since(began).Seconds()
}

// open asks at a rate, whatever comes back: as a crowd does.
func open(t *testing.T, asks []string, rate float64, d time.Duration) *tally {
	var c tally
	client := &http.Client{
		Timeout: 20 * time.Second, Transport: &http.Transport{MaxIdleConnsPerHost: 256},
	}
	defer client.CloseIdleConnections()
	var all sync.WaitGroup
	began := time.Now()
	for k := range int(rate * d.Seconds()) {
		time.Sleep(time.Until(began.Add(time.Duration(float64(k) / rate * float64(time.Second)))))
		all.Go(func() {
			start := time.Now()
			status, retry := fetch(t.Context(), client, asks[k%len(asks)])
			c.add(status, retry, time.Since(start))
		})
	}
	all.Wait()
	return &c
}

// TestLoad holds the bars L2, L3 and L11 over 20,000 documents.
func TestLoad(t *testing.T) {
	db := served(t)
	c := serving(t, db)
	load, _ := os.ReadFile("/proc/loadavg") // for whoever reads the figures
	t.Logf("load average of the machine before: %s", strings.TrimSpace(string(load)))
	t.Logf("L11 cold start to the first answer: %s", c.start.Round(time.Millisecond))
	if c.start > time.Second {
		t.Errorf("a cold start of %s, at most 1 s", c.start)
	}
	asks := questions(t, c)
	closed(t, asks, 4, 5*time.Second) // warm
	before := c.cpu()
	quiet, rate := closed(t, asks, 4, 20*time.Second)
	each := (c.cpu() - before) / time.Duration(max(quiet.status[http.StatusOK], 1))
	t.Logf("processor time of a request: %s", each.Round(10*time.Microsecond))
	idle := c.own(t)
	t.Logf("capacity %.0f requests/s, p50 %s, p99 %s, %v; %d MiB", rate, quiet.at(true, 50), quiet.at(true, 99), quiet.status, idle)
	if rate < 250 {
		t.Errorf("%.0f requests/s, want 250", rate)
	}
	half := open(t, asks, rate/2, 20*time.Second)
	t.Logf("half of that: p50 %s, p99 %s, %v", half.at(true, 50), half.at(true, 99), half.status)
	if p99 := half.at(true, 99); p99 > 200*time.Millisecond {
		t.Errorf("p99 %s at half of capacity, at most 200 ms", p99)
	}
	over := open(t, asks, 3*rate, 20*time.Second)
	now := c.own(t)
	t.Logf("three times that: %v; answered p99 %s; refused p50 %s, p99 %s; %d MiB",
		over.status, over.at(true, 99), over.at(false, 50), over.at(false, 99), now)
	if over.bare > over.status[0] || over.status[http.StatusOK] == 0 || over.status[http.StatusInternalServerError] > 0 {
		t.Errorf("answers %v, %d without Retry-After", over.status, over.bare)
	}
	if now > idle+256 {
		t.Errorf("%d MiB, %d before", now, idle)
	}
	began := time.Now()
	for {
		again := open(t, asks, rate/2, time.Second)
		if again.status[http.StatusOK] == int(rate/2) && again.at(true, 95) <= 2*max(half.at(true, 95), 50*time.Millisecond) {
			break
		}
		if time.Since(began) > 10*time.Second {
			t.Fatalf("after 10 s: %v, p95 %s", again.status, again.at(true, 95))
		}
	}
	t.Logf("as before %s after the overload", time.Since(began).Round(time.Millisecond))
}
