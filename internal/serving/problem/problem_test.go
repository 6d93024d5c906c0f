package problem

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/danielgtaylor/huma/v2"

	"readout/internal/ingest"
	"readout/internal/ingest/fetch"
	"readout/internal/keeping/query"
	"readout/internal/keeping/store"
)

func TestErrorsOfOthersHaveTheirKind(t *testing.T) {
	_, bad := query.Parse("polarity:deny")
	for _, c := range []struct {
		err    error
		kind   Kind
		detail string
	}{
		{fmt.Errorf("document d1: %w", store.ErrNotFound), NotFound, "document d1: not kept here"},
		{fmt.Errorf("find: %w", store.ErrCursor), BadCursor, "find: " + store.ErrCursor.Error()},
		{store.ErrChanged, Changed, store.ErrChanged.Error()},
		{fmt.Errorf("/home/ann/r.db: %w", store.ErrFull), Full, Full.Title},
		{fmt.Errorf("/home/ann/r.db: %w", store.ErrBusy), Busy, Busy.Title},
		{fmt.Errorf("/home/ann/r.db: %w", store.ErrDamaged), Damaged, Damaged.Title},
		{context.DeadlineExceeded, TooSlow, TooSlow.Title},
		{context.Canceled, Busy, Busy.Title},
		{bad, BadQuery, "polarity:deny: no such polarity"},
		{
			&store.Forgotten{Document: "d1", Reason: "asked to", At: "2024-03-20"}, Forgotten,
			"document d1: forgotten on 2024-03-20: asked to",
		},
		{
			&ingest.Error{Input: "x", Doing: "fetching it", Err: fetch.ErrAddressBlocked, Next: "use --allow-private"},
			Unreadable, "fetching it: the address is not public",
		},
		{&ingest.Error{Doing: "reading it", Err: ingest.ErrTooLarge}, TooLarge, "reading it: larger than 16 MiB"},
		{&ingest.Error{Doing: "reading it", Err: ingest.ErrBinary}, BadType, "reading it: not a text"},
		{&ingest.Error{Doing: "fetching it", Err: context.DeadlineExceeded}, TooSlow, TooSlow.Title},
	} {
		p := Of(c.err)
		if p == nil || p.Status != c.kind.Status || p.Title != c.kind.Title || p.Detail != c.detail ||
			!strings.HasSuffix(p.Type, "#"+c.kind.Name) {
			t.Errorf("%v: %+v, want %s: %s", c.err, p, c.kind.Name, c.detail)
		}
	}
	if p := Of(bad); p.Nearest != "denied" || !slices.Contains(p.Allowed, "omitted") {
		t.Errorf("%+v", p)
	}
	if p := Of(errors.New("open /etc/x: secret")); p != nil {
		t.Errorf("told a client: %+v", p)
	}
}

func TestKindsAreToldApart(t *testing.T) {
	seen := map[string]bool{}
	for _, k := range Kinds() {
		if seen[k.Name] || k.Title == "" || k.Next == "" || k.Status < 400 {
			t.Errorf("%+v", k)
		}
		seen[k.Name] = true
	}
}

func TestWhatHumaFindsIsNotRepeated(t *testing.T) {
	got, err := Shown(nil, "", &huma.ErrorModel{Status: 422, Detail: "validation failed", Errors: []*huma.ErrorDetail{
		{Message: "expected string", Location: "body.text", Value: strings.Repeat("x", 1000)},
	}})
	p, ok := got.(*Problem)
	if err != nil || !ok || p.Detail != "body.text: expected string" || p.Errors[0].Value != nil ||
		!strings.HasSuffix(p.Type, "#invalid") {
		t.Errorf("%+v, %v", got, err)
	}
	if got, _ := Shown(nil, "", &huma.ErrorModel{Status: 418}); got.(*Problem).Status != 500 {
		t.Errorf("an unknown status: %+v", got)
	}
	if got, _ := Shown(nil, "", 7); got != 7 {
		t.Errorf("another answer became %v", got)
	}
}

func TestARefusalIsAProblem(t *testing.T) {
	w := httptest.NewRecorder()
	Refuse(w, BadMethod, "")
	var p Problem
	if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil {
		t.Fatal(err)
	}
	if w.Code != http.StatusMethodNotAllowed || p.Detail != BadMethod.Title ||
		w.Header().Get("Content-Type") != "application/problem+json" {
		t.Errorf("%d %v %+v", w.Code, w.Header(), p)
	}
}
