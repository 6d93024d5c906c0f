package stance

import (
	"testing"

	"readout/record"
)

// judged is a sentence with what its statement is.
type judged struct {
	marked   string
	act      record.Act
	polarity record.Polarity
}

func TestActAndPolarityOfSentencesOfTheNews(t *testing.T) {
	for _, c := range []judged{
		{"[The ministry] «denied» {that any talks were held}.", 0, denied},
		{"[The Kremlin] «did not deny» {that the call took place}.", 0, affirmed},
		{
			"[The White House] «declined to comment on» {the leaked memo}.",
			state, declined,
		},
		{
			"[The governor's office] «did not respond to» {a request for comment}.",
			state, declined,
		},
		{
			"[The general] «would neither confirm nor deny» {the strike}.",
			state, declined,
		},
		{"[The manifesto] «makes no mention of» {the euro}.", state, omitted},
		{"[The king] «said nothing about» {the arrests}.", state, omitted},
		{"[Ankara] «promised» {to reopen the border}.", commit, 0},
		{"[Ankara] «refused» {to reopen the border}.", commit, denied},
		{"[The bloc] «urged» {both sides to show restraint}.", request, 0},
		{"[The central bank] «predicted» {that growth would slow}.", forecast, 0},
		{"[The central bank] «does not expect» {growth to slow}.", forecast, denied},
		{"[The senator] «condemned» {the verdict as a farce}.", assess, 0},
		{"[The court] «rejected» {his claim of fraud}.", 0, denied},
		{"[A reporter] «asked» {how many had fled}.", ask, 0},
		{"{“Who paid for the trip?”} [the deputy] «said».", ask, 0},
		{"[The mayor] «said» {“We'll rebuild the school.”}", commit, 0},
		{"[The mayor] «said» {“Please stay at home.”}", request, 0},
		{"[The mayor] «said» {the school had burnt}.", 0, 0},
	} {
		s := read(t, c.marked, "")
		if j := s.judge(); j.Act != c.act || j.Polarity != c.polarity {
			t.Errorf("%s\n\tgot  %q, %q\n\twant %q, %q",
				c.marked, j.Act, j.Polarity, c.act, c.polarity)
		}
	}
}

func TestANotInsideTheContentDoesNotTurnThePolarity(t *testing.T) {
	for _, c := range []judged{
		{"[The minister] «said» {that the bank does not pay}.", state, affirmed},
		{"[The minister] «denied» {that the bank does not pay}.", state, denied},
		{
			"[The minister] «confirmed» {he had declined to comment}.",
			state, affirmed,
		},
	} {
		s := read(t, c.marked, "")
		s.odds("state", "certain", 0.9)
		if j := s.judge(); j.Polarity != c.polarity {
			t.Errorf("%s: %s, want %s", c.marked, j.Polarity, c.polarity)
		}
	}
}

func TestASilenceIsToldAsAFactUnlessTheModelIsSure(t *testing.T) {
	for score, want := range map[float64]record.Act{0.89: state, 0.91: commit} {
		s := read(t, "[The envoy] «declined to say» {whether he would go}.", "")
		s.odds("commit", "certain", score)
		s.in.Statements[0].Odds.Polarity = nil
		if got := s.judge().Act; got != want {
			t.Errorf("commit with %.2f: %s, want %s", score, got, want)
		}
	}
}

func TestAQuestionIsOneByTheEndOfItsFirstSentence(t *testing.T) {
	for marked, want := range map[string]bool{
		"{“Will it hold?”} [she] «said».":              true,
		"{“Will it hold? I doubt it.”} [she] «said».":  true,
		"{“It will hold. Will it not?”} [she] «said».": false,
		"{“It will hold; why not?”} [she] «said».":     false,
		"{“It will hold!”} [she] «said».":              false,
	} {
		s := read(t, marked, "")
		if got := s.judge().Act == ask; got != want {
			t.Errorf("%s: asks %v, want %v", marked, got, want)
		}
	}
}

func TestATypographicApostropheIsOne(t *testing.T) {
	for _, marked := range []string{
		"[The premier] «didn't mention» {the strike}.",
		"[The premier] «didn’t mention» {the strike}.",
	} {
		s := read(t, marked, "")
		if got := s.judge().Polarity; got != omitted {
			t.Errorf("%s: %s, want omitted", marked, got)
		}
	}
}

func TestAContentAroundItsCueIsReadBehindIt(t *testing.T) {
	for marked, want := range map[string]string{
		"{The first train} «is expected» {to leave, or may be late}.": "expected | may",
		"{“The first train may leave,”} [he] «said», {“on Friday.”}":  "may",
	} {
		s := read(t, marked, "")
		if got := s.Words(s.judge().Hedges...); got != want {
			t.Errorf("%s: hedges %q, want %q", marked, got, want)
		}
	}
}
