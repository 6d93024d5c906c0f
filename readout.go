package readout

import (
	"context"

	"readout/internal/ingest"
	"readout/internal/reading/extract"
	"readout/internal/reading/narrative"
	"readout/record"
)

// A Document is a text with what is known about it. Only Text is needed.
type Document struct {
	Text      string // valid UTF-8 with "\n" line ends
	URL       string
	Title     string
	Publisher string
	Published string // EDTF: "2023-02-23", "2023-02" or "2023"
}

// A Reader reads documents with the model in this program.
type Reader struct{ extract *extract.Reader }

// Open returns a reader. The kernel is how it computes: "generic", "avx2" or
// "avx512"; empty takes the fastest that this CPU has. The records are the same.
// The error says what the CPU lacks.
func Open(kernel string) (*Reader, error) {
	r, err := extract.Open(kernel)
	if err != nil {
		return nil, err
	}
	return &Reader{r}, nil
}

// A Narrative says what of the author's own voice is recorded.
type Narrative = narrative.Scope

// The values of a Narrative.
const (
	Assessments = narrative.Assessments // assessments and forecasts; the zero value
	All         = narrative.All         // mere possibilities and characterisations too
	None        = narrative.None
)

// Options says what a record is to hold. The zero value is what it holds by itself.
type Options struct {
	Narrative Narrative
}

// With returns a reader with the same model and other options.
func (r *Reader) With(o Options) *Reader {
	return &Reader{r.extract.With(extract.Options{Narrative: o.Narrative})}
}

// Read returns the record of a document, in code points; Meta.Created is left
// to the caller. The error is that of ctx, or names the first byte that is not
// UTF-8.
func (r *Reader) Read(ctx context.Context, d Document) (*record.Record, error) {
	in := ingest.Document{
		Text: d.Text, URL: d.URL, Title: d.Title,
		Publisher: d.Publisher, Published: d.Published,
	}
	in.TellLanguage()
	return r.extract.Read(ctx, in)
}
