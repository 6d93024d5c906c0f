package host

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"

	"readout/internal/ingest"
	"readout/internal/serving/turn"
	"readout/record"
)

// A Reader makes records of documents.
type Reader interface {
	Read(ctx context.Context, d ingest.Document) (*record.Record, error)
}

// A LateReader opens the model when the first document comes, since most servers are
// only asked. It reads one document a processor at a time, and a short one beside them, whoever asks for it.
type LateReader struct {
	open  func() (Reader, error)
	turns turn.Turns
}

// Late returns a reader that opens another one once, when it is needed.
func Late(open func() (Reader, error)) LateReader {
	return LateReader{sync.OnceValues(open), turn.New(runtime.GOMAXPROCS(0))}
}

// Read reads a document when its turn has come. A defect of the program that one brings out is an error of
// that document.
func (l LateReader) Read(ctx context.Context, d ingest.Document) (r *record.Record, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("a defect of readout: %v\n%s", fault, debug.Stack())
		}
	}()
	back, err := l.turns.Take(ctx, len(d.Text))
	if err != nil {
		return nil, err
	}
	defer back()
	model, err := l.open()
	if err != nil {
		return nil, err
	}
	return model.Read(ctx, d)
}
