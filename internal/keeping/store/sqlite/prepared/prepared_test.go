package prepared

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	_ "modernc.org/sqlite" // the driver
)

func opened(t *testing.T) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	return db
}

func asked(t *testing.T, p *Statements, text string) int {
	t.Helper()
	rows, err := p.Query(t.Context(), text)
	if err != nil {
		t.Error(err)
		return 0
	}
	defer rows.Close()
	n := 0
	for rows.Next() {
		if err := rows.Scan(&n); err != nil {
			t.Error(err)
		}
	}
	if err := rows.Err(); err != nil {
		t.Error(err)
	}
	return n
}

func TestStatementsAreReadOnceAndTheOldestMakePlace(t *testing.T) {
	p := New(opened(t), 2)
	made := map[string]*statement{}
	for _, c := range []struct {
		n   int
		new bool
	}{{1, true}, {2, true}, {1, false}, {3, true}, {1, false}, {2, true}} {
		text := fmt.Sprintf("SELECT %d", c.n)
		if got := asked(t, p, text); got != c.n {
			t.Errorf("%s: %d", text, got)
		}
		now := p.texts[text].Value.(*statement)
		if isNew := now != made[text]; isNew != c.new {
			t.Errorf("%s: prepared anew %t, want %t", text, isNew, c.new)
		}
		made[text] = now
	}
	if len(p.texts) != 2 || p.order.Len() != 2 {
		t.Errorf("%d and %d are kept, want 2", len(p.texts), p.order.Len())
	}
	if err := made["SELECT 3"].QueryRowContext(t.Context()).Scan(new(int)); err == nil {
		t.Error("what made place can still be asked")
	}
	if _, err := p.Query(t.Context(), "SELEC"); err == nil || len(p.texts) != 2 { //nolint:rowserrcheck,sqlclosecheck // there are none
		t.Errorf("what is no SQL is kept, with error %v", err)
	}
}

func TestRowsOutliveTheirStatement(t *testing.T) {
	p := New(opened(t), 1)
	rows, err := p.Query(t.Context(), "SELECT value FROM json_each('[1,2,3]')")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	asked(t, p, "SELECT 1")
	n := 0
	for rows.Next() {
		n++
	}
	if n != 3 || rows.Err() != nil {
		t.Errorf("%d rows, %v", n, rows.Err())
	}
}

func TestManyAskMoreThanIsKept(t *testing.T) {
	p := New(opened(t), 3)
	var all sync.WaitGroup
	for i := range 16 {
		all.Go(func() {
			for k := range 50 {
				n := (i + k) % 7
				if got := asked(t, p, fmt.Sprintf("SELECT %d", n)); got != n {
					t.Errorf("SELECT %d: %d", n, got)
				}
			}
		})
	}
	all.Wait()
	for _, at := range p.texts {
		if s := at.Value.(*statement); s.uses != 0 || s.old {
			t.Errorf("%s: %d uses, old %t", s.text, s.uses, s.old)
		}
	}
}

// TestATransactionNeedsItsOwnConnectionAlone: with as many transactions as there are
// connections each would else wait for one of the others to end.
func TestATransactionNeedsItsOwnConnectionAlone(t *testing.T) {
	db := opened(t)
	db.SetMaxOpenConns(1)
	p := New(db, 4)
	const text = "SELECT 7"
	for _, want := range []bool{false, true} {
		ctx, stop := context.WithTimeout(t.Context(), 10*time.Second)
		defer stop()
		tx, err := db.BeginTx(ctx, nil)
		if err != nil {
			t.Fatal(err)
		}
		rows, kept, err := p.Within(ctx, tx, text)
		if err != nil || kept != want {
			t.Fatalf("kept %t, want %t; %v", kept, want, err)
		}
		n := 0
		for rows.Next() {
			if err := rows.Scan(&n); err != nil {
				t.Error(err)
			}
		}
		if err := errors.Join(rows.Err(), rows.Close(), tx.Rollback()); err != nil || n != 7 { //nolint:sqlclosecheck // before the transaction ends
			t.Errorf("%d, %v", n, err)
		}
		p.Keep(ctx, text)
	}
	p.Keep(t.Context(), "SELEC", text)
	if len(p.texts) != 1 {
		t.Errorf("%d statements are kept, want 1", len(p.texts))
	}
}
