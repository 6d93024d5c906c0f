// Package brief writes what was found over many documents as a brief to read and
// to paste into a memo, in Markdown or as one HTML page: statements by who said
// them, or events by who did it, each with the number of an endnote, and endnotes
// that describe the source: publisher, title, date or "undated", address, the
// sentence in which it stands, and its place.
//
// Who comes first in the records comes first. One name is one person or body,
// but for people called by a single word, who are only the same within one
// document. Those without a name come last, under one heading.
//
// A brief is held until it is closed, since it is sorted over all records; it
// needs memory for what it says and not for the texts. The same records give the
// same bytes. The words of a text are hostile input: markup cannot become markup.
//
// Limits: what is written cannot be read back.
package brief

import (
	"io"
	"strings"

	"readout/internal/keeping/resolve"
	"readout/internal/keeping/wording"
	"readout/record"
)

// Options say what a brief is of; the zero value is statements.
type Options struct {
	Events bool   // events
	Asked  string // the question that found them, to be told; "" for none
}

// A Brief gathers a brief.
type Brief struct {
	write  func(io.Writer, *Brief) error
	w      io.Writer
	opts   Options
	groups map[string]*group
	order  []*group
	notes  []note          // in the order of the entries, once it is closed
	seen   map[string]bool // ids of documents
	days   [2]string       // first and last day of publication
}

// NewMarkdown returns a writer of a brief in Markdown (CommonMark).
func NewMarkdown(w io.Writer, opts Options) *Brief { return newBrief(w, opts, writeMarkdown) }

// NewHTML returns a writer of a brief as one page, which needs no script and loads
// nothing.
func NewHTML(w io.Writer, opts Options) *Brief { return newBrief(w, opts, writeHTML) }

func newBrief(w io.Writer, opts Options, write func(io.Writer, *Brief) error) *Brief {
	return &Brief{
		write: write, w: w, opts: opts, groups: map[string]*group{}, seen: map[string]bool{},
	}
}

// A group is what one speaker or actor said or did.
type group struct {
	Name    string
	About   string // role, or the document of a name that is its own
	Entries []entry
	last    bool // it stands behind those with a name
}

// An entry is one statement or event: words in several hands.
type entry struct {
	Runs []run
	Note int // its number, once it is known
	note note
}

// A run is words in one hand.
type run struct {
	Text         string
	Strong, Slim bool // bold; italics
}

// A note is an endnote.
type note struct {
	As     int      // number of the note that describes the document; 0: this one does
	Source []string // publisher, title, date
	URL    string
	Quote  string // the sentence in which it stands
	Facts  string // place in the text, score
	ID     string
}

// Write takes in one record, which is not changed.
func (b *Brief) Write(r *record.Record) error {
	r, err := resolve.CodePoints(r)
	if err != nil {
		return err
	}
	d := document{r: r, index: resolve.New(r), entities: map[string]*record.Entity{}}
	if r.Document.Text != nil {
		d.text = []rune(*r.Document.Text)
	}
	for i := range r.Entities {
		d.entities[r.Entities[i].ID] = &r.Entities[i]
	}
	if b.opts.Events {
		for i := range r.Events {
			b.event(d, &r.Events[i])
		}
		return nil
	}
	for i := range r.Statements {
		b.statement(d, &r.Statements[i])
	}
	return nil
}

// Close writes the brief.
func (b *Brief) Close() error {
	var named, others []*group
	for _, g := range b.order {
		if g.last {
			others = append(others, g)
			continue
		}
		named = append(named, g)
	}
	b.order = append(named, others...)
	b.number()
	return b.write(b.w, b)
}

// number gives the notes their numbers, in the order in which one reads them, and
// lets all but the first of a document point at that one.
func (b *Brief) number() {
	first := map[string]int{}
	for _, g := range b.order {
		for i := range g.Entries {
			n := g.Entries[i].note
			number := len(b.notes) + 1
			document, _, _ := strings.Cut(n.ID, "/")
			if n.As = first[document]; n.As == 0 {
				first[document] = number
			}
			g.Entries[i].Note = number
			b.notes = append(b.notes, n)
		}
	}
}

// summary says in a sentence what the brief holds.
func (b *Brief) summary() string {
	if len(b.notes) == 0 {
		return "Nothing was found."
	}
	what := "statement"
	if b.opts.Events {
		what = "event"
	}
	line := wording.Count(len(b.notes), what) + " of " + wording.Count(len(b.seen), "document")
	switch from, to := b.days[0], b.days[1]; {
	case from == "" && to == "":
		return line + ", undated."
	case from == to:
		return line + ", published on " + resolve.PlainDate(from) + "."
	default:
		return line + ", published " + resolve.PlainDate(from+"/"+to) + "."
	}
}

// title heads the brief.
func (b *Brief) title() string {
	if b.opts.Events {
		return "Who did what"
	}
	return "Who said what"
}

// enter puts an entry into the group of who said or did it.
func (b *Brief) enter(d document, who *record.Arg, nobody string, runs []run, n note) {
	key, fresh := d.groupOf(who, nobody)
	g := b.groups[key]
	if g == nil {
		g = fresh
		b.groups[key] = g
		b.order = append(b.order, g)
	}
	g.Entries = append(g.Entries, entry{Runs: runs, note: n})
	b.seen[d.r.Document.ID] = true
	if on := resolve.On(d.r.Document.Published); on.Start != "" {
		if b.days[0] == "" || on.Start < b.days[0] {
			b.days[0] = on.Start
		}
		b.days[1] = max(b.days[1], on.End)
	}
}

// A document is a record with what its ids point at.
type document struct {
	r        *record.Record
	index    *resolve.Index
	entities map[string]*record.Entity
	text     []rune // nil when it was left out
}

// unnamed heads what those said or did who have no name.
const unnamed = "Without a name"

// groupOf returns by what a group is known, and the group when it is new.
func (d document) groupOf(who *record.Arg, nobody string) (string, *group) {
	switch {
	case who == nil:
		return "\x00", &group{Name: nobody, last: true}
	case who.Entity != nil && *who.Entity == record.Author:
		return "\x01", &group{Name: "The authors themselves", last: true}
	}
	var e *record.Entity
	if who.Entity != nil {
		e = d.entities[*who.Entity]
	}
	if e == nil || e.Name == "" {
		return "\x02", &group{Name: unnamed, last: true}
	}
	name := wording.OneLine(e.Name)
	key := e.Type.String() + "/" + strings.ToLower(name)
	g := &group{Name: name}
	if len(e.Roles) > 0 {
		g.About = wording.OneLine(e.Roles[0].Exact)
	}
	if e.Type == record.EntityPerson && !strings.Contains(name, " ") {
		key += "/" + d.r.Document.ID
		g.About = "in “" + wording.Heading(d.r) + "”"
	}
	return key, g
}
