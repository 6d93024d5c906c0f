package stance

import (
	"testing"

	"readout/record"
)

func TestTheScaleOfLikelihoodHasNoGapAndNoOverlap(t *testing.T) {
	scale := []Range{almostNone, veryUnlike, unlikely, even, likely, veryLikely, almostSure}
	for i, r := range scale {
		if r.Low >= r.High || r.Low <= 0 || r.High >= 1 {
			t.Errorf("%v is no range between impossible and certain", r)
		}
		if i > 0 && scale[i-1].High != r.Low {
			t.Errorf("%v does not begin where %v ends", r, scale[i-1])
		}
	}
}

func TestALikelihoodIsThatOfTheFirstWordOfTheScale(t *testing.T) {
	for marked, want := range map[string]Range{
		"[The agency] «said» {the two sides will almost certainly meet}.":       almostSure,
		"[The agency] «said» {there is virtually no chance of a truce}.":        almostNone,
		"[The premier] «said» {an early vote was very unlikely}.":               veryUnlike,
		"[The premier] «said» {an early vote was not very likely}.":             unlikely,
		"[The premier] «said» {an early vote was improbable}.":                  unlikely,
		"[The analyst] «saw» {an even chance of a runoff}.":                     even,
		"[The analyst] «saw» {roughly even odds of a runoff}.":                  even,
		"[The analyst] «said» {a runoff is probable}.":                          likely,
		"[The analyst] «said» {a runoff is highly likely}.":                     veryLikely,
		"[The analyst] «said» {a runoff is likely and may be close}.":           likely,
		"[The analyst] «said» {a runoff may be close and is likely}.":           likely,
		"[The analyst] «said» {a runoff is possible}.":                          none,
		"[The analyst] «said» {a runoff is more likely than in May}.":           none,
		"[The analyst] «said» {the party will win, which few thought likely}.":  none,
		"[The analyst] «said» {the party will win because rain is likely now}.": none,
	} {
		s := read(t, marked, "")
		if got := s.judge().Likelihood; got != want {
			t.Errorf("%s: %v, want %v", marked, got, want)
		}
	}
}

func TestWhatIsCertainHasNoLikelihood(t *testing.T) {
	s := read(t, "[The analyst] «said» {a runoff is likely}.", "")
	s.odds("forecast", "certain", 0.99)
	if j := s.judge(); j.Certainty != record.CertaintyCertain || j.Likelihood != none ||
		len(j.Hedges) > 0 {
		t.Errorf("%s with %v and hedges %q",
			j.Certainty, j.Likelihood, s.Words(j.Hedges...))
	}
}

func TestTheWeakestHedgeTellsTheCertainty(t *testing.T) {
	for marked, want := range map[string]record.Certainty{
		"[He] «said» {the talks will probably fail}.":                 record.CertaintyProbable,
		"[He] «said» {the talks may fail}.":                           record.CertaintyPossible,
		"[He] «said» {the talks may fail and will probably drag on}.": record.CertaintyPossible,
		"[He] «said» {the talks will probably drag on and may fail}.": record.CertaintyPossible,
		"[He] «hopes» {the talks will probably succeed}.":             record.CertaintyPossible,
		"«It is unclear» {whether the talks may resume}.":             record.CertaintyUnknown,
	} {
		s := read(t, marked, "")
		if got := s.judge().Certainty; got != want {
			t.Errorf("%s: %s, want %s", marked, got, want)
		}
	}
}

func TestTheMonthOfMayIsNoHedge(t *testing.T) {
	for marked, want := range map[string]record.Certainty{
		"[She] «said» {that prices rose in May}.":     record.CertaintyCertain,
		"[She] «said» {that Theresa May resigned}.":   record.CertaintyCertain,
		"[She] «said» {that prices may rise}.":        record.CertaintyPossible,
		"[He] «rejected» in May {what she proposed}.": record.CertaintyCertain,
	} {
		s := read(t, marked, "2024-03-05")
		s.odds("state", "certain", 0.6)
		if got := s.judge().Certainty; got != want {
			t.Errorf("%s: %s, want %s", marked, got, want)
		}
	}
}

func TestHedgesAreShownInTheOrderOfTheText(t *testing.T) {
	for marked, want := range map[string]string{
		"[She] «hopes» {the talks will probably resume}.":            "hopes | probably",
		"{The talks may fail}, [he] «feared».":                       "may | feared",
		"[He] «said» {that if it rains, the vote could be delayed}.": "could",
		"[He] «said» {they could not agree but might meet again}.":   "might",
		"[He] «said» {“Perhaps we will go”}.":                        "Perhaps",
		"[He] «said» {the report which may leak is done}.":           "",
	} {
		s := read(t, marked, "")
		if got := s.Words(s.judge().Hedges...); got != want {
			t.Errorf("%s: hedges %q, want %q", marked, got, want)
		}
	}
}

func TestAContentWithoutAHedgeIsCertainUnlessTheModelIsVerySure(t *testing.T) {
	for score, want := range map[float64]record.Certainty{
		0.91: record.CertaintyCertain,
		0.93: record.CertaintyPossible,
	} {
		s := read(t, "[He] «said» {the road was closed}.", "")
		s.odds("state", "possible", score)
		if got := s.judge().Certainty; got != want {
			t.Errorf("possible with %.2f: %s, want %s", score, got, want)
		}
	}
}

func TestWhatIsWantedIsAsCertainAsTheModelSays(t *testing.T) {
	s := read(t, "[The senator] «urged» {Congress to look at what may be lost}.", "")
	s.odds("request", "certain", 0.5)
	if got := s.judge().Certainty; got != record.CertaintyCertain {
		t.Errorf("a request is %s, want certain", got)
	}
}
