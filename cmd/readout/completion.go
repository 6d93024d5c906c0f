package main

import (
	"io"

	"readout/internal/manual"
)

// completionVerb writes a completion script.
type completionVerb struct {
	Shell string `arg:"" name:"shell" enum:"bash,zsh,fish" help:"bash, zsh or fish."`
}

// Help says how to use the script.
func (completionVerb) Help() string {
	return "For one session: `source <(readout completion bash)`, the same with zsh, " +
		"or `readout completion fish | source`."
}

// Run writes the script for one shell.
func (c completionVerb) Run(e env, shorts shorts) error {
	_, err := io.WriteString(e.Stdout, shorts.book().Completion(manual.Shell(c.Shell)))
	return err
}
