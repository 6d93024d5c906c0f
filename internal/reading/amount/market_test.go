package amount

import (
	"strings"
	"testing"

	"readout/internal/language/text"
)

func TestAnIndexMovesByAnAmountAndStandsAtNone(t *testing.T) {
	checkAll(t, `
	The Dow Jones lost 120.55 in early trading. => count|120.55|120.55|||||
	The Nikkei was up over 60 points. => count|60 points||60||points||
	The Sensex's 90-point rise surprised brokers. => count|90-point|90|||point||
	The Dow Jones was falling below 9,100. =>
	The Nikkei fell 40 points, to stand at 8,120.50 points. => count|40 points|40|||points||
	The Nasdaq reached 1,950.10 points. =>
	The FTSE lost 33.27, or 1.8 percent, to 4,200.07. => count|33.27|33.27|||||; percent|1.8 percent|1.8|||%||
	The Dow recovered. Its 413-point drop was short. => count|413-point|413|||point||
	The Dow was down 40, below 9,000 for the second time. => count|40|40|||||
	The Dow fell. At noon it was up 210. => count|210|210|||||
	The DAX slid under the six thousand mark. =>
	The FTSE crossed the 5,000 point level. =>
	The Nasdaq sank. Claims for aid rose 12,000 to a new high. => count|12,000|12000|||||
	The price was cut by a third. => count|a third|0.33|||||
	`)
}

func TestNumbersInsideNamesCountNothing(t *testing.T) {
	checkAll(t, `
	Buyers of the iPhone 3 cases complained. =>
	The S&P 500 stocks recovered. =>
	Some 30 Fortune 500 companies answered. => count|30 Fortune 500 companies|30|||companies|1|
	The line bought six new 767 aircraft. => count|six new 767 aircraft|6|||aircraft||
	It ordered 18 new Boeing 777 freighters. => count|18 new Boeing 777 freighters|18|||freighters||
	It was a three-alarm fire. =>
	The line wants 14 Boeing 747-8 freighters. => count|14 Boeing 747-8 freighters|14|||freighters||
	The line wants twelve 737-8s soon. => count|twelve 737-8s|12|||s||
	Runners love iOS 4 runs. =>
	`)
}

func TestAScoreOfThingsIsTwenty(t *testing.T) {
	checkAll(t, `
	The yard built a score of wooden boats. => count|a score of wooden boats|20|||boats||
	He had a score of nine. =>
	She kept a score of it. =>
	`)
}

func TestAQuotationMarkMayStandForInches(t *testing.T) {
	checkAll(t, `
	The new laptop has a 12.1" screen. => measure|12.1"|12.1|||[in_i]||
	Displays of 20" or 24" are sold. => measure|20"|20|||[in_i]||; measure|24"|24|||[in_i]||
	"The display of 1812" was shown. =>
	He called it "model 15" and left. =>
	A 5MP camera is enough, a minister told 3 MP. => measure|5MP|5|||megapixels||
	`)
}

func TestAnMIsAMillionPeopleOrALength(t *testing.T) {
	checkAll(t, `
	The number of passengers rose to 60m in all. => count|60m|60000000|||||
	The mast is 60m. => measure|60m|60|||m||
	The wall is 60m long. => measure|60m|60|||m||
	`)
}

func TestWhatIsLeftOutOfALaterCount(t *testing.T) {
	checkAll(t, `
	The line flies 70 jets and 12 on order. => count|70 jets|70|||jets||; count|12|12|||||
	It has two doors: one in front and one at the back. => count|two doors|2|||doors||; count|one|1|||||; count|one|1|||||
	She opened 20 schools, including nine in May. => count|20 schools|20|||schools||; count|nine|9|||||
	Five bridges fell, but the other two stood. => count|Five bridges|5|||bridges||; count|two|2|||||
	The lost numbered 31, and two dozen of Mrs. Roe's men. => count|31|31|||||; count|two dozen|24|||||
	Divers raised 30 crates: 18 by day and 12 by night. => count|30 crates|30|||crates||; count|18|18|||||; count|12|12|||||
	Fiat built 1.2m cars, Opel 905,000 and Saab 1.1m. => count|1.2m cars|1200000|||cars||; count|905,000|905000|||||; count|1.1m|1100000|||||
	The line has only one A330. => count|one A330|1|||A330||
	Who runs? There are two: Roe and Doe. => count|two|2|||||
	Nokia sold 40 percent, Apple 31 and Palm 12. => percent|40 percent|40|||%||; percent|31|31|||%||; percent|12|12|||%||
	The poll asked men. Forty-one, yes; thirty, no. => percent|Forty-one|41|||%||; percent|thirty|30|||%||
	Two Catholics and six Orthodox came. => count|Two Catholics|2|||Catholics||; count|six Orthodox|6|||Orthodox||
	`)
}

func TestOneAfterThatOpensAClauseOrPointsAtAThing(t *testing.T) {
	checkAll(t, `
	Police said that one boat sank. => count|one boat|1|||boat||
	They want that one boat. =>
	Here is one example of it. =>
	He asked 1 question. => count|1 question|1|||question||
	It listed this: ''27 firms owe tax. => count|27 firms|27|||firms||
	The share fell by one penny. => money|one penny|0.01|||USD||
	`)
}

func TestRoundsOfTradeAreReadWhole(t *testing.T) {
	checkAll(t, `
	The Dow closed at 9,325.38, down 57.47 points. => count|57.47 points|57.47|||points||
	London's FTSE slid 46.15 points to 4,246.99. => count|46.15 points|46.15|||points||
	Shares in Fiat fell 26 cents to $4.71. => money|26 cents|0.26|||USD||; money|$4.71|4.71|||USD||
	Losers outnumbered winners 15 to 1. =>
	The Kospi fell 5.8%, and 30 of its shares rose. => percent|5.8%|5.8|||%||; count|30 of its shares|30|||shares||
	Volume was 1.5 billion shares. => count|1.5 billion shares|1500000000|||shares||
	Oil fell below $90 a barrel. => money|$90|||90|USD||
	The rate was cut by 50 basis points to 1.5 percent. => count|50 basis points|50|||points||; percent|1.5 percent|1.5|||%||
	All 30 Dow components fell. => count|30 Dow components|30|||components||
	`)
}

func TestOrdersOfAircraftAreReadWhole(t *testing.T) {
	checkAll(t, `
	Airbus won orders for 100 A320s and 20 A330-200s. => count|100 A320s|100|||s||; count|20 A330-200s|20|||s||
	Boeing built 441 planes, compared with 453 for Airbus. => count|441 planes|441|||planes||; count|453|453|||||
	The deal is for 30 firm orders and 20 options. => count|30 firm orders|30|||orders||; count|20 options|20|||options||
	The jet seats between 210 and 330 people. => count|210 and 330 people||210|330|people||
	It carried 228 people: 216 passengers and 12 crew members. => count|228 people|228|||people||; count|216 passengers|216|||passengers||; count|12 crew members|12|||members||
	Fiat will cut 12,000 jobs, 15% of its workforce. => count|12,000 jobs|12000|||jobs||; percent|15%|15|||%||its workforce
	`)
}

func TestPhonesAndTheirPartsAreReadWhole(t *testing.T) {
	checkAll(t, `
	It has a 3 megapixel camera and 32GB of storage. => measure|3 megapixel|3|||megapixels||; measure|32GB|32|||GBy||
	It comes in 16, 32 and 64 GB versions. => measure|16|16|||GBy||; measure|32|32|||GBy||; measure|64 GB|64|||GBy||
	The 8GB model costs $99. => measure|8GB|8|||GBy||; money|$99|99|||USD||
	The chip runs at 1 GHz, the link at 256 kbit/s. => measure|1 GHz|1|||GHz||; measure|256 kbit/s|256|||kbit/s||
	It sold 1.119 million iPhones. => count|1.119 million iPhones|1119000|||iPhones||
	`)
}

func TestTimesEndWhatIsCountedAlone(t *testing.T) {
	const s = "Claims for aid rose 12,000 last week."
	doc, err := text.New(s)
	if err != nil {
		t.Fatal(err)
	}
	at := strings.Index(s, "last")
	week := text.Span{Start: at, End: len(s) - 1}
	found := Find(doc, []text.Span{{Start: 0, End: len(s)}}, []text.Span{week})
	if len(found) != 1 || found[0].Value != "12000" || found[0].End > week.Start {
		t.Errorf("found %v", found)
	}
}

func TestMarksOfInchesAreReadInLinearTime(t *testing.T) {
	unit := `a 15" screen and `
	short, long := strings.Repeat(unit, 100), strings.Repeat(unit, 4000)
	findIn(t, long, 0)
	if a, b := len(findIn(t, short, 0)), len(findIn(t, long, 0)); a != 100 || b != 4000 {
		t.Errorf("%d of 100 and %d of 4000 lengths found", a, b)
	}
}

func TestSharesAndPricesKeepTheirMeaningBesideAnIndex(t *testing.T) {
	checkAll(t, `
	The Nikkei slid 3.5 percent, or 310 points. => percent|3.5 percent|3.5|||%||; count|310 points|310|||points||
	The Hang Seng was 2 percent lower at 18,211. => percent|2 percent|2|||%||
	The Dow rose nearly 300, or 2 percent. => count|300|300||||1|; percent|2 percent|2|||%||
	The S&P 500 rose 3 percent to 1,190. => percent|3 percent|3|||%||
	The S&P 500 is up 21 on the day. => count|21|21|||||
	In the Nasdaq's 9-point rise, 40 shares led. => count|9-point|9|||point||; count|40 shares|40|||shares||
	The Dow hit 9,000 points, and then fell under 8,900. =>
	The Russell 2000 stocks sank 2 percent. => percent|2 percent|2|||%||
	A barrel fell $3 to $71 as the Dow rose. => money|$3|3|||USD||; money|$71|71|||USD||
	Lehman had 25,000 staff and debts of $613bn. => count|25,000 staff|25000|||staff||; money|$613bn|613000000000|||USD||
	Only two of the 30 Dow stocks rose. => count|two|2|||||; count|30 Dow stocks|30|||stocks||
	`)
}
