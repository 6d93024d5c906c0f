// Package config finds what a setting was given outside the command line.
//
// In go the settings that exist; out comes, for each, its value and where that
// value came from. The environment (READOUT_JOBS) ranks before ./readout.toml,
// and that before readout/readout.toml in the user's configuration folder.
// Flags rank before all of them and defaults after; both belong to the caller.
//
// Values are checked when they are loaded, so that a mistake names the file or
// the variable it stands in. An unknown key in a file is a mistake; an unknown
// READOUT_ variable is not, as it may belong to another version.
//
// Nothing here reads the environment or a disk but through [Sources]. A Config
// is never changed and may be shared.
package config

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"
)

// Kind is the kind of value that a setting takes.
type Kind uint8

// The kinds of value.
const (
	Word   Kind = iota + 1 // one of Setting.Values
	Switch                 // true or false
	Number                 // a whole number, at least 1
	Text                   // any words, such as the name of a file
)

// A Setting is something that can be given outside the command line.
type Setting struct {
	Name   string // as in a file: "no_text"; READOUT_NO_TEXT in the environment
	Kind   Kind
	Values []string // of a Word
}

// Variable returns the setting's name in the environment.
func (s Setting) Variable() string { return "READOUT_" + strings.ToUpper(s.Name) }

// A Value is what a setting was given, and where.
type Value struct {
	Text   string
	Origin string // "READOUT_JOBS", or the name of a file
}

// Sources are what settings are read from.
type Sources struct {
	Getenv   func(string) string
	ReadFile func(string) ([]byte, error) // fs.ErrNotExist where there is none
}

// A Config holds the values that were given.
type Config struct{ values map[string]Value }

// Load reads all settings. Its error names the source and the setting at
// fault, and what would be accepted.
func Load(settings []Setting, src Sources) (*Config, error) {
	c := &Config{map[string]Value{}}
	for _, name := range files(src.Getenv) { // the weakest first
		if err := c.loadFile(name, settings, src.ReadFile); err != nil {
			return nil, err
		}
	}
	for _, s := range settings {
		text := src.Getenv(s.Variable())
		if text == "" {
			continue
		}
		if err := s.check(text); err != nil {
			return nil, fmt.Errorf("%s: %w", s.Variable(), err)
		}
		c.values[s.Name] = Value{text, s.Variable()}
	}
	return c, nil
}

// Lookup returns what a setting was given; false when nothing gives it.
func (c *Config) Lookup(name string) (Value, bool) {
	v, ok := c.values[name]
	return v, ok
}

// files returns the configuration files, the weakest first.
func files(getenv func(string) string) []string {
	names := []string{}
	switch {
	case getenv("XDG_CONFIG_HOME") != "":
		names = append(names, filepath.Join(getenv("XDG_CONFIG_HOME"), "readout", "readout.toml"))
	case getenv("HOME") != "":
		names = append(names, filepath.Join(getenv("HOME"), ".config", "readout", "readout.toml"))
	case getenv("APPDATA") != "":
		names = append(names, filepath.Join(getenv("APPDATA"), "readout", "readout.toml"))
	}
	return append(names, "readout.toml")
}

// loadFile reads the settings of one file, if there is one.
func (c *Config) loadFile(name string, settings []Setting, read func(string) ([]byte, error)) error {
	data, err := read(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("settings in %s: %w", name, err)
	}
	given := map[string]any{}
	if err := toml.Unmarshal(data, &given); err != nil {
		return fmt.Errorf("settings in %s: %w", name, err)
	}
	for _, key := range slices.Sorted(maps.Keys(given)) {
		i := slices.IndexFunc(settings, func(s Setting) bool { return s.Name == key })
		if i < 0 {
			return fmt.Errorf("settings in %s: no setting %q, did you mean %q?", name, key, Nearest(key, namesOf(settings)))
		}
		text := fmt.Sprint(given[key])
		if err := settings[i].check(text); err != nil {
			return fmt.Errorf("settings in %s: %s: %w", name, key, err)
		}
		c.values[key] = Value{text, name}
	}
	return nil
}

// check says why a setting cannot take a value.
func (s Setting) check(text string) error {
	switch s.Kind {
	case Word:
		if !slices.Contains(s.Values, text) {
			return fmt.Errorf("%q is not one of %s", text, strings.Join(s.Values, ", "))
		}
		return nil
	case Switch:
		if _, err := strconv.ParseBool(text); err != nil {
			return fmt.Errorf("%q is not true or false", text)
		}
		return nil
	case Number:
		if n, err := strconv.Atoi(text); err != nil || n < 1 {
			return fmt.Errorf("%q is not a whole number of at least 1", text)
		}
		return nil
	case Text:
		return nil
	}
	panic("unreachable: setting " + s.Name + " without a kind")
}

func namesOf(settings []Setting) []string {
	names := make([]string, len(settings))
	for i, s := range settings {
		names[i] = s.Name
	}
	return names
}
