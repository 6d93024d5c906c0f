package main

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"readout/cmd/readout/console"
	"readout/internal/reading/extract"
)

func TestTheScopeOfTheAuthorsVoiceReachesTheReader(t *testing.T) {
	for _, c := range []struct {
		args, variable, want string
	}{
		{"read", "", "assessments"},
		{"read --narrative none", "", "none"},
		{"read --narrative all", "none", "all"}, // the flag ranks before
		{"read", "all", "all"},
	} {
		var got string
		var errs bytes.Buffer
		code := run(t.Context(), strings.Fields(c.args), env{
			Env: console.Env{
				Stdin: strings.NewReader(bridge), Stdout: &bytes.Buffer{}, Stderr: &errs,
				Getenv: func(name string) string {
					return map[string]string{"READOUT_NARRATIVE": c.variable}[name]
				},
				Now: func() time.Time { return epoch },
			},
			open: func(_ string, options extract.Options) (reader, error) {
				got = options.Narrative.String()
				return fake{}, nil
			},
		})
		if code != exitDone || got != c.want {
			t.Errorf("%s, %q: exit %d, %s, scope %s, want %s",
				c.args, c.variable, code, errs.String(), got, c.want)
		}
	}
}

func TestAScopeThatThereIsNotIsRefused(t *testing.T) {
	out, errs, code := invoke(t, t.Context(), bridge, "read", "--narrative", "some")
	if code != exitError || out != "" || !strings.Contains(errs, "assessments") {
		t.Errorf("exit %d, %q", code, errs)
	}
	if _, ok := (extract.Options{}).Scoped("some"); ok {
		t.Error("the reader takes it")
	}
}
