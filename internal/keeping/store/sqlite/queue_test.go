package sqlite

import (
	"path/filepath"
	"testing"

	"readout/internal/keeping/queue"
	"readout/internal/keeping/queue/queuetest"
)

func TestQueue(t *testing.T) {
	queuetest.Run(t, func(t *testing.T) queue.Queue {
		s, err := Open(t.Context(), filepath.Join(t.TempDir(), "r.db"))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { s.Close() })
		return s.Queue()
	})
}
