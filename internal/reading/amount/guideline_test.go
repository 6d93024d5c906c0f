package amount

import (
	"strings"
	"testing"

	"readout/internal/language/text"
)

func checkAll(t *testing.T, examples string) {
	t.Helper()
	for line := range strings.Lines(examples) {
		if line = strings.TrimSpace(line); line != "" {
			if !strings.Contains(line, " =>") {
				t.Fatalf("%q is no example", line)
			}
			in, want, _ := strings.Cut(line, " =>")
			check(t, in+" => "+strings.TrimSpace(want))
		}
	}
}

func TestMoneyIsTheNumberWithItsCurrencyAndMultiplier(t *testing.T) {
	checkAll(t, `
	The grant of €40 mln came through. => money|€40 mln|40000000|||EUR||
	The clinic cost 25 million Australian dollars. => money|25 million Australian dollars|25000000|||AUD||
	It sells for five cents. => money|five cents|0.05|||USD||
	The judge set a $500 fine. => money|$500|500|||USD||
	The loan is worth ¥900m. => money|¥900m|900000000|||JPY||
	They spent £3.2bn on rail. => money|£3.2bn|3200000000|||GBP||
	Tickets are $12.50 each. => money|$12.50|12.5|||USD||
	She earned $70,000 a year. => money|$70,000|70000|||USD||
	A half-million-dollar house burned. => money|A half-million-dollar|500000|||USD||
	It lost a quarter of a million dollars. => money|a quarter of a million dollars|250000|||USD||
	He owes 40 Swiss francs and 12 Danish kroner. => money|40 Swiss francs|40|||CHF||; money|12 Danish kroner|12|||DKK||
	The fee is a hundred and fifty euros. => money|a hundred and fifty euros|150|||EUR||
	The bag cost 900 Indian rupees. => money|900 Indian rupees|900|||INR||
	`)
}

func TestTwoSumsThatBoundOneAreOneAmount(t *testing.T) {
	checkAll(t, `
	Repairs cost between $5 million and $7 million. => money|$5 million and $7 million||5000000|7000000|USD||
	Repairs cost $5 to $7 million. => money|$5 to $7 million||5000000|7000000|USD||
	Seats cost €20-30. => money|€20-30||20|30|EUR||
	They want $9 and then $7. => money|$9|9|||USD||; money|$7|7|||USD||
	`)
}

func TestSharesAndPoints(t *testing.T) {
	checkAll(t, `
	Prices rose 82%. => percent|82%|82|||%||
	About 5 percent of likely voters stayed home. => percent|5 percent|5|||%|1|likely voters
	Ten per cent of the city's teachers left. => percent|Ten per cent|10|||%||the city's teachers
	Between 10 and 15 percent of farmers sold land. => percent|10 and 15 percent||10|15|%||farmers
	A one percent tax was passed. => percent|one percent|1|||%||
	The margin of error is 2.5 percentage points. => percent|2.5 percentage points|2.5|||pp||
	The poll has him up 5 points. => percent|5 points|5|||pp||
	Rates fell 0.25 percentage points. => percent|0.25 percentage points|0.25|||pp||
	The Dow fell 508 points. => count|508 points|508|||points||
	She scored 30 points in the game. => count|30 points|30|||points||
	`)
}

func TestCountsReachFromTheNumberToTheHead(t *testing.T) {
	checkAll(t, `
	The tower has 41 floors. => count|41 floors|41|||floors||
	The chain closed 109 retail stores. => count|109 retail stores|109|||stores||
	It hired 200 new staff. => count|200 new staff|200|||staff||
	It has 2,000 more soldiers. => count|2,000 more soldiers|2000|||soldiers||
	Sixty-five thousand fans came. => count|Sixty-five thousand fans|65000|||fans||
	A hundred and fifty ships came. => count|A hundred and fifty ships|150|||ships||
	One thousand two hundred ships came. => count|One thousand two hundred ships|1200|||ships||
	Ten women's shelters shut. => count|Ten women's shelters|10|||shelters||
	Three "safe" houses were raided. => count|Three "safe" houses|3|||houses||
	Another 40 ships came. => count|40 ships|40|||ships||
	The two countries signed. => count|two countries|2|||countries||
	`)
}

func TestMultipliersThatAreNounsHaveAValueAndPluralsALowBound(t *testing.T) {
	checkAll(t, `
	A hundred ships came. => count|A hundred ships|100|||ships||
	A dozen eggs broke. => count|A dozen eggs|12|||eggs||
	Dozens of eggs broke. => count|Dozens of eggs||24||eggs|1|
	Hundreds of people sang. => count|Hundreds of people||200||people|1|
	Thousands of young people marched. => count|Thousands of young people||2000||people|1|
	Several ships, many boats and a couple of canoes sank. =>
	`)
}

func TestDigitsLikeAYearCountWhereTheirNeighboursSaySo(t *testing.T) {
	checkAll(t, `
	The school has 1800 pupils. => count|1800 pupils|1800|||pupils||
	Over 2000 trees fell. => count|2000 trees||2000||trees||
	They sold 1900 copies in a week. => count|1900 copies|1900|||copies||
	A total of 1600 people fled. => count|1600 people|1600|||people||
	The firm employs 4500 workers. => count|4500 workers|4500|||workers||
	The 2012 elections were close. =>
	It was built in 1991. =>
	`)
}

func TestANumberGoesOnWithWhatWasCounted(t *testing.T) {
	checkAll(t, `
	Of the 52 aboard, 12 died. => count|52|52|||||; count|12|12|||||
	Twelve ships left and three returned. => count|Twelve ships|12|||ships||; count|three|3|||||
	Fifty guests came; thirty stayed. => count|Fifty guests|50|||guests||; count|thirty|30|||||
	The bus carried 52 people, 12 of them children. => count|52 people|52|||people||; count|12|12|||||
	Three of the five bridges fell. => count|Three|3|||||; count|five bridges|5|||bridges||
	The crash injured nine. => count|nine|9|||||
	`)
}

func TestOneIsANumberWhereTwoCouldStand(t *testing.T) {
	checkAll(t, `
	They have one daughter. => count|one daughter|1|||daughter||
	Only one survivor was found. => count|one survivor|1|||survivor||
	He has one brother and two sisters. => count|one brother|1|||brother||; count|two sisters|2|||sisters||
	Two men fell and one was hurt. => count|Two men|2|||men||; count|one|1|||||
	One in five children is hungry. => count|One in five children|0.2|||||children
	At one point they stopped. =>
	No one came one day. =>
	`)
}

func TestFractionsNameTheirWhole(t *testing.T) {
	checkAll(t, `
	Two-thirds of members agreed. => count|Two-thirds of members|0.67|||||members
	Half of the seats are empty. => count|Half of the seats|0.5|||||the seats
	Half a million people left. => count|Half a million people|500000|||people||
	Half of the day was lost. =>
	The second half was dull. =>
	`)
}

func TestMeasuresHaveUnits(t *testing.T) {
	checkAll(t, `
	The road is 215 miles long. => measure|215 miles|215|||[mi_i]||
	They burned 70 acres. => measure|70 acres|70|||[acr_us]||
	Water boils at 100 °C. => measure|100 °C|100|||Cel||
	The card holds 4GB. => measure|4GB|4|||GBy||
	It gets 10 mpg. => measure|10 mpg|10|||mpg||
	It weighs 3.5 tonnes. => measure|3.5 tonnes|3.5|||t||
	The wind reached 120 km/h. => measure|120 km/h|120|||km/h||
	The dam holds 5 million cubic meters of water. => measure|5 million cubic meters|5000000|||m3||
	The dam holds 5 million cubic metres of water. => measure|5 million cubic metres|5000000|||m3||
	The runway is 2,500 metres long. => measure|2,500 metres|2500|||m||
	A 40-volt battery and a 3-centimetre nail. => measure|40-volt|40|||V||; measure|3-centimetre|3|||cm||
	`)
}

func TestWordsThatBoundLieOutsideTheSpan(t *testing.T) {
	for words, want := range map[string]string{
		"up to": "||40|", "at most": "||40|", "less than": "||40|", "under": "||40|",
		"fewer than": "||40|", "at least": "|40||", "more than": "|40||", "over": "|40||",
		"no fewer than": "|40||", "about": "40|||1", "some": "40|||1", "around": "40|||1",
		"nearly": "40|||1", "almost": "40|||1", "roughly": "40|||1",
		"approximately": "40|||1", "an estimated": "40|||1", "exactly": "40|||",
	} {
		bounds, approx := want[:strings.LastIndex(want, "|")], want[strings.LastIndex(want, "|")+1:]
		check(t, "They saw "+words+" 40 ships. => count|40 ships|"+bounds+"|ships|"+approx+"|")
		check(t, "They paid "+words+" $40. => money|$40|"+bounds+"|USD|"+approx+"|")
		check(t, "It took "+words+" 40% => percent|40%|"+bounds+"|%|"+approx+"|")
	}
}

func TestNumbersThatAreNoAmounts(t *testing.T) {
	for _, s := range []string{
		"It happened three days ago.", "They met for two long hours.",
		"A 34-year-old teacher spoke.", "Jane Roe, aged 34, spoke.", "He finished third.",
		"They won 3-1.", "The Senate voted 52-48.", "He ranked No. 2 in the state.",
		"Call 555-0199 now.", "She lives at 12 Elm Street.", "Flight 370 vanished.",
		"Boeing 737 jets fly daily.", "Section 230 protects sites.", "Version 3.2.1 is out.",
		"The Group of Eight met.", "The G8 met.", "The Dow closed at 11,205.",
		"He won twice, then three times as many.", "It runs three times a week.",
		"Interstate 5 drivers waited.", "Doors open at 9:00.", "The 1990s were loud.",
	} {
		if got := find(t, s); got != "" {
			t.Errorf("%q\n\tgot %s", s, got)
		}
	}
}

// probes are texts with amounts of each kind.
var probes = []string{
	"She paid $5 to $7 million for 40 ships.",
	"About 5 percent of voters walked 3 km in “12” minutes.",
	"Of the 52 aboard, 12 died; dozens of men fled.",
	"Two-thirds of the 1,200 farmers lost €40 mln, or 2½ percent.",
}

func findIn(t *testing.T, s string, from int) []Amount {
	t.Helper()
	doc, err := text.New(s)
	if err != nil {
		t.Fatal(err)
	}
	return Find(doc, []text.Span{{Start: from, End: len(s)}}, nil)
}

func TestTextBeforeTheSentenceMovesSpansAndNothingElse(t *testing.T) {
	for _, probe := range probes {
		still := findIn(t, probe, 0)
		holds(t, probe, still, nil)
		for _, prefix := range []string{" ", "\n\n", "Naïve talk. ", "日本 "} {
			moved := findIn(t, prefix+probe, len(prefix))
			if len(moved) != len(still) {
				t.Fatalf("%q: %d amounts, %d after %q", probe, len(still), len(moved), prefix)
			}
			for i, a := range still {
				a.Start, a.End = a.Start+len(prefix), a.End+len(prefix)
				if moved[i] != a {
					t.Errorf("%q after %q:\n\tgot  %v\n\twant %v", probe, prefix, moved[i], a)
				}
			}
		}
	}
}

func TestASentenceEndsAnAmount(t *testing.T) {
	const s = "They sent 40. Ships left."
	doc, err := text.New(s)
	if err != nil {
		t.Fatal(err)
	}
	at := strings.Index(s, "Ships")
	for _, a := range Find(doc, []text.Span{{Start: 0, End: at - 1}, {Start: at, End: len(s)}}, nil) {
		if a.End > at {
			t.Errorf("%q runs into the next sentence", s[a.Start:a.End])
		}
	}
}

func TestUnitsAndOfAreWordsOfTheText(t *testing.T) {
	for _, probe := range probes {
		for _, a := range findIn(t, probe, 0) {
			if a.Of != "" && !strings.Contains(probe, a.Of) {
				t.Errorf("%q: of %q is not in the text", probe, a.Of)
			}
			if a.Kind == Count && !strings.Contains(probe[a.Start:a.End], a.Unit) {
				t.Errorf("%q: unit %q is not in the span", probe, a.Unit)
			}
		}
	}
}

func TestAPlainDollarIsThatOfTheText(t *testing.T) {
	for _, c := range []struct{ text, code string }{
		{"It cost $5 million.", "USD"},
		{"It cost $5 million, and one Australian dollar buys less.", "AUD"},
		{"It cost $5 million, or C$6 million.", "CAD"},
		{"It cost $5 million (US$4 million), said the NZ$ trader.", "USD"},
	} {
		if got := settingOf(c.text).dollar; got != c.code {
			t.Errorf("%s: %s, want %s", c.text, got, c.code)
		}
	}
}
