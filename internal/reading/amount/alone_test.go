package amount

import "testing"

func TestANumberCountsWhatACountBeforeItCounted(t *testing.T) {
	checkAll(t, `
	The storm hit 40 towns in Peru and 12 in Chile. => count|40 towns|40|||towns||; count|12|12|||||
	At least 30 were killed in the fire. => count|30||30||||
	Troops freed 60 miners, and 20 more were found. => count|60 miners|60|||miners||; count|20|20|||||
	Ten of those on the ferry drowned. => count|Ten|10|||||
	She won six of the last seven races. => count|six|6|||||; count|seven races|7|||races||
	The council's seats rose from 9 to 11. => count|9|9|||||; count|11|11|||||
	They held five talks, to their rivals' three. => count|five talks|5|||talks||; count|three|3|||||
	It took 8 out of every 100 boats. => count|8 out of every 100 boats|0.08|||||boats
	The 40-year-old father of six sang. => count|six|6|||||
	A panel of nine met. => count|nine|9|||||
	Five or six thousand fans came. => count|Five or six thousand fans||5000|6000|fans||
	Several hundred fans came. => count|Several hundred fans||200||fans|1|
	Of those, 14 have been found. =>
	The group met 60 farmers, and of those, 14 have land. => count|60 farmers|60|||farmers||; count|14|14|||||
	Millions of the city's 9 million workers struck. => count|Millions||2000000|||1|; count|9 million workers|9000000|||workers||
	It built 60 ships against 40 for its rival. => count|60 ships|60|||ships||; count|40|40|||||
	She was elected to the seven member council. => count|seven member|7|||member||
	The party fell to 98 seats from 140. => count|98 seats|98|||seats||; count|140|140|||||
	One or more ships sank. => count|One or more ships||1||ships||
	The nation's 60,000 visa backlog grew. => count|60,000 visa backlog|60000|||backlog||
	The book has 1700 pages. => count|1700 pages|1700|||pages||
	`)
}

func TestAShareStandsForOneAfterAShare(t *testing.T) {
	checkAll(t, `
	In the poll Roe has 43 percent, with Doe at 13. => percent|43 percent|43|||%||; percent|13|13|||%||
	It took 3 percentage points from Roe and 2 from Doe. => percent|3 percentage points|3|||pp||; percent|2|2|||pp||
	It grew from $2 billion to 3 billion. => money|$2 billion|2000000000|||USD||; money|3 billion|3000000000|||USD||
	About two-thirds, 67 percent, agreed. => count|two-thirds|0.67||||1|; percent|67 percent|67|||%||
	The gain was a quarter of 1 percent. => percent|a quarter of 1 percent|0.25|||%||
	The index lost 2% or 40 points. => percent|2%|2|||%||; count|40 points|40|||points||
	The fund returned -2.5% last year. => percent|-2.5%|-2.5|||%||
	`)
}

func TestThingsAreNamedByModels(t *testing.T) {
	checkAll(t, `
	The carrier ordered 20 787s and 12 more 777s from Boeing. => count|20 787s|20|||s||; count|12 more 777s|12|||s||
	Boeing says the 787 offers space. =>
	The navy lost two F-16s. => count|two F-16s|2|||s||
	It bought ten A330 jets. => count|ten A330 jets|10|||jets||
	Two United Nations human rights experts left. => count|Two United Nations human rights experts|2|||experts||
	One big data point is missing. => count|One big data point|1|||point||
	`)
}

func TestBoundsReachTheirNumbersOverOtherWords(t *testing.T) {
	checkAll(t, `
	It is hiring up to an additional 90 guards. => count|90 guards|||90|guards||
	They walked more than 5 miles (8 km). => measure|5 miles||5||[mi_i]||; measure|8 km||8||km||
	The error is two percent plus or minus. => percent|two percent|2|||%||
	A crowd of 28,000-plus came. => count|28,000-plus||28000||||
	`)
}

func TestNumbersThatCountNothing(t *testing.T) {
	checkAll(t, `
	One need look no further. =>
	One way or another they will leave. =>
	Fans bought scarves by the dozen. =>
	At one point he led the poll. =>
	The fifty-ninth session opened. =>
	The new phone costs half the price. =>
	A second plan failed, and a third would be costly. =>
	The other one was more open. =>
	Zero-coupon debt rose. =>
	Figure 3.4 shows it. =>
	`)
}
