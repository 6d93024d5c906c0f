package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"syscall"
	"testing"
	"testing/iotest"
	"time"

	"readout/cmd/readout/console"
)

func TestFieldsAreTheColumnsInTheirOrder(t *testing.T) {
	out, _, code := invoke(t, t.Context(), bridge, "read", "--csv", "--fields", "cue, speaker_words", "-")
	want := "cue,speaker_words\r\nsaid,Ann Lee\r\nsaid,Bob Ray\r\n"
	if code != exitDone || out != want {
		t.Errorf("exit %d, table\n%s\nwant\n%s", code, out, want)
	}
}

func TestMistakesOnTheLineNameWhatIsWrongAndMeant(t *testing.T) {
	for _, c := range []struct {
		args []string
		want []string
	}{
		{[]string{"read", "--csv", "--fields", "spaker"}, []string{`"spaker"`, `"speaker"`}},
		{[]string{"read", "--csv", "--fields", "cue,,start"}, []string{"--fields", `""`}},
		{[]string{"read", "--fields", "cue"}, []string{"--csv or --tsv"}},
		{[]string{"read", "--json", "--csv"}, []string{"--json", "--csv", "readout help read"}},
		{[]string{"read", "--html", "a.html", "-o", "b"}, []string{"--html", "--output"}},
		{[]string{"read", "-q", "-v"}, []string{"--quiet", "--verbose"}},
		{[]string{"read", "--offsets", "bytes"}, []string{"--offsets", "byte"}},
		{[]string{"read", "--jobs=-1"}, []string{"--jobs -1"}},
		{[]string{"read", "--jbos", "2"}, []string{"--jbos", "readout help read"}},
		{[]string{"raed"}, []string{"raed", "readout help"}},
		{[]string{"completion", "tcsh"}, []string{"tcsh", "bash", "zsh", "fish"}},
	} {
		out, errs, code := invoke(t, t.Context(), bridge, c.args...)
		if code != exitError || out != "" {
			t.Errorf("%v: exit %d and %d bytes of output, want %d and none",
				c.args, code, len(out), exitError)
		}
		for _, want := range c.want {
			if !strings.Contains(errs, want) {
				t.Errorf("%v: stderr lacks %q:\n%s", c.args, want, errs)
			}
		}
	}
}

func TestErrorsEndWithTheirExitCodes(t *testing.T) {
	for _, c := range []struct {
		err  error
		code int
		said string
	}{
		{nil, exitDone, ""},
		{errShown, exitDone, ""},
		{fmt.Errorf("write to stdout: %w", syscall.EPIPE), exitDone, ""},
		{io.ErrClosedPipe, exitDone, ""},
		{fmt.Errorf("read a.txt: %w", context.Canceled), exitInterrupted, ""},
		{errFindings, exitFindings, ""},
		{console.ErrSome, exitError, ""},
		{context.DeadlineExceeded, exitError, "readout: context deadline exceeded\n"},
		{errors.New("a.txt\x1b[2J: gone"), exitError, "readout: a.txt\uFFFD[2J: gone\n"},
	} {
		var errs strings.Builder
		if code := report(&errs, c.err); code != c.code || errs.String() != c.said {
			t.Errorf("report(%v) = %d and says %q, want %d and %q",
				c.err, code, errs.String(), c.code, c.said)
		}
	}
}

func TestEveryExitCodeIsExplained(t *testing.T) {
	explained := map[int]bool{exitError: true}
	for _, c := range codes {
		explained[c.Code] = c.When != ""
	}
	for _, x := range exits {
		if !explained[x.code] {
			t.Errorf("the exit code %d of %v is not in the reference", x.code, x.err)
		}
	}
}

func TestTimeOfRecordsCanBeGiven(t *testing.T) {
	for given, want := range map[string]string{
		"": "1970-01-01T00:00:00Z", "1700000000": "2023-11-14T22:13:20Z",
	} {
		e := env{Env: console.Env{
			Getenv: func(name string) string { return map[string]string{"SOURCE_DATE_EPOCH": given}[name] },
			Now:    func() time.Time { return epoch },
		}}
		if got, err := timeOf(e); err != nil || got != want {
			t.Errorf("SOURCE_DATE_EPOCH %q: %q, %v, want %q", given, got, err, want)
		}
	}
	e := env{Env: console.Env{Getenv: func(string) string { return "yesterday" }, Now: func() time.Time { return epoch }}}
	if _, err := timeOf(e); err == nil ||
		!strings.Contains(err.Error(), `"yesterday"`) {
		t.Errorf("error %v, want one that says what was given", err)
	}
}

func TestColourIsForTerminalsUnlessAskedFor(t *testing.T) {
	for choice, want := range map[string]bool{"auto": false, "always": true, "never": false} {
		out, _, code := invoke(t, t.Context(), bridge, "read", "--color", choice)
		if got := strings.Contains(out, "\x1b["); code != exitDone || got != want {
			t.Errorf("--color %s: exit %d, coloured %v, want %v",
				choice, code, got, want)
		}
	}
}

func TestCheckSaysWhichLineCouldNotBeRead(t *testing.T) {
	broken := iotest.DataErrReader(io.MultiReader(
		strings.NewReader("{\"readout\":\"1\"}\n"), iotest.ErrReader(errors.New("unplugged"))))
	c := checker{out: bufio.NewWriter(io.Discard)}
	err := c.file(t.Context(), "-", broken)
	if err == nil || !strings.Contains(err.Error(), "line 2: unplugged") {
		t.Errorf("error %v, want line 2 and the reason", err)
	}
	if c.records != 1 || c.good != 0 {
		t.Errorf("%d records, %d good; want 1 and none", c.records, c.good)
	}
}

func TestCheckCanBeInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	out, errs, code := invoke(t, ctx, `{"readout":"1"}`+"\n", "check")
	if code != exitInterrupted || out != "" {
		t.Errorf("exit %d, stdout %q, stderr %q", code, out, errs)
	}
}

func TestCheckPassesOverBlankLines(t *testing.T) {
	record, _, _ := invoke(t, t.Context(), bridge, "read", "--json")
	out, errs, code := invoke(t, t.Context(), "\n"+record+"\n \n"+record, "check", "-")
	if code != exitDone || out != "" ||
		!strings.Contains(errs, "2 of 2 records are good") {
		t.Errorf("exit %d, stdout %q, stderr %q", code, out, errs)
	}
}

func TestQuietSaysNothingOfWhatWentWell(t *testing.T) {
	_, errs, code := invoke(t, t.Context(), bridge, "read", "-q", "--json")
	if code != exitDone || errs != "" {
		t.Errorf("exit %d, stderr %q", code, errs)
	}
	_, errs, code = invoke(t, t.Context(), "refuse", "read", "-q", "--json")
	if code != exitError || !strings.Contains(errs, "the text says so") {
		t.Errorf("an error is not said under --quiet: exit %d, stderr %q",
			code, errs)
	}
}
