package extract

import (
	"cmp"
	"slices"
	"time"

	"readout/internal/ingest"
	"readout/internal/language/text"
	"readout/internal/reading/attribution"
	"readout/internal/reading/coref"
	"readout/internal/reading/mention"
	"readout/internal/reading/role"
	"readout/record"
)

// A writer fills a record from what was read of one text. It is where bytes
// become code points, which are the same in both texts.
type writer struct {
	doc    *text.Text // as it was read, see [evened]
	frozen *text.Text
	record *record.Record
	ids    map[string]bool
	// ids by index
	entity, time, citation []string
}

func newWriter(doc *text.Text) *writer {
	return &writer{
		doc: doc, frozen: doc, ids: map[string]bool{},
		record: &record.Record{
			Readout: record.Version, Offsets: record.OffsetsCodepoint,
			Entities: []record.Entity{}, Times: []record.Time{},
			Amounts: []record.Amount{}, Citations: []record.Citation{},
			Statements: []record.Statement{}, Events: []record.Event{},
		},
	}
}

// span converts a byte span to the record's unit.
func (w *writer) span(s text.Span) record.Span {
	return record.Span{Start: int(w.doc.Rune(s.Start)), End: int(w.doc.Rune(s.End))}
}

func (w *writer) spans(all []text.Span) []record.Span {
	out := make([]record.Span, len(all))
	for i, s := range all {
		out[i] = w.span(s)
	}
	return out
}

// exact returns the words of the frozen text at a span.
func (w *writer) exact(s text.Span) string { return w.frozen.At(moved(w.doc, w.frozen, s)) }

func (w *writer) mark(s text.Span) record.Mark {
	return record.Mark{Span: w.span(s), Exact: w.exact(s)}
}

// id returns a free id of a kind for something that begins at s.
func (w *writer) id(kind byte, s text.Span) string {
	id := record.ID(kind, int(w.doc.Rune(s.Start)), func(id string) bool { return w.ids[id] })
	w.ids[id] = true
	return id
}

func (w *writer) document(d ingest.Document, sentences []text.Span) {
	words := w.frozen.String()
	genre, _ := record.ParseGenre(d.Genre) // absent when the page states none
	out := record.Document{
		ID: record.DocumentID(d.URL, words), URL: d.URL, Title: d.Title,
		Publisher: d.Publisher, Authors: d.Authors,
		Published: d.Published, Modified: d.Modified,
		Language: d.Language, Genre: genre,
		Text: &words, Length: int(w.doc.Rune(w.doc.Len())),
		Sentences: w.spans(sentences), TextSHA256: record.TextSHA256(words),
	}
	if !d.Fetched.IsZero() {
		out.Fetched = d.Fetched.UTC().Format(time.RFC3339)
	}
	w.record.Document = out
}

func (w *writer) entities(all []mention.Entity, referring []coref.Mention) {
	for _, e := range all {
		kind, err := record.ParseEntityType(string(e.Kind))
		if err != nil {
			kind = record.EntityOther
		}
		out := record.Entity{ID: w.id(record.KindEntity, e.Mentions[0]), Type: kind, Name: e.Name, Country: e.Country()}
		for _, m := range e.Mentions {
			out.Mentions = append(out.Mentions, w.mention(m, record.MentionName))
		}
		w.entity = append(w.entity, out.ID)
		w.record.Entities = append(w.record.Entities, out)
	}
	for _, m := range referring {
		kind := record.MentionNominal
		if m.Pronoun {
			kind = record.MentionPronoun
		}
		of := &w.record.Entities[m.Entity]
		of.Mentions = append(of.Mentions, w.mention(m.Span, kind))
	}
	for _, e := range w.record.Entities {
		slices.SortStableFunc(e.Mentions, func(a, b record.Mention) int {
			return cmp.Compare(a.Span.Start, b.Span.Start)
		})
	}
}

func (w *writer) mention(s text.Span, kind record.MentionKind) record.Mention {
	return record.Mention{Span: w.span(s), Exact: w.exact(s), Kind: kind}
}

// roles writes the roles of the entities, which are written already.
func (w *writer) roles(all []role.Role) {
	for _, r := range all {
		of := &w.record.Entities[r.Entity]
		of.Roles = append(of.Roles, w.mark(r.Span))
	}
}

var forms = [...]record.Form{
	attribution.Indirect: record.FormIndirect,
	attribution.Mixed:    record.FormMixed,
	attribution.Direct:   record.FormDirect,
}

func (w *writer) statements(all []attribution.Statement, who *who) {
	for _, s := range all {
		cue := w.mark(s.Cue)
		w.record.Statements = append(w.record.Statements, record.Statement{
			ID:      w.id(record.KindStatement, s.Content[0]),
			Form:    forms[s.Form],
			Speaker: w.speaker(s.Speaker, who),
			About:   w.about(s, who),
			Cue:     &cue,
			Content: record.Content{
				Spans: w.spans(s.Content), Quoted: w.spans(s.Quoted),
				Text: attribution.Words(w.doc, s),
			},
			Score: score(s.Score),
		})
	}
	for i, s := range all {
		if s.Inside >= 0 {
			w.record.Statements[i].Inside = w.record.Statements[s.Inside].ID
		}
	}
}

// speaker returns the words of a speaker and who it is, if that is named.
func (w *writer) speaker(s text.Span, who *who) *record.Arg {
	if s.Empty() {
		return nil
	}
	span := w.span(s)
	arg := record.Arg{Span: &span, Exact: w.exact(s)}
	if i, ok := who.is(s); ok {
		arg.Entity = &w.entity[i]
	}
	return &arg
}

// about returns the ids of the entities that the content of a statement names,
// in the order of their first mention in it.
func (w *writer) about(s attribution.Statement, who *who) []string {
	var out []string
	for _, piece := range s.Content {
		for _, i := range who.in(piece) {
			if id := w.entity[i]; !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
	}
	return out
}
