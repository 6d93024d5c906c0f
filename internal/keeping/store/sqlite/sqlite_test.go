package sqlite

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"iter"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"readout/internal/keeping/query"
	"readout/internal/keeping/sample"
	"readout/internal/keeping/store"
	"readout/internal/keeping/store/nametest"
	"readout/internal/keeping/store/sqlite/file"
	"readout/internal/keeping/store/sqlite/packed"
	"readout/internal/keeping/store/storetest"
	"readout/internal/language/edtf"
	"readout/record"
)

func TestStore(t *testing.T) {
	engine := storetest.Engine{
		Place: func(t testing.TB) string { return filepath.Join(t.TempDir(), "r.db") },
		Open: func(ctx context.Context, place string) (store.Store, error) {
			return Open(ctx, place)
		},
		Age: func(t testing.TB, place string) { run(t, place, `PRAGMA user_version = 9999`) },
	}
	storetest.Run(t, engine)
	nametest.Run(t, engine)
}

// run executes SQL on a file that is closed.
func run(t testing.TB, place, text string) {
	t.Helper()
	db, err := file.Connect(place, 1)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.ExecContext(t.Context(), text); err != nil {
		t.Fatal(err)
	}
}

// opened returns a store in a new file that holds records.
func opened(t *testing.T, records ...*record.Record) (*Store, string) {
	t.Helper()
	place := filepath.Join(t.TempDir(), "r #1?.db") // nothing of it is syntax
	s, err := Open(t.Context(), place)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Add(t.Context(), records...); err != nil {
		t.Fatal(err)
	}
	return s, place
}

func closed(t testing.TB, s *Store) {
	t.Helper()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestEveryCommitIsSyncedAndLogged(t *testing.T) {
	s, _ := opened(t)
	defer closed(t, s)
	const settings = `
		SELECT synchronous, journal_mode, foreign_keys, secure_delete
		FROM pragma_synchronous, pragma_journal_mode, pragma_foreign_keys, pragma_secure_delete`
	var sync, keys, secure int
	var mode string
	err := s.writer.QueryRowContext(t.Context(), settings).Scan(&sync, &mode, &keys, &secure)
	if err != nil || sync != 2 || mode != "wal" || keys != 1 || secure != 1 {
		t.Errorf("synchronous %d, journal %s, foreign keys %d, secure delete %d: %v",
			sync, mode, keys, secure, err)
	}
}

func TestAFileOfOthersIsLeftAsItIs(t *testing.T) {
	dir := t.TempDir()
	other := filepath.Join(dir, "other.db")
	run(t, other, `CREATE TABLE x (y); PRAGMA user_version = 1`)
	text := filepath.Join(dir, "text.db")
	if err := os.WriteFile(text, []byte(strings.Repeat("no database ", 100)), 0o644); err != nil {
		t.Fatal(err)
	}
	s, torn := opened(t, sample.Treaty(t))
	closed(t, s)
	tear(t, torn)
	for place, want := range map[string]error{
		other: store.ErrForeign,
		text:  store.ErrNoDatabase,
		torn:  store.ErrNoDatabase,
	} {
		before, err := os.ReadFile(place)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Open(t.Context(), place); !errors.Is(err, want) {
			t.Errorf("%s: error %v, want %v", place, err, want)
		}
		after, err := os.ReadFile(place)
		if err != nil || !bytes.Equal(before, after) {
			t.Errorf("%s was changed, %v", place, err)
		}
	}
	if _, err := Open(t.Context(), filepath.Join(dir, "no", "folder.db")); err == nil {
		t.Error("a folder was made")
	}
}

// tear damages the first page of a file, by which it is known.
func tear(t *testing.T, place string) {
	t.Helper()
	data := bytes.Clone(read(t, place))
	clear(data[:4096])
	if err := os.WriteFile(place, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestDamageIsFound(t *testing.T) {
	for what, damage := range map[string]string{
		"a byte of a record": `UPDATE record SET json = CAST(substr(json, 1, 99) || x'2b' || substr(json, 101) AS BLOB)`,
		"a record's name":    `UPDATE record SET pipeline = 'other'`,
		"a row":              `UPDATE statement SET content = content || '.' WHERE polarity = 'denied'`,
		"a day":              `UPDATE statement SET due_last = due_last + 1`,
		"a row is gone":      `DELETE FROM event WHERE type = 'COERCE'`,
		"a name":             `DROP TRIGGER name_deleted; DELETE FROM part; DELETE FROM naming; DELETE FROM name`,
		"a document is gone": `PRAGMA foreign_keys = 0; DELETE FROM document`,
	} {
		s, place := opened(t, sample.Treaty(t))
		closed(t, s)
		run(t, place, damage)
		s, err := Open(t.Context(), place)
		if err != nil {
			t.Fatal(err)
		}
		if faults, err := s.Check(t.Context(), true); err != nil || len(faults) == 0 {
			t.Errorf("%s: nothing was found, %v", what, err)
		}
		if err := s.Backup(t.Context(), place+".copy"); !errors.Is(err, store.ErrDamaged) {
			t.Errorf("%s: a backup was made of it, %v", what, err)
		}
		if _, err := os.Stat(place + ".copy"); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s: the copy was left", what)
		}
		closed(t, s)
	}
}

// TestOneProcessorChecks has as many readers as there are with one processor, of
// which [Store.State] has one.
func TestOneProcessorChecks(t *testing.T) {
	s, place := opened(t, sample.Treaty(t))
	closed(t, s)
	run(t, place, `UPDATE statement SET cue = '' WHERE polarity = 'denied'`)
	s, err := Open(t.Context(), place)
	if err != nil {
		t.Fatal(err)
	}
	defer closed(t, s)
	s.reader.SetMaxOpenConns(2)
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	faults, err := s.Check(ctx, true)
	if err != nil || len(faults) != 1 {
		t.Errorf("%v, %v", faults, err)
	}
}

// TestAFileOfBeforeTakesUpTheTable is about files that hold documents indexed without
// a table of names: they are left so until they are asked to take it up.
func TestAFileOfBeforeTakesUpTheTable(t *testing.T) {
	s, place := opened(t)
	for _, sql := range []string{
		`UPDATE taken_up SET version = 0`, `DELETE FROM synonym`, `DELETE FROM alias`,
	} {
		if _, err := s.writer.ExecContext(t.Context(), sql); err != nil {
			t.Fatal(err)
		}
	}
	r := sample.Treaty(t)
	if _, err := s.Add(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	closed(t, s)
	s, err := Open(t.Context(), place)
	if err != nil {
		t.Fatal(err)
	}
	defer closed(t, s)
	if e, err := s.Entity(t.Context(), "place/kingdom of norway"); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("before it was asked to: %+v, %v", e, err)
	}
	for _, want := range []int{1, 0} {
		if n, err := s.TakeUp(t.Context(), nil); err != nil || n != want {
			t.Errorf("%d documents indexed anew, want %d: %v", n, want, err)
		}
	}
	if e, err := s.Entity(t.Context(), "place/kingdom of norway"); err != nil || e.Key != "place/norway" {
		t.Errorf("%+v, %v", e, err)
	}
	const wrong = `UPDATE alias SET key = 'place/norway', same = 'place/sweden' WHERE key = 'place/kingdom of norway'`
	if _, err := s.writer.ExecContext(t.Context(), wrong); err != nil {
		t.Fatal(err)
	}
	faults, err := s.Check(t.Context(), true)
	if err != nil || len(faults) != 1 || !strings.Contains(faults[0].Problem, `and means "place/sweden"`) {
		t.Errorf("an entity that is kept as another one: %v, %v", faults, err)
	}
}

func TestWhatIsForgottenIsNotInTheFile(t *testing.T) {
	r := sample.Treaty(t)
	s, place := opened(t, r, sample.Mayor(t))
	left := store.Forgotten{Document: r.Document.ID, Reason: "asked to", At: "2024-03-20T10:00:00Z"}
	if err := s.Forget(t.Context(), left); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(filepath.Dir(place), "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, words := range []string{"blockade", "shipowners", "Ann Lee", "ann lee"} {
			if bytes.Contains(data, []byte(words)) {
				t.Errorf("%s still has %q", filepath.Base(file), words)
			}
		}
	}
	closed(t, s)
}

func TestAFullDiskIsToldAndHealed(t *testing.T) {
	s, _ := opened(t, sample.Treaty(t))
	defer closed(t, s)
	if _, err := s.writer.ExecContext(t.Context(), `PRAGMA max_page_count = 1`); err != nil {
		t.Fatal(err)
	}
	big := sample.Saying(strings.Repeat("The bill will pass. ", 5000))
	if _, err := s.Add(t.Context(), big); !errors.Is(err, store.ErrFull) {
		t.Errorf("error %v", err)
	}
	if _, err := s.writer.ExecContext(t.Context(), `PRAGMA max_page_count = 1000000`); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Add(t.Context(), big); err != nil {
		t.Error(err)
	}
}

func TestABusyFileIsTold(t *testing.T) {
	s, _ := opened(t)
	defer closed(t, s)
	if _, err := s.writer.ExecContext(t.Context(), `PRAGMA busy_timeout = 1`); err != nil {
		t.Fatal(err)
	}
	other, err := file.Connect(s.path, 1)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	tx, err := other.BeginTx(t.Context(), nil) // takes the lock at once
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Add(t.Context(), sample.Mayor(t)); !errors.Is(err, store.ErrBusy) {
		t.Errorf("error %v", err)
	}
	if err := tx.Rollback(); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Add(t.Context(), sample.Mayor(t)); err != nil {
		t.Error(err)
	}
}

// TestKeptAndBrokenAreWhatAnEdgeSays draws the edges that nothing else draws yet.
func TestKeptAndBrokenAreWhatAnEdgeSays(t *testing.T) {
	r := sample.Treaty(t)
	s, _ := opened(t, r)
	defer closed(t, s)
	const edge = `
		INSERT INTO edge (kind, from_document, from_item, to_document, to_item, by, at, note)
		VALUES (?, '', '', ?, ?, 'desk', '2024-04-01', '')`
	for kind, item := range map[string]string{
		"kept": r.Statements[0].ID, "broken": r.Statements[4].ID,
	} {
		if _, err := s.writer.ExecContext(t.Context(), edge, kind, r.Document.ID, item); err != nil {
			t.Fatal(err)
		}
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

// TestD8BitRot flips bits in a copy. Anywhere in the file, what is not found must
// be harmless: in a free page, or read past. In the bytes of a record, which
// hold the text and its spans, every one must be found.
func TestD8BitRot(t *testing.T) {
	r := sample.Treaty(t)
	s, place := opened(t, r)
	closed(t, s)
	whole := read(t, place)
	data, err := packed.Pack(r)
	if err != nil {
		t.Fatal(err)
	}
	inRecord := places(whole, data)
	if len(inRecord) < len(data)/2 {
		t.Fatalf("%d of %d bytes of the record are in the file", len(inRecord), len(data))
	}
	random := rand.New(rand.NewPCG(20, 24))
	want := exported(t, place)
	if want == "" {
		t.Fatal("faults in a whole file")
	}
	dir := t.TempDir()
	for n := range several(60, 1000) {
		at, found := random.IntN(len(whole)), n%2 == 0
		if found {
			at = inRecord[random.IntN(len(inRecord))]
		}
		rotten := bytes.Clone(whole)
		rotten[at] ^= 1 << random.IntN(8)
		place := filepath.Join(dir, strconv.Itoa(n))
		if err := os.WriteFile(place, rotten, 0o600); err != nil {
			t.Fatal(err)
		}
		got := exported(t, place)
		if got != want && got != "" {
			t.Errorf("byte %d: another record came out", at)
		}
		if found && got != "" {
			t.Errorf("byte %d is one of the record, and nothing was found", at)
		}
		if err := os.RemoveAll(place); err != nil {
			t.Fatal(err)
		}
	}
}

// places returns where in a file the bytes of data lie, piece by piece, since what
// is longer than a page is spread over several.
func places(file, data []byte) []int {
	const piece = 64
	var at []int
	for len(data) >= piece {
		if start := bytes.Index(file, data[:piece]); start >= 0 {
			for i := range piece {
				at = append(at, start+i)
			}
		}
		data = data[piece:]
	}
	return at
}

// exported returns what is kept in a file, "" when faults were found in it.
func exported(t *testing.T, place string) string {
	s, err := Open(t.Context(), place)
	if err != nil {
		return ""
	}
	defer s.Close() // may tell of the damage again
	faults, err := s.Check(t.Context(), true)
	if err != nil || len(faults) > 0 {
		return ""
	}
	var b bytes.Buffer
	for r, err := range s.Records(t.Context()) {
		if err != nil {
			return ""
		}
		data, err := r.MarshalCanonical()
		if err != nil {
			t.Fatal(err)
		}
		b.Write(data)
	}
	return b.String()
}

// TestErrorsSayWhatWasDone uses a store that is closed.
func TestErrorsSayWhatWasDone(t *testing.T) {
	r := sample.Treaty(t)
	s, _ := opened(t, r)
	closed(t, s)
	ctx, id := t.Context(), r.Document.ID
	last := func(seq iter.Seq2[store.Row, error]) (err error) {
		for _, err = range seq {
		}
		return err
	}
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
	} {
		if err == nil || !strings.HasPrefix(err.Error(), doing) {
			t.Errorf("error %v, want one that begins with %q", err, doing)
		}
	}
	for _, err := range s.Records(ctx) {
		if err == nil {
			t.Error("a record came out")
		}
	}
	if _, err := s.Stats(ctx); err == nil {
		t.Error("there are numbers")
	}
}

func second[T any](_ T, err error) error { return err }

func TestWhatIsBrokenOffIsNotKept(t *testing.T) {
	s, _ := opened(t)
	defer closed(t, s)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.Add(ctx, sample.Treaty(t)); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	if n, err := s.Stats(t.Context()); err != nil || n.Versions != 0 {
		t.Errorf("numbers %+v, %v", n, err)
	}
}

// TestAnIteratorMayBeLeft leaves more of them than there are connections.
func TestAnIteratorMayBeLeft(t *testing.T) {
	s, _ := opened(t, sample.Treaty(t), sample.Mayor(t))
	defer closed(t, s)
	for range 2 * runtime.NumCPU() {
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

// TestWordsFollowWhatIsShown has rows replaced with and without their words.
func TestWordsFollowWhatIsShown(t *testing.T) {
	r := sample.Treaty(t)
	s, _ := opened(t, r, sample.Mayor(t))
	defer closed(t, s)
	found := func(typed string) (n int) {
		t.Helper()
		q, err := query.Parse(typed)
		if err != nil {
			t.Fatal(err)
		}
		for _, err := range s.Find(t.Context(), q, store.Window{}) {
			if err != nil {
				t.Fatal(err)
			}
			n++
		}
		return n
	}
	all, documents := found("blockade"), found("kind:documents blockade")
	if all == 0 || documents != 1 {
		t.Fatalf("%d statements, %d documents", all, documents)
	}
	d, err := store.Reviewed(r.Document.ID, r.Statements[0].ID, record.Review{State: record.ReviewAccepted, By: "desk", At: "2024-03-20T10:00:00Z"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Decide(t.Context(), d); err != nil {
		t.Fatal(err)
	}
	if n := found("blockade"); n != all || found("kind:documents blockade") != 1 {
		t.Errorf("after a review: %d statements, want %d", n, all)
	}
	later := sample.Treaty(t)
	later.Meta.Pipeline = "readout/99.0.0"
	later.Statements, later.Events = nil, nil
	if _, err := s.Add(t.Context(), later); err != nil {
		t.Fatal(err)
	}
	if n := found("blockade"); n != 0 || found("kind:documents blockade") != 1 {
		t.Errorf("a version without statements: %d found", n)
	}
	if err := s.Forget(t.Context(), store.Forgotten{Document: r.Document.ID, Reason: "asked to", At: "2024-03-20T10:00:00Z"}); err != nil {
		t.Fatal(err)
	}
	if n := found("kind:documents blockade"); n != 0 {
		t.Errorf("after it was forgotten: %d documents", n)
	}
	if faults, err := s.Check(t.Context(), false); err != nil || len(faults) > 0 {
		t.Errorf("%v, %v", faults, err)
	}
}

func TestWhatIsOnlyReadIsNoOtherState(t *testing.T) {
	s, err := Open(t.Context(), filepath.Join(t.TempDir(), "db"))
	if err != nil {
		t.Fatal(err)
	}
	defer closed(t, s)
	before, err := s.State(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, err := range s.Find(t.Context(), query.Query{}, store.Window{}) {
		t.Error(err)
	}
	if after, err := s.State(t.Context()); after != before || err != nil {
		t.Errorf("state %s, and %s, %v when nothing was written", before, after, err)
	}
}
