package main

import (
	"strings"
	"testing"

	"readout/record"
)

const summit = "Ann Lee met Bob Ray. Ann Lee said it opens by 2024-05-01. Bob Ray said it closes by 2024-04-01.\n"

func TestRowsAreOfTheKindAskedFor(t *testing.T) {
	for _, c := range []struct {
		flags string
		want  string // of the whole output
	}{
		{"--events", "-:1\tCONSULT\toccurred\tmet\tAnn Lee\tBob Ray\t\t\t\tcertain\t\n"},
		{"--events --tsv --fields type,actors,recipients", "type\tactors\trecipients\nCONSULT\tAnn Lee\tBob Ray\n"},
		{"--events --json --fields type,trigger,start", `{"type":"CONSULT","trigger":"met","start":8}` + "\n"},
		{"--due", "2024-04-01\t2024-04-01\tcommit\t\tBob Ray\t\tit closes by 2024-04-01\t2024-04-01\t\t-:1\n" +
			"2024-05-01\t2024-05-01\tcommit\t\tAnn Lee\t\tit opens by 2024-05-01\t2024-05-01\t\t-:1\n"},
		{"--due --tsv --fields due,speaker_words", "due\tspeaker_words\n2024-04-01\tBob Ray\n2024-05-01\tAnn Lee\n"},
		{"--due --json --fields due_start", `{"due_start":"2024-04-01"}` + "\n" + `{"due_start":"2024-05-01"}` + "\n"},
		{"--tsv --fields due,act", "due\tact\n2024-05-01\tcommit\n2024-04-01\tcommit\n"},
	} {
		args := append([]string{"read", "-q"}, strings.Fields(c.flags)...)
		out, errs, code := invoke(t, t.Context(), summit, args...)
		if out != strings.ReplaceAll(c.want, "-:1", placeOf(t)) ||
			code != exitDone || errs != "" {
			t.Errorf("%s: exit %d, %q, stdout\n%s\nwant\n%s",
				c.flags, code, errs, out, c.want)
		}
	}
}

// placeOf returns how the first line of stdin is called.
func placeOf(t *testing.T) string {
	t.Helper()
	out, _, _ := invoke(t, t.Context(), summit, "read", "-q")
	place, _, _ := strings.Cut(out, "\t")
	return place
}

func TestBriefsHaveEventsBehindStatementsOrAlone(t *testing.T) {
	for flags, want := range map[string][3]bool{
		"--md":          {true, true, false},
		"--md --events": {false, true, false},
		"--md --due":    {false, false, true},
	} {
		out, _, _ := invoke(t, t.Context(), summit, append([]string{"read", "-q"}, strings.Fields(flags)...)...)
		for i, heading := range []string{"## Where", "## Events", "# Due"} {
			if got := strings.Contains(out, heading+"\n"); got != want[i] {
				t.Errorf("%s: %q there: %v, want %v", flags, heading, got, want[i])
			}
		}
	}
}

func TestRecordsWithEventsAreWhole(t *testing.T) {
	out, _, _ := invoke(t, t.Context(), summit, "read", "-q", "--json")
	r, findings := record.Check([]byte(out))
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	if len(r.Events) != 1 || len(r.Statements) != 2 {
		t.Errorf("%d events and %d statements, want 1 and 2",
			len(r.Events), len(r.Statements))
	}
}

func TestRowsAndAPageExcludeEachOther(t *testing.T) {
	for _, flags := range []string{"--events --due", "--due --html p.html", "--events --html p.html"} {
		args := append([]string{"read"}, strings.Fields(flags)...)
		if _, errs, code := invoke(t, t.Context(), summit, args...); code != exitError || !strings.Contains(errs, "--events") {
			t.Errorf("%s: exit %d, %q", flags, code, errs)
		}
	}
}
