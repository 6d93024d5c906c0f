package store

import (
	"cmp"
	"slices"
	"strings"

	"readout/internal/keeping/alias"
	"readout/internal/keeping/query"
	"readout/internal/keeping/resolve"
	"readout/internal/language/edtf"
	"readout/record"
)

// Rows is a record taken apart into what is searched.
type Rows struct {
	Document   Document
	Text       []string // title and text, as [query.Fold] has them
	Statements []Statement
	Contents   []string // folded, of each statement
	Events     []Event
	Sentences  []string // folded, in which the trigger of each event stands
	Citations  []Citation
	Exacts     []string // folded, of each citation
	Entities   []Named
	Parts      []Part
}

// A Part is one name that plays a part in a row, folded; one that only aliases give
// is whole, see [Whole]. The key is that by which it is asked for.
type Part struct {
	Kind query.Kind
	At   int // index into the rows of the kind; 0 for the document
	Key  query.Key
	Name string
}

// A Named is an entity as one document names it.
type Named struct {
	ID      string
	Key     string // see [EntityKey]
	Lone    bool   // the name of a person in one word, which joins nobody else
	Type    record.EntityType
	Name    string
	Country string
	Names   []string // folded
	Score   *float64
}

// EntityKey returns what makes entities of two documents one: the type and the
// folded name. What a table of names or [Store.Join] says of a key comes on top, see
// [alias.Aliases]. A person called by one word is one in each document; such a key counts
// only where one of them says whom it means.
func EntityKey(n Name) string { return n.Key() }

// Of takes a record apart. The record is not changed.
func Of(r *record.Record) Rows { return Apart(r, nil) }

// Apart is [Of] where whoever is called by one of the aliases is found by all names
// that mean the same.
func Apart(r *record.Record, a *alias.Aliases) Rows {
	b := &builder{r: r, aliases: a, index: resolve.New(r), names: map[string][]string{}, elsewhere: map[string][]string{}}
	b.document()
	b.entities()
	for i := range r.Citations {
		b.citation(i, &r.Citations[i])
	}
	for i := range r.Statements {
		b.statement(i, &r.Statements[i])
	}
	for i := range r.Events {
		b.event(i, &r.Events[i])
	}
	b.rows.Sentences = sentences(r)
	slices.SortFunc(b.rows.Parts, func(a, b Part) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.At, b.At),
			cmp.Compare(a.Key, b.Key), cmp.Compare(a.Name, b.Name))
	})
	b.rows.Parts = slices.Compact(b.rows.Parts)
	return b.rows
}

// A builder makes the rows of one record.
type builder struct {
	r         *record.Record
	aliases   *alias.Aliases
	index     *resolve.Index
	names     map[string][]string // folded names of entities, by id
	elsewhere map[string][]string // those that only aliases give, see [Whole]
	rows      Rows
}

func (b *builder) document() {
	d := &b.r.Document
	b.rows.Document = Document{
		ID: d.ID, Pipeline: b.r.Meta.Pipeline, URL: d.URL, Title: d.Title,
		Publisher: d.Publisher, Published: published(d), Language: d.Language,
		Genre: d.Genre, Statements: len(b.r.Statements), Events: len(b.r.Events),
	}
	text := ""
	if d.Text != nil {
		text = *d.Text
	}
	b.rows.Text = []string{query.Fold(d.Title), query.Fold(text)}
	b.part(query.Documents, 0, query.KeyOutlet, d.Publisher)
	for _, author := range d.Authors {
		b.part(query.Documents, 0, query.KeyAuthor, author)
	}
}

// entities comes before all that names them.
func (b *builder) entities() {
	for i := range b.r.Entities {
		e := &b.r.Entities[i]
		key := EntityKey(Name{Type: e.Type, Text: e.Name})
		names := namesOf(e)
		b.names[e.ID] = names
		for _, name := range lacking(names, b.aliases.Names(key)) {
			b.elsewhere[e.ID] = append(b.elsewhere[e.ID], Whole(name))
			names = append(names, name)
		}
		b.rows.Entities = append(b.rows.Entities, Named{
			ID: e.ID, Key: key, Lone: isLone(e),
			Type: e.Type, Name: e.Name, Country: e.Country, Names: names, Score: e.Score,
		})
	}
	if line := b.r.Document.Dateline; line != nil {
		b.arg(query.Documents, 0, query.KeyPlace, line)
	}
}

// isLone tells a surname, and a name that folds to nothing, from full names.
func isLone(e *record.Entity) bool {
	name := query.Fold(e.Name)
	return name == "" || e.Type == record.EntityPerson && !strings.Contains(name, " ")
}

// namesOf returns the folded names of an entity but those that stand whole in
// another, which is found by them as well.
func namesOf(e *record.Entity) []string {
	all := []string{query.Fold(e.Name)}
	for _, m := range e.Mentions {
		if m.Kind == record.MentionName {
			all = append(all, query.Fold(m.Exact))
		}
	}
	return widest(all)
}

// widest drops the empty, the double, and what stands whole in another.
func widest(names []string) []string {
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b))
	})
	var kept []string
	for _, name := range names {
		within := func(wider string) bool { return query.Matches(wider, name) }
		if name != "" && !slices.ContainsFunc(kept, within) {
			kept = append(kept, name)
		}
	}
	return kept
}

// lacking returns the names that stand whole in none of what there is.
func lacking(there, names []string) []string {
	var out []string
	for _, name := range names {
		if !slices.ContainsFunc(there, func(n string) bool { return query.Matches(n, name) }) {
			out = append(out, name)
		}
	}
	return out
}

func (b *builder) citation(i int, c *record.Citation) {
	b.rows.Citations = append(b.rows.Citations, Citation{
		Place: Place{c.ID, c.Span.Start}, Exact: c.Exact,
		Sources: b.index.Sources([]string{c.ID}), URL: c.URL, Score: c.Score,
	})
	b.rows.Exacts = append(b.rows.Exacts, query.Fold(c.Exact))
	b.cites(query.Citations, i, []string{c.ID})
	b.cites(query.Documents, 0, []string{c.ID})
}

func (b *builder) statement(i int, s *record.Statement) {
	row := Statement{
		Place: Place{ID: s.ID}, Form: s.Form, Act: s.Act, Polarity: s.Polarity,
		Certainty: s.Certainty, Content: s.Content.Text, Said: b.said(s),
		Review: state(s.Review), Score: s.Score,
	}
	if len(s.Content.Spans) > 0 {
		row.At = s.Content.Spans[0].Start
	}
	if s.Speaker != nil {
		row.Speaker, row.Named = s.Speaker.Exact, resolve.Named(s.Speaker, b.index.Names)
		b.actor(query.Statements, i, query.KeySpeaker, s.Speaker)
	}
	if s.Cue != nil {
		row.Cue = s.Cue.Exact
	}
	if due, ok := b.index.Due(s); ok {
		row.Due, row.Condition = when(due.Moment), due.Condition
	}
	b.rows.Statements = append(b.rows.Statements, row)
	b.rows.Contents = append(b.rows.Contents, query.Fold(row.Content))
	for k := range s.Addressees {
		b.actor(query.Statements, i, query.KeyAddressee, &s.Addressees[k])
	}
	for _, id := range s.About {
		b.entity(query.Statements, i, query.KeyAbout, id, "")
	}
	if s.Place != nil {
		b.actor(query.Statements, i, query.KeyPlace, s.Place)
	}
	b.cites(query.Statements, i, s.Citations)
}

func (b *builder) event(i int, e *record.Event) {
	row := Event{
		Place: Place{e.ID, e.Trigger.Span.Start}, Type: e.Type, Status: e.Status,
		Certainty: e.Certainty, Trigger: e.Trigger.Exact, Actors: b.who(e.Actors),
		Recipients: b.who(e.Recipients), Time: when(b.index.Moment(e.Time)),
		Review: state(e.Review), Score: e.Score,
	}
	for k := range e.Actors {
		b.actor(query.Events, i, query.KeyActor, &e.Actors[k])
	}
	for k := range e.Recipients {
		b.actor(query.Events, i, query.KeyRecipient, &e.Recipients[k])
	}
	if e.Place != nil {
		row.Location = b.who([]record.Arg{*e.Place})
		b.actor(query.Events, i, query.KeyPlace, e.Place)
	}
	b.rows.Events = append(b.rows.Events, row)
	for _, mode := range e.Modes {
		b.part(query.Events, i, query.KeyMode, mode)
	}
	for _, context := range e.Contexts {
		b.part(query.Events, i, query.KeyContext, context)
	}
	b.cites(query.Events, i, e.Citations)
}

// cites has the sources of citations play a part in a row.
func (b *builder) cites(kind query.Kind, i int, citations []string) {
	for _, id := range citations {
		if c := b.index.Citation(id); c != nil {
			for k := range c.Sources {
				b.arg(kind, i, query.KeyCites, &c.Sources[k])
			}
		}
	}
}

// actor is arg for those whose country counts.
func (b *builder) actor(kind query.Kind, i int, key query.Key, a *record.Arg) {
	b.arg(kind, i, key, a)
	for _, country := range b.index.Countries(a) {
		b.part(kind, i, query.KeyCountry, country)
	}
}

func (b *builder) arg(kind query.Kind, i int, key query.Key, a *record.Arg) {
	id := ""
	if a.Entity != nil {
		id = *a.Entity
	}
	b.entity(kind, i, key, id, a.Exact)
}

// entity has someone play a part by every name that the record has for him, by
// those that he has elsewhere, and by the words that stand there.
func (b *builder) entity(kind query.Kind, i int, key query.Key, id, words string) {
	names := append([]string{query.Fold(words)}, b.names[id]...)
	for _, name := range widest(names) {
		b.part(kind, i, key, name)
	}
	for _, name := range b.elsewhere[id] {
		b.rows.Parts = append(b.rows.Parts, Part{kind, i, key, name})
	}
}

func (b *builder) part(kind query.Kind, i int, key query.Key, name string) {
	if name = query.Fold(name); name != "" {
		b.rows.Parts = append(b.rows.Parts, Part{kind, i, key, name})
	}
}

// who joins those who fill a role, by name where they have one.
func (b *builder) who(args []record.Arg) string {
	var names []string
	for i := range args {
		name := cmp.Or(resolve.Named(&args[i], b.index.Names), args[i].Exact)
		if name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return strings.Join(names, resolve.Separator)
}

func state(v *record.Review) record.ReviewState {
	if v == nil || v.State == 0 {
		return record.ReviewOpen
	}
	return v.State
}

func (b *builder) said(s *record.Statement) When {
	if s.Said == nil {
		return When{}
	}
	if s.Said.Time == record.Published {
		return published(&b.r.Document)
	}
	return when(b.index.Moment(s.Said.Time))
}

func published(d *record.Document) When {
	return When{Text: d.Published}.dated(edtf.Parse(d.Published))
}

// when prefers the days that the record gives over those of the EDTF string.
func when(m resolve.Moment) When {
	w := When{Text: m.Text}
	if m.Start == "" && m.End == "" {
		return w.dated(edtf.Parse(m.EDTF))
	}
	first, hasFirst := edtf.ParseDay(m.Start)
	last, hasLast := edtf.ParseDay(m.End)
	return w.dated(edtf.Range{
		First: first, Last: last, OpenFirst: !hasFirst, OpenLast: !hasLast,
	}, nil)
}

// dated adds the days unless there are none.
func (w When) dated(days edtf.Range, err error) When {
	if err != nil || days.OpenFirst && days.OpenLast {
		return w
	}
	w.Dated, w.First, w.Last = true, days.First, days.Last
	if days.OpenFirst {
		w.First = Always
	}
	if days.OpenLast {
		w.Last = Never
	}
	return w
}
