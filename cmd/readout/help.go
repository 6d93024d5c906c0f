package main

//go:generate go test -run ^TestReferenceIsCurrent$ . -update

import (
	"fmt"
	"io"
	"strings"

	"github.com/alecthomas/kong"

	"readout/internal/config"
	"readout/internal/manual"
)

// helpFlag shows short help wherever it stands on the command line.
type helpFlag bool

// BeforeReset shows help before anything else is looked at.
func (helpFlag) BeforeReset(ctx *kong.Context) error {
	if err := ctx.PrintUsage(false); err != nil {
		return err
	}
	return errShown
}

// shorts shows the short help of verbs.
type shorts struct{ parser *kong.Kong }

// book returns the manual of the program.
func (s shorts) book() manual.Book { return manual.Book{App: s.parser.Model, Codes: codes} }

// show shows the short help of a verb, or of the whole program for "".
func (s shorts) show(verb string) error {
	args := []string{}
	if verb != "" {
		args = append(args, verb)
	}
	trace, err := kong.Trace(s.parser, args)
	if err != nil {
		return err
	}
	if err := trace.PrintUsage(false); err != nil {
		return err
	}
	return errShown
}

// helpVerb shows a page of the reference.
type helpVerb struct {
	Name string `arg:"" optional:"" name:"topic" help:"A verb, ${topics}."`
}

// Help says what a topic is.
func (helpVerb) Help() string {
	return "Without a topic, the verbs in short. " +
		"A topic is a verb or one of " + manual.Common("and") + ". " +
		"What is shown is the same text as docs/cli.md."
}

// Run writes the page.
func (h helpVerb) Run(e env, shorts shorts) error {
	if h.Name == "" {
		return shorts.show("")
	}
	topics := shorts.book().Topics()
	names := make([]string, len(topics))
	for i, t := range topics {
		if t.Name == h.Name {
			_, err := io.WriteString(e.Stdout, t.Text)
			return err
		}
		names[i] = t.Name
	}
	return fmt.Errorf("no help on %q, did you mean %q? topics are %s",
		h.Name, config.Nearest(h.Name, names), strings.Join(names, ", "))
}
