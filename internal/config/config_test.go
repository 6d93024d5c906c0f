package config

import (
	"io/fs"
	"strings"
	"testing"
)

var settings = []Setting{
	{Name: "color", Kind: Word, Values: []string{"auto", "always", "never"}},
	{Name: "jobs", Kind: Number},
	{Name: "no_text", Kind: Switch},
}

// sources returns Sources of two maps.
func sources(env, files map[string]string) Sources {
	return Sources{
		Getenv: func(name string) string { return env[name] },
		ReadFile: func(name string) ([]byte, error) {
			data, ok := files[name]
			if !ok {
				return nil, fs.ErrNotExist
			}
			return []byte(data), nil
		},
	}
}

func TestEnvironmentRanksBeforeFolderAndFolderBeforeUser(t *testing.T) {
	env := map[string]string{"XDG_CONFIG_HOME": "/x", "READOUT_COLOR": "never"}
	files := map[string]string{
		"readout.toml":            "color = 'always'\njobs = 3\n",
		"/x/readout/readout.toml": "color = 'auto'\njobs = 2\nno_text = true\n",
	}
	c, err := Load(settings, sources(env, files))
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]Value{
		"color":   {"never", "READOUT_COLOR"},
		"jobs":    {"3", "readout.toml"},
		"no_text": {"true", "/x/readout/readout.toml"},
	} {
		if got, ok := c.Lookup(name); !ok || got != want {
			t.Errorf("Lookup(%q) = %v, %v, want %v", name, got, ok, want)
		}
	}
}

func TestSettingGivenNowhereIsNotFound(t *testing.T) {
	c, err := Load(settings, sources(nil, nil))
	if err != nil {
		t.Fatal(err)
	}
	if got, ok := c.Lookup("jobs"); ok {
		t.Errorf("Lookup = %v, want none", got)
	}
}

func TestMistakeNamesSourceSettingAndWhatIsAccepted(t *testing.T) {
	for _, test := range []struct {
		env, files map[string]string
		want       []string
	}{
		{map[string]string{"READOUT_COLOR": "blue"}, nil, []string{"READOUT_COLOR", `"blue"`, "auto, always, never"}},
		{map[string]string{"READOUT_JOBS": "0"}, nil, []string{"READOUT_JOBS", "at least 1"}},
		{map[string]string{"READOUT_NO_TEXT": "maybe"}, nil, []string{"READOUT_NO_TEXT", "true or false"}},
		{nil, map[string]string{"readout.toml": "job = 2"}, []string{"readout.toml", `"job"`, `"jobs"`}},
		{nil, map[string]string{"readout.toml": "jobs = 'many'"}, []string{"readout.toml", "jobs", `"many"`}},
		{nil, map[string]string{"readout.toml": "jobs ="}, []string{"readout.toml", "line 1"}},
		{
			map[string]string{"HOME": "/h"},
			map[string]string{"/h/.config/readout/readout.toml": "x = 1"},
			[]string{"/h/.config/readout/readout.toml"},
		},
		{
			map[string]string{"APPDATA": "/a"},
			map[string]string{"/a/readout/readout.toml": "x = 1"},
			[]string{"/a/readout/readout.toml"},
		},
	} {
		_, err := Load(settings, sources(test.env, test.files))
		for _, want := range test.want {
			if err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("Load(%v, %v): error %v, want one with %q", test.env, test.files, err, want)
			}
		}
	}
}

func TestUnreadableFileIsNotPassedOver(t *testing.T) {
	src := sources(nil, nil)
	src.ReadFile = func(string) ([]byte, error) { return nil, fs.ErrPermission }
	if _, err := Load(settings, src); err == nil {
		t.Error("no error for a file that may not be read")
	}
}

func TestNearestTakesFewestEdits(t *testing.T) {
	known := []string{"speaker", "content", "score"}
	for name, want := range map[string]string{"speker": "speaker", "scor": "score", "": "score", "contents": "content"} {
		if got := Nearest(name, known); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", name, got, want)
		}
	}
	if got := Nearest("x", nil); got != "" {
		t.Errorf("Nearest among none = %q", got)
	}
}
