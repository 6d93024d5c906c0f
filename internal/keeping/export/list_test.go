package export

import (
	"bytes"
	"strings"
	"testing"

	"github.com/mattn/go-runewidth"

	"readout/record"
)

func TestTextCannotCommandTheTerminal(t *testing.T) {
	text := "red \x1b[31m alert\x07 \u202eabc\u2066 \u009b5m"
	r := saying(text)
	r.Document.Title, r.Meta.Input = text, text
	for _, width := range []int{0, 60} {
		var out bytes.Buffer
		got := written(t, NewList(&out, ListOptions{Width: width}), &out, r)
		if strings.ContainsAny(got, "\x1b\x07\u202e\u2066\u009b") {
			t.Errorf("width %d: control characters reach the terminal: %q", width, got)
		}
	}
}

func TestRowsInPipeAreOneLineOfEightCells(t *testing.T) {
	var out bytes.Buffer
	got := written(t, NewList(&out, ListOptions{}), &out, saying("one\ttwo\nthree"))
	if strings.Count(got, "\n") != 1 || strings.Count(got, "\t") != 7 {
		t.Errorf("row %q, want one line with seven tabs", got)
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
			got := written(t, NewList(&out, ListOptions{Width: width}), &out, saying(text))
			for line := range strings.Lines(got) {
				if wide := runewidth.StringWidth(strings.TrimSuffix(line, "\n")); wide > width {
					t.Errorf("%.10q at %d: a line of %d columns: %q", text, width, wide, line)
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

func TestSpeakerIsShownWithTheNameItsWordsLack(t *testing.T) {
	id := "e1"
	who := map[string]string{"e1": "Ann Lee"}
	for want, arg := range map[string]*record.Arg{
		"(no speaker)":     nil,
		"(unnamed)":        {},
		"Ann Lee":          {Entity: &id},
		"she (Ann Lee)":    {Entity: &id, Exact: "she"},
		"minister Ann Lee": {Entity: &id, Exact: "minister Ann Lee"},
		"two officials":    {Exact: "two officials"},
	} {
		if got := spoken(arg, who); got != want {
			t.Errorf("spoken = %q, want %q", got, want)
		}
	}
}
