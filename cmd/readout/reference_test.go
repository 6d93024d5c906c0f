package main

import (
	"bytes"
	"flag"
	"os"
	"strings"
	"testing"

	"readout/cmd/readout/console"
	"readout/internal/manual"
)

var update = flag.Bool("update", false, "rewrite docs/cli.md")

func TestReferenceIsCurrent(t *testing.T) {
	const page = "../../docs/cli.md"
	parser, err := newParser(&grammar{}, env{Env: console.Env{Getenv: func(string) string { return "" }}})
	if err != nil {
		t.Fatal(err)
	}
	want := shorts{parser}.book().Reference()
	if *update {
		if err := os.WriteFile(page, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("%s is not what the command line says; go generate ./cmd/readout writes it", page)
	}
}

func TestEveryVerbAndFlagIsDocumented(t *testing.T) {
	parser, err := newParser(&grammar{}, env{Env: console.Env{Getenv: func(string) string { return "" }}})
	if err != nil {
		t.Fatal(err)
	}
	page := shorts{parser}.book().Reference()
	for _, verb := range parser.Model.Children {
		if !strings.Contains(page, "\n## "+verb.Name+"\n") {
			t.Errorf("no heading for the verb %s", verb.Name)
		}
		for _, f := range verb.Flags {
			row := "--" + f.Name
			if manual.IsFilter(f) {
				row = "\n| `" + manual.SettingName(f) + "` |"
			}
			if !strings.Contains(page, row) || f.Help == "" {
				t.Errorf("no row for %s --%s", verb.Name, f.Name)
			}
		}
	}
}

func TestHelpShowsPartsOfTheReference(t *testing.T) {
	page, err := os.ReadFile("../../docs/cli.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, topic := range []string{"read", "add", "find", "show", "due", "forget", "check", "export", "backup", "restore", "serve", "mcp", "config", "help", "completion", "version", "filters", "formats", "settings", "exit-codes"} {
		out, _, code := invoke(t, t.Context(), "", "help", topic)
		if code != exitDone || out == "" || !bytes.Contains(page, []byte(out)) {
			t.Errorf("help %s: exit %d, %d bytes that are not in docs/cli.md",
				topic, code, len(out))
		}
	}
}

func TestHelpNamesEveryTopic(t *testing.T) {
	_, errs, _ := invoke(t, t.Context(), "", "help", "none") // names them all
	_, all, ok := strings.Cut(errs, "topics are ")
	out, _, _ := invoke(t, t.Context(), "", "help", "help")
	_, common, also := strings.Cut(all, "version, ") // the last verb
	if !ok || !also {
		t.Fatalf("unknown topic: %q", errs)
	}
	for topic := range strings.SplitSeq(strings.TrimSpace(common), ", ") {
		if strings.Count(out, topic) != 2 {
			t.Errorf("help help names the topic %s in the text and beside its "+
				"argument, but:\n%s", topic, out)
		}
	}
}

func TestUnknownTopicNamesTheNearest(t *testing.T) {
	_, errs, code := invoke(t, t.Context(), "", "help", "exit-code")
	if code != exitError || !strings.Contains(errs, `"exit-codes"`) {
		t.Errorf("exit %d, %q", code, errs)
	}
}
