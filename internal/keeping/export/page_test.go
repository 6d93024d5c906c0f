package export

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"html"
	"regexp"
	"strings"
	"testing"

	xhtml "golang.org/x/net/html"

	"readout/record"
)

// page returns the page of records.
func page(t *testing.T, records ...*record.Record) string {
	t.Helper()
	var out bytes.Buffer
	return written(t, NewPage(&out), &out, records...)
}

func TestHostileTextStaysText(t *testing.T) {
	hostile := `<script>alert(1)</script>"><img src=x onerror=alert(1)><style>*{}</style>`
	r := saying(hostile)
	r.Document.Title = hostile
	r.Document.URL = "javascript:alert(1)"
	r.Document.Language = `en" onload="x`
	r.Document.Publisher = hostile
	r.Meta.Input = hostile
	root, err := xhtml.Parse(strings.NewReader(page(t, r)))
	if err != nil {
		t.Fatal(err)
	}
	styles := 0
	for n := range root.Descendants() {
		if n.Type != xhtml.ElementNode {
			continue
		}
		if n.Data == "script" || n.Data == "img" {
			t.Errorf("the page has the element %s", n.Data)
		}
		if n.Data == "style" {
			styles++
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || strings.Contains(a.Val, "javascript:") {
				t.Errorf("the page has the attribute %s=%q", a.Key, a.Val)
			}
		}
	}
	if styles != 1 {
		t.Errorf("%d styles, want 1", styles)
	}
}

func TestPolicyAllowsTheStyleAndNothingElse(t *testing.T) {
	got := page(t, boats(t))
	style := regexp.MustCompile(`(?s)<style>(.*)</style>`).FindStringSubmatch(got)[1]
	policy := html.UnescapeString(regexp.MustCompile(`Policy" content="([^"]*)"`).FindStringSubmatch(got)[1])
	sum := sha256.Sum256([]byte(style))
	hash := "style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
	if !strings.Contains(policy, hash) || !strings.Contains(policy, "default-src 'none'") {
		t.Errorf("policy %q, want %q and no other source", policy, hash)
	}
	if regexp.MustCompile(`(?i)<(script|link|img|iframe)|@import|url\(`).MatchString(got) {
		t.Error("the page loads something")
	}
}

func TestPiecesTogetherAreTheText(t *testing.T) {
	r := boats(t)
	a, err := newArticle(r, 1)
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for _, p := range a.Heading {
		got.WriteString(p.Text)
	}
	cards := 0
	for _, p := range a.Paragraphs {
		for _, piece := range p.Pieces {
			got.WriteString(piece.Text)
		}
		cards += len(p.Cards)
	}
	want := strings.ReplaceAll(*r.Document.Text, "\n", "")
	if got.String() != want {
		t.Errorf("pieces read\n%s\nwant\n%s", got.String(), want)
	}
	if cards != len(r.Statements) {
		t.Errorf("%d cards, want %d", cards, len(r.Statements))
	}
}

func TestOverlappingMarksAreCutWhereEachBegins(t *testing.T) {
	r := saying("A said that B said that C left.")
	mark := func(id string, speaker, content [2]int) record.Statement {
		span := record.Span{Start: speaker[0], End: speaker[1]}
		return record.Statement{
			ID: id, Form: record.FormIndirect,
			Speaker: &record.Arg{Span: &span, Exact: (*r.Document.Text)[span.Start:span.End]},
			Content: record.Content{Spans: []record.Span{{Start: content[0], End: content[1]}}},
		}
	}
	r.Statements = []record.Statement{mark("s7", [2]int{0, 1}, [2]int{7, 30}), mark("s19", [2]int{12, 13}, [2]int{19, 30})}
	a, err := newArticle(r, 1)
	if err != nil {
		t.Fatal(err)
	}
	got := []string{}
	for _, p := range a.Paragraphs[0].Pieces {
		got = append(got, p.Class+"|"+p.Text)
	}
	want := []string{
		"m speaker k1|A", "| said ", "m content c1 k1|that ", "m speaker content c1 k1 k2|B",
		"m content c1 k1| said ", "m content c2 k1 k2|that C left", "|.",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("pieces\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestQuotationOverParagraphsIsMarkedInEach(t *testing.T) {
	r := saying("one\n\ntwo\n\nthree")
	a, err := newArticle(r, 1)
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range a.Paragraphs {
		if len(p.Pieces) != 1 || !strings.Contains(p.Pieces[0].Class, "content") {
			t.Errorf("paragraph %d is %+v, want one piece of content", i, p.Pieces)
		}
		if want := i == 0; (len(p.Cards) == 1) != want {
			t.Errorf("paragraph %d has %d cards", i, len(p.Cards))
		}
	}
}

func TestParagraphsEndAtBlankLinesAndAtLongLines(t *testing.T) {
	long := strings.Repeat("word ", 30)
	for text, want := range map[string]int{
		"":                           0,
		"\n \n":                      0,
		"one":                        1,
		"one\ntwo\n\nthree\n":        2, // lines broken by hand
		"one\n \nthree":              2,
		long + "\n" + long + "\nend": 3, // each line a paragraph
	} {
		if got := paragraphSpans(text); len(got) != want {
			t.Errorf("paragraphSpans(%.20q) = %v, want %d of them", text, got, want)
		}
	}
}

func TestSeveralDocumentsHaveContents(t *testing.T) {
	if got := page(t, boats(t)); strings.Contains(got, "<nav") {
		t.Error("a page of one document has a table of contents")
	}
	got := page(t, boats(t), saying("Second."))
	for _, want := range []string{"<nav", `href="#d1"`, `href="#d2"`, `id="d2"`} {
		if !strings.Contains(got, want) {
			t.Errorf("a page of two documents has no %s", want)
		}
	}
}
