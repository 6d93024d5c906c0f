// Package rows writes the rows of records into the tables of package schema, and
// takes them out again.
//
// A record has a thousand rows. They are written by few statements, prepared once
// in a transaction, under ids that are counted here; what is written when, and
// why, stands at [Writer]. A Writer is for one goroutine and one transaction.
package rows

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"readout/internal/keeping/alias"
	"readout/internal/keeping/query"
)

// A Writer writes rows in one transaction. It counts ids itself and prepares each
// statement once, since asking for each row costs more than keeping it.
type Writer struct {
	ctx      context.Context
	tx       *sql.Tx
	prepared map[string]*sql.Stmt
	last     map[string]int64      // ids given so far, by the query that began them
	numbers  map[numberedDay]int64 // the next ones, see number
	names    map[string]int64      // ids of folded names
	entities map[string]*entity    // by key
	roles    map[role]int64
	late     late               // see settle
	pending  []heap             // of the full-text indexes, see words
	stale    map[string]wording // see Unindex
	aliases  *alias.Aliases     // see Aliases
}

type role struct {
	kind query.Kind
	key  query.Key
}

// New returns a Writer for a transaction that nobody else writes to until
// [Writer.Finish].
func New(ctx context.Context, tx *sql.Tx) *Writer {
	return &Writer{
		ctx: ctx, tx: tx, prepared: map[string]*sql.Stmt{},
		last: map[string]int64{}, numbers: map[numberedDay]int64{}, names: map[string]int64{},
		entities: map[string]*entity{}, roles: map[role]int64{},
	}
}

// Finish writes what waits and gives the statements back; the transaction is to be
// committed then.
func (b *Writer) Finish() error {
	err := b.settleAll()
	for _, statement := range b.prepared {
		err = errors.Join(err, statement.Close())
	}
	return err
}

// statement prepares SQL at its first use.
func (b *Writer) statement(text string) (*sql.Stmt, error) {
	if s, ok := b.prepared[text]; ok {
		return s, nil
	}
	s, err := b.tx.PrepareContext(b.ctx, text)
	if err == nil {
		b.prepared[text] = s
	}
	return s, err
}

// Exec runs a statement.
func (b *Writer) Exec(text string, args ...any) error {
	s, err := b.statement(text) //nolint:sqlclosecheck // Finish closes it
	if err == nil {
		_, err = s.ExecContext(b.ctx, args...)
	}
	return err
}

// Row reads the one row that is found; the error is sql.ErrNoRows when none is.
func (b *Writer) Row(text string, args []any, into ...any) error {
	s, err := b.statement(text) //nolint:sqlclosecheck // Finish closes it
	if err != nil {
		return err
	}
	return s.QueryRowContext(b.ctx, args...).Scan(into...)
}

// Exists reports whether a query finds a row.
func (b *Writer) Exists(text string, args ...any) (bool, error) {
	var one int
	err := b.Row(text, args, &one)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, err
}

// Each reads the rows that are found; their columns are scanned to into before do
// is called.
func (b *Writer) Each(text string, args, into []any, do func()) error {
	rows, err := b.Query(b.ctx, text, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return err
		}
		do()
	}
	return rows.Err()
}

// Query asks; what is found is to be closed before [Writer.Finish].
func (b *Writer) Query(
	ctx context.Context, text string, args ...any,
) (*sql.Rows, error) {
	s, err := b.statement(text) //nolint:sqlclosecheck // Finish closes it
	if err != nil {
		return nil, err
	}
	return s.QueryContext(ctx, args...)
}

// ID returns the next id of the table whose last one the query asks for. Nobody
// else gives ids while this transaction has the file.
func (b *Writer) ID(last string) (int64, error) {
	if err := b.ask(last); err != nil {
		return 0, err
	}
	b.last[last]++
	return b.last[last], nil
}

// ask has ids be given behind those of the rows that stand now.
func (b *Writer) ask(last string) error {
	if _, asked := b.last[last]; asked {
		return nil
	}
	var id int64
	if err := b.Row(last, nil, &id); err != nil {
		return err
	}
	b.last[last] = id
	return nil
}

// A heap is rows that wait to be inserted together.
type heap struct {
	insert string // of one row
	words  bool   // into a full-text index
	args   []any
	rows   int
}

// sizes are the chunks that it is inserted in.
func (h *heap) sizes() []int {
	if h.words {
		return []int{1}
	}
	return []int{64, 8, 1} // few statements are prepared for any number of rows
}

func (h *heap) add(args ...any) {
	h.args = append(h.args, args...)
	h.rows++
}

// flush inserts what waits.
func (b *Writer) flush(h *heap) error {
	if h.rows == 0 {
		return nil
	}
	width, args := len(h.args)/h.rows, h.args
	if h.words {
		args = byRow(args, width)
	}
	for _, n := range h.sizes() {
		text := times(h.insert, n)
		for ; len(args) >= n*width; args = args[n*width:] {
			if err := b.Exec(text, args[:n*width]...); err != nil {
				return err
			}
		}
	}
	h.args, h.rows = h.args[:0], 0
	return nil
}

// byRow sorts the words of rows by what they are called: FTS5 begins a new part of the
// index with each row that comes before the last.
func byRow(args []any, width int) []any {
	rows := slices.Collect(slices.Chunk(args, width))
	slices.SortStableFunc(rows, func(a, b []any) int { return cmp.Compare(a[0].(int64), b[0].(int64)) })
	return slices.Concat(rows...)
}

// times returns an INSERT of one row as one of n rows.
func times(insert string, n int) string {
	const values = "VALUES "
	row := insert[strings.LastIndex(insert, values)+len(values):]
	return insert + strings.Repeat(", "+row, n-1)
}

// words has a row inserted into a full-text index, one of a statement, when all
// tables are written: whenever a statement begins that SQLite may have to take
// back alone, as one of many rows is, FTS5 writes what it has gathered as a new
// part of the index, which are to be merged again.
func (b *Writer) words(insert string, args ...any) {
	for i := range b.pending {
		if b.pending[i].insert == insert {
			b.pending[i].add(args...)
			return
		}
	}
	h := heap{insert: insert, words: true}
	h.add(args...)
	b.pending = append(b.pending, h)
}

// mostWaiting rows are held in memory, some thirty megabytes of three hundred documents:
// more than a transaction of `readout add` has.
const mostWaiting = 80_000

// relieve writes what waits when it is much.
func (b *Writer) relieve() error {
	waiting := b.late.rows()
	for i := range b.pending {
		waiting += b.pending[i].rows
	}
	if waiting < mostWaiting {
		return nil
	}
	return b.settleAll()
}

// settleAll inserts all rows that wait.
func (b *Writer) settleAll() error {
	if err := b.settle(); err != nil {
		return err
	}
	for i := range b.pending {
		if err := b.flush(&b.pending[i]); err != nil {
			return err
		}
	}
	return nil
}

// nameIDs has the id of every name in b.names.
func (b *Writer) nameIDs(names []string) error {
	const known = `
		SELECT id, folded FROM name
		WHERE folded IN (SELECT value FROM json_each(?))`
	const last = `SELECT ifnull(max(id), 0) FROM name`
	missing := lacking(b.names, names)
	if len(missing) == 0 {
		return nil
	}
	var id int64
	var folded string
	err := b.Each(known, []any{array(missing)}, []any{&id, &folded}, func() { b.names[folded] = id })
	if err != nil {
		return err
	}
	for _, folded := range lacking(b.names, missing) {
		if id, err = b.ID(last); err != nil {
			return err
		}
		b.names[folded] = id
		b.late.names = append(b.late.names, nameRow{folded, id})
		b.words(nameWords, id, folded)
	}
	return nil
}

// roleID returns the id of a role, which is made at its first use.
func (b *Writer) roleID(r role) (int64, error) {
	const kept = `SELECT id FROM role WHERE kind = ? AND key = ?`
	const last = `SELECT ifnull(max(id), 0) FROM role`
	const insert = `INSERT INTO role (id, kind, key) VALUES (?, ?, ?)`
	id, ok := b.roles[r]
	if ok {
		return id, nil
	}
	err := b.Row(kept, []any{r.kind.String(), r.key.String()}, &id)
	if errors.Is(err, sql.ErrNoRows) {
		if id, err = b.ID(last); err == nil {
			err = b.Exec(insert, id, r.kind.String(), r.key.String())
		}
	}
	if err == nil {
		b.roles[r] = id
	}
	return id, err
}

// lacking returns the keys that a map has not, each once.
func lacking[V any](m map[string]V, keys []string) []string {
	var out []string
	for _, key := range keys {
		if _, ok := m[key]; !ok {
			out = append(out, key)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// array writes texts as JSON, which is one argument whatever their number.
func array(texts []string) string {
	data, _ := json.Marshal(texts) // texts always are JSON
	return string(data)
}
