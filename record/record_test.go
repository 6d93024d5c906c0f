package record

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func readExample(t testing.TB) *Record {
	t.Helper()
	data, err := os.ReadFile("testdata/example.json")
	if err != nil {
		t.Fatal(err)
	}
	r, err := Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func marshal(t testing.TB, r *Record) []byte {
	t.Helper()
	data, err := r.MarshalCanonical()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestExampleIsValid(t *testing.T) {
	data, err := os.ReadFile("testdata/example.json")
	if err != nil {
		t.Fatal(err)
	}
	_, findings := Check(data)
	for _, f := range findings {
		t.Error(f)
	}
}

func TestSchemaAndExampleAreThoseOfTheDesign(t *testing.T) {
	const design = "../../shared/design/record"
	if _, err := os.Stat(design); err != nil {
		t.Skip("the design pages are not beside this checkout")
	}
	for ours, theirs := range map[string]string{
		"schema.json":           "record.schema.json",
		"testdata/example.json": "example.json",
	} {
		got, err := os.ReadFile(ours)
		if err != nil {
			t.Fatal(err)
		}
		want, err := os.ReadFile(filepath.Join(design, theirs))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s differs from the design's %s", ours, theirs)
		}
	}
}

func TestEmptyRecordPrintsEveryRequiredArray(t *testing.T) {
	r := &Record{
		Entities:   []Entity{{}},
		Citations:  []Citation{{}},
		Statements: []Statement{{}},
		Events:     []Event{{}},
	}
	got := string(marshal(t, r))
	for _, want := range []string{
		`"times":[]`, `"amounts":[]`, `"mentions":[]`, `"sources":[]`, `"spans":[]`,
		`"actors":[]`, `"speaker":null`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in %s", want, got)
		}
	}
	if r.Times != nil || r.Statements[0].Content.Spans != nil {
		t.Error("MarshalCanonical changed the record")
	}
}

func TestNothingIsEscapedThatJSONLetsStand(t *testing.T) {
	text := "<b>\u2028\u2029&\\u2028\\\u2028\x7f“é”"
	r := &Record{Document: Document{Text: &text}}
	got := string(marshal(t, r))
	if want := "<b>\u2028\u2029&\\\\u2028\\\\\u2028\x7f“é”"; !strings.Contains(got, want) {
		t.Errorf("no %q in %q", want, got)
	}
	back, err := Parse([]byte(got))
	if err != nil {
		t.Fatal(err)
	}
	if *back.Document.Text != text {
		t.Errorf("text came back as %q, want %q", *back.Document.Text, text)
	}
}

func TestKeysStandInTheOrderOfTheSchema(t *testing.T) {
	var s struct {
		Properties map[string]json.RawMessage
		Defs       map[string]struct{ Properties json.RawMessage } `json:"$defs"`
	}
	if err := json.Unmarshal(Schema(), &s); err != nil {
		t.Fatal(err)
	}
	score, ref := 0.5, "e1"
	value := map[string]any{
		"mark":   Mark{},
		"arg":    Arg{&ref, &Span{}, "x"},
		"review": Review{ReviewOpen, "x", "x", "x"},
		"document": Document{
			"x", "x", "x", "x",
			[]string{},
			"x", "x", "x", "x", GenreReport, &Arg{},
			&ref, 1,
			[]Span{},
			"x",
		},
		"entity": Entity{"x", EntityPerson, "x", []Mark{}, "x", "x", nil, &SameAs{}, &Geo{}, &score},
		"time": Time{
			"x", Span{}, "x", TimeDate, "x", ModMid, "x", "x", "x", "x", []TimeField{}, &score,
		},
		"amount":   Amount{"x", Span{}, "x", AmountMoney, "x", "x", "x", "x", true, "x", &score},
		"citation": Citation{"x", Span{}, "x", nil, "x", &score, []string{}},
		"statement": Statement{
			"x", FormDirect, ActAsk, PolarityDenied, CertaintyCertain,
			[]float64{},
			[]Mark{},
			nil,
			[]Arg{},
			&Mark{},
			Content{},
			[]string{},
			&Said{}, &Arg{}, &Due{}, "x",
			[]string{},
			&score, &Review{},
		},
		"event": Event{
			"x", EventAid,
			[]string{},
			[]string{},
			"x",
			Mark{},
			nil,
			[]Arg{},
			"x", &Arg{},
			[]string{},
			StatusOccurred, CertaintyCertain, "x", AsPerformed,
			[]string{},
			&score, &Review{},
		},
		"meta": Meta{"x", []string{}, "x", []string{}, "x"},
	}
	for name, def := range s.Defs {
		if def.Properties == nil {
			continue
		}
		got, err := json.Marshal(value[name])
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(topKeys(t, def.Properties), topKeys(t, got)); diff != "" {
			t.Errorf("%s: keys (-schema +ours):\n%s", name, diff)
		}
	}
}

// topKeys returns the keys of a JSON object in their order.
func topKeys(t *testing.T, object []byte) []string {
	t.Helper()
	dec := json.NewDecoder(bytes.NewReader(object))
	if _, err := dec.Token(); err != nil {
		t.Fatal(err)
	}
	var keys []string
	for dec.More() {
		k, err := dec.Token()
		if err != nil {
			t.Fatal(err)
		}
		keys = append(keys, fmt.Sprint(k))
		var skipped json.RawMessage
		if err := dec.Decode(&skipped); err != nil {
			t.Fatal(err)
		}
	}
	return keys
}

func TestParseNamesThePlaceOfAnError(t *testing.T) {
	tests := []struct{ in, want string }{
		{
			`{"statements":[{},{"act":"deny"}]}`,
			`parse record: statements[1].act: act "deny": not one of state, assess, forecast, commit, request, ask`,
		},
		{`{"times":[{"span":[1]}]}`, `parse record: times[0].span: span [1]: want two whole numbers`},
		{`{"document":{"length":"7"}}`, `parse record: document.length: is a JSON string, must be a whole number`},
		{`{"entities":{}}`, `parse record: entities: must begin with [`},
		{`{"readout":"1"`, `parse record: not JSON: byte 14: the text ends early`},
	}
	for _, tt := range tests {
		_, err := Parse([]byte(tt.in))
		if err == nil {
			t.Errorf("Parse(%s) gave no error", tt.in)
			continue
		}
		if err.Error() != tt.want {
			t.Errorf("Parse(%s)\n got %v\nwant %s", tt.in, err, tt.want)
		}
	}
}

func TestParseIgnoresKeysItDoesNotKnow(t *testing.T) {
	r, err := Parse([]byte(`{"readout":"1","links":[{"a":[1]}],"meta":{"mood":"calm","input":"a.txt"}}`))
	if err != nil {
		t.Fatal(err)
	}
	if r.Meta.Input != "a.txt" {
		t.Errorf("meta.input = %q", r.Meta.Input)
	}
}

// FuzzRoundTrip holds that a canonical record comes back byte for byte, and
// that validating hostile input ends without a panic.
func FuzzRoundTrip(f *testing.F) {
	data, err := os.ReadFile("testdata/example.json")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte(`{}`))
	f.Add([]byte(`{"document":{"text":"á\ud834\udd1e","length":3,"sentences":[[0,2],[2,9]]}}`))
	f.Add([]byte(`{"statements":[{"id":"s1","inside":"s1","content":{"spans":[[-1,5]]},"about":[]}]}`))
	f.Fuzz(func(t *testing.T, in []byte) {
		first, err := Parse(in)
		if err != nil {
			return
		}
		once := marshal(t, first)
		second, err := Parse(once)
		if err != nil {
			t.Fatalf("%v: %s", err, once)
		}
		if twice := marshal(t, second); !bytes.Equal(once, twice) {
			t.Fatalf("record changed on the way\n%s\n%s", once, twice)
		}
		first.Validate()
		Check(in)
	})
}

func TestWordsOfVocabulariesAreInverse(t *testing.T) {
	inverse(t, offsetsWords[:], ParseOffsets)
	inverse(t, reviewStateWords[:], ParseReviewState)
	inverse(t, genreWords[:], ParseGenre)
	inverse(t, entityTypeWords[:], ParseEntityType)
	inverse(t, mentionKindWords[:], ParseMentionKind)
	inverse(t, sameAsMethodWords[:], ParseSameAsMethod)
	inverse(t, precisionWords[:], ParsePrecision)
	inverse(t, timeTypeWords[:], ParseTimeType)
	inverse(t, modWords[:], ParseMod)
	inverse(t, timeFieldWords[:], ParseTimeField)
	inverse(t, amountKindWords[:], ParseAmountKind)
	inverse(t, formWords[:], ParseForm)
	inverse(t, actWords[:], ParseAct)
	inverse(t, polarityWords[:], ParsePolarity)
	inverse(t, certaintyWords[:], ParseCertainty)
	inverse(t, basisWords[:], ParseBasis)
	inverse(t, eventTypeWords[:], ParseEventType)
	inverse(t, statusWords[:], ParseStatus)
	inverse(t, asWords[:], ParseAs)
}

func inverse[V interface {
	~uint8
	fmt.Stringer
}](t *testing.T, words []string, parse func(string) (V, error)) {
	t.Helper()
	for i, w := range words[1:] {
		v, err := parse(w)
		if err != nil || int(v) != i+1 || v.String() != w {
			t.Errorf("%q parses as %v (%d), %v", w, v, v, err)
		}
	}
	if _, err := parse(""); err == nil {
		t.Errorf("the empty word parses as one of %q", words)
	}
	if got := V(200).String(); got != "(200)" {
		t.Errorf("a value outside %q prints as %q", words, got)
	}
}

func TestIDsAtOnePlaceAreLettered(t *testing.T) {
	used := map[string]bool{}
	taken := func(id string) bool { return used[id] }
	var got []string
	for range 28 {
		id := ID(KindStatement, 12, taken)
		used[id] = true
		got = append(got, id)
	}
	want := []string{"s12", "s12b", "s12c"}
	if diff := cmp.Diff(want, got[:3]); diff != "" {
		t.Errorf("first ids (-want +got):\n%s", diff)
	}
	if got[25] != "s12z" || got[26] != "s12aa" || got[27] != "s12ab" {
		t.Errorf("ids after the alphabet: %q", got[25:])
	}
}

func TestDocumentIDTellsWireCopiesApart(t *testing.T) {
	a := DocumentID("https://a.example/", "text")
	b := DocumentID("https://b.example/", "text")
	if a == b || len(a) != 17 || a[0] != 'd' {
		t.Errorf("ids %q and %q", a, b)
	}
}
