package mention

import (
	"fmt"
	"strings"
	"testing"

	"readout/internal/language/text"
)

func TestNamesOfADocumentAgree(t *testing.T) {
	for _, c := range []struct {
		claim, text string
		found       string // name:kind:score, in the order of the text
		want        string
	}{
		{
			"the kind of most mentions holds", "Coron is far. Coron is small. In Coron again.",
			"Coron:place:0.9 Coron:person:0.6 Coron:place:0.7", "Coron:place Coron:place Coron:place",
		},
		{
			"a sure name is found again", "Newfoundland won. He left Newfoundland.",
			"Newfoundland:place:0.9", "Newfoundland:place Newfoundland:place",
		},
		{
			"an unsure one is not", "Outside it rained. Outside they sat.",
			"Outside:place:0.5", "Outside:place",
		},
		{
			"a part of a word is no name", "Iran spoke. Iranians listened.",
			"Iran:place:0.9", "Iran:place",
		},
		{
			"a longer name keeps its words", "New York and New York City and New York City.",
			"New_York:place:0.9 New_York_City:place:0.9",
			"New York:place New York City:place New York City:place",
		},
		{
			"a mark does not end a word", "Andre spoke. Andre\u0301 and Nu\u0301n\u0303ez listened. Nu\u0301n\u0303ez left.",
			"Andre:person:0.9 Nu\u0301n\u0303ez:person:0.9",
			"Andre:person Nu\u0301n\u0303ez:person Nu\u0301n\u0303ez:person",
		},
		{
			"an agency is no person", "Xinhua said so.",
			"Xinhua:person:0.9", "Xinhua:organization",
		},
		{
			"nor a place", "The Zorp news agency said so.",
			"Zorp:place:0.9", "Zorp:organization",
		},
		{
			"figures are nobody", "The 2012 nominee read 1984.",
			"2012:person:0.9 1984:work:0.9", "1984:work",
		},
		{
			"but a surname is", "Steve Forbes ran. Forbes lost.",
			"Steve_Forbes:person:0.9 Forbes:person:0.9", "Steve Forbes:person Forbes:person",
		},
		{
			"a surname is no title",
			"Angus King left. Mr. King of Maine left. The Duke of Lund Hospital grew.",
			"Angus_King:person:0.9 King:person:0.9 Maine:place:0.9 Lund_Hospital:place:0.9",
			"Angus King:person King:person Maine:place Lund Hospital:place",
		},
		{
			"a duke is no body", "The Duke of Lund spoke.",
			"Duke_of_Lund:organization:0.9", "Duke of Lund:person",
		},
		{
			"a king is one beside a surname", "Rodney King left. The King of Spain spoke.",
			"Rodney_King:person:0.9 King:person:0.9 Spain:place:0.9",
			"Rodney King:person King of Spain:person",
		},
		{
			"nor is a firm or a work one",
			"Burger King of Ohio grew. The King of Queens ended.",
			"Burger_King:organization:0.9 Ohio:place:0.9 The_King_of_Queens:work:0.9",
			"Burger King:organization Ohio:place The King of Queens:work",
		},
		{
			"a title with its realm is a person",
			"The Duke of Lund met the Prince of Wales. Larry King of Ohio left.",
			"Duke:person:0.9 Lund:place:0.9 Prince_of_Wales:place:0.9 " +
				"Larry_King:person:0.9 Ohio:place:0.9",
			"Duke of Lund:person Prince of Wales:person Larry King:person Ohio:place",
		},
		{
			"who is at a place of a school's name is at the school",
			"He was at Harrow. Harrow boys left Harrow School.",
			"Harrow:place:0.9 Harrow:place:0.9 Harrow_School:organization:0.9",
			"Harrow:organization Harrow:organization Harrow School:organization",
		},
		{
			"but not where one is in it too",
			"He was at Lund. He left Lund College. In Lund she wept.",
			"Lund:place:0.9 Lund_College:organization:0.9 Lund:place:0.9",
			"Lund:place Lund College:organization Lund:place",
		},
		{
			"a month is no person", "May spoke. It was in May.",
			"May:person:0.9", "May:person",
		},
		{
			"a title alone names nobody", "Secretary Dahl left. The Secretary spoke.",
			"Secretary_Dahl:person:0.9 Secretary:person:0.9", "Secretary Dahl:person",
		},
		{
			"a title that is a surname does", "Rodney King left. King spoke.",
			"Rodney_King:person:0.9 King:person:0.9", "Rodney King:person King:person",
		},
		{
			"a well-known body is found where nothing was", "They left the IMF and asked the U.N. Security Council.",
			"", "IMF:organization U.N. Security Council:organization",
		},
		{
			"not where its name may be a word", "ASK WHO CAME. It was ICE.", "", "",
		},
		{
			"but where the text has another name of the body", "The World Health Organization came. He asked the WHO.",
			"World_Health_Organization:organization:0.9", "World Health Organization:organization WHO:organization",
		},
		{
			"it is an organization whatever the model takes it for", "Hamas and the EU spoke.",
			"Hamas:group:0.99 EU:place:0.99", "Hamas:organization EU:organization",
		},
		{
			"a storm is no person", "Hurricane Zorp came. Cyclone\nBlix left. Zorp sang.",
			"Zorp:person:0.9 Blix:person:0.9 Zorp:person:0.9", "Zorp:other Blix:other Zorp:person",
		},
		{
			"a person may have a company", "The Zorp company came. In the Blix weekly address he spoke.",
			"Zorp:person:0.9 Blix:person:0.9", "Zorp:person Blix:person",
		},
		{
			"what an office is for is no name",
			"The secretary of State came. She left the State of Ohio, a Minister of Israel.",
			"State:place:0.9 Ohio:place:0.9 Israel:place:0.9", "Ohio:place Israel:place",
		},
		{
			"a title in short is none", "Zorp met Pres. Blix.",
			"Zorp:person:0.9 Pres:person:0.9 Blix:person:0.9", "Zorp:person Blix:person",
		},
		{
			"a newspaper is no person", "The Zorp newspaper came. Zorp left. The Blix campaign won.",
			"Zorp:person:0.9 Zorp:person:0.9 Blix:person:0.9", "Zorp:organization Zorp:organization Blix:person",
		},
		{
			"the country of a sum of money is none", "It cost US$5 in the US.",
			"US:place:0.9 US:place:0.9", "US:place",
		},
		{
			"a title is a fair name of other things", "They read Queen.",
			"Queen:work:0.9", "Queen:work",
		},
		{
			"a title is no place either", "Congresswoman Ann Dahl left.",
			"Congresswoman:place:0.9 Ann_Dahl:person:0.9", "Ann Dahl:person",
		},
		{
			"words without a capital are no name", "She is a democratic socialist of the west.",
			"democratic:group:0.9 west:place:0.9", "",
		},
		{
			"a script without capitals has names", "東京 is large.",
			"東京:place:0.9", "東京:place",
		},
		{
			"nouns for people are groups, whatever the model says", "Muslims and Russians met Republicans.",
			"Muslims:other:0.9 Russians:place:0.95 Republicans:organization:0.9",
			"Muslims:group Russians:group Republicans:group",
		},
		{
			"but for the surname of a person", "Ann Roma spoke.",
			"Ann_Roma:person:0.9", "Ann Roma:person",
		},
		{
			"a suffix is no name", "Acme, Inc. and Carl Dunn, Jr. met.",
			"Acme:organization:0.9 Inc.:organization:0.9 Carl_Dunn:person:0.9 Jr.:person:0.9",
			"Acme:organization Carl Dunn:person",
		},
		{
			"a small word ends no name", "The Council on trade met.",
			"Council_on:organization:0.9", "Council:organization",
		},
	} {
		doc, err := text.New(c.text)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, n := range Agree(doc, scored(t, doc, c.found)) {
			got = append(got, doc.At(n.Span)+":"+string(n.Kind))
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.claim, s, c.want)
		}
	}
}

// scored finds the names of a list in the text, one after another.
func scored(t *testing.T, doc *text.Text, list string) []Scored {
	t.Helper()
	var out []Scored
	from := 0
	for _, item := range strings.Fields(list) {
		parts := strings.Split(item, ":")
		name := strings.ReplaceAll(parts[0], "_", " ")
		at := strings.Index(doc.String()[from:], name)
		if at < 0 {
			t.Fatalf("%q is not in %q", name, doc)
		}
		n := Scored{Name: Name{Span: text.Span{Start: from + at, End: from + at + len(name)}, Kind: Kind(parts[1])}}
		if _, err := fmt.Sscan(parts[2], &n.Score); err != nil {
			t.Fatal(err)
		}
		from = n.End
		out = append(out, n)
	}
	return out
}

func TestNamesStandInsideNames(t *testing.T) {
	for _, c := range []struct{ claim, text, names, inner, want string }{
		{
			"the inner name follows the one it stands in", "She left Leiden University.",
			"Leiden_University:organization:1", "Leiden:place:1",
			"Leiden University:organization Leiden:place",
		},
		{
			"a name outside of others is none", "She left Leiden for Delft.",
			"Leiden:place:1", "Delft:place:1", "Leiden:place",
		},
		{
			"a name is not inside itself", "She left Leiden.",
			"Leiden:place:1", "Leiden:organization:1", "Leiden:place",
		},
		{
			"it keeps the kind that it has alone", "The Earl of Clare met Clare.",
			"Earl_of_Clare:other:1 Clare:person:1", "Clare:place:1",
			"Earl of Clare:other Clare:person Clare:person",
		},
		{
			"a shard names nothing", "The United Nations met.",
			"United_Nations:organization:1", "United:organization:1", "United Nations:organization",
		},
		{
			"nor do two words that end in a small one", "The Council on Oslo Affairs met.",
			"Council_on_Oslo_Affairs:organization:1", "on_Oslo:place:1", "Council on Oslo Affairs:organization",
		},
		{
			"nor does a letter", "The Plan B Fund met.",
			"Plan_B_Fund:organization:1", "B:other:1", "Plan B Fund:organization",
		},
		{
			"nor a word of a country's name", "She left New Zealand.",
			"New_Zealand:place:1", "Zealand:place:1", "New Zealand:place",
		},
		{
			"nor a word of an outlet's name", "The Washington Post wrote it.",
			"Washington_Post:organization:1", "Washington:place:1", "Washington Post:organization",
		},
		{
			"nor a piece of initials", "The U.N. army came.", "U.N._army:organization:1", "U.N:organization:1",
			"U.N. army:organization U.N.:organization",
		},
		{
			"nor a piece of a body's name", "The World Health Organization asked.",
			"World_Health_Organization:organization:1", "World_Health:place:1",
			"World Health Organization:organization",
		},
		{
			"a region is a place in the name of a court", "The Newfoundland and Labrador Court of Appeal ruled.",
			"Newfoundland_and_Labrador_Court_of_Appeal:organization:1", "Newfoundland:place:1",
			"Newfoundland and Labrador Court of Appeal:organization Newfoundland and Labrador:place",
		},
		{
			"nor one letter of them", "The U.N. army came.", "U.N._army:organization:1", "U:place:1",
			"U.N. army:organization",
		},
		{
			"a piece of a name is no group", "The Korean People’s Army marched.",
			"Korean_People’s_Army:organization:1",
			"Korean:place:1 People:group:1 Army:group:1",
			"Korean People’s Army:organization Korean:place",
		},
		{
			"nor somebody", "The Second Amendment helped Ogden Projects.",
			"Second_Amendment:work:1 Ogden_Projects:organization:1",
			"Second:person:1 Ogden:person:1",
			"Second Amendment:work Ogden Projects:organization",
		},
		{
			"unless the text names him", "The Clinton Foundation paid Ann Clinton.",
			"Clinton_Foundation:organization:1 Ann_Clinton:person:1",
			"Clinton:person:1",
			"Clinton Foundation:organization Clinton:person Ann Clinton:person",
		},
		{
			"or it is his",
			"She left Platt’s Music Hall.",
			"Platt’s_Music_Hall:place:1",
			"Platt:person:1",
			"Platt’s Music Hall:place Platt:person",
		},
		{
			"or it stands alone",
			"The Democratic Party met other Democratic lawmakers.",
			"Democratic_Party:organization:1 Democratic:group:1",
			"Democratic:group:1",
			"Democratic Party:organization Democratic:group Democratic:group",
		},
		{
			"nor a place",
			"The District Court met the New York Stock Exchange in the Public Theater.",
			"District_Court:organization:1 New_York_Stock_Exchange:organization:1 Public_Theater:organization:1",
			"District:place:1 New_York_Stock:place:1 Public:place:1",
			"District Court:organization New York Stock Exchange:organization New York:place Public Theater:organization",
		},
		{
			"but a town is one",
			"The Baltimore Orioles won.",
			"Baltimore_Orioles:organization:1",
			"Baltimore:place:1",
			"Baltimore Orioles:organization Baltimore:place",
		},
		{
			"figures name nothing",
			"The 2012 Fund met.",
			"2012_Fund:organization:1",
			"2012:place:1",
			"2012 Fund:organization",
		},
		{
			"a stroke parts names", "A Zorp News/Blix poll rose.",
			"Zorp_News/Blix:organization:1",
			"Zorp_News:organization:1 Blix:organization:1",
			"Zorp News/Blix:organization Zorp News:organization Blix:organization",
		},
		{
			"a shard with more words names something", "The New York Rangers won.",
			"New_York_Rangers:organization:1", "New_York:place:1",
			"New York Rangers:organization New York:place",
		},
	} {
		doc, err := text.New(c.text)
		if err != nil {
			t.Fatal(err)
		}
		names := Agree(doc, scored(t, doc, c.names))
		var got []string
		for _, n := range Nest(doc, names, scored(t, doc, c.inner)) {
			got = append(got, doc.At(n.Span)+":"+string(n.Kind))
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.claim, s, c.want)
		}
	}
}
