package event

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"readout/internal/language/segment"
	"readout/internal/language/text"
	"readout/internal/neural/tag"
	"readout/internal/reading/amount"
	"readout/internal/reading/mention"
	"readout/internal/reading/timex"
)

// news are sentences of our own of many kinds.
var news = []string{
	"[+Police] [COERCE arrested] [-three ministers] in [@Kyiv] on Monday.",
	"[=+Chad] and [=+Niger] held [CONSULT talks] in [@Lomé] about the truce.",
	"“We [REJECT refuse] to go,” said [+Mr. Berg], whose party was banned in 2019.",
	"On Friday [+workers] [PROTEST marched], and 40 people were detained by police.",
	"A bomb killed 12 soldiers near the [@Aleppo] bridge, the army’s spokesman said.",
	"Did [+the EU] [SANCTION impose] new [SANCTION sanctions] on [-Belarus]?",
	"[+Norway] [AID donated] $3 million to [-Haiti] last week — its second gift.",
}

func TestEqualInputGivesEqualEvents(t *testing.T) {
	doc, in := given(t, strings.Join(news, " "))
	first := Find(doc, in)
	if len(first) < len(news) {
		t.Fatalf("%d events in %d sentences", len(first), len(news))
	}
	for range 3 {
		if again := Find(doc, in); !reflect.DeepEqual(first, again) {
			t.Fatalf("read again:\n%s\n%s", shown(doc, in, first), shown(doc, in, again))
		}
	}
}

func TestFindingChangesNoInput(t *testing.T) {
	doc, in := given(t, strings.Join(news, " "))
	_, twin := given(t, strings.Join(news, " "))
	Find(doc, in)
	if !reflect.DeepEqual(in, twin) {
		t.Error("the input is another after Find")
	}
}

func TestAnUnrelatedSentenceBehindKeepsTheEventsBefore(t *testing.T) {
	for _, s := range news {
		doc, in := given(t, s)
		want := Find(doc, in)
		for _, behind := range news {
			longer, more := given(t, s+" "+behind)
			got := Find(longer, more)
			if len(got) < len(want) || !reflect.DeepEqual(got[:len(want)], want) {
				t.Errorf("%s\n\talone  %s\n\tbefore %s: %s",
					s, shown(doc, in, want), behind, shown(longer, more, got))
			}
		}
	}
}

func TestASentenceBeforeMovesEventsAndNothingElse(t *testing.T) {
	const before = "It rained. "
	for _, s := range news {
		doc, in := given(t, s)
		longer, more := given(t, before+s)
		want, got := shown(doc, in, Find(doc, in)), shown(longer, more, Find(longer, more))
		if got != want {
			t.Errorf("%s\n\talone  %s\n\tbehind %s", s, want, got)
		}
	}
}

func TestAnotherNameOfTheSameKindChangesNothingElse(t *testing.T) {
	for _, s := range news {
		doc, in := given(t, s)
		want := shown(doc, in, Find(doc, in))
		for old, other := range map[string]string{"Kyiv": "Riga", "Chad": "Mali", "Aleppo": "Mosul"} {
			twin, input := given(t, strings.ReplaceAll(s, old, other))
			got := strings.ReplaceAll(shown(twin, input, Find(twin, input)), other, old)
			if got != want {
				t.Errorf("%s with %s\n\tgot  %s\n\twant %s", s, other, got, want)
			}
		}
	}
}

// promises proves what the package promises of events.
func promises(t *testing.T, doc *text.Text, in Input, all []Event) {
	t.Helper()
	end := 0
	for _, e := range all {
		if e.Trigger.Start < end {
			t.Errorf("trigger %q reaches into the one before", doc.At(e.Trigger))
		}
		end = e.Trigger.End
		i := slices.IndexFunc(in.Sentences, func(s text.Span) bool { return s.Contains(e.Trigger) })
		if i < 0 {
			t.Fatalf("trigger %v stands in no sentence", e.Trigger)
		}
		parties := slices.Concat(e.Actors, e.Recipients)
		for k, p := range parties {
			if !in.Sentences[i].Contains(p) || p.Overlaps(e.Trigger) || p.Empty() {
				t.Errorf("%q takes part in %q", doc.At(p), doc.At(e.Trigger))
			}
			if slices.ContainsFunc(parties[:k], p.Overlaps) {
				t.Errorf("%q takes part twice in %q", doc.At(p), doc.At(e.Trigger))
			}
		}
		for _, s := range append(parties, e.Trigger, e.Place) {
			if s.Start < 0 || s.End > doc.Len() || doc.Whole(s) != s {
				t.Errorf("span %v cuts a character or leaves the text", s)
			}
		}
		if e.Time >= len(in.Times) || e.Statement >= len(in.Statements) || e.Type == 0 ||
			e.Status == 0 {
			t.Errorf("event %+v", e)
		}
	}
}

func TestEventsKeepTheirPromises(t *testing.T) {
	doc, in := given(t, strings.Join(news, " "))
	promises(t, doc, in, Find(doc, in))
	for _, s := range []string{
		"", " ", "arrested", "by by by arrested by", "was arrested and killed and jailed",
		"e\u0301 arrested e\u0301", "🤷🏽‍♀️ arrested 🤷🏽‍♀️.", "and he, who, that, arrested,",
		"attacked'sattacked", strings.Repeat("the arrest of ", 40), "\u0301killed\u0301",
	} {
		doc, in := plainInput(t, s)
		promises(t, doc, in, Find(doc, in))
	}
}

// plainInput is what is read of a text without a model.
func plainInput(t *testing.T, src string) (*text.Text, Input) {
	t.Helper()
	doc, err := text.New(src)
	if err != nil {
		t.Skip()
	}
	var in Input
	in.Sentences = segment.AppendSentences(nil, doc)
	in.Times = timex.Find(doc, in.Sentences, nil, "2024-05-15")
	var times []text.Span
	for _, x := range in.Times {
		times = append(times, x.Span)
	}
	in.Amounts = amount.Find(doc, in.Sentences, times)
	return doc, in
}

// FuzzFind looks for a text with marks of the model that breaks a promise.
func FuzzFind(f *testing.F) {
	f.Add("Three ministers were arrested by police in Kyiv on Monday.", 21, 29, 33, 39, 43, 47)
	f.Add("He said he would resign. Police beat him.", 31, 35, 24, 30, 0, 2)
	f.Add("“Ré\u0301né” killed e\u0301 two.", 3, 6, 1, 4, 17, 20)
	f.Add("arrested", 0, 8, 0, 8, 0, 8)
	f.Add("In May the EU and the UN held talks.", 28, 36, 7, 24, 0, 6)
	f.Fuzz(func(t *testing.T, src string, from, to, who, whoEnd, name, nameEnd int) {
		doc, in := plainInput(t, src)
		fits := func(a, b int) bool { return 0 <= a && a < b && b <= doc.Len() }
		if fits(name, nameEnd) {
			s := doc.Whole(text.Span{Start: name, End: nameEnd})
			if !slices.ContainsFunc(in.Times, func(x timex.Time) bool { return x.Overlaps(s) }) {
				in.Names = []mention.Name{{Span: s, Kind: mention.Place}}
			}
		}
		if fits(from, to) {
			trigger := tag.Span{Span: text.Span{Start: from, End: to}, Score: 0.9}
			found := tag.Event{Trigger: tag.Name{Span: trigger, Kind: "ASSAULT"}}
			if fits(who, whoEnd) {
				found.Recipients = []tag.Span{{Span: text.Span{Start: who, End: whoEnd}, Score: 0.9}}
			}
			in.Found = []tag.Event{found}
		}
		promises(t, doc, in, Find(doc, in))
	})
}
