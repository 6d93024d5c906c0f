package dataset

import (
	"cmp"
	"strings"

	"readout/internal/keeping/resolve"
	"readout/record"
)

// A row is what one INSERT writes; the values are in the order of the columns.
type row struct {
	table  string
	values []any
}

// rows takes one record apart, in an order in which each row refers to earlier
// ones only.
type rows struct {
	*record.Record
	index *resolve.Index
	known map[string]bool // ids that rows may refer to
	out   []row
}

func newRows(r *record.Record) *rows {
	b := &rows{Record: r, index: resolve.New(r), known: map[string]bool{}}
	for _, e := range r.Entities {
		b.known[e.ID] = true
	}
	for _, t := range r.Times {
		b.known[t.ID] = true
	}
	for _, a := range r.Amounts {
		b.known[a.ID] = true
	}
	for _, c := range r.Citations {
		b.known[c.ID] = true
	}
	return b
}

// add adds a row that begins with the document.
func (b *rows) add(table string, values ...any) {
	b.out = append(b.out, row{table, append([]any{b.Record.Document.ID}, values...)})
}

// null returns a text, NULL when it is empty.
func null(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// reference returns an id, NULL when it names nothing.
func (b *rows) reference(id string) any {
	if !b.known[id] {
		return nil
	}
	return id
}

// score returns a number, NULL when there is none.
func score(p *float64) any {
	if p == nil {
		return nil
	}
	return *p
}

// document adds the document and what of it is no statement and no event.
func (b *rows) document() {
	d, m := &b.Record.Document, b.Meta
	on := resolve.On(d.Published)
	var text any
	if d.Text != nil {
		text = *d.Text
	}
	b.add("documents", null(d.Title), null(d.URL), null(d.Publisher), null(d.Published),
		null(on.Start), null(on.End), null(d.Modified), null(d.Fetched), null(d.Language),
		null(d.Genre.String()), text, d.Length, d.TextSHA256, b.Offsets.String(), null(m.Input),
		null(m.Pipeline), null(strings.Join(m.Models, resolve.Separator)), null(m.Created))
	for i, author := range d.Authors {
		b.add("authors", i+1, author)
	}
	for i, warning := range m.Warnings {
		b.add("warnings", i+1, warning)
	}
	for i, s := range d.Sentences {
		b.add("sentences", i+1, s.Start, s.End)
	}
	b.entities()
	b.values()
	b.citations()
}

func (b *rows) entities() {
	for _, e := range b.Entities {
		same := ""
		if e.SameAs != nil {
			same = e.SameAs.ID
		}
		b.add("entities", e.ID, null(e.Type.String()), e.Name, null(e.Country), null(e.Sector),
			null(same), score(e.Score))
		for _, m := range e.Mentions {
			b.add("mentions", e.ID, m.Span.Start, m.Span.End, m.Exact, null(m.Kind.String()))
		}
		for _, role := range e.Roles {
			b.add("roles", e.ID, role.Span.Start, role.Span.End, role.Exact)
		}
	}
}

// values adds times and amounts.
func (b *rows) values() {
	for _, t := range b.Times {
		on := b.index.MomentOn(t.ID)
		b.add("times", t.ID, t.Exact, t.Span.Start, t.Span.End, null(t.Type.String()), null(t.Timex),
			null(t.Mod.String()), null(on.EDTF), null(on.Start), null(on.End), null(t.Anchor), score(t.Score))
	}
	for _, a := range b.Amounts {
		b.add("amounts", a.ID, a.Exact, a.Span.Start, a.Span.End, null(a.Kind.String()), null(a.Value),
			null(a.Low), null(a.High), null(a.Unit), a.Approx, null(a.Of), score(a.Score))
	}
}

func (b *rows) citations() {
	for _, c := range b.Citations {
		b.add("citations", c.ID, c.Exact, c.Span.Start, c.Span.End, null(c.URL), score(c.Score))
		b.args("citation_sources", c.Sources, c.ID)
		b.edges("citation_times", c.ID, c.Times)
	}
}

// args adds a row for each that fills a role, behind the key of what it is a
// role of.
func (b *rows) args(table string, args []record.Arg, key ...any) {
	for i := range args {
		b.add(table, append(append([]any{}, key...), append([]any{i + 1}, b.arg(&args[i])...)...)...)
	}
}

// arg returns entity, name, words, start and end of who fills a role.
func (b *rows) arg(a *record.Arg) []any {
	var start, end, entity any
	if a.Span != nil {
		start, end = a.Span.Start, a.Span.End
	}
	if a.Entity != nil {
		entity = b.reference(*a.Entity)
	}
	return []any{entity, b.name(a), null(a.Exact), start, end}
}

// name returns the name of who fills a role, else the words.
func (b *rows) name(a *record.Arg) any {
	if a == nil {
		return nil
	}
	return null(cmp.Or(resolve.Named(a, b.index.Names), a.Exact))
}

// edges adds a row for each id that names something.
func (b *rows) edges(table, from string, to []string) {
	for _, id := range to {
		if b.known[id] {
			b.add(table, from, id)
		}
	}
}

func (b *rows) statements() {
	for i := range b.Statements {
		s := &b.Statements[i]
		b.statement(s)
		for n, p := range s.Content.Spans {
			b.add("pieces", s.ID, 0, n+1, p.Start, p.End)
		}
		for n, p := range s.Content.Quoted {
			b.add("pieces", s.ID, 1, n+1, p.Start, p.End)
		}
		b.args("addressees", s.Addressees, s.ID)
		for n, h := range s.Hedges {
			b.add("hedges", s.ID, n+1, h.Exact, h.Span.Start, h.Span.End)
		}
		b.edges("about", s.ID, s.About)
		b.edges("statement_citations", s.ID, s.Citations)
	}
}

// statement adds the row of one statement.
func (b *rows) statement(s *record.Statement) {
	said, basis := b.index.SaidOn(s), ""
	if s.Said != nil {
		basis = s.Said.Basis.String()
	}
	due, condition := resolve.Moment{}, ""
	if s.Due != nil {
		due = b.index.MomentOn(s.Due.Time)
		if s.Due.Condition != nil {
			condition = s.Due.Condition.Exact
		}
	}
	var low, high any
	if len(s.Likelihood) == 2 {
		low, high = s.Likelihood[0], s.Likelihood[1]
	}
	speaker := []any{nil, nil, nil, nil, nil} // entity, name, words, start, end
	if s.Speaker != nil {
		speaker = b.arg(s.Speaker)
	}
	cue := []any{nil, nil, nil}
	if s.Cue != nil {
		cue = []any{s.Cue.Exact, s.Cue.Span.Start, s.Cue.Span.End}
	}
	start, end := ends(s.Content.Spans)
	b.add("statements", s.ID, null(s.Form.String()), null(s.Act.String()), null(s.Polarity.String()),
		null(s.Certainty.String()), low, high, speaker[1], speaker[0], speaker[2], speaker[3], speaker[4],
		cue[0], cue[1], cue[2], s.Content.Text, start, end,
		null(said.Text), null(said.Start), null(said.End), null(basis), b.name(s.Place),
		null(due.Text), null(due.Start), null(due.End), null(due.Words), null(condition),
		null(s.Inside), score(s.Score), review(s.Review))
}

// ends returns where the first piece begins and the last ends.
func ends(spans []record.Span) (start, end any) {
	if len(spans) == 0 {
		return nil, nil
	}
	return spans[0].Start, spans[len(spans)-1].End
}

func (b *rows) events() {
	for i := range b.Events {
		e := &b.Events[i]
		on := b.index.MomentOn(e.Time)
		b.add("events", e.ID, null(e.Type.String()), null(e.Status.String()), null(e.Certainty.String()),
			e.Trigger.Exact, e.Trigger.Span.Start, e.Trigger.Span.End,
			b.reference(e.Time), null(on.Text), null(on.Start), null(on.End), b.name(e.Place),
			null(e.Statement), null(e.As.String()), null(e.Cameo), score(e.Score), review(e.Review))
		b.args("participants", e.Actors, e.ID, "actor")
		b.args("participants", e.Recipients, e.ID, "recipient")
		for n, mode := range e.Modes {
			b.add("event_tags", e.ID, "mode", n+1, mode)
		}
		for n, context := range e.Contexts {
			b.add("event_tags", e.ID, "context", n+1, context)
		}
		b.edges("event_citations", e.ID, e.Citations)
		b.edges("event_amounts", e.ID, e.Amounts)
	}
}

func review(r *record.Review) any {
	if r == nil {
		return nil
	}
	return null(r.State.String())
}
