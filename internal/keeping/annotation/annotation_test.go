package annotation_test

import (
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"readout/internal/keeping/annotation"
	"readout/internal/keeping/sample"
	"readout/record"
)

// page returns a format of pages.
func page(of annotation.Of) sample.Format {
	return func(w io.Writer) sample.Writer { return annotation.New(w, of) }
}

func TestPagesKeepTheirPromises(t *testing.T) {
	formats := map[string]sample.Format{"webanno": page(annotation.Everything)}
	sample.Conforms(t, formats)
	sample.Streams(t, formats)
}

// An item is an annotation as others read it.
type item struct {
	ID, Type, Motivation string
	Body                 []struct{ Type, Purpose, Field, Value string }
	Target               []struct {
		Source   string
		Selector []struct {
			Type, Exact, Prefix, Suffix string
			Start, End                  int
		}
	}
}

// read reads a page back.
func read(t *testing.T, of annotation.Of, records ...*record.Record) []item {
	t.Helper()
	var p struct {
		ID, Type string
		Items    []item
	}
	if err := json.Unmarshal([]byte(sample.Made(t, page(of), records...)), &p); err != nil {
		t.Fatal(err)
	}
	if p.Type != "AnnotationPage" || !strings.HasPrefix(p.ID, "ni:///sha-256;") {
		t.Errorf("page %s of type %s", p.ID, p.Type)
	}
	return p.Items
}

func TestEverySelectorCutsTheWordsThatItQuotes(t *testing.T) {
	texts := map[string][]rune{}
	records := []*record.Record{sample.Treaty(t), sample.Mayor(t), sample.Boats(t), sample.Saying("é😀 “x”\n")}
	for _, r := range records {
		source := r.Document.URL
		if source == "" {
			source = "urn:readout:" + r.Document.ID
		}
		texts[source] = []rune(*r.Document.Text)
	}
	items := read(t, annotation.Everything, records...)
	for _, a := range items {
		for _, target := range a.Target {
			text, known := texts[target.Source]
			if !known || len(target.Selector) != 2 {
				t.Fatalf("%s: source %s, %d selectors", a.ID, target.Source, len(target.Selector))
			}
			quote, at := target.Selector[0], target.Selector[1]
			if got := string(text[at.Start:at.End]); got != quote.Exact || got == "" {
				t.Errorf("%s: %q stands at its place, and it quotes %q", a.ID, got, quote.Exact)
			}
			whole := string(text)
			if !strings.Contains(whole, quote.Prefix+quote.Exact+quote.Suffix) {
				t.Errorf("%s: %q, %q and %q do not follow each other", a.ID, quote.Prefix, quote.Exact, quote.Suffix)
			}
		}
	}
	want := 0
	for _, r := range records {
		want += len(r.Statements) + len(r.Events) + len(r.Citations)
	}
	if len(items) != want {
		t.Errorf("%d annotations, want %d", len(items), want)
	}
}

// said returns the bodies of an annotation as lines.
func said(a item) string {
	var lines []string
	for _, b := range a.Body {
		lines = append(lines, b.Purpose+" "+b.Field+": "+b.Value)
	}
	return strings.Join(lines, "\n")
}

func TestBodiesSayWhatTheRecordSays(t *testing.T) {
	r, mayor := sample.Treaty(t), sample.Mayor(t)
	r.Statements[0].Review = &record.Review{State: record.ReviewAccepted, Note: "seen"}
	id := "urn:readout:" + r.Document.ID + ":"
	for _, c := range []struct {
		of   annotation.Of
		r    *record.Record
		at   int
		want string
	}{
		{annotation.Statements, r, 0, `classifying kind: statement
classifying form: indirect
classifying act: commit
classifying polarity: affirmed
classifying certainty: probable
identifying speaker: Ann Lee
describing cue: promised
identifying addressee: farmers
identifying place: Žilina
describing said: 2024-02-26
describing due: ../2024-03-31
describing condition: if parliament agrees
describing hedge: probably
describing likelihood: 55–80 %
assessing score: 0.9
assessing review: accepted
commenting note: seen`},
		{annotation.Events, r, 0, `classifying kind: event
classifying type: AGREE
classifying status: occurred
classifying certainty: certain
identifying actor: Ann Lee
identifying recipient: farmers
identifying place: Žilina
describing time: 2024-02-26
classifying as: performed
linking statement: ` + id + r.Statements[0].ID},
		{annotation.Citations, mayor, 1, `classifying kind: citation
identifying source: Leidsch Dagblad
identifying source: Reuters
describing time: 2022-05-02`},
	} {
		if got := said(read(t, c.of, c.r)[c.at]); got != c.want {
			t.Errorf("got\n%s\nwant\n%s", got, c.want)
		}
	}
}

func TestWithoutTheTextThereAreNoQuotations(t *testing.T) {
	r := sample.Treaty(t)
	r.Document.Text, r.Document.URL = nil, "javascript:alert(1)"
	for _, a := range read(t, annotation.Everything, r) {
		for _, target := range a.Target {
			if len(target.Selector) != 1 || target.Selector[0].Type != "TextPositionSelector" ||
				target.Source != "urn:readout:"+r.Document.ID {
				t.Errorf("%s: target %+v", a.ID, target)
			}
		}
	}
	r.Statements[0].Content.Spans = nil
	if target := read(t, annotation.Statements, r)[0].Target; len(target) != 1 || target[0].Selector != nil {
		t.Errorf("a statement without a place has targets %+v", target)
	}
}

func TestARecordThatContradictsItsTextIsNotWritten(t *testing.T) {
	r := sample.Saying("One.")
	r.Statements[0].Content.Spans[0].End = 99
	if err := annotation.New(io.Discard, annotation.Everything).Write(r); err == nil {
		t.Error("no error")
	}
}

// expands expands a page to absolute terms and back, and prints how many there are
// of some. What the context does not know would be lost on the way. It loads
// nothing: the context is the file named in the first line.
const expands = `
import sys, json
from pyld import jsonld
context, text = sys.stdin.read().split("\n", 1)
def load(url, options):
    assert url == "http://www.w3.org/ns/anno.jsonld", url
    return {"contextUrl": None, "documentUrl": url, "document": json.load(open(context))}
jsonld.set_document_loader(load)
page = json.loads(text)
expanded = jsonld.expand(page)
oa = "http://www.w3.org/ns/oa#"
def nodes(x):
    if isinstance(x, dict):
        yield x
        for v in x.values(): yield from nodes(v)
    if isinstance(x, list):
        for v in x: yield from nodes(v)
def count(kind): return sum(kind in n.get("@type", []) for n in nodes(expanded) if isinstance(n.get("@type"), list))
print(count(oa + "Annotation"), count(oa + "TextualBody"), count(oa + "TextQuoteSelector"), count(oa + "TextPositionSelector"))
print(sum("urn:readout:field" in n for n in nodes(expanded)))
def plain(x):
    if isinstance(x, list):
        return plain(x[0]) if len(x) == 1 else [plain(v) for v in x]
    return {k: plain(v) for k, v in x.items()} if isinstance(x, dict) else x
back = jsonld.compact(expanded, page["@context"])
print("same" if plain(back) == plain(page) else "lost")
print(len(jsonld.to_rdf(page, {"format": "application/n-quads"}).split("\n")) > 10)
`

func TestAProcessorOfJSONLDKnowsEveryTerm(t *testing.T) {
	context, err := filepath.Abs("testdata/anno.jsonld")
	if err != nil {
		t.Fatal(err)
	}
	records := []*record.Record{sample.Treaty(t), sample.Mayor(t), sample.Boats(t)}
	data := sample.Made(t, page(annotation.Everything), records...)
	var annotations, bodies, targets int
	for _, a := range read(t, annotation.Everything, records...) {
		annotations, bodies, targets = annotations+1, bodies+len(a.Body), targets+len(a.Target)
	}
	n := strconv.Itoa
	want := n(annotations) + " " + n(bodies) + " " + n(targets) + " " + n(targets) + "\n" + n(bodies) + "\nsame\nTrue\n"
	if got := sample.Python(t, expands, []byte(context+"\n"+data), "pyld"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestThePageOfNothingIsOne(t *testing.T) {
	if items := read(t, annotation.Everything); len(items) != 0 {
		t.Errorf("items %v", items)
	}
}

func TestFieldsStandInTheDocumentation(t *testing.T) {
	manual, err := os.ReadFile("../../../docs/exports.md")
	if err != nil {
		t.Fatal(err)
	}
	r := sample.Treaty(t)
	r.Citations = sample.Mayor(t).Citations
	for _, a := range read(t, annotation.Everything, r) {
		for _, b := range a.Body {
			if row := "| `" + b.Field + "` | " + b.Purpose + " |"; !strings.Contains(string(manual), row) {
				t.Errorf("docs/exports.md has no row %s", row)
			}
		}
	}
}
