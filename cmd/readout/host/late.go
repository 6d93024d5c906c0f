package host

import (
	"context"
	"fmt"
	"runtime/debug"
	"sync"

	"readout/internal/ingest"
	"readout/record"
)

// A Reader makes records of documents.
type Reader interface {
	Read(ctx context.Context, d ingest.Document) (*record.Record, error)
}

// A LateReader opens the model when the first document comes, since most servers are
// only asked.
type LateReader struct{ open func() (Reader, error) }

// Late returns a reader that opens another one once, when it is needed.
func Late(open func() (Reader, error)) LateReader {
	return LateReader{sync.OnceValues(open)}
}

// Read reads a document. A defect of the program that one brings out is an error of
// that document.
func (l LateReader) Read(ctx context.Context, d ingest.Document) (r *record.Record, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("a defect of readout: %v\n%s", fault, debug.Stack())
		}
	}()
	model, err := l.open()
	if err != nil {
		return nil, err
	}
	return model.Read(ctx, d)
}
