package web

import (
	"crypto/sha256"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"readout/internal/keeping/sample"
	"readout/record"
)

// payloads returns 300 hostile texts: what breaks out of each place of a page,
// in wrappers that break out of its surroundings.
func payloads() []string {
	breaks := []string{
		`<script>alert(1)</script>`, `</script><script>alert(1)</script>`, `<img src=x onerror=alert(1)>`,
		`<svg onload=alert(1)>`, `<svg><script>alert(1)</script></svg>`, `<math><mtext><img src=x onerror=alert(1)>`,
		`<iframe srcdoc="<script>alert(1)</script>">`, `javascript:alert(1)`, `JaVaScRiPt:alert(1)`,
		`data:text/html,<script>alert(1)</script>`, `vbscript:x`, `<meta http-equiv=refresh content="0;url=//evil">`,
		`<base href=//evil>`, `<form action=//evil><button>`, `<style>*{display:none}</style>`,
		`<a href="javascript:alert(1)">x</a>`, `" onmouseover="alert(1)`, `' onfocus='alert(1)' autofocus='`,
		"`-alert(1)-`", `${alert(1)}`, `{{.Store}}`, `{{template "frame"}}`, `]]><script>alert(1)</script>`,
		`<!--<script>alert(1)//-->`, "a\u202Eb\u2066c", "\u2067evil\u2069", `=cmd|' /C calc'!A0`,
		`<link rel=stylesheet href=//evil>`, `<object data=//evil>`, `<x style="background:url(//evil)">`,
	}
	wraps := []string{
		"%s", `">%s`, `'>%s`, `</title>%s`, `</p></main>%s`, `-->%s`, `</textarea>%s`, `&lt;%s`, "\u00a0%s//", `%s<!--`,
	}
	var out []string
	for _, b := range breaks {
		for _, w := range wraps {
			out = append(out, fmt.Sprintf(w, b))
		}
	}
	return out
}

// hostile returns a record whose every word is a payload.
func hostile(p string) *record.Record {
	text := p + " told " + p + " that " + p + " on " + p + "."
	at := func(from, to int) record.Span { return record.Span{Start: from, End: to} }
	n := len(p)
	speaker, cue, to := at(0, n), at(n+1, n+5), at(n+6, 2*n+6)
	content, day := at(2*n+12, 3*n+12), at(3*n+16, 4*n+16)
	r := sample.Saying(text)
	r.Offsets = record.OffsetsByte
	d := &r.Document
	d.Title, d.Publisher, d.URL, d.Authors = p, p, p, []string{p}
	d.Length, d.ID = len(text), record.DocumentID(p, text)
	id := "e0"
	mention := []record.Mention{{Span: speaker, Exact: p, Kind: record.MentionName}}
	r.Entities = []record.Entity{{
		ID: id, Type: record.EntityOrganization, Name: p, Mentions: mention,
		Roles: []record.Mark{{Span: to, Exact: p}},
	}}
	r.Times = []record.Time{{ID: "t1", Span: day, Exact: p, Type: record.TimeDate, Timex: p, EDTF: p}}
	who := record.Arg{Entity: &id, Span: &speaker, Exact: p}
	r.Citations = []record.Citation{{ID: "c1", Span: to, Exact: p, URL: p, Sources: []record.Arg{who}}}
	r.Statements = []record.Statement{{
		ID: "s1", Form: record.FormDirect, Act: record.ActCommit, Polarity: record.PolarityDenied,
		Speaker: &who, Cue: &record.Mark{Span: cue, Exact: "told"}, Addressees: []record.Arg{{Span: &to, Exact: p}},
		Content: record.Content{Spans: []record.Span{content}, Text: p}, About: []string{id},
		Due: &record.Due{Time: "t1", Condition: &record.Mark{Span: day, Exact: p}}, Citations: []string{"c1"},
		Review: &record.Review{State: record.ReviewRejected, By: p, Note: p},
	}}
	r.Events = []record.Event{{
		ID: "v1", Type: record.EventAccuse, Trigger: record.Mark{Span: cue, Exact: "told"}, Status: record.StatusNegated,
		Certainty: record.CertaintyCertain, Actors: []record.Arg{who}, Recipients: []record.Arg{{Span: &to, Exact: p}},
		Time: "t1", Place: &record.Arg{Span: &to, Exact: p},
	}}
	r.Meta.Warnings, r.Meta.Input = []string{p}, p
	return r
}

// TestS4HostileTextIsTextInEveryView goes through all pages over 300 records of
// nothing but payloads, and puts payloads into their addresses.
func TestS4HostileTextIsTextInEveryView(t *testing.T) {
	all300 := payloads()
	if len(all300) != 300 {
		t.Fatalf("%d payloads, want 300", len(all300))
	}
	var records []*record.Record
	for _, p := range all300 {
		records = append(records, hostile(p))
	}
	d := newDesk(t, records...)
	addresses := []string{
		"/find?limit=500", "/find?kind=events&limit=500", "/find?kind=documents&limit=500",
		"/find?kind=entities&limit=500", "/find?kind=citations&limit=500", "/timeline?limit=500",
		"/timeline?kind=statements&limit=500", "/due?limit=500", "/sources",
	}
	for _, r := range records {
		addresses = append(addresses, "/documents/"+r.Document.ID)
	}
	for _, n := range all(d.page("/find?kind=entities&limit=500", 200), ".row a.go") {
		addresses = append(addresses, attr(n, "href"))
	}
	for i, p := range all300 {
		typed := url.QueryEscape(p)
		addresses = append(addresses, []string{
			"/find?q=" + typed, "/find?speaker=" + typed, "/timeline?" + typed + "=x", "/due?act=" + typed,
			"/documents/" + url.PathEscape(p), "/entities/person/" + url.PathEscape(p), "/find?after=" + typed,
			"/find?did=" + typed, "/" + url.PathEscape(p),
		}[i%9])
	}
	if len(addresses) < 600 {
		t.Errorf("only %d addresses", len(addresses))
	}
	for _, address := range addresses {
		w := httptest.NewRecorder()
		d.pages.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, address, nil))
		root, err := html.Parse(w.Body)
		if err != nil || w.Code >= 500 {
			t.Fatalf("%s: status %d, %v", address, w.Code, err)
		}
		for _, fault := range smuggled(root) {
			t.Errorf("%s: %s", address, fault)
		}
	}
	for _, form := range []string{"/find.csv?limit=500", "/sources.csv", "/find.csv?kind=entities"} {
		for line := range strings.Lines(d.text(form)) {
			if strings.HasPrefix(line, "=") || strings.Contains(line, `,=cmd`) || strings.Contains(line, `,"=cmd`) {
				t.Errorf("%s: a formula: %.60s", form, line)
			}
		}
	}
}

// elements are what the pages are made of.
var elements = strings.Fields(`html head meta title link script body a header form label input button span nav main
	section h1 h2 p code ul ol li article div aside footer dialog table tbody thead tr th td kbd b figure svg rect
	figcaption details summary time data text line fieldset legend textarea progress`)

// smuggled tells what of a page can only have come from data.
func smuggled(root *html.Node) []string {
	var faults []string
	for n := range root.Descendants() {
		if n.Type == html.TextNode && strings.ContainsAny(n.Data, "\u202A\u202B\u202D\u202E\u2066\u2067\u2068\u2069") {
			faults = append(faults, "a change of direction of writing")
		}
		if n.Type != html.ElementNode {
			continue
		}
		if !slices.Contains(elements, n.Data) {
			faults = append(faults, "an element "+n.Data)
		}
		if n.Data == "script" && attr(n, "src") != "/static/app.js" || attr(n, "http-equiv") != "" {
			faults = append(faults, "a script or an order to the browser")
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "srcdoc" || a.Key == "autofocus" {
				faults = append(faults, "an attribute "+a.Key)
			}
			if slices.Contains([]string{"href", "src", "action", "formaction"}, a.Key) {
				faults = append(faults, astray(n, a.Val)...)
			}
		}
	}
	return faults
}

// astray tells where a link may not lead.
func astray(n *html.Node, to string) []string {
	switch {
	case strings.HasPrefix(to, "/") && !strings.HasPrefix(to, "//"), strings.HasPrefix(to, "#"):
		return nil
	case !strings.HasPrefix(to, "https://") && !strings.HasPrefix(to, "http://"):
		return []string{"a link to " + to}
	case n.Data != "a" || attr(n, "rel") != "noopener noreferrer nofollow":
		return []string{"a link to elsewhere without its rel: " + to}
	}
	return nil
}

func TestLinksToElsewhereTellNothing(t *testing.T) {
	r := sample.Saying("It rains.")
	r.Document.URL = "https://example.org/a?b=1&c=2"
	d := newDesk(t, r)
	root := d.page("/documents/"+r.Document.ID, 200)
	if got := all(root, "#original"); len(got) != 1 || attr(got[0], "href") != r.Document.URL {
		t.Errorf("the original is at %v", got)
	}
	for _, fault := range smuggled(root) {
		t.Error(fault)
	}
}

// TestS5ThereIsNoWayPastTheTemplates looks at the sources.
func TestS5ThereIsNoWayPastTheTemplates(t *testing.T) {
	past := []string{"HTML", "HTMLAttr", "JS", "JSStr", "CSS", "URL", "Srcset"}
	names, err := fs.Glob(os.DirFS("."), "*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			s, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if from, ok := s.X.(*ast.Ident); ok && from.Name == "template" && slices.Contains(past, s.Sel.Name) {
				t.Errorf("%s: template.%s", name, s.Sel.Name)
			}
			return true
		})
	}
	inline := regexp.MustCompile(`(?i)<style|\sstyle\s*=|\son\w+\s*=|<script[^>]*>[^<]|javascript:`)
	pages, err := fs.Glob(templates, "templates/*.html")
	if err != nil || len(pages) == 0 {
		t.Fatal(pages, err)
	}
	for _, name := range pages {
		text, err := fs.ReadFile(templates, name)
		if err != nil {
			t.Fatal(err)
		}
		if found := inline.Find(text); found != nil {
			t.Errorf("%s: %q", name, found)
		}
	}
}

func TestWhatIsEmbeddedIsWhatNOTICESays(t *testing.T) {
	notice, err := os.ReadFile("../../../NOTICE")
	if err != nil {
		t.Fatal(err)
	}
	sums := regexp.MustCompile(`(?m)^  ([0-9a-f]{64})\n    internal/serving/web/(\S+)$`).FindAllSubmatch(notice, -1)
	if len(sums) != 4 {
		t.Errorf("NOTICE has %d digests, want those of htmx and of three files of dist", len(sums))
	}
	for _, m := range sums {
		isDigest(t, string(m[2]), string(m[1]))
	}
}

func TestDistWasMadeFromTheSourcesThatAreHere(t *testing.T) {
	lines, err := os.ReadFile("src.sum")
	if err != nil {
		t.Fatal(err)
	}
	files := 0
	err = fs.WalkDir(os.DirFS("src"), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			files++
		}
		return err
	})
	if err != nil || strings.Count(string(lines), "\n") != files {
		t.Errorf("%d files in src, src.sum has others: go run . .. in build (%v)", files, err)
	}
	for line := range strings.Lines(string(lines)) {
		sum, name, _ := strings.Cut(strings.TrimSpace(line), "  ")
		isDigest(t, "src/"+name, sum)
	}
}

func isDigest(t *testing.T, name, want string) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Error(err)
		return
	}
	if got := fmt.Sprintf("%x", sha256.Sum256(data)); got != want {
		t.Errorf("%s has the digest %s, not %s: go run . .. in build, and NOTICE", name, got, want)
	}
}
