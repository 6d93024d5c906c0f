package amount

import "testing"

func TestAnIndexMovesByAnAmountAndStandsAtNone(t *testing.T) {
	checkAll(t, `
	The Dow Jones lost 120.55 in early trading. => count|120.55|120.55|||||
	The Nikkei was up over 60 points. => count|60 points||60||points||
	The Sensex's 90-point rise surprised brokers. => count|90-point|90|||point||
	The Dow Jones was falling below 9,100. =>
	The Nikkei fell 40 points, to stand at 8,120.50 points. => count|40 points|40|||points||
	The Nasdaq reached 1,950.10 points. =>
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
	The wall is 60m long. => measure|60m|60|||m||
	`)
}

func TestWhatIsLeftOutOfALaterCount(t *testing.T) {
	checkAll(t, `
	The line flies 70 jets and 12 on order. => count|70 jets|70|||jets||; count|12|12|||||
	It has two doors: one in front and one at the back. => count|two doors|2|||doors||; count|one|1|||||; count|one|1|||||
	She opened 20 schools, including nine in May. => count|20 schools|20|||schools||; count|nine|9|||||
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
