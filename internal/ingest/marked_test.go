package ingest

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite the wanted parts of marked inputs")

func TestMarkedInputs(t *testing.T) {
	paths, err := filepath.Glob("testdata/marked/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no marked inputs: %v", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			got := readMarked(t, archive)
			want := &archive.Files[len(archive.Files)-1]
			if want.Name != "want" {
				t.Fatalf("%s ends in the part %q, not in want", path, want.Name)
			}
			if *update {
				want.Data = []byte(got)
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(want.Data), got); diff != "" {
				t.Errorf("%s: %s (-want +got)\n%s", path, archive.Comment, diff)
			}
		})
	}
}

// readMarked reads the input of a marked file and writes the document down.
func readMarked(t *testing.T, archive *txtar.Archive) string {
	t.Helper()
	var opt Options
	path := ""
	for _, file := range archive.Files {
		switch {
		case file.Name == "url":
			opt.URL = string(bytes.TrimSpace(file.Data))
		case strings.HasPrefix(file.Name, "input"):
			path = filepath.Join(t.TempDir(), file.Name)
			if err := os.WriteFile(path, file.Data, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	doc, err := Read(context.Background(), Source{Name: path}, opt)
	if err != nil {
		t.Fatal(err)
	}
	if filepath.Ext(path) == ".html" {
		return describe(doc) + "\n" + doc.Text + "\n"
	}
	if raw, err := os.ReadFile(path); err != nil || doc.Text != string(raw) {
		t.Errorf("plain text was changed to %q (%v)", doc.Text, err)
	}
	return describe(doc)
}

// describe writes down what is known of a document, a line each.
func describe(d Document) string {
	var b strings.Builder
	for _, field := range []struct{ name, value string }{
		{"title", d.Title},
		{"authors", strings.Join(d.Authors, "; ")},
		{"publisher", d.Publisher},
		{"published", d.Published},
		{"modified", d.Modified},
		{"url", d.URL},
		{"genre", d.Genre},
		{"language", d.Language},
	} {
		if field.value != "" {
			fmt.Fprintf(&b, "%-9s %s\n", field.name, field.value)
		}
	}
	for _, l := range d.Links {
		fmt.Fprintf(&b, "link      %q %s\n", d.Text[l.Span.Start:l.Span.End], l.URL)
	}
	for _, w := range d.Warnings {
		fmt.Fprintf(&b, "warning   %s\n", w)
	}
	return b.String()
}
