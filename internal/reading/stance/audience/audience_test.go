package audience

import (
	"strings"
	"testing"

	"readout/internal/language/text"
	"readout/internal/reading/attribution"
	"readout/internal/reading/mention"
	"readout/internal/reading/phrase"
	"readout/internal/reading/stance/saying"
	"readout/internal/reading/stance/saying/sayingtest"
	"readout/internal/reading/timex"
)

// A sentence is a marked text and what is known of it.
type sentence struct {
	sayingtest.Sentence

	statements []attribution.Statement
	names      []mention.Name
	marks      []text.Span
}

func read(t testing.TB, marked string) sentence {
	t.Helper()
	s := sayingtest.Read(t, marked)
	return sentence{Sentence: s, statements: []attribution.Statement{s.Statement}}
}

// reader lays the statement out with the names and times of the text.
func (s *sentence) reader() (*saying.Reader, saying.Saying) {
	known := phrase.Input{Names: s.names}
	for _, t := range timex.Find(s.Doc, s.Sentences, nil, "") {
		known.Times = append(known.Times, t.Span)
	}
	r := saying.NewReader(s.Doc, s.Sentences, known, s.statements)
	return r, r.Saying(0)
}

func (s *sentence) addressees() string {
	r, of := s.reader()
	return s.Words(Find(r, of, s.marks)...)
}

func (s *sentence) place() string { return s.Words(Place(s.reader())) }

// mark adds a mark of the model.
func (s *sentence) mark(words string) { s.marks = append(s.marks, s.Span(words)) }

// named adds a name of a kind that stands in the text.
func (s *sentence) named(kind mention.Kind, name string) {
	s.names = append(s.names, mention.Name{Span: s.Span(name), Kind: kind})
}

func TestEveryWayToAddressDoesWhatItsExampleSays(t *testing.T) {
	for _, a := range told {
		example, want, _ := strings.Cut(a.sample, " => ")
		s := read(t, example)
		if a.names {
			s.named(mention.Organization, want)
		}
		if got := s.addressees(); got != want {
			t.Errorf("%s: addressees %q, want %q", example, got, want)
		}
	}
}

func TestWhatIsWantedDoneIsNotSpokenTo(t *testing.T) {
	for name, kind := range map[string]mention.Kind{
		"Obamacare": mention.Other, "Guantanamo": mention.Place, "Apple": mention.Organization,
	} {
		s := read(t, "[He] «called for» {"+name+" to be closed}.")
		s.named(kind, name)
		if got := s.addressees(); got != "" {
			t.Errorf("he spoke to %q", got)
		}
	}
}

// An example is a marked sentence with those to whom its statement is made.
type example struct{ marked, want string }

func checkAudience(t *testing.T, all []example) {
	t.Helper()
	for _, c := range all {
		s := read(t, c.marked)
		if got := s.addressees(); got != c.want {
			t.Errorf("%s: addressees %q, want %q", c.marked, got, c.want)
		}
	}
}

func TestAnAddresseeIsANounGroupBehindItsVerb(t *testing.T) {
	checkAudience(t, []example{
		{
			"[The premier] «assured» the voters of the south {that help was near}.",
			"the voters of the south",
		},
		{"[The premier] «reminded» him {that the vote was lost}.", "him"},
		{"[The envoy] «told» her aides {that the talks had failed}.", "her aides"},
		{
			"[The envoy] «told» lawmakers on Monday {that the talks had failed}.",
			"lawmakers",
		},
		{"[The court] «ordered» {the ministry to pay}.", "the ministry"},
		{"[The envoy] «said» on Monday to the council {that he would come}.", "the council"},
		{"[Karl] «thanked» the nurses and cooks {for it}.", "the nurses and cooks"},
		{"[Moe] «tweeted» at the conference {that he was well}.", ""},
		{"[Moe] «screamed» at the top of her lungs {that he was well}.", ""},
		{"{That was over}, «wrote» [Berg].", ""},
		{"[The pope] «appealed to» {the rebels to lay down arms}.", "the rebels"},
		{"[The parent] «asked» {it to respond by Monday}.", "it"},
		{"[The guards] «have forbidden» {them to work}.", "them"},
		{"[The law] «calls for» {talks to begin}.", ""},
		{"[The mayor] «filed» a complaint to the ministry {that roads were bad}.", "the ministry"},
	})
}

func TestWhatIsToldIsNoAddressee(t *testing.T) {
	checkAudience(t, []example{
		{"[The envoy] «told» a joke {about the war}.", ""},
		{"[The envoy] «told» it {as it was}.", ""},
		{"[The envoy] «told» the story of farm workers {as it was}.", ""},
		{"[The envoy] «offered» help {with the harvest}.", ""},
		{"[The court] «ordered» {a new vote}.", ""},
		{"[She] «warned» {that voters would leave}.", ""},
	})
}

func TestANameOrPronounNeedsNoWordBehindIt(t *testing.T) {
	checkAudience(t, []example{
		{"{That} is what [the envoy] «promised» them.", "them"},
		{"[Berg] «questioned» {Smith's tactics}.", ""},
		{"[The envoy] «warned» {Smith would lose}.", ""},
	})
}

func TestWhoIsAskedStandsBeforeTheVerb(t *testing.T) {
	checkAudience(t, []example{
		{"The minister «was asked» {about the road}.", "The minister"},
		{"The minister, the king's brother, «was asked» {about the road}.", "The minister"},
		{"The minister, he said, «was asked» {about the road}.", "The minister"},
		{"On Monday, he «was asked» {about the road}.", "he"},
	})
}

func TestThoseWhoAreSurveyedAreNotSpokenTo(t *testing.T) {
	checkAudience(t, []example{
		{"«Asked» {if he was honest}, 59 percent said no.", ""},
	})
}

func TestAnInterviewNamesItsOutlet(t *testing.T) {
	s := read(t, "[Berg] «said» {he would run} in an NPR interview.")
	s.named(mention.Organization, "NPR")
	if got := s.addressees(); got != "NPR" {
		t.Errorf("addressees %q, want NPR", got)
	}
	s.names[0].Kind = mention.Place
	if got := s.addressees(); got != "" {
		t.Errorf("a place is the addressee %q", got)
	}
}

func TestAMarkBehindAnotherCueIsThatCues(t *testing.T) {
	for cue, want := range map[string]string{"praised": "", "adding": "the crowd"} {
		s := read(t, "[Berg] «"+cue+"» {the vote}, telling the crowd that he was glad.")
		s.statements = append(s.statements, attribution.Statement{
			Speaker: s.Span("Berg"), Cue: s.Span("telling"),
			Content: []text.Span{s.Span("that he was glad")}, Inside: -1,
		})
		s.mark("the crowd")
		if got := s.addressees(); got != want {
			t.Errorf("%s: addressees %q, want %q", cue, got, want)
		}
	}
}

func TestAMarkThatEndsWithATitleIsNone(t *testing.T) {
	s := read(t, "[Lee] «spoke well» of Mr. Berg {for what he did}.")
	s.mark("Mr")
	if got := s.addressees(); got != "" {
		t.Errorf("addressees %q, want none", got)
	}
}

func TestAnAddresseeStandsNeitherInTheSpeakerNorInsideTheContent(t *testing.T) {
	checkAudience(t, []example{
		{"[The woman who told police of it] «said» {she was sorry}.", ""},
		{"[He] «said» {he had told reporters of it}.", ""},
		{"[He] «said» {that in a letter to the council he had resigned}.", ""},
	})
}

func TestAnOccasionNamesItsAudience(t *testing.T) {
	checkAudience(t, []example{
		{
			"[She] «said» in an interview with the Guardian {that she would run}.",
			"the Guardian",
		},
		{
			"In a recent letter to parliament members, [he] «denied» {it}.",
			"parliament members",
		},
		{"In the letter of May, [he] «denied» {it}.", ""},
		{"[He], speaking to a veterans group in Oslo, «said» {he would do it}.", "a veterans group"},
		{"[He] wrote of speaking to veterans and «said» {he would do it}.", ""},
		{"[He] «called for» {young voters to wear it}.", "young voters"},
		{
			"In a letter to the old king, which was read by a guard over the radio of " +
				"the city at night, [he] «said» {that he would go}.",
			"the old king",
		},
		{
			"The letter to the old king, which was read by a guard over the radio of " +
				"the city at night, «said» {that he would go}.",
			"",
		},
	})
}

func TestWhoIsAskedIsTheAddressee(t *testing.T) {
	checkAudience(t, []example{
		{"«Asked» {if he would run}, he laughed.", "he"},
		{"The two ministers «were asked about» {the leak}.", "The two ministers"},
		{"The premier «has not been asked about» {the leak}.", "The premier"},
		{"It rained. «Asked» {if he would run}. Smith laughed.", ""},
	})
}

func TestTheSpeakerOfTheNextStatementIsWhoIsAsked(t *testing.T) {
	s := read(t, "«Asked» {if he would run} by the BBC, Smith said no.")
	s.statements = append(s.statements, attribution.Statement{
		Speaker: s.Span("Smith"), Cue: s.Span("said"), Content: []text.Span{s.Span("no")}, Inside: -1,
	})
	if got := s.addressees(); got != "Smith" {
		t.Errorf("asks %q, want Smith", got)
	}
}

func TestOfSeveralSpeakersTheNearestIsWhoIsAsked(t *testing.T) {
	s := read(t,
		"Lee knew it, but «asked» {if he would run} by the BBC, Smith said no.")
	for _, o := range []struct{ speaker, cue, content string }{
		{"Lee", "knew", "it"}, {"Smith", "said", "no"},
	} {
		s.statements = append(s.statements, attribution.Statement{
			Speaker: s.Span(o.speaker), Cue: s.Span(o.cue),
			Content: []text.Span{s.Span(o.content)}, Inside: -1,
		})
	}
	if got := s.addressees(); got != "Lee" {
		t.Errorf("asks %q, want Lee, whose cue is nearest", got)
	}
}

func TestOfSeveralMarksTheNearestCounts(t *testing.T) {
	s := read(t,
		"In Riga among allies of his [Lee] «shared» with the crowd {that he was ill}.")
	s.mark("allies")
	s.mark("the crowd")
	if got := s.addressees(); got != "the crowd" {
		t.Errorf("addressees %q, want the crowd", got)
	}
}

func TestWordsBesideAMarkShowThatNobodyIsSpokenTo(t *testing.T) {
	for _, c := range []struct{ marked, mark, want string }{
		{"[Lee] «shared» with the crowd {that he was ill}.", "the crowd", "the crowd"},
		{"[Lee], flanked by the crowd, «shared» {that he was ill}.", "the crowd", ""},
		{"[Lee] «wants» {the crowd to leave}.", "the crowd", ""},
		{"[The judge] agreed with Norway and «ruled» {that it was so}.", "Norway", ""},
		{"He talks to us, and [we] «expected» {it}.", "us", ""},
		{"[Lee] saw his coat and «shared» {that he was ill}.", "his", ""},
		{"[Lee] «indicated» to Norway's envoy {that he was ill}.", "Norway", ""},
		{"[Lee] «shared» the story of the crowd {as it was}.", "the story of the crowd", ""},
	} {
		s := read(t, c.marked)
		s.mark(c.mark)
		if got := s.addressees(); got != c.want {
			t.Errorf("%s: addressees %q, want %q", c.marked, got, c.want)
		}
	}
}

func TestAMarkOfAnotherSentenceIsNone(t *testing.T) {
	s := read(t, "It was the crowd. [Lee] «shared» {that he was ill}.")
	s.mark("the crowd")
	if got := s.addressees(); got != "" {
		t.Errorf("addressees %q, want none", got)
	}
}

func TestAPlaceStandsOutsideWhatIsSaid(t *testing.T) {
	for _, c := range []struct{ marked, want string }{
		{"[Berg] «said» at a summit in Riga {that he would go}.", "Riga"},
		{"During a visit to allies in Riga, [Berg] «said» {he would go}.", "Riga"},
		{"[Berg] «said» {he would go}. It rained in Riga.", ""},
		{"[Berg] «said» {he would speak at a summit in Riga}.", ""},
		{"[Berg] «told» officials from Riga {that he would go}.", ""},
	} {
		s := read(t, c.marked)
		s.named(mention.Place, "Riga")
		if got := s.place(); got != c.want {
			t.Errorf("%s: place %q, want %q", c.marked, got, c.want)
		}
		s.names[0].Kind = mention.Organization
		if got := s.place(); got != "" {
			t.Errorf("%s: an organization is the place %q", c.marked, got)
		}
	}
}

func TestWhatIsJoinedIsSaidToTheSame(t *testing.T) {
	for _, c := range []struct{ marked, cue, want string }{
		{"Moe told the BBC that it fell, but [he] «said» {that he saw it}.", "told", "the BBC"},
		{"Moe told the BBC that it fell. But [he] «said» {that he saw it}.", "told", ""},
		{"Moe told the BBC that it fell, and [Lee] «said» {that he saw it}.", "told", ""},
		{"Moe told the BBC that it fell, but [he] «denied» {that he saw it}.", "told", ""},
	} {
		s := read(t, c.marked)
		s.statements = append(s.statements, attribution.Statement{
			Speaker: s.Span("Moe"), Cue: s.Span(c.cue), Content: []text.Span{s.Span("that it fell")}, Inside: -1,
		})
		if got := s.addressees(); got != c.want {
			t.Errorf("%s: addressees %q, want %q", c.marked, got, c.want)
		}
	}
}
