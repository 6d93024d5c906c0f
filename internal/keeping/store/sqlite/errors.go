package sqlite

import (
	"errors"
	"fmt"

	driver "modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"readout/internal/keeping/store"
)

// meanings says which of the store's errors a primary result code of SQLite is.
var meanings = []struct {
	code int
	err  error
}{
	{lib.SQLITE_BUSY, store.ErrBusy},
	{lib.SQLITE_LOCKED, store.ErrBusy},
	{lib.SQLITE_FULL, store.ErrFull},
	{lib.SQLITE_CORRUPT, store.ErrDamaged},
	{lib.SQLITE_NOTADB, store.ErrNoDatabase},
	{lib.SQLITE_READONLY, store.ErrReadOnly},
	{lib.SQLITE_CANTOPEN, store.ErrReadOnly},
}

// fault adds to an error what was being done and, where the caller can tell
// something from it, what it means. It is nil when err is.
func fault(err error, format string, args ...any) error {
	if err == nil {
		return nil
	}
	doing := fmt.Sprintf(format, args...)
	var e *driver.Error
	if errors.As(err, &e) {
		for _, m := range meanings {
			if e.Code()&0xff == m.code {
				return fmt.Errorf("%s: %w (%w)", doing, m.err, err)
			}
		}
	}
	return fmt.Errorf("%s: %w", doing, err)
}
