package web

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"

	"readout/internal/keeping/sample"
	"readout/internal/serving/web/place"
	"readout/record"
)

func TestAFoundStatementSaysAllThatDecidesIt(t *testing.T) {
	r := sample.Treaty(t)
	d := newDesk(t, r)
	root := d.page("/find?q=speaker:lee+act:commit", 200)
	for selector, want := range map[string]string{
		"h1": "1 statement", ".row .speaker": "Prime Minister Ann Lee", ".row .cue": "promised",
		".row .when": "26 February 2024", ".row .due": "due by 31 March 2024, if parliament agrees",
		".row .score":           "0.9",
		".chips li:first-child": "speaker:lee ×",
	} {
		if got := words(root, selector); len(got) != 1 || got[0] != want {
			t.Errorf("%s says %q, want %q", selector, got, want)
		}
	}
	if got := attr(all(root, ".row a.go")[0], "href"); got != place.Document(r.Document.ID, r.Statements[0].ID) {
		t.Errorf("it leads to %s", got)
	}
	if got := attr(all(root, "#q")[0], "value"); got != "speaker:lee act:commit" {
		t.Errorf("the search box holds %q", got)
	}
	if got := words(d.page("/find?polarity=denied", 200), ".row .stand"); !slices.Equal(got, []string{"✗ denied"}) {
		t.Errorf("a denial is told as %q", got)
	}
	if got := words(d.page("/find?q=nothingofthekind", 200), ".nothing"); len(got) != 1 {
		t.Errorf("nothing found says %q", got)
	}
}

func TestEveryCountLeadsToThatManyRows(t *testing.T) {
	d := newDesk(t, sample.Treaty(t), sample.Mayor(t))
	for _, kind := range []string{"statements", "events", "documents", "entities", "citations"} {
		root := d.page("/find?kind="+kind, 200)
		for _, n := range all(root, ".facet a") {
			shown := words(n, ".n")[0]
			found := d.page(attr(n, "href"), 200)
			rows := len(all(found, ".row"))
			if strconv.Itoa(rows) != shown && !atLeast(rows, shown) {
				t.Errorf("%s: %s leads to %d rows", kind, words(n, "a"), rows)
			}
			if len(all(found, ".facet a[aria-current]")) == 0 {
				t.Errorf("%s: %s is not marked when chosen", kind, attr(n, "href"))
			}
		}
	}
}

// atLeast allows for names that stand in other names.
func atLeast(rows int, shown string) bool {
	n, err := strconv.Atoi(shown)
	return err == nil && rows >= n
}

func TestPagesGoOnWithoutLossOrRepetition(t *testing.T) {
	var all130 []*record.Record
	for i := range 130 {
		all130 = append(all130, sample.Saying(fmt.Sprintf("This is number %d.", i)))
	}
	d := newDesk(t, all130...)
	seen := map[string]bool{}
	address, pages := "/find?limit=60", 0
	for address != "" && pages < 9 {
		root := d.page(address, 200)
		pages++
		for _, n := range all(root, ".row") {
			if seen[attr(n, "id")] {
				t.Errorf("%s came twice", attr(n, "id"))
			}
			seen[attr(n, "id")] = true
		}
		address = ""
		if next := all(root, "a.next"); len(next) == 1 {
			address = attr(next[0], "href")
		}
	}
	if len(seen) != 130 || pages != 3 {
		t.Errorf("%d rows on %d pages, want 130 on 3", len(seen), pages)
	}
}

func TestAWrongFilterIsExplainedWithWhatMayBeMeant(t *testing.T) {
	d := newDesk(t, sample.Treaty(t))
	root := d.page("/find?q=act:comit+treaty", 400)
	if got := words(root, ".problem h2"); len(got) != 1 || !strings.Contains(got[0], "act:comit") {
		t.Errorf("the problem is %q", got)
	}
	links := all(root, ".problem a")
	if len(links) != 1 || len(all(d.page(attr(links[0], "href"), 200), ".row")) != 1 {
		t.Errorf("the link to what may be meant does not find it: %q", words(root, ".problem"))
	}
	if got := attr(all(root, "#q")[0], "value"); got != "act:comit treaty" {
		t.Errorf("what was typed is lost: %q", got)
	}
}

func TestTwinsHaveTheRowsOfTheirPage(t *testing.T) {
	d := newDesk(t, sample.Treaty(t), sample.Mayor(t))
	for _, kind := range []string{"statements", "events", "documents", "entities", "citations"} {
		rows := len(all(d.page("/find?kind="+kind, 200), ".row"))
		var got struct {
			Items []map[string]any
			Query string
		}
		if err := json.Unmarshal([]byte(d.text("/find.json?kind="+kind)), &got); err != nil {
			t.Errorf("%s: %v", kind, err)
		}
		cells, err := csv.NewReader(strings.NewReader(d.text("/find.csv?kind=" + kind))).ReadAll()
		if err != nil {
			t.Errorf("%s: %v", kind, err)
		}
		if len(got.Items) != rows || len(cells) != rows+1 || got.Query != "kind:"+kind {
			t.Errorf("%s: %d rows, %d items, %d lines, query %q", kind, rows, len(got.Items), len(cells), got.Query)
		}
		if d.text("/find.md?kind="+kind) == "" {
			t.Errorf("%s: no Markdown", kind)
		}
	}
	var page struct{ Next string }
	if err := json.Unmarshal([]byte(d.text("/find.json?limit=1")), &page); err != nil || page.Next == "" {
		t.Errorf("the first of several rows: next %q, %v", page.Next, err)
	}
	if d.text(page.Next) == d.text("/find.json?limit=1") {
		t.Error("the next page is the first")
	}
}

func TestASpeakerLeadsToTheEntityThatTheDocumentMeans(t *testing.T) {
	r, lone := sample.Treaty(t), sample.Saying("Lee spoke.")
	id := "e1"
	lee := record.Span{Start: 0, End: 3}
	lone.Entities = []record.Entity{{
		ID: id, Type: record.EntityPerson, Name: "Lee",
		Mentions: []record.Mention{{Span: lee, Exact: "Lee", Kind: record.MentionName}},
	}}
	d := newDesk(t, r, lone)
	row := all(d.page("/find?q=speaker:lee+act:commit", 200), ".row a.speaker")
	for address, want := range map[string]string{
		attr(row[0], "href"):                  "/entities/person/ann%20lee",
		place.Named("Lee", lone.Document.ID):  "/entities/person/lee/" + lone.Document.ID + "/e1",
		place.Named("Lee", "d0"):              "/entities/person/lee/" + lone.Document.ID + "/e1",
		place.Named("ann lee", r.Document.ID): "/entities/person/ann%20lee",

		place.Named("Kingdom of Norway", "d0"): "/entities/place/norway", // by the table of names
	} {
		answer := d.ask(httptest.NewRequestWithContext(t.Context(), http.MethodGet, address, nil))
		if got := answer.Header.Get("Location"); answer.StatusCode != http.StatusSeeOther || got != want {
			t.Errorf("%s: status %d, leads to %s, want %s", address, answer.StatusCode, got, want)
		}
		d.page(want, 200)
	}
	d.page(place.Named("Nobody", r.Document.ID), 404)
	if got := words(d.page("/entities/place/kingdom%20of%20norway", 200), "h1"); len(got) != 1 || got[0] != "Norway" {
		t.Errorf("another name of Norway shows %q", got)
	}
}

func TestEachStatementHasItsCitation(t *testing.T) {
	r := sample.Treaty(t)
	d := newDesk(t, r)
	found := words(d.page("/find?q=speaker:lee+act:commit", 200), ".row .citation")
	if len(found) != 1 || !strings.HasPrefix(found[0], "Prime Minister Ann Lee promised: ") ||
		!strings.Contains(found[0], "“"+r.Document.Title+"”") {
		t.Errorf("on Find it is %q", found)
	}
	root := d.page("/documents/"+r.Document.ID, 200)
	if got := len(all(root, ".card .citation")); got != len(r.Statements) {
		t.Errorf("%d citations on cards, want %d", got, len(r.Statements))
	}
}

func TestAPageThatWasAskedForShowsWhatWasWrittenSince(t *testing.T) {
	r := sample.Treaty(t)
	d := newDesk(t, r)
	const address = "/find?q=speaker:lee+act:commit"
	for range 2 {
		if got := len(all(d.page(address, 200), ".row .review")); got != 0 {
			t.Fatalf("%d decisions before any", got)
		}
	}
	d.send("/review", url.Values{
		"document": {r.Document.ID}, "item": {r.Statements[0].ID}, "state": {"accepted"}, "back": {address},
	})
	if got := words(d.page(address, 200), ".row .review"); !slices.Equal(got, []string{"accepted"}) {
		t.Errorf("after a decision it shows %q", got)
	}
	if _, err := d.store.Add(t.Context(), sample.Mayor(t)); err != nil {
		t.Fatal(err)
	}
	before := words(d.page("/sources", 200), ".ranking td")
	if again := words(d.page("/sources", 200), ".ranking td"); !slices.Equal(before, again) {
		t.Errorf("sources %q and then %q", before, again)
	}
}

// TestTheTwinsOfATimelineAreInItsOrder compares pages with the rows of their twins,
// of which those without a date come last.
func TestTheTwinsOfATimelineAreInItsOrder(t *testing.T) {
	d := newDesk(t, sample.Treaty(t), sample.Mayor(t), sample.Saying("No day."))
	for _, asked := range []string{"?kind=statements", "?kind=statements&limit=4"} {
		var want, got []string
		for _, row := range all(d.page("/timeline"+asked, 200), "li.row") {
			want = append(want, attr(row, "id"))
		}
		var twin struct {
			Items []map[string]any `json:"items"`
		}
		err := json.Unmarshal([]byte(d.text("/timeline.json"+asked)), &twin)
		if err != nil {
			t.Fatal(err)
		}
		for _, i := range twin.Items {
			got = append(got, fmt.Sprint(i["document"], "-", i["statement"]))
		}
		if n := len(want); n < 2 || len(got) < n || !slices.Equal(got[:n], want) {
			t.Errorf("%q: the page has %v, its twin %v", asked, want, got)
		}
	}
}

func TestAJSONTwinSaysWhatIsWrongAsTheInterfaceDoes(t *testing.T) {
	d := newDesk(t, sample.Treaty(t))
	for _, c := range []struct {
		address, kind, nearest string
		status                 int
	}{
		{"/find.json?polarity=deny", "bad-query", "denied", 400},
		{"/timeline.json?act=promise", "bad-query", "commit", 400},
		{"/due.json?colour=red", "bad-query", "", 400},
		{"/find.json?after=x", "bad-cursor", "", 400},
		{"/nothing.json", "not-found", "", 404},
		{"/help.json", "not-found", "", 404},
	} {
		r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, c.address, nil)
		got := d.ask(r)
		var p struct {
			Type, Title, Detail, Nearest string
			Allowed                      []string
			Status                       int
		}
		if err := json.NewDecoder(got.Body).Decode(&p); err != nil {
			t.Fatalf("%s: %v", c.address, err)
		}
		isQuery := strings.HasPrefix(c.kind, "bad-query")
		if got.StatusCode != c.status || p.Status != c.status || p.Detail == "" ||
			got.Header.Get("Content-Type") != "application/problem+json" ||
			!strings.HasSuffix(p.Type, "#"+c.kind) ||
			c.nearest != "" && p.Nearest != c.nearest || isQuery && len(p.Allowed) == 0 {
			t.Errorf("%s: %d %v %+v", c.address, got.StatusCode, got.Header, p)
		}
	}
	r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/find.md?act=promise", nil)
	if got := d.ask(r); !strings.HasPrefix(got.Header.Get("Content-Type"), "text/markdown") {
		t.Errorf("Markdown is answered as %s", got.Header.Get("Content-Type"))
	}
}
