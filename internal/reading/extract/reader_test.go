package extract

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"readout/internal/ingest"
	"readout/record"
)

var update = flag.Bool("update", false, "rewrite golden files and known errors")

const thisPackage = "./internal/reading/extract"

// fastest is the reader that tests share.
var fastest = sync.OnceValues(func() (*Reader, error) { return Open("") })

func openFastest(t testing.TB) *Reader {
	t.Helper()
	r, err := fastest()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// read returns the record of a text, which must be valid.
func read(t testing.TB, r *Reader, text string) *record.Record {
	t.Helper()
	rec, err := r.Read(context.Background(), ingest.Document{Text: text, Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	rec.Meta.Created = "2026-11-23T12:00:00Z" // which is the caller's
	for _, f := range rec.Validate() {
		t.Errorf("%v\nin the record of %.200q", f, text)
	}
	return rec
}

// canonical returns the record of a text as it is printed.
func canonical(t testing.TB, r *Reader, text string) string {
	t.Helper()
	data, err := read(t, r, text).MarshalCanonical()
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// An article is one of the texts of testdata/articles.
type article struct{ name, text string }

// articles returns the articles kept with the product, or the shortest three
// of them when time is short.
func articles(t testing.TB) []article {
	t.Helper()
	paths, err := filepath.Glob("../../../testdata/articles/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no articles: %v", err)
	}
	var all []article
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if testing.Short() && len(data) > 2500 {
			continue
		}
		all = append(all, article{filepath.Base(path), string(data)})
	}
	return all
}

// golden compares what was got with a file of testdata, or rewrites the file.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s changed; go test %s -update, and say why in the commit", path, thisPackage)
		t.Logf("got:\n%s\nwant:\n%s", indent(got), indent(string(want)))
	}
}

func indent(s string) string {
	return "\t" + strings.ReplaceAll(strings.TrimSpace(s), "\n", "\n\t")
}
