// Package extract reads a document into its record: the stages of reading as
// plain calls, one after another, and the one place where byte spans become
// spans of the record.
//
// In goes an [ingest.Document]; out comes a [record.Record] in code points.
//
// # Guarantees
//
// Every record passes record.Validate once the caller has set Meta.Created, the
// time of making. Equal documents give equal records. No-break, thin and other
// spaces are read as plain ones; the words of a record have those of the text. A
// [Reader] is safe for concurrent use and has no other state than its model.
//
// # Limits
//
// Records hold statements, the entities named, times, amounts, citations and
// events; contexts and CAMEO codes of events are not judged.
package extract

import (
	"context"
	"fmt"
	"math"

	"readout/internal/ingest"
	"readout/internal/language/segment"
	"readout/internal/language/text"
	"readout/internal/neural/kernel"
	"readout/internal/neural/tag"
	"readout/internal/neural/weights"
	"readout/internal/reading/amount"
	"readout/internal/reading/attribution"
	"readout/internal/reading/citation"
	"readout/internal/reading/coref"
	"readout/internal/reading/event"
	"readout/internal/reading/mention"
	"readout/internal/reading/narrative"
	"readout/internal/reading/role"
	"readout/internal/reading/silence"
	"readout/internal/reading/stance"
	"readout/internal/reading/timex"
	"readout/record"
)

// Version is the version of the pipeline, signed into every record.
const Version = "0.1.0"

// Pipeline names the pipeline as records do.
const Pipeline = "readout/" + Version

// A Reader reads documents.
type Reader struct {
	tagger  *tag.Tagger
	options Options
}

// Options says what a record is to hold. The zero value is what records have by
// themselves.
type Options struct {
	Narrative narrative.Scope // the judgements of the author
}

// Scoped returns o with the judgements of the author that the name of a scope
// stands for; false when there is no such scope.
func (o Options) Scoped(name string) (Options, bool) {
	scope, ok := narrative.ParseScope(name)
	o.Narrative = scope
	return o, ok
}

// Open returns a reader with the model in this program. It computes with the
// named kernel (see kernel.Named), or with the fastest one if the name is empty.
func Open(kernelName string) (*Reader, error) {
	table := kernel.Best()
	if kernelName != "" {
		var err error
		if table, err = kernel.Named(kernelName); err != nil {
			return nil, err
		}
	}
	t, err := tag.New(weights.Model(), weights.Vocabulary(), table)
	if err != nil {
		return nil, fmt.Errorf("opening the model: %w", err)
	}
	return &Reader{tagger: t}, nil
}

// With returns a reader with the same model and other options.
func (r *Reader) With(options Options) *Reader {
	return &Reader{tagger: r.tagger, options: options}
}

// ModelName names the model in this program by its digest.
func ModelName() string { return "reader@sha256:" + weights.Digest()[:16] }

// Read returns the record of a document. The error is that of ctx, when it ends while
// the model reads, or says that the document's text is not UTF-8.
func (r *Reader) Read(ctx context.Context, d ingest.Document) (*record.Record, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	frozen, err := text.New(d.Text)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", d.Input, err)
	}
	doc := evened(frozen)
	sentences := segment.AppendSentences(nil, doc)
	words := coref.Ask(doc)
	tags, err := r.tagger.Tag(ctx, doc, sentences, coref.Referring(words))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", d.Input, err)
	}
	named := mention.Agree(doc, names(tags.Names))
	entities := mention.Gather(doc, mention.Nest(doc, named, names(tags.Inner)))
	quotations := segment.AppendQuotations(nil, doc)
	told := silence.Find(doc, sentences, tags.Attributions)
	statements := attribution.Build(doc, told, quotations)

	times := timely(doc, timex.Find(doc, sentences, extents(tags.Times), d.Published), named)
	amounts := amount.Find(doc, sentences, timeSpans(times))
	citations := citation.Find(doc, sentences, cited(linksIn(doc, frozen, d.Links), named, times, statements))
	sayings := attribution.Date(doc, statements, attribution.Dating{
		Sentences: sentences, Days: days(times, d.Published), Covers: covers(citations), Published: d.Published != "",
	})

	referring := coref.Resolve(doc, coref.Input{
		Words: words, References: tags.References, Entities: entities,
		Statements: statements, Sentences: sentences, Quotations: quotations,
	})

	w := newWriter(doc)
	w.frozen = frozen
	w.document(d, sentences)
	w.entities(entities, referring)
	w.roles(role.Find(doc, sentences, entities, pronouns(referring)))
	who := newWho(doc, entities, referring)
	if place, ok := (head{doc: doc, names: named, times: times, citations: citations}).dateline(); ok {
		w.record.Document.Dateline = w.speaker(place, who)
	}
	w.times(times)
	w.amounts(amounts)
	w.citations(citations, who)
	w.statements(statements, who)
	w.sayings(sayings)
	judged := stance.Judge(doc, stance.Input{
		Sentences: sentences, Statements: statements, Names: named, Times: times,
		Addressees: people(doc, tags.Addressees), Sayings: sayings, Published: d.Published,
	})
	w.stances(judged, who)
	w.events(event.Find(doc, event.Input{
		Found: tags.Events, Sentences: sentences, Names: named, Statements: statements,
		Polarity: polarities(judged), Times: times, Amounts: amounts, Covers: covers(citations),
	}), who)
	authors := narrative.Find(doc, narrative.Input{
		Sentences: sentences, Quotations: quotations, Statements: statements,
	}, r.options.Narrative)
	w.narrative(authors, stance.Outlook(doc, stance.Input{
		Sentences: sentences, Statements: foreseen(authors), Names: named, Times: times,
		Published: d.Published,
	}), who, d.Published != "")
	w.record.Meta = record.Meta{
		Pipeline: Pipeline, Models: []string{ModelName()},
		Warnings: d.Warnings, Input: d.Input,
	}
	return w.record, nil
}

func names(found []tag.Name) []mention.Scored {
	out := make([]mention.Scored, len(found))
	for i, n := range found {
		name := mention.Name{Span: n.Span.Span, Kind: mention.Kind(n.Kind)}
		out[i] = mention.Scored{Name: name, Score: n.Score}
	}
	return out
}

// score rounds a probability to what its calibration can bear: two decimals.
func score(p float64) *float64 {
	rounded := math.Round(p*100) / 100
	return &rounded
}
