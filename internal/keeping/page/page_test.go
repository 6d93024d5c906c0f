package page

import (
	"crypto/sha256"
	"encoding/base64"
	"flag"
	"html"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	xhtml "golang.org/x/net/html"

	"readout/internal/keeping/sample"
	"readout/record"
)

var update = flag.Bool("update", false, "rewrite testdata/want")

// open makes a page.
func open(w io.Writer) sample.Writer { return New(w) }

// page returns the page of records.
func page(t *testing.T, records ...*record.Record) string {
	t.Helper()
	return sample.Made(t, open, records...)
}

func TestPagesAreAsAgreed(t *testing.T) {
	sample.Agrees(t, "boats.html", *update, open, sample.Boats(t))
	sample.Agrees(t, "treaty.html", *update, open, sample.Treaty(t))
}

func TestPagesKeepTheirPromises(t *testing.T) {
	formats := map[string]sample.Format{"page": open}
	sample.Conforms(t, formats)
	sample.Streams(t, formats)
}

func TestARecordWithoutItsTextHasNoPage(t *testing.T) {
	r := sample.Boats(t)
	r.Document.Text = nil
	if err := New(io.Discard).Write(r); err == nil {
		t.Error("a page was made of a record without its text")
	}
	if got := page(t); !strings.Contains(got, "</html>") {
		t.Errorf("a page of nothing is not whole:\n%s", got)
	}
}

func TestOnlyLowScoresAskForAttention(t *testing.T) {
	for score, low := range map[float64]bool{0: true, 0.49: true, 0.5: false, 1: false} {
		r := sample.Saying("One.")
		r.Statements[0].Score = &score
		if got := strings.Contains(page(t, r), `class="low"`); got != low {
			t.Errorf("score %v: the page tells of it %v, want %v", score, got, low)
		}
	}
}

func TestContentInPiecesIsMarkedInEach(t *testing.T) {
	r := sample.Saying("“One,” he said, “two.”")
	r.Statements[0].Content.Spans = []record.Span{{Start: 3, End: 7}, {Start: 22, End: 26}}
	got := page(t, r)
	if strings.Count(got, `class="m content`) != 4 { // two of them in the key
		t.Errorf("the page does not mark both pieces:\n%s", got)
	}
}

func TestHostileTextStaysText(t *testing.T) {
	hostile := `<script>alert(1)</script>"><img src=x onerror=alert(1)><style>*{}</style>`
	r := sample.Saying(hostile)
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
			if strings.HasPrefix(a.Key, "on") ||
				strings.Contains(a.Val, "javascript:") {
				t.Errorf("the page has the attribute %s=%q", a.Key, a.Val)
			}
		}
	}
	if styles != 1 {
		t.Errorf("%d styles, want 1", styles)
	}
}

func TestPolicyAllowsTheStyleAndNothingElse(t *testing.T) {
	got := page(t, sample.Boats(t))
	style := regexp.MustCompile(`(?s)<style>(.*)</style>`).FindStringSubmatch(got)[1]
	policy := html.UnescapeString(regexp.MustCompile(`Policy" content="([^"]*)"`).FindStringSubmatch(got)[1])
	sum := sha256.Sum256([]byte(style))
	hash := "style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
	if !strings.Contains(policy, hash) ||
		!strings.Contains(policy, "default-src 'none'") {
		t.Errorf("policy %q, want %q and no other source", policy, hash)
	}
	if regexp.MustCompile(`(?i)<(script|link|img|iframe)|@import|url\(`).MatchString(got) {
		t.Error("the page loads something")
	}
}

func TestSeveralDocumentsHaveContents(t *testing.T) {
	if got := page(t, sample.Boats(t)); strings.Contains(got, "<nav") {
		t.Error("a page of one document has a table of contents")
	}
	got := page(t, sample.Boats(t), sample.Saying("Second."))
	for _, want := range []string{"<nav", `href="#d1"`, `href="#d2"`, `id="d2"`} {
		if !strings.Contains(got, want) {
			t.Errorf("a page of two documents has no %s", want)
		}
	}
}

// openTags are those of a page's text that must end in the order in which they
// began.
func openTags(t *testing.T, page string) {
	t.Helper()
	var open []string
	z := xhtml.NewTokenizer(strings.NewReader(page))
	for {
		switch z.Next() {
		case xhtml.ErrorToken:
			if len(open) > 0 {
				t.Errorf("never closed: %v", open)
			}
			return
		case xhtml.StartTagToken:
			if name, _ := z.TagName(); !slices.Contains([]string{"meta", "input"}, string(name)) {
				open = append(open, string(name))
			}
		case xhtml.EndTagToken:
			name, _ := z.TagName()
			if len(open) == 0 || open[len(open)-1] != string(name) {
				t.Fatalf("</%s> closes %v", name, open)
			}
			open = open[:len(open)-1]
		}
	}
}

// textOf returns the words of the first paragraph of a page's first article,
// without the numbers of its statements.
func textOf(t *testing.T, page string) string {
	t.Helper()
	root, err := xhtml.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for n := range root.Descendants() {
		if n.Type != xhtml.ElementNode || n.Data != "p" ||
			!hasAttr(n, "class", "text") {
			continue
		}
		for d := range n.Descendants() {
			if d.Type == xhtml.TextNode && !hasAttr(d.Parent, "class", "ref") {
				out.WriteString(d.Data)
			}
		}
	}
	return out.String()
}

// hasAttr says whether a node has an attribute with this value.
func hasAttr(n *xhtml.Node, key, val string) bool {
	return slices.ContainsFunc(n.Attr, func(a xhtml.Attribute) bool { return a.Key == key && a.Val == val })
}

func TestTimesAmountsAndCitationsAreMarkedOnThePage(t *testing.T) {
	r := sample.Mayor(t)
	got := page(t, r)
	for _, want := range []string{
		`<time class="m value k1" datetime="2023-02-22" title="22 February 2023">Wednesday</time>`,
		`<data class="m content c1 value k1" value="3000 refugees" title="3000 refugees">3,000 Afghan refugees</data>`,
		`<time class="m content c1 value k1" datetime="2023-03" title="March 2023">next month</time>`,
		`<span class="m cited k1">Reuters and the NOS reported</span>`,
		`<span class="m cited k1">(Leidsch Dagblad, </span><time class="m cited value k1" datetime="2022-05-02" title="2 May 2022">May 2</time><span class="m cited k1">)</span>`,
		`indirect · line 1 · said 22 February 2023 (text) · cited: Reuters; the NOS; Leidsch Dagblad`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the page has no %s", want)
		}
	}
	if text := textOf(t, got); text != *r.Document.Text {
		t.Errorf("the page reads\n%s\nwant\n%s", text, *r.Document.Text)
	}
	openTags(t, got)
}

func TestMarksThatOverlapInAnyWayStayWellFormed(t *testing.T) {
	text := "one two three four five six seven <eight> nine ten"
	words := strings.Fields(text)
	for i := range words {
		for j := i; j < len(words); j++ {
			r := sample.Saying(text)
			span := func(from, to string) record.Span {
				return record.Span{Start: strings.Index(text, from), End: strings.Index(text, to) + len(to)}
			}
			given := span(words[i], words[j])
			r.Times = []record.Time{
				{ID: "t1", Span: given, Timex: "2021", EDTF: "2021"},
				{ID: "t2", Span: span("two", "five"), Timex: "P1D"}, // over the first
			}
			r.Amounts = []record.Amount{{ID: "m1", Span: span("four", "six"), Value: "<4>"}}
			r.Citations = []record.Citation{{ID: "c1", Span: span("three", "nine")}, {ID: "c2", Span: given}}
			inner := record.Span{Start: given.Start, End: given.End}
			r.Statements = append(r.Statements, record.Statement{
				ID: "s1", Speaker: &record.Arg{Span: &inner}, Citations: []string{"c1"},
				Content: record.Content{Spans: []record.Span{span("five", "eight>")}},
			})
			got := page(t, r)
			if read := textOf(t, got); read != text {
				t.Fatalf("%s to %s: the page reads %q", words[i], words[j], read)
			}
			openTags(t, got)
		}
	}
}

func TestANameInsideANameLeavesThePageAsItIs(t *testing.T) {
	r := sample.Mayor(t)
	with := page(t, r)
	for i := range r.Entities {
		r.Entities[i].Mentions = r.Entities[i].Mentions[:1]
	}
	if page(t, r) != with {
		t.Error("a mention inside another changes the page")
	}
	inner, outer := "e1", "e2"
	for _, c := range []struct {
		entity *string
		want   string
	}{
		{&outer, `<span class="speaker" dir="auto">Leiden University</span> <span class="cue"`},
		{&inner, `<span class="speaker" dir="auto">Leiden University</span> <span class="cue"`},
	} {
		span := sample.In(t, *r.Document.Text, "Leiden University", 0)
		r.Statements[0].Speaker = &record.Arg{Entity: c.entity, Span: &span, Exact: "Leiden University"}
		got := page(t, r)
		if !strings.Contains(got, c.want) {
			t.Errorf("speaker %s: the card has no %s", *c.entity, c.want)
		}
		openTags(t, got)
	}
}

func TestTheShortestTimeOverWordsIsTheirs(t *testing.T) {
	r := sample.Saying("from 2014 to 2019")
	r.Times = []record.Time{
		{ID: "t0", Span: record.Span{Start: 0, End: 17}, EDTF: "2014/2019"},
		{ID: "t5", Span: record.Span{Start: 5, End: 9}, EDTF: "2014"},
	}
	got := page(t, r)
	for _, want := range []string{`value="2014/2019" title="2014 – 2019">from </data>`, `datetime="2014" title="2014">2014</time>`} {
		if !strings.Contains(got, want) {
			t.Errorf("the page has no %s", want)
		}
	}
}
