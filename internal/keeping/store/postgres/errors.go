package postgres

import (
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5/pgconn"

	"readout/internal/keeping/store"
)

// meanings says which of the store's errors an SQLSTATE of PostgreSQL is.
var meanings = map[string]error{
	"55P03": store.ErrBusy,     // lock_not_available
	"40001": store.ErrBusy,     // serialization_failure
	"40P01": store.ErrBusy,     // deadlock_detected
	"53100": store.ErrFull,     // disk_full
	"22021": store.ErrNotFound, // a NUL, which nothing that is kept has in its id
	"XX001": store.ErrDamaged,
	"XX002": store.ErrDamaged, // index_corrupted
}

// remedies says for other SQLSTATEs what to do next.
var remedies = map[string]string{
	"28P01": "see that ~/.pgpass, PGPASSWORD or the address has the password",
	"28000": "the server does not let this user in; see its pg_hba.conf",
	"3D000": "make it: createdb, with the encoding UTF8",
	"42501": "grant it, or use the owner of the schema readout; the first add needs CREATE on the database",
	"53300": "lower pool_max_conns in the address, or raise max_connections of the server",
	"25006": "this server is a copy that cannot be written; name the first one",
}

// fault adds to an error what was being done and, where the caller can tell
// something from it, what it means. It is nil when err is.
func fault(err error, format string, args ...any) error {
	if err == nil {
		return nil
	}
	doing := fmt.Sprintf(format, args...)
	var e *pgconn.PgError
	if !errors.As(err, &e) {
		return fmt.Errorf("%s: %w", doing, err)
	}
	if e.Detail != "" {
		err = fmt.Errorf("%w: %s", err, e.Detail)
	}
	if meaning := meanings[e.Code]; meaning != nil {
		return fmt.Errorf("%s: %w (%w)", doing, meaning, err)
	}
	if remedy := remedies[e.Code]; remedy != "" {
		return fmt.Errorf("%s: %w; %s", doing, err, remedy)
	}
	return fmt.Errorf("%s: %w", doing, err)
}
