package plain

import (
	"regexp"
	"strings"
	"testing"

	"readout/internal/keeping/sample"
	"readout/record"
)

// early returns a record in which everything is due in January, and is said
// by someone else.
func early(t *testing.T) *record.Record {
	t.Helper()
	r := sample.Treaty(t)
	r.Document.Title, r.Meta.Input = "Another", "another.txt"
	for i := range r.Times {
		r.Times[i].Start, r.Times[i].End, r.Times[i].EDTF = "2024-01-01", "2024-01-31", "2024-01"
	}
	return r
}

// order returns the names of the documents in the order in which they stand.
func order(got string) string {
	return strings.Join(regexp.MustCompile(`Another|Treaty by March|(?:another|treaty)\.txt:\d`).FindAllString(got, -1), " ")
}

func TestWhatIsDueIsSortedOverAllDocuments(t *testing.T) {
	for name, want := range map[string]string{
		"due":       "another.txt:1 another.txt:5 treaty.txt:5 treaty.txt:1 treaty.txt:5 another.txt:5",
		"due-80":    "Another Another Treaty by March Treaty by March Treaty by March Another",
		"brief-due": "Another Another Treaty by March Treaty by March Treaty by March Another",
	} {
		got := sample.Made(t, formats[name], sample.Treaty(t), early(t))
		if order(got) != want {
			t.Errorf("%s: order %s, want %s", name, order(got), want)
		}
	}
}

func TestADocumentWithNothingDueLeavesNoTrace(t *testing.T) {
	for _, name := range []string{"due", "due-80"} {
		if got := sample.Made(t, formats[name], sample.Boats(t)); got != "" {
			t.Errorf("%s: %q, want nothing", name, got)
		}
	}
	if got := sample.Made(t, formats["brief-due"], sample.Boats(t)); got != "# Due\n\nNothing is due.\n" {
		t.Errorf("brief %q", got)
	}
}

func TestATimeOffTheCalendarIsShownInItsWords(t *testing.T) {
	r := sample.Treaty(t)
	r.Times[1].Exact, r.Times[1].Timex, r.Times[1].Mod = "soon", "FUTURE_REF", 0
	r.Times[1].EDTF, r.Times[1].Start, r.Times[1].End = "", "", ""
	for name, want := range map[string]string{
		"due":       "\t\tcommit\t", // no days
		"due-80":    "soon  if parliament agrees\n",
		"brief-due": "**soon**, if parliament agrees: ",
		"80":        "    due soon, if parliament agrees\n",
		"brief":     "   Due soon, if parliament agrees\n",
	} {
		if got := sample.Made(t, formats[name], r); !strings.Contains("\t"+got, want) {
			t.Errorf("%s lacks %q:\n%s", name, want, got)
		}
	}
}

func TestAnErrorOfARecordIsNotHeldBack(t *testing.T) {
	r := sample.Treaty(t)
	r.Statements[0].Content.Spans[0].End = 9999
	for _, name := range []string{"due", "brief-due", "rows", "80", "brief"} {
		if err := formats[name](&strings.Builder{}).Write(r); err == nil {
			t.Errorf("%s: a span outside the text is no error", name)
		}
	}
}

func TestWhatStandsInTheDueLineIsNotSaidTwice(t *testing.T) {
	got := sample.Made(t, formats["80"], sample.Treaty(t))
	if strings.Contains(got, "next week = ") ||
		strings.Count(got, "(next week)") != 1 {
		t.Errorf("the time is told twice:\n%s", got)
	}
}
