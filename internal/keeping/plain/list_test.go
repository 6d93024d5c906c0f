package plain

import (
	"bytes"
	"strings"
	"testing"

	"github.com/mattn/go-runewidth"

	"readout/internal/keeping/sample"
	"readout/record"
)

func TestTextCannotCommandTheTerminal(t *testing.T) {
	text := "red \x1b[31m alert\x07 \u202eabc\u2066 \u009b5m"
	r := sample.Saying(text)
	r.Document.Title, r.Meta.Input = text, text
	for _, width := range []int{0, 60} {
		var out bytes.Buffer
		got := sample.Written(t, NewList(&out, ListOptions{Width: width}), &out, r)
		if strings.ContainsAny(got, "\x1b\x07\u202e\u2066\u009b") {
			t.Errorf("width %d: control characters reach the terminal: %q",
				width, got)
		}
	}
}

func TestRowsInPipeAreOneLineOfSixteenCells(t *testing.T) {
	var out bytes.Buffer
	got := sample.Written(t, NewList(&out, ListOptions{}), &out, sample.Saying("one\ttwo\nthree"))
	if strings.Count(got, "\n") != 1 || strings.Count(got, "\t") != 15 {
		t.Errorf("row %q, want one line with fifteen tabs", got)
	}
}

func TestLinesAreNoWiderThanTheTerminal(t *testing.T) {
	texts := []string{
		"short", strings.Repeat("word ", 50), strings.Repeat("x", 200),
		strings.Repeat("你好", 60), "a " + strings.Repeat("界", 45) + " b",
	}
	for _, text := range texts {
		for _, width := range []int{30, 41, 80} {
			var out bytes.Buffer
			got := sample.Written(t, NewList(&out, ListOptions{Width: width}), &out, sample.Saying(text))
			for line := range strings.Lines(got) {
				if wide := runewidth.StringWidth(strings.TrimSuffix(line, "\n")); wide > width {
					t.Errorf("%.10q at %d: a line of %d columns: %q",
						text, width, wide, line)
				}
			}
		}
	}
}

func TestEnclosedStatementsAreSetIn(t *testing.T) {
	statements := []record.Statement{
		{ID: "s1"},
		{ID: "s2", Inside: "s1"},
		{ID: "s3", Inside: "s2"},
		{ID: "s4", Inside: "s9"}, // names nothing
		{ID: "s5", Inside: "s6"},
		{ID: "s6", Inside: "s5"}, // a ring
	}
	got := depths(statements)
	want := []int{0, 1, 2, 0, 6, 6}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("depth of %s = %d, want %d", statements[i].ID, got[i], want[i])
		}
	}
}

func TestRecordWithoutTextIsListedByOffset(t *testing.T) {
	r := sample.Boats(t)
	r.Document.Text = nil
	if got, want := sample.Made(t, formats["rows"], r), "boats.txt:@"; !strings.HasPrefix(got, want) {
		t.Errorf("list begins %.40q, want %q", got, want)
	}
}

func TestOnlyLowScoresAskForAttention(t *testing.T) {
	for score, low := range map[float64]bool{0: true, 0.49: true, 0.5: false, 1: false} {
		r := sample.Saying("One.")
		r.Statements[0].Score = &score
		if got := strings.Contains(sample.Made(t, formats["80"], r), "score "); got != low {
			t.Errorf("score %v: the list tells of it %v, want %v", score, got, low)
		}
	}
}

func TestContentInPiecesIsShownWhole(t *testing.T) {
	r := sample.Saying("“One,” he said, “two.”")
	r.Statements[0].Form = record.FormDirect
	r.Statements[0].Content.Text = "One, … two."
	for _, name := range []string{"rows", "layout", "brief"} {
		if got, want := sample.Made(t, formats[name], r), "“One, … two.”"; !strings.Contains(got, want) {
			t.Errorf("%s lacks %q:\n%s", name, want, got)
		}
	}
}

func TestAPolarityHasASignAndAWordWithoutColour(t *testing.T) {
	for _, name := range []string{"80", "rows", "brief", "brief-due", "due", "due-80"} {
		for want, polarity := range map[string]record.Polarity{
			"✗ denied": record.PolarityDenied, "∅ omitted": record.PolarityOmitted,
			"– declined": record.PolarityDeclined,
		} {
			r := sample.Treaty(t)
			r.Statements[0].Polarity = polarity
			if got := sample.Made(t, formats[name], r); !strings.Contains(got, want) {
				t.Errorf("%s lacks %q:\n%s", name, want, got)
			}
		}
	}
}

func TestAnEventThatDidNotTakePlaceHasASignAndAWord(t *testing.T) {
	for _, name := range []string{"80", "events", "events-80", "brief", "brief-events"} {
		if got := sample.Made(t, formats[name], sample.Treaty(t)); !strings.Contains(got, "✗ negated") {
			t.Errorf("%s lacks the sign:\n%s", name, got)
		}
	}
}

func TestEventsInAPipeAreRowsOfTheirOwn(t *testing.T) {
	r := sample.Treaty(t)
	if got := sample.Made(t, formats["rows"], r); strings.Count(got, "\n") != len(r.Statements) {
		t.Errorf("not one line for each statement:\n%s", got)
	}
	got := sample.Made(t, formats["events"], r)
	lines := strings.Split(strings.TrimSuffix(got, "\n"), "\n")
	if len(lines) != len(r.Events) {
		t.Fatalf("not one line for each event:\n%s", got)
	}
	want := "treaty.txt:1\tAGREE\toccurred\tpromised\tPrime Minister Ann Lee\tfarmers\t" +
		"2024-02-26 (Monday)\tŽilina\tperformed by Prime Minister Ann Lee (s60)\tcertain\t"
	if lines[0] != want {
		t.Errorf("event\n%q\nwant\n%q", lines[0], want)
	}
}

// FuzzPlain writes hostile words: no line may be torn, and no control
// character may reach the terminal.
func FuzzPlain(f *testing.F) {
	for _, seed := range []string{
		"", "plain", "\"a\",\tb\r\nc", "<b>&amp;</b>", "\x1b[31m", "\u202eabc", "# a\n\n1. b",
		"你好 😀", "\n\n\n", strings.Repeat("long ", 100),
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, words string) {
		words = strings.ToValidUTF8(words, "\uFFFD")
		r := sample.Treaty(t)
		s, e := &r.Statements[0], &r.Events[0]
		r.Document.Title, r.Document.Publisher, r.Meta.Input = words, words, words
		s.Speaker.Exact, s.Cue.Exact, s.Content.Text = words, words, words
		s.Addressees[0].Exact, s.Place.Exact, s.Due.Condition.Exact = words, words, words
		e.Trigger.Exact, e.Actors[0].Exact, e.Recipients[0].Exact, e.Place.Exact = words, words, words, words
		for i := range r.Times {
			r.Times[i].Exact = words
		}
		for name, want := range map[string]int{"rows": len(r.Statements), "events": len(r.Events), "due": 3} {
			if got := sample.Made(t, formats[name], r); strings.Count(got, "\n") != want {
				t.Errorf("%s: want %d lines: %q", name, want, got)
			}
		}
		for _, name := range []string{"80", "events-80", "due-80", "rows", "events", "due"} {
			got := sample.Made(t, formats[name], r)
			if strings.ContainsAny(got, "\x1b\x07\u202e\u2066\u009b\r") {
				t.Errorf("%s: control characters reach the terminal: %q", name, got)
			}
		}
		for _, name := range []string{"brief", "brief-events", "brief-due"} {
			if got := sample.Made(t, formats[name], r); strings.Contains(got, "<b>") {
				t.Errorf("%s: markup is let through: %q", name, got)
			}
		}
	})
}
