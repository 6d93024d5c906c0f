package server

import (
	"html/template"
	"net/http"
	"net/url"
	"strings"
	"unicode"
)

// cookieName is the cookie that holds a token of a browser. The browser shows it
// to no script and sends it to this site alone, on requests that begin here.
const cookieName = "readout_token"

// cookieDays is for how long a browser is let in; revoking the token ends it.
const cookieDays = 30

// identify finds out who asks.
func (s *Server) identify(v *visit) {
	v.client = addressOf(v.request)
	if s.opt.Tokens == nil {
		return
	}
	scheme, text, _ := strings.Cut(v.request.Header.Get("Authorization"), " ")
	if !strings.EqualFold(scheme, "Bearer") { // RFC 9110, 11.1: in any case
		cookie, err := v.request.Cookie(cookieName)
		if err != nil {
			return
		}
		text = cookie.Value
	}
	name, found, err := s.opt.Tokens.Name(text)
	if err == nil && found { // an error is met again where one is asked for
		v.token, v.client = name, "token:"+name
	}
}

// asks says whether a token is needed. Once there was one, it stays so: revoking
// the last must not open the door. Where the tokens cannot be read nobody knows,
// and the error is no reason to ask when they can be again.
func (s *Server) asks() (bool, error) {
	if s.opt.Tokens == nil {
		return false, nil
	}
	has, err := s.opt.Tokens.Has("")
	if has {
		s.locked.Store(true)
	}
	return s.locked.Load(), err
}

// known lets in those who bring a token, where one is asked for.
func (s *Server) known(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		open := r.URL.Path == "/login" || r.URL.Path == stylePath
		if visitOf(r).token != "" || open {
			next.ServeHTTP(w, r)
			return
		}
		needed, err := s.asks()
		if err != nil {
			s.tokensUnread(w, r, err)
			return
		}
		if !needed {
			next.ServeHTTP(w, r)
			return
		}
		s.meter.refused.WithLabelValues("token").Inc()
		if showsPages(r) && isSafe(r.Method) {
			to := url.URL{Path: "/login", RawQuery: url.Values{"next": {r.URL.RequestURI()}}.Encode()}
			w.Header().Set("Cache-Control", "no-store")
			http.Redirect(w, r, to.String(), http.StatusSeeOther)
			return
		}
		w.Header().Set("WWW-Authenticate", `Bearer realm="readout"`)
		refuse(w, r, problem{
			Status: http.StatusUnauthorized,
			Detail: "a token is needed, in the header Authorization: Bearer TOKEN; " +
				"readout config token makes one",
		})
	})
}

// tokensUnread refuses one who may have a good token.
func (s *Server) tokensUnread(w http.ResponseWriter, r *http.Request, err error) {
	s.opt.Log.Error("tokens cannot be read", "err", err)
	s.refused(w, r, "token", problem{
		Status: http.StatusServiceUnavailable,
		Detail: "the tokens of this server cannot be read; its log says why",
	})
}

// loginPage is what a browser without a token is shown.
var loginPage = template.Must(template.New("login").Parse(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>readout: sign in</title>
<link rel="stylesheet" href="` + stylePath + `">
</head>
<body>
<main>
<h1>readout</h1>
{{if .Wrong}}<p role="alert">That is no token of this server.</p>
{{end}}<form method="post" action="/login">
<label for="token">Token</label>
<input id="token" name="token" type="password" autocomplete="current-password" required autofocus>
<input name="next" type="hidden" value="{{.Next}}">
<button>Sign in</button>
</form>
<p>Whoever runs this server makes a token with <code>readout config token NAME</code>.</p>
<p><a href="{{.Next}}">Go on</a>, if you are signed in and came here by a link.</p>
</main>
</body>
</html>
`))

// stylePath is where the style of that page lies, which the pages of others need
// not be asked for.
const stylePath = "/login/style.css"

const styleSheet = `:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 22rem; margin: 15vh auto; padding: 0 1rem; }
h1 { font: 600 1.5rem/1.2 Georgia, serif; }
label, input, button { display: block; width: 100%; box-sizing: border-box; font: inherit; }
input, button { margin: .25rem 0 1rem; padding: .5rem; }
[role=alert] { border-left: .25rem solid; padding-left: .75rem; }
`

func style(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/css; charset=utf-8")
	_, _ = w.Write([]byte(styleSheet)) // the client is gone where it fails
}

// login shows the page, or lets in whoever brings a token.
func (s *Server) login(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	switch r.Method {
	case http.MethodGet, http.MethodHead:
		s.showLogin(w, localPath(r.URL.Query().Get("next")), false)
	case http.MethodPost:
		s.signIn(w, r)
	default:
		w.Header().Set("Allow", "GET, HEAD, POST")
		refuse(w, r, problem{Status: http.StatusMethodNotAllowed, Detail: "sign in by POST"})
	}
}

func (s *Server) signIn(w http.ResponseWriter, r *http.Request) {
	next, text := localPath(r.PostFormValue("next")), strings.TrimSpace(r.PostFormValue("token"))
	if s.opt.Tokens == nil {
		http.Redirect(w, r, next, http.StatusSeeOther)
		return
	}
	name, found, err := s.opt.Tokens.Name(text)
	if err != nil {
		s.tokensUnread(w, r, err)
		return
	}
	if !found {
		s.meter.refused.WithLabelValues("token").Inc()
		w.WriteHeader(http.StatusUnauthorized)
		s.showLogin(w, next, true)
		return
	}
	s.opt.Log.Info("signed in", "token", name, "address", addressOf(r))
	http.SetCookie(w, cookie(r, text, cookieDays*24*60*60))
	http.Redirect(w, r, next, http.StatusSeeOther)
}

// cookie returns the cookie of a browser. That a proxy says it speaks TLS can only
// make it stricter, so that it is believed.
func cookie(r *http.Request, text string, seconds int) *http.Cookie {
	return &http.Cookie{
		Name: cookieName, Value: text, Path: "/", MaxAge: seconds,
		HttpOnly: true, SameSite: http.SameSiteStrictMode,
		Secure: r.TLS != nil || r.Header.Get("X-Forwarded-Proto") == "https",
	}
}

func (s *Server) showLogin(w http.ResponseWriter, next string, wrong bool) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	err := loginPage.Execute(w, struct {
		Next  string
		Wrong bool
	}{next, wrong})
	if err != nil {
		s.opt.Log.Debug("page of signing in", "err", err)
	}
}

// logout has the browser forget its token.
func (s *Server) logout(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		w.Header().Set("Allow", "POST")
		refuse(w, r, problem{Status: http.StatusMethodNotAllowed, Detail: "sign out by POST"})
		return
	}
	http.SetCookie(w, cookie(r, "", -1))
	http.Redirect(w, r, "/login", http.StatusSeeOther)
}

// localPath returns where to go next if that is a path of this server, else the
// first page.
func localPath(next string) string {
	const first = "/"
	odd := func(c rune) bool { return c == '\\' || unicode.IsControl(c) || unicode.IsSpace(c) }
	u, err := url.Parse(next)
	if err != nil || strings.ContainsFunc(next, odd) || u.IsAbs() || u.Host != "" || u.Opaque != "" ||
		!strings.HasPrefix(next, "/") || strings.HasPrefix(next, "//") {
		return first
	}
	return next
}
