package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// feedServer serves feeds: /news with two items, of which each says what it is
// asked for; /gone is none; /page is a page.
func feedServer(t *testing.T, second *string) (at string, asked map[string]int) {
	t.Helper()
	asked = map[string]int{}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter,
		r *http.Request,
	) {
		asked[r.URL.Path]++
		switch r.URL.Path {
		case "/news":
			tag := fmt.Sprintf("%q", *second)
			if w.Header().Set("ETag", tag); r.Header.Get("If-None-Match") == tag {
				w.WriteHeader(http.StatusNotModified)
				return
			}
			fmt.Fprintf(w, `<rss version="2.0"><channel><title>Example News</title>
				<item><title>One</title><link>/one</link></item>
				<item><title>Two</title><link>/two</link><description>%s</description></item>
				</channel></rss>`, *second)
		case "/one":
			w.Header().Set("Content-Type", "text/html")
			io.WriteString(w, "<p>"+bridge)
		case "/page":
			w.Header().Set("Content-Type", "text/html")
			io.WriteString(w, "<p>"+bridge)
		default:
			http.NotFound(w, r)
		}
	}))
	t.Cleanup(server.Close)
	return server.URL, asked
}

func TestWatchedFeedsAreReadIntoTheDatabase(t *testing.T) {
	db, second := base(t), "Bob Ray said the road is open."
	at, asked := feedServer(t, &second)
	watch := func(want int, args ...string) (stdout, stderr string) {
		t.Helper()
		args = append([]string{"watch", "-d", db}, args...)
		stdout, stderr, code := invoke(t, t.Context(), "", args...)
		if code != want {
			t.Errorf("%v: exit %d, want %d: %s", args, code, want, stderr)
		}
		return stdout, stderr
	}
	watch(exitDone, "add", at+"/news", at+"/gone", at+"/page")
	if _, errs := watch(exitError, "add", "ftp://x/",
		at+"/news"); strings.Count(errs, "\n") != 2 {
		t.Errorf("what cannot be watched: %s", errs)
	}
	_, errs := watch(exitError, "run", "--allow-private")
	for _, want := range []string{
		"/gone: fetching it: the server answered 404",
		"/page: reading the feed: no feed",
		"readout: 1 feeds read, 2 failed, 0 not due yet; 2 documents added",
	} {
		if !strings.Contains(errs, want) {
			t.Errorf("stderr has no %q:\n%s", want, errs)
		}
	}
	if n := kept(t, db); n != 2 {
		t.Errorf("%d documents, want 2", n)
	}
	if _, errs := watch(exitDone, "run",
		"--allow-private"); !strings.Contains(errs, "0 feeds read, 0 failed, 3 not due") {
		t.Errorf("a second run: %s", errs)
	}

	// Asked by name it is read at once; what did not change is not sent, and what
	// was read is not read again.
	watch(exitDone, "run", "--allow-private", at+"/news")
	second = "Cem Uzun said the tunnel is flooded."
	watch(exitDone, "run", "--allow-private", at+"/news")
	if n := kept(t, db); n != 3 || asked["/one"] != 1 || asked["/news"] != 3 {
		t.Errorf("%d documents, asked %v", n, asked)
	}

	out, _ := watch(exitDone, "list", "--json")
	type feed struct {
		URL, Title, Read, Error string
		Kept, Failures          int
	}
	var list []feed
	for lines := json.NewDecoder(strings.NewReader(out)); lines.More(); {
		var one feed
		if err := lines.Decode(&one); err != nil {
			t.Fatal(err)
		}
		list = append(list, one)
	}
	if len(list) != 3 || list[0].Failures != 1 ||
		!strings.Contains(list[0].Error, "404") ||
		list[1].Kept != 3 || list[1].Title != "Example News" ||
		list[1].Read == "" || list[1].Error != "" {
		t.Errorf("list %+v", list)
	}
	watch(exitDone, "remove", "-q", at+"/gone", at+"/page", at+"/news")
	watch(exitFindings, "list")
	watch(exitError, "remove", at+"/news")
	watch(exitError, "run", at+"/news")
	if n := kept(t, db); n != 3 {
		t.Errorf("%d documents after the feeds are gone", n)
	}
}

// TestS2WatchedFeedsStayOnThePublicInternet has a server that nobody may reach.
func TestS2WatchedFeedsStayOnThePublicInternet(t *testing.T) {
	db, second := base(t), ""
	at, asked := feedServer(t, &second)
	invoke(t, t.Context(), "", "watch", "add", "-d", db, at+"/news")
	_, errs, code := invoke(t, t.Context(), "", "watch", "run", "-d", db)
	if code != exitError || len(asked) > 0 || !strings.Contains(errs, "not public") {
		t.Errorf("exit %d, asked %v: %s", code, asked, errs)
	}
}
