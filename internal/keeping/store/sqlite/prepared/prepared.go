// Package prepared keeps statements of SQL that were asked for lately, so that they are
// read and planned once on each connection: that takes SQLite a millisecond, longer
// than most of them take to be answered.
package prepared

import (
	"container/list"
	"context"
	"database/sql"
	"sync"
)

// Statements are those of one pool of connections, for many goroutines.
type Statements struct {
	db    *sql.DB
	most  int
	mu    sync.Mutex
	order *list.List // of *statement, the one asked for last in front
	texts map[string]*list.Element
}

// A statement knows who is about to ask it.
type statement struct {
	*sql.Stmt
	text string
	uses int
	old  bool // made place: whoever uses it last closes it
}

// New returns a place for at most so many statements; the one that nobody asked for
// longest makes place.
func New(db *sql.DB, most int) *Statements {
	return &Statements{db: db, most: most, order: list.New(), texts: map[string]*list.Element{}}
}

// Query asks. What is found stays readable whatever becomes of the statement.
func (p *Statements) Query(ctx context.Context, text string, args ...any) (*sql.Rows, error) {
	s, err := p.take(ctx, text)
	if err != nil {
		return nil, err
	}
	defer p.give(s)
	return s.QueryContext(ctx, args...) //nolint:sqlclosecheck // who asks closes what is found
}

// Within asks in a transaction. It takes no other connection, for which those who hold
// one each would wait for each other: what is not kept is read for this time alone. To
// keep it is for [Statements.Keep], once the transaction has ended.
func (p *Statements) Within(
	ctx context.Context, tx *sql.Tx, text string, args ...any,
) (rows *sql.Rows, kept bool, err error) {
	s := p.find(text)
	if s == nil {
		rows, err = tx.QueryContext(ctx, text, args...) //nolint:sqlclosecheck // as above
		return rows, false, err
	}
	defer p.give(s)
	rows, err = tx.StmtContext(ctx, s.Stmt).QueryContext(ctx, args...) //nolint:sqlclosecheck // as above
	return rows, true, err
}

// Keep prepares statements for the next time.
func (p *Statements) Keep(ctx context.Context, texts ...string) {
	for _, text := range texts {
		s, err := p.take(ctx, text)
		if err != nil {
			return // next time, then
		}
		p.give(s)
	}
}

// take returns the statement of a text, which is to be given back.
func (p *Statements) take(ctx context.Context, text string) (*statement, error) {
	if s := p.find(text); s != nil {
		return s, nil
	}
	made, err := p.db.PrepareContext(ctx, text)
	if err != nil {
		return nil, err
	}
	s := &statement{Stmt: made, text: text, uses: 1}
	p.keep(s)
	return s, nil
}

func (p *Statements) find(text string) *statement {
	p.mu.Lock()
	defer p.mu.Unlock()
	at := p.texts[text]
	if at == nil {
		return nil
	}
	p.order.MoveToFront(at)
	s := at.Value.(*statement)
	s.uses++
	return s
}

// keep puts a statement in front, in the place of one of the same text that another
// made meanwhile, or of the last.
func (p *Statements) keep(s *statement) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if at := p.texts[s.text]; at != nil {
		p.drop(at)
	}
	p.texts[s.text] = p.order.PushFront(s)
	if len(p.texts) > p.most {
		p.drop(p.order.Back())
	}
}

func (p *Statements) drop(at *list.Element) {
	s := p.order.Remove(at).(*statement)
	delete(p.texts, s.text)
	s.old = true
	s.closeIdle()
}

func (p *Statements) give(s *statement) {
	p.mu.Lock()
	defer p.mu.Unlock()
	s.uses--
	s.closeIdle()
}

// closeIdle closes a statement that has made place, once nobody uses it. That it
// cannot be closed means that its connection is closed.
func (s *statement) closeIdle() {
	if s.old && s.uses == 0 {
		_ = s.Close()
	}
}
