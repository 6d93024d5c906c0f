package segment

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"readout/internal/language/text"
)

var update = flag.Bool("update", false, "rewrite what the marked documents want")

// TestMarkedDocuments segments the texts of testdata. Each file has one claim
// in its comment, a text, and what is wanted of it under the name of the parts:
// paragraphs, sentences or quotations, one a line. A line break inside a part
// is written ↵. Quotations are indented by depth; one without its closing mark
// ends in "(open)".
func TestMarkedDocuments(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no marked documents: %v", err)
	}
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		frozen := newText(t, strings.TrimSuffix(string(archive.Files[0].Data), "\n"))
		for i := range archive.Files[1:] {
			f := &archive.Files[i+1]
			got := parts(t, f.Name, frozen)
			if diff := cmp.Diff(string(f.Data), got); diff != "" && !*update {
				t.Errorf("%s: %s (-want +got):\n%s\n%s\nreproduce: go test -run Marked ./internal/language/segment",
					path, f.Name, diff, archive.Comment)
			}
			f.Data = []byte(got)
		}
		if *update {
			if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// parts returns the named parts of a text, one a line.
func parts(t *testing.T, name string, frozen *text.Text) string {
	t.Helper()
	var b strings.Builder
	show := func(s text.Span, indent int, note string) {
		words := strings.ReplaceAll(frozen.At(s), "\n", "↵")
		fmt.Fprintf(&b, "%s%s%s\n", strings.Repeat("  ", indent), words, note)
	}
	switch name {
	case "paragraphs":
		for _, s := range AppendParagraphs(nil, frozen) {
			show(s, 0, "")
		}
	case "sentences":
		for _, s := range AppendSentences(nil, frozen) {
			show(s, 0, "")
		}
	case "quotations":
		for _, q := range AppendQuotations(nil, frozen) {
			note := ""
			if !q.Closed {
				note = " (open)"
			}
			show(q.Outer, q.Depth, note)
		}
	default:
		t.Fatalf("no parts are called %s", name)
	}
	return b.String()
}
