package event

import "testing"

// countedBy tells which amounts belong to the act on a word.
func countedBy(t *testing.T, in, trigger string) string {
	t.Helper()
	doc, input, e := read(t, in, trigger)
	out := ""
	for i, a := range e.Amounts {
		if i > 0 {
			out += " | "
		}
		out += doc.At(input.Amounts[a].Span)
	}
	return out
}

func TestPeopleSumsAndArmsAreCounted(t *testing.T) {
	for _, c := range []struct{ in, trigger, want string }{
		{"The blast [ASSAULT killed] 12 soldiers.", "killed", "12 soldiers"},
		{"The blast [ASSAULT killed] [-five].", "killed", "five"},
		{"[+Oslo] [AID donated] $3 million to the fund.", "donated", "$3 million"},
		{"[+Iran] [MOBILIZE deployed] 40 missiles.", "deployed", "40 missiles"},
		{"[+The bank] [COERCE seized] 30 paintings.", "seized", ""},
		{"[+Voters] [SUPPORT backed] it by 52 percent.", "backed", ""},
		{"[+Troops] [RETREAT withdrew] 30 kilometers.", "withdrew", ""},
	} {
		if got := countedBy(t, c.in, c.trigger); got != c.want {
			t.Errorf("%s: many %q, want %q", c.in, got, c.want)
		}
	}
}

func TestAnyAmountInsideWhoTakesPartIsTheActs(t *testing.T) {
	for in, want := range map[string]string{
		"[+Guards] [COERCE seized] [-30 paintings].":      "30 paintings",
		"[+Some 200 tractors] [COERCE seized] [-a road].": "200 tractors",
	} {
		if got := countedBy(t, in, "seized"); got != want {
			t.Errorf("%s: many %q, want %q", in, got, want)
		}
	}
}

func TestAnAmountIsThatOfTheNearestActOfItsClause(t *testing.T) {
	const in = "[+Police] [COERCE arrested] 9 men, while " +
		"a bomb [ASSAULT killed] 4 women."
	for trigger, want := range map[string]string{"arrested": "9 men", "killed": "4 women"} {
		if got := countedBy(t, in, trigger); got != want {
			t.Errorf("%s: many %q, want %q", trigger, got, want)
		}
	}
	const other = "[+Police] [COERCE arrested] [-him], although 300 people left."
	if got := countedBy(t, other, "arrested"); got != "" {
		t.Errorf("%s: many %q, want none", other, got)
	}
}

func TestHowManyThePartiesAreIsNoAmountOfTheAct(t *testing.T) {
	for _, c := range []struct{ in, trigger, want string }{
		{"[+The two presidents] [AGREE signed] it.", "signed", ""},
		{"[+Five countries] [ACCUSE criticized] [-two courts].", "criticized", ""},
		{"[+Three gunmen] [ASSAULT shot] [-four nuns].", "shot", "four nuns"},
		{"[+Forty drones] [ASSAULT struck] [-the port].", "struck", "Forty drones"},
		{"[+3,000 miners] [PROTEST marched] past [-two ministers].", "marched", "3,000 miners"},
		{"[+Two banks] [AID lent] [-five states] money.", "lent", "Two banks | five states"},
	} {
		if got := countedBy(t, c.in, c.trigger); got != c.want {
			t.Errorf("%s: many %q, want %q", c.in, got, c.want)
		}
	}
}

func TestMoneyBehindAnotherVerbIsNotTheActs(t *testing.T) {
	for in, want := range map[string]string{
		"[+Oslo] [AGREE signed] a deal worth $3 million.":             "$3 million",
		"[+Oslo] [AGREE signed] a deal with a firm fined $3 million.": "",
	} {
		if got := countedBy(t, in, "signed"); got != want {
			t.Errorf("%s: many %q, want %q", in, got, want)
		}
	}
}
