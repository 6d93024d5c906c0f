package amount

import "testing"

func TestNumbersAreReadExactly(t *testing.T) {
	for _, example := range []string{
		"1,234,567 ships => count|1,234,567 ships|1234567|||ships||",
		"$1.5 billion => money|$1.5 billion|1500000000|||USD||",
		"€7bn => money|€7bn|7000000000|||EUR||",
		"£5m => money|£5m|5000000|||GBP||",
		"#86bn => money|#86bn|86000000000|||GBP||",
		"US$140bn => money|US$140bn|140000000000|||USD||",
		"USD 5 million => money|USD 5 million|5000000|||USD||",
		"5 million EUR => money|5 million EUR|5000000|||EUR||",
		"Rs. 500 => money|Rs. 500|500|||INR||",
		"two million pounds => money|two million pounds|2000000|||GBP||",
		"$1.3 million dollars => money|$1.3 million dollars|1300000|||USD||",
		"millions of dollars => money|millions of dollars||2000000||USD|1|",
		"two hundred and ten thousand men => count|two hundred and ten thousand men|210000|||men||",
		"twenty-five ships => count|twenty-five ships|25|||ships||",
		"a couple dozen ships => count|a couple dozen ships|24|||ships||",
		"two and a half million men => count|two and a half million men|2500000|||men||",
		"2 1/2 percent => percent|2 1/2 percent|2.5|||%||",
		"3½ percent => percent|3½ percent|3.5|||%||",
		".5% => percent|.5%|0.5|||%||",
		"half a percentage point => percent|half a percentage point|0.5|||pp||",
		"1.2m jobs => count|1.2m jobs|1200000|||jobs||",
		"a 3G phone => ",
		"99999999999999999999 ships => ",
	} {
		check(t, example)
	}
}

func TestFractionsAreMultipliedBeforeTheyAreRounded(t *testing.T) {
	checkAll(t, `
	It lost an eighth of a billion dollars. => money|an eighth of a billion dollars|125000000|||USD||
	It cost 2 1/8 million euros. => money|2 1/8 million euros|2125000|||EUR||
	A third of a million people fled. => count|A third of a million people|333333|||people|1|
	More than a third of a million people fled. => count|a third of a million people||333333||people|1|
	It cost 2⅓ to 3 million euros. => money|2⅓ to 3 million euros||2333333|3000000|EUR|1|
	One in 60 voters stayed home. => count|One in 60 voters|0.017|||||voters
	A third of the people fled. => count|A third of the people|0.33|||||the people
	`)
}

func TestARangeRises(t *testing.T) {
	for _, example := range []string{
		"$5 to $7 million => money|$5 to $7 million||5000000|7000000|USD||",
		"between $5 million and $7 million => money|$5 million and $7 million||5000000|7000000|USD||",
		"$500,000 to more than $1 million => money|$500,000 to more than $1 million||500000|1000000|USD||",
		"5-7% => percent|5-7%||5|7|%||",
		"3% to 4% => percent|3% to 4%||3|4|%||",
		"two or three men => count|two or three men||2|3|men||",
		"an estimated 4-5 million people => count|4-5 million people||4000000|5000000|people|1|",
		"It rose from $5 to $7. => money|$5|5|||USD||; money|$7|7|||USD||",
		"It fell by $2 to $9. => money|$2|2|||USD||; money|$9|9|||USD||",
		"Oil fell $4 to $96. => money|$4|4|||USD||; money|$96|96|||USD||",
		"Turnout rose 4% to 9%. => percent|4%|4|||%||; percent|9%|9|||%||",
		"She led 52 to 38 percent. => percent|52|52|||%||; percent|38 percent|38|||%||",
	} {
		check(t, example)
	}
}

func TestAPlainDollarIsTheDollarOfTheText(t *testing.T) {
	check(t, "He paid A$5, then $6. => money|A$5|5|||AUD||; money|$6|6|||AUD||")
	check(t, "He paid A$5, or US$4, then $6. => money|A$5|5|||AUD||; money|US$4|4|||USD||; money|$6|6|||USD||")
}
