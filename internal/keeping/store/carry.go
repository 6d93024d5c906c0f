package store

import (
	"encoding/json"
	"fmt"
	"slices"

	"readout/record"
)

// Carry has decisions on one version of a document hold on the next one. It
// returns that version, changed by them, and the decisions as they are there;
// next itself is not changed. Both versions have the same text, since the id of a
// document is made of it, so that places in it can be compared.
//
// A decision is carried on where the next version has the same item: a statement
// whose content are the same pieces of the text, an event with the same trigger, a
// citation, time or amount in the same place, an entity that is first named in the
// same place. Of several such statements it is the one with the same cue, of several
// such events the one of the same type; where that leaves more than one in either
// version, it is none of them.
//
// A corrected field is then corrected again. What it points at are items too,
// which must be there; the words that it names are, since the text is. A review,
// which is about the item as a whole, is carried on only where the item, so
// corrected, says the same: a statement the same speaker and polarity, an event the
// same type, status, actors and recipients. Whatever else a reader may see, such as
// its certainty, may have changed.
//
// What is not returned stays with the version on which it was decided; [Lost] tells
// of it.
func Carry(
	prev, next *record.Record, decisions []Decision,
) (*record.Record, []Decision, error) {
	c, err := newCarrier(prev, next)
	if err != nil {
		return nil, nil, err
	}
	for _, reviews := range []bool{false, true} {
		for _, d := range decisions {
			if d.Undone || d.Pipeline != prev.Meta.Pipeline || d.Field == fieldReview != reviews {
				continue
			}
			c.carry(d)
		}
	}
	return c.next, c.carried, nil
}

const fieldReview = "review"

// Lost returns the decisions that hold for an older version of their document and
// were not carried on to the shown one, whose pipeline is given.
func Lost(decisions []Decision, pipeline string) (lost []Decision) {
	carried := map[int64]bool{}
	for _, d := range decisions {
		carried[d.Origin] = true
	}
	for _, d := range decisions {
		if !d.Undone && !carried[d.ID] && d.Document != "" && d.Pipeline != pipeline {
			lost = append(lost, d)
		}
	}
	return lost
}

// A carrier has two versions of a document side by side.
type carrier struct {
	prev, next *record.Record
	ids        map[string]string // of the items that both have
	carried    []Decision
}

func newCarrier(prev, next *record.Record) (*carrier, error) {
	data, err := next.MarshalCanonical()
	if err != nil {
		return nil, err
	}
	c := &carrier{ids: map[string]string{"": ""}}
	if c.next, err = record.Parse(data); err != nil {
		return nil, err
	}
	if c.prev, err = prev.In(next.Offsets); err != nil {
		return nil, fmt.Errorf("document %s: %w", prev.Document.ID, err)
	}
	c.pair()
	return c, nil
}

// pair finds for each item the one of the next version with the same evidence: the
// narrowest first, and a wider one for what is left, so that nothing is that of two.
func (c *carrier) pair() {
	const widths = 2 // which each gives at most
	taken := map[string]string{}
	for width := range widths {
		next := left(c.next, width, taken)
		for evidence, ids := range left(c.prev, width, c.ids) {
			if found := next[evidence]; len(ids) == 1 && len(found) == 1 {
				c.ids[ids[0]], taken[found[0]] = found[0], ids[0]
			}
		}
	}
}

// left returns the ids of those items that are in no pair yet, by what they rest on.
func left(r *record.Record, width int, paired map[string]string) map[string][]string {
	ids := map[string][]string{}
	each(r, func(id string, evidence ...string) {
		if _, ok := paired[id]; !ok && width < len(evidence) {
			ids[evidence[width]] = append(ids[evidence[width]], id)
		}
	})
	return ids
}

// each calls do with every item and what it rests on; what says it less narrowly
// comes behind.
func each(r *record.Record, do func(id string, evidence ...string)) {
	for _, s := range r.Statements {
		content := fmt.Sprint("s", s.Content.Spans)
		cue := content
		if s.Cue != nil {
			cue += fmt.Sprint(s.Cue.Span)
		}
		do(s.ID, cue+" cued", content)
	}
	for _, e := range r.Events {
		do(e.ID, fmt.Sprint("v", e.Trigger.Span, e.Type), fmt.Sprint("v", e.Trigger.Span))
	}
	for _, x := range r.Citations {
		do(x.ID, fmt.Sprint("c", x.Span))
	}
	for _, x := range r.Times {
		do(x.ID, fmt.Sprint("t", x.Span))
	}
	for _, x := range r.Amounts {
		do(x.ID, fmt.Sprint("m", x.Span))
	}
	for _, e := range r.Entities {
		for _, m := range e.Mentions {
			if m.Kind == record.MentionName {
				do(e.ID, fmt.Sprint("e", m.Span))
				break
			}
		}
	}
}

// carry repeats a decision on the next version, if it can be.
func (c *carrier) carry(d Decision) {
	item, ok := c.ids[d.Item]
	if !ok || d.Field == fieldReview && !c.saysSame(d.Item, item) {
		return
	}
	value, ok := c.translate(d.Field, d.New)
	if !ok {
		return
	}
	d.Origin, d.ID = d.ID, 0
	d.Pipeline, d.Item, d.New = c.next.Meta.Pipeline, item, value
	if d.Apply(c.next) == nil {
		c.carried = append(c.carried, d)
	}
}

// pointers are the fields that hold ids.
var pointers = []string{"entity", "time", "about", "citations", "amounts", "inside", "statement"}

// translate gives the ids in a value those of the next version, and is false where
// one has none.
func (c *carrier) translate(
	field string, value json.RawMessage,
) (json.RawMessage, bool) {
	if value == nil {
		return nil, true
	}
	var v any
	if json.Unmarshal(value, &v) != nil {
		return nil, false
	}
	ok := true
	v = c.exchange(field, v, &ok)
	data, err := json.Marshal(v)
	return data, ok && err == nil
}

func (c *carrier) exchange(field string, v any, ok *bool) any {
	switch v := v.(type) {
	case map[string]any:
		for key := range v {
			v[key] = c.exchange(key, v[key], ok)
		}
	case []any:
		for i := range v {
			v[i] = c.exchange(field, v[i], ok)
		}
	case string:
		if !slices.Contains(pointers, field) || v == record.Author || v == record.Published {
			return v
		}
		id, known := c.ids[v]
		*ok = *ok && known
		return id
	}
	return v
}

// saysSame reports whether an item of each version says the same, see [Carry].
func (c *carrier) saysSame(prev, next string) bool {
	return says(c.prev, prev) == says(c.next, next)
}

// says puts into words what a review of an item is about.
func says(r *record.Record, item string) string {
	for _, s := range r.Statements {
		if s.ID == item {
			return fmt.Sprint(who(s.Speaker), s.Polarity)
		}
	}
	for _, e := range r.Events {
		if e.ID == item {
			return fmt.Sprint(e.Type, e.Status, all(e.Actors), "to", all(e.Recipients))
		}
	}
	return ""
}

func all(args []record.Arg) []string {
	var list []string
	for i := range args {
		list = append(list, who(&args[i]))
	}
	slices.Sort(list)
	return list
}

// who names someone by the place of the words, the author by being it.
func who(a *record.Arg) string {
	if a == nil {
		return ""
	}
	if a.Span == nil {
		return record.Author
	}
	return fmt.Sprint(*a.Span)
}
