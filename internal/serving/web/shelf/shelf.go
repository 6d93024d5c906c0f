// Package shelf keeps what was made from a database at some cost, until something
// is written there.
//
// A Shelf is for many goroutines. What lies on it is shared by all who ask, so
// nobody may change it.
//
// Limits: what two ask for at the same moment is made twice.
package shelf

import (
	"container/list"
	"sync"
)

// A Shelf holds things by their names.
type Shelf[T any] struct {
	most  int
	mu    sync.Mutex
	state string     // of the database that all was made from
	order *list.List // of *labelled[T], the one asked for last in front
	named map[string]*list.Element
}

type labelled[T any] struct {
	name  string
	thing T
}

// New returns a shelf for at most so many things; the one that nobody asked for
// longest makes place.
func New[T any](most int) *Shelf[T] {
	return &Shelf[T]{most: most, order: list.New(), named: map[string]*list.Element{}}
}

// Of returns the thing of a name in a state of the database, made now if it does
// not lie here. What is made must have been read in this state or a later one; an
// error is not kept.
func (s *Shelf[T]) Of(state, name string, make func() (T, error)) (T, error) {
	if thing, ok := s.find(state, name); ok {
		return thing, nil
	}
	thing, err := make()
	if err == nil {
		s.keep(state, name, thing)
	}
	return thing, err
}

func (s *Shelf[T]) find(state, name string) (thing T, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	at := s.named[name]
	if at == nil || s.state != state {
		return thing, false
	}
	s.order.MoveToFront(at)
	return at.Value.(*labelled[T]).thing, true
}

func (s *Shelf[T]) keep(state, name string, thing T) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.state != state {
		s.state = state
		s.order.Init()
		clear(s.named)
	}
	if at := s.named[name]; at != nil {
		at.Value.(*labelled[T]).thing = thing
		return
	}
	s.named[name] = s.order.PushFront(&labelled[T]{name, thing})
	if len(s.named) > s.most {
		last := s.order.Remove(s.order.Back()).(*labelled[T])
		delete(s.named, last.name)
	}
}
