// Package web serves records as pages for people: what was said, a document with
// its statements in its text, who said what over time, what is due.
//
// Each page is whole without a script, holds its state in its URL, and has twins
// for programs at the same URL with .json, .csv or .md behind the path. Scripts
// add keys and comfort. Nothing is loaded from elsewhere, and no page holds a
// script or a style of its own, so that the strictest policy can be set.
//
// The words of documents are hostile input: html/template escapes them, and marks
// that change the direction of writing are shown as U+FFFD. There is no way past
// the templates.
//
// A handler is for many goroutines. It keeps counts, and pages of Find, until
// something is written, and nothing else between requests. What a person decides is kept in the store before the answer goes out. Requests that
// change something are refused when they come from another site.
//
// Limits: counts beside filters, and the histogram, are those of the first 2,000
// rows; the page says so where there are more.
package web

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"log/slog"
	"net/http"
	"path"
	"strings"
	"time"

	"readout/internal/ingest"
	"readout/internal/keeping/store"
	"readout/internal/language/edtf"
	"readout/internal/serving/route"
	"readout/internal/serving/web/place"
	"readout/internal/serving/web/shelf"
	"readout/record"
)

// A Reader turns a document into its record.
type Reader interface {
	Read(ctx context.Context, doc ingest.Document) (*record.Record, error)
}

// Options are what the pages need.
type Options struct {
	Store  store.Store
	Reader Reader           // nil: documents cannot be read here
	Now    func() time.Time // for what is overdue, and when something was decided
	Log    *slog.Logger     // of faults; nil: none
	Client *http.Client     // fetches addresses; nil: one for each, which refuses those that are not public
}

//go:embed templates/*.html
var templates embed.FS

//go:embed dist
var dist embed.FS

// A site answers requests.
type site struct {
	Options
	routes    *route.Table
	pages     map[string]*template.Template
	overviews *shelf.Shelf[overview]
	rankings  *shelf.Shelf[survey]
}

// New returns the handler of all pages, to be mounted at the root of a host.
func New(opt Options) (http.Handler, error) {
	if opt.Store == nil || opt.Now == nil {
		return nil, errors.New("pages need a store and a clock")
	}
	if opt.Log == nil {
		opt.Log = slog.New(slog.DiscardHandler)
	}
	pages, err := parsePages()
	if err != nil {
		return nil, fmt.Errorf("templates of the pages: %w", err)
	}
	s := &site{
		Options: opt, routes: route.New(), pages: pages,
		overviews: shelf.New[overview](shelved), rankings: shelf.New[survey](1),
	}
	assets, err := fs.Sub(dist, "dist")
	if err != nil {
		return nil, err
	}
	s.routes.Handle("GET /static/", http.StripPrefix("/static/", cached(http.FileServerFS(assets))))
	s.routes.Handle("GET /{$}", http.RedirectHandler("/find", http.StatusSeeOther))
	for pattern, answer := range map[string]func(*http.Request) (screen, error){
		"GET /documents/{id}":    s.document,
		"GET /entities/{key...}": s.entity,
		"GET /timeline":          s.timeline,
		"GET /due":               s.due,
		"GET /sources":           s.sources,
		"GET /help":              s.help,
		"GET /add":               s.form,
		"GET /":                  s.missing,
	} {
		s.routes.Handle(pattern, s.shown(answer))
	}
	s.routes.Handle("GET /find", shelf.Answers(s.shown(s.find), shelved, s.stateOf))
	s.routes.Handle("GET /entities", s.changed(s.named))
	for pattern, change := range map[string]func(*http.Request) (string, error){
		"POST /add":    s.add,
		"POST /review": s.review,
		"POST /undo":   s.undo,
	} {
		s.routes.Handle(pattern, s.changed(change))
	}
	s.routes.Slow("POST /add")
	return s.routes.Behind(http.NewCrossOriginProtection().Handler(s)), nil
}

// parsePages returns the template of each screen by its name.
func parsePages() (map[string]*template.Template, error) {
	frame, err := template.New("").Funcs(template.FuncMap{
		"person": person, "decide": decide, "quote": quote,
	}).ParseFS(templates, "templates/frame.html", "templates/part-*.html")
	if err != nil {
		return nil, err
	}
	pages := map[string]*template.Template{}
	names, err := fs.Glob(templates, "templates/*.html")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		base := strings.TrimSuffix(path.Base(name), ".html")
		if base == "frame" || strings.HasPrefix(base, "part-") {
			continue
		}
		own, err := frame.Clone()
		if err != nil {
			return nil, err
		}
		if pages[base], err = own.ParseFS(templates, name); err != nil {
			return nil, err
		}
	}
	return pages, nil
}

// cached lets a browser keep what a build embeds, and ask again whether it is
// still that.
func cached(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-cache")
		next.ServeHTTP(w, r)
	})
}

// A formKey is the key of the form of an answer in a context.
type formKey struct{}

// twins are the forms of a page for programs, and their types.
var twins = map[string]string{
	"json": "application/json",
	"csv":  "text/csv; charset=utf-8",
	"md":   "text/markdown; charset=utf-8",
}

// ServeHTTP finds the page and, by the end of its path, the form of the answer.
func (s *site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if i := strings.LastIndexByte(r.URL.Path, '.'); i > 0 && r.Method != http.MethodPost {
		form := r.URL.Path[i+1:]
		if _, ok := twins[form]; ok {
			r = r.Clone(context.WithValue(r.Context(), formKey{}, form))
			r.URL.Path, r.URL.RawPath = r.URL.Path[:i], ""
		}
	}
	s.routes.ServeHTTP(w, place.Zoned(r))
}

// now returns the time in the zone of whoever asks, else where the server runs.
func (s *site) now(ctx context.Context) time.Time { return place.At(ctx, s.Now()) }

// today returns the day that it is there.
func (s *site) today(ctx context.Context) edtf.Day {
	year, month, day := s.now(ctx).Date()
	return edtf.DayOf(year, int(month), day)
}

// stateOf tells what a page of Find depends on beside its address.
func (s *site) stateOf(r *http.Request) (state, day string, err error) {
	if r.Context().Value(formKey{}) != nil {
		return "", "", errNoTwin // is kept
	}
	state, err = s.Store.State(r.Context())
	return state, s.today(r.Context()).String(), err
}

// missing answers for what is no page.
func (s *site) missing(r *http.Request) (screen, error) {
	return screen{}, fmt.Errorf("there is no page %s: %w", r.URL.Path, errNoPage)
}
