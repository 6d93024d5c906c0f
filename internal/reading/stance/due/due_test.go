package due

import (
	"testing"

	"readout/internal/language/text"
	"readout/internal/reading/attribution"
	"readout/internal/reading/phrase"
	"readout/internal/reading/stance/saying"
	"readout/internal/reading/stance/saying/sayingtest"
	"readout/internal/reading/timex"
)

// A sentence is a marked text and what is known of its times.
type sentence struct {
	sayingtest.Sentence

	in Known
}

func read(t testing.TB, marked, published string) sentence {
	t.Helper()
	s := sayingtest.Read(t, marked)
	times := timex.Find(s.Doc, s.Sentences, nil, published)
	return sentence{s, Known{Times: times, Said: published, Saying: -1}}
}

func (s *sentence) reader() (*saying.Reader, saying.Saying) {
	var known phrase.Input
	for _, t := range s.in.Times {
		known.Times = append(known.Times, t.Span)
	}
	r := saying.NewReader(s.Doc, s.Sentences, known, []attribution.Statement{s.Statement})
	return r, r.Saying(0)
}

func (s *sentence) condition() text.Span { return Condition(s.reader()) }

// dueOf returns the words of the due date of a statement.
func (s *sentence) dueOf() string {
	r, of := s.reader()
	i := Time(r, s.in, of, Condition(r, of))
	if i < 0 {
		return ""
	}
	return s.Doc.At(s.in.Times[i].Span)
}

// dueDate is a marked sentence and its due date.
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
		{"[They] «will mend» {damage that was done over two weeks}.", ""},
		{"[He] «urged them to face» {what Moe has been warning of for years}.", ""},
		{"[They] «promised» {that it will have been mended within two years}.", "two years"},
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

func TestADueDateIsMeasuredFromTheDayOfTheSaying(t *testing.T) {
	s := read(t,
		"On March 1, [the mayor] «said» {she would resign by March 3}.", published)
	if got := s.dueOf(); got != "" {
		t.Errorf("published %s: due %q, want none", published, got)
	}
	s.in.Said, s.in.Saying = "2024-03-01", 0
	if got := s.dueOf(); got != "March 3" {
		t.Errorf("said on March 1: due %q, want March 3", got)
	}
}

func TestTheDayOfTheSayingIsNoDueDate(t *testing.T) {
	s := read(t, "[The mayor] «promised» {to resign by 2030} on Friday.", published)
	for saying, want := range map[int]string{-1: "2030", 0: ""} {
		s.in.Saying = saying
		if got := s.dueOf(); got != want {
			t.Errorf("due %q, want %q", got, want)
		}
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
		if got := s.Words(s.condition()); got != want {
			t.Errorf("%s: condition %q, want %q", marked, got, want)
		}
	}
}

func TestANumberBehindThanOpensNoAside(t *testing.T) {
	checkDue(t, []dueDate{
		{"[The firm] «pledged» {to use more than 50 percent less by 2030}.", "2030"},
		{"[Some] «predicted» {a profit of more than $4 a share for 2030}.", "2030"},
		{"[The firm] «expects» {to lose more than Acme lost in 2030}.", ""},
	})
}

func TestALengthOfARecordIsNoDueDate(t *testing.T) {
	checkDue(t, []dueDate{
		{"[The party] «expects» {to hold its first open convention in 40 years}.", ""},
		{"[The party] «expects» {the biggest loss in 40 years}.", ""},
		{"[The party] «pledged» {its best work, and a win in two years}.", "two years"},
		{"[The party] «pledged» {to settle the protest in two weeks}.", "two weeks"},
	})
}

func TestATimeOfTheSubjectIsNoDueDate(t *testing.T) {
	checkDue(t, []dueDate{
		{"[She] «predicted» {our victory tonight will cheer them}.", ""},
		{"[She] «predicted» {that tomorrow will be dry}.", "tomorrow"},
	})
}

func TestADeadlineThatIsOverWasDueWhenItWasSet(t *testing.T) {
	checkDue(t, []dueDate{
		{"[The court] «had ordered» {them to leave by February 1, 2024}.", "February 1, 2024"},
		{"[The court] «said» {they had left by February 1, 2024}.", ""},
		{"[The court] «had ordered» {an inquiry into February 1, 2024}.", ""},
	})
}

func TestPartsAndDeadlinesOfATimeLieAhead(t *testing.T) {
	checkDue(t, []dueDate{
		{"[The firm] «expects» {lower profits for the last half of 2024}.", "the last half of 2024"},
		{"[The firm] «expects» {lower profits throughout 2025}.", "2025"},
		{"[She] «urged» {people to register ahead of the April 11 deadline}.", "April 11"},
	})
}

func TestATimeRightBehindAWordOfSayingIsWhenItWasSaid(t *testing.T) {
	checkDue(t, []dueDate{
		{"[The firm] «announced» {today a show on April 12, 2024}.", "April 12, 2024"},
		{"[The firm] «promised» {Friday to pay}.", ""},
		{"[The firm] «plans» {Friday to pay}.", "Friday"},
		{"[The firm] «expects» {a good finish on Super Tuesday}.", ""},
	})
}
