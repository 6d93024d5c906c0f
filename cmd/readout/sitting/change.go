package sitting

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strings"

	"readout/internal/keeping/correct"
	"readout/internal/keeping/query"
	"readout/internal/keeping/search"
	"readout/internal/keeping/store"
	"readout/internal/keeping/wording"
	"readout/record"
)

// help says what the keys do and what the fields of the item are.
func (s *Sitting) help(r *record.Record) error {
	s.say(`
a  it is right as it stands
r  it is wrong: nobody says this here
u  it cannot be told: it stays open,
   with your name
n  go on, leave it open
e  correct a field: polarity=denied,
   speaker=Rishi Sunak (words of the
   text; #2 for the second time),
   due= (nothing)
s  who speaks is called otherwise
   elsewhere: join the names
z  undo the last decision
q  end; all decisions are kept`)
	return s.fields(r)
}

// fields lists what can be corrected.
func (s *Sitting) fields(r *record.Record) error {
	_, item := search.Parts(s.items[s.at])
	fields, err := correct.Fields(r, item)
	if err != nil {
		return err
	}
	s.say("")
	for _, f := range fields {
		s.say("  %s=%s", f.Name, wording.OneLine(f.Value))
	}
	return nil
}

// edit corrects one field and reports whether the item has changed.
func (s *Sitting) edit(ctx context.Context, r *record.Record) (bool, error) {
	if err := s.fields(r); err != nil {
		return false, err
	}
	typed, err := s.ask("field=value: ")
	if err != nil || typed == "" {
		return false, err
	}
	_, item := search.Parts(s.items[s.at])
	d, err := correct.Parse(r, item, typed)
	if err == nil {
		s.Sign(&d)
		d, err = s.Store.Decide(ctx, d)
	}
	if err != nil {
		return false, s.refused(err)
	}
	s.decided(d, "corrected", fmt.Sprintf("%s: %s → %s", d.Field, correct.Words(d.Old), correct.Words(d.New)))
	return true, nil
}

// same joins the name of who speaks or acts with another one.
func (s *Sitting) same(ctx context.Context, r *record.Record) error {
	who, ok := subjectOf(r)
	if !ok {
		s.say("nobody is named here whose name could be joined with another")
		return nil
	}
	typed, err := s.ask(wording.OneLine(who.Text) + ", in all documents, is the same as: ")
	if err != nil || typed == "" {
		return err
	}
	d, err := Same(ctx, s.Store, store.EntityKey(who), store.Name{Type: who.Type, Text: typed})
	if err == nil {
		s.Sign(&d)
		d, err = s.Store.Join(ctx, d)
	}
	if err != nil {
		return s.refused(err)
	}
	s.decided(d, "joined", who.Text+" is "+typed)
	return nil
}

// subjectOf returns the name of the entity that speaks, or that acts first.
func subjectOf(r *record.Record) (store.Name, bool) {
	var args []record.Arg
	for i := range r.Statements {
		if r.Statements[i].Speaker != nil {
			args = append(args, *r.Statements[i].Speaker)
		}
	}
	for _, e := range r.Events {
		args = append(args, e.Actors...)
	}
	for _, a := range args {
		for _, e := range r.Entities {
			if a.Entity != nil && *a.Entity == e.ID {
				return store.Name{Type: e.Type, Text: e.Name}, true
			}
		}
	}
	return store.Name{}, false
}

// Same returns the decision that an entity is the one of another name, which must
// be kept under it. Its error names those that may have been meant.
func Same(
	ctx context.Context, s store.Reader, key string, same store.Name,
) (store.Decision, error) {
	_, err := s.Entity(ctx, store.EntityKey(same))
	if err == nil {
		d, err := store.Joined(same, same)
		d.Item = key
		return d, err
	}
	if !errors.Is(err, store.ErrNotFound) {
		return store.Decision{}, err
	}
	return store.Decision{}, unknown(ctx, s, same)
}

// unknown says that nobody is kept under a name, and who may have been meant: who
// bears all of it, else its last word.
func unknown(ctx context.Context, s store.Reader, name store.Name) error {
	words := strings.Fields(query.Fold(name.Text))
	for _, some := range [][]string{words, words[max(0, len(words)-1):]} {
		var near []string
		for row, err := range bearing(ctx, s, some, "limit:5") {
			if err != nil {
				return err
			}
			near = append(near, row.Entity.Name+" ("+row.Entity.Type.String()+")")
		}
		if len(near) > 0 {
			return fmt.Errorf("no %s called %q is kept; nearest: %s", name.Type, name.Text, near)
		}
	}
	return fmt.Errorf("no %s called %q is kept; find --entities lists who is", name.Type, name.Text)
}

// bearing finds the entities in whose names folded words stand side by side.
func bearing(
	ctx context.Context, s store.Reader, words []string, filter string,
) iter.Seq2[store.Row, error] {
	q, err := query.Parse("kind:entities sort:relevance " + filter)
	if err == nil {
		err = q.Set("q", `"`+strings.Join(words, " ")+`"`)
	}
	if err != nil {
		return func(yield func(store.Row, error) bool) { yield(store.Row{}, err) }
	}
	return s.Find(ctx, q, store.Window{})
}

// isKept reports whether somebody is kept under a key, or whoever bears its lone
// name in each document.
func isKept(ctx context.Context, s store.Reader, key, folded string) (bool, error) {
	_, err := s.Entity(ctx, key)
	if !errors.Is(err, store.ErrNotFound) {
		return err == nil, err
	}
	for row, err := range bearing(ctx, s, strings.Fields(folded), "") {
		if err != nil || strings.HasPrefix(row.Entity.Key, key+"/") {
			return err == nil, err
		}
	}
	return false, nil
}

// Typed is [Same] for an entity as find --entities has it; a lone name is joined in all
// documents.
func Typed(
	ctx context.Context, s store.Reader, entity, name string,
) (store.Decision, error) {
	key := strings.SplitN(entity, "/", 3)
	kind, err := record.ParseEntityType(key[0])
	if err != nil {
		return store.Decision{}, fmt.Errorf("--same %s: want an entity as find --entities "+
			"has it, such as person/sunak: %w", entity, err)
	}
	if query.Fold(name) == "" {
		return store.Decision{}, fmt.Errorf("--same %s: the name is missing; add it "+
			"behind, such as \"Rishi Sunak\"", entity)
	}
	who := store.Name{Type: kind, Text: strings.Join(key[1:min(2, len(key))], "")}
	kept, err := isKept(ctx, s, store.EntityKey(who), query.Fold(who.Text))
	if err == nil && !kept {
		err = unknown(ctx, s, who)
	}
	if err != nil {
		return store.Decision{}, fmt.Errorf("--same %s: %w", entity, err)
	}
	return Same(ctx, s, store.EntityKey(who), store.Name{Type: kind, Text: name})
}
