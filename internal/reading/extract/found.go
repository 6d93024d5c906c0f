package extract

import (
	"slices"
	"strings"

	"readout/internal/ingest"
	"readout/internal/language/text"
	"readout/internal/neural/tag"
	"readout/internal/reading/amount"
	"readout/internal/reading/attribution"
	"readout/internal/reading/citation"
	"readout/internal/reading/mention"
	"readout/internal/reading/timex"
	"readout/record"
)

// proposedTime is the score from which the model's times count: less sure ones
// are wrong more often than what they add (docs/accuracy.md).
const proposedTime = 0.9

// extents returns the times that the model proposes.
func extents(found []tag.Name) []timex.Extent {
	var out []timex.Extent
	for _, n := range found {
		if n.Score >= proposedTime {
			out = append(out, timex.Extent{Span: n.Span.Span, Type: timex.Type(n.Kind), Score: n.Score})
		}
	}
	return out
}

// people returns the marks of those who are told something, but for lone
// articles: those name nobody.
func people(doc *text.Text, found []tag.Name) []tag.Name {
	return slices.DeleteFunc(slices.Clone(found), func(n tag.Name) bool {
		switch strings.ToLower(doc.At(n.Span.Span)) {
		case "the", "a", "an":
			return true
		}
		return false
	})
}

func timeSpans(times []timex.Time) []text.Span {
	out := make([]text.Span, len(times))
	for i, t := range times {
		out[i] = t.Span
	}
	return out
}

// cited gathers what the finder of citations looks at. The links are those of doc.
func cited(links []ingest.Link, names []mention.Name, times []timex.Time, statements []attribution.Statement) citation.Input {
	in := citation.Input{Names: names, Times: timeSpans(times)}
	for _, l := range links {
		in.Links = append(in.Links, citation.Link{Span: l.Span, URL: l.URL})
	}
	for _, s := range statements {
		in.Cues = append(in.Cues, s.Cue)
		in.Sayings = append(in.Sayings, citation.Saying{
			Speaker: s.Speaker, Cue: s.Cue, Content: s.Content,
		})
	}
	slices.SortFunc(in.Cues, func(a, b text.Span) int { return a.Start - b.Start })
	return in
}

// days returns the times that may date a statement: those that are not after the
// day, month or year of publication, and days that no publication date puts in the
// calendar.
func days(times []timex.Time, published string) []attribution.Day {
	var out []attribution.Day
	for i, t := range times {
		dated := t.Type == timex.Date || t.Type == timex.Clock
		placed := t.Start != "" || strings.HasPrefix(t.Value, "XXXX-")
		later := published != "" && t.Start > published && !strings.HasPrefix(t.Start, published)
		if !dated || !placed || later {
			continue
		}
		out = append(out, attribution.Day{Span: t.Span, Time: i})
	}
	return out
}

func covers(all []citation.Citation) []attribution.Cover {
	out := make([]attribution.Cover, len(all))
	for i, c := range all {
		out[i] = attribution.Cover{Span: c.Span, Covers: c.Covers, Days: c.Times}
	}
	return out
}

// times writes times and keeps their ids by index.
func (w *writer) times(all []timex.Time) {
	for _, t := range all {
		w.time = append(w.time, w.id(record.KindTime, t.Span))
	}
	for i, t := range all {
		out := record.Time{
			ID: w.time[i], Span: w.span(t.Span), Exact: w.exact(t.Span),
			Timex: t.Value, EDTF: t.EDTF, Start: t.Start, End: t.End,
			Score: score(t.Score),
		}
		out.Type, _ = record.ParseTimeType(string(t.Type)) // the stages use the record's words
		out.Mod, _ = record.ParseMod(t.Mod)                // none is no error to speak of
		for _, f := range t.Inferred {
			if field, err := record.ParseTimeField(f); err == nil {
				out.Inferred = append(out.Inferred, field)
			}
		}
		switch {
		case t.Anchor == timex.Published:
			out.Anchor = record.Published
		case t.Anchor >= 0:
			out.Anchor = w.time[t.Anchor]
		}
		w.record.Times = append(w.record.Times, out)
	}
}

// amounts writes amounts.
func (w *writer) amounts(all []amount.Amount) {
	for _, a := range all {
		out := record.Amount{
			ID: w.id(record.KindAmount, a.Span), Span: w.span(a.Span), Exact: w.exact(a.Span),
			Value: a.Value, Low: a.Low, High: a.High,
			Unit: a.Unit, Approx: a.Approx, Of: a.Of,
		}
		out.Kind, _ = record.ParseAmountKind(string(a.Kind))
		w.record.Amounts = append(w.record.Amounts, out)
	}
}

// citations writes citations and keeps their ids by index.
func (w *writer) citations(all []citation.Citation, who *who) {
	for _, c := range all {
		out := record.Citation{
			ID: w.id(record.KindCitation, c.Span), Span: w.span(c.Span),
			Exact: w.exact(c.Span), URL: c.Link, Sources: []record.Arg{},
		}
		for _, s := range c.Sources {
			out.Sources = append(out.Sources, *w.speaker(s, who))
		}
		for _, t := range c.Times {
			out.Times = append(out.Times, w.time[t])
		}
		w.citation = append(w.citation, out.ID)
		w.record.Citations = append(w.record.Citations, out)
	}
}

// sayings writes when statements were made and what they are cited to.
func (w *writer) sayings(all []attribution.Saying) {
	for i, s := range all {
		out := &w.record.Statements[i]
		for _, c := range s.Citations {
			out.Citations = append(out.Citations, w.citation[c])
		}
		switch s.Basis {
		case attribution.Undated:
		case attribution.InText:
			out.Said = &record.Said{Time: w.time[s.Time], Basis: record.BasisText}
		case attribution.InCover:
			out.Said = &record.Said{Time: w.time[s.Time], Basis: record.BasisCitation}
		case attribution.ByOutlet:
			out.Said = &record.Said{Time: record.Published, Basis: record.BasisPublished}
		}
	}
}
