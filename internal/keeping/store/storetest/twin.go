package storetest

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/internal/keeping/alias"
	"readout/internal/keeping/query"
	"readout/internal/language/edtf"
	"readout/record"
)

// findsAsTwin asks for what each item of real articles has: two of its fields at a
// time, the second turned round every other time, and a word of its text.
func findsAsTwin(t *testing.T, e Engine) {
	records := articles(t)
	s := e.with(t, records...)
	letters := map[string]string{}
	var items []item
	for _, r := range records {
		letters[r.Document.ID] = r.Document.ID
		items = append(items, itemsOf(r)...)
	}
	asked, found := map[string]bool{}, 0
	for n, it := range items {
		for i, typed := range it.questions(n) {
			if asked[typed] {
				continue
			}
			asked[typed] = true
			q := parse(t, typed)
			var want []string
			for _, other := range items {
				if other.matches(q) {
					want = append(want, other.label)
				}
			}
			got := labels(find(t, s, typed), letters)
			slices.Sort(got)
			slices.Sort(want)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s (-twin +store):\n%s", typed, diff)
			}
			if i%2 == 0 && len(want) == 0 {
				t.Errorf("%s does not find what it was made of", typed)
			}
			found += len(want)
		}
	}
	t.Logf("%d queries found %d rows", len(asked), found)
}

// An item is what can be found, as a record has it.
type item struct {
	kind  query.Kind
	label string
	text  string                 // folded
	names map[query.Key][]string // folded; those of a table behind a stroke
	words map[query.Key]string   // of vocabularies
	days  *edtf.Range
	paper *edtf.Range // when the document was published
	score *float64
}

// itemsOf reads a record anew, without a word of package store.
func itemsOf(r *record.Record) []item {
	d := &r.Document
	base := item{
		paper: daysOf(d.Published),
		words: map[query.Key]string{query.KeyGenre: d.Genre.String()},
	}
	document := base
	document.kind, document.label, document.days = query.Documents, d.ID, base.paper
	document.text = query.Fold(*d.Text)
	document.names = map[query.Key][]string{}
	out := []item{document}
	for i := range r.Statements {
		out = append(out, statementOf(r, &r.Statements[i], base))
	}
	for i := range r.Events {
		out = append(out, eventOf(r, &r.Events[i], base))
	}
	return out
}

func statementOf(r *record.Record, s *record.Statement, it item) item {
	it.kind, it.text, it.score = query.Statements, query.Fold(s.Content.Text), s.Score
	cue := ""
	if s.Cue != nil {
		cue = s.Cue.Exact
	}
	it.label = strings.TrimSpace(r.Document.ID + " " + cue)
	it.words = map[query.Key]string{
		query.KeyForm: s.Form.String(), query.KeyAct: s.Act.String(),
		query.KeyPolarity: s.Polarity.String(), query.KeyCertainty: s.Certainty.String(),
		query.KeyGenre: it.words[query.KeyGenre],
	}
	it.names = map[query.Key][]string{query.KeyAddressee: namesOf(r, s.Addressees...)}
	if s.Speaker != nil {
		it.names[query.KeySpeaker] = namesOf(r, *s.Speaker)
	}
	for _, id := range s.About {
		it.names[query.KeyAbout] = append(it.names[query.KeyAbout], namesOf(r, record.Arg{Entity: &id})...)
	}
	it.names[query.KeyCites] = cited(r, s.Citations)
	if s.Said != nil {
		it.days = timeOf(r, s.Said.Time)
	}
	return it
}

func eventOf(r *record.Record, e *record.Event, it item) item {
	it.kind, it.label = query.Events, r.Document.ID+" "+e.Trigger.Exact
	it.score, it.days = e.Score, timeOf(r, e.Time)
	it.words = map[query.Key]string{
		query.KeyEvent: e.Type.String(), query.KeyStatus: e.Status.String(),
		query.KeyCertainty: e.Certainty.String(), query.KeyGenre: it.words[query.KeyGenre],
	}
	it.names = map[query.Key][]string{
		query.KeyActor:     namesOf(r, e.Actors...),
		query.KeyRecipient: namesOf(r, e.Recipients...),
		query.KeyCites:     cited(r, e.Citations),
	}
	runes := []rune(*r.Document.Text)
	for _, s := range r.Document.Sentences {
		if s.Start <= e.Trigger.Span.Start && e.Trigger.Span.Start < s.End {
			it.text = query.Fold(string(runes[s.Start:s.End]))
		}
	}
	return it
}

func namesOf(r *record.Record, args ...record.Arg) []string {
	var names []string
	for _, a := range args {
		names = append(names, query.Fold(a.Exact))
		for _, e := range r.Entities {
			if a.Entity == nil || *a.Entity != e.ID {
				continue
			}
			names = append(names, query.Fold(e.Name))
			for _, m := range e.Mentions {
				if m.Kind == record.MentionName {
					names = append(names, query.Fold(m.Exact))
				}
			}
			names = append(names, elsewhere(e)...)
		}
	}
	return slices.DeleteFunc(names, func(s string) bool { return s == "" })
}

// elsewhere returns the names that the built-in table has for an entity, each behind
// a stroke: it is found by all of it alone.
func elsewhere(e record.Entity) []string {
	var names []string
	for _, row := range alias.Builtin() {
		all := append([]string{query.Fold(row.Name)}, row.Others()...)
		if row.Type != e.Type || !slices.Contains(all, query.Fold(e.Name)) {
			continue
		}
		for _, name := range all {
			names = append(names, "|"+name)
		}
	}
	return names
}

func cited(r *record.Record, ids []string) []string {
	var names []string
	for _, c := range r.Citations {
		if slices.Contains(ids, c.ID) {
			names = append(names, namesOf(r, c.Sources...)...)
		}
	}
	return names
}

func timeOf(r *record.Record, id string) *edtf.Range {
	if id == record.Published {
		return daysOf(r.Document.Published)
	}
	for _, t := range r.Times {
		if t.ID == id && t.EDTF != "" {
			return daysOf(t.EDTF)
		}
	}
	return nil
}

func daysOf(s string) *edtf.Range {
	days, err := edtf.Parse(s)
	if err != nil {
		return nil
	}
	return &days
}

// questions returns queries with what the item has; those at even places find it.
func (it item) questions(n int) []string {
	var parts []string
	for _, key := range query.Keys() {
		for _, name := range it.names[key] {
			parts = append(parts, key.String()+":"+strconv.Quote(strings.TrimPrefix(name, "|")))
		}
		if word := it.words[key]; word != "" {
			parts = append(parts, key.String()+":"+word)
		}
	}
	if it.days != nil && !it.days.OpenFirst && !it.days.OpenLast {
		parts = append(parts, "since:"+it.days.First.String(), "until:"+it.days.Last.String())
	}
	if it.paper != nil {
		parts = append(parts, "published:"+it.paper.First.String())
	}
	if it.score != nil {
		parts = append(parts, "min_score:"+strconv.FormatFloat(*it.score, 'f', -1, 64))
	}
	if words := strings.Fields(it.text); len(words) > 1 {
		i := n % (len(words) - 1)
		parts = append(parts, words[i], strconv.Quote(words[i]+" "+words[i+1]))
	}
	kind := "kind:" + it.kind.String() + " "
	var typed []string
	for i := range len(parts) - 1 {
		typed = append(typed, kind+parts[i]+" "+parts[i+1])
		typed = append(typed, kind+parts[i]+turned(parts[i+1]))
	}
	return typed
}

// turned returns a condition turned round, with a space before it; nothing where
// it cannot be.
func turned(part string) string {
	for _, key := range []string{"since:", "until:", "min_score:"} {
		if strings.HasPrefix(part, key) {
			return ""
		}
	}
	return " -" + part
}

func (it item) matches(q query.Query) bool {
	if q.Kind != it.kind {
		return false
	}
	for _, w := range q.Words {
		if query.Matches(it.text, query.Fold(w.Text)) == w.Not {
			return false
		}
	}
	for _, f := range q.Filters {
		if it.holds(f) == f.Not {
			return false
		}
	}
	return true
}

// holds reports whether one of the values of a filter does.
func (it item) holds(f query.Filter) bool {
	switch f.Key { //nolint:exhaustive // the others are words of a list or names, below
	case query.KeySince:
		return it.days != nil && (it.days.OpenLast || it.days.Last >= f.Ranges()[0].First)
	case query.KeyUntil:
		return it.days != nil && (it.days.OpenFirst || it.days.First <= f.Ranges()[0].Last)
	case query.KeyPublished:
		return it.paper != nil && it.paper.First <= f.Ranges()[0].Last &&
			it.paper.Last >= f.Ranges()[0].First
	case query.KeyMinScore:
		least, err := strconv.ParseFloat(f.Values[0], 64)
		return err == nil && it.score != nil && *it.score >= least
	}
	if word, ok := it.words[f.Key]; ok {
		return slices.Contains(f.Values, word)
	}
	for _, name := range it.names[f.Key] {
		for _, v := range f.Values {
			whole, only := strings.CutPrefix(name, "|")
			if only && whole == query.Fold(v) || !only && query.Matches(name, query.Fold(v)) {
				return true
			}
		}
	}
	return false
}
