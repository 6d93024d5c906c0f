package server

import (
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"readout/internal/serving/token"
)

func TestWhereThereIsATokenItIsAskedFor(t *testing.T) {
	box, secret := tokens(t, time.Now)
	p := start(t, func(o *Options) { o.Tokens = box })
	for path, want := range map[string]int{
		"/": 401, "/api/v1/x": 401, "/mcp": 401, "/metrics": 401, "/logout": 401,
		"/healthz": 200, "/readyz": 200, "/login": 200, "/login/style.css": 200,
	} {
		res, body := p.ask(t, "GET", path, "")
		if res.StatusCode != want || strings.Contains(body, "web") || strings.Contains(body, "api GET") {
			t.Errorf("%s without a token: %d %s", path, res.StatusCode, body)
		}
		if want == 401 && !strings.HasPrefix(res.Header.Get("WWW-Authenticate"), "Bearer") {
			t.Errorf("%s: no WWW-Authenticate", path)
		}
	}
	for _, bad := range []string{"Bearer x", "Basic " + secret, secret, "Bearer  " + secret, "Bearer " + secret + "x", "Bearers " + secret} {
		if res, _ := p.ask(t, "GET", "/api/v1/x", "", "Authorization", bad); res.StatusCode != 401 {
			t.Errorf("Authorization %q: %d", bad, res.StatusCode)
		}
	}
	for _, good := range [][]string{
		{"Authorization", "Bearer " + secret},
		{"Authorization", "bearer " + secret},
		{"Authorization", "BEARER " + secret},
		{"Cookie", cookieName + "=" + secret},
	} {
		if res, body := p.ask(t, "GET", "/api/v1/x", "", good...); res.StatusCode != 200 {
			t.Errorf("%v: %d %s", good[0], res.StatusCode, body)
		}
	}
}

func TestOpenServerAsksFromTheFirstTokenOn(t *testing.T) {
	box := token.At(t.TempDir(), time.Now)
	p := start(t, func(o *Options) { o.Tokens = box })
	if res, _ := p.ask(t, "GET", "/", ""); res.StatusCode != 200 {
		t.Errorf("no token yet: %d", res.StatusCode)
	}
	if _, err := box.Make("desk"); err != nil {
		t.Fatal(err)
	}
	if res, _ := p.ask(t, "GET", "/", ""); res.StatusCode != 401 {
		t.Errorf("a token was made: %d", res.StatusCode)
	}
	if err := box.Revoke("desk"); err != nil {
		t.Fatal(err)
	}
	if res, _ := p.ask(t, "GET", "/", ""); res.StatusCode != 401 {
		t.Errorf("the last token was revoked: %d, and the door is open", res.StatusCode)
	}
	locked := start(t, func(o *Options) { o.Tokens, o.Locked = token.At(t.TempDir(), time.Now), true })
	if res, _ := locked.ask(t, "GET", "/", ""); res.StatusCode != 401 {
		t.Errorf("locked: %d", res.StatusCode)
	}
}

func TestTokensThatCannotBeReadCloseTheDoorForAsLong(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "tokens")
	var ahead atomic.Int64 // past what the box remembers
	box := token.At(dir, func() time.Time { return time.Now().Add(time.Duration(ahead.Load())) })
	p := start(t, func(o *Options) { o.Tokens = box })
	later := func() { ahead.Add(int64(2 * token.Stale)) }
	if err := os.WriteFile(dir, nil, 0o600); err != nil { // no folder
		t.Fatal(err)
	}
	res, body := p.ask(t, "GET", "/api/v1/x", "")
	if res.StatusCode != 503 || !strings.Contains(body, "tokens") {
		t.Errorf("the folder cannot be read: %d %s", res.StatusCode, body)
	}
	if !strings.Contains(p.logs.String(), dir) {
		t.Errorf("the log does not name the folder: %s", p.logs)
	}
	for method, want := range map[string]int{"GET": 200, "POST": 503} {
		if res, _ := p.ask(t, method, "/login", ""); res.StatusCode != want {
			t.Errorf("%s /login: %d", method, res.StatusCode)
		}
	}
	if err := os.Remove(dir); err != nil {
		t.Fatal(err)
	}
	later()
	if res, body := p.ask(t, "GET", "/api/v1/x", ""); res.StatusCode != 200 {
		t.Errorf("it can again, and there is no token: %d %s", res.StatusCode, body)
	}
	secret, err := box.Make("desk")
	if err != nil {
		t.Fatal(err)
	}
	if res, _ := p.ask(t, "GET", "/api/v1/x", ""); res.StatusCode != 401 {
		t.Errorf("a token was made: %d", res.StatusCode)
	}
	if err := os.WriteFile(filepath.Join(dir, "odd"), []byte("no hash\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	later()
	bearer := []string{"Authorization", "Bearer " + secret}
	if res, _ := p.ask(t, "GET", "/api/v1/x", "", bearer...); res.StatusCode != 503 {
		t.Errorf("one of them cannot be read: %d", res.StatusCode)
	}
	if err := os.Remove(filepath.Join(dir, "odd")); err != nil {
		t.Fatal(err)
	}
	later()
	if res, _ := p.ask(t, "GET", "/api/v1/x", "", bearer...); res.StatusCode != 200 {
		t.Errorf("they can again: %d", res.StatusCode)
	}
}

func TestABrowserSignsInAndOut(t *testing.T) {
	box, secret := tokens(t, time.Now)
	p := start(t, func(o *Options) { o.Tokens = box })
	res, _ := p.ask(t, "GET", "/find?q=a%20b", "", "Accept", "text/html")
	to, _ := url.Parse(res.Header.Get("Location"))
	if res.StatusCode != 303 || to.Path != "/login" || to.Query().Get("next") != "/find?q=a%20b" {
		t.Fatalf("a page: %d to %s", res.StatusCode, to)
	}
	_, page := p.ask(t, "GET", to.String(), "", "Accept", "text/html")
	if !strings.Contains(page, `value="/find?q=a%20b"`) || strings.Contains(page, "<script") || strings.Contains(page, "style=") {
		t.Errorf("the page is %s", page)
	}
	_, page = p.ask(t, "GET", `/login?next=%22%3E%3Cscript%3E`, "")
	if strings.Contains(page, "<script>") {
		t.Errorf("hostile text in %s", page)
	}
	form := func(text, next string, more ...string) reply {
		body := url.Values{"token": {text}, "next": {next}}.Encode()
		res, _ := p.ask(t, "POST", "/login", body,
			append(more, "Content-Type", "application/x-www-form-urlencoded")...)
		return res
	}
	if res := form("wrong", "/"); res.StatusCode != 401 || len(res.Cookies()) > 0 {
		t.Errorf("a wrong token: %d %v", res.StatusCode, res.Cookies())
	}
	res = form(secret, "//evil.example", "X-Forwarded-Proto", "https")
	if res.StatusCode != 303 || res.Header.Get("Location") != "/" || len(res.Cookies()) != 1 {
		t.Fatalf("signed in: %d to %s, %v", res.StatusCode, res.Header.Get("Location"), res.Cookies())
	}
	c := res.Cookies()[0]
	if !c.HttpOnly || c.SameSite != http.SameSiteStrictMode || !c.Secure || c.Path != "/" || c.Domain != "" {
		t.Errorf("cookie %s", c)
	}
	if form(secret, "/").Cookies()[0].Secure {
		t.Error("a cookie for TLS alone, where there is none")
	}
	if res, body := p.ask(t, "GET", "/find", "", "Cookie", c.Name+"="+c.Value); res.StatusCode != 200 {
		t.Errorf("with the cookie: %d %s", res.StatusCode, body)
	}
	res, _ = p.ask(t, "POST", "/logout", "", "Cookie", c.Name+"="+c.Value)
	if res.StatusCode != 303 || res.Cookies()[0].MaxAge >= 0 {
		t.Errorf("signed out: %d %v", res.StatusCode, res.Cookies())
	}
	for path, allow := range map[string]string{"/login": "GET, HEAD, POST", "/logout": "POST"} {
		res, _ := p.ask(t, "DELETE", path, "", "Authorization", "Bearer "+secret)
		if res.StatusCode != 405 || res.Header.Get("Allow") != allow {
			t.Errorf("DELETE %s: %d %s", path, res.StatusCode, res.Header.Get("Allow"))
		}
	}
	open := start(t, nil)
	if res, _ := open.ask(t, "POST", "/login", ""); res.StatusCode != 303 {
		t.Errorf("nobody is asked for a token: %d", res.StatusCode)
	}
}

func TestS11NoSecretStandsInLogsErrorsOrMetrics(t *testing.T) {
	box, secret := tokens(t, time.Now)
	p := start(t, func(o *Options) { o.Tokens = box })
	other := "rdo_" + strings.Repeat("A", 43)
	seen := ""
	for _, text := range []string{secret, other} {
		for _, path := range append([]string{"/panic", "/fail"}, routes...) {
			for _, method := range []string{"GET", "POST"} {
				for _, h := range [][]string{{"Authorization", "Bearer " + text}, {"Cookie", cookieName + "=" + text}} {
					_, body := p.ask(t, method, path, "token="+text, append(h, "Content-Type", "application/x-www-form-urlencoded")...)
					seen += body
				}
			}
		}
	}
	_, metrics := p.ask(t, "GET", "/metrics", "", "Authorization", "Bearer "+secret)
	for where, text := range map[string]string{"logs": p.logs.String(), "answers": seen, "metrics": metrics} {
		for _, s := range []string{secret, secret[4:], other} {
			if strings.Contains(text, s) {
				t.Errorf("a token stands in the %s", where)
			}
		}
	}
	if !strings.Contains(p.logs.String(), "client=token:desk") {
		t.Error("the log does not say whose token it was")
	}
	if err := box.Revoke("desk"); err != nil {
		t.Fatal(err)
	}
	if res, _ := p.ask(t, "GET", "/", "", "Authorization", "Bearer "+secret); res.StatusCode != 401 {
		t.Errorf("revoked: %d", res.StatusCode)
	}
}
