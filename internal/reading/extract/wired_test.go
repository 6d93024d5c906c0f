package extract

import (
	"slices"
	"strings"
	"testing"

	"readout/internal/ingest"
	"readout/internal/language/segment"
	"readout/internal/language/text"
	"readout/internal/neural/tag"
	"readout/internal/reading/amount"
	"readout/internal/reading/attribution"
	"readout/internal/reading/event"
	"readout/internal/reading/mention"
	"readout/internal/reading/stance"
	"readout/internal/reading/timex"
	"readout/record"
)

// accord is a text of our own with letters of two bytes, so that bytes and code
// points differ.
const accord = `Čapek, the foreign minister, promised that Česko would withdraw 300 troops by June 30 if the truce held. He may meet José Vaz in Lomé, aides told reporters.

Police arrested two men in Lomé on Monday.`

// A wiring is a text whose statements and names are given by hand.
type wiring struct {
	t          *testing.T
	doc        *text.Text
	sentences  []text.Span
	names      []mention.Name
	statements []attribution.Statement
}

// wire returns the accord with what a model would have found in it.
func wire(t *testing.T) *wiring {
	t.Helper()
	doc, err := text.New(accord)
	if err != nil {
		t.Fatal(err)
	}
	w := &wiring{t: t, doc: doc, sentences: segment.AppendSentences(nil, doc)}
	w.named(mention.Person, "Čapek", "José Vaz")
	w.named(mention.Place, "Česko", "Lomé")
	w.said("Čapek, the foreign minister,", "promised",
		"that Česko would withdraw 300 troops by June 30 if the truce held", "commit", "affirmed")
	w.said("aides", "told", "He may meet José Vaz in Lomé", "forecast", "affirmed")
	return w
}

// at returns where words stand in the text.
func (w *wiring) at(words string) text.Span {
	w.t.Helper()
	at := strings.Index(accord, words)
	if at < 0 {
		w.t.Fatalf("no %q in the text", words)
	}
	return text.Span{Start: at, End: at + len(words)}
}

// named adds every place where a name stands.
func (w *wiring) named(kind mention.Kind, all ...string) {
	for _, name := range all {
		for at := 0; ; {
			i := strings.Index(accord[at:], name)
			if i < 0 {
				break
			}
			s := text.Span{Start: at + i, End: at + i + len(name)}
			w.names = append(w.names, mention.Name{Span: s, Kind: kind})
			at = s.End
		}
	}
	slices.SortFunc(w.names, func(a, b mention.Name) int { return a.Start - b.Start })
}

// said adds a statement with the likeliest act and polarity.
func (w *wiring) said(speaker, cue, content, act, polarity string) {
	one := func(v string) []tag.Chance { return []tag.Chance{{Value: v, Score: 0.6}} }
	w.statements = append(w.statements, attribution.Statement{
		Speaker: w.at(speaker), Cue: w.at(cue), Content: []text.Span{w.at(content)},
		Inside: -1, Score: 0.8765, Odds: tag.Stance{Act: one(act), Polarity: one(polarity), Certainty: one("certain")},
	})
}

// record writes the record as Read does behind the model.
func (w *wiring) record() *record.Record {
	const published = "2024-05-15" // a Wednesday
	entities := mention.Gather(w.doc, w.names)
	times := timex.Find(w.doc, w.sentences, nil, published)
	amounts := amount.Find(w.doc, w.sentences, timeSpans(times))
	sayings := attribution.Date(w.doc, w.statements, attribution.Dating{
		Sentences: w.sentences, Days: days(times, published), Published: true,
	})
	out, who := newWriter(w.doc), newWho(w.doc, entities, nil)
	out.document(ingest.Document{Published: published, Language: "en"}, w.sentences)
	out.entities(entities, nil)
	out.times(times)
	out.amounts(amounts)
	out.statements(w.statements, who)
	out.sayings(sayings)
	out.stances(stance.Judge(w.doc, stance.Input{
		Sentences: w.sentences, Statements: w.statements, Names: w.names, Times: times,
		Sayings: sayings, Published: published,
	}), who)
	out.events(event.Find(w.doc, event.Input{
		Sentences: w.sentences, Names: w.names, Statements: w.statements,
		Times: times, Amounts: amounts,
	}), who)
	out.record.Meta = record.Meta{Pipeline: "readout/" + Version, Created: "2024-05-16T00:00:00Z"}
	return out.record
}

// exact returns the words of the thing with an id.
func exact(t *testing.T, rec *record.Record, id string) string {
	t.Helper()
	for _, x := range rec.Times {
		if x.ID == id {
			return x.Exact
		}
	}
	for _, x := range rec.Amounts {
		if x.ID == id {
			return x.Exact
		}
	}
	for _, x := range rec.Entities {
		if x.ID == id {
			return x.Name
		}
	}
	t.Fatalf("nothing has the id %q", id)
	return ""
}

func TestTheRecordOfAWiredTextIsValid(t *testing.T) {
	rec := wire(t).record()
	for _, f := range rec.Validate() {
		t.Error(f)
	}
	if len(rec.Statements) != 2 || len(rec.Events) == 0 {
		t.Errorf("%d statements, %d events", len(rec.Statements), len(rec.Events))
	}
}

func TestAStatementHasItsActPolarityAndCertainty(t *testing.T) {
	all := wire(t).record().Statements
	want := []struct {
		act       record.Act
		certainty record.Certainty
	}{{record.ActCommit, record.CertaintyCertain}, {record.ActForecast, record.CertaintyPossible}}
	for i, s := range all {
		if s.Act != want[i].act || s.Polarity != record.PolarityAffirmed ||
			s.Certainty != want[i].certainty {
			t.Errorf("%q: %s, %s, %s",
				s.Content.Text, s.Act, s.Polarity, s.Certainty)
		}
		if s.Score == nil || *s.Score != 0.88 {
			t.Errorf("%q: score %v, want 0.88", s.Content.Text, s.Score)
		}
	}
}

func TestAnUndertakingHasItsDueDateAndCondition(t *testing.T) {
	rec := wire(t).record()
	due := rec.Statements[0].Due
	if due == nil || due.Condition == nil {
		t.Fatalf("due %+v, want a time and a condition", due)
	}
	if got := exact(t, rec, due.Time); got != "June 30" ||
		due.Condition.Exact != "if the truce held" {
		t.Errorf("due %q %q", got, due.Condition.Exact)
	}
	if other := rec.Statements[1].Due; other != nil {
		t.Errorf("a forecast without either is due %+v", other)
	}
}

func TestHedgesAndAddresseesAreMarkedInTheText(t *testing.T) {
	s := wire(t).record().Statements[1]
	if len(s.Hedges) != 1 || s.Hedges[0].Exact != "may" {
		t.Errorf("hedges %+v, want may", s.Hedges)
	}
	if len(s.Addressees) != 1 || s.Addressees[0].Exact != "reporters" {
		t.Errorf("addressees %+v, want reporters", s.Addressees)
	}
}

func TestSpansAreCodePointsOfTheirWords(t *testing.T) {
	rec, runes := wire(t).record(), []rune(accord)
	check := func(s record.Span, exact string) {
		if got := string(runes[s.Start:s.End]); got != exact {
			t.Errorf("%d to %d is %q, want %q", s.Start, s.End, got, exact)
		}
	}
	for _, s := range rec.Statements {
		check(s.Cue.Span, s.Cue.Exact)
		check(*s.Speaker.Span, s.Speaker.Exact)
		for _, m := range s.Hedges {
			check(m.Span, m.Exact)
		}
	}
	for _, e := range rec.Events {
		check(e.Trigger.Span, e.Trigger.Exact)
		for _, a := range slices.Concat(e.Actors, e.Recipients) {
			check(*a.Span, a.Exact)
		}
		if e.Place != nil {
			check(*e.Place.Span, e.Place.Exact)
		}
	}
}

// eventOf returns the event on a word.
func eventOf(t *testing.T, rec *record.Record, trigger string) record.Event {
	t.Helper()
	for _, e := range rec.Events {
		if e.Trigger.Exact == trigger {
			return e
		}
	}
	t.Fatalf("no event on %q among %+v", trigger, rec.Events)
	return record.Event{}
}

func TestAnEventPointsAtWhatTheRecordHolds(t *testing.T) {
	rec := wire(t).record()
	e := eventOf(t, rec, "arrested")
	if e.Type != record.EventCoerce || e.Status != record.StatusOccurred ||
		!slices.Equal(e.Modes, []string{"arrest"}) {
		t.Errorf("%s, %s, modes %v", e.Type, e.Status, e.Modes)
	}
	if len(e.Actors) != 1 || e.Actors[0].Exact != "Police" ||
		e.Actors[0].Entity != nil {
		t.Errorf("actors %+v, want Police, whom no name means", e.Actors)
	}
	if got := exact(t, rec, e.Time); got != "Monday" {
		t.Errorf("when %q, want Monday", got)
	}
	if e.Place == nil || e.Place.Entity == nil ||
		exact(t, rec, *e.Place.Entity) != "Lomé" {
		t.Errorf("place %+v, want Lomé", e.Place)
	}
	if len(e.Amounts) != 1 || exact(t, rec, e.Amounts[0]) != "two men" {
		t.Errorf("amounts %v, want two men", e.Amounts)
	}
	if e.Statement != "" || e.As != 0 {
		t.Errorf("statement %q as %s, want none", e.Statement, e.As)
	}
}

func TestAnEventIsTiedToTheStatementThatPerformsIt(t *testing.T) {
	rec := wire(t).record()
	e := eventOf(t, rec, "promised")
	if e.Statement != rec.Statements[0].ID || e.As != record.AsPerformed {
		t.Errorf("statement %q as %s, want %q as performed",
			e.Statement, e.As, rec.Statements[0].ID)
	}
}

func TestAnEventWithoutAnyoneHasAnEmptyListOfActors(t *testing.T) {
	w := wire(t)
	out := newWriter(w.doc)
	out.events([]event.Event{{
		Type: record.EventRetreat, Trigger: w.at("withdraw"), Time: -1, Statement: -1,
		Status: record.StatusPlanned, Certainty: record.CertaintyProbable, Score: 0.333,
	}}, newWho(w.doc, nil, nil))
	data, err := out.record.MarshalCanonical()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"actors":[]`, `"score":0.39`} {
		if !strings.Contains(strings.ReplaceAll(string(data), " ", ""), want) {
			t.Errorf("no %s in\n%s", want, data)
		}
	}
}

func TestIdsOfARecordAreUnique(t *testing.T) {
	rec, seen := wire(t).record(), map[string]bool{}
	check := func(id string) {
		if id == "" || seen[id] {
			t.Errorf("id %q twice, or empty", id)
		}
		seen[id] = true
	}
	for _, x := range rec.Statements {
		check(x.ID)
	}
	for _, x := range rec.Events {
		check(x.ID)
	}
	for _, x := range rec.Times {
		check(x.ID)
	}
	for _, x := range rec.Entities {
		check(x.ID)
	}
}

func TestAWiredTextGivesTheSameRecordTwice(t *testing.T) {
	first, err := wire(t).record().MarshalCanonical()
	if err != nil {
		t.Fatal(err)
	}
	again, err := wire(t).record().MarshalCanonical()
	if err != nil || string(first) != string(again) {
		t.Errorf("error %v, or\n%s\nbecame\n%s", err, first, again)
	}
}
