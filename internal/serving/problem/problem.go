// Package problem says over HTTP what went wrong, as RFC 9457 wants it: one table of
// kinds, each with its status and what a client can do, and what the errors of other
// packages mean there.
//
// The type of a problem leads to its kind in the reference of the API. A problem
// never repeats what was sent, nor tells of the server's disk what only its owner
// should know.
package problem

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"readout/internal/ingest"
	"readout/internal/keeping/query"
	"readout/internal/keeping/store"
)

// reference is where the kinds are explained.
const reference = "/api/v1/docs#"

// A Kind is one thing that can go wrong.
type Kind struct {
	Name   string // its anchor in the reference
	Status int    // of HTTP
	Title  string // the same for all problems of the kind
	Next   string // what a client can do, in Markdown
}

// The kinds.
var (
	BadRequest    = Kind{"bad-request", http.StatusBadRequest, "the request cannot be read", "Compare it with the reference of its route."}
	NoToken       = Kind{"no-token", http.StatusUnauthorized, "a token is needed", "Send one as `Authorization: Bearer TOKEN`; `readout config token NAME` makes it."}
	OtherSite     = Kind{"other-site", http.StatusForbidden, "asked by another site", "Ask from a page of this server, or without a browser and its cookie."}
	NotFound      = Kind{"not-found", http.StatusNotFound, "not kept here", "Look for its id in a list."}
	BadMethod     = Kind{"bad-method", http.StatusMethodNotAllowed, "the route has no such method", "The header Allow lists those that it has."}
	NotAcceptable = Kind{"not-acceptable", http.StatusNotAcceptable, "no such form of answer", "Accept application/json."}
	SlowBody      = Kind{"slow-body", http.StatusRequestTimeout, "the body came too slowly", "Send it again over a better line."}
	Changed       = Kind{"changed", http.StatusConflict, "changed since", "Look at the reviews of the document, undo the later one first."}
	Forgotten     = Kind{"forgotten", http.StatusGone, "forgotten", "Nothing: `reason` and `at` say why and when it was deleted for good."}
	TooLarge      = Kind{"too-large", http.StatusRequestEntityTooLarge, "too large", "Split it, or take the article out of it."}
	TooLong       = Kind{"too-long", http.StatusRequestURITooLong, "the address is too long", "Ask for less at once."}
	BadType       = Kind{"bad-type", http.StatusUnsupportedMediaType, "a kind of content that is not read", "Send text/plain, text/html or application/json, and say which by Content-Type."}
	BadQuery      = Kind{"bad-query", http.StatusUnprocessableEntity, "the query cannot be taken", "`nearest` is what may have been meant, `allowed` all that can stand there."}
	BadCursor     = Kind{"bad-cursor", http.StatusUnprocessableEntity, "no cursor of this search", "Begin at the first page, with the query that it belongs to."}
	Invalid       = Kind{"invalid", http.StatusUnprocessableEntity, "a value is not as it must be", "`errors` names each place and what it wants."}
	OtherName     = Kind{"other-name", http.StatusMisdirectedRequest, "no name of this server", "Ask by a name that it was started with (`--host`), or by localhost."}
	Unreadable    = Kind{"unreadable", http.StatusUnprocessableEntity, "there is no article to be read in it", "Send the article itself as text or HTML."}
	TooFast       = Kind{"too-fast", http.StatusTooManyRequests, "too many requests of one client", "Try again when the header Retry-After says, and ask more slowly."}
	Internal      = Kind{"internal", http.StatusInternalServerError, "a defect of readout", "Report it with the line of the server's log."}
	Damaged       = Kind{"damaged", http.StatusInternalServerError, "the database is damaged", "Restore a backup: `readout restore`."}
	NoReader      = Kind{"no-reader", http.StatusNotImplemented, "no documents are read here", "Ask a server that reads, or add the document by `readout add`."}
	Busy          = Kind{"busy", http.StatusServiceUnavailable, "too much to do just now", "Try again when the header Retry-After says."}
	TooSlow       = Kind{"too-slow", http.StatusGatewayTimeout, "it took too long", "Ask for less: a smaller limit, more filters, a shorter document."}
	Full          = Kind{"full", http.StatusInsufficientStorage, "no space left", "Free some space on the server."}
)

// Kinds returns all of them by their status. Invalid comes first of its own.
func Kinds() []Kind {
	return []Kind{
		BadRequest, NoToken, OtherSite, NotFound, BadMethod, NotAcceptable, SlowBody, Changed, Forgotten, TooLarge,
		TooLong, BadType, OtherName, Invalid, BadQuery, BadCursor, Unreadable, TooFast, Internal, Damaged, NoReader,
		Busy, TooSlow, Full,
	}
}

// meanings says of which kind an error is; the first that fits counts.
var meanings = []struct {
	err  error
	kind Kind
}{
	{store.ErrNotFound, NotFound},
	{store.ErrChanged, Changed},
	{store.ErrCursor, BadCursor},
	{store.ErrBusy, Busy},
	{store.ErrFull, Full},
	{store.ErrDamaged, Damaged},
	{context.DeadlineExceeded, TooSlow},
	{context.Canceled, Busy}, // the client has gone, or the server goes
	{ingest.ErrTooLarge, TooLarge},
	{ingest.ErrBinary, BadType},
}

// Problem is an answer to what went wrong. It is an error that package huma knows
// how to send.
type Problem struct {
	huma.ErrorModel
	Nearest string   `json:"nearest,omitempty" doc:"What may have been meant"`
	Allowed []string `json:"allowed,omitempty" doc:"All that can stand there, where that is a list"`
	Reason  string   `json:"reason,omitempty" doc:"Why a document was forgotten"`
	At      string   `json:"at,omitempty" doc:"When it was forgotten, RFC 3339"`
}

// Because returns the problem of a kind; the detail says what it was this time.
func (k Kind) Because(detail string) *Problem {
	return &Problem{ErrorModel: huma.ErrorModel{
		Type: reference + k.Name, Title: k.Title, Status: k.Status, Detail: detail,
	}}
}

// Of returns an error of the store, of queries, of what is read or of a context as
// the problem that a client can understand. It is nil for all others, which are
// for the log.
func Of(err error) *Problem {
	var bad *query.Error
	if errors.As(err, &bad) {
		p := BadQuery.Because(bad.What + ": " + bad.Why)
		p.Nearest, p.Allowed = bad.Nearest, bad.Allowed
		return p
	}
	var gone *store.Forgotten
	if errors.As(err, &gone) {
		p := Forgotten.Because(gone.Error())
		p.Reason, p.At = gone.Reason, gone.At
		return p
	}
	for _, m := range meanings {
		if errors.Is(err, m.err) {
			return m.kind.Because(m.kind.detail(err))
		}
	}
	var input *ingest.Error
	if errors.As(err, &input) {
		return Unreadable.Because(Unreadable.detail(err))
	}
	return nil
}

// detail leaves out what the command line would say next, and of what is the
// server's fault all.
func (k Kind) detail(err error) string {
	var input *ingest.Error
	switch {
	case k.Status >= http.StatusInternalServerError:
		return k.Title
	case errors.As(err, &input):
		return input.Doing + ": " + input.Err.Error()
	}
	return err.Error()
}

// Shown is a transformer of huma that makes a [Problem] of what huma itself found
// wrong.
func Shown(_ huma.Context, _ string, v any) (any, error) {
	m, ok := v.(*huma.ErrorModel)
	if !ok {
		return v, nil
	}
	p := OfStatus(m.Status).Because(m.Detail)
	for _, e := range m.Errors {
		p.Errors = append(p.Errors, &huma.ErrorDetail{Message: e.Message, Location: e.Location})
	}
	if len(p.Errors) > 0 {
		p.Detail = strings.TrimPrefix(p.Errors[0].Location+": "+p.Errors[0].Message, ": ")
	}
	return p, nil
}

// OfStatus returns the first kind that has a status, Internal where none has.
func OfStatus(status int) Kind {
	if i := slices.IndexFunc(Kinds(), func(k Kind) bool { return k.Status == status }); i >= 0 {
		return Kinds()[i]
	}
	return Internal
}

// Refuse answers with a problem where no route was reached.
func Refuse(w http.ResponseWriter, k Kind, detail string) {
	p := k.Because(cmp.Or(detail, k.Title))
	w.Header().Set("Content-Type", p.ContentType("application/json"))
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Del("Content-Length")
	w.WriteHeader(k.Status)
	_ = json.NewEncoder(w).Encode(p) // the client has gone
}
