package schema

import (
	"database/sql"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	_ "modernc.org/sqlite"
)

func opened(t *testing.T) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", filepath.Join(t.TempDir(), "r.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// TestD7VersionGuard is the bar D7.
func TestD7VersionGuard(t *testing.T) {
	for version, want := range map[string]bool{
		"3.44.5": false, "3.44.6": true, "3.45.0": false, "3.50.6": false, "3.50.7": true,
		"3.51.2": false, "3.51.3": true, "3.52.0": false, "3.52.1": true, "3.54.1": true,
		"2.8.17": false, "": false, "3.x.1": false,
	} {
		if got := isSound(version); got != want {
			t.Errorf("SQLite %q: %t, want %t", version, got, want)
		}
	}
}

// TestD10MigrationCrash breaks every step off behind each of its statements, in a
// file that holds rows where there are tables yet. That a kill in the middle of
// the writing is a rollback too, D1 shows.
func TestD10MigrationCrash(t *testing.T) {
	steps, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		t.Fatal(err)
	}
	db := opened(t)
	for before, name := range steps {
		text, err := migrations.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		want := content(t, db)
		statements := strings.SplitAfter(string(text), ";\n")
		for n := 1; n <= len(statements); n++ {
			head := strings.Join(statements[:n], "")
			if strings.Count(head, " BEGIN\n") > strings.Count(head, "\nEND;") { // in a trigger
				continue
			}
			breakOff(t, db, head)
			if version, err := Version(t.Context(), db); err != nil || version != before {
				t.Fatalf("%s, after %d statements: schema %d, %v", name, n, version, err)
			}
			if got := content(t, db); got != want {
				t.Fatalf("%s, after %d statements: the file is another\n%s", name, n, got)
			}
		}
		if err := step(t.Context(), db, name, before+1); err != nil {
			t.Fatal(err)
		}
		const row = `
			INSERT INTO decision (document, pipeline, item, field, by, at, note, undone)
			VALUES ('d1', 'p', 's1', 'act', 'desk', '2024-01-01', ?, 0)`
		if _, err := db.ExecContext(t.Context(), row, name); err != nil {
			t.Fatal(err)
		}
	}
}

// breakOff runs statements and takes them back, as the log does after a crash.
func breakOff(t *testing.T, db *sql.DB, statements string) {
	t.Helper()
	tx, err := db.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := tx.ExecContext(t.Context(), statements); err != nil {
		t.Fatal(err)
	}
	if err := tx.Rollback(); err != nil {
		t.Fatal(err)
	}
}

// content returns the tables of a file as text, and the rows of one.
func content(t *testing.T, db *sql.DB) string {
	t.Helper()
	const tables = `SELECT ifnull(group_concat(sql, char(10)), '') FROM sqlite_schema`
	const notes = `SELECT group_concat(note, ' ') FROM decision`
	var text string
	if err := db.QueryRowContext(t.Context(), tables).Scan(&text); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(text, "CREATE TABLE decision") {
		return text
	}
	var rows string
	if err := db.QueryRowContext(t.Context(), notes).Scan(&rows); err != nil {
		t.Fatal(err)
	}
	return text + rows
}

// latest is the number of the steps.
const latest = 7

func TestMigratingTwiceIsMigratingOnce(t *testing.T) {
	db := opened(t)
	for range 2 {
		if err := Migrate(t.Context(), db); err != nil {
			t.Fatal(err)
		}
		version, err := Version(t.Context(), db)
		if err != nil || version != latest {
			t.Errorf("schema %d, %v", version, err)
		}
	}
	if err := step(t.Context(), db, "migrations/0001_tables.sql", 1); err != nil {
		t.Errorf("a step that another program made: %v", err)
	}
}

func TestABrokenStepNamesItself(t *testing.T) {
	db := opened(t)
	if _, err := db.ExecContext(t.Context(), "CREATE TABLE statement (x)"); err != nil {
		t.Fatal(err)
	}
	if _, err := db.ExecContext(t.Context(), "PRAGMA application_id = 0x72646f74"); err != nil {
		t.Fatal(err)
	}
	if err := Migrate(t.Context(), db); err == nil || !strings.Contains(err.Error(), "schema 1") {
		t.Errorf("error %v", err)
	}
}

// TestEveryForeignKeyHasAnIndex since without one each deletion reads a whole
// table.
func TestEveryForeignKeyHasAnIndex(t *testing.T) {
	const bare = `
		SELECT t.name || '.' || f."from"
		FROM sqlite_schema t, pragma_foreign_key_list(t.name) f
		WHERE t.type = 'table' AND NOT EXISTS (
			SELECT 1 FROM pragma_index_list(t.name) l, pragma_index_info(l.name) c
			WHERE c.seqno = 0 AND c.name = f."from")`
	db := opened(t)
	if err := Migrate(t.Context(), db); err != nil {
		t.Fatal(err)
	}
	rows, err := db.QueryContext(t.Context(), bare)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			t.Fatal(err)
		}
		t.Errorf("%s has no index", name)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
}

func TestTheLinkedEngineIsSound(t *testing.T) {
	if err := CheckEngine(t.Context(), opened(t)); err != nil {
		t.Error(err)
	}
}
