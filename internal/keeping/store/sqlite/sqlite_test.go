package sqlite

import (
	"context"
	"database/sql"
	"path/filepath"
	"testing"

	"readout/internal/keeping/store"
	"readout/internal/keeping/store/storetest"
)

func TestStore(t *testing.T) {
	storetest.Run(t, storetest.Engine{
		Place: func(t testing.TB) string { return filepath.Join(t.TempDir(), "r.db") },
		Open: func(ctx context.Context, place string) (store.Store, error) {
			return Open(ctx, place)
		},
		Age: func(t testing.TB, place string) { run(t, place, `PRAGMA user_version = 9999`) },
	})
}

// run executes SQL on a file that is closed.
func run(t testing.TB, place, text string) {
	t.Helper()
	db, err := sql.Open("sqlite", place)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(text); err != nil {
		t.Fatal(err)
	}
}
