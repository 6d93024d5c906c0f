package web

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"unicode"

	"readout/internal/ingest"
	"readout/internal/keeping/query"
	"readout/internal/keeping/store"
	kinds "readout/internal/serving/problem"
	"readout/internal/serving/web/place"
)

// A screen is a page as a function made it.
type screen struct {
	name    string // of its template
	Title   string
	Query   string // in the search box
	Section string // the part of the site that is marked as the present one
	InTime  string // the address of the same question as a timeline; "" is all events
	Problem *problem
	cause   error // of the problem
	Data    any
	Twins   []place.Link // filled in when shown
	Reads   bool         // documents can be added

	// twin writes the page in a form for programs; nil when it has none.
	twin func(w io.Writer, form string) error
}

// A problem is what a person is told when something cannot be done.
type problem struct {
	Title   string
	Detail  string
	Nearest string // a query that may have been meant
	URL     string // that leads there
	Allowed []string
	status  int
}

// Errors of pages and forms.
var (
	errNoPage  = errors.New("no such page")
	errNoTwin  = errors.New("this page is for people only")
	errRefused = errors.New("this cannot be done")
	errSealed  = errors.New("no documents are read here; ask whoever runs this server")
)

// statuses says what an error means to the one who asked, and what to call it.
var statuses = []struct {
	err    error
	status int
	title  string
}{
	{errNoPage, http.StatusNotFound, "No such page"},
	{errNoTwin, http.StatusNotFound, "No such form"},
	{errRefused, http.StatusBadRequest, "This cannot be done"},
	{errSealed, http.StatusForbidden, "Nothing is added here"},
	{store.ErrNotFound, http.StatusNotFound, "Not kept here"},
	{store.ErrCursor, http.StatusBadRequest, "This page has moved on"},
	{store.ErrChanged, http.StatusConflict, "Changed since"},
	{store.ErrBusy, http.StatusServiceUnavailable, "Another program is writing"},
	{store.ErrFull, http.StatusInsufficientStorage, "The disk is full"},
	{ingest.ErrTooLarge, http.StatusRequestEntityTooLarge, "Too large"},
	{context.DeadlineExceeded, http.StatusGatewayTimeout, "This took too long"},
}

// problemOf puts an error into words. What is a fault of the program or of the
// machine is not told: it is logged.
func problemOf(err error) (*problem, bool) {
	var asked *query.Error
	if errors.As(err, &asked) {
		return questioned(asked), true
	}
	var gone *store.Forgotten
	if errors.As(err, &gone) {
		return &problem{Title: "Forgotten", Detail: gone.Error(), status: http.StatusGone}, true
	}
	if large := new(http.MaxBytesError); errors.As(err, &large) {
		err = ingest.ErrTooLarge
	}
	for _, s := range statuses {
		if errors.Is(err, s.err) {
			return &problem{Title: s.title, Detail: err.Error(), status: s.status}, true
		}
	}
	var unread *ingest.Error
	if errors.As(err, &unread) {
		return &problem{
			Title: "This cannot be read", Detail: unread.Error(), status: http.StatusUnprocessableEntity,
		}, true
	}
	return &problem{
		Title: "Something failed", status: http.StatusInternalServerError,
		Detail: "The fault is in the log of the server. Nothing was changed; try again.",
	}, false
}

// questioned tells what is wrong with a query, and what may have been meant.
func questioned(e *query.Error) *problem {
	p := &problem{Title: "Not understood: " + e.What, Detail: e.Why, status: http.StatusBadRequest}
	p.Allowed = e.Allowed
	key, _, isFilter := strings.Cut(e.What, ":")
	if e.Nearest != "" && isFilter {
		p.Nearest = e.Nearest
		if !strings.Contains(e.Nearest, ":") {
			p.Nearest = key + ":" + e.Nearest
		}
		p.URL = "/find?" + url.Values{"q": {strings.Replace(e.In, e.What, p.Nearest, 1)}}.Encode()
	}
	return p
}

// shown answers with a screen, or with why there is none.
func (s *site) shown(answer func(*http.Request) (screen, error)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		made, err := answer(r)
		form, _ := r.Context().Value(formKey{}).(string)
		if err == nil && form != "" {
			err = s.writeTwin(w, made, form)
			if err == nil {
				return
			}
		}
		if err != nil && form == "json" {
			s.refuse(w, r, err)
			return
		}
		if err != nil {
			made = s.failed(r, err)
		}
		s.write(w, r, made)
	})
}

// failed returns the screen that tells of an error.
func (s *site) failed(r *http.Request, err error) screen {
	p, known := problemOf(err)
	if !known && !errors.Is(err, context.Canceled) {
		s.Log.ErrorContext(r.Context(), "page", "method", r.Method, "path", r.URL.Path, "error", err)
	}
	return screen{name: "problem", Title: p.Title, Problem: p}
}

// refuse answers with the problem that the interface has for an error, and the
// status that the page has.
func (s *site) refuse(w http.ResponseWriter, r *http.Request, err error) {
	why := s.failed(r, err).Problem
	p := kinds.Of(err)
	if p == nil {
		p = kinds.OfStatus(why.status).Because(why.Detail)
	}
	p.Status = why.status
	w.Header().Set("Content-Type", "application/problem+json")
	w.Header().Set("Cache-Control", "private, no-cache")
	w.WriteHeader(p.Status)
	_ = json.NewEncoder(w).Encode(p) // whoever asked has gone
}

// writeTwin writes the form for programs whole, or nothing.
func (s *site) writeTwin(w http.ResponseWriter, made screen, form string) error {
	if made.Problem != nil && form == "json" {
		return made.cause
	}
	if made.Problem != nil {
		form = "md"
		made.twin = func(w io.Writer, _ string) error {
			_, err := fmt.Fprintf(w, "%s: %s\n", made.Problem.Title, made.Problem.Detail)
			return err
		}
	}
	if made.twin == nil {
		return errNoTwin
	}
	var out bytes.Buffer
	if err := made.twin(&out, form); err != nil {
		return err
	}
	w.Header().Set("Content-Type", twins[form])
	w.Header().Set("Cache-Control", "private, no-cache")
	if made.Problem != nil {
		w.WriteHeader(made.Problem.status)
	}
	_, _ = w.Write(out.Bytes()) // whoever asked has gone
	return nil
}

// write writes a screen as HTML.
func (s *site) write(w http.ResponseWriter, r *http.Request, made screen) {
	made.Reads = s.Reader != nil
	if made.twin != nil {
		for _, form := range []string{"json", "csv", "md"} {
			at := *r.URL
			at.Path += "." + form
			made.Twins = append(made.Twins, place.Link{Name: form, URL: at.RequestURI()})
		}
	}
	status := http.StatusOK
	if made.Problem != nil {
		status = made.Problem.status
	}
	var out bytes.Buffer
	if err := s.pages[made.name].ExecuteTemplate(&out, "frame", made); err != nil {
		s.Log.ErrorContext(r.Context(), "template", "name", made.name, "error", err)
		http.Error(w, "a page could not be written; the fault is in the log", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "private, no-cache")
	w.WriteHeader(status)
	_, _ = w.Write(bytes.Map(upright, out.Bytes())) // whoever asked has gone
}

// upright shows what would change the direction of writing around it, or is no
// character of a page.
func upright(c rune) rune {
	switch {
	case c == '\n' || c == '\t' || c == '\r':
		return c
	case unicode.IsControl(c), c >= 0x202A && c <= 0x202E, c >= 0x2066 && c <= 0x2069, c == 0x061C:
		return unicode.ReplacementChar
	}
	return c
}

// changed carries a form out and leads to where its effect is seen.
func (s *site) changed(change func(*http.Request) (string, error)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Body = http.MaxBytesReader(w, r.Body, ingest.MaxBytes+1<<20)
		to, err := change(r)
		if err != nil {
			s.write(w, r, s.failed(r, err))
			return
		}
		http.Redirect(w, r, to, http.StatusSeeOther)
	})
}
