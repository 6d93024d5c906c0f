package api

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"readout/internal/ingest"
	"readout/internal/keeping/portrait"
	"readout/internal/keeping/store"
	"readout/internal/serving/article"
	"readout/internal/serving/item"
	"readout/internal/serving/problem"
	"readout/record"
)

// said is an article.
const said = "The minister said that the bridge will open."

func TestADocumentIsReadOnce(t *testing.T) {
	b := serving(t)
	for i, c := range []struct {
		contentType, path, body string
		status                  int
	}{
		{"text/plain", "/documents?url=https://a.example/1&title=Bridge&date=2024-03-05&publisher=A", said, 201},
		{"text/plain; charset=utf-8", "/documents?url=https://a.example/1", said, 200},
		{"application/json", "/documents", `{"text":"` + said + `","url":"https://a.example/1"}`, 200},
		{"application/json", "/documents", `{"text":"` + said + `","title":"Bridge","date":"2024-03-05"}`, 201},
		{"text/html", "/documents", "<html><body><p>" + strings.Repeat(said+" ", 20) + "</p></body></html>", 201},
	} {
		w := b.ask(t, http.MethodPost, c.path, c.body, "Content-Type: "+c.contentType)
		if w.Code != c.status {
			t.Fatalf("%d: %d %s, want %d", i, w.Code, w.Body, c.status)
		}
		r, findings := record.Check(w.Body.Bytes())
		if len(findings) > 0 {
			t.Errorf("%d: %v", i, findings)
		}
		if at := w.Header().Get("Location"); at != Prefix+"/documents/"+r.Document.ID {
			t.Errorf("%d: Location %s", i, at)
		}
		kept := b.ask(t, http.MethodGet, "/documents/"+r.Document.ID, "")
		if kept.Body.String() != w.Body.String() {
			t.Errorf("%d: kept is %s", i, kept.Body)
		}
		if i == 0 && (r.Document.Publisher != "A" || r.Document.Published != "2024-03-05" ||
			r.Document.Title != "Bridge" || r.Meta.Created != "2024-03-20T10:00:00Z") {
			t.Errorf("%+v %+v", r.Document, r.Meta)
		}
	}
	if b.reader.reads != 3 {
		t.Errorf("read %d times, want 3", b.reader.reads)
	}
	if got := get[list[item.Statement]](t, b, "/statements?q=bridge"); len(got.Items) < 2 {
		t.Errorf("found %+v", got)
	}
}

func TestWhatCannotBeReadIsRefused(t *testing.T) {
	b := serving(t)
	for _, c := range []struct {
		contentType, path, body string
		want                    problem.Kind
	}{
		{"", "", said, problem.BadType},
		{"application/pdf", "", said, problem.BadType},
		{"application/x-www-form-urlencoded", "", said, problem.BadType},
		{"text/plain", "", "", problem.BadRequest},
		{"text/plain", "", "  \n", problem.Unreadable},
		{"text/plain", "", "%PDF-1.7 x", problem.BadType},
		{"text/plain", "?date=soon", said, problem.Unreadable},
		{"text/plain", "?url=javascript:alert(1)", said, problem.Unreadable},
		{"application/json", "", "{", problem.BadRequest},
		{"application/json", "", "[]", problem.BadRequest},
		{"application/json", "", `{"text":1}`, problem.BadRequest},
		{"application/json", "", `{"text":"x","mood":"y"}`, problem.BadRequest},
		{"application/json", "", `{"text":"x"} {}`, problem.BadRequest},
		{"application/json", "", `{"title":"x"}`, problem.Invalid},
		{"application/json", "", `{"url":"file:///etc/passwd"}`, problem.Unreadable},
		{"application/json", "", `{"url":"/etc/passwd"}`, problem.Unreadable},
		{"application/json", "", `{"url":"http://127.0.0.1:1/"}`, problem.Unreadable},
		{"application/json", "", `{"url":"http://[::ffff:10.0.0.1]/"}`, problem.Unreadable},
	} {
		p := wrong(t, b.ask(t, http.MethodPost, "/documents"+c.path, c.body, "Content-Type: "+c.contentType), c.want)
		if strings.Contains(p.Detail, "--") {
			t.Errorf("%q speaks of flags: %s", c.body, p.Detail)
		}
	}
	if b.reader.reads != 0 {
		t.Errorf("read %d times", b.reader.reads)
	}
}

func TestAPageIsFetched(t *testing.T) {
	b := serving(t)
	page := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/old" {
			http.Redirect(w, r, "/new", http.StatusFound)
			return
		}
		w.Header().Set("Content-Type", "text/html")
		_, _ = w.Write([]byte("<html><body><article><p>" + strings.Repeat(said+" ", 20) + "</p></article></body></html>"))
	}))
	defer page.Close()
	h, err := New(Options{Store: b.store, Reader: b.reader, Now: now, Client: page.Client()})
	if err != nil {
		t.Fatal(err)
	}
	b.Handler = h
	w := b.ask(t, http.MethodPost, "/documents", `{"url":"`+page.URL+`/old"}`, "Content-Type: application/json")
	r, err := record.Parse(w.Body.Bytes())
	if w.Code != http.StatusCreated || err != nil || r.Document.URL != page.URL+"/new" {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

func TestWhereNothingIsReadTheReasonIsSaid(t *testing.T) {
	b := serving(t)
	h, err := New(Options{Store: b.store, Now: now})
	if err != nil {
		t.Fatal(err)
	}
	post := func(f problem.Kind) {
		t.Helper()
		w := b.ask(t, http.MethodPost, "/documents", said, "Content-Type: text/plain")
		if p := wrong(t, w, f); strings.Contains(p.Detail, "secret") {
			t.Errorf("told: %s", p.Detail)
		}
		if f.Status == http.StatusServiceUnavailable && w.Header().Get("Retry-After") == "" {
			t.Error("no Retry-After")
		}
	}
	for err, f := range map[error]problem.Kind{
		errors.New("secret"):                          problem.Internal,
		context.DeadlineExceeded:                      problem.TooSlow,
		errors.Join(errors.New("x"), store.ErrFull):   problem.Full,
		errors.Join(store.ErrBusy, errors.New("s")):   problem.Busy,
		&ingest.Error{Doing: "x", Err: store.ErrBusy}: problem.Busy,
	} {
		b.reader.err = err
		post(f)
	}
	b.Handler = h
	post(problem.NoReader)
}

func TestAForgottenDocumentSaysWhy(t *testing.T) {
	b := serving(t)
	id := b.treaty.Document.ID
	wrong(t, b.ask(t, http.MethodDelete, "/documents/"+id, ""), problem.Invalid)
	wrong(t, b.ask(t, http.MethodDelete, "/documents/"+id+"?reason=%20", ""), problem.Invalid)
	w := b.ask(t, http.MethodDelete, "/documents/"+id+"?reason=asked+to", "")
	if got := decoded[remains](t, w); w.Code != 200 || got != (remains{id, "asked to", "2024-03-20T10:00:00Z"}) {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	for _, path := range []string{
		"/documents/" + id, "/documents/" + id + "?pipeline=x", "/documents/" + id + "/versions",
		"/statements/" + id + "/s1", "/reviews?document=" + id,
	} {
		p := wrong(t, b.ask(t, http.MethodGet, path, ""), problem.Forgotten)
		if p.Reason != "asked to" || p.At != "2024-03-20T10:00:00Z" {
			t.Errorf("%s: %+v", path, p)
		}
	}
	wrong(t, b.ask(t, http.MethodDelete, "/documents/"+id+"?reason=again", ""), problem.Forgotten)
	text := *b.treaty.Document.Text
	body, _ := json.Marshal(article.Article{Text: text, URL: b.treaty.Document.URL}) //nolint:errchkjson // strings are JSON
	wrong(t, b.ask(t, http.MethodPost, "/documents", string(body), "Content-Type: application/json"), problem.Forgotten)
	wrong(t, b.ask(t, http.MethodDelete, "/documents/d0000000000000000?reason=x", ""), problem.NotFound)
}

func TestADocumentIsHadInEveryVersionAndUnit(t *testing.T) {
	b := serving(t)
	old := *b.treaty
	old.Meta.Pipeline = "readout/0.0.1 (old)"
	if _, err := b.store.Add(t.Context(), &old); err != nil {
		t.Fatal(err)
	}
	path := "/documents/" + old.Document.ID
	all := get[struct{ Items []version }](t, b, path+"/versions").Items
	if len(all) != 2 || all[1].Pipeline != old.Meta.Pipeline {
		t.Fatalf("%+v", all)
	}
	for _, v := range all {
		r := get[record.Record](t, b, strings.TrimPrefix(v.Permalink, Prefix))
		if r.Meta.Pipeline != v.Pipeline || len(r.Statements) != v.Statements {
			t.Errorf("%s: %+v", v.Permalink, r.Meta)
		}
	}
	for _, unit := range []string{"byte", "utf16", "codepoint"} {
		w := b.ask(t, http.MethodGet, path+"?offsets="+unit, "")
		r, findings := record.Check(w.Body.Bytes())
		if len(findings) > 0 || r.Offsets.String() != unit {
			t.Errorf("%s: %v %v", unit, r, findings)
		}
	}
	wrong(t, b.ask(t, http.MethodGet, path+"?offsets=word", ""), problem.Invalid)
	wrong(t, b.ask(t, http.MethodGet, path+"?pipeline=none", ""), problem.NotFound)
}

func TestAnItemHasItsSentenceAndSpans(t *testing.T) {
	b := serving(t)
	id, s := b.treaty.Document.ID, &b.treaty.Statements[1]
	got := get[one[item.Statement, record.Statement]](t, b, "/statements/"+id+"/"+s.ID)
	if got.Sentence != "The Home Office denied that the talks with Norway had failed." ||
		got.Part.Content.Text != s.Content.Text || got.Offsets != "codepoint" ||
		got.Row.Quote != s.Content.Text || len(got.Names) != len(b.treaty.Entities) {
		t.Errorf("%+v", got)
	}
	bytes := get[one[item.Statement, record.Statement]](t, b, "/statements/"+id+"/"+s.ID+"?offsets=byte")
	if span := bytes.Part.Content.Spans[0]; !strings.HasSuffix((*b.treaty.Document.Text)[span.Start:span.End], s.Content.Text) ||
		bytes.Row.Start != span.Start || bytes.Sentence != got.Sentence {
		t.Errorf("in bytes: %+v", bytes)
	}
	e := &b.treaty.Events[0]
	event := get[one[item.Event, record.Event]](t, b, "/events/"+id+"/"+e.ID)
	if !strings.Contains(event.Sentence, e.Trigger.Exact) || event.Part.ID != e.ID || event.Row.Trigger != e.Trigger.Exact {
		t.Errorf("%+v", event)
	}
	cites := boats(t)
	c := &cites.Citations[0]
	cited := get[one[item.Citation, record.Citation]](t, b, "/citations/"+cites.Document.ID+"/"+c.ID)
	if cited.Part.ID != c.ID || cited.Row.Quote != c.Exact {
		t.Errorf("%+v", cited)
	}
	norway := get[item.Entity](t, b, "/entities/place/kingdom%20of%20norway")
	if norway.ID != "place/norway" || !slices.Contains(norway.Also, "place/kingdom of norway") {
		t.Errorf("by another name: %+v", norway)
	}
	lee := get[entityProfile](t, b, "/entities/person/ann%20lee")
	if lee.Name != "Ann Lee" || lee.Documents != 1 || lee.Read != 1 || len(lee.Names) != 1 || lee.Names[0].Name != "Ann Lee" {
		t.Errorf("who is asked for: %+v", lee)
	}
	own := 0
	for _, s := range b.treaty.Statements {
		if s.Speaker.Entity != nil && *s.Speaker.Entity == b.treaty.Entities[0].ID {
			own++
		}
	}
	if len(lee.Statements) != own || lee.Statements[0].Speaker != "Ann Lee" || lee.Statements[0].Quote == "" {
		t.Errorf("%d statements of hers, want %d: %+v", len(lee.Statements), own, lee.Statements)
	}
	if len(lee.Parts) == 0 || lee.Parts[0] != (portrait.Count{Name: "statements by", Count: own}) {
		t.Errorf("her parts are %+v", lee.Parts)
	}
	for _, path := range []string{
		"/statements/" + id + "/" + e.ID, "/statements/" + id + "/s9999", "/events/" + id + "/" + s.ID,
		"/citations/" + id + "/" + s.ID, "/statements/d0/s1", "/entities/person/nobody",
		"/entities/person/%21", "/entities/mood/ann%20lee",
	} {
		if w := b.ask(t, http.MethodGet, path, ""); w.Code != http.StatusNotFound && w.Code != http.StatusUnprocessableEntity {
			t.Errorf("%s: %d %s", path, w.Code, w.Body)
		}
	}
}
