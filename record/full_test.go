package record

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// draft builds a record by the words of its text, never by numbers.
type draft struct {
	text string
	t    testing.TB
}

func (d draft) span(words string) Span {
	d.t.Helper()
	before, _, ok := strings.Cut(d.text, words)
	if !ok || words == "" {
		d.t.Fatalf("the text does not say %q", words)
	}
	start := lengthIn(before, OffsetsCodepoint)
	return Span{start, start + lengthIn(words, OffsetsCodepoint)}
}

func (d draft) mark(words string) Mark { return Mark{d.span(words), words} }

func (d draft) arg(entity, words string) *Arg {
	s := d.span(words)
	if entity == "" {
		return &Arg{nil, &s, words}
	}
	return &Arg{&entity, &s, words}
}

func (d draft) id(kind byte, words string) string {
	return fmt.Sprintf("%c%d", kind, d.span(words).Start)
}

// fullRecord returns a record in which every field is set.
func fullRecord(t testing.TB) *Record {
	d := draft{"ŽILINA — “We shall probably sign by May if they do,” the envoy Ján Novák told reporters " +
		"in Košice on Monday (Reuters, May 2). It is a bad deal of 5 million euros. He backed it.", t}
	score, author := 0.5, Author
	novak, monday, content := d.id('e', "Ján Novák"), d.id('t', "Monday"), d.mark("“We shall probably sign by May if they do,”")
	kosice, cited := d.id('e', "Košice"), d.id('c', "(Reuters, May 2)")
	reuters := d.id('e', "Reuters")
	r := &Record{Readout: Version, Offsets: OffsetsCodepoint}
	r.Document = Document{
		URL: "https://readout.example/1", Title: "Deal", Publisher: "Example", Authors: []string{"Jane Doe"},
		Published: "2024-05-03", Modified: "2024-05-04", Fetched: "2024-05-05T06:07:08Z", Language: "en",
		Genre: GenreReport, Dateline: d.arg("", "ŽILINA"), Text: &d.text,
		Length: lengthIn(d.text, OffsetsCodepoint), Sentences: []Span{d.span("He backed it.")},
		TextSHA256: TextSHA256(d.text), ID: DocumentID("https://readout.example/1", d.text),
	}
	review := &Review{ReviewAccepted, "me", "2024-06-01T00:00:00Z", "seen"}
	name := func(words string) []Mention { return []Mention{{d.span(words), words, MentionName}} }
	r.Entities = []Entity{
		{
			ID: novak, Type: EntityPerson, Name: "Ján Novák", Roles: []Mark{d.mark("envoy")}, Country: "SVK", Sector: "GOV",
			Mentions: append([]Mention{{d.span("the envoy"), "the envoy", MentionNominal}}, name("Ján Novák")...),
			SameAs:   &SameAs{"Q1", SameAsName, 0.7, review}, Score: &score,
		},
		{ID: kosice, Type: EntityPlace, Name: "Košice", Mentions: name("Košice"), Geo: &Geo{&score, &score, 724443, PrecisionCity}},
		{ID: reuters, Type: EntityOrganization, Name: "Reuters", Mentions: name("Reuters")},
	}
	r.Times = []Time{
		{
			ID: d.id('t', "May"), Span: d.span("May"), Exact: "May", Type: TimeDate, Timex: "2024-05", Mod: ModStart, EDTF: "2024-05",
			Start: "2024-05-01", End: "2024-05-31", Anchor: monday, Inferred: []TimeField{InferredYear}, Score: &score,
		},
		{ID: monday, Span: d.span("Monday"), Exact: "Monday", Type: TimeDate, Timex: "2024-04-29", Anchor: Published},
	}
	r.Amounts = []Amount{{
		ID: d.id('m', "5 million euros"), Span: d.span("5 million euros"), Exact: "5 million euros", Kind: AmountMoney,
		Value: "5000000", Low: "5000000", High: "5000001", Unit: "EUR", Approx: true, Of: "deal", Score: &score,
	}}
	r.Citations = []Citation{{
		ID: cited, Span: d.span("(Reuters, May 2)"), Exact: "(Reuters, May 2)", Sources: []Arg{*d.arg(reuters, "Reuters")},
		URL: "https://reuters.example/", Score: &score, Times: []string{monday},
	}}
	said := &Said{monday, BasisText}
	r.Statements = []Statement{
		{
			ID: d.id('s', content.Exact), Form: FormDirect, Act: ActForecast, Polarity: PolarityAffirmed, Certainty: CertaintyProbable,
			Likelihood: []float64{0.55, 0.8}, Hedges: []Mark{d.mark("probably")}, Speaker: d.arg(novak, "the envoy Ján Novák"),
			Addressees: []Arg{*d.arg("", "reporters")}, Cue: ptr(d.mark("told")),
			Content: Content{[]Span{content.Span}, []Span{d.span("We shall probably sign by May if they do,")}, "We shall probably sign by May if they do,"},
			About:   []string{novak}, Said: said, Place: d.arg(kosice, "Košice"),
			Due:    &Due{d.id('t', "May"), ptr(d.mark("if they do"))},
			Inside: d.id('s', "It is a bad deal"), Citations: []string{cited}, Score: &score, Review: review,
		},
		{
			ID: d.id('s', "It is a bad deal"), Form: FormNarrative, Act: ActAssess, Speaker: &Arg{Entity: &author},
			Content: Content{Spans: []Span{d.span("It is a bad deal")}, Text: "It is a bad deal"}, Said: &Said{Published, BasisPublished},
		},
	}
	r.Events = []Event{{
		ID: d.id('v', "backed"), Type: EventSupport, Modes: []string{"verbal"}, Contexts: []string{"diplomatic"}, Cameo: "051",
		Trigger: d.mark("backed"), Actors: []Arg{*d.arg("", "He backed")}, Recipients: []Arg{*d.arg("", "it.")}, Time: monday,
		Place: d.arg(kosice, "Košice"), Amounts: []string{r.Amounts[0].ID}, Status: StatusOccurred, Certainty: CertaintyCertain,
		Statement: r.Statements[0].ID, As: AsDescribed, Citations: []string{cited}, Score: &score, Review: review,
	}}
	r.Meta = Meta{"readout/1", []string{"reader@sha256:0"}, "2024-05-05T06:07:08Z", []string{"none"}, "a.txt"}
	return r
}

func ptr[T any](v T) *T { return &v }

func TestARecordWithEveryFieldIsValidAndComesBack(t *testing.T) {
	r := fullRecord(t)
	data := marshal(t, r)
	back, findings := Check(data)
	for _, f := range findings {
		t.Error(f)
	}
	if err := schemaError(t, compile(t), data); err != nil {
		t.Error(err)
	}
	if again := marshal(t, back); !bytes.Equal(again, data) {
		t.Errorf("came back as\n%s\nwant\n%s", again, data)
	}
	for _, unit := range []Offsets{OffsetsUTF16, OffsetsByte} {
		there, err := r.In(unit)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range there.Validate() {
			t.Errorf("in %s: %s", unit, f)
		}
	}
}

// TestEveryReferenceIsChecked breaks each reference in turn.
func TestEveryReferenceIsChecked(t *testing.T) {
	tests := []struct {
		path string
		edit func(*Record)
	}{
		{"times[0].anchor", func(r *Record) { r.Times[0].Anchor = "t9999" }},
		{"citations[0].times[0]", func(r *Record) { r.Citations[0].Times[0] = "t9999" }},
		{"citations[0].sources[0].entity", func(r *Record) { r.Citations[0].Sources[0].Entity = ptr("e9999") }},
		{"statements[0].about[0]", func(r *Record) { r.Statements[0].About[0] = "" }},
		{"statements[0].due.time", func(r *Record) { r.Statements[0].Due.Time = "t9999" }},
		{"statements[0].inside", func(r *Record) { r.Statements[0].Inside = "s9999" }},
		{"events[0].time", func(r *Record) { r.Events[0].Time = "m9999" }},
		{"events[0].amounts[0]", func(r *Record) { r.Events[0].Amounts[0] = "m9999" }},
		{"events[0].statement", func(r *Record) { r.Events[0].Statement = "s9999" }},
		{"events[0].citations[0]", func(r *Record) { r.Events[0].Citations[0] = "c9999" }},
		{"events[0].place.entity", func(r *Record) { r.Events[0].Place.Entity = ptr("e9999") }},
	}
	for _, tt := range tests {
		r := fullRecord(t)
		tt.edit(r)
		findings := r.Validate()
		if len(findings) != 1 || findings[0].Rule != RuleReference ||
			findings[0].Path != tt.path {
			t.Errorf("%s: findings %v, want one there", tt.path, findings)
		}
	}
}

func TestShapeOfForeignJSON(t *testing.T) {
	tests := []struct{ in, want string }{
		{`[1,[2],{"a":3}]`, "shape: must begin with {"},
		{`{"times":{"a":[{}]}}`, "times: shape: must begin with ["},
		{`{"times":null}`, "times: shape: must not be null"},
		{`{"meta":{"created":5}}`, "meta.created: shape: is a JSON number, must be a string"},
		{`{"document":{"url":{}}}`, "document.url: shape: is a JSON object, must be a string"},
		{`{"document":{"modified":7}}`, "document.modified: shape: must be a string"},
		{`{"amounts":[{"approx":1}]}`, "amounts[0].approx: shape: is a JSON number, must be true or false"},
		{`{"times":[1,}`, "shape: not JSON: byte 12: invalid character '}' looking for beginning of value"},
		{`nope`, "shape: not JSON: byte 2: invalid character 'o' in literal null (expecting 'u')"},
	}
	for _, tt := range tests {
		_, findings := Check([]byte(tt.in))
		var got []string
		for _, f := range findings {
			got = append(got, f.String())
		}
		if !strings.Contains("\n"+strings.Join(got, "\n")+"\n", "\n"+tt.want+"\n") {
			t.Errorf("Check(%s): %q, want among them %q", tt.in, got, tt.want)
		}
	}
}
