package manual

import (
	"slices"
	"strings"

	"github.com/alecthomas/kong"

	"readout/internal/config"
)

// IsSetting says whether a flag can also be set in the environment and in
// files: it then has the tag "setting".
func IsSetting(flag *kong.Flag) bool { return flag.Tag.Has("setting") }

// filterGroup is the group of the flags that are filters.
const filterGroup = "filters"

// IsFilter says whether a flag is one of the filters, which many verbs have and
// which are described once.
func IsFilter(flag *kong.Flag) bool { return flag.Group != nil && flag.Group.Key == filterGroup }

// SettingName returns what a flag is called in a settings file.
func SettingName(flag *kong.Flag) string { return strings.ReplaceAll(flag.Name, "-", "_") }

// Settings returns the settings that flags declare, each once.
func Settings(app *kong.Application) []config.Setting {
	var out []config.Setting
	for _, verb := range app.Children {
		for _, flag := range verb.Flags {
			name := SettingName(flag)
			known := func(s config.Setting) bool { return s.Name == name }
			if IsSetting(flag) && !slices.ContainsFunc(out, known) {
				out = append(out, settingOf(flag))
			}
		}
	}
	return out
}

// settingOf returns the setting that a flag declares.
func settingOf(flag *kong.Flag) config.Setting {
	s := config.Setting{Name: SettingName(flag), Kind: config.Text}
	switch {
	case flag.IsBool():
		s.Kind = config.Switch
	case flag.Enum != "":
		s.Kind, s.Values = config.Word, flag.EnumSlice()
	case flag.Target.CanInt():
		s.Kind = config.Number
	}
	return s
}

// inEnvironment are the variables that are no settings.
var inEnvironment = []struct{ name, what string }{
	{"NO_COLOR", "no colour, when not empty and nothing else asks for it"},
	{
		"READOUT_KERNEL",
		"the arithmetic to use: generic, avx2 or avx512; the results are the same",
	},
	{
		"SOURCE_DATE_EPOCH",
		"seconds since 1970, taken for the time at which records are made",
	},
}

// settingsPage describes what can be set outside the command line.
func settingsPage(app *kong.Application) string {
	var b strings.Builder
	b.WriteString("## settings\n\nA flag ranks before the environment, that before " +
		"`./readout.toml`, that before `readout/readout.toml` in `$XDG_CONFIG_HOME` " +
		"(else `~/.config`), and that before the default.\n\n" +
		"| in a file | in the environment |\n|---|---|\n")
	for _, s := range Settings(app) {
		row(&b, "`"+s.Name+"`", "`"+s.Variable()+"`")
	}
	b.WriteString("\n| only in the environment | what it does |\n|---|---|\n")
	for _, v := range inEnvironment {
		row(&b, "`"+v.name+"`", v.what)
	}
	return b.String()
}
