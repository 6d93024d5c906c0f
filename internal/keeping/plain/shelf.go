package plain

import (
	"io"
	"strings"

	"readout/internal/keeping/store"
	"readout/internal/keeping/wording"
)

// A Shelf lists documents, entities and citations for a terminal: what each is
// called, and below it what is known of it and the id by which it is found.
type Shelf struct{ sheet }

// NewShelf returns a writer of such lists; of the options, Events and Kept are
// of no effect.
func NewShelf(w io.Writer, opts ListOptions) *Shelf { return &Shelf{newSheet(w, opts)} }

// Write writes one row that is neither a statement nor an event.
func (l *Shelf) Write(r store.Row) error {
	switch {
	case r.Entity != nil:
		l.entry(r.Entity.Name, r.Entity.Type.String(), r.Entity.Country,
			"in "+wording.Count(r.Entity.Documents, "document"), r.Entity.Key)
	case r.Citation != nil:
		c := r.Citation
		l.entry(c.Exact, c.Sources, c.URL, title(r.Document), published(r.Document),
			r.Document.ID+"/"+c.ID)
	default:
		d := r.Document
		l.entry(title(d), d.Publisher, published(d), wording.Count(d.Statements, "statement"),
			wording.Count(d.Events, "event"), d.ID)
	}
	return l.w.Flush()
}

// Close has nothing left to write.
func (l *Shelf) Close() error { return nil }

// entry writes a name and what is known of it.
func (l *Shelf) entry(name string, known ...string) {
	l.apart()
	l.flow("", run{wording.OneLine(name), l.ink.bold})
	var parts []string
	for _, s := range known {
		if s = wording.OneLine(s); s != "" {
			parts = append(parts, s)
		}
	}
	l.flow("  ", run{strings.Join(parts, " · "), l.ink.dim})
}

// title returns what a document is called.
func title(d store.Document) string {
	if wording.OneLine(d.Title) == "" {
		return d.ID
	}
	return d.Title
}

func published(d store.Document) string {
	if d.Published.Text == "" {
		return "undated"
	}
	return d.Published.Text
}
