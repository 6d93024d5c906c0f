package extract

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"readout/internal/ingest"
	"readout/record"
)

// whole reads the corpora whole, which takes minutes, instead of a sample.
var whole = flag.Bool("whole", false, "read every text of the corpora beside the project")

const corpora = "../../../../shared/data"

// polnear lists the texts of PolNeAR, every step-th.
func polnear(t *testing.T, step int) []article {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(corpora, "polnear/*/text/*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var all []article
	for i := 0; i < len(paths); i += step {
		data, err := os.ReadFile(paths[i])
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, article{filepath.Base(paths[i]), string(data)})
	}
	return all
}

// gum lists the texts of GUM, every step-th, made of the sentences that the
// corpus prints.
func gum(t *testing.T, step int) []article {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(corpora, "gum/*/*.conllu"))
	if err != nil {
		t.Fatal(err)
	}
	var all []article
	for i := 0; i < len(paths); i += step {
		data, err := os.ReadFile(paths[i])
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		for line := range strings.Lines(string(data)) {
			if strings.HasPrefix(line, "# newpar") {
				b.WriteString("\n\n")
			}
			if sentence, ok := strings.CutPrefix(line, "# text = "); ok {
				b.WriteString(strings.TrimSpace(sentence) + " ")
			}
		}
		all = append(all, article{filepath.Base(paths[i]), strings.TrimSpace(b.String())})
	}
	return all
}

// TestRecordsOfTheCorporaAreValid reads one text in forty, all with -whole.
func TestRecordsOfTheCorporaAreValid(t *testing.T) {
	if _, err := os.Stat(corpora); err != nil {
		t.Skip("the corpora stay beside the project")
	}
	step := 40
	switch {
	case *whole:
		step = 1
	case testing.Short():
		step = 400
	}
	reader := openFastest(t)
	texts := append(polnear(t, step), gum(t, step)...)
	statements := 0
	for _, a := range texts {
		rec := read(t, reader, a.text)
		statements += len(rec.Statements)
		checkForms(t, a.name, rec)
	}
	t.Logf("%d texts, %d statements", len(texts), statements)
}

// checkForms proves that each form follows from what is quoted, and that nothing
// stands inside itself.
func checkForms(t *testing.T, name string, rec *record.Record) {
	t.Helper()
	outer := map[string]string{}
	for _, s := range rec.Statements {
		outer[s.ID] = s.Inside
		quotes := s.Form == record.FormDirect || s.Form == record.FormMixed
		if quotes != (len(s.Content.Quoted) > 0) && s.Form != record.FormIndirect {
			t.Errorf("%s: %s is %s and quotes %v", name, s.ID, s.Form, s.Content.Quoted)
		}
		for _, q := range s.Content.Quoted {
			if !within(q, s.Content.Spans) {
				t.Errorf("%s: %s quotes %v outside its content %v", name, s.ID, q, s.Content.Spans)
			}
		}
	}
	for id := range outer {
		steps := 0
		for at := id; at != ""; at = outer[at] {
			if steps++; steps > len(outer) {
				t.Fatalf("%s: %s stands inside itself", name, id)
			}
		}
	}
}

func within(s record.Span, pieces []record.Span) bool {
	for _, p := range pieces {
		if p.Start <= s.Start && s.End <= p.End {
			return true
		}
	}
	return false
}

func TestRecordsOfHostileTextsAreValid(t *testing.T) {
	reader := openFastest(t)
	for _, s := range hostile() {
		checkForms(t, fmt.Sprintf("%.20q", s), read(t, reader, s))
	}
}

// ingested reads a file with these bytes.
func ingested(t *testing.T, name string, data []byte) (ingest.Document, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	for src, err := range ingest.Expand([]string{path}, ingest.ListOptions{}) {
		if err != nil {
			t.Fatal(err)
		}
		return ingest.Read(context.Background(), src, ingest.Options{})
	}
	t.Fatalf("%s names no input", path)
	return ingest.Document{}, nil
}

func TestAJPEGGivesAnErrorAndNoRecord(t *testing.T) {
	jpeg := append([]byte("\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01"), make([]byte, 4000)...)
	if doc, err := ingested(t, "picture.txt", jpeg); err == nil {
		t.Errorf("a JPEG is read as %.40q", doc.Text)
	}
}

func TestTwentyThousandNestedTagsGiveAValidRecord(t *testing.T) {
	const depth = 20_000
	page := "<html><body>" + strings.Repeat("<div>", depth) +
		"<p>The minister said that taxes would fall.</p>" + strings.Repeat("</div>", depth)
	doc, err := ingested(t, "deep.html", []byte(page))
	if err != nil {
		t.Logf("ingest refuses it: %v", err)
		return
	}
	read(t, openFastest(t), doc.Text)
}

func TestSixteenMegabytesOfOneLineGiveAValidRecord(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds: 16 MB are read")
	}
	line := strings.Repeat(strings.Repeat("a", 8191)+" ", 16<<20/8192)
	read(t, openFastest(t), line)
}

func TestALongTextIsGivenUpWhenNobodyWaits(t *testing.T) {
	reader := openFastest(t)
	ctx, stop := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer stop()
	long := strings.Repeat("The minister said on Monday that the bridge will open. ", 20_000)
	if _, err := reader.Read(ctx, ingest.Document{Text: long}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("error %v, want that of the context", err)
	}
}
