package extract

import (
	"context"
	"os"
	"strings"
	"testing"

	"readout/internal/ingest"
	"readout/internal/neural/kernel"
)

// BenchmarkRead reads an article of 607 words with each kernel.
func BenchmarkRead(b *testing.B) {
	data, err := os.ReadFile("../../../testdata/articles/texas-student-clock.txt")
	if err != nil {
		b.Fatal(err)
	}
	doc := ingest.Document{Text: string(data), Language: "en"}
	words := float64(len(strings.Fields(doc.Text)))
	for _, name := range kernel.Names() {
		b.Run(name, func(b *testing.B) {
			r, err := Open(name)
			if err != nil {
				b.Skip(err)
			}
			for b.Loop() {
				if _, err := r.Read(context.Background(), doc); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(words*float64(b.N)/b.Elapsed().Seconds(), "words/s")
		})
	}
}
