package manual

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/alecthomas/kong"

	"readout/internal/config"
)

// toy is a command line with a flag and an argument of each kind.
type toy struct {
	Build struct {
		Parts []string `arg:"" optional:"" name:"part" placeholder:"PART|-" help:"What to build."`
		Level string   `enum:"low,high" default:"low" setting:"" help:"How hard to try."`
		MaxN  int      `short:"n" name:"max-n" default:"1" setting:"" placeholder:"N" help:"At most N."`
		Dry   bool     `setting:"" help:"It's only [shown]: nothing is built."`
		Note  string   `help:"Words | of\nyour own."`
	} `cmd:"" help:"Build it."`
	Show struct {
		Since []string `group:"filters" help:"A filter."`
		What  string   `arg:"" name:"what" enum:"all,some" help:"all or some."`
		Place string   `setting:"" placeholder:"FILE" help:"Where they lie."`
		Level string   `enum:"low,high" default:"low" setting:"" help:"The same as of build."`
	} `cmd:"" help:"Show Bob's parts."`
	Help struct {
		Topic string `arg:"" optional:"" name:"topic" help:"A topic."`
	} `cmd:"" help:"Help."`
}

// bookOf returns the manual of the toy.
func bookOf(t *testing.T) Book {
	t.Helper()
	parser, err := kong.New(&toy{}, kong.Name("toy"), kong.NoDefaultHelp())
	if err != nil {
		t.Fatal(err)
	}
	return Book{App: parser.Model, Codes: []Code{{Code: 0, When: "done"}, {Code: 7, When: "a | b"}}}
}

// topic returns the part of the manual with a name.
func topic(t *testing.T, name string) string {
	t.Helper()
	for _, part := range bookOf(t).Topics() {
		if part.Name == name {
			return part.Text
		}
	}
	t.Fatalf("no topic %s", name)
	return ""
}

func TestTheReferenceIsItsTopicsInTheirOrder(t *testing.T) {
	b := bookOf(t)
	page, at := b.Reference(), 0
	var names []string
	for _, part := range b.Topics() {
		names = append(names, part.Name)
		i := strings.Index(page[at:], "\n"+part.Text)
		if i < 0 {
			t.Fatalf("%s does not stand behind the part before it", part.Name)
		}
		at += i + len(part.Text)
	}
	want := "build show help filters formats settings exit-codes"
	if got := strings.Join(names, " "); got != want {
		t.Errorf("topics %s, want %s", got, want)
	}
	if !strings.HasSuffix(page, b.Topics()[6].Text) {
		t.Error("something stands behind the last topic")
	}
}

func TestAVerbIsDescribedWithItsFlagsAndArguments(t *testing.T) {
	for name, lines := range map[string][]string{
		"build": {
			"## build",
			"    toy build [flags] [PART|-]...",
			"| `PART\\|-` | What to build. |", // a bar would begin a cell
			"| `--level LEVEL` | How hard to try. The default is low. Also a [setting](#settings). |",
			"| `-n, --max-n N` | At most N. Also a [setting](#settings). |",
			"| `--dry` | It's only [shown]: nothing is built. Also a [setting](#settings). |",
			"| `--note NOTE` | Words \\| of your own. |", // a line end would end the row
		},
		"show":       {"    toy show [flags] WHAT", "| `--KEY VALUE` | Any of the [filters](#filters). |", "| `WHAT` | all or some. |"},
		"exit-codes": {"| 0 | done |", "| 7 | a \\| b |"},
		"settings": {
			"| `level` | `READOUT_LEVEL` |", "| `max_n` | `READOUT_MAX_N` |", "| `dry` | `READOUT_DRY` |",
		},
	} {
		text := strings.ReplaceAll(topic(t, name), "    readout ", "    toy ")
		for _, line := range lines {
			if !strings.Contains(text, line+"\n") {
				t.Errorf("%s lacks the line %s:\n%s", name, line, text)
			}
		}
	}
	if text := topic(t, "help"); strings.Contains(text, "| flag |") {
		t.Errorf("a verb without flags has a table of them:\n%s", text)
	}
}

func TestEveryRowOfATableHasTheCellsOfItsHead(t *testing.T) {
	bar := regexp.MustCompile(`(^|[^\\])\|`)
	for _, part := range bookOf(t).Topics() {
		bars := 0 // of the head
		for line := range strings.Lines(part.Text) {
			line = strings.TrimSuffix(line, "\n")
			if !strings.HasPrefix(line, "|") {
				bars = 0
				continue
			}
			n := len(bar.FindAllString(line, -1))
			if bars == 0 {
				bars = n
			}
			if n != bars {
				t.Errorf("%s: %s", part.Name, line)
			}
		}
	}
}

func TestSettingsAreOfTheKindOfTheirFlags(t *testing.T) {
	got := Settings(bookOf(t).App)
	want := []config.Setting{
		{Name: "level", Kind: config.Word, Values: []string{"low", "high"}},
		{Name: "max_n", Kind: config.Number},
		{Name: "dry", Kind: config.Switch},
		{Name: "place", Kind: config.Text},
	}
	if len(got) != len(want) {
		t.Fatalf("settings %+v", got)
	}
	for i, w := range want {
		g := got[i]
		if g.Name != w.Name || g.Kind != w.Kind ||
			!slices.Equal(g.Values, w.Values) {
			t.Errorf("setting %+v, want %+v", g, w)
		}
	}
}

func TestScriptsCompleteVerbsFlagsAndTheirValues(t *testing.T) {
	for shell, parts := range map[Shell][]string{
		Bash: {
			"  --level) COMPREPLY=($(compgen -W 'low high' ",
			"  build) words='--level --max-n --dry --note' ;;",
			"  show) words='all some --since --place --level' ;;",
			"  help) words='build show help filters formats settings exit-codes' ;;",
			"&& words='build show help'\n",
		},
		Zsh: {
			`'show:Show Bob'\''s parts.'`,
			`'--level=[How hard to try.]:level:(low high)'`,
			`'--dry[It'\''s only (shown), nothing is built.]'`, // [ ] : mean something to zsh
			`'--max-n=[At most N.]:max-n:_files'`,
			`'*:argument:(all some)'`, `'*:argument:_files'`,
		},
		Fish: {
			`-f -a show -d 'Show Bob'\''s parts.'`,
			`from build' -l level -x -a 'low high' -d `,
			`from build' -l max-n -s n -r -d 'At most N.'`,
			`from build' -l dry -d `,
			`from show' -f -a 'all some'`,
		},
	} {
		script := bookOf(t).Completion(shell)
		for _, part := range parts {
			if !strings.Contains(script, part) {
				t.Errorf("%s lacks %s:\n%s", shell, part, script)
			}
		}
		if script != bookOf(t).Completion(shell) {
			t.Errorf("%s: two scripts differ", shell)
		}
	}
	if script := bookOf(t).Completion("tcsh"); script != "" {
		t.Errorf("a script for a shell that is not known:\n%s", script)
	}
}
