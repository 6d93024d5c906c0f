package stance

import (
	"testing"

	"readout/internal/language/text"
	"readout/internal/neural/tag"
	"readout/internal/reading/attribution"
)

// due returns the words of the due date of a statement.
func (s *sentence) due() string {
	j := s.judge()
	if j.Due < 0 {
		return ""
	}
	return s.Doc.At(s.in.Times[j.Due].Span)
}

func TestOnlyUndertakingsForecastsAndRequestsAreDue(t *testing.T) {
	for act, want := range map[string]string{
		"commit": "Friday", "forecast": "Friday", "request": "Friday",
		"state": "", "assess": "", "ask": "",
	} {
		s := read(t,
			"[She] «said» {the road opens on Friday if it is dry}.", "2024-03-05")
		s.odds(act, "certain", 0.99)
		if got := s.due(); got != want {
			t.Errorf("%s: due %q, want %q", act, got, want)
		}
		if got := s.judge().Condition.Empty(); got != (want == "") {
			t.Errorf("%s: no condition is %v", act, got)
		}
	}
}

func TestTheDayOfTheSayingIsTakenFromWhereItStands(t *testing.T) {
	s := read(t, "On March 1, [the mayor] «said» {she would resign by March 3}.", "2024-03-05")
	for _, c := range []struct {
		basis attribution.Basis
		want  string
	}{{attribution.InText, "March 3"}, {attribution.InCover, "March 3"}, {attribution.ByOutlet, ""}, {attribution.Undated, ""}} {
		s.in.Sayings = []attribution.Saying{{Basis: c.basis, Time: 0}}
		if got := s.due(); got != c.want {
			t.Errorf("basis %v: due %q, want %q", c.basis, got, c.want)
		}
	}
}

func TestAMarkOfWhichTheModelIsNotSureDoesNotCount(t *testing.T) {
	s := read(t, "[Lee] «shared» with the crowd {that he was ill}.", "")
	for score, want := range map[float64]string{0.4: "", 0.6: "the crowd"} {
		s.in.Addressees = []tag.Name{{Span: tag.Span{Span: s.Span("the crowd"), Score: score}}}
		if got := s.Words(s.judge().Addressees...); got != want {
			t.Errorf("at %v: addressees %q, want %q", score, got, want)
		}
	}
}

func TestWhatTheAuthorForeseesHasItsOutlook(t *testing.T) {
	s := read(t, "[She] «said» so. {The party is likely to lose in May 2024 unless it is dry}.", "2024-03-05")
	at := s.Span("The party is likely to lose in May 2024 unless it is dry")
	s.in.Statements = []attribution.Statement{{
		Cue: text.Span{Start: at.Start, End: at.Start}, Content: []text.Span{at}, Inside: -1,
	}}
	j := Outlook(s.Doc, s.in)[0]
	if j.Due < 0 || s.Doc.At(s.in.Times[j.Due].Span) != "May 2024" || j.Condition.Empty() || j.Likelihood.High == 0 {
		t.Errorf("outlook %+v", j)
	}
}
