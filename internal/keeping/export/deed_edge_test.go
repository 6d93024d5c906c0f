package export

import (
	"bytes"
	"encoding/json"
	"io"
	"strconv"
	"strings"
	"testing"
	"time"

	"readout/internal/keeping/sample"
	"readout/record"
)

// occurred returns a record whose first event alone took place.
func occurred(t *testing.T) *record.Record {
	t.Helper()
	r := sample.Treaty(t)
	r.Events = r.Events[:1]
	return r
}

// asPLOVER returns the one object that PLOVER makes of a record.
func asPLOVER(t *testing.T, r *record.Record) ploverEvent {
	t.Helper()
	var e ploverEvent
	if err := json.Unmarshal([]byte(sample.Made(t, formats["plover"], r)), &e); err != nil {
		t.Fatal(err)
	}
	return e
}

// asPOLECAT returns the cells of each row that POLECAT makes of a record, by
// the names of its columns.
func asPOLECAT(t *testing.T, r *record.Record) []map[string]string {
	t.Helper()
	got := strings.TrimSuffix(sample.Made(t, formats["polecat"], r), "\n")
	lines := strings.Split(got, "\n")
	names := strings.Split(lines[0], "\t")
	var out []map[string]string
	for _, line := range lines[1:] {
		row := map[string]string{}
		for i, cell := range strings.Split(line, "\t") {
			row[names[i]] = cell
		}
		out = append(out, row)
	}
	return out
}

func TestWhatTookPlaceOrWasAnnouncedIsEventData(t *testing.T) {
	for status, want := range map[record.Status]int{
		0: 0, record.StatusOccurred: 1, record.StatusOngoing: 1,
		record.StatusPlanned: 1, record.StatusHypothetical: 0, record.StatusNegated: 0,
	} {
		r := occurred(t)
		r.Events[0].Status = status
		lines := strings.Count(sample.Made(t, formats["plover"], r), "\n")
		if n := Coded(r); n != want || lines != want ||
			len(asPOLECAT(t, r)) != want {
			t.Errorf("%s: %d counted and %d written, want %d",
				status, n, lines, want)
		}
	}
}

func TestPLOVERSaysWhoWhereAndWhenInWordsOfTheText(t *testing.T) {
	r := occurred(t)
	r.Entities[0].Country, r.Entities[1].Country = "GBR", "SVK"
	r.Events[0].Modes = []string{"verbal", "formal"}
	e := asPLOVER(t, r)
	if len(e.Source) != 1 ||
		e.Source[0] != (ploverActor{"Prime Minister Ann Lee", "GBR"}) {
		t.Errorf("source %+v", e.Source)
	}
	if len(e.Target) != 1 || e.Target[0] != (ploverActor{"farmers", ""}) {
		t.Errorf("target %+v", e.Target)
	}
	if e.EventLoc == nil || e.EventLoc.Name != "Žilina" || e.Mode != "verbal" {
		t.Errorf("place %+v, mode %s", e.EventLoc, e.Mode)
	}
	if e.ID != r.Document.ID+"/"+r.Events[0].ID || e.Date != "2024-02-26" {
		t.Errorf("id %s, date %s", e.ID, e.Date)
	}
	if e.DateCoded != "2024-03-01" || e.Coder != "readout/0.1.0" ||
		e.Publication != "Example" {
		t.Errorf("coded on %s by %s from %s", e.DateCoded, e.Coder, e.Publication)
	}
}

func TestPLOVERHasTheSentenceInAnyUnit(t *testing.T) {
	text := "Žilina 😀 waits. Ann Lee met Bob Ray. It rains."
	met := sample.In(t, text, "met", 0)
	r := sample.Saying(text)
	r.Statements = nil
	r.Document.Sentences = []record.Span{
		sample.In(t, text, "Žilina 😀 waits.", 0),
		sample.In(t, text, "Ann Lee met Bob Ray.", 0), sample.In(t, text, "It rains.", 0),
	}
	r.Events = []record.Event{{
		ID: "v25", Type: record.EventConsult, Status: record.StatusOccurred,
		Trigger: record.Mark{Span: met, Exact: "met"},
	}}
	for _, unit := range []record.Offsets{
		record.OffsetsByte, record.OffsetsUTF16, record.OffsetsCodepoint,
	} {
		in, err := inUnit(r, unit)
		if err != nil {
			t.Fatal(err)
		}
		if got := asPLOVER(t, in).Text; got != "Ann Lee met Bob Ray." {
			t.Errorf("%s: sentence %q", unit, got)
		}
	}
	for claim, change := range map[string]func(*record.Record){
		"no text":       func(r *record.Record) { r.Document.Text, r.Offsets = nil, record.OffsetsCodepoint },
		"bytes alone":   func(r *record.Record) { r.Document.Text = nil },
		"no sentences":  func(r *record.Record) { r.Document.Sentences = nil },
		"other ones":    func(r *record.Record) { r.Document.Sentences = r.Document.Sentences[:1] },
		"in between":    func(r *record.Record) { r.Document.Sentences[1].Start = met.End },
		"ends where it": func(r *record.Record) { r.Document.Sentences[1].End = met.Start },
	} {
		other := *r
		other.Document.Sentences = append([]record.Span{}, r.Document.Sentences...)
		change(&other)
		if got := asPLOVER(t, &other).Text; got != "" {
			t.Errorf("%s: sentence %q, want none", claim, got)
		}
	}
}

// TestManyEventsOfALongTextTakeLinearTime has many at its end: one that is looked
// for from the beginning is found late.
func TestManyEventsOfALongTextTakeLinearTime(t *testing.T) {
	if testing.Short() {
		t.Skip("short: a text of a million characters")
	}
	// It takes half a second on a free core; counted anew for each event, a minute.
	const events, most = 5_000, 12 * time.Second
	var b strings.Builder
	b.WriteString(strings.Repeat("é ", 1<<19))
	r := sample.Saying("")
	for i := range events {
		at := 1<<20 + i*len("He met. ")
		b.WriteString("He met. ")
		id := strconv.Itoa(i)
		r.Document.Sentences = append(r.Document.Sentences, record.Span{Start: at, End: at + len("He met.")})
		r.Amounts = append(r.Amounts, record.Amount{ID: "m" + id, Kind: record.AmountCount, Value: id})
		r.Statements = append(r.Statements, record.Statement{ID: "s" + id})
		r.Events = append(r.Events, record.Event{
			ID: "v" + id, Type: record.EventProtest, Status: record.StatusOccurred,
			Statement: "s" + id, Amounts: []string{"m" + id},
			Trigger: record.Mark{Span: record.Span{Start: at + 3, End: at + 6}, Exact: "met"},
		})
	}
	text := b.String()
	r.Document.Text, r.Offsets = &text, record.OffsetsCodepoint
	start := time.Now()
	got := sample.Made(t, formats["plover"], r)
	if took := time.Since(start); took > most {
		t.Errorf("%d events took %v", events, took)
	}
	if n := strings.Count(got, `"text":"He met."`); n != events {
		t.Errorf("%d of %d events have their sentence", n, events)
	}
	if !strings.Contains(got, `"size":"4999"`) {
		t.Error("the last has no size")
	}
}

func TestCutCountsCodePoints(t *testing.T) {
	for _, c := range []struct {
		start, end int
		want       string
	}{
		{0, 2, "é😀"}, {1, 2, "😀"}, {1, 4, "😀xy"}, {1, 99, "😀xy"}, {4, 9, ""}, {9, 12, ""},
	} {
		if got := cut([]rune("é😀xy"), record.Span{Start: c.start, End: c.end}); got != c.want {
			t.Errorf("[%d,%d]: %q, want %q", c.start, c.end, got, c.want)
		}
	}
}

func TestPLOVERLeavesOutWhatIsNotKnown(t *testing.T) {
	r := occurred(t)
	e := &r.Events[0]
	r.Document.Published, r.Meta.Created, r.Document.Publisher = "", "", ""
	*e = record.Event{ID: e.ID, Type: e.Type, Trigger: e.Trigger, Status: e.Status}
	line := sample.Made(t, formats["plover"], r)
	for _, key := range []string{
		"date", "source", "target", "eventLoc", "mode", "size", "dead", "injured",
		"publication", "dateCoded",
	} {
		if strings.Contains(line, `"`+key+`"`) {
			t.Errorf("an empty %s is written: %s", key, line)
		}
	}
}

func TestPLOVERKeepsMarkupAsItIs(t *testing.T) {
	r := occurred(t)
	r.Events[0].Actors[0].Exact = `<b> & "Co"`
	if line := sample.Made(t, formats["plover"], r); !strings.Contains(line, `<b> & \"Co\"`) {
		t.Errorf("line %s", line)
	}
}

func TestSizesAreOfProtestsAndCountPeople(t *testing.T) {
	r := occurred(t)
	r.Amounts = []record.Amount{
		{ID: "m1", Kind: record.AmountMoney, Value: "5", Unit: "EUR"},
		{ID: "m2", Kind: record.AmountCount, Low: "100", High: "200", Unit: "people"},
		{ID: "m3", Kind: record.AmountCount, High: "9", Unit: "people"},
	}
	e := &r.Events[0]
	for _, c := range []struct {
		kind    record.EventType
		amounts []string
		size    string
	}{
		{record.EventProtest, []string{"m1", "m2"}, "100"}, // money is no size; the low end of a range
		{record.EventProtest, []string{"m3", "m2"}, "9"},
		{record.EventProtest, []string{"m1", "m9"}, ""}, // the last names nothing
		{record.EventProtest, nil, ""},
		{record.EventAssault, []string{"m2"}, ""},
	} {
		e.Type, e.Amounts = c.kind, c.amounts
		if got := asPLOVER(t, r); got.Size != c.size || got.Dead != "" ||
			got.Injured != "" {
			t.Errorf("%s %v: size %q, want %q", c.kind, c.amounts, got.Size, c.size)
		}
	}
}

func TestPOLECATHasARowForEachPair(t *testing.T) {
	args := func(words ...string) []record.Arg {
		var out []record.Arg
		for _, w := range words {
			out = append(out, record.Arg{Exact: w})
		}
		return out
	}
	for _, c := range []struct {
		actors, recipients []record.Arg
		want               string
	}{
		{args("a"), args("x"), "a>x"},
		{args("a", "b"), args("x", "y"), "a>x a>y b>x b>y"},
		{nil, args("x", "y"), ">x >y"},
		{args("a", "b"), nil, "a> b>"},
		{nil, nil, ">"}, // still an event
	} {
		r := occurred(t)
		r.Events[0].Actors, r.Events[0].Recipients = c.actors, c.recipients
		var got []string
		for _, row := range asPOLECAT(t, r) {
			got = append(got, row["Actor Name Raw"]+">"+row["Recipient Name Raw"])
		}
		if got := strings.Join(got, " "); got != c.want {
			t.Errorf("pairs %s, want %s", got, c.want)
		}
	}
}

func TestPOLECATNamesEntitiesAndKeepsTheirWords(t *testing.T) {
	r := occurred(t)
	r.Entities[0].Country = "GBR"
	r.Entities[0].Roles = []record.Mark{{Exact: "Prime Minister"}, {Exact: "MP"}}
	r.Entities[1].Country = "SVK"
	r.Events[0].Contexts = []string{"economic", "migration"}
	row := asPOLECAT(t, r)[0]
	for column, want := range map[string]string{
		"Actor Name": "Ann Lee", "Actor Name Raw": "Prime Minister Ann Lee",
		"Actor Country": "GBR", "Actor Title": "Prime Minister",
		"Recipient Name": "", "Recipient Name Raw": "farmers", "Recipient Country": "",
		"Placename": "Žilina", "Raw Placename": "Žilina", "Country": "SVK",
		"Event Type": "AGREE", "Quad Code": "VERBAL COOPERATION",
		"Contexts": "economic; migration", "Publication Date": "2024-03-01",
		"Story People": "Ann Lee", "Story Organizations": "Home Office",
		"Story Locations": "Žilina; Norway", "Latitude": "", "Intensity": "",
	} {
		if row[column] != want {
			t.Errorf("%s: %q, want %q", column, row[column], want)
		}
	}
}

func TestPOLECATNamesEachOfAStoryOnce(t *testing.T) {
	r := occurred(t)
	named := func(kind record.EntityType, name string) {
		id := "e" + strconv.Itoa(100+len(r.Entities))
		r.Entities = append(r.Entities, record.Entity{ID: id, Type: kind, Name: name})
	}
	named(record.EntityPerson, "Bob Ray")
	named(record.EntityPerson, "Ann Lee") // another of that name
	named(record.EntityGroup, "Home Office")
	named(record.EntityPlace, "Ann Lee") // a ship's, say
	row := asPOLECAT(t, r)[0]
	for column, want := range map[string]string{
		"Story People": "Ann Lee; Bob Ray", "Story Organizations": "Home Office",
		"Story Locations": "Žilina; Norway; Ann Lee",
	} {
		if row[column] != want {
			t.Errorf("%s: %q, want %q", column, row[column], want)
		}
	}
}

func TestPOLECATHasItsHeadOnceOverAllRecords(t *testing.T) {
	got := sample.Made(t, formats["polecat"], occurred(t), sample.Saying("One."), occurred(t))
	if n := strings.Count(got, "Event ID\t"); n != 1 ||
		strings.Count(got, "\n") != 3 {
		t.Errorf("%d heads in\n%s", n, got)
	}
}

func TestAReferenceToNobodyIsNoName(t *testing.T) {
	r, lost := occurred(t), "e999"
	r.Events[0].Actors[0].Entity, r.Events[0].Time = &lost, "t999"
	row := asPOLECAT(t, r)[0]
	if row["Actor Name"] != "" || row["Actor Country"] != "" ||
		row["Event Date"] != "2024-03-01" {
		t.Errorf("row %v", row)
	}
	if e := asPLOVER(t, r); e.Source[0].Code != "" || e.Date != "2024-03-01" {
		t.Errorf("event %+v", e)
	}
}

func TestARecordThatContradictsItsTextIsNamed(t *testing.T) {
	r := sample.Treaty(t)
	in, err := inUnit(r, record.OffsetsByte)
	if err != nil {
		t.Fatal(err)
	}
	in.Events[0].Trigger.Span.End = 99999
	if err := NewPLOVER(io.Discard).Write(in); err == nil ||
		!strings.Contains(err.Error(), r.Document.ID) {
		t.Errorf("error %v, want one that names %s", err, r.Document.ID)
	}
}

func TestEventsAndDueHaveTheirCells(t *testing.T) {
	r := sample.Treaty(t)
	r.Events[1].Modes, r.Events[1].Amounts = []string{"a", "b"}, []string{"m9"}
	score := 0.25
	r.Statements[4].Score = &score
	var out bytes.Buffer
	got := sample.Written(t, NewTable(&out, TableOptions{Kind: Events, JSON: true}), &out, r)
	lines := strings.Split(got, "\n")
	for i, want := range []string{
		`"actors":"Ann Lee","actor_words":"Prime Minister Ann Lee","recipients":"farmers"`,
		`"modes":"a; b"`,
		`"status":"negated"`,
	} {
		if !strings.Contains(lines[i], want) {
			t.Errorf("line %d lacks %s: %s", i, want, lines[i])
		}
	}
	if strings.Contains(got, `"amounts"`) || strings.Contains(lines[2], `"time"`) {
		t.Errorf("cells of nothing:\n%s", got)
	}
	due := sample.Made(t, formats["due.json"], r)
	if !strings.Contains(due, `"score":0.25,`) ||
		!strings.Contains(due, `"due":"2024-03-04/2024-03-10"`) {
		t.Errorf("due\n%s", due)
	}
}
