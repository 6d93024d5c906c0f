package server

import (
	"net"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// headers stand on every answer. Handlers may replace those that a download
// needs otherwise.
var headers = [][2]string{
	{
		"Content-Security-Policy",
		"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; " +
			"connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
	},
	{"X-Content-Type-Options", "nosniff"},
	// A browser that may not tell even this site where a form stood sends it with
	// the Origin "null", which is refused.
	{"Referrer-Policy", "same-origin"},
	{"Cross-Origin-Opener-Policy", "same-origin"},
	{"Cross-Origin-Resource-Policy", "same-origin"},
}

// guarded sets the headers and refuses what another site, or another name of this
// machine, has a browser ask.
func (s *Server) guarded(next http.Handler) http.Handler {
	cross := http.NewCrossOriginProtection()
	for _, host := range s.hosts {
		for _, scheme := range []string{"http://", "https://"} {
			// It refuses what is no origin, which newHosts has left out.
			_ = cross.AddTrustedOrigin(scheme + inURL(host))
		}
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for _, h := range headers {
			w.Header().Set(h[0], h[1])
		}
		if r.URL.IsAbs() || r.URL.Host != "" || !s.hosts.has(r.Host) {
			s.refused(w, r, "host", problem{
				Status: http.StatusMisdirectedRequest,
				Detail: "this server does not answer to that name; name it with --host",
			})
			return
		}
		if why := s.foreign(r); why != "" || cross.Check(r) != nil {
			s.refused(w, r, "origin", problem{
				Status: http.StatusForbidden,
				Detail: "the request comes from another site",
			})
			return
		}
		next.ServeHTTP(w, r)
	})
}

// foreign says why a request of any method is not one of this site, or "". A
// person who follows a link on another site is welcome: such a request has no
// cookie with it, and its answer is shown to him alone.
func (s *Server) foreign(r *http.Request) string {
	if origin := r.Header.Get("Origin"); origin != "" && !s.hosts.origin(origin, r.Host) {
		return "origin"
	}
	followed := r.Header.Get("Sec-Fetch-Mode") == "navigate" &&
		r.Header.Get("Sec-Fetch-Dest") == "document" && isSafe(r.Method)
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "same-origin", "none":
	default:
		if !followed {
			return "site"
		}
	}
	// A form can post text/plain to any site, without asking that first.
	kind, _, _ := strings.Cut(r.Header.Get("Content-Type"), ";")
	_, err := r.Cookie(cookieName)
	if !isSafe(r.Method) && err == nil && strings.EqualFold(strings.TrimSpace(kind), "text/plain") {
		return "form"
	}
	return ""
}

func isSafe(method string) bool {
	return method == http.MethodGet || method == http.MethodHead || method == http.MethodOptions
}

// hosts are the names of a server, in small letters and without ports.
type hosts []string

// newHosts adds the names of the machine itself.
func newHosts(more []string) hosts {
	h := hosts{"localhost", "127.0.0.1", "::1"}
	for _, name := range more {
		name = strings.ToLower(strings.Trim(name, "[]"))
		if u, err := url.Parse("http://" + inURL(name)); err == nil && u.Host == inURL(name) {
			h = append(h, name)
		}
	}
	return h
}

// has says whether the value of a header Host is one of the names, with any port:
// a proxy may have another one than the listener.
func (h hosts) has(host string) bool {
	name := host
	if bare, port, err := net.SplitHostPort(host); err == nil {
		if _, err := strconv.ParseUint(port, 10, 16); err != nil {
			return false
		}
		return slices.Contains(h, strings.ToLower(bare))
	}
	if inner, ok := strings.CutPrefix(name, "["); ok {
		if name, ok = strings.CutSuffix(inner, "]"); !ok {
			return false
		}
	}
	return slices.Contains(h, strings.ToLower(name))
}

// origin says whether a header Origin is this site: the host that was asked, or,
// behind a proxy that asks by another one, one of the names that were given. Another
// port of this machine is another site.
func (h hosts) origin(origin, host string) bool {
	u, err := url.Parse(origin)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return false
	}
	const own = 3 // names of the machine itself, which others have too
	return strings.EqualFold(u.Host, host) ||
		u.Port() == "" && slices.Contains(h[own:], strings.ToLower(u.Hostname()))
}

// inURL writes a host as it stands in a URL.
func inURL(host string) string {
	if strings.Contains(host, ":") {
		return "[" + host + "]"
	}
	return host
}
