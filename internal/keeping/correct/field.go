package correct

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"readout/internal/config"
	"readout/internal/keeping/query"
	"readout/record"
)

// A field is one that can be corrected.
type field struct {
	name   string // as it is typed, and as filters have it
	key    string // in the record
	part   string // of what is due; "" for the whole value of the key
	needed bool   // an item without it is none
	read   func(s *subject, typed string) (any, error)
}

// kinds has the fields of each kind of item.
var kinds = map[byte][]field{
	record.KindStatement: {
		{"speaker", "speaker", "", false, arg},
		{"cue", "cue", "", false, mark},
		{"content", "content", "", true, content},
		{"form", "form", "", true, word(query.KeyForm)},
		{"act", "act", "", false, word(query.KeyAct)},
		{"polarity", "polarity", "", false, word(query.KeyPolarity)},
		{"certainty", "certainty", "", false, word(query.KeyCertainty)},
		{"addressee", "addressees", "", false, args},
		{"about", "about", "", false, entities},
		{"said", "said", "", false, said},
		{"place", "place", "", false, arg},
		{"due", "due", "time", false, due},
		{"condition", "due", "condition", false, condition},
	},
	record.KindEvent: {
		{"event", "type", "", true, word(query.KeyEvent)},
		{"trigger", "trigger", "", true, mark},
		{"status", "status", "", true, word(query.KeyStatus)},
		{"certainty", "certainty", "", true, word(query.KeyCertainty)},
		{"actor", "actors", "", false, args},
		{"recipient", "recipients", "", false, args},
		{"time", "time", "", false, timeOf},
		{"place", "place", "", false, arg},
		{"mode", "modes", "", false, list},
		{"context", "contexts", "", false, list},
	},
	record.KindEntity: {
		{"name", "name", "", true, plain},
		{"type", "type", "", true, entityType},
		{"country", "country", "", false, country},
	},
	'd': {
		{"title", "title", "", false, plain},
		{"publisher", "publisher", "", false, plain},
		{"author", "authors", "", false, list},
		{"published", "published", "", false, plain},
		{"lang", "language", "", true, plain},
		{"genre", "genre", "", false, word(query.KeyGenre)},
	},
}

// word reads a word of the vocabulary of a filter.
func word(key query.Key) func(*subject, string) (any, error) {
	return func(_ *subject, typed string) (any, error) { return oneOf(typed, key.Words()) }
}

func oneOf(typed string, words []string) (any, error) {
	for _, w := range words {
		if strings.EqualFold(w, typed) {
			return w, nil
		}
	}
	return nil, fmt.Errorf("no such word %q; nearest: %s; one of %s",
		typed, config.Nearest(typed, words), strings.Join(words, ", "))
}

func entityType(_ *subject, typed string) (any, error) {
	var words []string
	for t := record.EntityType(1); ; t++ {
		if _, err := record.ParseEntityType(t.String()); err != nil {
			return oneOf(typed, words)
		}
		words = append(words, t.String())
	}
}

// country reads a code as the filter does.
func country(_ *subject, typed string) (any, error) {
	var q query.Query
	if err := q.Set(query.KeyCountry.String(), typed); err != nil {
		return nil, err
	}
	if len(q.Filters) != 1 || len(q.Filters[0].Values) != 1 {
		return nil, fmt.Errorf("%q: want one country", typed)
	}
	return q.Filters[0].Values[0], nil
}

func plain(_ *subject, typed string) (any, error) { return typed, nil }

func list(_ *subject, typed string) (any, error) { return several(typed), nil }

// several parts what stands between semicolons.
func several(typed string) []string {
	var parts []string
	for part := range strings.SplitSeq(typed, ";") {
		if part = unquoted(strings.TrimSpace(part)); part != "" {
			parts = append(parts, part)
		}
	}
	return parts
}

func mark(s *subject, typed string) (any, error) {
	span, err := s.find(typed)
	return record.Mark{Span: s.kept(span), Exact: s.cut(span)}, err
}

func arg(s *subject, typed string) (any, error) {
	span, err := s.find(typed)
	if err != nil {
		return nil, err
	}
	kept := s.kept(span)
	return record.Arg{Entity: s.entityIn(span), Span: &kept, Exact: s.cut(span)}, nil
}

func args(s *subject, typed string) (any, error) {
	var all []any
	for _, words := range several(typed) {
		one, err := arg(s, words)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, nil
}

// pieceMark stands between the pieces of a content, as in its text.
const pieceMark = " … "

// content reads one or more pieces, in the order of the text.
func content(s *subject, typed string) (any, error) {
	var c record.Content
	var parts []string
	for words := range strings.SplitSeq(typed, pieceMark) {
		span, err := s.find(words)
		if err != nil {
			return nil, err
		}
		c.Spans = append(c.Spans, s.kept(span))
		parts = append(parts, s.cut(span))
		c.Quoted = append(c.Quoted, s.quotedIn(span)...)
	}
	if first, _ := s.find(strings.Split(typed, pieceMark)[0]); first.Start != s.at {
		return nil, errors.New("it must begin where it does, since the id is made of that; " +
			"reject the statement instead")
	}
	c.Text = strings.Join(parts, pieceMark)
	return c, nil
}

// entities reads names of entities of the document.
func entities(s *subject, typed string) (any, error) {
	var ids, names []string
	for _, e := range s.r.Entities {
		names = append(names, e.Name)
	}
	for _, name := range several(typed) {
		id := s.entityNamed(name)
		if id == nil {
			return nil, fmt.Errorf("no entity of the document is called %q; "+
				"nearest: %s",
				name, config.Nearest(name, names))
		}
		ids = append(ids, *id)
	}
	return ids, nil
}

// timeOf reads the words of a time of the document, or its id.
func timeOf(s *subject, typed string) (any, error) {
	words, nth := numbered(typed)
	best, n := -1, 0
	var known []string
	for i, t := range s.r.Times {
		known = append(known, t.Exact)
		if t.ID == words {
			return t.ID, nil
		}
		if t.Exact != words {
			continue
		}
		n++
		if n == nth {
			return t.ID, nil
		}
		if best < 0 || distance(t.Span, s.at) < distance(s.r.Times[best].Span, s.at) {
			best = i
		}
	}
	if best >= 0 && nth == 0 {
		return s.r.Times[best].ID, nil
	}
	if len(known) == 0 {
		return nil, fmt.Errorf("no time %q: none was read in the text", typed)
	}
	return nil, fmt.Errorf("no time %q was read in the text; nearest: %s",
		typed, config.Nearest(typed, known))
}

func said(s *subject, typed string) (any, error) {
	if typed == record.Published {
		return record.Said{Time: record.Published, Basis: record.BasisPublished}, nil
	}
	id, err := timeOf(s, typed)
	if err != nil {
		return nil, err
	}
	return record.Said{Time: id.(string), Basis: record.BasisText}, nil
}

func due(s *subject, typed string) (any, error) {
	id, err := timeOf(s, typed)
	if err != nil {
		return nil, err
	}
	whole, err := s.due()
	whole.Time = id.(string)
	return whole, err
}

func condition(s *subject, typed string) (any, error) {
	span, err := s.find(typed)
	if err != nil {
		return nil, err
	}
	whole, err := s.due()
	whole.Condition = &record.Mark{Span: s.kept(span), Exact: s.cut(span)}
	return whole, err
}

// due returns what is due so far, in the unit of the record as it is kept.
func (s *subject) due() (record.Due, error) {
	var whole record.Due
	old := s.has["due"]
	if old == nil {
		return whole, nil
	}
	if err := json.Unmarshal(old, &whole); err != nil {
		return whole, err
	}
	if c := whole.Condition; c != nil {
		c.Span = s.kept(c.Span)
	}
	return whole, nil
}
