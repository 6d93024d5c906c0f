package citation

import "testing"

func TestOutletsAreKnownByTheKindInTheirName(t *testing.T) {
	checkForms(t, []form{
		{
			"Weston News Service reported it. WNS reported more.",
			"Weston News Service reported = Weston News Service ; WNS reported = WNS",
		},
		{"She told ExampleTV that it fell.", "told ExampleTV = ExampleTV"},
		{"A Fox News poll came. She told Fox that it fell.", "told Fox = Fox"},
		{"BBC Scotland's investigative unit reported it.", ""},
		{
			"The Guardian's investigative unit reported it.",
			"The Guardian's investigative unit reported = The Guardian's investigative unit",
		},
	})
}

func TestADocumentMayTellBeforeOrAfterItsVerb(t *testing.T) {
	checkForms(t, []form{
		{
			"“It fell,” concluded a Reuters study.",
			"concluded a Reuters study = a Reuters study",
		},
		{"“It fell,” concluded a study.", ""},
		{
			"The new Reuters study, which he read, warns that it fell.",
			"The new Reuters study, which he read, warns = The new Reuters study",
		},
		{
			"As a Politico reporter noted, it fell.",
			"a Politico reporter noted = a Politico reporter",
		},
		{"A Politico reporter fell.", ""},
		{"A Politico reporter said it fell.", ""},
	})
}

func TestAnOutletIsNamedWithItsPlaceAndItsPage(t *testing.T) {
	checkForms(t, []form{
		{
			"The Cape Argus newspaper in Weston Falls reported that it fell.",
			"The Cape Argus newspaper in Weston Falls reported = The Cape Argus newspaper in Weston Falls",
		},
		{
			"That appeared on the front page of The Weston Gazette.",
			"appeared on the front page of The Weston Gazette = the front page of The Weston Gazette",
		},
		{"Reuters in Weston Falls fell.", ""},
	})
}

func TestAHostWhoTellsIsACitationOnlyWhereNewsIsTold(t *testing.T) {
	checkForms(t, []form{
		{"Fox News host Ann Example indicated that it fell.", ""},
		{
			"Fox News host Ann Example reported that it fell.",
			"Fox News host Ann Example reported = Fox News host Ann Example",
		},
	})
}

func TestOutletsThatAreReportingCountWithOthers(t *testing.T) {
	checkForms(t, []form{
		{
			"She won, with Fox News and NBC News calling the race.",
			"Fox News and NBC News calling = Fox News | NBC News",
		},
		{"She won, with Reuters reporting a lead.", "Reuters reporting = Reuters"},
		{"She won with Reuters.", ""},
	})
}

func TestWhatIsSaidWhereIsACitation(t *testing.T) {
	checkForms(t, []form{
		{
			"He told all to the BBC. He stated to the BBC that it fell.",
			"stated to the BBC = the BBC",
		},
		{"It was a point he made to the BBC.", "made to the BBC = the BBC"},
		{"Then, on Sunday on CNN: “It fell.”", "on CNN = CNN"},
		{"Follow Ann Example on Twitter: it is free.", ""},
		{"He wept on ''This Week'' there.", ""},
		{"She fell after appearing on the television series Weston Falls.", ""},
		{"On ''Morning Joe'' he wept.", "On ''Morning Joe'' = ''Morning Joe''"},
		{
			"He said in Monday's Guardian that it fell.",
			"said in Monday's Guardian = Monday's Guardian",
		},
		{
			"Firms met at a CNN debate in May.", "",
		},
		{"He said at a CNN debate that it fell.", ""},
		{
			"In a series of interviews with Politico, he wept.",
			"In a series of interviews with Politico = Politico",
		},
	})
}

func TestADocumentIsOneSourceWhateverItsMakers(t *testing.T) {
	checkForms(t, []form{
		{
			"It fell, according to a Reuters/CBS News poll.",
			"according to a Reuters/CBS News poll = a Reuters/CBS News poll",
		},
		{
			"According to “Falling: Ann Example and the Firm That Fell,” it fell.",
			"According to “Falling: Ann Example and the Firm That Fell,” = “Falling: Ann Example and the Firm That Fell,”",
		},
		{"According to state law, it fell.", "According to state law = state law"},
		{"It fell, citing the release of prisoners.", ""},
		{"The Weston index has fallen.", ""},
		{"She left (D-Weston Falls).", ""},
	})
}

func TestWhatIsToldOnAMediumStandsBehindAVerbOfTelling(t *testing.T) {
	checkForms(t, []form{
		{"She described her fall on Twitter.", "on Twitter = Twitter"},
		{
			"They were mocked and criticized on social media.",
			"criticized on social media = social media",
		},
		{"He posted two maps of it on Facebook.", "on Facebook = Facebook"},
		{
			"She fell on Monday's Morning Joe.",
			"on Monday's Morning Joe = Morning Joe",
		},
		{
			"“It fell,” he wrote on the voters' Facebook page.",
			"wrote on the voters' Facebook page = the voters' Facebook page",
		},
		{
			"She wrote it on Facebook. In her post, she wept.",
			"on Facebook = Facebook ; In her post = her post",
		},
		{"In her post, she met the king.", ""},
		{
			"She read on state television that it fell.",
			"read on state television = state television",
		},
	})
}

func TestWhatIsSaidToAnOutletNeedsNoPreposition(t *testing.T) {
	checkForms(t, []form{
		{"Her comments to Reuters hurt.", "Her comments to Reuters = Reuters"},
		{"Her comments to the police hurt.", ""},
		{
			"After an interview with Le Monde he wept.",
			"After an interview with Le Monde = Le Monde",
		},
		{"She wept in a CNN forum.", "in a CNN forum = a CNN forum"},
		{"She spoke with their network of consulates.", ""},
		{"Radio host Ann Example wept. He responded to Example's tweet.", ""},
	})
}

func TestAnOutletTellsInMoreWaysThanOne(t *testing.T) {
	checkForms(t, []form{
		{"The Guardian broke the news.", "The Guardian broke = The Guardian"},
		{"The Guardian broke the window.", ""},
		{
			"The Guardian, in an editorial, said prices fell.",
			"The Guardian, in an editorial, said = The Guardian",
		},
		{"The Guardian, in a rage, said prices fell.", ""},
		{
			"She told a reporter for the BBC that it fell.",
			"told a reporter for the BBC = a reporter for the BBC",
		},
		{"It fell. [Le Monde.]", "[Le Monde.] = Le Monde"},
		{
			"The Boston Globe's Weston team found it.",
			"The Boston Globe's Weston team found = The Boston Globe's Weston team",
		},
		{
			"The Guardian's correspondent in Weston reported it.",
			"The Guardian's correspondent in Weston reported = The Guardian's correspondent in Weston",
		},
		{
			"A post on Microsoft's security blog warned of it.",
			"A post on Microsoft's security blog warned = A post on Microsoft's security blog",
		},
		{
			"The report, by the Weston Fund, says so.",
			"The report, by the Weston Fund, says = The report, by the Weston Fund",
		},
		{"The report, by the river, says so.", ""},
		{
			"On the firm's website, the dam is new.",
			"On the firm's website = the firm's website",
		},
		{
			"It was called new on the firm's website.",
			"on the firm's website = the firm's website",
		},
		{"It was built on the firm's website.", ""},
		{
			"A headline from Le Monde reads so.",
			"A headline from Le Monde reads = A headline from Le Monde",
		},
	})
}

func TestAnOutletTellsWithItsJournalistsAndBesideOthers(t *testing.T) {
	checkForms(t, []form{
		{
			"As Reuters’ Ann Example pointed out, it fell.",
			"Reuters’ Ann Example pointed = Reuters’ Ann Example",
		},
		{
			"Le Monde columnist Ann Example, in a rage, wrote that it fell.",
			"Le Monde columnist Ann Example, in a rage, wrote = Le Monde columnist Ann Example",
		},
		{
			"“It fell,” opined Weston's Le Monde.",
			"opined Weston's Le Monde = Weston's Le Monde",
		},
		{
			"Le Monde (which sells well) reported it.",
			"Le Monde (which sells well) reported = Le Monde",
		},
		{
			"Reuters and Le Monde each called it late.",
			"Reuters and Le Monde each called = Reuters | Le Monde",
		},
		{"PolitiFact deemed it false.", "PolitiFact deemed = PolitiFact"},
		{"Le Monde (which sells well) moved.", ""},
	})
}

func TestOneSpeaksToOutletsInMoreWays(t *testing.T) {
	checkForms(t, []form{
		{
			"She said on Sunday to Weston Edition that it fell.",
			"said on Sunday to Weston Edition = Weston Edition",
		},
		{
			"She identified herself to Reuters as Ann.",
			"identified herself to Reuters = Reuters",
		},
		{"She described herself to the mayor as Ann.", ""},
		{"“It fell,” she said on the show.", "said on the show = the show"},
		{"She fell on the show.", ""},
		{"It will be aired on CNN.", ""},
		{"It was aired on CNN.", "aired on CNN = CNN"},
		{"She was interviewed by the agency.", ""},
		{"She told Reuters. He told the agency.", "told Reuters = Reuters ; told the agency = the agency"},
		{
			"In an interview with the Spanish language broadcast of CNN, she wept.",
			"In an interview with the Spanish language broadcast of CNN" +
				" = the Spanish language broadcast of CNN",
		},
		{"He did post on Twitter that it fell.", "post on Twitter = Twitter"},
		{"They have taken to Twitter to complain.", "taken to Twitter = Twitter"},
		{
			"She said so in an interview with Weston's “Nightline.”",
			"in an interview with Weston's “Nightline = Weston's “Nightline",
		},
	})
}

func TestWhatABodyDidOrWhatWasNamedBeforeIsNoSource(t *testing.T) {
	checkForms(t, []form{
		{
			"A Reuters investigation found it.",
			"A Reuters investigation found = A Reuters investigation",
		},
		{"A Weston Police investigation found it.", ""},
		{"The website says so.", ""},
		{
			"The website falke noted it.",
			"The website falke noted = The website falke",
		},
		{
			"The Weston website says so.",
			"The Weston website says = The Weston website",
		},
	})
}
