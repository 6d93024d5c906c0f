package sqlite

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/internal/keeping/query"
	"readout/internal/keeping/store"
	"readout/record"
)

// TestRowsAreMadeAnewWhenAFileIsOpened takes the rows of all documents away, as a step
// to newer tables does, and one record is damaged.
func TestRowsAreMadeAnewWhenAFileIsOpened(t *testing.T) {
	s := withArticles(t)
	path := s.path
	found := func(s *Store) []store.Row {
		t.Helper()
		q, err := query.Parse("the")
		if err != nil {
			t.Fatal(err)
		}
		rows, err := store.Gather(s.Find(t.Context(), q, store.Window{}))
		if err != nil {
			t.Fatal(err)
		}
		return rows
	}
	want := found(s)
	if len(want) < 10 {
		t.Fatalf("%d rows", len(want))
	}
	for _, sql := range []string{
		`INSERT INTO unindexed (record) SELECT record FROM document`,
		`DELETE FROM document`, `DELETE FROM entity`, `DELETE FROM name`,
		`INSERT INTO statement_words (statement_words) VALUES ('delete-all')`,
		`INSERT INTO event_words (event_words) VALUES ('delete-all')`,
		`INSERT INTO document_words (document_words) VALUES ('delete-all')`,
		`INSERT INTO citation_words (citation_words) VALUES ('delete-all')`,
		`INSERT INTO record (document, pipeline, json, sha256) VALUES ('d0', 'p', '{', '')`,
		`INSERT INTO unindexed (record) SELECT id FROM record WHERE document = 'd0'`,
	} {
		if _, err := s.writer.ExecContext(t.Context(), sql); err != nil {
			t.Fatal(sql, err)
		}
	}
	if n := len(found(s)); n > 0 {
		t.Fatalf("%d rows are left", n)
	}
	closed(t, s)
	told := 0
	s, err := Open(t.Context(), path, func(documents int) { told = documents })
	if err != nil {
		t.Fatal(err)
	}
	defer closed(t, s)
	if told < 2 {
		t.Errorf("told of %d documents, want all of them", told)
	}
	if diff := cmp.Diff(want, found(s)); diff != "" {
		t.Errorf("rows (-before +after):\n%s", diff)
	}
	var left int
	if err := s.reader.QueryRowContext(t.Context(), `SELECT count(*) FROM unindexed`).Scan(&left); err != nil || left != 1 {
		t.Errorf("%d are left, %v, want the damaged one", left, err)
	}
	faults, err := s.Check(t.Context(), true)
	if err != nil || len(faults) != 1 || faults[0].Where != "document d0" {
		t.Errorf("faults %v, %v, want one of the damaged record", faults, err)
	}
}

// TestANewerVersionMayBeginEarlier has a statement before those that were there, whose
// ids it must not be given.
func TestANewerVersionMayBeginEarlier(t *testing.T) {
	newer, err := record.Parse([]byte(strings.SplitN(string(articles(t)), "\n", 2)[0]))
	if err != nil {
		t.Fatal(err)
	}
	if len(newer.Statements) < 3 || len(newer.Events) < 2 {
		t.Fatalf("%d statements, %d events", len(newer.Statements), len(newer.Events))
	}
	older, err := record.Parse([]byte(strings.SplitN(string(articles(t)), "\n", 2)[0]))
	if err != nil {
		t.Fatal(err)
	}
	older.Statements, older.Events = older.Statements[2:], older.Events[1:]
	older.Meta.Pipeline, newer.Meta.Pipeline = "readout/98.0.0", "readout/99.0.0"
	s, _ := opened(t, older)
	defer closed(t, s)
	if outcomes, err := s.Add(t.Context(), newer); err != nil || outcomes[0] != store.Added {
		t.Fatal(outcomes, err)
	}
	faults, err := s.Check(t.Context(), true)
	if err != nil || len(faults) > 0 {
		t.Errorf("faults %v, %v", faults, err)
	}
}
