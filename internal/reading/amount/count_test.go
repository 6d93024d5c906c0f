package amount

import (
	"strings"
	"testing"
)

func TestTheCountEndsWithItsHeadNoun(t *testing.T) {
	for _, example := range []string{
		"The camp took 3,000 Afghan refugees last week. => count|3,000 Afghan refugees|3000|||refugees||",
		"Two sports clubs closed. => count|Two sports clubs|2|||clubs||",
		"12 New York officers came. => count|12 New York officers|12|||officers||",
		"Six poor and rural states agreed. => count|Six poor and rural states|6|||states||",
		"Police saw 50 masked men running away. => count|50 masked men|50|||men||",
		"In all, 25 randomly chosen sites were searched. => count|25 randomly chosen sites|25|||sites||",
		"They have four best-sellers. => count|four best-sellers|4|||best-sellers||",
		"Three major US indices fell. => count|Three major US indices|3|||indices||",
		"Two British were on board. => count|Two British|2|||British||",
		"Four Americans died. => count|Four Americans|4|||Americans||",
		"A six-member panel met. => count|six-member|6|||member||",
	} {
		check(t, example)
	}
}

func TestOneCountsWhereTwoCouldStand(t *testing.T) {
	for _, example := range []string{
		"One person was killed. => count|One person|1|||person||",
		"He sent a one-page letter. => count|one-page|1|||page||",
		"A one-sided talk. => ",
		"One trick after another failed. => ",
		"One senior official said so. => count|One senior official|1|||official||",
		"At one point he left. => ",
		"One of the reasons is plain. => ",
		"They love one another. => ",
		"On one hand it works. => ",
		"No one man can do it. => ",
		"The same one Roe enjoyed. => ",
		"One day it stopped. => ",
	} {
		check(t, example)
	}
}

func TestThePartsOfAWhole(t *testing.T) {
	for _, example := range []string{
		"Two of the men fled. => count|Two of the men|2|||men||",
		"Dozens of angry protesters came. => count|Dozens of angry protesters||24||protesters|1|",
		"Tens of thousands of people marched. => count|Tens of thousands of people||20000||people|1|",
		"Two-thirds of members agreed. => count|Two-thirds of members|0.67|||||members",
		"Almost half the seats were empty. => count|half the seats|0.5||||1|the seats",
		"The second half of the game was dull. => ",
		"Half a million people left. => count|Half a million people|500000|||people||",
		"Nearly 4 in 10 voters agreed. => count|4 in 10 voters|0.4||||1|voters",
		"Nine out of ten doctors agreed. => count|Nine out of ten doctors|0.9|||||doctors",
		"About half as many came. => ",
		"They own a quarter of a mile. => measure|a quarter of a mile|0.25|||[mi_i]||",
	} {
		check(t, example)
	}
}

func TestANumberWhoseNounIsPlainCountsAlone(t *testing.T) {
	for _, example := range []string{
		"Of 52 passengers, 12 died. => count|52 passengers|52|||passengers||; count|12|12|||||",
		"She has 11 votes and he has 10. => count|11 votes|11|||votes||; count|10|10|||||",
		"The blast killed at least 14. => count|14||14||||",
		"The death toll rose to 34. => count|34|34|||||",
		"It closed 35 of its 400 shops. => count|35|35|||||; count|400 shops|400|||shops||",
		"She is a mother of three. => count|three|3|||||",
		"The two agreed. => count|two|2|||||",
		"Thousands fled. => count|Thousands||2000|||1|",
		"It drew a crowd of about 500. => count|500|500||||1|",
		"It has 50 ships; 1.5 million of them sank. => count|50 ships|50|||ships||; count|1.5 million|1500000|||||",
	} {
		check(t, example)
	}
}

func TestWhatIsNoAmount(t *testing.T) {
	for _, s := range []string{
		"It took three days and two long years.",
		"John Roe, 58, lives there; Jane Roe, aged 34, left.",
		"A 34-year-old man came at 5 p.m. on May 4.",
		"It was built in 1991, in the 1990s, on March 3, 2010.",
		"They won 3-1. The Senate voted 52-48. It was 5 to 4.",
		"The F-16 and the G8 and COVID-19 and the 23rd.",
		"The 9/11 attacks, open 24/7 at 9:00, v. 3.2.1.",
		"The S&P 500 closed up; the Nikkei stood at 11,205.",
		"The Nikkei closed at 11,205 points.",
		"He asked twice, three times a week.",
		"He lives at 123 Main Street.",
		"In two-way talks a four-star hotel was named.",
		"Several men, a few women and many children came.",
		"Voters under 30 and those 45 and over.",
		"The Group of Eight met.",
	} {
		if got := find(t, s); got != "" {
			t.Errorf("%q\n\tgot %s", s, got)
		}
	}
}

// check runs one example: "text => amounts".
func check(t *testing.T, example string) {
	t.Helper()
	in, want, _ := strings.Cut(example, " => ")
	if got := find(t, in); got != want {
		t.Errorf("%q\n\tgot  %s\n\twant %s", in, got, want)
	}
}
