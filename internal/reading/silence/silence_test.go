package silence

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"readout/internal/language/segment"
	"readout/internal/language/text"
	"readout/internal/neural/tag"
	"readout/record"
)

// frozen returns a text and its sentences.
func frozen(t *testing.T, s string) (*text.Text, []text.Span) {
	t.Helper()
	doc, err := text.New(s)
	if err != nil {
		t.Fatal(err)
	}
	return doc, segment.AppendSentences(nil, doc)
}

// marked writes a text with the marks of its silences: [speaker] «cue» {content}.
func marked(doc *text.Text, all []tag.Attribution) string {
	open, shut := map[int]string{}, map[int]string{}
	put := func(s text.Span, marks string) {
		if s.Empty() {
			return
		}
		first, last, _ := strings.Cut(marks, " ")
		open[s.Start] += first
		shut[s.End] = last + shut[s.End]
	}
	for _, a := range all {
		put(a.Cue.Span, "« »")
		put(a.Contents[0].Span, "{ }")
		if a.Sourced {
			put(a.Source.Span, "[ ]")
		}
	}
	var out strings.Builder
	for i := 0; i <= doc.Len(); i++ {
		out.WriteString(shut[i] + open[i])
		if i < doc.Len() {
			out.WriteByte(doc.String()[i])
		}
	}
	return out.String()
}

var plain = strings.NewReplacer("[", "", "]", "", "«", "", "»", "", "{", "", "}", "")

func polarityOf(a tag.Attribution) string { return a.Stance.Polarity[0].Value }

// check holds a marked sentence against what is found in it.
func check(t *testing.T, row, example string, want record.Polarity) {
	t.Helper()
	doc, sentences := frozen(t, plain.Replace(example)+".")
	found := Find(doc, sentences, nil)
	if got := marked(doc, found); got != example+"." {
		t.Errorf("%s:\n got %s\nwant %s", row, got, example)
		return
	}
	if got := polarityOf(found[0]); got != want.String() {
		t.Errorf("%s: %s: %s, want %s", row, example, got, want)
	}
}

func TestEachRowFindsItsExample(t *testing.T) {
	for _, x := range idioms {
		check(t, x.words, x.example, x.polarity)
	}
	for _, f := range frames {
		want := declined
		if f.manner == unsaid {
			want = omitted
		}
		check(t, f.words, f.example, want)
	}
	for _, v := range verbs {
		doc, sentences := frozen(t, plain.Replace(v.example)+".")
		if got := marked(doc, Find(doc, sentences, nil)); got != v.example+"." {
			t.Errorf("%s:\n got %s\nwant %s", v.forms, got, v.example)
		}
	}
}

func TestWhatOnlyLooksLikeASilenceIsNone(t *testing.T) {
	for _, s := range []string{
		"Shares declined 8 percent, and sales declined to $3 billion.",
		"The guards refused entry to the reporters and refused to leave.",
		"She declined to run again, and her party declined to support him.",
		"Asked if he would resign, the minister said no.",
		"He left without a word, and without paying.",
		"They cannot stay silent on the war.",
		"The judge broke his silence on the case.",
		"They held a moment of silence for the dead.",
		"Failure to answer the questions may result in a fine.",
		"If he refuses to say where the money is, he will go to jail.",
		"Anyone who does not answer the question fails.",
		"I would not say it was a failure.",
		"You do not talk about the club.",
		"The report says nothing of the kind.",
		"Rates may rise without the bank saying so, or fall.",
		"He did not return to the city, and never returned the money.",
		"No comment section stands under the article.",
		"The two could not be reached for comment.",
		"The mayor was not available for comment.",
		"She was never given a reason to doubt it.",
		"Morals can be explained without mentioning facts.",
		"The team did not respond in kind.",
		"She would not rule out a second vote.",
		"",
	} {
		doc, sentences := frozen(t, s)
		if got := Find(doc, sentences, nil); len(got) > 0 {
			t.Errorf("found %s", marked(doc, got))
		}
	}
}

func TestSentencesOfTheNews(t *testing.T) {
	for _, s := range []string{
		// Wikinews (CC BY 2.5): After visa snags, all-girl Afghan team honored.
		"Citing privacy rules, [U.S. officials] «have not said» {why the team was initially denied visas}, but Afghan Ambassador Hamdullah Mohib says there were concerns they would attempt to remain in the United States.",
		"On Tuesday, [Ann Lee, a spokeswoman for Mr. Moe], «did not immediately respond Tuesday to» {a request}.",
		"[The ministry] said little else and «gave no reason for» {the arrests}.",
		"«There was no immediate response from [the U.S. government] to» {the offer}.",
		"«There was no» {comment} from [Mr. Moe] but the union welcomed it.",
		"«There was no» {comment} from [Iran] and the envoy left.",
		"But [the envoy], again, «has not discussed» {the Sept. 11, 2012, attack, the embassy or the dead}, and he left.",
		"[Neither Moe nor Lee] «responded to» {the letter}.",
		"[He] «would not elaborate, or comment on» {whether two men were held}.",
		"Moe named three bidders, «nor did [he] say» {who had won}.",
		"{The party} [it] «wouldn’t name» is abroad.",
		"{Names} that «were never disclosed or discussed» by [the panel] came out.",
		"It «was not disclosed» {whether the songs were part of the deal}.",
		"Five men, {whose names} «were not disclosed», were held.",
		"[They]«’ve offered no details of» {the plan}.",
	} {
		doc, sentences := frozen(t, plain.Replace(s))
		if got := marked(doc, Find(doc, sentences, nil)); got != s {
			t.Errorf("\n got %s\nwant %s", got, s)
		}
	}
}

// said makes an attribution of words of a text.
func said(t *testing.T, doc *text.Text, source, cue, content string) tag.Attribution {
	t.Helper()
	mark := func(words string) tag.Span {
		at := strings.Index(doc.String(), words)
		if at < 0 {
			t.Fatalf("%q is not in %q", words, doc)
		}
		return tag.Span{Span: text.Span{Start: at, End: at + len(words)}}
	}
	return tag.Attribution{
		Source: mark(source), Sourced: true, Cue: mark(cue),
		Contents: []tag.Span{mark(content)}, Score: 0.7,
		Stance: tag.Stance{Polarity: []tag.Chance{{Value: "denied", Score: 0.6}}},
	}
}

func TestASilenceThatIsKnownGetsItsPolarity(t *testing.T) {
	for _, c := range []struct {
		text, source, cue, content string
		want                       string // polarities in the order of the text
	}{
		{"Lee declined to comment on the plan.", "Lee", "declined", "to comment on the plan", "declined"},
		{"Lee declined to comment on the plan.", "Lee", "declined to comment on", "the plan", "declined"},
		{"“Go home,” he said, without naming the men.", "he", "said, without naming the men", "“Go home,”", "affirmed omitted"},
		{"Asked about it, Lee said “No comment.”", "Lee", "said", "“No comment.”", "declined"},
		{"Lee rejected the claim.", "Lee", "rejected", "the claim", "denied"},
		{"She made no secret of her joy.", "She", "made no secret of", "her joy", "affirmed"},
		{"It has charm, not to mention its parks.", "It", "not to mention", "its parks", ""},
	} {
		doc, sentences := frozen(t, c.text)
		in := []tag.Attribution{said(t, doc, c.source, c.cue, c.content)}
		var got []string
		for _, a := range Find(doc, sentences, in) {
			got = append(got, polarityOf(a))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %v, want %s", c.text, got, c.want)
		}
		if polarityOf(in[0]) != "denied" {
			t.Errorf("%s: what went in was changed", c.text)
		}
	}
}

func TestWhatWasNotSaidHasNoWordsOfItsSilence(t *testing.T) {
	doc, sentences := frozen(t, "Lee said nothing about the plan.")
	in := []tag.Attribution{said(t, doc, "Lee", "said", "nothing about the plan")}
	if got, want := marked(doc, Find(doc, sentences, in)), "[Lee] «said nothing about» {the plan}."; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestAMissingSpeakerIsThatOfTheVerbBefore(t *testing.T) {
	doc, sentences := frozen(t, "The cabinet of Ann Lee told the press on Monday that it had met but would not say who came.")
	in := []tag.Attribution{said(t, doc, "The cabinet of Ann Lee", "told", "that it had met")}
	found := Find(doc, sentences, in)
	if len(found) != 2 || found[1].Source.Span != in[0].Source.Span {
		t.Errorf("got %s", marked(doc, found))
	}
}

// FuzzFind holds what the package comment promises.
func FuzzFind(f *testing.F) {
	for _, x := range idioms {
		f.Add(plain.Replace(x.example))
	}
	f.Add("Neither nor did didn't can't without , “never” said they've not.\n\nno word on. Nor did")
	f.Fuzz(func(t *testing.T, s string) {
		doc, err := text.New(s)
		if err != nil {
			return
		}
		sentences := segment.AppendSentences(nil, doc)
		found := Find(doc, sentences, nil)
		if again := Find(doc, sentences, nil); !reflect.DeepEqual(found, again) {
			t.Fatalf("%v and %v", found, again)
		}
		for _, a := range found {
			inside := func(x tag.Span) bool {
				return slices.ContainsFunc(sentences, func(s text.Span) bool { return s.Contains(x.Span) })
			}
			if a.Cue.Empty() || a.Contents[0].Empty() || !inside(a.Cue) || !inside(a.Contents[0]) || a.Sourced && !inside(a.Source) {
				t.Fatalf("%q: %+v", s, a)
			}
		}
	})
}

func TestASilenceOfNobodyLeavesTheSpeakerThatTheModelHas(t *testing.T) {
	who := tag.Span{Span: text.Span{Start: 0, End: 3}}
	a := tag.Attribution{Source: who, Sourced: true}
	respan(&a, Silence{Cue: text.Span{Start: 4, End: 8}, Content: text.Span{Start: 9, End: 12}})
	if a.Source != who || !a.Sourced {
		t.Errorf("speaker %v, want %v", a.Source, who)
	}
}
