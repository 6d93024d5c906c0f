package sqlite

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"readout/internal/keeping/store"
)

// several returns how often a test tries: seldom, or with the tag long as often as
// the bar says.
func several[T any](short, full T) T {
	if long {
		return full
	}
	return short
}

const documents = 20 // that a child adds

// traced runs a child that adds under strace and returns its lines.
func traced(t *testing.T, place string, calls string) (result, []string) {
	t.Helper()
	return tracedAt(t, "add", place, calls)
}

func tracedAt(t *testing.T, task, place, calls string) (result, []string) {
	t.Helper()
	log := filepath.Join(t.TempDir(), "trace")
	r := child(t, task, place, documents,
		"strace", "-f", "-y", "-o", log, "-e", "trace="+calls)
	if r.err != nil {
		t.Fatalf("%v: %s", r.err, r.errs)
	}
	return r, strings.Split(string(read(t, log)), "\n")
}

// writes returns how many calls to pwrite64 the busiest thread of a child makes.
func writes(t *testing.T) int {
	t.Helper()
	_, lines := traced(t, filepath.Join(t.TempDir(), "r.db"), "pwrite64")
	most, by := 0, map[string]int{}
	for _, line := range lines {
		thread, _, _ := strings.Cut(line, " ")
		if strings.Contains(line, "pwrite64(") {
			by[thread]++
			most = max(most, by[thread])
		}
	}
	return most
}

// TestD1KillAtEveryWrite kills a child at its nth write to the file.
func TestD1KillAtEveryWrite(t *testing.T) {
	needs(t, "strace", "-o", os.DevNull, "true")
	most := writes(t)
	points := several(20, 300)
	random := rand.New(rand.NewPCG(1, 300))
	acknowledged := 0
	for i := range points {
		n := 1 + (i*most+random.IntN(most))/points
		place := filepath.Join(t.TempDir(), "r.db")
		r := child(t, "add", place, documents, "strace", "-f", "-qq", "-o", os.DevNull,
			"-e", "trace=pwrite64", "-e", fmt.Sprintf("inject=pwrite64:signal=KILL:when=%d", n))
		kept := sound(t, place, r.kept)
		if kept < len(r.kept) || kept > len(r.kept)+1 {
			t.Errorf("killed at write %d: %d records, %d acknowledged", n, kept, len(r.kept))
		}
		soundToOthers(t, place)
		acknowledged += len(r.kept)
	}
	t.Logf("killed at %d of %d writes, with %d records acknowledged in all", points, most, acknowledged)
}

// TestD3AcknowledgedAfterSync reads a trace: behind the last write to the log and
// before each acknowledgement stands a sync of the log that succeeded.
func TestD3AcknowledgedAfterSync(t *testing.T) {
	needs(t, "strace", "-o", os.DevNull, "true")
	synced := regexp.MustCompile(`f(?:data)?sync\(\d+<[^>]*-wal>\) += 0`)
	r, lines := traced(t, filepath.Join(t.TempDir(), "r.db"), "pwrite64,fsync,fdatasync,write")
	safe, acknowledged := false, 0
	for _, line := range wholeSyncs(lines) {
		switch {
		case strings.Contains(line, "-wal>") && strings.Contains(line, "pwrite64("):
			safe = false
		case synced.MatchString(line):
			safe = true
		case strings.Contains(line, `"kept `):
			if acknowledged++; !safe {
				t.Errorf("acknowledged before the sync: %s", line)
			}
		}
	}
	if acknowledged != documents || len(r.kept) != documents {
		t.Errorf("%d acknowledgements in the trace, %d on stdout", acknowledged, len(r.kept))
	}
}

// wholeSyncs puts a sync that strace broke in two, for a call of another thread
// between, together where it ended.
func wholeSyncs(lines []string) []string {
	begun, out := map[string]string{}, make([]string, len(lines))
	for i, line := range lines {
		thread, _, _ := strings.Cut(line, " ")
		if call, broken := strings.CutSuffix(line, " <unfinished ...>"); broken {
			begun[thread] = call
		}
		if _, rest, ended := strings.Cut(line, "sync resumed>"); ended {
			line = begun[thread] + rest
		}
		out[i] = line
	}
	return out
}

func TestABrokenSyncEndsWhereItReturned(t *testing.T) {
	got := wholeSyncs([]string{
		`7 fsync(6</r.db-wal> <unfinished ...>`, `8 write(3</x>, "a", 1) = 1`, `7 <... fsync resumed>)   = 0`,
	})
	if want := `7 fsync(6</r.db-wal>)   = 0`; got[2] != want || !strings.HasSuffix(got[0], "...>") {
		t.Errorf("got %q, want %q last", got, want)
	}
}

// TestD4FailedSyncOrWrite has the nth sync or write fail.
func TestD4FailedSyncOrWrite(t *testing.T) {
	needs(t, "strace", "-o", os.DevNull, "true")
	refused := 0
	for _, fault := range []string{"fsync,fdatasync:error=EIO", "pwrite64:error=ENOSPC"} {
		for n := 1; n <= 40; n += several(5, 1) {
			place := filepath.Join(t.TempDir(), "r.db")
			calls, _, _ := strings.Cut(fault, ":")
			r := child(t, "add", place, documents, "strace", "-f", "-qq", "-o", os.DevNull,
				"-e", "trace="+calls, "-e", fmt.Sprintf("inject=%s:when=%d", fault, n))
			if r.err == nil && len(r.kept) < documents {
				t.Errorf("%s at %d: no error, %d of %d records", fault, n, len(r.kept), documents)
			}
			if r.err != nil {
				refused++
				named := strings.Contains(r.errs, place)
				why := strings.Contains(r.errs, "I/O error") || strings.Contains(r.errs, store.ErrFull.Error())
				if !named || !why {
					t.Errorf("%s at %d: the message is %q", fault, n, r.errs)
				}
			}
			sound(t, place, r.kept)
		}
	}
	if refused == 0 {
		t.Error("no fault was met")
	}
	t.Logf("%d faults ended the program", refused)
}

// TestD5FullDisk fills a file system of 6 MB; TestAFullDiskIsToldAndHealed is the
// same within SQLite.
func TestD5FullDisk(t *testing.T) {
	needs(t, "unshare", "-m", "true")
	dir, copied := t.TempDir(), t.TempDir()
	// What the mount holds is gone with the child, so that it is copied before.
	const script = `mount -t tmpfs -o size=6m tmpfs "$1" && "$3"; code=$?; cp "$1"/r.db* "$2"; exit $code`
	r := child(t, "fill", filepath.Join(dir, "r.db"), 1000,
		"unshare", "-m", "sh", "-c", script, "sh", dir, copied)
	if r.err != nil && !strings.Contains(r.errs, store.ErrFull.Error()) {
		t.Fatalf("%v: %s", r.err, r.errs)
	}
	at := 0
	for i, line := range r.lines {
		if strings.HasPrefix(line, "full ") {
			at = i
		}
	}
	if at == 0 || at == len(r.lines)-1 {
		t.Errorf("full behind %d of %d records", at, len(r.lines))
	}
	if n := sound(t, filepath.Join(copied, "r.db"), r.kept); n != len(r.kept) {
		t.Errorf("%d records, %d acknowledged", n, len(r.kept))
	}
}

// TestD6ManyProcesses has two programs write, others read, and the log emptied all
// the time.
func TestD6ManyProcesses(t *testing.T) {
	place := filepath.Join(t.TempDir(), "r.db")
	if r := child(t, "add", place, 1); r.err != nil {
		t.Fatal(r.err, r.errs)
	}
	s, err := Open(t.Context(), place)
	if err != nil {
		t.Fatal(err)
	}
	until := time.Now().Add(time.Duration(several(3, 600)) * time.Second)
	var all sync.WaitGroup
	for i := range several(4, 13) {
		all.Go(func() {
			for time.Now().Before(until) {
				task := "read"
				if i == 0 {
					task = "add"
				}
				if r := child(t, task, place, documents); r.err != nil {
					t.Errorf("%s: %v: %s", task, r.err, r.errs)
					return
				}
			}
		})
	}
	storms := 0
	for ; time.Now().Before(until); storms++ {
		const empty = `PRAGMA wal_checkpoint(TRUNCATE)`
		if _, err := s.writer.ExecContext(t.Context(), empty); err != nil && !errors.Is(fault(err, ""), store.ErrBusy) {
			t.Error(err)
		}
		time.Sleep(50 * time.Millisecond)
	}
	all.Wait()
	closed(t, s)
	for range several(2, 20) {
		sound(t, place, []int{0, documents - 1})
	}
	soundToOthers(t, place)
	t.Logf("the log was emptied %d times", storms)
}

// TestD9BackupDrill makes copies while records come. Each is whole and has the
// records up to some moment.
func TestD9BackupDrill(t *testing.T) {
	dir := t.TempDir()
	place := filepath.Join(dir, "r.db")
	if r := child(t, "add", place, 1); r.err != nil {
		t.Fatal(r.err, r.errs)
	}
	var writer sync.WaitGroup
	writer.Go(func() {
		if r := child(t, several("add", "drip"), place, several(60, 1200)); r.err != nil {
			t.Errorf("%v: %s", r.err, r.errs)
		}
	})
	s, err := Open(t.Context(), place)
	if err != nil {
		t.Fatal(err)
	}
	before := 1
	for i := range several(3, 30) {
		next := time.After(time.Duration(several(20, 10_000)) * time.Millisecond)
		copied := filepath.Join(dir, strconv.Itoa(i)+".db")
		if err := s.Backup(t.Context(), copied); err != nil {
			t.Fatal(err)
		}
		n := versionsIn(t, copied)
		if n < before { // none of those before is missing
			t.Errorf("copy %d has %d records, the one before %d", i, n, before)
		}
		first := make([]int, n)
		for k := range first {
			first[k] = k
		}
		sound(t, copied, first)
		before = n
		<-next
	}
	writer.Wait()
	closed(t, s)
	t.Logf("the last copy has %d records", before)
}

// versionsIn returns how many records a file has.
func versionsIn(t *testing.T, place string) int {
	t.Helper()
	s, err := Open(t.Context(), place)
	if err != nil {
		t.Fatal(err)
	}
	defer closed(t, s)
	stats, err := s.Stats(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return stats.Versions
}

// TestD9ACopyIsOnTheDiskWhenItIsSaid reads a trace: before it is said that there
// is a copy its bytes are synced, then it gets its name, then the folder is synced.
func TestD9ACopyIsOnTheDiskWhenItIsSaid(t *testing.T) {
	needs(t, "strace", "-o", os.DevNull, "true")
	dir := t.TempDir()
	place := filepath.Join(dir, "r.db")
	if r := child(t, "add", place, 2); r.err != nil {
		t.Fatal(r.err, r.errs)
	}
	const calls = "fsync,link,linkat,rename,renameat,renameat2,write"
	_, lines := tracedAt(t, "copy", place, calls)
	steps := []*regexp.Regexp{
		regexp.MustCompile(`fsync\(\d+<[^>]*/r\.db\.copy\.part>\) += 0`),
		regexp.MustCompile(`(link|rename).*r\.db\.copy\.part.*r\.db\.copy"`),
		regexp.MustCompile(`fsync\(\d+<` + regexp.QuoteMeta(dir) + `>\) += 0`),
		regexp.MustCompile(`"copied <nil>`),
	}
	for _, line := range wholeSyncs(lines) {
		if len(steps) > 0 && steps[0].MatchString(line) {
			steps = steps[1:]
		}
	}
	if len(steps) > 0 {
		t.Errorf("in the trace there is not, in its turn, %s:\n%s",
			steps[0], strings.Join(lines, "\n"))
	}
}

// TestD9ACopyThatCannotBeProvedIsNone damages a record; see also TestDamageIsFound.
func TestD9ACopyThatCannotBeProvedIsNone(t *testing.T) {
	place := filepath.Join(t.TempDir(), "r.db")
	if r := child(t, "add", place, 2); r.err != nil {
		t.Fatal(r.err, r.errs)
	}
	run(t, place, `UPDATE record SET json = substr(json, 1, length(json) - 1) || x'2b' WHERE id = 1`)
	s, err := Open(t.Context(), place)
	if err != nil {
		t.Fatal(err)
	}
	defer closed(t, s)
	if err := s.Backup(t.Context(), place+".copy"); !errors.Is(err, store.ErrDamaged) {
		t.Errorf("error %v", err)
	}
}
