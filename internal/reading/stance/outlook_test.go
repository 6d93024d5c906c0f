package stance

import (
	"testing"

	"readout/internal/reading/attribution"
)

// dueOf returns the words of the due date of a statement.
func (s *sentence) dueOf() string {
	j := s.judge()
	if j.Due < 0 {
		return ""
	}
	return s.doc.At(s.in.Times[j.Due].Span)
}

// dueDate is a marked sentence, its act and its due date.
type dueDate struct{ marked, want string }

// published is a Tuesday.
const published = "2024-03-05"

func checkDue(t *testing.T, all []dueDate) {
	t.Helper()
	for _, c := range all {
		s := read(t, c.marked, published)
		if got := s.dueOf(); got != c.want {
			t.Errorf("%s: due %q, want %q", c.marked, got, c.want)
		}
	}
}

func TestADateBehindAPrepositionGoesBeforeALengthAndABareDate(t *testing.T) {
	checkDue(t, []dueDate{
		{"[The firm] «pledged» {to pay within ten days, by March 20}.", "March 20"},
		{
			"[The firm] «pledged» {to pay within ten days, Friday at best}.",
			"ten days",
		},
		{"[The firm] «pledged» {it would pay the fine Friday}.", "Friday"},
		{"[The firm] «pledged» {to pay tomorrow}.", "tomorrow"},
		{"[The firm] «pledged» {to pay next year}.", "next year"},
	})
}

func TestALengthIsADueDateOnlyBehindItsPreposition(t *testing.T) {
	checkDue(t, []dueDate{
		{"[The union] «threatened» {to strike over three days}.", "three days"},
		{"[The union] «promised» {a strike of three days}.", ""},
		{
			"[The court] «promised» {a ruling within a period of six weeks}.",
			"six weeks",
		},
	})
}

func TestATimeThatIsOverIsNoDueDate(t *testing.T) {
	checkDue(t, []dueDate{
		{"[He] «promised» {to publish the report of March 4}.", ""},
		{"[He] «promised» {that he would publish on March 6}.", "March 6"},
		{"[He] «promised» {to publish this month}.", "this month"},
		{"[He] «vowed» {to win as in 2020}.", ""},
		{"[He] «vowed» {to win, as recently}.", ""},
	})
}

func TestAPartOfATimeIsLedLikeTheTime(t *testing.T) {
	checkDue(t, []dueDate{
		{"[The firm] «expects» {to pay in the second half of July}.", "July"},
		{"[The firm] «expects» {to pay by the beginning of May}.", "the beginning of May"},
		{"[The firm] «expects» {rain for the remainder of the week}.", "the week"},
		{"[The firm] «expects» {to use the rest of May}.", ""},
	})
}

func TestTheWordThatLeadsToATimeOpensNoAside(t *testing.T) {
	checkDue(t, []dueDate{
		{"[The firm] «predicted» {that prices would fall after 2028}.", "2028"},
		{"[The firm] «predicted» {a fall after the vote ends in 2028}.", ""},
	})
}

func TestATimeStandsRightBehindTheContent(t *testing.T) {
	checkDue(t, []dueDate{
		{"[The firm] «expects» {to air a film}, as soon as Friday.", "Friday"},
		{"[They] «plan to endorse» {Berg} in coming weeks.", "coming weeks"},
		{"[They] «plan to endorse» {Berg}, and Lee in coming weeks.", ""},
		{"[The firm] «expects» {to air a film}, which it shot with Berg, on Friday.", ""},
	})
}

func TestADeadlineIsADueDate(t *testing.T) {
	checkDue(t, []dueDate{
		{"[The firm] «expects» {to report before the Sunday deadline}.", "Sunday"},
		{"[The firm] «expects» {to contest the Sunday deadline}.", ""},
	})
}

func TestWhatIsUndertakenLiesAheadOfAPastCue(t *testing.T) {
	checkDue(t, []dueDate{
		{"[The firm] «promised» {to pay on Friday}.", "Friday"},
		{"[The court] «ordered» {the firm to pay on Friday}.", "Friday"},
		{"[The firm] «promised» {to repeat what it did on Friday}.", ""},
	})
}

func TestATimeInAnAsideIsNoDueDate(t *testing.T) {
	checkDue(t, []dueDate{
		{"[He] «vowed» {to meet the king, who turns 80, in 2030}.", "2030"},
		{"[He] «vowed» {to meet the king who turns 80 in 2030}.", ""},
		{"[He] «vowed» {to go because the lease ends in 2030}.", ""},
	})
}

func TestATimeOfTheConditionIsNoDueDate(t *testing.T) {
	checkDue(t, []dueDate{
		{"[He] «vowed» {to go provided that the city pays by 2030}.", ""},
		{
			"[He] «vowed» {to go by 2029 provided that the city pays by 2030}.",
			"2029",
		},
	})
}

func TestATimeThatDescribesANounIsNoDueDate(t *testing.T) {
	checkDue(t, []dueDate{
		{"[He] «vowed» {to contest Friday's vote}.", ""},
		{"[He] «vowed» {to contest the 2028 election}.", ""},
		{"[He] «vowed» {a win in the state's June 7 primary}.", ""},
		{"[He] «vowed» {on that October night to win}.", ""},
		{"[He] «vowed» {to build a tomorrow of work}.", ""},
	})
}

func TestOnlyACueOfWhatIsToComeTakesATimeBesideIt(t *testing.T) {
	checkDue(t, []dueDate{
		{"[The flight] «is expected» Friday {to land in Oslo}.", "Friday"},
		{"[The mayor] «promised» Friday {to resign}.", ""},
		{"[The mayor] «promised» {a new bridge} before 2030.", "2030"},
		{"[The mayor] «promised» {a new bridge} in a speech about 2030.", ""},
	})
}

func TestOnlyUndertakingsForecastsAndRequestsAreDue(t *testing.T) {
	for act, want := range map[string]string{
		"commit": "Friday", "forecast": "Friday", "request": "Friday",
		"state": "", "assess": "", "ask": "",
	} {
		s := read(t,
			"[She] «said» {the road opens on Friday if it is dry}.", published)
		s.odds(act, "certain", 0.99)
		if got := s.dueOf(); got != want {
			t.Errorf("%s: due %q, want %q", act, got, want)
		}
		if got := s.judge().Condition.Empty(); got != (want == "") {
			t.Errorf("%s: no condition is %v", act, got)
		}
	}
}

func TestADueDateIsMeasuredFromTheDayOfTheSaying(t *testing.T) {
	s := read(t,
		"On March 1, [the mayor] «promised» {to resign by March 3}.", published)
	if got := s.dueOf(); got != "" {
		t.Errorf("published %s: due %q, want none", published, got)
	}
	s.in.Sayings = []attribution.Saying{{Basis: attribution.InText, Time: 0}}
	if got := s.dueOf(); got != "March 3" {
		t.Errorf("said on March 1: due %q, want March 3", got)
	}
}

func TestTheDayOfTheSayingIsNoDueDate(t *testing.T) {
	s := read(t, "[The mayor] «promised» {to resign on Tuesday by 2030}.", published)
	s.in.Sayings = []attribution.Saying{{Basis: attribution.InText, Time: 1}}
	if got := s.dueOf(); got == "2030" {
		t.Errorf("due %q, the day of the saying", got)
	}
}

func TestAConditionEndsWithItsClause(t *testing.T) {
	for marked, want := range map[string]string{
		"[He] «vowed» {to stay as long as he was needed; she was not}.": "as long as he was needed",
		"[He] «vowed» {to go if asked. He meant it}.":                   "if asked",
		"[He] «vowed» {if asked then to go}.":                           "if asked",
		"[He] «vowed» {to go only if asked}.":                           "if asked",
		"[He] «agreed» {to go on condition that all came}.":             "on condition that all came",
		"“{If we win}, ”[he] «vowed», “{we will go}.”":                  "If we win",
		"[He] «vowed» {to see if it could be done}.":                    "",
		"[He] «vowed» {to go as if asked}.":                             "",
		"[He] «vowed» {to go}, if asked.":                               "",
	} {
		s := read(t, marked, "")
		if got := s.words(s.judge().Condition); got != want {
			t.Errorf("%s: condition %q, want %q", marked, got, want)
		}
	}
}
