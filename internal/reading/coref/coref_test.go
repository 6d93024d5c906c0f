package coref

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"readout/internal/language/segment"
	"readout/internal/language/text"
	"readout/internal/neural/tag"
	"readout/internal/reading/attribution"
	"readout/internal/reading/mention"
)

// A trial is a text with names in brackets, the first letter of their kind before
// them, and what the model makes of its referring words.
type trial struct {
	marked string
	// likes are pairs of a referring word and what the model refers it to: "he=Ann"
	// is the first "he" that no pair before it was about.
	likes string
	said  string // words of a quoted statement, with its speaker: "Bob: I will go"
	want  string // "he=Ann": the mentions found, in the order of the text
}

// read returns a document of the text and its names.
func read(t *testing.T, marked string) (*text.Text, []mention.Name) {
	t.Helper()
	kinds := map[byte]mention.Kind{
		'p': mention.Person, 'o': mention.Organization, 'l': mention.Place, 'g': mention.Group,
	}
	var plain strings.Builder
	var names []mention.Name
	for rest := marked; rest != ""; {
		before, inside, ok := strings.Cut(rest, "[")
		plain.WriteString(before)
		if !ok {
			break
		}
		word, after, _ := strings.Cut(inside, "]")
		start := plain.Len()
		plain.WriteString(word[2:])
		names = append(names, mention.Name{Span: text.Span{Start: start, End: plain.Len()}, Kind: kinds[word[0]]})
		rest = after
	}
	doc, err := text.New(plain.String())
	if err != nil {
		t.Fatal(err)
	}
	return doc, names
}

// references returns what the model makes of the words: four fifths for what it
// likes.
func references(doc *text.Text, words []Word, likes string) []tag.Reference {
	var out []tag.Reference
	next := 0
	for pair := range strings.FieldsSeq(likes) {
		word, name, _ := strings.Cut(pair, "=")
		for doc.At(words[next].Span) != word {
			next++
		}
		at := strings.LastIndex(doc.String()[:words[next].Start], strings.ReplaceAll(name, "_", " "))
		out = append(out, tag.Reference{At: next, To: []tag.Candidate{{Start: at, Score: 0.8}}, None: 0.2})
		next++
	}
	return out
}

// statements returns the quoted statement of a trial.
func statements(doc *text.Text, said string) []attribution.Statement {
	speaker, words, ok := strings.Cut(said, ": ")
	if !ok {
		return nil
	}
	find := func(s string) text.Span {
		at := strings.Index(doc.String(), s)
		return text.Span{Start: at, End: at + len(s)}
	}
	content := find(words)
	return []attribution.Statement{{
		Speaker: find(speaker), Content: []text.Span{content}, Quoted: []text.Span{content}, Inside: -1,
	}}
}

func (c trial) run(t *testing.T) string {
	t.Helper()
	doc, names := read(t, c.marked)
	words := Ask(doc)
	entities := mention.Gather(doc, names)
	found := Resolve(doc, Input{
		Words: words, References: references(doc, words, c.likes), Entities: entities,
		Statements: statements(doc, c.said),
		Sentences:  segment.AppendSentences(nil, doc),
		Quotations: segment.AppendQuotations(nil, doc),
	})
	var out []string
	for _, m := range found {
		out = append(out, doc.At(m.Span)+"="+entities[m.Entity].Name)
	}
	return strings.Join(out, "; ")
}

func TestPronounsMeanWhatAgreesWithThem(t *testing.T) {
	for _, c := range []trial{
		{marked: "[p Ann Lee] met [p Tom Hill]. He smiled.", likes: "He=Tom", want: "He=Tom Hill"},
		{marked: "[p Ann Lee] met [p Tom Hill]. He smiled.", likes: "He=Ann", want: "He=Tom Hill"},
		{marked: "Ms. [p Parker] met Mr. [p Hill]. She smiled.", likes: "She=Hill", want: "She=Parker"},
		{marked: "[p Tom Hill] spoke. He sat, and he left.", likes: "He=Tom he=He", want: "He=Tom Hill; he=Tom Hill"},
		{marked: "[p Tom Hill] left [o Boeing]. It fell.", likes: "It=Tom", want: ""},
		{marked: "[p Tom Hill] left [o Boeing]. It fell.", likes: "It=Boeing", want: "It=Boeing"},
		{marked: "[o Boeing] told an official. He left.", likes: "He=Boeing", want: ""},
		{marked: "[g Democrats] lost. They left.", likes: "They=Democrats", want: "They=Democrats"},
		{marked: "[p Tom Hill] lost. They left.", likes: "They=Tom", want: ""},
		{marked: "It rained in [l Paris].", want: ""},
		{marked: "[p Tom Hill] wrote to [p Bob Ray], Earl of [p Clare] — [p Tom Hill]'s junior — whom he met.", likes: "he=Bob", want: "he=Tom Hill"},
		{marked: "[p Tom Hill] met the son of [p Bob Ray], whom he knew.", likes: "he=Tom", want: "he=Tom Hill"},
		{marked: "[p Tom Hill] wrote to [p Bob Ray], who said he came.", likes: "he=Bob", want: "he=Bob Ray"},
		{marked: "[p Skylar Odd] wept. She left, but he stayed.", likes: "She=Skylar he=Skylar", want: "She=Skylar Odd"},
	} {
		if got := c.run(t); got != c.want {
			t.Errorf("%s, the model likes %q\n got %s\nwant %s", c.marked, c.likes, got, c.want)
		}
	}
}

func TestAPersonIsLookedForWhereTheModelHasNone(t *testing.T) {
	for _, c := range []trial{
		{marked: "[p Tom Hill] met [p Bob Ray]. He smiled.", want: "He=Tom Hill"},
		{marked: "[p Ann Lee] met [p Bob Ray]. She smiled.", want: "She=Ann Lee"},
		{marked: "He smiled at [p Tom Hill].", want: ""},
		{marked: "[p Tom Hill] left. " + strings.Repeat("It rained. ", 9) + "He smiled.", want: ""},
	} {
		if got := c.run(t); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.marked, got, c.want)
		}
	}
}

func TestNobodyIsTheObjectOfWhatHeDoes(t *testing.T) {
	for _, c := range []trial{
		{
			marked: "[p Bob Ray] doubted [p Tom Hill]. He called him a liar.",
			likes:  "He=Bob him=Bob", want: "He=Bob Ray; him=Tom Hill",
		},
		{
			marked: "[p Bob Ray] has also repeatedly called him a liar.",
			likes:  "him=Bob", want: "",
		},
		{
			marked: "[p Bob Ray] was rude. [p Tom Hill]’s calling him a liar hurt.",
			likes:  "him=Tom", want: "him=Bob Ray",
		},
		{
			marked: "[p Tom Hill]’s aides called him a liar.",
			likes:  "him=Tom", want: "him=Tom Hill",
		},
		{
			marked: "Aides of Mr. [p Hill] called him a liar.",
			likes:  "him=Hill", want: "him=Hill",
		},
		{
			marked: "[p Tom Hill] said voters called him a liar.",
			likes:  "him=Tom", want: "him=Tom Hill",
		},
		{
			marked: "[p Tom Hill] said that it hurt him.",
			likes:  "him=Tom", want: "him=Tom Hill",
		},
		{
			marked: "[p Tom Hill] took a dog with him.",
			likes:  "him=Tom", want: "him=Tom Hill",
		},
		{
			marked: "[p Bob Ray] met [p Tom Hill], who called him a liar.",
			likes:  "him=Tom", want: "him=Bob Ray",
		},
		{marked: "[p Ann Lee] kissed her in Oslo.", likes: "her=Ann", want: ""},
		{
			marked: "[p Ann Lee] kissed her husband.",
			likes:  "her=Ann", want: "her=Ann Lee",
		},
		{
			marked: "[p Ann Lee] hurt herself.",
			likes:  "herself=Ann", want: "herself=Ann Lee",
		},
		{
			marked: "[o Boeing] said it closed.",
			likes:  "it=Boeing", want: "it=Boeing",
		},
		{marked: "[o Boeing] sold it in May.", likes: "it=Boeing", want: ""},
		{
			marked: "[g Democrats] feared [g Turks]. They beat them.",
			likes:  "They=Democrats them=Democrats", want: "They=Democrats",
		},
	} {
		if got := c.run(t); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.marked, got, c.want)
		}
	}
}

func TestTheFirstPersonIsTheSpeakerOfTheQuotation(t *testing.T) {
	for _, c := range []trial{
		{marked: "[p Bob Ray] said: “I will go.”", said: "Bob Ray: I will go", want: "I=Bob Ray"},
		{marked: "[p Bob Ray] said: “We will go.”", said: "Bob Ray: We will go", want: ""},
		{marked: "[o Boeing] said: “We will go.”", said: "Boeing: We will go", want: "We=Boeing"},
		{marked: "[p Bob Ray] sat. He said: “I will go.”", likes: "He=Bob", said: "He: I will go", want: "He=Bob Ray; I=Bob Ray"},
		{
			marked: "[p Ann Lee] sat. A voter said: “I will go.” [p Bob Ray] said so.",
			said:   "A voter: I will go", want: "",
		},
		{
			marked: "[o Boeing] sat. A voter said: “We will go.”",
			said:   "A voter: We will go", want: "",
		},
		{
			marked: "[p Bob Ray] sat. The minister said: “I will go.”",
			likes:  "minister=Bob", said: "The minister: I will go",
			want: "The minister=Bob Ray; I=Bob Ray",
		},
		{
			marked: "[p Ann Lee] met [p Bob Ray], who said: “I will go.”",
			said:   "who: I will go", want: "I=Bob Ray",
		},
		{marked: "I saw [p Bob Ray].", want: ""},
		{
			marked: "[p Ann Lee] said: “I saw [p Bob I] go.”",
			said:   "Ann Lee: I saw Bob I go", want: "I=Ann Lee",
		},
		{marked: "Unity is good.\n\nI saw [p Bob Ray] there.\n\nRep. [p Ann Lee], D-Ariz., was an early supporter.", want: "I=Ann Lee"},
		{marked: "On unity\n\nBy [p Ann Lee]\n\nI saw [p Bob Ray] there.", want: "I=Ann Lee"},
		{marked: "Letters\n\nI agree.\n\n[p Ann Lee]. Oslo.\n\nI do not, after World War I.\n\n[p Tom Hill]\n\nThe end.", want: "I=Ann Lee; I=Tom Hill"},
	} {
		if got := c.run(t); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.marked, got, c.want)
		}
	}
}

func TestTheFirstPersonIsWhoseTurnItIs(t *testing.T) {
	const asked = "\n\nDid it rain?\n\nI saw it.\n\nDo I hear well?\n\nI think so.\n\nWhy?\n\nI know."
	for _, c := range []trial{
		{marked: "[p Ann Lee]: Did it rain?\n\n[p Tom Hill]: I saw it. It did.", want: "I=Tom Hill"},
		{marked: "A note: [p Tom Hill]: I saw it.", want: ""},
		{marked: "An interview with [p Tom Hill]" + asked, want: "I=Tom Hill; I=Tom Hill; I=Tom Hill"},
		{marked: "[p Ann Lee] came. We spoke with [p Tom Hill]" + asked, want: ""},
		{marked: "[p Tom Hill] on rain" + asked, want: ""},
		{
			marked: "[p Tom Hill] on rain" + asked + "\n\nWho?\n\n“I,” he said, and I left.",
			want:   "I=Tom Hill; I=Tom Hill; I=Tom Hill; I=Tom Hill",
		},
	} {
		if got := c.run(t); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.marked, got, c.want)
		}
	}
}

func TestNominalsMeanNamesOfTheirKind(t *testing.T) {
	for _, c := range []trial{
		{marked: "[p Tom Hill] sat. The new minister spoke.", likes: "minister=Tom", want: "The new minister=Tom Hill"},
		{marked: "[o Boeing] sat. The minister spoke.", likes: "minister=Boeing", want: ""},
		{marked: "[p Tom Hill] sat. An aide said so. The minister spoke.", likes: "minister=Tom", want: "The minister=Tom Hill"},
		{marked: "[p Tom Hill] sat. A cabinet minister said so. The minister spoke.", likes: "minister=Tom", want: ""},
		{marked: "[p Tom Hill], a cabinet minister, said so. The minister spoke.", likes: "minister=Tom", want: "The minister=Tom Hill"},
		{marked: "[o Boeing] grew. The company said so.", likes: "company=Boeing", want: "The company=Boeing"},
		{marked: "[p Tom Hill] sat. The minister spoke.", want: ""},
		{marked: "The [o Zorp] newspaper said so. [o Boeing] grew. The newspaper closed.", want: "The newspaper=Zorp"},
		{
			marked: "[o Zorp] news agency said so. [o Boeing] grew. The agency closed.",
			want:   "The agency=Zorp",
		},
		{marked: "President [p Hill] sat with [p Tom Blix]. The president spoke.", want: "The president=Hill"},
		{marked: "President [p Hill] met President [p Blix]. The president spoke.", want: ""},
		{marked: "[o Zorp], the state-run oil company based in Oslo, grew. The company said so.", want: "The company=Zorp"},
		{marked: "[p Blix], the man of the hour, sat. The company said so.", want: ""},
		{marked: "The [o Education Ministry] closed. A ministry said so. The ministry did.", want: ""},
		{marked: "The [o Education Ministry] closed. [o Boeing] grew. The ministry did.", want: "The ministry=Education Ministry"},
		{marked: "Secretary of State [p Hill] met [p Blix]. The secretary of state spoke.", want: "The secretary of state=Hill"},
		{marked: "The candidate [p Hill] endorsed lost. The candidate is sad.", want: ""},
		{marked: "A spokesman of President [p Hill] sat. The spokesman spoke.", want: ""},
		{marked: "In a letter to [p Hill], the president of Iran called. The president spoke.", want: ""},
		{marked: "[p Hill], the president of Iran, called. The president spoke.", want: "The president=Hill"},
		{marked: "The [o UN] agency said so. The agency spoke.", want: ""},
		{marked: "[l New York City] grew. [o Boeing] did. The city is old.", want: ""},
	} {
		if got := c.run(t); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.marked, got, c.want)
		}
	}
}

func TestACountryIsNoTown(t *testing.T) {
	for _, c := range []trial{
		{
			marked: "[l France] grew. The country is old.",
			likes:  "country=France", want: "The country=France",
		},
		{
			marked: "[l Vigo County] grew. The nation did too.",
			likes:  "nation=Vigo", want: "",
		},
		{
			marked: "[l Vietnam] is old. [l Ho Chi Minh City] grew. The country did too.",
			likes:  "country=Ho", want: "The country=Vietnam",
		},
		{
			marked: "[l Europe] grew. The country is old.",
			likes:  "country=Europe", want: "",
		},
		{
			marked: "[l Scotland] grew. The nation is old.",
			likes:  "nation=Scotland", want: "The nation=Scotland",
		},
		{
			marked: "[l Palestine] and [l Taiwan] grew. The nation is old.",
			likes:  "nation=Taiwan", want: "The nation=Taiwan",
		},
		{
			marked: "[l France] is old. [l Ohio] grew. The country did too.",
			likes:  "country=Ohio", want: "The country=France",
		},
		{
			marked: "[l Ohio] grew. The state is old.",
			likes:  "state=Ohio", want: "The state=Ohio",
		},
		{
			marked: "[l France] grew. The state is old.",
			likes:  "state=France", want: "The state=France",
		},
		{
			marked: "[l Ohio] is old. [l Dayton] grew. The state did too.",
			likes:  "state=Dayton", want: "The state=Ohio",
		},
		{
			marked: "[l Dayton] grew. The city is old.",
			likes:  "city=Dayton", want: "The city=Dayton",
		},
		{
			marked: "[l France] is old. [l Dayton] grew. It rained in the country.",
			want:   "",
		},
	} {
		if got := c.run(t); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.marked, got, c.want)
		}
	}
}

func TestWordsThatMayRefer(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"He told her that they lost it.", "He her they it"},
		{"The US hired IT staff, not us.", "us"},
		{"The minister, who", "minister"},
		{"The prime minister said", "minister"},
		{"a minister said", ""},
		{"the minister of defence said", "minister"},
		{"the minister of the interior said", ""},
		{"the minister Smith", ""},
		{"the company-wide rule", ""},
		{"agreed that a president should", ""},
		{"the former secretary of state said", "secretary"},
		{"the secretary of a club said", ""},
		{"the board. Minister", ""},
	} {
		doc, err := text.New(c.text)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, w := range Ask(doc) {
			got = append(got, doc.At(w.Span))
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: asks about %q, want %q", c.text, s, c.want)
		}
	}
}

func TestAPhraseMeansTheMentionThatItIs(t *testing.T) {
	doc, err := text.New("he, who came, and his lawyer")
	if err != nil {
		t.Fatal(err)
	}
	mentions := []Mention{
		{Span: text.Span{Start: 0, End: 2}, Entity: 7, Pronoun: true},
		{Span: text.Span{Start: 18, End: 21}, Entity: 7, Pronoun: true},
	}
	if e, ok := Of(doc, mentions, text.Span{Start: 0, End: 12}); !ok || e != 7 {
		t.Errorf("he, who came: %d, %v", e, ok)
	}
	if _, ok := Of(doc, mentions, text.Span{Start: 18, End: doc.Len()}); ok {
		t.Error("his lawyer means him")
	}
}

func TestMentionsAreInTheOrderOfTheText(t *testing.T) {
	c := trial{
		marked: "[p Bob Ray] sat. “I will go,” he said. She left.",
		likes:  "he=Bob", said: "he: I will go", want: "I=Bob Ray; he=Bob Ray",
	}
	if got := c.run(t); !slices.Equal(strings.Split(got, "; "), strings.Split(c.want, "; ")) {
		t.Errorf("mentions %s, want %s", got, c.want)
	}
}

// sayings returns statements in order, each by its speaker and its words, both
// found behind the one before.
func sayings(doc *text.Text, all ...string) []attribution.Statement {
	var out []attribution.Statement
	from := 0
	find := func(s string) text.Span {
		at := from + strings.Index(doc.String()[from:], s)
		return text.Span{Start: at, End: at + len(s)}
	}
	for _, said := range all {
		speaker, words, _ := strings.Cut(said, ": ")
		a, b := find(speaker), find(words)
		if speaker == "he" { // not the one inside "They"
			a.Start = from + strings.LastIndex(doc.String()[from:], speaker)
			a.End = a.Start + len(speaker)
		}
		from = max(a.End, b.End)
		s := attribution.Statement{Speaker: a, Content: []text.Span{b}, Inside: -1}
		if strings.HasPrefix(words, "“") {
			s.Quoted = s.Content
		}
		out = append(out, s)
	}
	return out
}

// lastOf resolves a text with statements and returns whom the last pronoun
// means.
func lastOf(t *testing.T, marked, likes string, said ...string) string {
	t.Helper()
	doc, names := read(t, marked)
	words, entities := Ask(doc), mention.Gather(doc, names)
	found := Resolve(doc, Input{
		Words: words, References: references(doc, words, likes), Entities: entities,
		Statements: sayings(doc, said...), Sentences: segment.AppendSentences(nil, doc),
		Quotations: segment.AppendQuotations(nil, doc),
	})
	if len(found) == 0 {
		return ""
	}
	return entities[found[len(found)-1].Entity].Name
}

func TestWhoSpeaksGoesOnSpeaking(t *testing.T) {
	const marked = "[p Bob Ray] said taxes rise. “They hurt [p Tom Hill],” he said."
	got := lastOf(t, marked, "he=Tom", "Bob Ray: taxes rise", "he: “They hurt Tom Hill,”")
	if got != "" && got != "Bob Ray" {
		t.Errorf("he is %q, want Bob Ray", got)
	}
	const plain = "[p Bob Ray] said that [p Tom Hill] left. Prices will fall, he said."
	if got := lastOf(t, plain, "he=Tom", "Bob Ray: that Tom Hill left", "he: Prices will fall"); got != "Tom Hill" {
		t.Errorf("he is %q, want Tom Hill, of whom the model is sure", got)
	}
}

func TestTheFirstPersonIsNobodyElseThanWhoSpeaks(t *testing.T) {
	for _, c := range []struct{ marked, voter string }{
		{
			"[p Ann Lee] said it rained. A voter said: “I will go.”",
			"A voter: “I will go.”",
		},
		{
			"[o Boeing] said it rained. A voter said: “We will go.”",
			"A voter: “We will go.”",
		},
	} {
		by, _, _ := strings.Cut(c.marked, "]")
		if got := lastOf(t, c.marked, "", by[3:]+": it rained", c.voter); got != "" {
			t.Errorf("%s: the first person is %s", c.marked, got)
		}
	}
}

func TestASpeakerDoesNotNameHimself(t *testing.T) {
	const marked = "[p Bob Ray] met [p Tom Hill]. “Vote for [p Tom Hill],” he said."
	doc, names := read(t, marked)
	words, entities := Ask(doc), mention.Gather(doc, names)
	at := strings.Index(doc.String(), "Bob")
	refs := []tag.Reference{{At: 0, None: 0.1, To: []tag.Candidate{
		{Start: at, Score: 0.3}, {Start: strings.Index(doc.String(), "Tom"), Score: 0.6},
	}}}
	all := sayings(doc, "he: said")
	quoted := segment.AppendQuotations(nil, doc)
	all[0].Content, all[0].Quoted = []text.Span{quoted[0].Outer}, []text.Span{quoted[0].Inner}
	found := Resolve(doc, Input{
		Words: words, References: refs, Entities: entities, Statements: all,
		Sentences: segment.AppendSentences(nil, doc), Quotations: quoted,
	})
	if len(found) != 1 || entities[found[0].Entity].Name != "Bob Ray" {
		t.Errorf("mentions %v, want he as Bob Ray", found)
	}
}

func TestAnyTextKeepsThePromises(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 5))
	pieces := []string{
		"[p Ann Lee]", "[p Bob Ray]", "[o Boeing]", "[g Turks]", "he", "she", "it", "they", "I", "we",
		"the minister", "the company", "said", "“", "”", ".", "\n\n", "his", "Mr.",
	}
	for range 300 {
		var marked strings.Builder
		for range 1 + random.IntN(60) {
			marked.WriteString(pieces[random.IntN(len(pieces))] + " ")
		}
		doc, names := read(t, marked.String())
		words, entities := Ask(doc), mention.Gather(doc, names)
		var refs []tag.Reference
		for i, w := range words {
			r := tag.Reference{At: i, None: random.Float64()}
			for _, n := range names {
				if n.Start < w.Start {
					r.To = append(r.To, tag.Candidate{Start: n.Start, Score: random.Float64()})
				}
			}
			refs = append(refs, r)
		}
		in := Input{
			Words: words, References: refs, Entities: entities,
			Sentences: segment.AppendSentences(nil, doc), Quotations: segment.AppendQuotations(nil, doc),
		}
		found := Resolve(doc, in)
		if again := Resolve(doc, in); !slices.Equal(found, again) {
			t.Fatalf("%q: %v, then %v", doc.String(), found, again)
		}
		checkMentions(t, doc, found, entities)
	}
}

// checkMentions proves that mentions are apart, in order, of one entity each and
// no names.
func checkMentions(t *testing.T, doc *text.Text, found []Mention, entities []mention.Entity) {
	t.Helper()
	end := 0
	for _, m := range found {
		if m.Start < end || m.End > doc.Len() || m.Empty() {
			t.Errorf("mention %v behind %d in %q", m, end, doc.String())
		}
		end = m.End
		if m.Entity < 0 || m.Entity >= len(entities) {
			t.Fatalf("mention of entity %d of %d", m.Entity, len(entities))
		}
		for _, n := range entities[m.Entity].Mentions {
			if n.Overlaps(m.Span) {
				t.Errorf("%q is a name", doc.At(m.Span))
			}
		}
		kind := entities[m.Entity].Kind
		if word := strings.ToLower(doc.At(m.Span)); word == "it" && kind == mention.Person {
			t.Errorf("it is %s", entities[m.Entity].Name)
		}
	}
}
