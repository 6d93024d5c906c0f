package citation

import (
	"strings"
	"testing"

	"readout/internal/language/text"
	"readout/internal/reading/mention"
)

// A form is a sentence and the citations in it, as shown writes them.
type form struct{ in, want string }

func checkForms(t *testing.T, forms []form) {
	t.Helper()
	for _, f := range forms {
		doc, sentences := frozen(t, f.in)
		got := shown(doc, Find(doc, sentences, Input{Times: dates(f.in)}))
		if got != f.want {
			t.Errorf("%q\n got %s\nwant %s", f.in, got, f.want)
		}
	}
}

func TestABracketOfSourcesIsOneCitation(t *testing.T) {
	checkForms(t, []form{
		{"The dam held (Reuters).", "(Reuters) = Reuters"},
		{"The dam held [AFP].", "[AFP] = AFP"},
		{"The dam held (AP, Monday).", "(AP, Monday) = AP"},
		{
			"The dam held (AP, May 1; Le Monde, May 2-4).",
			"(AP, May 1; Le Monde, May 2-4) = AP | Le Monde",
		},
		{"The dam held (see Le Monde, May 1).", "(see Le Monde, May 1) = Le Monde"},
		{"The dam held (via Reuters).", "(via Reuters) = Reuters"},
		{"The dam held (Source: Reuters).", "(Source: Reuters) = Reuters"},
		{"The dam held (Reuters/AFP).", "(Reuters/AFP) = Reuters | AFP"},
		{"The dam held (Reuters and AFP).", "(Reuters and AFP) = Reuters | AFP"},
		{
			"The dam held (The Guardian, May 1, p. 4).",
			"(The Guardian, May 1, p. 4) = The Guardian",
		},
	})
}

func TestABracketOfOtherThingsIsNoCitation(t *testing.T) {
	checkForms(t, []form{
		{"The dam (built in May) held.", ""},
		{"The dam (May 1) held.", ""},
		{"The dam (the largest) held.", ""},
		{"The dam () held.", ""},
		{"The dam (Reuters held.", ""},
		{"The dam (Reuters (AFP)) held.", ""},
		{"The dam (he told his wife) held.", ""},
		{"Ann Example (CNN Chairman and CEO) held.", ""},
		{"The dam (Voice of the People) held.", ""},
		{"The Weston Dam Union (WDU) held.", ""},
		{"Agence France-Presse (AFP) is old.", ""},
	})
}

func TestTheAgencyOfADatelineIsACitation(t *testing.T) {
	checkForms(t, []form{
		{"PARIS (Reuters) - The dam held.", "(Reuters) = Reuters"},
		{"(CNN) — The dam held.", "(CNN) = CNN"},
		{"WESTON, May 1 (Xinhua) -- The dam held.", "(Xinhua) = Xinhua"},
	})
}

func TestTheListAtTheFootIsOneCitation(t *testing.T) {
	checkForms(t, []form{
		{"The dam held.\n\nSource: Reuters", "Source: Reuters = Reuters"},
		{
			"The dam held.\n\nSources: Reuters, AFP.",
			"Sources: Reuters, AFP = Reuters | AFP",
		},
		{
			"The dam held.\n\nSources: Le Monde, May 1; AFP",
			"Sources: Le Monde, May 1; AFP = Le Monde | AFP",
		},
		{"The sources: Reuters and AFP stayed.", ""},
		{"Sources: two of them stayed.", ""},
	})
}

func TestAccordingToCitesAnybody(t *testing.T) {
	checkForms(t, []form{
		{"It fell, according to Le Monde.", "according to Le Monde = Le Monde"},
		{"According to residents, it fell.", "According to residents = residents"},
		{
			"According to Ann Example, it fell.",
			"According to Ann Example = Ann Example",
		},
		{
			"It fell, according to two people in the room.",
			"according to two people = two people",
		},
		{
			"It fell, according to a spokesman for the army.",
			"according to a spokesman for the army = a spokesman for the army",
		},
		{
			"According to the latest figures it fell.",
			"According to the latest figures = the latest figures",
		},
		{"It fell, according to police, who came.", "according to police = police"},
		{
			"It fell, according to a poll released there.",
			"according to a poll = a poll",
		},
		{
			"It fell, according to Reuters, AP and AFP.",
			"according to Reuters, AP and AFP = Reuters | AP | AFP",
		},
		{
			"It fell, according to the firm's own records.",
			"according to the firm's own records = the firm's own records",
		},
	})
}

func TestAccordingToAMannerIsNoCitation(t *testing.T) {
	checkForms(t, []form{
		{"They were seated according to age.", ""},
		{"All went according to plan.", ""},
		{"They were judged according to the law.", ""},
		{"They were sorted according to which came first.", ""},
		{"They were judged according to how they ran.", ""},
		{"It was according", ""},
	})
}

func TestQuotedCitedAndPer(t *testing.T) {
	checkForms(t, []form{
		{"She left, as reported by Reuters.", "as reported by Reuters = Reuters"},
		{
			"She left, as first reported by the BBC.",
			"as first reported by the BBC = the BBC",
		},
		{
			"He was quoted by a local paper.",
			"quoted by a local paper = a local paper",
		},
		{"She left, as told to Newsweek.", "as told to Newsweek = Newsweek"},
		{"She left, per Reuters.", "per Reuters = Reuters"},
		{
			"It said so, citing Reuters and AFP.",
			"citing Reuters and AFP = Reuters | AFP",
		},
		{
			"It said so, citing a police report.",
			"citing a police report = a police report",
		},
		{
			"It said so, citing unnamed officials.",
			"citing unnamed officials = unnamed officials",
		},
	})
}

func TestReasonsAndRatesAreNoCitations(t *testing.T) {
	checkForms(t, []form{
		{"She left, citing the weather.", ""},
		{"She left, citing a lack of funds.", ""},
		{"It burns two litres per hour.", ""},
		{"Losses reported by farmers rose.", ""},
		{"He was told to leave.", ""},
	})
}

func TestSpeakingToAnOutletIsACitation(t *testing.T) {
	checkForms(t, []form{
		{"She told Reuters that it fell.", "told Reuters = Reuters"},
		{
			"She told The Guardian on Sunday that it fell.",
			"told The Guardian = The Guardian",
		},
		{
			"She told state television that it fell.",
			"told state television = state television",
		},
		{
			"She told the news agency AFP that it fell.",
			"told the news agency AFP = the news agency AFP",
		},
		{
			"She told CBS's “Face the Nation” that it fell.",
			"told CBS's “Face the Nation” = CBS's “Face the Nation”",
		},
		{
			"She told Reuters and AFP that it fell.",
			"told Reuters and AFP = Reuters | AFP",
		},
		{"She spoke to the BBC.", "spoke to the BBC = the BBC"},
		{
			"Speaking exclusively to Newsweek, she wept.",
			"Speaking exclusively to Newsweek = Newsweek",
		},
		{"In comments to AFP, she wept.", "In comments to AFP = AFP"},
		{
			"In an email to The Guardian, she wept.",
			"In an email to The Guardian = The Guardian",
		},
		{
			"She gave an interview to Le Monde.",
			"an interview to Le Monde = Le Monde",
		},
		{"In a CNN interview, she wept.", "In a CNN interview = a CNN interview"},
	})
}

func TestSpeakingToOthersIsNoCitation(t *testing.T) {
	checkForms(t, []form{
		{"She told parliament that it fell.", ""},
		{"She told a crowd that it fell.", ""},
		{"She told Twitter users that it fell.", ""},
		{"She spoke to her mother.", ""},
		{"In a statement to parliament, she wept.", ""},
		{"In comments to voters, she wept.", ""},
		{"The statement was long.", ""},
	})
}

func TestPersonsAndGovernmentsThatSpeakAreNoCitations(t *testing.T) {
	checkForms(t, []form{
		{"Ann Example said it fell.", ""},
		{"The government announced it.", ""},
		{"The ministry reported losses.", ""},
		{"A report said so.", ""},
		{"The newspaper said so.", ""},
	})
}

func TestAWorkOfAnOutletIsACitation(t *testing.T) {
	checkForms(t, []form{
		{
			"He wrote in The Guardian that it fell.",
			"wrote in The Guardian = The Guardian",
		},
		{
			"In an article for Newsweek, he wept.",
			"In an article for Newsweek = Newsweek",
		},
		{
			"In a column published Monday in Le Monde, he wept.",
			"In a column published Monday in Le Monde = Le Monde",
		},
		{"In an essay he wept.", ""},
		{"He wrote in ink.", ""},
	})
}

func TestMediaNamedAsThePlaceOfSaying(t *testing.T) {
	checkForms(t, []form{
		{"He wrote on Facebook that it fell.", "wrote on Facebook = Facebook"},
		{"She said on CNN that it fell.", "said on CNN = CNN"},
		{"On Fox News, she wept.", "On Fox News = Fox News"},
		{"She tweeted via Twitter.", "tweeted via Twitter = Twitter"},
		{
			"He posted on her Instagram account.",
			"posted on her Instagram account = her Instagram account",
		},
		{
			"He appeared on “Meet the Press” there.",
			"appeared on “Meet the Press” = “Meet the Press”",
		},
		{"He said in a tweet that it fell.", "said in a tweet = a tweet"},
		{
			"In a series of tweets, he wept.",
			"In a series of tweets = a series of tweets",
		},
		{"In a post on Facebook, he wept.", ""},
		{
			"He wrote in a post on Facebook that it fell.",
			"wrote in a post on Facebook = a post on Facebook",
		},
	})
}

func TestMediaThatAreNoPlaceOfSaying(t *testing.T) {
	checkForms(t, []form{
		{"He works on Facebook.", ""},
		{"He walked on in silence.", ""},
		{"He left the post on Sunday.", ""},
		{"The tweet was long.", ""},
		{"He is at a post on the border.", ""},
	})
}

func TestACitationHasNoMarkAtItsEnd(t *testing.T) {
	for _, end := range []string{".", ",", ";", ":", "!", "?", "”", ")"} {
		in := "It fell, according to Reuters" + end + " It rose."
		doc, sentences := frozen(t, in)
		want := "according to Reuters = Reuters"
		if got := shown(doc, Find(doc, sentences, Input{})); got != want {
			t.Errorf("%q\n got %s\nwant %s", in, got, want)
		}
	}
}

func TestACitationWithinAnotherIsOne(t *testing.T) {
	checkForms(t, []form{
		{
			"It fell, according to a report in The Guardian.",
			"according to a report in The Guardian = a report in The Guardian",
		},
		{
			"It fell, according to an interview with Le Monde.",
			"according to an interview with Le Monde = an interview with Le Monde",
		},
		{
			"It fell, according to a statement on the firm's website.",
			"according to a statement on the firm's website = " +
				"a statement on the firm's website",
		},
	})
}

func TestTimesInsideAreListedInOrder(t *testing.T) {
	in := "One fell on Sunday. Two rose (AP, May 1; AFP, May 2-4)."
	doc, sentences := frozen(t, in)
	times := dates(in)
	found := Find(doc, sentences, Input{Times: times})
	if len(found) != 1 || len(found[0].Times) != 2 {
		t.Fatalf("%+v, want one citation with two times", found)
	}
	for i, want := range []string{"May 1", "May 2-4"} {
		if got := doc.At(times[found[0].Times[i]]); got != want {
			t.Errorf("time %d is %q, want %q", i, got, want)
		}
	}
}

func TestAnAbbreviationIsACitationOnceDefined(t *testing.T) {
	checkForms(t, []form{
		{"The Weston Courier (WCO) fell. It told WCO so.", "told WCO = WCO"},
		{"It told WCO so. The Weston Courier (WCO) fell.", ""},
	})
}

func TestOthersThanBracketsCoverTheirOwnSentence(t *testing.T) {
	in := "One fell. Two rose, according to police. Three stayed.\n\nReuters said so."
	doc, sentences := frozen(t, in)
	found := Find(doc, sentences, Input{})
	want := []string{"Two rose, according to police.", "Reuters said so."}
	if len(found) != len(want) {
		t.Fatalf("found %s", shown(doc, found))
	}
	for i, c := range found {
		if got := doc.At(c.Covers[0]); got != want[i] {
			t.Errorf("%s covers %q, want %q", doc.At(c.Span), got, want[i])
		}
	}
}

func TestABracketCoversNoParagraphButItsOwn(t *testing.T) {
	in := "One fell.\n\nTwo rose. Three stayed (AFP)."
	doc, sentences := frozen(t, in)
	found := Find(doc, sentences, Input{})
	if got, want := doc.At(found[0].Covers[0]), "Two rose. Three stayed"; got != want {
		t.Errorf("covers %q, want %q", got, want)
	}
}

func TestALinkWithoutWordsIsNoCitation(t *testing.T) {
	in := "One fell.  Two rose."
	doc, sentences := frozen(t, in)
	links := []Link{
		{text.Span{Start: 9, End: 11}, "https://a.example"},
		{text.Span{Start: 12, End: 12}, "https://b.example"},
		{text.Span{Start: 90, End: 99}, "https://c.example"},
	}
	if found := Find(doc, sentences, Input{Links: links}); len(found) != 0 {
		t.Errorf("found %s", shown(doc, found))
	}
}

func TestTheFirstOfTwoLinksInACitationCounts(t *testing.T) {
	in := "One fell (Reuters, AFP)."
	doc, sentences := frozen(t, in)
	at := spansOf(t, in, "Reuters", "AFP")
	found := Find(doc, sentences, Input{Links: []Link{
		{at[0], "https://a.example"}, {at[1], "https://b.example"},
	}})
	if len(found) != 1 || found[0].Link != "https://a.example" {
		t.Errorf("found %+v, want one with the first link", found)
	}
}

func TestAParagraphBeforeShiftsCitationsAndNothingElse(t *testing.T) {
	const before = "Nobody came to the fair in the “old” town.\n\n"
	for _, rl := range rules() {
		for _, example := range rl.examples {
			in, _, _ := strings.Cut(example, " => ")
			checkShift(t, before, in)
		}
	}
}

// checkShift compares the citations of a text with those after a prefix.
func checkShift(t *testing.T, before, in string) {
	t.Helper()
	alone, sentences := frozen(t, in)
	plain := Find(alone, sentences, Input{Times: dates(in)})
	doc, sentences := frozen(t, before+in)
	moved := Find(doc, sentences, Input{Times: dates(before + in)})
	if got, want := shown(doc, moved), shown(alone, plain); got != want {
		t.Errorf("%q\n got %s\nwant %s", in, got, want)
		return
	}
	for i, c := range moved {
		if c.Start != plain[i].Start+len(before) {
			t.Errorf("%q: starts at %d, want %d", in, c.Start, plain[i].Start+len(before))
		}
		if got, want := doc.At(c.Covers[0]), alone.At(plain[i].Covers[0]); got != want {
			t.Errorf("%q: covers %q, want %q", in, got, want)
		}
	}
}

func TestANamedGroupIsNoOutletThatReports(t *testing.T) {
	in := "The Weston Courier said so."
	doc, sentences := frozen(t, in)
	at := spansOf(t, in, "Weston Courier")[0]
	for kind, want := range map[mention.Kind]string{
		mention.Person:       "",
		mention.Organization: "The Weston Courier said = The Weston Courier",
	} {
		names := []mention.Name{{Span: at, Kind: kind}}
		if got := shown(doc, Find(doc, sentences, Input{Names: names})); got != want {
			t.Errorf("%v: got %s, want %s", kind, got, want)
		}
	}
}

func TestADocumentOfSomebodyThatTellsIsACitation(t *testing.T) {
	checkForms(t, []form{
		{
			"The Weston Bank poll gave the mayor a lead.",
			"The Weston Bank poll gave = The Weston Bank poll",
		},
		{
			"He lost, with a Le Monde survey finding that few cared.",
			"a Le Monde survey finding = a Le Monde survey",
		},
		{
			"He lost, as a story by the website Politico says.",
			"a story by the website Politico says = a story by the website Politico",
		},
		{"A survey of Weston voters found that few cared.", ""},
		{"Newly Found Document Reveals the Truth.", ""},
		{"The Weston Bureau of Investigation says it came late.", ""},
		{"The report found that few cared.", ""},
	})
}

func TestTheSpeakerOfAnAttributionIsACitation(t *testing.T) {
	tests := []struct{ in, speaker, cue, want string }{
		{
			"A survey by Weston Bank of 400 firms found that few cared.",
			"A survey by Weston Bank of 400 firms", "found",
			"A survey by Weston Bank of 400 firms found = A survey by Weston Bank of 400 firms",
		},
		{
			"The poll, released in May by Weston Bank, showed a lead.",
			"The poll, released in May by Weston Bank,", "showed",
			"The poll, released in May by Weston Bank, showed = " +
				"The poll, released in May by Weston Bank",
		},
		{
			"Le Monde, which is old, later hinted at a deal.", "Le Monde", "hinted",
			"Le Monde, which is old, later hinted = Le Monde",
		},
		{
			"Le Monde, citing two officials, hinted at a deal.", "Le Monde", "hinted",
			"Le Monde = Le Monde ; citing two officials = two officials",
		},
		{
			"The survey of farmers found that few cared.",
			"The survey of farmers",
			"found",
			"",
		},
		{"Le Monde hopes to grow.", "Le Monde", "hopes", ""},
		{"The mayor said that few cared.", "The mayor", "said", ""},
		{"Few cared, said the mayor.", "the mayor", "said", ""},
	}
	for _, tt := range tests {
		doc, sentences := frozen(t, tt.in)
		in := Input{Times: dates(tt.in), Sayings: []Saying{{
			Speaker: spansOf(t, tt.in, tt.speaker)[0], Cue: spansOf(t, tt.in, tt.cue)[0],
		}}}
		if got := shown(doc, Find(doc, sentences, in)); got != tt.want {
			t.Errorf("%q\n got %s\nwant %s", tt.in, got, tt.want)
		}
	}
}

func TestWhatIsToldOnAMediumIsCitedToIt(t *testing.T) {
	tests := []struct{ in, cue, content, want string }{
		{
			"The mayor blamed them on Twitter, saying it was over.", "saying", "it was over",
			"on Twitter = Twitter",
		},
		{
			"The mayor mocked it on state television, saying it was over.", "saying",
			"it was over", "on state television = state television",
		},
		{
			"The mayor said it was shown on Twitter.", "said", "it was shown on Twitter", "",
		},
		{
			"The mayor bought ads on Twitter, saying it was over.", "saying", "it was over", "",
		},
	}
	for _, tt := range tests {
		doc, sentences := frozen(t, tt.in)
		in := Input{Sayings: []Saying{{
			Cue:     spansOf(t, tt.in, tt.cue)[0],
			Content: spansOf(t, tt.in, tt.content),
		}}}
		if got := shown(doc, Find(doc, sentences, in)); got != tt.want {
			t.Errorf("%q\n got %s\nwant %s", tt.in, got, tt.want)
		}
	}
}

func TestWhatAnOutletSaysOfItselfIsNoCitation(t *testing.T) {
	checkForms(t, []form{
		{"Reuters said it would move its office.", ""},
		{"The New York Times Co. said sales fell.", ""},
		{"Le Monde announced a new office.", ""},
		{"Le Monde said that rain fell.", "Le Monde said = Le Monde"},
	})
}

func TestAnOutletIsKnownByTheWordBeforeIt(t *testing.T) {
	checkForms(t, []form{
		{
			"It fell, the Weston newspaper Falke reports.",
			"the Weston newspaper Falke reports = the Weston newspaper Falke",
		},
		{
			"She told the website Falke that it fell.",
			"told the website Falke = the website Falke",
		},
		{"Weston radio said it fell.", ""},
	})
}

func TestAccordingToOnePersonIsACitation(t *testing.T) {
	checkForms(t, []form{
		{"It fell, according to him.", "according to him = him"},
		{
			"It fell, according to another law enforcement official.",
			"according to another law enforcement official = another law enforcement official",
		},
		{
			"It fell, according to the most recent data.",
			"according to the most recent data = the most recent data",
		},
	})
}

func TestATalkNeedNotStandNextToItsPartner(t *testing.T) {
	checkForms(t, []form{
		{
			"He said at a CNN town hall that it fell.",
			"at a CNN town hall = a CNN town hall",
		},
		{
			"It broke, he admitted, explaining to Le Monde: “It fell.”",
			"to Le Monde = Le Monde",
		},
		{"The poster went to his Twitter page.", ""},
		{
			"He posted the picture to his Twitter page.",
			"to his Twitter page = his Twitter page",
		},
		{
			"He reacted in Twitter messages.", "in Twitter messages = Twitter messages",
		},
	})
}
