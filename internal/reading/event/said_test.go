package event

import (
	"testing"

	"readout/internal/reading/attribution"
	"readout/record"
)

// said is a sentence with the content of its cue, and what is when or where the
// act on a word happened.
type said struct{ in, cue, content, trigger, when, where string }

func TestWhatOnlyTheContentTellsIsNoTimeOrPlaceOfTheCue(t *testing.T) {
	for _, c := range []said{
		{
			"[+He] [AGREE pledged] on Friday to rest.",
			"pledged", "on Friday to rest", "pledged", "", "",
		},
		{
			"[+He] [AGREE pledged] on Friday to rest.",
			"pledged", "to rest", "pledged", "Friday", "",
		},
		{
			"[+She] [ACCUSE accused] [-him] of theft in [@Lima].",
			"accused", "of theft in Lima", "accused", "", "",
		},
		{
			"[+She] [ACCUSE accused] [-him] in [@Lima] of theft.",
			"accused", "of theft", "accused", "", "Lima",
		},
		{
			"On Monday [+aides] said [+he] was [COERCE jailed] in [@Rome].",
			"said", "he was jailed in Rome", "jailed", "", "Rome",
		},
	} {
		doc, in := given(t, c.in)
		in.Statements = []attribution.Statement{saying(doc, c.cue, c.content)}
		e := eventOn(t, doc, Find(doc, in), c.trigger)
		when := ""
		if e.Time >= 0 {
			when = doc.At(in.Times[e.Time].Span)
		}
		if where := doc.At(e.Place); when != c.when || where != c.where {
			t.Errorf("%s\n\tof {%s}: when %q, where %q; want %q, %q",
				c.in, c.content, when, where, c.when, c.where)
		}
	}
}

func TestTheStandOfASpeakerIsThatToTheActItTellsOf(t *testing.T) {
	for _, c := range []struct {
		in, cue, content, trigger string
		polarity                  record.Polarity
		status                    record.Status
		certainty                 record.Certainty
	}{
		{
			"He denied that [+the army] had [ASSAULT bombed] [-the school].", "denied",
			"that the army had bombed the school", "bombed",
			record.PolarityDenied, record.StatusNegated, record.CertaintyCertain,
		},
		{
			"He would not confirm that [+Iran] [ASSAULT bombed] it.", "would not confirm",
			"that Iran bombed it", "bombed",
			record.PolarityDeclined, record.StatusOccurred, record.CertaintyUnknown,
		},
		{
			"He made no mention of the [COERCE arrest].", "made no mention of",
			"the arrest", "arrest",
			record.PolarityOmitted, record.StatusOccurred, record.CertaintyCertain,
		},
		{
			"He did not say that [+police] made no [COERCE arrest].", "did not say",
			"that police made no arrest", "arrest",
			record.PolarityOmitted, record.StatusNegated, record.CertaintyCertain,
		},
		{
			"He said that [+police] made an [COERCE arrest].", "said",
			"that police made an arrest", "arrest",
			record.PolarityAffirmed, record.StatusOccurred, record.CertaintyCertain,
		},
	} {
		doc, in := given(t, c.in)
		in.Statements = []attribution.Statement{saying(doc, c.cue, c.content)}
		in.Polarity = []record.Polarity{c.polarity}
		in.Found = nil // the words alone
		e := eventOn(t, doc, Find(doc, in), c.trigger)
		if e.Status != c.status || e.Certainty != c.certainty {
			t.Errorf("%s: %s, %s; want %s, %s", c.in, e.Status, e.Certainty, c.status, c.certainty)
		}
	}
}
