package segment

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// gumFloors are the shares of sentence ends that must be right on GUM, those
// of paragraphs left out, for paragraphs are given. Measured in November 2026
// with: go test -run GUM -v ./internal/language/segment
var gumFloors = []struct {
	part              string
	precision, recall float64
}{
	{"train", 0.985, 0.960},
	{"dev", 0.980, 0.950},
}

func TestSentenceEndsOfGUM(t *testing.T) {
	const gum = "../../../../shared/data/gum"
	if _, err := os.Stat(gum); err != nil {
		t.Skip("the GUM corpus is not beside this checkout")
	}
	for _, floor := range gumFloors {
		paths, err := filepath.Glob(filepath.Join(gum, floor.part, "*.conllu"))
		if err != nil || len(paths) == 0 {
			t.Fatalf("no files of GUM %s: %v", floor.part, err)
		}
		var all tally
		for _, p := range paths {
			all.add(compareGUM(t, p))
		}
		t.Logf("GUM %s: %d documents, %d ends inside paragraphs, precision %.4f, recall %.4f",
			floor.part, len(paths), all.gold, all.precision(), all.recall())
		if all.precision() < floor.precision || all.recall() < floor.recall {
			t.Errorf("GUM %s: below the floor of precision %.3f, recall %.3f",
				floor.part, floor.precision, floor.recall)
		}
	}
}

// A tally counts sentence ends.
type tally struct{ right, gold, found int }

func (a *tally) add(b tally) {
	a.right += b.right
	a.gold += b.gold
	a.found += b.found
}

func (a *tally) precision() float64 { return float64(a.right) / float64(max(a.found, 1)) }
func (a *tally) recall() float64    { return float64(a.right) / float64(max(a.gold, 1)) }

// compareGUM counts the sentence ends of one document that do not end a
// paragraph.
func compareGUM(t *testing.T, path string) tally {
	t.Helper()
	doc, gold := readGUM(t, path)
	frozen := newText(t, doc)
	last := map[int]bool{}
	for _, p := range AppendParagraphs(nil, frozen) {
		last[p.End] = true
	}
	var c tally
	found := map[int]bool{}
	for _, s := range AppendSentences(nil, frozen) {
		if last[s.End] {
			continue
		}
		c.found++
		found[s.End] = true
		if gold[s.End] {
			c.right++
		} else if testing.Verbose() {
			t.Logf("wrong  %s: %s", filepath.Base(path), around(doc, s.End))
		}
	}
	for end := range gold {
		if last[end] {
			continue
		}
		c.gold++
		if !found[end] && testing.Verbose() {
			t.Logf("missed %s: %s", filepath.Base(path), around(doc, end))
		}
	}
	return c
}

// around shows the text at an end, with a bar.
func around(s string, at int) string {
	return fmt.Sprintf("%q", s[max(0, at-50):at]+" | "+s[at:min(len(s), at+40)])
}

// readGUM rebuilds the text of a document and the ends of its sentences, by
// the same steps as the project's scorer.
func readGUM(t *testing.T, path string) (string, map[int]bool) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := gumReader{ends: map[int]bool{}}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		r.line(lines.Text())
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return strings.TrimRight(r.text.String(), " "), r.ends
}

type gumReader struct {
	text      strings.Builder
	ends      map[int]bool
	paragraph bool // a paragraph begins with the next token
	inside    int  // last token of a word of several tokens
	tight     bool // no space behind that word
	end       int  // of the last token
}

func (r *gumReader) line(line string) {
	if strings.HasPrefix(line, "# newpar") {
		r.paragraph = true
	}
	if line == "" {
		r.ends[r.end] = true
		r.inside, r.tight = 0, false
		return
	}
	if line[0] == '#' {
		return
	}
	c := strings.Split(line, "\t")
	noSpace := strings.Contains(c[9], "SpaceAfter=No")
	if _, last, ok := strings.Cut(c[0], "-"); ok {
		r.inside, _ = strconv.Atoi(last)
		r.tight = noSpace
	}
	n, err := strconv.Atoi(c[0])
	if err != nil {
		return
	}
	r.token(c[1], n < r.inside || n == r.inside && r.tight || noSpace)
}

func (r *gumReader) token(form string, glued bool) {
	if r.paragraph && r.text.Len() > 0 {
		before := strings.TrimRight(r.text.String(), " ")
		r.text.Reset()
		r.text.WriteString(before + "\n\n")
	}
	r.paragraph = false
	r.text.WriteString(form)
	r.end = r.text.Len()
	if !glued {
		r.text.WriteByte(' ')
	}
}
