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
// changes it. The bar of 60 ms for the 95th percentile is for 20,000.
const benchDocuments = 1_000

// A press makes documents in the shape of real articles, with words and names
// spread as they are in news: few are common, most are rare.
type press struct {
	random    *rand.Rand
	templates [][]byte
	words     []string
	zipf      *rand.Zipf
}

func newPress(b *testing.B) *press {
	data, err := os.ReadFile(filepath.Join("..", "storetest", "testdata", "articles.jsonl"))
	if err != nil {
		b.Fatal(err)
	}
	p := &press{random: rand.New(rand.NewPCG(1, 2))}
	seen := map[string]bool{}
	for line := range strings.Lines(string(data)) {
		p.templates = append(p.templates, []byte(line))
		r, err := record.Parse([]byte(line))
		if err != nil {
			b.Fatal(err)
		}
		for word := range strings.FieldsSeq(query.Fold(*r.Document.Text)) {
			if !seen[word] {
				p.words = append(p.words, word)
			}
			seen[word] = true
		}
	}
	for i := range 30_000 {
		p.words = append(p.words, "w"+strconv.Itoa(i))
	}
	p.zipf = rand.NewZipf(p.random, 1.1, 10, uint64(len(p.words)-1))
	return p
}

func (p *press) sentence(n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = p.words[p.zipf.Uint64()]
	}
	return strings.Join(words, " ")
}

func (p *press) name() string { return p.sentence(1) + " " + p.sentence(1) }

// document returns the nth document.
func (p *press) document(b *testing.B, n int) *record.Record {
	r, err := record.Parse(p.templates[n%len(p.templates)])
	if err != nil {
		b.Fatal(err)
	}
	text := p.sentence(600)
	d := &r.Document
	d.Text, d.URL = &text, "https://readout.example/"+strconv.Itoa(n)
	d.ID = record.DocumentID(d.URL, text)
	d.Published = (edtf.DayOf(2014, 1, 1) + edtf.Day(p.random.IntN(3650))).String()
	d.Publisher = "paper " + strconv.Itoa(p.random.IntN(40))
	for i := range r.Entities {
		r.Entities[i].Name, r.Entities[i].Mentions = p.name(), nil
	}
	for i := range r.Statements {
		r.Statements[i].Content.Text = p.sentence(18)
		r.Statements[i].Said = &record.Said{Time: record.Published, Basis: record.BasisPublished}
	}
	return r
}

// filled returns a store of so many documents, and how many.
func (p *press) filled(b *testing.B) (*Store, int) {
	n := benchDocuments
	if text := os.Getenv("READOUT_BENCH_DOCUMENTS"); text != "" {
		var err error
		if n, err = strconv.Atoi(text); err != nil {
			b.Fatal(err)
		}
	}
	s, err := Open(b.Context(), filepath.Join(b.TempDir(), "r.db"))
	if err != nil {
		b.Fatal(err)
	}
	for i := 0; i < n; i += 100 {
		var batch []*record.Record
		for k := i; k < min(i+100, n); k++ {
			batch = append(batch, p.document(b, k))
		}
		if _, err := s.Add(b.Context(), batch...); err != nil {
			b.Fatal(err)
		}
	}
	return s, n
}

// BenchmarkFind asks for two filters and words, and for the first 50 rows.
func BenchmarkFind(b *testing.B) {
	p := newPress(b)
	start := time.Now()
	s, n := p.filled(b)
	b.Logf("%d documents added in %s", n, time.Since(start).Round(time.Second))
	for _, form := range []string{
		"polarity:affirmed outlet:%q %[2]s", "speaker:%[3]s act:state %[2]s",
		"since:2016 form:indirect,mixed %[2]s %[3]s", "about:%[3]s -polarity:denied",
		"%[2]s sort:relevance", "", "kind:documents outlet:%q %[2]s", "kind:entities %[2]s",
		"kind:events status:occurred since:2016 %[2]s", "polarity:denied",
	} {
		b.Run(form, func(b *testing.B) {
			var took []time.Duration
			rows := 0
			for b.Loop() {
				typed := fmt.Sprintf(form, "paper "+strconv.Itoa(p.random.IntN(40)), p.sentence(1), p.sentence(1))
				typed, _, _ = strings.Cut(typed, "%!(EXTRA")
				q, err := query.Parse(typed + " limit:50")
				if err != nil {
					b.Fatal(err)
				}
				start := time.Now()
				for _, err := range s.Find(b.Context(), q, store.Window{}) {
					if err != nil {
						b.Fatal(err)
					}
					rows++
				}
				took = append(took, time.Since(start))
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1000, "p95-ms")
			b.ReportMetric(float64(rows)/float64(len(took)), "rows/op")
		})
	}
	closed(b, s)
}
