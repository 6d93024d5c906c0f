package stance

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"readout/internal/language/segment"
	"readout/internal/language/text"
	"readout/internal/reading/attribution"
	"readout/internal/reading/timex"
	"readout/record"
)

// several is a text with statements of many kinds.
func several(t *testing.T, before, behind string) (*text.Text, Input) {
	t.Helper()
	parts := []struct{ speaker, cue, content string }{
		{"The premier", "denied", "that any talks were held"},
		{"Berg", "told", "that prices may rise by 2030"},
		{"The envoy", "promised", "to leave if the truce held"},
		{"A spokesman", "declined to say", "whether it would probably rain"},
	}
	const words = "The premier denied that any talks were held. Berg told the BBC " +
		"that prices may rise by 2030. The envoy promised to leave if the truce held. " +
		"A spokesman declined to say whether it would probably rain."
	doc, err := text.New(before + words + behind)
	if err != nil {
		t.Fatal(err)
	}
	span := func(s string) text.Span {
		at := strings.Index(doc.String(), s)
		return text.Span{Start: at, End: at + len(s)}
	}
	in := Input{Sentences: segment.AppendSentences(nil, doc), Published: "2024-03-05"}
	in.Times = timex.Find(doc, in.Sentences, nil, in.Published)
	for _, p := range parts {
		in.Statements = append(in.Statements, attribution.Statement{
			Speaker: span(p.speaker), Cue: span(p.cue), Content: []text.Span{span(p.content)}, Inside: -1,
		})
	}
	return doc, in
}

func TestEqualInputGivesEqualJudgements(t *testing.T) {
	doc, in := several(t, "", "")
	first := Judge(doc, in)
	for range 3 {
		if again := Judge(doc, in); !reflect.DeepEqual(first, again) {
			t.Fatalf("judged %+v, then %+v", first, again)
		}
	}
	want := []record.Polarity{denied, 0, 0, declined}
	for i, j := range first {
		if j.Polarity != want[i] {
			t.Errorf("statement %d: %q, want %q", i, j.Polarity, want[i])
		}
	}
}

func TestTheOrderOfStatementsChangesNoJudgement(t *testing.T) {
	doc, in := several(t, "", "")
	want := Judge(doc, in)
	slices.Reverse(in.Statements)
	got := Judge(doc, in)
	slices.Reverse(got)
	if !reflect.DeepEqual(got, want) {
		t.Errorf("judged backwards %+v, want %+v", got, want)
	}
}

func TestASentenceBehindChangesNoJudgement(t *testing.T) {
	doc, in := several(t, "", "")
	want := Judge(doc, in)
	doc, in = several(t, "", " He may sue the BBC if it rains in May, she said.")
	if got := Judge(doc, in); !reflect.DeepEqual(got, want) {
		t.Errorf("judged %+v, want %+v", got, want)
	}
}

func TestASentenceBeforeMovesSpansAndNothingElse(t *testing.T) {
	const before = "It rained. "
	doc, in := several(t, "", "")
	want := Judge(doc, in)
	longer, more := several(t, before, "")
	for i, j := range Judge(longer, more) {
		w := want[i]
		if j.Act != w.Act || j.Polarity != w.Polarity || j.Certainty != w.Certainty || j.Due != w.Due ||
			j.Likelihood != w.Likelihood {
			t.Errorf("statement %d: %+v, want %+v", i, j, w)
		}
		got, old := slices.Concat(j.Hedges, j.Addressees), slices.Concat(w.Hedges, w.Addressees)
		got, old = append(got, j.Condition), append(old, w.Condition)
		for k := range old {
			if longer.At(got[k]) != doc.At(old[k]) ||
				!old[k].Empty() && got[k].Start != old[k].Start+len(before) {
				t.Errorf("statement %d: %q at %v, want %q",
					i, longer.At(got[k]), got[k], doc.At(old[k]))
			}
		}
	}
}
