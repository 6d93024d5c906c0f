package host

import (
	"context"
	"fmt"
	"runtime"
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
// only asked. It reads one document a processor at a time, whoever asks for it.
type LateReader struct {
	open  func() (Reader, error)
	slots chan struct{}
}

// Late returns a reader that opens another one once, when it is needed.
func Late(open func() (Reader, error)) LateReader {
	return LateReader{sync.OnceValues(open), make(chan struct{}, runtime.GOMAXPROCS(0))}
}

// Read reads a document when its turn has come. A defect of the program that one brings out is an error of
// that document.
func (l LateReader) Read(ctx context.Context, d ingest.Document) (r *record.Record, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("a defect of readout: %v\n%s", fault, debug.Stack())
		}
	}()
	select {
	case l.slots <- struct{}{}:
		defer func() { <-l.slots }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	model, err := l.open()
	if err != nil {
		return nil, err
	}
	return model.Read(ctx, d)
}
