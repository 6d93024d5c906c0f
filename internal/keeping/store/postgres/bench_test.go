package postgres

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

// benchDocuments is how many documents the benchmark keeps;
// READOUT_BENCH_DOCUMENTS changes it.
const benchDocuments = 1_000

// varied returns documents in the shape of real articles, whose words are put in
// another order and whose dates, papers and names differ.
func varied(b *testing.B, n int) []*record.Record {
	b.Helper()
	data, err := os.ReadFile(filepath.Join("..", "storetest", "testdata", "articles.jsonl"))
	if err != nil {
		b.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(data)), "\n")
	random := rand.New(rand.NewPCG(1, 2))
	all := make([]*record.Record, n)
	for i := range all {
		r, err := record.Parse([]byte(lines[i%len(lines)]))
		if err != nil {
			b.Fatal(err)
		}
		d := &r.Document
		words := strings.Fields(*d.Text)
		random.Shuffle(len(words), func(i, k int) { words[i], words[k] = words[k], words[i] })
		text := strings.Join(words, " ") + fmt.Sprintf(" rare%d", random.IntN(n))
		d.Text, d.URL = &text, "https://readout.example/"+strconv.Itoa(i)
		d.ID = record.DocumentID(d.URL, text)
		d.Published = (edtf.DayOf(2014, 1, 1) + edtf.Day(random.IntN(3650))).String()
		d.Publisher = "paper " + strconv.Itoa(random.IntN(40))
		for k := range r.Entities {
			r.Entities[k].Name += " " + strconv.Itoa(random.IntN(500))
		}
		for k := range r.Statements {
			at := random.IntN(max(len(words)-18, 1))
			r.Statements[k].Content.Text = strings.Join(words[at:min(at+18, len(words))], " ")
			r.Statements[k].Said = &record.Said{Time: record.Published, Basis: record.BasisPublished}
		}
		all[i] = r
	}
	return all
}

// BenchmarkGrowth adds documents by batches as the command does, and asks for the
// first 50 rows of several questions.
func BenchmarkGrowth(b *testing.B) {
	n := benchDocuments
	if text := os.Getenv("READOUT_BENCH_DOCUMENTS"); text != "" {
		var err error
		if n, err = strconv.Atoi(text); err != nil {
			b.Fatal(err)
		}
	}
	s, _ := opened(b)
	all := varied(b, n)
	start := time.Now()
	for batch := range slices.Chunk(all, 64) {
		if _, err := s.Add(b.Context(), batch...); err != nil {
			b.Fatal(err)
		}
	}
	stats, err := s.Stats(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	b.Logf("%d documents, %d statements: %.0f added a second, %d KB a document", n,
		stats.Statements, float64(n)/time.Since(start).Seconds(), stats.Bytes/int64(n)/1024)
	if _, err := s.pool.Exec(b.Context(), `ANALYZE`); err != nil { // as autovacuum does in time
		b.Fatal(err)
	}
	for name, ask := range map[string]func(i int) error{
		"show": func(i int) error { return second(s.Record(b.Context(), all[i*7919%n].Document.ID)) },
		"due": func(int) error {
			q := query.Query{Limit: 50}
			return last(s.Due(b.Context(), q, store.Window{}))
		},
		"find, two filters and words": func(i int) error {
			return found(s, b, fmt.Sprintf(`polarity:affirmed outlet:"paper %d" the limit:50`, i%40))
		},
		"find, rare word": func(i int) error {
			return found(s, b, fmt.Sprintf(`kind:documents rare%d limit:50`, i%n))
		},
		"find, phrase by relevance": func(int) error {
			return found(s, b, `"of the" sort:relevance limit:50`)
		},
		"find, speaker since": func(i int) error {
			return found(s, b, fmt.Sprintf(`speaker:%d since:2018 limit:50`, i%500))
		},
	} {
		b.Run(name, func(b *testing.B) {
			var took []time.Duration
			for b.Loop() {
				start := time.Now()
				if err := ask(len(took)); err != nil {
					b.Fatal(err)
				}
				took = append(took, time.Since(start))
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1000, "p95-ms")
		})
	}
}

func found(s *Store, b *testing.B, typed string) error {
	b.Helper()
	q, err := query.Parse(typed)
	if err != nil {
		return err
	}
	return last(s.Find(b.Context(), q, store.Window{}))
}
