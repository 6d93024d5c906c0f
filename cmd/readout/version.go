package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

// versionVerb shows what this program is.
type versionVerb struct{}

// Run writes the version, the model in it, and what it was built from when
// that is known.
func (versionVerb) Run(e env) error {
	line := "readout " + version
	if revision := revision(); revision != "" {
		line += " (" + revision + ")"
	}
	_, err := fmt.Fprintf(e.Stdout, "%s\n%s\n%s %s/%s\n", line, modelName(),
		runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return err
}

// revision returns the commit that the program was built from, "" when the
// build does not say.
func revision() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	// shortHash is how much of a hash git itself shows of a project this size.
	const shortHash = 12
	hash, changed := "", ""
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			hash = s.Value[:min(shortHash, len(s.Value))]
		case "vcs.modified":
			if s.Value == "true" {
				changed = ", changed"
			}
		}
	}
	if hash == "" {
		return ""
	}
	return hash + changed
}
