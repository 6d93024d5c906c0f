package web

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"readout/internal/ingest"
	"readout/internal/keeping/store"
	"readout/internal/serving/web/place"
)

// form shows where an article is pasted or uploaded.
func (s *site) form(*http.Request) (screen, error) {
	if s.Reader == nil {
		return screen{}, errSealed
	}
	return screen{name: "add", Section: "add", Title: "Add an article", Data: struct{}{}}, nil
}

// add reads what a form holds and leads to its document.
func (s *site) add(r *http.Request) (string, error) {
	if s.Reader == nil {
		return "", errSealed
	}
	doc, err := s.given(r)
	if err != nil {
		return "", err
	}
	made, err := s.Reader.Read(r.Context(), doc)
	if err != nil {
		return "", fmt.Errorf("read %s: %w", doc.Input, err)
	}
	made.Meta.Created = s.stamp()
	outcomes, err := s.Store.Add(r.Context(), made)
	if err != nil {
		return "", err
	}
	if outcomes[0] == store.Barred {
		return "", fmt.Errorf("%w: this document was forgotten here, and stays so", errRefused)
	}
	return place.Document(made.Document.ID, ""), nil
}

// formMemory is how much of a form is held in memory, in bytes; the rest lies in
// a file.
const formMemory = 1 << 20

// given returns the document of a form: a file, what was pasted, or what stands
// at an address.
func (s *site) given(r *http.Request) (ingest.Document, error) {
	err := r.ParseMultipartForm(formMemory)
	if err != nil && !errors.Is(err, http.ErrNotMultipart) {
		return ingest.Document{}, fmt.Errorf("%w: %w", errRefused, err)
	}
	field := func(name string) string { return strings.TrimSpace(r.PostFormValue(name)) }
	opt := ingest.Options{
		Date: field("date"), URL: field("url"), Title: field("title"),
		Publisher: field("publisher"), Now: s.Now, Client: s.Client,
	}
	name := "the pasted text"
	if file, head, err := r.FormFile("file"); err == nil {
		defer file.Close() //nolint:errcheck // it was only read
		name, opt.Stdin = head.Filename, file
		if head.Size > 0 {
			return read(r.Context(), opt, name)
		}
	}
	if pasted := r.PostFormValue("text"); strings.TrimSpace(pasted) != "" {
		opt.Stdin = strings.NewReader(strings.ReplaceAll(pasted, "\r\n", "\n"))
		return read(r.Context(), opt, "the pasted text")
	}
	if opt.URL != "" {
		return fetched(r.Context(), opt)
	}
	return ingest.Document{}, fmt.Errorf(
		"%w: paste a text, choose a file or give an address", errRefused)
}

// read takes the input of a form as a file would be taken.
func read(ctx context.Context, opt ingest.Options, name string) (ingest.Document, error) {
	doc, err := ingest.Read(ctx, ingest.Stdin(), opt)
	doc.Input = cmp.Or(name, doc.Input)
	return doc, err
}

// fetched takes what stands at an address; no private one is asked.
func fetched(ctx context.Context, opt ingest.Options) (ingest.Document, error) {
	if !strings.HasPrefix(opt.URL, "https://") && !strings.HasPrefix(opt.URL, "http://") {
		return ingest.Document{}, fmt.Errorf("%w: %q is no address of the web", errRefused, opt.URL)
	}
	for src, err := range ingest.Expand([]string{opt.URL}, ingest.ListOptions{}) {
		if err != nil {
			return ingest.Document{}, err
		}
		opt.URL = ""
		return ingest.Read(ctx, src, opt)
	}
	return ingest.Document{}, fmt.Errorf("%w: no address", errRefused)
}
