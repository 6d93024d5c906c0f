package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/alecthomas/kong"
	"golang.org/x/term"

	"readout/internal/config"
	"readout/internal/manual"
)

// A grammar is the command line: one field per verb.
type grammar struct {
	Help helpFlag `short:"h" help:"Show help and leave."`

	Read       readVerb       `cmd:"" help:"Read documents and write who said what."`
	Add        addVerb        `cmd:"" help:"Read documents into the database."`
	Find       findVerb       `cmd:"" help:"Find statements, events, documents, entities or citations in the database."`
	Show       showVerb       `cmd:"" help:"Show one item of the database with its sentence."`
	Due        dueVerb        `cmd:"" help:"List what is to happen, by the day it is due."`
	Forget     forgetVerb     `cmd:"" help:"Delete a document of the database for good."`
	Check      checkVerb      `cmd:"" help:"Prove that records are well formed and that the text says what they say it does."`
	Export     exportVerb     `cmd:"" help:"Write the events of records in a form of other programs."`
	Backup     backupVerb     `cmd:"" help:"Write a proved copy of the database."`
	Restore    restoreVerb    `cmd:"" help:"Make the database from a copy."`
	Topic      helpVerb       `cmd:"" name:"help" help:"Show help on a verb or a topic."`
	Completion completionVerb `cmd:"" help:"Write a script that completes readout's command line."`
	Version    versionVerb    `cmd:"" help:"Show the versions of readout and its model."`
}

// command parses a command line and runs its verb.
func command(ctx context.Context, args []string, e env) error {
	parser, err := newParser(&grammar{}, e)
	if err != nil {
		return err
	}
	if len(args) == 0 {
		return shorts{parser}.show("")
	}
	parsed, err := parser.Parse(args)
	if err != nil {
		return advised(err)
	}
	parsed.BindTo(ctx, (*context.Context)(nil))
	return parsed.Run(e, shorts{parser})
}

// newParser returns a parser that fills g. Flags that are not given come from
// the settings.
func newParser(g *grammar, e env) (*kong.Kong, error) {
	parser, err := kong.New(g,
		kong.Name("readout"),
		kong.Description("Turns news into records of who said what, with the words that say so."),
		kong.Vars{"to": toHelp},
		filterHelp(),
		kong.NoDefaultHelp(),
		kong.Writers(e.stdout, e.stderr),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, NoExpandSubcommands: true}),
		kong.Exit(func(int) {}), // run decides
	)
	if err != nil {
		return nil, fmt.Errorf("grammar of the command line: %w", err)
	}
	given, err := config.Load(manual.Settings(parser.Model),
		config.Sources{Getenv: e.getenv, ReadFile: os.ReadFile})
	if err != nil {
		return nil, err
	}
	if err := kong.Bind(given).Apply(parser); err != nil {
		return nil, err
	}
	return parser, kong.Resolvers(resolver(given)).Apply(parser)
}

// resolver gives kong the settings of flags.
func resolver(given *config.Config) kong.ResolverFunc {
	return func(_ *kong.Context, _ *kong.Path, flag *kong.Flag) (any, error) {
		if !manual.IsSetting(flag) {
			return nil, nil
		}
		v, ok := given.Lookup(manual.SettingName(flag))
		if !ok {
			return nil, nil
		}
		if flag.IsBool() {
			return strconv.ParseBool(v.Text)
		}
		return v.Text, nil
	}
}

// advised adds the next step to a mistake on the command line.
func advised(err error) error {
	var mistake *kong.ParseError
	if errors.Is(err, errShown) || !errors.As(err, &mistake) || mistake.Context == nil {
		return err
	}
	verb := ""
	if node := mistake.Context.Selected(); node != nil {
		verb = " " + node.Name
	}
	return fmt.Errorf("%w (see: readout help%s)", err, verb)
}

// isTerminal says whether a stream is a terminal.
func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// widthOf returns the columns of a terminal.
func widthOf(stream io.Writer) int {
	const usual = 80 // of a terminal that does not say
	f, ok := stream.(*os.File)
	if !ok {
		return usual
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil || width <= 0 {
		return usual
	}
	return width
}

// visible returns s with the control characters of its lines made visible, so
// that a name of a file cannot command the terminal.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || 0x7f <= r && r < 0xa0 {
			return '\uFFFD'
		}
		return r
	}, s)
}
