package record

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// mutations are edits of the example: the JSON to find and what to put in its
// place, or nothing to delete it. The validator library says which of them the
// schema refuses; Check must refuse the same.
var mutations = []struct{ name, find, put string }{
	{"other version", `"readout":"1"`, `"readout":"2"`},
	{"no version", `"readout":"1",`, ``},
	{"unknown unit", `"offsets":"codepoint"`, `"offsets":"line"`},
	{"unknown key", `"events":[`, `"links":[],"events":[`},
	{"null array", `"citations":[]`, `"citations":null`},
	{"no array", `"citations":[],`, ``},
	{"object for array", `"citations":[]`, `"citations":{}`},
	{"id of a document too short", `"id":"d5ec9f8e30c7312f1"`, `"id":"d5ec9f8e30c7312f"`},
	{"no language", `"language":"en",`, ``},
	{"number for language", `"language":"en"`, `"language":7`},
	{"unknown genre", `"genre":"report"`, `"genre":"poem"`},
	{"empty genre", `"genre":"report"`, `"genre":""`},
	{"null title", `"publisher":"Wikinews"`, `"publisher":null`},
	{"year without month is a date", `"published":"2023-02-23"`, `"published":"2023"`},
	{"date of one letter", `"published":"2023-02-23"`, `"published":"2"`},
	{"empty date", `"published":"2023-02-23"`, `"published":""`},
	{"length below zero", `"length":705`, `"length":-1`},
	{"length with a fraction", `"length":705`, `"length":705.5`},
	{"length of words", `"length":705`, `"length":"long"`},
	{"digest in capitals", `"text_sha256":"8d5`, `"text_sha256":"8D5`},
	{"span of three", `[42,59]`, `[42,59,60]`},
	{"span of one", `[42,59]`, `[42]`},
	{"span below zero", `[42,59]`, `[-42,59]`},
	{"span of words", `[42,59]`, `["a","b"]`},
	{"null span", `[42,59]`, `null`},
	{"unknown kind of id", `"id":"e42"`, `"id":"x42"`},
	{"id without a number", `"id":"e42"`, `"id":"e"`},
	{"id with capitals", `"id":"e42"`, `"id":"e42B"`},
	{"no mentions", `"mentions":[{"span":[88,94],"exact":"Afghan","kind":"name"}]`, `"mentions":[]`},
	{"unknown kind of mention", `"kind":"pronoun"`, `"kind":"verb"`},
	{"no kind of mention", `,"kind":"pronoun"`, ``},
	{"country in small letters", `"country":"AFG"`, `"country":"afg"`},
	{"empty country", `"country":"AFG"`, `"country":""`},
	{"same_as without method", `"method":"alias",`, ``},
	{"score above one", `"score":0.8}`, `"score":1.1}`},
	{"score of one", `"score":0.8}`, `"score":1}`},
	{"null end of a time", `"end":"2021-09-30"`, `"end":null`},
	{"day without month", `"end":"2021-09-30"`, `"end":"2021"`},
	{"null timex", `"timex":"2021-09"`, `"timex":null`},
	{"no timex", `"timex":"2021-09",`, ``},
	{"inferred hour", `"anchor":"published"`, `"anchor":"published","inferred":["hour"]`},
	{"inferred year", `"anchor":"published"`, `"anchor":"published","inferred":["year"]`},
	{"value with a comma", `"value":"3000"`, `"value":"3,000"`},
	{"no form", `"form":"direct",`, ``},
	{"unknown act", `"act":"forecast"`, `"act":"predict"`},
	{"no act", `"act":"forecast",`, ``},
	{"no speaker", `"speaker":null,`, ``},
	{"speaker without an entity", `"speaker":{"entity":"e146",`, `"speaker":{`},
	{"speaker without a span", `"entity":"e209","span":[205,220],`, `"entity":"e209",`},
	{"author without a span", `{"entity":"e209","span":[205,220],"exact":"the Home Office"}`, `{"entity":"author"}`},
	{"entity of the wrong kind", `"entity":"e209"`, `"entity":"s209"`},
	{"null cue", `"cue":{"span":[482,486],"exact":"told"}`, `"cue":null`},
	{"cue without words", `,"exact":"told"`, ``},
	{"content without text", `,"text":"laws banning illegal migrants from claiming asylum in the UK"`, ``},
	{"content without spans", `"spans":[[496,704]]`, `"spans":[]`},
	{"three likelihoods", `"act":"forecast"`, `"act":"forecast","likelihood":[0.1,0.2,0.3]`},
	{"two likelihoods", `"certainty":"probable"`, `"certainty":"probable","likelihood":[0.55,0.8]`},
	{"unknown basis", `"basis":"published"`, `"basis":"guess"`},
	{"due without a time", `"due":{"time":"t423"}`, `"due":{}`},
	{"null due", `"due":{"time":"t423"}`, `"due":null`},
	{"statement without as", `"certainty":"certain","score":0.8`, `"certainty":"certain","statement":"s171"`},
	{"as without statement", `"certainty":"certain","score":0.8`, `"certainty":"certain","as":"performed"`},
	{"statement and as", `"certainty":"certain","score":0.8`, `"certainty":"certain","statement":"s171","as":"described"`},
	{"null time of an event", `"time":"t63","status"`, `"time":null,"status"`},
	{"unknown type of event", `"type":"SUPPORT"`, `"type":"support"`},
	{"cameo of letters", `"type":"SUPPORT"`, `"type":"SUPPORT","cameo":"05a"`},
	{"review without a state", `"score":0.98}],"events"`, `"review":{"by":"me"}}],"events"`},
	{"review with a date alone", `"score":0.98}],"events"`, `"review":{"state":"open","at":"2023-02-23"}}],"events"`},
	{"created without a time of day", `"created":"2023-02-23T12:00:00Z"`, `"created":"2023-02-23"`},
	{"no created", `"created":"2023-02-23T12:00:00Z",`, ``},
	{"empty geo", `"same_as":{`, `"geo":{},"same_as":{`},
	{"geo", `"same_as":{`, `"geo":{"lat":51.5,"lon":0,"geonames":2635167,"precision":"country"},"same_as":{`},
}

func TestCheckRefusesWhatTheSchemaRefuses(t *testing.T) {
	schema := compile(t)
	canonical := string(marshal(t, readExample(t)))
	for _, m := range mutations {
		if !strings.Contains(canonical, m.find) {
			t.Errorf("%s: the example has no %s", m.name, m.find)
			continue
		}
		data := []byte(strings.Replace(canonical, m.find, m.put, 1))
		refused := schemaError(t, schema, data)
		var shapes []Finding
		_, findings := Check(data)
		for _, f := range findings {
			if f.Rule == RuleShape {
				shapes = append(shapes, f)
			}
		}
		switch {
		case refused != nil && len(shapes) == 0:
			t.Errorf("%s: Check takes what the schema refuses: %v", m.name, refused)
		case refused == nil && len(shapes) > 0:
			t.Errorf("%s: Check refuses what the schema takes: %v", m.name, shapes)
		}
	}
}

func compile(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	const name = "urn:readout:record:1"
	if err := c.AddResource(name, doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile(name)
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func schemaError(t *testing.T, schema *jsonschema.Schema, data []byte) error {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatalf("%v: %s", err, data)
	}
	return schema.Validate(doc)
}

func TestCanonicalJSONMeetsTheSchema(t *testing.T) {
	if err := schemaError(t, compile(t), marshal(t, readExample(t))); err != nil {
		t.Error(err)
	}
}

// TestValidateFindsWhatNoSchemaCan edits the example's values; each edit gives
// the one finding that is named.
func TestValidateFindsWhatNoSchemaCan(t *testing.T) {
	tests := []struct {
		name string
		edit func(*Record)
		want string
	}{
		{
			"the same id twice",
			func(r *Record) { r.Statements[1].ID = "s171" },
			`statements[1].id: id: "s171" is the id of statements[0] too`,
		},
		{
			"an id of another kind",
			func(r *Record) { r.Events[0].ID = "s28" },
			`events[0].id: id: "s28" must begin with 'v'`,
		},
		{
			"an id with a wrong number",
			func(r *Record) { r.Events[0].ID = "v29" },
			`events[0].id: id: "v29", but the main span begins at code point 28`,
		},
		{
			"a speaker who is not in the record",
			func(r *Record) { *r.Statements[0].Speaker.Entity = "e147" },
			`statements[0].speaker.entity: reference: "e147" is the id of nothing in the record`,
		},
		{
			"a time that is an entity",
			func(r *Record) { r.Statements[0].Said.Time = "e42" },
			`statements[0].said.time: reference: "e42" must be an id that begins with 't'`,
		},
		{
			"a citation that is not there",
			func(r *Record) { r.Statements[0].Citations = []string{"c9"} },
			`statements[0].citations[0]: reference: "c9" is the id of nothing in the record`,
		},
		{
			"two statements inside each other",
			func(r *Record) { r.Statements[0].Inside, r.Statements[1].Inside = "s171b", "s171" },
			`statements[0].inside: reference: "s171" is inside itself`,
		},
		{
			"words that the text does not say",
			func(r *Record) { r.Statements[3].Cue.Exact = "asked" },
			`statements[3].cue: exact: the text at [482,486] is "told", not "asked"`,
		},
		{
			"a span after the text",
			func(r *Record) { r.Document.Sentences[2].End = 706 },
			`document.sentences[2]: span: [436,706] ends after the text, which is 705 long`,
		},
		{
			"an empty span",
			func(r *Record) { r.Document.Sentences[2].End = 436 },
			`document.sentences[2]: span: [436,436] is empty or runs backwards`,
		},
		{
			"sentences that overlap",
			func(r *Record) { r.Document.Sentences[1].Start = 280 },
			`document.sentences[1]: span: [280,434] begins before the one before it ends`,
		},
		{
			"quoted words outside the content",
			func(r *Record) { r.Statements[3].Content.Quoted[0].End = 705 },
			`statements[3].content.quoted[0]: span: [497,705] is not within the content`,
		},
		{
			"a wrong digest",
			func(r *Record) { r.Document.TextSHA256 = strings.Repeat("0", 64) },
			`document.text_sha256: document: is not that of the text, ` +
				`8d57217267d7032e9ba06bcfb5890df1a25f5f4b30ee40f19cb24ee851922de7`,
		},
		{
			"another address",
			func(r *Record) { r.Document.URL = "" },
			`document.id: document: is "d5ec9f8e30c7312f1", but url and text give d8f1e1e4d5a5c0a3f`,
		},
		{
			"a wrong length",
			func(r *Record) { r.Document.Length = 706 },
			`document.length: document: is 706, but the text is 705 long in codepoint offsets`,
		},
	}
	for _, tt := range tests {
		r := readExample(t)
		tt.edit(r)
		want := strings.Replace(tt.want, "d8f1e1e4d5a5c0a3f", DocumentID("", *r.Document.Text), 1)
		findings := r.Validate()
		if len(findings) != 1 || findings[0].String() != want {
			t.Errorf("%s:\n got %v\nwant %s", tt.name, findings, want)
		}
	}
}

func TestPublishedNeedsADate(t *testing.T) {
	r := readExample(t)
	r.Document.Published = ""
	var got []string
	for _, f := range r.Validate() {
		got = append(got, f.Path)
	}
	want := "times[1].anchor times[2].anchor times[3].anchor statements[2].said.time"
	if strings.Join(got, " ") != want {
		t.Errorf("findings at %v, want %s", got, want)
	}
}

func TestSpanMayNotCutACharacter(t *testing.T) {
	text := "Re\u0301sume\u0301 🇨🇿 👩‍👩‍👧."
	for _, tt := range []struct {
		unit Offsets
		span Span
		ok   bool
	}{
		{OffsetsCodepoint, Span{0, 3}, true},
		{OffsetsCodepoint, Span{0, 2}, false},
		{OffsetsCodepoint, Span{9, 11}, true},
		{OffsetsCodepoint, Span{9, 10}, false},
		{OffsetsCodepoint, Span{12, 17}, true},
		{OffsetsCodepoint, Span{12, 14}, false},
		{OffsetsUTF16, Span{9, 10}, false},
		{OffsetsUTF16, Span{9, 13}, true},
		{OffsetsByte, Span{0, 3}, false},
		{OffsetsByte, Span{0, 4}, true},
	} {
		r := &Record{Offsets: tt.unit, Document: Document{
			Text: &text, Length: lengthIn(text, tt.unit), Sentences: []Span{tt.span},
		}}
		cut := false
		for _, f := range r.Validate() {
			cut = cut || f.Rule == RuleSpan
		}
		if cut == tt.ok {
			t.Errorf("%s %v: refused %v", tt.unit, tt.span, cut)
		}
	}
}

func TestWithoutTheTextWhatRemainsIsChecked(t *testing.T) {
	r := readExample(t)
	r.Document.Text = nil
	findings := r.Validate()
	if len(findings) != 1 || findings[0].Rule != RuleUnchecked ||
		findings[0].Fault() {
		t.Errorf("findings %v, want one note", findings)
	}
	r.Statements[3].Cue.Exact = "asked"
	r.Statements[3].Speaker.Span.End = 706
	want := []string{
		`statements[3].speaker: span: [450,706] ends after the text, which is 705 long`,
		`statements[3].cue: exact: [482,486] is 4 long, but "asked" is 5`,
	}
	for i, f := range r.Validate()[:2] {
		if f.String() != want[i] {
			t.Errorf("got %s, want %s", f, want[i])
		}
	}
}

func TestCheckSaysWhatParseLetsPass(t *testing.T) {
	canonical := string(marshal(t, readExample(t)))
	data := strings.Replace(canonical, `"readout":"1"`, `"readout":"1","readout":"1"`, 1)
	_, findings := Check([]byte(data))
	if len(findings) != 1 ||
		findings[0].String() != "readout: shape: is given twice" {
		t.Errorf("findings %v", findings)
	}
	r, findings := Check([]byte(canonical + "{}"))
	if r != nil || len(findings) != 1 {
		t.Errorf("record %v, findings %v, want one on the text that follows",
			r, findings)
	}
}

func TestUnitsConvertThereAndBack(t *testing.T) {
	r := withPrefix(t, "🇨🇿 “Žluťoučký” 𝄞. ")
	if faults := r.Validate(); len(faults) > 0 {
		t.Fatal(faults)
	}
	before := marshal(t, r)
	for _, unit := range []Offsets{OffsetsUTF16, OffsetsByte, OffsetsCodepoint} {
		there, err := r.In(unit)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range there.Validate() {
			t.Errorf("in %s: %s", unit, f)
		}
		back, err := there.In(OffsetsCodepoint)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(marshal(t, back), before) {
			t.Errorf("a record came back from %s changed", unit)
		}
	}
	if !bytes.Equal(marshal(t, r), before) {
		t.Error("In changed the record it was called on")
	}
	r.Document.Sentences[0].End = 10_000
	if _, err := r.In(OffsetsByte); err == nil {
		t.Error("In converted a span outside the text")
	}
	r.Document.Text = nil
	if _, err := r.In(OffsetsByte); err == nil {
		t.Error("In converted a record without its text")
	}
}

// withPrefix returns the example with words put before its text.
func withPrefix(t *testing.T, prefix string) *Record {
	t.Helper()
	r := readExample(t)
	text := prefix + *r.Document.Text
	shift := lengthIn(prefix, OffsetsCodepoint)
	for _, p := range r.pieces() {
		p.span.Start += shift
		p.span.End += shift
	}
	for i := range r.Entities {
		r.Entities[i].SameAs = nil
	}
	r.Document.Text = &text
	r.Document.Length += shift
	r.Document.ID = DocumentID(r.Document.URL, text)
	r.Document.TextSHA256 = TextSHA256(text)
	data := marshal(t, r)
	for _, m := range r.mains() {
		old := `"` + m.id + `"`
		suffix := strings.TrimLeft(m.id[1:], "0123456789")
		id := ID(m.kind, m.span.Start, func(string) bool { return false }) + suffix
		data = bytes.ReplaceAll(data, []byte(old), []byte(`"#`+id+`"`))
	}
	shifted, err := Parse(bytes.ReplaceAll(data, []byte(`"#`), []byte(`"`)))
	if err != nil {
		t.Fatal(err)
	}
	return shifted
}

// A record of 16 MB, the largest text, must not take time beyond what reading
// it takes.
func BenchmarkValidateLargeRecord(b *testing.B) {
	text := strings.Repeat("“Ano,” řekl. ", 1<<20)
	r := &Record{Offsets: OffsetsCodepoint, Document: Document{Text: &text}}
	for at := 0; at < 1<<20*13; at += 130 {
		r.Document.Sentences = append(r.Document.Sentences, Span{at, at + 12})
	}
	for b.Loop() {
		r.Validate()
	}
}

func TestRecordsOfTheSchemaAreOneLine(t *testing.T) {
	data, err := os.ReadFile("testdata/example.json")
	if err != nil {
		t.Fatal(err)
	}
	var compact bytes.Buffer
	if err := json.Compact(&compact, data); err != nil {
		t.Fatal(err)
	}
	got := marshal(t, readExample(t))
	if bytes.ContainsRune(got, '\n') || len(got) != compact.Len() {
		t.Errorf("canonical form has %d bytes, the compact example %d",
			len(got), compact.Len())
	}
}
