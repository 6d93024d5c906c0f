package event

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"readout/internal/language/segment"
	"readout/internal/language/text"
	"readout/internal/neural/tag"
	"readout/internal/reading/amount"
	"readout/internal/reading/attribution"
	"readout/internal/reading/mention"
	"readout/internal/reading/timex"
	"readout/record"
)

// mark is a piece of a marked text: [TYPE words] is a trigger, [+words] one of
// its actors and [-words] one of its recipients, [@words] a place name, [=words]
// another name.
var mark = regexp.MustCompile(`\[([A-Z]{3,} |[-+@=]+)([^\]]*)\]`)

// given is what stands before the finder in a marked text. The model's actors and
// recipients are those of every trigger of the sentence.
func given(t *testing.T, marked string) (*text.Text, Input) {
	t.Helper()
	var plain strings.Builder
	var in Input
	var actors, recipients []tag.Span
	at := 0
	for _, m := range mark.FindAllStringSubmatchIndex(marked, -1) {
		plain.WriteString(marked[at:m[0]])
		kind, words := marked[m[2]:m[3]], marked[m[4]:m[5]]
		s := text.Span{Start: plain.Len(), End: plain.Len() + len(words)}
		plain.WriteString(words)
		at = m[1]
		scored := tag.Span{Span: s, Score: 0.9}
		if kind == strings.ToUpper(kind) && len(kind) > 3 {
			in.Found = append(in.Found, tag.Event{Trigger: tag.Name{Span: scored, Kind: strings.TrimSpace(kind)}})
		}
		if strings.Contains(kind, "+") {
			actors = append(actors, scored)
		}
		if strings.Contains(kind, "-") {
			recipients = append(recipients, scored)
		}
		if strings.ContainsAny(kind, "@=") {
			k := mention.Organization
			if strings.Contains(kind, "@") {
				k = mention.Place
			}
			in.Names = append(in.Names, mention.Name{Span: s, Kind: k})
		}
	}
	plain.WriteString(marked[at:])
	doc, err := text.New(plain.String())
	if err != nil {
		t.Fatal(err)
	}
	in.Sentences = segment.AppendSentences(nil, doc)
	in.Times = timex.Find(doc, in.Sentences, nil, "2024-05-15")
	var times []text.Span
	for _, x := range in.Times {
		times = append(times, x.Span)
	}
	in.Amounts = amount.Find(doc, in.Sentences, times)
	for i := range in.Found {
		e := &in.Found[i]
		for _, s := range in.Sentences {
			if s.Contains(e.Trigger.Span.Span) {
				e.Actors, e.Recipients = lying(actors, s), lying(recipients, s)
			}
		}
	}
	return doc, in
}

func lying(all []tag.Span, in text.Span) []tag.Span {
	var out []tag.Span
	for _, s := range all {
		if in.Contains(s.Span) {
			out = append(out, s)
		}
	}
	return out
}

// shown writes events as one reads them.
func shown(doc *text.Text, in Input, all []Event) string {
	var out []string
	for _, e := range all {
		s := fmt.Sprintf("%s %s:", e.Type, doc.At(e.Trigger))
		for _, a := range e.Actors {
			s += " +" + doc.At(a)
		}
		for _, r := range e.Recipients {
			s += " -" + doc.At(r)
		}
		if e.Time >= 0 {
			s += " when " + doc.At(in.Times[e.Time].Span)
		}
		if !e.Place.Empty() {
			s += " where " + doc.At(e.Place)
		}
		for _, a := range e.Amounts {
			s += " many " + doc.At(in.Amounts[a].Span)
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

// TestSentences reads sentences of our own, one event or several.
func TestSentences(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{
			"[+Police] [COERCE arrested] [-three ministers] in [@Kyiv] on Monday.",
			"COERCE arrested: +Police -three ministers when Monday where Kyiv many three ministers",
		},
		{
			"[+Three ministers] were later [COERCE arrested] by [-police].",
			"COERCE arrested: +police -Three ministers many Three ministers",
		},
		{
			"[+The minister]'s [ACCUSE criticism] of [+the court] was sharp.",
			"ACCUSE criticism: +The minister -the court",
		},
		{
			"[+The army] [MOBILIZE launched] an [MOBILIZE offensive] near [@Aleppo].",
			"MOBILIZE offensive: +The army where Aleppo",
		},
		{
			"On Friday [+workers] [PROTEST marched], while [@Paris] [RETREAT withdrew] troops in 2013.",
			"PROTEST marched: +workers when Friday; RETREAT withdrew: +workers when 2013",
		},
		{
			"[=+Russia and Ukraine] held [CONSULT talks].",
			"CONSULT talks: +Russia and Ukraine",
		},
		{
			"The [ASSAULT bombing] in the southern city of [@Basra] killed 12 people.",
			"ASSAULT bombing: where Basra; ASSAULT killed: -12 people many 12 people",
		},
	} {
		doc, in := given(t, c.in)
		if got := shown(doc, in, Find(doc, in)); got != c.want {
			t.Errorf("%s\n\tgot  %s\n\twant %s", c.in, got, c.want)
		}
	}
}

func TestNamesJoinedByAndTakePartEach(t *testing.T) {
	doc, in := given(t, "[+Russia and Ukraine] held [CONSULT talks].")
	for _, name := range []string{"Russia", "Ukraine"} {
		at := strings.Index(doc.String(), name)
		in.Names = append(in.Names, mention.Name{Span: text.Span{Start: at, End: at + len(name)}, Kind: mention.Place})
	}
	if got, want := shown(doc, in, Find(doc, in)), "CONSULT talks: +Russia +Ukraine"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestATriggerInANameOrATimeIsNone(t *testing.T) {
	for _, s := range []string{"[+He] joined the [=March for Life].", "[+He] left on Monday."} {
		doc, in := given(t, s)
		for _, word := range []string{"March", "Monday"} {
			if at := strings.Index(doc.String(), word); at >= 0 {
				trigger := tag.Name{Span: tag.Span{Span: text.Span{Start: at, End: at + len(word)}, Score: 0.9}, Kind: "PROTEST"}
				in.Found = append(in.Found, tag.Event{Trigger: trigger})
			}
		}
		if got := Find(doc, in); len(got) > 0 {
			t.Errorf("%s: found %s", s, shown(doc, in, got))
		}
	}
}

func TestIdleWordsTellOfNoAct(t *testing.T) {
	for _, s := range []string{
		"[+Trump] [REJECT declined] to comment.",
		"The U.S.-backed rebels slept.", "[+Eight] [AGREE signed] up.",
		"[+Ford] took a pretax [ACCUSE charge] of 3 percent.",
		"[+Ford] booked one-time [ACCUSE charges].",
		"[+Ford] booked [ACCUSE charges] of $3 million.",
		"[+He] has taken the [ACCUSE blame].", "Troops are [ASSAULT battle] ready.",
		"The [ASSAULT battle]-ready troops slept.",
		"[+He] is [CONSULT meeting] the army's needs.",
		"[+He] [CONSULT met] a key deadline.", "[+He] may [REQUEST call] the police.",
	} {
		doc, in := given(t, s)
		if got := Find(doc, in); len(got) > 0 {
			t.Errorf("%s: found %s", s, shown(doc, in, got))
		}
	}
}

func TestWordsLikeIdleOnesTellOfActs(t *testing.T) {
	checkReadings(t, []reading{
		{
			"[+Ford] faces [ACCUSE charges] of $3 million fraud against [-a rival].",
			"ACCUSE charges: +Ford -a rival many $3 million",
		},
		{"[+She] made a [REQUEST call] to [-her office].", "CONSULT call: +She -her office"},
		{"[+She] took a [REQUEST call] from [-Moe].", "CONSULT call: +She -Moe"},
		{
			"[+She] made a [REQUEST call] to [-nurses] for help.",
			"REQUEST call: +She -nurses",
		},
		{
			"[+She] made a [REQUEST call] to [-nurses] to wait.",
			"REQUEST call: +She -nurses",
		},
		{"[+She] [REQUEST called on] [-Iran].", "REQUEST called on: +She -Iran"},
		{"[+She] [CONSULT met] [-the king] over the needs.", "CONSULT met: +She -the king"},
		{"The [CONSULT meeting] needs more time.", "CONSULT meeting:"},
	})
}

func TestADashIsNoHyphen(t *testing.T) {
	doc, in := given(t, "The rebels--[SUPPORT backed] by [+Turkey]--slept.")
	if got := Find(doc, in); len(got) != 1 {
		t.Errorf("found %s, want one event", shown(doc, in, got))
	}
}

func TestOfTwoEventsOnOneTriggerTheLikelierStays(t *testing.T) {
	doc, in := given(t, "[+Guards] [ASSAULT beat] [-him].")
	second := in.Found[0]
	second.Trigger.Kind, second.Trigger.Score = "COERCE", 0.95
	in.Found = append(in.Found, second)
	if got, want := shown(doc, in, Find(doc, in)), "COERCE beat: +Guards -him"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// saying returns a statement with these words as cue and content.
func saying(doc *text.Text, cue, content string) attribution.Statement {
	span := func(words string) text.Span {
		at := strings.Index(doc.String(), words)
		return text.Span{Start: at, End: at + len(words)}
	}
	return attribution.Statement{Cue: span(cue), Content: []text.Span{span(content)}, Inside: -1}
}

func TestACuePerformsAndAContentDescribes(t *testing.T) {
	doc, in := given(t, "[+She] [AGREE promised] to [CONSULT meet] [-him], and [+he] [CONSULT visited] Rome.")
	in.Statements = []attribution.Statement{saying(doc, "promised", "to meet him")}
	got := Find(doc, in)
	want := []record.As{record.AsPerformed, record.AsDescribed, 0}
	for i, e := range got {
		if e.As != want[i] || (e.Statement < 0) != (want[i] == 0) {
			t.Errorf("%s is %q of %d, want %q", doc.At(e.Trigger), e.As, e.Statement, want[i])
		}
	}
}

func TestTheInnermostStatementDescribes(t *testing.T) {
	doc, in := given(t, "He said she feared that [+police] [ASSAULT beat] [-him].")
	in.Statements = []attribution.Statement{
		saying(doc, "said", "she feared that police beat him"), saying(doc, "feared", "that police beat him"),
	}
	if got := Find(doc, in); len(got) != 1 || got[0].Statement != 1 {
		t.Errorf("got %+v, want statement 1", got)
	}
}

func TestACitationCoversEvents(t *testing.T) {
	doc, in := given(t, "[+Police] [COERCE arrested] [-him] (Reuters, May 2).")
	in.Covers = []attribution.Cover{{Covers: []text.Span{{Start: 0, End: 10}}}, {Covers: []text.Span{{Start: 0, End: 20}}}}
	if got := Find(doc, in); len(got) != 1 || !slices.Equal(got[0].Citations, []int{1}) {
		t.Errorf("got %+v, want citation 1", got)
	}
}

func TestTheLikeliestStatusCounts(t *testing.T) {
	doc, in := given(t, "[+Police] [COERCE arrested] [-him].")
	in.Found[0].Status = []tag.Chance{{Value: "occurred", Score: 0.3}, {Value: "planned", Score: 0.6}}
	if got := Find(doc, in); got[0].Status != record.StatusPlanned {
		t.Errorf("status %s", got[0].Status)
	}
	in.Found[0].Status = nil
	if got := Find(doc, in); got[0].Status != record.StatusOccurred {
		t.Errorf("without chances: %s", got[0].Status)
	}
}

func TestNoSpanCutsACharacter(t *testing.T) {
	doc, in := given(t, "[+Police] [ASSAULT be]\u0301at [-hi]\u0301m.")
	got := Find(doc, in)
	if want := "ASSAULT be\u0301: +Police -hi\u0301m"; len(got) != 1 || shown(doc, in, got) != want {
		t.Errorf("got %q, want %q", shown(doc, in, got), want)
	}
}
