package event

import (
	"testing"

	"readout/internal/reading/attribution"
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
