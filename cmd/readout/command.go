package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strconv"

	"github.com/alecthomas/kong"

	"readout/cmd/readout/desk"
	"readout/cmd/readout/exporting"
	"readout/cmd/readout/host"
	"readout/cmd/readout/showing"
	"readout/cmd/readout/watch"
	"readout/internal/config"
	"readout/internal/manual"
)

// A grammar is the command line: one field per verb.
type grammar struct {
	Help helpFlag `short:"h" help:"Show help and leave."`

	Read       readVerb       `cmd:"" help:"Read documents and write who said what."`
	Add        addVerb        `cmd:"" help:"Read documents into the database."`
	Find       desk.Find      `cmd:"" help:"Find statements, events, documents, entities or citations in the database."`
	Show       showing.Verb   `cmd:"" help:"Show one item of the database with its sentence."`
	Due        desk.Due       `cmd:"" help:"List what is to happen, by the day it is due."`
	Review     desk.Review    `cmd:"" help:"Decide what was read rightly, and correct the rest."`
	Reread     rereadVerb     `cmd:"" help:"Read kept documents again with this version."`
	Forget     desk.Forget    `cmd:"" help:"Delete a document of the database for good."`
	Watch      watch.Watch    `cmd:"" help:"Read feeds on a schedule into the database."`
	Check      checkVerb      `cmd:"" help:"Prove that records are well formed and that the text says what they say it does."`
	Export     exporting.Verb `cmd:"" help:"Write records in a form of other programs: tables, databases, briefs, event data."`
	Backup     desk.Backup    `cmd:"" help:"Write a proved copy of the database."`
	Restore    desk.Restore   `cmd:"" help:"Make the database from a copy."`
	Serve      host.Serve     `cmd:"" help:"Serve the database over HTTP: pages, API and MCP."`
	MCP        host.MCP       `cmd:"" name:"mcp" help:"Serve the database to a language model over stdin and stdout."`
	Config     host.Config    `cmd:"" help:"Show the settings and where they come from; make tokens."`
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
		return advised(err, args[0])
	}
	parsed.BindTo(ctx, (*context.Context)(nil))
	return parsed.Run(e, e.Env, shorts{parser}, house(e), forms, watching(e))
}

// newParser returns a parser that fills g. Flags that are not given come from
// the settings.
func newParser(g *grammar, e env) (*kong.Kong, error) {
	parser, err := kong.New(g,
		kong.Name("readout"),
		kong.Description("Turns news into records of who said what, with the words that say so."),
		kong.Vars{"to": exporting.ToHelp, "topics": manual.Common("or")},
		desk.FilterHelp(),
		kong.NoDefaultHelp(),
		kong.Writers(e.Stdout, e.Stderr),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, NoExpandSubcommands: true}),
		kong.Exit(func(int) {}), // run decides
	)
	if err != nil {
		return nil, fmt.Errorf("grammar of the command line: %w", err)
	}
	given, err := config.Load(manual.Settings(parser.Model),
		config.Sources{Getenv: e.Getenv, ReadFile: os.ReadFile})
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

// instead says what there is in place of verbs that other programs have.
var instead = map[string]string{
	"timeline": "readout find --sort oldest, or the timeline of readout serve",

	"search":    "readout find",
	"events":    "readout find --events",
	"documents": "readout find --documents",
	"entities":  "readout find --entities", "actors": "readout find --entities",
	"citations": "readout find --citations", "sources": "readout find --citations",
	"trace": "readout find --citations", "corroborate": "readout find --citations",
}

// advised adds the next step to a mistake on a command line, by its first word.
func advised(err error, first string) error {
	var mistake *kong.ParseError
	if errors.Is(err, errShown) || !errors.As(err, &mistake) || mistake.Context == nil {
		return err
	}
	verb := ""
	if node := mistake.Context.Selected(); node != nil {
		verb = " " + node.Name
	} else if other, ok := instead[first]; ok {
		err = fmt.Errorf("%w: try %s", err, other)
	}
	return fmt.Errorf("%w (see: readout help%s)", err, verb)
}
