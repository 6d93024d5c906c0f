package manual

import (
	"fmt"
	"iter"
	"strings"

	"github.com/alecthomas/kong"
)

// A Shell is one that the command line can be completed in.
type Shell string

// The shells.
const (
	Bash Shell = "bash"
	Zsh  Shell = "zsh"
	Fish Shell = "fish"
)

// Completion returns the script for a shell, "" for one that is not known.
func (b Book) Completion(shell Shell) string {
	switch shell {
	case Bash:
		return completer{b}.bash()
	case Zsh:
		return completer{b}.zsh()
	case Fish:
		return completer{b}.fish()
	}
	return ""
}

// A completer writes scripts that complete verbs, flags, the values of flags
// and files, from the same model that parses the command line.
type completer struct{ Book }

// bash returns the script for bash.
func (c completer) bash() string {
	var b strings.Builder
	b.WriteString("_readout() {\n" +
		"  local word=${COMP_WORDS[COMP_CWORD]} last=${COMP_WORDS[COMP_CWORD-1]} words=\n" +
		"  case $last in\n")
	for flag, values := range c.values() {
		fmt.Fprintf(&b, "  --%s) COMPREPLY=($(compgen -W '%s' -- \"$word\")); return ;;\n",
			flag, strings.Join(values, " "))
	}
	b.WriteString("  esac\n  case ${COMP_WORDS[1]} in\n")
	for _, v := range c.App.Children {
		fmt.Fprintf(&b, "  %s) words='%s' ;;\n", v.Name, strings.Join(c.words(v), " "))
	}
	fmt.Fprintf(&b, "  esac\n  [ \"$COMP_CWORD\" -eq 1 ] && words='%s'\n",
		strings.Join(c.verbs(), " "))
	b.WriteString("  COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n}\n" +
		"complete -o bashdefault -o default -F _readout readout\n")
	return b.String()
}

// zsh returns the script for zsh, which shows the help of verbs and flags.
func (c completer) zsh() string {
	var b strings.Builder
	b.WriteString("#compdef readout\n_readout() {\n" +
		"  if (( CURRENT == 2 )); then\n    local -a verbs=(\n")
	for _, v := range c.App.Children {
		fmt.Fprintf(&b, "      %s\n", quoted(v.Name+":"+v.Help))
	}
	b.WriteString("    )\n    _describe verb verbs\n    return\n  fi\n" +
		"  local verb=$words[2]\n  shift words\n  (( CURRENT-- ))\n  case $verb in\n")
	for _, v := range c.App.Children {
		fmt.Fprintf(&b, "  %s)\n    _arguments \\\n", v.Name)
		for _, f := range v.Flags {
			b.WriteString("      " + quoted(zshFlag(f)) + " \\\n")
		}
		action := "_files"
		if words := c.arguments(v); len(words) > 0 {
			action = "(" + strings.Join(words, " ") + ")"
		}
		fmt.Fprintf(&b, "      %s ;;\n", quoted("*:argument:"+action))
	}
	b.WriteString("  esac\n}\n(( $+functions[compdef] )) && compdef _readout readout\n")
	return b.String()
}

// zshFlag returns a flag as _arguments wants it.
func zshFlag(f *kong.Flag) string {
	clean := strings.NewReplacer("[", "(", "]", ")", ":", ",").Replace(f.Help)
	spec := "--" + f.Name
	if f.IsBool() {
		return spec + "[" + clean + "]"
	}
	action := "_files"
	if f.Enum != "" {
		action = "(" + strings.Join(f.EnumSlice(), " ") + ")"
	}
	return spec + "=[" + clean + "]:" + f.Name + ":" + action
}

// fish returns the script for fish.
func (c completer) fish() string {
	var b strings.Builder
	for _, v := range c.App.Children {
		fmt.Fprintf(&b, "complete -c readout -n __fish_use_subcommand -f -a %s -d %s\n",
			v.Name, quoted(v.Help))
		in := "complete -c readout -n '__fish_seen_subcommand_from " + v.Name + "'"
		for _, f := range v.Flags {
			line := in + " -l " + f.Name
			if f.Short != 0 {
				line += " -s " + string(f.Short)
			}
			switch {
			case f.Enum != "":
				line += " -x -a " + quoted(strings.Join(f.EnumSlice(), " "))
			case !f.IsBool():
				line += " -r"
			}
			b.WriteString(line + " -d " + quoted(f.Help) + "\n")
		}
		if words := c.arguments(v); len(words) > 0 {
			b.WriteString(in + " -f -a " + quoted(strings.Join(words, " ")) + "\n")
		}
	}
	return b.String()
}

// quoted returns s as one word of a shell.
func quoted(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }

// verbs returns the names of the verbs.
func (c completer) verbs() []string {
	names := make([]string, len(c.App.Children))
	for i, v := range c.App.Children {
		names[i] = v.Name
	}
	return names
}

// words returns the flags and the fixed arguments of a verb.
func (c completer) words(verb *kong.Node) []string {
	words := c.arguments(verb)
	for _, f := range verb.Flags {
		words = append(words, "--"+f.Name)
	}
	return words
}

// arguments returns the values that the arguments of a verb can take; none
// where they name files.
func (c completer) arguments(verb *kong.Node) []string {
	words := []string{}
	if verb.Name == "help" {
		for _, t := range c.Topics() {
			words = append(words, t.Name)
		}
		return words
	}
	for _, p := range verb.Positional {
		if p.Enum != "" {
			words = append(words, p.EnumSlice()...)
		}
	}
	return words
}

// values yields the flags that take one of a few values, each once.
func (c completer) values() iter.Seq2[string, []string] {
	return func(yield func(string, []string) bool) {
		yielded := map[string]bool{}
		for _, v := range c.App.Children {
			for _, f := range v.Flags {
				if f.Enum == "" || yielded[f.Name] {
					continue
				}
				yielded[f.Name] = true
				if !yield(f.Name, f.EnumSlice()) {
					return
				}
			}
		}
	}
}
