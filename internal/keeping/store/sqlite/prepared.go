package sqlite

import (
	"container/list"
	"context"
	"database/sql"
	"sync"
)

// keptPrepared is how many statements stay prepared: every form in which a desk
// asks, at some 30 KB for each connection.
const keptPrepared = 64

// A preparer keeps statements that were asked for lately, so that they are read and
// planned once on each connection: that takes a millisecond, longer than most of
// them take to be answered.
type preparer struct {
	db    *sql.DB
	most  int
	mu    sync.Mutex
	order *list.List // of *prepared, the one asked for last in front
	texts map[string]*list.Element
}

// A prepared is a statement, and who is about to ask it.
type prepared struct {
	*sql.Stmt
	text string
	uses int
	old  bool // made place: whoever uses it last closes it
}

func newPreparer(db *sql.DB, most int) *preparer {
	return &preparer{db: db, most: most, order: list.New(), texts: map[string]*list.Element{}}
}

// query asks. What is found stays readable whatever becomes of the statement.
func (p *preparer) query(ctx context.Context, text string, args ...any) (*sql.Rows, error) {
	s, err := p.take(ctx, text)
	if err != nil {
		return nil, err
	}
	rows, err := s.QueryContext(ctx, args...) //nolint:sqlclosecheck // by who asked
	p.give(s)
	return rows, err
}

// take returns the statement of a text, which is to be given back.
func (p *preparer) take(ctx context.Context, text string) (*prepared, error) {
	if s := p.find(text); s != nil {
		return s, nil
	}
	made, err := p.db.PrepareContext(ctx, text)
	if err != nil {
		return nil, err
	}
	s := &prepared{Stmt: made, text: text, uses: 1}
	p.keep(s)
	return s, nil
}

func (p *preparer) find(text string) *prepared {
	p.mu.Lock()
	defer p.mu.Unlock()
	at := p.texts[text]
	if at == nil {
		return nil
	}
	p.order.MoveToFront(at)
	s := at.Value.(*prepared)
	s.uses++
	return s
}

// keep puts a statement in front, in the place of one of the same text that another
// made meanwhile, or of the last.
func (p *preparer) keep(s *prepared) {
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

func (p *preparer) drop(at *list.Element) {
	s := p.order.Remove(at).(*prepared)
	delete(p.texts, s.text)
	s.old = true
	s.closeIdle()
}

func (p *preparer) give(s *prepared) {
	p.mu.Lock()
	defer p.mu.Unlock()
	s.uses--
	s.closeIdle()
}

// closeIdle closes a statement that has made place, once nobody uses it. That it
// cannot be closed means that its connection is closed.
func (s *prepared) closeIdle() {
	if s.old && s.uses == 0 {
		_ = s.Close()
	}
}
