// Package article reads what clients hand over to be read: one article as JSON, or
// many.
//
// It reads token by token, so that the first that cannot be part of an article ends
// it, however long or deep the rest is, and refuses what nobody would heed. Its
// errors are problems.
package article

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"readout/internal/ingest"
	"readout/internal/serving/problem"
)

// MaxTogether bounds the documents of one job: what one core reads in a quarter of an
// hour.
const MaxTogether = 1_000

// An Article is a document that is to be read: its text or its address, and what
// the client knows better.
type Article struct {
	Text      string `json:"text,omitempty" doc:"The article, plain or HTML"`
	URL       string `json:"url,omitempty" doc:"Where it was published; without text it is fetched there"`
	Title     string `json:"title,omitempty"`
	Date      string `json:"date,omitempty" doc:"When it was published: 2023-02-23, 2023-02 or 2023"`
	Publisher string `json:"publisher,omitempty"`
}

// A Bundle is what a job is made of.
type Bundle struct {
	Documents []Article `json:"documents" minItems:"1" maxItems:"1000"`
}

// Parse reads an article as JSON.
func Parse(body []byte) (Article, error) {
	d := json.NewDecoder(bytes.NewReader(body))
	a, err := parse(d)
	if _, more := d.Token(); err == nil && !errors.Is(more, io.EOF) {
		err = errors.New("something follows the object")
	}
	if err != nil {
		return a, problem.BadRequest.Because("the body is no article as JSON: " + err.Error())
	}
	return a, nil
}

// parse reads one article, and leaves what follows it.
func parse(d *json.Decoder) (Article, error) {
	var a Article
	fields := map[any]*string{
		"text": &a.Text, "url": &a.URL, "title": &a.Title, "date": &a.Date, "publisher": &a.Publisher,
	}
	if open, err := d.Token(); err != nil || open != json.Delim('{') {
		return a, cmp.Or(err, errors.New("it is no object"))
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return a, err
		}
		field := fields[key]
		if field == nil {
			return a, fmt.Errorf("no such field: %.40q", key)
		}
		value, err := d.Token()
		text, ok := value.(string)
		if err != nil || !ok {
			return a, cmp.Or(err, fmt.Errorf("%s: not a string", key))
		}
		*field = text
	}
	_, err := d.Token()
	return a, err
}

// Open returns the source of an article.
func (a Article) Open() (ingest.Source, ingest.Options, error) {
	known := ingest.Options{Date: a.Date, URL: a.URL, Title: a.Title, Publisher: a.Publisher}
	switch {
	case a.Text != "":
		return ingest.Bytes("text", "", []byte(a.Text)), known, nil
	case a.URL != "":
		known.URL = "" // it may lead on to another
		return ingest.Address(a.URL), known, nil
	}
	return ingest.Source{}, known, problem.Invalid.Because("give text, or the url to fetch it from")
}

// ParseBundle reads the documents of a job, each as it will be kept. What cannot be part
// of one ends it at once.
func ParseBundle(body []byte) ([][]byte, error) {
	bad := func(err error) error {
		return problem.BadRequest.Because("the body is no job as JSON: " + err.Error())
	}
	d := json.NewDecoder(bytes.NewReader(body))
	for _, want := range []json.Token{json.Delim('{'), "documents", json.Delim('[')} {
		if got, err := d.Token(); err != nil || got != want {
			return nil, bad(errors.Join(fmt.Errorf("want %v", want), err))
		}
	}
	var inputs [][]byte
	for d.More() {
		a, err := parse(d)
		if err != nil {
			return nil, bad(fmt.Errorf("document %d: %w", len(inputs), err))
		}
		if _, _, err := a.Open(); err != nil {
			return nil, err
		}
		if len(inputs) == MaxTogether {
			return nil, problem.Invalid.Because(fmt.Sprintf("more than %d documents", MaxTogether))
		}
		input, err := json.Marshal(a)
		if err != nil {
			return nil, bad(err)
		}
		inputs = append(inputs, input)
	}
	for _, want := range []json.Token{json.Delim(']'), json.Delim('}')} {
		if got, err := d.Token(); err != nil || got != want {
			return nil, bad(errors.Join(fmt.Errorf("want %v", want), err))
		}
	}
	if len(inputs) == 0 {
		return nil, problem.Invalid.Because("a job without documents")
	}
	return inputs, nil
}
