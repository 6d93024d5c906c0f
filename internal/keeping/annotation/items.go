package annotation

import (
	"cmp"
	"strings"

	"readout/internal/keeping/resolve"
	"readout/internal/keeping/wording"
	"readout/record"
)

// around is how many code points before and behind a quotation help to find it.
const around = 32

// items makes the annotations of one record.
type items struct {
	r      *record.Record
	index  *resolve.Index
	source string
	text   []rune // nil when it was left out
}

func newItems(r *record.Record) items {
	m := items{r: r, index: resolve.New(r), source: sourceOf(r)}
	if r.Document.Text != nil {
		m.text = []rune(*r.Document.Text)
	}
	return m
}

// all returns the annotations of one kind, or of all, in the order of the record.
func (m items) all(of Of) []annotation {
	var out []annotation
	if of == Everything || of == Statements {
		for i := range m.r.Statements {
			out = append(out, m.statement(&m.r.Statements[i]))
		}
	}
	if of == Everything || of == Events {
		for i := range m.r.Events {
			out = append(out, m.event(&m.r.Events[i]))
		}
	}
	if of == Everything || of == Citations {
		for i := range m.r.Citations {
			out = append(out, m.citation(&m.r.Citations[i]))
		}
	}
	return out
}

// about begins an annotation of an item.
func (m items) about(id, motivation string, spans ...record.Span) annotation {
	a := annotation{
		ID: urn(m.r, id), Type: "Annotation", Motivation: motivation,
		Created: m.r.Meta.Created, Target: []target{},
	}
	if m.r.Meta.Pipeline != "" {
		a.Generator = &program{"Software", m.r.Meta.Pipeline}
	}
	for _, s := range spans {
		a.Target = append(a.Target, target{m.source, m.selectors(s)})
	}
	if len(spans) == 0 {
		a.Target = append(a.Target, target{m.source, nil})
	}
	return a
}

// selectors returns the two ways to find a piece of the text, of which the first
// needs the text.
func (m items) selectors(s record.Span) []any {
	position := positionSelector{"TextPositionSelector", s.Start, s.End}
	if m.text == nil || s.Start > s.End || s.End > len(m.text) {
		return []any{position}
	}
	return []any{quoteSelector{
		Type: "TextQuoteSelector", Exact: string(m.text[s.Start:s.End]),
		Prefix: string(m.text[max(0, s.Start-around):s.Start]),
		Suffix: string(m.text[s.End:min(len(m.text), s.End+around)]),
	}, position}
}

// say adds a body for each value that is there.
func (a *annotation) say(purpose, field string, values ...string) {
	for _, v := range values {
		if v != "" {
			a.Body = append(a.Body, body{"TextualBody", purpose, field, v})
		}
	}
}

// The purposes of bodies, which are motivations of the W3C.
const (
	classifying = "classifying" // by a closed vocabulary
	identifying = "identifying" // who, what or where that is
	describing  = "describing"  // in words and values
	linking     = "linking"     // to another item or address
	assessing   = "assessing"   // how sure that is
)

func (m items) statement(s *record.Statement) annotation {
	a := m.about(s.ID, describing, s.Content.Spans...)
	a.say(classifying, "kind", "statement")
	a.say(classifying, "form", s.Form.String())
	a.say(classifying, "act", s.Act.String())
	a.say(classifying, "polarity", s.Polarity.String())
	a.say(classifying, "certainty", s.Certainty.String())
	a.say(identifying, "speaker", m.named(s.Speaker))
	a.say(describing, "cue", wording.Cue(s))
	a.say(identifying, "addressee", m.names(s.Addressees)...)
	for _, id := range s.About {
		a.say(identifying, "about", m.index.Names[id])
	}
	a.say(identifying, "place", m.named(s.Place))
	a.say(describing, "said", m.index.Said(s))
	if due, ok := m.index.Due(s); ok {
		a.say(describing, "due", due.Text)
		a.say(describing, "condition", due.Condition)
	}
	for _, h := range s.Hedges {
		a.say(describing, "hedge", h.Exact)
	}
	a.say(describing, "likelihood", wording.Likelihood(s.Likelihood))
	a.link("inside", m, s.Inside)
	a.link("citation", m, s.Citations...)
	a.judged(s.Score, s.Review)
	return a
}

func (m items) event(e *record.Event) annotation {
	a := m.about(e.ID, classifying, e.Trigger.Span)
	a.say(classifying, "kind", "event")
	a.say(classifying, "type", e.Type.String())
	a.say(classifying, "status", e.Status.String())
	a.say(classifying, "certainty", e.Certainty.String())
	a.say(classifying, "mode", e.Modes...)
	a.say(classifying, "context", e.Contexts...)
	a.say(identifying, "actor", m.names(e.Actors)...)
	a.say(identifying, "recipient", m.names(e.Recipients)...)
	a.say(identifying, "place", m.named(e.Place))
	a.say(describing, "time", m.index.Moment(e.Time).Text)
	a.say(describing, "amount", m.index.AmountList(e.Amounts)...)
	if e.Statement != "" {
		a.say(classifying, "as", e.As.String())
	}
	a.link("statement", m, e.Statement)
	a.link("citation", m, e.Citations...)
	a.judged(e.Score, e.Review)
	return a
}

func (m items) citation(c *record.Citation) annotation {
	a := m.about(c.ID, linking, c.Span)
	a.say(classifying, "kind", "citation")
	a.say(identifying, "source", m.names(c.Sources)...)
	a.say(linking, "url", c.URL)
	for _, id := range c.Times {
		a.say(describing, "time", m.index.Moment(id).Text)
	}
	a.judged(c.Score, nil)
	return a
}

// link adds the names of other items of the document.
func (a *annotation) link(field string, m items, ids ...string) {
	for _, id := range ids {
		if id != "" {
			a.say(linking, field, urn(m.r, id))
		}
	}
}

// judged adds how sure the item is, and what a person decided.
func (a *annotation) judged(score *float64, review *record.Review) {
	a.say(assessing, "score", wording.Score(score))
	if review != nil {
		a.say(assessing, "review", review.State.String())
		a.say("commenting", "note", strings.TrimSpace(review.Note))
	}
}

// named returns the name of who fills a role, else the words.
func (m items) named(a *record.Arg) string {
	if a == nil {
		return ""
	}
	return cmp.Or(resolve.Named(a, m.index.Names), a.Exact)
}

func (m items) names(args []record.Arg) []string {
	out := make([]string, len(args))
	for i := range args {
		out[i] = m.named(&args[i])
	}
	return out
}
