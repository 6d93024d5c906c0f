package schema

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"readout/internal/keeping/store"
	"readout/internal/keeping/store/postgres/cluster"
)

// server is the one server of these tests.
var server cluster.Cluster

func TestMain(m *testing.M) {
	code := m.Run()
	if err := server.Stop(); err != nil {
		os.Stderr.WriteString(err.Error() + "\n")
		code = 1
	}
	os.Exit(code)
}

// database returns the address of an empty database, and a connection to it.
func database(t *testing.T) (string, *pgx.Conn) {
	t.Helper()
	address, err := server.Database(t.Context())
	if errors.Is(err, cluster.ErrNone) {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	return address, connected(t, address)
}

func connected(t *testing.T, address string) *pgx.Conn {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close(context.Background()) })
	return conn
}

func exec(t *testing.T, conn *pgx.Conn, sql string, args ...any) {
	t.Helper()
	if _, err := conn.Exec(t.Context(), sql, args...); err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
}

// mortal kills its own connection in the place of the nth statement, or when it
// would commit behind the last.
type mortal struct {
	pgx.Tx
	left *int
	kill func()
}

func (m mortal) Exec(ctx context.Context, sql string, args ...any) (pgconn.CommandTag, error) {
	if *m.left--; *m.left < 0 {
		m.kill()
	}
	return m.Tx.Exec(ctx, sql, args...)
}

func (m mortal) Commit(ctx context.Context) error {
	if *m.left--; *m.left < 0 {
		m.kill()
	}
	return m.Tx.Commit(ctx)
}

// A doomed connection begins mortal transactions.
type doomed struct {
	*pgx.Conn
	left *int
	kill func()
}

func (d doomed) Begin(ctx context.Context) (pgx.Tx, error) {
	tx, err := d.Conn.Begin(ctx)
	return mortal{tx, d.left, d.kill}, err
}

// TestD10MigrationCrash kills the connection at each statement of each step, and
// compares the table of somebody else that lies beside.
func TestD10MigrationCrash(t *testing.T) {
	address, conn := database(t)
	exec(t, conn, `CREATE TABLE public.theirs AS SELECT n, md5(n::text) FROM generate_series(1, 99) n`)
	const sum = `SELECT md5(string_agg(x::text, ' ' ORDER BY n)) FROM public.theirs x`
	var before, after string
	if err := conn.QueryRow(t.Context(), sum).Scan(&before); err != nil {
		t.Fatal(err)
	}
	for n := 0; ; n++ {
		victim := connected(t, address)
		left := n
		kill := func() { exec(t, conn, `SELECT pg_terminate_backend($1)`, victim.PgConn().PID()) }
		err := Migrate(t.Context(), doomed{victim, &left, kill})
		if left >= 0 {
			if err != nil {
				t.Errorf("unharmed: %v", err)
			}
			t.Logf("killed at %d places", n)
			break
		}
		if err == nil {
			t.Fatalf("killed at statement %d, and no error", n)
		}
		// The step is whole or not there: it is whole when a step behind it, which
		// finds nothing to do, was killed.
		version, err := Version(t.Context(), conn)
		if err != nil || version > latest {
			t.Fatalf("killed at statement %d: schema %d, %v", n, version, err)
		}
	}
	if err := Migrate(t.Context(), conn); err != nil {
		t.Fatal(err)
	}
	if err := conn.QueryRow(t.Context(), sum).Scan(&after); err != nil || after != before {
		t.Errorf("the table beside is %s, was %s: %v", after, before, err)
	}
}

// latest is the number of the steps.
const latest = 3

func TestMigratingTwiceIsMigratingOnce(t *testing.T) {
	address, conn := database(t)
	ends := make(chan error)
	for range 3 { // at the same time
		go func() {
			other, err := pgx.Connect(context.Background(), address)
			if err == nil {
				err = errors.Join(Migrate(context.Background(), other), other.Close(context.Background()))
			}
			ends <- err
		}()
	}
	for range 3 {
		if err := <-ends; err != nil {
			t.Error(err)
		}
	}
	var marks int
	err := conn.QueryRow(t.Context(), `SELECT count(*) FROM readout.schema_version`).Scan(&marks)
	version, wrong := Version(t.Context(), conn)
	if err != nil || wrong != nil || version != latest || marks != latest {
		t.Errorf("schema %d with %d marks: %v, %v", version, marks, err, wrong)
	}
}

func TestWhatIsNotOursIsLeftAsItIs(t *testing.T) {
	for name, c := range map[string]struct {
		sql  []string
		want error
	}{
		"a schema of others":      {[]string{`CREATE SCHEMA readout`, `CREATE TABLE readout.x (y text)`}, store.ErrForeign},
		"a table without a mark":  {[]string{`CREATE SCHEMA readout`, `CREATE TABLE readout.schema_version (version int)`}, store.ErrForeign},
		"an empty schema":         {[]string{`CREATE SCHEMA readout`}, nil},
		"tables of others beside": {[]string{`CREATE TABLE record (x text)`, `CREATE TABLE statement (x text)`}, nil},
	} {
		_, conn := database(t)
		for _, sql := range c.sql {
			exec(t, conn, sql)
		}
		if err := Migrate(t.Context(), conn); !errors.Is(err, c.want) {
			t.Errorf("%s: error %v, want %v", name, err, c.want)
		}
	}
}

func TestALaterSchemaIsRefused(t *testing.T) {
	_, conn := database(t)
	if err := Migrate(t.Context(), conn); err != nil {
		t.Fatal(err)
	}
	exec(t, conn, `INSERT INTO readout.schema_version VALUES (7)`)
	_, err := Version(t.Context(), conn)
	if !errors.Is(err, store.ErrNewerSchema) || !strings.Contains(err.Error(), fmt.Sprintf("schema 7, this program knows %d", latest)) {
		t.Errorf("error %v", err)
	}
}

// TestEveryForeignKeyHasAnIndex since without one each deletion reads a whole
// table.
func TestEveryForeignKeyHasAnIndex(t *testing.T) {
	const bare = `
		SELECT c.conrelid::regclass || '.' || a.attname
		FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
		WHERE c.contype = 'f' AND NOT EXISTS (
			SELECT 1 FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indkey[0] = c.conkey[1])`
	_, conn := database(t)
	if err := Migrate(t.Context(), conn); err != nil {
		t.Fatal(err)
	}
	rows, err := conn.Query(t.Context(), bare)
	if err != nil {
		t.Fatal(err)
	}
	names, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil || len(names) > 0 {
		t.Errorf("without an index: %v, %v", names, err)
	}
}
