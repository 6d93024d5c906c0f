package rows

import (
	"context"
	"database/sql"
	"path/filepath"
	"strings"
	"testing"

	_ "modernc.org/sqlite"

	"readout/internal/keeping/store"
	"readout/internal/keeping/store/sqlite/schema"
	"readout/internal/language/edtf"
)

// writer returns one on an empty file.
func writer(t *testing.T) *Writer {
	t.Helper()
	db, err := sql.Open("sqlite", filepath.Join(t.TempDir(), "r.db"))
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Migrate(t.Context(), db); err != nil {
		t.Fatal(err)
	}
	ctx := context.WithoutCancel(t.Context()) // it ends before what is cleaned up
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	b := New(ctx, tx)
	t.Cleanup(func() {
		if err := b.Finish(); err != nil {
			t.Error(err)
		}
		if err := tx.Rollback(); err != nil {
			t.Error(err)
		}
		db.Close()
	})
	return b
}

var someDay = store.When{Dated: true, First: edtf.DayOf(2024, 3, 1), Last: edtf.DayOf(2024, 3, 1)}

func TestNumbersOfADayFollowEachOther(t *testing.T) {
	b := writer(t)
	first, _ := dayOf(someDay).Numbers()
	for n := range int64(3) {
		for _, table := range []numbering{statementRows, eventRows} { // each has its own
			if got, err := b.number(table, dayOf(someDay)); got != first+n || err != nil {
				t.Errorf("%d, %v, want %d", got, err, first+n)
			}
		}
	}
	if got, err := b.number(statementRows, dayOf(store.When{})); err != nil || got <= first+3 {
		t.Errorf("without a day: %d, %v", got, err)
	}
}

// TestANumberWithWordsIsNotGivenAgain: what is taken out of an index of words would be
// taken from another row.
func TestANumberWithWordsIsNotGivenAgain(t *testing.T) {
	b := writer(t)
	first, _ := dayOf(someDay).Numbers()
	if err := b.taken(statementRows, []int64{first + 5, first + 2}); err != nil {
		t.Fatal(err)
	}
	if got, err := b.number(statementRows, dayOf(someDay)); got != first+6 || err != nil {
		t.Errorf("%d, %v, want %d", got, err, first+6)
	}
	if got, err := b.number(eventRows, dayOf(someDay)); got != first || err != nil {
		t.Errorf("of another table: %d, %v, want %d", got, err, first)
	}
}

func TestADayThatIsFullSaysSo(t *testing.T) {
	b := writer(t)
	_, end := dayOf(someDay).Numbers()
	if err := b.taken(statementRows, []int64{end - 2}); err != nil {
		t.Fatal(err)
	}
	if got, err := b.number(statementRows, dayOf(someDay)); got != end-1 || err != nil {
		t.Errorf("%d, %v, want %d", got, err, end-1)
	}
	if _, err := b.number(statementRows, dayOf(someDay)); err == nil || !strings.Contains(err.Error(), "16777216 rows") {
		t.Errorf("error %v", err)
	}
}
