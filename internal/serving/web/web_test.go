package web

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"

	"readout/internal/ingest"
	"readout/internal/keeping/sample"
	"readout/internal/keeping/store"
	"readout/internal/keeping/store/sqlite"
	"readout/internal/serving/web/place"
	"readout/record"
)

// A desk is the pages over a database of their own.
type desk struct {
	t     *testing.T
	store store.Store
	pages http.Handler
}

// echo reads any text as a document of one statement.
type echo struct{ t *testing.T }

func (e echo) Read(_ context.Context, doc ingest.Document) (*record.Record, error) {
	if strings.Contains(doc.Text, "unreadable") {
		return nil, errors.New("the model is out")
	}
	r := sample.Saying(doc.Text)
	r.Document.Title, r.Document.Publisher = doc.Title, doc.Publisher
	return r, nil
}

// newDesk returns pages over these records, at noon of 20 March 2024.
func newDesk(t *testing.T, records ...*record.Record) desk {
	t.Helper()
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	if len(records) > 0 {
		if _, err := s.Add(t.Context(), records...); err != nil {
			t.Fatal(err)
		}
	}
	noon := func() time.Time { return time.Date(2024, 3, 20, 12, 0, 0, 0, time.UTC) }
	pages, err := New(Options{Store: s, Reader: echo{t}, Now: noon})
	if err != nil {
		t.Fatal(err)
	}
	return desk{t, s, pages}
}

// ask returns the answer to a request.
func (d desk) ask(r *http.Request) reply {
	w := httptest.NewRecorder()
	d.pages.ServeHTTP(w, r)
	return reply{w.Code, w.Header(), w.Body}
}

// A reply is what the pages answered.
type reply struct {
	StatusCode int
	Header     http.Header
	Body       io.Reader
}

// page returns the parsed page at an address, which answers with the status.
func (d desk) page(address string, status int) *html.Node {
	d.t.Helper()
	answer := d.ask(httptest.NewRequestWithContext(d.t.Context(), http.MethodGet, address, nil))
	if answer.StatusCode != status {
		d.t.Errorf("GET %s: status %d, want %d", address, answer.StatusCode, status)
	}
	root, err := html.Parse(answer.Body)
	if err != nil {
		d.t.Fatal(err)
	}
	return root
}

// text returns what a twin says.
func (d desk) text(address string) string {
	d.t.Helper()
	w := httptest.NewRecorder()
	d.pages.ServeHTTP(w, httptest.NewRequestWithContext(d.t.Context(), http.MethodGet, address, nil))
	if w.Code != http.StatusOK {
		d.t.Errorf("GET %s: status %d", address, w.Code)
	}
	return w.Body.String()
}

// send posts a form and returns the answer.
func (d desk) send(path string, form url.Values) reply {
	r := httptest.NewRequestWithContext(d.t.Context(), http.MethodPost, path, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return d.ask(r)
}

// all returns the nodes that a CSS selector finds.
func all(root *html.Node, selector string) []*html.Node {
	return cascadia.QueryAll(root, cascadia.MustCompile(selector))
}

// words returns the text of what a selector finds, white space as one blank.
func words(root *html.Node, selector string) []string {
	var out []string
	for _, n := range all(root, selector) {
		var b strings.Builder
		for c := range n.Descendants() {
			if c.Type == html.TextNode {
				b.WriteString(c.Data)
			}
		}
		out = append(out, strings.Join(strings.Fields(b.String()), " "))
	}
	return out
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// screens are the addresses of all pages; %s is a document.
var screens = []string{
	"/find", "/find?kind=events", "/find?kind=documents", "/find?kind=entities",
	"/find?kind=citations", "/find?q=treaty&sort=relevance", "/timeline",
	"/timeline?kind=statements", "/due", "/due?due=overdue", "/sources", "/help", "/add",
}

func TestEveryScreenStandsEmptyAndFull(t *testing.T) {
	treaty := sample.Treaty(t)
	full := newDesk(t, treaty, sample.Mayor(t))
	for _, d := range []desk{newDesk(t), full} {
		for _, address := range screens {
			root := d.page(address, http.StatusOK)
			isWhole(t, address, root)
			for _, twin := range all(root, "head link[rel=alternate]") {
				d.text(attr(twin, "href"))
			}
		}
	}
	for _, address := range []string{
		"/documents/" + treaty.Document.ID, place.Entity(record.EntityPerson, "Ann Lee"),
	} {
		root := full.page(address, http.StatusOK)
		isWhole(t, address, root)
		if got := len(all(root, "head link[rel=alternate]")); got != 3 {
			t.Errorf("%s has %d twins, want 3", address, got)
		}
	}
}

func TestNumbersLeadToTheirRows(t *testing.T) {
	treaty := sample.Treaty(t)
	for _, i := range []int{0, 2, 4} { // a promise, an omission, a demand
		treaty.Statements[i].About = []string{treaty.Entities[3].ID}
	}
	d := newDesk(t, treaty, sample.Mayor(t))
	person := place.Entity(record.EntityPerson, "Ann Lee")
	for _, c := range []struct{ page, numbers, rows string }{
		{person, ".topics .n", "li.row"},
		{"/sources", ".ranking td.n", "li.row"},
	} {
		found := all(d.page(c.page, http.StatusOK), c.numbers)
		if len(found) == 0 {
			t.Errorf("%s has no %s", c.page, c.numbers)
		}
		for _, n := range found {
			link, want := n.Parent, n.FirstChild
			if n.Data == "td" {
				link, want = n.FirstChild, n.FirstChild.FirstChild
			}
			to := attr(link, "href")
			rows := all(d.page(to, http.StatusOK), c.rows)
			if got := strconv.Itoa(len(rows)); got != want.Data {
				t.Errorf("%s: %s leads to %s rows at %s", c.page, want.Data, got, to)
			}
		}
	}
	names := all(d.page(person, http.StatusOK), ".names a")
	if len(names) == 0 {
		t.Error("no name leads to the documents in which it stands")
	}
	for _, a := range names {
		if got := len(all(d.page(attr(a, "href"), http.StatusOK), "li.row")); got == 0 {
			t.Errorf("%s leads to nothing", attr(a, "href"))
		}
	}
}

// isWhole holds what every page promises.
func isWhole(t *testing.T, address string, root *html.Node) {
	t.Helper()
	for selector, want := range map[string]int{
		"h1": 1, "main": 1, "html[lang]": 1, "style": 0, "script:not([src])": 0, "[style]": 0,
		"iframe": 0, "script": 1, "title": 1,
	} {
		got := len(all(root, selector))
		if selector == "title" {
			got = len(all(root, "head > title"))
		}
		if got != want && (selector != "h1" || got > 1) {
			t.Errorf("%s: %d of %q, want %d", address, got, selector, want)
		}
	}
	ids := map[string]bool{}
	for _, n := range all(root, "[id]") {
		if ids[attr(n, "id")] {
			t.Errorf("%s: two elements have the id %s", address, attr(n, "id"))
		}
		ids[attr(n, "id")] = true
	}
	for _, n := range all(root, "a[href^='#']") {
		if to := strings.TrimPrefix(attr(n, "href"), "#"); !ids[to] {
			t.Errorf("%s: a link leads to #%s, which is not there", address, to)
		}
	}
}

func TestWhatIsNoPageSaysSo(t *testing.T) {
	d := newDesk(t, sample.Treaty(t))
	gone := sample.Saying("Gone.")
	if _, err := d.store.Add(t.Context(), gone); err != nil {
		t.Fatal(err)
	}
	err := d.store.Forget(t.Context(), store.Forgotten{
		Document: gone.Document.ID, Reason: "asked for", At: "2024-03-01T00:00:00Z",
	})
	if err != nil {
		t.Fatal(err)
	}
	for address, status := range map[string]int{
		"/nothing": 404, "/documents/d0000000000000000": 404, "/entities/person/nobody": 404,
		"/entities/nobody": 404, "/find?after=x": 400, "/find?colour=red": 400,
		"/timeline?act=promise": 400, "/due?due=soon": 400, "/help.csv": 404,
		"/documents/" + gone.Document.ID: 410, "/find.json?act=promise": 400, "/nothing.md": 404,
	} {
		d.page(address, status)
	}
	if got := words(d.page("/documents/"+gone.Document.ID, 410), ".problem"); len(got) != 1 ||
		!strings.Contains(got[0], "asked for") {
		t.Errorf("of a forgotten document it says %q", got)
	}
	if got := d.ask(httptest.NewRequestWithContext(d.t.Context(), http.MethodGet, "/", nil)); got.Header.Get("Location") != "/find" {
		t.Errorf("/ leads to %q", got.Header.Get("Location"))
	}
	for _, name := range []string{"app.js", "site.css", "mark.svg"} {
		if d.text("/static/"+name) == "" {
			t.Errorf("%s is empty", name)
		}
	}
}

func TestATimelineIsOfWhatItsFiltersFit(t *testing.T) {
	d := newDesk(t, sample.Treaty(t))
	if got := words(d.page("/timeline?speaker=Lee", 200), "main"); !strings.Contains(got[0], "promised") {
		t.Errorf("of a speaker it says %q", got)
	}
	d.page("/timeline?kind=events&speaker=Lee", 400)
	for address, want := range map[string]string{
		"/find?speaker=Lee":             "/timeline?kind=statements&speaker=Lee",
		"/find?kind=events&actor=Lee":   "/timeline?actor=Lee&kind=events",
		"/find?kind=documents&lang=en":  "/timeline",
		"/find":                         "/timeline",
		"/find?speaker=Lee&sort=oldest": "/timeline?kind=statements&speaker=Lee",
	} {
		for _, a := range all(d.page(address, 200), "nav.site a") {
			if to := attr(a, "href"); strings.HasPrefix(to, "/timeline") && to != want {
				t.Errorf("%s leads to %s, want %s", address, to, want)
			}
		}
	}
}

func TestTodayIsTheReadersDay(t *testing.T) {
	d := newDesk(t, sample.Treaty(t))
	for cookie, want := range map[string]string{
		"": "20 March 2024", "840": "21 March 2024", "-720": "20 March 2024", "720": "21 March 2024",
		"-721": "19 March 2024", "9999999999999999999": "20 March 2024", "x": "20 March 2024", "841": "20 March 2024",
	} {
		r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/due", nil)
		if cookie != "" {
			r.Header.Set("Cookie", place.ZoneCookie+"="+cookie)
		}
		root, err := html.Parse(d.ask(r).Body)
		if err != nil {
			t.Fatal(err)
		}
		if got := words(root, ".count .note"); len(got) != 1 || got[0] != "Today is "+want+"." {
			t.Errorf("with %q it says %q, want %s", cookie, got, want)
		}
	}
}

// The promise of the sample is due until the end of March.
func TestWhatIsOverdueIsSoByTheReadersDay(t *testing.T) {
	s := newDesk(t, sample.Treaty(t)).store
	late := func() time.Time { return time.Date(2024, 3, 31, 20, 0, 0, 0, time.UTC) }
	pages, err := New(Options{Store: s, Reader: echo{t}, Now: late})
	if err != nil {
		t.Fatal(err)
	}
	for cookie, want := range map[string]bool{"0": false, "600": true} {
		r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/due.md?due=overdue", nil)
		r.Header.Set("Cookie", place.ZoneCookie+"="+cookie)
		w := httptest.NewRecorder()
		pages.ServeHTTP(w, r)
		if got := strings.Contains(w.Body.String(), "promised"); got != want {
			t.Errorf("at %s minutes: %t, want %t: %s", cookie, got, want, w.Body)
		}
	}
}

func TestAFaultOfTheStoreIsNotTold(t *testing.T) {
	d := newDesk(t)
	if err := d.store.Close(); err != nil {
		t.Fatal(err)
	}
	for _, address := range []string{"/find", "/due", "/timeline", "/sources", "/documents/d1", "/find.csv"} {
		got := words(d.page(address, http.StatusInternalServerError), ".problem")
		if len(got) != 1 || strings.Contains(got[0], "sql") {
			t.Errorf("%s says %q", address, got)
		}
	}
}

func TestPagesNeedAStoreAndAClock(t *testing.T) {
	if _, err := New(Options{}); err == nil {
		t.Error("pages of nothing were made")
	}
}
