package main

import (
	"bytes"
	"context"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"

	"readout/cmd/readout/console"
	"readout/internal/ingest"
	"readout/internal/reading/extract"
	"readout/record"
)

// saidThat is all the language that the fake knows: "Ann Lee said the bridge
// is closed."
var saidThat = regexp.MustCompile(`(\p{Lu}\w+ \p{Lu}\w+) (said) ([^.]+)`)

// didTo is an event to the fake, and byDay when something is due.
var (
	didTo = regexp.MustCompile(`(\p{Lu}\w+ \p{Lu}\w+) (met) (\p{Lu}\w+ \p{Lu}\w+)`)
	byDay = regexp.MustCompile(`\d{4}-\d\d-\d\d`)
)

// A fake reads statements by a pattern.
type fake struct{}

// Read returns the record of a document. A text that says "panic" panics, one
// that says "refuse" is an error, and one that says "wait" waits for ctx.
func (fake) Read(ctx context.Context, d ingest.Document) (*record.Record, error) {
	switch {
	case strings.Contains(d.Text, "panic"):
		panic("the text says so")
	case strings.Contains(d.Text, "refuse"):
		return nil, fmt.Errorf("%s: the text says so", d.Input)
	case strings.Contains(d.Text, "wait"):
		<-ctx.Done()
		return nil, ctx.Err()
	}
	text := d.Text
	r := &record.Record{
		Readout: record.Version, Offsets: record.OffsetsByte,
		Document: record.Document{
			ID: record.DocumentID(d.URL, text), URL: d.URL, Title: d.Title, Publisher: d.Publisher,
			Published: d.Published, Language: "en", Text: &text, Length: len(text), TextSHA256: record.TextSHA256(text),
		},
		Meta: record.Meta{Pipeline: "readout/fake", Input: d.Input, Warnings: d.Warnings},
	}
	// The words before a statement are ASCII, so that bytes are code points.
	for _, m := range saidThat.FindAllStringSubmatchIndex(text, -1) {
		span := func(group int) record.Span { return record.Span{Start: m[2*group], End: m[2*group+1]} }
		at := func(s record.Span) string { return text[s.Start:s.End] }
		speaker, cue, content := span(1), span(2), span(3)
		s := record.Statement{
			ID:      record.ID(record.KindStatement, content.Start, func(string) bool { return false }),
			Form:    record.FormIndirect,
			Speaker: &record.Arg{Span: &speaker, Exact: at(speaker)},
			Cue:     &record.Mark{Span: cue, Exact: at(cue)},
			Content: record.Content{Spans: []record.Span{content}, Text: at(content)},
		}
		if day := byDay.FindStringIndex(at(content)); day != nil {
			t := timeAt(text, content.Start+day[0], content.Start+day[1])
			r.Times = append(r.Times, t)
			s.Act, s.Due = record.ActCommit, &record.Due{Time: t.ID}
		}
		r.Statements = append(r.Statements, s)
	}
	for _, m := range didTo.FindAllStringSubmatchIndex(text, -1) {
		arg := func(group int) record.Arg {
			s := record.Span{Start: m[2*group], End: m[2*group+1]}
			return record.Arg{Span: &s, Exact: text[s.Start:s.End]}
		}
		trigger := arg(2)
		r.Events = append(r.Events, record.Event{
			ID:   record.ID(record.KindEvent, trigger.Span.Start, func(string) bool { return false }),
			Type: record.EventConsult, Trigger: record.Mark{Span: *trigger.Span, Exact: trigger.Exact},
			Actors: []record.Arg{arg(1)}, Recipients: []record.Arg{arg(3)},
			Status: record.StatusOccurred, Certainty: record.CertaintyCertain,
		})
	}
	return r.In(record.OffsetsCodepoint)
}

// timeAt returns the time that a day of the text is.
func timeAt(text string, start, end int) record.Time {
	day := text[start:end]
	return record.Time{
		ID:   record.ID(record.KindTime, start, func(string) bool { return false }),
		Span: record.Span{Start: start, End: end}, Exact: day,
		Type: record.TimeDate, Timex: day, EDTF: day, Start: day, End: day,
	}
}

// epoch is the time of tests.
var epoch = time.Unix(0, 0)

// invoke runs a command line with the fake, and returns what it wrote.
func invoke(t *testing.T, ctx context.Context, stdin string, args ...string) (stdout, stderr string, code int) {
	t.Helper()
	var out, errs bytes.Buffer
	code = run(ctx, args, env{
		Env: console.Env{
			Stdin: strings.NewReader(stdin), Stdout: &out, Stderr: &errs,
			Getenv: func(string) string { return "" },
			Now:    func() time.Time { return epoch },
		},
		open:     func(string, extract.Options) (reader, error) { return fake{}, nil },
		pipeline: "readout/fake",
	})
	return out.String(), errs.String(), code
}
