//go:build unix

package sqlite

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"readout/internal/keeping/query"
	"readout/internal/keeping/store"
	"readout/internal/language/edtf"
	"readout/record"
)

// benchDocuments is how many documents a benchmark keeps; READOUT_BENCH_DOCUMENTS
// changes it. The bars are for 20,000.
const benchDocuments = 1_000

// fullBatch is how many records the verb add keeps in a transaction when they come fast.
const fullBatch = 256

// benchQueries is how many different questions of each form are asked.
const benchQueries = 100

// BenchmarkStore adds documents, asks what analysts ask, and says where the bytes
// are. It is one benchmark, since filling the store takes longest.
func BenchmarkStore(b *testing.B) {
	n := benchDocuments
	if text := os.Getenv("READOUT_BENCH_DOCUMENTS"); text != "" {
		var err error
		if n, err = strconv.Atoi(text); err != nil {
			b.Fatal(err)
		}
	}
	p := newPress(b, corpora(b))
	s, err := Open(b.Context(), filepath.Join(b.TempDir(), "r.db"))
	if err != nil {
		b.Fatal(err)
	}
	defer closed(b, s)
	t := &tally{B: b}
	fill(t, p, s, n)
	ask(t, p, s, n)
	forget(t, p, s, n)
	weigh(t, s, n)
	fmt.Fprintln(os.Stderr, t.String()) // of a log a benchmark shows ten lines
}

// A tally is a benchmark that writes down what it finds.
type tally struct {
	*testing.B
	strings.Builder
}

func (t *tally) note(format string, args ...any) { fmt.Fprintf(t, "\n"+format, args...) }

// fill adds documents, 256 in a transaction as the verb add does.
func fill(b *tally, p *press, s *Store, n int) {
	var took []time.Duration
	begun := timed(b, p, s, n, &took)
	var sum time.Duration
	for _, t := range took {
		sum += t
	}
	slices.Sort(took)
	b.note("%d documents added, %.0f a second (%.1f CPU milliseconds each); batches of 256 took %v, at most %v",
		n, float64(n)/sum.Seconds(), 1000*begun.Seconds()/float64(n),
		took[len(took)/2].Round(time.Millisecond), took[len(took)-1].Round(time.Millisecond))
}

// timed returns the time of the processor that adding took.
func timed(b *tally, p *press, s *Store, n int, took *[]time.Duration) (spent time.Duration) {
	for i := 0; i < n; i += fullBatch {
		var batch []*record.Record
		for k := i; k < min(i+fullBatch, n); k++ {
			batch = append(batch, p.document(b, k))
		}
		busy, start := processor(b), time.Now()
		if _, err := s.Add(b.Context(), batch...); err != nil {
			b.Fatal(err)
		}
		*took = append(*took, time.Since(start))
		spent += processor(b) - busy
	}
	return spent
}

// questions are what analysts ask; a form is filled with what some statement or
// event of the texts has, so that rare and common names and words come as often
// as they do in news.
var questions = []struct {
	form string
	due  bool
}{
	{"speaker:%[1]q since:2016 %[2]s", false},
	{"speaker:%[1]q polarity:affirmed %[2]s", false},
	{"outlet:%[4]q act:state,assess %[2]s %[3]s", false},
	{"since:2016 until:2020 %[2]s", false},
	{"about:%[1]q -polarity:denied %[2]s", false},
	{"speaker:%[1]q", false},
	{"%[2]s %[3]s sort:relevance", false},
	{"kind:events since:2018 status:occurred %[2]s", false},
	{"kind:documents outlet:%[4]q %[2]s", false},
	{"kind:entities %[1]s", false},
	{"speaker:%[1]q", true},
	{"due:overdue", true},
	{"due:2019 speaker:%[1]q", true},
}

func ask(b *tally, p *press, s *Store, n int) {
	random := rand.New(rand.NewPCG(8, 15))
	about := make([]*record.Record, 4*benchQueries)
	for i := range about {
		about[i] = p.document(b, random.IntN(n))
	}
	for _, asked := range questions {
		var took []time.Duration
		rows := 0
		busy := processor(b)
		for range benchQueries {
			q, err := query.Parse(question(random, about, asked.form) + " limit:50")
			if err != nil {
				b.Fatal(err)
			}
			find := s.Find
			if asked.due {
				find = s.Due
			}
			start := time.Now()
			for _, err := range find(b.Context(), q, store.Window{Today: edtf.DayOf(2020, 1, 1)}) {
				if err != nil {
					b.Fatal(err)
				}
				rows++
			}
			took = append(took, time.Since(start))
		}
		verb := "find"
		if asked.due {
			verb = "due"
		}
		tell(b, verb+" "+asked.form, took, processor(b)-busy, float64(rows)/benchQueries)
	}
	var took []time.Duration
	busy := processor(b)
	for range benchQueries {
		id := about[random.IntN(len(about))].Document.ID
		start := time.Now()
		if _, err := s.Record(b.Context(), id); err != nil {
			b.Fatal(err)
		}
		took = append(took, time.Since(start))
	}
	tell(b, "show", took, processor(b)-busy, 1)
}

// question fills a form with the words of a statement.
func question(random *rand.Rand, about []*record.Record, form string) string {
	for {
		r := about[random.IntN(len(about))]
		if len(r.Statements) == 0 {
			continue
		}
		st := r.Statements[random.IntN(len(r.Statements))]
		words := wordForm.FindAllString(query.Fold(st.Content.Text), -1)
		words = slices.DeleteFunc(words, func(w string) bool { return len(w) < 5 })
		if st.Speaker == nil || len(words) < 2 {
			continue
		}
		speaker := st.Speaker.Exact
		for _, e := range r.Entities {
			if st.Speaker.Entity != nil && e.ID == *st.Speaker.Entity {
				speaker = e.Name
			}
		}
		if query.Fold(speaker) == "" {
			continue
		}
		i := random.IntN(len(words) - 1)
		typed := fmt.Sprintf(form, speaker, words[i], words[i+1], r.Document.Publisher)
		typed, _, _ = strings.Cut(typed, "%!(EXTRA")
		return typed
	}
}

// tell says how long questions took by the clock, and how long the processor was
// busy with one of them in the mean.
func tell(b *tally, what string, took []time.Duration, busy time.Duration, rows float64) {
	slices.Sort(took)
	ms := func(t time.Duration) float64 { return float64(t.Microseconds()) / 1000 }
	b.note("%-52s p50 %7.2f  p95 %7.2f  max %7.2f  CPU %7.2f ms, %4.1f rows", what,
		ms(took[len(took)/2]), ms(took[len(took)*95/100]), ms(took[len(took)-1]),
		ms(busy/time.Duration(len(took))), rows)
}

// forget takes ten documents out again.
func forget(b *tally, p *press, s *Store, n int) {
	var took []time.Duration
	busy := processor(b)
	for i := range 10 {
		left := store.Forgotten{Document: p.document(b, i*n/10).Document.ID, Reason: "bench", At: "2024-01-01T00:00:00Z"}
		start := time.Now()
		if err := s.Forget(b.Context(), left); err != nil {
			b.Fatal(err)
		}
		took = append(took, time.Since(start))
	}
	tell(b, "forget", took, processor(b)-busy, 1)
}

// weigh says how large the file is and what in it.
func weigh(b *tally, s *Store, n int) {
	const sizes = `
		SELECT name, sum(pgsize) FROM dbstat GROUP BY name ORDER BY 2 DESC, 1`
	rows, err := s.reader.QueryContext(b.Context(), sizes)
	if err != nil {
		b.Fatal(err)
	}
	defer rows.Close()
	total := 0
	var parts []string
	for rows.Next() {
		var name string
		var bytes int
		if err := rows.Scan(&name, &bytes); err != nil {
			b.Fatal(err)
		}
		total += bytes
		parts = append(parts, fmt.Sprintf("%6.2f KB  %s", float64(bytes)/1000/float64(n), name))
	}
	if err := rows.Err(); err != nil {
		b.Fatal(err)
	}
	b.note("%.1f KB a document:\n%s", float64(total)/1000/float64(n), strings.Join(parts, "\n"))
	stats, err := s.Stats(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	b.note("%+v", stats)
}
