package host

import (
	"errors"
	"fmt"
	"slices"
	"text/tabwriter"
	"time"

	"github.com/alecthomas/kong"

	"readout/cmd/readout/console"
	"readout/cmd/readout/desk"
	"readout/internal/config"
	"readout/internal/manual"
	"readout/internal/serving/token"
)

// Config shows settings and makes tokens.
type Config struct {
	What string `arg:"" optional:"" name:"what" placeholder:"token" help:"token to make a token; every setting and where it comes from when nothing is said."`
	Name string `arg:"" optional:"" name:"name" placeholder:"NAME" help:"What the token is called; default when nothing is said."`

	List   bool   `xor:"deed" help:"List the tokens."`
	Revoke string `xor:"deed" placeholder:"NAME" help:"Let the token of that name in no longer."`
	tokens
}

// Help says what is shown.
func (Config) Help() string {
	return "Shows every setting with its value and where that comes from. config token makes a " +
		"token for serve and writes it to stdout, once: only its SHA-256 is kept. A server " +
		"that runs heeds what is made or revoked within a second."
}

// Run shows the settings, or tends the tokens.
func (v Config) Run(e console.Env, given *config.Config, parsed *kong.Context) error {
	switch v.What {
	case "":
		if v.List || v.Revoke != "" {
			return errors.New("config: --list and --revoke are of tokens: say config token")
		}
		return show(e, given, parsed.Model)
	case "token":
		box, err := v.box(e)
		if err != nil {
			return err
		}
		return v.tend(e, box)
	}
	return fmt.Errorf("config %s: nothing of that name; say config or config token", v.What)
}

// tend lists, revokes or makes a token.
func (v Config) tend(e console.Env, box *token.Box) error {
	if (v.List || v.Revoke != "") && v.Name != "" {
		return fmt.Errorf("config token %s: a name is of a token to be made", v.Name)
	}
	if v.List {
		return list(e, box)
	}
	if v.Revoke != "" {
		if err := box.Revoke(v.Revoke); err != nil {
			return err
		}
		fmt.Fprintf(e.Stderr, "readout: token %s revoked\n", v.Revoke)
		return nil
	}
	name := v.Name
	if name == "" {
		name = "default"
	}
	text, err := box.Make(name)
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintln(e.Stdout, text); err != nil {
		return errors.Join(err, box.Revoke(name)) // nobody has seen it
	}
	fmt.Fprintf(e.Stderr, "readout: token %s made; it is not shown again\n", name)
	return nil
}

func list(e console.Env, box *token.Box) error {
	all, err := box.List()
	if err != nil {
		return err
	}
	for _, t := range all {
		if _, err := fmt.Fprintf(e.Stdout, "%s\t%s\n", t.Name, t.Made.Format(time.RFC3339)); err != nil {
			return err
		}
	}
	if len(all) == 0 {
		fmt.Fprintln(e.Stderr, "readout: there are no tokens")
	}
	return nil
}

// show writes every setting, its value and where that comes from: in columns on a
// terminal, else with tabs between.
func show(e console.Env, given *config.Config, app *kong.Application) error {
	out, format := e.Stdout, "%s\t%s\t%s\n"
	if e.OnTerminal("") {
		const gap = 2
		w := tabwriter.NewWriter(e.Stdout, 0, 0, gap, ' ', 0)
		defer w.Flush() // a terminal that is gone needs no settings
		out = w
	}
	for _, s := range manual.Settings(app) {
		value, ok := given.Lookup(s.Name)
		if !ok {
			value = config.Value{Text: usual(e, app, s.Name), Origin: "default"}
		}
		if s.Name == "db" {
			value.Text = desk.Shown(value.Text)
		}
		_, err := fmt.Fprintf(out, format, s.Name, console.Visible(value.Text), value.Origin)
		if err != nil {
			return err
		}
	}
	return nil
}

// usual returns what a setting is when nothing gives it.
func usual(e console.Env, app *kong.Application, name string) string {
	// Where they would lie is not known where there is no home: then it is empty.
	switch name {
	case "db":
		place, _ := desk.Place("", e.Getenv)
		return place
	case "tokens":
		place, _ := token.Folder(e.Getenv)
		return place
	}
	for _, verb := range app.Children {
		i := slices.IndexFunc(verb.Flags, func(f *kong.Flag) bool {
			return manual.IsSetting(f) && manual.SettingName(f) == name
		})
		if i < 0 {
			continue
		}
		if f := verb.Flags[i]; f.HasDefault || !f.IsBool() {
			return f.Default
		}
		return "false"
	}
	return ""
}
