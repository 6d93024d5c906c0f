package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"

	xhtml "golang.org/x/net/html"

	"readout/record"
)

// formats makes a writer of each format on w.
var formats = map[string]func(io.Writer) writer{
	"jsonl":  func(w io.Writer) writer { return NewJSONL(w, JSONLOptions{}) },
	"utf16":  func(w io.Writer) writer { return NewJSONL(w, JSONLOptions{Offsets: record.OffsetsUTF16}) },
	"csv":    func(w io.Writer) writer { return NewTable(w, TableOptions{}) },
	"tsv":    func(w io.Writer) writer { return NewTable(w, TableOptions{Tabs: true}) },
	"brief":  func(w io.Writer) writer { return NewBrief(w) },
	"page":   func(w io.Writer) writer { return NewPage(w) },
	"rows":   func(w io.Writer) writer { return NewList(w, ListOptions{}) },
	"layout": func(w io.Writer) writer { return NewList(w, ListOptions{Width: 60, Color: true}) },
}

// fullDisk takes some bytes and no more.
type fullDisk struct{ left int }

var errFull = errors.New("no space left")

func (d *fullDisk) Write(p []byte) (int, error) {
	if len(p) > d.left {
		n := d.left
		d.left = 0
		return n, errFull
	}
	d.left -= len(p)
	return len(p), nil
}

func TestNoFormatIsSilentOnAFullDisk(t *testing.T) {
	r := boats(t)
	for name, open := range formats {
		var out bytes.Buffer
		size := len(written(t, open(&out), &out, r))
		for _, room := range []int{0, 1, size / 2, size - 1} {
			w := open(&fullDisk{room})
			if err := errors.Join(w.Write(r), w.Close()); !errors.Is(err, errFull) {
				t.Errorf("%s on a disk with room for %d of %d bytes: error %v",
					name, room, size, err)
			}
		}
	}
}

func TestNothingIsHeldBackBetweenRecords(t *testing.T) {
	r := boats(t)
	for name, open := range formats {
		var out bytes.Buffer
		w := open(&out)
		for range 3 {
			before := out.Len()
			if err := w.Write(r); err != nil {
				t.Fatal(err)
			}
			last := r.Statements[len(r.Statements)-1].Content.Text
			words := strings.Fields(last)
			if !strings.Contains(out.String()[before:], words[len(words)-1]) {
				t.Errorf("%s: the last statement is not written when Write returns", name)
			}
		}
	}
}

func TestSameRecordsGiveTheSameBytes(t *testing.T) {
	for name, open := range formats {
		var first, second bytes.Buffer
		written(t, open(&first), &first, boats(t), saying("One."))
		written(t, open(&second), &second, boats(t), saying("One."))
		if !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Errorf("%s: two runs differ", name)
		}
	}
}

func TestSpansThatTheTextLacksAreAnErrorThatNamesTheRecord(t *testing.T) {
	r := saying("é")
	r.Statements[0].Content.Spans[0].End = 99
	err := formats["utf16"](io.Discard).Write(r)
	if err == nil || !strings.Contains(err.Error(), r.Document.ID) {
		t.Errorf("error %v, want one that names %s", err, r.Document.ID)
	}
}

func TestARecordWithoutTextKeepsItsOffsets(t *testing.T) {
	r := boats(t)
	r.Document.Text = nil
	err := NewJSONL(io.Discard, JSONLOptions{Offsets: record.OffsetsByte}).Write(r)
	if err == nil {
		t.Error("offsets were converted without the text they point into")
	}
	var out bytes.Buffer
	got := written(t, NewJSONL(&out, JSONLOptions{}), &out, r)
	if !json.Valid([]byte(got)) || strings.Contains(got, `"text":"Over 900`) {
		t.Errorf("line %.80q", got)
	}
}

func TestJSONLIsWithoutLoss(t *testing.T) {
	var out bytes.Buffer
	got := written(t, NewJSONL(&out, JSONLOptions{}), &out, boats(t), saying("One."))
	lines := strings.SplitAfter(strings.TrimSuffix(got, "\n"), "\n")
	if len(lines) != 2 {
		t.Fatalf("%d lines for two records", len(lines))
	}
	for i, r := range []*record.Record{boats(t), saying("One.")} {
		read, err := record.Parse([]byte(lines[i]))
		if err != nil {
			t.Fatal(err)
		}
		var again bytes.Buffer
		written(t, NewJSONL(&again, JSONLOptions{}), &again, read)
		if strings.TrimSpace(again.String()) != strings.TrimSpace(lines[i]) {
			t.Errorf("record %s reads back as\n%s", r.Document.ID, again.String())
		}
	}
}

func TestADocumentIsCalledByWhatIsKnownOfIt(t *testing.T) {
	for _, c := range []struct{ title, input, want string }{
		{"A\n title", "a.txt", "A title"},
		{"", "a.txt", "a.txt"},
		{" ", "-", "id"},
		{"", "", "id"},
	} {
		r := &record.Record{Document: record.Document{ID: "id", Title: c.title}}
		r.Meta.Input = c.input
		if got := heading(r); got != c.want {
			t.Errorf("title %q, input %q: heading %q, want %q", c.title, c.input, got, c.want)
		}
	}
}

func TestSourceSaysAnInputOnce(t *testing.T) {
	r := saying("One.")
	r.Document.URL, r.Meta.Input = "https://a.example", "https://a.example"
	r.Document.Publisher, r.Document.Published = "The\tPaper", "2024-03-01"
	if got, want := strings.Join(source(r), "|"), "The Paper|2024-03-01"; got != want {
		t.Errorf("source %q, want %q", got, want)
	}
	r.Meta.Input = "saved.html"
	if got, want := strings.Join(source(r), "|"), "The Paper|2024-03-01|saved.html"; got != want {
		t.Errorf("source %q, want %q", got, want)
	}
}

func TestOnlyLowScoresAskForAttention(t *testing.T) {
	for score, low := range map[float64]bool{0: true, 0.49: true, lowScore: false, 1: false} {
		r := saying("One.")
		r.Statements[0].Score = &score
		var list, brief bytes.Buffer
		laid := written(t, NewList(&list, ListOptions{Width: 80}), &list, r)
		if got := strings.Contains(laid, "score "); got != low {
			t.Errorf("score %v: the list tells of it %v, want %v", score, got, low)
		}
		if got := strings.Contains(page(t, r), `class="low"`); got != low {
			t.Errorf("score %v: the page tells of it %v, want %v", score, got, low)
		}
		if got := written(t, NewBrief(&brief), &brief, r); !strings.Contains(got, "score "+scoreText(&score)) {
			t.Errorf("the brief lacks the score %v", score)
		}
	}
}

func TestContentInPiecesIsShownWhole(t *testing.T) {
	r := saying("“One,” he said, “two.”")
	r.Statements[0].Form = record.FormDirect
	r.Statements[0].Content = record.Content{
		Spans:  []record.Span{{Start: 3, End: 7}, {Start: 22, End: 26}},
		Quoted: []record.Span{{Start: 3, End: 7}, {Start: 22, End: 26}},
		Text:   "One," + gap + "two.",
	}
	for name, want := range map[string]string{
		"csv": "One, … two.", "rows": "“One, … two.”", "layout": "“One, … two.”",
		"brief": "“One, … two.”", "page": "“One, … two.”",
	} {
		var out bytes.Buffer
		if got := written(t, formats[name](&out), &out, r); !strings.Contains(got, want) {
			t.Errorf("%s lacks %q:\n%s", name, want, got)
		}
	}
	if got := page(t, r); strings.Count(got, `class="m content`) != 4 { // two of them in the key
		t.Errorf("the page does not mark both pieces:\n%s", got)
	}
}

// FuzzFormats writes a record of hostile words: every format must take it and
// stay well formed.
func FuzzFormats(f *testing.F) {
	for _, seed := range []string{
		"", "plain", "=1+1", "\"a\",\tb\r\nc", "<b>&amp;</b>", "\x1b[31m", "\u202eabc",
		"# a\n\n1. b", "你好 😀", "é", "\n\n\n", strings.Repeat("long ", 100),
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, words string) {
		r := saying(strings.ToValidUTF8(words, "\uFFFD"))
		r.Document.Title, r.Document.Publisher = *r.Document.Text, *r.Document.Text
		for name, open := range formats {
			var out bytes.Buffer
			checkForm(t, name, written(t, open(&out), &out, r))
		}
	})
}

// checkForm reads what a format wrote as its readers do.
func checkForm(t *testing.T, name, got string) {
	t.Helper()
	switch name {
	case "jsonl", "utf16":
		if !json.Valid([]byte(got)) || strings.Count(got, "\n") != 1 {
			t.Errorf("%s: not one line of JSON: %q", name, got)
		}
	case "csv":
		rows, err := csv.NewReader(strings.NewReader(got)).ReadAll()
		if err != nil || len(rows) != 2 {
			t.Errorf("csv: %d rows, %v: %q", len(rows), err, got)
		}
	case "tsv", "rows":
		want := map[string]int{"tsv": 2, "rows": 1}[name]
		if strings.Count(got, "\n") != want {
			t.Errorf("%s: want %d lines: %q", name, want, got)
		}
	case "page":
		root, err := xhtml.Parse(strings.NewReader(got))
		if err != nil {
			t.Fatal(err)
		}
		articles := 0
		for n := range root.Descendants() {
			if n.Type == xhtml.ElementNode && n.Data == "article" {
				articles++
			}
		}
		if articles != 1 {
			t.Errorf("page: %d articles for one record", articles)
		}
	}
}
