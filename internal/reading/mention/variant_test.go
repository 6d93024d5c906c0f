package mention

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
)

// A gatherCase says which entities a marked text has: "Ann Lee x2; Oslo x1".
type gatherCase struct{ claim, marked, want string }

func checkGathered(t *testing.T, cases []gatherCase) {
	t.Helper()
	for _, c := range cases {
		doc, names := parse(t, c.marked)
		var got []string
		for _, e := range Gather(doc, names) {
			got = append(got, fmt.Sprintf("%s x%d", e.Name, len(e.Mentions)))
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.claim, c.marked, s, c.want)
		}
	}
}

func TestATitleWithItsRealmMeansWhomItStandsBeside(t *testing.T) {
	checkGathered(t, []gatherCase{
		{"beside a name", "[p Moe], [p Queen of Lund]. [p Queen of the Lund] left.", "Moe x3"},
		{"with an article", "[p Moe], the [p Queen of Lund], left.", "Moe x2"},
		{
			"behind a clause", "After talks with [p Moe], the [p Duke of Lund], 70, left.",
			"Moe x1; Duke of Lund x1",
		},
		{
			"in a list", "They met [p Moe], the [p Duke of Lund], [p Dahl] and others.",
			"Moe x1; Duke of Lund x1; Dahl x1",
		},
		{"before a name", "The [p Duke of Lund], [p Moe], left. [p Moe] slept.", "Moe x3"},
		{
			"at the head of a list", "The [p Duke of Lund], [p Moe], and [p Dahl] left.",
			"Duke of Lund x1; Moe x1; Dahl x1",
		},
		{
			"within a sentence", "He met the [p Duke of Lund], [p Moe], and left.",
			"Duke of Lund x1; Moe x1",
		},
		{"of a couple", "[p Moe], [p Duke of Lund], and [p Dahl] left.", "Moe x2; Dahl x1"},
		{"alone", "[p Jim Lund] met the [p Duke of Lund].", "Jim Lund x1; Duke of Lund x1"},
		{
			"before a verb", "After [p Moe], the [p Duke of Lund] left.",
			"Moe x1; Duke of Lund x1",
		},
		{
			"of a list",
			"[p Moe], the [p Duke of Lund] and [p Dahl], the [p Earl of Ry], and I.",
			"Moe x1; Duke of Lund x1; Dahl x1; Earl of Ry x1",
		},
		{
			"of two", "[p Moe], [p Duke of Lund], left. [p Dahl], [p Duke of Lund], slept.",
			"Moe x1; Duke of Lund x2; Dahl x1",
		},
		{"of another gender", "[p Ann Moe], [p Duke of Lund].", "Ann Moe x1; Duke of Lund x1"},
		{
			"of another rank", "[p Crown Prince of Lund] met [p Crown Princess of Lund].",
			"Crown Prince of Lund x1; Crown Princess of Lund x1",
		},
	})
}

func TestABodyMayGoWithoutItsNoun(t *testing.T) {
	checkGathered(t, []gatherCase{
		{"a school", "[o Harrow School] is old. [o Harrow] boys left.", "Harrow School x2"},
		{"a firm", "[o Volvo] grew. [o Volvo, Inc.] shrank.", "Volvo, Inc. x2"},
		{"a state is more", "[o Iran] left [o Iran Party].", "Iran x1; Iran Party x1"},
		{"an acronym is", "[o NRW] left [o NRW Party].", "NRW x1; NRW Party x1"},
		{"an airline", "[o Ry Airlines] bought. [o Ry] said so.", "Ry Airlines x2"},
		{"a party", "[o Labour] won. The [o Labour Party] spoke.", "Labour Party x2"},
		{"a bureau", "The [o Census Bureau] spoke. [o Census] did.", "Census Bureau x2"},
		{"a magazine", "[o Zorp] sold. [o Zorp Magazine] did.", "Zorp Magazine x2"},
		{"a place is none", "[l Lund] and [o Lund College].", "Lund x1; Lund College x1"},
		{
			"nor one of two", "[o Moe Party], [o Moe School] and [o Moe].",
			"Moe Party x1; Moe School x1; Moe x1",
		},
	})
}

func TestPartsOfANameMeanItsBearer(t *testing.T) {
	checkGathered(t, []gatherCase{
		{"a surname", "[p Karin Holm] resigned. [p Holm] gave no reason.", "Karin Holm x2"},
		{"a given name", "[p Karin Holm] resigned. [p Karin] gave no reason.", "Karin Holm x2"},
		{"a given name before the full one", "[p Karin] resigned. [p Karin Holm] left.", "Karin Holm x2"},
		{"both", "[p Karin Holm], [p Karin], [p Holm].", "Karin Holm x3"},
		{"a surname that stands first in a name", "[p Xi Jinping] flew home. [p Xi] waved.", "Xi Jinping x2"},
		{"another surname", "[p Karin Holm] met [p Berg].", "Karin Holm x1; Berg x1"},
		{"a surname is no given name of others", "[p Grant Wood] met [p Ann Grant]. [p Grant] sat.", "Grant Wood x1; Ann Grant x2"},
		{"a particle", "[p Ursula von der Leyen] spoke. [p Leyen] left.", "Ursula von der Leyen x2"},
		{"other letters", "[p Ólafur Árnason] spoke. [p Árnason] left.", "Ólafur Árnason x2"},
	})
}

func TestInitialsStandForGivenNames(t *testing.T) {
	checkGathered(t, []gatherCase{
		{"with a full stop", "[p Robert Vance] and [p R. Vance].", "Robert Vance x2"},
		{"without one", "[p Robert Vance] and [p R Vance].", "Robert Vance x2"},
		{"before the full name", "[p R. Vance] is [p Robert Vance].", "Robert Vance x2"},
		{"in the middle", "[p Robert Q. Vance] is [p Robert Vance].", "Robert Q. Vance x2"},
		{"another letter", "[p Robert Vance] and [p T. Vance].", "Robert Vance x1; T. Vance x1"},
		{"another one in the middle", "[p George W. Bush] and [p George H.W. Bush].", "George W. Bush x1; George H.W. Bush x1"},
		{"for a middle name", "[p John Fitzgerald Adams] is [p John F. Adams].", "John Fitzgerald Adams x2"},
		{"for another one", "[p John Fitzgerald Adams] and [p John Q. Adams].", "John Fitzgerald Adams x1; John Q. Adams x1"},
		{"a particle is no middle name", "[p Rik van Dam] is [p Rik A. Dam].", "Rik van Dam x2"},
		{"a short form", "[p Pat Vance] is [p Patrick Vance Jr.].", "Patrick Vance Jr. x2"},
		{
			"a short form of two", "[p Pat Vance], [p Patrick Vance], [p Patricia Vance].",
			"Pat Vance x1; Patrick Vance x1; Patricia Vance x1",
		},
		{"a short form of another", "[p Tom Vance], [p Tim Vance].", "Tom Vance x1; Tim Vance x1"},
		{"names of one letter stay two", "[p R. Vance], [p Robert Vance], [p Rita Vance].", "R. Vance x1; Robert Vance x1; Rita Vance x1"},
		{"in any order", "[p Robert Vance], [p Rita Vance], [p R. Vance].", "Robert Vance x1; Rita Vance x1; R. Vance x1"},
	})
}

func TestANicknameIsAGivenName(t *testing.T) {
	checkGathered(t, []gatherCase{
		{"with the surname", "[p Robert C. “Bobby” Vance] won. [p Bobby Vance] smiled.", "Robert C. “Bobby” Vance x2"},
		{"before it", "[p Bobby Vance] won. [p Robert \"Bobby\" Vance] smiled.", "Robert \"Bobby\" Vance x2"},
		{"alone", "[p Robert “Bobby” Vance] won. [p Bobby] smiled.", "Robert “Bobby” Vance x2"},
		{"without it", "[p Robert “Bobby” Vance] won. [p Robert Vance] smiled.", "Robert “Bobby” Vance x2"},
		{"of another", "[p Robert “Bobby” Vance] won. [p Tim Vance] smiled.", "Robert “Bobby” Vance x1; Tim Vance x1"},
	})
}

func TestNumeralsBehindANameAreNoSurname(t *testing.T) {
	checkGathered(t, []gatherCase{
		{"a generation", "[p Carl Dunn Jr.] won. [p Dunn] smiled.", "Carl Dunn Jr. x2"},
		{"a generation in numerals", "[p Carl Dunn III] won. [p Dunn] smiled.", "Carl Dunn III x2"},
		{"a name without it", "[p Carl Dunn Jr.] won. [p Carl Dunn] smiled.", "Carl Dunn Jr. x2"},
		{"a ruler", "[p King Charles III] came. [p Charles] waved.", "King Charles III x2"},
		{"a ruler by title", "[p Queen Elizabeth II] came. [p Queen Elizabeth] waved.", "Queen Elizabeth II x2"},
		{"a pope", "[p Pope Benedict XVI] came. [p Benedict] waved.", "Pope Benedict XVI x2"},
		{"rulers of two numerals", "[p Charles I] fell. [p Charles II] ruled.", "Charles I x1; Charles II x1"},
		{"one without a number is the first", "[p Charles] fell. [p Charles I] and [p Charles II] ruled.", "Charles I x2; Charles II x1"},
		{"a full name that fits two", "[p Carl Dunn], [p Carl Dunn II], [p Carl Dunn III].", "Carl Dunn x1; Carl Dunn II x1; Carl Dunn III x1"},
		{"generations of two numerals", "[p Carl Dunn II] and [p Carl Dunn III].", "Carl Dunn II x1; Carl Dunn III x1"},
	})
}

func TestASurnameGoesToTheOneNamedMostOften(t *testing.T) {
	checkGathered(t, []gatherCase{
		{"two to one", "[p Ole Moen], [p Ole Moen] and [p Per Moen]. [p Moen] won.", "Ole Moen x3; Per Moen x1"},
		{"the later one", "[p Ole Moen], [p Per Moen] and [p Per Moen]. [p Moen] won.", "Ole Moen x1; Per Moen x3"},
		{"a tie goes to nobody", "[p Ole Moen], [p Per Moen]. [p Moen] won.", "Ole Moen x1; Per Moen x1; Moen x1"},
		{"of three", "[p Ole Moen], [p Per Moen], [p Ida Moen], [p Ida Moen]. [p Moen].", "Ole Moen x1; Per Moen x1; Ida Moen x3"},
		{"a given name too", "[p Ole Moen], [p Ole Berg], [p Ole Berg]. [p Ole].", "Ole Moen x1; Ole Berg x3"},
	})
}

func TestAcronymsMeanTheNameOfTheirInitials(t *testing.T) {
	checkGathered(t, []gatherCase{
		{"a place", "[l New South Wales] burned. [l NSW] asked for help.", "New South Wales x2"},
		{"names of a well-known body are one", "[o WTO] met. The [o World Trade Organisation] spoke. [o the WTO] left.", "World Trade Organisation x3"},
		{"the acronym first", "[l NSW] burned. [l New South Wales] asked.", "New South Wales x2"},
		{"full stops", "[o World Food Programme], short [o W.F.P.]", "World Food Programme x2"},
		{"without small words", "[o Bank of Nova Scotia] is [o BNS].", "Bank of Nova Scotia x2"},
		{"with small words", "[o Department of Justice] is [o DOJ].", "Department of Justice x2"},
		{"a hyphen parts words", "[o Anti-Defamation League] is [o ADL].", "Anti-Defamation League x2"},
		{"an article is none", "[o the Free Press Fund] is [o FPF].", "the Free Press Fund x2"},
		{"an article before it", "[o Free Press Fund], or [o the FPF].", "Free Press Fund x2"},
		{"a country", "[l United Arab Emirates] paid. [l UAE] banks lent.", "United Arab Emirates x2"},
		{"a kind misread", "[o Free Press Fund] is [l FPF].", "Free Press Fund x2"},
	})
}

func TestAcronymsOfNothingNamedStayApart(t *testing.T) {
	checkGathered(t, []gatherCase{
		{"two names share it", "[o Free Press Fund], [o Fair Play Forum], [o FPF].", "Free Press Fund x1; Fair Play Forum x1; FPF x1"},
		{"other initials", "[o Free Press Fund] and [o FPA].", "Free Press Fund x1; FPA x1"},
		{"a person", "[p Fay Paula Frost] and [o FPF].", "Fay Paula Frost x1; FPF x1"},
		{"a group is no place", "[g Free Pine Folk] and [l FPF].", "Free Pine Folk x1; FPF x1"},
		{"small letters", "[o Free Press Fund] and [o Fpf].", "Free Press Fund x1; Fpf x1"},
		{"seven letters", "[o A B C D E F G] and [o ABCDEFG].", "A B C D E F G x1; ABCDEFG x1"},
		{"a country has a name", "[l UK] and [o University of Kentucky].", "UK x1; University of Kentucky x1"},
	})
}

func TestMisspelledSurnamesMeanTheOnlyOneNear(t *testing.T) {
	checkGathered(t, []gatherCase{
		{"one letter", "[p Ida Sandberg] won. [p Sandburg] wept.", "Ida Sandberg x2"},
		{"a letter left out", "[p Ida Sandberg] won. [p Sandbrg] wept.", "Ida Sandberg x2"},
		{"two of eight", "[p Ida Sandberg] won. [p Sendburg] wept.", "Ida Sandberg x1; Sendburg x1"},
		{"two of nine", "[p Ida Lindqvist] won. [p Lyndqvyst] wept.", "Ida Lindqvist x2"},
		{"three of nine", "[p Ida Lindqvist] won. [p Lyndqvyzt] wept.", "Ida Lindqvist x1; Lyndqvyzt x1"},
		{"a short one", "[p Ida Hansen] won. [p Hanson] wept.", "Ida Hansen x1; Hanson x1"},
		{"another first letter", "[p Ida Sandberg] won. [p Landberg] wept.", "Ida Sandberg x1; Landberg x1"},
		{"twice is no slip", "[p Ida Sandberg] won. [p Sandburg] and [p Sandburg].", "Ida Sandberg x1; Sandburg x2"},
		{"two are near", "[p Ida Sandberg], [p Per Sandborg]. [p Sandburg].", "Ida Sandberg x1; Per Sandborg x1; Sandburg x1"},
		{"two share it", "[p Ida Sandburg], [p Per Sandburg], [p Ole Sandberg]. [p Sandburg].", "Ida Sandburg x1; Per Sandburg x1; Ole Sandberg x1; Sandburg x1"},
		{"another gender", "[p Karl Sandberg] won. [p Mrs. Sandburg] wept.", "Karl Sandberg x1; Mrs. Sandburg x1"},
		{"full names stay", "[p Ida Sandberg] and [p Ole Sandburg].", "Ida Sandberg x1; Ole Sandburg x1"},
	})
}

// variants are names whose short forms, slips and initials fit several others.
var variants = strings.Split(`Ida Sandberg|Per Sandborg|Sandburg|Sandberg|I. Sandberg|Mrs. Sandberg|
Mr. Sandberg|Ida|Ida Sandberg III|Sandberg II|Xi Jinping|Xi|NSW|New South Wales|North Sea Watch|US|
the U.S.|United States|American|Universal Studios|Georgia|Scotland|French|France|UK|Council on`, "|")

// randomVariants returns a text of up to 20 variants, of any kind.
func randomVariants(random *rand.Rand) string {
	var b strings.Builder
	for range random.IntN(20) {
		fmt.Fprintf(&b, "say [%c %s] ", "pppolg"[random.IntN(6)], strings.TrimSpace(variants[random.IntN(len(variants))]))
	}
	return b.String()
}

func TestEveryVariantIsInOneEntity(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 10))
	for range 2000 {
		marked := randomVariants(random)
		doc, names := parse(t, marked)
		entities, owners := Gather(doc, names), map[int]int{}
		for _, e := range entities {
			for _, m := range e.Mentions {
				owners[nameAround(t, marked, names, m)]++
			}
		}
		for i, n := range names {
			if owners[i] != 1 {
				t.Fatalf("%s\n%q is in %d entities", marked, doc.At(n.Span), owners[i])
			}
		}
		if again := Gather(doc, names); !reflect.DeepEqual(again, entities) {
			t.Fatalf("%s\nfirst  %v\nsecond %v", marked, entities, again)
		}
	}
}

// letters returns a number as a word of six letters.
func letters(n int) string {
	word := []byte("aaaaaa")
	for i := range word {
		word[i] += byte(n % 26)
		n /= 26
	}
	return string(word)
}

func TestThousandsOfNamesAreGathered(t *testing.T) {
	for _, c := range []struct {
		claim string
		form  func(i int) string
		want  int
	}{
		{"one surname", func(i int) string { return "[p G" + letters(i) + " Moe] and [p Moe] " }, 1001},
		{"each a surname", func(i int) string { return "[p Ann S" + letters(i) + "] and [p S" + letters(i) + "] " }, 1000},
		{"one letter apart", func(i int) string { return "[p Ann Sxxxxxx" + letters(i) + "] and [p Sxxxxxy" + letters(i) + "] " }, 2000},
		{"one acronym", func(i int) string { return "[o Q" + letters(i) + " Fund] and [o QF] " }, 1001},
		{"numerals", func(i int) string { return "[p G" + letters(i) + " Moe] and [p Moe " + numeral(i) + "] " }, -1},
	} {
		var b strings.Builder
		for i := range 1000 {
			b.WriteString(c.form(i))
		}
		doc, names := parse(t, b.String())
		if got := len(Gather(doc, names)); got != c.want && c.want >= 0 {
			t.Errorf("%s: %d entities, want %d", c.claim, got, c.want)
		}
	}
}

// numeral returns a number in the letters of numerals, in base three.
func numeral(n int) string {
	out := ""
	for ; n > 0 || out == ""; n /= 3 {
		out += "ivx"[n%3 : n%3+1]
	}
	return out
}
