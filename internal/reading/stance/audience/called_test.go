package audience

import (
	"strings"
	"testing"

	"readout/internal/reading/mention"
)

func TestEveryWayToCallSomeoneDoesWhatItsExampleSays(t *testing.T) {
	for _, c := range callings {
		example, want, _ := strings.Cut(c.sample, " => ")
		s := read(t, example)
		if c.person {
			s.named(mention.Person, "Berg")
		}
		if got := s.addressees(); got != want {
			t.Errorf("%s: addressees %q, want %q", example, got, want)
		}
	}
}

func TestANameThatIsToldOfIsNotCalled(t *testing.T) {
	for marked, want := range map[string]string{
		"[Lee] «said» “{Berg, who lost, is gone}”.":                "",
		"[Lee] «said» “{Berg, the mayor, is gone}”.":               "",
		"[Lee] «said» “{Judge, jury and executioner are one}”.":    "",
		"[Lee] «said» “{Berg is gone}”.":                           "",
		"[Lee] «said» {that Berg, you know, was gone}.":            "",
		"[Lee] «said» “{It rained, Berg, you know}”.":              "",
		"[Lee] «said» “{Berg, you were there}”.":                   "Berg",
		"LEE: {Berg, do you know him?}":                            "Berg",
		"[Lee] «said» “{Thanks, Berg, for the help}”.":             "",
		"[Lee] «said» “{Thanks, Berg, you were kind}”.":            "Berg",
		"[Lee] «said» “{I say to you, Mr. Speaker, it is over}”.":  "Mr. Speaker",
		"[Lee] «said» “{It is over, Mr. Speaker}.”":                "Mr. Speaker",
		"[Lee] «told» the mayor, “{Berg, you were there}”.":        "the mayor",
		"[Lee] «said» “{Mr. President, Mr. Speaker, it is over}”.": "Mr. President",
	} {
		s := read(t, marked)
		if strings.Contains(marked, "Berg") {
			s.named(mention.Person, "Berg")
		}
		if got := s.addressees(); got != want {
			t.Errorf("%s: addressees %q, want %q", marked, got, want)
		}
	}
}

func TestANameThatIsNoPersonsIsNotCalled(t *testing.T) {
	s := read(t, "[Lee] «said» “{Riga, you know, is cold}”.")
	s.named(mention.Place, "Riga")
	if got := s.addressees(); got != "" {
		t.Errorf("addressees %q, want none", got)
	}
}
