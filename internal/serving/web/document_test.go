package web

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"readout/internal/ingest"
	"readout/internal/keeping/sample"
	"readout/internal/keeping/store"
	"readout/internal/serving/web/place"
	"readout/record"
)

func TestADocumentShowsItsStatementsBesideTheirWords(t *testing.T) {
	r := sample.Treaty(t)
	cited := r.Events[0].Trigger
	r.Citations = []record.Citation{{ID: "c1", Span: cited.Span, Exact: cited.Exact}}
	d := newDesk(t, r)
	root := d.page("/documents/"+r.Document.ID, 200)
	for _, s := range r.Statements {
		if len(all(root, "li.card#"+s.ID)) != 1 || len(all(root, "a.ref#"+s.ID+"-here")) != 1 {
			t.Errorf("statement %s has no card or no number in the text", s.ID)
		}
	}
	if got := len(all(root, ".notes ol li")); got != len(r.Statements) {
		t.Errorf("%d footnotes, want %d", got, len(r.Statements))
	}
	if got := len(all(root, ".card.event")); got != len(r.Events) {
		t.Errorf("%d events, want %d", got, len(r.Events))
	}
	for _, count := range all(root, ".counts > *") {
		if to := attr(count, "href"); to == "" || len(all(root, to)) != 1 {
			t.Errorf("a number of the head leads to %q", to)
		}
	}
	if got := words(root, ".counts a"); len(got) != 3 {
		t.Errorf("numbers of the head: %q", got)
	}
	if got := words(root, "#citation"); len(got) != 1 || !strings.Contains(got[0], r.Document.Title) {
		t.Errorf("the citation is %q", got)
	}
	if got := attr(all(root, "#"+r.Statements[0].ID+" a.speaker")[0], "href"); got != place.Entity(record.EntityPerson, "Ann Lee") {
		t.Errorf("the speaker leads to %s", got)
	}
	back, err := record.Parse([]byte(d.text("/documents/" + r.Document.ID + ".json")))
	if err != nil || len(back.Statements) != len(r.Statements) {
		t.Errorf("its JSON: %v", err)
	}
	for _, form := range []string{"csv", "md"} {
		if d.text("/documents/"+r.Document.ID+"."+form) == "" {
			t.Errorf("its %s is empty", form)
		}
	}
}

func TestADocumentWithoutItsTextStillSaysWhatItIs(t *testing.T) {
	r := sample.Treaty(t)
	r.Document.Text = nil
	d := newDesk(t, r)
	root := d.page("/documents/"+r.Document.ID, 200)
	if got := words(root, ".nothing"); len(got) != 1 || !strings.Contains(got[0], "left out") {
		t.Errorf("it says %q", got)
	}
	for _, count := range all(root, ".counts a") {
		if d.text(attr(count, "href")) == "" {
			t.Errorf("a number of the head leads to %s", attr(count, "href"))
		}
	}
}

func TestWhatAPersonDecidesIsKeptAndCanBeUndone(t *testing.T) {
	r := sample.Treaty(t)
	d := newDesk(t, r)
	place := "/documents/" + r.Document.ID
	form := url.Values{
		"document": {r.Document.ID}, "item": {r.Statements[0].ID}, "state": {"accepted"}, "back": {place},
	}
	answer := d.send("/review", form)
	to := answer.Header.Get("Location")
	if answer.StatusCode != http.StatusSeeOther || !strings.HasSuffix(to, "#"+r.Statements[0].ID) {
		t.Fatalf("status %d, leads to %q", answer.StatusCode, to)
	}
	root := d.page(strings.Split(to, "#")[0], 200)
	if got := words(root, "#"+r.Statements[0].ID+" .review"); len(got) != 1 || got[0] != "accepted" {
		t.Errorf("the card says %q", got)
	}
	undo := all(root, ".did input[name=decision]")
	if len(undo) != 1 {
		t.Fatal("nothing to undo it by")
	}
	if got := d.send("/undo", url.Values{"decision": {attr(undo[0], "value")}, "back": {to}}); got.Header.Get("Location") != place {
		t.Errorf("undo leads to %q", got.Header.Get("Location"))
	}
	root = d.page(place, 200)
	if len(all(root, ".card .review")) != 0 || len(all(root, "#decisions .undone")) != 1 {
		t.Errorf("after undo: %q", words(root, "#decisions"))
	}
	form.Set("state", "unsure")
	d.send("/review", form)
	if got := words(d.page(place, 200), ".card .review"); len(got) != 1 || got[0] != "unsure" {
		t.Errorf("of what is unsure it says %q", got)
	}
}

func TestDecisionsThatCannotBeAreRefused(t *testing.T) {
	r := sample.Treaty(t)
	d := newDesk(t, r)
	base := url.Values{"document": {r.Document.ID}, "item": {r.Statements[0].ID}, "state": {"accepted"}}
	with := func(key, value string) url.Values {
		v := url.Values{}
		for k := range base {
			v.Set(k, base.Get(k))
		}
		v.Set(key, value)
		return v
	}
	for _, c := range []struct {
		path   string
		form   url.Values
		status int
	}{
		{"/review", with("state", "maybe"), 400},
		{"/review", with("item", ""), 400},
		{"/review", with("item", "s999999"), 404},
		{"/review", with("document", "d0"), 404},
		{"/undo", url.Values{"decision": {"x"}}, 400},
		{"/undo", url.Values{"decision": {"77"}}, 404},
	} {
		if got := d.send(c.path, c.form); got.StatusCode != c.status {
			t.Errorf("%s %v: status %d, want %d", c.path, c.form, got.StatusCode, c.status)
		}
	}
}

// TestS7ChangesFromOtherSitesAreRefused is the part of the pages; the server
// checks hosts and origins besides.
func TestS7ChangesFromOtherSitesAreRefused(t *testing.T) {
	r := sample.Treaty(t)
	d := newDesk(t, r)
	for _, path := range []string{"/review", "/undo", "/add"} {
		for header, value := range map[string]string{
			"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example",
		} {
			req := httptest.NewRequestWithContext(t.Context(), http.MethodPost, path, strings.NewReader("state=accepted&text=x"))
			req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
			req.Header.Set(header, value)
			if got := d.ask(req); got.StatusCode != http.StatusForbidden {
				t.Errorf("%s with %s %s: status %d", path, header, value, got.StatusCode)
			}
		}
	}
}

func TestS17OnlyPlacesHereAreLedTo(t *testing.T) {
	for _, to := range []string{
		"//evil.example", `/\evil.example`, "https:evil.example", "https://evil.example/",
		"javascript:alert(1)", "/x\nSet-Cookie: a", " /find", "", "find", "/\tx", "http:/x",
	} {
		if got := place.Local(to); got != "/find" {
			t.Errorf("%q leads to %q", to, got)
		}
	}
	for _, to := range []string{"/find?q=x", "/documents/d1?did=3#s1", "/due"} {
		if got := place.Local(to); got != to {
			t.Errorf("%q leads to %q", to, got)
		}
	}
}

func TestAnArticleIsAddedByAPlainForm(t *testing.T) {
	d := newDesk(t)
	answer := d.send("/add", url.Values{
		"text": {"“It rains,” she said."}, "title": {"Rain"}, "publisher": {"Example"},
	})
	to := answer.Header.Get("Location")
	if answer.StatusCode != http.StatusSeeOther || !strings.HasPrefix(to, "/documents/d") {
		t.Fatalf("status %d, leads to %q", answer.StatusCode, to)
	}
	if got := words(d.page(to, 200), "h1"); len(got) != 1 || got[0] != "Rain" {
		t.Errorf("its page is called %q", got)
	}
	for text, status := range map[string]int{"": 400, "unreadable": 500} {
		if got := d.send("/add", url.Values{"text": {text}}); got.StatusCode != status {
			t.Errorf("%q: status %d, want %d", text, got.StatusCode, status)
		}
	}
	if got := d.send("/add", url.Values{"url": {"file:///etc/passwd"}}); got.StatusCode != 400 {
		t.Errorf("a file of this machine: status %d", got.StatusCode)
	}
}

// A sound reader reads every text as one record, which lacks what its caller gives.
type sound struct{ r *record.Record }

func (s sound) Read(context.Context, ingest.Document) (*record.Record, error) {
	s.r.Meta.Created = ""
	return s.r, nil
}

func TestWhatAFormAddsIsSound(t *testing.T) {
	d := newDesk(t)
	pages, err := New(Options{
		Store: d.store, Reader: sound{sample.Treaty(t)},
		Now: func() time.Time { return time.Date(2024, 3, 20, 12, 0, 0, 0, time.UTC) },
	})
	if err != nil {
		t.Fatal(err)
	}
	d.pages = pages
	if got := d.send("/add", url.Values{"text": {"x"}}); got.StatusCode != 303 {
		t.Fatalf("status %d", got.StatusCode)
	}
	faults, err := d.store.Check(t.Context(), true)
	if err != nil || len(faults) > 0 {
		t.Errorf("%v, %v", faults, err)
	}
	kept, err := d.store.Record(t.Context(), sample.Treaty(t).Document.ID)
	if err != nil || kept.Meta.Created != "2024-03-20T12:00:00Z" {
		t.Errorf("made at %q, %v", kept.Meta.Created, err)
	}
}

func TestAFileIsAddedToo(t *testing.T) {
	d := newDesk(t)
	body := "--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n\r\n" +
		"--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nIt snows.\r\n--x--\r\n"
	r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/add", strings.NewReader(body))
	r.Header.Set("Content-Type", "multipart/form-data; boundary=x")
	if got := d.ask(r); got.StatusCode != http.StatusSeeOther {
		t.Errorf("status %d", got.StatusCode)
	}
}

func TestNothingIsAddedWhereNothingIsRead(t *testing.T) {
	d := newDesk(t)
	sealed, err := New(Options{Store: d.store, Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	d.pages = sealed
	d.page("/add", 403)
	if got := d.send("/add", url.Values{"text": {"x"}}); got.StatusCode != 403 {
		t.Errorf("status %d", got.StatusCode)
	}
	if len(all(d.page("/find", 200), "nav a[href='/add']")) != 0 {
		t.Error("a page leads to where nothing is added")
	}
}

func TestAForgottenDocumentIsNotAddedAgain(t *testing.T) {
	d := newDesk(t)
	r := sample.Saying("Gone.")
	if _, err := d.store.Add(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	f := store.Forgotten{Document: r.Document.ID, Reason: "asked for", At: "2024-03-01T00:00:00Z"}
	if err := d.store.Forget(t.Context(), f); err != nil {
		t.Fatal(err)
	}
	if got := d.send("/add", url.Values{"text": {"Gone."}}); got.StatusCode != 400 {
		t.Errorf("status %d", got.StatusCode)
	}
}
