package plain

import (
	"strings"
	"testing"

	"github.com/mattn/go-runewidth"

	"readout/internal/keeping/resolve"
	"readout/internal/keeping/sample"
	"readout/record"
)

// bare returns the sample with nothing in it that may be left out.
func bare(t *testing.T) *record.Record {
	t.Helper()
	r := sample.Treaty(t)
	for i := range r.Statements {
		s := &r.Statements[i]
		*s = record.Statement{ID: s.ID, Form: s.Form, Content: s.Content, Due: s.Due}
	}
	for i := range r.Events {
		e := &r.Events[i]
		*e = record.Event{ID: e.ID, Type: e.Type, Trigger: e.Trigger, Status: e.Status}
	}
	r.Entities, r.Meta, r.Document.Title, r.Document.Publisher = nil, record.Meta{}, "", ""
	return r
}

func TestWhatIsNotKnownLeavesNoHoles(t *testing.T) {
	for name := range formats {
		got := sample.Made(t, formats[name], bare(t))
		for _, hole := range []string{"  ·", "· ·", "()", ", ,", "<nil>", "%!", " in \n", "to  "} {
			if strings.Contains(got, hole) {
				t.Errorf("%s has the hole %q:\n%s", name, hole, got)
			}
		}
		if name != "rows" && strings.Contains(got, " \n") {
			t.Errorf("%s has a blank at the end of a line:\n%q", name, got)
		}
	}
}

func TestRowsKeepTheirCellsWhenTheyAreEmpty(t *testing.T) {
	for name, cells := range map[string]int{"rows": 16, "events": 11, "due": 10} {
		got := strings.TrimSuffix(sample.Made(t, formats[name], bare(t)), "\n")
		for line := range strings.SplitSeq(got, "\n") {
			if n := len(strings.Split(line, "\t")); n != cells {
				t.Errorf("%s: %d cells, want %d: %q", name, n, cells, line)
			}
		}
	}
}

func TestADocumentWithoutANameIsCalledByItsID(t *testing.T) {
	r := bare(t)
	for _, name := range []string{"rows", "events", "due"} {
		if got := sample.Made(t, formats[name], r); !strings.Contains(got, r.Document.ID+":") {
			t.Errorf("%s is %.90q, want %s", name, got, r.Document.ID)
		}
	}
}

func TestColourChangesNoWords(t *testing.T) {
	for _, events := range []bool{false, true} {
		for _, width := range []int{0, 40, 80} {
			opts := ListOptions{Width: width, Events: events}
			plain := sample.Made(t, list(opts), sample.Treaty(t))
			opts.Color = true
			painted := sample.Made(t, list(opts), sample.Treaty(t))
			if got := withoutColour(painted); got != plain || painted == plain {
				t.Errorf("width %d, events %v: painted\n%s\nplain\n%s",
					width, events, got, plain)
			}
		}
	}
}

// withoutColour takes the sequences that colour away.
func withoutColour(s string) string {
	var b strings.Builder
	for i, part := range strings.Split(s, "\x1b[") {
		if i > 0 {
			_, part, _ = strings.Cut(part, "m")
		}
		b.WriteString(part)
	}
	return b.String()
}

func TestListsOfAllKindsFitTheTerminal(t *testing.T) {
	r := sample.Treaty(t)
	long := strings.Repeat("Ján 你好 ", 30)
	r.Document.Title, r.Meta.Input = long, long
	r.Events[0].Actors[0].Exact, r.Events[0].Trigger.Exact = long, long
	r.Statements[0].Due.Condition.Exact, r.Statements[0].Speaker.Exact = long, long
	for _, width := range []int{24, 40, 100} {
		for name, open := range map[string]sample.Format{
			"list":   list(ListOptions{Width: width}),
			"events": list(ListOptions{Width: width, Events: true}),
			"due":    dueList(ListOptions{Width: width}),
		} {
			for line := range strings.Lines(sample.Made(t, open, r)) {
				if wide := runewidth.StringWidth(strings.TrimSuffix(line, "\n")); wide > width {
					t.Errorf("%s at %d: a line of %d columns: %q",
						name, width, wide, line)
				}
			}
		}
	}
}

func TestOnlyWordsThatNeedItAreExplained(t *testing.T) {
	for want, values := range map[string][]resolve.Value{
		"":                                 nil,
		"next month = 2023-03":             {{Words: "next month", Text: "2023-03"}, {Words: "2024", Text: "2024"}},
		"a dozen = 12 · next\u0020day = x": {{Words: "a dozen", Text: "12"}, {Words: "next\nday", Text: "x"}},
	} {
		if got := equations(values); got != want {
			t.Errorf("equations %q, want %q", got, want)
		}
	}
}

func TestABriefNumbersStatementsAndPointsAtThem(t *testing.T) {
	r := sample.Treaty(t)
	r.Statements[1].Inside = r.Statements[0].ID
	got := sample.Made(t, formats["brief"], r)
	for _, want := range []string{
		"\n2. **The Home Office", "(within 1)", "performed in 1", "described in 2",
		"· line 5 `" + r.Events[2].ID + "`\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	// Without the statements above them, events say who tells them.
	got = sample.Made(t, formats["brief-events"], r)
	if strings.Contains(got, "performed in 1") ||
		!strings.Contains(got, "performed by Prime Minister") {
		t.Errorf("brief of events\n%s", got)
	}
}

func TestNothingIsSaidToBeWhereThereIsNothing(t *testing.T) {
	r := sample.Treaty(t)
	r.Statements, r.Events = nil, nil
	for name, want := range map[string]string{
		"brief": "\nNo statements.\n", "brief-events": "\nNo events.\n",
		"80": "0 statements", "events-80": "0 events",
	} {
		got := sample.Made(t, formats[name], r)
		if !strings.Contains(got, want) || strings.Contains(got, "## ") {
			t.Errorf("%s lacks %q:\n%s", name, want, got)
		}
	}
}
