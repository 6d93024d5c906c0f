package config

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func TestOneFolderOfTheUserIsAsked(t *testing.T) {
	for _, c := range []struct {
		env  map[string]string
		want string
	}{
		{nil, "readout.toml"},
		{map[string]string{"HOME": "/h"}, "/h/.config/readout/readout.toml readout.toml"},
		{
			map[string]string{"HOME": "/h", "XDG_CONFIG_HOME": "/x", "APPDATA": "/a"},
			"/x/readout/readout.toml readout.toml",
		},
		{map[string]string{"HOME": "/h", "APPDATA": "/a"}, "/h/.config/readout/readout.toml readout.toml"},
		{map[string]string{"APPDATA": "/a"}, "/a/readout/readout.toml readout.toml"},
	} {
		var asked []string
		src := sources(c.env, nil)
		src.ReadFile = func(name string) ([]byte, error) {
			asked = append(asked, name)
			return nil, fs.ErrNotExist
		}
		if _, err := Load(settings, src); err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(asked, " "); got != c.want {
			t.Errorf("%v: asked for %s, want %s", c.env, got, c.want)
		}
	}
}

func TestEachKindTakesItsValuesAndNoOthers(t *testing.T) {
	for name, c := range map[string]struct{ good, bad []string }{
		"color":   {[]string{`"auto"`, `"never"`}, []string{`"AUTO"`, `""`, "1", "true", `["auto"]`}},
		"jobs":    {[]string{"1", `"1"`, "1_000"}, []string{"0", "-1", "1.5", `"two"`, "true", "[1]"}},
		"no_text": {[]string{"true", "false", `"true"`}, []string{"2", `"yes"`, "[]", "{}"}},
	} {
		for _, value := range c.good {
			if _, err := loadText(name + " = " + value); err != nil {
				t.Errorf("%s = %s: %v", name, value, err)
			}
		}
		for _, value := range c.bad {
			_, err := loadText(name + " = " + value)
			if err == nil || !strings.Contains(err.Error(), name) {
				t.Errorf("%s = %s: error %v, want one that names the setting", name, value, err)
			}
		}
	}
}

// loadText loads a file of the folder.
func loadText(data string) (*Config, error) {
	return Load(settings, sources(nil, map[string]string{"readout.toml": data}))
}

func TestEmptyVariableIsNotGiven(t *testing.T) {
	env := map[string]string{"READOUT_COLOR": ""}
	c, err := Load(settings, sources(env, map[string]string{"readout.toml": "color = 'never'"}))
	if err != nil {
		t.Fatal(err)
	}
	if v, _ := c.Lookup("color"); v.Text != "never" {
		t.Errorf("color is %q, want that of the file", v.Text)
	}
}

func TestVariableOfAnotherVersionIsPassedOver(t *testing.T) {
	if _, err := Load(settings, sources(map[string]string{"READOUT_FUTURE": "1"}, nil)); err != nil {
		t.Error(err)
	}
}

func TestFirstMistakeOfAFileIsAlwaysTheSame(t *testing.T) {
	var want string
	for i := range 20 {
		_, err := loadText("zeal = 1\ncolour = 'auto'\njob = 2\n")
		if i == 0 {
			want = fmt.Sprint(err)
		}
		if got := fmt.Sprint(err); got != want || !strings.Contains(got, `"colour"`) {
			t.Fatalf("run %d: %s, first %s", i, got, want)
		}
	}
}

// edited returns s after n random edits.
func edited(random *rand.Rand, s string, n int) string {
	letters := []rune("aé界")
	r := []rune(s)
	for range n {
		i, c := random.IntN(len(r)+1), letters[random.IntN(len(letters))]
		switch {
		case i == len(r) || random.IntN(3) == 0:
			r = slices.Insert(r, i, c)
		case random.IntN(2) == 0:
			r = slices.Delete(r, i, i+1)
		default:
			r[i] = c
		}
	}
	return string(r)
}

func TestEditsAreADistance(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	between := func(a, b string) int { return edits([]rune(a), []rune(b)) }
	for range 2000 {
		n := random.IntN(4)
		a := edited(random, "", random.IntN(6))
		b := edited(random, a, n)
		c := edited(random, b, random.IntN(4))
		if got := between(a, b); got > n {
			t.Errorf("%q to %q: %d edits, made by %d", a, b, got, n)
		}
		if between(a, b) != between(b, a) {
			t.Errorf("%q and %q: %d one way, %d the other", a, b, between(a, b), between(b, a))
		}
		if (between(a, b) == 0) != (a == b) {
			t.Errorf("%q and %q: %d edits", a, b, between(a, b))
		}
		if between(a, c) > between(a, b)+between(b, c) {
			t.Errorf("%q to %q takes more than by way of %q", a, c, b)
		}
	}
}
