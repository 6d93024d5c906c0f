package sqlite

import (
	"bytes"
	"fmt"
	"hash/fnv"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"readout/internal/language/edtf"
	"readout/record"
)

// A press makes any number of documents out of the records of real texts. A copy
// has other words and other names at the same places: each word that is
// exchanged is so by one of equal length out of the same texts, everywhere in
// the document, so that every span holds. Equal numbers give equal documents.
type press struct {
	records [][]byte
	words   map[shape][]string // as often as they occur
}

// A shape is what words have in common that stand for each other.
type shape struct {
	letters int
	capital bool
}

func shapeOf(word string) shape {
	first, _ := utf8.DecodeRuneInString(word)
	return shape{utf8.RuneCountInString(word), unicode.IsUpper(first)}
}

// newPress takes records as JSON Lines.
func newPress(tb testing.TB, lines []byte) *press {
	tb.Helper()
	p := &press{words: map[shape][]string{}}
	for line := range bytes.Lines(lines) {
		r, err := record.Parse(line)
		if err != nil {
			tb.Fatal(err)
		}
		p.records = append(p.records, line)
		for _, w := range wordForm.FindAllString(*r.Document.Text, -1) {
			p.words[shapeOf(w)] = append(p.words[shapeOf(w)], w)
		}
	}
	return p
}

var (
	// written are the strings of a record that are words of the text.
	written = regexp.MustCompile(`"(?:text|exact|name|title)":"(?:[^"\\]|\\.)*"`)
	// wordForm is a word that may be exchanged: short ones hold a sentence
	// together, and keys and escapes are none.
	wordForm = regexp.MustCompile(`\pL{4,}`)
)

// shares are how many words of a hundred are exchanged in a copy. Names change
// more, since news of other years has other people in it.
const (
	nameShare = 60
	wordShare = 10
)

// exchange returns the word that stands for another in the nth document.
func (p *press) exchange(n int, word string) string {
	h := fnv.New64a()
	fmt.Fprint(h, n, word)
	random := rand.New(rand.NewPCG(h.Sum64(), 1))
	share := wordShare
	if shapeOf(word).capital {
		share = nameShare
	}
	if random.IntN(100) >= share {
		return word
	}
	same := p.words[shapeOf(word)]
	return same[random.IntN(len(same))]
}

// copied returns the record of the nth document as JSON.
func (p *press) copied(n int) []byte {
	line := p.records[n%len(p.records)]
	if n < len(p.records) {
		return line
	}
	known := map[string]string{}
	exchange := func(word string) string {
		other, ok := known[word]
		if !ok {
			other = p.exchange(n, word)
			known[word] = other
		}
		return other
	}
	return written.ReplaceAllFunc(line, func(field []byte) []byte {
		key, text, _ := strings.Cut(string(field), ":")
		return []byte(key + ":" + eachWord(text, exchange))
	})
}

// eachWord replaces the words of at least four letters in a string of JSON.
func eachWord(text string, by func(string) string) string {
	var b strings.Builder
	start, letters := 0, 0
	flush := func(end int) {
		if letters >= 4 {
			b.WriteString(by(text[start:end]))
		} else {
			b.WriteString(text[start:end])
		}
		start, letters = end, 0
	}
	escaped := false
	for i, r := range text {
		if unicode.IsLetter(r) && !escaped {
			if letters == 0 {
				flush(i)
			}
			letters++
		} else if letters > 0 {
			flush(i)
		}
		escaped = r == '\\' && !escaped
	}
	flush(len(text))
	return b.String()
}

// document returns the nth document, published on some day of ten years.
func (p *press) document(tb testing.TB, n int) *record.Record {
	tb.Helper()
	r, err := record.Parse(p.copied(n))
	if err != nil {
		tb.Fatal(err)
	}
	random := rand.New(rand.NewPCG(uint64(n), 2))
	d := &r.Document
	d.URL = fmt.Sprintf("https://readout.example/%d", n)
	d.ID = record.DocumentID(d.URL, *d.Text)
	d.TextSHA256 = record.TextSHA256(*d.Text)
	d.Published = (edtf.DayOf(2014, 1, 1) + edtf.Day(random.IntN(3650))).String()
	d.Publisher = fmt.Sprintf("The Paper of %c", 'A'+rune(random.IntN(26)))
	for i := range r.Statements { // as the reader has it where the day of publication is known
		if said := &r.Statements[i].Said; *said == nil {
			*said = &record.Said{Time: record.Published, Basis: record.BasisPublished}
		}
	}
	return r
}

// articles are the few texts that lie in the project.
func articles(tb testing.TB) []byte {
	return read(tb, filepath.Join("..", "storetest", "testdata", "articles.jsonl"))
}

// everyNth of the texts of the corpora is read: enough that none is copied into
// one database more than sixty times.
const everyNth = 3

// corpora returns records of the texts of PolNeAR, GUM and MEANTIME where they lie
// beside the project, else articles. Reading takes minutes, so that they are
// kept in the cache of the user, one file for all versions: they are there for
// their shape.
func corpora(tb testing.TB) []byte {
	tb.Helper()
	const beside = "../../../../../shared/data"
	if _, err := os.Stat(beside); err != nil {
		return articles(tb)
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		tb.Fatal(err)
	}
	kept := filepath.Join(cache, "readout-bench", "records.jsonl")
	if _, err := os.Stat(kept); err == nil {
		return read(tb, kept)
	}
	texts := tb.TempDir()
	writeTexts(tb, beside, texts)
	if err := os.MkdirAll(filepath.Dir(kept), 0o755); err != nil {
		tb.Fatal(err)
	}
	reader := exec.CommandContext(tb.Context(), "go", "run", "readout/cmd/readout",
		"read", "--json", "-q", "-o", kept, texts)
	if out, err := reader.CombinedOutput(); err != nil {
		tb.Fatalf("read the corpora: %v\n%s", err, out)
	}
	return read(tb, kept)
}

// writeTexts writes the plain texts of the corpora, in the order of their names.
func writeTexts(tb testing.TB, from, to string) {
	tb.Helper()
	texts := map[string]string{}
	for pattern, plain := range map[string]func(string) string{
		"polnear/train/text/*.txt":              func(s string) string { return s },
		"gum/train/*.conllu":                    ofCoNLLU,
		"meantime/intra-doc_annotation/*/*.xml": ofTokens,
	} {
		files, err := filepath.Glob(filepath.Join(from, pattern))
		if err != nil {
			tb.Fatal(err)
		}
		for _, file := range files {
			texts[filepath.Base(file)+".txt"] = plain(string(read(tb, file)))
		}
	}
	for i, name := range slices.Sorted(maps.Keys(texts)) {
		if i%everyNth > 0 {
			continue
		}
		if err := os.WriteFile(filepath.Join(to, name), []byte(texts[name]), 0o600); err != nil {
			tb.Fatal(err)
		}
	}
}

func read(tb testing.TB, file string) []byte {
	tb.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		tb.Fatal(err)
	}
	return data
}

// ofCoNLLU returns the text of a file of GUM, a paragraph a line.
func ofCoNLLU(file string) string {
	var b strings.Builder
	for line := range strings.Lines(file) {
		if strings.HasPrefix(line, "# newpar\n") {
			b.WriteString("\n\n")
		}
		if text, ok := strings.CutPrefix(line, "# text = "); ok {
			b.WriteString(strings.TrimSpace(text) + " ")
		}
	}
	return b.String()
}

var token = regexp.MustCompile(`<token [^>]*sentence="(\d+)"[^>]*>([^<]*)</token>`)

// ofTokens returns the text of a file of MEANTIME, a sentence a paragraph.
func ofTokens(file string) string {
	var b strings.Builder
	sentence := ""
	for _, m := range token.FindAllStringSubmatch(file, -1) {
		switch {
		case m[1] != sentence:
			b.WriteString("\n\n")
		case !strings.Contains(".,;:!?'’)", m[2][:min(1, len(m[2]))]):
			b.WriteByte(' ')
		}
		b.WriteString(m[2])
		sentence = m[1]
	}
	return strings.NewReplacer("&quot;", `"`, "&amp;", "&", "&apos;", "'").Replace(b.String())
}

func TestCopiesOfTextsAreSoundRecords(t *testing.T) {
	p := newPress(t, articles(t))
	seen := map[string]bool{}
	for n := range 40 {
		r := p.document(t, n)
		for _, f := range r.Validate() {
			if f.Fault() {
				t.Errorf("document %d: %s", n, f)
			}
		}
		if seen[*r.Document.Text] {
			t.Errorf("document %d is one of the others again", n)
		}
		seen[*r.Document.Text] = true
	}
}
