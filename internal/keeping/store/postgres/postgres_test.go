package postgres

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"iter"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/jackc/pgx/v5"

	"readout/internal/keeping/query"
	"readout/internal/keeping/sample"
	"readout/internal/keeping/store"
	"readout/internal/keeping/store/nametest"
	"readout/internal/keeping/store/postgres/cluster"
	"readout/internal/keeping/store/postgres/index"
	"readout/internal/keeping/store/storetest"
	"readout/internal/keeping/store/version"
	"readout/internal/language/edtf"
	"readout/record"
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

// database returns the address of an empty database.
func database(t testing.TB) string {
	t.Helper()
	address, err := server.Database(t.Context())
	if errors.Is(err, cluster.ErrNone) {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	return address
}

func TestStore(t *testing.T) {
	engine := storetest.Engine{
		Place: database,
		Open: func(ctx context.Context, place string) (store.Store, error) {
			return Create(ctx, place)
		},
		Age: func(t testing.TB, place string) {
			run(t, place, `UPDATE schema_version SET version = 9999`)
		},
	}
	storetest.Run(t, engine)
	nametest.Run(t, engine)
}

// TestABackupThatWasCutOffIsMadeAgain has a copy end in the middle, which leaves
// tables behind.
func TestABackupThatWasCutOffIsMadeAgain(t *testing.T) {
	to := database(t)
	s, from := opened(t, sample.Treaty(t))
	run(t, from, `UPDATE record SET json = '{'`)
	if err := s.Backup(t.Context(), to); err == nil {
		t.Fatal("what cannot be read was copied")
	}
	s, _ = opened(t, sample.Treaty(t))
	if err := s.Backup(t.Context(), to); err != nil {
		t.Fatal(err)
	}
	copied, err := Open(t.Context(), to)
	if err != nil {
		t.Fatal(err)
	}
	defer copied.Close()
	if n, err := copied.Stats(t.Context()); err != nil || n.Documents != 1 {
		t.Errorf("the copy has %d documents, %v", n.Documents, err)
	}
	if err := s.Backup(t.Context(), to); !errors.Is(err, store.ErrExists) {
		t.Errorf("written over: %v", err)
	}
}

// run executes SQL on a database.
func run(t testing.TB, place, sql string, args ...any) {
	t.Helper()
	s, _, err := open(t.Context(), place)
	if err != nil {
		t.Fatal(err)
	}
	defer s.pool.Close()
	if _, err := s.pool.Exec(t.Context(), sql, args...); err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
}

// opened returns a store in a new database that holds records.
func opened(t testing.TB, records ...*record.Record) (*Store, string) {
	t.Helper()
	place := database(t)
	s, err := Create(t.Context(), place)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	if _, err := s.Add(t.Context(), records...); err != nil {
		t.Fatal(err)
	}
	return s, place
}

// TestDriverIsSafe: below 5.9.2 pgx could be led to put a value into the text of a
// query (S16).
func TestDriverIsSafe(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "..", "..", "..", "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	m := regexp.MustCompile(`jackc/pgx/v5 (v\S+)`).FindSubmatch(data)
	if m == nil || version.Compare(string(m[1]), "v5.9.2") < 0 {
		t.Errorf("pgx %s, want v5.9.2 or later", m)
	}
}

func TestValuesNeverStandInTheTextOfAQuery(t *testing.T) {
	s, place := opened(t)
	if mode := s.pool.Config().ConnConfig.DefaultQueryExecMode; mode != pgx.QueryExecModeCacheStatement {
		t.Errorf("mode %s", mode)
	}
	_, err := Create(t.Context(), place+"&default_query_exec_mode=simple_protocol")
	if err == nil || !strings.Contains(err.Error(), "leave it out") {
		t.Errorf("error %v", err)
	}
}

// TestNoErrorTellsASecret tries addresses that nothing answers at, and such that
// cannot be read.
func TestNoErrorTellsASecret(t *testing.T) {
	for _, address := range []string{
		"postgres://desk:s3cret@127.0.0.1:1/news",
		"postgres://desk:s3cret@127.0.0.1:1/news?connect_timeout=x",
		"postgres://desk:s3cret%zz@127.0.0.1:1/news",
		"postgres://desk:s3cret@127.0.0.1:port/news",
		"postgres://desk@127.0.0.1:1/news?password=s3cret",
		"postgres://desk@127.0.0.1:1/news?password=s3cret&sslmode=s3cret",
		"postgres://127.0.0.1:1/news?sslmode=verify-full&sslrootcert=/none&sslpassword=s3cret",
		"postgresql://desk:s3cret@127.0.0.1:1/news?sslmode=maybe",
	} {
		_, err := Open(t.Context(), address)
		if err == nil || strings.Contains(err.Error(), "s3cret") {
			t.Errorf("error %v", err)
		}
		if shown := Shown(address); strings.Contains(shown, "s3cret") || !IsAddress(shown) {
			t.Errorf("shown as %s", shown)
		}
	}
	if got := Shown("postgres://desk:s3cret@db:5432/news?sslmode=require"); got != "postgres://desk@db:5432/news" {
		t.Errorf("shown as %s", got)
	}
}

func TestWhatIsMissingIsSaidWithTheNextStep(t *testing.T) {
	place := database(t)
	if _, err := Open(t.Context(), place); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no tables: %v", err)
	}
	for from, want := range map[string]string{
		"/test": "createdb", // a database that is not there
	} {
		_, err := Create(t.Context(), strings.Replace(place, from, "/none", 1))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %s", err, want)
		}
	}
	run(t, place, `CREATE ROLE reader LOGIN`)
	_, err := Create(t.Context(), strings.Replace(place, "postgres@", "reader@", 1))
	if err == nil || !strings.Contains(err.Error(), "needs CREATE on the database") {
		t.Errorf("error %v", err)
	}
	run(t, place, `CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'`)
	u, err := url.Parse(place)
	if err != nil {
		t.Fatal(err)
	}
	u.Path = "/latin"
	if _, err := Create(t.Context(), u.String()); err == nil || !strings.Contains(err.Error(), "ENCODING 'UTF8'") {
		t.Errorf("error %v", err)
	}
}

func TestEveryCommitIsSynced(t *testing.T) {
	place := database(t) + "&synchronous_commit=off"
	s, err := Create(t.Context(), place)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var sync string
	err = s.pool.QueryRow(t.Context(), `SELECT current_setting('synchronous_commit')`).Scan(&sync)
	if err != nil || sync != "on" {
		t.Errorf("synchronous_commit %s, %v", sync, err)
	}
}

func TestABusyDatabaseIsTold(t *testing.T) {
	other, place := opened(t)
	s, err := Create(t.Context(), place+"&lock_timeout=10")
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	err = other.write(t.Context(), func(pgx.Tx) error {
		_, err := s.Add(t.Context(), sample.Mayor(t))
		return err
	})
	if !errors.Is(err, store.ErrBusy) {
		t.Errorf("error %v", err)
	}
	if _, err := s.Add(t.Context(), sample.Mayor(t)); err != nil {
		t.Error(err)
	}
}

// TestWritersAtTheSameTimeAddEachRecordOnce has several add the same records in
// different order.
func TestWritersAtTheSameTimeAddEachRecordOnce(t *testing.T) {
	s, _ := opened(t)
	all := []*record.Record{sample.Treaty(t)}
	for i := range 12 {
		r := sample.Treaty(t)
		r.Document.URL = "https://readout.example/" + strconv.Itoa(i)
		r.Document.ID = record.DocumentID(r.Document.URL, *r.Document.Text)
		all = append(all, r)
	}
	var added atomic.Int64
	var writers sync.WaitGroup
	for n := range 6 {
		writers.Go(func() {
			mine := slices.Concat(all[n:], all[:n])
			for batch := range slices.Chunk(mine, n+1) {
				outcomes, err := s.Add(t.Context(), batch...)
				if err != nil {
					t.Error(err)
				}
				for _, o := range outcomes {
					if o == store.Added {
						added.Add(1)
					}
				}
			}
		})
	}
	writers.Wait()
	if int(added.Load()) != len(all) {
		t.Errorf("%d added, want %d", added.Load(), len(all))
	}
	if faults, err := s.Check(t.Context(), true); err != nil || len(faults) > 0 {
		t.Errorf("%v, %v", faults, err)
	}
}

func TestDamageIsFound(t *testing.T) {
	s, _ := opened(t, sample.Treaty(t))
	for what, damage := range map[string]string{
		"a byte of a record": `UPDATE record SET json = overlay(json PLACING 'X' FROM 100)`,
		"a record's name":    `UPDATE record SET pipeline = 'other'`,
		"a row":              `UPDATE statement SET content = content || '.' WHERE polarity = 'denied'`,
		"a day":              `UPDATE statement SET due_last = due_last + 1`,
		"a row is gone":      `DELETE FROM event WHERE type = 'COERCE'`,
		"a name":             `UPDATE name SET folded = ' anne lee ' WHERE folded = ' ann lee '`,
		"a part is gone":     `DELETE FROM part WHERE item = (SELECT min(item) FROM part)`,
		"lexemes":            `UPDATE statement SET words = '' WHERE polarity = 'denied'`,
		"a text":             `UPDATE document SET folded = folded || 'x '`,
		"a document is gone": `DELETE FROM document`,
		"a mute entity":      `INSERT INTO entity (digest, key, type, folded, name, country) VALUES ('', 'x', 'x', 'x', 'x', '')`,
	} {
		var faults []store.Fault
		whole := errors.New("put it right again")
		err := s.write(t.Context(), func(tx pgx.Tx) error {
			_, err := tx.Exec(t.Context(), damage)
			if err == nil {
				faults, err = check(t.Context(), tx, true)
			}
			return cmp.Or(err, whole)
		})
		if !errors.Is(err, whole) || len(faults) == 0 {
			t.Errorf("%s: nothing was found, %v", what, err)
		}
	}
}

// TestTextsOfAnyKindAreKept has what PostgreSQL has no place for: NUL characters,
// words and names longer than an index takes, and more words than a vector.
func TestTextsOfAnyKindAreKept(t *testing.T) {
	nul := sample.Saying("The bill\x00 will \\u0000 pass.")
	long := sample.Treaty(t)
	long.Document.URL = "https://readout.example/long"
	long.Document.ID = record.DocumentID(long.Document.URL, *long.Document.Text)
	var name strings.Builder
	for i := range 3_000 { // does not compress
		sum := sha256.Sum256([]byte{byte(i), byte(i >> 8)})
		name.WriteString(hex.EncodeToString(sum[:]))
	}
	long.Entities[0].Name = name.String() + " Ünal"
	many := sample.Mayor(t)
	var words strings.Builder
	for i := range 150_000 {
		words.WriteString("w" + strconv.Itoa(i) + " ")
	}
	text := *many.Document.Text + words.String() + "the very last words."
	many.Document.Text = &text
	many.Document.ID = record.DocumentID(many.Document.URL, text)
	s, _ := opened(t, nul, long, many)
	for _, r := range []*record.Record{nul, long, many} {
		if problems := misplaced(t, s, r); len(problems) > 0 {
			t.Errorf("%s: %v", r.Document.ID, problems)
		}
	}
	got, err := s.Record(t.Context(), nul.Document.ID)
	if err != nil || *got.Document.Text != *nul.Document.Text {
		t.Errorf("%q, %v", *got.Document.Text, err)
	}
	for typed, want := range map[string]int{
		`kind:documents "bill will u0000 pass"`:      1,
		`kind:documents "very last words"`:           1,
		`kind:documents "last very words"`:           0,
		`kind:documents w149999`:                     1,
		`kind:documents w150000`:                     0,
		`kind:documents -w149999`:                    2,
		`kind:entities unal`:                         1,
		`speaker:unal`:                               3,
		`kind:documents sort:relevance last w149999`: 1,
	} {
		q, err := query.Parse(typed)
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for _, err := range s.Find(t.Context(), q, store.Window{}) {
			if err != nil {
				t.Fatal(err)
			}
			n++
		}
		if n != want {
			t.Errorf("%s: %d rows, want %d", typed, n, want)
		}
	}
}

// misplaced returns what rows have otherwise than the record, sound or not.
func misplaced(t *testing.T, s *Store, r *record.Record) (problems []string) {
	t.Helper()
	data, err := r.MarshalCanonical()
	if err != nil {
		t.Fatal(err)
	}
	if r, err = index.Storable(r, data); err != nil {
		t.Fatal(err)
	}
	err = s.snapshot(t.Context(), func(tx pgx.Tx) error {
		aliases, err := index.Aliases(t.Context(), tx)
		if err == nil {
			problems, err = differences(t.Context(), tx, r, aliases)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return problems
}

// TestKeptAndBrokenAreWhatAnEdgeSays draws the edges that nothing else draws yet.
func TestKeptAndBrokenAreWhatAnEdgeSays(t *testing.T) {
	r := sample.Treaty(t)
	s, place := opened(t, r)
	for kind, item := range map[string]string{
		"kept": r.Statements[0].ID, "broken": r.Statements[4].ID,
	} {
		run(t, place, `
			INSERT INTO edge (kind, from_document, from_item, to_document, to_item, by, at, note)
			VALUES ($1, '', '', $2, $3, 'desk', '2024-04-01', '')`, kind, r.Document.ID, item)
	}
	for typed, want := range map[string]string{
		"due:kept": "promised", "due:broken": "urged", "due:open": "warned",
		"due:overdue": "", "due:broken,kept": "urged promised", "-due:kept act:commit": "",
	} {
		q, err := query.Parse(typed)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for row, err := range s.Due(t.Context(), q, store.Window{Today: edtf.DayOf(2025, 1, 1)}) {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, row.Statement.Cue)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %q, want %q", typed, got, want)
		}
	}
}

// TestErrorsSayWhatWasDone uses a store that is closed.
func TestErrorsSayWhatWasDone(t *testing.T) {
	r := sample.Treaty(t)
	s, _ := opened(t, r)
	s.Close()
	ctx, id := t.Context(), r.Document.ID
	for doing, err := range map[string]error{
		"add to":    second(s.Add(ctx, r)),
		"document":  second(s.Record(ctx, id)),
		"read":      second(s.Versions(ctx, id)),
		"find":      last(s.Find(ctx, query.Query{}, store.Window{})),
		"decide":    second(s.Decide(ctx, store.Decision{Document: id})),
		"undo":      s.Undo(ctx, 1),
		"decisions": second(s.Decisions(ctx, id)),
		"join":      second(s.Join(ctx, store.Decision{Item: "person/a", Field: "same", New: []byte(`{"type":"person","name":"b"}`)})),
		"forget":    s.Forget(ctx, store.Forgotten{Document: id}),
		"check":     second(s.Check(ctx, true)),
		"load":      s.Load(ctx, s.Dump(ctx)),
		"read ":     last(s.Dump(ctx)),
		"read p":    last(s.Records(ctx)),
		"read po":   second(s.Stats(ctx)),
	} {
		if err == nil || !strings.HasPrefix(err.Error(), doing) {
			t.Errorf("error %v, want one that begins with %q", err, doing)
		}
	}
}

func second[T any](_ T, err error) error { return err }

func last[T any](seq iter.Seq2[T, error]) (err error) {
	for _, err = range seq {
	}
	return err
}

// TestAnIteratorMayBeLeft leaves more of them than there are connections.
func TestAnIteratorMayBeLeft(t *testing.T) {
	s, _ := opened(t, sample.Treaty(t), sample.Mayor(t))
	for range 3 * s.pool.Config().MaxConns {
		for _, err := range s.Records(t.Context()) {
			if err != nil {
				t.Fatal(err)
			}
			break
		}
		for _, err := range s.Find(t.Context(), query.Query{}, store.Window{}) {
			if err != nil {
				t.Fatal(err)
			}
			break
		}
	}
}
