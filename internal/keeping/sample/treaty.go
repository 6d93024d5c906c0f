package sample

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"readout/record"
)

// treatyText is what [Treaty] is a record of.
const treatyText = "Prime Minister Ann Lee promised farmers in Žilina on Monday that her " +
	"government would probably sign the treaty by 31 March if parliament agrees.\n\n" +
	"The Home Office denied that the talks with Norway had failed. " +
	"She made no mention of the strikes. " +
	"The ministry declined to comment on the arrests.\n\n" +
	"The minister urged the unions to end the blockade next week. " +
	"The treaty will fail unless Norway signs, shipowners warned. " +
	"Police did not arrest the protesters.\n"

// A draft builds a record by the words of its text, never by numbers.
type draft struct {
	t    testing.TB
	text string
}

// span returns where words stand first, in code points.
func (d draft) span(words string) record.Span {
	d.t.Helper()
	before, _, ok := strings.Cut(d.text, words)
	if !ok || words == "" {
		d.t.Fatalf("the text does not say %q", words)
	}
	start := utf8.RuneCountInString(before)
	return record.Span{Start: start, End: start + utf8.RuneCountInString(words)}
}

func (d draft) mark(words string) record.Mark { return record.Mark{Span: d.span(words), Exact: words} }

func (d draft) arg(entity, words string) *record.Arg {
	s := d.span(words)
	a := &record.Arg{Span: &s, Exact: words}
	if entity != "" {
		a.Entity = &entity
	}
	return a
}

func (d draft) args(entity, words string) []record.Arg { return []record.Arg{*d.arg(entity, words)} }

func (d draft) id(kind byte, words string) string {
	return fmt.Sprintf("%c%d", kind, d.span(words).Start)
}

func (d draft) name(kind record.EntityType, words string) record.Entity {
	return record.Entity{
		ID: d.id('e', words), Type: kind, Name: words,
		Mentions: []record.Mention{{Span: d.span(words), Exact: words, Kind: record.MentionName}},
	}
}

func (d draft) time(words, edtf, start, end string) record.Time {
	return record.Time{
		ID: d.id('t', words), Span: d.span(words), Exact: words, Type: record.TimeDate,
		Timex: edtf, EDTF: edtf, Start: start, End: end, Anchor: record.Published,
	}
}

// says returns a statement; speaker, cue and content are words of the text.
func (d draft) says(entity, speaker, cue, content string) record.Statement {
	c := d.mark(cue)
	return record.Statement{
		ID: d.id('s', content), Form: record.FormIndirect, Speaker: d.arg(entity, speaker), Cue: &c,
		Content: record.Content{
			Spans: []record.Span{d.span(content)}, Text: strings.TrimPrefix(content, "that "),
		},
		Said: &record.Said{Time: record.Published, Basis: record.BasisPublished},
	}
}

// Treaty returns a record with a statement of each polarity, with what is due
// by a date, by a week and on a condition alone, and with an event that is
// performed by a statement, one that is described in one and one that did not
// take place.
func Treaty(t testing.TB) *record.Record {
	d := draft{t, treatyText}
	text, url := treatyText, "https://readout.example/treaty"
	r := &record.Record{
		Readout: record.Version, Offsets: record.OffsetsCodepoint,
		Document: record.Document{
			ID: record.DocumentID(url, text), URL: url, Title: "Treaty by March", Publisher: "Example",
			Published: "2024-03-01", Language: "en", Text: &text, Length: utf8.RuneCountInString(text),
			TextSHA256: record.TextSHA256(text),
		},
		Entities: []record.Entity{
			d.name(record.EntityPerson, "Ann Lee"), d.name(record.EntityPlace, "Žilina"),
			d.name(record.EntityOrganization, "Home Office"), d.name(record.EntityPlace, "Norway"),
		},
		Times: []record.Time{
			d.time("Monday", "2024-02-26", "2024-02-26", "2024-02-26"),
			d.time("by 31 March", "../2024-03-31", "", "2024-03-31"),
			d.time("next week", "2024-03-04/2024-03-10", "2024-03-04", "2024-03-10"),
		},
		Amounts: []record.Amount{}, Citations: []record.Citation{},
		Meta: record.Meta{
			Pipeline: "readout/0.1.0", Models: []string{"reader@sha256:0"},
			Created: "2024-03-01T12:00:00Z", Input: "treaty.txt",
		},
	}
	r.Statements = treatyStatements(d, r)
	r.Events = treatyEvents(d, r)
	return r
}

// treatyStatements returns what is said in the text, in its order.
func treatyStatements(d draft, r *record.Record) []record.Statement {
	lee, home := r.Entities[0].ID, r.Entities[2].ID
	score := 0.9
	agrees, signs := d.mark("if parliament agrees"), d.mark("unless Norway signs")

	promise := d.says(lee, "Prime Minister Ann Lee", "promised",
		"that her government would probably sign the treaty by 31 March if parliament agrees")
	promise.Act, promise.Polarity, promise.Certainty = record.ActCommit, record.PolarityAffirmed, record.CertaintyProbable
	promise.Likelihood, promise.Hedges = []float64{0.55, 0.8}, []record.Mark{d.mark("probably")}
	promise.Addressees, promise.Place = d.args("", "farmers"), d.arg(r.Entities[1].ID, "Žilina")
	promise.Said = &record.Said{Time: r.Times[0].ID, Basis: record.BasisText}
	promise.Due, promise.Score = &record.Due{Time: r.Times[1].ID, Condition: &agrees}, &score

	denial := d.says(home, "The Home Office", "denied", "that the talks with Norway had failed")
	denial.Act, denial.Polarity, denial.Certainty = record.ActState, record.PolarityDenied, record.CertaintyCertain

	omission := d.says(lee, "She", "made no mention of", "the strikes")
	omission.Act, omission.Polarity, omission.Certainty = record.ActState, record.PolarityOmitted, record.CertaintyUnknown

	refusal := d.says("", "The ministry", "declined to comment on", "the arrests")
	refusal.Act, refusal.Polarity, refusal.Certainty = record.ActState, record.PolarityDeclined, record.CertaintyUnknown

	demand := d.says(lee, "The minister", "urged", "to end the blockade next week")
	demand.Act, demand.Polarity, demand.Certainty = record.ActRequest, record.PolarityAffirmed, record.CertaintyCertain
	demand.Addressees, demand.Due = d.args("", "the unions"), &record.Due{Time: r.Times[2].ID}

	warning := d.says("", "shipowners", "warned", "The treaty will fail unless Norway signs")
	warning.Act, warning.Polarity, warning.Certainty = record.ActForecast, record.PolarityAffirmed, record.CertaintyCertain
	warning.Due = &record.Due{Condition: &signs}

	return []record.Statement{promise, denial, omission, refusal, demand, warning}
}

// treatyEvents returns what happens in the text, in its order.
func treatyEvents(d draft, r *record.Record) []record.Event {
	lee, norway, score := r.Entities[0].ID, r.Entities[3].ID, 0.4
	return []record.Event{
		{
			ID: d.id('v', "promised"), Type: record.EventAgree, Trigger: d.mark("promised"),
			Actors: d.args(lee, "Prime Minister Ann Lee"), Recipients: d.args("", "farmers"),
			Time: r.Times[0].ID, Place: d.arg(r.Entities[1].ID, "Žilina"),
			Status: record.StatusOccurred, Certainty: record.CertaintyCertain,
			Statement: r.Statements[0].ID, As: record.AsPerformed,
		},
		{
			ID: d.id('v', "talks"), Type: record.EventConsult, Trigger: d.mark("talks"),
			Actors: []record.Arg{}, Recipients: d.args(norway, "Norway"),
			Status: record.StatusOccurred, Certainty: record.CertaintyProbable,
			Statement: r.Statements[1].ID, As: record.AsDescribed, Score: &score,
		},
		{
			ID: d.id('v', "did not arrest"), Type: record.EventCoerce, Trigger: d.mark("did not arrest"),
			Actors: d.args("", "Police"), Recipients: d.args("", "the protesters"),
			Status: record.StatusNegated, Certainty: record.CertaintyCertain,
		},
	}
}
